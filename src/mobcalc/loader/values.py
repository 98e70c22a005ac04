"""Single values and records: from nodes of text to numbers with units, or a problem each."""

from typing import Any, NamedTuple, get_args

import msgspec

from mobcalc.errors import Problem
from mobcalc.loader.nodes import Listing, Mapping, Node, Scalar
from mobcalc.schema import Assumption, Education, Kind, Limits, Sex
from mobcalc.units import FULL_TIME_YEAR, UNITS, NotANumberError, is_money, nearest, number

RECORD_KEYS = ("value", "unit", "kind", "source", "price_year", "range", "population", "note", "period", "bound")
FULL_RECORD = ("value", "unit", "kind", "source")
WRITTEN_KINDS = ("observed", "derived", "assumed")
WHY = {
    "assumed": ("an assumed", "why this value was chosen"),
    "derived": ("a derived", "how it was computed from the source"),
}
MAX_ITEMS = 400


class RefusedError(Exception):
    """A value that cannot be used; caught where the name it belongs to is known."""

    def __init__(self, where: str, what: str, hint: str) -> None:
        """Keep the place, the reason and the remedy."""
        self.problem = (where, what, hint)
        super().__init__(what)


class Place(NamedTuple):
    """Where a value goes: what the field accepts, and what stands there now."""

    limits: Limits
    current: Assumption | None


def record(node: Node, place: Place, shipped: bool) -> Assumption:
    """The record that a node stands for.

    Args:
        node: a record, or for an override also a bare value.
        place: the field it is for.
        shipped: whether it must stand by itself, as every bundled record does.

    Raises:
        RefusedError: with the reason.
    """
    given = _parts(node, place.limits)
    value = _value(given["value"], place.limits) if "value" in given else None
    span = _range(given["range"], place.limits) if "range" in given else None
    stands_alone = {"kind", "source"} <= given.keys()
    if not stands_alone and ({"kind", "source"} & given.keys()) and not shipped:
        raise RefusedError(
            node.where, "only one of kind and source is given", "give both, or neither to mark the value as yours"
        )
    if stands_alone or shipped or (place.current is None and not place.limits.personal):
        made = _full(node, given, value, span, place)
    else:
        made = _override(node, given, value, span, place)
    _check_range(made, node.where)
    _check_price_years(made, node.where)
    return made


def _parts(node: Node, limits: Limits) -> dict[str, Node]:
    """The parts of a record by key; a bare value is a record with only a value."""
    if not isinstance(node, Mapping):
        return {"value": node}
    if limits.form == "by_year" and node.items and all(_is_digits(key) for key in node.items):
        return {"value": node}
    for key in node.items:
        if key not in RECORD_KEYS:
            hint = nearest(key, RECORD_KEYS) or "a record has " + ", ".join(RECORD_KEYS)
            raise RefusedError(node.lines[key], f"unknown key '{key}'", hint)
    return node.items


def _full(node: Node, given: dict[str, Node], value: Any, span: tuple[float, float] | None, place: Place) -> Assumption:
    """A record that stands by itself."""
    _check_whole(node, given, place.limits)
    _check_unit(given["unit"], place.limits)
    kind = text(given["kind"])
    if kind not in WRITTEN_KINDS:
        raise RefusedError(given["kind"].where, f"unknown kind '{kind}'", f"write one of {', '.join(WRITTEN_KINDS)}")
    if "note" not in given and kind in WHY:
        raise RefusedError(node.where, f"{WHY[kind][0]} number needs a note", f"say in 'note' {WHY[kind][1]}")
    return Assumption(
        value=value,
        unit=place.limits.unit,
        kind=msgspec.convert(kind, type=Kind),
        source=text(given["source"]),
        where=node.where,
        price_year=_price_year(given, place.limits),
        range=span,
        population=_optional(given, "population"),
        note=_optional(given, "note"),
        period=int(single(given["period"], PRICE_YEARS)) if "period" in given else None,
        bound=_bound(given),
    )


def _check_whole(node: Node, given: dict[str, Node], limits: Limits) -> None:
    """Refuse a record that lacks a part which one standing by itself needs."""
    needed = [*FULL_RECORD, *(["price_year"] if is_money(limits.unit) else [])]
    missing = [key for key in needed if key not in given]
    if missing:
        year = ", price_year: 2025" if is_money(limits.unit) else ""
        example = f"{{value: 1, unit: {limits.unit}{year}, kind: assumed, source: judgement, note: why}}"
        hint = f"a new number needs the full record, such as {example}"
        raise RefusedError(node.where, f"missing {', '.join(missing)}", hint)


def _override(
    node: Node, given: dict[str, Node], value: Any, span: tuple[float, float] | None, place: Place
) -> Assumption:
    """A value put over another: what it does not say is inherited, and it is marked as the user's."""
    if "unit" in given:
        _check_unit(given["unit"], place.limits)
    if value is None and place.current is None:
        raise RefusedError(node.where, "missing value", "give at least a value")
    below = place.current or Assumption(0.0, place.limits.unit, "user", "", "")
    changes: dict[str, Any] = {"kind": "user", "source": node.where, "where": node.where}
    if value is not None:
        # A new value drops the old range, which spoke of the old value.
        changes |= {"value": value, "range": None, "period": None, "bound": False}
    if span is not None:
        changes["range"] = span
        # A wider range has something beyond what was a bound.
        changes["bound"] = value is None and below.bound and below.value in span
    return msgspec.structs.replace(below, **(changes | _besides(given, place)))


def _besides(given: dict[str, Node], place: Place) -> dict[str, Any]:
    """What an override says besides its value and range."""
    texts: dict[str, Any] = {key: text(given[key]) for key in ("population", "note") if key in given}
    if "price_year" in given:
        texts["price_year"] = _price_year(given, place.limits)
    if "bound" in given:
        texts["bound"] = _bound(given)
    return texts


def _bound(given: dict[str, Node]) -> bool:
    """Whether a value is an end of its range that nothing lies beyond."""
    return "bound" in given and bool(setting(given["bound"], bool, ()))


def _check_unit(node: Node, limits: Limits) -> None:
    unit = text(node)
    if unit == limits.unit:
        return
    hint = f"write unit: {limits.unit} and give the value in it"
    if unit not in UNITS:
        raise RefusedError(node.where, f"unknown unit '{unit}'", hint)
    raise RefusedError(node.where, f"the unit is {unit}, but this value is in {limits.unit}", hint)


def _check_range(made: Assumption, where: str) -> None:
    if made.range is None:
        if made.bound:
            raise RefusedError(where, "a bound goes with a range, which the number has not", "give its range too")
        return
    if not isinstance(made.value, float):
        raise RefusedError(where, "a range goes with a single number only", "leave out the range")
    low, high = made.range
    if not low <= made.value <= high:
        what = f"the value {made.value:g} is outside its own range {low:g} to {high:g}"
        raise RefusedError(where, what, "widen the range or correct the value")
    if made.value in made.range and low < high and not made.bound:
        what = f"the value {made.value:g} is an end of its range {low:g} to {high:g}, of which it should be the mean"
        raise RefusedError(where, what, "widen the range, or add 'bound: true' where nothing lies beyond it")


def _check_price_years(made: Assumption, where: str) -> None:
    """Price years by point must be those of the points, also where one of the two was inherited."""
    years = made.price_year
    if isinstance(years, dict) and (not isinstance(made.value, dict) or made.value.keys() != years.keys()):
        raise RefusedError(where, "the price years are not those of the points", "give one price year for each point")


def text(node: Node) -> str:
    """The text of a scalar."""
    if not isinstance(node, Scalar):
        raise RefusedError(node.where, f"a text is needed here, not a {shape(node)}", "write 'name: text'")
    if node.is_null() or not node.text.strip():
        raise RefusedError(node.where, "nothing is written here", "give a text, or leave the line out")
    return node.text.strip()


def shape(node: Node) -> str:
    """What a node is, in plain words."""
    return {Scalar: "single value", Listing: "list", Mapping: "mapping"}[type(node)]


def _optional(given: dict[str, Node], key: str) -> str | None:
    return text(given[key]) if key in given else None


def single(node: Node, limits: Limits) -> float:
    """A single number within the bounds of its field."""
    if not isinstance(node, Scalar):
        raise RefusedError(node.where, f"a number is needed here, not a {shape(node)}", "write a single number")
    if node.is_null():
        raise RefusedError(node.where, "nothing is written here", "give a number, or leave the line out")
    if node.quoted:
        raise RefusedError(
            node.where, f"'{node.text}' is in quotes, so it is a text", "write the number without quotes"
        )
    try:
        value = number(node.text, AGE_FORM) if limits.unit == "years" else number(node.text)
    except NotANumberError as error:
        raise RefusedError(node.where, error.what, error.hint) from None
    _check_bounds(value, node, limits)
    return value


def _check_bounds(value: float, node: Scalar, limits: Limits) -> None:
    low, high = limits.bounds
    if not low <= value <= high:
        hint = f"give a number from {low:.10g} to {high:.10g}"
        if limits.unit in ("share", "share/year") and 1 < value <= 100:
            hint += f"; {node.text} percent is {value / 100:g}"
        if limits.unit == "USD/hour" and low <= value / FULL_TIME_YEAR <= high:
            hint += f"; {value:,.10g} a year is {value / FULL_TIME_YEAR:.2f} an hour, full time"
        raise RefusedError(node.where, f"{node.text} is out of range for a value in {limits.unit}", hint)
    if limits.whole and value != int(value):
        example = ", not a share: 55 of 100 of 40 are 22" if limits.unit == "people" and value < 1 else ""
        raise RefusedError(node.where, f"{node.text} is not a whole number", f"give whole {limits.unit}{example}")


def _value(node: Node, limits: Limits) -> float | list[float] | dict[int, float]:
    """The value of a record in the form that its field takes."""
    if limits.form == "list":
        if not isinstance(node, Listing) or not node.items:
            raise RefusedError(node.where, f"a list of numbers is needed here, not a {shape(node)}", "write [1, 2, 3]")
        _check_count(node.items, node)
        return [single(item, limits) for item in node.items]
    if limits.form == "by_year":
        if not isinstance(node, Mapping) or not node.items:
            by, example = ("age", "{30: 2}") if limits.unit == "years" else ("year", "{1: 500, 2: 800}")
            raise RefusedError(node.where, f"a map by {by} is needed here, not a {shape(node)}", f"write {example}")
        _check_count(node.items, node)
        by_year = {_year(key, node): single(item, limits) for key, item in node.items.items()}
        return dict(sorted(by_year.items()))
    return single(node, limits)


def _check_count(items: Any, node: Node) -> None:
    if len(items) > MAX_ITEMS:
        raise RefusedError(node.where, f"there are more than {MAX_ITEMS} values", "give fewer")


def _is_digits(text: str) -> bool:
    """Whether a text is written in the digits 0 to 9 alone; a superscript two is a digit to Python, but no number."""
    return text.isascii() and text.isdecimal()


def _year(key: str, node: Mapping) -> int:
    if not _is_digits(key) or len(key) > 4 or (len(key) > 1 and key[0] == "0"):
        raise RefusedError(node.lines[key], f"'{key}' is not a year", "write a whole number, such as 6 or 2024")
    return int(key)


def _range(node: Node, limits: Limits) -> tuple[float, float]:
    if not isinstance(node, Listing) or len(node.items) != 2:
        raise RefusedError(node.where, "a range is a list of two numbers", "write range: [low, high]")
    low, high = (single(item, limits) for item in node.items)
    if low > high:
        raise RefusedError(
            node.where, f"the range starts at {low:g}, above its end {high:g}", "write range: [low, high]"
        )
    return low, high


PRICE_YEARS = Limits("years", 1913, 2100, whole=True)


def _price_year(given: dict[str, Node], limits: Limits) -> int | dict[int, int] | None:
    """The year whose dollars the value is in: one, or one for each point of a map by year."""
    if "price_year" not in given:
        return None
    node = given["price_year"]
    if not is_money(limits.unit):
        raise RefusedError(node.where, f"a value in {limits.unit} has no price year", "leave out price_year")
    if isinstance(node, Mapping):
        years = {_year(key, node): int(single(item, PRICE_YEARS)) for key, item in node.items.items()}
        return dict(sorted(years.items()))
    return int(single(node, PRICE_YEARS))


SAME_WORD = {
    **{word: word for word in get_args(Education)},
    "less-than-hs": "less-than-high-school",
    "hs": "high-school",
    "ged": "high-school",
    "high-school-diploma": "high-school",
    "associate-degree": "associate",
    "bachelor": "bachelors",
    "bachelors-degree": "bachelors",
}
"""What educations are called besides, pathway ids among it."""


SAME_SEX = {**dict.fromkeys(("woman", "f", "w", "mujer"), "female"), **dict.fromkeys(("man", "m", "hombre"), "male")}
"""What women and men are called besides, in small letters."""
AGE_FORM = "write digits with an optional decimal point, such as 30"
"""How ages and lengths are written [years]."""


def setting(node: Node, kind: Any, options: tuple[Any, ...]) -> Any:
    """The value of a setting: a text, one of several words, yes or no, or a whole number."""
    if options:
        word = text(node)
        if options == get_args(Education):
            word = SAME_WORD.get(word.replace("_", "-").lower(), word)
        elif options == get_args(Sex):
            word = SAME_SEX.get(word.lower(), word.lower())
        if word not in options:
            raise RefusedError(node.where, f"unknown word '{text(node)}'", f"write one of {', '.join(options)}")
        return word
    if kind is bool:
        word = text(node)
        if word not in ("true", "false"):
            raise RefusedError(node.where, f"'{word}' is neither true nor false", "write true or false")
        return word == "true"
    if kind is int:
        return int(single(node, PRICE_YEARS))
    return text(node)


def problem(refused: RefusedError, name: str) -> Problem:
    """The problem of a refused value, under the name it was for."""
    where, what, hint = refused.problem
    return Problem(where, name, what, hint)
