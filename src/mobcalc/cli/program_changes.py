"""What `--with` and `--without` change of a program: how many finish, what it costs, and its supports."""

from collections.abc import Collection, Mapping

import msgspec

from mobcalc.errors import input_error
from mobcalc.loader.programs import LoadedProgram
from mobcalc.schema import Assumption
from mobcalc.schema.program import Cost, ProgramRecords, Taken
from mobcalc.units import NotANumberError, nearest, number

COMPLETION, COST = "completion", "cost"
ENDING = "_support"
MOST = 1_000_000.0


def changes_of(flag: str, text: str | None, supports: Collection[str]) -> dict[str, float]:
    """What a flag changes, by name.

    Args:
        flag: `--with` or `--without`.
        text: such as `completion=0.55,child_care_support=6000`.
        supports: ids of the shipped ones and of the program's own.

    Raises:
        InputError: for what is no name and value, and for a name that cannot be changed.
    """
    found: dict[str, float] = {}
    for part in () if text is None else text.split(","):
        name, sign, value = (one.strip() for one in part.partition("="))
        if not sign or not name:
            raise input_error(flag, "", f"'{part.strip()}' has no name and value", f"write {flag} completion=0.55")
        known = _known(flag, name, supports)
        if known in found:
            raise input_error(flag, known, "it is given twice", "keep one of the two")
        found[known] = _amount(flag, known, value)
    return found


def _known(flag: str, name: str, supports: Collection[str]) -> str:
    """The name of what is changed: a support goes by its id, with underscores, and with `_support` behind it."""
    plain = name.removesuffix(ENDING).replace("_", "-")
    if plain in (COMPLETION, COST) or plain in supports:
        return plain
    words = [COMPLETION, COST, *(f"{one.replace('-', '_')}{ENDING}" for one in supports)]
    hint = nearest(name, [*words, *supports]) or f"known: {', '.join(words)}"
    raise input_error(flag, name, "it cannot be changed", hint)


def _amount(flag: str, name: str, text: str) -> float:
    """The number that is given."""
    try:
        amount = number(text)
    except NotANumberError as error:
        raise input_error(flag, name, error.what, error.hint) from None
    low, high = (0.0, 1.0) if name == COMPLETION else (0.0, MOST)
    if not low <= amount <= high:
        hint = f"give a number from {low:g} to {high:.10g}"
        hint += f"; {text} percent is {amount / 100:g}" if name == COMPLETION and 1 < amount <= 100 else ""
        raise input_error(flag, name, f"{text} is out of range", hint)
    return amount


def changed(read: LoadedProgram, flag: str, changes: Mapping[str, float]) -> LoadedProgram:
    """A program with some changes that a flag asks for."""
    program = read.program
    for name, amount in changes.items():
        if name == COMPLETION:
            read = read._replace(completion=_own(amount, "share", flag))
            program = _finishing(program, amount, flag)
        elif name == COST:
            program = msgspec.structs.replace(program, cost=Cost(per_participant=_own(amount, "USD", flag)))
        else:
            taken = program.supports.get(name) or Taken(share=_own(1.0, "share", flag))
            more = msgspec.structs.replace(taken, cost=_own(amount, "USD", flag))
            program = msgspec.structs.replace(program, supports={**program.supports, name: more})
    return read._replace(program=program)


def _finishing(program: ProgramRecords, share: float, flag: str) -> ProgramRecords:
    """A program in which another share of those enrolled finishes, where it counts those who do."""
    if program.people.finished is None:
        return program
    enrolled = program.people.enrolled.value
    assert isinstance(enrolled, float)
    people = msgspec.structs.replace(program.people, finished=_own(share * enrolled, "people", flag))
    return msgspec.structs.replace(program, people=people)


def _own(value: float, unit: str, flag: str) -> Assumption:
    """A number of the user's."""
    return Assumption(value=value, unit=unit, kind="user", source=flag, where=flag)
