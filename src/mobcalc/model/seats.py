"""How many seats of each of a few programs a budget pays for, so that they are worth most."""

import numpy as np

from mobcalc.model import Array

LEAST_CHANGE = 1e-9
"""A mix is better where it is worth more by at least this part."""


def best_mix(cost: Array, worth: Array, floors: Array, budget: float) -> Array:
    """The seats of each program that are worth most together, within a budget, none below its floor.

    Every seat of a program costs and is worth the same, so that without whole seats all that the floors leave would go
    to the program that is worth most for each dollar. Seats are whole: all ways to spend the rest are looked through,
    but those that could not be worth more even if the money left bought parts of seats. So the answer is the best.

    Args:
        cost: of a seat, above 0 [USD] (1, programs).
        worth: of a seat, in any unit (1, programs).
        floors: seats at least [seats] (1, programs).
        budget: at least what the floors cost [USD].

    Returns:
        Seats (1, programs).
    """
    order = np.argsort(-worth[0] / cost[0], kind="stable").tolist()
    costs, worths = (amounts[0, order].tolist() for amounts in (cost, worth))
    left = budget - float((cost * floors).sum())
    best_seats, best = [0] * len(costs), 0.0
    # Each entry: seats so far in that order, the money left, and what they are worth.
    waiting: list[tuple[list[int], float, float]] = [([], left, 0.0)]
    while waiting:
        seats, money, value = waiting.pop()
        if value > best + LEAST_CHANGE * abs(best):
            best_seats, best = seats + [0] * (len(costs) - len(seats)), value
        place = len(seats)
        if place == len(costs) or worths[place] <= 0.0:
            continue
        if value + money * worths[place] / costs[place] <= best * (1.0 + LEAST_CHANGE):
            continue
        most = int(money / costs[place] + LEAST_CHANGE)
        # The last put in is the first looked at: as many seats as the money pays for.
        waiting += [
            ([*seats, count], money - count * costs[place], value + count * worths[place]) for count in range(most + 1)
        ]
    mix = np.array(floors, dtype=np.float64)
    mix[0, order] += best_seats
    return mix
