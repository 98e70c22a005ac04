"""What ranges leave out of the spread of a gain: how far the evidence itself may be off, in all later years."""

from collections.abc import Sequence

import msgspec
import numpy as np

from mobcalc.model import Array, clock, drawing
from mobcalc.projection.evidence import JUDGED, error_of, judged
from mobcalc.projection.pay_path import without_training
from mobcalc.projection.person_years import Life
from mobcalc.projection.training_term import term
from mobcalc.sampling import Arrays
from mobcalc.sampling.monte_carlo import even
from mobcalc.simulation.lives import Table, average, summed


def spread_tables(
    ids: Sequence[str], point: Arrays, arrays: Arrays, years: Life, tables: Sequence[Table], seed: int
) -> list[Table]:
    """Pathways whose gain after training spreads as far as the evidence on them may be off.

    Where the ranges alone spread it less, a part that is the same in all years of a draw is added.

    Args:
        ids: of the pathways, the baseline first.
        point: the assumptions at their values.
        arrays: draws of them.
        years: of the person in these.
        tables: of the pathways.
        seed: which random numbers.
    """
    spread = list(tables)
    base = years.level * years.employed
    for place, name in enumerate(ids):
        pathway = arrays.pathways[name]
        if pathway.family == "none" or name == without_training(arrays):
            continue
        of = tables[place]
        gain = judged_earnings(of) - judged(base)
        rest = max(error_of(point, name).together ** 2 - float(gain.var()), 0.0)
        if rest == 0.0 or of.rows == 1:
            continue
        normal = drawing.normal(even(seed, f"pathways.{name}: error", of.rows))
        # All who start are off by so much, so those who finish are by more.
        whole = average(of, of.kept)
        error = normal * rest**0.5 / np.maximum(whole, LEAST)
        spread[place] = _spread_by(of, years, term(arrays, pathway).length, error)
    return spread


def _spread_by(of: Table, years: Life, ends: Array, error: Array) -> Table:
    """A pathway whose gain after training is off by so much.

    Args:
        of: the pathway.
        years: of the person.
        ends: how long training takes [years] (1 or rows, 1).
        error: of a year's gain of who finishes [USD/year] (rows, 1); of who leaves by what they keep of it.
    """
    free = np.asfortranarray((1.0 - clock.training_fraction(ends, years.year)) * error * years.at_work)
    after = of.after.copy(order="K")
    for way in range(of.ways):
        rows = of.of_way(way)
        after[rows] += of.kept[rows] * free
    return msgspec.structs.replace(of, after=after)


LEAST = 0.05
"""The part of all who start that is taken to have an effect at least."""


def judged_earnings(of: Table) -> Array:
    """What all who start earn on average in a year that is judged [USD/year] (rows,)."""
    weights = judged(np.eye(of.after.shape[1]))[None, : JUDGED.stop]
    return average(of, summed(of, (weights, None)))[:, 0]
