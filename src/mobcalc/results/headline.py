"""What is said of apprenticeship, and the study that it goes back to."""

from msgspec import Struct

from mobcalc.results.amounts import Money, MoneyPerYear


class StudyGains(Struct, frozen=True):
    """What the study found over a career: in pay, and with what employers add; of all who start, and of finishers."""

    starters_pay: Money
    starters_with_benefits: Money
    finishers_pay: Money
    finishers_with_benefits: Money


class Headline(Struct, frozen=True):
    """The sentence that everybody quotes: pay on finishing, and a gain over a working life; and its study.

    A dollar of `study_year`, in which the study's gains are, was worth `prices` dollars of the price year.
    """

    pay: MoneyPerYear
    gain: Money
    study: StudyGains
    study_year: int
    prices: float
