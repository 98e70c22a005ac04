"""What `import mobcalc` offers: the answers of the commands for programs, in and out as plain Python and NumPy.

`compare` and `frame` are promised, and described in docs/python.md; the commands use the same code.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import numpy as np
from msgspec import Struct

from mobcalc.cli.clients import Asked, answer_of, case_of
from mobcalc.cli.draws import drawing
from mobcalc.cli.options import (
    Draws,
    Home,
    Output,
    Pathways,
    Place,
    ProgramAndQuitting,
    Rate,
    Values,
    Who,
)
from mobcalc.cli.roster_answer import answered
from mobcalc.cli.roster_files import CHUNK, arrow_values, text_of
from mobcalc.cli.roster_options import COLUMNS, NEEDED
from mobcalc.cli.roster_settings import Kept, Question, Settings
from mobcalc.cli.sweep_axes import SWITCHES, value_of
from mobcalc.errors import Problem, input_error
from mobcalc.questions.basis import Drawing
from mobcalc.report.roster_rows import Column, arrow_column, listed
from mobcalc.units import nearest

S = TypeVar("S", bound=Struct)
GROUPS: tuple[type[Struct], ...] = (Who, Place, ProgramAndQuitting, Home, Rate)
"""The options that describe a case."""
NAMES = ("id", "children", *(name for group in GROUPS for name in group.__struct_fields__))


MISSING_OF_PANDAS = ("NAType", "NaTType")
"""What pandas calls the values that stand where nothing is known."""


class Frame(NamedTuple):
    """What people gain in `rows`, one for each person and pathway, and the `refused` people with what is wrong.

    Both are columns by name: NumPy arrays, or a pyarrow table where people came in one.
    """

    rows: Any
    refused: Any


def compare(
    case: Mapping[str, Any] | None = None,
    *,
    pathways: str | Sequence[str] = (),
    baseline: str | None = None,
    draws: int = 0,
    seed: int = 0,
    set: Mapping[str, Any] | None = None,
    assumptions: Sequence[str] = (),
) -> dict[str, Any]:
    """The answer of `mobcalc compare --json`.

    Args:
        case: who and where, by the names of the flags with `_` for `-`, such as `{"age": 35, "state": "NY"}`; an `id`
            gives the lives of that person in a roster. None or not a number is not known.
        pathways: ids, or one; those shown by default without any.
        baseline: id of the pathway to compare with; no postsecondary when not given.
        draws: lives drawn at random; none unless asked for.
        seed: which random numbers.
        set: assumptions by dotted name, as `--set` takes them.
        assumptions: files or folders of assumptions, the last wins.

    Returns:
        The object that docs/json.md describes.

    Raises:
        InputError: for what cannot be used, in the words of the command.
    """
    from mobcalc.report.compare_data import contract
    from mobcalc.report.formats.json import headed

    given = dict(case or {})
    _check_case(given)
    life_id = given.get("id")
    asked = Asked(
        values=_values(set, assumptions),
        output=Output(),
        place=_options(Place, given),
        said=(_options(Who, given), _options(ProgramAndQuitting, given), _options(Home, given)),
        rate=_options(Rate, given),
        pathways=Pathways(pathway=_ids(pathways), baseline=baseline),
        drawn=drawing(Draws(draws=str(draws), seed=str(seed))),
        life_id=text_of(life_id) if _is_known(life_id) else None,
    )
    here, read_of = case_of(asked, None, is_described=True)
    return headed(contract(answer_of(asked, here, read_of, read_of.pathways)))


def frame(
    people: Any,
    *,
    pathways: str | Sequence[str] = (),
    occupation: str | None = None,
    baseline: str | None = None,
    draws: int = 0,
    seed: int = 0,
    set: Mapping[str, Any] | None = None,
    assumptions: Sequence[str] = (),
    programs: Mapping[str, str] | None = None,
    kept: bool = True,
    nearest_household: bool = False,
) -> Frame:
    """What each of many people gains, as `mobcalc roster` has it.

    Args:
        people: columns by name, as lists or arrays, a list of cases, or a pyarrow table; None or not a number where
            something is not known. The columns are those of the files that `roster` reads.
        pathways: ids, for everybody who names none; those shown by default without any.
        occupation: its routes, for the same.
        baseline: id of the pathway to compare with; no postsecondary when not given.
        draws: lives of each person drawn at random; none unless asked for.
        seed: which random numbers.
        set: assumptions by dotted name, as `--set` takes them.
        assumptions: files or folders of assumptions, the last wins.
        programs: pathway ids by the name of a program, for those whose `program` that is.
        kept: whether what households keep is worked out too.
        nearest_household: whether the nearest household stands for one that no table has.

    Raises:
        InputError: for what cannot be used at all; people who cannot are `refused`.
    """
    asked = Pathways(pathway=_ids(pathways), baseline=baseline)
    question = Question(_values(set, assumptions), asked, Rate(), occupation, programs or {})
    settings = Settings(question, Kept(is_asked=kept, takes_nearest=nearest_household))
    drawn = Drawing(*drawing(Draws(draws=str(draws), seed=str(seed))))
    columns, is_table = _columns(people)
    rows, refused = _Gathered(), _Gathered()
    for start in range(0, len(columns["id"]), CHUNK):
        some = {name: texts[start : start + CHUNK] for name, texts in columns.items()}
        answer = answered(some, settings, drawn)
        rows.add(answer.columns)
        refused.add(_refused(some, answer.problems, start))
    return Frame(rows.columns(is_table=is_table), refused.columns(is_table=is_table))


def _refused(columns: Mapping[str, Sequence[str]], problems: Mapping[int, Problem], start: int) -> dict[str, list[Any]]:
    """People who cannot be answered, in columns; `row` counts from 0."""
    rows = sorted(problems)
    found: dict[str, list[Any]] = {"row": [start + row for row in rows], "id": [columns["id"][row] for row in rows]}
    return found | {
        name: [getattr(problems[row], part) for row in rows]
        for name, part in (("column", "name"), ("what", "what"), ("hint", "hint"))
    }


def _columns(people: Any) -> tuple[dict[str, list[str]], bool]:
    """Columns of people as texts, and whether they came in a pyarrow table.

    Raises:
        InputError: for what is none, and for columns that are of no roster or of other lengths.
    """
    is_table = hasattr(people, "column_names")
    if not (is_table or isinstance(people, list | Mapping) or hasattr(people, "keys")):
        what = f"people cannot be read from what is {type(people).__name__}"
        raise input_error("people", "", what, "give columns by name, a list of cases, or a pyarrow table")
    values = _of_table(people) if is_table else dict(_of_records(people) if isinstance(people, list) else people)
    _check_names(values)
    columns = {name: _column(name, column) for name, column in values.items()}
    for name, column in columns.items():
        if len(column) != len(columns["id"]):
            what = f"it has {len(column)} rows and 'id' {len(columns['id'])}"
            raise input_error("", name, what, "give as many of each")
    return columns, is_table


def _of_records(people: list[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """People one by one as columns; each may leave out what is not known."""
    names = dict.fromkeys(name for person in people for name in person)
    return {name: [person.get(name) for person in people] for name in names}


def _ids(pathways: str | Sequence[str]) -> list[str] | None:
    """Ids of pathways, of which one needs no list; None without any."""
    return ([pathways] if isinstance(pathways, str) else list(pathways)) or None


def _column(name: str, values: Any) -> list[str]:
    """A column as it is written in a file.

    Raises:
        InputError: for what is no column.
    """
    try:
        return [_plain(one) for one in values]
    except TypeError:
        raise input_error("", name, "it is no column", "give a list, one value for each person") from None


def _of_table(people: Any) -> dict[str, list[Any]]:
    return {name: arrow_values("", name, people.column(name)) for name in people.column_names}


def _check_names(values: Mapping[str, Any]) -> None:
    """Refuse columns that no roster has, and people without those that it needs.

    Raises:
        InputError: naming the first.
    """
    for name in NEEDED:
        if name not in values:
            raise input_error("", name, "there is no such column", f"give {' and '.join(NEEDED)} at least")
    for name in values:
        if name not in COLUMNS:
            raise input_error("", name, "a roster has no such column", nearest(name, COLUMNS) or ", ".join(COLUMNS))


def _plain(value: Any) -> str:
    """A value as it is written in a file; empty where it is not known."""
    value = value.tolist() if hasattr(value, "tolist") else value
    return text_of(value) if _is_known(value) else ""


class _Gathered:
    """Columns that come part by part."""

    def __init__(self) -> None:
        """Begin without any."""
        self.parts: dict[str, list[Any]] = {}

    def add(self, columns: Mapping[str, Column]) -> None:
        """Put a part at the end."""
        for name, column in columns.items():
            self.parts.setdefault(name, []).extend(listed(column))

    def columns(self, *, is_table: bool) -> Any:
        """All of it as a pyarrow table or as NumPy arrays, those of texts of objects."""
        if is_table:
            import pyarrow

            return pyarrow.table({name: arrow_column(column) for name, column in self.parts.items()})
        return {name: _array(column) for name, column in self.parts.items()}


def _array(column: Sequence[Any]) -> Any:
    is_text = any(isinstance(one, str) for one in column)
    return np.array(column, dtype=object if is_text else np.float64)


def _values(set_: Mapping[str, Any] | None, assumptions: Sequence[str]) -> Values:
    """Assumptions as the flags give them."""
    return Values(
        set=[f"{name}={text_of(value)}" for name, value in (set_ or {}).items()] or None,
        assumptions=list(map(str, assumptions)) or None,
    )


def _check_case(given: Mapping[str, Any]) -> None:
    """Refuse names that no flag has.

    Raises:
        InputError: naming the first of them.
    """
    for name in given:
        if name not in NAMES:
            hint = nearest(name, NAMES) or "give the names of the flags, such as age or state"
            raise input_error("", name, "a case has no such name", hint)


def _options(kind: type[S], given: Mapping[str, Any]) -> S:
    """A group of options with what is given of it."""
    known = {"kids": given.get("children"), **given}
    return kind(**{name: _option(name, known[name]) for name in kind.__struct_fields__ if _is_known(known.get(name))})


def _is_known(value: Any) -> bool:
    """Whether a value is one: None and what is not a number are not, nor is what pandas has in their place."""
    if value is None or type(value).__name__ in MISSING_OF_PANDAS:
        return False
    return not (isinstance(value, float) and math.isnan(value))


def _option(name: str, value: Any) -> Any:
    """A value as the flag is given: a switch, several texts, or one."""
    value = value.tolist() if hasattr(value, "tolist") else value
    if name in SWITCHES:
        # A text or a number would be taken for a yes, whatever it says.
        return value_of(name, text_of(value), "")
    if name in ("child", "out"):
        return [text_of(one) for one in (value if isinstance(value, list | tuple) else [value])]
    return text_of(value).replace(";", ",") if name == "kids" else text_of(value)
