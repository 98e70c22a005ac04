"""The sentences and labels of the one screen that `cliff` shows by default: plain words, the answer first."""

from collections.abc import Callable, Sequence

from mobcalc.results import Cliff, Cliffs
from mobcalc.units import WEEKS_PER_YEAR, counted
from mobcalc.wording import household as home
from mobcalc.wording.basis import place_name
from mobcalc.wording.cliff import names, taken_off
from mobcalc.wording.cliff_help import HELP_FLAGS
from mobcalc.wording.numbers import dollars, hourly

COLUMNS = ("What ends or shrinks", "At pay\nof a year", "An\nhour", "You\nlose", "Made up\nfor at")
MOST_NOTES, MOST_ROWS = 3, 6
HELPS = {"child_care_subsidy": "Help with child care", "housing": "A housing voucher", "tanf": "TANF (cash)"}
"""Help that may be had, by its name."""


def asked(cliffs: Cliffs) -> str:
    """Whom the answer is about, and by which rules."""
    place = cliffs.provenance.place
    where = "" if place is None else f", {place_name(place)}"
    said = f"{home.described(cliffs.household)}{where}, by the rules of {cliffs.household.rules_year}."
    return " ".join([said, *home.paid_for(cliffs.household, cliffs.age, "" if place is None else place.state)])


def verdict(cliffs: Cliffs) -> str:
    """What is kept now, what a raise leaves of itself, and how often a raise lowers it."""
    return " ".join(part for part in (*_now(cliffs), _how_often(cliffs)) if part)


def _now(cliffs: Cliffs) -> list[str]:
    """Where a known wage puts the household."""
    now = cliffs.now
    if now is None:
        return []
    said = [
        f"At {hourly(now.wage)} an hour you have {dollars(now.net_resources)} a year after {taken_off(cliffs)}, with "
        "the help you are due."
    ]
    if now.better_at is not None:
        said.append(f"That is {dollars(now.shortfall)} less than at {dollars(now.better_at, 1)} of pay.")
    more, kept = dollars(now.raise_per_year), now.kept_of_raise
    if kept >= 0.0:
        said.append(f"Of a raise of $1 an hour, {more} a year, you keep {dollars(kept)}.")
    else:
        said.append(f"A raise of $1 an hour, {more} a year, leaves you with {dollars(-kept)} less.")
    return said


def _how_often(cliffs: Cliffs) -> str:
    """At how many places a raise lowers what is kept."""
    some, top = ahead(cliffs), dollars(cliffs.table_top)
    if not some:
        return f"No raise lowers what you keep by $100 a year or more, up to {top} of pay."
    worst = max(some, key=lambda one: one.loss)
    at, loss = dollars(worst.from_earnings, 1), f"{dollars(worst.loss)} a year is lost there"
    where = "Further up" if cliffs.now is not None else "On the way up"
    if len(some) == 1:
        return f"{where} one raise lowers what you keep, at {at} a year: {loss}."
    return f"{where} a raise lowers what you keep at {len(some)} places, most at {at} a year: {loss}."


def ahead(cliffs: Cliffs) -> list[Cliff]:
    """The places that lie at or above today's pay, or all where that is not known."""
    pay = 0.0 if cliffs.now is None else cliffs.now.earnings
    return [one for one in cliffs.cliffs if one.to_earnings > pay]


def an_hour(earnings: float, cliffs: Cliffs) -> str:
    """Yearly pay by the hour; nothing where that is below the minimum wage."""
    wage = earnings / (cliffs.hours_per_week * WEEKS_PER_YEAR)
    return hourly(wage) if wage >= cliffs.minimum_wage else "-"


def as_before(one: Cliff, cliffs: Cliffs) -> str:
    """Where there is again as much as before this and every earlier fall."""
    again = [other.whole_again_at for other in cliffs.cliffs if other.from_earnings <= one.from_earnings]
    known = [at for at in again if at is not None]
    return "-" if len(known) < len(again) else dollars(max(known))


def notes(cliffs: Cliffs) -> list[str]:
    """What would change what somebody does, the most important first, and no more than three."""
    return [said for write in NOTES.values() for said in write(cliffs) if said][:MOST_NOTES]


def _medicaid(cliffs: Cliffs) -> list[str]:
    """What a person on SSI would have without work, what is left of SSI, and until where Medicaid stays."""
    if not cliffs.household.disability or not cliffs.working_and_not:
        return []
    without, at_work = cliffs.working_and_not
    said = f"Without work you would have {dollars(without.net_resources)}."
    left = f" {dollars(at_work.ssi)} of SSI is left." if at_work.ssi >= 1.0 else ""
    return [f"{said}{left}{_stays(cliffs, is_there=at_work.has_medicaid)}"]


def _stays(cliffs: Cliffs, *, is_there: bool) -> str:
    """Up to which pay Medicaid stays beside work, and what ends with it."""
    end = next((one.ends_at for one in cliffs.program_ends if one.program == "medicaid"), None)
    if end is None:
        return ""
    if not is_there:
        return f" Medicaid has ended at this pay: it stays up to {dollars(end, 1)} a year (section 1619(b))."
    worth = next((loss.loss for loss in cliffs.coverage_losses if "medicaid" in loss.ends), 0.0)
    return (
        f" You keep Medicaid at this pay and up to {dollars(end, 1)} a year (section 1619(b)); coverage worth "
        f"{dollars(worth)} ends there."
    )


def _without_work(cliffs: Cliffs) -> list[str]:
    """What there would be without work."""
    if cliffs.household.disability or not cliffs.working_and_not:
        return []
    care = ", and nobody paid for care," if cliffs.household.child_care else ""
    return [f"Without work{care} you would have {dollars(cliffs.working_and_not[0].net_resources)}."]


def _help(cliffs: Cliffs) -> list[str]:
    """What help would change that is not counted."""
    said = []
    for one in cliffs.other_help:
        if one.worth_now is not None and one.worth_now < LEAST:
            continue
        worth = "may be had" if one.worth_now is None else f"would add {dollars(one.worth_now)} a year"
        until = "" if one.asks_up_to is None else f"; you can ask for it up to {dollars(one.asks_up_to)} a year"
        kept = f" and keep it up to {dollars(one.kept_up_to)}" if one.kept_up_to not in (None, one.asks_up_to) else ""
        loss = ""
        if one.most_lost_at is not None and one.most_lost > LEAST:
            loss = f"; at {dollars(one.most_lost_at)} a raise then costs {dollars(one.most_lost)}"
        said.append(f"{HELPS[one.program]} {worth}{until}{kept}{loss}. Count it: {HELP_FLAGS[one.program]}")
    return said


def _coverage(cliffs: Cliffs) -> list[str]:
    """The next place at which health coverage ends."""
    pay = 0.0 if cliffs.now is None else cliffs.now.earnings
    if cliffs.household.disability:
        return []
    later = [loss for loss in cliffs.coverage_losses if loss.to_earnings > pay and loss.ends]
    if not later:
        return []
    return [f"Health coverage: {names(later[0].ends)} ends at {dollars(later[0].from_earnings, 1)} a year."]


LEAST = 100.0
"""Help that adds less than this many dollars a year is not worth a line."""
NOTES: dict[str, Callable[[Cliffs], Sequence[str]]] = {
    "medicaid": _medicaid,
    "without_work": _without_work,
    "help": _help,
    "coverage": _coverage,
}
"""What may be noted, the most important first."""


def left_out(cliffs: Cliffs) -> str:
    """That the table has the largest alone; empty where it has all."""
    more = len(ahead(cliffs)) - MOST_ROWS
    return f"{counted(more, 'smaller one')} more: --details. " if more > 0 else ""


def basis(cliffs: Cliffs) -> str:
    """Which dollars these are, and how to see more."""
    hours = counted(cliffs.hours_per_week, "hour")
    return (
        f"Dollars of {cliffs.household.rules_year}, of one year, none counted less; pay of {hours} a week.\n"
        f"{left_out(cliffs)}Chart, every benefit, what is left out: --details"
    )
