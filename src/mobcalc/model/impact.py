"""Measured effects on earnings, carried through the years that nobody measured."""

import numpy as np

from mobcalc.model import Array
from mobcalc.model.earnings import interpolated
from mobcalc.units import LEAST_FINISHING


def effect_path(
    year: Array, points: Array, effects: Array, before_first: Array, fade_out: Array | None, zero_by_year: Array | None
) -> Array:
    """The effect of a program on earnings in each year.

    Straight lines between the points. After the last one the effect shrinks by `fade_out` every year, or falls in
    a straight line to nothing in the year `zero_by_year`; without either it stays. Given
    both, it does both.

    Args:
        year: year numbers (years,); year number k - 1 is the k-th year since enrolment.
        points: years since enrolment at which the effect is given, rising, 1 for the first (n,).
        effects: effects at those points [USD/year] (1 or rows, n).
        before_first: effect before the first point as a ratio of that at the first point (rows, 1).
        fade_out: part of the effect lost every year after the last point [share/year] (rows, 1).
        zero_by_year: year since enrolment in which nothing is left [years] (rows, 1).

    Returns:
        Effects [USD/year] (rows, years).
    """
    since = year[None, :] + 1.0
    early = int(np.count_nonzero(since < points[0]))
    path = interpolated(since, points, effects)
    beyond = np.maximum(0.0, since - points[-1])
    if zero_by_year is not None:
        path = path * np.clip(1.0 - beyond / (zero_by_year - points[-1]), 0.0, 1.0)
    if fade_out is not None:
        path = path * (1.0 - fade_out) ** beyond
    if not early:
        return path
    parts = (before_first * effects[..., :1] * np.ones((1, early)), path[..., early:])
    rows = np.broadcast_shapes(*(part.shape[:-1] for part in parts))
    return np.concatenate([np.broadcast_to(part, (*rows, part.shape[-1])) for part in parts], axis=-1)


def full_dose(effect: Array, completion: Array, kept: Array) -> Array:
    """The effect on finishers, from the effect on all who start, of whom some leave with a part of it.

    Args:
        effect: mean effect on all who start [USD/year] (rows, years).
        completion: starters who finish [share] (rows, 1).
        kept: what leavers keep of a finisher's effect on average [share] (rows, 1).

    Returns:
        Effects [USD/year] (rows, years). Where next to nobody finishes or keeps anything, `LEAST_FINISHING` do.
    """
    dose = completion + (1.0 - completion) * kept
    return effect / np.maximum(dose, LEAST_FINISHING)
