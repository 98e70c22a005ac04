"""What each pathway's gain is made of, as tables of the comparison."""

from mobcalc.language import say
from mobcalc.report.tables import NUMBER_WIDTH, Column, Table, pathway_columns
from mobcalc.results.compare import Comparison
from mobcalc.results.evidence import Estimate, StudyUsed
from mobcalc.results.pathways import PathwayResult
from mobcalc.wording import evidence as text
from mobcalc.wording.numbers import dollars, percent, signed_dollars
from mobcalc.wording.pathways import pathway_name

INDENT = "  "


def tables(comparison: Comparison) -> list[Table]:
    """The estimates of every pathway, then the studies held against pay; none for the baseline alone."""
    known = [result for result in comparison.pathways if result.estimates]
    if not known:
        return []
    rows = [row for result in known for row in _rows(result)]
    studies = {study.id: study for result in known for study in result.studies}
    columns = pathway_columns(text.ESTIMATE_COLUMNS)
    return [
        Table(text.estimates_title(), columns, rows, text.estimates_caption(comparison)),
        *(_study(comparison, study) for study in studies.values()),
    ]


def _rows(result: PathwayResult) -> list[tuple[str, ...]]:
    """A pathway, its estimates, and where there are several what they come to."""
    rows = [(pathway_name(result.name), "", "", "", ""), *map(_row, result.estimates)]
    if len(result.estimates) == 1 or result.versus_baseline is None:
        return rows
    yearly = sum(one.weight * one.yearly_effect for one in result.estimates)
    error, gain = result.studies[0].error, result.versus_baseline.gain.net_present_value
    together = f"{INDENT}{say(text.TOGETHER)}"
    return [*rows, (together, "100%", signed_dollars(yearly), dollars(error), signed_dollars(gain))]


def _row(estimate: Estimate) -> tuple[str, ...]:
    return (
        f"{INDENT}{text.estimate_name(estimate)}",
        percent(round(estimate.weight, 2)),
        signed_dollars(estimate.yearly_effect),
        dollars(estimate.spread),
        signed_dollars(estimate.gain.net_present_value),
    )


def _study(comparison: Comparison, study: StudyUsed) -> Table:
    """A study and pay, year by year."""
    columns = tuple(Column(say(title), NUMBER_WIDTH) for title in text.STUDY_COLUMNS)
    rows = [
        (str(year.year), *(signed_dollars(amount) for amount in (year.study, year.pay, year.difference)))
        for year in study.years
    ]
    return Table(text.study_title(study), columns, rows, text.study_caption(comparison, study))
