"""`mobcalc program --budget`."""

from collections.abc import Callable, Sequence
from typing import get_args

from mobcalc.cli.options import unknown_word
from mobcalc.cli.output import Forms
from mobcalc.errors import input_error
from mobcalc.results.program import ProgramAnswer
from mobcalc.results.program_seats import Aim
from mobcalc.units import WHOLE_FORM, NotANumberError, nearest, number

MOST_BUDGET, MOST_SEATS, MOST_PROGRAMS = 1e10, 1_000_000, 8
"""The largest budget [USD] and floor, and the most programs: more are no choice that anybody makes at once."""


def seats_of(
    names: Sequence[str],
    budget: str,
    floors: Sequence[str],
    aim: str | None,
    answer_of: Callable[[str], ProgramAnswer],
    *,
    has_details: bool,
) -> Forms:
    """The forms of what a budget does in some programs.

    Args:
        names: ids of shipped programs, or files.
        budget: as it was given.
        floors: as they were given, ID=SEATS each.
        aim: as it was given.
        answer_of: the answer for one program.
        has_details: whether everything is shown.

    Raises:
        InputError: for a flag that cannot be used, and where a program cannot.
    """
    from mobcalc.questions.program_seats import seats
    from mobcalc.report import program_seats as report

    amount, wanted = _budget(budget), _aim(aim)
    _check_count(names)
    answers = [answer_of(name) for name in names]
    ids = [one.id for one in answers]
    again = next((one for one in ids if ids.count(one) > 1), None)
    if again is not None:
        raise input_error("", "", f"the program '{again}' is named twice", "leave one of them out")
    found = seats(answers, amount, _floors(floors, ids), wanted)
    return Forms(
        lambda: report.document(found, has_details=has_details),
        lambda: report.contract(found),
        lambda: report.flat_rows(found),
    )


def _aim(word: str | None) -> Aim:
    """What is wanted most of; what people gain where nothing is said.

    Raises:
        InputError: for a word that is none of them.
    """
    known: tuple[Aim, ...] = get_args(Aim)
    for one in known:
        if word in (None, one):
            return one
    raise unknown_word("--aim", word or "", known)


def _check_count(names: Sequence[str]) -> None:
    """Refuse a budget for nothing, and one for more programs than anybody chooses among.

    Raises:
        InputError: saying how many may be named.
    """
    if not 0 < len(names) <= MOST_PROGRAMS:
        what = f"{len(names)} programs are too many" if names else "it is not said which programs it is for"
        raise input_error("--budget", "", what, f"name 1 to {MOST_PROGRAMS} programs, ids or files")


def _budget(text: str) -> float:
    """The budget [USD].

    Raises:
        InputError: where it is none.
    """
    try:
        amount = number(text.strip())
    except NotANumberError as error:
        raise input_error("--budget", "", error.what, error.hint) from None
    if not 0.0 < amount <= MOST_BUDGET:
        raise input_error("--budget", "", f"{amount:.10g} dollars are no budget", f"give up to {MOST_BUDGET:.10g}")
    return amount


def _floors(given: Sequence[str], ids: Sequence[str]) -> dict[str, int]:
    """Seats at least, by the id of the program.

    Raises:
        InputError: for one that is of no program, or no number of seats.
    """
    found: dict[str, int] = {}
    for text in given:
        name, sign, seats = (part.strip() for part in text.partition("="))
        if not sign or not name:
            raise input_error("--floor", "", f"'{text}' has no program and number", "write --floor ID=SEATS")
        if name not in ids or name in found:
            what = f"'{name}' has a floor already" if name in found else f"'{name}' is none of the programs"
            raise input_error("--floor", "", what, nearest(name, ids) or f"programs are {', '.join(ids)}")
        found[name] = _whole(seats)
    return found


def _whole(text: str) -> int:
    try:
        count = number(text, WHOLE_FORM)
    except NotANumberError as error:
        raise input_error("--floor", "", error.what, error.hint) from None
    if count != int(count) or not 0 <= count <= MOST_SEATS:
        raise input_error("--floor", "", f"{text} is no number of seats", f"give a whole number up to {MOST_SEATS}")
    return int(count)
