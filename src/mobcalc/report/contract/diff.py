"""The JSON of `diff` and `replay`, whose changes of gains are those of `assumptions diff`."""

from mobcalc.report.contract.basis import HEAD
from mobcalc.report.contract.keys import WHY, Key, Thing, thing
from mobcalc.results.assumptions_diff import Difference, Stated
from mobcalc.results.diff import (
    ClientDifference,
    FigureChange,
    PathwayChange,
    PathwayFigures,
    RunDifference,
    ValueChange,
)
from mobcalc.results.replay import Replay

NOT_THERE = "where the answer does not have it"
NOT_SAID = "where the answer does not say it"
NOT_TOLD = "where it cannot be told, since an answer does not say its assumptions or has no such gain"
RUNS = {
    "files": Key("the two files; of `replay` the same one twice"),
    "command": Key("that both answer"),
    "is_same": Key("whether nothing differs but the number of the version"),
    "figures": Key("how many numbers either answer has", unit="count"),
    "changed_figures": Key("how many of them one answer says otherwise, or alone", unit="count"),
    "changed_texts": Key("the same of all else", unit="count"),
    "versions": Key("what made the answers: programs, the data in force, and taxes and benefits"),
    "changed_versions": Key("names of those that differ"),
    "tables": Key("the published tables that differ, with both checksums"),
    "clients": Key("one object for each client that both answers have"),
}
DIFF = Thing("Diff", "The answer of diff.", {**HEAD, **RUNS}, (RunDifference,))
REPLAY = Thing(
    "Replayed",
    "The answer of replay. The exit code is 1 where the answers do not agree.",
    {
        **HEAD,
        "file": Key("the record"),
        "agrees": Key("whether the answer is the same, to the last byte but for the number of the version"),
        "recorded_sha256": Key("SHA-256 of the bytes of the recorded answer as `--json` prints them"),
        "repeated_sha256": Key("that of the answer of this version"),
        "difference": Key("what differs, the record first"),
    },
    (Replay,),
)
OBJECTS = (
    thing(RunDifference, "What differs between two answers of one command.", RUNS),
    thing(
        ValueChange,
        "Something by its name in two answers.",
        {
            "name": Key("dotted name, name of the file, or what it is a version of"),
            "before": Key("in the first answer", NOT_THERE, "as it stands there"),
            "after": Key("in the second", NOT_THERE, "as it stands there"),
        },
    ),
    thing(
        ClientDifference,
        "What differs for one client.",
        {
            "name": Key("of the case", "in answers about one client"),
            "case": Key("the facts of the client and the question that differ"),
            "has_assumptions": Key("whether both answers say all their assumptions, as records do"),
            "differences": Key(
                "the assumptions that differ, facts among them; empty where they are not said",
                type="[AssumptionChange]",
            ),
            "dropped": Key("names that the second answer has no more"),
            "together": Key("what all of them do together to the gains of the first answer"),
            "baseline": Key("id of the pathway compared with", "where the command has none"),
            "pathways": Key("one object for each pathway of `compare`; empty for other commands"),
            "figures": Key("the main figures of other commands; empty for `compare`"),
        },
    ),
    Thing(
        "AssumptionChange",
        "An assumption that differs.",
        {
            "name": Key("dotted name"),
            "unit": Key("of the value", "for a setting and for a pathway"),
            "before": Key("as the first answer has it", "for what is new", type=Stated | None),
            "after": Key("as the second has it", type=Stated),
            "differs": Key("the parts that differ, as in `assumptions diff`"),
            "effects": Key("what this one alone, put into the first answer's set, does to each pathway", WHY),
            "why": Key("the reason where `effects` is null", "where it is not", type=str | None),
        },
        (Difference,),
        ("bundled", "in_force", "given_by"),
    ),
    thing(
        PathwayChange,
        "A pathway in two answers.",
        {
            "id": Key("of the pathway"),
            "name": Key("its title"),
            "family": Key("`none`, `apprenticeship` or `training`"),
            "label": Key("a short name", "where the name is short"),
            "before": Key("in the first answer", NOT_THERE),
            "after": Key("in the second", NOT_THERE),
            "explained": Key("what the differences in assumptions do together to `point_gain`", NOT_TOLD),
            "unexplained": Key(
                "what is left of its change: rules, equations and random numbers, which are no assumptions", NOT_TOLD
            ),
        },
    ),
    thing(
        PathwayFigures,
        "The figures of a pathway that screens show.",
        {
            "gain": Key("of all who start, to retirement; on average over draws where any are drawn", NOT_SAID),
            "point_gain": Key("the same with every assumption at its value", NOT_SAID),
            "kept_gain": Key("that after taxes and benefits", NOT_SAID),
            "chance_well_ahead": Key("as in `compare`", NOT_SAID),
            "completion_rate": Key("as in `compare`", NOT_SAID),
            "pay": Key("in the first year after training; of those who finish where somebody does not", NOT_SAID),
        },
    ),
    thing(
        FigureChange,
        "A main figure of an answer.",
        {
            "code": Key("what it is"),
            "of": Key("the pathway that it is of; empty where it is of none"),
            "group": Key("who of the pathway, such as `completer`; empty where it is of all or of none"),
            "unit": Key("of both amounts"),
            "before": Key("in the first answer", NOT_THERE, "`unit`"),
            "after": Key("in the second", NOT_THERE, "`unit`"),
        },
    ),
)
"""The objects of these answers."""
