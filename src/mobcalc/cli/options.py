"""The options of all commands, each written once.

A command names the groups of options it serves as its parameters; `serves` puts their fields in the place of each.
"""

import inspect
from collections.abc import Callable, Sequence
from typing import Annotated, Any, get_type_hints

import typer
from msgspec import Struct

from mobcalc.cli.shell_words import (
    counties,
    names_to_set,
    occupations,
    pathway_ids,
    pathways_or_all,
    scenarios,
    states,
    supports,
)
from mobcalc.errors import InputError, input_error
from mobcalc.units import nearest

Words = list[str] | None


class Who(Struct):
    """The person."""

    age: Annotated[str | None, typer.Option("--age", metavar="YEARS", help="Age at the start [default: 18].")] = None
    sex: Annotated[
        str | None,
        typer.Option("--sex", metavar="female|male", help="Figures of one sex; otherwise men and women are mixed."),
    ] = None
    wage: Annotated[
        str | None, typer.Option("--wage", metavar="USD", help="Current hourly wage; it drifts toward typical.")
    ] = None
    hours: Annotated[
        str | None,
        typer.Option("--hours", metavar="N", help="Weekly hours outside training [default: 40]; 0: out of work now."),
    ] = None
    retire_age: Annotated[
        str | None, typer.Option("--retire-age", metavar="YEARS", help="Age at which work ends [default: 65].")
    ] = None
    education: Annotated[
        str | None,
        typer.Option(
            "--education",
            metavar="LEVEL",
            help="less-than-hs, high-school (default), some-college, associate, bachelors.",
        ),
    ] = None
    years_out: Annotated[
        str | None, typer.Option("--years-out", metavar="YEARS", help="Years out of work until now.")
    ] = None
    out: Annotated[
        Words,
        typer.Option("--out", metavar="AGE:YEARS", help="Years out of work planned from an age; repeat for more."),
    ] = None
    attachment: Annotated[
        str | None,
        typer.Option("--attachment", metavar="attached|population", help="Count people out of the labor market too."),
    ] = None
    loan: Annotated[
        str | None, typer.Option("--loan", metavar="USD", help="Borrow up to this much of what training costs.")
    ] = None
    loan_rate: Annotated[
        str | None, typer.Option("--loan-rate", metavar="SHARE", help="Real interest rate a year [default: 0.04].")
    ] = None
    loan_term: Annotated[
        str | None, typer.Option("--loan-term", metavar="YEARS", help="Years of repayment [default: 10].")
    ] = None


class AtWork(Struct):
    """A person at work, whose pay is asked about."""

    hours: Annotated[str | None, typer.Option("--hours", metavar="N", help="Weekly hours [default: 40].")] = None
    age: Annotated[str | None, typer.Option("--age", metavar="YEARS", help="Age of the worker [default: 18].")] = None


class Starter(Struct):
    """Somebody who starts training."""

    age: Annotated[str | None, typer.Option("--age", metavar="YEARS", help="Age at the start [default: 18].")] = None
    sex: Annotated[
        str | None,
        typer.Option("--sex", metavar="female|male", help="Figures of one sex; otherwise men and women are mixed."),
    ] = None


class Program(Struct):
    """The training asked about, on the person's own terms."""

    cost: Annotated[
        str | None, typer.Option("--cost", metavar="USD", help="The whole price of the training asked about.")
    ] = None
    length: Annotated[
        str | None, typer.Option("--length", metavar="YEARS", help="How long the training asked about takes.")
    ] = None
    no_aid: Annotated[bool, typer.Option("--no-aid", help="No grants for this person.")] = False


class ProgramAndQuitting(Program):
    """The same, and leaving it after some time."""

    quit_after: Annotated[
        str | None, typer.Option("--quit-after", metavar="YEARS", help="Show leaving training after so long, too.")
    ] = None


class Supports(Struct):
    """Help beside the training."""

    support: Annotated[
        Words,
        typer.Option(
            "--support",
            metavar="ID",
            help="Help in training, such as child-care; repeat for more.",
            autocompletion=supports,
        ),
    ] = None


class HomeWithoutHelp(Struct):
    """The household."""

    adults: Annotated[
        str | None, typer.Option("--adults", metavar="N", help="Adults in the household, 1 or 2 [default: 1].")
    ] = None
    child: Annotated[
        Words, typer.Option("--child", metavar="AGE", help="Age of a child in the household; repeat for more.")
    ] = None
    kids: Annotated[
        str | None, typer.Option("--kids", metavar="AGES", help="Ages of all children in one: --kids 2,7.")
    ] = None
    partner_earnings: Annotated[
        str | None,
        typer.Option("--partner-earnings", metavar="USD", help="What the second adult earns in a year [default: 0]."),
    ] = None
    disability: Annotated[
        bool,
        typer.Option("--disability", help="The one adult has a disability and is entitled to SSI at low earnings."),
    ] = False
    child_care: Annotated[
        str | None,
        typer.Option(
            "--child-care",
            metavar="paid|subsidized|none",
            help="Who pays for child care [default: paid by the family].",
        ),
    ] = None
    health_plan: Annotated[
        str | None,
        typer.Option(
            "--health-plan",
            metavar="employer|marketplace",
            help="Where the health plan comes from [default: employer].",
        ),
    ] = None
    unmarried: Annotated[bool, typer.Option("--unmarried", help="The two adults file their own tax returns.")] = False
    rules: Annotated[
        str | None, typer.Option("--rules", metavar="YEAR", help="Tax and benefit rules of a year [default: 2026].")
    ] = None


class Home(HomeWithoutHelp):
    """The household, and the help that it has, which is not counted unasked."""

    voucher: Annotated[bool, typer.Option("--voucher", help="The household has a housing voucher.")] = False
    tanf: Annotated[bool, typer.Option("--tanf", help="The household draws TANF (cash welfare).")] = False
    school_meals: Annotated[
        bool, typer.Option("--school-meals", help="School meals are free only at low earnings.")
    ] = False


class InState(Struct):
    """A state."""

    state: Annotated[
        str | None,
        typer.Option("--state", metavar="NAME|POSTAL|FIPS", help="Use the figures of a state.", autocompletion=states),
    ] = None


class Area(InState):
    """Where."""

    county: Annotated[
        str | None,
        typer.Option(
            "--county",
            metavar="NAME|FIPS",
            help="A county or a city; its rents and child care are looked up.",
            autocompletion=counties,
        ),
    ] = None
    metro: Annotated[
        str | None, typer.Option("--metro", metavar="NAME|CODE", help="A metropolitan area, for its price level.")
    ] = None


class Place(Area):
    """Where, and which occupation."""

    occupation: Annotated[
        str | None,
        typer.Option(
            "--occupation",
            metavar="NAME|SOC",
            help="Routes into an occupation; 'CNA to LPN' for steps.",
            autocompletion=occupations,
        ),
    ] = None


class Pathways(Struct):
    """Which pathways, and against what."""

    pathway: Annotated[
        Words,
        typer.Option(
            "--pathway",
            "-p",
            metavar="ID|all",
            help="A pathway to show; repeat for more.",
            autocompletion=pathways_or_all,
        ),
    ] = None
    baseline: Annotated[
        str | None,
        typer.Option(
            "--baseline",
            metavar="ID",
            help="What to compare with [default: no-postsecondary].",
            autocompletion=pathway_ids,
        ),
    ] = None


SetWords = Annotated[
    Words,
    typer.Option(
        "--set",
        "-s",
        metavar="NAME=VALUE",
        help="Change one assumption; repeat for more.",
        autocompletion=names_to_set,
    ),
]


class Settings(Struct):
    """Which assumptions, by name."""

    set: SetWords = None


class Numbers(Struct):
    """Which assumptions, by file or by name."""

    assumptions: Annotated[
        Words,
        typer.Option(
            "--assumptions",
            "-a",
            metavar="FILE|DIR",
            help="Your own assumptions; repeat for more, the last wins.",
            autocompletion=scenarios,
        ),
    ] = None
    set: SetWords = None


class Values(Numbers):
    """Which assumptions, a city's own tables among them."""

    wages: Annotated[
        str | None, typer.Option("--wages", metavar="FILE.csv", help="Your own wage survey over the published one.")
    ] = None
    prices: Annotated[
        str | None, typer.Option("--prices", metavar="FILE.csv", help="Your own rents and prices of child care.")
    ] = None


class Rate(Struct):
    """Discounting."""

    discount_rate: Annotated[
        str | None, typer.Option("--discount-rate", metavar="SHARE", help="Real discount rate a year [default: 0.03].")
    ] = None


class Draws(Struct):
    """Lives drawn at random."""

    draws: Annotated[
        str | None,
        typer.Option("--draws", metavar="N", help="Lives drawn at random [default: 10000]; 0 for none."),
    ] = None
    seed: Annotated[
        str | None, typer.Option("--seed", metavar="S", help="Which random numbers, a whole number [default: 0].")
    ] = None


class Details(Struct):
    """How much is printed."""

    details: Annotated[bool, typer.Option("--details", help="Show every table and note.")] = False


class Target(Struct):
    """The place of what is printed."""

    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE|-", help="Write to a file.")] = None
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")] = False


class Output(Target):
    """The form and place of what is printed."""

    format: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="NAME", help="table, json, jsonl, csv, tsv, markdown or html."),
    ] = None
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False
    csv: Annotated[bool, typer.Option("--csv", help="Short for --format csv.")] = False
    columns: Annotated[
        str | None,
        typer.Option("--columns", metavar="NAMES", help="Columns of the rows, in this order: id,expected.*"),
    ] = None
    bom: Annotated[bool, typer.Option("--bom", help="Start CSV with a byte-order mark, for Excel.")] = False
    color: Annotated[str, typer.Option("--color", metavar="auto|always|never", help="Colours in the table.")] = "auto"


class ScreenOutput(Output):
    """The form and place of what is printed, and its language."""

    lang: Annotated[
        str | None, typer.Option("--lang", metavar="en|es", help="The language of tables and sentences.")
    ] = None


def unknown_word(flag: str, word: str, known: Sequence[str]) -> InputError:
    """The error that a word is none of those that a flag takes."""
    return input_error(flag, "", f"unknown word '{word}'", nearest(word, known) or f"write one of {', '.join(known)}")


def serves(command: Callable[..., int]) -> Callable[..., int]:
    """The command with the fields of its groups of options in place of the groups, for Typer to read.

    A parameter whose annotation is a Struct is a group; the command is called with it filled.
    """
    parameters: list[inspect.Parameter] = []
    groups: dict[str, type[Struct]] = {}
    for own in inspect.signature(command, eval_str=True).parameters.values():
        if not (isinstance(own.annotation, type) and issubclass(own.annotation, Struct)):
            parameters.append(own)
            continue
        groups[own.name] = group = own.annotation
        hints = get_type_hints(group, include_extras=True)
        parameters += [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=hints[name])
            for name, default in zip(group.__struct_fields__, group.__struct_defaults__, strict=True)
        ]

    def wrapper(**given: Any) -> int:
        """Fill the groups and call the command."""
        filled = {
            name: group(**{field: given.pop(field) for field in group.__struct_fields__})
            for name, group in groups.items()
        }
        return command(**given, **filled)

    wrapper.__name__ = command.__name__
    wrapper.__doc__ = command.__doc__
    wrapper.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return wrapper
