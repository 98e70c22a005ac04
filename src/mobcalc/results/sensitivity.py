"""What `sensitivity` finds."""

from typing import Literal

from msgspec import Struct

from mobcalc.results.amounts import Money
from mobcalc.results.basis import Terms
from mobcalc.results.pathways import PathwayTitle
from mobcalc.schema import Kind

LEAST_SWING = 1.0
"""An assumption that moves the gain by less than this many dollars does not move it."""
BY_CHANCE = "chance"
"""The outcome of an answer about the chance to end well ahead, whose gains are shares."""
LEAST_CHANCE = 0.005
"""An assumption that moves that chance by less does not move it."""
NOT_LOOKED_FOR = "not_looked_for"
"""The reason that there is no switch point: a chance has none."""
DOES_NOT_FIT = "does_not_fit"
"""The reason that a gain is not known: with this value training does not fit into the working life."""
NO_SWITCH = "no_switch"
"""The reason that there is no switch point: the same pathway is better over the whole range."""
NOT_KNOWN = "not_known"
"""The reason that there is no swing: the gain is known at neither end."""
HAS_NO_RANGE = "no_range"
"""The reason that an assumption is not swept: nobody gave it a range."""
RANGE_DROPPED = "range_dropped"
"""The reason that an assumption is not swept: the user's value took the place of a value and its range."""
HOUSEHOLD_IS_FIXED = "household"
"""The reason that an assumption is not swept: taxes and benefits are looked up for one household."""


class SweptAssumption(Struct, frozen=True):
    """An assumption swept over its range alone, and what it does to the gain.

    `value`, `low`, `high` and `switch_point` are in `unit`, money in dollars of `value_price_year`; gains are in
    dollars of the price year of the answer. `kind` tells a choice or an outlook from a fact about the pathways,
    `record_kind` how the value is known. `why` has a reason for each figure that is None. Where the outcome is a
    chance, gains and swing are chances [share].
    """

    name: str
    kind: Literal["scenario", "parameter"]
    record_kind: Kind
    unit: str
    value_price_year: int | None
    value: float
    low: float
    high: float
    gain_at_low: Money | None
    gain_at_high: Money | None
    swing: Money | None
    switch_point: float | None
    why: dict[str, str]


class NotSwept(Struct, frozen=True):
    """An assumption without a range, and why it has none."""

    name: str
    why: str


class Sensitivity(Terms, frozen=True, kw_only=True):
    """The answer of `sensitivity`: the gain of one pathway over another by one outcome, largest swing first.

    `names` has the titles of all pathways that are named, `pathway` and `versus` first, `titles` the short names of
    both; `same_footing` is whether both
    are known from the same kind of evidence, or one of them is a life without training; `cautions` are by id.
    """

    outcome: str
    pathway: str
    versus: str
    names: dict[str, str]
    titles: list[PathwayTitle]
    evidence: dict[str, str]
    same_footing: bool
    cautions: dict[str, str]
    gain: Money
    sensitivity: list[SweptAssumption]
    not_swept: list[NotSwept]
