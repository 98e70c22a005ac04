"""The sentences of `compare --headline`."""

from mobcalc.results import Comparison, Headline, PathwayResult
from mobcalc.wording.compare import gain, of_group
from mobcalc.wording.numbers import dollars, percent

COLUMNS = ("Gain over a working life", "All who\nstart", "If you\nfinish")
ROWS = (
    "The study, dollars of {study_year}: pay",
    "  with what employers pay on top",
    "  the same in dollars of {price_year}",
    "Here: pay",
    "  with what employers pay on top",
    "  pay, later money in full",
)


def question(headline: Headline) -> str:
    """What is asked."""
    return (
        f"Is it true that apprentices have {dollars(headline.pay, 1)} a year when they finish, and gain over "
        f"{dollars(headline.gain, 1)} in a lifetime?"
    )


def answer(headline: Headline, one: PathwayResult) -> str:
    """What is true of it, by what is found here with what employers pay on top, as the sentence counts that."""
    starters, finishers = _with_benefits(one)
    assert starters is not None
    if finishers is None:
        said = f"All who start {_gain(starters)} here; nobody knows what those who finish gain."
    elif starters >= headline.gain:
        said = f"Of the gain, yes, even on average of all who start: they {_gain(starters)} here."
    elif finishers >= headline.gain:
        said = f"Of the gain, only for those who finish: they {_gain(finishers)} here, and all who start "
        said += f"{_gain(starters)}, on average."
    else:
        said = f"Not here: those who finish {_gain(finishers)}, and all who start {_gain(starters)}, on average."
    return (
        f"{said} That has what employers pay on top in it, as the study behind the sentence does. {_pay(headline, one)}"
    )


def _gain(amount: float) -> str:
    return f"{'gain' if amount >= 0.0 else 'lose'} {dollars(abs(amount), 1000)}"


def _with_benefits(one: PathwayResult) -> tuple[float | None, float | None]:
    """The gains of all who start, and of finishers, with what employers pay on top."""
    versus = one.versus_baseline
    assert versus is not None
    means = (gain(versus), of_group(versus, "completer"))
    groups = (versus.gain, versus.completer_gain)
    first, second = (
        None if mean is None or group is None else mean + group.fringe_present_value
        for mean, group in zip(means, groups, strict=True)
    )
    return first, second


def _pay(headline: Headline, one: PathwayResult) -> str:
    """What those who finish are paid at first, and from when on it is what the sentence says."""
    done = one.completer or one.expected
    first = done.pay_first_year_after_training
    if first is None:
        return "What they are paid at first is not known."
    said = f"Pay in the first full year is {dollars(first)}"
    later = [year for year, paid in enumerate(done.paid_earnings) if paid >= headline.pay]
    return f"{said}." if first >= headline.pay else f"{said}, not {dollars(headline.pay, 1)}{_reached(later)}."


def _reached(later: list[int]) -> str:
    return f", which comes {later[0]} years after the start" if later else ", which it never is"


def amounts(comparison: Comparison, headline: Headline, one: PathwayResult) -> list[tuple[str, str, str]]:
    """The rows of the table."""
    versus, study = one.versus_baseline, headline.study
    assert versus is not None
    with_benefits = (study.starters_with_benefits, study.finishers_with_benefits)
    in_full = (versus.gain, versus.completer_gain)
    found = (
        (study.starters_pay, study.finishers_pay),
        with_benefits,
        tuple(headline.prices * amount for amount in with_benefits),
        (gain(versus), of_group(versus, "completer")),
        _with_benefits(one),
        tuple(None if group is None else group.lifetime_earnings for group in in_full),
    )
    years = {"study_year": headline.study_year, "price_year": comparison.price_year}
    steps = (1, 1, *[1000] * 4)
    return [
        (title.format(**years), _shown(pair[0], step), _shown(pair[1], step))
        for title, pair, step in zip(ROWS, found, steps, strict=True)
    ]


def _shown(amount: float | None, step: int) -> str:
    return "-" if amount is None else dollars(amount, step)


def notes(one: PathwayResult) -> list[str]:
    """What must be known of both."""
    finish = one.completion_rate
    return [
        *([f"About {round(100 * finish)} of 100 who start finish."] if finish is not None else []),
        "The year of the study's dollars is a guess; what it took for years after the ninth, and how it "
        "counted later money, is not known.",
    ]


def basis(comparison: Comparison) -> str:
    """Which dollars the figures here are."""
    later = f"later money counts {percent(comparison.discount_rate)} less a year"
    return f"Here: {comparison.price_year} dollars, less training costs, {later}.\nThe whole answer: --details"
