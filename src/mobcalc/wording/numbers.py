"""How numbers are shown: rounded here and nowhere else."""

from collections.abc import Callable

from mobcalc.language import mark, say

NOT_AVAILABLE, NONE = "n/a", "-"
PER = {
    "USD/hour": mark("{amount} an hour"),
    "USD/week": mark("{amount} a week"),
    "USD/month": mark("{amount} a month"),
    "USD/year": mark("{amount} a year"),
}
"""How the time that an amount of money is for is said."""


def dollars(amount: float | None, step: int = 100) -> str:
    """`$1,200`, to the nearest `step` dollars."""
    if amount is None:
        return NOT_AVAILABLE
    whole = _rounded(amount, step)
    return f"-${-whole:,}" if whole < 0 else f"${whole:,}"


def signed_dollars(amount: float | None, step: int = 100) -> str:
    """`+$1,200` or `-$300`: a difference."""
    if amount is None:
        return NOT_AVAILABLE
    return dollars(amount, step) if _rounded(amount, step) <= 0 else f"+{dollars(amount, step)}"


def thousands(amount: float | None) -> str:
    """A difference in thousands of dollars: `+150k`."""
    if amount is None:
        return NONE
    whole = round(amount / 1000.0)
    return f"{whole:+,}k" if whole else "0"


def hourly(amount: float | None) -> str:
    """`$18.25`."""
    return NOT_AVAILABLE if amount is None else f"${amount:,.2f}"


def in_unit(amount: float | None, unit: str | None, other: Callable[[float], str]) -> str:
    """`$63,190`, `$30.38`, `9.5%`: money to the dollar, that of an hour to the cent; what is neither as `other`."""
    if amount is None:
        return NOT_AVAILABLE
    if unit is not None and unit.startswith("USD"):
        return hourly(amount) if unit == "USD/hour" else dollars(amount, 1)
    return percent(amount) if unit in ("share", "share/year") else other(amount)


def years(amount: float) -> str:
    """`12`, to the nearest year."""
    return f"{amount:.0f}"


def percent(share: float | None) -> str:
    """`42%`, with a decimal where there is one to show: `2.5%`."""
    return NOT_AVAILABLE if share is None else f"{round(share * 100, 1):g}%"


def is_same(amount: float) -> bool:
    """Whether a difference rounds to nothing, so that it is said to be none."""
    return _rounded(amount, 1000) == 0


def more_or_less(amount: float, step: int = 1000) -> str:
    """`about $90,000 more`, to the nearest `step` dollars, for a sentence; `about the same` where that is nothing."""
    if _rounded(amount, step) == 0:
        return say("about the same")
    whole = dollars(abs(amount), step)
    return say("about {amount} more", amount=whole) if amount > 0 else say("about {amount} less", amount=whole)


def per(amount: str, unit: str | None) -> str:
    """An amount of money with the time that it is for: `$20 an hour`; as it is where it is for no time."""
    return say(PER[unit], amount=amount) if unit in PER else amount


def _rounded(amount: float, step: int) -> int:
    return round(amount / step) * step


def plain(value: float) -> str:
    """A number with as many digits as it has: `0.03`, `3598`, `62747`."""
    return f"{value:.10g}"


def short(value: float | list[float] | dict[int, float]) -> str:
    """The value of a record on one line; long lists are counted."""
    if isinstance(value, dict):
        items = [f"{year}: {plain(v)}" for year, v in value.items()]
        return "{" + ", ".join(items) + "}" if len(items) <= 3 else f"{len(items)} values by year"
    if isinstance(value, list):
        return "[" + ", ".join(plain(v) for v in value) + "]" if len(value) <= 4 else f"{len(value)} values"
    return plain(value)
