"""`mobcalc case`: a client's scenario file, written, changed and shown."""

from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from mobcalc.cli.command import Command
from mobcalc.cli.options import (
    Home,
    Output,
    Pathways,
    Place,
    ProgramAndQuitting,
    Rate,
    ScreenOutput,
    Settings,
    Values,
    Who,
    serves,
)
from mobcalc.cli.output import Forms, chosen_format, language_of, show
from mobcalc.errors import InputError, input_error
from mobcalc.language import speaking

if TYPE_CHECKING:
    from mobcalc.cli.scenario import Case, Here

HELP = """Keep a client's case in a file: write it, change it, show it. Other commands take the file's name.

\b
Examples:
  mobcalc case new ana.yaml --age 30 --sex female --wage 17.50 --county "Tacoma, WA" --child 3
  mobcalc case new ana.yaml --ask
  mobcalc case set ana.yaml wage=19 occupation=hvac
  mobcalc case show ana.yaml
  mobcalc compare ana.yaml
"""
NEW_HELP = """Write a client's file with what the flags say, or with the answers to a short interview (--ask).

\b
Examples:
  mobcalc case new ana.yaml --age 30 --sex female --wage 17.50 --hours 35 --county "Tacoma, WA" --kids 3,7
  mobcalc case new ana.yaml --occupation hvac --pathway short-sectoral-training
  mobcalc case new ana.yaml --ask
  mobcalc case new ana.yaml --ask --lang es

What no command could use is refused, and nothing is written. An existing file is kept unless --force is given.
"""
SET_HELP = """Change a client's file: NAME=VALUE sets, NAME= takes out. All else stays as it is, comments too.

\b
Examples:
  mobcalc case set ana.yaml wage=19
  mobcalc case set ana.yaml kids=3,7 county="Tacoma, WA" occupation=
  mobcalc case set ana.yaml child=3 child=7 partner-earnings=28000 adults=2
  mobcalc case set ana.yaml economy.discount_rate=0.04

Names are those of the flags, of the file's keys, or of 'mobcalc assumptions list'. The whole file is checked as it
would be; where something in it is wrong, nothing is written.
"""
SHOW_HELP = """Show a client's case in plain words, and each key of the file with its value and line.

\b
Examples:
  mobcalc case show ana.yaml
  mobcalc case show ana.yaml --json
"""
app = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
File = Annotated[str, typer.Argument(metavar="FILE", help="The client's scenario file.")]
Lang = Annotated[str | None, typer.Option("--lang", metavar="en|es", help="The language of questions and sentences.")]

# What a command needs is imported when it runs: --help and completion need only these signatures.


@app.command("new", cls=Command, help=NEW_HELP)
@serves
def new(
    *,
    file: File,
    ask: Annotated[bool, typer.Option("--ask", help="Be asked, one question at a time; on a terminal.")] = False,
    who: Who,
    program: ProgramAndQuitting,
    home: Home,
    place: Place,
    pathways: Pathways,
    rate: Rate,
    settings: Settings,
    lang: Lang = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")] = False,
) -> int:
    """Write the file."""
    language = language_of(ScreenOutput(lang=lang), "table")
    groups: tuple[Struct, ...] = (who, program, home, place, pathways, rate, settings)
    if not ask and all(group == type(group)() for group in groups):
        hint = "say it in flags, such as --age 35 --wage 17.50, or be asked with --ask"
        raise input_error("", "", "nothing is said of the client", hint)
    from mobcalc.cli.case_text import case_text
    from mobcalc.report.files import write
    from mobcalc.wording import case as words

    _check_target(file, force=force)
    with speaking(language):
        if ask:
            from mobcalc.cli.case_interview import Said, interview, is_to_be_written

            who, program, home, place, rate, settings = interview(Said(who, program, home, place, rate, settings))
        said = (who, program, home, rate)
        _check(Values(set=settings.set), place, said, pathways)
        text = case_text(file, said, place, pathways, settings)
        _check_file(file, text)
        if ask and not is_to_be_written(file, text):
            _tell(words.not_written(), lang)
            return 0
        write(text.encode(), file, force)
        if file != "-":
            _tell(words.written(file), lang)
    return 0


@app.command("set", cls=Command, help=SET_HELP)
@serves
def set_(
    *,
    file: File,
    words: Annotated[list[str], typer.Argument(metavar="NAME=VALUE...", help="What to set; NAME= takes out.")],
    lang: Lang = None,
) -> int:
    """Change the file."""
    language = language_of(ScreenOutput(lang=lang), "table")
    from mobcalc.cli.case_changes import changes, edited, renamed
    from mobcalc.cli.layers import refuse_to_replace
    from mobcalc.report.files import refuse_unwritable, write
    from mobcalc.wording import case as sentences

    asked, content = changes(words), _content(file)
    text = content.replace("\r\n", "\n")
    after, became = edited(text, file, asked)
    try:
        _check_file(file, after)
    except InputError as error:
        raise renamed(error, after, file, asked) from None
    if after != text:
        refuse_to_replace(file)
        refuse_unwritable(file)
        line_end = "\r\n" if "\r\n" in content else "\n"
        write(_encoded(file, after.replace("\n", line_end)), file, force=True)
    with speaking(language):
        _tell(sentences.unchanged(file) if after == text else sentences.changed(file, became), lang)
    return 0


@app.command("show", cls=Command, help=SHOW_HELP)
@serves
def show_(*, file: File, output: ScreenOutput) -> int:
    """Print the case."""
    chosen_format(output)
    from mobcalc.cli.case_keys import shown
    from mobcalc.cli.layers import refuse_to_replace
    from mobcalc.report import case as report

    refuse_to_replace(output.output, (file,))
    here, case = _check_file(file, None)
    answer = shown(file, _content(file), here, case)
    show(
        Forms(lambda: report.document(answer), lambda: report.contract(answer), lambda: report.flat_rows(answer)),
        output,
    )
    return 0


def _check_target(file: str, *, force: bool) -> None:
    """Refuse a name that could not be written to, before anybody is asked anything.

    Raises:
        FileExistsAlreadyError: where the file exists and is not to be replaced.
        InputError: where it cannot be written, or is read from.
    """
    from mobcalc.cli.layers import refuse_to_replace
    from mobcalc.report.files import refuse_existing, refuse_unwritable

    refuse_to_replace(file)
    if not force:
        refuse_existing(file)
    refuse_unwritable(file)


def _check(values: Values, place: Place, said: tuple[Struct, ...], pathways: Pathways) -> None:
    """Refuse flags that no command could use, under their own names."""
    from mobcalc.cli.household import slices
    from mobcalc.cli.scenario import load_here, read_case

    here = load_here(values, Output(), place, said)
    read_case(here, pathways)
    slices(here)


def _check_file(file: str, text: str | None) -> "tuple[Here, Case]":
    """What a scenario file says, or would say: read as every command reads it.

    Args:
        file: its name.
        text: what it would hold; None where it is read as it is.

    Raises:
        InputError: for what no command could use.
    """
    from mobcalc.cli.household import slices
    from mobcalc.cli.scenario import load_here, read_case

    here = load_here(Values(), Output(), Place(), (), file, draft=text)
    case = read_case(here, Pathways())
    slices(here)
    return here, case


def _content(file: str) -> str:
    """The text of a scenario file, lines ending as they do there.

    Raises:
        InputError: where it cannot be read.
    """
    from pathlib import Path

    from mobcalc.errors import Problem
    from mobcalc.loader.files import text_of

    problems: list[Problem] = []
    text = text_of(Path(file), file, problems)
    if text is None:
        raise InputError(problems)
    return text


def _encoded(file: str, text: str) -> bytes:
    """The text as bytes, with the mark at the beginning that the file has."""
    from codecs import BOM_UTF8
    from pathlib import Path

    with Path(file).open("rb") as there:
        has_mark = there.read(len(BOM_UTF8)) == BOM_UTF8
    return text.encode("utf-8-sig" if has_mark else "utf-8")


def _tell(sentence: str, lang: str | None) -> None:
    """Print one sentence, as wide as the terminal is."""
    from mobcalc.report.tables import Paragraph

    show(Forms(lambda: [Paragraph(sentence)], dict, list), ScreenOutput(lang=lang))
