"""The sentences and labels of `cliff`."""

from collections.abc import Sequence

from mobcalc.language import mark, say, say_count
from mobcalc.results.cliff import LEAST_LOSS, Cliff, Cliffs, CoverageLoss, Kept
from mobcalc.units import WEEKS_PER_YEAR
from mobcalc.wording import household as home
from mobcalc.wording.basis import place_name
from mobcalc.wording.lists import chained, listed
from mobcalc.wording.numbers import dollars, hourly, per

NET, EARNED = mark("left to live on"), mark("earnings alone")
AXIS = mark("earnings in a year, in thousands of dollars")
CHART_TITLE = mark("What is left to live on, by earnings")
EARNINGS, HOUSEHOLD_EARNINGS = mark("Earnings"), mark("With the partner's")
COLUMNS = (
    mark("Taxes"),
    mark("Benefits"),
    mark("Health coverage"),
    mark("Net resources"),
    mark("Kept of the next $5,000"),
)
CLIFF_COLUMN = mark("Cliff before the next line")
TABLE_TITLE = mark("What is kept")
END_TITLE = mark("Benefits: where they begin and end")
END_COLUMNS = (mark("Benefit"), mark("Begins at"), mark("Most in a year"), mark("Most is at"), mark("Ends at"))
COVERAGE_TITLE = mark("Health coverage that a raise ends")
COVERAGE_COLUMNS = (
    mark("Earnings"),
    mark("What is lost"),
    mark("Worth a year"),
    mark("What begins or grows there"),
)
NOTHING = mark("nothing")
GRADUAL = 500.0
"""A fall over more earnings than this is no single place [USD/year]."""
AFTER_ENHANCED = 2026
"""The first year after the enhanced premium tax credit."""
CHANGES = {
    "rises": mark("{program} rises, or a credit against it ends ({amount})"),
    "ends": mark("{program} ends ({amount})"),
    "shrinks": mark("{program} shrinks ({amount})"),
}
"""What a program does at a cliff."""
SEVERAL = {"ends": mark("{program} end ({amount})"), "shrinks": mark("{program} shrink ({amount})")}
"""The same of a benefit that is several."""
PLURAL = ("school_meals",)
"""Benefits that are several."""


def heading(cliffs: Cliffs) -> str:
    """Who, where, and by which rules."""
    place, year = cliffs.provenance.place, cliffs.household.rules_year
    who = home.described(cliffs.household)
    if place is None:
        said = say(
            "{household}: what is kept as earnings rise, by the rules and in dollars of {year}.",
            household=who,
            year=year,
        )
    else:
        said = say(
            "{household} in {place}: what is kept as earnings rise, by the rules and in dollars of {year}.",
            household=who,
            place=place_name(place),
            year=year,
        )
    return " ".join([said, *home.paid_for(cliffs.household, cliffs.age, "" if place is None else place.state)])


def a_year(earnings: float, cliffs: Cliffs) -> str:
    """Yearly earnings, with an hour's pay unless that is below the minimum wage: `$45,000 a year ($21.63 an hour)`."""
    amount, wage = dollars(earnings, 1), _wage(earnings, cliffs)
    if wage < cliffs.minimum_wage:
        return per(amount, "USD/year")
    return say("{amount} a year ({wage} an hour)", amount=amount, wage=hourly(wage))


def _wage(earnings: float, cliffs: Cliffs) -> float:
    return earnings / (cliffs.hours_per_week * WEEKS_PER_YEAR)


def _as_work(earnings: float, cliffs: Cliffs) -> str:
    """The same, with the hours at the minimum wage that they take where an hour's pay would be below it."""
    if _wage(earnings, cliffs) >= cliffs.minimum_wage:
        return a_year(earnings, cliffs)
    return say_count(
        round(earnings / (cliffs.minimum_wage * WEEKS_PER_YEAR)),
        "{amount} a year ({count} hour a week at the minimum wage)",
        "{amount} a year ({count} hours a week at the minimum wage)",
        amount=dollars(earnings, 1),
    )


def whose(cliffs: Cliffs) -> str:
    """Whose earnings are meant, where a partner has some too."""
    partner = cliffs.household.partner_earnings
    if not partner:
        return ""
    return say(
        "Earnings are the worker's; the partner's {amount} a year come on top. Taxes and benefits are looked up as if "
        "one person earned both, which makes a little difference where a rule looks at each earner.",
        amount=dollars(partner, 1),
    )


def chart_caption(cliffs: Cliffs) -> str:
    """What the chart's dollars are, and how to read it."""
    if cliffs.household.partner_earnings:
        return say(
            "{rules_year} dollars a year. Where more is left than both partners earn, benefits are more than taxes; "
            "where the line falls, a raise costs more than it brings.",
            rules_year=cliffs.household.rules_year,
        )
    return say(
        "{rules_year} dollars a year. Where more is left than is earned, benefits are more than taxes; where the line "
        "falls, a raise costs more than it brings.",
        rules_year=cliffs.household.rules_year,
    )


def table_caption(cliffs: Cliffs) -> str:
    """What the columns are."""
    coverage = (
        say("Health coverage is what public coverage is worth; --with-coverage counted it into net resources.")
        if cliffs.is_with_coverage
        else say("Health coverage is what public coverage is worth; it is not cash and not in net resources.")
    )
    return " ".join(
        [
            basis(cliffs.household.rules_year),
            say("Taxes: income and payroll taxes less a state's credits, below zero where these are paid out."),
            say("Benefits: {benefits}.", benefits=", ".join(_benefits(cliffs))),
            say("Net resources: earnings and benefits less {costs}.", costs=chained(_costs(cliffs))),
            coverage,
            say("Every 500 dollars: --csv or --json."),
        ]
    )


def taken_off(cliffs: Cliffs) -> str:
    """What is taken off earnings: taxes, child care, a health plan that the household buys."""
    return listed(_costs(cliffs))


def _costs(cliffs: Cliffs) -> list[str]:
    """What the household pays before it has its net resources."""
    care = [say("child care")] if cliffs.household.child_care else []
    plan = [say("the health plan")] if cliffs.household.health_plan == "marketplace" else []
    return [say("taxes"), *care, *plan]


def _benefits(cliffs: Cliffs) -> list[str]:
    """Kinds of benefits, the help with care and rent among them that the household has."""
    is_care_helped = cliffs.household.care == "subsidized" and cliffs.household.child_care
    care = [say("help with child care")] if is_care_helped else []
    rent = [say("help with the rent")] if cliffs.household.voucher else []
    return [say("federal credits"), say("cash"), say("food"), *care, *rent]


def beyond(cliffs: Cliffs) -> str:
    """That the last lines are carried on beyond the table."""
    return say(
        "The table of taxes and benefits ends at {top} of the worker's earnings; above that, amounts go on as they "
        "last changed, and no cliff is looked for.",
        top=dollars(cliffs.table_top, 1),
    )


def no_cliff(cliffs: Cliffs) -> str:
    """That no cliff was found."""
    return say(
        "No cliff found: up to {top} no raise lowers net resources by {loss} a year or more.",
        top=dollars(cliffs.table_top, 1),
        loss=dollars(LEAST_LOSS),
    )


def cliff(one: Cliff, cliffs: Cliffs) -> str:
    """A cliff: where it starts, how much is lost, to which programs, and where the household is whole again."""
    return " ".join([_falls(one, cliffs), _causes(one), _whole(one, cliffs)])


def _falls(one: Cliff, cliffs: Cliffs) -> str:
    """Where a cliff starts, and how much is lost."""
    start, loss = _as_work(one.from_earnings, cliffs), dollars(one.loss, 1)
    if len(one.steps) > 1:
        return say(
            "At {start}, and again at {steps} because limits change within the year, a raise lowers net resources, by "
            "{loss} a year in all.",
            start=start,
            steps=chained([dollars(step.from_earnings, 1) for step in one.steps[1:]]),
            loss=loss,
        )
    if one.to_earnings - one.from_earnings > GRADUAL:
        return say(
            "From {start} to {end} every raise lowers net resources, by {loss} a year in all.",
            start=start,
            end=dollars(one.to_earnings, 1),
            loss=loss,
        )
    return say("At {start} a raise lowers net resources by {loss} a year.", start=start, loss=loss)


def _whole(one: Cliff, cliffs: Cliffs) -> str:
    """Where a cliff is made up for, which may be while one that began before it is not."""
    again = one.whole_again_at
    if again is None:
        return say("Whole again not by {top}, where the table ends.", top=dollars(cliffs.table_top, 1))
    before = [other.whole_again_at for other in cliffs.cliffs if other.from_earnings < one.from_earnings]
    if any(other is None or other > again for other in before):
        return say("Made up for at {earnings}, though an earlier cliff is not yet.", earnings=a_year(again, cliffs))
    return say("Whole again at {earnings}.", earnings=a_year(again, cliffs))


def in_steps(several: Sequence[Cliff]) -> str:
    """Many cliffs of taxes: a state's credit often ends little by little, in steps."""
    taxes = list(dict.fromkeys(name for one in several for name in one.programs))
    said = say_count(
        len(taxes),
        "{taxes} rises, or a credit against it ends, in {steps} steps, each of which lowers net resources by so much a "
        "year: at {earnings}.",
        "{taxes} rise, or credits against them end, in {steps} steps, each of which lowers net resources by so much a "
        "year: at {earnings}.",
        taxes=names(taxes),
        steps=len(several),
        earnings=", ".join(f"{dollars(one.from_earnings, 1)} ({dollars(one.loss, 1)})" for one in several),
    )
    widths = [one.whole_again_at - one.from_earnings for one in several if one.whole_again_at is not None]
    if len(widths) < len(several):
        return said
    whole = say(
        "Each time the household is whole again within {amount} of more earnings.", amount=dollars(max(widths), 1)
    )
    return f"{said} {whole}"


def _causes(one: Cliff) -> str:
    """What each program does: it ends, shrinks, or, if it is a tax, rises."""
    said = []
    for name, amount in one.lost.items():
        change = "rises" if name.endswith("_tax") else "ends" if name in one.ends else "shrinks"
        message = SEVERAL[change] if name in PLURAL else CHANGES[change]
        said.append(say(message, program=_name(name), amount=dollars(amount, 1)))
    return cause(", ".join(said))


def cause(causes: str) -> str:
    """What a loss comes from."""
    return say("Cause: {causes}.", causes=causes)


def _name(program: str) -> str:
    return say(home.PROGRAMS[program])


def names(programs: Sequence[str]) -> str:
    """Programs as a list in words."""
    return ", ".join(_name(program) for program in programs)


def short_names(programs: Sequence[str]) -> str:
    """Programs as a list for a column, without what they are."""
    return ", ".join(_name(program).partition(" (")[0] for program in programs)


def least_loss() -> str:
    """Which losses are left out, and how near the others are."""
    return say(
        "Losses below {amount} a year are not listed. Where a cliff stands is known to 5 dollars.",
        amount=dollars(LEAST_LOSS),
    )


def least_kept(kept: Kept) -> str:
    """Where the household keeps the least of a rise in earnings, cliffs in it."""
    start, end = dollars(kept.from_earnings, 1), dollars(kept.to_earnings, 1)
    if kept.kept < 0.0:
        return say(
            "from {start} to {end} of earnings net resources fall by {amount}.",
            start=start,
            end=end,
            amount=dollars(-kept.kept, 10),
        )
    return say(
        "from {start} to {end} of earnings the household keeps {kept} of {more} more, taxes and benefits that shrink "
        "taking the rest.",
        start=start,
        end=end,
        kept=dollars(kept.kept, 10),
        more=dollars(kept.to_earnings - kept.from_earnings, 1),
    )


def lost_coverage(loss: CoverageLoss) -> str:
    """Which coverage a raise ends, or a part of which."""
    return ", ".join(
        _name(name) if name in loss.ends else say("{program} (for some members)", program=_name(name))
        for name in loss.programs
    )


def replacing(loss: CoverageLoss) -> str:
    """What takes the place of coverage that is lost."""
    said = [f"{_name(name)} ({dollars(amount, 1)})" for name, amount in loss.replaced_by.items()]
    return ", ".join(said) or say(NOTHING)


def basis(rules_year: int) -> str:
    """What the dollars of a table are."""
    return say("{rules_year} dollars a year, not discounted.", rules_year=rules_year)


def coverage_caption(cliffs: Cliffs) -> str:
    """What coverage is worth, and to whom."""
    worth = say(
        "Worth a year: what the state or the federal government pays for it, not what it is worth to the family. Not "
        "cash and not among the cliffs above unless --with-coverage says so. Who moves to other coverage has to enrol "
        "and may pay premiums, which are not modelled."
    )
    credit = [_credit(cliffs.household.rules_year)] if cliffs.household.health_plan == "marketplace" else []
    return " ".join([basis(cliffs.household.rules_year), worth, *credit])


def _credit(rules_year: int) -> str:
    """Which premium tax credit holds."""
    if rules_year < AFTER_ENHANCED:
        return say("The premium tax credit is the enhanced one, which the law gave through 2025 and not beyond.")
    return say("The premium tax credit ends at four times the poverty level.")


def end_caption(cliffs: Cliffs) -> str:
    """What the ends are."""
    ends = say(
        "What begins or ends little by little does so up to 500 dollars earlier. '-': not by {top}, where the table "
        "ends.",
        top=dollars(cliffs.table_top, 1),
    )
    return f"{basis(cliffs.household.rules_year)} {ends}"


def assumes(cliffs: Cliffs) -> str:
    """What the taxes and benefits take for granted."""
    said = say(home.TAKEN_FOR_GRANTED)
    children = [say(home.AGES_AS_COMPUTED)] if cliffs.household.children else []
    disability = [say(home.MEDICAID_KEPT)] if cliffs.household.disability else []
    return " ".join([said, *children, *disability, say("More in docs/method.md, 'Taxes and benefits table'.")])


def cost_of_working(cliffs: Cliffs) -> str:
    """What else a job costs is not in it."""
    if cliffs.household.child_care:
        return say(
            "Child care is taken off at every wage; a car and other costs of working are not. 'mobcalc livingwage' has "
            "what they come to for this household."
        )
    return say("A car and other costs of working are not taken off. 'mobcalc livingwage' has what they come to.")


def dollars_of(cliffs: Cliffs) -> str:
    """Which dollars, that nothing is discounted, and what an hour's pay is of."""
    hours = say_count(
        cliffs.hours_per_week,
        "An hour's pay is a year's over {count} hour a week, all year.",
        "An hour's pay is a year's over {count} hours a week, all year.",
    )
    said = say(
        "those of {rules_year}, the year of the rules; nothing is discounted.", rules_year=cliffs.household.rules_year
    )
    return f"{said} {hours}"


def not_counted(cliffs: Cliffs) -> str:
    """What is not counted, which is not the same as 0."""
    return say(
        "{left_out}. These may end too, at places not shown here: ask before a raise.",
        left_out=home.left_out(cliffs.household),
    )
