"""What a pathway's gain is made of where both pay and a study say something of it."""

from typing import Literal

from msgspec import Struct

from mobcalc.results.amounts import Money, MoneyPerYear, ShareOf


class StudyYear(Struct, frozen=True):
    """One year since the start, of the people that a study was made on, in dollars of the price year.

    `study` is the effect that it found on all who start, `pay` what pay says it is, `difference` the first less the
    second.
    """

    year: int
    study: MoneyPerYear
    pay: MoneyPerYear
    difference: MoneyPerYear


class EstimateGain(Struct, frozen=True):
    """What an estimate alone makes of the gain of all who start, every assumption at its value."""

    net_present_value: Money


class Estimate(Struct, frozen=True):
    """One of the estimates that a pathway's gain is made of.

    `id` is `pay`, or that of a study or of the pathway that is known by one alone; `weight` adds up to 1.
    `yearly_effect` is on all who start, on average from the fifth to the tenth year since the start, and `spread` how
    far it may be off, as a standard deviation.
    """

    id: str
    kind: Literal["pay", "study"]
    name: str
    weight: ShareOf
    yearly_effect: MoneyPerYear
    spread: MoneyPerYear
    gain: EstimateGain


class StudyUsed(Struct, frozen=True):
    """A study that corrects what pay says, held against it among the people that it was made on.

    `difference` is that of `years` from the fifth on, on average, and `error` how far the two together may be off.
    """

    id: str
    name: str
    years: list[StudyYear]
    difference: MoneyPerYear
    error: MoneyPerYear
    disagrees: bool
