"""What stands beside the answer of `cliff`: help that is not counted, and work set against none."""

from mobcalc.results import Cliffs
from mobcalc.wording.cliff import basis
from mobcalc.wording.numbers import dollars

HELP_TITLE = "Help that is not counted above, and what it would change"
HELP_COLUMNS = (
    "Help",
    "Worth a year at this pay",
    "Given to who asks up to",
    "Kept up to",
    "Most lost by a raise",
    "At",
)
HELP_NAMES = {"child_care_subsidy": "Help with child care", "housing": "Housing voucher", "tanf": "TANF (cash)"}
HELP_FLAGS = {"child_care_subsidy": "--child-care subsidized", "housing": "--voucher", "tanf": "--tanf"}
"""What counts each kind of help."""


def help_caption(cliffs: Cliffs) -> str:
    """What the columns of help are."""
    flags = ", ".join(HELP_FLAGS[one.program] for one in cliffs.other_help)
    return (
        f"{basis(cliffs.household.rules_year)} Up to so much a year of the worker's earnings ('-': at any). "
        "Help is not given to all who are due it: there are waiting lists for vouchers and, in many states, for child "
        f"care. The voucher pays a rent as in 'mobcalc livingwage'. To count it: {flags}."
    )


WORKING_TITLE = "Working, and not working"
WORKING_COLUMNS = ("In a year", "Not working", "Working")
WORKING_ROWS = {
    "earnings": "Earnings",
    "ssi": "SSI, with what the state adds",
    "snap": "SNAP (food)",
    "other_benefits": "Other benefits and credits",
    "taxes": "Taxes, taken off",
    "child_care": "Child care, taken off",
    "health_plan": "Health plan, taken off",
    "net_resources": "What there is to live on",
}
WORKING_MEDICAID = "Medicaid"
BY_SSI, BY_WORK, WITHOUT = "yes, with SSI", "yes, section 1619(b)", "no"


def medicaid_basis(has_medicaid: bool, ssi: float) -> str:
    """On what Medicaid rests."""
    return (BY_SSI if ssi >= 1.0 else BY_WORK) if has_medicaid else WITHOUT


def working_caption(cliffs: Cliffs) -> str:
    """What there is to know of working and not; beside SSI more."""
    if not cliffs.household.disability:
        return (
            f"{basis(cliffs.household.rules_year)} Not working: nobody is paid to care for children. Adults without "
            "young children get SNAP for a limited time then, which is not counted here."
        )
    end = next((one.ends_at for one in cliffs.program_ends if one.program == "medicaid"), None)
    until = f" up to {dollars(end, 1)} a year in this state" if end is not None else ""
    return (
        f"{basis(cliffs.household.rules_year)} Who has SSI keeps it while it shrinks by 50 cents a dollar, and "
        f"Medicaid after it has ended{until} (section 1619(b)). What the disability makes necessary for work counts as "
        "if it had not been earned. Somebody new to SSI may not earn "
        f"{dollars(cliffs.substantial_work or 0.0, 1)} a month (substantial work). "
        f"{dollars(cliffs.able_limit or 0.0, 1)} a year may be saved in an ABLE account without loss. SSDI has other "
        "limits. A benefits planner (WIPA) helps free of charge."
    )
