"""What must be said with a result: notices, reasons for what is missing, and what is assumed."""

from collections.abc import Callable

from mobcalc.language import mark, say, say_count
from mobcalc.results.notices import Notice, NoticeCode, ReasonCode
from mobcalc.results.pathways import PathwayResult, PathwayYears
from mobcalc.wording.fields import words_for
from mobcalc.wording.household import AGES_AS_COMPUTED, MEDICAID_KEPT, STATE_ADDS
from mobcalc.wording.numbers import dollars, hourly, percent
from mobcalc.wording.pathways import pathway_text

NOTICES: dict[NoticeCode, str] = {
    "only_the_gain_is_evidence": mark(
        "Only the gain is evidence here; the pay shown is the baseline's plus that gain."
    ),
    "cost_not_given": mark("What the person pays is not known, so no cost is counted."),
    "only_own_cost": mark(
        "What the person pays is not known; only the transport and child care that you entered are counted."
    ),
    "grants": mark(
        "Costs are after average grants of {amount} for a full-time year; for a client without aid give "
        "--set pathways.{id}.costs.grants=0."
    ),
    "woman_in_trade": mark(
        "A woman's pay in this trade is taken as {ratio} of that of all its workers, as in the survey of 2024; few "
        "women are in it and fewer of them finish, so ask the sponsor about its pay scale and its support. Studies of "
        "apprenticeship find less for women than for men."
    ),
    "woman_in_occupation": mark(
        "A woman's pay in this occupation is taken as {ratio} of that of all its workers, as in the survey of 2024."
    ),
    "pay_falls_on_finishing": mark(
        "The first year after finishing pays less than the last year of training; check the wage steps."
    ),
    "older_start": mark(
        "At {age} a typical worker's wage stands in for this person's own; --wage gives a better estimate."
    ),
    "transport_not_counted": mark(
        "Transport to training is not counted; enter what it adds in a year with --set person.transport=AMOUNT."
    ),
    "child_care_not_counted": mark(
        "Child care while in training is not counted; enter what it adds in a year with --set person.child_care=AMOUNT."
    ),
    "child_care_in_needs": mark(
        "Gains leave child care out. Basic needs have full-time care while every adult works; enter what training adds "
        "to it in a year with --set person.child_care=AMOUNT."
    ),
    "housing_of_a_month": mark("Housing of {amount} a year is very little; if a month costs that, give {yearly}."),
    "child_care_of_a_month": mark(
        "Child care of {amount} a year is very little; if a month costs that, give {yearly}."
    ),
    "own_cost": mark(
        "The transport and child care that you entered are charged in training years only, so they should be what "
        "training adds to what this person pays anyway."
    ),
    "own_wage": mark(
        "This person's own wage is {own}; typical of people like this are {typical}. It drifts back toward typical, "
        "and most of the distance shows in pay with a general credential, a quarter in an occupation (both assumed)."
    ),
    "own_wage_far": mark(
        "This person's own wage is {own}; typical of people like this are {typical}, which is far from it. It drifts "
        "back toward typical, so the gains of so unusual a wage are a rougher guess."
    ),
    "own_wage_below": mark(
        "This person's own wage is {own}, below the minimum wage of {minimum}. It is kept as reported, and the minimum "
        "wage is paid."
    ),
    "out_of_work": mark(
        "Out of work now: without training this person is taken to find full-time work soon, at typical pay or, if it "
        "is given, at the last wage. If that takes long, training costs less than shown."
    ),
    "both_sexes": mark(
        "Men and women differ in pay, so each pathway is for men and women as they start it, and its gain is over the "
        "same men and women; the row without training is half and half. --sex gives one person's."
    ),
    "pays_less": mark(
        "At some or all ages from {first} to {last} those who finish are paid less than they would be without it; in "
        "such years no gain is counted."
    ),
    "hours": mark(
        "Published earnings are scaled to {hours} a week. Time without work is taken off on average, so a year is "
        "less than an hour's pay x hours x 52. Training pays its own hours and measured effects are "
        "not scaled, so part of a difference is hours, and hourly pay of measured programs is out of scale."
    ),
    "education": mark(
        "What this person earns without training is what people with the education held ({held}) earn on average."
    ),
    "journeyworker_below_minimum": mark(
        "The median wage in these figures, {wage}, is below the minimum wage of {minimum}, which is paid instead, in "
        "training and after it."
    ),
    "step_below_minimum": mark(
        "Its lowest wage step would pay {wage} an hour, below the minimum wage of {minimum}, which is paid instead; "
        "ask the sponsor for the real scale."
    ),
    "education_effects": mark(
        "Measured effects are those on people most of whom had no credential; whether somebody with one gains as much "
        "is not known."
    ),
    "held_credit": mark("Credits already earned may shorten it; for that give --length YEARS."),
    "held_not_used": mark(
        "This takes the occupation's wages for everybody; whether the education already held earns more there is not "
        "known."
    ),
    "effect_shared": mark(
        "The effect was measured on all who start, those who leave among them, and stays as it is: the more of them "
        "finish, the less each finisher gains."
    ),
    "leavers_gain": mark(
        "Even if nobody finishes there is a gain, because those who leave are taken to keep {share} of what finishers "
        "gain for each whole term that they stayed, and because of what training pays."
    ),
    "no_loan": mark(
        "Nothing is borrowed for it: as far as is known it costs nothing after grants, or it leaves no time to repay."
    ),
    "years_out": mark(
        "After {years} out of work pay starts lower and catches up, on every pathway alike; wage steps of an "
        "apprenticeship are the sponsor's and stay."
    ),
    "years_out_in_wage": mark(
        "The wage given is taken to be paid on return after {years} out of work, so the loss is in it already; "
        "it catches up from there, and what other pathways pay starts lower and catches up in the same way."
    ),
    "planned_out": mark(
        "Counted on every pathway: {years} out of work from age {age}, with no earnings then and lower pay on return."
    ),
    "return_assumed": mark(
        "How much less is paid after time out, and for how long, is assumed (people.return_loss and "
        "people.return_phase_in)."
    ),
    "population": mark(
        "People out of work are counted in, as often as those of the same education, sex and age are (2024), alike on "
        "every pathway."
    ),
    "no_draws": mark("Nothing was drawn at random (--draws 0), so no chances and ranges are given."),
    "cut_short": mark("In some draws training takes longer than the time there is for it, and is cut to that."),
    "disability": mark(
        "Wages, completion and training terms are those of all people; none by disability is at hand, so enter this "
        "person's own wage and hours. Limits on earnings in disability benefits and health coverage are not counted: "
        "ask a benefits counselor before a raise."
    ),
    "disability_counted": mark(
        "Wages, completion and training terms are those of all people; none by disability is at hand, so enter this "
        "person's own wage and hours. Taxes and benefits take it that this person is entitled to SSI. "
        "{medicaid}"
    ),
    "children_as_computed": AGES_AS_COMPUTED,
    "plan_state_adds": STATE_ADDS,
    "student_food": mark(
        "Food benefits while studying are counted, but students without a young child who work less than 20 hours a "
        "week as a rule get no SNAP; then more is missing in the training years."
    ),
    "no_place": mark(
        "What a household keeps after taxes and benefits, and whether pay is a living wage, depend on where it lives: "
        "add --state, and --adults and --child AGE for who lives in it."
    ),
    "beyond_table": mark(
        "In some years the household earns more than the table of taxes and benefits goes to; beyond that they "
        "go on as just below it."
    ),
    "partner": mark(
        "The partner's earnings are taxed as if one person earned both, and grow as wages do; both adults are taken to "
        "work, so child care is needed."
    ),
    "loan": mark(
        "{amount} of the cost is borrowed to finish, no more than training costs and nothing to live on; {yearly} a "
        "year is repaid instead, {interest} of it in all is interest (not discounted)."
    ),
    "other_footing": mark(
        "The baseline and some pathways are known from different kinds of evidence; gains between them are not on the "
        "same footing."
    ),
}
REASONS: dict[ReasonCode, str] = {
    "is_baseline": mark("this is the baseline itself"),
    "not_asked": mark("--quit-after was not given"),
    "finished_by_then": mark("training is over by then"),
    "all_offered": mark("the study measured everybody offered the training and does not tell finishers from leavers"),
    "no_training": mark("there is no training to finish"),
    "beyond_retirement": mark("that year lies beyond the working life"),
    "levels": mark("these are published earnings, not an effect followed over time"),
    "in_the_effect": mark("the measured effect includes it"),
    "not_at_work": mark("no pay at that age: outside the working life, in time out, or in unpaid training"),
    "no_single_rate": mark("it gains from the start, or never, or changes sides more than once"),
    "no_gain": mark("there is no gain in total"),
    "no_place": mark("they depend on where the household lives; give --state"),
    "groups_differ": mark("some finish and some leave; each group has its own age"),
    "never_met": mark("pay never reaches the living wage"),
    "some_never_met": mark("pay of some or all who leave never reaches the living wage"),
    "unknown_of_baseline": mark("it is not known of the baseline"),
    "not_drawn": mark("no lives were drawn"),
    "nobody_drawn": mark("nobody is in this group: all who start finish, or none of them does"),
    "never_ahead": mark("never: at no age are 8 of 10 ahead for good"),
    "not_of_one_layer": mark("it is worked out for both layers of uncertainty together alone"),
    "average_effect": mark("a measured effect is an average over people and no one person's pay"),
    "training_pay_unknown": mark("the study measured nothing in the years of training"),
}
KEYS = {
    "versus_baseline": mark("against the baseline"),
    "completer": mark("if you finish"),
    "leaver": mark("if you leave"),
    "quitter": mark("if you leave then"),
    "completion_rate": mark("chance to finish"),
    "forgone_earnings": mark("earnings forgone"),
    "pay_first_year_after_training": mark("pay in the first year"),
    "pay_five_years_after_training": mark("pay in the fifth year"),
    "share_beyond_evidence": mark("share of the gain beyond the evidence"),
    "age_first_year_after_training": mark("age after training"),
    "internal_rate_of_return": mark("rate of return"),
    "earnings_percentile.30": mark("standing at 30"),
    "earnings_percentile.40": mark("standing at 40"),
    "earnings_percentile.50": mark("standing at 50"),
    "net_resources_present_value": mark("what the household keeps"),
    "years_below_living_wage": mark("years below the living wage"),
    "first_age_at_living_wage": mark("first age at the living wage"),
    "age_at_living_wage_for_good": mark("age at the living wage for good"),
    "worst_training_year": mark("worst training year"),
    "completer.age_at_living_wage_for_good": mark("age at the living wage for good, if you finish"),
    "leaver.age_at_living_wage_for_good": mark("age at the living wage for good, if you leave"),
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
    "years": lambda years: say_count(years, "{count} year", "{count} years"),
    "hours": lambda hours: say_count(hours, "{count} hour", "{count} hours"),
}
"""How the numbers in notices are shown, if not as they stand."""


FOR_ALL, FOR_NEEDS = mark("for all pathways"), mark("for basic needs")
"""Whose assumed numbers those are that are of no pathway."""
OF_NEEDS = ("living_wage", "place")
"""The first parts of names of numbers for basic needs."""


def notice(notice: Notice, pathway: str = "") -> str:
    """A notice in words; those about a pathway may name its id."""
    shown = {key: in_notice(key, value) for key, value in notice.values.items()}
    return say(NOTICES[notice.code], id=pathway, medicaid=say(MEDICAID_KEPT), **shown)


def in_notice(key: str, value: float | str) -> str:
    """A number or a text of a notice as it is shown."""
    if key == "names":
        return _names(str(value).split())
    if isinstance(value, str):
        return value
    return SHOWN[key](value) if key in SHOWN else f"{value:g}"


def _names(names: list[str]) -> str:
    """Names of numbers in words: those of all pathways, then those of some."""
    of_some = [name for name in names if name.startswith("pathways.")]
    parts = [_in_words([name for name in names if name not in of_some])]
    parts += [say("for some pathways {names}", names=_in_words(of_some))] if of_some else []
    return "; ".join(part for part in parts if part)


def _in_words(names: list[str]) -> str:
    return ", ".join(dict.fromkeys(map(words_for, names)))


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
    "some_never_met",
    "average_effect",
)
"""Reasons that a reader of the tables sees without being told."""


def warnings(result: PathwayResult | PathwayYears, unsaid: tuple[str, ...] = ()) -> list[str]:
    """What must be said with a pathway: its caution, its notices, and why a figure is missing.

    Args:
        result: the pathway.
        unsaid: reasons for missing figures that need no words.
    """
    said = [pathway_text(result.caution)] if result.caution else []
    said += [notice(one, result.id) for one in result.warnings]
    missing: dict[ReasonCode, list[str]] = {}
    for key, reason in result.why.items():
        if reason not in unsaid and key in KEYS:
            missing.setdefault(reason, []).append(say(KEYS[key]))
    return said + [
        say("Not known ({figures}): {reason}.", figures=", ".join(keys), reason=say(REASONS[reason]))
        for reason, keys in missing.items()
    ]


def assumed(names: list[str], titles: dict[str, str]) -> str:
    """The assumed numbers in plain words, those of a pathway together.

    Args:
        names: dotted names.
        titles: what pathways are called, by id; the first step of a ladder may be none of those shown.
    """
    groups: dict[str, list[str]] = {}
    for name in names:
        first, part, *_ = (*name.split("."), "")
        group = titles.get(part, part) if first == "pathways" else FOR_NEEDS if first in OF_NEEDS else FOR_ALL
        groups.setdefault(group, []).append(words_for(name))
    return "; ".join(f"{say(group)}: {', '.join(items)}" for group, items in groups.items()) + "."
