"""The columns of a roster: from texts to people, with what is wrong in each row."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mobcalc.cli.roster_options import COLUMNS
from mobcalc.errors import InputError, Problem, input_error
from mobcalc.household_types import GROWN
from mobcalc.loader.person_checks import YOUNGEST_AT_WORK
from mobcalc.loader.values import SAME_WORD
from mobcalc.model import Array
from mobcalc.questions.roster_people import EDUCATIONS, SEXES, People
from mobcalc.sampling.streams import person_keys
from mobcalc.schema import Limits, limits_of
from mobcalc.schema.person import Person
from mobcalc.units import NotANumberError, counted, nearest, number

if TYPE_CHECKING:
    from mobcalc.cli.roster_settings import Settings

NUMBERS = {
    "age": "start_age",
    "wage": "wage",
    "hours": "weekly_hours",
    "adults": "adults",
    "partner_earnings": "partner_earnings",
    "years_out": "years_out",
}
"""The columns of numbers, with the names of the schema."""
YES, NO = ("1", "1.0", "true", "yes", "y", "t"), ("0", "0.0", "false", "no", "n", "f", "")
WORDS_FOR_SEX = {"f": "female", "m": "male", "woman": "female", "man": "male"}
Texts = Sequence[str]
Columns = Mapping[str, Texts]


class Read(NamedTuple):
    """People of the rows that can be used, which rows these are, and their weights; and what is wrong with others.

    `numbers` are what was written in the columns of numbers, by name (people,). `problems` are by row, the first of
    each.
    """

    people: People
    rows: NDArray[np.intp]
    weight: Array
    numbers: dict[str, Array]
    problems: dict[int, Problem]


def read(
    columns: Columns,
    settings: "Settings",
    broken: Mapping[int, Problem] = MappingProxyType({}),
    *,
    has_lives: bool = True,
) -> Read:
    """People from columns of texts, an empty one where something is not known; `broken` rows cannot be read.

    Without `has_lives` nobody has random numbers of their own.
    """
    wrong: dict[int, Problem] = dict(broken)
    texts = {name: columns.get(name) or [""] * len(columns["id"]) for name in COLUMNS}
    _check_ids(texts["id"], wrong)
    figures = {name: _numbers(texts[name], name, wrong) for name in (*NUMBERS, "weight")}
    codes = {name: _codes(texts[name], name, of, wrong) for name, of in WORDS.items()}
    children = _each(texts["children"], "children", _ages, wrong)
    asked = _each(_pathways(texts, settings, wrong), "pathway", settings.asked, wrong)
    where = _settings(texts["state"], texts["county"], asked, settings, wrong)
    _check(figures, settings, wrong)
    rows = np.setdiff1d(np.arange(len(where)), list(wrong))
    some = {name: amounts[rows] for name, amounts in {**figures, **codes}.items()}
    kept = rows.tolist()
    people = People(
        keys=person_keys(_of(texts["id"], kept)) if has_lives else np.zeros(len(kept), np.uint64),
        children=_of(children, kept),
        settings=where[rows],
        asked=np.array(_of(asked, kept), np.intp),
        adults=np.nan_to_num(some["adults"], nan=1.0),
        disability=some["disability"].astype(np.bool_),
        **{name: some[name] for name in ("age", "sex", "education", "wage", "hours", "years_out", "partner_earnings")},
    )
    numbers = {name: some[name] for name in NUMBERS}
    return Read(people, rows, np.nan_to_num(some["weight"], nan=1.0), numbers, wrong)


def _pathways(texts: Mapping[str, Texts], settings: "Settings", wrong: dict[int, Problem]) -> Texts:
    """The pathways of each row: those that it names, otherwise those of its program, where programs are known."""
    if not settings.programs:
        return texts["pathway"]
    known = {**settings.programs, "": ""}
    for row, (own, program) in enumerate(zip(texts["pathway"], texts["program"], strict=True)):
        if not own and program not in known:
            hint = nearest(program, known) or f"known: {', '.join(settings.programs)}"
            wrong.setdefault(row, Problem("", "program", f"there is no program '{program}'", hint))
    pairs = zip(texts["pathway"], texts["program"], strict=True)
    return [own or known.get(program, "") for own, program in pairs]


def _of(column: Sequence[Any], rows: Sequence[int]) -> list[Any]:
    """Some rows of a column."""
    return [column[row] for row in rows]


def _check_ids(ids: Texts, wrong: dict[int, Problem]) -> None:
    """Find rows without an id."""
    for row, text in enumerate(ids):
        if not text:
            wrong.setdefault(row, Problem("", "id", "there is no id", "give each person one of their own"))


def _limits(name: str) -> Limits:
    found = Limits("ratio", 0.0, 1e9) if name == "weight" else limits_of(Person, NUMBERS[name])
    assert found is not None
    return found


def _numbers(texts: Texts, name: str, wrong: dict[int, Problem]) -> Array:
    """The numbers of a column; not a number where nothing is written."""
    try:
        # Python reads 1_8 as a number, and nobody writes one so.
        if "_" in "".join(texts):
            raise ValueError
        # Python reads a text some five times as fast as NumPy.
        amounts = np.array([float(text or "nan") for text in texts], np.float64)
    except ValueError:
        amounts = np.array(_each(texts, name, lambda text: _number(text, name), wrong), np.float64)
    of = _limits(name)
    low, high = of.bounds
    is_written = np.array([bool(text) for text in texts], np.bool_)
    is_bad = is_written & ~((amounts >= low) & (amounts <= high) & ((amounts == np.floor(amounts)) | (not of.whole)))
    for row in np.flatnonzero(is_bad).tolist():
        what = f"'{texts[row]}' is not a {'whole ' * of.whole}number from {low:.10g} to {high:.10g}"
        wrong.setdefault(row, Problem("", name, what, f"give {of.unit}"))
    return amounts


def _number(text: str, name: str) -> float:
    """One number; not a number where nothing is written.

    Raises:
        InputError: for anything else, with the form to write.
    """
    if not text:
        return float("nan")
    try:
        return number(text)
    except NotANumberError as error:
        raise input_error("", name, error.what, error.hint) from None


def _each(texts: Texts, name: str, meaning: Callable[[str], Any], wrong: dict[int, Problem]) -> list[Any]:
    """What each text of a column means, looked up once for each that is different; None where it is wrong."""
    known: dict[str, Any] = {}
    refused: dict[str, Problem] = {}
    for text in dict.fromkeys(texts):
        try:
            known[text] = meaning(text)
        except InputError as error:
            known[text], refused[text] = None, error.problems[0]
    if refused:
        for row, text in enumerate(texts):
            if text in refused:
                wrong.setdefault(row, refused[text]._replace(where="", name=name))
    return [known[text] for text in texts]


def _codes(texts: Texts, name: str, meaning: Callable[[str], int], wrong: dict[int, Problem]) -> NDArray[np.intp]:
    """Where in their list the words of a column stand; 0 where one is wrong."""
    return np.array([code or 0 for code in _each(texts, name, meaning, wrong)], np.intp)


def _sex(text: str) -> int:
    return _place(WORDS_FOR_SEX.get(text.lower(), text.lower()), SEXES, text)


def _education(text: str) -> int:
    word = text.replace("_", "-").lower()
    return _place(SAME_WORD.get(word, word), EDUCATIONS, text)


def _place(word: str, known: Sequence[str | None], text: str) -> int:
    """The place of a word in a list, that of None where nothing is written.

    Raises:
        InputError: for a word that is not in it.
    """
    if (word or None) not in known:
        words = ", ".join(one for one in known if one is not None)
        raise input_error("", "", f"unknown word '{text}'", f"write one of {words}, or leave it empty")
    return known.index(word or None)


def _truth(text: str) -> int:
    if text.lower() not in (*YES, *NO):
        raise input_error("", "", f"'{text}' is neither yes nor no", "write 1 or 0, or leave it empty")
    return int(text.lower() in YES)


WORDS = {"sex": _sex, "education": _education, "disability": _truth}


def _ages(text: str) -> tuple[int, ...]:
    """The ages of the children of a household, written 3;7.

    Raises:
        InputError: for anything else.
    """
    ages = []
    for part in text.replace(",", ";").split(";") if text else []:
        age = _number(part.strip(), "children") if part.strip() else -1.0
        if not (0 <= age < GROWN and age == int(age)):
            what = f"'{part}' is not the age of a child in whole years"
            raise input_error("", "children", what, "write ages from 0 to 17 with ; between two, such as 3;7")
        ages.append(int(age))
    return tuple(ages)


def _settings(
    states: Texts, counties: Texts, asked: Sequence[int | None], settings: "Settings", wrong: dict[int, Problem]
) -> NDArray[np.intp]:
    """Which assumptions are those of each row; -1 where the place is wrong."""
    keys = list(zip(states, counties, asked, strict=True))
    known: dict[Any, int] = {}
    refused: dict[Any, Problem] = {}
    for key in dict.fromkeys(keys):
        try:
            state, county, of = key
            known[key] = -1 if of is None else settings.setting(state, county, of)
        except InputError as error:
            problem = error.problems[0]
            known[key], refused[key] = -1, _of_column(problem)
    for row, key in enumerate(keys):
        if key in refused:
            wrong.setdefault(row, refused[key])
    return np.array([known[key] for key in keys], np.intp)


def _of_column(problem: Problem) -> Problem:
    """A problem with a flag as one with the column of its name."""
    what = ": ".join(part for part in (problem.name, problem.what) if part)
    return Problem("", problem.where.lstrip("-"), what, problem.hint)


def _check(figures: Mapping[str, Array], settings: "Settings", wrong: dict[int, Problem]) -> None:
    """Find rows whose figures do not go together, and those without an age."""
    age, out = figures["age"], figures["years_out"]
    is_alone = np.nan_to_num(figures["adults"], nan=1.0) < 2
    partner = "a partner's earnings need a second adult in the household", "give adults 2"
    old = f"the start age is not below the retirement age {settings.retire_age:g}", "leave the row out"
    for is_wrong, name, said in (
        (np.isnan(age), "age", ("the age is not known", "give it in whole years")),
        (age >= settings.retire_age, "age", old),
        ((np.nan_to_num(figures["partner_earnings"]) > 0.0) & is_alone, "partner_earnings", partner),
    ):
        for row in np.flatnonzero(is_wrong).tolist():
            wrong.setdefault(row, Problem("", name, *said))
    for row in np.flatnonzero(out > age - YOUNGEST_AT_WORK).tolist():
        wrong.setdefault(row, Problem("", "years_out", *_too_long(float(age[row]), float(out[row]))))


def _too_long(age: float, out: float) -> tuple[str, str]:
    what = f"{counted(out, 'year')} out of work until {age:g} would begin before age {YOUNGEST_AT_WORK}"
    return what, "count the years in which the person could have worked"
