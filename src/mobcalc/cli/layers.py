"""What the options of a command ask the loader for."""

import os
from collections.abc import Sequence

from msgspec import Struct

from mobcalc.cli.options import Output, Values
from mobcalc.errors import input_error
from mobcalc.loader.layers import PERSONAL, Flag, Layers
from mobcalc.loader.texts import current

NOT_IN_NUMBERS = set("{}[],:'\"#&*!|>%@` ")
"""What would mean something else to a reader of YAML."""
NAMES = {
    **PERSONAL,
    "from_": PERSONAL["wage"],
    "discount_rate": "economy.discount_rate",
    "rules": "economy.rules_year",
}
"""What flags set, by dotted name; what Python keeps for itself has a line behind it."""


def layers(values: Values, output: Output, said: Sequence[Struct] = (), scenario: str | None = None) -> Layers:
    """The layers of assumptions that the options ask for.

    Args:
        values: assumptions by name or by file.
        output: where the answer goes.
        said: what else was said in flags, of the person, the household or the rate.
        scenario: a scenario file.

    Raises:
        InputError: when the output would replace one of the files they are read from.
    """
    flags = [flag for options in said for flag in flags_of(options)] + [_set(text) for text in values.set or []]
    paths = tuple(values.assumptions or ())
    refuse_to_replace(output.output, (scenario, *paths, values.wages, values.prices))
    return Layers(environment(), paths, scenario, tuple(flags))


def environment() -> str | None:
    """The file or folder of assumptions that is read without being named; where a record is gone on from, its own."""
    texts = current()
    if texts is not None and texts.is_recorded:
        return texts.environment
    return os.environ.get("MOBCALC_ASSUMPTIONS") or None


def refuse_to_replace(written: str | None, read: Sequence[str | None] = ()) -> None:
    """Nothing, where an output replaces nothing that is read.

    Args:
        written: where the output goes.
        read: what else is read but what is shipped and what the environment names.

    Raises:
        InputError: when the output would replace what is read, or be read itself the next time.
    """
    if not written or written == "-":
        return
    from mobcalc.loader.files import bundled_folder, is_among, is_shipped

    layers_read = (*read, environment(), str(bundled_folder()))
    if is_shipped(written) or any(is_among(written, path) for path in layers_read if path):
        raise input_error(written, "", "this file is read from, so it is not written to", "give another name")


OF_AGES = ("child", "kids")
"""Options that say how old the children are."""


def flags_of(options: Struct) -> list[Flag]:
    """The options that were given, as values for dotted names.

    Raises:
        InputError: where children are given in two ways.
    """
    if all(getattr(options, one, None) for one in OF_AGES):
        raise input_error("--kids", "", "--child gives the children's ages too", "give one of --kids and --child")
    given = {option: as_text(option, getattr(options, option, None)) for option in NAMES}
    flags = {option: f"--{option.rstrip('_').replace('_', '-')}" for option in NAMES}
    return [Flag(flags[o], NAMES[o], text) for o, text in given.items() if text is not None]


def as_text(option: str, value: str | bool | list[str] | None) -> str | None:
    """What an option was given as one text: a switch as a word, ages as a list, pairs such as 30:2 as a map."""
    if isinstance(value, bool):
        return "true" if value else None
    if option == "kids" and value is not None:
        value = str(value).split(",")
    if not isinstance(value, list):
        return value
    return (
        f"[{', '.join(_age(text, option) for text in value)}]"
        if option in OF_AGES
        else "{" + ", ".join(map(_pair, value)) + "}"
    )


def _pair(text: str) -> str:
    age, _, years = (part.strip() for part in text.partition(":"))
    if not age.isdecimal() or not years or set(years) & NOT_IN_NUMBERS:
        hint = "write --out 30:2, the age in whole years"
        raise input_error("--out", "", f"'{text}' is not an age and a number of years", hint)
    return f"{age}: {years}"


def _age(text: str, option: str) -> str:
    if not text.strip() or set(text.strip()) & NOT_IN_NUMBERS:
        hint = "write --child 3 for each child, or --kids 2,7, in whole years"
        raise input_error(f"--{option}", "", f"'{text}' is not an age", hint)
    return text.strip()


def _set(text: str) -> Flag:
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise input_error("--set", "", f"'{text}' has no name and value", "write --set NAME=VALUE")
    return Flag("--set", name.strip(), value.strip())
