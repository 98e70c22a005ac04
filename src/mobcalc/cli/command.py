"""What is common to commands: how they are read, and what is said where they cannot be.

An option with one value is taken once, as the last of two would win in silence.
"""

from collections.abc import Sequence
from typing import Any

from typer.core import TyperCommand, TyperGroup, TyperOption

from mobcalc.errors import input_error

ARGUMENTS = "Arguments"
SWEPT = (
    *("--age", "--sex", "--wage", "--hours", "--retire-age", "--education", "--years-out", "--attachment"),
    *("--loan", "--loan-rate", "--loan-term", "--cost", "--length", "--quit-after"),
    *("--adults", "--kids", "--partner-earnings", "--child-care", "--health-plan", "--rules"),
    *("--state", "--county", "--metro", "--occupation", "--pathway", "--baseline", "--discount-rate"),
)
"""Options of which `sweep` takes several values, one for each scenario."""
WIDEST = 26
"""How wide the names of options may be in the help; what is longer has a line of its own [characters]."""


class Command(TyperCommand):
    """A command of mobcalc. The class of its context lies in another module from one version of Typer to the next."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments.

        Raises:
            InputError: where an option that takes one value is given more than once, naming what it was given.
        """
        given = list(args)
        rest: list[str] = super().parse_args(ctx, args)
        # Completion reads half a command line, in which nothing is wrong yet.
        if not ctx.resilient_parsing:
            self._refuse_repeated(ctx, given)
        return rest

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write arguments and options into the help, the options under headings."""
        rows = _rows(self, ctx)
        # All sections have their second column in one place.
        widest = min(WIDEST, max(len(first) for section in rows.values() for first, _ in section))
        for title, section in rows.items():
            with formatter.section(title):
                formatter.write_dl([(first.ljust(widest), second) for first, second in section], widest)

    def _refuse_repeated(self, ctx: Any, given: list[str]) -> None:
        _, _, order = self.make_parser(ctx).parse_args(list(given))
        for option in dict.fromkeys(order):
            if isinstance(option, TyperOption) and _takes_one(option) and order.count(option) > 1:
                times = "twice" if order.count(option) == 2 else f"{order.count(option)} times"
                said = " and ".join(_values(option.opts, given))
                what = f"it takes one value and is given {times}: {said}"
                hint = "for several see 'mobcalc sweep -h'" if option.opts[0] in SWEPT else "run mobcalc once for each"
                raise input_error(option.opts[0], "", what, f"keep one; {hint}")


class Group(TyperGroup):
    """A command that only leads to others."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the first word names, and the words after it.

        Raises:
            InputError: where there is none, naming the one that was probably meant.
        """
        if not ctx.resilient_parsing and args[0] not in self.commands and not args[0].startswith("-"):
            from mobcalc.cli.usage import no_command

            raise no_command(args[0], list(self.commands), ctx.command_path)
        return super().resolve_command(ctx, args)


def _rows(command: Command, ctx: Any) -> dict[str, list[tuple[str, str]]]:
    """How each argument and option of a command is written and what it does, under the titles of the help."""
    from mobcalc.cli.headings import under_headings

    params = command.get_params(ctx)
    listed: dict[str, list[Any]] = {ARGUMENTS: [one for one in params if not isinstance(one, TyperOption)]}
    listed.update(under_headings(one for one in params if isinstance(one, TyperOption)))
    return {title: [one.get_help_record(ctx) for one in under] for title, under in listed.items() if under}


def _takes_one(option: Any) -> bool:
    return not (option.is_flag or option.multiple or option.count)


def _values(names: Sequence[str], given: Sequence[str]) -> list[str]:
    """What an option was given each time, in the order of the command line."""
    values = []
    for word, after in zip(given, [*given[1:], ""], strict=True):
        name, sign, value = word.partition("=")
        short = next((n for n in names if not n.startswith("--") and word.startswith(n)), None)
        if word in names:
            values.append(after)
        elif sign and name in names:
            values.append(value)
        elif short is not None:
            values.append(word.removeprefix(short))
    return values
