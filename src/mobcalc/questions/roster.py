"""`roster`: what each of many people gains, and what groups of them gain together."""

from collections.abc import Iterator, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from mobcalc.household.people_homes import Homes, is_covered
from mobcalc.model import Array
from mobcalc.projection.pay_path import is_low
from mobcalc.questions.basis import NO_DRAWS, Drawing
from mobcalc.questions.roster_people import Members, People, Shapes
from mobcalc.simulation.people import group_gains

FIGURES = ("completion_rate", "gain", "completer_gain", "leaver_gain", "first_decade_gain", "ahead_from", "kept_gain")
"""What is said of every person and pathway, with all assumptions at their values."""


class Gains(Struct, frozen=True):
    """What people gain from pathways, a row for each person and pathway in the order of the people.

    `people` says whose row it is, `pathways` which pathway (rows,); `unfit` is the code of the reason where training
    does not fit into the life of work, otherwise empty. `figures` by name, not a number where there is none (rows,).
    `means` are the gains in each draw of the assumptions (draws, rows), none without draws. `low_wage` is whether the
    wage is below the minimum (people,), and `kept` the code of why it is not known what a household keeps, or of
    what stands for it, otherwise empty (people,).
    """

    people: NDArray[np.intp]
    pathways: list[str]
    unfit: list[str]
    figures: dict[str, Array]
    means: Array
    low_wage: NDArray[np.bool_]
    kept: list[str]


class _Block(Struct, frozen=True):
    """The rows of one group: for each the person, the place of the pathway in the question, and all figures."""

    people: NDArray[np.intp]
    order: NDArray[np.intp]
    pathways: list[str]
    unfit: list[str]
    figures: dict[str, Array]
    means: Array


def gains(people: People, shapes: Shapes, drawing: Drawing = NO_DRAWS, *, takes_nearest: bool = False) -> Gains:
    """What people gain from the pathways they ask about.

    Args:
        people: in columns.
        shapes: cases by shape, with the assumptions and the pathways.
        drawing: how many lives of each are drawn, and which.
        takes_nearest: whether the nearest household stands for one that no table has.
    """
    low = np.zeros(len(people.age), dtype=np.bool_)
    blocks: list[_Block] = []
    for members in shapes.members(people):
        low[members.where] = _is_low(people, members)
        blocks += list(_blocks(members, shapes.homes, drawing))
    kept = _kept_codes(people, shapes, takes_nearest=takes_nearest)
    return _in_order(blocks, low, kept)


def _in_order(blocks: Sequence[_Block], low: NDArray[np.bool_], kept: list[str]) -> Gains:
    """All rows in the order of the people, and of each the pathways in the order asked."""
    whose, order = (np.concatenate([getattr(block, name) for block in blocks]) for name in ("people", "order"))
    sorting = np.lexsort((order, whose))
    whose, places = whose[sorting], sorting.tolist()
    figures = {name: np.concatenate([block.figures[name] for block in blocks])[sorting] for name in blocks[0].figures}
    is_known = np.array([code in ("", NEAREST) for code in kept], np.bool_)
    figures["kept_gain"] = np.where(is_known[whose], figures["kept_gain"], np.nan)
    return Gains(
        people=whose,
        pathways=_texts(blocks, "pathways", places),
        unfit=_texts(blocks, "unfit", places),
        figures=figures,
        means=np.concatenate([block.means for block in blocks], axis=1)[:, sorting],
        low_wage=low,
        kept=kept,
    )


def _texts(blocks: Sequence[_Block], name: str, places: Sequence[int]) -> list[str]:
    """Texts of all rows in another order."""
    texts = [one for block in blocks for one in getattr(block, name)]
    return [texts[place] for place in places]


NEAREST, NOT_COVERED, NO_PLACE, NOT_ASKED = "nearest_household", "household_not_covered", "no_place", "not_asked"


def _kept_codes(people: People, shapes: Shapes, *, takes_nearest: bool) -> list[str]:
    """Why it is not known what each household keeps, or that another stands for it; otherwise empty (people,)."""
    if shapes.homes is None:
        return [NOT_ASKED] * len(people.age)
    covered = is_covered(shapes.home_people(people)).tolist()
    placed = [shapes.settings[place].state >= 0 for place in people.settings.tolist()]
    instead = NEAREST if takes_nearest else NOT_COVERED
    return [
        NO_PLACE if not has_place else ("" if is_known else instead)
        for has_place, is_known in zip(placed, covered, strict=True)
    ]


def _is_low(people: People, members: Members) -> NDArray[np.bool_]:
    """Whether the wages of people of a group are below what the law allows (people,)."""
    least = members.group.columns.get("economy.minimum_wage", members.group.case.arrays.economy.minimum_wage)
    low: NDArray[np.bool_] = is_low(people.wage[members.where], least[:, 0])
    return low


def _blocks(members: Members, homes: Homes | None, drawing: Drawing) -> Iterator[_Block]:
    """The rows of a group, pathway by pathway."""
    case = members.group.case
    asked = [name for name in members.ids if name != case.ids[0]]
    figures, means = _figures(members, homes, drawing)
    count, nothing = len(members.where), np.full(len(members.where), np.nan)
    for order, name in enumerate(asked):
        is_fit = name not in members.unfit
        place = case.ids.index(name) - 1 if is_fit else 0
        yield _Block(
            people=members.where,
            order=np.full(count, order),
            pathways=[name] * count,
            unfit=["" if is_fit else members.unfit[name].code] * count,
            figures={of: amounts[:, place] if is_fit else nothing for of, amounts in figures.items()},
            means=means[:, :, place] if is_fit else np.full((len(means), count), np.nan),
        )


def _figures(members: Members, homes: Homes | None, drawing: Drawing) -> tuple[dict[str, Array], Array]:
    """All figures of a group by name (people, pathways), and its gains in draws (draws, people, pathways)."""
    group = members.group
    own = group_gains(group, homes)
    # Of some pathways nobody tells who finishes.
    is_told = [group.case.arrays.pathways[name].completion is not None for name in group.case.ids[1:]]
    figures = {
        "completion_rate": np.where(is_told, own.finish[:, 1:], np.nan),
        "gain": own.expected,
        "completer_gain": own.completer,
        "leaver_gain": own.leaver,
        "first_decade_gain": own.first_decade,
        "ahead_from": own.ahead_from,
        "kept_gain": own.kept,
    }
    if not drawing.draws:
        return figures, np.zeros((0, *own.expected.shape))
    # Random numbers take a while to import.
    from mobcalc.simulation.people_lives import drawn_gains

    drawn = drawn_gains(group, *drawing)
    figures |= {"gain_mean": drawn.means.mean(axis=0), "chance_ahead": drawn.chance_ahead}
    figures["chance_well_ahead"] = drawn.chance_well_ahead
    figures |= dict(zip(("gain_p10", "gain_p50", "gain_p90"), drawn.percentiles, strict=True))
    return figures, drawn.means
