"""`program --budget`: whom a fixed budget serves in each of some programs, and the mix that is worth most."""

from collections.abc import Mapping, Sequence

import msgspec
import numpy as np

from mobcalc.errors import input_error
from mobcalc.model import seats as equations
from mobcalc.results.program import ProgramAnswer, Range
from mobcalc.results.program_seats import Aim, Basis, ProgramSeats, Seats


def seats(answers: Sequence[ProgramAnswer], budget: float, floors: Mapping[str, int], aim: Aim) -> Seats:
    """What the budget does.

    Args:
        answers: one for each program.
        budget: in dollars of the price year [USD].
        floors: seats that a program has at least, by its id.
        aim: what is wanted most of.

    Raises:
        InputError: where the floors cost more than the budget, or nothing is known to choose by.
    """
    basis: Basis = "kept" if all(one.gained is None or one.gained.kept is not None for one in answers) else "earned"
    each = [_program(one, basis, budget, floors.get(one.id, 0)) for one in answers]
    _check(each, budget, aim)
    mix = zip(each, _mix(each, budget, aim), strict=True)
    return _seats(answers[0], [msgspec.structs.replace(one, seats=count) for one, count in mix], budget, aim, basis)


def _seats(first: ProgramAnswer, chosen: list[ProgramSeats], budget: float, aim: Aim, basis: Basis) -> Seats:
    """The programs with their seats in the mix, and the mix as a whole."""
    cost = sum(one.seats * one.cost for one in chosen)
    used = [one for one in chosen if one.seats and one.gain is not None]
    return Seats(
        provenance=first.provenance,
        price_year=first.price_year,
        discount_rate=first.discount_rate,
        budget=budget,
        aim=aim,
        basis=basis,
        programs=chosen,
        cost=cost,
        left=budget - cost,
        served=sum(one.seats for one in chosen),
        gain=sum(one.seats * (one.gain or 0.0) for one in used),
        low=_end(used, "low"),
        high=_end(used, "high"),
        jobs=_jobs(chosen),
        is_order_unsure=_is_order_unsure(chosen),
    )


def _program(answer: ProgramAnswer, basis: Basis, budget: float, floor: int) -> ProgramSeats:
    """One program, what a seat is worth and what all of the budget does in it."""
    gained, jobs = answer.gained, answer.living_wage
    is_kept = basis == "kept"
    by = None if gained is None else gained.kept if is_kept else gained.earned
    spread = None if gained is None else gained.kept_range if is_kept else gained.earned_range
    gain, served = None if by is None else by.career, int(budget / answer.cost + 1e-9)
    more = None if jobs is None else jobs.with_program - jobs.without
    return ProgramSeats(
        id=answer.id,
        name=answer.name,
        file=answer.file,
        cost=answer.cost,
        gain=gain,
        range=spread,
        per_dollar=None if gain is None else gain / answer.cost,
        per_dollar_low=_per_dollar(spread, "low", answer.cost),
        per_dollar_high=_per_dollar(spread, "high", answer.cost),
        jobs=more,
        employers=answer.employers.career,
        served=served,
        gain_of_budget=None if gain is None else gain * served,
        jobs_of_budget=None if more is None else more * served,
        floor=floor,
        seats=floor,
    )


def _per_dollar(spread: Range | None, end: str, cost: float) -> float | None:
    return None if spread is None else float(getattr(spread, end)) / cost


def _check(each: Sequence[ProgramSeats], budget: float, aim: Aim) -> None:
    """Refuse a budget that the floors are above, one that pays for no seat, and an aim that nothing is known of.

    Raises:
        InputError: naming the flag.
    """
    floors = sum(one.floor * one.cost for one in each)
    if floors > budget:
        what = f"the floors cost {floors:,.0f} dollars, more than {budget:,.0f}"
        raise input_error("--floor", "", what, "give a larger budget or lower floors")
    cheapest = min(one.cost for one in each)
    if cheapest > budget:
        what = f"{budget:,.0f} dollars pay for nobody: the cheapest seat costs {cheapest:,.0f}"
        raise input_error("--budget", "", what, "give a larger budget")
    if all(_worth(one, aim) is None for one in each):
        what = "nothing is known of the gain" if aim == "gain" else "nothing is known of living wages"
        hint = "a program needs a service with a known effect" + ("" if aim == "gain" else ", and a place")
        raise input_error("--budget", "", what, hint)


def _worth(one: ProgramSeats, aim: Aim) -> float | None:
    """What a seat is worth; None where nobody knows."""
    return one.gain if aim == "gain" else one.jobs


def _mix(each: Sequence[ProgramSeats], budget: float, aim: Aim) -> list[int]:
    """The seats of each program in the best mix; what is not known is worth nothing, and has its floor."""
    cost, worth, floors = (
        np.array([row], dtype=np.float64)
        for row in (
            [one.cost for one in each],
            [_worth(one, aim) or 0.0 for one in each],
            [one.floor for one in each],
        )
    )
    return [int(count) for count in equations.best_mix(cost, worth, floors, budget)[0]]


def _end(used: Sequence[ProgramSeats], end: str) -> float | None:
    """The gain of the mix where all programs lie at one end of their ranges; None where one has none."""
    if not used or any(one.range is None for one in used):
        return None
    return float(sum(one.seats * getattr(one.range, end) for one in used))


def _jobs(chosen: Sequence[ProgramSeats]) -> float | None:
    """Jobs with a living wage that the mix makes; None where nothing is known of any."""
    known = [one.seats * one.jobs for one in chosen if one.jobs is not None]
    return sum(known) if known else None


def _is_order_unsure(each: Sequence[ProgramSeats]) -> bool:
    """Whether the ranges of the two programs with most for a dollar overlap."""
    known = sorted((one for one in each if one.per_dollar is not None), key=lambda one: -(one.per_dollar or 0.0))
    if len(known) < 2:
        return False
    low, high = known[0].per_dollar_low, known[1].per_dollar_high
    return low is not None and high is not None and high > low
