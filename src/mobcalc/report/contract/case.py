"""The JSON of `case show`."""

from mobcalc.report.contract.basis import CASE, HEAD, OCCUPATION, PLACE, SHA
from mobcalc.report.contract.keys import NO_PLACE, Key, Thing, thing
from mobcalc.results.case import CaseKey, CaseShown
from mobcalc.results.provenance import Provenance

CASE_SHOW = Thing(
    "CaseShown",
    "The answer of case show.",
    {
        **HEAD,
        "file": Key("as it was given"),
        "keys": Key("every key that a file may have"),
        **SHA,
        **PLACE,
        **OCCUPATION,
        **CASE,
        "household": Key("who lives together", NO_PLACE),
    },
    (CaseShown, Provenance),
    (
        "start_age",
        "retire_age",
        "sex",
        "provenance",
        "overrides",
        "local_figures",
        "surveys",
        "supports",
        "supports_left_out",
        "client",
    ),
)
OBJECTS = (
    thing(
        CaseKey,
        "A key of a case.",
        {
            "key": Key("as in the file"),
            "name": Key("dotted name that it sets", "for the place, the occupation, pathways and the baseline"),
            "value": Key("in force", "where there is none"),
            "from": Key("the file and line", "where the file does not say it and the value is what is usual"),
        },
        ("written",),
    ),
)
"""The objects of this answer."""
