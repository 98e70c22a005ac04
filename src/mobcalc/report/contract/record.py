"""The file that `--record` writes."""

from typing import Any

from mobcalc.report.contract.keys import Key, thing
from mobcalc.results.record import Leaf, RecordedCase, RunRecord

RECORD = thing(
    RunRecord,
    "What `--record` writes beside an answer: all that it takes to repeat the run, without a date and without a path "
    "of the machine, so that two equal runs have equal records.",
    {
        "record": Key("version of the format of records: 1"),
        "mobcalc": Key("version of the program"),
        "python": Key("version of Python"),
        "numpy": Key("version of NumPy"),
        "command": Key("that was run"),
        "arguments": Key(
            "what was said, by the names of the options (`_` for `-`), each as it was typed; not how it is printed"
        ),
        "environment": Key("the file or folder of `MOBCALC_ASSUMPTIONS`", "without one"),
        "files": Key(
            "the text of every file that was read, by its name: scenario files, layers of assumptions, own wages and "
            "prices"
        ),
        "seed": Key("as in the answer"),
        "draws": Key("as in the answer", unit="lives"),
        "tables": Key(
            "SHA-256 of each published table and of the rules of the state, by the names of the files; empty without a "
            "place and an occupation"
        ),
        "cases": Key("one object for each client"),
        "answer_sha256": Key("SHA-256 of the bytes of the answer as `--json` prints them"),
        "answer": Key(
            "the answer as `--json` prints it, which `mobcalc schema COMMAND` describes", type=dict[str, Any]
        ),
    },
)
OBJECTS = (
    thing(
        RecordedCase,
        "What the answer for one client rests on.",
        {
            "scenario": Key("the file of the case", "where flags alone describe it"),
            "assumptions_sha256": Key("as in the answer"),
            "rules": Key("the package that computed taxes and benefits", "without a place"),
            "assumptions": Key("every record and setting in force, by dotted name"),
        },
    ),
    thing(
        Leaf,
        "A record or a setting in force. A setting has a value alone, and a record has no key that says nothing.",
        {
            "value": Key("in `unit`; by year for a series", unit="`unit`"),
            "unit": Key("of the value", is_left_out=True, type=str),
            "kind": Key("`observed`, `derived`, `assumed`, or `user` for yours", is_left_out=True, type=str),
            "source": Key("its key in `assumptions sources`; not there where it is yours", is_left_out=True),
            "price_year": Key(
                "the year of the dollars that money is in; by year for a series",
                unit="year",
                is_left_out=True,
                type=int | dict[str, int],
            ),
            "range": Key("the lowest and the highest value", unit="`unit`", is_left_out=True, type=tuple[float, float]),
            "bound": Key("whether an end of the range is the value, which is not drawn then", is_left_out=True),
        },
    ),
)
"""The objects of a record."""
