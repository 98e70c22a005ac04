"""Reading each layer's files and flags and laying them over the assumptions so far."""

from collections.abc import Sequence
from pathlib import Path

from mobcalc.errors import Problem
from mobcalc.loader import checks, values
from mobcalc.loader.files import text_of, unreadable, yaml_files
from mobcalc.loader.layers import PERSONAL, PLACE, Choice, Layers, Override
from mobcalc.loader.nodes import Listing, Mapping, Node, Scalar
from mobcalc.loader.overlay import NO_PLACE, Overlay, Routes, name_hint, place_refusal
from mobcalc.loader.texts import current
from mobcalc.schema import Assumptions, Records, is_settable, known_names
from mobcalc.units import nearest

ROOTS = ("economy", "person", "people", "careers", "living_wage", "employer", "place", "pathways", "studies", "sources")
SCENARIO_KEYS = ("person", "place", "occupation", "pathways", "baseline", "set")
NATIONAL = "national"
YAML_FLAGS = ("--set", "--out")
LIST_FLAGS = ("--child", "--kids")
"""The flags whose values make a list of numbers."""
MOST_PARTS = 20
"""How many parts a dotted name may have, as many as a file may have levels; those there are have six."""
MARKS = {"studies": ("measured_on",), "pathways": ("family", "evidence")}
"""What a file of one pathway or one study gives and others do not; a study gives the family of its pathways too."""


class Stack:
    """The assumptions so far; each `add_` method lays one more layer over them."""

    def __init__(
        self,
        base: Records | None,
        problems: list[Problem],
        shipped: Records | None = None,
        routes: Routes | None = None,
    ) -> None:
        """Start from the bundled assumptions, or from None to read a folder that stands by itself.

        Args:
            base: what the first layer is laid over, local figures in it.
            problems: filled with what is wrong.
            shipped: the bundled assumptions as they are, of which a copy changes nothing.
            routes: gives the pathways of routes into occupations, so that those not asked for can be checked.
        """
        self.routes = routes
        self.base = base
        self.shipped = shipped
        self.problems = problems
        self.overrides: list[Override] = []
        self.touched: dict[str, str] = {}

    @property
    def assumptions(self) -> Records:
        """The assumptions so far; there must be some."""
        assert self.base is not None
        return self.base

    def add_path(self, given: str, origin: str) -> None:
        """Lay a file, or all the files of a folder, over the assumptions so far."""
        if not given.strip():
            self._problem(origin, "", "the name of the file is empty", "name a file ending in .yaml, or a folder")
            return
        path = Path(given)
        layer = Mapping(str(path))
        for file in self._files(path, origin):
            # Bundled files are named from the folder up, so that messages are the same on every machine.
            shown = str(Path("assumptions") / file.relative_to(path)) if self.base is None else str(file)
            text = text_of(file, shown, self.problems)
            node = self._parsed(text, shown) if text is not None else None
            if node is not None:
                self._add_document(layer, node, file, shown, in_folder=file != path)
        if layer.items:
            self._lay(layer)

    def _files(self, path: Path, origin: str) -> list[Path]:
        texts = current()
        if self.base is not None and texts is not None and (texts.is_whole or texts.within(path)):
            return texts.within(path) or [path]
        try:
            if not path.is_dir():
                return [path]
            files = yaml_files(path)
        except (OSError, ValueError) as error:
            reason = f"{unreadable(error)} ({origin})"
        else:
            if files:
                return files
            reason = f"there is no YAML file in this folder ({origin})"
        self.problems.append(Problem(str(path), "", reason, "name a file ending in .yaml, or a folder that holds some"))
        return []

    def _add_document(self, layer: Mapping, node: Node, file: Path, shown: str, in_folder: bool) -> None:
        """Add one file to its layer: a pathway under its id, anything else under the names it gives."""
        if isinstance(node, Scalar) and node.is_null():
            self._problem(shown, "", "the file is empty", "give at least one name and value, or leave the file out")
        elif not isinstance(node, Mapping):
            self._problem(
                node.where, "", f"a mapping is needed here, not a {values.shape(node)}", "write 'name: value' lines"
            )
        elif kind := self._kind_of(node, file, in_folder):
            self._add_entry(layer, node, file, shown, kind)
        else:
            self._merge(layer, self._expanded(node), "")

    def _kind_of(self, node: Mapping, file: Path, in_folder: bool) -> str | None:
        """Whether a file is of one of the `pathways` or of one of the `studies`; None for names and values."""
        if in_folder and file.parent.name in MARKS:
            return file.parent.name
        if any(key.split(".")[0] in ROOTS[:-1] for key in node.items):
            return None
        for kind, marks in MARKS.items():
            known = getattr(self.base, kind) if self.base else {}
            if any(mark in node.items for mark in marks) or file.stem in known:
                return kind
        return None

    def _add_entry(self, layer: Mapping, node: Mapping, file: Path, shown: str, kind: str) -> None:
        """Put a file under `pathways.<its name>` or `studies.<its name>`; sources it brings along go to `sources`."""
        entries = layer.items.setdefault(kind, Mapping(shown))
        layer.lines.setdefault(kind, shown)
        if not isinstance(entries, Mapping):
            return
        if file.stem in entries.items:
            other = entries.lines[file.stem]
            self._problem(
                shown,
                f"{kind}.{file.stem}",
                f"two files have the id '{file.stem}' (the other is {other})",
                "rename one of them",
            )
            return
        if "sources" in node.items:
            brought = Mapping(shown)
            brought.items["sources"] = node.items.pop("sources")
            brought.lines["sources"] = node.lines.pop("sources")
            self._merge(layer, brought, "")
        entries.items[file.stem] = node
        entries.lines[file.stem] = shown

    def _expanded(self, node: Mapping) -> Mapping:
        """The mapping with dotted keys (`economy.discount_rate: 0.04`) turned into nested ones."""
        if not any("." in key for key in node.items):
            return node
        expanded = Mapping(node.where)
        for key, item in node.items.items():
            if not self._is_too_deep(key, node.lines[key]):
                self._merge(expanded, nested(key, item, node.lines[key]), "")
        return expanded

    def _is_too_deep(self, name: str, where: str) -> bool:
        """Whether a dotted name has more parts than any other; then that is reported."""
        parts = name.split(".")
        if len(parts) <= MOST_PARTS:
            return False
        what = f"the name has {len(parts):,} parts"
        self._problem(where, ".".join([*parts[:3], "..."]), what, "names have at most six, with a dot between two")
        return True

    def _merge(self, into: Mapping, other: Mapping, name: str) -> None:
        """Add the names of one mapping to another; the same value twice in one layer is a mistake."""
        for key, item in other.items.items():
            there = into.items.get(key)
            full = f"{name}.{key}" if name else key
            if there is None:
                into.items[key] = item
                into.lines[key] = other.lines[key]
            elif isinstance(there, Mapping) and isinstance(item, Mapping) and "value" not in there.items:
                self._merge(there, item, full)
            else:
                what = f"it is given twice (also at {into.lines[key]})"
                self._problem(other.lines[key], full, what, "keep one of the two")

    def add_scenario(self, path: str, draft: str | None = None) -> Choice:
        """Lay a scenario file, or what it would hold, over the assumptions so far; what else it chooses comes back."""
        node = self._scenario(path, draft)
        if node is None:
            return Choice()
        self._check_keys(node, SCENARIO_KEYS)
        if "person" in node.items:
            self._lay(nested("person", self._person(node.items["person"]), node.lines["person"]))
        if "set" in node.items:
            self._add_set(node.items["set"])
        return self._choice(node)

    def choice_in(self, path: str, draft: str | None = None) -> Choice:
        """What a scenario file chooses, or would choose, besides values."""
        node = self._scenario(path, draft)
        return Choice() if node is None else self._choice(node)

    def _scenario(self, path: str, draft: str | None) -> Mapping | None:
        """The mapping that a scenario file holds or, where there is a draft of it, would hold."""
        if not path.strip():
            self._problem("SCENARIO", "", "the name of the file is empty", "name a scenario file, or leave it out")
            return None
        if path.strip().isdigit():
            hint = "ages of several children are written --kids 2,7"
            self._problem(path, "", "a scenario file cannot be called by a number alone", hint)
            return None
        text = text_of(Path(path), path, self.problems) if draft is None else draft
        node = self._parsed(text, path) if text is not None else None
        if node is not None and not isinstance(node, Mapping):
            self._problem(path, "", "a scenario is a mapping", f"it may give {', '.join(SCENARIO_KEYS)}")
        return node if isinstance(node, Mapping) else None

    def _person(self, node: Node) -> Node:
        """The person of a scenario, for whom the words of the flags serve as well as the names of the schema."""
        if not isinstance(node, Mapping):
            return node
        translated = Mapping(node.where)
        for key, item in node.items.items():
            name = PERSONAL.get(key, f"person.{key}").removeprefix("person.")
            if not self._is_too_deep(name, node.lines[key]):
                self._merge(translated, nested(name, item, node.lines[key]), "person")
        return translated

    def _add_set(self, node: Node) -> None:
        if not isinstance(node, Mapping):
            self._problem(node.where, "set", "a mapping is needed here", "write 'economy.discount_rate: 0.04' lines")
            return
        for name, item in node.items.items():
            self._add_value(name, item, node.lines[name])

    def _choice(self, node: Mapping) -> Choice:
        baseline, pathways = self._texts(node, "baseline"), self._texts(node, "pathways")
        if "pathways" in node.items and not pathways and not self.problems:
            self._problem(node.lines["pathways"], "pathways", "no pathway is named", "name some, or leave the line out")
        where = node.lines.get("pathways") or node.lines.get("baseline") or ""
        return Choice(pathways, baseline[0] if baseline else None, where, self._place(node))

    def _place(self, node: Mapping) -> dict[str, tuple[str, str]]:
        """The place and the occupation of a scenario: a state, 'national', or a mapping."""
        given, place = node.items.get("place"), dict[str, tuple[str, str]]()
        if isinstance(given, Mapping):
            self._check_keys(given, PLACE[:-1], "place")
            for key in PLACE[:-1]:
                self._keep(place, given, key, key)
        else:
            self._keep(place, node, "place", "state")
        text, where = place.get("state", ("", ""))
        if text == NATIONAL:
            del place["state"]
        elif "," in text:
            del place["state"]
            place["county"] = (text, where)
        self._keep(place, node, "occupation", "occupation")
        return place

    def _keep(self, kept: dict[str, tuple[str, str]], node: Mapping, key: str, name: str) -> None:
        """Add the text under a key, with its file and line, if there is one."""
        texts = self._texts(node, key)
        if len(texts) > 1:
            self._problem(node.lines[key], key, f"{len(texts)} are given", "give one; run mobcalc once for each")
        elif texts:
            kept[name] = (texts[0], node.lines[key])

    def _check_keys(self, node: Mapping, known: Sequence[str], name: str = "") -> None:
        """Report keys that mean nothing."""
        for key, line in node.lines.items():
            if key not in known:
                hint = nearest(key, known) or f"a {name or 'scenario'} may give {', '.join(known)}"
                self._problem(line, f"{name}.{key}" if name else key, f"unknown key '{key}'", hint)

    def _texts(self, node: Mapping, key: str) -> tuple[str, ...]:
        """The text under a key, or the texts of the list there; none when the key is missing."""
        item = node.items.get(key)
        if item is None:
            return ()
        try:
            return tuple(values.text(i) for i in (item.items if isinstance(item, Listing) else [item]))
        except values.RefusedError as refused:
            self.problems.append(values.problem(refused, key))
            return ()

    def _parsed(self, text: str, place: str, *, lines: bool = True) -> Node | None:
        """The tree of a YAML text."""
        from mobcalc.loader.parsing import parse  # the parser takes time to import, and many runs need none

        return parse(text, place, self.problems, lines=lines)

    def add_flag(self, flag: str, name: str, text: str, *, is_yaml: bool = False) -> None:
        """Lay one value from the command line, or from a row of a survey in YAML, over the assumptions so far."""
        # Only these flags take lists and maps; what others are given is one value as it stands.
        node: Node | None = Scalar(text, False, flag)
        if is_yaml or flag in YAML_FLAGS:
            node = self._parsed(text or "~", flag, lines=False)
        elif flag in LIST_FLAGS:
            node = Listing(flag)
            node.items = [Scalar(item.strip(), False, flag) for item in text.strip("[]").split(",")]
        if node is not None:
            self._add_value(name, node, flag)

    def _add_value(self, name: str, node: Node, where: str) -> None:
        if self.base is None:
            return
        if is_settable(self.base, name):
            self._lay(nested(name, node, where))
            return
        known = list(known_names(Assumptions, self.base))
        below = [other for other in known if other.startswith(f"{name}.")]
        holds = f"it holds {', '.join(below[:3])} ..."
        what = "there is no assumption of this name"
        hint = holds if below else name_hint(name, known, self.base.pathways)
        if name.split(".", maxsplit=1)[0] == "place" and self.base.place is None:
            what, hint = NO_PLACE
        self._problem(where, name, *(place_refusal(name) or (what, hint)))

    def _lay(self, layer: Mapping) -> None:
        overlay = Overlay(self.base is None, self.problems, self.shipped, self.routes)
        self.base = overlay.struct(layer, Assumptions, self.base, "")
        self.overrides += overlay.overrides
        # What is given again comes last, as it does within a layer.
        before = {name: where for name, where in self.touched.items() if name not in overlay.touched}
        self.touched = before | overlay.touched

    def add_all(self, layers: Layers) -> Choice:
        """Lay all layers over the assumptions, lowest first.

        Returns:
            What the scenario file chooses.
        """
        if layers.surveyed is not None and self.base is not None:
            for own in layers.surveyed(self.base):
                self.add_flag(*own, is_yaml=True)
        if layers.environment:
            self.add_path(layers.environment, "MOBCALC_ASSUMPTIONS")
        for path in layers.paths:
            self.add_path(path, "--assumptions")
        choice = self.add_scenario(layers.scenario, layers.draft) if layers.scenario is not None else Choice()
        for said in layers.program:
            self.add_flag(*said, is_yaml=True)
        for flag in layers.flags:
            self.add_flag(*flag)
        return choice

    def check(self, *, keeps_low_wage: bool = False) -> None:
        """Check what single values cannot show, once all of them are known to be sound."""
        if self.base is not None and not self.problems:
            self.problems.extend(checks.problems(self.base, self.touched, keeps_low_wage=keeps_low_wage))

    def _problem(self, where: str, name: str, what: str, hint: str) -> None:
        self.problems.append(Problem(where, name, what, hint))


def nested(name: str, node: Node, where: str) -> Mapping:
    """A dotted name as nested mappings with the node innermost."""
    for part in reversed(name.split(".")):
        mapping = Mapping(where)
        mapping.items[part] = node
        mapping.lines[part] = where
        node = mapping
    assert isinstance(node, Mapping)
    return node
