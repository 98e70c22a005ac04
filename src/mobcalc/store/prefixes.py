"""Names of states, occupations and places by their first letters, each as one word that needs no quotes in a shell."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mobcalc.store.codes import plain
from mobcalc.store.reference import rows

FEWEST_LETTERS = 3
"""Cities are found by so many letters; fewer would fit thousands."""
LAST = "\uffff"
"""What stands behind all letters."""
OCCUPATIONS = (
    "SELECT occ_title FROM oews_national_2025 WHERE o_group = 'detailed' UNION "
    "SELECT alias FROM occupation_aliases GROUP BY alias HAVING COUNT(DISTINCT occ_code) = 1"
)
"""Titles, and everyday names that mean one occupation."""
PLACES = (
    "SELECT n.named, p.number, p.kind, p.name, p.postals, p.codes FROM place_names n JOIN places p USING (number) "
    "WHERE n.named >= ? AND n.named < ? AND p.kind IN ('county', 'city')"
)


def one_word(name: str) -> str:
    """A name in small letters with hyphens for all that a shell would stumble over: medical-assistants."""
    return plain(name).replace(" ", "-")


def postal_codes() -> list[str]:
    """The postal codes of all states."""
    return [postal for (postal,) in rows("SELECT postal FROM states ORDER BY postal")]


def state_names() -> list[str]:
    """The names of all states."""
    return [one_word(name) for (name,) in rows("SELECT name FROM states ORDER BY name")]


def occupation_names() -> list[str]:
    """Titles and everyday names of occupations."""
    return sorted({one_word(name) for (name,) in rows(OCCUPATIONS)})


def place_names(begun: str) -> list[str]:
    """Counties and cities that begin so, each with its state, as in jamestown,ny.

    Args:
        begun: the first letters; fewer than three find counties alone.
    """
    name, comma, _ = begun.lower().partition(",")
    first = plain(name.replace("-", " ")) + (" " if name.endswith("-") else "")
    words = _words(_named(first), has_cities=len(first) >= FEWEST_LETTERS)
    return sorted(word for word in words if not comma or word.startswith(f"{first.replace(' ', '-')},"))


class Named(NamedTuple):
    """A county or a city: its number, its kind, its state and the codes of its counties."""

    number: int
    kind: str
    postal: str
    counties: str


def _named(first: str) -> dict[Named, list[str]]:
    """The names that begin so of each county and city, the shortest first."""
    found: dict[Named, list[str]] = {}
    for named, number, kind, name, postals, codes in rows(PLACES, first, first + LAST):
        if plain(name).startswith(named) or named.startswith(plain(name)):
            found.setdefault(Named(number, kind, postals.split()[0], codes), []).append(named)
    return {place: sorted(names, key=len) for place, names in found.items()}


def _words(places: Mapping[Named, Sequence[str]], *, has_cities: bool) -> set[str]:
    """A word for each place: its shortest name, or the longest where that means several counties."""
    meant: dict[tuple[str, str], set[str]] = {}
    for place, names in places.items():
        meant.setdefault((place.postal, names[0]), set()).add(place.counties)
    words = {
        place: names[0 if len(meant[place.postal, names[0]]) == 1 else -1]
        for place, names in places.items()
        if has_cities or place.kind == "county"
    }
    return {f"{name.replace(' ', '-')},{place.postal.lower()}" for place, name in words.items()}
