"""`mobcalc program`."""

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from mobcalc.cli.draws import drawing
from mobcalc.cli.options import (
    Details,
    Draws,
    Numbers,
    Place,
    Rate,
    ScreenOutput,
    Values,
    serves,
)
from mobcalc.cli.output import Forms, chosen_format, show
from mobcalc.cli.shell_words import programs
from mobcalc.errors import input_error

if TYPE_CHECKING:
    from mobcalc.loader.programs import LoadedProgram
    from mobcalc.results.program import ProgramAnswer, ProgramChange
    from mobcalc.schema import Records

HELP = """Show what a program does for those who take part, for taxpayers and for each who pays.

\b
Examples:
  mobcalc program
  mobcalc program missoula-partnership
  mobcalc program missoula-partnership --details
  mobcalc program missoula-partnership --without completion=0.5 --with completion=0.6,child_care_support=9000
  mobcalc program missoula-partnership --csv -o council.csv
  mobcalc program missoula-partnership --copy -o mine.yaml
  mobcalc program missoula-partnership --budget 500000

A program is a file: people, what they do, what it costs and who pays. Copy a shipped one (--copy) and change its
numbers; docs/programs.md shows how. Supports, such as child care, come on top of the cost of the program: --with
cost=9000 sets that cost, --with child_care_support=6000 the support's. Without a name the shipped ones are listed.
--budget 500000 A.yaml B.yaml sets several side by side, people served and gain for a dollar, and finds the mix that is
worth most.
"""


@serves
def program(
    *,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE|ID]...",
            help="A program's file, or the id of a shipped one; several with --budget.",
            autocompletion=programs,
        ),
    ] = None,
    budget: Annotated[
        str | None, typer.Option("--budget", metavar="USD", help="What so much does in each program, and the best mix.")
    ] = None,
    floor: Annotated[
        list[str] | None,
        typer.Option("--floor", metavar="ID=SEATS", help="Seats at least of a program, with --budget; repeat."),
    ] = None,
    aim: Annotated[
        str | None,
        typer.Option("--aim", metavar="gain|jobs", help="What --budget is to bring most of [default: gain]."),
    ] = None,
    copy: Annotated[
        bool, typer.Option("--copy", help="Write the program's file itself, with -o, to change it.")
    ] = False,
    changed_by: Annotated[
        str | None,
        typer.Option("--with", metavar="NAME=VALUE,...", help="Change completion, cost or a support, and compare."),
    ] = None,
    without: Annotated[
        str | None,
        typer.Option(
            "--without", metavar="NAME=VALUE,...", help="What to set instead of it, beside which --with is shown."
        ),
    ] = None,
    rate: Rate,
    numbers: Numbers,
    draws: Draws,
    much: Details,
    output: ScreenOutput,
) -> int:
    """Print the answer, or the list of shipped programs."""
    name = _only(names or [], budget)
    if copy:
        return _copied(name, output)
    chosen_format(output)
    drawn = drawing(draws)
    asked = Asked(Values(assumptions=numbers.assumptions, set=numbers.set), output, rate, drawn)
    if budget is not None:
        _check_alone(changed_by, without)
        show(_of_budget(names or [], Spending(budget, floor or [], aim), asked, has_details=much.details), output)
        return 0
    _check_budget(floor, aim)
    show(_of_named(name, changed_by, without, asked, has_details=much.details), output)
    return 0


def _of_named(
    name: str | None, changed_by: str | None, without: str | None, asked: "Asked", *, has_details: bool
) -> Forms:
    """The forms of the list of programs, of one of them, or of one with a change and without it."""
    if name is None:
        _check_name(changed_by or without)
        return _listed()
    if changed_by is None and without is None:
        return _of_one(answer_of(name, asked), has_details=has_details)
    return _of_change(change_of(name, asked, changed_by, without), has_details=has_details)


def _only(names: list[str], budget: str | None) -> str | None:
    """The one program that is named; None where none is, or where a budget is for several.

    Raises:
        InputError: where several are named for nothing.
    """
    if len(names) > 1 and budget is None:
        what = f"it is about one program, and these are named: {', '.join(names)}"
        raise input_error("", "", what, "add --budget USD to set them side by side, or name one")
    return names[0] if len(names) == 1 else None


def _check_alone(changed_by: str | None, without: str | None) -> None:
    """Refuse a change beside a budget, which is for the programs as they are.

    Raises:
        InputError: naming the flag.
    """
    for flag, given in (("--with", changed_by), ("--without", without)):
        if given is not None:
            raise input_error(flag, "", "--budget is for programs as their files say", f"leave out {flag}")


def _check_budget(floor: list[str] | None, aim: str | None) -> None:
    """Refuse what is said of a budget where there is none.

    Raises:
        InputError: naming the flag.
    """
    for flag, given in (("--floor", floor), ("--aim", aim)):
        if given:
            raise input_error(flag, "", "there is no budget that it is of", "add --budget USD")


def _of_budget(names: list[str], of: "Spending", asked: "Asked", *, has_details: bool) -> Forms:
    """The forms of what a budget does in some programs."""
    from mobcalc.cli.program_seats import seats_of

    return seats_of(names, *of, lambda name: answer_of(name, asked), has_details=has_details)


def _copied(name: str | None, output: ScreenOutput) -> int:
    """Write the file of a shipped program.

    Raises:
        InputError: where none is named, or none is shipped under the name.
    """
    from mobcalc.cli.layers import refuse_to_replace
    from mobcalc.loader.programs import shipped_text
    from mobcalc.report.files import write

    if name is None:
        raise input_error(
            "--copy", "", "it is not said which program is copied", "name one that 'mobcalc program' lists"
        )
    refuse_to_replace(output.output)
    write(shipped_text(name).encode(), output.output, output.force)
    return 0


class Asked(NamedTuple):
    """What the flags say of every program."""

    values: Values
    output: ScreenOutput
    rate: Rate
    drawn: tuple[int, int]


class Spending(NamedTuple):
    """A budget, the seats that programs have at least, and what is wanted most of, as they were given."""

    budget: str
    floors: list[str]
    aim: str | None


def _check_name(changed: str | None) -> None:
    """Refuse a change of nothing.

    Raises:
        InputError: naming what to do.
    """
    if changed is not None:
        what = "it is not said which program is changed"
        raise input_error("--with", "", what, "name a program, such as 'mobcalc program missoula-partnership'")


def _of_one(answer: "ProgramAnswer", *, has_details: bool) -> Forms:
    """The forms of one answer."""
    from mobcalc.report import program as report

    return Forms(
        lambda: report.document(answer, has_details=has_details),
        lambda: report.contract(answer),
        lambda: report.flat_rows(answer),
    )


def _of_change(answer: "ProgramChange", *, has_details: bool) -> Forms:
    """The forms of an answer with a change and without it."""
    from mobcalc.report import program_change as report

    return Forms(
        lambda: report.document(answer, has_details=has_details),
        lambda: report.contract(answer),
        lambda: report.flat_rows(answer),
    )


def _listed() -> Forms:
    """The shipped programs."""
    from mobcalc.loader.bundle import bundled
    from mobcalc.loader.programs import program_ids, program_of
    from mobcalc.report import program_list as report

    known = bundled()
    programs = [(one, program_of(one, known).program) for one in program_ids()]
    return Forms(
        lambda: report.document(programs), lambda: report.contract(programs), lambda: report.flat_rows(programs)
    )


def _read(name: str, asked: Asked) -> "tuple[LoadedProgram, Records]":
    """A program, and the assumptions in force."""
    # NumPy takes half of the start-up time, so it comes in only once the flags are known to be sound.
    from mobcalc.cli.layers import refuse_to_replace
    from mobcalc.cli.scenario import load_here
    from mobcalc.loader.programs import program_of

    refuse_to_replace(asked.output.output, (name,))
    base = load_here(asked.values, asked.output, Place(), (asked.rate,)).loaded.assumptions
    return program_of(name, base), base


def _answer(read: "LoadedProgram", base: "Records", asked: Asked, draws: int) -> "ProgramAnswer":
    """The answer for a program that was read."""
    from mobcalc.cli.program_parts import Reader, facts_of
    from mobcalc.loader.programs import supports
    from mobcalc.questions.basis import Drawing
    from mobcalc.questions.program import program as answer_to

    parts = list(Reader(read, asked.values, asked.output, asked.rate).parts())
    facts = facts_of(read, base, supports(), parts[0].provenance.place)
    return answer_to(facts, parts, Drawing(draws, asked.drawn[1]))


def answer_of(name: str, asked: Asked) -> "ProgramAnswer":
    """The answer for one program.

    Args:
        name: the id of a shipped one, or its file.
        asked: what else the flags say.
    """
    read, base = _read(name, asked)
    return _answer(read, base, asked, asked.drawn[0])


def change_of(name: str, asked: Asked, changed_by: str | None, without: str | None) -> "ProgramChange":
    """The answers for one program with a change and without it.

    Args:
        name: the id of a shipped one, or its file.
        asked: what else the flags say.
        changed_by: what `--with` was given.
        without: what `--without` was given.

    Raises:
        InputError: for a change that cannot be made.
    """
    from mobcalc.cli.program_changes import COMPLETION, changed, changes_of
    from mobcalc.loader.programs import supports
    from mobcalc.questions.program_change import change

    read, base = _read(name, asked)
    known = {*supports(), *read.program.supports}
    before, after = changes_of("--without", without, known), changes_of("--with", changed_by, known)
    start, with_change = changed(read, "--without", before), changed(read, "--with", after)

    def at(share: float) -> "ProgramAnswer":
        """The answer with the change where another share finishes, without draws."""
        return _answer(changed(read, "--with", {**after, COMPLETION: share}), base, asked, 0)

    first, second = (_answer(one, base, asked, asked.drawn[0]) for one in (start, with_change))
    return change(first, second, (before, after), at)
