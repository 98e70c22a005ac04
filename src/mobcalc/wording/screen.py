"""What the one screen of every command says alike: whom it is about, and short names of pathways."""

import textwrap
from collections.abc import Sequence
from typing import Protocol

from mobcalc.results import Terms
from mobcalc.schema import Family
from mobcalc.wording.basis import place_name
from mobcalc.wording.household import described
from mobcalc.wording.numbers import hourly

EDUCATION = {
    "less-than-high-school": "without a high school diploma",
    "high-school": "with a high school diploma",
    "some-college": "with some college",
    "associate": "with an associate degree",
    "bachelors": "with a bachelor's degree",
}
"""What somebody has already, for the line that says what was asked."""
NO_TRAINING, NO_MORE = "No training", "No more training"
MORE = ("some-college", "associate", "bachelors")
"""Educations with which somebody has had some training."""
WIDEST = 27
"""The longest name of a row [characters]."""
COUNTRY = "United States"


class Titled(Protocol):
    """What has the name of a pathway."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def name(self) -> str:
        """Its whole name."""

    @property
    def family(self) -> Family:
        """What kind of pathway it is."""

    @property
    def label(self) -> str | None:
        """A name that is short enough for a row; None where the whole one is."""


def asked(terms: Terms) -> str:
    """Whom the answer is about, in one line."""
    case, place = terms.provenance.case, terms.provenance.place
    person = {} if case is None else case.person
    held = EDUCATION[str(person.get("education") or "high-school")]
    who = {"male": "A man starting", "female": "A woman starting"}.get(terms.sex or "", "Starting")
    wage = f", now at {hourly(float(person['wage']))} an hour" if person.get("wage") else ""
    home = terms.household
    household = f", {described(home)}" if home is not None and (home.children or home.adults > 1) else ""
    occupation = terms.provenance.occupation
    title = f"{occupation.title}. " if occupation is not None else ""
    where = COUNTRY if place is None else place_name(place)
    return f"{title}{who} at {terms.start_age} {held}{wage}{household}, {where}, working to {terms.retire_age}."


def labels(terms: Terms, shown: Sequence[Titled]) -> dict[str, str]:
    """What pathways are called, by id: short where that tells them apart."""
    return _told_apart([{one.id: name(one, terms) for one in shown} for name in (_label, _cut, _whole)])


def _told_apart(choices: list[dict[str, str]]) -> dict[str, str]:
    """Of several names of each row the first that no other row has, the last in any case."""
    first, *others = choices
    if not others:
        return first
    several = {name for name in first.values() if list(first.values()).count(name) > 1}
    return {row: _told_apart(others)[row] if name in several else name for row, name in first.items()}


def _whole(one: Titled, _terms: Terms) -> str:
    return one.name


def _cut(one: Titled, _terms: Terms) -> str:
    """As many words of the name as a row has room for."""
    return textwrap.wrap(one.name, WIDEST)[0].rstrip(",")


def _label(one: Titled, terms: Terms) -> str:
    """The short name of one row."""
    if one.family == "none":
        case = terms.provenance.case
        held = None if case is None else case.person.get("education")
        return NO_MORE if held in MORE else NO_TRAINING
    if any(own.name == f"pathways.{one.id}.name" for own in terms.provenance.overrides):
        return one.name
    route, colon, _ = one.name.partition(":")
    # A route into an occupation: the line above the table names the occupation.
    return route if colon else one.label or one.name


def left(number: int) -> str:
    """That a search found more than is shown."""
    return f"{number} more: --details, or a longer name."


def than(name: str) -> str:
    """What a pathway is compared with, in a sentence."""
    return name.lower() if name in (NO_TRAINING, NO_MORE) else f"'{name}'"


def listed(names: Sequence[str]) -> str:
    """Some names in a sentence."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
