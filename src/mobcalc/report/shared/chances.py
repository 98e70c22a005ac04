"""Chances and ranges as tables of the comparison, and as a part of its JSON and of its rows."""

from typing import Any, NamedTuple

from mobcalc.report.formats.json import plain
from mobcalc.report.tables import NUMBER_WIDTH, PATHWAY_WIDTH, Column, Table, pathway_columns
from mobcalc.results import IN_ROWS, LAYERS, TOGETHER, Chances, Comparison, Layers, PathwayResult, VersusBaseline
from mobcalc.wording import chances as text
from mobcalc.wording import compare as words
from mobcalc.wording.numbers import signed_dollars, years


def tables(comparison: Comparison) -> list[Table]:
    """Chances and ranges, where they come from, and pairs of pathways; none without draws."""
    known = _known(comparison)
    if not known:
        return []
    sure = [_chances_row(one.result.name, one.layers.together) for one in known]
    outside = [one.result.name for one in known if one.versus.point_is_outside]
    error = max(one.layers.together.gain_standard_error for one in known)
    alone, is_measured = known[0].layers.parameter.draws, any(one.result.evidence == "impact" for one in known)
    spread = text.spread_caption(comparison, alone, error, outside)
    return [
        Table(
            text.title(comparison), pathway_columns(text.COLUMNS), sure, text.caption(comparison, alone, is_measured)
        ),
        Table(text.spread_title(), pathway_columns(text.SPREAD_COLUMNS), [_spread_row(one) for one in known], spread),
        *_kept(comparison, known),
        *_pairs(comparison),
    ]


class _Drawn(NamedTuple):
    """A pathway with its chances."""

    result: PathwayResult
    versus: VersusBaseline
    layers: Layers


def _known(comparison: Comparison) -> list[_Drawn]:
    """The pathways with chances, by kind of evidence as in the other tables; none without draws."""
    in_order = [result for kind in words.KIND_TITLES for result in comparison.pathways if result.evidence == kind]
    versus = [(result, result.versus_baseline) for result in in_order]
    return [_Drawn(one, its, its.chances) for one, its in versus if its is not None and its.chances is not None]


def _chances_row(name: str, chances: Chances) -> tuple[str, ...]:
    age = chances.ahead_in_8_of_10_by_age
    return (
        name,
        text.chance(chances.chance_ahead),
        text.chance(chances.chance_well_ahead),
        text.chance(chances.chance_behind),
        *(signed_dollars(amount) for amount in (chances.gain_p10, chances.gain_p50, chances.gain_p90)),
        text.UNSURE if chances.is_near_8_of_10 else text.NEVER if age is None else years(age),
    )


def _spread_row(one: _Drawn) -> tuple[str, ...]:
    alone = (one.layers.parameter, one.layers.one_life)
    ends = [amount for layer in alone for amount in (layer.gain_p10, layer.gain_p90)]
    amounts = (signed_dollars(amount) for amount in (one.layers.together.gain_mean, *ends))
    return (one.result.name, *amounts, text.chance(one.layers.one_life.chance_well_ahead))


def _kept(comparison: Comparison, known: list[_Drawn]) -> list[Table]:
    """Chances of what the household keeps; none without a place."""
    rows = [_chances_row(one.result.name, layer) for one in known if (layer := one.layers.net_resources) is not None]
    first, point = known[0].layers, known[0].versus.gain.net_resources_present_value
    if first.net_resources is None or first.net_resources_one_life is None or point is None:
        return []
    name = known[0].result.name
    caption = text.kept_caption(comparison, name, first.net_resources, first.net_resources_one_life, point)
    return [Table(text.kept_title(), pathway_columns(text.COLUMNS), rows, caption)]


def _pairs(comparison: Comparison) -> list[Table]:
    """The best pathway of each kind of evidence against the others of its kind."""
    chances, titles = comparison.pairwise_chance_ahead, {result.id: result.name for result in comparison.pathways}
    assert chances is not None  # something was drawn
    rows: list[tuple[str, ...]] = []
    for best, *others in filter(None, _ranked(comparison)):
        rows += [(titles[best], titles[other], text.chance(chances[best][other] or 0.0)) for other in others]
    columns = (Column(text.PAIR_COLUMNS[0], PATHWAY_WIDTH, False), Column(text.PAIR_COLUMNS[1], PATHWAY_WIDTH, False))
    last = Column(text.PAIR_COLUMNS[2], NUMBER_WIDTH)
    return [Table(text.pair_title(), (*columns, last), rows, text.pair_caption(comparison))] if rows else []


def _ranked(comparison: Comparison) -> list[list[str]]:
    """Ids from best to worst by kind of evidence, without the baseline and without average effects on everybody."""
    of_lives = {result.id for result in comparison.pathways[1:] if words.is_of_lives(result)}
    return [[name for name in ids if name in of_lives] for ids in comparison.ranking["to_retirement"].values()]


def contract(layers: Layers | None) -> dict[str, Any]:
    """The keys of both layers together, then each layer alone; null without draws."""
    content: dict[str, Any] = {} if layers is None else plain(layers)
    together = content.get("together", {})
    return {name: together.get(name) for name in TOGETHER} | {name: content.get(name) for name in LAYERS}


def flat(layers: Layers | None, prefix: str) -> dict[str, Any]:
    """The same as columns of a flat row."""
    content = contract(layers)
    row = {f"{prefix}.{name}": content[name] for name in TOGETHER if name in IN_ROWS}
    for layer in LAYERS:
        row |= {f"{prefix}.{layer}.{name}": (content[layer] or {}).get(name) for name in IN_ROWS}
    return row
