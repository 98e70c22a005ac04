"""What stands beside the answer of `cliff`: help that is not counted, where a wage stands, and work against none."""

from mobcalc.language import mark, say, say_count
from mobcalc.results.cliff import Cliffs, Now
from mobcalc.wording.cliff import basis
from mobcalc.wording.numbers import dollars, hourly

HELP_TITLE = mark("Help that is not counted above, and what it would change")
HELP_COLUMNS = (
    mark("Help"),
    mark("Worth a year at this pay"),
    mark("Given to who asks up to"),
    mark("Kept up to"),
    mark("Most lost by a raise"),
    mark("At"),
)
HELP_NAMES = {
    "child_care_subsidy": mark("Help with child care"),
    "housing": mark("Housing voucher"),
    "tanf": mark("TANF (cash)"),
}
HELP_FLAGS = {"child_care_subsidy": "--child-care subsidized", "housing": "--voucher", "tanf": "--tanf"}
"""What counts each kind of help."""


def help_caption(cliffs: Cliffs) -> str:
    """What the columns of help are."""
    help_given = say(
        "Up to so much a year of the worker's earnings ('-': at any). Help is not given to all who are due it: there "
        "are waiting lists for vouchers and, in many states, for child care. The voucher pays a rent as in 'mobcalc "
        "livingwage'. To count it: {flags}.",
        flags=", ".join(HELP_FLAGS[one.program] for one in cliffs.other_help),
    )
    return f"{basis(cliffs.household.rules_year)} {help_given}"


def kept_now(now: Now) -> str:
    """Where the person stands, and what a raise of a dollar an hour keeps."""
    stands = say_count(
        now.hours_per_week,
        "{wage} an hour for {count} hour a week are {earnings} a year; net resources are {net_resources}.",
        "{wage} an hour for {count} hours a week are {earnings} a year; net resources are {net_resources}.",
        wage=hourly(now.wage),
        earnings=dollars(now.earnings, 1),
        net_resources=dollars(now.net_resources, 1),
    )
    return " ".join([stands, *_in_cliff(now), _raised(now), _next_cliff(now)])


def _in_cliff(now: Now) -> list[str]:
    """That there would be more at lower pay."""
    if now.better_at is None:
        return []
    gap, better = dollars(now.shortfall, 1), dollars(now.better_at, 1)
    return [say("That is {amount} less than at {pay}: the household is in a cliff now.", amount=gap, pay=better)]


def _raised(now: Now) -> str:
    """What a raise of a dollar an hour does to net resources."""
    more, kept = dollars(now.raise_per_year, 1), dollars(abs(now.kept_of_raise), 1)
    if now.kept_of_raise < 0.0:
        return say("A raise of one dollar an hour, {more} a year, lowers them by {lost}.", more=more, lost=kept)
    return say("A raise of one dollar an hour, {more} a year, adds {kept}.", more=more, kept=kept)


def _next_cliff(now: Now) -> str:
    """Where the next cliff begins."""
    above = now.next_cliff_from
    if above is None:
        return say("No cliff lies above.")
    return say("The next cliff above is at {pay} a year.", pay=dollars(above, 1))


WORKING_TITLE = mark("Working, and not working")
WORKING_COLUMNS = (mark("In a year"), mark("Not working"), mark("Working"))
WORKING_ROWS = {
    "earnings": mark("Earnings"),
    "ssi": mark("SSI, with what the state adds"),
    "snap": mark("SNAP (food)"),
    "other_benefits": mark("Other benefits and credits"),
    "taxes": mark("Taxes, taken off"),
    "child_care": mark("Child care, taken off"),
    "health_plan": mark("Health plan, taken off"),
    "net_resources": mark("What there is to live on"),
}
WORKING_MEDICAID = mark("Medicaid")


def medicaid_basis(has_medicaid: bool, ssi: float) -> str:
    """On what Medicaid rests."""
    if not has_medicaid:
        return say("no")
    return say("yes, with SSI") if ssi >= 1.0 else say("yes, section 1619(b)")


def working_caption(cliffs: Cliffs) -> str:
    """What there is to know of working and not; beside SSI more."""
    if cliffs.household.disability:
        return " ".join([basis(cliffs.household.rules_year), _ssi_kept(cliffs), _ssi_limits(cliffs)])
    idle = say(
        "Not working: nobody is paid to care for children. Adults without young children get SNAP for a limited time "
        "then, which is not counted here."
    )
    return f"{basis(cliffs.household.rules_year)} {idle}"


def _ssi_kept(cliffs: Cliffs) -> str:
    """How SSI shrinks, and up to which pay Medicaid stays after it."""
    end = next((one.ends_at for one in cliffs.program_ends if one.program == "medicaid"), None)
    if end is None:
        return say(
            "Who has SSI keeps it while it shrinks by 50 cents a dollar, and Medicaid after it has ended (section "
            "1619(b))."
        )
    return say(
        "Who has SSI keeps it while it shrinks by 50 cents a dollar, and Medicaid after it has ended up to {pay} a "
        "year in this state (section 1619(b)).",
        pay=dollars(end, 1),
    )


def _ssi_limits(cliffs: Cliffs) -> str:
    """What somebody on SSI may earn and save."""
    return say(
        "What the disability makes necessary for work counts as if it had not been earned. Somebody new to SSI may not "
        "earn {work} a month (substantial work). {savings} a year may be saved in an ABLE account without loss. SSDI "
        "has other limits. A benefits planner (WIPA) helps free of charge.",
        work=dollars(cliffs.substantial_work or 0.0, 1),
        savings=dollars(cliffs.able_limit or 0.0, 1),
    )
