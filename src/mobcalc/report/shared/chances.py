"""Chances and ranges as tables of the comparison, and as a part of its JSON and of its rows."""

from typing import Any, NamedTuple

from mobcalc.language import say
from mobcalc.report.formats.json import plain
from mobcalc.report.tables import NUMBER_WIDTH, PATHWAY_WIDTH, Column, Table, pathway_columns
from mobcalc.results.chances import LAYERS, TOGETHER, Chances, Layers
from mobcalc.results.compare import Comparison
from mobcalc.results.pathways import PathwayResult, VersusBaseline
from mobcalc.wording import chances as text
from mobcalc.wording.numbers import signed_dollars
from mobcalc.wording.pathways import pathway_name


def tables(comparison: Comparison) -> list[Table]:
    """Chances and ranges, where they come from, and pairs of pathways; none without draws."""
    known = _known(comparison)
    if not known:
        return []
    sure = [_chances_row(one.result, one.layers.together) for one in known]
    means = [one.versus.mean_gain for one in known if one.versus.mean_gain is not None]
    spread = text.spread_caption(comparison, max((mean.standard_error for mean in means), default=0.0))
    caption = text.caption(comparison, known[0].layers.parameter.draws)
    return [
        Table(text.title(comparison), pathway_columns(text.COLUMNS), sure, caption),
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
    """The pathways with chances; none without draws."""
    versus = [(result, result.versus_baseline) for result in comparison.pathways]
    return [_Drawn(one, its, its.chances) for one, its in versus if its is not None and its.chances is not None]


def _chances_row(result: PathwayResult, chances: Chances) -> tuple[str, ...]:
    return (
        pathway_name(result.name),
        text.chance(chances.chance_well_ahead),
        text.give_or_take(chances.chance_standard_error),
        *(signed_dollars(amount) for amount in (chances.gain_p10, chances.gain_p50, chances.gain_p90)),
    )


def _spread_row(one: _Drawn) -> tuple[str, ...]:
    alone = (one.layers.parameter, one.layers.one_life)
    ends = [signed_dollars(amount) for layer in alone for amount in (layer.gain_p10, layer.gain_p90)]
    return (pathway_name(one.result.name), *ends, text.chance(one.layers.one_life.chance_well_ahead))


def _kept(comparison: Comparison, known: list[_Drawn]) -> list[Table]:
    """Chances of what the household keeps; none without a place."""
    rows = [_chances_row(one.result, layer) for one in known if (layer := one.layers.net_resources) is not None]
    first, point = known[0].layers, known[0].versus.gain.net_resources_present_value
    if first.net_resources is None or first.net_resources_one_life is None or point is None:
        return []
    name = pathway_name(known[0].result.name)
    caption = text.kept_caption(comparison, name, first.net_resources, first.net_resources_one_life, point)
    return [Table(text.kept_title(), pathway_columns(text.COLUMNS), rows, caption)]


def _pairs(comparison: Comparison) -> list[Table]:
    """The best pathway against the others."""
    chances, titles = (
        comparison.pairwise_chance_ahead,
        {result.id: pathway_name(result.name) for result in comparison.pathways},
    )
    assert chances is not None  # something was drawn
    rows: list[tuple[str, ...]] = []
    best, *others = [name for name in comparison.ranking["to_retirement"] if name != comparison.baseline]
    rows += [(titles[best], titles[other], text.chance(chances[best][other] or 0.0)) for other in others]
    *names, last = map(say, text.PAIR_COLUMNS)
    columns = (*(Column(title, PATHWAY_WIDTH, False) for title in names), Column(last, NUMBER_WIDTH))
    return [Table(text.pair_title(), columns, rows, text.pair_caption(comparison))] if rows else []


MEANS = {
    "gain_mean": "expected",
    "gain_standard_error": "standard_error",
    "completer_gain_mean": "completer",
    "leaver_gain_mean": "leaver",
    "first_decade_gain_mean": "first_decade",
}
"""What gains that are means over draws of the assumptions are called in the contract."""


def contract(versus: VersusBaseline | None) -> dict[str, Any]:
    """The keys of lives and amounts together, then each layer alone; null without draws."""
    layers, means = (None, None) if versus is None else (versus.chances, versus.mean_gain)
    content: dict[str, Any] = {} if layers is None else plain(layers)
    together = content.get("together", {})
    of_lives = {name: together.get(name) for name in TOGETHER if name not in MEANS}
    known = {} if means is None else plain(means)
    amounts = {name: known.get(of) for name, of in MEANS.items()}
    return of_lives | amounts | {name: content.get(name) for name in LAYERS}


def flat(versus: VersusBaseline | None, prefix: str) -> dict[str, Any]:
    """The same as columns of a flat row."""
    content = contract(versus)
    row = {f"{prefix}.{name}": value for name, value in content.items() if name not in LAYERS}
    for layer in LAYERS:
        row |= {f"{prefix}.{layer}.{name}": (content[layer] or {}).get(name) for name in ("draws", *TOGETHER)}
    return row
