"""From a document or a result to the place where it is wanted, in the format that is wanted."""

import os
import re
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple

from mobcalc.characters import encoded
from mobcalc.cli.columns import FLAG, named_columns, with_columns
from mobcalc.cli.layers import refuse_to_replace
from mobcalc.cli.options import Output, ScreenOutput, unknown_word
from mobcalc.cli.runs import current
from mobcalc.errors import input_error
from mobcalc.language import ENGLISH, languages, speaking
from mobcalc.report.files import write
from mobcalc.report.tables import Document, harmless

FORMATS = ("table", "json", "jsonl", "csv", "tsv", "markdown", "html")
ENDINGS = {".json": "json", ".jsonl": "jsonl", ".csv": "csv", ".tsv": "tsv", ".md": "markdown", ".html": "html"}
"""The format that a file's name asks for where no flag does."""
PLAIN_TEXT = ".txt"
TEXT_FORMATS = ("table", "markdown", "html")
"""The formats that people read, which are in their language."""
LANGUAGE = "MOBCALC_LANG"
ROW_FORMATS = ("csv", "tsv", "jsonl")
"""The formats of one line for each row."""
COLORS = ("auto", "always", "never")
DEFAULT_WIDTH, MOST_WIDTH = 80, 400
"""Columns where nothing says how many there are, and the most that are filled: charts grow with their square."""


class Forms(NamedTuple):
    """What a command has to show, each form made only when it is asked for.

    `charts` are those of a web page, `short` further columns of the rows for who names them.
    """

    document: Callable[[], Document]
    content: Callable[[], dict[str, Any]]
    rows: Callable[[], Sequence[Mapping[str, Any]]]
    charts: Callable[[], Document] = list
    short: Callable[[], Sequence[Mapping[str, Any]]] = list


def chosen_format(output: Output) -> str:
    """The one format that the flags ask for.

    Raises:
        InputError: when they ask for more than one, or for one that does not exist.
    """
    asked = _asked(output)
    if len(asked) > 1:
        raise input_error("--format", "", f"more than one format is asked for: {', '.join(sorted(asked))}", "keep one")
    if output.bom and asked != {"csv"}:
        raise input_error("--bom", "", "only CSV takes a byte-order mark", "add --csv, or leave out --bom")
    if output.columns is not None:
        _check_columns(output.columns, asked)
    if output.color not in COLORS:
        raise unknown_word("--color", output.color, COLORS)
    name = asked.pop() if asked else "table"
    language_of(output, name)
    return name


def _check_columns(columns: str, asked: set[str]) -> None:
    """Refuse columns where no row is asked for, before anything is worked out.

    Raises:
        InputError: saying why.
    """
    if not asked & {*ROW_FORMATS}:
        what = f"only {', '.join(ROW_FORMATS)} have columns to choose"
        raise input_error(FLAG, "", what, f"add --csv, or leave out {FLAG}")
    named_columns(columns)


def language_of(output: Output, name: str) -> str:
    """The language to print in: the flag's, then the one of `MOBCALC_LANG`, else English, in which all data are.

    Raises:
        InputError: for a language that there is not, or one asked of data.
    """
    if not isinstance(output, ScreenOutput):
        return ENGLISH
    if name not in TEXT_FORMATS:
        if output.lang is not None:
            what = f"{name} is the same in every language"
            raise input_error("--lang", "", what, "leave out --lang, or ask for a table or markdown")
        return ENGLISH
    asked = os.environ.get(LANGUAGE) or ENGLISH if output.lang is None else output.lang
    # Such as es_US.UTF-8, as systems name what they speak.
    language = re.split(r"[-_.]", asked)[0].lower()
    if language not in languages():
        flag = LANGUAGE if output.lang is None else "--lang"
        raise input_error(flag, "", f"there is no language '{asked}'", f"write {' or '.join(languages())}")
    return language


def _asked(output: Output) -> set[str]:
    """The formats that flags ask for or, without any, the name of the file."""
    asked = {name for name, wanted in (("json", output.json), ("csv", output.csv)) if wanted}
    if output.format is not None:
        if output.format not in FORMATS:
            raise unknown_word("--format", output.format, FORMATS)
        asked.add(output.format)
    return asked or ending_formats(output.output or "")


def ending_formats(file: str) -> set[str]:
    """The format that the name of a file asks for, if any.

    Raises:
        InputError: for an ending that stands for a format there is not, such as .xlsx.
    """
    ending = PurePath(file).suffix.lower()
    if ending in ENDINGS:
        return {ENDINGS[ending]}
    # What does not begin with a letter is a date or a number at the end of a name.
    if ending != PLAIN_TEXT and ending[1:2].isalpha():
        hint = f"name it {', '.join([*ENDINGS, PLAIN_TEXT])}, or say --format {'|'.join(FORMATS)}"
        raise input_error(file, "", f"there is no format for the ending {ending}", hint)
    return set()


def show(forms: Forms, output: Output) -> None:
    """Print or write one of the forms.

    Raises:
        InputError: when it cannot be written, or would replace what is read.
    """
    name = chosen_format(output)
    # Said by `layers` before anything is worked out; here for the commands that read no layers.
    refuse_to_replace(output.output)
    run, keep = current(), None
    if run is not None:
        keep = run.answer(forms.content)
        if run.is_silent:
            return
    to_screen = output.output in (None, "-")
    with speaking(language_of(output, name)):
        text = _text(forms, output, name, to_screen)
    encoding = "utf-8-sig" if output.bom and name == "csv" else "utf-8"
    if to_screen and name in ("table", "markdown"):
        encoding = (sys.stdout and sys.stdout.encoding) or "utf-8"
    write(encoded(text, encoding), output.output, output.force)
    if keep is not None:
        # A record of an answer that nobody got would say otherwise than the error.
        keep()


def _text(forms: Forms, output: Output, name: str, to_screen: bool) -> str:
    # Each format is imported only when it is wanted: Rich alone would cost a script a fifth of its time.
    if name == "json":
        from mobcalc.report.formats.json import json_text

        return json_text(forms.content())
    if name in ROW_FORMATS:
        from mobcalc.report.formats import rows

        found = forms.rows()
        if output.columns is not None:
            found = with_columns(found, output.columns, forms.short())
        return {"csv": rows.csv_text, "tsv": rows.tsv_text, "jsonl": rows.jsonl_text}[name](found)
    if name == "markdown":
        from mobcalc.report.formats.markdown import markdown_text

        return markdown_text(harmless(forms.document()))
    if name == "html":
        from mobcalc.report.formats.html import html_text

        return html_text(harmless([*forms.document(), *forms.charts()]))
    from mobcalc.report.formats.terminal import terminal_text

    document, width = harmless(forms.document()), _width(to_screen)
    return terminal_text(document, width, _color(output.color, to_screen), _has_dots(to_screen))


def _has_dots(to_screen: bool) -> bool:
    """Whether the dots of charts can be written where the text goes."""
    try:
        "\u28ff".encode((sys.stdout and sys.stdout.encoding) or "utf-8" if to_screen else "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _is_terminal() -> bool:
    """Whether a person reads along; standard output may be closed altogether."""
    return sys.stdout is not None and sys.stdout.isatty()


def _width(to_screen: bool) -> int:
    """The columns to fill: COLUMNS, else the terminal's, else 80."""
    given = os.environ.get("COLUMNS", "")
    if given.isascii() and given.isdecimal() and given.strip("0"):
        return MOST_WIDTH if len(given.lstrip("0")) > len(str(MOST_WIDTH)) else min(int(given), MOST_WIDTH)
    if to_screen and _is_terminal():
        return min(shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns, MOST_WIDTH)
    return DEFAULT_WIDTH


def _color(choice: str, to_screen: bool) -> bool:
    """Whether to colour: the flag, then NO_COLOR and FORCE_COLOR, then whether a terminal reads along."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR") or not to_screen:
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return _is_terminal() and os.environ.get("TERM") != "dumb"
