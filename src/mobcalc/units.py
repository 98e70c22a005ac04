"""Units: the closed list, the values each allows, and how a number may be written."""

import math
import re
from collections.abc import Iterable
from typing import NamedTuple

WEEKS_PER_YEAR = 52
MONTHS_PER_YEAR = 12
# BLS turns hourly wages into annual ones with 2,080 hours, which is 52 weeks of 40.
FULL_TIME_WEEK = 40
FULL_TIME_YEAR = WEEKS_PER_YEAR * FULL_TIME_WEEK


LEAST_FINISHING = 0.01
"""Starters who must finish at least for an effect on all of them to be divided among those who do [share]."""


class Bounds(NamedTuple):
    """The lowest and highest value allowed, both included."""

    low: float
    high: float


UNITS = {
    "USD": Bounds(0, 1e8),
    "USD/hour": Bounds(0, 1e4),
    "USD/week": Bounds(0, 1e6),
    "USD/month": Bounds(0, 1e7),
    "USD/year": Bounds(0, 1e8),
    "share": Bounds(0, 1),
    "share/year": Bounds(0, 1),
    "ratio": Bounds(0, 1e6),
    "years": Bounds(0, 150),
    "hours": Bounds(0, 1e5),
    "hours/week": Bounds(0, 168),
    "hours/year": Bounds(0, 8784),
    "people": Bounds(0, 1e10),
}

# Leading zeros are refused: `010` is 8 to some readers of YAML and 10 to others.
GROUPED = r"[-+]?[1-9][0-9]{0,2}(?:\.000)+|[-+]?[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}"
"""Such as 20.000, which is twenty to some and twenty thousand to others."""
NUMBER = r"[-+]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?"


class NotANumberError(ValueError):
    """A text that cannot be read as a finite number; `hint` says how to write it."""

    def __init__(self, what: str, hint: str) -> None:
        """Keep what is wrong and how to write it."""
        self.what = what
        self.hint = hint
        super().__init__(what)


def is_money(unit: str) -> bool:
    """Whether amounts in this unit are dollars, so that they need a price year."""
    return unit.startswith("USD")


def counted(count: float, one: str, more: str = "") -> str:
    """A number with its noun: `1 hour`, `1.5 hours`, `2 people`.

    Args:
        count: how many.
        one: the noun for exactly one.
        more: the noun for any other number; with an s if not given.
    """
    number = f"{count:,}" if isinstance(count, int) else f"{count:,g}"
    return f"{number} {one if count == 1 else more or f'{one}s'}"


FORM, WHOLE_FORM = "write digits with an optional decimal point, such as 0.03 or 36000", "write digits, such as 10000"
"""How numbers are written, and whole ones."""


def number(text: str, form: str = FORM) -> float:
    """The number that a text stands for, read the same way in YAML, in `--set` and in flags.

    Args:
        text: digits with an optional sign, decimal point and exponent.
        form: how to write such a number, for the hint.

    Returns:
        A finite number.

    Raises:
        NotANumberError: for anything else, with the form to write.
    """
    if re.fullmatch(GROUPED, text):
        raise NotANumberError(f"'{text}' can be read in two ways", _without_points(text))
    if re.fullmatch(NUMBER, text):
        value = float(text)
        if math.isfinite(value):
            return value
        raise NotANumberError(f"{text} is too large to be a number here", "write a finite number")
    raise NotANumberError(f"'{text}' is not a number", _form_to_write(text, form))


def _without_points(text: str) -> str:
    """How to write a number whose points may group its digits or end its whole dollars."""
    whole = text.replace(".", "")
    return f"write {whole}" if text.count(".") > 1 else f"write {whole} or {float(text):.10g}"


def _form_to_write(text: str, form: str) -> str:
    """How to write the number that somebody probably meant."""
    if re.fullmatch(r"[$]?[0-9]+,[0-9]{1,2}", text):
        return f"write a point, not a comma: {text.lstrip('$').replace(',', '.')}"
    bare = re.sub(r"[\s$,_]", "", text)
    if re.fullmatch(NUMBER, bare.removesuffix("%")) and bare.endswith("%"):
        return f"shares are written as decimals: {float(bare[:-1]) / 100:.10g}"
    if re.fullmatch(r"[-+]?0[0-9]+(\.[0-9]*)?", bare):
        return f"leave out the leading zero: {float(bare):.10g}; a code (ZIP, FIPS, SOC) is text, not a number"
    if re.fullmatch(NUMBER, bare) and math.isfinite(float(bare)):
        return f"write it without spaces, commas or dollar signs: {float(bare):.10g}"
    return form


LEAST_LIKENESS = 0.75
MOST_LIKENED = 300
"""Words of more characters are like none; to look takes seconds [characters]."""


def nearest_word(word: str, known: Iterable[str]) -> str | None:
    """The known word most like this one; None where none is like it, nor is anything looked for like a long one."""
    known = list(known) if len(word) <= MOST_LIKENED else []
    longer = [name for name in known if word and name.startswith(word)]
    close = _most_alike(word, known) or (longer[0] if len(longer) == 1 else None)
    return _alike_in_last_part(word, known) if close is None else close


def _alike_in_last_part(word: str, known: list[str]) -> str | None:
    """The dotted name that is mostly recognised by its last part, by that part alone; None where none is like it."""
    if "." not in word and not any("." in name for name in known):
        return None  # all of them were tried
    last = {name.rsplit(".", 1)[-1]: name for name in reversed(known)}
    part = _most_alike(word.rsplit(".", 1)[-1], last)
    return None if part is None else last[part]


def _most_alike(word: str, known: Iterable[str]) -> str | None:
    """The word most like another, letter by letter; None where none is like it."""
    import difflib  # only needed once something is wrong

    # No word of another length can be as like as that; to see so here takes a third of the time.
    shortest = len(word) * LEAST_LIKENESS / (2 - LEAST_LIKENESS)
    longest = len(word) * (2 - LEAST_LIKENESS) / LEAST_LIKENESS
    likely = [name for name in known if shortest <= len(name) <= longest]
    return next(iter(difflib.get_close_matches(word, likely, n=1, cutoff=LEAST_LIKENESS)), None)


def nearest(word: str, known: Iterable[str]) -> str:
    """'did you mean X?' for the known word most like this one, or an empty text."""
    close = nearest_word(word, known)
    return f"did you mean {close}?" if close else ""
