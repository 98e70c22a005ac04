"""What all who enroll in a program bring and cost, year by year, as a budget is voted on."""

from collections.abc import Mapping, Sequence

import numpy as np

from mobcalc.household.public_budgets import BUDGETS
from mobcalc.model import Array
from mobcalc.questions.program_sums import GOVERNMENTS, Combined
from mobcalc.results.program_years import ProgramYear


def by_year(of: Combined | None, spent: Mapping[str, float], in_hand: float, enrolled: float) -> list[ProgramYear]:
    """Cash of each year; nothing where no effect is known.

    Args:
        of: all flows.
        spent: what each who pays spends on one who enrolls [USD].
        in_hand: what one who enrolls has of supports in hand [USD].
        enrolled: how many people.
    """
    if of is None:
        return []
    is_first = np.arange(len(of.earned)) == 0
    people = enrolled * ((of.earned if of.kept is None else of.kept) + in_hand * is_first)
    paid = {level: enrolled * amount * is_first for level, amount in spent.items()}
    back = _back(of, enrolled)
    public_paid = _added([path for level, path in paid.items() if level in GOVERNMENTS], people)
    public_back = _added([*back.values()], people)
    so_far = np.cumsum(public_back - public_paid)
    return [
        ProgramYear(
            year=year + 1,
            people=float(people[year]),
            raises=float(enrolled * of.employers[year]),
            paid=_at(paid, year),
            back=_at(back, year),
            public_paid=float(public_paid[year]),
            public_back=float(public_back[year]) if back else None,
            public_so_far=float(so_far[year]) if back else None,
        )
        for year in range(len(people))
    ]


def _back(of: Combined, enrolled: float) -> dict[str, Array]:
    """What comes back to each government from all who enroll [USD/year] (years,); empty without a place."""
    if of.kept is None:
        return {}
    return {level: enrolled * of.back(names) for level, names in BUDGETS.items() if names}


def _added(paths: Sequence[Array], like: Array) -> Array:
    """Paths added up; nothing in each year where there are none (years,)."""
    return np.asarray(sum(paths, np.zeros_like(like)))


def _at(paths: Mapping[str, Array], year: int) -> dict[str, float]:
    """The amounts of one year by name."""
    return {name: float(path[year]) for name, path in paths.items()}
