"""What a change of a program does: with it and without it, and how many would have to finish for it to pay."""

from collections.abc import Callable, Mapping

from mobcalc.results.program import Needed, ProgramAnswer, ProgramChange, Reason

OF_NEEDED = ("people_and_budgets", "budgets")
HIGHEST = 0.99
"""The highest share finishing that is tried."""
ROUNDS, CLOSE = 8, 5.0
"""How often the share is looked for again, and how close to nothing is close enough [USD]."""


def change(
    without: ProgramAnswer,
    changed: ProgramAnswer,
    said: tuple[Mapping[str, float], Mapping[str, float]],
    at: Callable[[float], ProgramAnswer],
) -> ProgramChange:
    """A program without a change and with it.

    Args:
        without: the answer without it.
        changed: the answer with it.
        said: what was changed in the one and in the other.
        at: the answer with the change where another share finishes.
    """
    start = without.people.finishing
    return ProgramChange(without, changed, dict(said[0]), dict(said[1]), _needed(without, start, at))


def _needed(without: ProgramAnswer, start: float | None, at: Callable[[float], ProgramAnswer]) -> Needed:
    """The share that would have to finish with the change, and why there is none.

    Args:
        without: the answer without the change.
        start: the share that finishes without it.
        at: the answer with the change where another share finishes.
    """
    if start is None or without.career is None:
        why: Reason = "nothing_known" if without.career is None else "finishing_not_known"
        return Needed(None, None, dict.fromkeys(OF_NEEDED, why))
    both = _share(start, lambda share: _net(at(share)) - _net(without))
    budgets = None
    if without.public is not None:
        budgets = _share(start, lambda share: _public(at(share)) - _public(without))
    of: dict[str, tuple[float | None, Reason]] = {
        "people_and_budgets": (both, "no_share"),
        "budgets": (budgets, "no_place" if without.public is None else "no_share"),
    }
    return Needed(both, budgets, {name: why for name, (share, why) in of.items() if share is None})


def _net(answer: ProgramAnswer) -> float:
    """What all gains are worth over the career beyond the cost [USD]."""
    return answer.career.net_gain or 0.0 if answer.career is not None else 0.0


def _public(answer: ProgramAnswer) -> float:
    """What comes back to governments over the career beyond the whole cost [USD]."""
    return (
        answer.public.back.career - answer.cost if answer.public is not None and answer.public.back is not None else 0.0
    )


def _share(start: float, margin: Callable[[float], float]) -> float | None:
    """The share finishing from which on a margin is no loss; None where none of those tried is enough.

    The margin is nearly a straight line of the share, so that a few steps along the line between its ends are enough.

    Args:
        start: the share that finishes without the change.
        margin: of a share [USD].
    """
    low, high = start, HIGHEST
    at_low, at_high = margin(low), margin(high)
    if at_low >= 0.0:
        return low
    if at_high < 0.0:
        return None
    share = high
    for _ in range(ROUNDS):
        share = low - at_low * (high - low) / (at_high - at_low)
        here = margin(share)
        if abs(here) < CLOSE:
            break
        low, at_low, high, at_high = (share, here, high, at_high) if here < 0.0 else (low, at_low, share, here)
    return share
