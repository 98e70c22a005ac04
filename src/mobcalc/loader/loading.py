"""Layers of assumptions: bundled, environment, files, scenario, flags; each lies over those before it."""

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING

import msgspec

from mobcalc.errors import InputError
from mobcalc.loader.bundle import bundled, from_yaml
from mobcalc.loader.files import bundled_folder
from mobcalc.loader.layers import Choice, Layers, Loaded
from mobcalc.loader.problems import collecting
from mobcalc.loader.studies import with_measured
from mobcalc.schema import Records

if TYPE_CHECKING:
    from mobcalc.loader.overlay import Routes

CARE = ("place.infant_care_center", "place.infant_care_family")
"""The prices of the two kinds of care."""


def load(
    layers: Layers,
    localized: Callable[[Records], Records] | None = None,
    routes: "Routes | None" = None,
    *,
    is_fresh: bool = False,
    compiled: Records | None = None,
) -> Loaded:
    """The assumptions in force, every layer laid over those below it.

    Args:
        layers: what lies over the bundled assumptions.
        localized: puts local figures in the place of bundled ones, below all other layers.
        routes: gives the pathways of routes into occupations, so that what files say of those not asked for is checked.
        is_fresh: whether the bundled files are read anew, whatever the compiled copy says.
        compiled: the bundled assumptions, where they were read before.

    Raises:
        InputError: with all the problems of all layers.
    """
    shipped = from_yaml(bundled_folder()) if is_fresh else compiled or bundled()
    base = shipped if localized is None else localized(shipped)
    if layers in (Layers(), Layers(keeps_low_wage=True)):
        return Loaded(base, (), Choice(), base, {})
    # Imported only where something was given: a YAML parser costs start-up time that the plain run need not pay.
    from mobcalc.loader.layer_stack import Stack
    from mobcalc.loader.lent_values import with_lent

    with collecting() as problems:
        stack = Stack(base, problems, shipped, routes)
        choice = stack.add_all(layers)
        stack.base = with_lent(base, stack)
        stack.check(keeps_low_wage=layers.keeps_low_wage)
    if problems:
        raise InputError(problems)
    # For each name the override that won, in the order of first mention.
    winners = {override.name: override for override in stack.overrides}
    beneath = {override.name: override for override in stack.overrides if winners[override.name] is not override}
    assumptions = _with_own_care(with_measured(stack.assumptions, shipped.pathways), winners)
    return Loaded(assumptions, tuple(winners.values()), choice, base, stack.touched, beneath)


def _with_own_care(assumptions: Records, given: Collection[str]) -> Records:
    """The assumptions with which prices of care are the user's own."""
    own = tuple(name.rpartition(".")[2] for name in CARE if name in given)
    if assumptions.place is None or not own:
        return assumptions
    place = msgspec.structs.replace(assumptions.place, own_care=own)
    return msgspec.structs.replace(assumptions, place=place)


def place_in(scenario: str | None, draft: str | None = None) -> Mapping[str, tuple[str, str]]:
    """What a scenario file says of the place, read ahead of everything else; mistakes in it are found on loading.

    Args:
        scenario: the file.
        draft: what the file would hold, where it is not written yet.
    """
    if scenario is None:
        return {}
    from mobcalc.loader.layer_stack import Stack

    choice = Choice()
    with collecting() as problems:
        choice = Stack(None, problems).choice_in(scenario, draft)
    return choice.place
