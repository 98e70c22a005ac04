"""What all who enroll in a program bring and cost year by year: a table, and columns of flat rows."""

from typing import Any

from mobcalc.language import mark, say
from mobcalc.report.formats.json import plain
from mobcalc.report.tables import Column, Table
from mobcalc.results.program import TEN, ProgramAnswer
from mobcalc.results.program_years import ProgramYear
from mobcalc.wording import program as text
from mobcalc.wording.numbers import NONE, dollars, signed_dollars

COLUMNS = (
    mark("Public\nmoney paid"),
    mark("Back to\nU.S."),
    mark("Back to\nstate"),
    mark("Public\nso far"),
    mark("People\nhave more"),
)
YEAR, NUMBER = 6, 13
LATER = 10
"""Beyond the first years one in so many is shown, and the last."""


def table(answer: ProgramAnswer) -> Table:
    """The first years one by one, then every tenth and the last, for all who enroll."""
    columns = (Column(say("Year"), YEAR), *(Column(say(title), NUMBER) for title in COLUMNS))
    last = len(answer.by_year)
    shown = [one for one in answer.by_year if one.year <= TEN or one.year % LATER == 0 or one.year == last]
    return Table(say(text.YEARS), columns, [_row(one) for one in shown], say(text.CASH))


def _row(of: ProgramYear) -> tuple[str, ...]:
    back = [dollars(of.back[level]) if level in of.back else NONE for level in ("federal", "state")]
    so_far = NONE if of.public_so_far is None else signed_dollars(of.public_so_far)
    return str(of.year), dollars(of.public_paid), *back, so_far, signed_dollars(of.people)


def cash(answer: ProgramAnswer, party: str) -> dict[str, Any]:
    """What a party has more of all who enroll in each of the first years, less what it pays; empty if not known."""
    first = answer.by_year[:TEN]
    amounts = [None if one is None else _net(answer, one, party) for one in [*first, *[None] * (TEN - len(first))]]
    return {f"cash_year_{year}": plain(amount, "USD") for year, amount in enumerate(amounts, start=1)}


def _net(answer: ProgramAnswer, of: ProgramYear, party: str) -> float | None:
    """What a party has more in a year less what it pays [USD]; None where it is not known."""
    cost = answer.cost_total if of.year == 1 else 0.0
    paid = of.paid.get(party, 0.0)
    found = {
        "participant": of.people,
        "public": None if of.public_back is None else of.public_back - of.public_paid,
        "society": of.people + (of.public_back or 0.0) - of.raises - cost,
        "employer": -paid - of.raises,
    }
    if party in found:
        return found[party]
    return of.back[party] - paid if party in of.back else -paid
