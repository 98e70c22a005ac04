"""What must be said of the answer of `program`, a sentence each."""

from mobcalc.language import mark, say
from mobcalc.results.program import LevelView, ProgramAnswer
from mobcalc.wording.lists import listed
from mobcalc.wording.numbers import dollars, percent, signed_dollars
from mobcalc.wording.program import LEAST, PARTS, money, own_numbers, per_dollar
from mobcalc.wording.program_training import household

NOTES = {
    "no_place": mark("No place is given, so nothing is known of taxes and benefits. Add a place to the file."),
    "some_lose": mark(
        "{share} of them keep less in the first ten years; the largest loss is about {loss} ({household})."
    ),
    "nothing_known": mark("Nobody has measured what it does to pay, so nothing is added up."),
    "partly_unknown": mark("What nobody has measured is not in the gains, but its cost is in the cost."),
    "finishing_is_not_in_effect": mark(
        "A part of the gain is known for all who start alone, so how many finish here does not move that."
    ),
    "paid_bill_is_no_gain": mark(
        "{supports}: no gain in this, since gains leave that bill out both with training and without."
    ),
    "raise_is_paid_by_employers": mark(
        "Employers pay the raise ({amount} each by retirement): workers gain, employers lose. What comes back is the "
        "most it can be: employers then pay less tax on profit or ask more of customers."
    ),
    "nobody_trains_otherwise": mark(
        "All of the gain counts, as if nobody would have trained without the program: give 'due' in the file."
    ),
    "some_beyond_evidence": mark("More than half of the gain comes after the last year that anybody measured."),
}
"""What must be said of an answer."""
COVERAGE, LEAST_COVERAGE = ("medicaid", "chip", "premium_tax_credit", "other_coverage"), 1000.0
"""Public health coverage beside the sums, and how much of it is said [USD]."""
TAX_NAMES = ("federal_income_tax", "payroll_tax", "state_income_tax", "state_payroll_tax")
SHORT = {"snap": mark("SNAP"), "wic": mark("WIC"), "tanf": mark("TANF")}
"""Benefits as they are called among others in brackets."""
MOST_NAMED = 2
"""So many benefits are named in a sentence."""


def unfunded(answer: ProgramAnswer) -> str:
    """What nobody pays for yet, and what comes back if it is public money too."""
    amounts = {"each": dollars(answer.unfunded, 10), "total": dollars(answer.unfunded_total)}
    of = answer.returns_with_gap
    if of is None:
        return say("Not yet paid for: {each} for each who enrolls, {total} in all.", **amounts)
    return say(
        "Not yet paid for: {each} for each who enrolls, {total} in all. If that is public money too, {ten} of each "
        "dollar comes back in ten years and {career} by retirement.",
        ten=per_dollar(of.ten_years),
        career=per_dollar(of.career),
        **amounts,
    )


def losers(of: ProgramAnswer) -> str:
    """Which households keep less in the first ten years while all together keep more; nothing where none does."""
    return say(NOTES["some_lose"], **_lost(of)) if "some_lose" in of.notes else ""


def _lost(of: ProgramAnswer) -> dict[str, str]:
    """How many keep less in the first ten years, and who loses most."""
    less = [(one.kept.ten_years, one) for one in of.homes if one.kept is not None and one.kept.ten_years < -LEAST]
    if not less:
        return {}
    most, home = min(less, key=lambda pair: pair[0])
    share = percent(round(sum(one.share for _, one in less), 2))
    return {"share": share, "household": household(home), "loss": dollars(-most)}


def made_of(of: ProgramAnswer) -> str:
    """How much of what comes back in ten years is more tax, and how much is less help for the same people."""
    view = of.public
    if view is None or view.back is None or view.from_taxes is None or view.from_lower_benefits is None:
        return ""
    back, taxes, less = view.back.ten_years, view.from_taxes.ten_years, view.from_lower_benefits.ten_years
    if back < LEAST or max(taxes, less) < LEAST:
        return ""
    amounts = {"back": money(back), "taxes": money(abs(taxes)), "less": money(abs(less)), "names": _lower(view)}
    if less < LEAST:
        return say("What comes back in ten years is more tax, not less help.")
    if taxes < LEAST:
        return say("What comes back in ten years is help that these people lose ({names}), not more tax.", **amounts)
    return say(
        "Of the {back} back in ten years {less} is help that these people lose ({names}) and {taxes} more tax.",
        **amounts,
    )


def _lower(view: LevelView) -> str:
    """The credits and benefits that are less by most, two at most."""
    less = {name: amount for name, amount in view.parts_ten_years.items() if name not in TAX_NAMES and amount >= LEAST}
    most = sorted(less, key=lambda name: less[name], reverse=True)[:MOST_NAMED]
    return _names([SHORT.get(name) or PARTS[name] for name in most])


def _names(messages: list[str]) -> str:
    """Names in a sentence; nothing where there are none."""
    return listed([say(one) for one in messages]) if messages else ""


def little_paid(of: ProgramAnswer) -> str:
    """What is true where governments pay too little for what comes back to be a return on it."""
    assert of.public is not None and of.public.back is not None
    back = {"ten": money(of.public.back.ten_years), "career": money(of.public.back.career)}
    if of.employers.career:
        return say(
            "Governments pay {spent} each and employers {raises} in raises, so what comes back is no return on public "
            "money: at most {ten} in ten years and {career} by retirement.",
            spent=money(of.public.spent),
            raises=money(of.employers.career),
            **back,
        )
    return say(
        "Governments pay {spent} of the {cost} each, too little to say what each public dollar brings back: {ten} "
        "comes back in ten years and {career} by retirement.",
        spent=money(of.public.spent),
        cost=money(of.cost),
        **back,
    )


def coverage(of: ProgramAnswer) -> str:
    """Public health coverage that people lose or gain, which is in no sum."""
    less = sum(of.memo_career.get(name, 0.0) for name in COVERAGE)
    if abs(less) < LEAST_COVERAGE:
        return ""
    amount = dollars(abs(less))
    if less > 0.0:
        return say("Not in it: public health coverage worth {amount} a person less.", amount=amount)
    return say("Not in it: public health coverage worth {amount} a person more.", amount=amount)


def each(of: ProgramAnswer) -> str:
    """The cost of one who finishes, and what a local dollar brings along."""
    return " ".join(filter(None, [_finishers(of), _leverage(of)]))


def _finishers(of: ProgramAnswer) -> str:
    """How many finish, and what each of them costs."""
    share = of.people.finishing
    if share is None:
        return ""
    if of.cost_per_finisher is None:
        known = sum(one.share for one in of.services if one.finishing is not None)
        return say(
            "Of services that tell who finishes ({known} of those enrolled), {share} finish. The others are known for "
            "all who start alone, so no cost of a finisher is given.",
            known=percent(round(known, 2)),
            share=percent(round(share, 2)),
        )
    return say(
        "{share} finish, so each finisher costs {cost}.",
        share=percent(round(share, 2)),
        cost=money(of.cost_per_finisher),
    )


def _leverage(of: ProgramAnswer) -> str:
    """What a local dollar brings along."""
    if of.leverage is None:
        return ""
    return say("Each city dollar comes with {amount} of others.", amount=per_dollar(of.leverage))


def living_wage(answer: ProgramAnswer) -> str:
    """How many have a living wage five years on, and what one more costs."""
    of = answer.living_wage
    assert of is not None
    said = say(
        "Five years on {with_it} of those who enroll are paid a living wage, {without} without the program.",
        with_it=percent(round(of.with_program, 2)),
        without=percent(round(of.without, 2)),
    )
    if of.cost_of_one is None:
        return said
    return f"{said} " + say("One more such job costs {amount}.", amount=dollars(of.cost_of_one, 1000))


def sure(answer: ProgramAnswer) -> str:
    """Between which amounts the gain most likely is."""
    of = answer.gained
    spread = None if of is None else of.kept_range or of.earned_range
    if spread is None:
        return ""
    return say(
        "What they gain by retirement is between {low} and {high} in 8 of 10 draws of what is assumed.",
        low=signed_dollars(spread.low),
        high=signed_dollars(spread.high),
    )


def all_notes(answer: ProgramAnswer) -> list[str]:
    """Everything that must be said."""
    said = [living_wage(answer)] if answer.living_wage is not None else []
    said += [unfunded(answer)] if answer.unfunded_total >= 1.0 else []
    said += [one for one in (made_of(answer), coverage(answer), each(answer)) if one]
    said += [*notes(answer), own_numbers(answer)]
    return said + ([say(answer.caution)] if answer.caution is not None else [])


def notes(answer: ProgramAnswer, leave_out: str = "") -> list[str]:
    """What must be said, the most important first.

    Args:
        answer: the answer.
        leave_out: code of a note that is said elsewhere.
    """
    supports = _names([one.name for one in answer.supports if not one.is_in_gains])
    values = {"amount": money(answer.employers.career), "supports": supports, **_lost(answer)}
    return [say(NOTES[code], **values) for code in answer.notes if code != leave_out]
