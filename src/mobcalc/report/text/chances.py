"""The sentences and labels of chances and ranges."""

from mobcalc.report.numbers import dollars, percent, signed_dollars
from mobcalc.results import Chances, Comparison, Terms

COLUMNS = (
    "Pathway",
    "Ends ahead",
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
)
PAIR_COLUMNS = ("Pathway", "Against", "Ends ahead")
NEVER = "never"
EVEN = 0.05
"""A chance of ending even from which on it is told [share]."""
NOTHING = 500.0
"""A gain or loss below this many dollars is called nothing."""


def title(terms: Terms) -> str:
    """The heading over chances and ranges."""
    return f"How sure the gain is, by {terms.draws:,} simulated lives"


def caption(terms: Terms) -> str:
    """What is drawn, and what low, middle and high are."""
    return (
        f"{_basis(terms)} Gains over the baseline of all who start. Every life has its own luck and its own draw of "
        "what is uncertain, the same for all pathways. Ahead or behind: by a dollar or more; the rest end even. 8 of "
        "10 ahead from: the age from which on at least 8 of 10 lives are ahead at every age."
    )


def kept_title() -> str:
    """The heading over chances of what the household keeps."""
    return "How sure it is what the household keeps of the gain, after taxes and benefits"


def kept_caption(terms: Terms, mean: float, point: float, name: str) -> str:
    """Why the mean differs from the point.

    Args:
        terms: those of the answer.
        mean: of the draws, of one pathway [USD].
        point: the same with every assumption at its value and average earnings in every year [USD].
        name: the pathway.
    """
    return (
        f"{_basis(terms)} Taxes and benefits are looked up for the earnings of each year of each life, since those of "
        "an average year are not the average of good and bad ones. "
        f"'{name}': {signed_dollars(mean)} as the mean of the draws, {signed_dollars(point)} as the point."
    )


def spread_title() -> str:
    """The heading over the layers apart."""
    return "Where the spread comes from"


def spread_caption(terms: Terms, alone: int) -> str:
    """Which figure is a point, which a mean, and what each layer alone is.

    Args:
        terms: those of the answer.
        alone: the number of draws of each layer alone.
    """
    return (
        f"{_basis(terms)} Mean of both: of all {terms.draws:,} draws; the first table has the point, every assumption "
        "at its value. Assumptions: their uncertainty alone, each draw an average over lives. One life: "
        "luck alone, in finishing, pay, spells without work and length of life. Low and high: 1 in 10 is below or "
        f"above, of {alone:,} draws each."
    )


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


def of_100(share: float) -> str:
    """`95 of 100`, in the same way."""
    said = chance(share).rstrip("%")
    return f"{said.replace('>', 'more than ').replace('<', 'fewer than ')} of 100"


def likely(comparison: Comparison, found: Chances, name: str, next_best: tuple[str, float] | None) -> str:
    """How likely the best pathway is to be better than the baseline and than the next best.

    Args:
        comparison: the answer.
        found: the chances of the best pathway.
        name: the baseline.
        next_best: the title of the pathway next to it, and the chance to end ahead of that.
    """
    even = 1.0 - found.chance_ahead - found.chance_behind
    about = f" and even in {of_100(even)}" if even >= EVEN else ""
    other = "" if next_best is None else f" It ends ahead of '{next_best[0]}' in {of_100(next_best[1])}."
    return (
        f" How likely: of {comparison.draws:,} simulated lives it ends ahead of '{name}' in "
        f"{of_100(found.chance_ahead)}{about}. {_range(found)}{other}"
    )


def _range(found: Chances) -> str:
    """The spread of the gain in a sentence."""
    nothing = "gain nothing or lose" if found.chance_behind >= EVEN else "gain nothing"
    if found.gain_p10 <= -NOTHING:
        low = f"one in ten loses more than {dollars(-found.gain_p10, 1000)}"
    elif found.gain_p10 < NOTHING:
        low = "one in ten " + nothing.replace("gain ", "gains ").replace("lose", "loses")
    else:
        low = f"one in ten gains less than {dollars(found.gain_p10, 1000)}"
    if found.gain_p50 <= -NOTHING:
        middle = f"half lose more than {dollars(-found.gain_p50, 1000)}"
    elif found.gain_p50 < NOTHING:
        low, middle = "", f"half {nothing}"
    else:
        middle = f"half gain more than {dollars(found.gain_p50, 1000)}"
    ends = [part for part in (low, middle, f"one in ten gains more than {dollars(found.gain_p90, 1000)}") if part]
    if found.gain_p90 < NOTHING:
        ends[-1] = "hardly one in ten gains anything"
    said = ", ".join(ends[:-1]) + f" and {ends[-1]}."
    return said[0].upper() + said[1:]
