"""One layer of nodes laid over the assumptions below it, name by name, collecting every problem."""

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, Literal, TypeAlias, get_args, get_origin

import msgspec

from mobcalc.errors import InputError, Problem
from mobcalc.loader import values
from mobcalc.loader.layers import Override
from mobcalc.loader.nodes import Mapping, Node
from mobcalc.loader.values import Place, RefusedError
from mobcalc.schema import COPIED, FOR_CONTEXT, WHICH_PLACE, Assumption, Field, Pathway, Records, fields, is_struct
from mobcalc.units import nearest

NEW = "new"
"""What is noted of an entry that was not there before, such as a pathway of the user's own."""
NO_PLACE = ("there is no place, so it has no figures to set", "add --state, --county or --metro")
ROUTE = re.compile(r"pathways\.(?:apprenticeship|certificate|degree|on-the-job)-(\d\d-\d{4})")
"""Names of the pathways that there are only where their occupation is asked for."""
Routes: TypeAlias = Callable[[Records, str], Pathway[Assumption, Assumption]]
"""Gives the pathway of a route by its id, with an `InputError` where there is no such route."""
ID_HINT = "use lower-case letters, digits and hyphens, such as welder-apprenticeship"


class Overlay:
    """Lays nodes over assumptions; `problems` and `overrides` fill up on the way."""

    def __init__(
        self,
        shipped: bool,
        problems: list[Problem],
        bundled: Records | None = None,
        routes: Routes | None = None,
        guide: str = "docs/adding-a-pathway.md",
    ) -> None:
        """Start a layer.

        Args:
            shipped: whether it is the bundled one, whose records must stand by themselves.
            problems: filled with what is wrong.
            bundled: the bundled assumptions, of which a copy changes nothing, also where a local figure lies over them.
            routes: gives the pathways of routes into occupations that are not asked for, so that they can be checked.
            guide: the page that shows a whole file.
        """
        self.routes = routes
        self.guide = guide
        self.shipped = shipped
        self.bundled = bundled
        self.problems = problems
        self.overrides: list[Override] = []
        self.touched: dict[str, str] = {}

    def struct(self, node: Node, kind: Any, current: Any, name: str) -> Any:
        """The Struct `kind` with what the node gives, on top of what is there.

        Returns:
            The new Struct, or `current` (perhaps None) when something in it is wrong.
        """
        if not isinstance(node, Mapping):
            self._problem(
                node.where, name, f"a mapping is needed here, not a {values.shape(node)}", "write 'name: value' lines"
            )
            return current
        known = _given(kind)
        changes: dict[str, Any] = {}
        for key, item in node.items.items():
            full = f"{name}.{key}" if name else key
            if key not in known:
                hint = nearest(key, known) or "known here: " + ", ".join(known)
                self._problem(node.lines[key], full, f"unknown key '{key}'", hint)
                continue
            if full == "place" and getattr(current, key, None) is None:
                self._problem(node.lines[key], full, *NO_PLACE)
                continue
            made = self._field(item, known[key], getattr(current, key, None), full)
            if made is not None:
                changes[key] = made
        if current is not None:
            return msgspec.structs.replace(current, **changes)
        return self._new(node, kind, known, changes, name)

    def _new(self, node: Mapping, kind: Any, known: dict[str, Field], changes: dict[str, Any], name: str) -> Any:
        """A Struct that was not there before, if nothing it needs is missing."""
        missing = [f.name for f in known.values() if f.required and f.name not in node.items]
        if missing:
            hint = f"add {', '.join(missing)}; {self.guide} shows a whole file"
            self._problem(node.where, name, f"missing {', '.join(missing)}", hint)
        if any(f.required and f.name not in changes for f in known.values()):
            return None
        return (get_origin(kind) or kind)(**changes)

    def _field(self, node: Node, field: Field, current: Any, name: str) -> Any:
        """The new value of one field, or None when it is wrong."""
        try:
            if refusal := place_refusal(name):
                raise RefusedError(node.where, *refusal)
            if field.type is Assumption:
                return self._record(node, field, current, name)
            if field.type is dict:
                return self._entries(node, field, current, name)
            if is_struct(field.type):
                return self.struct(node, field.type, current, name)
            return self._setting(node, field, current, name)
        except RefusedError as refused:
            self.problems.append(values.problem(refused, name))
            return None

    def _record(self, node: Node, field: Field, current: Assumption | None, name: str) -> Assumption:
        assert field.limits is not None
        made = values.record(node, Place(field.limits, current), self.shipped)
        if current is not None and self._is_copy(made, current, name):
            return current  # As in a folder of which only some files were edited.
        self._note(name, made.value, made.where, current is not None or field.limits.personal, made.price_year)
        return made

    def _is_copy(self, made: Assumption, current: Assumption, name: str) -> bool:
        """Whether a record is a copy of what is there or, below a local figure, of what was."""
        if msgspec.structs.replace(made, where=current.where) == current:
            return True
        if self.bundled is None or made.kind == "user":
            return False
        below = _record_at(self.bundled, name)
        return below is not None and msgspec.structs.replace(made, where=below.where) == below

    def _setting(self, node: Node, field: Field, current: Any, name: str) -> Any:
        options = get_args(field.type) if get_origin(field.type) is Literal else ()
        made = values.setting(node, field.type, options)
        self._note(name, made, node.where, made != current and (current is not None or name.startswith("person.")))
        return made

    def _note(self, name: str, value: Any, where: str, replaces: bool, price_year: Any = None) -> None:
        """Remember what a layer over the bundled one gave, and whether it replaced something."""
        if self.shipped:
            return
        # Taken out first, so that the order is that of the last time each name was given.
        self.touched.pop(name, None)
        self.touched[name] = where
        if replaces and not name.startswith("sources."):
            self.overrides.append(Override(name, value, price_year, where))

    def _entries(self, node: Node, field: Field, current: dict[str, Any] | None, name: str) -> dict[str, Any]:
        """A dict of Structs by id; entries not named stay as they are."""
        if not isinstance(node, Mapping):
            raise RefusedError(
                node.where, f"a mapping is needed here, not a {values.shape(node)}", "write 'id:' and its values below"
            )
        entries = dict(current or {})
        for key, item in node.items.items():
            full = f"{name}.{key}"
            if not _is_id(key):
                self._problem(node.lines[key], full, f"'{key}' cannot be an id", ID_HINT)
                continue
            if key not in entries and self._is_left_out(node, key, field, entries, full):
                continue
            made = self.struct(item, field.item, entries.get(key), full)
            if made is not None:
                if key not in entries:
                    self._note(full, NEW, node.lines[key], name != "sources")
                entries[key] = made
        return entries

    def _is_left_out(self, node: Mapping, key: str, field: Field, known: Iterable[str], name: str) -> bool:
        """Whether an entry that is not there yet cannot stand by itself: another was meant, or one not asked for."""
        missing = _missing(node.items[key], field)
        # A file may hold several occupations, of which one is asked for.
        if missing and ROUTE.fullmatch(name) is not None:
            self._check_route(node, key, field, name)
            return True
        if not missing:
            return False
        near = nearest(key, known)
        if near:
            hint = f"{near} A new one needs {', '.join(missing)}"
            self._problem(node.lines[key], name, f"there is no '{key}'", hint)
        return bool(near)

    def _check_route(self, node: Mapping, key: str, field: Field, name: str) -> None:
        """Find what is wrong with an entry of a route into an occupation that is not asked for."""
        if self.routes is None or self.bundled is None:
            return
        try:
            current = self.routes(self.bundled, key)
        except InputError as error:
            for problem in error.problems:
                self._problem(node.lines[key], name, problem.what, problem.hint)
            return
        # What it says is thrown away.
        Overlay(False, self.problems, self.bundled).struct(node.items[key], field.item, current, name)

    def _problem(self, where: str, name: str, what: str, hint: str) -> None:
        self.problems.append(Problem(where, name, what, hint))


@cache
def _given(kind: Any) -> dict[str, Field]:
    """The fields of a Struct that a file may give, by name."""
    return {key: field for key, field in fields(kind).items() if key not in COPIED}


def name_hint(name: str, known: Iterable[str], pathways: Iterable[str]) -> str:
    """What to do about a name that no assumption has: ask for the occupation it is of, or take one that is like it.

    Args:
        name: as it was given.
        known: the names there are.
        pathways: the ids of the pathways there are.
    """
    route = ROUTE.match(name)
    if route is not None and not any(one.endswith(route[1]) for one in pathways):
        return f"add --occupation {route[1]}"
    return nearest(name, known) or "'mobcalc assumptions list' shows all names"


def place_refusal(name: str) -> tuple[str, str] | None:
    """Why a figure of a place is not set, and what to do instead; None for all other names."""
    if name in WHICH_PLACE:
        return "it says which place this is and is not set", "--state, --county and --metro choose the place"
    if name in FOR_CONTEXT:
        what = "it is shown for context and nothing is computed from it, so it is not set"
        return what, "set what it would change, such as place.earnings_levels.high_school or place.goods_parity"
    return None


def _record_at(part: Any, name: str) -> Assumption | None:
    """The record of a dotted name; None where there is none."""
    for key in name.split("."):
        part = part.get(key) if isinstance(part, dict) else getattr(part, key, None)
    return part if isinstance(part, Assumption) else None


def _is_id(key: str) -> bool:
    return bool(key) and key[0] != "-" and all(c.isascii() and (c.islower() or c.isdecimal() or c == "-") for c in key)


def _missing(node: Node, field: Field) -> list[str]:
    """What is missing from what is given for it to stand by itself."""
    given = node.items if isinstance(node, Mapping) else {}
    return [f.name for f in fields(field.item).values() if f.required and f.name not in given]
