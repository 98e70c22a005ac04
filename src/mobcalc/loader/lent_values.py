"""What the user says of a general pathway, carried over to the routes that have taken its numbers over."""

from typing import TYPE_CHECKING, Any

from mobcalc.loader.layers import Override
from mobcalc.schema import Assumption, Pathway, Records, with_leaf

if TYPE_CHECKING:
    from mobcalc.loader.layer_stack import Stack

KIND = "apprenticeship-"
"""How the ids of routes begin that a bundled pathway into the same occupation lends to."""


def with_lent(base: Records, stack: "Stack") -> Records:
    """The assumptions of a stack with numbers of general pathways in the routes that had taken those over.

    Routes keep what is published of their own occupation, and what the user says of them by name. The numbers carried
    over are noted in the stack as given by whatever gave the general one.

    Args:
        base: what the layers lie over, with the routes in it.
        stack: all layers laid over one another.
    """
    known = stack.assumptions
    for given in list({one.name: one for one in stack.overrides}.values()):
        root, _, rest = given.name.partition(".")
        lender, _, part = rest.partition(".")
        if root != "pathways" or not part or lender not in base.pathways:
            continue
        for route in _routes_of(base, lender):
            name = f"pathways.{route}.{part}"
            if name in stack.touched or not _is_lent(base.pathways[lender], base.pathways[route], part):
                continue
            known = with_leaf(known, name, _leaf(known.pathways[lender], part))
            stack.overrides.append(Override(name, given.value, given.price_year, given.given_by))
            stack.touched[name] = given.given_by
    return known


def _routes_of(base: Records, lender: str) -> list[str]:
    """The ids of the routes that a pathway lends to."""
    routes = {name: one for name, one in base.pathways.items() if one.listed_as is not None}
    return [] if lender in routes else [name for name, one in routes.items() if _lender(base, name, one) == lender]


def _lender(base: Records, route: str, pathway: Pathway[Assumption, Assumption]) -> str | None:
    """The id of the pathway that lends to a route: a bundled one into the same occupation before the general one."""
    if not route.startswith(KIND):
        return pathway.listed_as
    own = (n for n, one in base.pathways.items() if one.listed_as is None and one.occupation == pathway.occupation)
    return next(own, pathway.listed_as)


def _is_lent(lender: Pathway[Assumption, Assumption], route: Pathway[Assumption, Assumption], part: str) -> bool:
    """Whether a route has the number of the pathway that lends to it."""
    there, lent = _leaf(route, part), _leaf(lender, part)
    if not isinstance(there, Assumption) or not isinstance(lent, Assumption):
        return False
    return all(getattr(there, name) == getattr(lent, name) for name in ("value", "unit", "source", "population"))


def _leaf(part: Any, name: str) -> Any:
    """What stands below a pathway at a dotted name; None where nothing does."""
    for key in name.split("."):
        part = getattr(part, key, None)
    return part
