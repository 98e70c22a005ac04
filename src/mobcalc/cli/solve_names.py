"""Which assumption a word on the command line names, and the range in which its value is looked for."""

import math
from typing import NamedTuple

from mobcalc.cli.layers import NAMES
from mobcalc.errors import InputError, input_error
from mobcalc.loader.overlay import NO_PLACE, place_refusal
from mobcalc.schema import Assumption, Assumptions, Limits, Records, field_at, known_names, records
from mobcalc.units import UNITS, NotANumberError, is_money, nearest, number

WHERE = "NAME"
TIMES = 10
"""Money, counts and factors are looked for up to so many times their present value."""
WITHOUT_VALUE = {"USD/hour": 50.0, "USD/week": 4e3, "USD/month": 1e4, "USD/year": 1e5, "USD": 1e5}
"""How far money is looked for where there is no value, or 0; other units go to their limit."""
MOST_A_YEAR = 0.25
"""Rates a year are looked for up to this: a grid up to 100 percent would miss what happens at a few percent."""
HIGHEST = {"person.start_age": 64.0, "person.retire_age": 80.0, "person.weekly_hours": 80.0}
LOWEST = {"person.weekly_hours": 1.0}
"""How far facts about the person are looked for; further is possible, but hardly meant."""
ADULTS = "person.adults"


class Named(NamedTuple):
    """One assumption that holds a single number: its name, what its field accepts, and its record, if there is one."""

    name: str
    limits: Limits
    record: Assumption | None

    @property
    def bounds(self) -> tuple[float, float]:
        """The lowest and highest value that can stand there."""
        of_unit = UNITS[self.limits.unit]
        low, high = self.limits.low, self.limits.high
        return of_unit.low if low is None else low, of_unit.high if high is None else high


def named(assumptions: Records, word: str, pathway: str | None) -> Named:
    """The assumption that a word names.

    Args:
        assumptions: those in force.
        word: a dotted name, what flags call a fact about the person, or with a pathway a part of it.
        pathway: the id of the pathway asked about, if one was given.

    Raises:
        InputError: for a name that nothing has or that several have, and for what is not a single number.
    """
    known = list(known_names(Assumptions, assumptions))
    name = _full(known, word.strip(), pathway)
    if name not in known:
        raise _several(assumptions, known, name) or _place_error(assumptions, name) or _unknown(known, name, pathway)
    field = field_at(assumptions, name)
    if field is None or field.limits is None:
        raise input_error(WHERE, name, "it is a setting, not a number", "ask for a number; compare settings with --set")
    if field.limits.form != "number":
        form = "a list of numbers" if field.limits.form == "list" else "a map by year"
        raise input_error(WHERE, name, f"it holds {form}, not a single number", _instead(known, name))
    if name == ADULTS:
        what = "it decides which kind of household this is, which has no values in between"
        raise input_error(WHERE, name, what, "compare with --adults 1 and --adults 2")
    return Named(name, field.limits, dict(records(assumptions)).get(name))


def _full(known: list[str], word: str, pathway: str | None) -> str:
    """The dotted name that a word is short for; the word itself where it is short for nothing."""
    if word in known:
        return word
    short = word.replace("-", "_")
    if short in NAMES or f"person.{short}" in known:
        return NAMES.get(short, f"person.{short}")
    return (None if pathway is None else _in_pathway(known, short, pathway)) or word


def _in_pathway(known: list[str], short: str, pathway: str) -> str | None:
    """The name of a pathway's part that a word is, or the only one that ends in it; None where there is none."""
    whole = f"pathways.{pathway}.{short}"
    own = [name for name in known if name.startswith(f"pathways.{pathway}.") and name.endswith(f".{short}")]
    return whole if whole in own else own[0] if len(own) == 1 else None


def _several(assumptions: Records, known: list[str], name: str) -> InputError | None:
    """The error for a name that holds others; None where it holds none."""
    below = [other for other in known if other.startswith(f"{name}.")]
    single = [
        n for n in below if (field := field_at(assumptions, n)) and field.limits and field.limits.form == "number"
    ]
    hint = f"ask for one of them: {', '.join(single[:3])}{' ...' if len(single) > 3 else ''}"
    return input_error(WHERE, name, "it holds several values", hint) if below else None


def _place_error(assumptions: Records, name: str) -> InputError | None:
    """The error for what is of the place where there is none, and for what says which place it is; None for others."""
    if name.split(".", maxsplit=1)[0] == "place" and assumptions.place is None:
        return input_error(WHERE, name, *NO_PLACE)
    refusal = place_refusal(name)
    return input_error(WHERE, name, *refusal) if refusal else None


def _unknown(known: list[str], name: str, pathway: str | None) -> InputError:
    """The error for a name that is none, with what was probably meant."""
    own = [other for other in known if other.startswith("pathways.")]
    if pathway is None and any(other.endswith(f".{name}") for other in own):
        hint = f"add --pathway ID, or write pathways.ID.{name}"
        return input_error(WHERE, name, "it is part of a pathway, and none is named", hint)
    if any(other.endswith(f".{name}") for other in own):
        return input_error(
            WHERE, name, f"'{pathway}' has no such number", "'mobcalc assumptions list' shows what it has"
        )
    return input_error(WHERE, name, "there is no assumption of this name", _meant(known, name, pathway))


def _meant(known: list[str], name: str, pathway: str | None) -> str:
    """A hint at the name that was probably meant, first among those of the pathway asked about."""
    own = f"pathways.{pathway}."
    parts = [other.removeprefix(own) for other in known if other.startswith(own)]
    return nearest(name, parts) or nearest(name, [*known, *NAMES]) or "'mobcalc assumptions list' shows all names"


def _instead(known: list[str], name: str) -> str:
    """What to ask for in place of a list or a map: a number beside it that moves all of it, if there is one."""
    beside = {
        "participant": "factor",
        "completer": "factor",
        "percentiles": "careers.finisher_standing",
    }
    parent, _, last = name.rpartition(".")
    other = beside.get(last, "")
    other = other if "." in other or not other else f"{parent}.{other}"
    return f"{other} moves all of it" if other in known else "ask for a single number"


def search_range(
    of: Named, value: float | None, low: str | None, high: str | None, least: float = 0.0
) -> tuple[float, float]:
    """The range in which a value is looked for: what was given, else as far as makes sense.

    Args:
        of: the assumption.
        value: the value in force, in dollars of the price year if it is money.
        low: what was given for the lower end.
        high: what was given for the upper end.
        least: where the usual range begins at the earliest.

    Raises:
        InputError: for an end that the assumption cannot take, and for a range with nothing in it.
    """
    first, last = _usual(of, value)
    first = max(first, least)
    ends = tuple(
        usual if text is None else _end(of, flag, text)
        for flag, text, usual in (("--low", low, first), ("--high", high, last))
    )
    if ends[0] >= ends[1]:
        flag, other = ("--low", "--high") if low is not None else ("--high", "--low")
        what = f"the range from {ends[0]:.10g} to {ends[1]:.10g} has nothing in it"
        raise input_error(flag, of.name, what, f"give another {flag}, or {other} too")
    return float(ends[0]), float(ends[1])


def _usual(of: Named, value: float | None) -> tuple[float, float]:
    """The range for which nobody asked otherwise, within the bounds of the field."""
    low, high = of.bounds
    unit, low, high = of.limits.unit, max(low, LOWEST.get(of.name, low)), min(high, HIGHEST.get(of.name, high))
    if unit == "share/year":
        return low, min(high, max(MOST_A_YEAR, 2.0 * (value or 0.0)))
    if is_money(unit):
        return low, min(high, _round_up(TIMES * value if value else WITHOUT_VALUE[unit]))
    if unit in ("ratio", "people", "hours", "hours/year"):
        return low, min(high, _round_up(TIMES * (value or 1.0)))
    return low, high


def _round_up(high: float) -> float:
    """The next number with one digit that is not 0, so that values tried are round."""
    digit = 10.0 ** math.floor(math.log10(high))
    return math.ceil(high / digit - 1e-9) * digit


def _end(of: Named, flag: str, text: str) -> float:
    """One end of a range as it was given."""
    try:
        value = number(text)
    except NotANumberError as error:
        raise input_error(flag, of.name, error.what, error.hint) from None
    low, high = of.bounds
    if not low <= value <= high:
        what = f"{text} is out of range for a value in {of.limits.unit}"
        raise input_error(flag, of.name, what, f"give a number from {low:.10g} to {high:.10g}")
    if of.limits.whole and value != int(value):
        raise input_error(flag, of.name, f"{text} is not a whole number", f"give whole {of.limits.unit}")
    return value
