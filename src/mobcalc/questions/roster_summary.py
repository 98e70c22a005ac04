"""What groups of a roster gain together, added up as the people come."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from mobcalc.model import Array, risk
from mobcalc.questions.roster import Gains
from mobcalc.results.roster import FEWEST, GroupGain

INTERVAL = np.array([[0.1, 0.9]])


class Sums(Struct):
    """What is added up of one group and pathway.

    `weight` counts people; `gain`, `well_ahead` and `kept` are sums by it, `means` the same of the gains in each draw
    of the assumptions. `known` and `known_weight` are of those whose household keeps a known amount.
    """

    people: int = 0
    weight: float = 0.0
    gain: float = 0.0
    well_ahead: float = 0.0
    known: int = 0
    known_weight: float = 0.0
    kept: float = 0.0
    means: list[float] = []


class Tally(Struct):
    """All sums so far, by the values of the columns that make a group and the pathway, joined as JSON."""

    sums: dict[str, Sums] = {}

    def add(self, by: Sequence[Sequence[str]], weight: Array, gains: Gains) -> None:
        """Add some people.

        Args:
            by: the columns that make a group (columns, people).
            weight: of each person (people,).
            gains: of the people.
        """
        keys = self._keys(by, gains)
        names, which = np.unique(keys, return_inverse=True)
        weights = weight[gains.people]
        gain, ahead, kept = (gains.figures.get(name) for name in ("gain", "chance_well_ahead", "kept_gain"))
        assert gain is not None
        for place, name in enumerate(names.tolist()):
            rows = np.flatnonzero((which == place) & ~np.isnan(gain))
            if len(rows):
                self._add(name, rows, weights, gain, ahead, kept, gains.means)

    def _keys(self, by: Sequence[Sequence[str]], gains: Gains) -> NDArray[np.str_]:
        people = gains.people.tolist()
        rows = zip(*([column[one] for one in people] for column in by), gains.pathways, strict=True)
        made: dict[tuple[str, ...], str] = {}
        return np.array([made.setdefault(row, "") or made.update({row: _key(row)}) or made[row] for row in rows])

    def _add(
        self,
        name: str,
        rows: NDArray[np.intp],
        weights: Array,
        gain: Array,
        ahead: Array | None,
        kept: Array | None,
        means: Array,
    ) -> None:
        sums, own = self.sums.setdefault(name, Sums()), weights[rows]
        sums.people += len(rows)
        sums.weight += float(own.sum())
        sums.gain += float((own * gain[rows]).sum())
        if ahead is not None:
            sums.well_ahead += float((own * ahead[rows]).sum())
            added = (own * means[:, rows]).sum(axis=1)
            sums.means = added.tolist() if not sums.means else (np.array(sums.means) + added).tolist()
        if kept is not None:
            known = rows[~np.isnan(kept[rows])]
            sums.known += len(known)
            sums.known_weight += float(weights[known].sum())
            sums.kept += float((weights[known] * kept[known]).sum())

    def groups(self) -> tuple[list[GroupGain], int, int]:
        """The groups that are large enough to be shown, in order; how many are not, and their people."""
        shown, left_out, people = [], 0, 0
        for name, sums in sorted(self.sums.items(), key=lambda item: msgspec.json.decode(item[0])):
            if sums.people < FEWEST:
                left_out += 1
                people += sums.people
            else:
                *group, pathway = msgspec.json.decode(name)
                shown.append(_group_gain(group, pathway, sums))
        return shown, left_out, people


def _key(row: tuple[str, ...]) -> str:
    return msgspec.json.encode(row).decode()


def _group_gain(group: list[str], pathway: str, sums: Sums) -> GroupGain:
    """The averages of a group."""
    figures: Mapping[str, Any] = dict.fromkeys(("gain_mean", "gain_p10", "gain_p90", "chance_well_ahead"))
    whole = sums.weight or 1.0
    if sums.means:
        means = np.array([sums.means]) / whole
        low, high = risk.percentiles(means, INTERVAL)[0].tolist()
        figures = {
            "gain_mean": float(means.mean()),
            "gain_p10": low,
            "gain_p90": high,
            "chance_well_ahead": sums.well_ahead / whole,
        }
    return GroupGain(
        group=group,
        pathway=pathway,
        people=sums.people,
        weight=sums.weight,
        gain=sums.gain / whole,
        kept_people=sums.known,
        # Too few people are as easily known by what they keep.
        kept_gain=sums.kept / sums.known_weight if sums.known >= FEWEST and sums.known_weight else None,
        **figures,
    )
