"""The sentences of `compare --headline`."""

from mobcalc.results import Comparison, Headline, PathwayResult
from mobcalc.wording.compare import gain, of_group
from mobcalc.wording.numbers import dollars, percent

COLUMNS = ("Gain over a working life", "All who\nstart", "If you\nfinish")
ROWS = (
    "The study: pay",
    "The study: with the employer's benefits",
    "Here: pay",
    "Here: with the employer's benefits",
    "Here: pay, later money in full",
)


def question(headline: Headline) -> str:
    """What is asked."""
    return (
        f"Is it true that apprentices have {dollars(headline.pay, 1)} a year when they finish, and gain over "
        f"{dollars(headline.gain, 1)} in a lifetime?"
    )


def answer(headline: Headline, one: PathwayResult) -> str:
    """What is true of it, by what is found here."""
    versus = one.versus_baseline
    assert versus is not None
    starters, finishers = gain(versus), of_group(versus, "completer")
    if finishers is None:
        whole = f"All who start gain {dollars(starters, 1000)} here; nobody knows what those who finish gain."
    else:
        whole = (
            f"All who start gain {dollars(starters, 1000)} here, {_side(starters, headline.gain)}. Those who finish "
            f"gain {dollars(finishers, 1000)}, {_side(finishers, headline.gain)}."
        )
    study = headline.study
    return (
        f"{whole} The study behind it found {dollars(study.finishers_with_benefits, 1)} for those who finish, with "
        f"what employers pay on top, and {dollars(study.starters_pay, 1)} of pay for all who start. "
        f"{_pay(headline, one)}"
    )


def _side(amount: float, claim: float) -> str:
    return f"{'more' if amount >= claim else 'less'} than {dollars(claim, 1)}"


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


def amounts(headline: Headline, one: PathwayResult) -> list[tuple[str, str, str]]:
    """The rows of the table."""
    versus, study = one.versus_baseline, headline.study
    assert versus is not None
    groups = (versus.gain, versus.completer_gain)
    ours = (gain(versus), of_group(versus, "completer"))
    with_benefits = tuple(
        None if mean is None or group is None else mean + group.fringe_present_value
        for mean, group in zip(ours, groups, strict=True)
    )
    in_full = tuple(None if group is None else group.lifetime_earnings for group in groups)
    found = (
        (study.starters_pay, study.finishers_pay),
        (study.starters_with_benefits, study.finishers_with_benefits),
        ours,
        with_benefits,
        in_full,
    )
    steps = (1, 1, 1000, 1000, 1000)
    return [
        (title, _shown(starters, step), _shown(finishers, step))
        for title, (starters, finishers), step in zip(ROWS, found, steps, strict=True)
    ]


def _shown(amount: float | None, step: int) -> str:
    return "-" if amount is None else dollars(amount, step)


def notes(comparison: Comparison, headline: Headline, one: PathwayResult) -> list[str]:
    """What must be known of both."""
    finish = one.completion_rate
    return [
        *([f"About {round(100 * finish)} of 100 who start finish."] if finish is not None else []),
        f"The study's dollars are of {headline.study_year} (a guess), each worth {headline.prices:.2f} of "
        f"{comparison.price_year}. What it took for years after the ninth is not known.",
    ]


def basis(comparison: Comparison) -> str:
    """Which dollars the figures here are."""
    later = f"later money counts {percent(comparison.discount_rate)} less a year"
    return f"Here: {comparison.price_year} dollars, less training costs, {later}.\nThe whole answer: --details"
