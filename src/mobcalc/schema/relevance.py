"""Which of all numbers an answer rests on: those of its pathways, and of the person in them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from mobcalc.schema.parts import Earnings, Pathway, Records, Study
from mobcalc.schema.record import Assumption
from mobcalc.schema.walking import FOR_CONTEXT, records
from mobcalc.units import FULL_TIME_WEEK


def with_steps(assumptions: Records, ids: Sequence[str]) -> list[str]:
    """The ids of pathways with those that are finished before them, each once."""
    pathways = assumptions.pathways
    return list(dict.fromkeys(one for name in ids for one in (pathways[name].after, name) if one is not None))


def informs(study: Study[Any, Any], pathway: Pathway[Any, Any]) -> bool:
    """Whether a study says something of a pathway: one known by pay, into an occupation that it is about."""
    is_pay = pathway.evidence == "levels" and pathway.training is not None and pathway.after is None
    starts = tuple(study.informs.split())
    return is_pay and pathway.family == study.family and (pathway.occupation or "").startswith(starts)


def used(assumptions: Records, ids: Sequence[str], draws: int = 0) -> Iterator[tuple[str, Assumption]]:
    """The records that these pathways rest on, with their dotted names.

    Args:
        assumptions: settled for the person.
        ids: of the pathways.
        draws: how many lives are drawn; without any, nothing rests on how far lives differ.
    """
    ids = with_steps(assumptions, ids)
    pathways = [assumptions.pathways[name] for name in ids]
    studies = _informing(assumptions, pathways)
    unused = _unused(assumptions) | _unused_studies(assumptions, studies)
    unused |= _unused_pay(assumptions, [*pathways, *_measured_on(studies.values())])
    theirs = {name for study in studies.values() for name in _of_studied(study)}
    other = (*ONLY_CHOSEN_FROM, *_of_another_person(assumptions), *(() if draws else OF_ONE_LIFE))
    left_out = tuple(f"{name}." for name in unused)
    return (
        (name, record)
        for name, record in records(assumptions)
        if name in theirs or (_concerns(name, ids, left_out) and not name.endswith(other))
    )


ONE_STUDY: TypeAlias = Study[Assumption, Assumption]


def _informing(assumptions: Records, pathways: Sequence[Pathway[Assumption, Assumption]]) -> dict[str, ONE_STUDY]:
    """The studies that say something of one of these pathways, by id."""
    return {key: one for key, one in assumptions.studies.items() if any(informs(one, p) for p in pathways)}


def _measured_on(studies: Iterable[ONE_STUDY]) -> list[Pathway[Assumption, Assumption]]:
    """The pathways that studies were measured on."""
    return [study.measured_pathway for study in studies if study.measured_pathway is not None]


def _of_studied(study: ONE_STUDY) -> set[str]:
    """Names of what the people of a study are paid without training, whoever is asked about."""
    sex = "men" if study.sex == "male" else "women"
    return {f"people.pay.high-school.{part}" for part in ("ages", f"full_time_{sex}", f"employed_{sex}")}


ONLY_CHOSEN_FROM = (
    ".completion.rate_men",
    ".completion.rate_women",
    ".earnings.causal_share_men",
    ".earnings.causal_share_women",
)
"""The last parts of the names of numbers that take the place of everybody's for a person whose sex is known."""
OF_EMPLOYERS = ("employer", "economy.social_security_rate", "economy.medicare_rate", "economy.social_security_maximum")
"""What employers pay and have, which no person's answer rests on."""
OF_ONE_LIFE = (".lasting_luck_men", ".lasting_luck_women", ".luck_correlation", ".spell_length", ".gain_error")
"""The last parts of the names of numbers that say how far one life differs from another."""


def _unused(assumptions: Records) -> set[str]:
    """Names of numbers that nothing of this person rests on."""
    person = assumptions.person
    unused = {*FOR_CONTEXT, *OF_EMPLOYERS}
    if assumptions.place is None:
        unused |= {"place", "living_wage", "person.adults"}
    else:
        unused |= _unused_needs(assumptions)
    if not person.disability:
        unused |= {"economy.substantial_work", "economy.able_limit"}
    if person.loan is None:
        unused |= {"person.loan_rate", "person.loan_term"}
    if person.years_out is None and person.planned_out is None:
        unused |= {"people.return_loss", "people.return_phase_in"}
    hours = person.weekly_hours.value
    if not (isinstance(hours, float) and 0.0 < hours < FULL_TIME_WEEK):
        unused |= {"people.hours_of_workers_men", "people.hours_of_workers_women"}
    if person.wage is None:
        unused |= {"people.wage_persistence", "careers.wage_carried", "careers.wage_carried_to_occupation"}
    return unused


def _unused_studies(assumptions: Records, informing: Collection[str]) -> set[str]:
    """Names of studies that are not among those informing, and of what counts for women alone where it is a man."""
    unused = {f"studies.{key}" for key in assumptions.studies if key not in informing}
    if assumptions.person.sex == "male":
        unused |= {f"studies.{key}.weight_for_women" for key in assumptions.studies}
    return unused


def _of_another_person(assumptions: Records) -> tuple[str, ...]:
    """The last parts of the names of numbers of the other sex, and of the other attachment to the labor market."""
    person = assumptions.person
    attached = person.attachment == "attached"
    unused = [f".{'population' if attached else 'employed'}_{sex}" for sex in ("men", "women")]
    if person.sex is not None:
        unused += ["_women" if person.sex == "male" else "_men", ".male_share"]
    return tuple(unused)


def _unused_pay(assumptions: Records, pathways: Sequence[Pathway[Assumption, Assumption]]) -> set[str]:
    """Names of numbers about pay by education and in occupations that these pathways do not rest on."""
    unused = _unused_educations(assumptions, [p.earnings for p in pathways if p.earnings is not None])
    needed: set[str] = set().union(*(_of_careers(p) | _of_leavers(p) for p in pathways))
    return unused | {f"careers.{name}" for name in assumptions.careers.__struct_fields__ if name not in needed}


def _unused_educations(assumptions: Records, parts: Sequence[Earnings[Assumption]]) -> set[str]:
    """Names of numbers about educations that none of these earnings is of."""
    without = set(assumptions.people.pay) - {part.education for part in parts}
    at_places = {f"place.earnings_levels.{name.replace('-', '_')}" for name in without}
    return {f"people.pay.{name}" for name in without} | at_places


def _of_leavers(pathway: Pathway[Assumption, Assumption]) -> set[str]:
    """The numbers about careers that those who leave a pathway's training rest on."""
    part = pathway.training
    if part is None or pathway.completion is None:
        return set()
    keep = "student_leavers_keep" if part.wage_steps is None else "apprentice_leavers_keep"
    # What was measured holds what leaving costs.
    cost = set() if pathway.impact is not None else {"leaving_cost"}
    return {"leaving_front_loading", *cost, *(() if pathway.leavers_keep is not None else (keep,))}


def _of_careers(pathway: Pathway[Assumption, Assumption]) -> set[str]:
    """The numbers about careers that pay with a pathway's credential rests on."""
    part = pathway.earnings
    if part is None:
        return set()
    if pathway.training is None:
        return {"settled_standing"} if part.percentiles is not None else set()
    general = {"wage_carried"} if part.education is not None else set()
    return {"experience_age", "age_weight", *general, *_of_occupation(pathway)}


def _of_occupation(pathway: Pathway[Assumption, Assumption]) -> set[str]:
    """The numbers about careers that pay in a pathway's occupation rests on; none where it leads to none."""
    part = pathway.earnings
    if part is None or part.percentiles is None:
        return set()
    others = {"entry_standing", "settled_standing", "settling_years"}
    needed = {"wage_carried_to_occupation"} | ({"finisher_standing"} if pathway.family == "apprenticeship" else others)
    needed |= {"field_share"} if part.education is not None else set()
    return needed | ({"transfer_years", "later_transfers", "kept_outside"} if part.work_life is not None else set())


OF_CHILDREN = (
    "living_wage.food_child",
    "living_wage.food_young_child_ratio",
    "living_wage.children_per_bedroom",
    "living_wage.health_out_of_pocket_child",
    "living_wage.child_care_prices",
    "living_wage.child_care_ages",
    "living_wage.child_care_shares",
    "place.infant_care_center",
    "place.infant_care_family",
)
"""Names of numbers that only a household with children rests on."""


OF_EMPLOYERS_PLAN = (
    "living_wage.health_premium_one",
    "living_wage.health_premium_two",
    "living_wage.health_premium_family",
)
OF_OWN_PLAN = (
    "place.poverty_guideline",
    "place.benchmark_premiums",
    "place.family_premiums",
    "living_wage.marketplace_incomes",
    "living_wage.marketplace_shares",
)
"""Names of numbers that only households rest on whose health plan comes with the job, and that only others do."""


def _unused_needs(assumptions: Records) -> set[str]:
    """Names of numbers that the basic needs of this household do not rest on."""
    buys = assumptions.person.health_plan == "marketplace"
    unused = set(OF_EMPLOYERS_PLAN if buys else OF_OWN_PLAN)
    if assumptions.person.children is None:
        unused.update(OF_CHILDREN)
    return unused


def _concerns(name: str, ids: Sequence[str], left_out: tuple[str, ...]) -> bool:
    """Whether a dotted name is of one of these pathways, or of all, and not at or below one that is left out."""
    # Much faster than to go through the parts of the name.
    return not f"{name}.".startswith(left_out) and (not name.startswith("pathways.") or name.split(".")[1] in ids)
