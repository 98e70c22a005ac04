"""What is missing to live on while people train in a program, with the help that it gives beside the training."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from mobcalc.household.training_years import training_years, worst
from mobcalc.projection.mixture import Side, shares, sides_of
from mobcalc.projection.pathway import projection
from mobcalc.questions.program_effects import Part, case_for
from mobcalc.results.program_training import TrainingGap
from mobcalc.schema import Assumption

FOR_CHILDREN = "child-care"
"""The support that only a household with children takes up."""


class _Left(Struct, frozen=True):
    """What is left over in the tightest year of training, without any, and of all help [USD/year]."""

    trained: float
    untrained: float
    helped: float


def training_gaps(parts: Sequence[Part], help_: Mapping[str, float]) -> list[TrainingGap]:
    """What each kind of household is short of in the tightest year of training, on average over the services.

    Services whose effect a study tells of, which does not say what people are paid meanwhile, are left out.

    Args:
        parts: every service in every kind of household.
        help_: what one who takes up each support has of it in hand [USD].
    """
    homes: dict[str, list[tuple[float, _Left]]] = {}
    for part in parts:
        if part.pathway is not None:
            homes.setdefault(part.home, []).extend(_left(part, help_))
    return [_gap(home, each) for home, each in homes.items() if each]


def _gap(home: str, each: Sequence[tuple[float, _Left]]) -> TrainingGap:
    """What one kind of household is short of, the mean of what is left over in each service by its part of people."""
    whole = sum(weight for weight, _ in each)
    trained, untrained, helped = (
        sum(weight * amount for weight, amount in zip((w for w, _ in each), amounts, strict=True)) / whole
        for amounts in zip(*((left.trained, left.untrained, left.helped) for _, left in each), strict=True)
    )
    return TrainingGap(
        home=home,
        missing=max(-trained, 0.0),
        without_training=max(-untrained, 0.0),
        help=helped,
        with_help=max(-trained - helped, 0.0),
    )


def _left(part: Part, help_: Mapping[str, float]) -> list[tuple[float, _Left]]:
    """What is left over for each sex, with its part of all enrolled; nothing without a place or years of training."""
    case = case_for(part)
    base, name = case.ids
    if case.settled.pathways[name].impact is not None:
        return []
    sides = sides_of(case, part.slices)
    weights = [part.share * float(one[0, 0]) for one in shares(sides, name, base)]
    found = [
        (weight, _of_side(side, name, base, _taken(part, help_))) for weight, side in zip(weights, sides, strict=True)
    ]
    return [(weight, left) for weight, left in found if left is not None]


def _of_side(side: Side, name: str, base: str, helped: float) -> _Left | None:
    home = side.years.household
    ours, theirs = (projection(side.arrays, side.years, of) for of in (name, base))
    group, before = ours.completer or ours.expected, theirs.expected
    if home is None or group.keeps is None or before.keeps is None:
        return None
    years = training_years(home, group.keeps, int(side.years.age[0, 0]))
    tightest = worst(years)
    if tightest is None:
        return None
    return _Left(tightest.left_over, float(before.keeps.left[0, tightest.year - 1]), helped / len(years))


def _taken(part: Part, help_: Mapping[str, float]) -> float:
    """What all supports that the household can take up are worth to it [USD]."""
    children = part.records.person.children
    has_children = isinstance(children, Assumption) and bool(children.value)
    return sum(worth for name, worth in help_.items() if has_children or name != FOR_CHILDREN)
