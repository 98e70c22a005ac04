"""The sentences and labels of chances and ranges."""

from mobcalc.language import mark, say, say_count
from mobcalc.results.basis import Terms
from mobcalc.results.chances import Chances, Layers
from mobcalc.wording.numbers import dollars, percent, signed_dollars

COLUMNS = (
    mark("Pathway"),
    mark("Ends $10,000 ahead"),
    mark("Give or take"),
    mark("Low (1 in 10 below)"),
    mark("Middle (half above)"),
    mark("High (1 in 10 above)"),
)
SPREAD_COLUMNS = (
    mark("Pathway"),
    mark("Evidence: low"),
    mark("Evidence: high"),
    mark("One life: low"),
    mark("One life: high"),
    mark("One life: ahead"),
)
PAIR_COLUMNS = (mark("Pathway"), mark("Against"), mark("Ends $10,000 ahead"))
HOW_SURE = mark("How sure")
NOTHING = 500.0
"""A gain or loss below this many dollars is called nothing."""
SURE = 2.0
"""So many standard errors to either side hold a chance or an amount for all that matters."""
TOLD = ((1, 20), (1, 10), (1, 5), (1, 4), (1, 3), (2, 5), (1, 2), (3, 5), (2, 3), (3, 4), (4, 5), (9, 10), (19, 20))
"""Chances as people say them, the least first: `1 in 20`."""
RARE = 0.025
"""A chance below this is less than the least of these, and one as far from certainty more than the greatest."""


def title(terms: Terms) -> str:
    """The heading over chances and ranges."""
    return say("How sure the gain is, by {lives} simulated lives", lives=f"{terms.draws:,}")


def caption(terms: Terms, assumed: int) -> str:
    """What is drawn, and what low, middle and high are.

    Args:
        terms: those of the answer.
        assumed: how often the uncertain assumptions are drawn.
    """
    drawn = say(
        "Gains of all who start, over no training or the baseline asked for. Some of every life's luck in pay goes "
        "with the person on any path, some is of the path alone; people leave training, move to other work, lose jobs "
        "and die at the rates assumed. What is uncertain is drawn {times} times, each for several lives. Give or take: "
        "how far other random numbers may move the chance (2 standard errors).",
        times=f"{assumed:,}",
    )
    return f"{_basis(terms)} {drawn}"


def kept_title() -> str:
    """The heading over chances of what the household keeps."""
    return say("How sure it is what the household keeps of the gain, after taxes and benefits")


def kept_caption(terms: Terms, name: str, both: Chances, luck: Chances, point: float) -> str:
    """What luck alone does to the mean.

    Args:
        terms: those of the answer.
        name: a pathway, as it is shown.
        both: its draws of assumptions and luck together.
        luck: its draws of luck alone.
        point: its gain with every assumption at its value and average earnings in every year [USD].
    """
    means = say(
        "Taxes and benefits are looked up for the earnings of each year of each life, since those of an average year "
        "are not the average of good and bad ones. '{pathway}': {point} in the tables above, with average earnings in "
        "every year; {luck} as the mean over lives with luck alone (standard error {error}); {both} with uncertain "
        "assumptions too.",
        pathway=name,
        point=signed_dollars(point),
        luck=signed_dollars(luck.gain_mean),
        error=dollars(luck.gain_standard_error),
        both=signed_dollars(both.gain_mean),
    )
    return f"{_basis(terms)} {means}"


def spread_title() -> str:
    """The heading over the layers apart."""
    return say("Where the spread comes from")


def spread_caption(terms: Terms, error: float) -> str:
    """What each layer alone is.

    Args:
        terms: those of the answer.
        error: the largest standard error of the amounts in the first table [USD].
    """
    layers = say(
        "Evidence: the uncertainty of the assumptions and studies alone, each draw an average over lives; the amounts "
        "of the first table are means of these draws, known to {error} or less. One life: luck alone, every assumption "
        "at its value; ahead: by $10,000 or more. Low and high: 1 in 10 is below or above.",
        error=dollars(SURE * error),
    )
    return f"{_basis(terms)} {layers}"


def pair_title() -> str:
    """The heading over pairs."""
    return say("Chance to end $10,000 or more ahead of another pathway")


def pair_caption(terms: Terms) -> str:
    """What a pair is compared in."""
    lives = say("Of the same {lives} lives; --json has every pair.", lives=f"{terms.draws:,}")
    return f"{_basis(terms)} {lives}"


def _basis(terms: Terms) -> str:
    return say(
        "{price_year} dollars, discounted {rate} a year to age {age}.",
        price_year=terms.price_year,
        rate=percent(terms.discount_rate),
        age=terms.start_age,
    )


def chance(share: float) -> str:
    """`95%`, and never all or none unless it is so."""
    whole = round(100 * share)
    if whole == 100 and share < 1.0:
        return ">99%"
    return "<1%" if whole == 0 and share > 0.0 else f"{whole}%"


def out_of_100(share: float) -> str:
    """`95 of 100`, in the same way."""
    shown = chance(share)
    if shown == ">99%":
        return say("more than 99 of 100")
    return say("fewer than 1 of 100") if shown == "<1%" else say("{number} of 100", number=shown.rstrip("%"))


def give_or_take(error: float) -> str:
    """How far other random numbers may move a chance: `1 point`, `3 points`."""
    return say_count(max(1, round(100 * SURE * error)), "{count} point", "{count} points")


def in_words(share: float, error: float = 0.0) -> str:
    """`about 2 in 3`; both words where random numbers alone decide between two.

    Args:
        share: the chance.
        error: its standard error.
    """
    low, high = (share + side * SURE * error for side in (-1.0, 1.0))
    if high < RARE:
        return say("less than {chance}", chance=_fraction(high))
    if low > 1.0 - RARE:
        return say("more than {chance}", chance=_fraction(low))
    least, most = _fraction(low), _fraction(high)
    if least == most:
        return say("about {chance}", chance=least)
    return say("between {low} and {high}", low=least, high=most)


def _fraction(share: float) -> str:
    """The nearest chance as people say it."""
    part, whole = min(TOLD, key=lambda known: abs(known[0] / known[1] - share))
    return say("{part} in {whole}", part=part, whole=whole)


def likely(chances: Chances) -> str:
    """How likely a pathway is to end well ahead of the baseline, as a sentence."""
    said = in_words(chances.chance_well_ahead, chances.chance_standard_error)
    return say("The chance to end $10,000 or more ahead is {chance}.", chance=said)


def how_sure(layers: Layers, next_best: tuple[str, float] | None) -> str:
    """The range of a gain, and the chance against the next best pathway.

    Args:
        layers: the draws of the best pathway.
        next_best: the title of the pathway next to it, as it is shown, and the chance to end well ahead of that.
    """
    sentences = [_range(layers.together)]
    if next_best is not None:
        name, share = next_best
        # That of a pair is known about as well as that of the best alone.
        said = in_words(share, layers.together.chance_standard_error)
        sentences.append(
            say("The chance to end $10,000 or more ahead of '{pathway}' is {chance}.", pathway=name, chance=said)
        )
    kept = layers.net_resources
    if kept is not None:
        said = in_words(kept.chance_well_ahead, kept.chance_standard_error)
        sentences.append(
            say("The chance that the household keeps $10,000 or more of the gain is {chance}.", chance=said)
        )
    return " ".join(sentences)


RANGES = {
    ("loss", "loss", "gain"): mark(
        "One in ten loses more than {low}, half lose more than {middle} and one in ten gains more than {high}."
    ),
    ("loss", "nothing", "gain"): mark(
        "One in ten loses more than {low}, half gain nothing or lose and one in ten gains more than {high}."
    ),
    ("loss", "gain", "gain"): mark(
        "One in ten loses more than {low}, half gain more than {middle} and one in ten gains more than {high}."
    ),
    ("nothing", "nothing", "gain"): mark(
        "One in ten gains nothing or loses, half gain nothing or lose and one in ten gains more than {high}."
    ),
    ("nothing", "gain", "gain"): mark(
        "One in ten gains nothing or loses, half gain more than {middle} and one in ten gains more than {high}."
    ),
    ("gain", "gain", "gain"): mark(
        "One in ten gains less than {low}, half gain more than {middle} and one in ten gains more than {high}."
    ),
    ("loss", "loss", "nothing"): mark(
        "One in ten loses more than {low}, half lose more than {middle} and hardly one in ten gains anything."
    ),
    ("loss", "nothing", "nothing"): mark(
        "One in ten loses more than {low}, half gain nothing or lose and hardly one in ten gains anything."
    ),
    ("nothing", "nothing", "nothing"): mark(
        "One in ten gains nothing or loses, half gain nothing or lose and hardly one in ten gains anything."
    ),
}
"""The spread of a gain, by what one in ten are below, what half are above, and what one in ten are above."""


def _range(chances: Chances) -> str:
    """The spread of the gain in a sentence."""
    amounts = (chances.gain_p10, chances.gain_p50, chances.gain_p90)
    low, middle, high = map(_kind, amounts)
    # Where even the best of ten lose, they gain nothing.
    said = RANGES[low, middle, "gain" if high == "gain" else "nothing"]
    sizes = (dollars(abs(amount), 1000) for amount in amounts)
    return say(said, **dict(zip(("low", "middle", "high"), sizes, strict=True)))


LUCK = mark("Most of that is luck in pay, which differs with or without training.")
OUT_OF_PROPORTION = 10.0
"""A loss so many times as large as the average gain comes from how far lives differ, not from training."""
HALF = {
    ("loss", "loss"): mark("Half lose more than {middle}; one in ten loses more than {low}."),
    ("loss", "nothing"): mark("Half gain nothing or lose; one in ten loses more than {low}."),
    ("loss", "gain"): mark("Half gain more than {middle}; one in ten loses more than {low}."),
    ("nothing", "nothing"): mark("Half gain nothing or lose."),
    ("nothing", "gain"): mark("Half gain more than {middle}; one in ten gains nothing or loses."),
    ("gain", "gain"): mark("Half gain more than {middle}; one in ten gains less than {low}."),
}
"""The middle of a gain and its bad case, by what one in ten are below and what half are above."""


def middle_and_bad_case(chances: Chances) -> str:
    """What half of those who start gain, and what one in ten do not reach."""
    low, middle = chances.gain_p10, chances.gain_p50
    said = say(HALF[_kind(low), _kind(middle)], middle=dollars(abs(middle), 1000), low=dollars(abs(low), 1000))
    # A gain so small beside it does not make such a loss: pay would go up or down as far on either path.
    if low <= -NOTHING and -low > OUT_OF_PROPORTION * abs(chances.gain_mean):
        return f"{said} {say(LUCK)}"
    return said


def _kind(amount: float) -> str:
    """Whether an amount is a gain, a loss, or next to nothing."""
    if amount <= -NOTHING:
        return "loss"
    return "nothing" if amount < NOTHING else "gain"
