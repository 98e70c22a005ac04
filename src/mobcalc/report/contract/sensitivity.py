"""The JSON of `sensitivity`."""

from mobcalc.report.contract.basis import NOT_TERMS, OF_TERMS, TERMS
from mobcalc.report.contract.keys import WHY, Key, Thing, thing
from mobcalc.results.sensitivity import NotSwept, Sensitivity, SweptAssumption

IN_UNIT = "`unit`"
GAIN = "USD, share for the outcome `chance`"

SENSITIVITY = Thing(
    "Sensitivity",
    "The answer of sensitivity.",
    {
        **TERMS,
        "outcome": Key(
            "the outcome that the gain is measured by, of all who start: `net_present_value` unless `--measure` says "
            "otherwise; for `chance` the chance to end 10,000 dollars or more ahead"
        ),
        "pathway": Key("id of the pathway whose gain it is"),
        "versus": Key(
            "id of the pathway that it gains over: the `baseline` too, but where a scenario file has a job of the "
            "person's own as baseline and this is another pathway with training"
        ),
        "names": Key("titles by id, of the two and of pathways that a number is taken from"),
        "evidence": Key("of the two, by id: `levels` or `impact`"),
        "same_footing": Key(
            "false where one of the two is a measured effect and the other is training known from what people earn"
        ),
        "cautions": Key("by id, what must be said with one of the two"),
        "gain": Key("with every assumption at its value", unit=GAIN),
        "sensitivity": Key(
            "one object for each assumption that has a range and that one of the two rests on, the largest swing first"
        ),
        "not_swept": Key(
            "assumptions that were not moved: assumed numbers without a range, and those whose range a value of yours "
            "put aside"
        ),
    },
    (Sensitivity, *OF_TERMS),
    (*NOT_TERMS, "titles"),
)
OBJECTS = (
    thing(
        SweptAssumption,
        "A swing.",
        {
            "name": Key("dotted name, as `--set` takes it"),
            "kind": Key(
                "`scenario` for a choice or an outlook (discount rate, wage growth, how a gain fades), `parameter` for "
                "anything else"
            ),
            "record_kind": Key("how the value is known: `observed`, `derived`, `assumed`, or `user` for yours"),
            "unit": Key("of the values below that are not gains"),
            "value_price_year": Key("whose dollars these are in", "where it is not money", "year"),
            "value": Key("in force", unit=IN_UNIT),
            "low": Key("the lower end of its range", unit=IN_UNIT),
            "high": Key("the higher end of its range", unit=IN_UNIT),
            "gain_at_low": Key("with this assumption at that end and the others at their values", WHY, GAIN),
            "gain_at_high": Key("with this assumption at that end and the others at their values", WHY, GAIN),
            "swing": Key(
                "the largest less the smallest of the gains at both ends and at the value: the distance between the "
                "ends unless the value gives more, or less, than both",
                WHY,
                GAIN,
            ),
            "switch_point": Key(
                "the value within the range, nearest to `value`, from which on the other pathway is better; for whole "
                "numbers the first one",
                WHY,
                IN_UNIT,
            ),
            "why": Key("for each key that is null, the reason"),
        },
    ),
    thing(
        NotSwept,
        "An assumption that was not moved.",
        {"name": Key("dotted name"), "why": Key("the reason")},
    ),
)
"""The objects of this answer."""
