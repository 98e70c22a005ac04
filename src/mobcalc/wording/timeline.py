"""The sentences and labels of `timeline`."""

from mobcalc.results import BreakEven, GroupYears, PathwayYears, Terms
from mobcalc.wording.numbers import percent

GROUP_NAMES = {"expected": "all who start", "completer": "if you finish", "leaver": "if you leave"}
YEAR_COLUMNS = (
    "Age",
    "In training",
    "Paid earnings",
    "Counted earnings",
    "Costs",
    "Ahead that year",
    "Ahead so far",
    "",
)
EXTRA = {"stipends": "Stipend", "repayments": "Loan repaid"}
"""Columns that are shown only where there is something in them."""
ASSUMED_LEAD = "Assumed, not measured"
AGE = "Age"
AGE_AXIS = "age"


def heading(terms: Terms, baseline: str) -> str:
    """What the answer shows."""
    return (
        f"Year by year from {terms.start_age} to {terms.retire_age}, against '{baseline}' as the average of all who "
        "start it."
    )


def line_name(pathway: PathwayYears, group: GroupYears, mixed: bool) -> str:
    """What a line of the chart is called.

    Args:
        pathway: the pathway.
        group: one of its groups.
        mixed: whether pathways known from both kinds of evidence are shown.
    """
    measured = " (measured effect)" if mixed and pathway.evidence == "impact" else ""
    alone = group.group == "expected" and len(pathway.groups) == 1 and not pathway.why
    of_whom = "" if alone else f", {GROUP_NAMES[group.group]}"
    return f"{pathway.name}{measured}{of_whom}"


def not_told_apart(name: str) -> str:
    """That a pathway is shown for all who start, whatever group was asked for."""
    return f"'{name}' is shown for all who start: the study does not tell those who finish from those who leave."


def two_kinds() -> str:
    """That pathways known from the two kinds of evidence cannot be set against each other."""
    return (
        "Pathways marked as measured effects add a gain that a study found to what the baseline earns; the others show "
        "what workers with a credential or in an occupation earn. The two are not on the same footing."
    )


def chart_title() -> str:
    """The heading over the chart."""
    return "Paid earnings by age"


def chart_caption(terms: Terms) -> str:
    """What the chart's dollars are."""
    return (
        f"{terms.price_year} dollars a year, not discounted (discount rate {percent(terms.discount_rate)} below), "
        "unemployment averaged in, for somebody alive."
    )


def crossing(change: BreakEven) -> str:
    """A year in which a pathway gets ahead or falls behind."""
    return f"{change.direction} from {change.age}"


AVERAGED = {
    "expected": " Averages of those who finish and those who leave, who are in training for different times.",
    "leaver": " Averages over the years in which people leave.",
}


def years_caption(terms: Terms, group: str) -> str:
    """What the columns of a year are.

    Args:
        terms: those of the answer.
        group: whose years these are; some groups average people in different situations.
    """
    return (
        f"{terms.price_year} dollars. Paid: what the person is paid. Counted: what counts toward the comparison. "
        "Ahead that year: counted earnings and stipends less costs, against the baseline. So far: the sum of these, "
        f"discounted {percent(terms.discount_rate)} a year to age {terms.start_age} and weighted by the chance to be "
        f"alive.{AVERAGED.get(group, '')}"
    )


def paid_title() -> str:
    """The heading over paid earnings of several pathways."""
    return "Paid earnings by age, unemployment averaged in"


def paid_caption(terms: Terms) -> str:
    """What those dollars are."""
    return f"{terms.price_year} dollars a year, not discounted (discount rate {percent(terms.discount_rate)} below)."


def ahead_title() -> str:
    """The heading over running differences of several pathways."""
    return "Ahead of the baseline so far, or behind"


def ahead_caption(terms: Terms) -> str:
    """What those dollars are."""
    return (
        f"{terms.price_year} dollars. Counted earnings and stipends less costs, less those of the baseline, up to the "
        f"end of each year; discounted {percent(terms.discount_rate)} a year to age {terms.start_age} and weighted by "
        "the chance to be alive."
    )


def crossings(name: str, changes: list[BreakEven]) -> str:
    """Every age at which a pathway changes sides, in words."""
    if not changes:
        return f"{name} is never a dollar ahead or behind."
    words = ", then ".join(crossing(each) for each in changes)
    return f"{name} is {words}."
