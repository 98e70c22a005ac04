"""What one service does for one kind of household, year by year: earned, kept, and in each tax and benefit."""

from collections.abc import Sequence

import msgspec
import numpy as np
from msgspec import Struct

from mobcalc.household.net_resources import Keeps
from mobcalc.household.payroll_taxes import PayrollTax, payroll_tax
from mobcalc.household.public_budgets import components, with_only
from mobcalc.household.taxes_and_benefits import Household, net_resources
from mobcalc.household_types import Slices
from mobcalc.model import Array, drawing, public_value
from mobcalc.projection.case import Case, case_of, unchecked
from mobcalc.projection.group import Group, Projection
from mobcalc.projection.mixture import Side, shares, sides_of
from mobcalc.projection.outcomes import net_earnings
from mobcalc.projection.pathway import projection
from mobcalc.projection.pay_path import lasting_luck
from mobcalc.projection.public_paths import mixed, public_paths
from mobcalc.questions.basis import Drawing
from mobcalc.results.provenance import Provenance
from mobcalc.sampling import Arrays
from mobcalc.schema import COUNTERFACTUAL, Assumption, Records
from mobcalc.units import WEEKS_PER_YEAR

LATER = 5
"""So many years after the start pay is held against the living wage."""
TRANSITORY = 0.2
"""How far pay of one year is from a person's usual pay, as a standard deviation of its logarithm."""


class JobTerms(Struct, frozen=True):
    """A change of job: pay an hour in dollars of the price year, and hours a week, before and after.

    `due_range` is that of the part of people who have it because of the program, None where it is known.
    """

    wage: float
    hours: float
    years: float
    due: float
    wage_before: float
    hours_before: float
    fade_out: float
    paid_by_employers: bool
    due_range: tuple[float, float] | None = None


class Part(Struct, frozen=True):
    """One service in one kind of household, the part of those enrolled who are there, and the assumptions on them.

    `pathway` is the id of what they do; None with a `job`, and where nobody knows the effect. `due` is the part of
    those on a pathway who would have had no training otherwise, `due_range` its range, None where it is known.
    """

    service: str
    home: str
    share: float
    records: Records
    provenance: Provenance
    slices: Slices | None
    pathway: str | None = None
    job: JobTerms | None = None
    due: float = 1.0
    due_range: tuple[float, float] | None = None

    @property
    def is_known(self) -> bool:
        """Whether the effect on pay is known."""
        return self.pathway is not None or self.job is not None


class Flows(Struct, frozen=True):
    """What one who enrolls has more in each year, weighted by survival [USD/year] (years,).

    `parts` are what the household has of each tax, credit and benefit; `employers` what raises cost those who pay them.
    `discount` is what a dollar of each year is worth at the start. `draws` is the whole of what is earned in each draw
    of the assumptions [USD] (draws,), None where none are drawn.
    """

    earned: Array
    kept: Array | None
    parts: dict[str, Array]
    employers: Array
    discount: Array
    draws: Array | None
    living_wage: tuple[float, float] | None
    finishing: float | None
    last_observed_year: float | None


def case_for(part: Part) -> Case:
    """The person and the pathway of a part, the baseline first.

    Raises:
        InputError: where the training does not fit into the working life.
    """
    if part.pathway is None:
        return unchecked(part.records, [COUNTERFACTUAL])
    return case_of(part.records, [part.pathway], None)


def flows_of(part: Part, asked: Drawing) -> Flows:
    """What a part whose effect is known does for one who enrolls."""
    case = case_for(part)
    sides = sides_of(case, part.slices)
    tax = payroll_tax(part.records.economy)
    if part.job is not None:
        return _of_job(sides, part.job, asked, tax)
    return _due(_of_pathway(case, sides, asked, tax), part, asked)


def finishing_of(part: Part) -> float | None:
    """The share of those in a service who finish it; None where nobody tells finishers apart."""
    if part.pathway is None:
        return None
    case = case_for(part)
    base, name = case.ids
    sides = sides_of(case, None)
    weights = [float(one[0, 0]) for one in shares(sides, name, base)]
    return _finishing(weights, [projection(side.arrays, side.years, name) for side in sides])


def _due(flows: Flows, part: Part, asked: Drawing) -> Flows:
    """What a pathway does, for the part of people alone who would have had no training otherwise."""
    due, changed = part.due, flows.living_wage
    if changed is not None:
        with_it, without = changed
        changed = (due * with_it + (1.0 - due) * without, without)
    return msgspec.structs.replace(
        flows,
        earned=due * flows.earned,
        kept=None if flows.kept is None else due * flows.kept,
        parts={name: due * path for name, path in flows.parts.items()},
        draws=None if flows.draws is None else flows.draws * _due_drawn(due, part.due_range, asked, len(flows.draws)),
        living_wage=changed,
    )


def _due_drawn(due: float, between: tuple[float, float] | None, asked: Drawing, count: int) -> Array:
    """Draws of how many have something because of the program alone (draws,)."""
    if between is None:
        return np.full(count, due)
    from mobcalc.sampling.monte_carlo import even

    drawn: Array = drawing.spread(even(asked.seed, "programs: due", count), due, *between)[:, 0]
    return drawn


def _single(record: Assumption) -> float:
    assert isinstance(record.value, float)
    return record.value


def _of_pathway(case: Case, sides: Sequence[Side], asked: Drawing, tax: PayrollTax) -> Flows:
    base, name = case.ids
    weights = [float(one[0, 0]) for one in shares(sides, name, base)]
    own, without = ([projection(side.arrays, side.years, of) for side in sides] for of in (name, base))
    alive = [w * side.years.alive for w, side in zip(weights, sides, strict=True)]
    pairs = [(ours.expected, theirs.expected) for ours, theirs in zip(own, without, strict=True)]
    earned = _summed(alive, [net_earnings(ours) - net_earnings(theirs) for ours, theirs in pairs])
    impact = case.settled.pathways[name].impact
    return Flows(
        earned=earned,
        kept=_kept(alive, pairs),
        parts=_yearly(alive, [public_paths(side, name, base, tax) for side in sides]),
        employers=np.zeros_like(earned),
        discount=sides[0].years.discount[0],
        draws=_draws(case, sides, asked),
        living_wage=_living_wage(sides, weights, own, without, name),
        finishing=_finishing(weights, own),
        last_observed_year=None if impact is None else _single(impact.last_observed_year),
    )


def _kept(alive: Sequence[Array], pairs: Sequence[tuple[Group, Group]]) -> Array | None:
    """What all who start keep more than on the baseline [USD/year] (years,); None without a place."""
    kept = [_counted(ours) - _counted(theirs) for ours, theirs in pairs if ours.keeps is not None]
    return _summed(alive, kept) if kept else None


def _yearly(alive: Sequence[Array], each: Sequence[dict[str, Array]]) -> dict[str, Array]:
    """What men and women together have more of each tax, credit and benefit [USD/year] (years,)."""
    return {name: path[0] for name, path in mixed(alive, each).items()}


def _summed(weights: Sequence[Array], each: Sequence[Array]) -> Array:
    """Yearly amounts of men and women by their parts [USD/year] (years,)."""
    total = sum((w * amounts for w, amounts in zip(weights, each, strict=True)), np.zeros((1, 1)))
    yearly: Array = total[0]
    return yearly


def _counted(group: Group) -> Array:
    """What a group's households keep of what counts (rows, years)."""
    keeps: Keeps | None = group.keeps
    assert keeps is not None
    return keeps.counted


def _draws(case: Case, sides: Sequence[Side], asked: Drawing) -> Array | None:
    """What all who start earn more in each draw of the assumptions [USD] (draws,); None without draws."""
    if not asked.draws:
        return None
    # Random numbers take a while to import.
    from mobcalc.simulation.draws import amounts_of, drawn_for, weights_of

    weights = weights_of(case, sides)[:, 1]
    rows = [amounts_of(drawn_for(case, run, asked.draws, asked.seed)).expected for run in case.runs]
    gains = sum((w * (worth[:, 1] - worth[:, 0]) for w, worth in zip(weights, rows, strict=True)), np.zeros(1))
    return np.asarray(gains)


def _finishing(weights: Sequence[float], own: Sequence[Projection]) -> float | None:
    """The part that finishes; None where a study tells of all who start alone."""
    rates = [one.completion for one in own]
    if any(rate is None for rate in rates):
        return None
    return sum(w * float(rate[0, 0]) for w, rate in zip(weights, rates, strict=True) if rate is not None)


def _living_wage(
    sides: Sequence[Side], weights: Sequence[float], own: Sequence[Projection], without: Sequence[Projection], name: str
) -> tuple[float, float] | None:
    """The part that is paid a living wage some years after the start, with the training and without; None without one.

    Args:
        sides: the sexes.
        weights: the part of each.
        own: the projection of the pathway for each.
        without: that of the baseline.
        name: id of the pathway.
    """
    with_it = no_training = 0.0
    for side, weight, ours, theirs in zip(sides, weights, own, without, strict=True):
        if side.years.household is None:
            return None
        arrays = side.arrays
        luck = _spread(arrays, COUNTERFACTUAL)
        with_it += weight * _share_paid(side, ours, _spread(arrays, name), luck)
        no_training += weight * _share_paid(side, theirs, luck, luck)
    return with_it, no_training


def _spread(arrays: Arrays, name: str) -> Array:
    """How far pay of a year differs among people, as a standard deviation of its logarithm (1, 1)."""
    lasting = lasting_luck(arrays, arrays.pathways[name].earnings)
    spread: Array = np.sqrt(lasting**2 + TRANSITORY**2)
    return spread


def _share_paid(side: Side, of: Projection, spread: Array, otherwise: Array) -> float:
    """The part of a pathway's starters who are paid a living wage later on.

    Args:
        side: one sex.
        of: the pathway.
        spread: of pay of those who finish.
        otherwise: of pay of those who leave.
    """
    home = side.years.household
    assert home is not None

    def share(group: Group, luck: Array) -> float:
        """That of one group."""
        year = min(LATER, group.in_work.shape[1] - 1)
        least = np.broadcast_to(home.living_wage, group.in_work.shape)[:, [year]]
        return float(public_value.share_above(group.in_work[:, [year]], least, luck)[0, 0])

    if of.completer is None or of.leaver is None or of.completion is None:
        return share(of.expected, otherwise)
    rate = float(of.completion[0, 0])
    return rate * share(of.completer, spread) + (1.0 - rate) * share(of.leaver, otherwise)


def _of_job(sides: Sequence[Side], job: JobTerms, asked: Drawing, tax: PayrollTax) -> Flows:
    weights = [float(one[0, 0]) for one in shares(sides, COUNTERFACTUAL)]
    alive = [w * job.due * side.years.alive for w, side in zip(weights, sides, strict=True)]
    each = [_job_paths(side, job) for side in sides]
    earned = _summed(alive, [after - before for before, after in each])
    discount = sides[0].years.discount[0]
    return Flows(
        earned=earned,
        kept=_job_kept(alive, sides, each),
        parts=_yearly(alive, [_job_parts(side, *paths, tax) for side, paths in zip(sides, each, strict=True)]),
        employers=earned if job.paid_by_employers else np.zeros_like(earned),
        discount=discount,
        draws=_job_draws(job, float((earned * discount).sum()), asked),
        living_wage=_job_living_wage(sides, weights, job, each),
        finishing=None,
        last_observed_year=None,
    )


def _job_kept(alive: Sequence[Array], sides: Sequence[Side], each: Sequence[tuple[Array, Array]]) -> Array | None:
    """What a household keeps of a change of job [USD/year] (years,); None without a place."""
    pairs = [(side.years.household, *paths) for side, paths in zip(sides, each, strict=True)]
    kept = [
        net_resources(home, after) - net_resources(home, before) for home, before, after in pairs if home is not None
    ]
    return _summed(alive, kept) if kept else None


def _job_parts(side: Side, before: Array, after: Array, tax: PayrollTax) -> dict[str, Array]:
    """What a household has more of each tax, credit and benefit [USD/year] (1, years)."""
    home = side.years.household
    if home is None:
        return {}
    return {name: _of_one(with_only(home, name, tax), before, after) for name in components(home, tax)}


def _job_paths(side: Side, job: JobTerms) -> tuple[Array, Array]:
    """Yearly pay before and after a change of job [USD/year] (1, years) both."""
    before = job.wage_before * job.hours_before * WEEKS_PER_YEAR * side.years.growth
    first = job.wage * job.hours * WEEKS_PER_YEAR * side.years.growth - before
    years, fade_out = np.array([[job.years]]), np.array([[job.fade_out]])
    return before, before + public_value.lasting(first, years, fade_out, side.years.year)


def _of_one(home: Household, before: Array, after: Array) -> Array:
    """What a household has more of its one tax, credit or benefit [USD/year] (1, years)."""
    more: Array = (net_resources(home, after) - after) - (net_resources(home, before) - before)
    return more


def _job_draws(job: JobTerms, earned: float, asked: Drawing) -> Array | None:
    """What is earned more in each draw of how many have the job because of the program [USD] (draws,)."""
    if not asked.draws:
        return None
    if job.due_range is None or job.due == 0.0:
        return np.array([earned])
    from mobcalc.simulation.draws import ASSUMED

    return _due_drawn(job.due, job.due_range, asked, min(ASSUMED, asked.draws)) * (earned / job.due)


def _job_living_wage(
    sides: Sequence[Side], weights: Sequence[float], job: JobTerms, each: Sequence[tuple[Array, Array]]
) -> tuple[float, float] | None:
    """The part that is paid a living wage some years after the start, with the program and without it."""
    with_it = without = 0.0
    for side, weight, (before, after) in zip(sides, weights, each, strict=True):
        if side.years.household is None:
            return None
        year = min(LATER, before.shape[1] - 1)
        least = float(np.broadcast_to(side.years.household.living_wage, before.shape)[0, year])
        was, is_now = (float(path[0, year] >= least) for path in (before, after))
        without += weight * was
        with_it += weight * (job.due * is_now + (1.0 - job.due) * was)
    return with_it, without
