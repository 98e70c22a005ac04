"""What groups of a roster gain together, added up as the people come."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import Any

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from mobcalc.model import Array, risk
from mobcalc.questions.roster import Gains
from mobcalc.results.roster import FEWEST, GroupGain, LeftOut

INTERVAL = np.array([[0.1, 0.9]])


Exact = list[float]
"""A sum without any rounding, as few numbers that add up to it, the largest first; none is zero.

It depends on what is added up alone: not on the order, nor on which parts are added up first, and where.
"""


def exact(parts: Iterable[float]) -> Exact:
    """The exact sum of some numbers, all of them finite."""
    left, found = list(parts), Exact()
    while part := math.fsum(left):
        assert math.isfinite(part)
        found.append(part)
        left.append(-part)
    return found


class Sums(Struct):
    """What is added up of one group and pathway.

    `people` are those who count for something, `some_ids` those of so many different ones as a group needs to be shown;
    `weight` counts people; `gain`, `well_ahead` and `kept` are sums by it, `means` the same of the gains in each draw
    of the assumptions. `known`, `known_weight` and `known_gain` are of those whose household keeps a known amount.
    """

    people: int = 0
    some_ids: list[str] = []
    weight: Exact = []
    gain: Exact = []
    well_ahead: Exact = []
    known: int = 0
    known_weight: Exact = []
    known_gain: Exact = []
    kept: Exact = []
    means: list[Exact] = []

    def add(self, other: "Sums") -> None:
        """Add those of others."""
        self.people += other.people
        self.some_ids = _first([*self.some_ids, *other.some_ids])
        self.known += other.known
        for name in ("weight", "gain", "well_ahead", "known_weight", "known_gain", "kept"):
            setattr(self, name, exact([*getattr(self, name), *getattr(other, name)]))
        # Either has no draws where none of its people are.
        draws = range(max(len(self.means), len(other.means)))
        self.means = [exact([*_one(self.means, draw), *_one(other.means, draw)]) for draw in draws]


def _one(means: Sequence[Exact], draw: int) -> Exact:
    return means[draw] if means else []


def _first(ids: Iterable[str]) -> list[str]:
    """The first of different ids, which are the same whatever the order and the parts in which they come."""
    return sorted(set(ids))[:FEWEST]


class Tally(Struct):
    """All sums so far, by the values of the columns that make a group and the pathway, joined as JSON."""

    sums: dict[str, Sums] = {}

    def add(self, ids: Sequence[str], by: Sequence[Sequence[str]], weight: Array, gains: Gains) -> None:
        """Add some people.

        Args:
            ids: of each person (people,).
            by: the columns that make a group (columns, people).
            weight: of each person (people,).
            gains: of the people.
        """
        names, which = _groups(by, gains)
        weights = weight[gains.people]
        gain, ahead, kept = (gains.figures.get(name) for name in ("gain", "chance_well_ahead", "kept_gain"))
        assert gain is not None
        for place, name in enumerate(names):
            rows = np.flatnonzero((which == place) & ~np.isnan(gain))
            if len(rows):
                # Who counts for nothing hides nobody.
                counting = rows[weights[rows] > 0.0]
                own = _first(map(ids.__getitem__, gains.people[counting].tolist()))
                self._add(name, own, counting, weights, gain, ahead, kept, gains.means)

    def _add(
        self,
        name: str,
        some_ids: list[str],
        rows: NDArray[np.intp],
        weights: Array,
        gain: Array,
        ahead: Array | None,
        kept: Array | None,
        means: Array,
    ) -> None:
        own, found = weights[rows], Sums(people=len(rows), some_ids=some_ids)
        found.weight, found.gain = exact(own.tolist()), exact((own * gain[rows]).tolist())
        if ahead is not None:
            found.well_ahead = exact((own * ahead[rows]).tolist())
            found.means = [exact((own * one[rows]).tolist()) for one in means]
        if kept is not None:
            known = rows[~np.isnan(kept[rows])]
            found.known, found.known_weight = len(known), exact(weights[known].tolist())
            found.known_gain = exact((weights[known] * gain[known]).tolist())
            found.kept = exact((weights[known] * kept[known]).tolist())
        self.sums.setdefault(name, Sums()).add(found)

    def merge(self, other: "Tally") -> None:
        """Add what was added up elsewhere."""
        for name, sums in other.sums.items():
            self.sums.setdefault(name, Sums()).add(sums)

    @property
    def draws(self) -> int:
        """In how many draws of the assumptions the averages are known."""
        return max((len(sums.means) for sums in self.sums.values()), default=0)

    def groups(self) -> tuple[list[GroupGain], list[LeftOut], int]:
        """The groups that are large enough to be shown, in order; those that are not, and their people."""
        shown, left_out, people = [], [], 0
        for name, sums in sorted(self.sums.items(), key=lambda item: msgspec.json.decode(item[0])):
            *group, pathway = msgspec.json.decode(name)
            if len(sums.some_ids) < FEWEST:
                left_out.append(LeftOut(group, pathway))
                people += sums.people
            else:
                shown.append(_group_gain(group, pathway, sums))
        return shown, left_out, people


def _groups(by: Sequence[Sequence[str]], gains: Gains) -> tuple[list[str], NDArray[np.intp]]:
    """The different groups and pathways, joined as JSON, and which of them is that of each row (rows,)."""
    people = gains.people.tolist()
    rows = zip(*(map(column.__getitem__, people) for column in by), gains.pathways, strict=True)
    places: defaultdict[tuple[str, ...], int] = defaultdict(count().__next__)
    which = np.fromiter(map(places.__getitem__, rows), np.intp, len(people))
    return [msgspec.json.encode(row).decode() for row in places], which


def _group_gain(group: list[str], pathway: str, sums: Sums) -> GroupGain:
    """The averages of a group."""
    figures: Mapping[str, Any] = dict.fromkeys(("gain_mean", "gain_mean_p10", "gain_mean_p90", "chance_well_ahead"))
    weight, known_weight = math.fsum(sums.weight), math.fsum(sums.known_weight)
    if sums.means:
        means = np.array([[math.fsum(one) for one in sums.means]]) / weight
        low, high = risk.percentiles(means, INTERVAL)[0].tolist()
        figures = {
            "gain_mean": float(means.mean()),
            "gain_mean_p10": low,
            "gain_mean_p90": high,
            "chance_well_ahead": math.fsum(sums.well_ahead) / weight,
        }
    # Too few people are as easily known by what they keep, and so are the few others.
    is_shown = known_weight > 0.0 and sums.known >= FEWEST and (sums.people - sums.known) not in range(1, FEWEST)
    return GroupGain(
        group=group,
        pathway=pathway,
        people=sums.people,
        weight=weight,
        gain=math.fsum(sums.gain) / weight,
        kept_people=sums.known,
        gain_of_kept=math.fsum(sums.known_gain) / known_weight if is_shown else None,
        kept_gain=math.fsum(sums.kept) / known_weight if is_shown else None,
        **figures,
    )
