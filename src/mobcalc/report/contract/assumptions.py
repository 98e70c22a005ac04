"""The JSON of the commands below `assumptions`."""

from mobcalc.report.contract.basis import CASE, HEAD, PLACE, SHA, SOURCE, TIMES
from mobcalc.report.contract.keys import WHY, Key, Thing, thing
from mobcalc.results.assumptions_diff import Basis, Difference, GainChange, Stated
from mobcalc.results.provenance import PlaceUsed, Provenance
from mobcalc.schema import Assumption, Source

SETTING = "for a setting"
NOT_SAID = "where nothing is said"
RECORD = {
    "name": Key("dotted name, as `--set` takes it", type=str),
    "value": Key(
        "in `unit`; by year for a series", unit="`unit`", type=float | str | bool | list[float] | dict[str, float]
    ),
    "unit": Key("of the value", SETTING, type=str | None),
    "kind": Key("`observed`, `derived`, `assumed`, `user` for yours, or `setting` for what is no number", type=str),
    "source": Key("its key in `sources`, or where you gave it", SETTING, type=str | None),
    "price_year": Key(
        "the year of the dollars that money is in; by year for a series", "where it is not money", "year"
    ),
    "range": Key("the lowest and the highest value", "where no range is given", "`unit`"),
    "bound": Key("whether an end of the range is the value, which is not drawn then", SETTING, type=bool | None),
    "population": Key("whom it is of", NOT_SAID),
    "note": Key("how it was derived, or why it is assumed", NOT_SAID),
    "period": Key("the year that it is of", "where that is the year of its source", "year"),
    "where": Key("the file and line or the flag that gives it", SETTING, type=str | None),
}
LIST = Thing(
    "AssumptionList",
    "The answer of assumptions list, and of assumptions show where a name holds several.",
    {**HEAD, "assumptions": Key("one object for each record or setting", type="[Record]")},
)
SHOW = Thing(
    "AssumptionShown",
    "The answer of assumptions show.",
    {
        **HEAD,
        **RECORD,
        "restated": Key(
            "its value in dollars of the price year",
            "where it is in these, or not money",
            "`unit`",
            float | list[float] | None,
        ),
        "source_details": Key("its source", "for a value of yours", type=Source | None),
    },
    (Assumption,),
)
SOURCES = Thing(
    "Sources",
    "The answer of assumptions sources.",
    {**HEAD, "sources": Key("one object for each", type="[KeyedSource]")},
)
CHECK = Thing(
    "Check",
    "The answer of assumptions check.",
    {
        **HEAD,
        "ok": Key("whether there is no problem; if there is, the exit code is 1", type=bool),
        "problems": Key("one object for each", type="[Problem]"),
    },
)
DIFF = Thing(
    "Differences",
    "The answer of assumptions diff.",
    {
        **HEAD,
        **TIMES,
        **SHA,
        "bundled": Key("prices, discounting and ages of the bundled set", type="Basis"),
        "place": PLACE["place"]._replace(type=PlaceUsed | None),
        **CASE,
        "baseline": Key("id of the pathway that gains are over", type=str),
        "pathways": Key(
            "ids of those named, otherwise those of `compare` and those that a difference names",
            type=list[str],
        ),
        "differences": Key(
            "one object for each record, setting or new pathway that is not the bundled one; with a place the bundled "
            "set has its local figures in it",
            type=list[Difference],
        ),
        "together": Key("what all differences do together: the set in force against the bundled set", type="Together"),
    },
    (Basis, Provenance),
    ("overrides", "occupation", "local_figures", "surveys", "supports", "supports_left_out", "client"),
)
OBJECTS = (
    Thing("Record", "A record or a setting.", RECORD, (Assumption,)),
    Thing("KeyedSource", "A source.", {"key": Key("as records cite it", type=str), **SOURCE}, (Source,)),
    Thing(
        "Problem",
        "A problem.",
        {
            "where": Key("the file and line, or the flag", type=str),
            "name": Key("dotted name; empty where it is of no name", type=str),
            "what": Key("what is wrong", type=str),
            "hint": Key("what to do; empty where nothing is known", type=str),
        },
    ),
    thing(Basis, "What the answers from one set are in.", TIMES),
    Thing(
        "Together",
        "What all differences do together.",
        {"effects": Key("one object for each pathway", type=list[GainChange])},
    ),
    thing(
        Difference,
        "A difference.",
        {
            "name": Key("dotted name; `pathways.ID` for a pathway that is not bundled"),
            "unit": Key("of the value", "for a setting and for a pathway"),
            "bundled": Key("as the bundled set has it", "for what is new"),
            "in_force": Key("as it is in force"),
            "from": Key("flag, or file and line", type=str),
            "differs": Key(
                "the parts that differ: `value`, `price_year`, `range`, `population`, `note`, `source`, `kind` (given "
                "by the user), or `pathway` for a new one; all but the first three, `kind` and `pathway` have no effect"
            ),
            "effects": Key("what this difference alone, put into the bundled set, does to each pathway", WHY),
            "why": Key("the reason where `effects` is null", "where it is not", type=str | None),
        },
        ("given_by",),
    ),
    thing(
        Stated,
        "A value as it stands in a set.",
        {
            "value": Key("in `unit`; the title of a pathway", unit="`unit`"),
            "price_year": Key("of its dollars", "where it is not money", "year"),
            "range": Key("the lowest and the highest value", "where there is none", "`unit`"),
            "restated": Key("money in dollars of that set's price year", "where it is not money"),
        },
    ),
    thing(
        GainChange,
        "What a difference does to the gain of all who start a pathway: `versus_baseline.gain.net_present_value` of "
        "`compare`.",
        {
            "id": Key("the pathway"),
            "gain_before": Key("without the difference, in dollars of the bundled price year", WHY),
            "gain_after": Key("with it; in other dollars where it is the price year that differs", WHY),
            "change": Key("the second less the first", WHY),
            "why": Key(
                "the reason for a null: a new pathway or baseline, or training that does not fit",
                "where all are known",
                type=str | None,
            ),
        },
    ),
)
"""The objects of these answers."""
