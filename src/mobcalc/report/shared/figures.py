"""Figures of look-ups: as cells of a table, as JSON objects and as flat rows."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from mobcalc.language import say
from mobcalc.report.formats.json import plain
from mobcalc.report.tables import Column, Table
from mobcalc.results.lookups import Figure
from mobcalc.schema import Source
from mobcalc.wording.numbers import in_unit, per

Said = Callable[[Figure], str]
"""What puts a figure's code into a sentence: that of its rule, or that of why there is none."""
PARTS = ("period", "area", "rule", "source", "price_year", "note", "why")


def amount(value: float, unit: str | None) -> str:
    """A number as its unit is shown: `$63,190`, `$30.38`, `9.5%`, `81,000`, `1.134`."""
    return in_unit(value, unit, lambda other: f"{other:.3f}" if unit == "ratio" else f"{other:,.0f}")


def amount_per(value: float, unit: str | None) -> str:
    """A number with the time that it is for, if it is money: `$687 a month`."""
    return per(amount(value, unit), unit)


def contract_of(figures: Sequence[Figure], rule: Said, why: Said) -> dict[str, Any]:
    """The figures by name, each with its unit, period, area, rule, source and, where there is no value, why."""
    return {figure.name: _parts(figure, rule, why) for figure in figures}


def _parts(figure: Figure, rule: Said, why: Said) -> dict[str, Any]:
    content: dict[str, Any] = msgspec.to_builtins(figure)
    del content["name"]
    content["value"] = plain(figure.value, figure.unit or "")
    is_known = figure.value is not None
    said = {"rule": rule(figure) if is_known else None, "why": None if is_known else why(figure)}
    return {**content, **said, "period": figure.period or None, "source": figure.source or None}


def flat_rows(figures: Sequence[Figure], rule: Said, why: Said) -> list[dict[str, Any]]:
    """One row for each number; a figure of several numbers gives one for each, named after it and joined by a dot."""
    lines = []
    for figure in figures:
        parts = _parts(figure, rule, why)
        value, rest = parts["value"], {name: parts[name] for name in PARTS}
        several = value if isinstance(value, dict) else {"": value}
        for part, one in several.items():
            name = f"{figure.name}.{part}" if part else figure.name
            cell = "; ".join(one) if isinstance(one, list) else one
            lines.append({"name": name, "value": cell, "unit": figure.unit, **rest})
    return lines


def cited(figures: Sequence[Figure], sources: Mapping[str, Source]) -> dict[str, Source]:
    """The sources of some figures by their keys, in the order in which they are cited."""
    return {key: sources[key] for key in dict.fromkeys(figure.source for figure in figures if figure.source)}


def source_contract(sources: Mapping[str, Source]) -> dict[str, Any]:
    """Sources by their keys."""
    return {key: msgspec.to_builtins(source) for key, source in sources.items()}


def source_table(sources: Mapping[str, Source]) -> Table:
    """Sources with their titles, publishers and dates."""
    columns = (Column(say("Source"), 22, False), Column(say("What it is"), 57, False))
    rows = [
        (key, say("{title}. {publisher}. As of {date}.", title=s.title, publisher=s.publisher, date=s.as_of))
        for key, s in sources.items()
    ]
    more = say(
        "Dollars are those of the period beside each figure, neither restated nor discounted. 'mobcalc assumptions "
        "sources' gives addresses, licences and quality."
    )
    return Table(say("Sources"), columns, [*rows], more)
