"""The JSON of `program`: amounts are for one who enrolls, at the start, in dollars of `price_year`."""

from mobcalc.report.contract.basis import HEAD, NOT_TERMS, TERMS
from mobcalc.report.contract.keys import NO_PLACE, WHY, Key, Thing, thing
from mobcalc.results.amounts import Money
from mobcalc.results.basis import Terms
from mobcalc.results.program import BreakEven as ProgramBreakEven
from mobcalc.results.program import (
    ByHorizon,
    FundUsed,
    Gained,
    HomeView,
    LevelView,
    LivingWageJobs,
    Needed,
    OwnNumber,
    ProgramAnswer,
    Range,
    RatioByHorizon,
    Served,
    ServiceView,
    SupportUsed,
    Value,
)
from mobcalc.results.program_training import TrainingGap
from mobcalc.results.program_years import ProgramYear
from mobcalc.results.provenance import Provenance

NOT_COUNTED = "where it was not counted"
NO_FINISHER = "where nobody finishes, or it is not known who does"
YEAR = "year of the program"
LATER = "later money counts less"
IDENTITY = {"id": Key("name of its file"), "name": Key("its title"), "summary": Key("what it is, in a sentence")}

PROGRAM = Thing(
    "Program",
    "The answer of program for one program.",
    {
        **{name: key for name, key in TERMS.items() if name not in ("case", "household")},
        **IDENTITY,
        "file": Key("that it was read from"),
        "caution": Key("what must be said of its numbers", "where nothing must"),
        "people": Key("how many take part"),
        "cost": Key("supports included"),
        "cost_total": Key("of all who enroll"),
        "cost_per_finisher": Key("of each who finishes", NO_FINISHER),
        "funding": Key("one object for each source of money"),
        "unfunded": Key("what nobody pays for yet"),
        "unfunded_total": Key("the same of all who enroll"),
        "supports": Key("help beside the training", type="[SupportUsed]"),
        "services": Key("what people do in the program"),
        "homes": Key("each kind of household, on average over the services whose effect is known"),
        "gained": Key("by one who enrolls; services whose effect is not known count as no gain", WHY),
        "levels": Key("the federal, state and local government, and each other kind of giver that gives something"),
        "public": Key("all governments together", WHY),
        "returns_with_gap": Key(
            "what comes back of a public dollar if `unfunded` is public money too",
            WHY,
        ),
        "employers": Key("what raises cost those who pay them"),
        "ten_years": Key("benefit and cost over the first ten years", WHY),
        "career": Key("benefit and cost to retirement", WHY),
        "leverage": Key("dollars of others for each local one", WHY),
        "living_wage": Key("who has one", WHY),
        "by_year": Key(
            "cash of all who enroll in each year, later money counting in full; empty where no effect is known"
        ),
        "training": Key("what each kind of household is short of while people train; empty without a place"),
        "context": Key("what is published of the place and of future jobs, by name; in no sum", type="{Figure}"),
        "memo_ten_years": Key(
            "beside the sums, over ten years: more of the employer's half of the payroll tax, less of each public "
            "health coverage, and the state's part of Medicaid",
        ),
        "memo_career": Key("the same to retirement"),
        "own_numbers": Key("the numbers of the program's file, as they stand there"),
        "notes": Key("sentences that must be said with it", type=list[str]),
        "why": Key(
            "for keys that are null, the reason by the key or the end of its path: `no_place`, `nothing_known`, "
            "`no_cost` (nothing is paid, so that nothing can be divided by it), `no_draws`, `too_small` (a gain that "
            "is too small for a range), `nobody_gives_up`, `comes_back` (public money does, so that its value has no "
            "number), `no_difference`, `no_local_money`, `finishing_not_known`, `no_gap` (all is paid for), "
            "`little_paid` (less than a tenth of the cost, or less than employers add in raises: what comes back is no "
            "return on so little)"
        ),
    },
    (ProgramAnswer, Terms, Provenance),
    (*NOT_TERMS, "case", "household"),
)
SIDE = Thing(
    "ProgramSide",
    "A program with a change or without it.",
    {
        "changes": Key(
            "what was set, by name; empty where nothing was",
            unit="share of `completion`, else USD",
            type=dict[str, float],
        ),
        **{name: key for name, key in PROGRAM.keys.items() if name not in HEAD},
    },
    PROGRAM.structs,
    PROGRAM.without,
)
CHANGE = Thing(
    "ProgramChange",
    "The answer of program with `--with` or `--without`.",
    {
        **HEAD,
        "without": Key("the program as `--without` has it", type="ProgramSide"),
        "with": Key("the program as `--with` has it", type="ProgramSide"),
        "needed_completion": Key(
            "what share would have to finish with the change for it to pay for itself", type="Needed"
        ),
    },
)
LIST = Thing(
    "ProgramList",
    "The answer of program without a name.",
    {**HEAD, "programs": Key("one object for each shipped program", type="[ProgramListed]")},
)
PARTS = "the taxes, credits and benefits that it is made of, by name, {over}: more tax and less benefit above 0"
OBJECTS = (
    Thing(
        "ProgramListed",
        "A shipped program.",
        {
            **{name: key._replace(type=str) for name, key in IDENTITY.items()},
            "enrolled": Key("how many enroll", unit="people", type=float),
        },
    ),
    thing(
        Served,
        "How many people.",
        {
            "enrolled": Key("in the program", unit="people"),
            "reached": Key("by it", NOT_COUNTED, "people"),
            "finished": Key("with it", NOT_COUNTED, "people"),
            "finishing": Key("of those enrolled, how many finish: as counted, else as usual", "where it is not known"),
        },
    ),
    thing(
        FundUsed,
        "A source of money.",
        {
            "id": Key("its name in the file"),
            "label": Key("what it is called", "where the file does not say"),
            "level": Key("who gives it"),
            "amount": Key("in all"),
            "per_enrollee": Key("for one who enrolls"),
            "per_finisher": Key("for one who finishes", NO_FINISHER),
        },
    ),
    thing(
        SupportUsed,
        "Help beside the training.",
        {
            "id": Key("name of its file"),
            "name": Key("what it is called"),
            "share": Key("of those enrolled who take it up"),
            "cost": Key("for one who takes it up"),
            "per_enrollee": Key("for one who enrolls"),
            "in_hand": Key("what people have of that in money or in bills that are paid"),
            "is_in_gains": Key("whether gains have the bill that it pays; `in_hand` is 0 where they leave it out"),
        },
    ),
    thing(
        ByHorizon,
        f"A sum over two times, in which {LATER}.",
        {"ten_years": Key("the first ten years"), "career": Key("to retirement")},
    ),
    thing(
        RatioByHorizon,
        "A ratio over two times.",
        {"ten_years": Key("the first ten years"), "career": Key("to retirement")},
    ),
    thing(
        Range,
        "Between which 8 of 10 draws of the assumptions lie.",
        {"low": Key("the lower end"), "high": Key("the upper end")},
    ),
    Thing(
        "RatioRange",
        "The same of a ratio.",
        {"low": Key("the lower end", unit="ratio"), "high": Key("the upper end", unit="ratio")},
        (Range,),
    ),
    thing(
        Gained,
        "What one who enrolls gains.",
        {
            "earned": Key("before taxes and benefits"),
            "kept": Key("after them", WHY),
            "in_hand": Key("bills that supports pay, and money from them; in neither of the two"),
            "earned_range": Key("of `earned.career`", WHY),
            "kept_range": Key("of `kept.career`", WHY),
        },
    ),
    thing(
        LevelView,
        "What a government or another giver spends on one who enrolls, and what comes back to it.",
        {
            "level": Key("who: `public` for all governments"),
            "spent": Key("at the start"),
            "back": Key("in more tax and lower benefits", WHY, type="ByHorizon?"),
            "back_range": Key("of `back.ten_years`", WHY),
            "from_taxes": Key("the part of `back` that is more tax", WHY, type="ByHorizon?"),
            "from_lower_benefits": Key(
                "the part that is less of credits and benefits, which people lose", WHY, type="ByHorizon?"
            ),
            "returns_ten_years": Key("`back.ten_years` over `spent`", WHY),
            "returns_career": Key("`back.career` over `spent`", WHY),
            "payback_year": Key("by whose end the money is back, 1 for the first", WHY, YEAR),
            "parts_ten_years": Key(PARTS.format(over="over ten years")),
            "parts_career": Key(PARTS.format(over="to retirement")),
            "why": Key("for keys that are null, the reason, as in `why` of the program, or `never` without a payback"),
        },
    ),
    thing(
        Value,
        "Benefit and cost over one time.",
        {
            "participant": Key("what people gain over what they give up in the years that cost them pay", WHY),
            "taxpayer": Key("what comes back of a dollar of public money", WHY),
            "taxpayer_range": Key("of `taxpayer`, as if both times moved alike", WHY, type="RatioRange?"),
            "society": Key("all gains over all costs, whoever has and pays them", WHY),
            "society_range": Key("of `society`, as if both times moved alike", WHY, type="RatioRange?"),
            "net_gain": Key("all gains less all costs", type=Money),
            "net_cost": Key("public money less what comes back; below zero where more does", WHY),
            "marginal_value": Key("what those served gain over `net_cost`: the marginal value of public funds", WHY),
            "is_free": Key("whether public money comes back and those served gain"),
        },
    ),
    thing(
        ServiceView,
        "A service, for one who has it.",
        {
            "id": Key("its name in the file"),
            "label": Key("what it is called"),
            "share": Key("of those enrolled who have it"),
            "kind": Key("how its effect on pay is known"),
            "pathway": Key("the pathway that it is", "where it is none"),
            "occupation": Key("the occupation whose route it is", "where the file names none"),
            "why_unknown": Key("why nobody knows what it does", "where the file does not say so"),
            "finishing": Key("who finishes it", WHY),
            "earned": Key("more, before taxes and benefits", WHY),
            "kept": Key("more, after them", WHY),
            "last_observed_year": Key("since the start, that a study has seen", "where no study has"),
            "break_even": Key("what would pay for it", "where what it does is known", type="ProgramBreakEven?"),
            "why": Key(
                "for keys that are null, the reason: `nothing_known`, `no_place`, or `finishing_not_known` (what it "
                "does is known for all who start alone)"
            ),
        },
    ),
    Thing(
        "ProgramBreakEven",
        "The gain in yearly pay that would pay for one who enrolls in a service of which nobody knows what it does.",
        {
            "cost": Key("of one who enrolls"),
            "society": Key("that is worth the cost by itself"),
            "taxpayer": Key("that brings public money back in taxes and lower benefits", WHY),
            "usual_pay": Key("of the same people without the program, in the first year"),
            "years": Key("over which the gain lasts", unit="years"),
            "is_alone": Key("whether `cost` is all of the program's, as if this service alone had to pay for it"),
            "why": Key(
                "for keys that are null, the reason: `no_place`, or `never` where none up to 60,000 dollars does"
            ),
        },
        (ProgramBreakEven,),
    ),
    thing(
        ProgramYear,
        "Cash of a year, of all who enroll, in dollars of `price_year`; later money counts in full.",
        {
            "year": Key("1 for the first", unit=YEAR),
            "people": Key("kept more, without a place earned more, with the bills that supports pay in the first year"),
            "raises": Key("what employers pay in raises"),
            "paid": Key("the cost by who pays it, all of it in the first year"),
            "back": Key("in more tax and lower benefits by government; empty where it is not known"),
            "public_paid": Key("what all governments pay"),
            "public_back": Key("what comes back to them", NO_PLACE),
            "public_so_far": Key("what has come back by the end of the year less what was paid", NO_PLACE),
        },
    ),
    thing(
        TrainingGap,
        "What a kind of household is short of in the tightest year of training.",
        {
            "home": Key("its id among `homes`"),
            "missing": Key("basic needs and training costs less what there is to live on; below zero is left over"),
            "without_training": Key("the same of somebody who does not train"),
            "help": Key("what all supports are worth to one who takes up every one of them, in each year of training"),
            "with_help": Key("what is missing then"),
        },
    ),
    thing(
        OwnNumber,
        "A number of the program's file.",
        {
            "name": Key("where it stands in the file"),
            "value": Key("as written", unit="`unit`"),
            "unit": Key("of the value"),
            "price_year": Key("the year of the dollars", "where it is no money", "year"),
            "kind": Key("how it is known: `observed`, `derived`, `assumed`, or `user` for your own"),
            "source": Key("its key among `assumptions sources`, or the file and line"),
            "note": Key("what else there is to say", "where nothing is said"),
        },
    ),
    thing(
        HomeView,
        "A kind of household.",
        {
            "id": Key("its name in the file"),
            "share": Key("of those enrolled who live in one"),
            "adults": Key("the person included", unit="people"),
            "children": Key("their ages", unit="years"),
            "earned": Key("more, before taxes and benefits"),
            "kept": Key("more, after them", NO_PLACE),
            "back": Key("what comes back to governments", NO_PLACE),
        },
    ),
    thing(
        LivingWageJobs,
        "Who is paid a living wage five years on.",
        {
            "with_program": Key("of those enrolled"),
            "without": Key("of the same people without it"),
            "cost_of_one": Key("of one more such job", WHY),
        },
    ),
    thing(
        Needed,
        "The share that would have to finish.",
        {
            "people_and_budgets": Key("so that all gains pay for the change", WHY),
            "budgets": Key("so that what comes back to governments does", WHY),
            "why": Key(
                "for keys that are null, the reason: `no_share` (none up to 0.99 does), `nothing_known`, "
                "`finishing_not_known` or `no_place`"
            ),
        },
    ),
)
"""The objects of these answers."""
