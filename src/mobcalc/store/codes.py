"""From what people call places and occupations to the codes of the tables."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from mobcalc.errors import InputError, input_error
from mobcalc.store.reference import row, rows

MOST_CANDIDATES = 6
MOST_LETTERS = 300
"""Nothing has a name of more characters, and to look for what is like it would take minutes."""
MOST_KEPT = 1_000
"""Codes whose occupations are kept, more than there are occupations."""
LEAST_WORD = 3
"""Shorter words say too little to find an occupation by."""
SMALL_WORDS = {"a", "an", "and", "at", "for", "in", "of", "or", "the", "to", "with"}
LEARNING = {
    *("apprentice", "apprenticeship", "career", "certificate", "certification", "class", "course", "job"),
    *("journeyman", "license", "program", "school", "trainee", "training"),
}
"""Words beside an occupation's name that do not change which one is meant, unless they are in its title."""


SOC = r"\d\d-?\d{4}(?:\.00)?"
TITLE_AND_SOC = re.compile(rf"(.+?)\s*\(({SOC})\)")
"""How occupations are listed."""
APOSTROPHES = "['`\u2018\u2019\u02bb\u02bc]"
"""The apostrophe and the okina, and what is typed for them."""
SHORT = {"ft": "fort", "mt": "mount"}
"""How the first words of places are shortened."""
NICKNAMES = {"washingtondc": "dc"}
TERRITORIES = {
    *("pr", "puertorico", "gu", "guam", "vi", "usvi", "virginislands", "usvirginislands", "as", "americansamoa"),
    *("mp", "northernmarianaislands", "72"),
}
COVERED = "the tables of earnings, taxes and benefits cover the 50 states and the District of Columbia"


class State(NamedTuple):
    """A state or the District of Columbia: FIPS code, postal code and name."""

    fips: str
    postal: str
    name: str


class Occupation(NamedTuple):
    """A detailed occupation: SOC code and title."""

    code: str
    title: str


def plain(text: str) -> str:
    """A name without capitals, accents, punctuation and doubled spaces, with 'St' for 'Saint' and 'Fort' for 'Ft'."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    words = re.sub(r"[^\w]+", " ", re.sub(APOSTROPHES, "", bare)).split()
    if len(words) > 1:  # alone or at the end MT is Montana
        words[0] = SHORT.get(words[0], words[0])
    return " ".join("st" if word == "saint" else word for word in words)


def joined(text: str) -> str:
    """A name as one word, so that 'La Salle' is LaSalle."""
    return plain(text).replace(" ", "")


def refuse_long(text: str, where: str) -> None:
    """Nothing, where a text may be a name.

    Raises:
        InputError: for one that is longer than any.
    """
    if len(text) > MOST_LETTERS:
        what = f"no place and no occupation has a name of {len(text):,} characters"
        raise input_error(where, "", what, "write the name alone, such as 'Erie, NY' or electrician")


def state_of(text: str, where: str) -> State:
    """The state of a name, a postal code or a FIPS code.

    Raises:
        InputError: naming the states that were probably meant.
    """
    refuse_long(text, where)
    known = [State(*line) for line in rows("SELECT fips, postal, name FROM states ORDER BY name")]
    wanted = NICKNAMES.get(joined(text), joined(text))
    for state in known:
        if wanted in (joined(state.name), state.postal.casefold(), state.fips, state.fips.lstrip("0")):
            return state
    if wanted in TERRITORIES:
        raise input_error(where, "", f"'{text.strip()}' is not covered", COVERED)
    raise _unknown(where, text, "state", [state.name for state in known])


def occupation_of(text: str, where: str) -> Occupation:
    """The detailed occupation of a SOC code, a title, an everyday name, or words of a title.

    A title with its code in brackets is taken as it is listed. An exact title, in the singular or the plural, wins over
    an everyday name, and both over titles that contain the words, of which one must say who works there: 'roof' alone
    does not mean roof bolters. Words of learning, as in 'welding school', are left out where nothing is named
    so. Candidates come with the most common one first.

    Raises:
        InputError: naming the candidates when there are several or none.
    """
    refuse_long(text, where)
    if re.fullmatch(SOC, text.strip()):
        return _by_soc(text.strip(), where)
    if (both := TITLE_AND_SOC.fullmatch(text.strip())) is not None:
        return coded(both[2], both[1], where)
    name = singular(text)
    for words in (name, " ".join(word for word in name.split() if word not in LEARNING)):
        meant = _named(words) or _describing(words, text, where)
        if len(meant) == 1:
            return meant[0]
        if meant:
            raise ambiguous(where, text, "occupations", [f"{o.title} ({o.code})" for o in meant])
    raise _no_occupation(text, where)


def coded(soc: str, title: str, where: str) -> Occupation:
    """The occupation of a SOC code with a title beside it, which may be one of one's own.

    Raises:
        InputError: where the title is that of another occupation.
    """
    occupation, meant = _by_soc(soc, where), occupations_meant(title)
    if meant and occupation not in meant:
        other = "; ".join(f"{one.title} ({one.code})" for one in meant[:2])
        what = f"{occupation.code} is {occupation.title}, and '{title.strip()}' is {other}"
        raise input_error(where, "", what, "correct one of them, or leave it out")
    return occupation


def occupations_meant(text: str) -> list[Occupation]:
    """The occupations that a title or an everyday name may mean, the most common first; none where it means none."""
    name = singular(text)
    return _named(name) or containing(map(Occupation._make, rows(BY_EMPLOYMENT)), name)


def _no_occupation(text: str, where: str) -> InputError:
    """The error that there is no occupation of a name, with titles like it, otherwise everyday names."""
    titles = [o.title for o in occupations()]
    is_near = near(plain(text), {plain(title): title for title in titles})
    everyday = (name for (name,) in rows("SELECT DISTINCT alias FROM occupation_aliases ORDER BY alias"))
    return _unknown(where, text, "occupation", titles if is_near else everyday)


def _named(name: str) -> list[Occupation]:
    """The occupations of a title or an everyday name in the singular, the most common first."""
    asked = ((name, 0), (name, 1), (_with_short_words(name), 1))
    return next(([Occupation(*line) for line in found] for found in (rows(NAMED, *one) for one in asked) if found), [])


def _describing(name: str, text: str, where: str) -> list[Occupation]:
    """The occupations whose titles contain the words of a name in the singular, the most common first.

    Raises:
        InputError: where there is one alone and no word says who works there, so that it may be far from what is meant.
    """
    meant = containing(map(Occupation._make, rows(BY_EMPLOYMENT)), name)
    if len(meant) == 1 and not _says_who(meant[0].title, name):
        what = f"there is no occupation '{text.strip()}'"
        raise input_error(where, "", what, f"did you mean {meant[0].title} ({meant[0].code})?")
    return meant


def _says_who(title: str, name: str) -> bool:
    """Whether some word of a name in the singular is a plural in the title, as those who do the work are."""
    plurals = {_singular_word(word) for word in plain(title).split()} - set(plain(title).split())
    return bool(set(_with_short_words(name).split()) & {_with_short_words(word) for word in plurals})


def _by_soc(text: str, where: str) -> Occupation:
    """The occupation of a SOC code, with the hyphen or without."""
    code = text.removesuffix(".00").replace("-", "")
    occupation = _detailed(f"{code[:2]}-{code[2:]}")
    if occupation is None:
        hint = "give a detailed one: 'mobcalc occupations search WORD' lists them"
        raise input_error(where, "", f"there is no detailed occupation {text}", hint)
    return occupation


@lru_cache(MOST_KEPT)
def _detailed(code: str) -> Occupation | None:
    """The occupation of a SOC code with a hyphen; None where there is none. Files have one code in many rows."""
    line = row(f"{OCCUPATIONS} AND occ_code = ?", code)
    return None if line is None else Occupation(*line)


def occupations() -> list[Occupation]:
    """All detailed occupations, by title."""
    return [Occupation(*line) for line in rows(f"{OCCUPATIONS} ORDER BY occ_title")]


NAMED = (
    "SELECT o.occ_code, o.occ_title FROM occupation_names n JOIN oews_national_2025 o ON o.occ_code = n.occ_code "
    "WHERE n.name = ? AND n.is_alias = ? AND o.o_group = 'detailed' ORDER BY o.tot_emp DESC"
)
OCCUPATIONS = "SELECT occ_code, occ_title FROM oews_national_2025 WHERE o_group = 'detailed'"
BY_EMPLOYMENT = f"{OCCUPATIONS} ORDER BY tot_emp DESC"


def containing(known: Iterable[Occupation], text: str) -> list[Occupation]:
    """The occupations whose titles contain all the words, in the singular or the plural, outside of exceptions."""
    words = set(_with_short_words(singular(text)).split()) - SMALL_WORDS
    if not any(len(word) >= LEAST_WORD for word in words):
        return []
    return [o for o in known if words <= set(_with_short_words(singular(o.title.partition(" Except ")[0])).split())]


def _with_short_words(name: str) -> str:
    """A name in the singular with 'tech' for technicians and technologists."""
    return re.sub(r"\btechn(ician|ologist)\b", "tech", name)


def singular(text: str) -> str:
    """A title with every word in the singular, as far as an ending shows it."""
    return " ".join(_singular_word(word) for word in plain(text).split())


def _singular_word(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def near(wanted: str, known: Mapping[str, str]) -> list[str]:
    """Known names like the one wanted, best first.

    Args:
        wanted: in the form that `plain` gives.
        known: what is named, by its name in that form.
    """
    import difflib  # only needed once something is wrong

    close = difflib.get_close_matches(wanted, known, n=MOST_CANDIDATES, cutoff=0.6)
    inside = [name for name in known if len(wanted) >= LEAST_WORD and wanted in name and name not in close]
    return [known[name] for name in (close + inside)[:MOST_CANDIDATES]]


def _unknown(where: str, text: str, kind: str, names: Iterable[str]) -> InputError:
    """The error that there is nothing of a name, with those that are like it."""
    close = near(plain(text), {plain(name): name for name in names})
    command = "occupations" if kind == "occupation" else "places"
    hint = f"did you mean {'; '.join(close)}?" if close else f"'mobcalc {command} search WORD' finds names"
    return input_error(where, "", f"there is no {kind} '{text.strip()}'", hint)


def ambiguous(where: str, text: str, kinds: str, names: Sequence[str], advice: str = "") -> InputError:
    """The error that a text may mean several things of a kind, with what to do where not all of them can be named."""
    more = f"; and {len(names) - MOST_CANDIDATES} more{advice}" if len(names) > MOST_CANDIDATES else ""
    hint = f"it may be {'; '.join(names[:MOST_CANDIDATES])}{more}"
    return input_error(where, "", f"'{text.strip()}' may mean several {kinds}", hint)
