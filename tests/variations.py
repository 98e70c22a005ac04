"""Files of assumptions that nobody wrote: valid ones for the most part, each from a number of its own.

Each has a few values changed within the bounds of their fields, and may have a person, a household, a place, and a
pathway of its own that a shipped one was made into by dropping, adding and changing parts.
"""

import math
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import yaml

from mobcalc.loader.bundle import bundled_folder
from mobcalc.schema import (
    Assumptions,
    Field,
    Limits,
    Pathway,
    Records,
    field_at,
    fields,
    is_struct,
    known_names,
    records,
)
from mobcalc.units import is_money

STATES = ("NY", "MS", "CA", "DC", "TX")
OWN = "own-pathway"
OF_PLACE: dict[str, tuple[Any, ...]] = {
    "infant_care_family": (0, 100, 1e6),
    "infant_care_center": (0, 100, {"value": 100, "range": [0, 900]}),
    "goods_parity": (0.1, 1, 10, {"value": 1, "range": [0.5, 2]}),
    "rents": ([0, 0, 0, 0, 0], [1, 2, 3, 4, 5], [1e7, 1, 1e7, 1, 1e7]),
    "poverty_guideline": ([1, 0.5], [1e8, 1e8]),
    "family_premiums": ([0, 0], [1e7, 1e7]),
    "benchmark_premiums": ([0] * 65, [1e7] * 65),
}
"""Figures of a place, and values that they may have."""
CAREFUL = {"economy.consumer_prices", "people.survivors.both", "people.survivors.male", "people.survivors.female"}
"""Long published series, which are left as they are."""
PERSONAL = {
    "start_age": (16, 64),
    "retire_age": (45, 80),
    "wage": (17, 60),
    "years_out": (0, 4),
    "loan": (0, 30000),
    "loan_rate": (0, 0.2),
    "loan_term": (1, 40),
    "weekly_hours": (5, 60),
    "transport": (0, 5000),
    "child_care": (0, 9000),
    "quit_after": (0.1, 5),
}
"""Facts about the person, and the values that people may have."""
SETTINGS = {
    "economy": {"timing": ("begin", "mid", "end")},
    "person": {
        "sex": ("female", "male"),
        "attachment": ("attached", "population"),
        "education": ("less-than-hs", "some-college", "associate", "bachelors"),
        "without_aid": ("true", "false"),
    },
}


HANGING = {
    *("earnings", "percentiles", "education", "premium", "work_life", "causal_share", "male_share"),
    *("training", "length", "term_hours", "paid_hours", "step_starts", "wage_steps", "student_earnings_share"),
    *("impact", "participant", "completer", "fade_out", "zero_by_year", "completion"),
}
"""Parts of a pathway that others hang on, so that most files without them, or with one more, are refused."""


class Variation(NamedTuple):
    """A file of assumptions, the flags that go with it, and what is asked of it."""

    tree: dict[str, Any]
    place: tuple[str, ...]
    pathways: tuple[str, ...]
    name: str

    def write(self, file: Path) -> None:
        """Write the file."""
        file.write_text(yaml.dump(self.tree, Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper), sort_keys=False))


def variation(number: int, known: Records) -> Variation:
    """The variation of a number.

    Args:
        number: which.
        known: the bundled assumptions.
    """
    random = Random(number)
    tree: dict[str, Any] = {}
    singles = [n for n in known_names(Assumptions, known) if n not in CAREFUL and not n.startswith("person.")]
    for name in random.sample(singles, random.choice((0, 1, 2, 4, 8))):
        field = field_at(known, name)
        record = dict(records(known)).get(name)
        if field is not None and field.limits is not None:
            value = _value(random, field.limits, None if record is None else record.value)
            full = record is None and not field.limits.personal
            _put(tree, name, _record(random, value, field.limits, full=full))
    tree |= _settings(random, tree)
    place = ("--state", random.choice(STATES)) if random.random() < 0.5 else ()
    tree["person"] = {**tree.get("person", {}), **_person(random), **(_household(random) if place else {})}
    pathways = ["certificate"]
    if random.random() < 0.7:
        tree.setdefault("pathways", {})[OWN] = _pathway(random)
        pathways.append(OWN)
    pathways.append(random.choice([name for name in known.pathways if name != "no-postsecondary"]))
    if place and random.random() < 0.3:
        tree["place"] = {name: random.choice(values) for name, values in OF_PLACE.items() if random.random() < 0.5}
    tree = {name: part for name, part in tree.items() if part}
    if not tree:
        tree = {"economy": {"discount_rate": 0.02}}
    asked = random.choice((*(n for n in singles if _is_single(known, n)), *(f"person.{name}" for name in PERSONAL)))
    return Variation(tree, place, tuple(dict.fromkeys(pathways)), asked)


def _is_single(known: Records, name: str) -> bool:
    field = field_at(known, name)
    return field is not None and field.limits is not None and field.limits.form == "number"


def _settings(random: Random, tree: dict[str, Any]) -> dict[str, Any]:
    found = {}
    for part, names in SETTINGS.items():
        for name, words in names.items():
            if random.random() < 0.2:
                found[part] = {**tree.get(part, {}), **found.get(part, {}), name: random.choice(words)}
    return found


def _person(random: Random) -> dict[str, Any]:
    names = random.sample(list(PERSONAL), random.choice((0, 1, 2, 3)))
    found: dict[str, Any] = {}
    for name in names:
        low, high = PERSONAL[name]
        value = random.choice((low, high, random.uniform(low, high)))
        value = round(value) if name.endswith("_age") or name == "years_out" else round(value, 3)
        spread = sorted((value, round(random.uniform(low, high)), round(random.uniform(low, high))))
        is_spread = random.random() < 0.2
        found[name] = {"value": value, **_range(random, value, (spread[0], spread[-1]))} if is_spread else value
    if random.random() < 0.2:
        start = found.get("start_age", 18)
        start = start["value"] if isinstance(start, dict) else start
        found["planned_out"] = {start + random.randint(0, 20): random.choice((0.05, 1, 2.5, 12))}
    return found


def _household(random: Random) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if random.random() < 0.5:
        found["children"] = [random.randint(0, 17) for _ in range(random.choice((1, 1, 2, 3)))]
    if random.random() < 0.4:
        found |= {"adults": 2, "partner_earnings": random.choice((0, 20000, 1e6))}
    elif random.random() < 0.3:
        found["disability"] = True
    if "children" in found:
        found["care"] = random.choice(("paid", "paid", "subsidized", "none"))
        found |= {name: True for name in ("tanf", "school_meals") if random.random() < 0.2}
    if found.get("adults") == 2 and random.random() < 0.3:
        found["unmarried"] = True
    if random.random() < 0.2:
        found["voucher"] = True
    return found


def _put(tree: dict[str, Any], name: str, value: Any) -> None:
    *parts, last = name.split(".")
    for part in parts:
        tree = tree.setdefault(part, {})
    tree[last] = value


def _record(random: Random, value: Any, limits: Limits, *, full: bool) -> Any:
    """A value as a file gives it, perhaps with a range, or a record that stands by itself."""
    found: dict[str, Any] = {"value": value}
    if full:
        found |= {"unit": limits.unit, "kind": "assumed", "source": "judgement", "note": "a variation"}
        found |= {"price_year": random.choice((2008, 2025))} if is_money(limits.unit) else {}
    if isinstance(value, (int, float)) and random.random() < 0.5:
        low, high = limits.bounds
        ends = sorted((_value(random, limits, value), _value(random, limits, value), value))
        if random.random() < 0.4:
            half = min(value - low, high - value, max(abs(value), 1e-3))
            ends = [value - half, value, value + half]
        found |= _range(random, value, (ends[0], ends[-1]))
    return found if full or len(found) > 1 else value


def _range(random: Random, value: float, ends: tuple[float, float]) -> dict[str, Any]:
    """A range with the value in it; a value at an end of it is a bound, or else nearly always refused."""
    low, high = ends
    is_end = value in ends and low < high
    return {"range": [low, high], **({"bound": True} if is_end and random.random() < 0.95 else {})}


def _value(random: Random, limits: Limits, now: Any) -> Any:
    """A value within the bounds, near the one that is there, or at an end."""
    if isinstance(now, list):
        factor = random.choice((0.5, 0.9, 1.1, 2))
        return [_within(limits, item * factor) for item in now]
    if isinstance(now, dict):
        return {year: _within(limits, item * random.choice((0, -1, 0.5, 1, 3))) for year, item in now.items()}
    if limits.form != "number":
        return [_within(limits, 1), _within(limits, 2)] if limits.form == "list" else {1: 500.0, 3: -200.0}
    low, high = limits.bounds
    near = now if now else random.choice((0.1, 1, 100))
    chosen = random.choice(
        (low, high, near * 0.5, near * 0.9, near * 1.1, near * 2, near * 2, random.uniform(low, high))
    )
    return _within(limits, chosen)


def _within(limits: Limits, value: float) -> float:
    low, high = limits.bounds
    value = min(max(value, low), high)
    return float(round(value)) if limits.whole else float(f"{value:.6g}") if math.isfinite(value) else low


def _pathway(random: Random) -> dict[str, Any]:
    """A shipped pathway with parts dropped, added and changed."""
    file = random.choice(sorted((bundled_folder() / "pathways").glob("*.yaml")))
    found: dict[str, Any] = yaml.load(file.read_text(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    for own, field in list(_parts(found, Pathway)):
        hangs = field.name in HANGING and random.random() < 0.97
        if not field.required and not hangs and random.random() < 0.15:
            own.pop(field.name, None)
        elif field.limits is not None and random.random() < 0.15:
            now = own[field.name]["value"] if field.name in own else None
            if now is not None or (not hangs and random.random() < 0.3):
                value = _value(random, field.limits, now)
                own[field.name] = _record(random, value, field.limits, full=True)
    if random.random() < 0.2:
        found["family"] = random.choice(("apprenticeship", "training", "training", "none"))
    return found


def _parts(tree: dict[str, Any], kind: Any) -> Iterator[tuple[dict[str, Any], Field]]:
    """Every field below a pathway, with the part of the tree that holds it."""
    for field in fields(kind).values():
        if field.limits is None and is_struct(field.type):
            if field.name in tree:
                yield from _parts(tree[field.name], field.type)
                yield tree, field
        elif field.limits is not None or field.name in ("occupation", "college", "age_shape", "caution"):
            yield tree, field
