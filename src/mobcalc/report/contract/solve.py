"""The JSON of `solve`."""

from mobcalc.report.contract.basis import NOT_TERMS, OF_TERMS, TERMS
from mobcalc.report.contract.keys import Key, Thing, thing
from mobcalc.results.solve import InForce, Question, Solution, Solved, Tried

IN_UNIT = "`unit`"
OTHER = "for the other targets"
FOR_CHANCE = "for the target `chance`"
NONE_GIVEN = "where none is given"
IMPOSSIBLE = ", and where `is_possible` is false"

SOLVE = Thing(
    "Solved",
    "The answer of solve. Money in a `value`, in `low`, `high` and `ranges` is in dollars of `price_year`, whatever "
    "year the record in force is written in.",
    {
        **TERMS,
        "names": Key("titles of the pathway and of what it is compared with, by id"),
        "question": Key("what was asked"),
        "matters": Key(
            "false where the amount or chance is the same at every value (to half a cent, or to a billionth of the "
            "largest), so that the assumption has no part in the answer"
        ),
        "now": Key("the value in force"),
        "answer": Key(
            "`always`: every possible value that was tried does it; `never`: none does; `crossings`: some do"
        ),
        "solutions": Key("each value at which the answer changes"),
        "ranges": Key(
            "pairs of the lowest and the highest value of each stretch where the answer is yes; one that ends because "
            "no further value is possible ends without a solution",
            unit=IN_UNIT,
        ),
        "best": Key(
            "of `grid` the one with the largest amount or chance, the first where several differ by no more than a "
            "billionth",
            "where `matters` is false",
        ),
        "grid": Key(
            "the values tried first, `low` and `high` included: 65 in equal steps, 33 for `chance`, or every whole "
            "number where nothing else can stand there"
        ),
        "chance_precision": Key(
            "two standard errors of a chance of the size wanted from so many `draws`, five of which share their "
            "assumptions",
            OTHER,
        ),
        "pathway_warnings": Key(
            "what must be said of the assumption that was moved, and of the pathway", type=list[str]
        ),
    },
    (Solved, *OF_TERMS),
    (*NOT_TERMS, "titles", "notes", "caution"),
)
OBJECTS = (
    thing(
        Question,
        "A question.",
        {
            "name": Key("dotted name of the assumption"),
            "unit": Key("of the assumption"),
            "target": Key("`gain`, `by_age`, `living_wage_by` or `chance`"),
            "target_value": Key(
                "the least gain wanted, 0 for worth it, the age asked about, or the least chance wanted",
                unit="USD, years or share",
            ),
            "pathway": Key("id of the pathway"),
            "versus": Key("id of what it is compared with"),
            "measure": Key("the outcome that the gain is in", "for `living_wage_by`"),
            "low": Key("the lower end of what was searched", unit=IN_UNIT),
            "high": Key("the higher end of what was searched", unit=IN_UNIT),
            "is_whole": Key("whether only whole numbers can stand there"),
        },
    ),
    thing(
        InForce,
        "The value in force.",
        {
            "value": Key("the value", NONE_GIVEN, IN_UNIT),
            "amount": Key("as of a value tried", FOR_CHANCE),
            "chance": Key("as of a value tried, but drawn over the range of the value if it has one", OTHER),
            "kind": Key("of its record", NONE_GIVEN),
            "source": Key("of its record", NONE_GIVEN),
            "typical": Key("what people like this are paid", "but for `person.wage` where none is given"),
        },
    ),
    thing(
        Tried,
        "A value tried.",
        {
            "value": Key("the value", unit=IN_UNIT),
            "is_possible": Key("whether it can stand beside the other assumptions", type=bool),
            "amount": Key(
                "for `gain` the gain of all who start; for `by_age` their running gain up to that age, as "
                "`cumulative_difference` of `timeline`; for `living_wage_by` pay of those who finish less the living "
                "wage of that year, before unemployment",
                FOR_CHANCE + IMPOSSIBLE,
            ),
            "chance": Key("part of the lives in which the pathway ends a dollar or more ahead", OTHER + IMPOSSIBLE),
        },
    ),
    thing(
        Solution,
        "A value at which the answer changes.",
        {
            "value": Key("the value", unit=IN_UNIT),
            "direction": Key("`from`: it is yes from there on; `up_to`: it is yes up to there"),
            "is_jump": Key("whether the amount or chance jumps there instead of crossing gradually"),
            "within": Key(
                "the lowest and the highest value around it at which the chance is still within `chance_precision` of "
                "the one wanted, on straight lines between the values tried",
                OTHER,
                IN_UNIT,
            ),
        },
    ),
)
"""The objects of this answer."""
