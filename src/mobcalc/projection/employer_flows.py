"""What an employer spends on the apprentices of a pathway, and what comes back, month by month."""

from typing import NamedTuple

import numpy as np

from mobcalc.household.payroll_taxes import PayrollTax
from mobcalc.model import Array, employer, training
from mobcalc.projection.finisher_pay import in_occupation
from mobcalc.projection.training_term import length_of
from mobcalc.sampling import Arrays, YearPoints
from mobcalc.schema import Pathway
from mobcalc.units import FULL_TIME_YEAR, MONTHS_PER_YEAR, WEEKS_PER_YEAR


class Apprenticeship(NamedTuple):
    """The term of a pathway in months, and what is paid in it; (rows, months) unless said otherwise.

    `time` is the middle of each month [years] (1, months), `passed` the share of the term that has passed by then,
    `inside` 1 within the term. `length` [years], `wage` of a journeyworker today [USD/hour], `completion` [share] (all
    rows, 1). `step` is the wage step in force, `growth` of wages since the start and `discount` factors (rows, months).
    """

    time: Array
    passed: Array
    inside: Array
    length: Array
    wage: Array
    completion: Array
    step: Array
    growth: Array
    discount: Array


class Flows(NamedTuple):
    """What is spent on one apprentice, and what comes back, in each month [USD/month] (rows, months).

    `costs` and `benefits` by name, see `results.employer`.
    """

    costs: dict[str, Array]
    benefits: dict[str, Array]

    def net(self) -> Array:
        """What comes back less what is spent (rows, months)."""
        gained: Array = np.sum([*self.benefits.values()], axis=0) - np.sum([*self.costs.values()], axis=0)
        return gained


def apprenticeship(arrays: Arrays, name: str, months: int) -> Apprenticeship:
    """The apprenticeship of a pathway that pays by wage steps.

    Args:
        arrays: the assumptions.
        name: id of the pathway.
        months: how many are counted.
    """
    pathway, economy = arrays.pathways[name], arrays.economy
    part, length = pathway.training, length_of(arrays, pathway)
    assert part is not None and length is not None and pathway.completion is not None
    assert part.step_starts is not None and part.wage_steps is not None
    time = (np.arange(months)[None, :] + 0.5) / MONTHS_PER_YEAR
    passed = np.minimum(time / length, 1.0)
    scale = in_occupation(arrays, pathway, arrays.person.start_age + 0.5, None)(np.zeros((1, 1)))
    return Apprenticeship(
        time=time,
        passed=passed,
        inside=(time < length).astype(np.float64),
        length=length,
        wage=np.maximum(scale / FULL_TIME_YEAR, economy.minimum_wage),
        completion=pathway.completion.rate,
        step=employer.step_in_force(passed, part.step_starts[0], part.wage_steps),
        growth=(1.0 + economy.real_wage_growth) ** time,
        discount=(1.0 + economy.discount_rate) ** -time,
    )


def months_counted(arrays: Arrays, name: str) -> int:
    """The months of the longest term and of the years after it."""
    length = length_of(arrays, arrays.pathways[name])
    assert length is not None
    years = float(np.max(length)) + float(np.max(arrays.employer.years_after))
    return int(np.ceil(years * MONTHS_PER_YEAR - 1e-9))


def flows(arrays: Arrays, name: str, own: Apprenticeship, tax: PayrollTax, *, all_finish: bool) -> Flows:
    """What is spent on an apprentice and comes back, on average over those who start or of one who finishes.

    Args:
        arrays: the assumptions.
        name: id of the pathway.
        own: its apprenticeship.
        tax: the employer's payroll tax, in dollars of the price year.
        all_finish: whether it is of one who finishes.
    """
    pathway, terms = arrays.pathways[name], arrays.employer
    there = _there(arrays, own, all_finish)
    skilled = _with_benefits(arrays, pathway, own.wage * own.growth * FULL_TIME_YEAR, tax)
    hours = _paid_hours(pathway)
    pay = np.maximum(own.wage * own.step * own.growth, arrays.economy.minimum_wage)
    output = employer.between(own.passed, terms.output_start, terms.output_end)
    mentor_hours = employer.between(own.passed, terms.mentor_hours_start, terms.mentor_hours_end)
    first, after = np.arange(own.time.shape[1]) == 0, _after(arrays, own, all_finish)
    costs = {
        "wages": there * _with_benefits(arrays, pathway, pay * hours, tax),
        "mentors": there * mentor_hours * WEEKS_PER_YEAR * skilled / FULL_TIME_YEAR,
        "instruction": there * terms.instruction_cost,
        "start": terms.start_cost * first * MONTHS_PER_YEAR,
    }
    benefits = {
        "output": there * output * skilled * hours / FULL_TIME_YEAR,
        "after": after * terms.gain_after * skilled,
        "hiring": terms.hire_cost * (_finishing(own, all_finish) * MONTHS_PER_YEAR)
        + after * (terms.stay - terms.stay_of_hired) * terms.hire_cost,
    }
    shape = there.shape
    return Flows(*({k: np.broadcast_to(v / MONTHS_PER_YEAR, shape) for k, v in by.items()} for by in (costs, benefits)))


def _with_benefits(arrays: Arrays, pathway: Pathway[Array, YearPoints], wages: Array, tax: PayrollTax) -> Array:
    """Yearly wages with the employer's benefits and payroll tax [USD/year] (rows, months)."""
    rate = arrays.economy.fringe_rate if pathway.fringe_rate is None else pathway.fringe_rate
    whole: Array = wages * (1.0 + rate) + tax.on(wages)
    return whole


def _paid_hours(pathway: Pathway[Array, YearPoints]) -> Array:
    assert pathway.training is not None and pathway.training.paid_hours is not None
    return pathway.training.paid_hours


def _there(arrays: Arrays, own: Apprenticeship, all_finish: bool) -> Array:
    """The part of those who started that is in the program [share] (rows, months)."""
    if all_finish:
        return own.inside
    still: Array = training.share_still_in(own.completion, own.passed, arrays.careers.leaving_front_loading)
    return own.inside * still


def _finished(own: Apprenticeship, all_finish: bool) -> Array:
    """The part of those who started that finishes [share] (rows, 1)."""
    return np.ones_like(own.completion) if all_finish else own.completion


def _after(arrays: Arrays, own: Apprenticeship, all_finish: bool) -> Array:
    """The part of those who started that finished and is still there [share] (rows, months)."""
    since = own.time - own.length
    counted = (since >= 0.0) & (since < arrays.employer.years_after)
    stayed: Array = counted * employer.still_there(since * MONTHS_PER_YEAR, arrays.employer.stay)
    return _finished(own, all_finish) * stayed


def _finishing(own: Apprenticeship, all_finish: bool) -> Array:
    """The part of those who started that finishes in each month [share] (rows, months)."""
    place = np.arange(own.time.shape[1])[None, :]
    month = np.minimum(np.floor(own.length * MONTHS_PER_YEAR + 1e-9), own.time.shape[1] - 1.0)
    found: Array = _finished(own, all_finish) * (place == month)
    return found
