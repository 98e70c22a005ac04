"""The JSON of `livingwage`."""

from mobcalc.report.contract.basis import HEAD, HOUSEHOLD, PROVENANCE, TIMES
from mobcalc.report.contract.keys import NO_WAGE, WHY, Key, Thing, thing
from mobcalc.results.amounts import MoneyPerYear
from mobcalc.results.household import HouseholdUsed
from mobcalc.results.livingwage import Gap, GapYear, LivingWageBudget, MinimumWage, Poverty, Stage
from mobcalc.results.provenance import Provenance

NO_PATHWAY = "without a pathway"
ANNUAL = Key("for this part", type=MoneyPerYear)
PARTS = ("housing", "food", "child_care", "transport", "health", "other")

LIVINGWAGE = Thing(
    "LivingWage",
    "The answer of livingwage.",
    {
        **HEAD,
        "price_year": TIMES["price_year"],
        **PROVENANCE,
        "start_age": TIMES["start_age"],
        "household": Key("who lives together now", type="HouseholdInWords"),
        "hourly": Key("the living wage: `annual` over 2,080 hours; 0 where the partner earns enough"),
        "hourly_at_own_hours": Key("`annual` over a year of the person's hours"),
        "weekly_hours": Key("the person's", unit="hours/week"),
        "annual": Key(
            "the least that the person has to earn so that earnings of the household less taxes, with refundable "
            "credits, meet `needs`; who earns more keeps enough too"
        ),
        "needs": Key("what has to be paid for apart from taxes"),
        "budget": Key("the parts add up to `annual` and the partner's earnings less `left_over`", type="Budget"),
        "left_over": Key("what the partner's earnings leave above the needs where `annual` is 0; else 0"),
        "sources": Key("where each part of the budget comes from", type="{PartSource}"),
        "minimum_wage": Key("that of the state"),
        "poverty_guideline": Key("that for the household"),
        "stages": Key("one object from each age on at which the household or its needs change", type="[Stage]"),
        "gap": Key("a wage, a pathway or both less the living wage", WHY, type="Gap?"),
        "why": Key("for keys that are null, or not as asked for, the reason, by the end of their path"),
        "assumed": Key("dotted names of the assumed numbers that the budget rests on"),
        "not_counted": Key("a sentence on what is left out", type=str),
        "warnings": Key("sentences that must be said with it", type=list[str]),
    },
    (LivingWageBudget, Provenance),
    ("provenance", "components", "client"),
)
HOUSEHOLD_IN_WORDS = Thing(
    "HouseholdInWords",
    "Who lives together now, also in words.",
    {**HOUSEHOLD, "words": Key("all of it as a sentence", type=str)},
    (HouseholdUsed,),
)
OBJECTS = (
    HOUSEHOLD_IN_WORDS,
    Thing(
        "Budget",
        "The parts of the budget.",
        {
            **{name: ANNUAL._replace(says=f"for {name.replace('_', ' ')}") for name in PARTS},
            "other": ANNUAL._replace(says="for everything else"),
            "taxes": ANNUAL._replace(says="less credits; negative where these exceed them"),
        },
    ),
    Thing(
        "PartSource",
        "Where a part of the budget comes from.",
        {
            "sources": Key("keys of `assumptions sources`; none for a figure of yours", type=list[str]),
            "areas": Key("of the figures", type=list[str]),
            "years": Key("of the figures, in words", type=list[str]),
            "price_year": Key(
                "the year of the dollars that the amount was in before it was restated",
                "where there is none",
                "year",
                int | None,
            ),
            "assumed": Key("true where no table covers it or not all of it", type=bool),
            "old": Key("true where a figure is more than three years older than the price year", type=bool),
            "note": Key("how it is known, in a sentence", type=str),
            "names": Key("dotted names of what it rests on, for `assumptions show NAME`", type=list[str]),
            "given": Key("those of them that you set", type="[Given]"),
        },
    ),
    Thing(
        "Given",
        "A number that you set.",
        {"name": Key("dotted name", type=str), "from": Key("a flag, or file and line", type=str)},
    ),
    thing(
        MinimumWage,
        "The minimum wage.",
        {
            "hourly": Key("statewide"),
            "area": Key("the state"),
            "year": Key("it is of, in words"),
            "detail": Key("what the table says beside it; empty where it says nothing"),
            "ratio": Key("the living wage over it"),
        },
    ),
    thing(
        Poverty,
        "The poverty guideline.",
        {
            "annual": Key("for so many people"),
            "people": Key("how many", unit="people"),
            "area": Key("where it is of; empty if you set it"),
            "year": Key("it is of, in words; empty if you set it"),
            "needs_ratio": Key("`needs` over it"),
            "earnings_ratio": Key("all earnings of the household at the living wage over it"),
        },
    ),
    thing(
        Stage,
        "The living wage from an age of the person on.",
        {
            "age": Key("of the person", unit="years"),
            "children": Key("their ages then", unit="years"),
            "child_care": Key("what it costs"),
            "annual": Key("the living wage"),
            "hourly": Key("the living wage"),
            "household": Key("who lives together, in words", type=str),
        },
    ),
    thing(
        Gap,
        "A wage, a pathway or both less the living wage; negative is short of it.",
        {
            "wage": Key("as given", NO_WAGE),
            "hourly": Key("`wage` less the living wage of full time", NO_WAGE),
            "annual": Key("`wage` x `weekly_hours` x 52 less the living wage of a year, before taxes", NO_WAGE),
            "left_over": Key(
                "what such a year leaves after taxes, with refundable credits, and after `needs`", NO_WAGE
            ),
            "pathway": Key("id", NO_PATHWAY),
            "pathway_name": Key("title", NO_PATHWAY),
            "group": Key(
                "`completer`, `expected` or `leaver`; all who start where the pathway tells no groups apart", NO_PATHWAY
            ),
            "years": Key("one object for each year; empty without a pathway", type="[GapYear]"),
        },
    ),
    thing(
        GapYear,
        "Pay of a year less the living wage of that year.",
        {
            "age": Key("at the beginning of the year", unit="years"),
            "children": Key("their ages", unit="years"),
            "living_wage_annual": Key("of that year"),
            "living_wage_hourly": Key("of that year"),
            "pay": Key("in work all year, before unemployment and taxes, without stipends"),
            "gap_annual": Key("`pay` less the living wage"),
            "gap_hourly": Key("`gap_annual` over 2,080 hours"),
            "household": Key("who lives together, in words", type=str),
        },
    ),
)
"""The objects of this answer."""
