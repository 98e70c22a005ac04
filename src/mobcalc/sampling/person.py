"""The assumptions for one person: what depends on sex and on the education held, put in its place."""

from collections.abc import Sequence
from typing import TypeAlias

import msgspec

from mobcalc.schema import (
    COUNTERFACTUAL,
    HELD,
    Assumption,
    Completion,
    Earnings,
    Pathway,
    Person,
    Records,
    Sex,
    Study,
)
from mobcalc.units import FULL_TIME_WEEK

Path: TypeAlias = Pathway[Assumption, Assumption]
BY_SEX = (("completion", "rate"), ("earnings", "causal_share"))
"""The parts of a pathway, and the numbers in them, that may be those of one sex."""
HIGH_SCHOOL = "high-school"
"""The education of somebody of whom none is said."""


def for_person(
    records: Records, baseline: str = COUNTERFACTUAL, sex: Sex | None = None, asked: Sequence[str] = ()
) -> Records:
    """The assumptions with everything that depends on who the person is put in its place.

    Figures by sex are used where there are any; what the user gave for everybody stays, since it is about this person.
    Without training the person earns what the baseline says if that is a pathway without training, otherwise what
    people with the education already held earn.

    Args:
        records: the assumptions.
        baseline: the id of the pathway that others are compared with.
        sex: that the person is taken to be of; the person's own when not given, which may be unknown.
        asked: ids of the pathways asked about, to which the person's own terms of training apply.
    """
    sex, held = sex or records.person.sex, records.person.education or HIGH_SCHOOL
    pathways = {name: _settled(records, pathway, sex, held) for name, pathway in records.pathways.items()}
    pathways |= {name: _on_own_terms(pathways[name], records.person) for name in programs_of(records, asked)}
    if records.person.education not in (None, HIGH_SCHOOL):
        pathways[COUNTERFACTUAL] = _named_as_held(pathways[COUNTERFACTUAL])
    # In settled assumptions it is the job that says what the person earns without training, if not the usual life.
    own_job = baseline if baseline != COUNTERFACTUAL and pathways[baseline].family == "none" else None
    hours = hours_in_work(records.person.weekly_hours)
    person = msgspec.structs.replace(records.person, education=own_job, sex=sex, weekly_hours=hours)
    studies = {name: _study_settled(records, study) for name, study in records.studies.items()}
    return msgspec.structs.replace(records, person=person, pathways=pathways, studies=studies)


def _study_settled(records: Records, study: Study[Assumption, Assumption]) -> Study[Assumption, Assumption]:
    """A study whose pathway is that of the people in it, whoever the person is."""
    assert study.measured_pathway is not None  # put in on loading
    measured = _settled(records, study.measured_pathway, study.sex, HIGH_SCHOOL)
    return msgspec.structs.replace(study, measured_pathway=measured)


def _named_as_held(before: Path) -> Path:
    """Life without training as it is called where the person has an education already."""
    name, summary = before.name_if_held or before.name, before.summary_if_held or before.summary
    return msgspec.structs.replace(before, name=name, summary=summary)


def hours_in_work(hours: Assumption) -> Assumption:
    """The hours a week once in work: full time for somebody who is out of work now."""
    return hours if hours.value != 0.0 else msgspec.structs.replace(hours, value=float(FULL_TIME_WEEK))


def programs_of(records: Records, asked: Sequence[str]) -> list[str]:
    """The pathways that a price or a length of the person's own is of.

    With an occupation its classroom training, or its other routes if it has none; otherwise all training asked about.
    """
    routes = [name for name, p in records.pathways.items() if p.listed_as is not None and p.occupation is not None]
    classroom = [name for name in routes if _is_classroom(records.pathways[name])]
    return classroom or routes or [name for name in asked if records.pathways[name].training is not None]


def _is_classroom(pathway: Path) -> bool:
    """Whether a pathway is training that does not pay while it lasts."""
    return pathway.training is not None and pathway.training.wage_steps is None


def _on_own_terms(pathway: Path, person: Person[Assumption, Assumption]) -> Path:
    """A pathway at the price and of the length that the person gave."""
    if person.training_cost is not None:
        pathway = msgspec.structs.replace(pathway, costs=None, participant_cost=person.training_cost)
    if person.training_length is not None and pathway.training is not None:
        training = msgspec.structs.replace(pathway.training, length=person.training_length, term_hours=None)
        pathway = msgspec.structs.replace(pathway, training=training)
    return pathway


def given_names(given: Records, settled: Records) -> dict[str, str]:
    """The names in the settled assumptions whose number was given by another name, with that one.

    The chance to finish, and what of a gain counts, may be those of one sex.

    Args:
        given: the assumptions as they came.
        settled: the same as `for_person` makes them.
    """
    return {
        f"pathways.{name}.{part}.{field}": f"pathways.{name}.{part}.{field}_{sex}"
        for name, pathway in settled.pathways.items()
        for part, field in BY_SEX
        for sex in ("men", "women")
        if (record := getattr(getattr(pathway, part), field, None)) is not None
        and record is getattr(getattr(given.pathways[name], part), f"{field}_{sex}")
        and record is not getattr(getattr(given.pathways[name], part), field)
    }


def _settled(records: Records, pathway: Path, sex: str | None, held: str) -> Path:
    """A pathway for a person of a sex and an education."""
    completion, part = pathway.completion, pathway.earnings
    if sex is not None and completion is not None:
        pathway = msgspec.structs.replace(pathway, completion=_completion_of(completion, sex))
    if records.person.without_aid and pathway.costs is not None:
        pathway = msgspec.structs.replace(pathway, costs=msgspec.structs.replace(pathway.costs, grants=None))
    if part is None:
        return pathway
    return msgspec.structs.replace(pathway, earnings=_earnings_of(records, pathway, part, sex, held))


def _earnings_of(
    records: Records, pathway: Path, part: Earnings[Assumption], sex: str | None, held: str
) -> Earnings[Assumption]:
    """What a pathway pays to a person of a sex and an education.

    Nobody loses an education by getting a lower one: finishers of a lower one earn as people with the higher one do.
    """
    own = part.education
    is_untrained = pathway.family == "none" and part.percentiles is None
    if own is not None and (own == HELD or is_untrained or _rank(records, own) < _rank(records, held)):
        part = msgspec.structs.replace(part, education=held)
    return _causal_of(part, sex)


def _causal_of(part: Earnings[Assumption], sex: str | None) -> Earnings[Assumption]:
    """Earnings of which what counts of a gain is that of the person's sex, where there is one."""
    by_sex = part.causal_share_women if sex == "female" else part.causal_share_men
    if sex is None or by_sex is None or part.causal_share is None:
        return part
    if part.causal_share.kind == "user" and by_sex.kind != "user":
        return part
    return msgspec.structs.replace(part, causal_share=by_sex)


def _rank(records: Records, education: str) -> int:
    """The place of an education among those known, the lowest first."""
    return list(records.people.pay).index(education)


def _completion_of(completion: Completion[Assumption], sex: str) -> Completion[Assumption]:
    by_sex = completion.rate_women if sex == "female" else completion.rate_men
    if by_sex is None or (completion.rate.kind == "user" and by_sex.kind != "user"):
        return completion
    return msgspec.structs.replace(completion, rate=by_sex)
