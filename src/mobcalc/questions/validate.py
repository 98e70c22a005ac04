"""`validate`: published results run through the engine, each with what it is computed from and a verdict."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from mobcalc.errors import input_error
from mobcalc.questions import validate_arithmetic as arithmetic
from mobcalc.questions import validate_pathways as shipped
from mobcalc.questions import validate_public_value as public_value
from mobcalc.questions.validate_arithmetic import Computed
from mobcalc.results.provenance import Provenance
from mobcalc.results.validate import FAILED, CheckedCase, CheckedFigure, Validation, Verdict
from mobcalc.schema import Records
from mobcalc.schema.validation import (
    PUBLISHED,
    Arithmetic,
    ChanceAhead,
    EffectSum,
    Expected,
    Form,
    GapOverLife,
    GoodJobs,
    OccupationWages,
    Payments,
    PayOverLife,
    PayRatio,
    PayWithoutTraining,
    Profile,
    PublicBudget,
    PublicFunds,
    PublishedCase,
    ShippedNumbers,
    StudyYears,
    YearlyGain,
)

FORMS: dict[type[Form], Callable[[Any, Records], dict[str, Computed]]] = {
    Payments: arithmetic.payments,
    EffectSum: arithmetic.effect_sum,
    Profile: arithmetic.profile,
    Arithmetic: arithmetic.fractions,
    GoodJobs: arithmetic.good_jobs,
    PublicFunds: public_value.public_funds,
    PublicBudget: public_value.public_budget,
    ShippedNumbers: arithmetic.shipped_numbers,
    OccupationWages: shipped.occupation_wages,
    PayWithoutTraining: shipped.pay_without_training,
    YearlyGain: shipped.yearly_gain,
    StudyYears: shipped.study_years,
    PayOverLife: shipped.pay_over_life,
    GapOverLife: shipped.gap_over_life,
    PayRatio: shipped.pay_ratio,
    ChanceAhead: shipped.chance_ahead,
}
"""What works out the figures of each form of case."""


def validation(records: Records, provenance: Provenance, cases: Mapping[str, PublishedCase]) -> Validation:
    """Every case with its published and its computed figures and whether they agree.

    Args:
        records: the assumptions that shipped pathways are computed from.
        provenance: which assumptions these are, passed on.
        cases: the published cases by id.
    """
    return Validation(
        provenance=provenance,
        price_year=records.economy.price_year,
        names=_names(records, cases),
        cases=[_checked(name, case, records) for name, case in cases.items()],
    )


def _names(records: Records, cases: Mapping[str, PublishedCase]) -> dict[str, str]:
    """The titles of the pathways that some case is about, by id."""
    written = msgspec.json.encode([case.given for case in cases.values()]).decode()
    ids = [name for name in records.pathways if f'"{name}"' in written or f"pathways.{name}." in written]
    return {name: records.pathways[name].name for name in ids}


def _checked(name: str, case: PublishedCase, records: Records) -> CheckedCase:
    """A case with its figures.

    Raises:
        InputError: where it expects a figure that does not come of it.
    """
    computed = FORMS[type(case.given)](case.given, records)
    unknown = [key for key in case.expect if key not in computed]
    if unknown:
        hint = f"what does: {', '.join(computed)}"
        raise input_error(PUBLISHED, name, f"no figure '{unknown[0]}' comes of this case", hint)
    figures = [_figure(key, expected, computed[key]) for key, expected in case.expect.items()]
    failed = [figure.verdict for figure in figures if figure.verdict in FAILED]
    return CheckedCase(
        id=name,
        kind=case.kind,
        question=case.question,
        source=case.source,
        address=None if case.cites is None else records.sources[case.cites].address,
        given=msgspec.to_builtins(case.given, str_keys=True),
        note=case.note,
        figures=figures,
        verdict=failed[0] if failed else figures[0].verdict,
    )


def _figure(name: str, expected: Expected, computed: Computed) -> CheckedFigure:
    low, high = _accepted(expected)
    holds = (low is None or low <= computed.value) and (high is None or computed.value <= high)
    return CheckedFigure(
        name=name,
        unit=expected.unit,
        published=expected.published,
        tolerance=expected.tolerance,
        relative_tolerance=expected.relative_tolerance,
        is_band=expected.band is not None,
        low=low,
        high=high,
        computed=computed.value,
        parts=computed.parts,
        verdict=_verdict(expected, holds),
    )


def _accepted(expected: Expected) -> tuple[float | None, float | None]:
    """The lowest and the highest figure that agree; None where there is no end."""
    if expected.band is not None:
        return expected.band
    assert expected.published is not None  # checked on loading
    allowed = (expected.tolerance or 0.0) + (expected.relative_tolerance or 0.0) * abs(expected.published)
    return expected.published - allowed, expected.published + allowed


def _verdict(expected: Expected, holds: bool) -> Verdict:
    """What is said of a figure: nothing that has only a band is ever called reproduced."""
    if expected.band is not None:
        return "within" if holds else "outside"
    return "reproduced" if holds else "missed"
