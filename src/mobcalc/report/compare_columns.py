"""Short names of the columns that people ask for, beside the long ones that `compare --csv` has."""

from collections.abc import Callable
from typing import Any, NamedTuple

from mobcalc.report.formats.json import MONEY_DIGITS, OTHER_DIGITS, plain
from mobcalc.results.pathways import PathwayResult, VersusBaseline
from mobcalc.wording.compare import gain, of_group


class ShortColumn(NamedTuple):
    """A column: what it says, and its figure for a pathway, None where there is none."""

    about: str
    figure: Callable[[PathwayResult], float | None]
    digits: int = MONEY_DIGITS


def _versus(figure: Callable[[VersusBaseline], float | None]) -> Callable[[PathwayResult], float | None]:
    """A figure of the comparison with the baseline, which the baseline itself has not."""
    return lambda result: None if result.versus_baseline is None else figure(result.versus_baseline)


def _chance(versus: VersusBaseline) -> float | None:
    return None if versus.chances is None else versus.chances.together.chance_well_ahead


def _ahead_from(versus: VersusBaseline) -> float | None:
    last = versus.break_even_ages[-1] if versus.break_even_ages else None
    return last.age if last is not None and last.direction == "ahead" else None


SHORT = {
    "gain": ShortColumn(
        "gain of all who start over the baseline, to retirement: versus_baseline.gain_mean, or without draws "
        "versus_baseline.gain.net_present_value [USD]",
        _versus(gain),
    ),
    "gain_finish": ShortColumn("the same of those who finish [USD]", _versus(lambda v: of_group(v, "completer"))),
    "gain_leave": ShortColumn("the same of those who leave [USD]", _versus(lambda v: of_group(v, "leaver"))),
    "chance": ShortColumn(
        "chance to end $10,000 or more ahead: versus_baseline.chance_well_ahead; empty without draws",
        _versus(_chance),
        OTHER_DIGITS,
    ),
    "ahead_from": ShortColumn("age from which on it is ahead for good; empty where it never is", _versus(_ahead_from)),
    "kept": ShortColumn(
        "what the household keeps of the gain after taxes and benefits: "
        "versus_baseline.gain.net_resources_present_value; empty without a place [USD]",
        _versus(lambda v: v.gain.net_resources_present_value),
    ),
    "finish": ShortColumn("share of all who start that finishes: completion_rate", lambda r: r.completion_rate, 9),
    "years": ShortColumn("how long training takes: training_length [years]", lambda r: r.training_length, 9),
    "cost": ShortColumn(
        "what the person pays for training, after grants: expected.out_of_pocket_cost [USD]",
        lambda r: r.expected.out_of_pocket_cost,
    ),
}
"""The short names, in the order in which `sweep` has them unless it is asked for others."""


def short_row(result: PathwayResult) -> dict[str, Any]:
    """The short columns of a pathway."""
    return {name: figure_of(result, name) for name in SHORT}


def figure_of(result: PathwayResult, name: str) -> float | None:
    """What a short column says of a pathway, rounded as the contract says."""
    return rounded(name, SHORT[name].figure(result))


def rounded(name: str, figure: float | None) -> float | None:
    """A figure of a short column as the contract says it."""
    said: float | None = plain(figure, "USD" if SHORT[name].digits == MONEY_DIGITS else "")
    return said
