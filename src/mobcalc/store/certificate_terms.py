"""How long a certificate for an occupation takes, who finishes it, and whether there is aid for it."""

from typing import NamedTuple

import msgspec

from mobcalc.schema import Assumption, Completion, Pathway
from mobcalc.store.codes import Occupation
from mobcalc.store.reference import WHERE, row

SOURCE = "certificate-lengths"
SHORT = 0.5
"""Programs of fewer years than this are finished by more people, as they are at schools of less than two years."""
SHORTEST_WITH_AID = 15 / 52
"""The shortest program that federal grants have long paid for [years]."""
NOT_LISTED = "A year is assumed; many such programs are shorter, so give --length."
LISTED = "Its length is taken from what is published ({stated}); give --length for a program you know."
NO_GRANTS = (
    "No grants are counted: federal ones pay for programs of 8 to 15 weeks only since July 2026, if approved, and for "
    "no shorter ones. Courses this short often cost more than a part of a year's tuition, so give --cost."
)


class Terms(NamedTuple):
    """The parts of a pathway that are known of a certificate, and what has to be said of them."""

    pathway: Pathway[Assumption, Assumption]
    said: list[str]


def with_terms(base: Pathway[Assumption, Assumption], occupation: Occupation) -> Terms:
    """A general certificate as long as one for an occupation, with who finishes it and what aid there is.

    Args:
        base: the general certificate, which lends what is not known.
        occupation: that the certificate is for.
    """
    line = row("SELECT years, low, high, stated FROM certificate_lengths WHERE occ_code = ?", occupation.code)
    assert base.training is not None and base.completion is not None and base.costs is not None
    if line is None:
        return Terms(base, [NOT_LISTED])
    years, low, high, stated = line
    note = f"Published: {stated}; the value is taken from within it."
    length = Assumption(float(years), "years", "assumed", SOURCE, WHERE, range=(float(low), float(high)), note=note)
    known, said = msgspec.structs.replace(base.training, length=length), [LISTED.format(stated=stated)]
    completion = _short(base.completion) if years < SHORT else base.completion
    costs = base.costs
    if years < SHORTEST_WITH_AID:
        costs, said = msgspec.structs.replace(costs, grants=None), [*said, NO_GRANTS]
    return Terms(msgspec.structs.replace(base, training=known, completion=completion, costs=costs), said)


def _short(completion: Completion[Assumption]) -> Completion[Assumption]:
    """Who finishes a program of some months."""
    rate = msgspec.structs.replace(
        completion.rate,
        value=0.67,
        range=(0.45, 0.85),
        population="2006 entrants, public schools of less than two years, within 150 percent of normal time",
        note="67 percent of entrants to schools of less than two years earned an award; taken for programs of months.",
    )
    return msgspec.structs.replace(completion, rate=rate, rate_men=None, rate_women=None)
