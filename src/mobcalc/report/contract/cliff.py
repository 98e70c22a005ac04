"""The JSON of `cliff`, all of it in dollars of the household's `rules_year`."""

from mobcalc.report.contract.basis import CASE, HEAD, OCCUPATION, OVERRIDES, PLACE, SHA, SURVEYS
from mobcalc.report.contract.keys import NO_WAGE, WHY, Key, Thing, thing
from mobcalc.results.amounts import MoneyPerYear
from mobcalc.results.cliff import (
    Cliff,
    CliffByAge,
    Cliffs,
    CliffYear,
    CoverageLoss,
    GridPoint,
    HouseholdThen,
    Kept,
    Now,
    OtherHelp,
    ProgramEnd,
    Step,
    WorkingAndNot,
)
from mobcalc.results.provenance import Provenance

NO_PATHWAY = "without `--pathway`"
NO_DISABILITY = "without `--disability`"
FROM = Key("the last earnings before net resources fall")
TO = Key("the first after the last fall")

CLIFF = Thing(
    "Cliffs",
    "The answer of cliff. Earnings are the worker's, without a partner's, unless it says household.",
    {
        **HEAD,
        "household": Key("who lives together, `child_care` in dollars of `rules_year`"),
        **PLACE,
        **SHA,
        **OVERRIDES,
        **OCCUPATION,
        **CASE,
        **SURVEYS,
        "with_coverage": Key(
            "whether public health coverage is counted into net resources (`--with-coverage`)", type=bool
        ),
        "least_loss": Key("smaller losses are not listed: 100", type=MoneyPerYear),
        "table_top": Key("earnings at which the table of taxes and benefits ends: 150,000 less a partner's"),
        "taxes": Key("which of the components are taxes"),
        "benefits": Key("which of the components are benefits"),
        "coverage": Key("which of the components are health coverage"),
        "now": Key("where a known wage puts the household", NO_WAGE),
        "grid": Key("one object for every 500 dollars from 0 to 150,000"),
        "cliffs": Key("one object for each rise in earnings that lowers net resources, lowest first"),
        "least_kept": Key("where the least is kept of 10,000 dollars more", "where the table is too short for it"),
        "coverage_losses": Key("one object for each place where a raise costs more health coverage than it brings"),
        "program_ends": Key("one object for each benefit that the household has somewhere"),
        "along": Key("the years of a pathway", NO_PATHWAY),
        "other_help": Key("one object for each kind of help that is not counted and may be had"),
        "working_and_not": Key("the household with the worker at home, and at the wage; empty without `--wage`"),
        "substantial_work": Key("what counts as substantial work", NO_DISABILITY, "USD/month"),
        "able_limit": Key("what may be saved in an ABLE account in a year", NO_DISABILITY, "USD/year"),
        "not_counted": Key(
            "codes of what is left out, which is not the same as 0: help that the household is not said to have "
            "(`child_care_subsidy`, `housing`, `tanf`, `school_meals`) and what is not modelled",
            type=list[str],
        ),
        "warnings": Key("sentences on how the table was used and what it assumes", type=list[str]),
    },
    (Cliffs, Provenance),
    (
        "age",
        "provenance",
        "is_with_coverage",
        "hours_per_week",
        "minimum_wage",
        "local_figures",
        "supports",
        "supports_left_out",
        "client",
    ),
)
OBJECTS = (
    thing(
        GridPoint,
        "What the household has at some earnings.",
        {
            "earnings": Key("of the worker"),
            "household_earnings": Key("with the partner's"),
            "net_resources": Key(
                "household earnings and `benefits` less `taxes` and less what child care costs; with `coverage` if "
                "asked for"
            ),
            "marginal_rate": Key(
                "part of a raise to the next point that is lost, above 1 over a cliff", "at the last point"
            ),
            "is_beyond_table": Key(
                "whether household earnings are above the table's last, so that amounts go on with the last slope"
            ),
            "components": Key(
                "all taxes (positive where paid), benefits and coverage, by name; `health_plan` is what the household "
                "pays for a plan of its own after the credit, below zero"
            ),
        },
    ),
    thing(
        Cliff,
        "A rise in earnings that lowers net resources.",
        {
            "from_earnings": FROM,
            "to_earnings": TO,
            "loss": Key("by how much net resources fall, all steps together"),
            "programs": Key("components that make at least a tenth of all that is lost, largest first"),
            "lost": Key("what each of them takes"),
            "ends": Key("those of them of which nothing is left"),
            "steps": Key(
                "each fall: falls of `snap`, `wic` or `school_meals` within 5 percent of earnings are one cliff, since "
                "limits change within the year"
            ),
            "whole_again_at": Key("least earnings after the last fall with net resources as before the first", WHY),
            "why": Key("`beyond_table` where `whole_again_at` is null", "where it is known"),
        },
    ),
    thing(
        Step,
        "A fall.",
        {"from_earnings": FROM, "to_earnings": Key("the first after it"), "loss": Key("by how much they fall")},
    ),
    thing(
        Kept,
        "What is kept of a rise in earnings.",
        {
            "from_earnings": Key("where it begins"),
            "to_earnings": Key("where it ends"),
            "kept": Key("by how much net resources rise"),
        },
    ),
    thing(
        CoverageLoss,
        "A rise in earnings that costs health coverage.",
        {
            "from_earnings": Key("the last earnings before coverage falls"),
            "to_earnings": Key("the first after it"),
            "loss": Key("by how much coverage is worth less"),
            "programs": Key("whose coverage it is, largest first"),
            "ends": Key("those of them of which nothing is left"),
            "replaced_by": Key("other coverage that becomes worth at least 100 dollars more there, by name"),
        },
    ),
    thing(
        ProgramEnd,
        "Where a benefit begins and ends.",
        {
            "program": Key("its name among the components"),
            "begins_at": Key("least earnings with it"),
            "largest": Key("the most that it comes to"),
            "largest_at": Key("the earnings with the most"),
            "ends_at": Key("least earnings from which it is less than a dollar", WHY),
            "why": Key(
                "`never_ends` where `ends_at` is null: the household has it at the end of the table too",
                "where it is known",
            ),
        },
    ),
    thing(
        Now,
        "Where a known wage puts the household.",
        {
            "wage": Key("as given"),
            "hours_per_week": Key("as given", unit="hours/week"),
            "earnings": Key("at that wage"),
            "net_resources": Key("at that wage"),
            "raise_per_year": Key("one dollar an hour more"),
            "kept_of_raise": Key("what that adds to net resources"),
            "shortfall": Key("how far net resources are below those at `better_at`; 0 where they are not"),
            "better_at": Key("the lower earnings with the most net resources", "where none have more"),
            "next_cliff_from": Key(
                "where the next cliff above, or the next step of one, begins", "where there is none"
            ),
        },
    ),
    thing(
        OtherHelp,
        "Help that is not counted.",
        {
            "program": Key("`child_care_subsidy`, `housing` or `tanf`"),
            "worth_now": Key("what it would add at the wage", NO_WAGE),
            "asks_up_to": Key("earnings up to which it is given to who asks", "where it does not end"),
            "kept_up_to": Key("earnings up to which it is kept", "where it does not end"),
            "most_lost": Key("the largest fall of net resources above today's pay that less of it makes"),
            "most_lost_at": Key("where that is", "where there is none"),
        },
    ),
    thing(
        WorkingAndNot,
        "The household with the worker at home or at work, nobody paid for child care.",
        {
            "earnings": Key("of the household"),
            "ssi": Key("the benefit"),
            "snap": Key("the benefit"),
            "other_benefits": Key("all other benefits"),
            "taxes": Key("positive where paid"),
            "child_care": Key("what it costs"),
            "health_plan": Key("what the household pays for one of its own after the credit"),
            "net_resources": Key("what there is to live on"),
            "has_medicaid": Key("whether somebody is covered by it"),
        },
    ),
    thing(
        CliffByAge,
        "The years of a pathway.",
        {
            "id": Key("of the pathway"),
            "name": Key("its title"),
            "evidence": Key("`levels` of pay, or a measured `impact`"),
            "group": Key("`expected`, `completer` or `leaver`"),
            "is_average": Key(
                "of people who leave at different times or not at all, whose mean is no one person's pay"
            ),
            "years": Key("one object for each year of the working life"),
            "why": Key("code of why it is not the group that was asked for", "where it is", type=str | None),
            "caution": Key("what must be said of the pathway", "where nothing must"),
        },
    ),
    thing(
        CliffYear,
        "A year of it, by that year's household and the rules of `rules_year`.",
        {
            "age": Key("at the beginning of the year", unit="years"),
            "household": Key("in that year"),
            "earnings": Key("paid earnings as in `timeline`"),
            "household_earnings": Key("with the partner's"),
            "net_resources": Key("as in the grid"),
            "marginal_rate": Key("part that is lost of the next 1,000 dollars"),
            "is_beyond_table": Key("as in the grid"),
            "in_cliff": Key("whether net resources are below those at the best lower earnings"),
            "shortfall": Key("how far they are below; 0 where they are not"),
            "better_at": Key("the lower earnings with the most net resources", "where none have more"),
            "lost_to": Key("programs that make that shortfall"),
            "lost_by_raise": Key(
                "what would have been kept more at the earnings of the year before; 0 where nothing",
                "where pay did not rise",
            ),
            "raise_lost_to": Key("programs that take it"),
            "changed_by_household": Key(
                "net resources less what the household of the year before would have at the same earnings",
                "where it is of the same type and pays as much for child care",
            ),
        },
    ),
    thing(
        HouseholdThen,
        "Who lives together in a year.",
        {
            "adults": Key("the person included", unit="people"),
            "children": Key("ages of those below 18", unit="years"),
            "partner_earnings": Key("of that year"),
        },
    ),
)
"""The objects of this answer."""
