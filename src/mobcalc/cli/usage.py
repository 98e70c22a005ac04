"""Words that no option and no command has: which one was probably meant."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from mobcalc.errors import InputError, input_error
from mobcalc.units import nearest_word


class Meant(NamedTuple):
    """An option by the words that people use for it, and what it takes; empty where it takes no value."""

    flag: str
    takes: str
    words: frozenset[str]


def _meant(flag: str, takes: str, words: str) -> Meant:
    return Meant(flag, takes, frozenset(words.split()))


MEANT = (
    _meant(
        "--wage",
        "pay for one hour such as 17.50",
        "salary pay hourly income earnings earning hourly-wage rate-of-pay",
    ),
    _meant("--from", "the pay for one hour before the raise", "before current current-wage old-wage starting-wage"),
    _meant("--to", "the pay for one hour after the raise", "after new new-wage increase-to goal"),
    _meant("--workers", "a file with a line for each worker", "employees staff payroll roster"),
    _meant("--wages", "a file with a wage survey", "wage-survey survey"),
    _meant("--partner-earnings", "the partner's pay in a year", "partner spouse husband wife spouse-income"),
    _meant(
        "--kids",
        "the ages of all children such as 2,7",
        "children kid dependents dependants family baby babies child-age child-ages",
    ),
    _meant("--adults", "1 or 2", "adult parents household people household-size size"),
    _meant("--unmarried", "", "single"),
    _meant("--sex", "female or male", "gender woman man female male"),
    _meant("--age", "age at the start in years", "old birthday years-old born"),
    _meant("--retire-age", "the age at which work ends", "retire retirement until"),
    _meant("--hours", "hours in a week", "part-time full-time weekly weekly-hours workweek hours-per-week unemployed"),
    _meant("--education", "a level such as some-college", "degree diploma ged school schooling college level"),
    _meant("--years-out", "years out of work until now", "gap break out-of-work experience"),
    _meant(
        "--county",
        "a county, a city or a ZIP code",
        "town city zip zipcode zip-code postcode postal place location where address fips",
    ),
    _meant("--metro", "a metropolitan area", "msa cbsa area"),
    _meant("--occupation", "a job's name such as welder", "job trade career profession work soc title field"),
    _meant(
        "--pathway",
        "a pathway's id, which 'mobcalc compare --pathway all' lists",
        "program course training track path option apprenticeship",
    ),
    _meant("--baseline", "the id of the pathway compared with", "against compare-with vs versus reference"),
    _meant("--cost", "the whole price of the training", "price tuition fee fees costs"),
    _meant("--length", "how long the training takes in years", "duration months time term"),
    _meant("--no-aid", "", "aid grants grant pell scholarship financial-aid"),
    _meant("--quit-after", "years in training", "quit leave drop-out dropout leave-after stop"),
    _meant("--loan", "the most that is borrowed", "debt borrow student-loan loans"),
    _meant("--loan-rate", "a share such as 0.05", "interest apr interest-rate"),
    _meant("--child-care", "paid, subsidized or none", "childcare daycare care day-care"),
    _meant("--health-plan", "employer or marketplace", "insurance health obamacare aca medicaid coverage"),
    _meant("--support", "the id of a help such as child-care", "supports stipend help wraparound"),
    _meant("--voucher", "", "section8 section-8 housing rent"),
    _meant("--tanf", "", "welfare cash-assistance"),
    _meant("--disability", "", "disabled ssi"),
    _meant("--discount-rate", "a share such as 0.03", "discount"),
    _meant("--draws", "a number of simulated lives", "simulations runs samples iterations"),
    _meant("--set", "NAME=VALUE", "change override param parameter assume define value"),
    _meant("--assumptions", "a file or a folder", "config settings"),
    _meant("--output", "a file", "out-file save write file export"),
    _meant("--details", "", "verbose more full all long"),
    _meant("--lang", "en or es", "language spanish espanol"),
    _meant("--format", "table, json, jsonl, csv, tsv, markdown or html", "type excel xlsx pdf html markdown table"),
    _meant("--columns", "names such as id,name", "column fields cols select only"),
    _meant("--jobs", "a number of processes", "processes threads workers parallel cores"),
    _meant("--resume", "", "continue append restart"),
    _meant("--force", "", "overwrite replace yes"),
)
"""Everyday words for options, where likeness fails or leads astray."""
COMMANDS = {
    "livingwage": "budget needs basic-needs cost-of-living living wage wages",
    "raise": "raises pay-raise rise increase workers",
    "employer": "employers sponsor roi business company firm",
    "cliff": "cliffs benefits snap medicaid benefit welfare",
    "places": "county counties city cities town zip state states metro place location",
    "occupations": "job jobs career careers trade trades soc salary pay",
    "compare": "run start pathway pathways calculate calc earnings chance chances headline",
    "timeline": "years year when chart",
    "sensitivity": "why matters uncertainty tornado swings",
    "solve": "goal target needed required reverse break-even breakeven what-if",
    "program": "programs mvpf roi funder funders budget-office council taxpayer taxpayers grant grants fund funding",
    "sweep": "batch grid loop many matrix scenarios all-states bulk",
    "handout": "print page letter pdf report html sheet",
    "replay": "repeat rerun reproduce again record recorded",
    "validate": "test verify published",
    "assumptions": "numbers sources data parameters assumption set config",
    "schema": "json json-schema jsonschema keys contract",
    "help": "topics man manual usage docs topic explain",
    "search": "find list ls lookup look query",
    "list": "ls search find all",
    "show": "get info view describe print display one",
    "check": "validate verify lint test",
    "diff": "compare changes changed difference",
    "sources": "source citations references",
}
"""Everyday words for commands, those within a command among them."""


def no_option(name: str, known: Collection[str], command: str, *, is_group: bool = False) -> InputError:
    """The error that there is no option of a name, with the one that was probably meant.

    Args:
        name: as it was typed.
        known: the options that the command takes.
        command: the command, with the program's name.
        is_group: whether the command only leads to others, which take the options.
    """
    hint = _option_hint(name, known)
    if not hint and is_group:
        hint = f"options stand after the command, as in '{command} COMMAND {name}'"
    return input_error("", "", f"there is no option {name}", hint or f"'{command} -h' shows what it takes")


def no_command(name: str, known: Collection[str], command: str) -> InputError:
    """The error that there is no command of a name, with the one that was probably meant.

    Args:
        name: as it was typed.
        known: the commands that there are.
        command: what stands before it, the program's name first.
    """
    meant = command_meant(name, known)
    # Who leaves out 'search' has typed what is searched for.
    after = meant or (f"search {name}" if "search" in known else "")
    hint = f"did you mean '{command} {after}'?" if after else f"'{command} -h' lists them"
    return input_error("", "", f"there is no command '{name}'", hint)


def command_meant(name: str, known: Collection[str]) -> str | None:
    """The command that a word probably means, by everyday words or by likeness; None where it means none."""
    word = name.lower().replace("_", "-")
    # One that is only written otherwise comes before another for which its name is an everyday word.
    if word in known:
        return word
    everyday = (one for one in known if word in COMMANDS.get(one, "").split())
    return next(everyday, None) or nearest_word(word, known)


def _option_hint(name: str, known: Collection[str]) -> str:
    """The hint for an option that there is not; empty where nothing is like it."""
    word = name.lower().replace("_", "-").lstrip("-")
    said = _by_word({word}, known)
    # One letter is like every word that begins with it.
    if said or not name.startswith("--"):
        return said
    # Dashes are in every option, so they make none alike.
    bare = {one.lstrip("-"): one for one in known}
    if word in bare or (close := nearest_word(word, bare)) is None:
        return f"did you mean {bare[word]}?" if word in bare else _by_parts(word, bare, known)
    return f"did you mean {bare[close]}?"


def _by_parts(word: str, bare: Mapping[str, str], known: Collection[str]) -> str:
    """The hint by the single words of a name such as child-age; empty where none is known."""
    parts = word.split("-")
    named = next((bare[part] for part in parts if part in bare), None)
    return f"did you mean {named}?" if named else _by_word(set(parts), known)


def _by_word(words: Collection[str], known: Collection[str]) -> str:
    """The hint by everyday words for the options that the command takes; empty where there is none."""
    meant = next((one for one in MEANT if one.flag in known and not one.words.isdisjoint(words)), None)
    if meant is None:
        return ""
    return f"did you mean {meant.flag}, which takes {meant.takes}?" if meant.takes else f"did you mean {meant.flag}?"
