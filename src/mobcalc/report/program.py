"""The answer of `program` as a document, as the JSON object of the contract, and as flat rows."""

from collections.abc import Callable
from typing import Any

import msgspec

from mobcalc.language import mark, say
from mobcalc.report import program_context, program_screen, program_years
from mobcalc.report.formats.json import plain
from mobcalc.report.shared.basis import closing, contract_of, opening
from mobcalc.report.shared.inputs import inputs_of
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.basis import Terms
from mobcalc.results.program import ByHorizon, LevelView, OwnNumber, ProgramAnswer, Value
from mobcalc.wording import program as text
from mobcalc.wording import program_notes
from mobcalc.wording import program_training as training
from mobcalc.wording.numbers import NONE, dollars, in_unit, percent, short, signed_dollars
from mobcalc.wording.timeline import ASSUMED_LEAD

NAME, NUMBER = 40, 12
HORIZONS = (mark("In 10 years"), mark("By retirement"))
WORTH = (
    (mark("People: gain for each dollar that they give up"), "participant"),
    (mark("Public money: what comes back of each dollar"), "taxpayer"),
    (mark("Society: all gains for each dollar of cost"), "society"),
)
RANGES = (
    (mark("Public money, 8 of 10 draws of what is assumed"), "taxpayer_range"),
    (mark("Society, 8 of 10 draws of what is assumed"), "society_range"),
)


def document(answer: ProgramAnswer, *, has_details: bool) -> Document:
    """One screen; or who gains, who pays, by tax and benefit, by household, and what it all rests on.

    Args:
        answer: the answer.
        has_details: whether everything is shown.
    """
    if not has_details:
        return program_screen.document(answer)
    titles = {answer.baseline: say("No postsecondary")} | {one.id: say(one.label) for one in answer.services}
    about = [text.heading(answer), say(answer.summary), program_notes.sure(answer)]
    shown: Document = [Paragraph(said) for said in about if said]
    shown += [program_screen.payers(answer), *_tables(answer), *_break_evens(answer)]
    shown += program_context.document(answer.context)
    shown += [Paragraph(one, say("Note")) for one in program_notes.all_notes(answer)]
    shown.append(_numbers(answer))
    shown.append(Paragraph(say(text.COUNTED_ONCE, rate=percent(answer.discount_rate))))
    shown.append(Paragraph(say(text.NOT_MODELLED)))
    return [*shown, *opening(_by_flags(answer), titles), *closing(answer, titles, say(ASSUMED_LEAD))]


def _break_evens(answer: ProgramAnswer) -> Document:
    """What gain would pay for what nobody has measured, and why nobody has."""
    shown: Document = []
    for one in answer.services:
        if one.break_even is not None:
            why = [] if one.why_unknown is None else [say(one.why_unknown)]
            shown.append(Paragraph(" ".join([*why, text.break_even(one.break_even)]), say(one.label)))
    return shown


def _by_flags(answer: ProgramAnswer) -> ProgramAnswer:
    """The answer as if nothing were set but by flags and own files: what the program's own file says is no change."""
    known = answer.provenance
    given = [one for one in known.overrides if not one.given_by.startswith(answer.file)]
    return msgspec.structs.replace(answer, provenance=msgspec.structs.replace(known, overrides=given))


def _tables(answer: ProgramAnswer) -> list[Table]:
    tables = [_funding(answer)]
    if answer.gained is not None:
        tables.append(_balance(answer))
    if answer.public is not None:
        tables += [_parts(answer), _memo(answer)]
    if answer.ten_years is not None and answer.career is not None:
        tables.append(_worth(answer.ten_years, answer.career))
        tables += [_services(answer), _homes(answer), program_years.table(answer)]
    if answer.training:
        tables.append(_training(answer))
    return tables


def _columns(first: str, *numbers: str) -> tuple[Column, ...]:
    return (Column(first, NAME, False), *(Column(title, NUMBER) for title in numbers))


def _funding(answer: ProgramAnswer) -> Table:
    rows: list[tuple[str, ...]] = [
        (
            text.fund_name(fund),
            dollars(fund.amount),
            text.money(fund.per_enrollee),
            NONE if fund.per_finisher is None else text.money(fund.per_finisher),
        )
        for fund in answer.funding
    ]
    finisher = NONE if answer.cost_per_finisher is None else text.money(answer.cost_per_finisher)
    rows.append((say("Cost in all"), dollars(answer.cost_total), text.money(answer.cost), finisher))
    rows += [
        (say("of which {support}", support=say(one.name)), "", text.money(one.per_enrollee), "")
        for one in answer.supports
    ]
    title = say("What it costs and who pays")
    return Table(title, _columns(say("Money"), say("In all"), say("Each who enrolls"), say("Each who finishes")), rows)


def _by(of: ByHorizon, shown: Callable[[float], str] = signed_dollars) -> tuple[str, str]:
    return shown(of.ten_years), shown(of.career)


def _balance(answer: ProgramAnswer) -> Table:
    """Who gains and who loses, all in all, for one who enrolls."""
    of = answer.gained
    assert of is not None
    rows: list[tuple[str, ...]] = [(say("Earned before taxes and benefits"), *_by(of.earned))]
    if of.kept is not None:
        rows.append((say("Kept after taxes and benefits"), *_by(of.kept)))
    rows.append((say("Bills that supports pay"), *_by(ByHorizon(of.in_hand, of.in_hand))))
    if answer.public is not None and answer.public.back is not None:
        rows.append((say("Comes back to governments"), *_by(answer.public.back)))
    if answer.employers.career:
        rows.append((say("Raises that employers pay"), *_by(_minus(answer.employers))))
    rows.append((say("Cost of the program"), *_by(ByHorizon(-answer.cost, -answer.cost))))
    ten, career = answer.ten_years, answer.career
    if ten is not None and career is not None and ten.net_gain is not None and career.net_gain is not None:
        rows.append((say("All together"), *_by(ByHorizon(ten.net_gain, career.net_gain))))
    return Table(
        say("Who gains and who pays, for each who enrolls"), _columns(say("Amount"), *map(say, HORIZONS)), rows
    )


def _minus(of: ByHorizon) -> ByHorizon:
    return ByHorizon(-of.ten_years, -of.career)


def _parts(answer: ProgramAnswer) -> Table:
    """What comes back by tax, credit and benefit."""
    rows: list[tuple[str, ...]] = []
    for view in answer.levels:
        rows += [
            (f"{text.level_name(view.level)}: {text.part_name(name)}", *_by(ByHorizon(amount, view.parts_career[name])))
            for name, amount in view.parts_ten_years.items()
        ]
    of = answer.public
    if of is not None and of.from_taxes is not None and of.from_lower_benefits is not None:
        rows.append((say("In all, more tax"), *_by(of.from_taxes)))
        rows.append((say("In all, less of credits and benefits"), *_by(of.from_lower_benefits)))
    title = say("What comes back: more tax, and less of credits and benefits")
    return Table(title, _columns(say("Level and part"), *map(say, HORIZONS)), rows)


def _memo(answer: ProgramAnswer) -> Table:
    rows: list[tuple[str, ...]] = [
        (text.part_name(name), *_by(ByHorizon(amount, answer.memo_career[name])))
        for name, amount in answer.memo_ten_years.items()
    ]
    caption = say(
        "More tax and less coverage above 0. The state's part is at its regular matching rate; of adults covered by "
        "the expansion of Medicaid it pays 10 percent."
    )
    return Table(say("Beside the sums"), _columns(say("Part"), *map(say, HORIZONS)), rows, caption)


def _worth(ten: Value, career: Value) -> Table:
    rows: list[tuple[str, ...]] = [
        (say(title), text.ratio(getattr(ten, name)), text.ratio(getattr(career, name))) for title, name in WORTH
    ]
    rows += [
        (say(title), text.between(getattr(ten, name)), text.between(getattr(career, name))) for title, name in RANGES
    ]
    rows.append((say("Public money not back in the end"), dollars(ten.net_cost), dollars(career.net_cost)))
    title = say("Marginal value of public funds (MVPF)")
    rows.append((title, text.marginal_value(ten), text.marginal_value(career)))
    caption = say(
        "The MVPF is what people gain over public money that does not come back. Published ones of training count the "
        "years observed, of colleges the whole life, so compare it by horizon."
    )
    return Table(say("Benefit and cost"), _columns(say("Ratio"), *map(say, HORIZONS)), rows, caption)


def _services(answer: ProgramAnswer) -> Table:
    columns = _columns(say("Service"), say("Known from"), say("Finish"), *map(say, HORIZONS))
    rows: list[tuple[str, ...]] = []
    for one in answer.services:
        gain = one.kept or one.earned
        amounts = (NONE, NONE) if gain is None else _by(gain)
        finish = NONE if one.finishing is None else percent(round(one.finishing, 3))
        rows.append((text.service_name(one), say(text.KINDS[one.kind]), finish, *amounts))
    return Table(say("Gain by service, for each who has it"), columns, rows)


def _homes(answer: ProgramAnswer) -> Table:
    columns = _columns(say("Household"), say("Kept in 10 years"), say("Kept by retirement"), say("Back by retirement"))
    rows: list[tuple[str, ...]] = [
        (
            text.home_name(one),
            *_by(one.kept or one.earned),
            NONE if one.back is None else signed_dollars(one.back.career),
        )
        for one in answer.homes
    ]
    return Table(say("Gain by household"), columns, rows)


def _training(answer: ProgramAnswer) -> Table:
    """What each household is short of a month in the tightest year of training."""
    homes = {one.id: one for one in answer.homes}
    columns = _columns(say("Household"), say("Without training"), say("In training"), say("With all help here"))
    rows: list[tuple[str, ...]] = [
        (
            training.household(homes[one.home]),
            *map(training.a_month, (one.without_training, one.missing, one.with_help)),
        )
        for one in answer.training
    ]
    caption = say(
        "Basic needs with paid child care less what there is after taxes and benefits, in the tightest year, on "
        "average over the kinds of training; help as if all of it were taken up, spread over the years of training."
    )
    return Table(say("Missing to live on, a month"), columns, rows, caption)


def _numbers(answer: ProgramAnswer) -> Table:
    """The numbers of the program's file."""
    columns = (
        Column(say("Number"), NAME, False),
        Column(say("Value"), NUMBER),
        Column(say("Known as"), NUMBER, False),
        Column(say("Source"), NUMBER, False),
    )
    rows: list[tuple[str, ...]] = [
        (one.name, _value(one), say(text.RECORD_KINDS[one.kind]), "" if one.kind == "user" else one.source)
        for one in answer.own_numbers
    ]
    return Table(say("The numbers in the program's file, as they stand there"), columns, rows)


def _value(one: OwnNumber) -> str:
    """A value as its unit is shown."""
    if isinstance(one.value, float):
        return in_unit(one.value, one.unit, "{:,g}".format)
    return short(one.value)


def contract(answer: ProgramAnswer) -> dict[str, Any]:
    """The JSON object of `program --json`, without format and version."""
    whole: dict[str, Any] = plain(answer)
    parts = {name: value for name, value in whole.items() if name not in Terms.__struct_fields__}
    around = program_context.contract(answer.context)
    content = contract_of(answer, {**parts, "context": around, "notes": list(program_notes.notes(answer))})
    # Several households take part, which `homes` has, and no one person's case.
    return {name: value for name, value in content.items() if name != "case"}


def flat_rows(answer: ProgramAnswer) -> list[dict[str, Any]]:
    """One row for those who take part, for each who pays, for all public money and for society."""
    start = {**inputs_of(answer), "program": answer.id, "name": answer.name, "enrolled": answer.people.enrolled}
    views = [*answer.levels, *([answer.public] if answer.public is not None else [])]
    rows = [_party(view.level, view.spent, view.back, view) for view in views]
    of = answer.gained
    if of is not None:
        gain = of.kept or of.earned
        had = ByHorizon(gain.ten_years + of.in_hand, gain.career + of.in_hand)
        rows.insert(0, _party("participant", None, had, None))
    if answer.ten_years is not None and answer.career is not None:
        nets = answer.ten_years.net_gain, answer.career.net_gain
        whole = ByHorizon(*(answer.cost + (net or 0.0) for net in nets))
        rows.append(_party("society", answer.cost, whole, None))
    return [start | row | program_years.cash(answer, row["party"]) for row in rows]


def _party(name: str, spent: float | None, gained: ByHorizon | None, view: LevelView | None) -> dict[str, Any]:
    return {
        "party": name,
        "spent": None if spent is None else plain(spent, "USD"),
        "gained_ten_years": None if gained is None else plain(gained.ten_years, "USD"),
        "gained_career": None if gained is None else plain(gained.career, "USD"),
        "returns_ten_years": None if view is None else plain(view.returns_ten_years),
        "returns_career": None if view is None else plain(view.returns_career),
        "payback_year": None if view is None else view.payback_year,
    }
