"""The one screen that `occupations show` prints by default: what is paid, how one gets in, how many are wanted."""

from collections.abc import Sequence

from mobcalc.language import say
from mobcalc.report.shared import figures
from mobcalc.report.shared.screen import FIRST
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.lookups import Figure, OccupationFound, OccupationSearch, OccupationShown
from mobcalc.wording import occupations_screen as text
from mobcalc.wording.figures import occupation
from mobcalc.wording.numbers import dollars, hourly
from mobcalc.wording.occupations import whose
from mobcalc.wording.screen import left


def search_document(search: OccupationSearch) -> Document:
    """What a search found, exact names first."""
    shown = search.found[:FIRST]
    more = len(search.found) - len(shown)
    last = "\n".join([*([left(more)] if more else []), text.search_basis(search.found[0])])
    columns = (
        Column(say("Occupation"), 39, False),
        Column(say("Half earns\nless than"), 10),
        Column(say("Usual way in"), 28, False),
    )
    return [Table("", columns, [_found(one) for one in shown]), Paragraph(last)]


def _found(one: OccupationFound) -> tuple[str, ...]:
    name = f"{one.title} ({one.everyday_name})" if one.everyday_name else one.title
    pay = f"{hourly(one.median_per_hour)}/h" if one.median_per_year is None else dollars(one.median_per_year, 10)
    return (text.cut(name), pay, text.way_in(one.entry_education, one.on_the_job_training))


def document(shown: OccupationShown, pathway: str | None) -> Document:
    """The occupation, how one gets in, what is paid, and what to ask next.

    Args:
        shown: the occupation and its figures.
        pathway: id of the bundled pathway of the occupation, if there is one.
    """
    wages = [one for one in shown.figures if one.name.endswith(("per_year", "per_hour")) and one.value is not None]
    by_name = {one.name: one for one in shown.figures}
    return [
        Paragraph(f"{occupation(shown.title)}. {text.entry(shown, by_name)}"),
        _wage_table(wages) if wages else Paragraph(say("No wages are published for it.")),
        Paragraph("\n".join([text.next_step(shown, pathway), text.basis(wages)])),
    ]


def _wage_table(wages: Sequence[Figure]) -> Table:
    columns = (Column("", 34, False), *(Column(say(title), 9) for title in text.HEADS.values()))
    return Table("", columns, [_row(one) for one in wages])


def _row(figure: Figure) -> tuple[str, ...]:
    assert isinstance(figure.value, dict)
    return (whose(figure), *(figures.amount(figure.value[point], figure.unit) for point in text.HEADS))
