"""What the tests of simulated lives share: people, worlds without some kind of luck, and draws."""

from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np

from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.model import Array
from mobcalc.model.discounting import weighted_sum
from mobcalc.projection.case import Case, case_of
from mobcalc.projection.mixture import Side, sides_of
from mobcalc.projection.outcomes import net_earnings
from mobcalc.projection.pathway import projection
from mobcalc.projection.person_years import life
from mobcalc.results.chances import Chances, MeanGain
from mobcalc.schema import Records, records, with_leaf
from mobcalc.simulation.chances import Asked, layers, mean_gains
from mobcalc.simulation.draws import Mixed, Simulation, simulated

PLAIN = str(Path(__file__).parents[1] / "cases" / "plain-world.yaml")
BASE, TRADES, ASSOCIATE = "no-postsecondary", "building-trades-apprenticeship", "associate-degree"
SECTORAL, CERTIFICATE, BACHELORS = "short-sectoral-training", "certificate", "bachelors-degree"
DEFAULT = (TRADES, ASSOCIATE, CERTIFICATE, SECTORAL)
BY_PAY = (TRADES, ASSOCIATE, CERTIFICATE)
EDUCATIONS = {"high-school": 11, "some-college": 11, "associate": 10}
"""The educations of these pathways, and for how many ages their pay is known."""


def every(values: dict[str, Any], sexes: tuple[str, ...] = ("men", "women")) -> dict[str, Any]:
    """The same values for men and for women."""
    return {f"{name}_{sex}": value for name, value in values.items() for sex in sexes}


def employed(share: float) -> dict[str, Any]:
    """Values by which people of the educations in these tests earn a share of full-time pay at every age."""
    return every({f"people.pay.{name}.employed": [share] * n for name, n in EDUCATIONS.items()})


def lasting(spread: float) -> dict[str, Any]:
    """Values by which lasting pay differs as much in every group."""
    groups = [f"people.pay.{name}" for name in EDUCATIONS]
    return every({f"{of}.lasting_luck": spread for of in (*groups, f"pathways.{TRADES}.earnings.work_life")})


def finishing(rate: float, *names: str) -> dict[str, Any]:
    """Values by which a share of those who start these pathways finishes."""
    own = {f"pathways.{name}.completion.rate": rate for name in names}
    return own | (every({f"pathways.{TRADES}.completion.rate": rate}) if TRADES in names else {})


NO_LASTING = lasting(0)
NO_SPELLS = employed(1) | every({f"pathways.{TRADES}.earnings.work_life.employed": [1] * 8})
NOBODY_DIES = {f"people.survivors.{of}": [1] * 101 for of in ("male", "female", "both")}
NOBODY_MOVES = {"careers.kept_outside": 1}
ALL_FINISH = finishing(1, *BY_PAY)
KINDS = {
    "lasting": NO_LASTING,
    "spells": NO_SPELLS,
    "death": NOBODY_DIES,
    "moving": NOBODY_MOVES,
    "leaving": ALL_FINISH,
}
"""The kinds of luck, each with the values by which there is none of it."""


def without(*kinds: str) -> dict[str, Any]:
    """Values by which there is no luck of these kinds."""
    return {name: value for kind in kinds for name, value in KINDS[kind].items()}


def loaded(files=(), **values) -> Records:
    """The assumptions for a man unless said otherwise."""
    values = {"person.sex": "male", **values}
    flags = [Flag("--set", name, str(value)) for name, value in values.items() if value is not None]
    return load(Layers(paths=files, flags=flags)).assumptions


def certain(assumptions: Records) -> Records:
    """The same without any range, so that nothing is drawn."""
    for name, record in list(records(assumptions)):
        if record.range is not None:
            assumptions = with_leaf(assumptions, name, msgspec.structs.replace(record, range=None))
    return assumptions


class Found(NamedTuple):
    """Draws of some pathways, the baseline first, and what is said of them."""

    case: Case
    sides: list[Side]
    drawn: Mixed
    asked: Asked

    @property
    def simulation(self) -> Simulation:
        """That of the only sex, or of men."""
        return self.drawn.simulations[0]

    @property
    def together(self) -> dict[str, Chances]:
        """What is said of assumptions and luck together, by pathway."""
        return {name: of.together for name, of in layers(self.asked, self.drawn).items()}

    @property
    def mean_gains(self) -> dict[str, MeanGain]:
        """The amounts shown, by pathway."""
        return mean_gains(self.drawn, self.case.ids)

    def gains(self, layer: str = "together") -> Array:
        """What lives gain over the baseline [USD] (lives, pathways)."""
        worth: Array = getattr(self.simulation, layer).worth
        return worth[:, 1:] - worth[:, :1]


def drawn(assumptions, *pathways, draws=1000, seed=0, baseline=None, slices=None) -> Found:
    """Draws of some pathways; those shown by default where none is named."""
    case = case_of(assumptions, pathways, baseline)
    sides = sides_of(case, slices)
    return Found(case, sides, simulated(case, sides, draws, seed), Asked(case, sides, draws, seed))


def point_worth(case: Case, name: str, group: str = "expected") -> float:
    """What a group of a pathway has of it with every assumption at its value [USD]."""
    years = life(case.arrays)
    branch = getattr(projection(case.arrays, years, name), group)
    return float(weighted_sum(net_earnings(branch), years.present)[0, 0])


def error_of(values: Array) -> float:
    """How far the mean of values may be off that have nothing in common."""
    return float(values.std(ddof=1) / np.sqrt(len(values)))
