"""What `assumptions diff` finds."""

from typing import Any

from msgspec import Struct

from mobcalc.results.amounts import Money, ShareOf
from mobcalc.results.notices import Notice
from mobcalc.results.provenance import CaseUsed, PlaceUsed


class Stated(Struct, frozen=True):
    """A value as it stands in a set of assumptions; `restated` is money in dollars of that set's price year."""

    value: Any
    price_year: int | dict[int, int] | None
    range: tuple[float, float] | None
    restated: Money | list[Money] | None


class GainChange(Struct, frozen=True):
    """The gain of all who start a pathway, to retirement, without a difference and with it; null with a reason."""

    id: str
    gain_before: Money | None
    gain_after: Money | None
    change: Money | None
    why: Notice | None


WHOLE = "pathway"
"""What differs where a whole pathway is not bundled."""


class Difference(Struct, frozen=True):
    """One name whose record or setting is not the bundled one, and what it alone does to the bundled answer.

    `bundled` is null for what is new; `differs` names the parts that differ. Where `effects` is null, `why` says why.
    """

    name: str
    unit: str | None
    bundled: Stated | None
    in_force: Stated
    given_by: str
    differs: list[str]
    effects: list[GainChange] | None
    why: Notice | None


class Basis(Struct, frozen=True):
    """The dollars, the discounting and the working life of the answers from one set of assumptions."""

    price_year: int
    discount_rate: ShareOf
    start_age: int
    retire_age: int


class Differences(Struct, frozen=True):
    """The answer of `assumptions diff`; `names` are the titles of the pathways asked about, the baseline first."""

    assumptions_sha256: str
    bundled: Basis
    in_force: Basis
    baseline: str
    names: dict[str, str]
    differences: list[Difference]
    together: list[GainChange]
    place: PlaceUsed | None = None
    case: CaseUsed | None = None
