"""Writes docs/headline.md: what the headline about apprenticeship says, and what it would take to reach it.

Run as `python tools/headline.py > docs/headline.md`. The text is in headline.md beside this file, with gaps; what
others published is in headline.yaml and assumptions/validation/published.yaml; all else is computed from the shipped
assumptions.
"""

from collections.abc import Collection, Sequence
from functools import cache
from pathlib import Path

import numpy as np
import yaml
from targets import (
    ASKED,
    BENEFITS,
    GROUPS,
    STANDING,
    TRADES,
    Cell,
    Question,
    amounts,
    answered,
    compared,
    first_pay,
    gains_by,
    group_gains,
    marked,
    record,
    with_value,
    year_reached,
)

from mobcalc.loader.layers import Layers
from mobcalc.loader.loading import load
from mobcalc.model.earnings import PERCENTILES, interpolated
from mobcalc.questions.compare_headline import GAIN, PAY
from mobcalc.report.formats.markdown import markdown_text
from mobcalc.report.tables import Column, Table
from mobcalc.sampling import restated
from mobcalc.schema import Assumption, Records
from mobcalc.wording.numbers import dollars, percent, years

HERE = Path(__file__).parent
PUBLISHED = yaml.safe_load((HERE / "headline.yaml").read_text(encoding="utf-8"))
CASES = yaml.safe_load((HERE.parent / "assumptions" / "validation" / "published.yaml").read_text(encoding="utf-8"))
STUDY, CAREER = (CASES[name]["given"] for name in ("reed-dose", "reed-career-gain"))


def table(titles: Sequence[str], rows: Sequence[Sequence[str]], caption: str, words: Collection[int] = (0,)) -> str:
    """A table as Markdown; the columns of these places hold words."""
    columns = tuple(Column(title, 0, i not in words) for i, title in enumerate(titles))
    return markdown_text([Table("", columns, [tuple(row) for row in rows], caption)]).strip()


def caption(records: Records, *others: Records) -> str:
    """Prices, discounting and ages of a table of gains."""
    starts = " or ".join(marked(a, years(a.value)) for r in (records, *others) if (a := record(r, "person.start_age")))
    until = record(records, "person.retire_age")
    return (
        f"{records.economy.price_year} dollars, discounted {marked(records.economy.discount_rate)} a year to the start "
        f"at {starts}, work to {marked(until, years(until.value))}. Undiscounted: plain sums of earnings, training "
        "costs not taken off. * assumed; all gains rest in part on assumed numbers."
    )


def today(records: Records, amount: float, price_year: int) -> str:
    """An amount restated with the shipped price index."""
    written = Assumption(float(amount), "USD", "observed", "", "", price_year=price_year)
    return dollars(float(restated(records, written)))


LABELS = {"earnings": "earnings", "with benefits": "earnings and employer-paid benefits", "net": "after own costs"}


def published(group: str, figure: str) -> float:
    """What the study published of all who start (participants) or of those who finish (completers)."""
    return float(STUDY["figures"][f"{group} {figure}"])


def study_table(records: Records, price_year: int) -> str:
    """What the study published, and the same in dollars of today."""
    groups = [{key: published(group, key) for key in LABELS} for group in ("participants", "completers")]
    rows = [[f"Published: {label}", *(dollars(g[key], 1) for g in groups)] for key, label in LABELS.items()]
    now = f"In {records.economy.price_year} dollars"
    rows += [
        [f"{now}: {label}", *(today(records, g[key], price_year) for g in groups)] for key, label in LABELS.items()
    ]
    told = f"Dollars of {price_year} (assumed*) unless the row says otherwise; the study's discount rate is not known."
    return table(("Gain over a career", *GROUPS[:2]), rows, told)


def history_table(records: Records) -> str:
    """How the two parts of the claim moved, and how prices did."""
    rows = [
        [h["when"], *map(dollars, (h["pay"], h["gain"])), today(records, h["pay"], h["price_year"]), h["read"]]
        for h in PUBLISHED["history"]
    ]
    now = f"That pay in {records.economy.price_year} dollars"
    told = (
        "Dollars of the (first) year named, which is assumed*, where the column does not say otherwise; not discounted."
    )
    titles = ("Year", "Pay claimed", "Lifetime gain claimed: over", now, "Where it was read (all secondary)")
    return table(titles, rows, told, (0, 4))


def checks_table() -> str:
    """Pay that was measured."""
    rows = [[c["group"], c["measure"], c["figure"], c["read"]] for c in PUBLISHED["checks"]]
    told = "Dollars as published; their price years were not read, so they are not restated. Not discounted."
    return table(("Who", "What", "Pay", "Where it was read"), rows, told, (0, 1, 3))


def trades(records: Records) -> list[str]:
    """The apprenticeships known by what their trade pays, the building trades together first."""
    found = [n for n, p in records.pathways.items() if p.family == "apprenticeship" and p.evidence == "levels"]
    return sorted(found, key=lambda name: (name != TRADES, name))


def gains_row(records: Records, pathway: str) -> list[str]:
    """One pathway's gains: starters, finishers and leavers, then with benefits, then undiscounted."""
    groups, title = group_gains(records, pathway), records.pathways[pathway].name
    sums = [[g.net_present_value for g in groups]]
    sums += [
        [g.net_present_value + g.fringe_present_value for g in groups[:2]],
        [g.lifetime_earnings for g in groups[:2]],
    ]
    cells = [dollars(amount) for found in sums for amount in found]
    return [f"{title}, from {years(record(records, 'person.start_age').value)}", finishing(records, pathway), *cells]


def finishing(records: Records, pathway: str) -> str:
    """The share of those who start who finish, of men and women as they start it, as `compare` shows it."""
    rate = compared(records, pathway).completion_rate
    assert rate is not None
    return marked(records.pathways[pathway].completion.rate, percent(round(rate, 2)))


def gains_table(records: Records, older: Records) -> str:
    """The gains of every apprenticeship, of the building trades together at the age of the people studied too."""
    rows = [gains_row(older, TRADES), *(gains_row(records, name) for name in trades(records))]
    titles = ("Pathway", "Finish", *GROUPS[:2], "Leavers", *(f"{g}, with benefits" for g in GROUPS[:2]), *GROUPS[2:])
    benefits = f" Benefits: {marked(record(records, BENEFITS))} of earnings."
    return table(titles, rows, caption(records, older) + benefits)


def reaching(records: Records, pathway: str) -> tuple[str, str]:
    """The table of what it takes to reach the lifetime claim, and how many numbers do within their range."""
    groups, now = range(len(GROUPS)), amounts(records, pathway)
    rows, found = [["The gain as shipped", "", "", *map(dollars, now)]], []
    corners = [[records] * len(GROUPS) for _ in range(2)]
    for question in ASKED[pathway]:
        own, at = record(records, question.name), gains_by(records, pathway, question)
        cells: list[Cell] = [answered(question, lambda v, i=i, at=at: at(v)[i], GAIN, own) for i in groups]
        shown = "none given" if own.range is None else " to ".join(question.shown(end) for end in own.range)
        not_counted = " (not counted)" if question.name == BENEFITS else ""
        used = marked(own, question.shown(own.value)) + not_counted
        rows.append([question.label, used, shown, *(cell.text for cell in cells)])
        if own.range is not None:
            found.append([cell.within for cell in cells])
        if own.range is not None and not not_counted:
            for i in groups:
                ends = sorted(own.range, key=lambda end, i=i, at=at: at(end)[i])
                for corner, end in zip(corners, ends, strict=True):
                    corner[i] = with_value(corner[i], question.name, end)
    for label, corner in zip(("least", "most"), corners, strict=True):
        together = [dollars(amounts(corner[i], pathway)[i]) for i in groups]
        rows.append([f"All ranges at once, each at the end that alone gains {label}; no benefits", "", "", *together])
    counts = [sum(column) for column in zip(*found, strict=True)]
    said = ["above it as shipped" if now[i] >= GAIN else f"{counts[i]} of {len(found)} numbers" for i in groups]
    counted = "; ".join(f"{group.lower()}: {what}" for group, what in zip(GROUPS, said, strict=True))
    return table(("Number", "Shipped", "Its range", *GROUPS), rows, caption(records)), counted


def pay_table(records: Records, working: Records) -> str:
    """Where the pay claimed lies among a trade's wages, and when a finisher reaches it."""
    question, rows = Question("", STANDING, 0.1, 0.9), []
    for name in trades(records):
        wages = np.log(records.pathways[name].earnings.percentiles.value)
        place = float(interpolated(np.log([[PAY]]), wages, PERCENTILES[None, :])[0, 0])
        by_standing = cache(lambda standing, name=name: first_pay(with_value(working, STANDING, standing), name))
        needed = answered(question, by_standing, PAY, record(records, STANDING)).text
        pays = [dollars(first_pay(r, name)) for r in (working, records)]
        reached = [year_reached(r, name, PAY) for r in (working, records)]
        rows.append([records.pathways[name].name, f"p{place * 100:.0f}", *pays, *reached, needed])
    claim, averaged = dollars(PAY), "unemployment averaged in"
    titles = ("Pathway", f"{claim} is at", "First full year, in work", f"First full year, {averaged}")
    titles += (f"{claim} reached, in work", f"{claim} reached, {averaged}")
    titles += (f"Standing that pays {claim} at once, in work",)
    economy = records.economy
    told = (
        f"{economy.price_year} dollars, not discounted (discount rate {marked(economy.discount_rate)} elsewhere). A "
        f"finisher's pay, start at {marked(records.person.start_age, years(records.person.start_age.value))}, real "
        f"wages growing {marked(economy.real_wage_growth)} a year, standing in the trade's wages assumed*. Years are "
        f"full years after training; never: not by {years(records.person.retire_age.value)}. * assumed."
    )
    return table(titles, rows, told)


def in_work(records: Records) -> Records:
    """The same where everybody in a trade has full-time work all year."""
    for name in trades(records):
        for sex in ("men", "women"):
            dotted = f"pathways.{name}.earnings.work_life.employed_{sex}"
            records = with_value(records, dotted, [1.0] * len(record(records, dotted).value))
    return records


def page() -> str:
    """The whole page: the text with its gaps filled."""
    records = load(Layers()).assumptions
    study, trade = records.studies["reed-2012"], records.pathways[TRADES]
    older = with_value(records, "person.start_age", study.start_age.value)
    working = in_work(records)
    by_pay = with_value(records, "studies.reed-2012.weight", 0.0)
    price_year, with_benefits = study.effect.participant.price_year, published("completers", "with benefits")
    by_trade, shipped = reaching(records, TRADES), compared(records, TRADES)
    sums = {"older": amounts(older, TRADES), "pay": amounts(by_pay, TRADES), "trade": amounts(records, TRADES)}
    return (
        (HERE / "headline.md")
        .read_text(encoding="utf-8")
        .format(
            **{f"{name}_{i}": dollars(amount) for name, found in sums.items() for i, amount in enumerate(found)},
            claim_pay=dollars(PAY),
            claim_gain=dollars(GAIN),
            claim_today=today(records, GAIN, price_year),
            today=records.economy.price_year,
            price_year=price_year,
            career=CAREER["years"],
            last_year=years(study.effect.last_observed_year.value),
            weight=percent(study.weight.value),
            with_benefits=dollars(with_benefits, 1),
            with_benefits_today=today(records, with_benefits, price_year),
            finishers=dollars(published("completers", "earnings"), 1),
            starters=dollars(published("participants", "earnings"), 1),
            dose=percent(round(published("participants", "earnings") / published("completers", "earnings"), 2)),
            finish=finishing(records, TRADES).replace("*", r"\*"),
            rate=percent(records.economy.discount_rate.value),
            fade=percent(study.effect.fade_out.value),
            retire=years(records.person.retire_age.value),
            studied_age=years(study.start_age.value),
            start_age=years(records.person.start_age.value),
            causal=percent(trade.earnings.causal_share.value),
            beyond=percent(round(shipped.versus_baseline.share_beyond_evidence, 2)),
            leavers=dollars(group_gains(records, TRADES)[2].net_present_value),
            first_pay=dollars(first_pay(working, TRADES)),
            first_pay_averaged=dollars(first_pay(records, TRADES)),
            study_table=study_table(records, price_year),
            history_table=history_table(records),
            checks_table=checks_table(),
            gains_table=gains_table(records, older),
            trades_table=by_trade[0],
            trades_count=by_trade[1],
            pay_table=pay_table(records, working),
        )
    )


if __name__ == "__main__":
    print(page(), end="")
