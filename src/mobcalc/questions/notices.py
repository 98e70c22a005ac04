"""What a reader must be told about a result: codes, which reports put into words."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from mobcalc.model import Array
from mobcalc.projection.group import pay_in
from mobcalc.projection.outcomes import Subject, knows_training_pay
from mobcalc.projection.pay_path import is_low, typical_wage
from mobcalc.results.household import ADDING
from mobcalc.results.notices import Notice, NoticeCode, ReasonCode
from mobcalc.results.pathways import AGES, BY_AGE, OF_HOUSEHOLD, PAYS, Marked, Outcomes
from mobcalc.sampling import Arrays, YearPoints
from mobcalc.schema import COUNTERFACTUAL, Assumption, Pathway, Person, Records, records
from mobcalc.units import FULL_TIME_WEEK, FULL_TIME_YEAR, MONTHS_PER_YEAR, WEEKS_PER_YEAR

MOSTLY_MEN = 0.8
"""Above this share of men an occupation has few women."""
UNUSUAL = (2 / 3, 1.5)
"""From these parts of the typical wage on a wage is unusual."""
HIGHER = ("some-college", "associate", "bachelors")
"""Educations beyond a high school diploma."""
PAYS_LESS_AFTER = 2
"""Full years after training in which pay below that without it is no surprise."""
OLDER_START = 22
"""Above this age a typical worker's earnings are no longer a fair stand-in for the person's own."""
LEAST_HOUSING, LEAST_CARE = 3_000.0, 1_200.0
"""Below these a yearly total may be a month's: no county's rents are so low, and hardly any care of a child [USD]."""
IS_BASELINE: Final = "is_baseline"
BEYOND_RETIREMENT: Final = "beyond_retirement"


def comparison_notices(assumptions: Records, arrays: Arrays, ids: Sequence[str]) -> list[Notice]:
    """Notices about the person, the baseline (the first id), and what was not entered.

    Args:
        assumptions: as they were given.
        arrays: the same, settled for the person.
        ids: the pathways compared.
    """
    person, pathways = arrays.person, [arrays.pathways[name] for name in ids]
    are_trained = any(pathway.training for pathway in pathways)
    notices = _footing_notices(pathways)
    notices += [Notice("both_sexes")] if person.sex is None and are_trained else []
    if person.wage is None and person.education is None:
        notices += _age_notices(arrays)
    notices += [Notice("out_of_work")] if assumptions.person.weekly_hours.value == 0.0 else []
    notices += _education_notices(assumptions, arrays, ids) + _life_notices(arrays)
    notices += of_a_month(arrays)
    notices += _entered_notices(arrays) if are_trained else []
    return notices + _setting_notices(arrays) + _home_notices(arrays)


def _footing_notices(pathways: Sequence[Pathway[Array, YearPoints]]) -> list[Notice]:
    """That a baseline with training is known from another kind of evidence than some pathways."""
    kinds = {pathway.evidence for pathway in pathways}
    return [Notice("other_footing")] if pathways[0].training is not None and len(kinds) > 1 else []


def of_a_month(arrays: Arrays) -> list[Notice]:
    """Yearly totals that the user gave and that look like those of a month."""
    care = (arrays.living_wage.child_care, arrays.person.child_care)
    notices = _of_a_month("housing_of_a_month", arrays.living_wage.housing, LEAST_HOUSING)
    return notices + [one for total in care for one in _of_a_month("child_care_of_a_month", total, LEAST_CARE)]


def _of_a_month(code: NoticeCode, total: Array | None, least: float) -> list[Notice]:
    amount = 0.0 if total is None else float(total[0, 0])
    return [Notice(code, {"amount": amount, "yearly": MONTHS_PER_YEAR * amount})] if 0.0 < amount < least else []


def _home_notices(arrays: Arrays) -> list[Notice]:
    """That the household needs a place, or how a partner is counted."""
    if arrays.place is None:
        return [Notice("no_place")]
    partner = arrays.person.partner_earnings
    notices = [Notice("partner")] if partner is not None and partner[0, 0] > 0.0 else []
    notices += state_adds(arrays)
    return notices if arrays.person.children is None else [*notices, Notice("children_as_computed")]


def state_adds(arrays: Arrays) -> list[Notice]:
    """That what the state adds to the credit for the household's own health plan is not counted."""
    is_left_out = arrays.place is not None and arrays.place.state in ADDING
    return [Notice("plan_state_adds")] if is_left_out and arrays.person.health_plan == "marketplace" else []


def _setting_notices(arrays: Arrays) -> list[Notice]:
    """Hours that are not the usual ones."""
    notices: list[Notice] = []
    hours = float(arrays.person.weekly_hours[0, 0])
    if hours != FULL_TIME_WEEK:
        notices.append(Notice("hours", {"hours": hours}))
    return notices


def _education_notices(assumptions: Records, arrays: Arrays, ids: Sequence[str]) -> list[Notice]:
    """What the education already held stands for, and that effects were measured on others."""
    held = assumptions.person.education
    if held is None or held == "high-school":
        return []
    measured = any(arrays.pathways[name].impact for name in ids)
    # With a wage of their own the person earns that, whatever others with the credential do.
    stands_for = [] if arrays.person.wage is not None else [Notice("education", {"held": held})]
    return stands_for + ([Notice("education_effects")] if measured else [])


def _life_notices(arrays: Arrays) -> list[Notice]:
    """What follows from the person's time out, attachment and disability."""
    person = arrays.person
    notices = [*_time_out_notices(person)]
    if person.attachment == "population":
        notices.append(Notice("population"))
    if person.disability:
        notices.append(Notice("disability" if arrays.place is None else "disability_counted"))
    return notices


def _time_out_notices(person: Person[Array, YearPoints]) -> list[Notice]:
    """What time out, past and planned, does to pay."""
    notices: list[Notice] = []
    if person.years_out is not None:
        code: NoticeCode = "years_out" if person.wage is None else "years_out_in_wage"
        notices.append(Notice(code, {"years": float(person.years_out[0, 0])}))
    if person.planned_out is not None:
        spells = zip(person.planned_out.years, person.planned_out.values[0], strict=True)
        notices += [Notice("planned_out", {"age": float(age), "years": float(years)}) for age, years in spells]
    return [*notices, Notice("return_assumed")] if notices else []


def _age_notices(arrays: Arrays) -> list[Notice]:
    """That an older starter's wage is not known."""
    age = float(arrays.person.start_age[0, 0])
    return [Notice("older_start", {"age": age})] if age > OLDER_START else []


def _entered_notices(arrays: Arrays) -> list[Notice]:
    """What the user entered about costs and wage, and what not."""
    person = arrays.person
    entered = {name: bool(getattr(person, name)[0, 0] > 0.0) for name in ("transport", "child_care")}
    notices = [
        Notice(out) for name, is_entered in entered.items() if not is_entered and (out := _left_out(arrays, name))
    ]
    if any(entered.values()):
        notices.append(Notice("own_cost"))
    if person.wage is None:
        return notices
    own, typical = float(person.wage[0, 0]), typical_wage(arrays)
    code: NoticeCode = "own_wage" if UNUSUAL[0] < own / typical < UNUSUAL[1] else "own_wage_far"
    least = float(arrays.economy.minimum_wage[0, 0])
    # Only a person with an id may have such a wage: people report them.
    below = [Notice("own_wage_below", {"own": own, "minimum": least})] if is_low(own, least) else []
    return [*notices, Notice(code, {"own": own, "typical": typical}), *below]


def _left_out(arrays: Arrays, name: str) -> NoticeCode | None:
    """The code of the notice that a cost was not entered; none for child care where there are no children."""
    if name == "transport":
        return "transport_not_counted"
    if arrays.place is None:
        return "child_care_not_counted"
    return None if arrays.person.children is None else "child_care_in_needs"


def pathway_notices(arrays: Arrays, subject: Subject) -> list[Notice]:
    """Notices about one pathway."""
    notices = _cost_notices(arrays, subject)
    notices += _household_notices(subject)
    if subject.pathway.impact is not None:
        return [*notices, Notice("only_the_gain_is_evidence")]
    notices += _pays_less(arrays, subject)
    part = subject.pathway.earnings
    if part is not None and part.percentiles is not None:
        return notices + _trade_notices(arrays, subject)
    held = arrays.pathways[COUNTERFACTUAL].earnings
    knows_both = part is not None and held is not None and held.education in HIGHER
    return [*notices, Notice("held_credit")] if knows_both and subject.pathway.training is not None else notices


def _household_notices(subject: Subject) -> list[Notice]:
    """What the figures on the household take for granted of this pathway."""
    own, training = subject.projection.expected.keeps, subject.pathway.training
    if own is None:
        return []
    notices = [Notice("beyond_table")] if own.beyond[0, 0] > 0.0 else []
    studies = training is not None and training.student_earnings_share is not None
    return [*notices, Notice("student_food")] if studies else notices


def _woman_notices(arrays: Arrays, subject: Subject) -> list[Notice]:
    """What a woman is paid in an occupation, relative to all its workers."""
    part = subject.pathway.earnings
    if arrays.person.sex != "female" or part is None or part.male_share is None or part.work_life is None:
        return []
    code: NoticeCode = "woman_in_trade" if part.male_share[0, 0] > MOSTLY_MEN else "woman_in_occupation"
    return [Notice(code, {"ratio": float(part.work_life.ratio_women[0, 0])})]


def _trade_notices(arrays: Arrays, subject: Subject) -> list[Notice]:
    """What published wages of a trade do not say of this person, and whether pay falls on finishing."""
    notices = _woman_notices(arrays, subject)
    held = arrays.pathways[COUNTERFACTUAL].earnings
    if held is not None and held.education in HIGHER:
        notices.append(Notice("held_not_used"))
    notices += _wage_steps_notices(arrays, subject)
    own = subject.projection
    if own.completer is not None and own.last_training_pay is not None and _pay_falls(arrays, subject):
        notices.append(Notice("pay_falls_on_finishing"))
    return notices


def _wage_steps_notices(arrays: Arrays, subject: Subject) -> list[Notice]:
    """That the lowest wage step would pay less than the minimum wage, which is paid instead."""
    training, scale = subject.pathway.training, subject.projection.scale_pay
    if training is None or training.wage_steps is None or scale is None:
        return []
    journeyworker = float(scale[0, 0]) / FULL_TIME_YEAR
    step, least = float(training.wage_steps.min() * journeyworker), float(arrays.economy.minimum_wage[0, 0])
    if journeyworker < least:
        return [Notice("journeyworker_below_minimum", {"wage": journeyworker, "minimum": least})]
    return [Notice("step_below_minimum", {"wage": step, "minimum": least})] if step < least else []


def _pay_falls(arrays: Arrays, subject: Subject) -> bool:
    """Whether an hour in the first full year after finishing pays less than one in the last year of training."""
    own, training = subject.projection, subject.pathway.training
    assert own.completer is not None and own.last_training_pay is not None
    if training is None or training.paid_hours is None:
        return False  # what students earn has no hours
    before = own.last_training_pay / training.paid_hours
    after = pay_in(own.completer.in_work, own.completer.first_year) / (arrays.person.weekly_hours * WEEKS_PER_YEAR)
    return bool(after[0, 0] < before[0, 0])


def _pays_less(arrays: Arrays, subject: Subject) -> list[Notice]:
    """From and to which age finishers are paid less than without training, from the third year after it on."""
    own, against = subject.projection.completer, subject.against.get("completer")
    if own is None or against is None:
        return []
    since = np.cumsum(own.training[0] == 0.0)
    later = (since > PAYS_LESS_AFTER) & (against.years.alive[0] > 0.0)
    less = np.flatnonzero(later & (own.paid[0] < against.group.paid[0] - 1.0))
    start = float(arrays.person.start_age[0, 0])
    return [Notice("pays_less", {"first": start + less[0], "last": start + less[-1]})] if len(less) else []


def _cost_notices(arrays: Arrays, subject: Subject) -> list[Notice]:
    """Whether the cost is known, and that grants are in it."""
    pathway = subject.pathway
    if pathway.training is None:
        return []
    if pathway.costs is None and pathway.participant_cost is None:
        known = subject.expected.out_of_pocket_cost != 0.0
        return [Notice("only_own_cost" if known else "cost_not_given"), *_loan_notices(arrays, subject)]
    grants = None if pathway.costs is None else pathway.costs.grants
    notices = [Notice("grants", {"amount": float(grants[0, 0])})] if grants is not None and grants[0, 0] > 0.0 else []
    return notices + _loan_notices(arrays, subject)


def _loan_notices(arrays: Arrays, subject: Subject) -> list[Notice]:
    """What is borrowed to finish, what it costs in all, and what is repaid in a year; or that nothing is."""
    shown = subject.completer or subject.expected
    if shown.borrowed == 0.0:
        asked = arrays.person.loan is not None and bool(arrays.person.loan[0, 0] > 0.0)
        return [Notice("no_loan")] if asked else []
    interest, yearly = shown.loan_interest, shown.loan_repayment
    return [Notice("loan", {"amount": shown.borrowed, "interest": interest, "yearly": yearly})]


def _is_shared_out(subject: Subject) -> bool:
    """Whether the effect on all who start is given to those who finish alone."""
    impact = subject.pathway.impact
    return subject.completer is not None and impact is not None and impact.participant is not None


def marked(pathway: Pathway[Assumption, Assumption], subject: Subject) -> list[Marked]:
    """The figures of a pathway that rest directly on an assumed number.

    Args:
        pathway: its records.
        subject: the same, projected.
    """
    figures: list[Marked] = []
    if pathway.completion is not None and pathway.completion.rate.kind == "assumed":
        figures.append("completion_rate")
    if any(record.kind == "assumed" for _, record in records(pathway.costs)):
        figures.append("out_of_pocket_cost")
    part = pathway.earnings
    levels = () if part is None else (part.percentiles, part.premium)
    if any(record is not None and record.kind == "assumed" for record in levels):
        return [*figures, "gain", "completer_gain", "leaver_gain"]
    return [*figures, "completer_gain", "leaver_gain"] if _is_shared_out(subject) else figures


def why(subject: Subject) -> dict[str, ReasonCode]:
    """For each key of a pathway that is null, the code of the reason."""
    unmeasured: ReasonCode = "no_training" if subject.pathway.family == "none" else "all_offered"
    untold: ReasonCode = "in_the_effect" if subject.pathway.evidence == "impact" else "no_training"
    part = subject.pathway.earnings
    missing: dict[tuple[str, ...], tuple[bool, ReasonCode]] = {
        ("completer", "leaver"): (subject.projection.completer is None, unmeasured),
        ("completion_rate", "completion_denominator"): (subject.projection.completion is None, unmeasured),
        ("causal_share",): (part is None or part.causal_share is None, untold),
        ("training_length",): (subject.pathway.training is None, "no_training"),
        ("forgone_earnings",): (subject.expected.forgone_earnings is None, "in_the_effect"),
    }
    reasons = {key: reason for keys, (is_null, reason) in missing.items() if is_null for key in keys}
    all_groups = (subject.expected, subject.completer, subject.leaver, subject.quitter)
    groups = [group for group in all_groups if group is not None]
    reasons |= dict.fromkeys(_ages_without_work(groups), "not_at_work")
    reasons |= _household_reasons(subject)
    return reasons | dict.fromkeys(_pays_beyond(groups), BEYOND_RETIREMENT)


LIVING_WAGE_AGES = ("first_age_at_living_wage", "age_at_living_wage_for_good")
OF_TRAINING = ("worst_training_year", "training_years")


def _household_reasons(subject: Subject) -> dict[str, ReasonCode]:
    """Why what the household keeps and needs is not known; ages of finishers and leavers under their own names."""
    reasons: dict[str, ReasonCode] = {}
    if subject.expected.lifetime_net_resources is None:
        reasons |= dict.fromkeys(OF_HOUSEHOLD, "no_place")
    elif subject.pathway.training is None:
        never = [name for name in LIVING_WAGE_AGES if getattr(subject.expected, name) is None]
        reasons |= dict.fromkeys(never, "never_met")
        reasons |= dict.fromkeys(OF_TRAINING, "no_training")
    elif subject.pathway.impact is not None:
        reasons |= dict.fromkeys(LIVING_WAGE_AGES, "average_effect")
        if not knows_training_pay(subject.pathway):
            reasons |= dict.fromkeys(OF_TRAINING, "training_pay_unknown")
    else:
        reasons |= dict.fromkeys(LIVING_WAGE_AGES, "groups_differ")
        reasons |= _never_met(subject)
    return reasons


def _never_met(subject: Subject) -> dict[str, ReasonCode]:
    """The ages that finishers or leavers never reach; the age of leavers is a mean over the times of leaving."""
    reasons: dict[str, ReasonCode] = {"completer": "never_met", "leaver": "some_never_met", "quitter": "never_met"}
    groups = {name: own for name in reasons if (own := getattr(subject, name)) is not None}
    return {
        f"{group}.{name}": reasons[group]
        for group, own in groups.items()
        for name in LIVING_WAGE_AGES
        if getattr(own, name) is None
    }


def _ages_without_work(groups: Sequence[Outcomes]) -> list[str]:
    """The standings that some group has at no age asked for."""
    return [
        f"{name}.{age}"
        for name in BY_AGE
        for age in map(str, AGES)
        if any(getattr(g, name)[age] is None for g in groups)
    ]


def _pays_beyond(groups: Sequence[Outcomes]) -> list[str]:
    """The pays that some group has only after retirement."""
    beyond = [name for name in PAYS if any(getattr(group, name) is None for group in groups)]
    return [key for name in beyond for key in (name, f"{name}_per_hour")]
