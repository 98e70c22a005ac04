"""Net resources over earnings as a document with a chart, as flat rows, and as the JSON object of the contract."""

from typing import Any

from mobcalc.language import say
from mobcalc.report import cliff_screen
from mobcalc.report.formats.json import plain
from mobcalc.report.shared.basis import overrides, own_figures, you_set
from mobcalc.report.shared.inputs import inputs
from mobcalc.report.tables import Chart, Column, Document, Line, Paragraph, Table
from mobcalc.results.cliff import LEAST_LOSS, CliffByAge, Cliffs, CliffYear, CoverageLoss, GridPoint, OtherHelp
from mobcalc.results.household import not_counted
from mobcalc.wording import cliff as text
from mobcalc.wording import cliff_along as by_age
from mobcalc.wording import cliff_help as beside
from mobcalc.wording.household import PROGRAMS
from mobcalc.wording.numbers import dollars

THOUSAND, ROW = 1000.0, 5000.0
"""Dollars of earnings from one place along the chart to the next, and from one line of the table to the next."""
CHART_TOPS = (70_000.0, 105_000.0, 150_000.0)
"""How far the chart may go; the least of them that has all cliffs and where they end, so that they can be seen."""
TABLE_TOP = 100_000.0
"""How far the table goes, unless there are cliffs further up; --csv has all of it."""
MANY = 4
"""So many cliffs of taxes alone are told in one sentence."""
CHART_EVERY = 5
"""Thousands of dollars; the numbers along the chart are multiples of it."""
NOT_USED = tuple(f"living_wage.{name}" for name in ("food", "transport", "health", "other"))
"""Parts of the assumptions that taxes and benefits do not look at."""


def document(cliffs: Cliffs, *, has_details: bool = False) -> Document:
    """One screen with the answer, or, if it is asked for, every table and note."""
    return _details(cliffs) if has_details else cliff_screen.document(cliffs)


def _details(cliffs: Cliffs) -> Document:
    """A chart, a table, the cliffs in sentences, where benefits end, and what is assumed."""
    return [
        Paragraph(text.heading(cliffs)),
        *([Paragraph(text.whose(cliffs))] if text.whose(cliffs) else []),
        chart(cliffs),
        _table(cliffs),
        Paragraph(text.cost_of_working(cliffs)),
        *([Paragraph(text.beyond(cliffs))] if any(point.is_beyond_table for point in cliffs.grid) else []),
        *_now(cliffs),
        *_cliffs(cliffs),
        *([_help(cliffs)] if cliffs.other_help else []),
        *_losses(cliffs),
        _ends(cliffs),
        *(_along(cliffs.along, cliffs) if cliffs.along is not None else []),
        *own_figures(cliffs.provenance),
        *you_set(cliffs.provenance, {} if cliffs.along is None else {cliffs.along.id: cliffs.along.name}, NOT_USED),
        Paragraph(text.assumes(cliffs), say("Assumed")),
        Paragraph(text.not_counted(cliffs), say("Not counted, which is not the same as nothing")),
        Paragraph(text.dollars_of(cliffs), say("Dollars")),
    ]


def _now(cliffs: Cliffs) -> Document:
    """Where a known wage puts the household, beside no work."""
    said = [Paragraph(beside.kept_now(cliffs.now), say("Now"))] if cliffs.now is not None else []
    return [*said, _working(cliffs)] if cliffs.working_and_not else [*said]


def _losses(cliffs: Cliffs) -> Document:
    """Where the least is kept, and which health coverage a raise ends."""
    kept = cliffs.least_kept
    least = [Paragraph(text.least_kept(kept), say("Least kept"))] if kept is not None else []
    return [*least, _coverage(cliffs)] if cliffs.coverage_losses else [*least]


def chart(cliffs: Cliffs) -> Chart:
    """What is left to live on by earnings, up to where the last fall is made up for."""
    last = max((one.whole_again_at or one.to_earnings for one in cliffs.cliffs), default=0.0)
    top = next((top for top in CHART_TOPS if top > last), CHART_TOPS[-1])
    points = [point for point in cliffs.grid if point.earnings <= top and point.earnings % THOUSAND == 0.0]
    lines = [
        Line("L", say(text.NET), [point.net_resources for point in points]),
        Line("E", say(text.EARNED), [point.household_earnings for point in points]),
    ]
    return Chart(say(text.CHART_TITLE), 0, lines, say(text.AXIS), text.chart_caption(cliffs), CHART_EVERY)


def _table(cliffs: Cliffs) -> Table:
    """A line for every 5,000 dollars, from 5,000 on where child care is paid; a partner's earnings if there are any."""
    partner = cliffs.household.partner_earnings > 0.0
    titles = [text.EARNINGS, *([text.HOUSEHOLD_EARNINGS] if partner else []), *text.COLUMNS]
    columns = (*(Column(say(title), 9) for title in titles), Column(say(text.CLIFF_COLUMN), 18, False))
    last = max((one.whole_again_at or one.to_earnings for one in cliffs.cliffs), default=0.0)
    first, top = ROW if cliffs.household.child_care else 0.0, max(TABLE_TOP, last + ROW)
    points = [p for p in cliffs.grid if p.earnings % ROW == 0.0 and first <= p.earnings <= top]
    rows = [_row(cliffs, point, after, partner) for point, after in zip(points, [*points[1:], None], strict=True)]
    return Table(say(text.TABLE_TITLE), columns, rows, text.table_caption(cliffs))


def _row(cliffs: Cliffs, point: GridPoint, after: GridPoint | None, partner: bool) -> tuple[str, ...]:
    here = [one for one in cliffs.cliffs if point.earnings <= one.from_earnings < point.earnings + ROW]
    sums = (sum(point.components[name] for name in names) for names in (cliffs.taxes, cliffs.benefits, cliffs.coverage))
    return (
        dollars(point.earnings, 1),
        *([dollars(point.household_earnings, 1)] if partner else []),
        *(dollars(amount, 10) for amount in sums),
        dollars(point.net_resources, 10),
        "" if after is None else dollars(after.net_resources - point.net_resources, 10),
        text.short_names(list(dict.fromkeys(name for one in here for name in one.programs))),
    )


def _cliffs(cliffs: Cliffs) -> list[Paragraph]:
    """A sentence for each cliff; many of taxes alone share one."""
    if not cliffs.cliffs:
        return [Paragraph(text.no_cliff(cliffs))]
    taxed = [one for one in cliffs.cliffs if set(one.programs) <= set(cliffs.taxes)]
    taxed = taxed if len(taxed) >= MANY else []
    alone = [text.cliff(one, cliffs) for one in cliffs.cliffs if one not in taxed]
    said = [Paragraph(sentence, say("Cliff {number}", number=number)) for number, sentence in enumerate(alone, 1)]
    steps = [Paragraph(text.in_steps(taxed), say("Smaller cliffs"))] if taxed else []
    return [*said, *steps, Paragraph(text.least_loss())]


def _coverage(cliffs: Cliffs) -> Table:
    at, lost, worth, place = map(say, text.COVERAGE_COLUMNS)
    columns = (Column(at, 9), Column(lost, 30, False), Column(worth, 9), Column(place, 30, False))
    rows = [_lost(one) for one in cliffs.coverage_losses]
    return Table(say(text.COVERAGE_TITLE), columns, rows, text.coverage_caption(cliffs))


def _lost(one: CoverageLoss) -> tuple[str, ...]:
    return dollars(one.from_earnings, 1), text.lost_coverage(one), dollars(one.loss, 1), text.replacing(one)


def _ends(cliffs: Cliffs) -> Table:
    name, *numbers = map(say, text.END_COLUMNS)
    columns = (Column(name, 30, False), *(Column(title, 10) for title in numbers))
    rows: list[tuple[str, ...]] = [
        (
            say(PROGRAMS[one.program]),
            dollars(one.begins_at, 1),
            dollars(one.largest, 1),
            dollars(one.largest_at, 1),
            "-" if one.ends_at is None else dollars(one.ends_at, 1),
        )
        for one in cliffs.program_ends
    ]
    return Table(say(text.END_TITLE), columns, rows, text.end_caption(cliffs))


def _help(cliffs: Cliffs) -> Table:
    """What help would change that is not counted."""
    name, *numbers = map(say, beside.HELP_COLUMNS)
    columns = (Column(name, 22, False), *(Column(title, 12) for title in numbers))
    rows = [_one_help(one) for one in cliffs.other_help]
    return Table(say(beside.HELP_TITLE), columns, rows, beside.help_caption(cliffs))


def _one_help(one: OtherHelp) -> tuple[str, ...]:
    return (
        say(beside.HELP_NAMES[one.program]),
        "-" if one.worth_now is None else dollars(one.worth_now, 10),
        "-" if one.asks_up_to is None else dollars(one.asks_up_to, 1),
        "-" if one.kept_up_to is None else dollars(one.kept_up_to, 1),
        dollars(one.most_lost, 10),
        "-" if one.most_lost_at is None else dollars(one.most_lost_at, 1),
    )


def _working(cliffs: Cliffs) -> Table:
    """Work and no work of a person on SSI side by side."""
    name, *both = map(say, beside.WORKING_COLUMNS)
    columns = (Column(name, 30, False), *(Column(title, 21) for title in both))
    rows: list[tuple[str, ...]] = [
        (say(title), *(dollars(getattr(one, field), 1) for one in cliffs.working_and_not))
        for field, title in beside.WORKING_ROWS.items()
        if any(getattr(one, field) for one in cliffs.working_and_not)
    ]
    bases = (beside.medicaid_basis(one.has_medicaid, one.ssi) for one in cliffs.working_and_not)
    last = [(say(beside.WORKING_MEDICAID), *bases)] if cliffs.household.disability else []
    return Table(say(beside.WORKING_TITLE), columns, [*rows, *last], beside.working_caption(cliffs))


def _along(along: CliffByAge, cliffs: Cliffs) -> Document:
    """The years of a pathway, and what raises and birthdays do in them."""
    age, *numbers = map(say, by_age.COLUMNS)
    columns = (Column(age, 3), *(Column(title, 9) for title in numbers), Column(say(by_age.CLIFF_COLUMN), 20, False))
    rows = [_year(year) for year in along.years]
    raises = [
        Paragraph(by_age.at_what_pay(before, year))
        for before, year in zip(along.years, along.years[1:], strict=False)
        if year.lost_by_raise
    ]
    homes = [Paragraph(by_age.other_household(year)) for year in along.years if year.changed_by_household is not None]
    untold = [Paragraph(by_age.other_group(along))] if along.why is not None else []
    table = Table(by_age.heading(along), columns, rows, by_age.caption(along, cliffs.household.rules_year))
    return [*untold, table, *(raises or [Paragraph(by_age.no_raise_loses())]), *homes]


def _year(year: CliffYear) -> tuple[str, ...]:
    return (
        str(year.age),
        ", ".join(map(str, year.household.children)),
        dollars(year.earnings, 10),
        dollars(year.net_resources, 10),
        dollars(1000.0 * (1.0 - year.marginal_rate), 10),
        dollars(year.shortfall, 10) if year.in_cliff else "",
        text.names(year.lost_to),
    )


def contract(cliffs: Cliffs) -> dict[str, Any]:
    """The JSON object of `cliff --json`, without format and version."""
    whole = plain(cliffs)
    return {
        "household": whole["household"],
        "place": plain(cliffs.provenance.place),
        "assumptions_sha256": cliffs.provenance.assumptions_sha256,
        "overrides": overrides(cliffs.provenance),
        "occupation": plain(cliffs.provenance.occupation),
        "case": plain(cliffs.provenance.case),
        "surveys": plain(cliffs.provenance.surveys),
        "with_coverage": cliffs.is_with_coverage,
        "least_loss": plain(LEAST_LOSS),
        "table_top": whole["table_top"],
        **{key: whole[key] for key in ("taxes", "benefits", "coverage")},
        "now": whole["now"],
        "grid": whole["grid"],
        "cliffs": whole["cliffs"],
        "least_kept": whole["least_kept"],
        "coverage_losses": whole["coverage_losses"],
        "program_ends": whole["program_ends"],
        "along": whole["along"],
        **{key: whole[key] for key in ("other_help", "working_and_not", "substantial_work", "able_limit")},
        "not_counted": not_counted(cliffs.household),
        "warnings": _warnings(cliffs),
    }


def _warnings(cliffs: Cliffs) -> list[str]:
    """What the table says in sentences and a script should know too."""
    said = [text.whose(cliffs), text.beyond(cliffs) if any(point.is_beyond_table for point in cliffs.grid) else ""]
    along = cliffs.along
    if along is not None:
        said += [by_age.other_group(along) if along.why else "", along.caution or ""]
    return [sentence for sentence in [*said, f"Assumed: {text.assumes(cliffs)}"] if sentence]


def flat_rows(cliffs: Cliffs) -> list[dict[str, Any]]:
    """One row for each point of the grid."""
    home = cliffs.household
    about = {
        **inputs(cliffs.provenance, home, cliffs.age, home.rules_year),
        **{name: plain(getattr(home, name)) for name in ("partner_earnings", "child_care")},
        "with_coverage": cliffs.is_with_coverage,
    }
    return [about | _flat(point) for point in cliffs.grid]


def _flat(point: GridPoint) -> dict[str, Any]:
    row: dict[str, Any] = plain(point)
    components = row.pop("components")
    return row | {f"components.{name}": amount for name, amount in components.items()}
