"""What `validate` finds."""

from collections.abc import Sequence
from typing import Any, Literal

from msgspec import Struct

from mobcalc.results.provenance import Provenance

Verdict = Literal["reproduced", "missed", "within", "outside"]
"""Figures with a tolerance are reproduced or missed, those with a band are within it or outside, and no more."""


class CheckedFigure(Struct, frozen=True):
    """A published figure and what the engine makes of it, both in `unit`.

    What agrees lies from `low` to `high`, None where there is no end: around `published` by a tolerance in the unit or
    relative to it, or, where `is_band`, in a band. `parts` are the amounts that the computed figure is made of.
    """

    name: str
    unit: str
    published: float | None
    tolerance: float | None
    relative_tolerance: float | None
    is_band: bool
    low: float | None
    high: float | None
    computed: float
    parts: dict[str, float]
    verdict: Verdict


class CheckedCase(Struct, frozen=True):
    """A published case with all its figures; `given` is what it is worked out from, as the file of cases has it.

    `address` is that of the source, where it is one of the sources of the assumptions.
    The verdict is that of its first figure that does not agree, otherwise that of all.
    """

    id: str
    kind: Literal["exact", "identity", "band"]
    question: str
    source: str
    address: str | None
    given: dict[str, Any]
    note: str | None
    figures: list[CheckedFigure]
    verdict: Verdict


FAILED: tuple[Verdict, ...] = ("missed", "outside")
"""The verdicts of figures that do not agree."""


class Validation(Struct, frozen=True):
    """The answer of `validate`: every case, in the order of the file.

    `names` has the titles of the pathways that some case is about, by id.
    """

    provenance: Provenance
    price_year: int
    names: dict[str, str]
    cases: list[CheckedCase]


def failing(cases: Sequence[CheckedCase]) -> list[CheckedCase]:
    """The cases that do not agree with what was published."""
    return [case for case in cases if case.verdict in FAILED]
