"""Pathways of the kind 'levels': finishers earn what is published, leavers return to the baseline."""

from typing import NamedTuple

import numpy as np

from mobcalc.analysis.branch import Branch, Projection, branch, mixed
from mobcalc.analysis.life import (
    Life,
    OfTime,
    at_least,
    attached,
    counterfactual,
    employed,
    published,
    trade_ratio,
    without_training,
)
from mobcalc.analysis.term import Term, exits, term
from mobcalc.model import Array, clock, earnings, training
from mobcalc.sampling import Arrays, YearPoints
from mobcalc.schema import Pathway


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
            self.term,
            end,
            counted=earned + (1.0 - fraction) * counted,
            paid=earned + (1.0 - fraction) * paid,
            in_work=in_training + (1.0 - fraction) * in_work,
            forgone=fraction * life.level * life.employed - earned,
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
    general, levels = employed(arrays, None), published(arrays, part, life.age)
    pays_steps = pathway.training is not None and pathway.training.wage_steps is not None
    own_term = term(arrays, pathway)
    return _Groups(
        life=life,
        term=own_term,
        against=counterfactual(arrays, life, part.male_share),
        level=lambda since: at_least(arrays, levels(since) * life.pay) * life.at_work,
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


def _training_pay(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints], length: Array) -> OfTime:
    """A full year's pay in training, in work, as a function of the time at which training ends."""
    part, level_of = pathway.training, pathway.earnings
    assert part is not None and level_of is not None
    if part.student_earnings_share is not None:
        kept = part.student_earnings_share * life.level
        return lambda _: kept
    starts, steps, hours = part.step_starts, part.wage_steps, part.paid_hours
    assert starts is not None and steps is not None and hours is not None and level_of.percentiles is not None
    journeyworker = level_of.percentiles[:, [2]] * trade_ratio(arrays) * life.growth

    def by_steps(end: Array) -> Array:
        """The mean of the wage steps that are reached, year by year."""
        step = training.mean_wage_step(length, life.year, starts[0], steps, until=end)
        paid = training.apprentice_earnings(step, journeyworker, hours)
        return np.maximum(paid, arrays.economy.minimum_wage * hours)

    return by_steps
