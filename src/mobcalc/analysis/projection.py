"""The projection of one pathway: earnings, pay, costs and stipends of all who start, of finishers and of leavers."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from mobcalc.analysis.life import Life, counterfactual, sex_ratio, shape_at
from mobcalc.model import Array, clock, costs, earnings, impact, training
from mobcalc.sampling import Arrays, YearPoints
from mobcalc.schema import COUNTERFACTUAL, Earnings, Pathway, Training
from mobcalc.units import FULL_TIME_WEEK


class Branch(NamedTuple):
    """What happens to one group of those who start; (rows, years) in USD/year unless said otherwise.

    `earnings` counts toward the comparison, `paid` is what the person is paid, `in_work` the same before
    unemployment. `first_pay` and `fifth_pay` are `in_work` in the first and fifth full year after training
    (rows, 1), not a number where that lies beyond the working life.
    """

    earnings: Array
    paid: Array
    in_work: Array
    costs: Array
    stipends: Array
    first_pay: Array
    fifth_pay: Array


class Projection(NamedTuple):
    """All groups of one pathway; without training there is only one, and some studies do not tell them apart."""

    expected: Branch
    completer: Branch | None = None
    leaver: Branch | None = None
    completion: Array | None = None
    last_training_pay: Array | None = None


def projection(arrays: Arrays, life: Life, name: str) -> Projection:
    """The projection of the pathway of this id for one person."""
    pathway = arrays.pathways[name]
    if name == COUNTERFACTUAL:
        return _untrained(arrays, life, life.level, life.employed)
    if pathway.evidence == "impact":
        return _from_impact(arrays, life, pathway)
    if pathway.training is None:
        return _without_training(arrays, life, pathway)
    return _from_levels(arrays, life, pathway)


def training_length(part: Training[Array]) -> Array:
    """How long training takes [years] (rows, 1)."""
    if part.length is not None:
        return part.length
    assert part.term_hours is not None and part.paid_hours is not None
    return training.term_length(part.term_hours, part.paid_hours)


def _without_training(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints]) -> Projection:
    """A further pathway of the family 'none': its own published level."""
    part = pathway.earnings
    assert part is not None and part.unemployment_rate is not None
    return _untrained(
        arrays, life, _level(arrays, life, part)(life.year), earnings.employed_share(part.unemployment_rate)
    )


def _untrained(arrays: Arrays, life: Life, level: Array, employed: Array) -> Projection:
    paid = level * employed
    nothing = np.zeros_like(paid)
    start = np.zeros_like(arrays.person.start_age)
    return Projection(_branch(life, start, paid, paid, level, nothing, nothing))


def _level(arrays: Arrays, life: Life, part: Earnings[Array]) -> Callable[[Array], Array]:
    """Published earnings in work as a function of the time since training (rows, years) -> (rows, years)."""
    if part.weekly_median is not None:
        assert part.age_shape is not None
        full = earnings.annual_from_weekly(part.weekly_median, arrays.person.weekly_hours)
        by_age = full * shape_at(arrays.people.age_shapes[part.age_shape], life.age) * sex_ratio(arrays) * life.growth
        return lambda _: by_age
    assert part.percentiles is not None
    wages = part.percentiles * _trade_ratio(arrays)
    scale = arrays.person.weekly_hours / FULL_TIME_WEEK * life.growth
    careers = arrays.careers

    def by_standing(since: Array) -> Array:
        standing = earnings.position(since, careers.position_years[0], careers.position, careers.position_shift)
        return earnings.wage_at(standing, wages) * scale

    return by_standing


def _trade_ratio(arrays: Arrays) -> Array | float:
    """What this person earns in an occupation relative to its published wages."""
    return arrays.people.trade_pay_ratio_women if arrays.person.sex == "female" else 1.0


class _Levels(NamedTuple):
    """The pieces from which the groups of a levels pathway are put together."""

    life: Life
    against: Array
    level: Callable[[Array], Array]
    employed: Array
    leaver_employed: Array
    causal_share: Array
    leaver_gain_share: Array
    pay: Array
    pay_employed: Array
    cost: Array
    stipend: Array

    def completer(self, end: Array) -> Branch:
        """Those who finish: the level of finishers, of whose gap only the counted part enters `earnings`."""
        life = self.life
        level = self.level(clock.years_since(end, life.year))
        paid = level * self.employed
        gap = earnings.counted_gap(paid - self.against * life.employed, self.causal_share)
        return self._group(end, life.level * life.employed + gap, paid, level)

    def leaver(self, end: Array) -> Branch:
        """Those who leave at `end`: back on the baseline, with a part of what a finisher gains by then."""
        life, share = self.life, self.leaver_gain_share
        level = self.level(clock.years_since(end, life.year))
        base = life.level * life.employed
        gap = level * self.leaver_employed - self.against * life.employed
        in_work = life.level + share * (level - self.against)
        return self._group(end, base + share * self.causal_share * gap, base + share * gap, in_work)

    def _group(self, end: Array, counted: Array, paid: Array, in_work: Array) -> Branch:
        """Training up to `end`, then the years after it."""
        fraction = clock.training_fraction(end, self.life.year)
        in_training = fraction * self.pay * self.pay_employed
        return _branch(
            self.life,
            end,
            in_training + (1.0 - fraction) * counted,
            in_training + (1.0 - fraction) * paid,
            fraction * self.pay + (1.0 - fraction) * in_work,
            fraction * self.cost,
            fraction * self.stipend,
        )


def _from_levels(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints]) -> Projection:
    """Finishers earn published levels; leavers are averaged over the years in which they leave."""
    part, completion = pathway.earnings, pathway.completion
    assert part is not None and completion is not None and pathway.training is not None
    assert part.male_share is not None and part.causal_share is not None and pathway.leaver_gain_share is not None
    length = training_length(pathway.training)
    pay, pay_employed = _training_pay(arrays, life, pathway)
    general = earnings.employed_share(arrays.careers.unemployment_rate)
    levels = _Levels(
        life=life,
        against=counterfactual(arrays, life, part.male_share),
        level=_level(arrays, life, part),
        employed=general if part.unemployment_rate is None else earnings.employed_share(part.unemployment_rate),
        leaver_employed=general,
        causal_share=part.causal_share,
        leaver_gain_share=pathway.leaver_gain_share,
        pay=pay,
        pay_employed=pay_employed,
        cost=_yearly_cost(arrays, pathway, length),
        stipend=pathway.stipend if pathway.stipend is not None else np.zeros_like(length),
    )
    completer = levels.completer(length)
    leaver = _mean_leaver(levels, completion.rate, length, arrays.careers.leaving_front_loading)
    last_year = np.ceil(length - 1e-9) - 1.0
    return Projection(
        _mix(completion.rate, completer, leaver), completer, leaver, completion.rate, _at(life, pay, last_year)
    )


def _mean_leaver(levels: _Levels, completion: Array, length: Array, front_loading: Array) -> Branch:
    """Leavers, averaged over when they leave; one year of leaving at a time, so that memory stays small."""
    count = training.exit_years(float(length.max()))
    times = training.exit_times(length, count)
    chances = training.exit_chances(completion, length, front_loading, count)
    groups = [levels.leaver(times[:, [j]]) for j in range(count)]
    return Branch(*(sum(chances[:, [j]] * values[j] for j in range(count)) for values in zip(*groups, strict=True)))


def _training_pay(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints]) -> tuple[Array, Array]:
    """A full year's pay in training (rows, years) and the part of a year in work then (rows, 1)."""
    part = pathway.training
    assert part is not None and pathway.earnings is not None
    if part.student_earnings_share is not None:
        return part.student_earnings_share * life.level, life.employed
    percentiles = pathway.earnings.percentiles
    assert (
        part.wage_steps is not None
        and part.step_starts is not None
        and part.paid_hours is not None
        and percentiles is not None
    )
    step = training.mean_wage_step(training_length(part), life.year, part.step_starts[0], part.wage_steps)
    journeyworker = percentiles[:, [2]] * _trade_ratio(arrays)
    pay = training.apprentice_earnings(step, journeyworker, part.paid_hours) * life.growth
    return pay, earnings.employed_share(arrays.careers.unemployment_rate)


def _yearly_cost(arrays: Arrays, pathway: Pathway[Array, YearPoints], length: Array) -> Array:
    """What a whole year in training costs the person after grants [USD/year] (rows, 1)."""
    one_year = np.ones_like(length)
    total = _personal_cost(arrays) * one_year
    prices = pathway.costs
    if prices is not None:
        charged = [p for p in (prices.tuition_and_fees, prices.books_and_supplies, prices.tools) if p is not None]
        net = sum(charged, np.zeros_like(length)) - (prices.grants if prices.grants is not None else 0.0)
        full_time = prices.full_time_years if prices.full_time_years is not None else length
        total = total + costs.training_costs(one_year, net, full_time, length)
    if pathway.participant_cost is not None:
        total = total + costs.spread(pathway.participant_cost, one_year, length)
    return total


def _personal_cost(arrays: Arrays) -> Array:
    return arrays.person.transport + arrays.person.child_care


def _from_impact(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints]) -> Projection:
    """A measured effect on top of the baseline; only studies of finishers and leavers tell them apart."""
    part = pathway.impact
    assert part is not None and pathway.training is not None
    end = training_length(pathway.training)
    measured = part.participant or part.completer
    assert measured is not None
    none_before = np.zeros_like(end)
    effect = impact.effect_path(
        life.year,
        measured.years,
        measured.values,
        part.before_first if part.before_first is not None else none_before,
        part.fade_out,
        part.zero_by_year,
    )
    if part.factor is not None:
        effect = effect * part.factor
    fraction = clock.training_fraction(end, life.year)
    spent = fraction * _yearly_cost(arrays, pathway, end)
    stipends = fraction * (pathway.stipend if pathway.stipend is not None else none_before)
    base = life.level * life.employed

    def with_effect(gain: Array) -> Branch:
        return _branch(life, end, base + gain, base + gain, life.level + gain, spent, stipends)

    if pathway.completion is None:
        return Projection(with_effect(effect))
    rate = pathway.completion.rate
    finisher = impact.finishers_effect(effect, rate) if part.participant is not None else effect
    completer, leaver = with_effect(finisher), with_effect(np.zeros_like(effect))
    return Projection(_mix(rate, completer, leaver), completer, leaver, rate)


def _branch(
    life: Life, end: Array, counted: Array, paid: Array, in_work: Array, spent: Array, stipends: Array
) -> Branch:
    """A group with its pay in the first and fifth full year after training."""
    first = clock.first_full_year(end)
    shape = np.broadcast_shapes(counted.shape, spent.shape)
    return Branch(
        np.broadcast_to(counted, shape),
        np.broadcast_to(paid, shape),
        np.broadcast_to(in_work, shape),
        np.broadcast_to(spent, shape),
        np.broadcast_to(stipends, shape),
        _at(life, in_work, first),
        _at(life, in_work, first + 4.0),
    )


def _at(life: Life, series: Array, year: Array) -> Array:
    """The value of a series in a year (rows, 1); not a number beyond the working life."""
    rows = max(len(series), len(year), len(life.alive))
    index = np.broadcast_to(np.clip(year, 0, len(life.year) - 1).astype(np.intp), (rows, 1))

    def taken(values: Array) -> Array:
        return np.take_along_axis(np.broadcast_to(values, (rows, values.shape[1])), index, axis=1)

    inside = (year < len(life.year)) & (taken(life.alive) > 0.0)
    return np.where(inside, taken(series), np.nan)


def _mix(completion: Array, completer: Branch, leaver: Branch) -> Branch:
    """All who start: finishers and leavers by their shares, exactly."""
    return Branch(*(completion * a + (1.0 - completion) * b for a, b in zip(completer, leaver, strict=True)))
