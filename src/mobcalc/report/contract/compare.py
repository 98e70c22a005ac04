"""The JSON of `compare` and `timeline`."""

from mobcalc.report.contract.basis import NOT_TERMS, OF_TERMS, TERMS
from mobcalc.report.contract.keys import NO_DRAWS, NO_PLACE, WHY, Key, Thing, thing
from mobcalc.results.amounts import Money, ShareOf, Years
from mobcalc.results.chances import Chances
from mobcalc.results.compare import Comparison
from mobcalc.results.evidence import Estimate, EstimateGain, StudyUsed, StudyYear
from mobcalc.results.household import LivingWageNow
from mobcalc.results.pathways import (
    BreakEven,
    GroupYears,
    OneYear,
    Outcomes,
    PathwayResult,
    PathwayYears,
    VersusBaseline,
)
from mobcalc.results.timeline import Timeline

COMPARE = Thing(
    "Compare",
    "The answer of compare for one person.",
    {
        **TERMS,
        "id": Key(
            "that of `--id`, whose lives are those that this person has in a roster; there only with it",
            type=str,
            is_left_out=True,
        ),
        "living_wage": Key("of the household as it is now", NO_PLACE),
        "pathways": Key("one object for each, the baseline first, then in the order asked for"),
        "ranking": Key("ids from best to worst", type="Ranking"),
        "pairwise_chance_ahead": Key(
            "by two ids, first and second: the part of the lives in which the first ends ahead of the second by 10,000 "
            "dollars or more",
            NO_DRAWS,
            empty_within="for a pathway with itself",
        ),
    },
    (Comparison, *OF_TERMS),
    NOT_TERMS,
)
CLIENT = Thing(
    "Client",
    "The answer of compare for one of several clients.",
    {
        "scenario": Key(
            "name of the file without its ending, or the whole of it where two are alike; `this person` for the one "
            "whom flags describe",
            type=str,
        ),
        **{name: key for name, key in COMPARE.keys.items() if name not in ("format", "mobcalc", "id")},
    },
    COMPARE.structs,
    NOT_TERMS,
)
CLIENTS = Thing(
    "Clients",
    "The answers of compare for several clients.",
    {
        "format": TERMS["format"],
        "mobcalc": TERMS["mobcalc"],
        "cases": Key("one object for each client", type="[Client]"),
    },
)
TIMELINE = Thing(
    "Timeline",
    "The answer of timeline.",
    {**TERMS, "pathways": Key("one object for each, the baseline first, then in the order asked for")},
    (Timeline, *OF_TERMS),
    NOT_TERMS,
)

PATHWAY = {
    "id": Key("name of its file"),
    "name": Key("its title"),
    "label": Key("a short name", "where the name is short"),
    "family": Key("`none`, `apprenticeship` or `training`"),
}
OUTCOMES = {
    "lifetime_earnings": Key("earnings weighted by survival, not discounted"),
    "present_value": Key("`lifetime_earnings` discounted to the start age"),
    "fringe_present_value": Key("employer-paid benefits, on top and never part of the others"),
    "training_cost_present_value": Key("the person's costs less grants, with repayments in place of what was borrowed"),
    "net_present_value": Key("earnings and stipends less the person's costs; the gain is its difference"),
    "first_decade_earnings": Key("the first ten years, weighted by survival, not discounted, before costs"),
    "pay_first_year_after_training": Key("`paid_earnings` of the first full year at work after training", WHY),
    "pay_first_year_after_training_per_hour": Key(
        "the wage in work in that year: pay before time out of work and part-time work are averaged in, over the "
        "person's hours",
        WHY,
    ),
    "pay_five_years_after_training": Key("`paid_earnings` of the fifth full year", WHY),
    "pay_five_years_after_training_per_hour": Key("the wage in work in that year", WHY),
    "out_of_pocket_cost": Key(
        "costs to the end of training after grants, paid at once or borrowed, not discounted; negative where grants "
        "exceed them"
    ),
    "forgone_earnings": Key(
        "baseline earnings of the time in training less training pay, not discounted; already in the gain", WHY
    ),
    "borrowed": Key("the part of `out_of_pocket_cost` that is paid for with a loan and repaid after training"),
    "loan_repayment": Key("what is repaid in a whole year of repayment"),
    "loan_interest": Key("all interest, real and not discounted"),
    "good_job_years": Key("years lived with pay in work at or above what a good job pays at that age"),
    "lifetime_net_resources": Key(
        "what the household keeps of the earnings that count toward the comparison: these, a partner's, stipends, cash "
        "and food benefits and credits, less taxes and what is paid for training; weighted by survival, not discounted",
        WHY,
    ),
    "net_resources_present_value": Key(
        "`lifetime_net_resources` discounted to the start age; compare with `net_present_value`", WHY
    ),
    "first_decade_net_resources": Key("as `lifetime_net_resources`, of the first ten years", WHY),
    "years_below_living_wage": Key(
        "years lived with pay (before unemployment) below the household's living wage of that year", WHY
    ),
    "first_age_at_living_wage": Key(
        "age in the first year with pay at it or above; for `leaver` the mean over the times of leaving", WHY
    ),
    "age_at_living_wage_for_good": Key("age from which pay is never below it again", WHY),
    "earnings_percentile": Key(
        "by age (`30`, `40`, `50`): full-time workers of that age who earn less, for pay in work; 0.1 and 0.9 stand "
        "for everything below and above",
        empty_within=WHY,
    ),
    "earnings_quintile": Key(
        "the fifth of those workers that the pay lies in, 1 to 5; an average for `expected` and `leaver`",
        unit="1 to 5",
        empty_within=WHY,
    ),
    "earnings": Key("what counts toward the comparison, one value for each year from `start_age`"),
    "paid_earnings": Key("what the person is paid, unemployment averaged in, one value for each year"),
    "net_resources": Key(
        "what the household has to live on in each year, at what the person is paid: earnings, a partner's, stipends, "
        "cash and food benefits and credits less taxes, before anything is paid for training",
        WHY,
    ),
    "left_over": Key(
        "`net_resources` less basic needs (without what public health coverage pays) and training costs; below zero "
        "where money is missing",
        WHY,
    ),
    "worst_training_year": Key("the one of `training_years` with the least `left_over`", WHY),
    "training_years": Key("the years with some training in them, for those still in training", WHY),
}
NO_GAIN_OF_A_YEAR = "always: a year in training has no gain of its own"
GAINS = {
    **OUTCOMES,
    **{name: OUTCOMES[name]._replace(empty=NO_GAIN_OF_A_YEAR) for name in ("worst_training_year", "training_years")},
}
LAYER = {
    "draws": Key("how many", unit="draws"),
    "chance_ahead": Key("part that ends ahead by a dollar or more"),
    "chance_well_ahead": Key("part that ends ahead by 10,000 dollars or more"),
    "chance_standard_error": Key("Monte Carlo standard error of `chance_well_ahead`"),
    "chance_behind": Key("part that ends behind by a dollar or more"),
    "gain_p10": Key("10th percentile of the gain"),
    "gain_p50": Key("median of the gain"),
    "gain_p90": Key("90th percentile of the gain"),
    "gain_mean": Key("mean of the gain"),
    "gain_standard_error": Key("Monte Carlo standard error of `gain_mean`"),
    "ahead_in_8_of_10_by_age": Key("age from which on at least 8 of 10 are ahead at every age", WHY),
}
OF_LIVES = {
    "chance_ahead": Key(
        "part of the lives that end ahead by a dollar or more in `net_present_value`", NO_DRAWS, type=ShareOf | None
    ),
    "chance_well_ahead": Key(
        "part of the lives that end ahead by 10,000 dollars or more: the chance that screens give",
        NO_DRAWS,
        type=ShareOf | None,
    ),
    "chance_standard_error": Key("Monte Carlo standard error of `chance_well_ahead`", NO_DRAWS, type=ShareOf | None),
    "chance_behind": Key(
        "part of the lives that end behind by a dollar or more; the rest end even", NO_DRAWS, type=ShareOf | None
    ),
    "gain_p10": Key("10th percentile of the gain in `net_present_value` over the lives", NO_DRAWS, type=Money | None),
    "gain_p50": Key("median of that gain over the lives", NO_DRAWS, type=Money | None),
    "gain_p90": Key("90th percentile of that gain over the lives", NO_DRAWS, type=Money | None),
    "ahead_in_8_of_10_by_age": Key(
        "age from which on at least 8 of 10 lives are ahead at every age", WHY, type=Years | None
    ),
    "gain_mean": Key(
        "the gain in `net_present_value` of all who start, as the mean over draws of the assumptions: the amount that "
        "tables show",
        NO_DRAWS,
        type=Money | None,
    ),
    "gain_standard_error": Key("Monte Carlo standard error of `gain_mean`", NO_DRAWS, type=Money | None),
    "completer_gain_mean": Key("as `gain_mean`, of those who finish", WHY, type=Money | None),
    "leaver_gain_mean": Key("as `gain_mean`, of those who leave", WHY, type=Money | None),
    "first_decade_gain_mean": Key(
        "as `gain_mean`, of `first_decade_earnings` of all who start", NO_DRAWS, type=Money | None
    ),
    "parameter": Key(
        "the uncertainty of the assumptions alone, each draw an average over lives", NO_DRAWS, type=Chances | None
    ),
    "one_life": Key("luck alone, the assumptions at their values", NO_DRAWS, type=Chances | None),
    "net_resources": Key(
        "both layers together for what the household keeps (`net_resources_present_value`)", WHY, type=Chances | None
    ),
    "net_resources_one_life": Key("luck alone, for what the household keeps", WHY, type=Chances | None),
}
YEAR = {
    "age": Key("at the beginning of the year", unit="years"),
    "in_training": Key("part of the year spent in training"),
    "paid_earnings": Key("what the person is paid, unemployment averaged in"),
    "earnings": Key("what counts toward the comparison"),
    "stipends": Key("paid while in training; not earnings"),
    "costs": Key("training costs paid out of pocket, after grants and without what was borrowed"),
    "repayments": Key("of what was borrowed"),
    "net_earnings": Key("`earnings` and `stipends` less `costs` and `repayments`"),
    "difference": Key("`net_earnings` less those of the baseline"),
    "cumulative_difference": Key(
        "the sum of the differences up to the end of the year, discounted and weighted by survival; where it changes "
        "sides is a break-even age"
    ),
    "net_resources": Key("what the household has to live on", NO_PLACE),
    "left_over": Key("`net_resources` less basic needs and training costs", NO_PLACE),
}
OBJECTS = (
    Thing(
        "Ranking",
        "Ids of pathways from best to worst.",
        {
            "first_decade": Key("by the gain shown, of the first ten years", type=list[str]),
            "to_retirement": Key("by the gain shown, to retirement", type=list[str]),
            "by_chance": Key(
                "by the chance to end 10,000 dollars or more ahead, the baseline at one half; empty without draws",
                type=list[str],
            ),
        },
    ),
    Thing(
        "Rank",
        "The place of a pathway in each ranking, 1 for the best.",
        {
            "first_decade": Key("in the ranking of that name", type=int),
            "to_retirement": Key("in the ranking of that name", type=int),
            "by_chance": Key("in the ranking of that name", NO_DRAWS, type=int | None),
        },
    ),
    thing(
        LivingWageNow,
        "The living wage.",
        {
            "hourly": Key("of the household as it is now"),
            "annual": Key("`hourly` for 2,080 hours"),
            "hourly_later": Key("in the last year of work"),
        },
    ),
    thing(
        PathwayResult,
        "A pathway.",
        {
            **PATHWAY,
            "summary": Key("what it is, in a sentence"),
            "causal_share": Key("part of a gap in earnings that counts as the training's doing", WHY),
            "completion_rate": Key("of those who start, how many finish", WHY),
            "completion_denominator": Key("whom that rate is of", WHY),
            "training_length": Key("how long training takes", WHY),
            "age_first_year_after_training": Key(
                "age at the start of the first full year after training", WHY, "years"
            ),
            "rank": Key("its place in each `ranking`", type="Rank"),
            "expected": Key("outcomes of all who start"),
            "completer": Key("outcomes of those who finish", WHY),
            "leaver": Key("outcomes of those who leave", WHY),
            "quitter": Key("outcomes of those who leave after so long as `--quit-after` says", WHY),
            "versus_baseline": Key("it less the baseline", WHY),
            "why": Key(
                "for keys that are null, the reason, by the key or, where it is not the same for all groups, the end "
                "of its path such as `leaver.first_age_at_living_wage`",
                type=dict[str, str],
            ),
            "marked": Key("figures that rest directly on an assumed number, which tables mark"),
            "warnings": Key("what must be said with this pathway", type=list[str]),
            "estimates": Key("what its gain is made of; empty for the baseline"),
            "evidence_agrees": Key("false where a study and pay cannot both be right"),
            "studies": Key("each study that corrects pay"),
        },
        ("caution", "evidence"),
    ),
    thing(Outcomes, "Outcomes of one group.", OUTCOMES),
    Thing("Gains", "The outcomes of a group less those of the same people on the baseline.", GAINS, (Outcomes,)),
    thing(
        VersusBaseline,
        "A pathway less the baseline. The keys from `chance_ahead` on hold both layers of uncertainty together.",
        {
            "gain": Key(
                "every outcome of `expected` less the baseline's, every assumption at its value; pay less the "
                "baseline's pay at the same age",
                type="Gains",
            ),
            "completer_gain": Key("as `gain`, for those who finish", WHY, type="Gains?"),
            "leaver_gain": Key("as `gain`, for those who leave", WHY, type="Gains?"),
            "quitter_gain": Key("as `gain`, for those who leave after so long as was asked about", WHY, type="Gains?"),
            "break_even_ages": Key(
                "where the running net gain changes sides, the first saying where it starts; empty where it never does"
            ),
            "share_beyond_evidence": Key("part of the gain that comes after the last year that a study observed", WHY),
            "internal_rate_of_return": Key(
                "the discount rate at which all who start gain nothing, where there is exactly one", WHY, "share/year"
            ),
            **OF_LIVES,
        },
        ("chances", "mean_gain"),
    ),
    thing(
        BreakEven,
        "An age at which the running gain changes sides.",
        {
            "age": Key("at the beginning of the year", unit="years"),
            "direction": Key("`ahead` or `behind` from then on"),
        },
    ),
    thing(Chances, "One layer of uncertainty.", LAYER),
    thing(
        Estimate,
        "One of the estimates that a gain is made of.",
        {
            "id": Key("`pay`, a study's, or the pathway's own where it is known by a study alone"),
            "kind": Key("`pay` or `study`"),
            "name": Key("its title"),
            "weight": Key("they add up to 1"),
            "yearly_effect": Key("on all who start, mean of years 5 to 10"),
            "spread": Key("how far that may be off, as a standard deviation"),
            "gain": Key("of that estimate alone"),
        },
    ),
    thing(
        EstimateGain,
        "What an estimate alone makes of the gain.",
        {"net_present_value": Key("of all who start, every assumption at its value")},
    ),
    thing(
        StudyUsed,
        "A study that corrects pay, held against it among the people that it was made on.",
        {
            "id": Key("name of its file"),
            "name": Key("its title"),
            "years": Key("one object for each year"),
            "difference": Key("mean of the differences from year 5 on"),
            "error": Key("how far both together may be off"),
            "disagrees": Key("whether they cannot both be right"),
        },
    ),
    thing(
        StudyYear,
        "A year since the start, of those people.",
        {
            "year": Key("1 for the first"),
            "study": Key("the effect that it found on all who start"),
            "pay": Key("what pay says it is"),
            "difference": Key("the first less the second"),
        },
    ),
    thing(
        PathwayYears,
        "The years of a pathway.",
        {
            **{name: key for name, key in PATHWAY.items() if name != "label"},
            "evidence": Key("`levels` of pay, or a measured `impact`"),
            "groups": Key("of `expected`, `completer` and `leaver` those asked for that it has", type="Groups"),
            "why": Key(
                "for a group asked for that it does not have, and for years that are null, the reason",
                type=dict[str, str],
            ),
            "warnings": Key("what must be said with this pathway", type=list[str]),
        },
        ("caution", "label"),
    ),
    Thing(
        "Groups",
        "The groups of a pathway; the baseline has `expected` alone.",
        {
            "expected": Key("all who start", type=GroupYears, is_left_out=True),
            "completer": Key("those who finish", type=GroupYears, is_left_out=True),
            "leaver": Key("those who leave", type=GroupYears, is_left_out=True),
        },
    ),
    thing(
        GroupYears,
        "The years of one group.",
        {
            "years": Key("one object for each year of the working life"),
            "break_even_ages": Key("as in `compare`"),
            "training_years": Key("the years with some training in them, for those still in training", WHY),
        },
        ("group",),
    ),
    thing(OneYear, "A year of a group.", YEAR),
)
"""The objects of these answers."""
