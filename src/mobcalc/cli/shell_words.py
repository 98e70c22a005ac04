"""The words that a shell offers while somebody types: pathways, places, occupations, names of assumptions, files.

Typer calls these with what is typed of a word. What they need is imported when they are called, and NumPy is not. Where
something is wrong they offer nothing, since a message would break into the line that is being typed.
"""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from mobcalc.errors import MobcalcError

SCENARIOS = (".yaml", ".yml")


def pathway_ids(incomplete: str) -> list[str]:
    """The ids of the pathways shipped."""
    return _going_on(incomplete, _pathways)


def pathways_or_all(incomplete: str) -> list[str]:
    """The same, and the word for all of them."""
    return _going_on(incomplete, lambda: [*_pathways(), "all"])


def states(incomplete: str) -> list[str]:
    """Postal codes and, once a letter is typed, names of states."""
    return _going_on(incomplete, lambda: _states(incomplete))


def counties(incomplete: str) -> list[str]:
    """Counties and cities, once a letter is typed."""
    return _going_on(incomplete, lambda: _counties(incomplete))


def places(incomplete: str) -> list[str]:
    """States, counties and cities."""
    return _going_on(incomplete, lambda: [*_states(incomplete), *_counties(incomplete)])


def occupations(incomplete: str) -> list[str]:
    """Titles and everyday names of occupations."""
    from mobcalc.store.prefixes import occupation_names

    return _going_on(incomplete, occupation_names)


def names_to_set(incomplete: str) -> list[str]:
    """The names of assumptions that can be set, each up to its value."""
    return _going_on(incomplete, lambda: (f"{name}=" for name in _settable()))


def names_to_solve(incomplete: str) -> list[str]:
    """The names of assumptions that can be set."""
    return _going_on(incomplete, _settable)


def names_in_force(incomplete: str) -> list[str]:
    """The names of assumptions that have a value."""
    return _going_on(incomplete, _in_force)


def topics_and_commands(incomplete: str) -> list[str]:
    """What `mobcalc help` explains."""
    from mobcalc.cli.app import COMMANDS
    from mobcalc.cli.help_topics import TOPICS

    return _going_on(incomplete, lambda: dict.fromkeys([*TOPICS, *COMMANDS]))


def programs(incomplete: str) -> list[str]:
    """The ids of shipped programs, then files."""
    return [*_going_on(incomplete, lambda: _shipped("programs")), *scenarios(incomplete)]


def supports(incomplete: str) -> list[str]:
    """The ids of supports."""
    return _going_on(incomplete, lambda: _shipped("supports"))


def scenarios(incomplete: str) -> list[str]:
    """The YAML files that begin so, with folders beside them; none where a shell would find the same by itself."""
    folder, begun = os.path.split(incomplete)
    try:
        return _ending(incomplete, begun, _scenarios(Path(folder or "."), begun))
    except (OSError, ValueError):
        return []


def _scenarios(folder: Path, begun: str) -> list[str]:
    """The names of the YAML files of a folder that begin so, then those of its folders; none without such a file."""
    entries = sorted(one for one in folder.iterdir() if _is_offered(one.name, begun))
    files = [one.name for one in entries if one.is_file() and one.suffix.lower() in SCENARIOS]
    return [*files, *(f"{one.name}/" for one in entries if one.is_dir() and files)]


def _ending(typed: str, begun: str, names: Iterable[str]) -> list[str]:
    """What is typed, going on as each of some names does that begin with its end."""
    return [typed + name[len(begun) :] for name in names]


def _is_offered(name: str, begun: str) -> bool:
    """Whether a file is offered: hidden ones once a point is typed, none that would need quotes."""
    is_hidden = name.startswith(".") and not begun
    return name.startswith(begun) and not is_hidden and not any(map(str.isspace, name))


def _going_on(typed: str, offered: Callable[[], Iterable[str]]) -> list[str]:
    """The words that begin with what is typed, which stays as it stands; none where there are none to be had."""
    begun = typed.lower().replace(" ", "-")
    try:
        return _ending(typed, begun, [word for word in offered() if word.lower().startswith(begun)])
    except (MobcalcError, OSError):
        return []


def _pathways() -> list[str]:
    return _shipped("pathways")


def _shipped(folder: str) -> list[str]:
    """The names of the files in a folder of assumptions, which are their ids."""
    from mobcalc.loader.files import bundled_folder

    return sorted(file.stem for file in (bundled_folder() / folder).glob("*.yaml"))


def _states(typed: str) -> list[str]:
    from mobcalc.store.prefixes import postal_codes, state_names

    codes = [code.lower() if typed.islower() else code for code in postal_codes()]
    return [*codes, *state_names()] if typed else codes


def _counties(typed: str) -> list[str]:
    from mobcalc.store.prefixes import place_names

    return place_names(typed) if typed else []


def _settable() -> Iterable[str]:
    from mobcalc.loader.bundle import bundled
    from mobcalc.schema import Assumptions, known_names

    return known_names(Assumptions, bundled())


def _in_force() -> Iterable[str]:
    from mobcalc.loader.bundle import bundled
    from mobcalc.schema import leaves

    return (name for name, leaf in leaves(bundled()) if leaf is not None)
