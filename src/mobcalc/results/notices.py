"""What must be said with a result, as codes: reports put them into words."""

from typing import Literal

from msgspec import Struct

NoticeCode = Literal[
    # of a comparison and its pathways
    "only_the_gain_is_evidence",
    "cost_not_given",
    "only_own_cost",
    "grants",
    "woman_in_trade",
    "woman_in_occupation",
    "pay_falls_on_finishing",
    "older_start",
    "transport_not_counted",
    "child_care_not_counted",
    "child_care_in_needs",
    "own_cost",
    "housing_of_a_month",
    "child_care_of_a_month",
    "own_wage",
    "own_wage_far",
    "own_wage_below",
    "out_of_work",
    "both_sexes",
    "pays_less",
    "hours",
    "education",
    "journeyworker_below_minimum",
    "step_below_minimum",
    "education_effects",
    "held_credit",
    "held_not_used",
    "effect_shared",
    "leavers_gain",
    "no_loan",
    "years_out",
    "years_out_in_wage",
    "planned_out",
    "return_assumed",
    "population",
    "no_draws",
    "cut_short",
    "disability",
    "disability_counted",
    "children_as_computed",
    "plan_state_adds",
    "student_food",
    "no_place",
    "beyond_table",
    "partner",
    "loan",
    "other_footing",
    # of a living wage alone
    "state_alone",
    "metro_alone",
    "partner_cares",
    "partner_grows",
    # how a part of the basic needs is known
    "county_rents",
    "town_rents",
    "state_rents",
    "county_care",
    "state_care",
    "national_care",
    "food_plan",
    "transport",
    "health",
    "county_premium",
    "state_premium",
    "own_premium",
    "other",
    "no_children",
    "no_care",
    "care_for_nothing",
    "taxes",
    "credits",
    "plan_credit",
    "own",
    "own_figures",
    # why a difference has no effect to tell
    "new_pathway",
    "new_baseline",
    "longer_than_life",
    "time_out_in_training",
    "part_of_new",
    "not_alone",
]
"""All codes of notices: a new one stands here, in the words of a report, and in a test that says where it applies."""
ReasonCode = Literal[
    "is_baseline",
    "not_asked",
    "finished_by_then",
    "all_offered",
    "no_training",
    "beyond_retirement",
    "levels",
    "in_the_effect",
    "not_at_work",
    "no_single_rate",
    "no_gain",
    "no_place",
    "groups_differ",
    "never_met",
    "average_effect",
    "training_pay_unknown",
]
"""Why a figure is null."""


class Notice(Struct, frozen=True):
    """Something the reader must be told: a code and the numbers in it; reports put it into words."""

    code: NoticeCode
    values: dict[str, float | str] = {}
