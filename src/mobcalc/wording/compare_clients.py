"""The sentences of `compare` with several cases: a line for each client."""

from collections.abc import Sequence

from mobcalc.results import Comparison
from mobcalc.units import counted
from mobcalc.wording.numbers import percent

BY_FLAGS = "this person"
"""What a client is called who is described by flags alone."""
COLUMNS = (
    "Client, age",
    "Gains most",
    "Finish\nof 100",
    "Gain: all\nwho start",
    "After\ntaxes",
    "Chance to\nend ahead",
)
UNSURE = "*"
NAME_WIDTH = 20


def heading(number: int) -> str:
    """What the table has."""
    return f"{counted(number, 'client')}, each by their own case: the way that gains most on average, over no training."


def client(name: str, comparison: Comparison) -> str:
    """A client's name and age on one line."""
    age = f", {comparison.start_age}"
    return f"{name[: NAME_WIDTH - len(age)]}{age}"


def notes(is_unsure: bool) -> list[str]:
    """What the mark is."""
    return (
        [f"{UNSURE}: not recommended, as another way is likelier to end ahead or studies disagree."]
        if is_unsure
        else []
    )


def basis(comparisons: Sequence[Comparison]) -> str:
    """Which dollars these are, and how to see one client's whole screen."""
    years = {one.price_year for one in comparisons}
    rates = {one.discount_rate for one in comparisons}
    dollars = f"{years.pop()} dollars" if len(years) == 1 else "Dollars of each case's own price year"
    later = f"later money counts {percent(rates.pop())} less a year" if len(rates) == 1 else "each case's own discount"
    return (
        f"{dollars}, less training costs; {later}. The chance is to end $10,000 or more ahead.\n"
        "After taxes: with a place alone. One client: mobcalc compare FILE. Everything: --details"
    )
