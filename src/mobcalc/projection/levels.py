"""Pathways of the kind 'levels': finishers earn what is published, leavers a part of it by how long they stayed."""

from typing import NamedTuple

import numpy as np
from msgspec import Struct

from mobcalc.model import Array, clock, earnings, onto, training
from mobcalc.projection.exits import Moves, Way, Ways
from mobcalc.projection.finisher_pay import OfTime, Strand, in_occupation, stayed_in, strands
from mobcalc.projection.group import Group, Projection, averaged, group_ending, mixed, row_count
from mobcalc.projection.leaving import (
    exits,
    keep_per_term,
    kept_by_leavers,
    leavers,
    lost_by_leaving,
    quitting,
    share_stayed,
)
from mobcalc.projection.pay_path import lasting_luck
from mobcalc.projection.person_years import Life
from mobcalc.projection.training_term import Term, term
from mobcalc.sampling import Arrays, YearPoints
from mobcalc.schema import Pathway


class Gaps(NamedTuple):
    """What somebody with the credential is paid more than without it (all rows, years) [USD/year].

    `paid` on average, `in_work` in work, and `counted`, the part of `paid` that enters the comparison.
    """

    paid: Array
    in_work: Array
    counted: Array


class Groups(Struct, frozen=True):
    """The pieces from which finishers and leavers are put together.

    `base` is what the person earns without training on average [USD/year] (rows, years). `strands` are those who
    finish, by where they work. `training_pay` is a full year's in training, in work; it takes the time at which
    training ends and gives the years up to the last with any training in it. `training_employed` is the part of it that
    is earned on average (rows, years). `correction` is what studies put on the gain of who finishes [USD/year] (rows,
    years), None where none says anything.
    """

    arrays: Arrays
    life: Life
    pathway: Pathway[Array, YearPoints]
    term: Term
    base: Array
    strands: list[Strand]
    training_pay: OfTime
    training_employed: Array
    correction: Array | None = None

    def completer(self) -> Group:
        """Those who finish: the level of finishers, of whose gap only the counted part enters `earnings`."""
        return self._group(self.term.length, self.gaps(self.term.length), np.ones((1, 1)))

    def leaver(self, end: Array) -> Group:
        """Those who leave at `end`: out of work for a while, then back with a part of what a finisher gains."""
        share = self.kept_by_leavers(end)
        return self._group(end, self.gaps(end, share), share, self.lost(end))

    def kept_by_leavers(self, end: Array) -> Array:
        """What those who leave at `end` keep of a finisher's gain (rows, 1)."""
        return kept_by_leavers(self.arrays, self.pathway, self.term, end)

    def lost(self, end: Array) -> Array:
        """The part of each year that those who leave at `end` are out of work for it (rows, first years)."""
        return lost_by_leaving(self.arrays, self.life, end)

    def gaps(self, end: Array, share: Array | float = 1.0) -> Gaps:
        """What somebody gains whose training ended at `end`, with a share of what finishers gain (rows, 1).

        Some have left the occupation for another by then.
        """
        since = clock.years_since(end, self.life.year)
        of_all = (some.share * some.kept(since) * (some.level(since) - self.life.level) for some in self.strands)
        in_work = share * sum(of_all, np.zeros((1, 1)))
        paid = self._paid_gap(since, share)
        return Gaps(paid, in_work, self._counted_gap(paid, since, share))

    def _paid_gap(self, since: Array, share: Array | float) -> Array:
        """What is paid more on average than without the credential [USD/year] (rows, years); `share` as in `gaps`."""
        first, *others = (self._paid_gap_of(some, since, share) for some in self.strands)
        return sum(others, first)

    def _paid_gap_of(self, some: Strand, since: Array, share: Array | float) -> Array:
        """What some finishers add to that, which nothing else refers to [USD/year] (rows, years)."""
        gap = onto(np.subtract, onto(np.multiply, some.level(since), some.employed), self.base)
        return onto(np.multiply, gap, share * some.share * some.kept(since))

    def _counted_gap(self, paid: Array, since: Array, share: Array | float) -> Array:
        """The part of such a gap that enters the comparison so long after training [USD/year] (rows, years)."""
        part = self.pathway.earnings
        assert part is not None and part.causal_share is not None
        gap = earnings.counted_gap(paid, part.causal_share)
        if self.correction is not None:
            gap = onto(np.add, gap, share * self.correction)
        return earnings.gap_floored(gap, since)

    def _corrected(self, earned: Array, share: Array) -> Array:
        """What counts of a full year's pay in training, with a share of what studies put on it (rows, first years)."""
        return earned if self.correction is None else earned + share * self.correction[..., : earned.shape[-1]]

    def way(self, end: Array, finishes: bool) -> Way:
        """What counts where training ends at `end`."""
        fraction, pay = self._in_training(end)
        since = clock.years_since(end, self.life.year)
        share = np.ones((1, 1)) if finishes else self.kept_by_leavers(end)
        gap = self._counted_gap(self._paid_gap(since, share), since, share)
        free = 1.0 - fraction if finishes else _less(1.0 - fraction, self.lost(end))
        whole = gap + self.base if finishes else onto(np.add, gap, self.base)
        return Way(
            after=_part_free(whole, free),
            in_training=fraction * self._corrected(pay * self._training_employed(pay), share),
            gap=_part_free(gap, free) if finishes else None,
            kept=share,
            stayed=np.ones((1, 1)) if finishes else share_stayed(self.term, end),
        )

    def _in_training(self, end: Array) -> tuple[Array, Array]:
        """The part of each year in training, and a full year's pay then, up to the last such year."""
        pay = self.training_pay(end)
        return clock.training_fraction(end, self.life.year[: pay.shape[-1]]), pay

    def _training_employed(self, pay: Array) -> Array:
        return self.training_employed[..., : pay.shape[-1]]

    def _group(self, end: Array, gaps: Gaps, share: Array, lost: Array | None = None) -> Group:
        """Training up to `end`, then the years after it, of which a part may be lost.

        `share` of what studies put on a finisher's gain counts in training too.
        """
        life = self.life
        fraction, pay = self._in_training(end)
        earned = pay * self._training_employed(pay)
        each = ((self._corrected(earned, share), gaps.counted), (earned, gaps.paid))
        counted, paid = (
            less_lost(_blended(fraction, early, self.base + gap), lost, self.base + gap) for early, gap in each
        )
        return group_ending(
            life,
            self.term,
            end,
            counted=counted,
            paid=paid,
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


def _part_free(amounts: Array, free: Array) -> Array:
    """Amounts of whole years as far as these are free of training and of time without work (rows, years).

    Args:
        amounts: that nothing else refers to; overwritten where they have the rows [USD/year] (rows, years).
        free: part of the first years (rows, first years).
    """
    count, years = free.shape[-1], amounts.shape[-1]
    first = onto(np.multiply, amounts[..., :count], free)
    if first.shape[:-1] == amounts.shape[:-1]:
        return amounts
    parts = np.empty((*first.shape[:-1], years), order="F")
    parts[..., :count], parts[..., count:] = first, amounts[..., count:]
    return parts


def _less(first: Array, second: Array) -> Array:
    """One less the other, each as far as it goes; the first is 1 beyond (rows, first years)."""
    count, rows = max(first.shape[-1], second.shape[-1]), np.broadcast_shapes(first.shape[:-1], second.shape[:-1])
    difference = np.ones((*rows, count), order="F")
    difference[..., : first.shape[-1]] = first
    difference[..., : second.shape[-1]] -= second
    return difference


def less_lost(earned: Array, lost: Array | None, after: Array) -> Array:
    """Earnings without what is lost in the first years after leaving (rows, years).

    Args:
        earned: that nothing else refers to; overwritten where it has the rows.
        lost: part of each year (rows, first years); None where nothing is.
        after: a full year's earnings after training (rows, years).
    """
    if lost is None:
        return earned
    count = lost.shape[1]
    lost = lost * after[:, :count]
    if len(earned) < len(lost):
        earned = np.repeat(earned, len(lost), axis=0)
    earned[:, :count] -= lost
    return earned


def from_levels(
    arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints], correction: Array | None = None
) -> Projection:
    """Finishers at published earnings; leavers averaged over the years in which they leave.

    `correction` is what studies put on the yearly gain of those who finish, as in `Groups`.
    """
    groups = groups_of(arrays, life, pathway, correction=correction)
    assert pathway.completion is not None
    rate, length = pathway.completion.rate, groups.term.length
    times, chances = leavers(length, rate, arrays.careers.leaving_front_loading)
    completer = groups.completer()
    leaver = averaged(row_count(completer, chances, *_of_leavers(groups)), chances, groups.leaver, times)
    everybody = mixed((rate, 1.0 - rate), (completer, leaver))
    quitter = quitting(arrays, length, groups.leaver)
    if pathway.training is None or pathway.training.wage_steps is None:
        return Projection(everybody, completer, leaver, rate, quitter)
    pay = groups.training_pay(length)
    last = (life.year[: pay.shape[1]] == clock.first_full_year(length) - 1.0).astype(np.float64)
    last_pay = np.sum(last * pay, axis=1, keepdims=True)
    return Projection(everybody, completer, leaver, rate, quitter, last_pay, _scale_pay(arrays, life, pathway))


def _of_leavers(groups: Groups) -> tuple[Array, Array]:
    """The numbers that leavers alone rest on (both rows, 1)."""
    return keep_per_term(groups.arrays, groups.pathway), groups.arrays.careers.leaving_cost


def ways_of_levels(
    arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints], correction: Array | None = None
) -> Ways:
    """What counts of each way through a pathway of this kind; `correction` as for `from_levels`."""
    groups = groups_of(arrays, life, pathway, correction=correction)
    assert pathway.completion is not None
    length = groups.term.length
    return Ways(
        term=groups.term,
        exits=exits(length, pathway.completion.rate, arrays.careers.leaving_front_loading),
        way=groups.way,
        luck=lasting_luck(arrays, pathway.earnings),
        on_scale=pays_scale(pathway),
        moves=moves(arrays, life, pathway, length),
        of_leavers=_of_leavers(groups),
    )


def moves(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints], end: Array) -> Moves | None:
    """How those who finished a pathway at `end` leave its occupation; None where it leads to none."""
    part = pathway.earnings
    if part is None or part.percentiles is None or part.work_life is None:
        return None
    return Moves(stayed_in(arrays, part, clock.years_since(end, life.year)), arrays.careers.kept_outside)


def pays_scale(pathway: Pathway[Array, YearPoints]) -> bool:
    """Whether training pays by a scale of wage steps."""
    return pathway.training is not None and pathway.training.wage_steps is not None


def groups_of(
    arrays: Arrays,
    life: Life,
    pathway: Pathway[Array, YearPoints],
    own_term: Term | None = None,
    correction: Array | None = None,
) -> Groups:
    """The pieces of a pathway of this kind; its term is given where the pathway is a step of a ladder.

    `correction` is what studies put on the yearly gain of those who finish, as in `Groups`.
    """
    own_term = term(arrays, pathway) if own_term is None else own_term
    return Groups(
        arrays=arrays,
        life=life,
        pathway=pathway,
        term=own_term,
        base=life.level * life.employed,
        strands=strands(arrays, life, pathway),
        training_pay=_training_pay(arrays, life, pathway, own_term.length),
        # Wage steps are by contract; what students earn is a part of what they would earn without training.
        training_employed=np.ones((1, len(life.year))) if pays_scale(pathway) else life.employed,
        correction=correction,
    )


def _training_pay(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints], length: Array) -> OfTime:
    """A full year's pay in training, in work, as a function of the time at which training ends."""
    part = pathway.training
    assert part is not None
    if part.student_earnings_share is not None:
        share = part.student_earnings_share
        return lambda end: share * life.level[..., : _years_with_training(life, end)]
    starts, steps, hours = part.step_starts, part.wage_steps, part.paid_hours
    assert starts is not None and steps is not None and hours is not None
    growth = life.growth[..., : _years_with_training(life, length)]
    # Year by year in memory, see `model.risk`; what is computed from it has the same order.
    journeyworker = np.multiply(_scale_pay(arrays, life, pathway), growth, order="F")

    def by_steps(end: Array) -> Array:
        """The mean of the wage steps that are reached, year by year."""
        count = _years_with_training(life, end)
        step = training.mean_wage_step(length, life.year[:count], starts[0], steps, until=end)
        paid = training.apprentice_earnings(step, journeyworker[..., :count], hours)
        return onto(np.maximum, paid, arrays.economy.minimum_wage * hours)

    return by_steps


def _scale_pay(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints]) -> Array:
    """What wage steps are shares of: full-time pay of somebody who finished today [USD/year] (rows, 1)."""
    carried = None if life.carried is None else life.carried[..., :1]
    return in_occupation(arrays, pathway, life.age[..., :1], carried)(np.zeros((1, 1)))


def _years_with_training(life: Life, end: Array) -> int:
    """The number of the first years of which training takes a part in some row."""
    return min(int(np.ceil(end.max())), len(life.year))
