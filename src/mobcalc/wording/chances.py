"""The sentences and labels of chances and ranges."""

from typing import NamedTuple

from mobcalc.results import Chances, Layers, Terms
from mobcalc.wording.numbers import dollars, percent, signed_dollars

COLUMNS = (
    "Pathway",
    "Ends ahead",
    "Ahead by $10,000",
    "Ends behind",
    "Low (1 in 10 below)",
    "Middle (median)",
    "High (1 in 10 above)",
    "8 of 10 ahead from age",
)
SPREAD_COLUMNS = (
    "Pathway",
    "Mean of both",
    "Assump- tions: low",
    "Assump- tions: high",
    "One life: low",
    "One life: high",
    "One life: well ahead",
)
PAIR_COLUMNS = ("Pathway", "Against", "Ends ahead")
HOW_SURE = "How sure"
NEVER = "never"
EVEN = 0.05
"""A chance of ending even from which on it is told [share]."""
MATTERS = 0.1
"""By how much chances with uncertain assumptions and without have to differ to be told [share]."""
UNSURE = "unsure"
NOTHING = 500.0
"""A gain or loss below this many dollars is called nothing."""


def title(terms: Terms) -> str:
    """The heading over chances and ranges."""
    return f"How sure the gain is, by {terms.draws:,} simulated lives"


def caption(terms: Terms, assumed: int, is_measured: bool) -> str:
    """What is drawn, and what low, middle and high are.

    Args:
        terms: those of the answer.
        assumed: how often the uncertain assumptions are drawn.
        is_measured: whether measured effects are among the rows.
    """
    effects = (
        " A measured effect is an average: everybody is taken to gain the same, or everybody who finishes where a "
        "chance to finish is known."
    )
    return (
        f"{_basis(terms)} Gains over the baseline of all who start. Every life has its own luck, the same whatever the "
        f"pathway; what is uncertain is drawn {assumed:,} times, each for several lives. Ahead or behind: by a dollar "
        "or more; the rest end even. 8 of 10 ahead from: the age from which on at least 8 of 10 lives are ahead at "
        f"every age; {UNSURE}: so near 8 of 10 that other draws might say otherwise.{effects if is_measured else ''}"
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


def spread_caption(terms: Terms, alone: int, error: float, outside: list[str]) -> str:
    """Which figure is a point, which a mean, and what each layer alone is.

    Args:
        terms: those of the answer.
        alone: the number of draws of each layer alone.
        error: the largest standard error of the means [USD].
        outside: titles of the pathways whose point lies outside the range of the assumptions alone.
    """
    beyond = outside and (
        f" The point of {_and(outside)} lies outside the range of its assumptions, since some of these reach to one "
        "side of their value only."
    )
    return (
        f"{_basis(terms)} Mean of both: of all {terms.draws:,} draws, with a standard error of {dollars(error)} or "
        "less; the first table has the point, every assumption at its value. Assumptions: their uncertainty alone, "
        "each draw an average over lives. One life: luck alone, in finishing, pay, spells without work and length of "
        "life, every assumption at its value; well ahead: by $10,000 or more. Low and high: 1 in 10 is below or above, "
        f"of {alone:,} draws each.{beyond or ''}"
    )


def _and(titles: list[str]) -> str:
    *first, last = (f"'{title}'" for title in titles)
    return f"{', '.join(first)} and of {last}" if first else last


def pair_title() -> str:
    """The heading over pairs."""
    return "Chance to end ahead of another pathway known from the same kind of evidence"


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


def likely(chances: Chances, is_average: bool) -> str:
    """How likely a pathway is to be better than the baseline, as the end of the sentence that answers.

    Args:
        chances: its draws.
        is_average: whether they are of one average effect on everybody.
    """
    even = 1.0 - chances.chance_ahead - chances.chance_behind
    about = f" (even in {out_of_100(even)})" if even >= EVEN else ""
    whose = "the average effect puts it ahead" if is_average else "it ends ahead"
    return (
        f"; {whose} in {out_of_100(chances.chance_ahead)} simulated lives{about}, by $10,000 or more in "
        f"{out_of_100(chances.chance_well_ahead)}"
    )


class Leavers(NamedTuple):
    """What leavers keep of finishers' gain with every assumption at its value, and at most in the draws [share]."""

    share: float
    high: float


def how_sure(
    layers: Layers, is_measured: bool, is_average: bool, next_best: tuple[str, float] | None, leavers: Leavers | None
) -> str:
    """The range of a gain, the chance against the next best pathway, and what it hangs on.

    Args:
        layers: the draws of the best pathway.
        is_measured: whether it is of a measured effect.
        is_average: whether its draws are of one average effect on everybody.
        next_best: the title of the pathway next to it, and the chance to end ahead of that.
        leavers: what they keep, where the draws take them to keep more than the first table does.
    """
    kept = layers.net_resources
    house = "" if kept is None else f" The household keeps more in {out_of_100(kept.chance_ahead)}."
    other = "" if next_best is None else f" The pathway ends ahead of '{next_best[0]}' in {out_of_100(next_best[1])}."
    said = _range(layers.together, is_measured)
    whose = "With the average effect for everybody, " if is_average else ""
    start = said[0].lower() if whose else said[0].upper()
    return f"{whose}{start}{said[1:]}{other}{house}{_at_values(layers, leavers)}"


def _at_values(layers: Layers, leavers: Leavers | None) -> str:
    """The chances with every assumption at its value, where they are others, and why."""
    drawn, fixed = layers.together, layers.one_life
    pairs = ((drawn.chance_ahead, fixed.chance_ahead), (drawn.chance_well_ahead, fixed.chance_well_ahead))
    if max(abs(one - other) for one, other in pairs) < MATTERS:
        return ""
    why = leavers and (
        f": those who leave then keep {percent(leavers.share)} of what finishers gain, in the draws up to "
        f"{percent(leavers.high)}, and no study at hand says how much"
    )
    return (
        f" With every assumption at its value, as in the first table, it ends ahead in "
        f"{out_of_100(fixed.chance_ahead)}, by $10,000 or more in {out_of_100(fixed.chance_well_ahead)}{why or ''}."
    )


def _range(chances: Chances, is_measured: bool) -> str:
    """The spread of the gain in a sentence.

    Args:
        chances: the draws.
        is_measured: whether it is of a measured effect, of which those who leave are taken to gain nothing.
    """
    nothing = "gain nothing or lose" if chances.chance_behind >= EVEN else "gain nothing"
    if chances.gain_p10 <= -NOTHING:
        low = f"one in ten loses more than {dollars(-chances.gain_p10, 1000)}"
    elif chances.gain_p10 < NOTHING:
        low = "one in ten " + nothing.replace("gain ", "gains ").replace("lose", "loses")
    else:
        low = f"one in ten gains less than {dollars(chances.gain_p10, 1000)}"
    if chances.gain_p50 <= -NOTHING:
        middle = f"half lose more than {dollars(-chances.gain_p50, 1000)}"
    elif chances.gain_p50 < NOTHING:
        leave = " (those who leave are taken to gain nothing)" if is_measured else ""
        low, middle = "", f"half {nothing}{leave}"
    else:
        middle = f"half gain more than {dollars(chances.gain_p50, 1000)}"
    high = f"one in ten gains more than {dollars(chances.gain_p90, 1000)}"
    if chances.gain_p90 < NOTHING:
        high = "hardly one in ten gains anything"
    *first, last = [part for part in (low, middle, high) if part]
    return f"{', '.join(first)} and {last}."
