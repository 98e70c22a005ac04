"""Sentences and labels of `livingwage --certify`: plain words, the answer first."""

from collections.abc import Callable

from mobcalc.language import mark, say
from mobcalc.results.livingwage_certification import Certified, TierMet
from mobcalc.wording.basis import place_name
from mobcalc.wording.household import described
from mobcalc.wording.numbers import dollars, hourly
from mobcalc.wording.screen import of_client

TIERS = {"gold": mark("gold"), "silver": mark("silver"), "aspiring": mark("aspiring")}
"""What tiers are called that many cities have; others are called as their files call them."""
COLUMNS = (
    mark("Tier"),
    mark("Asks\nan hour"),
    mark("With\ninsurance"),
    mark("Met"),
    mark("In {year}\ndollars"),
    mark("Below a\nliving wage"),
)
YES, NO = mark("yes"), mark("no")
CLOSE = 0.005
"""Amounts nearer to 0 than that are none [USD/hour]."""


def tier_name(name: str) -> str:
    """What a tier is called."""
    return say(TIERS[name]) if name in TIERS else name


def asked(answer: Certified) -> str:
    """What was asked: the certification and the wage."""
    values = {"name": say(answer.name), "year": answer.year, "wage": hourly(answer.wage)}
    if answer.has_insurance:
        said = say("{name}, tiers of {year}: {wage} an hour with health insurance.", **values)
    else:
        said = say("{name}, tiers of {year}: {wage} an hour without health insurance.", **values)
    return of_client(answer.budget.provenance, said)


def verdict(answer: Certified) -> str:
    """Which tier is met, what is missing to the next, and how both stand beside a living wage."""
    return " ".join([*_met(answer), *_missing(answer), _beside(answer)])


def _met(answer: Certified) -> list[str]:
    if answer.tier is None:
        return [say("That meets no tier.")]
    if answer.next_tier is None:
        return [say("That meets {tier}, the highest tier.", tier=tier_name(answer.tier))]
    return [say("That meets {tier}.", tier=tier_name(answer.tier))]


def _missing(answer: Certified) -> list[str]:
    """What the next tier asks more."""
    if answer.next_tier is None or answer.missing_to_next is None:
        return []
    missing = hourly(answer.missing_to_next)
    return [say("{missing} an hour is missing to {tier}.", missing=missing, tier=tier_name(answer.next_tier))]


def _beside(answer: Certified) -> str:
    """How the wage stands beside the living wage of the place today."""
    budget = answer.budget
    values = {"wage": hourly(budget.hourly), "household": described(budget.household), "year": budget.price_year}
    gap = budget.hourly - answer.wage
    if gap > CLOSE:
        return say(
            "A living wage today is {wage} in {year} dollars for {household}, {gap} more than is paid.",
            **values,
            gap=hourly(gap),
        )
    return say("A living wage today is {wage} in {year} dollars for {household}; that is paid.", **values)


def column_titles(answer: Certified) -> list[str]:
    """The titles of the table's columns."""
    return [say(title, year=answer.budget.price_year) if "{year}" in title else say(title) for title in COLUMNS]


def met(tier: TierMet) -> str:
    """Whether a tier is met, for a column."""
    return say(YES if tier.met else NO)


def below(tier: TierMet) -> str:
    """How far a tier is below a living wage, for a column."""
    return hourly(tier.below_living_wage) if tier.below_living_wage > CLOSE else "-"


def notes(answer: Certified) -> list[str]:
    """What would change what somebody does, the most important first."""
    return [said for write in NOTES if (said := write(answer))]


def _old(answer: Certified) -> str:
    """That the tiers are of another year than the living wage."""
    if answer.year >= answer.budget.price_year:
        return ""
    return say(
        "The tiers are of {year}, the living wage is of today. Had the tiers risen with prices, they would be those in "
        "dollars of {now}.",
        year=answer.year,
        now=answer.budget.price_year,
    )


def _below_minimum(answer: Certified) -> str:
    """Which tiers ask for less than the law does."""
    names = [tier_name(tier.name) for tier in answer.tiers if tier.is_below_minimum_wage]
    minimum = answer.budget.minimum_wage
    paid = answer.wage < minimum.hourly - CLOSE
    if paid:
        return say(
            "{wage} is below the minimum wage, {minimum}.", wage=hourly(answer.wage), minimum=hourly(minimum.hourly)
        )
    if not names:
        return ""
    return say(
        "The minimum wage, {minimum}, is above what these tiers ask: {tiers}.",
        minimum=hourly(minimum.hourly),
        tiers=", ".join(names),
    )


def _insurance(answer: Certified) -> str:
    """What health insurance would change."""
    if answer.has_insurance or answer.less_with_insurance < CLOSE:
        return ""
    with_it = next((tier for tier in answer.tiers if answer.wage >= tier.with_insurance - CLOSE), None)
    if with_it is None or with_it.met:
        return ""
    return say(
        "With health insurance from the employer it would meet {tier}: --insurance", tier=tier_name(with_it.name)
    )


def _elsewhere(answer: Certified) -> str:
    """That the living wage is of another place."""
    place = answer.budget.provenance.place
    if place is None or not answer.is_elsewhere:
        return ""
    return say(
        "The tiers are of {county}; the living wage is of {place}.", county=answer.county, place=place_name(place)
    )


NOTES: tuple[Callable[[Certified], str], ...] = (_below_minimum, _insurance, _old, _elsewhere)
"""What may be noted, the most important first."""


def basis(answer: Certified) -> str:
    """Which dollars these are, and how to see more."""
    said = say("The living wage is in dollars of {year}.", year=answer.budget.price_year)
    return f"{said}\n{say('Source, what the living wage is made of: --details')}"


def source(answer: Certified) -> str:
    """Where the tiers are from."""
    if answer.source is None or answer.address is None:
        return say("the tiers are from your own file, {file}.", file=answer.file)
    return say("{title}, {address}; in {file}.", title=answer.source, address=answer.address, file=answer.file)


def remark(answer: Certified) -> str:
    """What the certification's file says besides."""
    return "" if answer.remark is None else say(answer.remark)


def living_wage(answer: Certified) -> str:
    """What the living wage counts."""
    budget = answer.budget
    return say(
        "{wage} an hour, {annual} a year full time, for basic needs of {needs} after taxes; health care as with an "
        "employer's plan unless you say --health-plan marketplace. 'mobcalc livingwage' has every part.",
        wage=hourly(budget.hourly),
        annual=dollars(budget.annual),
        needs=dollars(budget.needs),
    )
