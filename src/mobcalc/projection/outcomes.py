"""Outcomes of the groups of a pathway, gains over a baseline, and the ages at which one gets ahead of another."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from msgspec import Struct

from mobcalc.household.net_resources import Keeps
from mobcalc.household.training_years import training_years, worst
from mobcalc.model import Array, costs
from mobcalc.model.discounting import internal_rate, running_sum, weighted_sum
from mobcalc.projection.group import Group, Projection
from mobcalc.projection.mixture import Part, Pays, Side, joined, parts_of, pays_of, projections, shares
from mobcalc.projection.person_years import Life
from mobcalc.results.pathways import AGES, OF_HOUSEHOLD, PAYS, SUMS, BreakEven, Outcomes
from mobcalc.sampling import Arrays, YearPoints
from mobcalc.schema import Pathway
from mobcalc.units import WEEKS_PER_YEAR

FIRST_DECADE = 10
LEAST_DIFFERENCE = 1.0
"""Being ahead or behind by less than this many dollars is neither."""


def paid_for_training(group: Group) -> Array:
    """What the person pays for training, at once or as repayment of a loan [USD/year] (rows, years)."""
    return group.costs + group.repayments


def net_earnings(group: Group) -> Array:
    """Earnings and stipends less what the person pays for training [USD/year] (rows, years)."""
    return group.earnings + group.stipends - paid_for_training(group)


class Told(Struct, frozen=True):
    """What can be said of a group: ages, where all of it has one path, and training years, where pay is known."""

    is_one_path: bool = True
    training_years: bool = True


WHOLE = Told()


def outcomes(life: Life, group: Group, fringe_rate: Array, weekly_hours: Array, told: Told = WHOLE) -> Outcomes:
    """The outcomes of one group at the values themselves, which are row 0.

    Args:
        life: the years of the person.
        group: the group.
        fringe_rate: employer-paid benefits [share] (rows, 1).
        weekly_hours: outside training [hours/week] (rows, 1).
        told: what can be said of the group.
    """
    first = min(FIRST_DECADE, len(life.year))
    return Outcomes(
        lifetime_earnings=_first(weighted_sum(group.earnings, life.alive)),
        present_value=_first(weighted_sum(group.earnings, life.present)),
        fringe_present_value=_first(weighted_sum(costs.fringe(group.earnings, fringe_rate), life.present)),
        training_cost_present_value=_first(weighted_sum(paid_for_training(group), life.present)),
        net_present_value=_first(weighted_sum(net_earnings(group), life.present)),
        first_decade_earnings=_first(weighted_sum(group.earnings[:, :first], life.alive[:, :first])),
        **_pays(pays_of(group), weekly_hours),
        out_of_pocket_cost=_first(group.out_of_pocket + group.borrowed),
        forgone_earnings=_or_none(group.forgone),
        borrowed=_first(group.borrowed),
        loan_repayment=_first(group.yearly_repayment),
        loan_interest=_first(group.interest),
        good_job_years=_first(group.good_years),
        earnings_percentile=_at_ages(group.percentiles),
        earnings_quintile=_at_ages(group.quintiles),
        earnings=group.earnings[0].tolist(),
        paid_earnings=group.paid[0].tolist(),
        **_household_outcomes(life, group.keeps, told),
    )


def _household_outcomes(life: Life, keeps: Keeps | None, told: Told) -> dict[str, Any]:
    """What the household keeps and needs, under the names of the outcomes; null without a place."""
    if keeps is None or life.household is None:
        return dict.fromkeys(OF_HOUSEHOLD)
    first = min(FIRST_DECADE, len(life.year))
    years = training_years(life.household, keeps, int(life.age[0, 0])) if told.training_years else []
    return {
        "lifetime_net_resources": _first(weighted_sum(keeps.counted, life.alive)),
        "net_resources_present_value": _first(weighted_sum(keeps.counted, life.present)),
        "first_decade_net_resources": _first(weighted_sum(keeps.counted[:, :first], life.alive[:, :first])),
        "years_below_living_wage": _first(keeps.years_below),
        "first_age_at_living_wage": _or_none(keeps.first_age) if told.is_one_path else None,
        "age_at_living_wage_for_good": _or_none(keeps.age_for_good) if told.is_one_path else None,
        "net_resources": keeps.has[0].tolist(),
        "left_over": keeps.left[0].tolist(),
        "worst_training_year": worst(years),
        "training_years": years or None,
    }


def _or_none(values: Array) -> float | None:
    """The value in row 0; None where it is not a number."""
    value = _first(values)
    return None if np.isnan(value) else value


def _pays(of: Pays, weekly_hours: Array) -> dict[str, Any]:
    """Pay in the first and fifth full year after training, under the names of the outcomes.

    A year's is on average, with time out of work in it; an hour's is that of somebody in work.
    """
    hours = float(weekly_hours[0, 0]) * WEEKS_PER_YEAR
    pays: dict[str, float | None] = {}
    by_name = zip(PAYS, (of.first, of.fifth), (of.first_in_work, of.fifth_in_work), strict=True)
    for name, average, in_work in by_name:
        pays[name], wage = _or_none(average), _or_none(in_work)
        pays[f"{name}_per_hour"] = None if wage is None else wage / hours
    return pays


def _at_ages(values: Array) -> dict[str, float | None]:
    """Values at each of the ages of the yardsticks; null at an age without work."""
    return {str(age): None if np.isnan(value) else float(value) for age, value in zip(AGES, values[0], strict=True)}


def _first(values: Array) -> float:
    return float(values[0, 0])


def gain(pathway: Outcomes, baseline: Outcomes, pays: Mapping[str, float | None]) -> Outcomes:
    """Each outcome of a pathway less that of the baseline; null where either is.

    Args:
        pathway: outcomes of a group of the pathway.
        baseline: outcomes of all who start the baseline.
        pays: the baseline's pay at the ages at which the group's pay is taken, so that ageing is no gain.
    """
    differences: dict[str, float | None] = {}
    for name in SUMS:
        ours = getattr(pathway, name)
        theirs = pays[name] if name in pays else getattr(baseline, name)
        differences[name] = None if ours is None or theirs is None else ours - theirs
    return Outcomes(
        **differences,  # type: ignore[arg-type]  # SUMS are all the single amounts
        earnings_percentile=_less(pathway.earnings_percentile, baseline.earnings_percentile),
        earnings_quintile=_less(pathway.earnings_quintile, baseline.earnings_quintile),
        earnings=[a - b for a, b in zip(pathway.earnings, baseline.earnings, strict=True)],
        paid_earnings=[a - b for a, b in zip(pathway.paid_earnings, baseline.paid_earnings, strict=True)],
        net_resources=_yearly_less(pathway.net_resources, baseline.net_resources),
        left_over=_yearly_less(pathway.left_over, baseline.left_over),
        worst_training_year=None,
        training_years=None,
    )


def _yearly_less(ours: list[float] | None, theirs: list[float] | None) -> list[float] | None:
    """The difference in each year; null where either is."""
    if ours is None or theirs is None:
        return None
    return [a - b for a, b in zip(ours, theirs, strict=True)]


def _less(ours: dict[str, float | None], theirs: dict[str, float | None]) -> dict[str, float | None]:
    """The difference at each age; null where either is."""
    return {age: None if a is None or (b := theirs[age]) is None else a - b for age, a in ours.items()}


def rate_of_return(life: Life, pathway: Group, baseline: Group) -> float | None:
    """The discount rate at which the pathway gains nothing; null where there is none or more than one."""
    rate = _first(internal_rate((net_earnings(pathway) - net_earnings(baseline)) * life.alive))
    return None if np.isnan(rate) else rate


def break_even_ages(life: Life, pathway: Group, baseline: Group, start_age: int) -> list[BreakEven]:
    """Every age at which the running net gain changes sides, the first entry saying where it starts.

    The running gain is discounted and weighted by survival; an entry at age start + t + 1 is due to year t.
    """
    running = running_sum(net_earnings(pathway) - net_earnings(baseline), life.present)[0]
    changes: list[BreakEven] = []
    for year, amount in enumerate(running.tolist()):
        if abs(amount) < LEAST_DIFFERENCE:
            continue
        direction = "ahead" if amount > 0 else "behind"
        if not changes or changes[-1].direction != direction:
            changes.append(BreakEven(start_age + year + 1, direction))
    return changes


def share_beyond_evidence(life: Life, pathway: Group, baseline: Group, last_observed_year: Array) -> float | None:
    """The part of the present value of the gain that comes after the last year anybody measured.

    Null where there is no gain in total, so that there are no parts of it.
    """
    difference = net_earnings(pathway) - net_earnings(baseline)
    total = _first(weighted_sum(difference, life.present))
    if total <= 0.0:
        return None
    beyond = life.present * (life.year >= last_observed_year)
    return _first(weighted_sum(difference, beyond)) / total


class Against(Struct, frozen=True):
    """A group's years, and what the same men and women have on the baseline in them.

    `pays` are those in the years in which the group has its first and fifth full year after training.
    """

    years: Life
    group: Group
    outcomes: Outcomes
    pays: dict[str, float | None]


class Subject(Struct, frozen=True):
    """One pathway with its projection, the outcomes of its groups, and those of the same people on the baseline.

    `against` has them by the names of the groups; `years` are those of all who start.
    """

    name: str
    pathway: Pathway[Array, YearPoints]
    projection: Projection
    years: Life
    expected: Outcomes
    completer: Outcomes | None
    leaver: Outcomes | None
    quitter: Outcomes | None
    against: dict[str, Against]


def subjects_of(sides: Sequence[Side], ids: Sequence[str]) -> list[Subject]:
    """Pathways, projected and measured, the baseline first."""
    projected = {name: projections(sides, name) for name in ids}
    base = projected[ids[0]]
    by_itself = _subject(sides, ids[0], base, base, None)
    return [by_itself, *(_subject(sides, name, projected[name], base, by_itself) for name in ids[1:])]


def subject_of(sides: Sequence[Side], name: str) -> Subject:
    """A pathway by itself, projected and measured."""
    return subjects_of(sides, [name])[0]


def _subject(
    sides: Sequence[Side], name: str, own: Sequence[Projection], base: Sequence[Projection], baseline: Subject | None
) -> Subject:
    """A pathway, projected and measured, against a baseline."""
    arrays, weights = sides[0].arrays, shares(sides, name, baseline.name if baseline is not None else None)
    pathway, parts = arrays.pathways[name], parts_of(sides, weights, own, base)
    rate = _fringe_rate(arrays, pathway)
    # A measured effect is an average over people, and no one person's pay.
    is_of_one, known = pathway.impact is None, knows_training_pay(pathway)

    def measured(years: Life, group: Group, is_one_path: bool = is_of_one) -> Outcomes:
        """The outcomes of one group."""
        told = Told(is_one_path=is_one_path, training_years=known)
        return outcomes(years, group, rate, arrays.person.weekly_hours, told)

    def theirs(part: Part) -> Outcomes:
        """What the same people have on the baseline."""
        if baseline is None or len(sides) == 1:
            return by_group["expected"] if baseline is None else baseline.expected
        return outcomes(part.years, part.baseline, _fringe_rate(arrays, baseline.pathway), arrays.person.weekly_hours)

    by_group = {
        # Of all who start some finish and some leave; only without training is there one path.
        group: measured(part.years, part.group, pathway.training is None if group == "expected" else is_of_one)
        for group, part in parts.items()
    }
    return Subject(
        name,
        pathway,
        joined(weights, own, parts),
        parts["expected"].years,
        by_group["expected"],
        by_group.get("completer"),
        by_group.get("leaver"),
        by_group.get("quitter"),
        {
            group: Against(part.years, part.baseline, theirs(part), _pays(part.pays, arrays.person.weekly_hours))
            for group, part in parts.items()
        },
    )


def _fringe_rate(arrays: Arrays, pathway: Pathway[Array, YearPoints]) -> Array:
    return arrays.economy.fringe_rate if pathway.fringe_rate is None else pathway.fringe_rate


def knows_training_pay(pathway: Pathway[Array, YearPoints]) -> bool:
    """Whether pay in training is known: by contract, or because an effect was measured from the first year on."""
    effect = pathway.impact
    if effect is None:
        return True
    points = effect.participant or effect.completer
    return points is not None and float(points.years.min()) <= 1.0
