"""The JSON of `employer`."""

from mobcalc.report.contract.basis import HEAD, PROVENANCE, TIMES
from mobcalc.report.contract.keys import Key, Thing, thing
from mobcalc.results.employer import EmployerRange, EmployerReturn, EmployerSide, EmployerStep
from mobcalc.results.provenance import Provenance

EMPLOYER = Thing(
    "Employer",
    "The answer of employer: what is spent on an apprentice, and what comes back.",
    {
        **HEAD,
        "price_year": TIMES["price_year"],
        "discount_rate": TIMES["discount_rate"],
        **PROVENANCE,
        "start_age": TIMES["start_age"],
        "pathway": Key("id of the apprenticeship"),
        "name": Key("its title"),
        "length": Key("of the program"),
        "completion": Key("of those who start, how many finish"),
        "years_after": Key("that are counted after the program"),
        "journeyworker_wage": Key("what wage steps are shares of"),
        "benefits_rate": Key("what employers pay for benefits on top of wages"),
        "steps": Key("one object for each wage step"),
        "starter": Key("for one who starts"),
        "finisher": Key("for one who finishes"),
        "range": Key("how far the uncertain numbers let the amounts of one who starts move"),
        "gain_after": Key("what a finisher's work is taken to be worth, over pay and benefits"),
        "needed_gain_after": Key(
            "what that would have to be for as much to come back as is spent on those who start",
            "where nobody stays",
        ),
        "spent": Key("on one who starts, all by the end of each month"),
        "back": Key("from one who starts, all by the end of each month"),
        "reference": Key("a published benefit over cost of others, which nothing rests on"),
        "reference_population": Key("whom that is of", "where the source does not say"),
        "assumed": Key("dotted names of the assumed numbers that the answer rests on"),
        "warnings": Key("sentences that must be said with it", type=list[str]),
    },
    (EmployerReturn, Provenance),
    ("provenance", "client"),
)
OBJECTS = (
    thing(
        EmployerStep,
        "A wage step of an apprentice who is still there, on average over its months.",
        {
            "from_month": Key("the first, counted from 1", unit="months"),
            "to_month": Key("the last", unit="months"),
            "wage_share": Key("of the wage of a skilled worker"),
            "wage": Key("what is paid"),
            "output_share": Key("how much of a skilled worker's work is done"),
            "mentor_hours": Key("of a skilled worker's time", unit="hours/week"),
            "cost": Key("wages with benefits and payroll tax, a mentor's time and classes"),
            "output": Key("what the work is worth"),
            "net": Key("`output` less `cost`"),
        },
    ),
    thing(
        EmployerSide,
        "What is spent and what comes back, at the start, later money counting less.",
        {
            "parts": Key(
                "by name: spent are `wages`, `mentors`, `instruction`, `start`; back come `output`, `after` (a "
                "finisher's work above pay) and `hiring` (skilled workers who need not be found)"
            ),
            "cost": Key("all that is spent"),
            "benefit": Key("all that comes back"),
            "net": Key("`benefit` less `cost`"),
            "net_in_program": Key("the same by the end of the program"),
            "return_on_cost": Key("`net` over `cost`"),
            "benefit_cost_ratio": Key("`benefit` over `cost`: 1 more than the return"),
            "break_even_month": Key(
                "from which on more has come back than was spent, counted from 1", "where that never comes", "month"
            ),
        },
    ),
    thing(
        EmployerRange,
        "Between which 8 of 10 draws of the uncertain numbers lie.",
        {
            "draws": Key("how many", unit="draws"),
            "net_low": Key("the lower end of `net`"),
            "net_high": Key("the upper end of `net`"),
            "return_low": Key("the lower end of `return_on_cost`"),
            "return_high": Key("the upper end of `return_on_cost`"),
            "ahead": Key("part of the draws in which more comes back than is spent"),
        },
    ),
)
"""The objects of this answer."""
