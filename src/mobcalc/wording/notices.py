"""What must be said with a result: notices, reasons for what is missing, and what is assumed."""

from collections.abc import Callable

from mobcalc.results import Notice, NoticeCode, PathwayResult, PathwayYears, ReasonCode
from mobcalc.units import counted
from mobcalc.wording.fields import words_for
from mobcalc.wording.household import AGES_AS_COMPUTED, MEDICAID_KEPT, STATE_ADDS
from mobcalc.wording.numbers import dollars, hourly, percent

NOTICES: dict[NoticeCode, str] = {
    "only_the_gain_is_evidence": "Only the gain is evidence here; the pay shown is the baseline's plus that gain.",
    "cost_not_given": "What the person pays is not known, so no cost is counted.",
    "only_own_cost": (
        "What the person pays is not known; only the transport and child care that you entered are counted."
    ),
    "grants": (
        "Costs are after average grants of {amount} for a full-time year; for a client without aid give "
        "--set pathways.{id}.costs.grants=0."
    ),
    "woman_in_trade": (
        "A woman's pay in this trade is taken as {ratio} of that of all its workers, as in the survey of 2024; few "
        "women are in it and fewer of them finish, so ask the sponsor about its pay scale and its support. Studies of "
        "apprenticeship find less for women than for men."
    ),
    "woman_in_occupation": (
        "A woman's pay in this occupation is taken as {ratio} of that of all its workers, as in the survey of 2024."
    ),
    "pay_falls_on_finishing": (
        "The first year after finishing pays less than the last year of training; check the wage steps."
    ),
    "older_start": "At {age} a typical worker's wage stands in for this person's own; --wage gives a better estimate.",
    "transport_not_counted": (
        "Transport to training is not counted; enter what it adds in a year with --set person.transport=AMOUNT."
    ),
    "child_care_not_counted": (
        "Child care while in training is not counted; enter what it adds in a year with --set person.child_care=AMOUNT."
    ),
    "child_care_in_needs": (
        "Gains leave child care out. Basic needs have full-time care while every adult works; enter what training adds "
        "to it in a year with --set person.child_care=AMOUNT."
    ),
    "housing_of_a_month": "Housing of {amount} a year is very little; if a month costs that, give {yearly}.",
    "child_care_of_a_month": "Child care of {amount} a year is very little; if a month costs that, give {yearly}.",
    "own_cost": (
        "The transport and child care that you entered are charged in training years only, so they should be what "
        "training adds to what this person pays anyway."
    ),
    "own_wage": (
        "This person's own wage is {own}; typical of people like this are {typical}. It drifts back toward typical, "
        "and most of the distance shows in pay with a general credential, a quarter in an occupation (both assumed)."
    ),
    "own_wage_far": (
        "This person's own wage is {own}; typical of people like this are {typical}, which is far from it. It drifts "
        "back toward typical, so the gains of so unusual a wage are a rougher guess."
    ),
    "out_of_work": (
        "Out of work now: without training this person is taken to find full-time work soon, at typical pay or, if it "
        "is given, at the last wage. If that takes long, training costs less than shown."
    ),
    "both_sexes": (
        "Men and women differ in pay, so each pathway is for men and women as they start it, and its gain is over the "
        "same men and women; the row without training is half and half. --sex gives one person's."
    ),
    "pays_less": (
        "At some or all ages from {first} to {last} those who finish are paid less than they would be without it; in "
        "such years no gain is counted."
    ),
    "hours": (
        "Published earnings are scaled to {hours} a week. Training pays its own hours and measured effects are "
        "not scaled, so part of a difference is hours, and hourly pay of measured programs is out of scale."
    ),
    "education": (
        "What this person earns without training is what people with the education held ({held}) earn on average."
    ),
    "journeyworker_below_minimum": (
        "The median wage in these figures, {wage}, is below the minimum wage of {minimum}, which is paid instead, in "
        "training and after it."
    ),
    "step_below_minimum": (
        "Its lowest wage step would pay {wage} an hour, below the minimum wage of {minimum}, which is paid instead; "
        "ask the sponsor for the real scale."
    ),
    "education_effects": (
        "Measured effects are those on people most of whom had no credential; whether somebody with one gains as much "
        "is not known."
    ),
    "held_credit": "Credits already earned may shorten it; for that give --length YEARS.",
    "held_not_used": (
        "This takes the occupation's wages for everybody; whether the education already held earns more there is not "
        "known."
    ),
    "effect_shared": (
        "The effect was measured on all who start, those who leave among them, and stays as it is: the more of them "
        "finish, the less each finisher gains."
    ),
    "leavers_gain": (
        "Even if nobody finishes there is a gain, because those who leave are taken to keep {share} of what finishers "
        "gain for each whole term that they stayed, and because of what training pays."
    ),
    "no_loan": (
        "Nothing is borrowed for it: as far as is known it costs nothing after grants, or it leaves no time to repay."
    ),
    "years_out": (
        "After {years} out of work pay starts lower and catches up, on every pathway alike; wage steps of an "
        "apprenticeship are the sponsor's and stay."
    ),
    "years_out_in_wage": (
        "The wage given is taken to be paid on return after {years} out of work, so the loss is in it already; "
        "it catches up from there, and what other pathways pay starts lower and catches up in the same way."
    ),
    "planned_out": (
        "Counted on every pathway: {years} out of work from age {age}, with no earnings then and lower pay on return."
    ),
    "return_assumed": (
        "How much less is paid after time out, and for how long, is assumed (people.return_loss and "
        "people.return_phase_in)."
    ),
    "population": (
        "People out of work are counted in, as often as those of the same education, sex and age are (2024), alike on "
        "every pathway."
    ),
    "no_draws": "Nothing was drawn at random (--draws 0), so no chances and ranges are given.",
    "cut_short": "In some draws training takes longer than the time there is for it, and is cut to that.",
    "disability": (
        "Wages, completion and training terms are those of all people; none by disability is at hand, so enter this "
        "person's own wage and hours. Limits on earnings in disability benefits and health coverage are not counted: "
        "ask a benefits counselor before a raise."
    ),
    "disability_counted": (
        "Wages, completion and training terms are those of all people; none by disability is at hand, so enter this "
        "person's own wage and hours. Taxes and benefits take it that this person is entitled to SSI. "
        f"{MEDICAID_KEPT}"
    ),
    "children_as_computed": AGES_AS_COMPUTED,
    "plan_state_adds": STATE_ADDS,
    "student_food": (
        "Food benefits while studying are counted, but students without a young child who work less than 20 hours a "
        "week as a rule get no SNAP; then more is missing in the training years."
    ),
    "no_place": (
        "What a household keeps after taxes and benefits, and whether pay is a living wage, depend on where it lives: "
        "add --state, and --adults and --child AGE for who lives in it."
    ),
    "beyond_table": (
        "In some years the household earns more than the table of taxes and benefits goes to; beyond that they "
        "go on as just below it."
    ),
    "partner": (
        "The partner's earnings are taxed as if one person earned both, and grow as wages do; both adults are taken to "
        "work, so child care is needed."
    ),
    "loan": (
        "{amount} of the cost is borrowed to finish, no more than training costs and nothing to live on; {yearly} a "
        "year is repaid instead, {interest} of it in all is interest (not discounted)."
    ),
    "other_footing": (
        "The baseline and some pathways are known from different kinds of evidence; gains between them are not on the "
        "same footing."
    ),
}
REASONS: dict[ReasonCode, str] = {
    "is_baseline": "this is the baseline itself",
    "not_asked": "--quit-after was not given",
    "finished_by_then": "training is over by then",
    "all_offered": "the study measured everybody offered the training and does not tell finishers from leavers",
    "no_training": "there is no training to finish",
    "beyond_retirement": "that year lies beyond the working life",
    "levels": "these are published earnings, not an effect followed over time",
    "in_the_effect": "the measured effect includes it",
    "not_at_work": "no pay at that age: outside the working life, in time out, or in unpaid training",
    "no_single_rate": "it gains from the start, or never, or changes sides more than once",
    "no_gain": "there is no gain in total",
    "no_place": "they depend on where the household lives; give --state",
    "groups_differ": "some finish and some leave; each group has its own age",
    "never_met": "pay never reaches the living wage",
    "average_effect": "a measured effect is an average over people and no one person's pay",
    "training_pay_unknown": "the study measured nothing in the years of training",
}
KEYS = {
    "versus_baseline": "against the baseline",
    "completer": "if you finish",
    "leaver": "if you leave",
    "quitter": "if you leave then",
    "completion_rate": "chance to finish",
    "forgone_earnings": "earnings forgone",
    "pay_first_year_after_training": "pay in the first year",
    "pay_five_years_after_training": "pay in the fifth year",
    "share_beyond_evidence": "share of the gain beyond the evidence",
    "age_first_year_after_training": "age after training",
    "internal_rate_of_return": "rate of return",
    "earnings_percentile.30": "standing at 30",
    "earnings_percentile.40": "standing at 40",
    "earnings_percentile.50": "standing at 50",
    "net_resources_present_value": "what the household keeps",
    "years_below_living_wage": "years below the living wage",
    "first_age_at_living_wage": "first age at the living wage",
    "age_at_living_wage_for_good": "age at the living wage for good",
    "worst_training_year": "worst training year",
    "completer.age_at_living_wage_for_good": "age at the living wage for good, if you finish",
    "leaver.age_at_living_wage_for_good": "age at the living wage for good, if you leave",
}


def _to_ten(amount: float) -> str:
    return dollars(amount, 10)


SHOWN: dict[str, Callable[[float], str]] = {
    "high": percent,
    "ratio": percent,
    "share": percent,
    "amount": dollars,
    "interest": _to_ten,
    "yearly": _to_ten,
    "own": hourly,
    "typical": hourly,
    "wage": hourly,
    "minimum": hourly,
    "years": lambda years: counted(years, "year"),
    "hours": lambda hours: counted(hours, "hour"),
}
"""How the numbers in notices are shown, if not as they stand."""


GROUPS = {"living_wage": "for basic needs", "place": "for basic needs"}
"""Whose assumed numbers those are that are of no pathway, by the first part of their names."""


def notice(notice: Notice, pathway: str = "") -> str:
    """A notice in words; those about a pathway may name its id."""
    shown = {key: in_notice(key, value) for key, value in notice.values.items()}
    return NOTICES[notice.code].format(id=pathway, **shown)


def in_notice(key: str, value: float | str) -> str:
    """A number or a text of a notice as it is shown."""
    if key == "names":
        return _names(str(value).split())
    if isinstance(value, str):
        return value
    return SHOWN[key](value) if key in SHOWN else f"{value:g}"


def _names(names: list[str]) -> str:
    """Names of numbers in words: those of all pathways, then those of some."""
    groups: dict[str, dict[str, None]] = {"": {}, "for some pathways ": {}}
    for name in names:
        groups["for some pathways " if name.startswith("pathways.") else ""][words_for(name)] = None
    return "; ".join(lead + ", ".join(words) for lead, words in groups.items() if words)


EVIDENT = (
    "not_at_work",
    "no_single_rate",
    "levels",
    "is_baseline",
    "not_asked",
    "no_training",
    "in_the_effect",
    "no_place",
    "groups_differ",
    "never_met",
    "average_effect",
)
"""Reasons that a reader of the tables sees without being told."""


def warnings(result: PathwayResult | PathwayYears, unsaid: tuple[str, ...] = ()) -> list[str]:
    """What must be said with a pathway: its caution, its notices, and why a figure is missing.

    Args:
        result: the pathway.
        unsaid: reasons for missing figures that need no words.
    """
    said = [result.caution] if result.caution else []
    said += [notice(one, result.id) for one in result.warnings]
    missing: dict[ReasonCode, list[str]] = {}
    for key, reason in result.why.items():
        if reason not in unsaid and key in KEYS:
            missing.setdefault(reason, []).append(KEYS[key])
    return said + [f"Not known ({', '.join(keys)}): {REASONS[reason]}." for reason, keys in missing.items()]


def assumed(names: list[str], titles: dict[str, str]) -> str:
    """The assumed numbers in plain words, those of a pathway together.

    Args:
        names: dotted names.
        titles: what pathways are called, by id; the first step of a ladder may be none of those shown.
    """
    groups: dict[str, list[str]] = {}
    for name in names:
        parts = name.split(".")
        group = titles.get(parts[1], parts[1]) if parts[0] == "pathways" else GROUPS.get(parts[0], "for all pathways")
        groups.setdefault(group, []).append(words_for(name))
    return "; ".join(f"{group}: {', '.join(items)}" for group, items in groups.items()) + "."
