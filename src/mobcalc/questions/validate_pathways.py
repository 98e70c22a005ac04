"""Cases that run the shipped pathways: pay, gains and chances as the other commands have them."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import msgspec
import numpy as np
from numpy.typing import NDArray

from mobcalc.model import Array, clock, discounting, earnings
from mobcalc.projection.case import Case, case_of, unchecked
from mobcalc.projection.mixture import sides_of
from mobcalc.projection.outcomes import Subject, subjects_of
from mobcalc.projection.person_years import life
from mobcalc.projection.study_correction import measured
from mobcalc.projection.training_term import length_of
from mobcalc.questions.validate_arithmetic import Computed
from mobcalc.results.chances import WELL_AHEAD
from mobcalc.sampling import point
from mobcalc.sampling.filling import restating_factor
from mobcalc.schema import COUNTERFACTUAL, Assumption, Records, Sex, leaves, with_leaf
from mobcalc.schema.validation import (
    ChanceAhead,
    GainYear,
    GapOverLife,
    OccupationWages,
    PayOverLife,
    PayRatio,
    PayWithoutTraining,
    StudyYears,
    YearlyGain,
)

Years: TypeAlias = NDArray[np.bool_]
"""Which years are meant (years,)."""
BY_CASE = "validation case"
"""What is named as giving a number that a case sets."""


def occupation_wages(given: OccupationWages, records: Records) -> dict[str, Computed]:
    """Wages at a standing in the occupation of a pathway, in dollars of the price year."""
    pathways, found = point(records).pathways, {}
    for name, worker in given.results.items():
        part = pathways[worker.pathway].earnings
        assert part is not None and part.percentiles is not None
        found[name] = Computed(earnings.wage_at(np.array([[worker.standing]]), part.percentiles).item())
    return found


def pay_without_training(given: PayWithoutTraining, records: Records) -> dict[str, Computed]:
    """Full-time pay in the first year of people who start no training, in dollars of a year."""
    found = {}
    for name, worker in given.results.items():
        known = _with_person(records, worker.start_age, worker.sex)
        person = msgspec.structs.replace(known.person, education=worker.education)
        case = unchecked(msgspec.structs.replace(known, person=person), [COUNTERFACTUAL])
        in_work = life(case.runs[0].arrays).level[0, 0]
        found[name] = Computed(float(in_work) / _factor(records, given.dollars_of), {_today(records): float(in_work)})
    return found


def yearly_gain(given: YearlyGain, records: Records) -> dict[str, Computed]:
    """What a group gains in some year of work, in dollars of a year."""
    found = {}
    for name, of_year in given.results.items():
        case, (_, subject) = _compared(_with_person(records, given.start_age, of_year.sex), [given.pathway])
        gains = _earnings(subject, given.group) - subject.against[given.group].group.earnings[0]
        gain = float(np.mean(gains[_years(case, given.pathway, of_year)]))
        value = gain / _factor(records, of_year.dollars_of) / of_year.over
        found[name] = Computed(value, {f"yearly gain {_today(records)}": gain})
    return found


def study_years(given: StudyYears, records: Records) -> dict[str, Computed]:
    """A study's effect in a year and what pay says of the same people, in dollars of a year; or one over the other."""
    arrays, found = case_of(records, [], COUNTERFACTUAL).arrays, {}
    both = measured(arrays, arrays.studies[given.study])
    for name, wanted in given.results.items():
        study, pay = (float(part[0, wanted.year - 1]) for part in (both.study, both.pay))
        parts = {f"study {_today(records)}": study, f"pay {_today(records)}": pay}
        factor = _factor(records, wanted.dollars_of)
        values = {"study": study / factor, "pay": pay / factor, "pay over study": pay / study}
        found[name] = Computed(values[wanted.of], parts)
    return found


def _years(case: Case, name: str, of_year: GainYear) -> Years:
    """Which years are meant: one since enrolment, or those whose middle lies so long after finishing (years,)."""
    start, retire = case.arrays.person.start_age, case.arrays.person.retire_age
    year = clock.year_numbers(int((retire - start).item()))
    if of_year.after_finishing is None:
        assert of_year.year is not None
        return np.asarray(year == of_year.year - 1)
    length = length_of(case.arrays, case.arrays.pathways[name])
    assert length is not None
    since = clock.years_since(length, year)[0]
    first, last = of_year.after_finishing
    return np.asarray((since >= first) & (since < last))


def pay_over_life(given: PayOverLife, records: Records) -> dict[str, Computed]:
    """Full-time pay of finishers over that without training, summed over ages; nobody dies or is out of work."""
    known = _with_numbers(_with_person(records, given.start_age), given.set)
    _, (_, subject) = _compared(known, [given.pathway])
    finishers = subject.projection.completer
    assert finishers is not None
    counted = _at_ages(given.start_age, len(finishers.in_work[0]), given.ages)
    theirs = subject.against["completer"].group.in_work[0]
    first, second = (float(np.sum(pay[counted])) for pay in (finishers.in_work[0], theirs))
    return {"ratio": Computed(first / second, {given.pathway: first, COUNTERFACTUAL: second})}


def gap_over_life(given: GapOverLife, records: Records) -> dict[str, Computed]:
    """The present value of what finishers earn more over the plain sum of it, survival left out."""
    found, (first_age, last_age) = {}, given.ages
    for name, of in given.results.items():
        known = _with_person(records, given.start_age, of.sex, retire_age=last_age + 1)
        _, (_, subject) = _compared(known, [given.pathway])
        gaps = _earnings(subject, "completer") - subject.against["completer"].group.earnings[0]
        gaps = gaps[_at_ages(given.start_age, len(gaps), given.ages)][None, :]
        year = clock.year_numbers(last_age - first_age + 1)
        factors = discounting.discount_factors(np.array([[given.discount_rate]]), year, given.timing)
        worth = discounting.weighted_sum(gaps, factors).item()
        found[name] = Computed(worth / float(gaps.sum()), {"present value": worth, "plain sum": float(gaps.sum())})
    return found


def pay_ratio(given: PayRatio, records: Records) -> dict[str, Computed]:
    """Yearly pay of finishers five years after training, of one pathway over another."""
    found = {}
    for name, starter in given.results.items():
        known = _with_person(records, starter.start_age)
        _, (_, *both) = _compared(known, [given.pathway, given.versus])
        first, second = (_pay_five_years_after(subject) for subject in both)
        found[name] = Computed(first / second, {given.pathway: first, given.versus: second})
    return found


def _pay_five_years_after(subject: Subject) -> float:
    assert subject.completer is not None
    pay = subject.completer.pay_five_years_after_training
    assert pay is not None
    return pay


def chance_ahead(given: ChanceAhead, records: Records) -> dict[str, Computed]:
    """The share of simulated lives that end ahead by `WELL_AHEAD` or more.

    That all who start finish is what the case sets: lives that leave are then none.
    """
    # Random numbers take a while to import.
    from mobcalc.simulation.chances import Asked, layers
    from mobcalc.simulation.draws import simulated

    found = {}
    for name, starter in given.results.items():
        known = _with_numbers(_with_person(records, starter.start_age), given.set)
        case = case_of(known, [given.pathway], COUNTERFACTUAL)
        asked = Asked(case, sides_of(case), given.draws, 0)
        chances = layers(asked, simulated(asked.case, asked.sides, asked.draws, asked.seed))[given.pathway].together
        found[name] = Computed(chances.chance_well_ahead, {"lives": float(chances.draws), "ahead by": WELL_AHEAD})
    return found


def _compared(records: Records, ids: Sequence[str]) -> tuple[Case, list[Subject]]:
    """Some pathways against no training, which comes first."""
    case = case_of(records, ids, COUNTERFACTUAL)
    return case, subjects_of(sides_of(case), case.ids)


def _earnings(subject: Subject, group: str) -> Array:
    """What counts as the earnings of a group in each year (years,)."""
    of_group = getattr(subject.projection, group)
    assert of_group is not None
    counted: Array = of_group.earnings[0]
    return counted


def _at_ages(start_age: int, years: int, ages: tuple[int, int]) -> Years:
    """Whether a year is lived at one of the ages, the last of them included (years,)."""
    age = start_age + np.arange(years)
    return np.asarray((age >= ages[0]) & (age <= ages[1]))


def _with_person(records: Records, start_age: int, sex: Sex | None = None, *, retire_age: int | None = None) -> Records:
    """The assumptions with another person in them."""
    numbers = {"person.start_age": float(start_age)}
    if retire_age is not None:
        numbers["person.retire_age"] = float(retire_age)
    person = msgspec.structs.replace(records.person, sex=sex)
    return _with_numbers(msgspec.structs.replace(records, person=person), numbers)


def _with_numbers(records: Records, numbers: Mapping[str, float]) -> Records:
    """The assumptions with some numbers set by dotted name; what is set has no range."""
    known = dict(leaves(records))
    for name, value in numbers.items():
        there: Assumption = known[name]
        leaf = msgspec.structs.replace(there, value=value, range=None, kind="user", where=BY_CASE)
        records = with_leaf(records, name, leaf)
    return records


def _today(records: Records) -> str:
    """In which dollars amounts are computed, for the name of a part."""
    return f"in {records.economy.price_year} dollars"


def _factor(records: Records, year: int) -> float:
    """Consumer prices of the price year over those of another year."""
    return restating_factor(records, Assumption(1.0, "USD", "observed", "", "", price_year=year))
