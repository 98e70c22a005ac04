"""`mobcalc sweep`."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mobcalc.cli.draws import drawing
from mobcalc.cli.interruption import ended_by_signals
from mobcalc.cli.options import (
    Draws,
    Home,
    Pathways,
    Place,
    ProgramAndQuitting,
    Rate,
    Target,
    Values,
    Who,
    serves,
    unknown_word,
)
from mobcalc.cli.shell_words import scenarios
from mobcalc.errors import RowsRefusedError, StoppedError, input_error
from mobcalc.units import NotANumberError, counted, nearest, number

if TYPE_CHECKING:
    from mobcalc.cli.sweep_rows import Batch, Layout
    from mobcalc.cli.sweep_scenarios import Common, Plan, Sweep
    from mobcalc.report.growing_file import GrowingFile

HELP = """Compare pathways in many scenarios: one row a scenario and pathway, the same random lives in each.

\b
Examples:
  mobcalc sweep --state all --occupation electrician,hvac --draws 0 -o states.csv
  mobcalc sweep --state NY,TX --age 18:45:9 --adults 1 --child 3 -o ages.csv
  mobcalc sweep --over "county=Jamestown, NY;Tacoma, WA" --wage 16,18.50 --csv
  mobcalc sweep --grid people.csv --columns gain,chance,ahead_from,kept
  mobcalc sweep client.yaml --state all --set economy.discount_rate=0.05 --dry-run
  mobcalc sweep --state all -o sweep.csv --resume --jobs 2
  mobcalc sweep --list states

Flags take lists (18,25,40) and ranges (18:45:9); --state and --occupation take 'all'. --county, --metro, --kids, --out
and --set are never divided at commas; --over has ; between values. Every combination is a scenario. A scenario that is
refused has a row with its error, and the exit code is 3. A run that was broken off is gone on with by --resume.
"""
LISTED = ("states", "occupations", "pathways")
FORMATS = ("csv", "tsv", "jsonl")
MOST_JOBS = 64
PATIENCE = 1.0
"""How long a terminal waits before it is told how far the work is, and then between two such lines [s]."""


class SweepOutput(Target):
    """The form and place of many rows."""

    format: Annotated[
        str | None, typer.Option("--format", "-f", metavar="NAME", help="csv (default), tsv or jsonl.")
    ] = None
    csv: Annotated[bool, typer.Option("--csv", help="Short for --format csv.")] = False
    columns: Annotated[
        str | None,
        typer.Option("--columns", metavar="NAMES", help="Columns: gain,chance,kept,... or those of compare --csv."),
    ] = None
    bom: Annotated[bool, typer.Option("--bom", help="Start CSV with a byte-order mark, for Excel.")] = False
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the file, without what it has.")] = False


@serves
def sweep(
    *,
    scenario: Annotated[
        str | None,
        typer.Argument(
            metavar="[SCENARIO]", help="A scenario file that every scenario begins with.", autocompletion=scenarios
        ),
    ] = None,
    over: Annotated[
        list[str] | None,
        typer.Option("--over", metavar="NAME=A;B", help="Values of any flag, with ; between; repeat for more."),
    ] = None,
    grid: Annotated[
        str | None,
        typer.Option("--grid", metavar="FILE|-", help="Scenarios of a CSV (one column a flag) or JSON lines."),
    ] = None,
    listed: Annotated[
        str | None, typer.Option("--list", metavar="NAME", help=f"Print all {', '.join(LISTED)}, one a line.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say how many scenarios, and show the first.")] = False,
    jobs: Annotated[
        str | None, typer.Option("--jobs", metavar="N", help="Processes that share the work [default: 1].")
    ] = None,
    who: Who,
    program: ProgramAndQuitting,
    home: Home,
    place: Place,
    pathways: Pathways,
    rate: Rate,
    values: Values,
    draws: Draws,
    output: SweepOutput,
) -> int:
    """Write the rows of every scenario."""
    if listed is not None:
        _print_listed(listed)
        return 0
    from mobcalc.cli.sweep_axes import axes
    from mobcalc.cli.sweep_grid import Grid
    from mobcalc.cli.sweep_scenarios import Common, Sweep, checksum_of, plan_of

    format_, processes = _format(output), _jobs(jobs)
    _check_output(output, format_)
    _check_scenario(scenario)
    found = axes((who, program, home, place, pathways, rate), values.set, over)
    common = Common(_without_set(values), scenario, drawing(draws))
    _refuse_to_replace(output, (scenario, grid, *(values.assumptions or ()), values.wages, values.prices))
    with nullcontext() if grid is None else closing(Grid(grid)) as rows:
        whole = Sweep(found, rows, checksum_of(common))
        plan = plan_of(whole)
        layout = _layout(common, plan, output, format_)
        if dry_run:
            _print_plan(plan, layout)
            return 0
        with ended_by_signals():
            _write(whole, plan, layout, output, processes)
    return 0


def _check_scenario(scenario: str | None) -> None:
    """Refuse a scenario file that is not there once, not in every scenario.

    Raises:
        InputError: naming it.
    """
    if scenario == "-":
        hint = "--grid - takes scenarios from standard input"
        raise input_error(scenario, "", "a scenario file is read by its name", hint)
    if scenario is not None and not Path(scenario).exists():
        raise input_error(scenario, "", "there is no such file or folder", "check the name and the folder you are in")


def _without_set(values: Values) -> Values:
    """Files of assumptions alone; what is set by name is a part of each scenario."""
    return Values(values.assumptions, None, values.wages, values.prices)


def _refuse_to_replace(output: SweepOutput, read: tuple[str | None, ...]) -> None:
    from mobcalc.cli.layers import refuse_to_replace

    refuse_to_replace(output.output, read)


def _write(whole: "Sweep", plan: "Plan", layout: "Layout", output: SweepOutput, jobs: int) -> None:
    """Write what is not there yet.

    Raises:
        RowsRefusedError: where a scenario was refused, once all others are written.
        StoppedError: where somebody broke off.
    """
    from mobcalc.cli.sweep_resume import found_in, left, refuse_foreign
    from mobcalc.cli.sweep_rows import text_of
    from mobcalc.cli.sweep_workers import batches
    from mobcalc.report.growing_file import GrowingFile

    found = found_in(output.output, layout) if output.resume and output.output is not None else None
    rest, end = whole.scenarios(), 0 if output.resume else None
    if found is not None:
        refuse_foreign(output.output or "", whole.scenarios(), found.scenarios)
        rest, end = left(rest, found.scenarios), found.end
    with GrowingFile(output.output, force=output.force, end=end) as file:
        if found is None:
            file.add(text_of(layout, [], with_names=True), "utf-8-sig" if output.bom else "utf-8")
        done, refused = (0, 0) if found is None else (found.scenarios.total(), found.refused)
        refused += _added(file, batches(layout, rest, jobs), done, plan.number)
    if refused:
        told = counted(refused, "scenario was", "scenarios were")
        raise RowsRefusedError(f"error: {told} refused of {plan.number:,}; the column error says why")


def _added(file: "GrowingFile", parts: "Iterator[Batch]", done: int, number: int) -> int:
    """How many scenarios were refused of those whose rows were added to a file.

    Raises:
        StoppedError: where somebody broke off.
    """
    refused = 0
    with _Progress(number) as progress:
        try:
            for batch in parts:
                file.add(batch.text)
                done, refused = done + batch.scenarios, refused + batch.refused
                progress.show(done)
        except KeyboardInterrupt:
            hint = "\n  hint: the same command with --resume goes on" if file.keeps_rows else ""
            what = f"error: interrupted; {done:,} of {number:,} scenarios are written{hint}"
            raise StoppedError(what) from None
    return refused


class _Progress:
    """A line on a terminal that says how far the work is; nothing where nobody reads along."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._is_seen = sys.stderr is not None and sys.stderr.isatty()
        self._next = time.monotonic() + PATIENCE
        self._width = 0

    def __enter__(self) -> "_Progress":
        return self

    def __exit__(self, *_: object) -> None:
        if self._width:
            sys.stderr.write("\r" + " " * self._width + "\r")
            sys.stderr.flush()

    def show(self, done: int) -> None:
        """Say how many scenarios are written, once some time has passed."""
        if not self._is_seen or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + PATIENCE
        line = f"{done:,} of {self._count:,} scenarios"
        self._width = len(line)
        sys.stderr.write(f"\r{line}")
        sys.stderr.flush()


def _format(output: SweepOutput) -> str:
    """The format of the rows: the flag's, the one that the file's name asks for, or CSV.

    Raises:
        InputError: for one that has no rows, and for what does not go together.
    """
    from mobcalc.cli.output import ending_formats

    asked = {*([] if output.format is None else [output.format]), *(["csv"] if output.csv else [])}
    if len(asked) > 1:
        raise input_error("--format", "", f"more than one format is asked for: {', '.join(sorted(asked))}", "keep one")
    (name,) = asked or ending_formats(output.output or "") or {"csv"}
    if name in FORMATS:
        return name
    if asked:
        raise unknown_word("--format", name, FORMATS)
    raise input_error(output.output or "", "", f"a sweep has rows, which {name} has not", "name it .csv")


def _check_output(output: SweepOutput, format_: str) -> None:
    """Refuse a mark where no format has one, and to go on with what cannot be gone on with.

    Raises:
        InputError: saying why.
    """
    if output.bom and format_ != "csv":
        raise input_error("--bom", "", "only CSV takes a byte-order mark", "leave out --bom")
    if not output.resume:
        return
    if output.force:
        raise input_error("--resume", "", "--force begins anew, and this goes on", "keep one")
    if output.output in (None, "-"):
        raise input_error("--resume", "", "there is no file to go on with", "add -o FILE")
    path = Path(output.output or "")
    if path.exists() and not path.is_file():
        raise input_error(str(path), "", "only a regular file can be gone on with", "leave out --resume")


def _jobs(text: str | None) -> int:
    """How many processes share the work.

    Raises:
        InputError: where it is no number of processes.
    """
    try:
        jobs = 1.0 if text is None else number(text.strip())
    except NotANumberError as error:
        raise input_error("--jobs", "", error.what, error.hint) from None
    if not 1 <= jobs <= MOST_JOBS or jobs != int(jobs):
        raise input_error("--jobs", "", f"{text} is no number of processes", f"give 1 to {MOST_JOBS}")
    return int(jobs)


def _layout(common: "Common", plan: "Plan", output: SweepOutput, format_: str) -> "Layout":
    """What a row has.

    Raises:
        InputError: for a column that there is not.
    """
    from mobcalc.cli.sweep_rows import PATHWAY, Layout, columns_of

    # Every row says its pathway, whichever are asked for.
    given = tuple(field for field in plan.fields if field != PATHWAY)
    return Layout(common, given, columns_of(output.columns, given), format_)


def _print_plan(plan: "Plan", layout: "Layout") -> None:
    """Say how many scenarios there are, and show the first as a command and its columns."""
    from mobcalc.cli.sweep_rows import command_of
    from mobcalc.report.files import write_text

    jobs = counted(plan.number, "scenario")
    write_text(f"{jobs}; the first: {command_of(layout.common, plan.first)}\ncolumns: {','.join(layout.names)}\n")


def _print_listed(name: str) -> None:
    """Print every state, occupation or pathway.

    Raises:
        InputError: for something else.
    """
    from mobcalc.cli import sweep_axes
    from mobcalc.cli.shell_words import pathway_ids
    from mobcalc.report.files import write_text

    lists: dict[str, Callable[[], list[str]]] = {
        "states": sweep_axes.states,
        "occupations": sweep_axes.occupations,
        "pathways": lambda: pathway_ids(""),
    }
    if name not in lists:
        hint = nearest(name, LISTED) or f"write one of {', '.join(LISTED)}"
        raise input_error("--list", "", f"there is no list of '{name}'", hint)
    write_text("".join(f"{one}\n" for one in lists[name]()))
