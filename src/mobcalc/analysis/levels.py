"""Pathways of the kind 'levels': finishers earn what is published, leavers return to the baseline."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

import numpy as np

from mobcalc.analysis.branch import Branch, Projection, branch, mixed
from mobcalc.analysis.life import Life, counterfactual, sex_ratio, shape_at
from mobcalc.analysis.term import Term, exits, term
from mobcalc.model import Array, clock, earnings, training
from mobcalc.sampling import Arrays, YearPoints
from mobcalc.schema import Earnings, Pathway
from mobcalc.units import FULL_TIME_WEEK

OfTime: TypeAlias = Callable[[Array], Array]
"""Yearly amounts (rows, years) as a function of a time [years], (rows, 1) or (rows, years)."""


class _Groups(NamedTuple):
    """The pieces from which finishers and leavers are put together.

    `level` takes the time since training, `training_pay` (a full year's, in work) the time at which training ends.
    """

    life: Life
    term: Term
    against: Array
    level: OfTime
    training_pay: OfTime
    training_employed: Array
    employed: Array
    leaver_employed: Array
    causal_share: Array
    leaver_gain_share: Array

    def completer(self) -> Branch:
        """Those who finish: the level of finishers, of whose gap only the counted part enters `earnings`."""
        life = self.life
        level = self.level(clock.years_since(self.term.length, life.year))
        paid = level * self.employed
        gap = earnings.counted_gap(paid - self.against * life.employed, self.causal_share)
        return self._group(self.term.length, life.level * life.employed + gap, paid, level)

    def leaver(self, end: Array) -> Branch:
        """Those who leave at `end`: back on the baseline, with a part of what a finisher gains by then."""
        life, share = self.life, self.leaver_gain_share
        level = self.level(clock.years_since(end, life.year))
        base = life.level * life.employed
        gap = level * self.leaver_employed - self.against * life.employed
        in_work = life.level + share * (level - self.against)
        return self._group(end, base + share * self.causal_share * gap, base + share * gap, in_work)

    def _group(self, end: Array, counted: Array, paid: Array, in_work: Array) -> Branch:
        """Training up to `end`, then the years after it."""
        life = self.life
        fraction = clock.training_fraction(end, life.year)
        in_training = fraction * self.training_pay(end)
        earned = in_training * self.training_employed
        return branch(
            life,
            end,
            counted=earned + (1.0 - fraction) * counted,
            paid=earned + (1.0 - fraction) * paid,
            in_work=in_training + (1.0 - fraction) * in_work,
            forgone=fraction * life.level * life.employed - earned,
            spent=fraction * self.term.cost,
            stipends=fraction * self.term.stipend,
        )


def from_levels(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints]) -> Projection:
    """Finishers at published earnings; leavers averaged over the years in which they leave."""
    groups = _groups(arrays, life, pathway)
    assert pathway.completion is not None
    rate, length = pathway.completion.rate, groups.term.length
    leaving = exits(length, rate, arrays.careers.leaving_front_loading)
    # One year of leaving at a time, so that memory stays that of one group.
    count = leaving.times.shape[1]
    leavers = [groups.leaver(leaving.times[:, [j]]) for j in range(count)]
    leaver = mixed([leaving.chances[:, [j]] for j in range(count)], leavers)
    completer = groups.completer()
    last = (life.year == clock.first_full_year(length) - 1.0).astype(np.float64)
    last_pay = np.sum(last * groups.training_pay(length), axis=1, keepdims=True)
    return Projection(mixed((rate, 1.0 - rate), (completer, leaver)), completer, leaver, rate, last_pay)


def _groups(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints]) -> _Groups:
    part = pathway.earnings
    assert part is not None and part.male_share is not None and part.causal_share is not None
    assert pathway.leaver_gain_share is not None
    general = earnings.employed_share(arrays.careers.unemployment_rate)
    pays_steps = pathway.training is not None and pathway.training.wage_steps is not None
    own_term = term(arrays, pathway)
    return _Groups(
        life=life,
        term=own_term,
        against=counterfactual(arrays, life, part.male_share),
        level=level(arrays, life, part),
        training_pay=_training_pay(arrays, life, pathway, own_term.length),
        training_employed=general if pays_steps else life.employed,
        employed=general if part.unemployment_rate is None else earnings.employed_share(part.unemployment_rate),
        leaver_employed=general,
        causal_share=part.causal_share,
        leaver_gain_share=pathway.leaver_gain_share,
    )


def level(arrays: Arrays, life: Life, part: Earnings[Array]) -> OfTime:
    """Published earnings in work as a function of the time since training."""
    if part.weekly_median is not None:
        assert part.age_shape is not None
        full = earnings.annual_from_weekly(part.weekly_median, arrays.person.weekly_hours)
        by_age = full * shape_at(arrays.people.age_shapes[part.age_shape], life.age) * sex_ratio(arrays) * life.growth
        return lambda _: by_age
    assert part.percentiles is not None
    wages = part.percentiles * _trade_ratio(arrays)
    scale = arrays.person.weekly_hours / FULL_TIME_WEEK * life.growth
    careers = arrays.careers

    def by_standing(since: Array) -> Array:
        """Earnings at the finisher's standing in the occupation's wages."""
        standing = earnings.position(since, careers.position_years[0], careers.position, careers.position_shift)
        return earnings.wage_at(standing, wages) * scale

    return by_standing


def _trade_ratio(arrays: Arrays) -> Array | float:
    """What this person earns in an occupation relative to its published wages."""
    return arrays.people.trade_pay_ratio_women if arrays.person.sex == "female" else 1.0


def _training_pay(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints], length: Array) -> OfTime:
    """A full year's pay in training, in work, as a function of the time at which training ends."""
    part, level_of = pathway.training, pathway.earnings
    assert part is not None and level_of is not None
    if part.student_earnings_share is not None:
        kept = part.student_earnings_share * life.level
        return lambda _: kept
    starts, steps, hours = part.step_starts, part.wage_steps, part.paid_hours
    assert starts is not None and steps is not None and hours is not None and level_of.percentiles is not None
    journeyworker = level_of.percentiles[:, [2]] * _trade_ratio(arrays) * life.growth

    def by_steps(end: Array) -> Array:
        """The mean of the wage steps that are reached, year by year."""
        step = training.mean_wage_step(length, life.year, starts[0], steps, until=end)
        return training.apprentice_earnings(step, journeyworker, hours)

    return by_steps
