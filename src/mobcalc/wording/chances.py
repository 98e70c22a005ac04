"""The sentences and labels of chances and ranges."""

from mobcalc.results import Chances, Layers, Terms
from mobcalc.wording.numbers import dollars, percent, signed_dollars

COLUMNS = (
    "Pathway",
    "Ends $10,000 ahead",
    "Give or take",
    "Low (1 in 10 below)",
    "Middle (half above)",
    "High (1 in 10 above)",
)
SPREAD_COLUMNS = (
    "Pathway",
    "Evidence: low",
    "Evidence: high",
    "One life: low",
    "One life: high",
    "One life: ahead",
)
PAIR_COLUMNS = ("Pathway", "Against", "Ends $10,000 ahead")
HOW_SURE = "How sure"
NOTHING = 500.0
"""A gain or loss below this many dollars is called nothing."""
SURE = 2.0
"""So many standard errors to either side hold a chance or an amount for all that matters."""
IN_WORDS = {
    0.05: "1 in 20",
    0.1: "1 in 10",
    0.2: "1 in 5",
    0.25: "1 in 4",
    1 / 3: "1 in 3",
    0.4: "2 in 5",
    0.5: "1 in 2",
    0.6: "3 in 5",
    2 / 3: "2 in 3",
    0.75: "3 in 4",
    0.8: "4 in 5",
    0.9: "9 in 10",
    0.95: "19 in 20",
}
"""Chances as people say them."""
RARE = 0.025
"""A chance below this is less than the least of these, and one as far from certainty more than the greatest."""


def title(terms: Terms) -> str:
    """The heading over chances and ranges."""
    return f"How sure the gain is, by {terms.draws:,} simulated lives"


def caption(terms: Terms, assumed: int) -> str:
    """What is drawn, and what low, middle and high are.

    Args:
        terms: those of the answer.
        assumed: how often the uncertain assumptions are drawn.
    """
    return (
        f"{_basis(terms)} Gains of all who start, over no training or the baseline asked for. Some of every life's "
        "luck in pay goes with the person on any path, some is of the path alone; people leave training, move to "
        f"other work, lose jobs and die at the rates assumed. What is uncertain is drawn {assumed:,} times, each for "
        "several lives. Give or take: how far other random numbers may move the chance (2 standard errors)."
    )


def kept_title() -> str:
    """The heading over chances of what the household keeps."""
    return "How sure it is what the household keeps of the gain, after taxes and benefits"


def kept_caption(terms: Terms, name: str, both: Chances, luck: Chances, point: float) -> str:
    """What luck alone does to the mean.

    Args:
        terms: those of the answer.
        name: a pathway.
        both: its draws of assumptions and luck together.
        luck: its draws of luck alone.
        point: its gain with every assumption at its value and average earnings in every year [USD].
    """
    return (
        f"{_basis(terms)} Taxes and benefits are looked up for the earnings of each year of each life, since those of "
        f"an average year are not the average of good and bad ones. '{name}': {signed_dollars(point)} in the tables "
        f"above, with average earnings in every year; {signed_dollars(luck.gain_mean)} as the mean over lives with "
        f"luck alone (standard error {dollars(luck.gain_standard_error)}); {signed_dollars(both.gain_mean)} with "
        "uncertain assumptions too."
    )


def spread_title() -> str:
    """The heading over the layers apart."""
    return "Where the spread comes from"


def spread_caption(terms: Terms, error: float) -> str:
    """What each layer alone is.

    Args:
        terms: those of the answer.
        error: the largest standard error of the amounts in the first table [USD].
    """
    return (
        f"{_basis(terms)} Evidence: the uncertainty of the assumptions and studies alone, each draw an average over "
        f"lives; the amounts of the first table are means of these draws, known to {dollars(SURE * error)} or less. "
        "One life: luck alone, every assumption at its value; ahead: by $10,000 or more. Low and high: 1 in 10 is "
        "below or above."
    )


def pair_title() -> str:
    """The heading over pairs."""
    return "Chance to end $10,000 or more ahead of another pathway"


def pair_caption(terms: Terms) -> str:
    """What a pair is compared in."""
    return f"{_basis(terms)} Of the same {terms.draws:,} lives; --json has every pair."


def _basis(terms: Terms) -> str:
    return f"{terms.price_year} dollars, discounted {percent(terms.discount_rate)} a year to age {terms.start_age}."


def chance(share: float) -> str:
    """`95%`, and never all or none unless it is so."""
    whole = round(100 * share)
    if whole == 100 and share < 1.0:
        return ">99%"
    return "<1%" if whole == 0 and share > 0.0 else f"{whole}%"


def out_of_100(share: float) -> str:
    """`95 of 100`, in the same way."""
    said = chance(share).rstrip("%")
    return f"{said.replace('>', 'more than ').replace('<', 'fewer than ')} of 100"


def give_or_take(error: float) -> str:
    """How far other random numbers may move a chance: `1 point`, `3 points`."""
    points = max(1, round(100 * SURE * error))
    return f"{points} point{'' if points == 1 else 's'}"


def in_words(share: float, error: float = 0.0) -> str:
    """`about 2 in 3`; both words where random numbers alone decide between two.

    Args:
        share: the chance.
        error: its standard error.
    """
    low, high = (share + side * SURE * error for side in (-1.0, 1.0))
    if high < RARE:
        return f"less than {IN_WORDS[min(IN_WORDS)]}"
    if low > 1.0 - RARE:
        return f"more than {IN_WORDS[max(IN_WORDS)]}"
    ends = [_nearest(low), _nearest(high)]
    if ends[0] == ends[1]:
        return f"about {IN_WORDS[ends[0]]}"
    return f"between {IN_WORDS[ends[0]]} and {IN_WORDS[ends[1]]}"


def _nearest(share: float) -> float:
    return min(IN_WORDS, key=lambda known: abs(known - share))


def likely(chances: Chances) -> str:
    """How likely a pathway is to end well ahead of the baseline, as a sentence."""
    said = in_words(chances.chance_well_ahead, chances.chance_standard_error)
    return f"The chance to end $10,000 or more ahead is {said}."


def how_sure(layers: Layers, next_best: tuple[str, float] | None) -> str:
    """The range of a gain, and the chance against the next best pathway.

    Args:
        layers: the draws of the best pathway.
        next_best: the title of the pathway next to it, and the chance to end well ahead of that.
    """
    kept = layers.net_resources
    house = ""
    if kept is not None:
        said = in_words(kept.chance_well_ahead, kept.chance_standard_error)
        house = f" The chance that the household keeps $10,000 or more of the gain is {said}."
    other = ""
    if next_best is not None:
        # That of a pair is known about as well as that of the best alone.
        said = in_words(next_best[1], layers.together.chance_standard_error)
        other = f" The chance to end $10,000 or more ahead of '{next_best[0]}' is {said}."
    said = _range(layers.together)
    return f"{said[0].upper()}{said[1:]}{other}{house}"


def _range(chances: Chances) -> str:
    """The spread of the gain in a sentence."""
    if chances.gain_p10 <= -NOTHING:
        low = f"one in ten loses more than {dollars(-chances.gain_p10, 1000)}"
    elif chances.gain_p10 < NOTHING:
        low = "one in ten gains nothing or loses"
    else:
        low = f"one in ten gains less than {dollars(chances.gain_p10, 1000)}"
    if chances.gain_p50 <= -NOTHING:
        middle = f"half lose more than {dollars(-chances.gain_p50, 1000)}"
    elif chances.gain_p50 < NOTHING:
        middle = "half gain nothing or lose"
    else:
        middle = f"half gain more than {dollars(chances.gain_p50, 1000)}"
    high = f"one in ten gains more than {dollars(chances.gain_p90, 1000)}"
    if chances.gain_p90 < NOTHING:
        high = "hardly one in ten gains anything"
    return f"{low}, {middle} and {high}."
