"""Holds real outputs against the published schemas: no key that these do not know, no null without its meaning."""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from mobcalc.report.contract.json_schema import ANSWERS, WHERE, schema_of
from mobcalc.report.contract.keys import WHY

IN_WHY = f"null {WHY}"


def command_of(arguments: Sequence[str]) -> str | None:
    """The command of a command line, by its first one or two words; None where it has no schema."""
    return next((name for name in (" ".join(arguments[:2]), *arguments[:1]) if name in ANSWERS), None)


def strict(schema: Any) -> Any:
    """A schema that allows no key beside those that it names."""
    if isinstance(schema, list):
        return [strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: strict(one) for key, one in schema.items()}
    return closed | ({"additionalProperties": False} if "properties" in schema and "required" in schema else {})


@cache
def checker(command: str) -> tuple[dict[str, Any], Draft202012Validator]:
    """The strict schema of a command, and what holds an output against it."""
    schema = strict(schema_of(command))
    return schema, Draft202012Validator(schema)


def check(command: str, output: str) -> None:
    """Refuse an output that the schema of its command, or of its kind of file, does not describe in full."""
    content = json.loads(output)
    schema, validator = checker(command)
    wrong = best_match(validator.iter_errors(content))
    assert wrong is None, f"{command}: {wrong.json_path}: {wrong.message[:300]}"
    unsaid = [path for path in nulls_without_meaning(schema, content)]
    assert not unsaid, f"{command}: null without its meaning: {', '.join(unsaid[:20])}"


def check_record(text: str) -> None:
    """Refuse a record that its schema does not describe in full, or whose answer that of its command does not."""
    record = json.loads(text)
    check(record["command"], json.dumps(record["answer"]))
    check("record", json.dumps({**record, "answer": {}}))


def nulls_without_meaning(schema: dict[str, Any], content: Any) -> Iterator[str]:
    """The paths of null values that neither the schema nor the nearest `why` explains."""
    yield from _nulls(schema, schema, content, "", "", None, "")


def _nulls(root: Any, schema: Any, value: Any, path: str, within: str, why: Any, said: str) -> Iterator[str]:
    """Those at or below a value.

    Args:
        root: the whole schema.
        schema: that of the value.
        value: a part of the content.
        path: where it stands.
        within: where it stands below the object that has the nearest `why`.
        why: that.
        said: what the schema says of null here.
    """
    said = schema.get("x-null", said)
    if value is None:
        if not said or (said == IN_WHY and not _is_explained(within, why)):
            yield path
        return
    schema = _of(root, schema, value)
    if isinstance(value, dict):
        if "why" in value:
            why, within = value["why"], ""
        for key, one in value.items():
            part = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
            below = part if isinstance(part, dict) else {}
            yield from _nulls(root, below, one, f"{path}.{key}", f"{within}.{key}".lstrip("."), why, "")
    elif isinstance(value, list):
        items = schema.get("items", {})
        for number, one in enumerate(value):
            yield from _nulls(root, items, one, f"{path}[{number}]", within, why, "")


def _of(root: Any, schema: Any, value: Any) -> Any:
    """The schema that a value has among those that it may have, references followed."""
    if "$ref" in schema:
        return root["$defs"][schema["$ref"].removeprefix(WHERE)]
    for one in [*schema.get("anyOf", []), *schema.get("oneOf", [])]:
        found = _of(root, one, value)
        if isinstance(value, dict) and (set(found.get("required", ())) <= set(value) and found.get("type") != "null"):
            return found
        if isinstance(value, list) and found.get("type") == "array":
            return found
    return schema


def _is_explained(within: str, why: Any) -> bool:
    """Whether the nearest `why` has a reason under the key, its path or an end of that; a single reason is of all."""
    parts = within.split(".")
    if isinstance(why, dict):
        return any(".".join(parts[start:]) in why for start in range(len(parts)))
    return isinstance(why, str) and bool(why)
