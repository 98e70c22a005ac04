"""`mobcalc roster`."""

from typing import Annotated

import typer

from mobcalc.cli.draws import drawing
from mobcalc.cli.options import Draws, Numbers, Pathways, Rate, Values, Words, serves
from mobcalc.cli.roster_options import COLUMNS, LIVES, MOST_WORKERS, RosterDraws, RosterOutput, Shares, Sharing
from mobcalc.cli.shell_words import occupations
from mobcalc.errors import input_error
from mobcalc.units import NotANumberError, nearest, number

HELP = """What each person of a file gains from training, and what groups of them gain.

\b
Examples:
  mobcalc roster people.csv -o gains.csv -p building-trades-apprenticeship
  mobcalc roster people.csv -o gains.parquet --occupation electrician --summary by=program,county
  mobcalc roster people.csv -o gains.csv --summary by=program --csv > summary.csv
  mobcalc roster people.csv -o gains.csv --map wage=hourly_pay --errors errors.csv
  mobcalc roster people.csv -o gains.csv --draws 0 --earned-only
  mobcalc roster people.csv -o gains.csv --resume
  mobcalc roster people.csv -o gains.csv --workers 4

A CSV, JSON lines or Parquet file with the columns id and age and, where they are known, sex, education, wage, hours,
state, county, adults, children (their ages, 3;7), partner_earnings, disability, years_out, program, pathway and weight.
Empty is unknown, hours 0 is out of work. A row of the answer is that person's 'mobcalc compare --id ID' with the
same --pathway and --draws to the cent; an id that comes twice is answered twice, and the summary says so. The summary
shows no group of fewer than ten people. Exit code 3 if some rows were refused; the rest is answered.
"""


@serves
def roster(
    *,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A .csv, .jsonl or .parquet file of people.")],
    map_: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="NAME=COLUMN", help="What a column is called in the file; repeat for more."),
    ] = None,
    pathways: Pathways,
    occupation: Annotated[
        str | None,
        typer.Option("--occupation", metavar="NAME|SOC", help="Routes into an occupation.", autocompletion=occupations),
    ] = None,
    programs: Annotated[
        str | None, typer.Option("--programs", metavar="FILE.yaml", help="Pathways of programs: 'NAME: ID' a line.")
    ] = None,
    numbers: Numbers,
    rate: Rate,
    draws: RosterDraws,
    earned_only: Annotated[
        bool, typer.Option("--earned-only", help="Leave out what households keep; it takes most of the time.")
    ] = False,
    nearest_household: Annotated[
        bool, typer.Option("--nearest-household", help="Take the nearest household for one that no table has.")
    ] = False,
    sharing: Sharing,
    output: RosterOutput,
) -> int:
    """Write the rows and print the summary."""
    drawn = drawing(Draws(draws=LIVES if draws.draws is None else draws.draws, seed=draws.seed))
    needing = {
        **{"--json": output.json, "--csv": output.csv, "--resume": output.resume},
        **{"--errors": output.errors is not None, "--summary": output.summary is not None},
    }
    if output.output is None and (given := next((flag for flag, is_given in needing.items() if is_given), None)):
        raise input_error(given, "", "the rows are printed, so there is nothing else to do", "add -o FILE")
    renamed, by, shared = renaming(map_), grouping(output.summary), shares(sharing)
    # NumPy takes half of the start-up time, so it comes in only once the flags are known to be sound.
    from mobcalc.cli.roster_run import Asked, run
    from mobcalc.cli.roster_settings import Kept, Question
    from mobcalc.loader.roster_programs import programs_in

    known = programs_in(programs) if programs is not None else {}
    values = Values(assumptions=numbers.assumptions, set=numbers.set)
    question = Question(values, pathways, rate, occupation, known)
    kept = Kept(is_asked=not earned_only, takes_nearest=nearest_household)
    run(Asked(file, renamed, question, drawn, by, kept, output, shared))
    return 0


def renaming(given: Words) -> dict[str, str]:
    """What columns of a roster are called in a file, from texts such as wage=hourly_pay.

    Raises:
        InputError: for a text that says no such thing.
    """
    names: dict[str, str] = {}
    for text in given or []:
        name, sign, own = (part.strip() for part in text.partition("="))
        if not sign or not own:
            raise input_error("--map", "", f"'{text}' names no column", "write --map wage=hourly_pay")
        if name not in COLUMNS:
            hint = nearest(name, COLUMNS) or f"a roster has {', '.join(COLUMNS)}"
            raise input_error("--map", "", f"a roster has no column '{name}'", hint)
        if name in names:
            raise input_error("--map", "", f"'{name}' is given twice", "keep one")
        names[name] = own
    return names


def shares(given: Sharing) -> Shares:
    """Who shares the work.

    Raises:
        InputError: for a number that is none of processes, or where two are named.
    """
    if given.cluster is not None:
        if given.workers is not None:
            raise input_error(
                "--workers", "", "--cluster has workers of its own", "give one of --workers and --cluster"
            )
        if not given.cluster.strip():
            raise input_error("--cluster", "", "the address is empty", "give one such as tcp://10.0.0.5:8786")
        return Shares(address=given.cluster.strip())
    if given.workers is None:
        return Shares()
    try:
        workers = number(given.workers.strip())
    except NotANumberError as error:
        raise input_error("--workers", "", error.what, error.hint) from None
    if not 1 <= workers <= MOST_WORKERS or workers != int(workers):
        what = f"{given.workers} is no number of processes"
        raise input_error("--workers", "", what, f"give 1 to {MOST_WORKERS}")
    return Shares(workers=int(workers))


def grouping(text: str | None) -> list[str]:
    """The columns that make a group, from a text such as by=program,county.

    Raises:
        InputError: for a text that says no such thing.
    """
    if text is None:
        return []
    word, sign, names = text.partition("=")
    columns = [name.strip() for name in names.split(",") if name.strip()]
    if word.strip() != "by" or not sign or not columns:
        raise input_error("--summary", "", f"'{text}' names no columns", "write --summary by=program,county")
    return list(dict.fromkeys(columns))
