"""Who leaves training before its end: when, with how much of what finishers gain, and at what cost."""

from collections.abc import Callable
from typing import TypeVar

import numpy as np
from msgspec import Struct

from mobcalc.model import Array, clock, share, training
from mobcalc.projection.person_years import Life
from mobcalc.projection.training_term import Term
from mobcalc.sampling import Arrays, YearPoints
from mobcalc.schema import Pathway


class Exits(Struct, frozen=True):
    """When those leave who do not finish: in the middle of each year of training.

    `times` from the start [years], and the share of those who start that is `still_in` at the end of each year, the
    last of them those who finish (both rows, exits).
    """

    times: Array
    still_in: Array


def exits(length: Array, completion: Array, front_loading: Array) -> Exits:
    """When those leave who do not finish.

    Args:
        length: of training [years] (rows, 1).
        completion: starters who finish [share] (rows, 1).
        front_loading: how much sooner rather than later people leave [ratio] (rows, 1).
    """
    count = training.exit_years(float(length.max()))
    passed = np.minimum(np.arange(1.0, count + 1.0), length) / length
    return Exits(training.exit_times(length, count), training.share_still_in(completion, passed, front_loading))


def leavers(length: Array, completion: Array, front_loading: Array) -> tuple[Array, Array]:
    """The times at which leavers leave, as in `Exits`, and the share of them that does so then (both rows, exits)."""
    times = exits(length, completion, front_loading).times
    return times, training.exit_chances(completion, length, front_loading, times.shape[-1])


G = TypeVar("G")


def quitting(arrays: Arrays, length: Array, leaving: Callable[[Array], G]) -> G | None:
    """Those who leave after so long as the person asks about; None where training is over by then, or nothing is asked.

    Args:
        arrays: the assumptions.
        length: of training [years] (rows, 1).
        leaving: the group of those who leave at a time [years] (rows, 1).
    """
    after = arrays.person.quit_after
    return None if after is None or bool((after >= length).any()) else leaving(after)


def kept_by_leavers(arrays: Arrays, pathway: Pathway[Array, YearPoints], own: Term, end: Array) -> Array:
    """What those who leave at `end` keep of a finisher's gain: a part of the share of the term that they stayed.

    Args:
        arrays: the assumptions.
        pathway: that they leave; as the second step of a ladder it is that step that counts.
        own: its term.
        end: when they leave [years] (rows, 1).

    Returns:
        Shares (rows, 1).
    """
    return keep_per_term(arrays, pathway) * share_stayed(own, end)


def share_stayed(own: Term, end: Array) -> Array:
    """The share of a term that those stay who leave at `end`; of the second step where it has two (rows, 1)."""
    begun = np.zeros((1, 1)) if own.before is None else own.before.length
    return share((end - begun) / (own.length - begun))


def keep_per_term(arrays: Arrays, pathway: Pathway[Array, YearPoints]) -> Array:
    """What leavers keep of a finisher's gain for each whole term that they stayed [share] (rows, 1)."""
    if pathway.leavers_keep is not None:
        return pathway.leavers_keep
    careers, part = arrays.careers, pathway.training
    is_paid = part is not None and part.wage_steps is not None
    return careers.apprentice_leavers_keep if is_paid else careers.student_leavers_keep


def lost_by_leaving(arrays: Arrays, life: Life, end: Array) -> Array:
    """The part of each year that those who leave training at `end` are out of work for it (rows, first years).

    It is no more than the time that they stayed: who leaves after a week has not lost a job yet.
    """
    back = end + np.minimum(arrays.careers.leaving_cost, end)
    year = life.year[: min(int(np.ceil(back.max())), len(life.year))]
    lost: Array = clock.training_fraction(back, year) - clock.training_fraction(end, year)
    return lost


def mean_kept(arrays: Arrays, pathway: Pathway[Array, YearPoints], own: Term, completion: Array) -> Array:
    """What leavers keep of a finisher's gain on average over the times at which they leave [share] (rows, 1)."""
    times, chances = leavers(own.length, completion, arrays.careers.leaving_front_loading)
    stayed: Array = np.sum(chances * np.minimum(times / own.length, 1.0), axis=-1, keepdims=True)
    return keep_per_term(arrays, pathway) * stayed
