"""The living wage as a document, as flat rows, and as the JSON object of the contract."""

from typing import Any

from mobcalc.language import say
from mobcalc.report.formats.json import plain
from mobcalc.report.shared.basis import own_figures, provenance_contract, shown
from mobcalc.report.shared.inputs import inputs
from mobcalc.report.shared.screen import fitting, own_input
from mobcalc.report.tables import Chart, Column, Document, Line, Paragraph, Table
from mobcalc.results.livingwage import Component, Gap, GapYear, LivingWageBudget, Stage
from mobcalc.units import MONTHS_PER_YEAR
from mobcalc.wording import basic_needs as parts_text
from mobcalc.wording import basis as terms_text
from mobcalc.wording import livingwage as text
from mobcalc.wording import livingwage_screen as screen
from mobcalc.wording.household import described
from mobcalc.wording.numbers import dollars, hourly, signed_dollars
from mobcalc.wording.screen import followed
from mobcalc.wording.timeline import AGE_AXIS

FURTHER_YEARS = 3
"""So many years of a pathway are shown after the last that tells something new."""
STEP = 10
"""Amounts of the budget are shown to so many dollars."""


def document(budget: LivingWageBudget, *, has_details: bool = False) -> Document:
    """One screen with the answer, or, if it is asked for, every table and note."""
    if has_details:
        return _details(budget)
    said, last = [screen.heading(budget)], "\n".join([*own_input(budget.provenance), screen.basis(budget)])
    if budget.gap is not None and budget.gap.wage is not None:
        said.append(screen.wage_gap(budget, budget.gap))
    if budget.gap is not None and budget.gap.pathway is not None:
        said += [text.years_sentence(budget.gap), *followed(budget.provenance, budget.gap.pathway)]
    table = _budget_table(budget)._replace(title="", caption="")
    notes = fitting(screen.notes(budget), [*said, *last.splitlines()], [table])
    return [Paragraph(" ".join(said)), table, Paragraph("\n".join([*notes, last]))]


def charts(budget: LivingWageBudget) -> Document:
    """The living wage by age, with a pathway's pay where one is asked about; nothing where it stays the same."""
    years = budget.gap.years if budget.gap is not None else []
    if years:
        lines = [("L", screen.LIVING_WAGE, [year.living_wage_annual for year in years])]
        lines.append(("P", screen.PAY, [year.pay for year in years]))
    elif len(budget.stages) > 1:
        lines = [("L", screen.LIVING_WAGE, _by_age(budget))]
    else:
        return []
    drawn = [Line(letter, say(name), heights) for letter, name, heights in lines]
    first = years[0].age if years else budget.start_age
    return [Chart(say(screen.CHART[bool(years)]), first, drawn, say(AGE_AXIS), screen.chart_caption(budget))]


def _by_age(budget: LivingWageBudget) -> list[float]:
    """The living wage a year at each age, up to a few after its last change [USD/year]."""
    last = budget.stages[-1].age + FURTHER_YEARS
    return [
        next(stage.annual for stage in reversed(budget.stages) if stage.age <= age)
        for age in range(budget.start_age, last + 1)
    ]


def _details(budget: LivingWageBudget) -> Document:
    """The answer in a sentence, the budget, what it is beside other yardsticks, how it changes, and the gap."""
    parts: Document = [Paragraph(text.heading(budget)), _budget_table(budget)]
    parts += [Paragraph(text.minimum_wage(budget)), Paragraph(text.poverty(budget))]
    if budget.gap is not None and budget.gap.wage is not None:
        parts.append(Paragraph(text.wage_gap(budget, budget.gap), say("The wage given")))
    if len(budget.stages) > 1:
        parts.append(_stages_table(budget))
    if budget.gap is not None and budget.gap.pathway is not None:
        parts += [
            Paragraph(text.years_sentence(budget.gap), say("The pathway")),
            _years_table(budget, budget.gap),
        ]
    parts += [Paragraph(text.warning(notice), say("Note")) for notice in budget.warnings]
    if "gap.group" in budget.why:
        parts.append(Paragraph(text.not_told_apart(), say("Note")))
    parts += [_known_table(budget), *own_figures(budget.provenance), *_set_by_user(budget)]
    return [
        *parts,
        Paragraph(text.not_counted(), say("Not counted")),
        Paragraph(text.change_it(budget), say("To change it")),
    ]


def _set_by_user(budget: LivingWageBudget) -> Document:
    """What the user set besides the person and the household, which the answer names already."""
    used = [one for one in budget.provenance.overrides if not one.name.startswith("person.")]
    said = [terms_text.override(o.name, shown(o.value), o.price_year, o.given_by, {}) for o in used]
    return [Paragraph(f"{'; '.join(said)}.", say("You set"))] if said else []


def _budget_table(budget: LivingWageBudget) -> Table:
    rows = [_budget_row(part, parts_text.short_source(part, budget)) for part in budget.components]
    whole = sum(part.annual for part in budget.components)
    rows.append((say("Together"), dollars(whole, STEP), dollars(whole / MONTHS_PER_YEAR, STEP), text.total(budget)))
    columns = (
        Column("", 11, False),
        Column(say("A year"), 8),
        Column(say("A month"), 8),
        Column(say("Source"), 48, False),
    )
    caption = parts_text.caption() if any(part.is_assumed for part in budget.components) else ""
    return Table(text.budget_title(budget), columns, rows, caption)


def _budget_row(part: Component, source: str) -> tuple[str, ...]:
    label = say(parts_text.LABELS[part.name]) + (parts_text.ASSUMED if part.is_assumed else "")
    return (label, dollars(part.annual, STEP), dollars(part.annual / MONTHS_PER_YEAR, STEP), source)


def _known_table(budget: LivingWageBudget) -> Table:
    rows: list[tuple[str, ...]] = [
        (say(parts_text.LABELS[part.name]), parts_text.known(part, budget)) for part in budget.components
    ]
    return Table("", (Column(say("What"), 11, False), Column(say("How it is known"), 68, False)), rows)


def _stages_table(budget: LivingWageBudget) -> Table:
    columns = (
        Column(say("From age"), 4),
        Column(say("Who lives together"), 40, False),
        Column(say("Child care"), 9),
        Column(say("A year"), 9),
        Column(say("An hour"), 8),
    )
    rows: list[tuple[str, ...]] = [
        (
            str(stage.age),
            text.together(budget.household, stage),
            dollars(stage.child_care, STEP),
            dollars(stage.annual),
            hourly(stage.hourly),
        )
        for stage in budget.stages
    ]
    return Table(text.stages_title(), columns, rows, text.stages_caption(budget))


def _years_table(budget: LivingWageBudget, gap: Gap) -> Table:
    columns = (
        Column(say("Age"), 3),
        Column(say("Children of"), 8),
        Column(say("Living wage"), 9),
        Column(say("An hour"), 8),
        Column(say("Pay in work"), 9),
        Column(say("Over or short"), 9),
        Column(say("An hour"), 9),
    )
    shown = _worth_showing(gap.years)
    last = shown[-1] if len(shown) < len(gap.years) else None
    return Table(text.years_title(gap), columns, [_year_row(year) for year in shown], text.years_caption(budget, last))


def _worth_showing(years: list[GapYear]) -> list[GapYear]:
    """The years up to a few after the last in which pay falls short or the children change."""
    telling = [number for number, year in enumerate(years) if year.gap_annual < 0.0 or year.children]
    return years[: max(telling, default=0) + 1 + FURTHER_YEARS]


def _year_row(year: GapYear) -> tuple[str, ...]:
    sign = "-" if year.gap_hourly < 0.0 else "+"
    return (
        str(year.age),
        text.ages(year.children),
        dollars(year.living_wage_annual),
        hourly(year.living_wage_hourly),
        dollars(year.pay),
        signed_dollars(year.gap_annual),
        f"{sign}{hourly(abs(year.gap_hourly))}",
    )


def contract(budget: LivingWageBudget) -> dict[str, Any]:
    """The JSON object of `livingwage --json`, without format and version."""
    return {
        "price_year": budget.price_year,
        **provenance_contract(budget.provenance),
        "start_age": budget.start_age,
        "household": {**plain(budget.household), "words": described(budget.household)},
        **{name: plain(budget)[name] for name in ("hourly", "hourly_at_own_hours", "weekly_hours", "annual", "needs")},
        "budget": {part.name: plain(part)["annual"] for part in budget.components},
        "left_over": plain(budget)["left_over"],
        "sources": {part.name: _source(part, budget) for part in budget.components},
        "minimum_wage": plain(budget.minimum_wage),
        "poverty_guideline": plain(budget.poverty_guideline),
        "stages": [_stage(stage, budget) for stage in budget.stages],
        "gap": None if budget.gap is None else _gap(budget.gap, budget),
        "why": {key: text.WHY[code] for key, code in budget.why.items()},
        "assumed": budget.assumed,
        "not_counted": text.not_counted(),
        "warnings": [text.warning(notice) for notice in budget.warnings],
    }


def _source(part: Component, budget: LivingWageBudget) -> dict[str, Any]:
    """Where a part of the budget comes from."""
    return {
        "sources": part.sources,
        "areas": part.areas,
        "years": part.years,
        "price_year": part.price_year,
        "assumed": part.is_assumed,
        "old": part.is_old,
        "note": f"{parts_text.known(part, budget)}.",
        "names": part.names,
        "given": [{"name": given.name, "from": given.given_by} for given in part.given],
    }


def _stage(stage: Stage, budget: LivingWageBudget) -> dict[str, Any]:
    return {**plain(stage), "household": text.together(budget.household, stage)}


def _gap(gap: Gap, budget: LivingWageBudget) -> dict[str, Any]:
    """The gap with the household of each year in words."""
    years = [{**plain(year), "household": text.household_then(budget.household, year)} for year in gap.years]
    return {**plain(gap), "years": years}


def flat_rows(budget: LivingWageBudget) -> list[dict[str, Any]]:
    """One row for each part of the budget, or one for each year of a pathway."""
    about = inputs(budget.provenance, budget.household, budget.start_age, budget.price_year)
    about |= {"household": described(budget.household), "hourly": plain(budget)["hourly"]}
    if budget.gap is not None and budget.gap.pathway is not None:
        about |= {"pathway": budget.gap.pathway, "group": budget.gap.group}
        return [_flat_year(about, year, budget) for year in budget.gap.years]
    return [
        {
            **about,
            "component": part.name,
            "annual": plain(part)["annual"],
            "monthly": round(part.annual / MONTHS_PER_YEAR, 2),
            "source": "; ".join(part.sources),
            "period": "; ".join(part.years),
            "area": "; ".join(part.areas),
            "assumed": part.is_assumed,
        }
        for part in budget.components
    ]


def _flat_year(about: dict[str, Any], year: GapYear, budget: LivingWageBudget) -> dict[str, Any]:
    """A year as a row; who lives together is of that year."""
    children = "; ".join(map(str, year.children))
    return {**about, **plain(year), "children": children, "household": text.household_then(budget.household, year)}
