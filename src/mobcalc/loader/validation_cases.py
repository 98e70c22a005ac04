"""The published cases that are shipped beside the assumptions, as checked structs."""

from typing import Any

import msgspec

from mobcalc.errors import InputError, Problem
from mobcalc.loader.files import bundled_folder, text_of
from mobcalc.loader.nodes import Listing, Node, Scalar
from mobcalc.loader.parsing import parse
from mobcalc.schema.validation import PUBLISHED, Expected, PublishedCase


def validation_cases() -> dict[str, PublishedCase]:
    """The published cases by id, in the order written.

    Raises:
        InputError: where the file is missing, is no YAML, or has a case that is not of the shape of cases.
    """
    problems: list[Problem] = []
    text = text_of(bundled_folder() / PUBLISHED, PUBLISHED, problems)
    tree = None if text is None else parse(text, PUBLISHED, problems)
    written = _plain(tree) if tree is not None else {}
    if problems or not isinstance(written, dict):
        raise InputError(problems or [Problem(PUBLISHED, "", "it has no cases by name", "install mobcalc again")])
    return {name: _case(name, case) for name, case in written.items()}


def _case(name: str, written: Any) -> PublishedCase:
    """One case.

    Raises:
        InputError: where it has not the shape of cases, or expects nothing that it could be held to.
    """
    try:
        # Everything in a YAML file is a text until a field says what it is.
        case = msgspec.convert(written, PublishedCase, strict=False, str_keys=True)
    except msgspec.ValidationError as error:
        raise InputError([Problem(PUBLISHED, name, str(error), HINT)]) from None
    loose = [key for key, expected in case.expect.items() if not _is_held(expected, case.kind == "band")]
    if loose or not case.expect:
        what = f"'{loose[0]}' has not what a case of this kind is held to" if loose else "it expects nothing"
        raise InputError([Problem(PUBLISHED, name, what, HINT)])
    return case


HINT = "a band is a pair and stands in cases of the kind band; all others have 'published' and a tolerance"


def _is_held(expected: Expected, is_band: bool) -> bool:
    """Whether a figure has a band, in a case of that kind, or a published value with a tolerance in any other."""
    has_tolerance = (expected.tolerance is None) != (expected.relative_tolerance is None)
    if is_band:
        return expected.band is not None and expected.tolerance is None and expected.relative_tolerance is None
    return expected.band is None and expected.published is not None and has_tolerance


def _plain(node: Node) -> Any:
    """A tree of nodes as dicts, lists and texts."""
    if isinstance(node, Scalar):
        return None if node.is_null() else node.text
    if isinstance(node, Listing):
        return [_plain(item) for item in node.items]
    return {key: _plain(item) for key, item in node.items.items()}
