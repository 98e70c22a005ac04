"""Amounts of households over earnings as curves of few points, found by looking closer where they jump or bend.

A curve starts on earnings that are given. Where an amount jumps between two of them by more than 20 USD, or bends so
that a straight line is off by more than 20, further earnings are computed, 50 apart and then 5, so a jump lies within
5 USD, unless it looks like the rule around it: one of a stair with a step in nearly every space, or at the end of a
slope as steep as itself. Of all these, those stay that a straight line cannot replace within 12 USD. (SNAP is in whole
dollars a month, so it is a stair of 12 USD a year.) For the value of coverage the bounds are five times as wide.
"""

import gc
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from policy_rules import CASH, COMPONENTS, COVERAGE, TAXES, FloatArray, Household

STEP = 500
FINER = (50, 5)
LEAST_JUMP = 20.0
LEAST_BEND = 20.0
KEPT_WITHIN = 12.0
MOST_CELLS = 40_000
"""More at once take more than 6 GB of memory."""


class Curve(NamedTuple):
    """Components of a state's households of one type [USD/year] (component, points) at ascending earnings (points,)."""

    earnings: FloatArray
    values: FloatArray


class Kind(NamedTuple):
    """A curve to compute: of which household, and what its child care costs [USD/year]."""

    household: Household
    care: int = 0

    @property
    def key(self) -> str:
        """The name of the curve in a file."""
        return f"{self.household.key}@{self.care}"


Curves = dict[Kind, Curve]
Computed = Callable[[list[Household], FloatArray, FloatArray], FloatArray]
"""Components (component, rows, households) of households at earnings (rows, households) and costs of care."""


class Ask(NamedTuple):
    """How a part is computed, and how much each of its components matters (component, 1)."""

    compute: Computed
    weights: FloatArray


def weights(names: tuple[str, ...]) -> FloatArray:
    """How much it matters that each component is exact: the value of coverage is a rougher figure than cash."""
    return np.array([[0.2 if name in COVERAGE else 1.0] for name in names])


def refined(ask: Ask, first: dict[Kind, FloatArray]) -> Curves:
    """The curves of a state with further points wherever they jump or bend."""
    curves = computed(ask, first)
    for finer in FINER:
        asked = {}
        for kind, curve in curves.items():
            width = np.diff(curve.earnings)
            spaces = np.flatnonzero(needs_more(curve, ask) & (width > finer) & (width <= STEP))
            inside = [np.arange(curve.earnings[i] + finer, curve.earnings[i + 1], finer) for i in spaces]
            if inside:
                asked[kind] = np.concatenate(inside)
        if asked:
            curves |= {kind: merged(curves[kind], more) for kind, more in computed(ask, asked).items()}
    return {kind: simpler(curve, ask) for kind, curve in curves.items()}


def computed(ask: Ask, asked: dict[Kind, FloatArray]) -> Curves:
    """The components of each kind at the earnings asked for.

    From few simulations of at most `MOST_CELLS`, apart for adults with a disability: SSI takes most of the time.
    """
    found: Curves = {}
    for disability in (False, True):
        kinds = [kind for kind in asked if kind.household.disability == disability]
        rows = max((len(asked[kind]) for kind in kinds), default=1)
        for some in batched(kinds, MOST_CELLS // rows):
            padded = np.array([np.pad(asked[kind], (0, rows - len(asked[kind]))) for kind in some]).T
            costs = np.broadcast_to([float(kind.care) for kind in some], padded.shape)
            values = ask.compute([kind.household for kind in some], padded, costs)
            found |= {one: Curve(asked[one], values[:, : len(asked[one]), i]) for i, one in enumerate(some)}
            gc.collect()
    return found


def batched(kinds: list[Kind], count: int) -> list[list[Kind]]:
    """The kinds in lists of at most so many."""
    return [kinds[start : start + count] for start in range(0, len(kinds), count)]


def needs_more(curve: Curve, ask: Ask) -> FloatArray:
    """Which of the spaces between points hide a jump or a bend in some component (points - 1,).

    A space hides a jump where it changes more, or less, than both of the spaces beside it, as in a stair that rises in
    every second space; or than the middle two of the four around it, as where two jumps are side by side.
    """
    width = np.diff(curve.earnings)
    all_of_it = ask.weights * curve.values
    if len(all_of_it) == len(COMPONENTS):
        all_of_it = np.vstack([all_of_it, net_cash(curve)])
    change = np.diff(all_of_it, axis=1)
    around = np.pad(change / width, ((0, 0), (2, 2)), mode="reflect")
    count = len(width)
    before, after = around[:, 1 : count + 1], around[:, 3 : count + 3]
    neighbours = np.sort(np.stack([around[:, :count], before, after, around[:, 4 : count + 4]]), axis=0)
    jump = np.maximum(
        beyond(change, before * width, after * width), beyond(change, neighbours[1] * width, neighbours[2] * width)
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.clip(np.nan_to_num((change / width - after) / (before - after)), 0.0, 1.0)
    bend = np.abs(after - before) * width * share * (1.0 - share)
    found: FloatArray = ((jump > LEAST_JUMP) | (bend > LEAST_BEND)).any(axis=0)
    return found


def beyond(change: FloatArray, one: FloatArray, other: FloatArray) -> FloatArray:
    """How far a change lies outside of two others, below zero for between them."""
    outside: FloatArray = np.maximum(change - np.maximum(one, other), np.minimum(one, other) - change)
    return outside


def net_cash(curve: Curve) -> FloatArray:
    """Earnings and benefits less taxes, without health coverage [USD/year] (points,)."""
    by_name = dict(zip(COMPONENTS, curve.values, strict=True))
    total: FloatArray = curve.earnings + sum(by_name[name] for name in CASH) - sum(by_name[name] for name in TAXES)
    return total


def merged(one: Curve, other: Curve) -> Curve:
    """The points of two curves in order."""
    earnings = np.concatenate([one.earnings, other.earnings])
    order = np.argsort(earnings)
    return Curve(earnings[order], np.hstack([one.values, other.values])[:, order])


def simpler(curve: Curve, ask: Ask) -> Curve:
    """A curve with as few of its points as say the same within `KEPT_WITHIN`: those of both ends and what they need."""
    keep = np.zeros(len(curve.earnings), bool)
    keep[[0, -1]] = True
    while True:
        kept = curve.earnings[keep]
        straight = np.array([np.interp(curve.earnings, kept, line[keep]) for line in curve.values])
        off = (ask.weights * np.abs(straight - curve.values)).max(axis=0)
        space = np.searchsorted(kept, curve.earnings, side="right")
        order = np.argsort(off)
        worst = {int(space[i]): int(i) for i in order if off[i] > KEPT_WITHIN}
        if not worst:
            return Curve(kept, curve.values[:, keep])
        keep[list(worst.values())] = True
