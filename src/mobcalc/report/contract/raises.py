"""The JSON of `raise`, all of it in dollars of the year of the rules."""

from typing import Literal

from mobcalc.report.contract.basis import CASE, HEAD, OVERRIDES, PLACE, SHA, SURVEYS, TIMES
from mobcalc.report.contract.keys import Key, Thing, thing
from mobcalc.results.provenance import Provenance
from mobcalc.results.raises import KeptOfRaise, Raises, RaiseTotals

MORE_OR_LESS = "what the household has more or less through each tax and benefit, by name; those that stay are left out"
MORE_COVERAGE = "what public health coverage is worth more or less, by name; in none of the other amounts"
SHARED = {
    "raise_per_year": Key("the raise before taxes"),
    "kept": Key("what the household has more of it: `raise_per_year` and all `changes`"),
    "changes": Key(MORE_OR_LESS),
    "coverage": Key(MORE_COVERAGE),
    "employer_payroll_tax": Key("the employer's part on the raise"),
    "employer_cost": Key(
        "`raise_per_year` and `employer_payroll_tax`: what is `kept`, `to_federal` and `to_state` together, but for "
        "what a health plan of one's own costs more or less"
    ),
    "to_federal": Key("more tax, of both sides, and less of credits and benefits that are the federal government's"),
    "to_state": Key("more tax and less of benefits that are the state's"),
}
"""The amounts of one raise and of all together."""

RAISES = Thing(
    "Raises",
    "The answer of raise.",
    {
        **HEAD,
        **PLACE,
        **SHA,
        **OVERRIDES,
        **CASE,
        **SURVEYS,
        "rules_year": Key("the year of the tax and benefit rules, in whose dollars all money is", unit="year"),
        "price_year": TIMES["price_year"]._replace(says="the year of the dollars of other commands"),
        "from_wage": Key("the wage before the raise", "with `--workers`, where each has a wage of their own"),
        "to_wage": Key(
            "the wage after it; with a living wage as target that of one adult, unless one household is meant"
        ),
        "target": Key("what `to_wage` is"),
        "hours_per_week": Key("outside training", unit="hours/week"),
        "is_typical": Key("whether `households` are typical ones, since none was given"),
        "governments": Key("by tax or benefit whose it is", type=dict[str, Literal["federal", "state"]]),
        "minimum_wage": Key("of the place, in dollars of `rules_year`"),
        "benefits_rate": Key("what employers pay for benefits on top of earnings; in none of the amounts"),
        "benefits_range": Key("the lowest and the highest of it", "where no range is given", "share"),
        "households": Key("one object for each household, or for each worker in the order of the file"),
        "totals": Key("all workers together", "without `--workers`"),
        "not_counted": Key("codes of what is left out, as in `cliff`", type=list[str]),
        "warnings": Key("sentences on what the amounts assume", type=list[str]),
    },
    (Raises, Provenance),
    ("provenance", "occupation", "local_figures", "supports", "supports_left_out", "client"),
)
OBJECTS = (
    thing(
        KeptOfRaise,
        "A raise in one household.",
        {
            "id": Key("of the worker in the file; empty without one"),
            "household": Key("who lives together, in dollars of `rules_year`", type="HouseholdInWords"),
            "age": Key("of the worker", unit="years"),
            "hours_per_week": Key("at work", unit="hours/week"),
            "from_wage": Key("before the raise"),
            "to_wage": Key("after it; the same as before where that is no less"),
            "raised": Key("whether the wage was below the one that it is raised to"),
            "living_wage": Key("of this household, besides what a partner earns"),
            "earnings": Key("of the worker before the raise"),
            "raise_per_year": SHARED["raise_per_year"],
            "net_before": Key("net resources before the raise, as in `cliff`"),
            "net_after": Key("and after it"),
            "kept": SHARED["kept"],
            "kept_share": Key("`kept` over `raise_per_year`", "where there is no raise"),
            **{name: key for name, key in SHARED.items() if name not in ("raise_per_year", "kept")},
            "is_beyond_table": Key("whether amounts are carried on beyond the last earnings of the table"),
        },
    ),
    thing(
        RaiseTotals,
        "All workers together.",
        {
            "workers": Key("how many", unit="people"),
            "raised": Key("whose wage was below the one that it is raised to", unit="people"),
            "worse_off": Key("of those raised, whose household has a dollar or more less", unit="people"),
            "kept_less_than_half": Key("of those raised, whose household keeps less than half", unit="people"),
            "at_living_wage_before": Key("whose wage is a living one for their household", unit="people"),
            "at_living_wage_after": Key("the same after the raise", unit="people"),
            "below_minimum": Key("who are paid less than the minimum wage of the place", unit="people"),
            **SHARED,
        },
    ),
)
"""The objects of this answer, whose households are in words as those of `livingwage`."""
