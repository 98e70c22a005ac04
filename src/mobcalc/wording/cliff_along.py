"""What `cliff` says of the years of a pathway."""

from mobcalc.language import mark, say, say_count
from mobcalc.results.cliff import CliffByAge, CliffYear
from mobcalc.wording import notices
from mobcalc.wording.cliff import basis, cause, names
from mobcalc.wording.lists import chained
from mobcalc.wording.numbers import dollars
from mobcalc.wording.pathways import pathway_name, pathway_text
from mobcalc.wording.timeline import GROUP_NAMES

COLUMNS = (
    mark("Age"),
    mark("Children"),
    mark("Paid earnings"),
    mark("Net resources"),
    mark("Kept of the next $1,000"),
    mark("Below lower pay by"),
)
CLIFF_COLUMN = mark("Lost to")


def heading(by_age: CliffByAge) -> str:
    """Which earnings are followed."""
    return say("Along '{pathway}', {group}", pathway=pathway_name(by_age.name), group=say(GROUP_NAMES[by_age.group]))


AVERAGED = mark(
    "This is the average pay of people who leave at different times or not at all; what each of them keeps differs, "
    "so its net resources are not those of 'mobcalc timeline'."
)
MEASURED = mark("For this pathway only a gain was measured, which is added to pay without it.")


def caption(by_age: CliffByAge, rules_year: int) -> str:
    """What the earnings along a pathway are."""
    earnings = say(
        "Paid earnings are those of 'mobcalc timeline -p {id} -g {group}', unemployment averaged in; stipends and "
        "training costs are not in them.",
        id=by_age.id,
        group=by_age.group,
    )
    rules = say(
        "Rules stay those of {rules_year}, a partner's earnings grow as wages do, and children are a year older each "
        "year and leave the household at 18. Below lower pay by: how much less there is than at the best lower "
        "earnings in the same year.",
        rules_year=rules_year,
    )
    averaged = [say(AVERAGED)] if by_age.is_average else []
    measured = [say(MEASURED)] if by_age.evidence == "impact" else []
    caution = [pathway_text(by_age.caution)] if by_age.caution else []
    return " ".join([basis(rules_year), earnings, rules, *averaged, *measured, *caution])


def other_group(by_age: CliffByAge) -> str:
    """That the group asked for is not known."""
    assert by_age.why is not None
    return say("All who start are shown: {reason}.", reason=say(notices.REASONS[by_age.why]))


def at_what_pay(before: CliffYear, year: CliffYear) -> str:
    """A raise along a pathway that leaves the household with less."""
    assert year.lost_by_raise is not None
    said = say(
        "At {age} pay rises from {before} to {after}, and the household has {loss} a year less than it would have had "
        "that year at the lower pay.",
        age=year.age,
        before=dollars(before.earnings, 1),
        after=dollars(year.earnings, 1),
        loss=dollars(year.lost_by_raise, 1),
    )
    return f"{said} {cause(names(year.raise_lost_to))}"


def worst(by_age: CliffByAge) -> str:
    """The raise along a pathway that leaves the household with least, or that none does."""
    pairs = zip(by_age.years, by_age.years[1:], strict=False)
    lost = [(before, year) for before, year in pairs if year.lost_by_raise]
    said = at_what_pay(*max(lost, key=lambda pair: pair[1].lost_by_raise or 0.0)) if lost else no_raise_loses()
    return f"{heading(by_age)}. {said}"


def other_household(year: CliffYear) -> str:
    """A change of the household along a pathway, and what it does by itself."""
    ages, difference = year.household.children, _less_or_more(year.changed_by_household or 0.0)
    if not ages:
        return say(
            "At {age} no child under 18 is left: by itself that leaves {difference} at the same pay.",
            age=year.age,
            difference=difference,
        )
    return say_count(
        len(ages),
        "At {age} the child at home is {ages}: by itself that leaves {difference} at the same pay.",
        "At {age} the children at home are {ages}: by itself that leaves {difference} at the same pay.",
        age=year.age,
        ages=chained([str(age) for age in ages]),
        difference=difference,
    )


def _less_or_more(change: float) -> str:
    """How much a year is lost or won."""
    amount = dollars(abs(change), 1)
    return say("{amount} a year less", amount=amount) if change < 0.0 else say("{amount} a year more", amount=amount)


def no_raise_loses() -> str:
    """That every raise along the pathway is kept in part."""
    return say("No raise from one year to the next leaves the household with less than it would have had without it.")
