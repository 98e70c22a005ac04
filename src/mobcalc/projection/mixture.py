"""Men and women together, where a person's sex is not given: each is projected apart, and all figures are mixed.

A pathway is mixed by its own share of men, and set against the same mix of men and women without training, so that a
gain lies between that of a man and that of a woman.
"""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec
import numpy as np
from msgspec import Struct

from mobcalc.household.net_resources import Keeps
from mobcalc.household_types import Slices
from mobcalc.model import Array
from mobcalc.projection.case import Case
from mobcalc.projection.group import AMOUNTS, KEPT_OF_YEARS, OF_YEARS, Group, Projection, mean, pay_in
from mobcalc.projection.pathway import projection
from mobcalc.projection.person_years import Life, life
from mobcalc.sampling import Arrays

EVEN = 0.5
"""The share of men where nothing is known of it, and of those without training."""
GROUPS = ("expected", "completer", "leaver", "quitter")


class Side(Struct, frozen=True):
    """One sex that the person may be of: the assumptions in rows, and the person's years in them."""

    arrays: Arrays
    years: Life


def sides_of(case: Case, slices: Slices | None = None) -> list[Side]:
    """The sexes that the person of a case may be of, with every assumption at its value."""
    return [Side(run.arrays, life(run.arrays, slices)) for run in case.runs]


def shares(sides: Sequence[Side], name: str, versus: str | None = None) -> list[Array]:
    """The part of each sex among those who start a pathway (rows, 1), men first; all where the sex is known.

    Args:
        sides: the sexes.
        name: id of the pathway.
        versus: of the one it is set against, whose men and women they are where nobody starts the first as a choice.
    """
    if len(sides) == 1:
        return [np.ones((1, 1))]
    known = [
        share for of in (name, versus) if of is not None and (share := _male_share(sides[0].arrays, of)) is not None
    ]
    men = known[0] if known else np.full((1, 1), EVEN)
    return [men, 1.0 - men]


def _male_share(arrays: Arrays, name: str) -> Array | None:
    """The share of men among those who start a pathway (rows, 1); None for life without training."""
    pathway = arrays.pathways[name]
    part = pathway.earnings
    if pathway.family == "none":
        return None
    if part is None or (part.male_share is None and (part.education is None or part.premium is not None)):
        return np.full((1, 1), EVEN)
    return arrays.people.pay[part.education or ""].male_share if part.male_share is None else part.male_share


class Part(Struct, frozen=True):
    """One group of those who start a pathway, and the same men and women on the baseline, in the years they share.

    `pays` are those of the baseline in the group's first and fifth full year after training, paid and in work
    (all rows, 1).
    """

    years: Life
    group: Group
    baseline: Group
    pays: "Pays"


class Pays(NamedTuple):
    """Pay in the first and the fifth full year after training, on average and in work [USD/year] (all rows, 1)."""

    first: Array
    fifth: Array
    first_in_work: Array
    fifth_in_work: Array


def pays_of(group: Group) -> Pays:
    """The pay of a group."""
    return Pays(group.first_pay, group.fifth_pay, group.first_in_work, group.fifth_in_work)


def projections(sides: Sequence[Side], name: str) -> list[Projection]:
    """The projection of a pathway for each sex."""
    return [projection(side.arrays, side.years, name) for side in sides]


def parts_of(
    sides: Sequence[Side], weights: Sequence[Array], own: Sequence[Projection], baseline: Sequence[Projection]
) -> dict[str, Part]:
    """The groups of a pathway that there are, each with the baseline of the same men and women, by their names.

    Args:
        sides: the sexes.
        weights: the part of each among those who start (rows, 1).
        own: the projection of the pathway for each sex.
        baseline: that of the baseline.
    """
    parts = {}
    for name in GROUPS:
        groups = [group for one in own if (group := getattr(one, name)) is not None]
        if not groups:
            continue
        by = _group_weights(weights, own, name)
        theirs = [one.expected for one in baseline]
        pays = Pays._make(
            mean(
                by, [pay_in(getattr(of, kind), getattr(group, year)) for of, group in zip(theirs, groups, strict=True)]
            )
            for kind in ("paid", "in_work")
            for year in ("first_year", "fifth_year")
        )
        parts[name] = Part(years_of(sides, by), _pooled(sides, by, groups), _pooled(sides, by, theirs), pays)
    return parts


def years_of(sides: Sequence[Side], weights: Sequence[Array]) -> Life:
    """The years of men and women together: how many of them are alive."""
    first = sides[0].years
    if len(sides) == 1:
        return first
    alive, present = (mean(weights, [getattr(side.years, name) for side in sides]) for name in ("alive", "present"))
    return msgspec.structs.replace(first, alive=alive, present=present)


def joined(weights: Sequence[Array], own: Sequence[Projection], parts: dict[str, Part]) -> Projection:
    """The groups of a pathway as one projection."""
    if len(own) == 1:
        return own[0]
    figures: dict[str, Array | None] = {}
    for name in ("completion", "last_training_pay", "scale_pay"):
        each = [figure for one in own if (figure := getattr(one, name)) is not None]
        figures[name] = mean(weights, each) if each else None
    groups = {name: part.group for name, part in parts.items()}
    return Projection(
        groups["expected"], groups.get("completer"), groups.get("leaver"), quitter=groups.get("quitter"), **figures
    )


def _group_weights(weights: Sequence[Array], own: Sequence[Projection], name: str) -> Sequence[Array]:
    """The part of each sex in a group: those who finish have more of the sex that finishes more often."""
    rates = [one.completion for one in own if one.completion is not None]
    if name not in ("completer", "leaver") or len(rates) < len(weights):
        return weights
    chances = [w * (rate if name == "completer" else 1.0 - rate) for w, rate in zip(weights, rates, strict=True)]
    return _parts_of_whole(chances, weights)


def _pooled(sides: Sequence[Side], weights: Sequence[Array], groups: Sequence[Group]) -> Group:
    """Groups of both sexes together; a year's amounts are of those alive then, single figures of all."""
    if len(groups) == 1:
        return groups[0]
    yearly = _parts_of_whole([w * side.years.alive for w, side in zip(weights, sides, strict=True)], weights)
    kept = [group.keeps for group in groups if group.keeps is not None]
    keeps = Keeps(**_means(kept, Keeps.__struct_fields__, KEPT_OF_YEARS, weights, yearly)) if kept else None
    return Group(**_means(groups, AMOUNTS, OF_YEARS, weights, yearly), keeps=keeps)


def _means(
    each: Sequence[Group] | Sequence[Keeps],
    names: Sequence[str],
    of_years: Sequence[str],
    weights: Sequence[Array],
    yearly: Sequence[Array],
) -> dict[str, Array]:
    """The mean of both sexes part by part, those of years by who is alive then."""
    return {name: mean(yearly if name in of_years else weights, [getattr(one, name) for one in each]) for name in names}


def _parts_of_whole(amounts: Sequence[Array], otherwise: Sequence[Array]) -> list[Array]:
    """Each of some amounts over their sum; where there is none, other parts."""
    total = sum(amounts, np.zeros((1, 1)))
    return [
        np.where(total > 0.0, own / np.where(total > 0.0, total, 1.0), other)
        for own, other in zip(amounts, otherwise, strict=True)
    ]
