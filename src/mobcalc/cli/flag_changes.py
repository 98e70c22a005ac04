"""What flags say in place of what a client's scenario file says."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

import msgspec

from mobcalc.cli.options import Pathways
from mobcalc.loader.layers import PERSONAL, Choice, Loaded
from mobcalc.results import ClientUsed, FlagChange, Provenance

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


def with_pathways(known: Provenance, pathways: Pathways, choice: Choice) -> Provenance:
    """What an answer rests on, with the pathways and the baseline that flags changed."""
    client = known.client
    if client is None:
        return known
    changed: list[FlagChange] = []
    flagged: Sequence[str] = pathways.pathway or ()
    if flagged and choice.pathways and tuple(flagged) != choice.pathways:
        changed.append(FlagChange("pathways", list(flagged), list(choice.pathways)))
    if pathways.baseline is not None and choice.baseline not in (None, pathways.baseline):
        changed.append(FlagChange("baseline", pathways.baseline, choice.baseline))
    client = msgspec.structs.replace(client, changed=[*client.changed, *changed])
    return msgspec.structs.replace(known, client=client)
