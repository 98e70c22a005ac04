"""Trying values of one assumption: each is put in as if the user gave it.

Amounts at all values are computed as rows together, a chance by drawing the same lives anew at each.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from mobcalc.errors import Problem
from mobcalc.household_types import Slices
from mobcalc.model import Array
from mobcalc.projection.case import Case, fits, settled_for, sexes_of, unchecked
from mobcalc.projection.mixture import Side
from mobcalc.projection.person_years import life
from mobcalc.questions.basis import NO_DRAWS, Drawing
from mobcalc.questions.solve_targets import Wanted, amounts
from mobcalc.sampling import Arrays, fill
from mobcalc.sampling.filling import numbers
from mobcalc.schema import Assumption, Records, with_leaf
from mobcalc.units import is_money

if TYPE_CHECKING:
    from mobcalc.simulation.draws import Chance

Check: TypeAlias = Callable[[Records], Sequence[Problem]]
"""Finds what is wrong between the values of a whole set of assumptions."""


class Trial(NamedTuple):
    """What is tried on what: the assumptions in force, the dotted name, its unit, and the two pathways.

    `ids` are what is compared with, and the pathway. `slices` are the household's taxes and benefits, if a place is
    given. `check` finds values that do not go together with the others. `drawing` says which lives a chance is of.
    """

    given: Records
    name: str
    unit: str
    ids: tuple[str, str]
    slices: Slices | None
    check: Check
    drawing: Drawing = NO_DRAWS

    def record(self, value: float) -> Assumption:
        """The record of a value, as if the user gave it in dollars of the price year."""
        price_year = self.given.economy.price_year if is_money(self.unit) else None
        return Assumption(value, self.unit, "user", "tried", "tried", price_year)

    def problems(self, value: float) -> Sequence[Problem]:
        """What is wrong with the assumptions if the value takes its place."""
        return self.check(self.with_value(value))

    def with_value(self, value: float) -> Records:
        """The assumptions with the value in its place; it is certain, so it has no range to be drawn from."""
        changed: Records = with_leaf(self.given, self.name, self.record(value))
        return changed


def tried(trial: Trial, wanted: Wanted, values: Array) -> Array:
    """What a target is about at some values; not a number where a value is not possible.

    Args:
        trial: what is tried on what.
        wanted: the target.
        values: rising, in the unit of the assumption (n,).

    Returns:
        Amounts [USD], or chances [share] for that target (n,).
    """
    if wanted.kind == "chance":
        return _chances(trial, values)
    amounts = np.full(values.shape, np.nan)
    sound = _sound(trial, values)
    if sound.any():
        amounts[sound] = _together(trial, wanted, values[sound])
    return amounts


def chance_in(case: Case, drawing: Drawing) -> "Chance":
    """How often the second pathway of a case ends ahead of the first in simulated lives."""
    # Random numbers take time to import, and no other target needs them.
    from mobcalc.simulation.draws import chance_well_ahead

    # As with amounts, what overflows at the edge of what can be computed is nothing to warn of.
    with np.errstate(all="ignore"):
        return chance_well_ahead(case, drawing.draws, drawing.seed)


def chance_at(trial: Trial, value: float) -> "Chance":
    """How often the second pathway ends ahead with a value in its place."""
    return chance_in(unchecked(trial.with_value(value), trial.ids), trial.drawing)


def _chances(trial: Trial, values: Array) -> Array:
    """The chance to end ahead at each value [share] (n,); not a number where there is no gain either."""
    # A chance is about earnings, so taxes and benefits are left out.
    gains = tried(trial._replace(slices=None), Wanted(), values)
    chances = [
        np.nan if np.isnan(gain) else chance_at(trial, value).share
        for value, gain in zip(values.tolist(), gains.tolist(), strict=True)
    ]
    return np.array(chances)


def _together(trial: Trial, wanted: Wanted, values: Array) -> Array:
    """The amounts at values that stand in rows of one calculation (n,)."""
    tried_amounts = np.full(values.shape, np.nan)
    fitting = np.broadcast_to(fits(_rows(trial, values)[0], trial.ids)[:, 0], values.shape)
    if fitting.any():
        # A value at the edge of what can be computed is not possible, and nothing to warn of.
        with np.errstate(all="ignore"):
            sides = [Side(arrays, life(arrays, trial.slices)) for arrays in _rows(trial, values[fitting])]
            amount = amounts(wanted, sides, trial.ids)
        tried_amounts[fitting] = np.where(np.isfinite(amount), amount, np.nan)[:, 0]
    return tried_amounts


def _rows(trial: Trial, values: Array) -> list[Arrays]:
    """The assumptions for each sex that this person may be of, with each value in a row of its own."""
    own = trial.record(float(values[0]))
    given = with_leaf(trial.given, trial.name, own)

    def rows(_: str, record: Assumption) -> Any:
        """The values tried for the number asked about; every other number as it is."""
        # Known by itself and not by its name: figures of the person's sex take the place of those of everybody.
        return values[:, None] if record is own else np.array([numbers(record)])

    return [fill(settled_for(given, trial.ids, sex), rows) for sex in sexes_of(given)]


def _sound(trial: Trial, values: Array) -> NDArray[np.bool_]:
    """Which values, in rising order, go together with the other assumptions (n,).

    Every such check is that one number is not above or below another, so the sound values are neighbours: where just
    one end is sound, the last sound value is found by halving.
    """
    count = len(values)

    def is_sound(place: int) -> bool:
        """Whether the assumptions have no problem with the value of this place."""
        return not trial.problems(float(values[place]))

    first, last = is_sound(0), is_sound(count - 1)
    if first and last:
        return np.ones(count, dtype=np.bool_)
    if not first and not last:
        return np.array([is_sound(place) for place in range(count)])
    turn = bisect_left(range(count), True, key=lambda place: is_sound(place) == last)
    after: NDArray[np.bool_] = np.arange(count) >= turn
    return after if last else ~after
