"""The sentences of `compare` with several cases: a line for each client."""

from collections.abc import Sequence

from mobcalc.language import mark, say, say_count
from mobcalc.results.compare import Comparison
from mobcalc.wording.numbers import percent

BY_FLAGS = mark("this person")
"""What a client is called who is described by flags alone."""
COLUMNS = (
    mark("Client, age"),
    mark("Gains most"),
    mark("Finish\nof 100"),
    mark("Gain: all\nwho start"),
    mark("After\ntaxes"),
    mark("Chance to\nend ahead"),
)
BASIS = {
    (True, True): mark(
        "{price_year} dollars, less training costs; later money counts {rate} less a year. "
        "The chance is to end $10,000 or more ahead."
    ),
    (True, False): mark(
        "{price_year} dollars, less training costs; each case's own discount. "
        "The chance is to end $10,000 or more ahead."
    ),
    (False, True): mark(
        "Dollars of each case's own price year, less training costs; later money counts {rate} less a year. "
        "The chance is to end $10,000 or more ahead."
    ),
    (False, False): mark(
        "Dollars of each case's own price year, less training costs; each case's own discount. "
        "The chance is to end $10,000 or more ahead."
    ),
}
"""What the table is in, by whether all cases have one price year and one discount rate."""
UNSURE = "*"
NAME_WIDTH = 20


def heading(number: int, *, is_changed: bool = False) -> str:
    """What the table has.

    Args:
        number: of clients.
        is_changed: whether flags changed something of their cases.
    """
    if is_changed:
        return say_count(
            number,
            "{count} client, each by their own case but for the flags: the way that gains most on average, over no "
            "training.",
            "{count} clients, each by their own case but for the flags: the way that gains most on average, over no "
            "training.",
        )
    return say_count(
        number,
        "{count} client, each by their own case: the way that gains most on average, over no training.",
        "{count} clients, each by their own case: the way that gains most on average, over no training.",
    )


def client(name: str, comparison: Comparison) -> str:
    """A client's name and age on one line."""
    age = f", {comparison.start_age}"
    name = say(name) if name == BY_FLAGS else name
    return f"{name[: NAME_WIDTH - len(age)]}{age}"


def notes(is_unsure: bool) -> list[str]:
    """What the mark is."""
    return (
        [say("*: not recommended, as another way is likelier to end ahead or studies disagree.")] if is_unsure else []
    )


def basis(comparisons: Sequence[Comparison]) -> str:
    """Which dollars these are, and how to see one client's whole screen."""
    years = {one.price_year for one in comparisons}
    rates = {one.discount_rate for one in comparisons}
    year = str(years.pop()) if len(years) == 1 else ""
    rate = percent(rates.pop()) if len(rates) == 1 else ""
    first = say(BASIS[bool(year), bool(rate)], price_year=year, rate=rate)
    return f"{first}\n" + say(
        "After taxes: with a place alone. One client: mobcalc compare FILE. Everything: --details"
    )
