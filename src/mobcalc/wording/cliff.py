"""The sentences and labels of `cliff`."""

from collections.abc import Sequence

from mobcalc.results import LEAST_LOSS, Cliff, CliffByAge, Cliffs, CliffYear, CoverageLoss, Kept, Now
from mobcalc.units import WEEKS_PER_YEAR, counted
from mobcalc.wording import household as home
from mobcalc.wording import notices
from mobcalc.wording.basis import place_name
from mobcalc.wording.numbers import dollars, hourly
from mobcalc.wording.timeline import GROUP_NAMES

NET, EARNED = "net resources", "earnings alone"
AXIS = "earnings in a year, in thousands of dollars"
CHART_TITLE = "Net resources over earnings"
EARNINGS, HOUSEHOLD_EARNINGS = "Earnings", "With the partner's"
COLUMNS = ("Taxes", "Benefits", "Health coverage", "Net resources", "Kept of the next $5,000")
CLIFF_COLUMN = "Cliff before the next line"
TABLE_TITLE = "What is kept"
END_TITLE = "Benefits: where they begin and end"
END_COLUMNS = ("Benefit", "Begins at", "Most in a year", "Most is at", "Ends at")
COVERAGE_TITLE = "Health coverage that a raise ends"
COVERAGE_COLUMNS = ("Earnings", "What is lost", "Worth a year", "What begins or grows there")
ALONG_COLUMNS = ("Age", "Children", "Paid earnings", "Net resources", "Kept of the next $1,000", "Below lower pay by")
ALONG_CLIFF = "Lost to"
NOTHING = "nothing"
GRADUAL = 500.0
"""A fall over more earnings than this is no single place [USD/year]."""
AFTER_ENHANCED = 2026
"""The first year after the enhanced premium tax credit."""
PLURAL = ("school_meals",)
"""Benefits that are several."""


def heading(cliffs: Cliffs) -> str:
    """Who, where, and by which rules."""
    place = cliffs.provenance.place
    where = f" in {place_name(place)}" if place is not None else ""
    year = cliffs.household.rules_year
    said = home.described(cliffs.household)
    said += f"{where}: what is kept as earnings rise, by the rules and in dollars of {year}."
    return " ".join([said, *home.paid_for(cliffs.household, cliffs.age, "" if place is None else place.state)])


def a_year(earnings: float, cliffs: Cliffs) -> str:
    """Yearly earnings, with an hour's pay unless that is below the minimum wage: `$45,000 a year ($21.63 an hour)`."""
    wage = earnings / (cliffs.hours_per_week * WEEKS_PER_YEAR)
    hour = f" ({hourly(wage)} an hour)" if wage >= cliffs.minimum_wage else ""
    return f"{dollars(earnings, 1)} a year{hour}"


def _as_work(earnings: float, cliffs: Cliffs) -> str:
    """The same, with the hours at the minimum wage that they take where an hour's pay would be below it."""
    said = a_year(earnings, cliffs)
    hours = earnings / (cliffs.minimum_wage * WEEKS_PER_YEAR)
    return said if said.endswith(")") else f"{said} ({counted(round(hours), 'hour')} a week at the minimum wage)"


def whose(cliffs: Cliffs) -> str:
    """Whose earnings are meant, where a partner has some too."""
    partner = cliffs.household.partner_earnings
    if not partner:
        return ""
    return (
        f"Earnings are the worker's; the partner's {dollars(partner, 1)} a year come on top. Taxes and benefits are "
        "looked up as if one person earned both, which makes a little difference where a rule looks at each earner."
    )


def chart_caption(cliffs: Cliffs) -> str:
    """What the chart's dollars are, and how to read it."""
    alone = " (the partner's in them)" if cliffs.household.partner_earnings else ""
    return (
        f"{cliffs.household.rules_year} dollars a year. Where net resources are above earnings{alone}, benefits are "
        "more than taxes; where they fall, a raise costs more than it brings."
    )


def table_caption(cliffs: Cliffs) -> str:
    """What the columns are."""
    coverage = (
        "Health coverage is what public coverage is worth; --with-coverage counted it into net resources."
        if cliffs.is_with_coverage
        else "Health coverage is what public coverage is worth; it is not cash and not in net resources."
    )
    return (
        f"{basis(cliffs.household.rules_year)} "
        "Taxes: income and payroll taxes less a state's credits, below zero where these are paid out. Benefits: "
        f"federal credits, cash, food{_help_in(cliffs)}. Net resources: earnings and benefits less taxes"
        f"{_also_off(cliffs)}. {coverage} Every 500 dollars: --csv or --json."
    )


def taken_off(cliffs: Cliffs) -> str:
    """What is taken off earnings: taxes, child care, a health plan that the household buys."""
    *first, last = ["taxes", *_costs(cliffs)]
    return f"{', '.join(first)} and {last}" if first else last


def _also_off(cliffs: Cliffs) -> str:
    """What is taken off besides taxes, as the end of a sentence."""
    return "".join(f" and {cost}" for cost in _costs(cliffs))


def _costs(cliffs: Cliffs) -> list[str]:
    """What the household pays besides taxes before it has its net resources."""
    care = ["child care"] if cliffs.household.child_care else []
    return care + (["the health plan"] if cliffs.household.health_plan == "marketplace" else [])


def _help_in(cliffs: Cliffs) -> str:
    """The help with care and rent that is among the benefits."""
    helped = ["help with child care"] if cliffs.household.care == "subsidized" and cliffs.household.child_care else []
    helped += ["help with the rent"] if cliffs.household.voucher else []
    return "".join(f", {one}" for one in helped)


def beyond(cliffs: Cliffs) -> str:
    """That the last lines are carried on beyond the table."""
    return (
        f"The table of taxes and benefits ends at {dollars(cliffs.table_top, 1)} of the worker's earnings; above that, "
        "amounts go on as they last changed, and no cliff is looked for."
    )


def no_cliff(cliffs: Cliffs) -> str:
    """That no cliff was found."""
    return (
        f"No cliff found: up to {dollars(cliffs.table_top, 1)} no raise lowers net resources by {dollars(LEAST_LOSS)} "
        "a year or more."
    )


def cliff(one: Cliff, cliffs: Cliffs) -> str:
    """A cliff: where it starts, how much is lost, to which programs, and where the household is whole again."""
    start, loss, again = _as_work(one.from_earnings, cliffs), dollars(one.loss, 1), one.whole_again_at
    if len(one.steps) > 1:
        steps = " and ".join(dollars(step.from_earnings, 1) for step in one.steps[1:])
        said = f"At {start}, and again at {steps} because limits change within the year, a raise lowers net resources, "
        said += f"by {loss} a year in all"
    elif one.to_earnings - one.from_earnings > GRADUAL:
        end = dollars(one.to_earnings, 1)
        said = f"From {start} to {end} every raise lowers net resources, by {loss} a year in all"
    else:
        said = f"At {start} a raise lowers net resources by {loss} a year"
    top = dollars(cliffs.table_top, 1)
    whole = f"Whole again not by {top}, where the table ends." if again is None else _whole(one, again, cliffs)
    return f"{said}. {_causes(one)} {whole}"


def _whole(one: Cliff, again: float, cliffs: Cliffs) -> str:
    """Where a cliff is made up for, which may be while one that began before it is not."""
    before = [other.whole_again_at for other in cliffs.cliffs if other.from_earnings < one.from_earnings]
    if any(other is None or other > again for other in before):
        return f"Made up for at {a_year(again, cliffs)}, though an earlier cliff is not yet."
    return f"Whole again at {a_year(again, cliffs)}."


def in_steps(several: Sequence[Cliff]) -> str:
    """Many cliffs of taxes: a state's credit often ends little by little, in steps."""
    steps = ", ".join(f"{dollars(one.from_earnings, 1)} ({dollars(one.loss, 1)})" for one in several)
    programs = names(list(dict.fromkeys(name for one in several for name in one.programs)))
    is_one = "," not in programs
    rises = "rises, or a credit against it ends" if is_one else "rise, or credits against them end"
    widths = [one.whole_again_at - one.from_earnings for one in several if one.whole_again_at is not None]
    whole = f" Each time the household is whole again within {dollars(max(widths), 1)} of more earnings."
    return (
        f"{programs} {rises}, in {len(several)} steps, each of which lowers net resources "
        f"by so much a year: at {steps}.{whole if len(widths) == len(several) else ''}"
    )


def _causes(cliff: Cliff) -> str:
    """What each program does: it ends, shrinks, or, if it is a tax, rises."""
    said = []
    for name, amount in cliff.lost.items():
        verb = "rises, or a credit against it ends" if name.endswith("_tax") else _ends(name, name in cliff.ends)
        said.append(f"{_name(name)} {verb} ({dollars(amount, 1)})")
    return f"Cause: {', '.join(said)}."


def _ends(benefit: str, is_gone: bool) -> str:
    verb = "end" if is_gone else "shrink"
    return verb if benefit in PLURAL else f"{verb}s"


def _name(program: str) -> str:
    return home.PROGRAMS[program]


def names(programs: Sequence[str]) -> str:
    """Programs as a list in words."""
    return ", ".join(_name(program) for program in programs)


def short_names(programs: Sequence[str]) -> str:
    """Programs as a list for a column, without what they are."""
    return ", ".join(_name(program).partition(" (")[0] for program in programs)


def least_loss() -> str:
    """Which losses are left out, and how near the others are."""
    return f"Losses below {dollars(LEAST_LOSS)} a year are not listed. Where a cliff stands is known to 5 dollars."


def least_kept(kept: Kept) -> str:
    """Where the household keeps the least of a rise in earnings, cliffs in it."""
    wide = kept.to_earnings - kept.from_earnings
    rise = f"from {dollars(kept.from_earnings, 1)} to {dollars(kept.to_earnings, 1)} of earnings"
    if kept.kept < 0.0:
        return f"{rise} net resources fall by {dollars(-kept.kept, 10)}."
    return (
        f"{rise} the household keeps {dollars(kept.kept, 10)} of {dollars(wide, 1)} more, taxes and benefits that "
        "shrink taking the rest."
    )


def kept_now(now: Now) -> str:
    """Where the person stands, and what a raise of a dollar an hour keeps."""
    said = [
        f"{hourly(now.wage)} an hour for {counted(now.hours_per_week, 'hour')} a week are "
        f"{dollars(now.earnings, 1)} a year; net resources are {dollars(now.net_resources, 1)}."
    ]
    if now.better_at is not None:
        better, gap = dollars(now.better_at, 1), dollars(now.shortfall, 1)
        said.append(f"That is {gap} less than at {better}: the household is in a cliff now.")
    more, kept = dollars(now.raise_per_year, 1), now.kept_of_raise
    does = f"adds {dollars(kept, 1)}" if kept >= 0.0 else f"lowers them by {dollars(-kept, 1)}"
    said.append(f"A raise of one dollar an hour, {more} a year, {does}.")
    above = now.next_cliff_from
    said.append("No cliff lies above." if above is None else f"The next cliff above is at {dollars(above, 1)} a year.")
    return " ".join(said)


def lost_coverage(loss: CoverageLoss) -> str:
    """Which coverage a raise ends, or a part of which."""
    return ", ".join(_name(name) + ("" if name in loss.ends else " (for some members)") for name in loss.programs)


def replacing(loss: CoverageLoss) -> str:
    """What takes the place of coverage that is lost."""
    said = [f"{_name(name)} ({dollars(amount, 1)})" for name, amount in loss.replaced_by.items()]
    return ", ".join(said) or NOTHING


def basis(rules_year: int) -> str:
    """What the dollars of a table are."""
    return f"{rules_year} dollars a year, not discounted."


def coverage_caption(cliffs: Cliffs) -> str:
    """What coverage is worth, and to whom."""
    return (
        f"{basis(cliffs.household.rules_year)} "
        "Worth a year: what the state or the federal government pays for it, not what it is worth to the family. Not "
        "cash and not among the cliffs above unless --with-coverage says so. Who moves to other coverage has to enrol "
        f"and may pay premiums, which are not modelled.{_credit(cliffs.household.rules_year)}"
    )


def _credit(rules_year: int) -> str:
    """Which premium tax credit holds."""
    if rules_year < AFTER_ENHANCED:
        return " The premium tax credit is the enhanced one, which the law gave through 2025 and not beyond."
    return " The premium tax credit ends at four times the poverty level."


def end_caption(cliffs: Cliffs) -> str:
    """What the ends are."""
    return (
        f"{basis(cliffs.household.rules_year)} "
        "What begins or ends little by little does so up to 500 dollars earlier. '-': not by "
        f"{dollars(cliffs.table_top, 1)}, where the table ends."
    )


def along_heading(by_age: CliffByAge) -> str:
    """Which earnings are followed."""
    return f"Along '{by_age.name}', {GROUP_NAMES[by_age.group]}"


AVERAGED = (
    " This is the average pay of people who leave at different times or not at all; what each of them keeps differs, "
    "so its net resources are not those of 'mobcalc timeline'."
)


def along_basis(by_age: CliffByAge, rules_year: int) -> str:
    """What the earnings along a pathway are."""
    measured = " For this pathway only a gain was measured, which is added to pay without it."
    return (
        f"{basis(rules_year)} "
        f"Paid earnings are those of 'mobcalc timeline -p {by_age.id} -g {by_age.group}', unemployment averaged in; "
        "stipends and training costs are not in them. "
        f"Rules stay those of {rules_year}, a partner's earnings grow as wages do, and children are a year older each "
        "year and leave the household at 18. Below lower pay by: how much less there is than at the best lower "
        "earnings in the same year."
        + (AVERAGED if by_age.is_average else "")
        + (measured if by_age.evidence == "impact" else "")
        + (f" {by_age.caution}" if by_age.caution else "")
    )


def other_group(by_age: CliffByAge) -> str:
    """That the group asked for is not known."""
    assert by_age.why is not None
    return f"All who start are shown: {notices.REASONS[by_age.why]}."


def at_what_pay(before: CliffYear, year: CliffYear) -> str:
    """A raise along a pathway that leaves the household with less."""
    assert year.lost_by_raise is not None
    cause = f" Cause: {names(year.raise_lost_to)}."
    return (
        f"At {year.age} pay rises from {dollars(before.earnings, 1)} to {dollars(year.earnings, 1)}, and the household "
        f"has {dollars(year.lost_by_raise, 1)} a year less than it would have had that year at the lower pay.{cause}"
    )


def other_household(year: CliffYear) -> str:
    """A change of the household along a pathway, and what it does by itself."""
    change = year.changed_by_household or 0.0
    ages = year.household.children
    several = f"the children at home are {' and '.join(map(str, ages))}"
    children = (
        (several if len(ages) > 1 else f"the child at home is {ages[0]}") if ages else "no child under 18 is left"
    )
    less = f"{dollars(-change, 1)} a year less" if change < 0.0 else f"{dollars(change, 1)} a year more"
    return f"At {year.age} {children}: by itself that leaves {less} at the same pay."


def no_raise_loses() -> str:
    """That every raise along the pathway is kept in part."""
    return "No raise from one year to the next leaves the household with less than it would have had without it."


def assumes(cliffs: Cliffs) -> str:
    """What the taxes and benefits take for granted."""
    said = (
        "everybody takes up all they are due, which many do not; one adult earns, the same every month; no savings, no "
        "other income, no employer's health plan; the rent is the middle one of the state's counties, and the county, "
        "where a rule needs one, its most populous."
    )
    said += f" {home.AGES_AS_COMPUTED}" if cliffs.household.children else ""
    said += f" {home.MEDICAID_KEPT}" if cliffs.household.disability else ""
    return f"{said} More in docs/method.md, 'Taxes and benefits table'."


def cost_of_working(cliffs: Cliffs) -> str:
    """What else a job costs is not in it."""
    care = "Child care is taken off at every wage; a" if cliffs.household.child_care else "A"
    return (
        f"{care} car and other costs of working are not. 'mobcalc livingwage' has what they come to for this household."
        if cliffs.household.child_care
        else f"{care} car and other costs of working are not taken off. 'mobcalc livingwage' has what they come to."
    )


def dollars_of(cliffs: Cliffs) -> str:
    """Which dollars, that nothing is discounted, and what an hour's pay is of."""
    hours = f"An hour's pay is a year's over {counted(cliffs.hours_per_week, 'hour')} a week, all year."
    return f"those of {cliffs.household.rules_year}, the year of the rules; nothing is discounted. {hours}"


def not_counted(cliffs: Cliffs) -> str:
    """What is not counted, which is not the same as 0."""
    return f"{home.left_out(cliffs.household)}. These may end too, at places not shown here: ask before a raise."
