"""`mobcalc schema`."""

from typing import Annotated

import typer

from mobcalc.cli.options import Target, serves
from mobcalc.cli.shell_words import answers
from mobcalc.errors import input_error
from mobcalc.units import nearest

HELP = """Print the JSON Schema of what a command prints with --json: keys, types, units, and what null means.

\b
Examples:
  mobcalc schema
  mobcalc schema compare
  mobcalc schema compare -o compare.schema.json
  mobcalc schema assumptions diff
  mobcalc schema record

Without a command it lists those that have one. Keys are added from version to version, so a schema allows keys that it
does not know.
"""
LEAD = "mobcalc schema COMMAND prints the JSON Schema (draft 2020-12) of COMMAND --json:\n\n"
LAST = "\nmobcalc schema record prints that of the file which --record writes.\n"


@serves
def schema(
    *,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[COMMAND]", help="Whose JSON is described.", autocompletion=answers),
    ] = None,
    target: Target,
) -> int:
    """Print a schema, or which there are."""
    from mobcalc.cli.layers import refuse_to_replace
    from mobcalc.report.contract.json_schema import ANSWERS, FILES, schema_of
    from mobcalc.report.files import write
    from mobcalc.report.formats.json import encoded

    if words:
        text = encoded(schema_of(_named(words, [*ANSWERS, *FILES])), indent=2) + "\n"
    else:
        text = LEAD + "".join(f"  {name}\n" for name in ANSWERS) + LAST
    refuse_to_replace(target.output)
    write(text.encode(), target.output, target.force)
    return 0


def _named(words: list[str], known: list[str]) -> str:
    """The command that some words name, with a hyphen or a space between two.

    Raises:
        InputError: where it has no schema, with the one that was probably meant.
    """
    name = " ".join(words)
    spaced = " ".join(name.replace("-", " ").split())
    if spaced in known:
        return spaced
    below = [one for one in known if one.startswith(f"{spaced} ")]
    if below:
        raise input_error("", "", f"'{name}' only leads to other commands", f"name one of {', '.join(below)}")
    raise input_error("", "", f"there is no schema of '{name}'", nearest(spaced, known) or "'mobcalc schema' lists all")
