"""What flags say in place of what a client's scenario file says."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

import msgspec

from mobcalc.cli.options import Pathways
from mobcalc.cli.runs import Start
from mobcalc.loader.layers import PERSONAL, Choice, Loaded
from mobcalc.results.provenance import ClientUsed, FlagChange, Provenance

KEYS = {name: key for key, name in PERSONAL.items() if key not in ("child", "kids")}
"""What each fact of the person is called in a file, by its dotted name."""
Said = Mapping[str, tuple[str, str]]


def client_used(file: str, loaded: Loaded, place: Said, asked: Said) -> ClientUsed:
    """The client of a file, and what flags changed of it but for the pathways.

    Args:
        file: the scenario file.
        loaded: the assumptions in force.
        place: what the file says of the place and the occupation.
        asked: what it and the flags say of them together.
    """
    changed = [*_facts(file, loaded), *_places(place, asked)]
    return ClientUsed(PurePath(file).stem, PurePath(file).name, changed)


def _facts(file: str, loaded: Loaded) -> Iterator[FlagChange]:
    """The facts and assumptions that flags changed."""
    for override in loaded.overrides:
        before = loaded.beneath.get(override.name)
        is_files = before is not None and before.given_by.startswith(f"{file}:")
        if before is not None and is_files and override.given_by.startswith("-") and override.value != before.value:
            yield FlagChange(KEYS.get(override.name, override.name), override.value, before.value)


def _places(place: Said, asked: Said) -> Iterator[FlagChange]:
    """The parts of the place that flags changed; a county goes with its state."""
    for key, (before, _) in place.items():
        by = key if key in asked else "state"
        if by in asked and asked[by][0] != before:
            yield FlagChange(by, asked[by][0], before)


def going_on(start: Start, client: ClientUsed | None) -> ClientUsed:
    """The client of a recorded case, and what flags changed of it but for the pathways.

    Args:
        start: the recorded case.
        client: that of the scenario file in it, with what recorded flags and those of now changed of that.
    """
    said = {change.key for change in start.changed}
    others = [] if client is None else [one for one in client.changed if one.key in start.given - said]
    name = PurePath(start.file).stem if client is None else client.name
    return ClientUsed(name, PurePath(start.file).name, [*start.changed, *others])


def with_pathways(known: Provenance, pathways: Pathways, choice: Choice, start: Start | None) -> Provenance:
    """What an answer rests on, with the pathways and the baseline that flags changed.

    Args:
        known: what it rests on.
        pathways: what flags say of the pathways, recorded ones among them.
        choice: what the scenario file says of them.
        start: the recorded case that is gone on from.
    """
    client = known.client
    if client is None:
        return known
    changed = _choices(pathways, choice)
    if start is not None:
        # What recorded flags changed of the file is no change of the record.
        changed = [one for one in changed if one.key in start.given - {said.key for said in start.changed}]
    client = msgspec.structs.replace(client, changed=[*client.changed, *changed])
    return msgspec.structs.replace(known, client=client)


def _choices(pathways: Pathways, choice: Choice) -> list[FlagChange]:
    """The pathways and the baseline that flags changed of a scenario file."""
    changed: list[FlagChange] = []
    flagged: Sequence[str] = pathways.pathway or ()
    if flagged and choice.pathways and tuple(flagged) != choice.pathways:
        changed.append(FlagChange("pathways", list(flagged), list(choice.pathways)))
    if pathways.baseline is not None and choice.baseline not in (None, pathways.baseline):
        changed.append(FlagChange("baseline", pathways.baseline, choice.baseline))
    return changed
