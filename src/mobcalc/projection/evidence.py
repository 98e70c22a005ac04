"""How far pay and studies lie apart where both are known, and how far either may be off."""

import math
from typing import NamedTuple

from msgspec import Struct

from mobcalc.model import Array
from mobcalc.projection.study_correction import Measured, informing, measured, weight_of
from mobcalc.sampling import Arrays, YearPoints
from mobcalc.schema import Study

JUDGED = slice(4, 10)
"""The years since the start in which they are set against each other: from the fifth to the tenth, as far as known."""
FAR = 2.0
"""So many standard errors of a difference are no chance."""


def judged(amounts: Array) -> Array:
    """The mean of yearly amounts over the years in which they are set against each other.

    Args:
        amounts: [USD/year] (rows, years); where these are too few, the last of them counts.

    Returns:
        Amounts [USD/year] (rows,).
    """
    years = amounts[:, JUDGED] if amounts.shape[1] > JUDGED.start else amounts[:, -1:]
    mean: Array = years.mean(axis=1)
    return mean


class Errors(NamedTuple):
    """How far a year's gain of all who start may be off, as standard deviations [USD/year]: by pay, and all in all."""

    pay: float
    together: float


class Held(Struct, frozen=True):
    """A study held against pay, with every assumption at its value.

    `weight` [share] is how much it counts for this person, `difference` [USD/year] how far it lies above pay, `error`
    how far it may be off.
    """

    study: Study[Array, YearPoints]
    found: Measured
    weight: float
    difference: float
    error: float


def held(arrays: Arrays, name: str) -> list[Held]:
    """The studies that say something of a pathway, held against what pay says of the people they were made on."""
    found = []
    for study in informing(arrays, arrays.pathways[name]):
        both = measured(arrays, study)
        difference = float(judged(both.study - both.pay)[0])
        found.append(Held(study, both, float(weight_of(arrays, study)[0, 0]), difference, float(study.error[0, 0])))
    return found


def error_of(arrays: Arrays, name: str) -> Errors:
    """How far a year's gain of a pathway may be off, with every assumption at its value."""
    own = arrays.pathways[name].gain_error
    pay = float((arrays.careers.gain_error if own is None else own)[0, 0])
    together = pay
    for one in held(arrays, name):
        together = combined(together, one)
    return Errors(pay, together)


def combined(pay: float, one: Held) -> float:
    """How far a gain may be off that is partly by pay, which itself may be, and partly by a study [USD/year]."""
    rest = 1.0 - one.weight
    return math.sqrt((rest * pay) ** 2 + (one.weight * one.error) ** 2 + rest * one.weight * one.difference**2)


def disagrees(pay_error: float, one: Held) -> bool:
    """Whether pay and a study cannot both be right about the people that it was made on."""
    study, pay = (float(judged(part)[0]) for part in (one.found.study, one.found.pay))
    differ_in_sign = study * pay < 0.0 and abs(study) > one.error and abs(pay) > pay_error
    return differ_in_sign or abs(one.difference) > FAR * math.hypot(pay_error, one.error)
