"""Strict YAML: the tree of a document, built from parse events.

Working from events keeps deep nesting from reaching libyaml's recursive composer. Only files and values that are lists
or maps are parsed, so a plain run need not pay for importing the parser.
"""

from itertools import accumulate
from typing import Any

import yaml

from mobcalc.characters import obeyed
from mobcalc.errors import Problem
from mobcalc.loader.nodes import Listing, Mapping, Node, Scalar

MAX_DEPTH = 20
MOST_VALUES = 20_000
"""All that is shipped has fewer than 10,000 keys and values; nobody wrote a file that has more than this."""
TOO_DEEP = f"the nesting is deeper than {MAX_DEPTH} levels", "flatten the file; names have at most six parts"
# libyaml gives plain scalars an empty style, the Python parser None.
QUOTES = ("'", '"', "|", ">")


def parse(text: str, place: str, problems: list[Problem], *, lines: bool = True) -> Node | None:
    """The tree of one YAML document.

    Args:
        text: the document.
        place: the file's name or the flag, the start of every `where`.
        problems: what is wrong is added here.
        lines: whether a line number belongs after `place`.

    Returns:
        The tree, or None when the text could not be read.
    """
    builder = _Builder(place, problems, lines)
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if not builder.take(event):
                return None
    except UnicodeEncodeError:
        problems.append(
            Problem(place, "", "the text is not in UTF-8", "type it again, or use a file with the encoding UTF-8")
        )
        return None
    except yaml.YAMLError as error:
        problems.append(_unparsed(error, text, builder))
        return None
    if builder.root is None:
        problems.append(
            Problem(place, "", "the file is empty", "give at least one name and value, or leave the file out")
        )
    return builder.root


def _unparsed(error: yaml.YAMLError, text: str, builder: "_Builder") -> Problem:
    """What to say of a text at which the parser gave up: that it is too deep, if it is, whatever the parser says."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    # Parsers read ahead, so that some refuse brackets for their depth before the events that open them arrive.
    if mark is not None and _depth(text[: mark.index]) > MAX_DEPTH:
        return Problem(builder.at(mark), "", *TOO_DEEP)
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be parsed"
    hint = "check the indentation, colons and quotes just above"
    return Problem(builder.at(mark), "", f"this is not YAML: {what}", hint)


def _depth(text: str) -> int:
    """How many brackets are open at the most, taking all of them for YAML's own."""
    return max(accumulate((c in "[{") - (c in "]}") for c in text if c in "[]{}"), default=0)


class _Builder:
    """Builds the tree event by event and refuses what has no place in a file of assumptions."""

    def __init__(self, place: str, problems: list[Problem], lines: bool) -> None:
        self.place = place
        self.problems = problems
        self.lines = lines
        self.root: Node | None = None
        self.open: list[Listing | Mapping] = []
        self.keys: list[str | None] = []
        self.documents = 0
        self.values = 0

    def at(self, mark: Any) -> str:
        """The place to name for a mark of the parser."""
        return f"{self.place}:{mark.line + 1}" if mark and self.lines else self.place

    def refuse(self, event: yaml.Event, what: str, hint: str) -> bool:
        """Add a problem; False, as `take` returns it."""
        self.problems.append(Problem(self.at(event.start_mark), "", what, hint))
        return False

    def take(self, event: yaml.Event) -> bool:
        """Add one event; False when the rest is not worth reading."""
        self.values += isinstance(event, yaml.NodeEvent)
        if self.values > MOST_VALUES:
            return self.refuse(event, f"there are more than {MOST_VALUES:,} keys and values", "split the file")
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                return self.refuse(
                    event, "there is a second YAML document", "keep one document in a file (no '---' inside)"
                )
        elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            return self.refuse(
                event, "anchors and aliases (& and *) are not accepted", "write the value out where it is needed"
            )
        elif (tag := getattr(event, "tag", None)) not in (None, "!"):
            return self.refuse(event, f"the tag {tag} is not accepted", "write the plain value without a tag")
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            return self._open(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self.open.pop()
            self.keys.pop()
        elif isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        return True

    def _open(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> bool:
        if len(self.open) >= MAX_DEPTH:
            return self.refuse(event, *TOO_DEEP)
        if self._awaits_key():
            return self.refuse(event, "a key must be a plain text", "write 'name: value'")
        node = (Mapping if isinstance(event, yaml.MappingStartEvent) else Listing)(self.at(event.start_mark))
        self._attach(node)
        self.open.append(node)
        self.keys.append(None)
        return True

    def _scalar(self, event: yaml.ScalarEvent) -> bool:
        where = self.at(event.start_mark)
        if obeyed().search(event.value):
            return self.refuse(event, "there is a control character in the text", "remove it and type the text again")
        if not self._awaits_key():
            self._attach(Scalar(event.value, event.style in QUOTES, where))
            return True
        mapping = self.open[-1]
        assert isinstance(mapping, Mapping)
        if event.value == "<<" and event.style not in QUOTES:
            return self.refuse(event, "merge keys (<<) are not accepted", "write the values out where they are needed")
        if event.value in mapping.items:
            first = mapping.lines[event.value]
            return self.refuse(
                event, f"the key '{event.value}' is given twice (first at {first})", "keep one of the two"
            )
        mapping.lines[event.value] = where
        # Holds the place until the value comes, so that a repeated key is seen even if its first value is nested.
        mapping.items[event.value] = Scalar("", False, where)
        self.keys[-1] = event.value
        return True

    def _awaits_key(self) -> bool:
        return bool(self.open) and isinstance(self.open[-1], Mapping) and self.keys[-1] is None

    def _attach(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent, Listing):
            parent.items.append(node)
            return
        key = self.keys[-1]
        assert key is not None
        parent.items[key] = node
        self.keys[-1] = None
