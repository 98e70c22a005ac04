"""`timeline`: pathways year by year, for all who start, finishers and leavers."""

from collections.abc import Collection, Sequence

import numpy as np

from mobcalc.household.taxes_and_benefits import household_used
from mobcalc.household.training_years import training_years
from mobcalc.household_types import Slices
from mobcalc.model.discounting import running_sum
from mobcalc.projection import outcomes as measure
from mobcalc.projection.case import case_of
from mobcalc.projection.group import Group
from mobcalc.projection.mixture import sides_of
from mobcalc.projection.outcomes import Against, Subject, knows_training_pay, subjects_of
from mobcalc.questions import notices
from mobcalc.questions.basis import terms
from mobcalc.results.notices import ReasonCode
from mobcalc.results.pathways import GROUPS, GroupYears, OneYear, PathwayYears
from mobcalc.results.provenance import Provenance
from mobcalc.results.timeline import Timeline
from mobcalc.schema import Records


def timeline(
    assumptions: Records,
    provenance: Provenance,
    chosen: Sequence[str] = (),
    baseline: str | None = None,
    groups: Sequence[str] = GROUPS,
    slices: Slices | None = None,
) -> Timeline:
    """The years of the chosen pathways for the person in the assumptions.

    Args:
        assumptions: everything that is assumed, the person included.
        provenance: which assumptions these are, passed on.
        chosen: pathway ids in the order wanted; 'all' for every one; none for those shown by default.
        baseline: the pathway to compare with; no postsecondary when not given.
        groups: of `expected`, `completer` and `leaver`, those wanted; the baseline always has `expected` alone.
        slices: taxes and benefits of the household as it changes over the years; none without a place.

    Raises:
        InputError: for an unknown pathway, and for training that does not fit into the working life.
    """
    case = case_of(assumptions, chosen, baseline)
    base, *others = subjects_of(sides_of(case, slices), case.ids)
    start = int(case.arrays.person.start_age[0, 0])

    def pathway_years(subject: Subject, wanted: Sequence[str]) -> PathwayYears:
        """One pathway with the groups wanted that it has."""
        groups = {name: group for name in wanted if (group := getattr(subject.projection, name)) is not None}
        # A study that does not tell groups apart still has all who start.
        groups = groups or {GROUPS[0]: subject.projection.expected}
        years = [
            _group(name, group, subject.against[name], start, knows_training_pay(subject.pathway))
            for name, group in groups.items()
        ]
        return PathwayYears(
            id=subject.name,
            name=subject.pathway.name,
            family=subject.pathway.family,
            label=subject.pathway.label,
            evidence=subject.pathway.evidence,
            groups=years,
            why=_reasons(subject, set(wanted) - set(groups), years),
            warnings=notices.pathway_notices(case.arrays, subject),
            caution=subject.pathway.caution,
        )

    return Timeline(
        **terms(case, provenance, with_needs=True),
        household=None if slices is None else household_used(case.arrays, slices),
        pathways=[pathway_years(base, GROUPS[:1]), *(pathway_years(other, groups) for other in others)],
    )


def _reasons(subject: Subject, missing: Collection[str], years: Sequence[GroupYears]) -> dict[str, ReasonCode]:
    """Why groups asked for are missing and, where some group has no years in training, why that is so."""
    reasons = notices.why(subject)
    found = {key: reason for key, reason in reasons.items() if key in missing}
    if any(group.training_years is None for group in years):
        found["training_years"] = reasons.get("training_years", "no_training")
    return found


def _group(name: str, group: Group, against: Against, start_age: int, knows_pay: bool) -> GroupYears:
    """The years of one group, against the same people on the baseline."""
    years, baseline = against.years, against.group
    ours, theirs = measure.net_earnings(group), measure.net_earnings(baseline)
    columns = (
        group.training,
        group.paid,
        group.earnings,
        group.stipends,
        group.costs,
        group.repayments,
        ours,
        ours - theirs,
        running_sum(ours - theirs, years.present),
    )
    series = [np.broadcast_to(column, ours.shape)[0].tolist() for column in columns]
    home, own = years.household, group.keeps
    unknown = [None] * ours.shape[1]
    series += [unknown, unknown] if own is None else [own.has[0].tolist(), own.left[0].tolist()]
    trained = [] if own is None or home is None or not knows_pay else training_years(home, own, start_age)
    return GroupYears(
        group=name,
        years=[OneYear(start_age + number, *amounts) for number, amounts in enumerate(zip(*series, strict=True))],
        break_even_ages=measure.break_even_ages(years, group, baseline, start_age),
        training_years=trained or None,
    )
