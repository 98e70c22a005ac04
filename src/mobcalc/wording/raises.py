"""Sentences and labels of `raise`, those of its one screen first: plain words, the answer before all else."""

from collections.abc import Callable, Sequence

from mobcalc.language import mark, say, say_count
from mobcalc.results.household import HouseholdUsed
from mobcalc.results.raises import KeptOfRaise, Raises, RaiseTotals
from mobcalc.wording import household as home
from mobcalc.wording.basis import place_name
from mobcalc.wording.household import PROGRAMS
from mobcalc.wording.lists import listed
from mobcalc.wording.numbers import dollars, hourly, percent
from mobcalc.wording.screen import COUNTRY, of_client

COLUMNS = (
    mark("Who lives together"),
    mark("Keeps of\nthe raise"),
    mark("Of\n$1"),
    mark("U.S.\nhas more"),
    mark("State\nhas more"),
    mark("Living\nwage"),
)
WHO_HAS_IT = (mark("Of the raise"), mark("Household"), mark("U.S."), mark("State"))
"""The columns of who has which part of a raise."""
NAMES = {**PROGRAMS, "state_payroll_tax": mark("state payroll tax")}
"""What taxes and benefits are called."""
PAY, EMPLOYERS_TAX, ALL = mark("More pay"), mark("employer's payroll tax"), mark("In all")
MOST_NOTES, MOST_NAMED = 3, 2
LEAST = 100.0
"""What is less than this is not worth a line [USD/year]."""
CLOSE = 0.005
"""Wages nearer to each other than that are the same [USD/hour]."""


def asked(answer: Raises) -> str:
    """Where, by which rules, and which raise."""
    place = answer.provenance.place
    values = {
        "place": say(COUNTRY) if place is None else place_name(place),
        "year": answer.rules_year,
        "to": hourly(answer.to_wage),
        "hours": say_count(answer.hours_per_week, "{count} hour", "{count} hours"),
    }
    if answer.totals is not None:
        said = say("{place}, by the rules of {year}: every wage below {to} an hour is raised to it.", **values)
    else:
        values["from"] = hourly(answer.from_wage)
        said = say("{place}, by the rules of {year}: from {from} to {to} an hour, {hours} a week.", **values)
    return of_client(answer.provenance, " ".join([said, *_target(answer)]))


def _target(answer: Raises) -> list[str]:
    """Whose living wage it is that pay is raised to."""
    if answer.target == "wage":
        return []
    if answer.is_typical or answer.totals is not None:
        return [say("That is the living wage of one adult there.")]
    if answer.households[0].household.partner_earnings:
        return [say("That is the living wage of the household beside the second adult's pay.")]
    return [say("That is the living wage of the household.")]


def verdict(answer: Raises) -> str:
    """What households keep, what it costs the employer, and who has the rest."""
    if answer.totals is not None:
        return _of_workers(answer.totals)
    return _of_several(answer) if answer.is_typical else _of_one(answer.households[0])


def _of_one(one: KeptOfRaise) -> str:
    """What one household keeps."""
    more, kept = dollars(one.raise_per_year, 10), dollars(abs(one.kept), 10)
    if one.kept >= 0.0:
        said = say(
            "Of {more} more pay a year the household keeps {kept}, {cents} of each dollar.",
            more=more,
            kept=kept,
            cents=cents(one),
        )
    else:
        said = say("With {more} more pay a year the household ends with {lost} less.", more=more, lost=kept)
    return " ".join([said, _cost(one.employer_cost, one.to_federal, one.to_state)])


def _cost(cost: float, federal: float, state: float) -> str:
    """What the employer pays, and what governments have of it."""
    paid = say("It costs the employer {cost}, payroll tax in it.", cost=dollars(cost, 10))
    to_federal, to_state = dollars(abs(federal), 10), dollars(abs(state), 10)
    return f"{paid} {say(GOVERNMENTS[federal >= 0.0, state >= 0.0], federal=to_federal, state=to_state)}"


GOVERNMENTS = {
    (True, True): mark("The federal government has {federal} more and the state {state} more."),
    (True, False): mark("The federal government has {federal} more and the state {state} less."),
    (False, True): mark("The federal government has {federal} less and the state {state} more."),
    (False, False): mark("The federal government has {federal} less and the state {state} less."),
}
"""What governments have of a raise, by whether each has more."""


def _of_several(answer: Raises) -> str:
    """What the households keep that keep most and least."""
    least = min(answer.households, key=lambda one: one.kept)
    most = max(answer.households, key=lambda one: one.kept)
    values = {
        "more": dollars(least.raise_per_year, 10),
        "least": dollars(abs(least.kept), 10),
        "few": short(least.household),
        "most": dollars(abs(most.kept), 10),
        "many": short(most.household),
    }
    cost = say("It costs the employer {cost} each, payroll tax in it.", cost=dollars(least.employer_cost, 10))
    return f"{say(SEVERAL[least.kept >= 0.0], **values)} {cost}"


SEVERAL = {
    True: mark("Of {more} more pay a year households keep {least} ({few}) to {most} ({many})."),
    False: mark("Of {more} more pay a year households keep up to {most} ({many}); one ends with {least} less ({few})."),
}
"""Who keeps most and least, by whether those still have more than before."""


def _of_workers(totals: RaiseTotals) -> str:
    """What all workers of a file keep together."""
    raised = say_count(
        totals.workers,
        "{raised} of {count} worker is raised.",
        "{raised} of {count} workers are raised.",
        raised=totals.raised,
    )
    if not totals.raised:
        return f"{raised} {say('Nobody is paid less, so nothing changes.')}"
    kept = say(
        "Of {more} more pay a year their households keep {kept}, {share}.",
        more=dollars(totals.raise_per_year, 10),
        kept=dollars(totals.kept, 10),
        share=percent(round(totals.kept / totals.raise_per_year, 2)),
    )
    return " ".join([raised, kept, _cost(totals.employer_cost, totals.to_federal, totals.to_state)])


def cents(one: KeptOfRaise) -> str:
    """What is kept of each dollar, as cents in words."""
    whole = round(100.0 * (one.kept_share or 0.0))
    return say_count(whole, "{count} cent", "{count} cents")


def of_a_dollar(one: KeptOfRaise) -> str:
    """What is kept of each dollar, for a column."""
    return "-" if one.kept_share is None else f"{one.kept_share:.2f}"


def short(household: HouseholdUsed) -> str:
    """Who lives together, short enough for a row: `1 adult, children of 3 and 7`."""
    adults = say_count(household.adults, "{count} adult", "{count} adults")
    ages = [str(age) for age in household.children]
    if not ages:
        return adults
    return say_count(
        len(ages), "{adults}, child of {ages}", "{adults}, children of {ages}", adults=adults, ages=listed(ages)
    )


def notes(answer: Raises) -> list[str]:
    """What would change what somebody does, the most important first, and no more than three."""
    return [said for write in NOTES if (said := write(answer))][:MOST_NOTES]


def _coverage(answer: Raises) -> str:
    """Whose health coverage ends or shrinks."""
    if answer.totals is not None:
        lost = {name: -amount for name, amount in answer.totals.coverage.items() if amount <= -LEAST}
        return say("Not in it: {coverage}.", coverage=_less(lost)) if lost else ""
    worst = min(answer.households, key=lambda one: sum(one.coverage.values()))
    lost = {name: -amount for name, amount in worst.coverage.items() if amount <= -LEAST}
    if not lost:
        return ""
    if not answer.is_typical:
        return say("Not in it: {coverage}.", coverage=_less(lost))
    return say("Not in it: {coverage}, for {household}.", coverage=_less(lost), household=short(worst.household))


def _less(lost: dict[str, float]) -> str:
    """What health coverage is worth less."""
    names = [
        say("{program} worth {amount} a year less", program=say(NAMES[name]), amount=dollars(amount))
        for name, amount in sorted(lost.items(), key=lambda item: -item[1])
    ]
    return listed(names[:MOST_NAMED])


def _taken(answer: Raises) -> str:
    """What takes most of the raise of those who keep least."""
    if not answer.is_typical:
        return ""
    least = min(answer.households, key=lambda one: one.kept)
    lost = sorted(((-amount, name) for name, amount in least.changes.items() if amount < 0.0), reverse=True)
    named = [
        say("{program} {amount}", program=say(NAMES[name]), amount=dollars(amount, 10))
        for amount, name in lost[:MOST_NAMED]
    ]
    return say("Most is lost by {household}: {programs}.", household=short(least.household), programs=listed(named))


def _partner(answer: Raises) -> str:
    """What the other adult of typical households earns."""
    partner = max(one.household.partner_earnings for one in answer.households)
    if not answer.is_typical or not partner:
        return ""
    return say("The second adult earns {amount} a year, before and after.", amount=dollars(partner, 10))


def _worse_off(answer: Raises) -> str:
    """How many workers keep little."""
    totals = answer.totals
    if totals is None or not totals.kept_less_than_half:
        return ""
    if totals.worse_off:
        return say(
            "{number} keep less than half of the raise; {worse} of them end with less than before (--csv names them).",
            number=totals.kept_less_than_half,
            worse=totals.worse_off,
        )
    return say(
        "{number} keep less than half of the raise (--csv names them); nobody ends with less than before.",
        number=totals.kept_less_than_half,
    )


def _at_living_wage(answer: Raises) -> str:
    """How many workers are paid the living wage of their own households."""
    totals = answer.totals
    if totals is None:
        return ""
    return say(
        "A living wage for their own household: {before} of {workers} before, {after} after.",
        before=totals.at_living_wage_before,
        after=totals.at_living_wage_after,
        workers=totals.workers,
    )


def _below_minimum(answer: Raises) -> str:
    """How many workers are paid less than the minimum wage."""
    totals = answer.totals
    if totals is None or not totals.below_minimum:
        return ""
    return say_count(
        totals.below_minimum,
        "{count} worker is paid less than the minimum wage there, {minimum}: check the file.",
        "{count} workers are paid less than the minimum wage there, {minimum}: check the file.",
        minimum=hourly(answer.minimum_wage),
    )


def _living_wage(answer: Raises) -> str:
    """The living wage of a household beside what it is raised to."""
    if answer.is_typical or answer.totals is not None or answer.target == "living_wage":
        return ""
    one = answer.households[0]
    if one.living_wage < CLOSE:
        return say("What the partner earns pays for the basic needs.")
    wage = hourly(one.living_wage)
    if one.to_wage >= one.living_wage - CLOSE:
        return say("{to} is a living wage for this household: that is {wage}.", to=hourly(one.to_wage), wage=wage)
    return say("A living wage for this household is {wage}.", wage=wage)


def _beyond(answer: Raises) -> str:
    """That amounts are carried on."""
    if not any(one.is_beyond_table for one in answer.households):
        return ""
    return say("Some pay is above the table of taxes; there amounts go on as they last changed.")


NOTES: tuple[Callable[[Raises], str], ...] = (
    _below_minimum,
    _worse_off,
    _coverage,
    _taken,
    _at_living_wage,
    _living_wage,
    _partner,
    _beyond,
)
"""What may be noted, the most important first."""


def basis(answer: Raises) -> str:
    """Which dollars these are, what is not counted, and how to see more."""
    said = say("Dollars of {year}, of one year. Not counted: other benefits that cost more.", year=answer.rules_year)
    return f"{said}\n{say('Every tax and benefit, what is left out: --details')}"


def program(name: str) -> str:
    """What a tax or a benefit is called."""
    return say(NAMES[name])


def who_title(one: KeptOfRaise) -> str:
    """The heading over who has which part of one household's raise."""
    return home.described(one.household)


def total_title() -> str:
    """The heading over who has which part of all raises."""
    return say("All workers together")


def before_and_after(one: KeptOfRaise) -> str:
    """What the household has before and after."""
    care = [say("Child care is taken off.")] if one.household.child_care else []
    said = say(
        "{before} a year before, {after} after taxes and with the help that is due; a living wage is {wage} an hour.",
        before=dollars(one.net_before, 10),
        after=dollars(one.net_after, 10),
        wage=hourly(one.living_wage),
    )
    return " ".join([said, *care])


COVERAGE_COLUMNS = (mark("Health coverage"), mark("A year"))


def coverage() -> str:
    """What the worth of health coverage is."""
    return say(
        "in none of the other amounts. What coverage costs governments, an average of those who have it, is not what "
        "it is worth to a household. Medicaid and CHIP are paid by the federal government and the state together."
    )


def benefits(answer: Raises) -> str:
    """What employers pay for benefits, if that grows with pay."""
    more = sum(one.raise_per_year for one in answer.households) if answer.totals is not None else None
    amount = answer.benefits_rate * (answer.households[0].raise_per_year if more is None else more)
    return say(
        "benefits. Employers' benefits came to {rate} of pay in a study of apprentices; as far as they grow with pay, "
        "such as a share put into a pension, up to {amount} a year comes on top. A state's unemployment tax and "
        "workers' compensation are not counted; less turnover, which saves the employer something, is not either.",
        rate=percent(answer.benefits_rate),
        amount=dollars(amount, 10),
    )


def assumes(answer: Raises) -> str:
    """What taxes and benefits take for granted."""
    parts = [say(home.TAKEN_FOR_GRANTED)]
    if any(one.household.children for one in answer.households):
        parts.append(say(home.AGES_AS_COMPUTED))
    if any(one.household.disability for one in answer.households):
        parts.append(say(home.MEDICAID_KEPT))
    ages = sorted({one.age for one in answer.households})
    if len(ages) == 1:
        parts.append(say("The worker is {age}.", age=ages[0]))
    return " ".join(parts)


def not_counted(answer: Raises) -> str:
    """What is left out."""
    return f"{home.left_out(with_most_help(answer))}."


def with_most_help(answer: Raises) -> HouseholdUsed:
    """The household that most kinds of help could be of."""
    return max((one.household for one in answer.households), key=lambda one: (one.child_care, len(one.children)))


def who_pays() -> str:
    """How taxes and benefits are put down to governments."""
    return say(
        "SNAP, WIC, SSI, school meals, vouchers and the credits are the federal government's. TANF and help with child "
        "care are put down to the state, since federal grants for them are of a fixed size. What is paid to or by a "
        "health plan of one's own is nobody's here. Sales taxes, the employer's own income tax and what other workers' "
        "pay or prices do are not counted."
    )


def dollars_of(answer: Raises) -> str:
    """Which dollars these are."""
    return say(
        "all of {year}, the year of the rules, the wages too. 'mobcalc livingwage' is in dollars of {price_year}.",
        year=answer.rules_year,
        price_year=answer.price_year,
    )


def warnings(answer: Raises) -> Sequence[str]:
    """What a script should know too."""
    return [said for said in (_below_minimum(answer), _beyond(answer)) if said]
