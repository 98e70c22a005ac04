"""Under which heading an option stands in the help of a command."""

from collections.abc import Iterable
from typing import Any

QUESTION = "The question"
"""The heading of what only some commands ask, which comes first."""
HEADINGS = {
    QUESTION: "",
    "The page": "all name counselor note logo",
    "The person": "id from age sex education wage hours years-out out retire-age",
    "The household": (
        "adults child kids partner-earnings unmarried disability child-care health-plan voucher tanf school-meals"
    ),
    "The place": "state county metro",
    "The training": (
        "occupation programs pathway baseline versus cost length no-aid support quit-after loan loan-rate loan-term"
    ),
    "The numbers": "assumptions set wages prices discount-rate rules attachment draws seed",
    "The output": (
        "details show top summary errors format json csv columns output record force resume bom color lang help"
    ),
}
"""Headings in the order in which a counselor needs them, each with its options in that order."""


def under_headings(options: Iterable[Any]) -> dict[str, list[Any]]:
    """The options of a command under their headings, without the headings that it has no option for."""
    by_name = {_name(option): option for option in options}
    found = {
        heading: [by_name.pop(name) for name in names.split() if name in by_name] for heading, names in HEADINGS.items()
    }
    found[QUESTION] = list(by_name.values())
    return {heading: found[heading] for heading in HEADINGS if found[heading]}


def _name(option: Any) -> str:
    """The long name of an option without its dashes, the first where there are several."""
    long: str = next(name for name in option.opts if name.startswith("--"))
    return long.lstrip("-")
