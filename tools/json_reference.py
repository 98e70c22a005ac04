"""Writes docs/json.md: every key of the JSON, from what the package says of it for the JSON Schemas.

Run as `python tools/json_reference.py > docs/json.md`. The text is in json_reference.md beside this file; a line
such as {{Outcomes}} is where the table of an object goes.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mobcalc.report.compare_columns import SHORT
from mobcalc.report.contract import basis, compare, program
from mobcalc.report.contract.json_schema import ANSWERS, FILES, WHERE, object_of
from mobcalc.report.contract.keys import Key, Thing

HERE = Path(__file__).parent
GAP = re.compile(r"^\{\{(\w+)\}\}$", re.MULTILINE)
KEYS = "#keys-of-every-answer-about-pathways"
"""Where these stand on the page."""
WHOLE = "Shared"
"""What the keys of every answer about pathways are called."""
PARTS = {
    compare.CLIENT.name: (compare.COMPARE, "`compare` for one person"),
    program.SIDE.name: (program.PROGRAM, "`program` for one program"),
}
"""Objects that are a whole answer within another, with what that is called."""
NAMES = {"string": "text", "boolean": "yes or no", "integer": "whole number", "object": "object", "array": "list"}


def things() -> dict[str, Thing]:
    """Every object of the JSON by its name."""
    answers = [one for answer in (ANSWERS | FILES).values() for one in (*answer.things, *answer.objects)]
    return {one.name: one for one in (basis.SHARED, *basis.OBJECTS, *answers)}


def main() -> None:
    """Print the page."""
    known = things()
    text = (HERE / "json_reference.md").read_text(encoding="utf-8")
    text = text.replace("{{short columns}}", short_columns())
    print(GAP.sub(lambda found: section(known[found[1]]), text), end="")


def short_columns() -> str:
    """The short columns and what they say."""
    rows = [f"| `{name}` | {one.about} |" for name, one in SHORT.items()]
    return "\n".join(["| column | meaning |", "|---|---|", *rows])


def section(one: Thing) -> str:
    """An object under its name; of an answer, which has a heading already, the keys alone."""
    if one.name in (WHOLE, *_answers()):
        return table(one)
    return f"### {one.name}\n\n{one.says}\n\n{table(one)}"


def _answers() -> list[str]:
    return [one.name for answer in (ANSWERS | FILES).values() for one in answer.things]


def table(one: Thing) -> str:
    """The keys of an object; of an answer those alone that it does not share with others."""
    common = [name for name, key in one.keys.items() if _is_shared(one, name, key)]
    properties = object_of(one)["properties"]
    rows = [_row(name, key, properties[name]) for name, key in one.keys.items() if name not in common]
    head = ["| key | type | unit | meaning |", "|---|---|---|---|"]
    return "\n".join([*_as_shared(one, common), *head, *rows])


def _is_shared(one: Thing, name: str, key: Key) -> bool:
    """Whether a key of an answer is one that other answers have too."""
    if one.name in PARTS:
        whole, _ = PARTS[one.name]
        return whole.keys.get(name) == key
    return one.name in _answers() and key == basis.TERMS.get(name)


def _as_shared(one: Thing, names: list[str]) -> list[str]:
    """A sentence on the keys that answers share."""
    if one.name in PARTS:
        _, said = PARTS[one.name]
        return [f"All keys of {said} but the first two, and this:", ""]
    if set(basis.TERMS) <= set(names):
        return [f"All keys [of every answer about pathways]({KEYS}), and these:", ""]
    named = ", ".join(f"`{name}`" for name in names)
    return [f"As [in every answer about pathways]({KEYS}): {named}. And:", ""] if names else []


def _row(name: str, key: Key, schema: Mapping[str, Any]) -> str:
    empty = "" if not key.empty else f"; null {key.empty}"
    within = "" if not key.empty_within else f"; a value is null {key.empty_within}"
    cells = (f"`{name}`", kind(schema), schema.get("x-unit", ""), f"{key.says}{empty}{within}")
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def kind(schema: Mapping[str, Any]) -> str:
    """A type in words."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(WHERE)
        return f"[{name}](#{name.lower()})"
    if "enum" in schema:
        return " or ".join("null" if one is None else f"`{one}`" for one in schema["enum"])
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(kind(one) for one in schema["anyOf"]))
    found = schema.get("type", "anything")
    if isinstance(found, list):
        return " or ".join(NAMES.get(one, one) for one in found)
    if found == "array" and "prefixItems" in schema:
        return f"{len(schema['prefixItems'])} of {kind(schema['prefixItems'][0])}"
    if found == "array":
        return f"list of {kind(schema['items'])}"
    if found == "object":
        return f"map of {kind(schema['additionalProperties'])}"
    return NAMES.get(found, found)


if __name__ == "__main__":
    main()
