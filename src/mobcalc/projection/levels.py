"""Pathways of the kind 'levels': finishers earn what is published, leavers return to the baseline."""

from functools import cache
from typing import NamedTuple

import numpy as np

from mobcalc.model import Array, clock, earnings, onto, training
from mobcalc.projection.exits import Ways
from mobcalc.projection.group import Group, Projection, averaged, group_ending, mixed, row_count
from mobcalc.projection.pay_path import OfTime, at_least, counterfactual_ratio, published, trade_ratio, without_training
from mobcalc.projection.person_years import Life, attached, employed
from mobcalc.projection.training_term import Term, exits, leavers, term
from mobcalc.sampling import Arrays, YearPoints
from mobcalc.schema import Earnings, Pathway


class _Groups(NamedTuple):
    """The pieces from which finishers and leavers are put together.

    `base` is what the person earns without training on average, and `against` what the level is set against: the same
    times `ratio`, for the pathway's own mix of men and women [USD/year] (both rows, years). `level` and `training_pay`
    (a full year's, in work) take the time at which training ends; the second gives the years up to the last with any
    training in it.
    """

    life: Life
    term: Term
    base: Array
    ratio: Array
    against: Array
    level: OfTime
    training_pay: OfTime
    training_employed: Array
    employed: Array
    leaver_employed: Array
    causal_share: Array
    leaver_gain_share: Array

    def completer(self) -> Group:
        """Those who finish: the level of finishers, of whose gap only the counted part enters `earnings`."""
        end = self.term.length
        level = self.level(end)
        return self._group(end, self.after(level, finishes=True), level * self.employed, level)

    def leaver(self, end: Array) -> Group:
        """Those who leave at `end`: back on the baseline, with a part of what a finisher gains by then."""
        life, share = self.life, self.leaver_gain_share
        level = self.level(end)
        paid = self.base + share * (level * self.leaver_employed - self.against)
        in_work = life.level + share * (level - life.level * self.ratio)
        return self._group(end, self.after(level, finishes=False), paid, in_work)

    def counted(self, end: Array, after: Array) -> Array:
        """Earnings that count toward the comparison where training ends at `end` [USD/year] (rows, years)."""
        fraction, pay = self._in_training(end)
        return _blended(fraction, pay * self.training_employed, after)

    def after(self, level: Array, finishes: bool) -> Array:
        """What counts of somebody after training, as without it in training years [USD/year] (rows, years)."""
        gap = onto(np.subtract, level * (self.employed if finishes else self.leaver_employed), self.against)
        if finishes:
            return onto(np.add, earnings.counted_gap(gap, self.causal_share), self.base)
        # Of a leaver the same part of gains and losses counts.
        return onto(np.add, onto(np.multiply, gap, self.leaver_gain_share * self.causal_share), self.base)

    def _in_training(self, end: Array) -> tuple[Array, Array]:
        """The part of each year in training, and a full year's pay then, up to the last such year."""
        pay = self.training_pay(end)
        return clock.training_fraction(end, self.life.year[: pay.shape[1]]), pay

    def _group(self, end: Array, counted: Array, paid: Array, in_work: Array) -> Group:
        """Training up to `end`, then the years after it."""
        life = self.life
        fraction, pay = self._in_training(end)
        earned = pay * self.training_employed
        return group_ending(
            life,
            self.term,
            end,
            counted=_blended(fraction, earned, counted),
            paid=_blended(fraction, earned, paid),
            in_work=_blended(fraction, pay, in_work),
            forgone=_blended(fraction, self.base[:, : pay.shape[1]] - earned, np.zeros((1, len(life.year)))),
        )


def _blended(fraction: Array, in_training: Array, after: Array) -> Array:
    """Training years by the part of them in training, then the years after it.

    Args:
        fraction: of each year up to the last with training in it (rows, first years).
        in_training: a full year's amount then (rows, first years).
        after: amounts without training (rows, years).
    """
    count = fraction.shape[1]
    first = fraction * in_training + (1.0 - fraction) * after[:, :count]
    blend = np.empty((max(len(first), len(after)), after.shape[1]), order="F")
    blend[:, :count], blend[:, count:] = first, after[:, count:]
    return blend


def from_levels(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints]) -> Projection:
    """Finishers at published earnings; leavers averaged over the years in which they leave."""
    groups = _groups(arrays, life, pathway)
    assert pathway.completion is not None
    rate, length = pathway.completion.rate, groups.term.length
    times, chances = leavers(length, rate, arrays.careers.leaving_front_loading)
    completer = groups.completer()
    rows = row_count(completer, chances, groups.causal_share, groups.leaver_gain_share, groups.leaver_employed)
    leaver = averaged(rows, chances, groups.leaver, times)
    pay = groups.training_pay(length)
    last = (life.year[: pay.shape[1]] == clock.first_full_year(length) - 1.0).astype(np.float64)
    last_pay = np.sum(last * pay, axis=1, keepdims=True)
    return Projection(mixed((rate, 1.0 - rate), (completer, leaver)), completer, leaver, rate, last_pay)


def ways_of_levels(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints]) -> Ways:
    """What counts of each way through a pathway of this kind."""
    groups = _groups(arrays, life, pathway)
    assert pathway.completion is not None and pathway.earnings is not None
    level_moves = pathway.earnings.percentiles is not None

    @cache
    def at_any_time(finishes: bool) -> Array:
        """What a group earns afterwards where that does not depend on when it left."""
        return groups.after(groups.level(groups.term.length), finishes)

    def counted(end: Array, finishes: bool) -> Array:
        """What counts toward the comparison for those whose training ends at a time."""
        return groups.counted(end, groups.after(groups.level(end), finishes) if level_moves else at_any_time(finishes))

    return Ways(
        term=groups.term,
        exits=exits(groups.term.length, pathway.completion.rate, arrays.careers.leaving_front_loading),
        counted=counted,
        # What counts of leavers is the baseline with a little on top, so they are out of work when they would be
        # without training.
        employed=lambda finishes: groups.employed if finishes else life.employed,
    )


def _groups(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints]) -> _Groups:
    part = pathway.earnings
    assert part is not None and part.male_share is not None and part.causal_share is not None
    assert pathway.leaver_gain_share is not None
    general = employed(arrays, None)
    pays_steps = pathway.training is not None and pathway.training.wage_steps is not None
    own_term, base = term(arrays, pathway), life.level * life.employed
    ratio = counterfactual_ratio(arrays, part.male_share)
    return _Groups(
        life=life,
        term=own_term,
        base=base,
        ratio=ratio,
        against=base * ratio,
        level=_level(arrays, life, part),
        training_pay=_training_pay(arrays, life, pathway, own_term.length),
        # What students keep counts those who do not work already.
        training_employed=general
        if pays_steps
        else attached(arrays, arrays.pathways[without_training(arrays)].earnings),
        employed=employed(arrays, part),
        leaver_employed=general,
        causal_share=part.causal_share,
        leaver_gain_share=pathway.leaver_gain_share,
    )


def _level(arrays: Arrays, life: Life, part: Earnings[Array]) -> OfTime:
    """What finishers earn in work as a function of the time at which training ends."""
    of_time = published(arrays, part, life.age)

    def since(end: Array) -> Array:
        """The level of somebody whose training ended then."""
        level = at_least(arrays, of_time(clock.years_since(end, life.year)) * life.pay)
        return level if life.is_always_at_work else level * life.at_work

    if part.percentiles is not None:
        return since
    # What the holders of a credential earn depends on their age alone.
    at_any_time = since(np.zeros((1, 1)))
    return lambda _: at_any_time


def _training_pay(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints], length: Array) -> OfTime:
    """A full year's pay in training, in work, as a function of the time at which training ends."""
    part, level_of = pathway.training, pathway.earnings
    assert part is not None and level_of is not None
    if part.student_earnings_share is not None:
        share = part.student_earnings_share
        return lambda end: share * life.level[:, : _years_with_training(life, end)]
    starts, steps, hours = part.step_starts, part.wage_steps, part.paid_hours
    assert starts is not None and steps is not None and hours is not None and level_of.percentiles is not None
    journeyworker = level_of.percentiles[:, [2]] * trade_ratio(arrays) * life.growth

    def by_steps(end: Array) -> Array:
        """The mean of the wage steps that are reached, year by year."""
        count = _years_with_training(life, end)
        step = training.mean_wage_step(length, life.year[:count], starts[0], steps, until=end)
        paid = training.apprentice_earnings(step, journeyworker[:, :count], hours)
        return np.maximum(paid, arrays.economy.minimum_wage * hours)

    return by_steps


def _years_with_training(life: Life, end: Array) -> int:
    """The number of the first years of which training takes a part in some row."""
    return min(int(np.ceil(end.max())), len(life.year))
