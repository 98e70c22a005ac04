"""The sentences of `compare --headline`."""

from mobcalc.language import mark, say
from mobcalc.results.compare import Comparison
from mobcalc.results.headline import Headline
from mobcalc.results.pathways import PathwayResult
from mobcalc.wording.compare import gain, of_group
from mobcalc.wording.numbers import dollars, percent

COLUMNS = (mark("Gain over a working life"), mark("All who\nstart"), mark("If you\nfinish"))
ROWS = (
    mark("The study, dollars of {study_year}: pay"),
    mark("  with what employers pay on top"),
    mark("  the same in dollars of {price_year}"),
    mark("Here: pay"),
    mark("  with what employers pay on top"),
    mark("  pay, later money in full"),
)


UNKNOWN = {
    True: mark("All who start gain {starters} here; nobody knows what those who finish gain."),
    False: mark("All who start lose {starters} here; nobody knows what those who finish gain."),
}
"""What is said where finishers are not told apart, by whether all who start gain."""
FINISHERS = {
    ("true", True): mark(
        "The gain is true only for those who finish: they gain {finishers} here, "
        "and all who start gain {starters}, on average."
    ),
    ("true", False): mark(
        "The gain is true only for those who finish: they gain {finishers} here, "
        "and all who start lose {starters}, on average."
    ),
    ("not", True): mark("Not here: those who finish gain {finishers}, and all who start gain {starters}, on average."),
    ("not", False): mark("Not here: those who finish gain {finishers}, and all who start lose {starters}, on average."),
    ("loses", True): mark(
        "Not here: those who finish lose {finishers}, and all who start gain {starters}, on average."
    ),
    ("loses", False): mark(
        "Not here: those who finish lose {finishers}, and all who start lose {starters}, on average."
    ),
}
"""What is said of finishers and of all who start, by whether finishers gain as much and whether starters gain."""


def compared(pathway: str, other: str) -> str:
    """Which pathway is looked at, and what it is compared with."""
    return say("{pathway}, over {other}.", pathway=pathway, other=other)


def question(headline: Headline) -> str:
    """What is asked."""
    return say(
        "Is it true that apprentices have {pay} a year when they finish, and gain over {gain} in a lifetime?",
        pay=dollars(headline.pay, 1),
        gain=dollars(headline.gain, 1),
    )


def answer(headline: Headline, one: PathwayResult) -> str:
    """What is true of it, by what is found here with what employers pay on top, as the sentence counts that."""
    starters, finishers = _with_benefits(one)
    assert starters is not None
    if finishers is None:
        said = say(UNKNOWN[starters >= 0.0], starters=_size(starters))
    elif starters >= headline.gain:
        said = say(
            "The gain is true even on average of all who start: they gain {starters} here.", starters=_size(starters)
        )
    else:
        how = "true" if finishers >= headline.gain else "not" if finishers >= 0.0 else "loses"
        said = say(FINISHERS[how, starters >= 0.0], finishers=_size(finishers), starters=_size(starters))
    on_top = say("That includes what employers pay on top, as the study does.")
    return f"{said} {on_top} {_pay(headline, one)}"


def _size(amount: float) -> str:
    return dollars(abs(amount), 1000)


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
        return say("What they are paid at first is not known.")
    paid, said_to_be = dollars(first), dollars(headline.pay, 1)
    if first >= headline.pay:
        return say("Pay in the first full year is {pay}.", pay=paid)
    later = [year for year, paid in enumerate(done.paid_earnings) if paid >= headline.pay]
    if not later:
        return say("Pay in the first full year is {pay}; {said} never comes.", pay=paid, said=said_to_be)
    return say(
        "Pay in the first full year is {pay}; {said} comes {years} years after the start.",
        pay=paid,
        said=said_to_be,
        years=later[0],
    )


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
        (say(title, **years), _shown(pair[0], step), _shown(pair[1], step))
        for title, pair, step in zip(ROWS, found, steps, strict=True)
    ]


def _shown(amount: float | None, step: int) -> str:
    return "-" if amount is None else dollars(amount, step)


def notes(one: PathwayResult) -> list[str]:
    """What must be known of both."""
    finish = one.completion_rate
    return [
        *([say("About {number} of 100 who start finish.", number=round(100 * finish))] if finish is not None else []),
        say("The study's dollar year is a guess; how it counted later years is not known."),
    ]


def basis(comparison: Comparison) -> str:
    """Which dollars the figures here are."""
    return say(
        "Here: {price_year} dollars, less training costs, later money counts {rate} less a year.\n"
        "The whole answer: --details",
        price_year=comparison.price_year,
        rate=percent(comparison.discount_rate),
    )
