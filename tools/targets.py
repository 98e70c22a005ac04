"""What one number would have to be for an amount to reach a target, by bisection; used by headline.py."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple

import msgspec
import numpy as np

from mobcalc.questions.compare import comparison
from mobcalc.results.pathways import Outcomes, PathwayResult
from mobcalc.results.provenance import Provenance
from mobcalc.schema import Assumption, Records
from mobcalc.wording.numbers import dollars, percent, years

TRADES, REED = "building-trades-apprenticeship", "studies.reed-2012"
GROUPS = ("All who start", "Finishers", "All who start, undiscounted", "Finishers, undiscounted")
STANDING, BENEFITS = "careers.finisher_standing", "economy.fringe_rate"


class Question(NamedTuple):
    """A number whose value is looked for between `low` and `high`; `digits` of its share are shown, None for ages."""

    label: str
    name: str
    low: float
    high: float
    digits: int | None = 2

    def shown(self, value: float) -> str:
        """The value as the page shows it."""
        if self.digits is None:
            return years(value)
        return f"p{value * 100:.0f}" if self.name == STANDING else percent(round(value, self.digits))

    def grid(self) -> list[float]:
        """Values from low to high: whole years for ages, otherwise 21 of them."""
        count = 21 if self.digits is not None else round(self.high - self.low) + 1
        return [float(v) for v in np.linspace(self.low, self.high, count)]


class Cell(NamedTuple):
    """The answer to a question as text, and whether some value inside the number's own range reaches the target."""

    text: str
    within: bool


SHARED = (
    Question("Discount rate", "economy.discount_rate", 0, 0.2, 3),
    Question("Real wage growth", "economy.real_wage_growth", 0, 0.1, 3),
    Question("Benefits counted on top, as a share of earnings", BENEFITS, 0, 1, 3),
    Question("Age at the start", "person.start_age", 16, 45, None),
    Question("Age at retirement", "person.retire_age", 55, 80, None),
)
ASKED = {
    TRADES: (
        Question("Share who finish", f"pathways.{TRADES}.completion.rate", 0.01, 1),
        Question("Part of the gain that leavers keep for a whole term", "careers.apprentice_leavers_keep", 0, 1),
        Question("Part of the gap that is the training's doing", f"pathways.{TRADES}.earnings.causal_share", 0, 1),
        Question("Where finishers stand in the trade's wages", STANDING, 0.1, 0.9),
        Question("Weight of the study beside pay", f"{REED}.weight", 0, 1),
        Question("Measured effect, as a share of the published one", f"{REED}.effect.factor", 0, 5),
        Question("Fade-out of it a year after year 9", f"{REED}.effect.fade_out", 0, 1, 3),
        *SHARED,
    ),
}


def record(part: Any, name: str) -> Assumption:
    """The record of a dotted name."""
    for key in name.split("."):
        part = part[key] if isinstance(part, dict) else getattr(part, key)
    return part


def with_value(part: Any, name: str, value: float) -> Any:
    """The same assumptions with another value under a dotted name."""
    if isinstance(part, Assumption):
        # As if the user gave it: figures of one sex do not take its place.
        return msgspec.structs.replace(part, value=value, kind="user")
    key, _, rest = name.partition(".")
    if isinstance(part, dict):
        return {**part, key: with_value(part[key], rest, value)}
    return msgspec.structs.replace(part, **{key: with_value(getattr(part, key), rest, value)})


def compared(records: Records, pathway: str) -> PathwayResult:
    """The pathway against no postsecondary."""
    return comparison(records, Provenance("", []), [pathway]).pathways[1]


def group_gains(records: Records, pathway: str) -> tuple[Outcomes, Outcomes, Outcomes]:
    """What all who start, finishers and leavers gain."""
    versus = compared(records, pathway).versus_baseline
    assert versus is not None and versus.completer_gain is not None and versus.leaver_gain is not None
    return versus.gain, versus.completer_gain, versus.leaver_gain


def amounts(records: Records, pathway: str, with_benefits: bool = False) -> tuple[float, ...]:
    """The gains in the order of GROUPS [USD]."""
    rate = record(records, BENEFITS).value if with_benefits else 0.0
    starters, finishers, _ = group_gains(records, pathway)
    worth = [g.net_present_value + with_benefits * g.fringe_present_value for g in (starters, finishers)]
    return (*worth, *((1.0 + rate) * g.lifetime_earnings for g in (starters, finishers)))


def crossing(amount: Callable[[float], float], target: float, grid: Sequence[float], whole: bool) -> float | None:
    """The value at which an amount passes the target, by bisection; None where it never does.

    Raises:
        ValueError: where it passes more than once, so that no single value can be named.
    """
    reached = [amount(value) >= target for value in grid]
    changes = [i for i in range(1, len(grid)) if reached[i] != reached[i - 1]]
    if not changes:
        return None
    if len(changes) > 1:
        raise ValueError(f"the amount passes {target} more than once")
    low, high = grid[changes[0] - 1], grid[changes[0]]
    if whole:
        return high if reached[-1] else low
    while high - low > 1e-7:
        middle = (low + high) / 2
        low, high = (low, middle) if (amount(middle) >= target) == reached[-1] else (middle, high)
    return high


def answered(question: Question, amount: Callable[[float], float], target: float, own: Assumption) -> Cell:
    """The value at which the amount reaches the target, and where it lies in the number's own range."""
    grid = question.grid()
    found = [amount(value) for value in grid]
    if max(found) - min(found) < 1.0:
        return Cell("makes no difference", own.range is not None and found[0] >= target)
    value = crossing(amount, target, grid, question.digits is None)
    if value is None and found[0] < target:
        return Cell(f"no value: at most {dollars(max(found))}", False)
    if value is None:
        return Cell(f"every value: at least {dollars(min(found))}", own.range is not None)
    more = found[-1] >= target
    text = f"{question.shown(value)} or {'more' if more else 'less'}"
    if own.range is None:
        return Cell(text, False)
    nearest, farthest = own.range if more else own.range[::-1]
    if (value <= nearest) if more else (value >= nearest):
        return Cell(f"{text}: all of its range", True)
    within = (value <= farthest) if more else (value >= farthest)
    return Cell(f"{text}: {'inside' if within else 'outside'} its range", within)


def marked(own: Assumption, text: str | None = None) -> str:
    """A number, or what the page says for it, with a star if it is assumed."""
    return (percent(own.value) if text is None else text) + ("*" if own.kind == "assumed" else "")


def gains_by(records: Records, pathway: str, question: Question) -> Callable[[float], tuple[float, ...]]:
    """The gains by group as a function of the number that the question asks for."""
    return cache(lambda value: amounts(with_value(records, question.name, value), pathway, question.name == BENEFITS))


def first_pay(records: Records, pathway: str) -> float:
    """A finisher's pay in the first full year after training [USD/year]."""
    return compared(records, pathway).completer.pay_first_year_after_training


def year_reached(records: Records, pathway: str, target: float) -> str:
    """The full year after training in which a finisher is first paid the target."""
    result = compared(records, pathway)
    first = result.age_first_year_after_training - int(record(records, "person.start_age").value)
    after = result.completer.paid_earnings[first:]
    number = next((i + 1 for i, pay in enumerate(after) if pay >= target), None)
    return "never" if number is None else f"year {number}"
