"""Chances and ranges as tables of the comparison, and as a part of its JSON and of its rows."""

from typing import Any

from mobcalc.report.as_json import plain
from mobcalc.report.numbers import signed_dollars, years
from mobcalc.report.tables import Column, Table
from mobcalc.report.text import chances as text
from mobcalc.report.text import comparison as words
from mobcalc.results import LAYERS, TOGETHER, Chances, Comparison, Layers, PathwayResult, VersusBaseline

PATHWAY_WIDTH, NUMBER_WIDTH = 31, 9


def tables(comparison: Comparison) -> list[Table]:
    """Chances and ranges, where they come from, and pairs of pathways; none without draws."""
    # As in the other tables: by kind of evidence.
    in_order = [result for kind in words.KIND_TITLES for result in comparison.pathways if result.evidence == kind]
    drawn = [(result, versus, versus.chances) for result in in_order if (versus := result.versus_baseline)]
    known = [(result, versus, layers) for result, versus, layers in drawn if layers is not None]
    if not known:
        return []
    found = [
        Table(
            text.title(comparison),
            _columns(text.COLUMNS),
            [_chances_row(result.name, layers.together) for result, _, layers in known],
            text.caption(comparison),
        ),
        Table(
            text.spread_title(),
            _columns(text.SPREAD_COLUMNS),
            [_spread_row(*one) for one in known],
            text.spread_caption(comparison, known[0][2].parameter.draws),
        ),
    ]
    return found + _kept(comparison, known) + _pairs(comparison, in_order)


def _columns(titles: tuple[str, ...]) -> tuple[Column, ...]:
    return (Column(titles[0], PATHWAY_WIDTH, False), *(Column(title, NUMBER_WIDTH) for title in titles[1:]))


def _chances_row(name: str, found: Chances) -> tuple[str, ...]:
    age = found.ahead_in_8_of_10_by_age
    return (
        name,
        text.chance(found.chance_ahead),
        text.chance(found.chance_behind),
        *(signed_dollars(amount) for amount in (found.gain_p10, found.gain_p50, found.gain_p90)),
        text.NEVER if age is None else years(age),
    )


def _spread_row(result: PathwayResult, versus: VersusBaseline, layers: Layers) -> tuple[str, ...]:
    alone = (layers.parameter, layers.one_life)
    ends = [amount for found in alone for amount in (found.gain_p10, found.gain_p90)]
    amounts = (versus.gain.net_present_value, layers.together.gain_mean, *ends)
    return (result.name, *(signed_dollars(amount) for amount in amounts))


def _kept(comparison: Comparison, known: list[tuple[PathwayResult, VersusBaseline, Layers]]) -> list[Table]:
    """Chances of what the household keeps; none without a place."""
    kept = [(result, versus, layers.net_resources) for result, versus, layers in known]
    rows = [_chances_row(result.name, found) for result, _, found in kept if found is not None]
    result, versus, found = kept[0]
    point = versus.gain.net_resources_present_value
    if found is None or point is None:
        return []
    caption = text.kept_caption(comparison, found.gain_mean, point, result.name)
    return [Table(text.kept_title(), _columns(text.COLUMNS), rows, caption)]


def _pairs(comparison: Comparison, in_order: list[PathwayResult]) -> list[Table]:
    """The best pathway of each kind of evidence against the others of its kind."""
    chances, titles = comparison.pairwise_chance_ahead, {result.id: result.name for result in in_order}
    assert chances is not None  # something was drawn
    rows: list[tuple[str, ...]] = []
    for ids in comparison.ranking["to_retirement"].values():
        best, *others = [name for name in ids if name != comparison.baseline] or [""]
        rows += [(titles[best], titles[other], text.chance(chances[best][other] or 0.0)) for other in others]
    columns = (Column(text.PAIR_COLUMNS[0], PATHWAY_WIDTH, False), Column(text.PAIR_COLUMNS[1], PATHWAY_WIDTH, False))
    last = Column(text.PAIR_COLUMNS[2], NUMBER_WIDTH)
    return [Table(text.pair_title(), (*columns, last), rows, text.pair_caption(comparison))] if rows else []


def contract(layers: Layers | None) -> dict[str, Any]:
    """The keys of both layers together, then each layer alone; null without draws."""
    found: dict[str, Any] = {} if layers is None else plain(layers)
    together = found.get("together", {})
    return {name: together.get(name) for name in TOGETHER} | {name: found.get(name) for name in LAYERS}


def flat(layers: Layers | None, prefix: str) -> dict[str, Any]:
    """The same as columns of a flat row."""
    found = contract(layers)
    row = {f"{prefix}.{name}": found[name] for name in TOGETHER}
    for layer in LAYERS:
        row |= {f"{prefix}.{layer}.{name}": (found[layer] or {}).get(name) for name in Chances.__struct_fields__}
    return row
