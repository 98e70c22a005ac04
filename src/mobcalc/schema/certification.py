"""A city's living wage certification: what it asks of employers, in tiers."""

# Types are made when somebody asks for them, as in `parts`.
from __future__ import annotations

from typing import Annotated, Generic, TypeAlias

from msgspec import Struct

from mobcalc.schema.record import Assumption, N, limits


class Tier(Struct, Generic[N], frozen=True):
    """One tier: the least wage that an employer pays who has it."""

    wage: Annotated[N, limits("USD/hour", 1, 500, personal=True)]


class Certification(Struct, Generic[N], frozen=True):
    """What a certification asks: `less_with_insurance` is what employers with health insurance may pay less.

    `county` is where it holds, a county or a city with its state, and `year` the year of the tiers, which are as they
    were published. `remark` is a sentence that must be said with them.
    """

    name: str
    county: str
    year: int
    tiers: dict[str, Tier[N]]
    less_with_insurance: Annotated[N, limits("USD/hour", 0, 100, personal=True)] | None = None
    remark: str | None = None


CertificationRecords: TypeAlias = Certification[Assumption]
