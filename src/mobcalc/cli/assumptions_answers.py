"""What `assumptions list`, `show`, `check` and `sources` have to show."""

from typing import get_args

from mobcalc.cli.area import place_asked, place_flags
from mobcalc.cli.layers import layers
from mobcalc.cli.options import Output, Place, Values, unknown_word
from mobcalc.cli.output import Forms
from mobcalc.cli.scenario import load_here
from mobcalc.errors import InputError, Problem, input_error
from mobcalc.loader.overlay import name_hint
from mobcalc.loader.problems import MOST
from mobcalc.report import assumptions as report
from mobcalc.report.tables import Paragraph
from mobcalc.schema import Assumption, Assumptions, Kind, Records, known_names
from mobcalc.units import counted, is_money


def listing(place: Place, values: Values, output: Output, name: str, kind: str | None) -> Forms:
    """The records and settings below a name, or all of them."""
    kinds = get_args(Kind)
    if kind is not None and kind not in kinds:
        raise unknown_word("--kind", kind, kinds)
    assumptions = load_here(values, output, place).loaded.assumptions
    if name:
        _below(assumptions, name)
    return _list_forms(report.listed(assumptions, name, kind))


def one(place: Place, values: Values, output: Output, name: str) -> Forms:
    """One record with its source; a name that holds several is listed."""
    assumptions = load_here(values, output, place).loaded.assumptions
    leaves = _below(assumptions, name)
    record = leaves.get(name)
    if not isinstance(record, Assumption):
        return _list_forms(leaves)
    source = assumptions.sources.get(record.source)
    restated = _restated(assumptions, record)
    return Forms(
        lambda: report.record_document(name, record, source, restated, assumptions.economy.price_year),
        lambda: {**report.record_row(name, record), "restated": restated, "source_details": source},
        lambda: [report.flat_record(name, record)],
    )


def checked(place: Place, values: Values, output: Output) -> tuple[Forms, bool]:
    """Every problem of the layers, and whether there is none."""
    problems: tuple[Problem, ...] = ()
    count = 0
    # What is wrong with the output or the place is no problem of the files.
    layers(values, output)
    place_asked(place_flags(place))
    try:
        count = len(report.listed(load_here(values, output, place, is_fresh=True).loaded.assumptions))
    except InputError as error:
        problems = error.problems
    many = f"more than {MOST} problems found" if len(problems) > MOST else f"{counted(len(problems), 'problem')} found"
    said = many if problems else f"no problems; {counted(count, 'name')} checked"
    forms = Forms(
        lambda: [*(Paragraph(str(problem)) for problem in problems), Paragraph(f"{said}.")],
        lambda: {"ok": not problems, "problems": [problem._asdict() for problem in problems]},
        lambda: [problem._asdict() for problem in problems],
    )
    return forms, not problems


def sources(place: Place, values: Values, output: Output) -> Forms:
    """All sources."""
    known = load_here(values, output, place).loaded.assumptions.sources
    rows = report.source_rows(known)
    return Forms(lambda: report.source_document(known), lambda: {"sources": rows}, lambda: rows)


def _list_forms(leaves: dict[str, object]) -> Forms:
    return Forms(
        lambda: report.list_document(leaves),
        lambda: {"assumptions": [report.record_row(name, leaf) for name, leaf in leaves.items()]},
        lambda: [report.flat_record(name, leaf) for name, leaf in leaves.items()],
    )


def _below(assumptions: Records, name: str) -> dict[str, object]:
    """The records at or below a name.

    Raises:
        InputError: when there is none.
    """
    below = report.listed(assumptions, name)
    if not below and name in set(known_names(Assumptions, assumptions)):
        raise input_error("", name, "it has no value", f"--set {name}=VALUE gives it one")
    if not below and name.startswith("place"):
        what = "no table gives it for this place" if assumptions.place else "there is no place"
        raise input_error("", name, what, "'mobcalc places show PLACE' says what is covered; --state gives a place")
    if not below:
        known = report.listed(assumptions)
        parents = {n.rsplit(".", k)[0] for n in known for k in (1, 2)}
        hint = name_hint(name, [*known, *parents], assumptions.pathways)
        raise input_error("", name, "there is no assumption of this name", hint)
    return below


def _restated(assumptions: Records, record: Assumption) -> float | list[float] | None:
    """The value in dollars of the price year, if it is written in those of another."""
    if not is_money(record.unit) or record.price_year in (None, assumptions.economy.price_year):
        return None
    from mobcalc.sampling import restated

    amounts = restated(assumptions, record)
    return [round(a, 2) for a in amounts] if isinstance(amounts, list) else round(amounts, 2)
