"""The case of a record as arguments of a command, for a run that goes on from it; flags win over it."""

from collections.abc import Iterator, Mapping
from inspect import Parameter
from pathlib import Path
from typing import Any, get_args

from mobcalc.cli.flag_changes import KEYS
from mobcalc.cli.layers import NAMES, OF_AGES, as_text
from mobcalc.cli.options import (
    Details,
    Draws,
    Home,
    Pathways,
    Place,
    ProgramAndQuitting,
    Rate,
    ScreenOutput,
    Values,
    Who,
)
from mobcalc.cli.runs import FROM, RECORD, Start
from mobcalc.errors import InputError, input_error
from mobcalc.loader.layers import PLACE
from mobcalc.results.provenance import FlagChange
from mobcalc.results.record import RunRecord
from mobcalc.units import NotANumberError, number

Arguments = dict[str, Any]
Parameters = Mapping[str, Parameter]
ALWAYS_FILES = ("scenario", "also", "assumptions", "wages", "prices")
FILES = (*ALWAYS_FILES, "certify")
"""Arguments that name files; the last may name what is shipped instead."""
GROUPS = (Who, ProgramAndQuitting, Home, Place, Pathways, Rate, Values, Draws)
OF_CASE = {"scenario", "also", *(name for group in GROUPS for name in group.__struct_fields__)}
"""What arguments say of the case; the others are of one command's question."""
OF_PRINT = {*ScreenOutput.__struct_fields__, *Details.__struct_fields__, "show_also", "top", FROM, RECORD}
"""Arguments that say how an answer is printed, or where what goes; no record has them."""
DRAWN = Draws.__struct_fields__
LISTED = ("assumptions", "set")
"""Arguments of which those of now come after those of the record."""
SETS, BASELINE, VERSUS, CHANCE = "set", "baseline", "versus", "chance"


def repeated(record: RunRecord, file: str, parameters: Parameters) -> Arguments:
    """All arguments of a recorded run.

    Args:
        record: the run.
        file: its name, for the error.
        parameters: those of its command.

    Raises:
        InputError: for an argument that the command does not have, or of another kind.
    """
    _check_held(record, file)
    arguments = {name: one.default for name, one in parameters.items()}
    for name, value in record.arguments.items():
        if name not in parameters or name in OF_PRINT or type(value) is not _kind(parameters[name]):
            raise _unfit(record, file, name)
        arguments[name] = value
    missing = next((name for name, value in arguments.items() if value is Parameter.empty), None)
    if missing is not None:
        raise _unfit(record, file, missing)
    return arguments


def _check_held(record: RunRecord, file: str) -> None:
    """Refuse a record that names a file which it does not hold: nothing is read in its place.

    Raises:
        InputError: naming that file.
    """
    named = [word for name in ALWAYS_FILES for word in _listed(record.arguments.get(name)) or []]
    left = (word for word in [*named, record.environment] if word and not _is_held(record, str(Path(word))))
    for word in left:
        raise input_error(file, "files", f"it does not hold '{word}', which it names", "record the run again")


def _is_held(record: RunRecord, root: str) -> bool:
    """Whether a record holds a file, or a folder's files."""
    return any(name == root or name.startswith(f"{root}/") for name in record.files)


def _unfit(record: RunRecord, file: str, name: str) -> InputError:
    what = f"'{record.command}' takes no such '{name}' as it says, or needs one"
    return input_error(file, "arguments", what, "record the run again")


def going_on(record: RunRecord, file: str, given: Arguments, parameters: Parameters) -> tuple[Arguments, Start]:
    """The arguments of a run that goes on from a recorded case, and what is known of its beginning.

    Args:
        record: the recorded run, of whatever command.
        file: its name.
        given: what is said now.
        parameters: those of the command that is run now.

    Raises:
        InputError: for a scenario file or another file that stands in the way of a recorded one.
    """
    said = {name: value for name, value in given.items() if _is_said(value, parameters[name])}
    _check_held(record, file)
    known = _case_of(record)
    _check_files(record, file, said)
    before, after = dict(_by_name(known)), dict(_by_name(said))
    kept = _kept(known, said, after)
    own_baseline = next((name for name in (BASELINE, VERSUS) if name in parameters), None)
    baseline = kept.pop(BASELINE, None)
    if own_baseline is not None and baseline is not None:
        kept[own_baseline] = baseline
    changed = [*_changes(before, after), *_other_changes(known, said)]
    keys = {KEYS.get(name, name) for name in after} | {_key(name) for name in said}
    start = Start(file, baseline if own_baseline is None else None, frozenset(keys), changed)
    return {**given, **_taken_over(kept, said, parameters, file)}, start


def _case_of(record: RunRecord) -> Arguments:
    """What the arguments of a record say of the case, by names that all commands have in common."""
    named = {BASELINE if name == VERSUS else name: value for name, value in record.arguments.items()}
    return {name: value for name, value in named.items() if name in OF_CASE}


def _taken_over(kept: Arguments, said: Arguments, parameters: Parameters, file: str) -> Arguments:
    """What the record says as arguments of the command, before or beside what flags say."""
    taken = {
        name: _shaped(kept[name], parameters[name], file, name)
        for name in kept.keys() & parameters.keys() - said.keys()
        # Where lives are drawn for a chance alone, it is asked for first.
        if name not in DRAWN or CHANCE not in parameters or CHANCE in said
    }
    for name in LISTED:
        # Files, and values by name, lie over one another in the order in which they are given.
        taken[name] = [*kept.get(name, []), *said.get(name, [])] or None
    taken[SETS] = [*_unserved(kept, parameters), *(taken[SETS] or [])] or None
    return taken


def _is_said(value: Any, parameter: Parameter) -> bool:
    return value != parameter.default and value not in (None, False, [])


def _check_files(record: RunRecord, file: str, said: Arguments) -> None:
    """Refuse files that would stand in the place of recorded ones."""
    if "scenario" in said:
        what = "a record and a scenario file are two cases"
        raise input_error("--from", "", what, "leave out one; flags change what the record says")
    for name in FILES:
        for word in _listed(said.get(name)) or []:
            if word in record.files:
                what = f"there is a file of this name in {file}, and it is the one that is read"
                raise input_error(word, "", what, "give it another name")


def _kept(known: Arguments, said: Arguments, after: Mapping[str, Any]) -> Arguments:
    """What the record says that flags do not take the place of."""
    gone: set[str] = set(OF_AGES) if any(name in said for name in OF_AGES) else set()
    if "state" in said and not _is_same_state(known.get("state"), said["state"]):
        gone |= {"county", "metro"}
    kept = {name: value for name, value in known.items() if name not in gone}
    sets = [word for word in known.get(SETS, []) if _name_set(word) not in after]
    return {**kept, SETS: sets}


def _is_same_state(before: str | None, now: str) -> bool:
    from mobcalc.store.codes import state_of

    return before is not None and state_of(before, "--state") == state_of(now, "--state")


def _unserved(kept: Arguments, parameters: Parameters) -> list[str]:
    """Facts for which the command has no option, as values for dotted names."""
    facts = [name for name in kept if name in NAMES and name not in parameters]
    return [f"{NAMES[name]}={as_text(name, kept[name])}" for name in facts]


def _shaped(value: Any, parameter: Parameter, file: str, name: str) -> Any:
    """A recorded value in the form that an option takes: one, or a list.

    Raises:
        InputError: where there are several and the option takes one.
    """
    kind = _kind(parameter)
    if kind is list and isinstance(value, str):
        return [value]
    if kind is str and isinstance(value, list):
        if len(value) != 1:
            hint = "name one with --pathway ID" if name == "pathway" else "go on from the record of one client"
            raise input_error(file, name, f"there are several in the record: {', '.join(value)}", hint)
        return value[0]
    if type(value) is not kind:
        raise input_error(file, "arguments", f"there is no such '{name}' as it says", "record the run again")
    return value


def _kind(parameter: Parameter) -> type:
    """What an option takes: a text, several, or nothing."""
    hint = (get_args(parameter.annotation) or (parameter.annotation,))[0]
    if list[str] in (hint, *get_args(hint)):
        return list
    return bool if hint is bool else str


def _key(name: str) -> str:
    return {"pathway": "pathways", VERSUS: BASELINE}.get(name, name)


def _name_set(word: str) -> str:
    return word.partition("=")[0].strip()


def _by_name(arguments: Arguments) -> Iterator[tuple[str, Any]]:
    """Facts and assumptions by dotted name, each as it is shown."""
    for name, value in arguments.items():
        if name in NAMES and value not in (None, False, []):
            yield NAMES[name], _shown(value.split(",") if name == "kids" else value)
    for word in arguments.get(SETS) or []:
        yield _name_set(word), _shown(word.partition("=")[2].strip())


def _shown(value: Any) -> Any:
    """A word as a number where it is one."""
    if isinstance(value, list):
        return [_shown(one) for one in value]
    if not isinstance(value, str):
        return value
    try:
        return number(value.strip())
    except NotANumberError:
        return value


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[FlagChange]:
    """The facts and assumptions that flags say otherwise than the record's flags."""
    return [
        FlagChange(KEYS.get(name, name), value, before[name])
        for name, value in after.items()
        if name in before and value != before[name]
    ]


def _other_changes(known: Arguments, said: Arguments) -> list[FlagChange]:
    """The same for the place, the occupation, the pathways and the baseline."""
    now, then = ({_key(name): _listed(value) for name, value in of.items()} for of in (said, known))
    keys = [key for key in now if key in (*PLACE, "pathways", BASELINE) and key in then and now[key] != then[key]]
    return [FlagChange(key, now[key], then[key]) for key in keys]


def _listed(value: Any) -> Any:
    """One text as several are given."""
    return [value] if isinstance(value, str) else value
