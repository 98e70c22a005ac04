"""The JSON of `program --budget`."""

from mobcalc.report.contract.basis import HEAD, OVERRIDES, SHA, TIMES
from mobcalc.report.contract.keys import Key, Thing, thing
from mobcalc.results.program_seats import ProgramSeats, Seats
from mobcalc.results.provenance import Provenance

NO_EFFECT = "where nobody knows what the program does"
NO_RANGE = "without draws, and where what one of the programs does is not known"
NO_JOBS = "where one of the programs has no place, or its effect is not known"

SEATS = Thing(
    "Seats",
    "The answer of program for a fixed budget.",
    {
        **HEAD,
        "price_year": TIMES["price_year"],
        "discount_rate": TIMES["discount_rate"],
        **SHA,
        **OVERRIDES,
        "budget": Key("what there is to spend"),
        "aim": Key("what is wanted most of"),
        "basis": Key("what a gain is of: what people keep after taxes and benefits, or what they earn"),
        "programs": Key("one object for each, in the order given"),
        "cost": Key("of all seats of the mix"),
        "left": Key("of the budget"),
        "served": Key("by the mix", unit="people"),
        "gain": Key("of all of them, by retirement"),
        "low": Key("where all programs lie at the low end together", NO_RANGE),
        "high": Key("where all programs lie at the high end together", NO_RANGE),
        "jobs": Key("how many more are paid a living wage five years on", NO_JOBS, "people"),
        "is_order_unsure": Key("whether the ranges of what a dollar gains in the two best programs overlap"),
        "warnings": Key("sentences that must be said with it", type=list[str]),
    },
    (Seats, Provenance),
    (
        "provenance",
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
        ProgramSeats,
        "A program, as many seats as the whole budget pays for, and how many of them are in the mix.",
        {
            "id": Key("name of its file"),
            "name": Key("its title"),
            "file": Key("that it was read from"),
            "cost": Key("of a seat"),
            "gain": Key("of one who enrolls, by retirement", NO_EFFECT),
            "range": Key("between which 8 of 10 draws of it lie", f"{NO_EFFECT}, and without draws"),
            "per_dollar": Key("gain over cost", NO_EFFECT),
            "employers": Key("what employers add in raises for a seat by retirement, in the gain and not in the cost"),
            "per_dollar_low": Key("the lower end of it", f"{NO_EFFECT}, and without draws"),
            "per_dollar_high": Key("the upper end of it", f"{NO_EFFECT}, and without draws"),
            "jobs": Key("of those enrolled, how many more are paid a living wage five years on", NO_JOBS),
            "served": Key("for the whole budget", unit="people"),
            "gain_of_budget": Key("of all of these", NO_EFFECT),
            "jobs_of_budget": Key("more living wages among these", NO_JOBS, "people"),
            "floor": Key("seats that the program has in any case", unit="people"),
            "seats": Key("in the mix", unit="people"),
        },
    ),
)
"""The objects of this answer."""
