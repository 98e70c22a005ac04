"""What a change of a program does: with it and without it, and how many would have to finish for it to pay."""

from collections.abc import Callable, Mapping

from mobcalc.results.program import Needed, ProgramAnswer, ProgramChange

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
    needed = Needed(None, None)
    if start is not None and without.career is not None:
        needed = Needed(_share(start, lambda share: _net(at(share)) - _net(without)), None)
        if without.public is not None:
            budgets = _share(start, lambda share: _public(at(share)) - _public(without))
            needed = Needed(needed.people_and_budgets, budgets)
    return ProgramChange(without, changed, dict(said[0]), dict(said[1]), needed)


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
