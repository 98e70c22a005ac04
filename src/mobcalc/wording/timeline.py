"""The sentences and labels of `timeline`."""

from functools import reduce

from mobcalc.language import mark, say
from mobcalc.results.basis import Terms
from mobcalc.results.pathways import GROUPS, BreakEven, GroupYears, PathwayYears
from mobcalc.wording.numbers import percent
from mobcalc.wording.pathways import pathway_name

GROUP_NAMES = {"expected": mark("all who start"), "completer": mark("if you finish"), "leaver": mark("if you leave")}
YEAR_COLUMNS = (
    mark("Age"),
    mark("In training"),
    mark("Paid earnings"),
    mark("Counted earnings"),
    mark("Costs"),
    mark("Ahead that year"),
    mark("Ahead so far"),
)
EXTRA = {"stipends": mark("Stipend"), "repayments": mark("Loan repaid")}
"""Columns that are shown only where there is something in them."""
ASSUMED_LEAD = mark("Assumed, not measured")
AGE = mark("Age")
AGE_AXIS = mark("age")


def heading(terms: Terms, baseline: str) -> str:
    """What the answer shows.

    Args:
        terms: those of the answer.
        baseline: the name of the baseline, as it is shown.
    """
    return say(
        "Year by year from {age} to {to}, against '{baseline}' as the average of all who start it.",
        age=terms.start_age,
        to=terms.retire_age,
        baseline=baseline,
    )


def line_name(pathway: PathwayYears, group: GroupYears, mixed: bool) -> str:
    """What a line of the chart is called.

    Args:
        pathway: the pathway.
        group: one of its groups.
        mixed: whether pathways known from both kinds of evidence are shown.
    """
    name = pathway_name(pathway.name)
    if mixed and pathway.evidence == "impact":
        name = say("{pathway} (measured effect)", pathway=name)
    if group.group == "expected" and len(pathway.groups) == 1 and not is_untold(pathway):
        return name
    return say("{pathway}, {group}", pathway=name, group=say(GROUP_NAMES[group.group]))


def is_untold(pathway: PathwayYears) -> bool:
    """Whether a group was asked for that the pathway does not tell from the others."""
    return any(group in pathway.why for group in GROUPS)


def not_told_apart(pathway: PathwayYears) -> str:
    """That a pathway is shown for all who start, whatever group was asked for."""
    return say(
        "'{pathway}' is shown for all who start: the study does not tell those who finish from those who leave.",
        pathway=pathway_name(pathway.name),
    )


def two_kinds() -> str:
    """That pathways known from the two kinds of evidence cannot be set against each other."""
    return say(
        "Pathways marked as measured effects add a gain that a study found to what the baseline earns; the others show "
        "what workers with a credential or in an occupation earn. The two are not on the same footing."
    )


def chart_title() -> str:
    """The heading over the chart."""
    return say("Paid earnings by age")


def chart_caption(terms: Terms) -> str:
    """What the chart's dollars are."""
    return say(
        "{price_year} dollars a year, not discounted (discount rate {rate} below), unemployment averaged in, for "
        "somebody alive.",
        price_year=terms.price_year,
        rate=percent(terms.discount_rate),
    )


CROSSINGS = {"ahead": mark("ahead from {age}"), "behind": mark("behind from {age}")}


def crossing(change: BreakEven) -> str:
    """A year in which a pathway gets ahead or falls behind."""
    return say(CROSSINGS[change.direction], age=change.age)


AVERAGED = {
    "expected": mark("Averages of those who finish and those who leave, who are in training for different times."),
    "leaver": mark("Averages over the years in which people leave."),
}


def years_caption(terms: Terms, group: str) -> str:
    """What the columns of a year are.

    Args:
        terms: those of the answer.
        group: whose years these are; some groups average people in different situations.
    """
    said = say(
        "{price_year} dollars. Paid: what the person is paid. Counted: what counts toward the comparison. Ahead that "
        "year: counted earnings and stipends less costs, against the baseline. So far: the sum of these, discounted "
        "{rate} a year to age {age} and weighted by the chance to be alive.",
        price_year=terms.price_year,
        rate=percent(terms.discount_rate),
        age=terms.start_age,
    )
    return f"{said} {say(AVERAGED[group])}" if group in AVERAGED else said


def paid_title() -> str:
    """The heading over paid earnings of several pathways."""
    return say("Paid earnings by age, unemployment averaged in")


def paid_caption(terms: Terms) -> str:
    """What those dollars are."""
    return say(
        "{price_year} dollars a year, not discounted (discount rate {rate} below).",
        price_year=terms.price_year,
        rate=percent(terms.discount_rate),
    )


def ahead_title() -> str:
    """The heading over running differences of several pathways."""
    return say("Ahead of the baseline so far, or behind")


def ahead_caption(terms: Terms) -> str:
    """What those dollars are."""
    return say(
        "{price_year} dollars. Counted earnings and stipends less costs, less those of the baseline, up to the end of "
        "each year; discounted {rate} a year to age {age} and weighted by the chance to be alive.",
        price_year=terms.price_year,
        rate=percent(terms.discount_rate),
        age=terms.start_age,
    )


def crossings(name: str, changes: list[BreakEven]) -> str:
    """Every age at which a pathway changes sides, in words.

    Args:
        name: of the pathway or one of its groups, as it is shown.
        changes: the ages.
    """
    if not changes:
        return say("{pathway} is never a dollar ahead or behind.", pathway=name)
    in_turn = reduce(
        lambda before, after: say("{before}, then {after}", before=before, after=after), map(crossing, changes)
    )
    return say("{pathway} is {changes}.", pathway=name, changes=in_turn)
