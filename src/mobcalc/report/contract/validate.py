"""The JSON of `validate`."""

from mobcalc.report.contract.basis import HEAD, OVERRIDES, SHA
from mobcalc.report.contract.keys import Key, Thing, thing
from mobcalc.results.provenance import Provenance
from mobcalc.results.validate import CheckedCase, CheckedFigure, Validation

IN_UNIT = "`unit`"

VALIDATE = Thing(
    "Validation",
    "The answer of validate.",
    {
        **HEAD,
        "price_year": Key("the year whose dollars the shipped pathways are computed in", unit="year"),
        **SHA,
        **OVERRIDES,
        "ok": Key("whether every case agrees; if not, the exit code is 1", type=bool),
        "cases": Key("one object for each published case, in the order of the file; only those named, if any"),
    },
    (Validation, Provenance),
    (
        "provenance",
        "names",
        "place",
        "occupation",
        "local_figures",
        "case",
        "surveys",
        "supports",
        "supports_left_out",
        "client",
    ),
)
OBJECTS = (
    thing(
        CheckedCase,
        "A published case.",
        {
            "id": Key("its name"),
            "kind": Key(
                "`exact` (fully determined by the inputs), `identity` (arithmetic between published figures: nothing "
                "of the model is in it) or `band` (only a range is justified)"
            ),
            "question": Key("in plain words, as the file of cases has it"),
            "source": Key("in plain words, as the file of cases has it"),
            "address": Key("of the source", "where it is none of `assumptions sources`"),
            "given": Key("what the case is worked out from, as the file of cases has it; `form` says how"),
            "note": Key("what else there is to say", "where nothing is said"),
            "figures": Key("one object for each figure"),
            "verdict": Key("that of its first figure that does not agree, otherwise that of all"),
        },
    ),
    thing(
        CheckedFigure,
        "A published figure.",
        {
            "name": Key("which of the case's figures"),
            "unit": Key(
                "`USD`, `thousand USD`, `share`, `ratio`, or `yes or no` (1 and 0), in the dollars that the source has"
            ),
            "published": Key("as published; beside a band it is context alone", "where no figure was read", IN_UNIT),
            "tolerance": Key("how far the computed figure may be from it", "where another bound holds", IN_UNIT),
            "relative_tolerance": Key(
                "how far it may be from it, as a part of it", "where another bound holds", "share"
            ),
            "is_band": Key("whether a range is all that is justified"),
            "low": Key("what agrees lies at or above it", "where a band is open below", IN_UNIT),
            "high": Key("what agrees lies at or below it", "where a band is open above", IN_UNIT),
            "computed": Key("what the engine makes of it", unit=IN_UNIT),
            "parts": Key(
                "the amounts that the computed figure is made of, by name: money, in a few cases counts or published "
                "figures; two digits",
                unit="USD",
            ),
            "verdict": Key("`reproduced` or `missed`; with a band `within` or `outside`, which is no reproduction"),
        },
    ),
)
"""The objects of this answer."""
