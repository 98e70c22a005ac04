"""The columns of a roster: from texts to people, with what is wrong in each row."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mobcalc.cli.roster_options import COLUMNS
from mobcalc.errors import InputError, Problem, input_error
from mobcalc.household_types import GROWN
from mobcalc.loader.person_checks import YOUNGEST_AT_WORK
from mobcalc.loader.values import SAME_SEX, SAME_WORD
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
EXAMPLES = {"wage": "17.50", "hours": "40", "age": "34", "partner_earnings": "36000"}
YES, NO = ("1", "1.0", "true", "yes", "y", "t"), ("0", "0.0", "false", "no", "n", "f", "")
Texts = Sequence[str]
Columns = Mapping[str, Texts]


class Different(NamedTuple):
    """The different texts of a column, in the order in which they come, and which one each row has (rows,)."""

    texts: list[str]
    which: NDArray[np.intp]


class Read(NamedTuple):
    """People of the rows that can be used, which rows these are, and their weights; and what is wrong with others.

    Who has no weight counts as one; `no_weights` is how many.

    `numbers` are what was written in the columns of numbers, by name (people,). `problems` are by row, the first of
    each.
    """

    people: People
    rows: NDArray[np.intp]
    weight: Array
    numbers: dict[str, Array]
    problems: dict[int, Problem]
    no_weights: int


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
    ids = columns["id"]
    _check_ids(ids, wrong)
    nothing = Different([""], np.zeros(len(ids), np.intp))
    texts = {name: _different(columns[name]) if columns.get(name) else nothing for name in COLUMNS if name != "id"}
    figures = {name: _numbers(texts[name], name, wrong) for name in (*NUMBERS, "weight")}
    codes = {name: _codes(texts[name], name, of, wrong) for name, of in WORDS.items()}
    children = _meanings(texts["children"], "children", _ages, wrong)
    pathways = _pathways(texts, settings, wrong)
    asked = _meanings(pathways, "pathway", settings.asked, wrong)
    where = _settings((texts["state"], texts["county"], pathways), asked, settings, wrong)
    _check(figures, settings, wrong)
    rows = np.delete(np.arange(len(ids)), list(wrong))
    some: dict[str, Any] = {name: amounts[rows] for name, amounts in {**figures, **codes}.items()}
    people = People(
        keys=person_keys(_of(ids, rows)) if has_lives else np.zeros(len(rows), np.uint64),
        children=_of(children, texts["children"].which[rows]),
        settings=where[rows],
        asked=np.array(_of(asked, pathways.which[rows]), np.intp),
        adults=np.nan_to_num(some["adults"], nan=1.0),
        disability=some["disability"].astype(np.bool_),
        **{name: some[name] for name in ("age", "sex", "education", "wage", "hours", "years_out", "partner_earnings")},
    )
    numbers = {name: some[name] for name in NUMBERS}
    no_weights = int(np.isnan(some["weight"]).sum())
    return Read(people, rows, np.nan_to_num(some["weight"], nan=1.0), numbers, wrong, no_weights)


def _different(texts: Texts) -> Different:
    """The different texts of a column, so that each is looked at once."""
    places: defaultdict[str, int] = defaultdict(count().__next__)
    which = np.fromiter(map(places.__getitem__, texts), np.intp, len(texts))
    return Different(list(places), which)


def _pathways(texts: Mapping[str, Different], settings: "Settings", wrong: dict[int, Problem]) -> Different:
    """The pathways of each row: those that it names, otherwise those of its program, where programs are known.

    Who is in none has those that the user names for everybody, and no others: nobody meant the usual ones.
    """
    if not settings.programs:
        return texts["pathway"]
    known = {**settings.programs, **({"": ""} if settings.names_pathways else {})}
    owns, programs = (_of(texts[name].texts, texts[name].which) for name in ("pathway", "program"))
    for row, (own, program) in enumerate(zip(owns, programs, strict=True)):
        if not own and program not in known:
            wrong.setdefault(row, _no_program(program, settings.programs))
    return _different([own or known.get(program, "") for own, program in zip(owns, programs, strict=True)])


def _no_program(program: str, known: Mapping[str, str]) -> Problem:
    """That a program is none of those that are known."""
    hint = nearest(program, known) or f"known: {', '.join(known)}"
    if program:
        return Problem("", "program", f"there is no program '{program}'", hint)
    return Problem("", "program", "there is no program", f"{hint}; --pathway gives those without one theirs")


def _of(values: Sequence[Any], places: NDArray[np.intp]) -> list[Any]:
    """Some of the values, in the order of the places."""
    return list(map(values.__getitem__, places.tolist()))


def _check_ids(ids: Texts, wrong: dict[int, Problem]) -> None:
    """Find rows without an id."""
    if all(ids):
        return
    for row, text in enumerate(ids):
        if not text:
            wrong.setdefault(row, Problem("", "id", "there is no id", "give each person one of their own"))


def _limits(name: str) -> Limits:
    found = Limits("ratio", 0.0, 1e9) if name == "weight" else limits_of(Person, NUMBERS[name])
    assert found is not None
    return found


def _numbers(column: Different, name: str, wrong: dict[int, Problem]) -> Array:
    """The numbers of a column; not a number where nothing is written."""
    texts, which = column
    try:
        # Python reads 1_8 as a number, and nobody writes one so.
        if "_" in "".join(texts):
            raise ValueError
        # Python reads a text some five times as fast as NumPy.
        amounts = np.array([float(text or "nan") for text in texts], np.float64)
    except ValueError:
        amounts = np.array(_meanings(column, name, lambda text: _number(text, name), wrong), np.float64)
    of = _limits(name)
    low, high = of.bounds
    is_written = np.array([bool(text) for text in texts], np.bool_)
    is_bad = is_written & ~((amounts >= low) & (amounts <= high) & ((amounts == np.floor(amounts)) | (not of.whole)))
    for row in np.flatnonzero(is_bad[which]).tolist() if is_bad.any() else ():
        what = f"'{texts[which[row]]}' is not a {'whole ' * of.whole}number from {low:.10g} to {high:.10g}"
        in_unit = "" if of.unit == "ratio" else f" in {of.unit}"
        wrong.setdefault(row, Problem("", name, what, f"give a {'whole ' * of.whole}number{in_unit}"))
    return amounts[which]


def _number(text: str, name: str) -> float:
    """One number; not a number where nothing is written.

    Raises:
        InputError: for anything else, with the form to write.
    """
    if not text:
        return float("nan")
    try:
        return number(text, f"write a number such as {EXAMPLES.get(name, '3')}, or leave it empty")
    except NotANumberError as error:
        raise input_error("", name, error.what, error.hint) from None


def _meanings(column: Different, name: str, meaning: Callable[[str], Any], wrong: dict[int, Problem]) -> list[Any]:
    """What each of the different texts of a column means; None where it is wrong."""
    known: list[Any] = []
    refused: dict[int, Problem] = {}
    for place, text in enumerate(column.texts):
        try:
            known.append(meaning(text))
        except InputError as error:
            known.append(None)
            refused[place] = error.problems[0]._replace(where="", name=name)
    _refuse(column.which, refused, wrong)
    return known


def _refuse(which: NDArray[np.intp], refused: Mapping[int, Problem], wrong: dict[int, Problem]) -> None:
    """Find the rows of which something is refused."""
    for row in np.flatnonzero(np.isin(which, list(refused))).tolist() if refused else ():
        wrong.setdefault(row, refused[int(which[row])])


def _codes(column: Different, name: str, meaning: Callable[[str], int], wrong: dict[int, Problem]) -> NDArray[np.intp]:
    """Where in their list the words of a column stand; 0 where one is wrong."""
    codes = np.array([code or 0 for code in _meanings(column, name, meaning, wrong)], np.intp)
    return codes[column.which]


def _sex(text: str) -> int:
    return _place(SAME_SEX.get(text.lower(), text.lower()), SEXES, text)


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
    columns: Sequence[Different], asked: Sequence[int | None], settings: "Settings", wrong: dict[int, Problem]
) -> NDArray[np.intp]:
    """Which assumptions are those of each row; -1 where the place is wrong.

    Args:
        columns: states, counties and pathways.
        asked: which set of pathways each of the different texts of the last names; None where it is wrong.
        settings: places and occupations met so far.
        wrong: what is wrong so far, by row.
    """
    counts = [len(column.texts) for column in columns]
    codes = np.ravel_multi_index([column.which for column in columns], counts)
    kinds, first, which = np.unique(codes, return_index=True, return_inverse=True)
    known = np.full(len(kinds), -1, np.intp)
    refused: dict[int, Problem] = {}
    for kind in np.argsort(first).tolist():
        state, county, pathway = (int(column.which[first[kind]]) for column in columns)
        of = asked[pathway]
        try:
            if of is not None:
                known[kind] = settings.setting(columns[0].texts[state], columns[1].texts[county], of)
        except InputError as error:
            refused[kind] = _of_column(error.problems[0])
    _refuse(which, refused, wrong)
    return known[which]


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
