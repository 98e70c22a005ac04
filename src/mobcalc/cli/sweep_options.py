"""The options of one scenario of a sweep, as `compare` has them."""

from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from mobcalc.cli.options import Pathways, Place, Rate, Values
from mobcalc.cli.sweep_axes import GROUPS, SET, Value
from mobcalc.cli.sweep_scenarios import Common, Said


class Options(NamedTuple):
    """Assumptions, the place, what is said of the person, the training and the household, the pathways and the rate."""

    values: Values
    place: Place
    said: tuple[Struct, ...]
    pathways: Pathways
    rate: Rate


def options_of(common: Common, said: Said) -> Options:
    """The options of a scenario."""
    place, *people, pathways, rate = (
        group(**{field: _option(said[field]) for field in group.__struct_fields__ if field in said}) for group in GROUPS
    )
    assert isinstance(place, Place) and isinstance(pathways, Pathways) and isinstance(rate, Rate)
    values = msgspec.structs.replace(common.values, set=_option(said[SET]) if SET in said else None)
    return Options(values, place, tuple(people), pathways, rate)


def _option(value: Value) -> Any:
    """A value as an option has it."""
    return list(value) if isinstance(value, tuple) else value
