"""The sentences of the one screen that `program` shows by default."""

from mobcalc.language import mark, say, say_count
from mobcalc.results.program import ProgramAnswer
from mobcalc.wording import program as details
from mobcalc.wording import program_notes, program_training
from mobcalc.wording.numbers import dollars, more_or_less, percent

COLUMNS = (
    mark("Who pays"),
    mark("Pays for\neach"),
    mark("Back in\n10 years"),
    mark("Back by\nretirement"),
    mark("Of each\ndollar"),
    mark("Paid back\nin year"),
)

COARSE = 10_000.0
"""Amounts from it on are shown to a thousand dollars [USD]."""
NOTHING = 0.005
"""A ratio that is shown as none."""
LEAST_SHARE = 0.005
"""A share with a living wage that is said."""


def answer(of: ProgramAnswer) -> str:
    """Who gains and how much, in a few sentences."""
    if of.gained is None:
        return " ".join([say(program_notes.NOTES["nothing_known"]), *_unknown(of, is_named=len(of.services) > 1)])
    return " ".join(filter(None, [people(of), program_notes.losers(of), public_money(of), together(of)]))


KEEP = mark("By retirement they keep {gain}, in ten years {ten}.")
KEEP_BETWEEN = mark("By retirement they keep {gain} (likely {low} to {high}), in ten years {ten}.")
EARN = mark("By retirement they earn {gain}, in ten years {ten}.")
EARN_BETWEEN = mark("By retirement they earn {gain} (likely {low} to {high}), in ten years {ten}.")


def people(of: ProgramAnswer) -> str:
    """What it costs and what people gain."""
    assert of.gained is not None
    is_kept = of.gained.kept is not None
    gained = of.gained.kept or of.gained.earned
    spread = of.gained.kept_range if is_kept else of.gained.earned_range
    cost = details.cost(of)
    said = {"gain": _more(gained.career), "ten": _more(gained.ten_years)}
    if spread is None:
        return f"{cost} {say(KEEP if is_kept else EARN, **said)}"
    ends = {"low": dollars(spread.low, _step(spread.low)), "high": dollars(spread.high, _step(spread.high))}
    return f"{cost} {say(KEEP_BETWEEN if is_kept else EARN_BETWEEN, **said, **ends)}"


def _more(amount: float) -> str:
    return more_or_less(amount, _step(amount))


def _step(amount: float) -> int:
    """To how many dollars an amount is rounded in a sentence."""
    return 100 if abs(amount) < COARSE else 1000


def public_money(of: ProgramAnswer) -> str:
    """What comes back to governments of each dollar, and from what."""
    if of.public is None or of.public.back is None:
        return ""
    base = of.public.why.get("returns_career")
    if base == "no_cost":
        return " ".join([_back_alone(of), program_notes.made_of(of)])
    if base is not None:
        return " ".join([program_notes.little_paid(of), program_notes.made_of(of)])
    assert of.career is not None
    ratios = details.per_dollar(of.public.returns_ten_years), details.per_dollar(of.public.returns_career)
    said = say(
        "Of each public dollar {ten} is back in ten years, {career} by retirement{likely}.",
        ten=ratios[0],
        career=ratios[1],
        likely=details.likely(of.career.taxpayer_range),
    )
    return " ".join(filter(None, [said, program_notes.made_of(of)]))


def _back_alone(of: ProgramAnswer) -> str:
    """What comes back where governments pay nothing."""
    assert of.public is not None and of.public.back is not None
    back = of.public.back
    sentence = (
        mark(
            "No public money is spent; at most {ten} a person comes back to governments in ten years, {career} in all."
        )
        if of.employers.career
        else mark("No public money is spent; {ten} a person comes back to governments in ten years, {career} in all.")
    )
    return say(sentence, ten=details.money(back.ten_years), career=details.money(back.career))


def together(of: ProgramAnswer) -> str:
    """What all gains are worth for a dollar."""
    if of.ten_years is None or of.career is None or of.ten_years.society is None or of.career.net_gain is None:
        return ""
    if of.employers.career and abs(of.career.society or 0.0) < NOTHING:
        return say("What workers and governments gain employers pay, so all gains together come to nothing.")
    return say(
        "All gains for each dollar spent: {ten} in ten years, {career} by retirement{likely}.",
        ten=details.per_dollar(of.ten_years.society),
        career=details.per_dollar(of.career.society),
        likely=details.likely(of.career.society_range),
    )


def notes(of: ProgramAnswer) -> list[str]:
    """What would change what somebody does, the most important first."""
    said = [details.own_numbers(of)] if details.guesses(of) else []
    said += [coverage] if (coverage := program_notes.coverage(of)) else []
    gap = [program_notes.unfunded(of)] if of.unfunded_total >= 1.0 else []
    caution = [say(of.caution)] if of.caution is not None else []
    if of.gained is None:
        return said + gap + caution
    said += [short] if (short := program_training.note(of.training, of.homes)) else []
    said += gap
    said += [*program_notes.notes(of, leave_out="some_lose"), *caution]
    said += _unknown(of)
    said += [each] if (each := program_notes.each(of)) else []
    jobs = of.living_wage
    return said + ([program_notes.living_wage(of)] if jobs is not None and jobs.with_program >= LEAST_SHARE else [])


def _unknown(of: ProgramAnswer, *, is_named: bool = True) -> list[str]:
    """What gain would pay for each service that nobody has measured; the first alone where others are known."""
    unknown = [one for one in of.services if one.break_even is not None]
    shown = unknown if of.gained is None else unknown[:1]
    said = [(say(one.label), details.break_even(one.break_even)) for one in shown if one.break_even]
    return [f"{label}: {sentence}" if is_named else sentence for label, sentence in said]


def basis(of: ProgramAnswer, dropped: int) -> str:
    """Which dollars, what is not counted, and how to see more.

    Args:
        of: the answer.
        dropped: how many notes had no room.
    """
    more = say("By tax and benefit, household and year, and how it is worked out: --details")
    if dropped:
        more = say_count(
            dropped,
            "{count} more note, and by tax and benefit, household and year: --details",
            "{count} more notes, and by tax and benefit, household and year: --details",
        )
    dollars_used = say(
        "{price_year} dollars, later money counts {rate} less a year. No sales or property taxes.",
        price_year=of.price_year,
        rate=percent(of.discount_rate),
    )
    return f"{dollars_used}\n{more}"
