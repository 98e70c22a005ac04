"""What `solve` finds: the values of one assumption at which something comes true."""

from typing import Literal

from msgspec import Struct

from mobcalc.results.amounts import Money, MoneyPerHour, ShareOf
from mobcalc.results.basis import Terms
from mobcalc.results.notices import Notice
from mobcalc.results.pathways import PathwayTitle
from mobcalc.schema import Kind

Target = Literal["gain", "by_age", "living_wage_by", "chance"]


class Question(Struct, frozen=True):
    """What was asked of the assumption `name`, between `low` and `high` [`unit`].

    `target_value` is the gain wanted [USD] for `gain`, an age [years] for `by_age` and `living_wage_by`, and the least
    part of simulated lives [share] for `chance`. Money is in dollars of the price year. `measure` is the outcome that
    the gain is in; None where it is pay. `is_whole` is whether only whole numbers can stand there.
    """

    name: str
    unit: str
    target: Target
    target_value: float
    pathway: str
    versus: str
    measure: str | None
    low: float
    high: float
    is_whole: bool


class Tried(Struct, frozen=True):
    """A value and what the target is about: a chance for `chance`, an amount for the others.

    The amount is the gain for `gain`, the running gain at the age for `by_age`, and pay less the living wage of that
    year for `living_wage_by`. The chance is the part of simulated lives that end ahead. Both are None where the value
    is not possible.
    """

    value: float
    amount: Money | None
    chance: ShareOf | None = None

    @property
    def is_possible(self) -> bool:
        """Whether the value can stand beside the other assumptions."""
        return self.amount is not None or self.chance is not None

    @property
    def reached(self) -> float:
        """The chance or the amount, whichever the target is about; 0 where the value is not possible."""
        return self.amount or self.chance or 0.0


class InForce(Struct, frozen=True):
    """The value in force and its amount or chance; the value and what it rests on are null where none is given.

    A value with a range is drawn over it for the chance, as `compare` does.

    `typical` is what people like this person are paid, where it is their own wage that is asked for and not given.
    """

    value: float | None
    amount: Money | None
    chance: ShareOf | None
    kind: Kind | None
    source: str | None
    typical: MoneyPerHour | None


class Solution(Struct, frozen=True):
    """A value at which the answer changes: it is yes `from` there on, or `up_to` there; perhaps at a jump.

    `within` are the lowest and highest value around it at which the chance is still as near to the one wanted as the
    lives drawn can tell; None where the target is no chance.
    """

    value: float
    direction: Literal["from", "up_to"]
    is_jump: bool
    within: tuple[float, float] | None = None


class Solved(Terms, frozen=True, kw_only=True):
    """The answer of `solve`; `names` are the titles of both pathways, `titles` have short names too.

    `matters` is whether the amount or chance moves at all. `ranges` are where the answer is yes. `best` is the first
    value tried with the largest amount or chance, None where nothing moves. `chance_precision` is two standard errors
    of a chance of the size wanted, None where none is asked for. `notes` and `caution` are about the pathway.
    """

    names: dict[str, str]
    titles: list[PathwayTitle]
    question: Question
    matters: bool
    now: InForce
    answer: Literal["crossings", "always", "never"]
    solutions: list[Solution]
    ranges: list[tuple[float, float]]
    best: Tried | None
    grid: list[Tried]
    notes: list[Notice]
    caution: str | None
    chance_precision: ShareOf | None = None
