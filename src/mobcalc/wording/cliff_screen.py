"""The sentences and labels of the one screen that `cliff` shows by default: plain words, the answer first."""

from collections.abc import Callable, Sequence

from mobcalc.language import mark, say, say_count
from mobcalc.results.cliff import Cliff, Cliffs, OtherHelp, WorkingAndNot
from mobcalc.units import WEEKS_PER_YEAR
from mobcalc.wording import household as home
from mobcalc.wording.basis import place_name
from mobcalc.wording.cliff import names, taken_off
from mobcalc.wording.cliff_help import HELP_FLAGS
from mobcalc.wording.numbers import dollars, hourly
from mobcalc.wording.screen import of_client

COLUMNS = (
    mark("What ends or shrinks"),
    mark("At pay\nof a year"),
    mark("An\nhour"),
    mark("You\nlose"),
    mark("Made up\nfor at"),
)
MOST_NOTES, MOST_ROWS = 3, 6
HELPS = {
    "child_care_subsidy": mark("Help with child care"),
    "housing": mark("A housing voucher"),
    "tanf": mark("TANF (cash)"),
}
"""Help that may be had, by its name."""


def asked(cliffs: Cliffs) -> str:
    """Whom the answer is about, and by which rules."""
    place = cliffs.provenance.place
    who, year = home.described(cliffs.household), cliffs.household.rules_year
    if place is None:
        said = say("{household}, by the rules of {year}.", household=who, year=year)
    else:
        said = say("{household}, {place}, by the rules of {year}.", household=who, place=place_name(place), year=year)
    paid_for = home.paid_for(cliffs.household, cliffs.age, "" if place is None else place.state)
    return of_client(cliffs.provenance, " ".join([said, *paid_for]))


def verdict(cliffs: Cliffs) -> str:
    """What is kept now, what a raise leaves of itself, and how often a raise lowers it."""
    return " ".join([*_now(cliffs), _how_often(cliffs)])


def _now(cliffs: Cliffs) -> list[str]:
    """Where a known wage puts the household."""
    now = cliffs.now
    if now is None:
        return []
    said = [
        say(
            "At {wage} an hour you have {amount} a year after {costs}, with the help you are due.",
            wage=hourly(now.wage),
            amount=dollars(now.net_resources),
            costs=taken_off(cliffs),
        )
    ]
    if now.better_at is not None:
        said.append(_than_at_less_pay(now.shortfall, now.better_at))
    more, change = dollars(now.raise_per_year), dollars(abs(now.kept_of_raise))
    if change == dollars(0.0):
        said.append(say("Of a raise of $1 an hour, {more} a year, you keep nothing.", more=more))
    elif now.kept_of_raise >= 0.0:
        said.append(say("Of a raise of $1 an hour, {more} a year, you keep {kept}.", more=more, kept=change))
    else:
        said.append(say("A raise of $1 an hour, {more} a year, leaves you with {lost} less.", more=more, lost=change))
    return said


def _than_at_less_pay(shortfall: float, better_at: float) -> str:
    """How much less there is than at a lower pay, to the same step as other amounts."""
    less, pay = dollars(shortfall), dollars(better_at, 1)
    if less == dollars(0.0):
        return say("That is the same as at {pay} of pay.", pay=pay)
    return say("That is {amount} less than at {pay} of pay.", amount=less, pay=pay)


def _how_often(cliffs: Cliffs) -> str:
    """At how many places a raise lowers what is kept."""
    some = ahead(cliffs)
    if not some:
        return say(
            "No raise lowers what you keep by $100 a year or more, up to {top} of pay.", top=dollars(cliffs.table_top)
        )
    worst = max(some, key=lambda one: one.loss)
    at, loss = dollars(worst.from_earnings, 1), dollars(worst.loss)
    if cliffs.now is None:
        return say_count(
            len(some),
            "On the way up one raise lowers what you keep, at {pay} a year: {loss} a year is lost there.",
            "On the way up a raise lowers what you keep at {count} places, most at {pay} a year: {loss} a year is lost "
            "there.",
            pay=at,
            loss=loss,
        )
    return say_count(
        len(some),
        "Further up one raise lowers what you keep, at {pay} a year: {loss} a year is lost there.",
        "Further up a raise lowers what you keep at {count} places, most at {pay} a year: {loss} a year is lost there.",
        pay=at,
        loss=loss,
    )


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
    left = [say("{amount} of SSI is left.", amount=dollars(at_work.ssi))] if at_work.ssi >= 1.0 else []
    return [" ".join([_idle(without), *left, *_stays(cliffs, is_there=at_work.has_medicaid)])]


def _idle(without: WorkingAndNot) -> str:
    """What there would be without work."""
    return say("Without work you would have {amount}.", amount=dollars(without.net_resources))


def _stays(cliffs: Cliffs, *, is_there: bool) -> list[str]:
    """Up to which pay Medicaid stays beside work, and what ends with it."""
    end = next((one.ends_at for one in cliffs.program_ends if one.program == "medicaid"), None)
    if end is None:
        return []
    pay = dollars(end, 1)
    if not is_there:
        return [say("Medicaid has ended at this pay: it stays up to {pay} a year (section 1619(b)).", pay=pay)]
    worth = next((loss.loss for loss in cliffs.coverage_losses if "medicaid" in loss.ends), 0.0)
    return [
        say(
            "You keep Medicaid at this pay and up to {pay} a year (section 1619(b)); coverage worth {worth} ends "
            "there.",
            pay=pay,
            worth=dollars(worth),
        )
    ]


def _without_work(cliffs: Cliffs) -> list[str]:
    """What there would be without work, and without care for children that is paid."""
    if cliffs.household.disability or not cliffs.working_and_not:
        return []
    without = cliffs.working_and_not[0]
    if not cliffs.household.child_care:
        return [_idle(without)]
    amount = dollars(without.net_resources)
    return [say("Without work, and nobody paid for care, you would have {amount}.", amount=amount)]


def _help(cliffs: Cliffs) -> list[str]:
    """What help would change that is not counted."""
    return [
        say(
            "{change}. Count it: {flag}",
            change="; ".join([_worth(one), *_until(one), *_then_lost(one)]),
            flag=HELP_FLAGS[one.program],
        )
        for one in cliffs.other_help
        if one.worth_now is None or one.worth_now >= LEAST
    ]


def _worth(one: OtherHelp) -> str:
    """What help would add."""
    name = say(HELPS[one.program])
    if one.worth_now is None:
        return say("{help} may be had", help=name)
    return say("{help} would add {amount} a year", help=name, amount=dollars(one.worth_now))


def _until(one: OtherHelp) -> list[str]:
    """Up to which pay help is given, and kept."""
    if one.asks_up_to is None:
        return []
    asked_for = dollars(one.asks_up_to)
    if one.kept_up_to in (None, one.asks_up_to):
        return [say("you can ask for it up to {pay} a year", pay=asked_for)]
    kept = dollars(one.kept_up_to)
    return [say("you can ask for it up to {pay} a year and keep it up to {kept}", pay=asked_for, kept=kept)]


def _then_lost(one: OtherHelp) -> list[str]:
    """Where a raise would then cost most."""
    if one.most_lost_at is None or one.most_lost <= LEAST:
        return []
    return [say("at {pay} a raise then costs {loss}", pay=dollars(one.most_lost_at), loss=dollars(one.most_lost))]


def _coverage(cliffs: Cliffs) -> list[str]:
    """The next place at which health coverage ends."""
    pay = 0.0 if cliffs.now is None else cliffs.now.earnings
    if cliffs.household.disability:
        return []
    later = [loss for loss in cliffs.coverage_losses if loss.to_earnings > pay and loss.ends]
    if not later:
        return []
    coverage, at = names(later[0].ends), dollars(later[0].from_earnings, 1)
    return [say("Health coverage: {coverage} ends at {pay} a year.", coverage=coverage, pay=at)]


LEAST = 100.0
"""Help that adds less than this many dollars a year is not worth a line."""
NOTES: dict[str, Callable[[Cliffs], Sequence[str]]] = {
    "medicaid": _medicaid,
    "without_work": _without_work,
    "help": _help,
    "coverage": _coverage,
}
"""What may be noted, the most important first."""


def _left_out(cliffs: Cliffs) -> list[str]:
    """That the table has the largest alone; nothing where it has all."""
    more = len(ahead(cliffs)) - MOST_ROWS
    if more <= 0:
        return []
    return [say_count(more, "{count} smaller one more: --details.", "{count} smaller ones more: --details.")]


def basis(cliffs: Cliffs) -> str:
    """Which dollars these are, and how to see more."""
    shown = say_count(
        cliffs.hours_per_week,
        "Dollars of {rules_year}, of one year, none counted less; pay of {count} hour a week.",
        "Dollars of {rules_year}, of one year, none counted less; pay of {count} hours a week.",
        rules_year=cliffs.household.rules_year,
    )
    more = " ".join([*_left_out(cliffs), say("Chart, every benefit, what is left out: --details")])
    return f"{shown}\n{more}"
