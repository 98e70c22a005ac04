"""The sentences of the one screen that `program` shows by default."""

from mobcalc.language import mark, say
from mobcalc.results.program import ProgramAnswer
from mobcalc.wording import program as details
from mobcalc.wording import program_training
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
COVERAGE, LEAST_COVERAGE = ("medicaid", "chip", "premium_tax_credit", "other_coverage"), 1000.0
"""Public health coverage beside the sums, and how much of it is said [USD]."""
LEAST_SHARE = 0.005
"""A share with a living wage that is said."""


def answer(of: ProgramAnswer) -> str:
    """Who gains and how much, in a few sentences."""
    if of.gained is None:
        return " ".join([say(details.NOTES["nothing_known"]), *_unknown(of, is_named=len(of.services) > 1)])
    return " ".join(filter(None, [_people(of), _budgets(of), _together(of)]))


COST = mark("It costs {cost} for each who enrolls.")
NO_COST = mark("No cost is given for those who enroll.")
KEEP = mark("By retirement they keep {gain}, in the first ten years {ten}.")
KEEP_BETWEEN = mark("By retirement they keep {gain} (likely {low} to {high}), in the first ten years {ten}.")
EARN = mark("By retirement they earn {gain}, in the first ten years {ten}.")
EARN_BETWEEN = mark("By retirement they earn {gain} (likely {low} to {high}), in the first ten years {ten}.")


GAP = mark(
    "Of each public dollar {ten} comes back in ten years and {career} by retirement; if the gap is public money too, "
    "{with_gap} and {career_with_gap}."
)
GAP_AT_MOST = mark(
    "Of each public dollar at most {ten} comes back in ten years and {career} by retirement; if the gap is public "
    "money too, {with_gap} and {career_with_gap}."
)


def _people(of: ProgramAnswer) -> str:
    """What people gain."""
    assert of.gained is not None
    is_kept = of.gained.kept is not None
    gained = of.gained.kept or of.gained.earned
    spread = of.gained.kept_range if is_kept else of.gained.earned_range
    cost = say(COST, cost=details.money(of.cost)) if of.cost else say(NO_COST)
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


def _budgets(of: ProgramAnswer) -> str:
    """What comes back to governments."""
    if of.public is None or of.public.returns_ten_years is None:
        return ""
    ratios = of.public.returns_ten_years, of.public.returns_career
    if (gap := of.returns_with_gap) is not None:
        sentence = GAP_AT_MOST if of.employers.career else GAP
        ends = {"with_gap": details.per_dollar(gap.ten_years), "career_with_gap": details.per_dollar(gap.career)}
        return say(sentence, ten=details.per_dollar(ratios[0]), career=details.per_dollar(ratios[1]), **ends)
    if of.employers.career:
        return say(
            "Of each public dollar at most {ten} comes back in ten years and {career} by retirement.",
            ten=details.per_dollar(ratios[0]),
            career=details.per_dollar(ratios[1]),
        )
    return say(
        "Of each public dollar {ten} comes back in ten years and {career} by retirement.",
        ten=details.per_dollar(ratios[0]),
        career=details.per_dollar(ratios[1]),
    )


def _together(of: ProgramAnswer) -> str:
    """What all gains are worth for a dollar."""
    if of.ten_years is None or of.career is None or of.ten_years.society is None:
        return ""
    return say(
        "All gains together for each dollar spent: {ten} in ten years, {career} by retirement.",
        ten=details.per_dollar(of.ten_years.society),
        career=details.per_dollar(of.career.society),
    )


def notes(of: ProgramAnswer) -> list[str]:
    """What would change what somebody does, the most important first."""
    said = [details.unfunded(of)] if of.unfunded_total >= 1.0 else []
    said += [coverage] if (coverage := _coverage(of)) else []
    said += [details.own_numbers(of)] if details.guesses(of) else []
    caution = [say(of.caution)] if of.caution is not None else []
    if of.gained is None:
        return said + caution
    said += [short] if (short := program_training.note(of.training, of.homes)) else []
    said += [*details.notes(of), *caution]
    said += _unknown(of)
    said += [each] if (each := _each(of)) else []
    jobs = of.living_wage
    return said + ([details.living_wage(of)] if jobs is not None and jobs.with_program >= LEAST_SHARE else [])


def _coverage(of: ProgramAnswer) -> str:
    """Public health coverage that people lose or gain, which is in no sum."""
    less = sum(of.memo_career.get(name, 0.0) for name in COVERAGE)
    if abs(less) < LEAST_COVERAGE:
        return ""
    amount = dollars(abs(less))
    if less > 0.0:
        return say("Not in it: public health coverage worth {amount} a person less.", amount=amount)
    return say("Not in it: public health coverage worth {amount} a person more.", amount=amount)


def _unknown(of: ProgramAnswer, *, is_named: bool = True) -> list[str]:
    """What gain would pay for each service that nobody has measured; the first alone where others are known."""
    unknown = [one for one in of.services if one.break_even is not None]
    shown = unknown if of.gained is None else unknown[:1]
    said = [(say(one.label), details.break_even(one.break_even)) for one in shown if one.break_even]
    return [f"{label}: {sentence}" if is_named else sentence for label, sentence in said]


def _each(of: ProgramAnswer) -> str:
    """The cost of one who finishes, and what a local dollar brings along."""
    said = []
    if of.cost_per_finisher is not None and of.people.finishing is not None:
        said.append(
            say(
                "{share} finish, so each finisher costs {cost}.",
                share=percent(round(of.people.finishing, 2)),
                cost=details.money(of.cost_per_finisher),
            )
        )
    elif "cost_per_finisher" in of.why and of.people.finishing is not None:
        known = sum(one.share for one in of.services if one.finishing is not None)
        said.append(
            say(
                "How many finish is known for {known} of {all} alone: about {count}.",
                known=round(of.people.enrolled * known),
                all=round(of.people.enrolled),
                count=round(of.people.enrolled * known * of.people.finishing),
            )
        )
    if of.leverage is not None:
        said.append(say("Each city dollar comes with {amount} of others.", amount=details.per_dollar(of.leverage)))
    return " ".join(said)


def basis(of: ProgramAnswer) -> str:
    """Which dollars, what is not counted, and how to see more."""
    return "\n".join(
        [
            say(
                "{price_year} dollars, later money counts {rate} less a year. No sales or property taxes.",
                price_year=of.price_year,
                rate=percent(of.discount_rate),
            ),
            say("By tax and benefit, by household, and how it is worked out: --details"),
        ]
    )
