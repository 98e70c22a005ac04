"""`mobcalc handout`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from mobcalc.characters import visible
from mobcalc.cli.clients import Asked, answer_of, case_of
from mobcalc.cli.draws import drawing
from mobcalc.cli.options import (
    Draws,
    Home,
    Output,
    Pathways,
    Place,
    Program,
    Rate,
    ScreenOutput,
    Values,
    Who,
    serves,
)
from mobcalc.cli.output import language_of
from mobcalc.cli.program import Asked as ProgramAsked
from mobcalc.cli.program import answer_of as program_answer
from mobcalc.cli.record_options import goes_on
from mobcalc.cli.shell_words import programs, scenarios
from mobcalc.errors import input_error
from mobcalc.language import speaking

if TYPE_CHECKING:
    from mobcalc.report.handout import Person

HELP = """Write a page to take home: what each way pays, how many finish, what it costs, what is unsure.

\b
Examples:
  mobcalc handout -o ana.html
  mobcalc handout -o ana.html --lang es --name Ana --county "Tacoma, WA" --child 3
  mobcalc handout client.yaml -o page.html --counselor "R. Diaz, 555-0100" --logo office.png
  mobcalc handout --all ana.yaml ben.yaml -o pages
  mobcalc handout --program missoula-partnership -o council.html

A web page of one letter sheet that needs nothing else; print it from any browser. The name is on the page alone.
"""
PNG, MOST_BYTES = b"\x89PNG\r\n\x1a\n", 1_000_000
MOST_LETTERS = {"--name": 60, "--counselor": 60, "--note": 200}
"""So much has room on the page [characters]."""


@goes_on
@serves
def handout(
    *,
    scenario: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SCENARIO]...", help="A scenario file; several with --all.", autocompletion=scenarios),
    ] = None,
    of_program: Annotated[
        str | None,
        typer.Option(
            "--program",
            metavar="FILE|ID",
            help="A page on a program, for those who pay for it.",
            autocompletion=programs,
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="A page for each scenario file, in the folder of -o.")] = False,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE|-", help="Where the page goes.")] = None,
    name: Annotated[str, typer.Option("--name", metavar="TEXT", help="The client's name.")] = "",
    counselor: Annotated[str, typer.Option("--counselor", metavar="TEXT", help="Your name and telephone.")] = "",
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="The next step that you agreed on.")] = "",
    logo: Annotated[str | None, typer.Option("--logo", metavar="FILE.png", help="Your office's sign.")] = None,
    who: Who,
    program: Program,
    home: Home,
    place: Place,
    pathways: Pathways,
    rate: Rate,
    values: Values,
    draws: Draws,
    lang: Annotated[str | None, typer.Option("--lang", metavar="en|es", help="The language of the page.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")] = False,
) -> int:
    """Write the pages."""
    if of_program is not None:
        _check_program(name, [scenario, every], (who, program, home, place, pathways))
    files: list[str | None] = [*(scenario or [])] or [None]
    targets = _targets(files, output, name, every=every)
    language = language_of(ScreenOutput(lang=lang), "table")
    person = _person(name, counselor, note, logo)
    from mobcalc.report.files import refuse_existing, write

    if of_program is None:
        asked = Asked(values, Output(output=output), place, (who, program, home), rate, pathways, drawing(draws))
        pages = _pages(asked, files, person, language)
    else:
        pages = [
            _page_on(
                of_program, ProgramAsked(values, ScreenOutput(output=output), rate, drawing(draws)), person, language
            )
        ]
    # All pages are there before the first is written, and none that exists is lost for a later one.
    for target in targets if not force else ():
        refuse_existing(target)
    if every and output is not None:
        Path(output).mkdir(parents=True, exist_ok=True)
    for target, content in zip(targets, pages, strict=True):
        write(content, target, force)
    return 0


def _pages(asked: Asked, files: list[str | None], person: "Person", language: str) -> list[bytes]:
    """The page of each case."""
    cases = [case_of(asked, file, is_described=True) for file in files]
    from mobcalc.report.handout import page

    with speaking(language):
        pages = [page(answer_of(asked, here, case, case.pathways), person) for here, case in cases]
    # A name may be of bytes that are no text.
    return [visible(one).encode() for one in pages]


def _page_on(program: str, asked: ProgramAsked, person: "Person", language: str) -> bytes:
    """The page on a program."""
    answer = program_answer(program, asked)
    from mobcalc.report.handout_program import page

    with speaking(language):
        return visible(page(answer, person)).encode()


def _check_program(name: str, others: Sequence[object], said: Sequence[Struct]) -> None:
    """Refuse what is about a client on the page of a program.

    Raises:
        InputError: naming what to leave out.
    """
    is_said = [options for options in said if options != type(options)()]
    if name or any(others) or is_said:
        what = "the page is on a program, and something is said of a client too"
        raise input_error(
            "--program", "", what, "leave out scenario files, --all, --name, and flags of a person or place"
        )


def _targets(files: list[str | None], output: str | None, name: str, *, every: bool) -> list[str]:
    """Where each page goes.

    Raises:
        InputError: where that is not said, or two pages would go to one file.
    """
    if output is None:
        raise input_error(
            "--output", "", "it is not said where the page goes", "write -o ana.html, or -o - for the screen"
        )
    if not every:
        if len(files) > 1:
            raise input_error("--all", "", "several scenarios are several pages", "add --all, and -o FOLDER")
        return [output]
    if name:
        raise input_error("--name", "", "several pages have several names", "write one page a client, or leave it out")
    if files == [None] or output == "-":
        raise input_error("--all", "", "it takes scenario files and a folder", "write --all a.yaml b.yaml -o FOLDER")
    targets = [str(Path(output) / f"{Path(file or '').stem}.html") for file in files]
    if len(set(targets)) < len(targets):
        raise input_error(
            "--all", "", "two scenario files have the same name", "rename one, as its page takes its name"
        )
    return targets


def _person(name: str, counselor: str, note: str, logo: str | None) -> "Person":
    """What is written on the page besides the answer.

    Raises:
        InputError: for a text that is too long, or a logo that is no PNG file of moderate size.
    """
    from mobcalc.report.handout import Person

    for flag, said in (("--name", name), ("--counselor", counselor), ("--note", note)):
        if len(said) > MOST_LETTERS[flag]:
            what = f"the text has {len(said)} characters and room is for {MOST_LETTERS[flag]}"
            raise input_error(flag, "", what, "shorten it")
    return Person(name.strip(), counselor.strip(), note.strip(), None if logo is None else _logo(logo))


def _logo(file: str) -> bytes:
    path = Path(file)
    try:
        if not path.is_file():
            raise input_error(file, "", "there is no such file", "give the name of a PNG file")
        size = path.stat().st_size
        with path.open("rb") as logo:
            content = logo.read(MOST_BYTES)
    except OSError as error:
        raise input_error(file, "", f"it cannot be read: {error.strerror}", "give the name of a PNG file") from None
    if not content.startswith(PNG):
        raise input_error(file, "", "this is no PNG file", "save the logo as PNG")
    if size > MOST_BYTES:
        raise input_error(file, "", f"the logo has {size:,} bytes", f"make it smaller than {MOST_BYTES:,}")
    return content
