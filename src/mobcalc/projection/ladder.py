"""Ladders of two steps: the second training is begun by who finished the first; who stops keeps the step reached."""

from typing import NamedTuple

import numpy as np
from msgspec import Struct

from mobcalc.model import Array
from mobcalc.projection.exits import Way, Ways
from mobcalc.projection.group import Group, Projection, averaged, group_ending, mixed, row_count
from mobcalc.projection.leaving import Exits, exits, keep_per_term, leavers, quitting
from mobcalc.projection.levels import Gaps, Groups, groups_of, less_lost, pays_scale
from mobcalc.projection.pay_path import lasting_luck
from mobcalc.projection.person_years import Life
from mobcalc.projection.training_term import in_training, term
from mobcalc.sampling import Arrays, YearPoints
from mobcalc.schema import Pathway


class _Amounts(NamedTuple):
    """Yearly amounts [USD/year] (rows, years): paid on `average`, `in_work`, and `counted` in the comparison."""

    average: Array
    in_work: Array
    counted: Array


class _Ladder(Struct, frozen=True):
    """Both steps; the term of the second is that of the whole ladder."""

    first: Groups
    second: Groups

    @property
    def begun(self) -> Array:
        """When the second step begins [years] (rows, 1)."""
        return self.first.term.length

    @property
    def completion(self) -> tuple[Array, Array]:
        """The share of those who start a step that finishes it, for each step (both rows, 1)."""
        first, second = self.first.pathway.completion, self.second.pathway.completion
        assert first is not None and second is not None
        return first.rate, second.rate

    @property
    def _begins_by_scale(self) -> bool:
        """Whether the first step pays by a scale, which no luck moves."""
        return pays_scale(self.first.pathway)

    def completer(self) -> Group:
        """Those who finish both steps."""
        return self._group(self.second.term.length, finishes=True)

    def leaver(self, end: Array) -> Group:
        """Those who leave the second step at `end` [years] (rows, 1)."""
        return self._group(end, finishes=False)

    def quitter(self, end: Array) -> Group:
        """Those who leave after a time, in whichever step they are then."""
        if bool((end < self.begun).all()):
            return self.first.leaver(end)
        return self.first.completer() if bool((end == self.begun).all()) else self.leaver(end)

    def way(self, end: Array, finishes: bool) -> Way:
        """What counts where training ends at `end`."""
        # A first step that is drawn to be too short for one of its exits has that at its end, where nobody takes it.
        if not finishes and bool((end < self.begun).any()):
            way = self.first.way(end, finishes)
            # Luck goes by the share of the whole ladder.
            stayed = end / self.second.term.length
            return way._replace(stayed=stayed, by_scale=way.in_training if self._begins_by_scale else None)
        training, gaps = self._training(), self._after(end, finishes)
        second, first = in_training(self.second.term, end, self.first.life.year)
        free = 1.0 - first - second
        if not finishes:
            lost = self.second.lost(end)
            free[..., : lost.shape[-1]] -= lost
        share = self.second.kept_by_leavers(end)
        earned = first * training[0].counted
        return Way(
            after=free * (self.first.base + gaps.counted),
            in_training=earned + second * training[1].counted,
            kept=np.ones((1, 1)) if finishes else share,
            stayed=np.ones((1, 1)) if finishes else end / self.second.term.length,
            by_scale=earned if self._begins_by_scale else None,
        )

    def _group(self, end: Array, *, finishes: bool) -> Group:
        """Both steps up to `end`, which is in the second, then the years after it."""
        training, life = self._training(), self.first.life
        earned, base = self._earned(end, training, self._after(end, finishes), finishes), self.first.base
        second, first = in_training(self.second.term, end, life.year)
        forgone = first * (base - training[0].average) + second * (base - training[1].average)
        return group_ending(
            life,
            self.second.term,
            end,
            counted=earned.counted,
            paid=earned.average,
            in_work=earned.in_work,
            forgone=forgone,
        )

    def _after(self, end: Array, finishes: bool) -> Gaps:
        """What those have over life without training who left the second step at `end`, or finished it then.

        Leavers keep what the first step gives, and a part of what the second would have added to it.
        """
        second = self.second.gaps(end)
        if finishes:
            return second
        share, first = self.second.kept_by_leavers(end), self._first_gaps()
        return Gaps(*(one + share * (two - one) for one, two in zip(first, second, strict=True)))

    def _first_gaps(self) -> Gaps:
        """What those have over life without training who finished the first step."""
        return self.first.gaps(self.begun)

    def _training(self) -> tuple[_Amounts, _Amounts]:
        """A full year's pay in training for each step; in the second it is a part of what the first step pays."""
        life, gaps, part = self.first.life, self._first_gaps(), self.second.pathway.training
        assert part is not None and part.student_earnings_share is not None
        pay = self.first.training_pay(self.begun)
        whole = np.zeros((*pay.shape[:-1], len(life.year)))
        whole[..., : pay.shape[-1]] = pay
        average = whole * self.first.training_employed
        base, share = self.first.base, part.student_earnings_share
        second = _Amounts(
            share * (base + gaps.paid), share * (life.level + gaps.in_work), share * (base + gaps.counted)
        )
        return _Amounts(average, whole, average), second

    def _earned(self, end: Array, training: tuple[_Amounts, _Amounts], gaps: Gaps, finishes: bool) -> _Amounts:
        """What is earned in all years by those whose training ends at `end`, which is in the second step."""
        life, base = self.first.life, self.first.base
        after = _Amounts(base + gaps.paid, life.level + gaps.in_work, base + gaps.counted)
        second, first = in_training(self.second.term, end, life.year)
        earned = _Amounts(
            *(
                first * one + second * two + (1.0 - first - second) * later
                for one, two, later in zip(*training, after, strict=True)
            )
        )
        lost = None if finishes else self.second.lost(end)
        average, counted = (
            less_lost(whole, lost, later)
            for whole, later in ((earned.average, after.average), (earned.counted, after.counted))
        )
        return earned._replace(average=average, counted=counted)


def from_ladder(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints]) -> Projection:
    """Those who finish both steps, and all who leave one of them, averaged over the years in which they do."""
    ladder = _ladder(arrays, life, pathway)
    completer, (one, two) = ladder.completer(), ladder.completion
    groups = (ladder.first.leaver, ladder.leaver)
    by_step = [
        averaged(row_count(completer, chances, *ladder.completion, *_of_leavers(ladder)), chances, group, times)
        for group, (times, chances) in zip(groups, _leavers(ladder), strict=True)
    ]
    chances_to_leave = (1.0 - one, one * (1.0 - two))
    all_who_leave = sum(chances_to_leave)
    # Where nobody leaves, how leavers are made up counts for nothing.
    weights = [
        np.where(all_who_leave > 0.0, chance / np.where(all_who_leave > 0.0, all_who_leave, 1.0), 0.5)
        for chance in chances_to_leave
    ]
    everybody = mixed((one * two, *chances_to_leave), (completer, *by_step))
    quitter = quitting(arrays, ladder.second.term.length, ladder.quitter)
    return Projection(everybody, completer, mixed(weights, by_step), one * two, quitter)


def _of_leavers(ladder: _Ladder) -> list[Array]:
    """The numbers that leavers alone rest on (all rows, 1)."""
    careers = ladder.first.arrays.careers
    kept = [keep_per_term(step.arrays, step.pathway) for step in (ladder.first, ladder.second)]
    return [*kept, careers.leaving_cost]


def ways_of_ladder(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints]) -> Ways:
    """What counts of each way through both steps."""
    ladder = _ladder(arrays, life, pathway)
    front = arrays.careers.leaving_front_loading
    (one, two), lengths = ladder.completion, _lengths(ladder)
    first, second = (exits(own, rate, front) for own, rate in zip(lengths, (one, two), strict=True))
    return Ways(
        term=ladder.second.term,
        exits=Exits(_beside(first.times, ladder.begun + second.times), _beside(first.still_in, one * second.still_in)),
        way=ladder.way,
        luck=lasting_luck(arrays, pathway.earnings),
    )


def _ladder(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints]) -> _Ladder:
    assert pathway.after is not None
    whole = term(arrays, pathway)
    first = groups_of(arrays, life, arrays.pathways[pathway.after], whole.before)
    return _Ladder(first, groups_of(arrays, life, pathway, whole))


def _lengths(ladder: _Ladder) -> tuple[Array, Array]:
    """How long each step takes [years] (both rows, 1)."""
    return ladder.begun, ladder.second.term.length - ladder.begun


def _leavers(ladder: _Ladder) -> list[tuple[Array, Array]]:
    """For each step, the times from the start of the ladder at which people leave it, and who of them does so then."""
    front = ladder.first.arrays.careers.leaving_front_loading
    starts = (np.zeros((1, 1)), ladder.begun)
    each = zip(starts, _lengths(ladder), ladder.completion, strict=True)
    found = [(start, *leavers(own, rate, front)) for start, own, rate in each]
    return [(start + times, chances) for start, times, chances in found]


def _beside(first: Array, second: Array) -> Array:
    """Columns of both, in as many rows as either has."""
    rows = np.broadcast_shapes(first.shape[:-1], second.shape[:-1])
    return np.concatenate([np.broadcast_to(part, (*rows, part.shape[-1])) for part in (first, second)], axis=-1)
