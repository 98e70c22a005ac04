"""The page to take home: one sheet of letter paper as a web page that needs nothing else."""

import base64
from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec

import mobcalc
from mobcalc.language import say
from mobcalc.report.formats.html import page_text
from mobcalc.results.compare import Comparison
from mobcalc.results.pathways import PathwayResult
from mobcalc.wording import compare_screen
from mobcalc.wording import handout as text
from mobcalc.wording.compare_notes import too_little
from mobcalc.wording.numbers import dollars
from mobcalc.wording.screen import asked, labels, than

MOST = 5
"""So many pathways have room, the one compared with among them."""
DOTS = 100


class Person(NamedTuple):
    """What is written on the page of one client, and nowhere else."""

    name: str = ""
    counselor: str = ""
    note: str = ""
    logo: bytes | None = None


class Bar(NamedTuple):
    """An amount as a bar: what it is of, its text, and its part of the longest [percent]."""

    label: str
    said: str
    width: int


class Way(NamedTuple):
    """One pathway on the page; `dots` are how many of 100 are filled, None where that is not known."""

    name: str
    bar: Bar
    dots: int | None
    finish: str
    facts: list[tuple[str, str]]
    is_baseline: bool


def _nameless(comparison: Comparison) -> Comparison:
    """A comparison without the name of the client's file: who the page is for is said by --name alone."""
    known = msgspec.structs.replace(comparison.provenance, client=None)
    return msgspec.structs.replace(comparison, provenance=known)


def page(comparison: Comparison, person: Person) -> str:
    """The page as HTML.

    Args:
        comparison: the answer it shows.
        person: the client's name, the counselor's, a note, and a logo as the bytes of a PNG file.
    """
    names = labels(comparison, comparison.pathways)
    by_id = {result.id: result for result in comparison.pathways}
    ranked = [by_id[name] for name in comparison.ranking["to_retirement"] if name != comparison.baseline]
    shown = [*ranked[: MOST - 1], by_id[comparison.baseline]]
    left, ways = len(comparison.pathways) - len(shown), _ways(comparison, shown, names)
    return page_text(
        "handout.html",
        **_head(person),
        asked=asked(_nameless(comparison)),
        answer=compare_screen.verdict(comparison, ranked, names) if ranked else "",
        ways=ways,
        dots=range(DOTS),
        more=text.more_pathways(left) if left else "",
        legend=text.legend(comparison, shown, than(names[comparison.baseline])),
        household=_household(comparison, shown, names),
        words={name: say(getattr(text, name)) for name in WORDS},
        questions=list(map(say, text.QUESTIONS)),
        unknown=text.unknown(comparison, has_guess=any(map(_is_guess, ways))),
        basis=text.basis(comparison, mobcalc.__version__),
    )


WORDS = ("QUESTIONS_TITLE", "UNKNOWN_TITLE", "HOUSEHOLD_TITLE", "NEXT_TITLE", "WHEN", "COUNSELOR")
"""Headings that do not depend on the answer."""


def _head(person: Person) -> dict[str, Any]:
    """What stands at the top of the page."""
    return {
        "title": text.title(),
        "person": person,
        "prepared_for": text.prepared_for(person.name) if person.name else "",
        "logo": base64.b64encode(person.logo).decode() if person.logo else "",
    }


def _is_guess(way: Way) -> bool:
    """Whether a number of a pathway is marked as a guess."""
    return any(text.GUESS in said for said in (way.finish, *(value for _, value in way.facts)))


def _ways(comparison: Comparison, shown: Sequence[PathwayResult], names: dict[str, str]) -> list[Way]:
    """The pathways, bars in proportion to the highest pay."""
    later = compare_screen.age_of_pay(comparison) - comparison.start_age
    paid = [(result.completer or result.expected).paid_earnings[later] for result in shown]
    most = max(*paid, 1.0)
    return [
        Way(
            names[result.id],
            Bar(text.pay(comparison, result), dollars(amount), round(100 * amount / most)),
            None if result.completion_rate is None else round(DOTS * result.completion_rate),
            text.finish(result),
            text.facts(result),
            result.versus_baseline is None,
        )
        for result, amount in zip(shown, paid, strict=True)
    ]


def _household(comparison: Comparison, shown: Sequence[PathwayResult], names: dict[str, str]) -> list[str]:
    """The hardest year of training, and the help that closes it; nothing without a household or training."""
    trained = [one for one in shown if one.versus_baseline is not None]
    if comparison.household is None or not trained:
        return []
    short = [one for one in trained if _is_short(one)]
    if not short:
        return [text.enough(comparison.household)]
    return [too_little(comparison, short, names), text.help_for(comparison.household)]


def _is_short(result: PathwayResult) -> bool:
    """Whether a year of training leaves too little to live on."""
    year = (result.completer or result.expected).worst_training_year
    return year is not None and year.help_needed > 0.0
