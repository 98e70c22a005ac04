"""Pathways of the kind 'levels': finishers earn what is published, leavers return to the baseline."""

from typing import NamedTuple

import numpy as np

from mobcalc.model import Array, clock, earnings, onto, training
from mobcalc.projection.exits import Ways
from mobcalc.projection.finisher_pay import OfTime, Strand, in_occupation, strands
from mobcalc.projection.group import Group, Projection, averaged, group_ending, mixed, row_count
from mobcalc.projection.person_years import Life
from mobcalc.projection.training_term import Term, exits, leavers, quitting, term
from mobcalc.sampling import Arrays, YearPoints
from mobcalc.schema import Pathway


class Gaps(NamedTuple):
    """What somebody with the credential is paid more than without it (all rows, years) [USD/year].

    `paid` on average, `in_work` in work, and `counted`, the part of `paid` that enters the comparison.
    """

    paid: Array
    in_work: Array
    counted: Array


class Groups(NamedTuple):
    """The pieces from which finishers and leavers are put together.

    `base` is what the person earns without training on average [USD/year] (rows, years). `training_pay` is a full
    year's in training, in work; it takes the time at which training ends and gives the years up to the last with any
    training in it. `training_employed` is the part of it that is earned on average (rows, years).
    """

    arrays: Arrays
    life: Life
    pathway: Pathway[Array, YearPoints]
    term: Term
    base: Array
    training_pay: OfTime
    training_employed: Array

    def completer(self) -> Group:
        """Those who finish: the level of finishers, of whose gap only the counted part enters `earnings`."""
        return self._group(self.term.length, self.gaps(self.term.length))

    def leaver(self, end: Array) -> Group:
        """Those who leave at `end`: back on the baseline, with a part of what a finisher gains by then."""
        share = self.leaver_gain_share
        return self._group(end, Gaps(*(share * gap for gap in self.gaps(end))))

    @property
    def leaver_gain_share(self) -> Array:
        """What leavers keep of a finisher's gain (rows, 1)."""
        assert self.pathway.leaver_gain_share is not None
        return self.pathway.leaver_gain_share

    def gaps(self, end: Array) -> Gaps:
        """What a finisher gains whose training ended at `end`; some have left the occupation for another by then."""
        since = clock.years_since(end, self.life.year)
        each = strands(self.arrays, self.life, self.pathway, since)
        in_work = sum((some.share * some.kept * (some.level - self.life.level) for some in each), np.zeros((1, 1)))
        paid = self._paid_gap(each)
        return Gaps(paid, in_work, self._counted_gap(paid, since))

    def _paid_gap(self, each: list[Strand]) -> Array:
        """What finishers are paid more on average than without the credential [USD/year] (rows, years)."""
        gaps = (some.share * some.kept * (some.level * some.employed - self.base) for some in each)
        return sum(gaps, np.zeros((1, 1)))

    def _counted_gap(self, paid: Array, since: Array) -> Array:
        """The part of such a gap that enters the comparison so long after training [USD/year] (rows, years)."""
        part = self.pathway.earnings
        assert part is not None and part.causal_share is not None
        return earnings.gap_floored(earnings.counted_gap(paid, part.causal_share), since)

    def counted(self, end: Array, finishes: bool) -> Array:
        """Earnings that count toward the comparison where training ends at `end` [USD/year] (rows, years)."""
        fraction, pay = self._in_training(end)
        since = clock.years_since(end, self.life.year)
        gap = self._counted_gap(self._paid_gap(strands(self.arrays, self.life, self.pathway, since)), since)
        after = onto(np.add, gap if finishes else gap * self.leaver_gain_share, self.base)
        return _blended(fraction, pay * self._training_employed(pay), after)

    def _in_training(self, end: Array) -> tuple[Array, Array]:
        """The part of each year in training, and a full year's pay then, up to the last such year."""
        pay = self.training_pay(end)
        return clock.training_fraction(end, self.life.year[: pay.shape[1]]), pay

    def _training_employed(self, pay: Array) -> Array:
        return self.training_employed[:, : pay.shape[1]]

    def _group(self, end: Array, gaps: Gaps) -> Group:
        """Training up to `end`, then the years after it."""
        life = self.life
        fraction, pay = self._in_training(end)
        earned = pay * self._training_employed(pay)
        return group_ending(
            life,
            self.term,
            end,
            counted=_blended(fraction, earned, self.base + gaps.counted),
            paid=_blended(fraction, earned, self.base + gaps.paid),
            in_work=_blended(fraction, pay, life.level + gaps.in_work),
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
    groups = groups_of(arrays, life, pathway)
    assert pathway.completion is not None
    rate, length = pathway.completion.rate, groups.term.length
    times, chances = leavers(length, rate, arrays.careers.leaving_front_loading)
    completer = groups.completer()
    leaver = averaged(row_count(completer, chances, groups.leaver_gain_share), chances, groups.leaver, times)
    everybody = mixed((rate, 1.0 - rate), (completer, leaver))
    quitter = quitting(arrays, length, groups.leaver)
    if pathway.training is None or pathway.training.wage_steps is None:
        return Projection(everybody, completer, leaver, rate, quitter)
    pay = groups.training_pay(length)
    last = (life.year[: pay.shape[1]] == clock.first_full_year(length) - 1.0).astype(np.float64)
    last_pay = np.sum(last * pay, axis=1, keepdims=True)
    return Projection(everybody, completer, leaver, rate, quitter, last_pay, _scale_pay(arrays, life, pathway))


def ways_of_levels(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints]) -> Ways:
    """What counts of each way through a pathway of this kind."""
    groups = groups_of(arrays, life, pathway)
    assert pathway.completion is not None
    return Ways(
        term=groups.term,
        exits=exits(groups.term.length, pathway.completion.rate, arrays.careers.leaving_front_loading),
        counted=groups.counted,
    )


def groups_of(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints], own_term: Term | None = None) -> Groups:
    """The pieces of a pathway of this kind; its term is given where the pathway is a step of a ladder."""
    own_term = term(arrays, pathway) if own_term is None else own_term
    pays_steps = pathway.training is not None and pathway.training.wage_steps is not None
    return Groups(
        arrays=arrays,
        life=life,
        pathway=pathway,
        term=own_term,
        base=life.level * life.employed,
        training_pay=_training_pay(arrays, life, pathway, own_term.length),
        # Wage steps are by contract; what students earn is a part of what they would earn without training.
        training_employed=np.ones((1, len(life.year))) if pays_steps else life.employed,
    )


def _training_pay(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints], length: Array) -> OfTime:
    """A full year's pay in training, in work, as a function of the time at which training ends."""
    part = pathway.training
    assert part is not None
    if part.student_earnings_share is not None:
        share = part.student_earnings_share
        return lambda end: share * life.level[:, : _years_with_training(life, end)]
    starts, steps, hours = part.step_starts, part.wage_steps, part.paid_hours
    assert starts is not None and steps is not None and hours is not None
    journeyworker = _scale_pay(arrays, life, pathway) * life.growth

    def by_steps(end: Array) -> Array:
        """The mean of the wage steps that are reached, year by year."""
        count = _years_with_training(life, end)
        step = training.mean_wage_step(length, life.year[:count], starts[0], steps, until=end)
        paid = training.apprentice_earnings(step, journeyworker[:, :count], hours)
        return np.maximum(paid, arrays.economy.minimum_wage * hours)

    return by_steps


def _scale_pay(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints]) -> Array:
    """What wage steps are shares of: full-time pay of somebody who finished today [USD/year] (rows, 1)."""
    carried = None if life.carried is None else life.carried[:, :1]
    return in_occupation(arrays, pathway, life.age[:, :1], np.zeros((1, 1)), carried)


def _years_with_training(life: Life, end: Array) -> int:
    """The number of the first years of which training takes a part in some row."""
    return min(int(np.ceil(end.max())), len(life.year))
