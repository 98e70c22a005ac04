"""A file of an employer's workers, one line each: read and checked line by line, nothing half used."""

from collections.abc import Iterator
from typing import get_args

from mobcalc.errors import InputError, Problem
from mobcalc.household_types import GROWN, household_then, nearest
from mobcalc.loader.person_checks import LARGEST
from mobcalc.loader.problems import Problems, collecting
from mobcalc.loader.table_lines import Line, lines, number_in
from mobcalc.schema import Care
from mobcalc.schema.worker import Worker

COLUMNS = ("id", "wage", "hours", "adults", "children", "partner_earnings", "disability", "child_care", "age")
"""The columns that there may be; only `wage` has to be there."""
BOUNDS = {
    "wage": (1.0, 500.0),
    "hours": (0.5, 112.0),
    "adults": (1.0, 2.0),
    "partner_earnings": (0.0, 1e6),
    "age": (14.0, 90.0),
}
"""Between these a number of a worker may lie."""
USUAL = {"wage": 0.0, "adults": 1.0, "partner_earnings": 0.0}
"""What stands for a blank cell; the wage is never blank in a line that is used."""
WHOLE = ("adults", "age")
TRUE, FALSE = ("yes", "true", "y", "1"), ("no", "false", "n", "0")


def workers_in(path: str, hours: float) -> list[Worker]:
    """The workers of a file.

    Args:
        path: the file.
        hours: of a week where a line has none.

    Raises:
        InputError: with every row and column that is wrong.
    """
    with collecting() as problems:
        read = lines(path, COLUMNS, ("wage",), problems)
        workers = [one for line in read if (one := _worker(line, hours, problems)) is not None]
        if not problems and not workers:
            problems.append(Problem(path, "", "there is no worker in the file", "write a line for each worker"))
    if problems:
        raise InputError(problems)
    return workers


def _worker(line: Line, hours: float, problems: Problems) -> Worker | None:
    """The worker of one line; None where something in it is wrong."""
    before = len(problems)
    if "wage" not in line.cells:
        problems.append(Problem(line.where, "wage", "it is blank", "write what the worker is paid an hour"))
    given = {name: _number(line, name, problems) for name in BOUNDS}
    numbers = USUAL | {"hours": hours} | {name: value for name, value in given.items() if value is not None}
    children, care = _ages(line, problems), _care(line, problems)
    disability = _is(line, "disability", problems)
    if len(problems) > before or care is None:
        return None
    worker = Worker(
        id=line.cells.get("id", line.where.rpartition(":")[2]),
        wage=numbers["wage"],
        hours=numbers["hours"],
        adults=int(numbers["adults"]),
        children=children,
        partner_earnings=numbers["partner_earnings"],
        disability=disability,
        care=care,
        age=int(numbers["age"]) if "age" in numbers else None,
    )
    problems.extend(_of_household(line, worker))
    return None if len(problems) > before else worker


def _care(line: Line, problems: Problems) -> Care | None:
    """Who pays for child care; None where it is nobody known."""
    said, known = line.cells.get("child_care", "paid").casefold(), get_args(Care)
    if said not in known:
        what = f"'{said}' is not who pays for child care"
        problems.append(Problem(line.where, "child_care", what, f"write one of {', '.join(known)}"))
    return next((one for one in known if one == said), None)


def _number(line: Line, name: str, problems: Problems) -> float | None:
    """A number of a line within its bounds; None where it is blank or wrong."""
    value = number_in(line, name, problems)
    if value is None:
        return None
    low, high = BOUNDS[name]
    if not low <= value <= high or (name in WHOLE and value != int(value)):
        whole = "a whole number from " if name in WHOLE else ""
        problems.append(Problem(line.where, name, f"it cannot be {value:.10g}", f"write {whole}{low:g} to {high:.10g}"))
        return None
    return value


def _ages(line: Line, problems: Problems) -> tuple[int, ...]:
    """The ages of the children of a line, which stand between semicolons."""
    parts = [part.strip() for part in line.cells.get("children", "").split(";") if part.strip()]
    wrong = [part for part in parts if not (part.isascii() and part.isdecimal() and int(part) < GROWN)]
    if wrong:
        ages = "3;7" if "," not in wrong[0] else wrong[0].replace(" ", "").replace(",", ";")
        hint = f"write ages from 0 to {GROWN - 1} with ; between them, such as {ages}"
        problems.append(Problem(line.where, "children", f"'{wrong[0]}' is not the age of a child", hint))
        return ()
    return tuple(map(int, parts))


def _is(line: Line, name: str, problems: Problems) -> bool:
    """Whether a column says yes; a blank one says no."""
    said = line.cells.get(name, FALSE[0]).casefold()
    if said not in (*TRUE, *FALSE):
        problems.append(Problem(line.where, name, f"'{said}' is neither yes nor no", "write yes or no"))
    return said in TRUE


def _of_household(line: Line, worker: Worker) -> Iterator[Problem]:
    """What is wrong with the household as a whole."""
    if worker.partner_earnings > 0.0 and worker.adults < 2:
        yield Problem(line.where, "partner_earnings", "a partner's earnings need a second adult", "write 2 in adults")
        return
    of = household_then(worker.adults, worker.children, worker.disability)
    known = nearest(of)
    if known == of:
        return
    column = "disability" if known.disability != of.disability else "children"
    what = f"the table of taxes and benefits has no household of {of}"
    yield Problem(line.where, column, what, f"the nearest is {known}; it goes up to {LARGEST}")
