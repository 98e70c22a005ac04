"""What happens to one group of those who start a pathway, and how groups are put together."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import msgspec
import numpy as np
from msgspec import Struct

from mobcalc.household.net_resources import Keeps, keeps
from mobcalc.model import Array, clock
from mobcalc.model.discounting import weighted_sum
from mobcalc.projection.person_years import Life
from mobcalc.projection.training_term import Term, flows, repaid
from mobcalc.projection.yardsticks import standing_of

PAID_YEARS = (1, 5)
"""The full years at work after training for which pay is given: the first and the fifth."""


class Group(Struct, frozen=True):
    """One group of those who start; (rows, years) in USD/year unless said otherwise.

    `training` is the part of a year spent in it. `earnings` counts toward the comparison, `paid` is what the person is
    paid, `in_work` the same before unemployment; `forgone` in all is what the person would have earned instead, less
    training pay (not a number where a measured effect includes it), and `out_of_pocket` what is paid in all but as
    repayment (both rows, 1). `costs` are paid out of pocket, `repayments` are of what was `borrowed` instead, with
    `interest` in all and `yearly_repayment` in a whole year (all rows, 1). `first_pay` and `fifth_pay` are `paid` in
    the first and fifth full year after training (rows, 1), not a number beyond the working life, and `*_in_work` the
    same of `in_work`; `first_year` and `fifth_year` are the chances that a year is that year. `good_years` in a good
    job (rows, 1); `percentiles` and `quintiles` among workers of the same age (rows, ages). `keeps` is what the
    household keeps, None without a place.
    """

    training: Array
    earnings: Array
    paid: Array
    in_work: Array
    forgone: Array
    out_of_pocket: Array
    costs: Array
    stipends: Array
    repayments: Array
    borrowed: Array
    interest: Array
    yearly_repayment: Array
    first_pay: Array
    fifth_pay: Array
    first_in_work: Array
    fifth_in_work: Array
    first_year: Array
    fifth_year: Array
    good_years: Array
    percentiles: Array
    quintiles: Array
    keeps: Keeps | None


AMOUNTS = tuple(name for name in Group.__struct_fields__ if name != "keeps")
"""What groups are averaged by; what the household keeps is averaged part by part."""
OF_YEARS = (
    "training",
    "earnings",
    "paid",
    "in_work",
    "costs",
    "stipends",
    "repayments",
    "first_year",
    "fifth_year",
)
"""The amounts of a group that are given for each year."""
KEPT_OF_YEARS = ("counted", "has", "left", "enrolled", "pay", "stipends", "taxes", "benefits", "health", "costs")
"""The parts of what a household keeps that are given for each year."""


class Projection(NamedTuple):
    """All groups of one pathway; without training there is only one, and some studies do not tell them apart.

    `quitter` are those who leave after so long as the person asks about, where training lasts longer.
    `last_training_pay` is that of an apprentice in work in the last year of training, for a full year, and `scale_pay`
    what wage steps are shares of, in the first year [USD/year] (rows, 1); None without wage steps.
    """

    expected: Group
    completer: Group | None = None
    leaver: Group | None = None
    completion: Array | None = None
    quitter: Group | None = None
    last_training_pay: Array | None = None
    scale_pay: Array | None = None


def group_ending(
    life: Life, own: Term, end: Array, *, counted: Array, paid: Array, in_work: Array, forgone: Array
) -> Group:
    """A group whose training ends at one time, with what it pays, borrows and repays, and where its pay stands."""
    fraction, debt = clock.training_fraction(end, life.year), repaid(own, life.year, end)
    costs, stipends = flows(own, end, life.year)
    first, fifth = (_is_paid_year(life, end, number) for number in PAID_YEARS)
    forgone, out_of_pocket = (amounts.sum(axis=1, keepdims=True) for amounts in (forgone, costs))
    fraction, counted, paid, in_work, costs, stipends, repayments = np.broadcast_arrays(
        fraction, counted, paid, in_work, costs, stipends, debt.repayments
    )
    keeping = None
    if life.household is not None:
        keeping = keeps(
            life.household,
            life.age,
            life.alive,
            life.at_work,
            fraction=fraction,
            counted=counted,
            paid=paid,
            in_work=in_work,
            stipends=stipends,
            costs=costs + debt.repayments,
        )
    assert life.yardsticks is not None
    good_years, percentiles, quintiles = standing_of(life.yardsticks, in_work, life.at_work, life.alive)
    return Group(
        training=fraction,
        earnings=counted,
        paid=paid,
        in_work=in_work,
        forgone=forgone,
        out_of_pocket=out_of_pocket,
        costs=costs,
        stipends=stipends,
        repayments=repayments,
        borrowed=debt.borrowed,
        interest=debt.interest,
        yearly_repayment=debt.yearly,
        first_pay=pay_in(paid, first),
        fifth_pay=pay_in(paid, fifth),
        first_in_work=pay_in(in_work, first),
        fifth_in_work=pay_in(in_work, fifth),
        first_year=first,
        fifth_year=fifth,
        good_years=good_years,
        percentiles=percentiles,
        quintiles=quintiles,
        keeps=keeping,
    )


def pay_in(paid: Array, chances: Array) -> Array:
    """Pay in a year known by its chances (rows, 1); not a number where part of them lies beyond the working life."""
    mean = weighted_sum(paid, chances)
    inside = chances.sum(axis=1, keepdims=True) > 1.0 - 1e-9
    pay: Array = np.where(inside, mean, np.nan)
    return pay


def _is_paid_year(life: Life, end: Array, number: int) -> Array:
    """1 for the first, second, ... full year at work after training, otherwise 0 (rows, years)."""
    at_work = (life.year >= clock.first_full_year(end)) & (life.at_work == 1.0) & (life.alive > 0.0)
    that_year: Array = (at_work & (np.cumsum(at_work, axis=1) == number)).astype(np.float64)
    return that_year


def mixed(weights: Sequence[Array], groups: Sequence[Group]) -> Group:
    """Groups averaged by their weights (rows, 1), exactly: every series and every pay is linear in them."""
    all_kept = [group.keeps for group in groups if group.keeps is not None]
    kept = {
        name: mean(weights, [getattr(one, name) for one in all_kept]) for name in Keeps.__struct_fields__ if all_kept
    }
    keeping = Keeps(**kept) if all_kept else None
    means = {name: mean(weights, [getattr(group, name) for group in groups]) for name in AMOUNTS}
    return Group(**means, keeps=keeping)


def averaged(rows: int, chances: Array, group: Callable[[Array], Group], ends: Array) -> Group:
    """The average over groups that differ in when their training ends.

    Args:
        rows: how many rows a group has.
        chances: of each end of training (rows, ends).
        group: the group of an end of training, which is given as (rows, 1).
        ends: times at which training ends [years] (rows, ends).
    """
    if rows == 1:
        # For one person all ends are rows of one calculation.
        each = group(ends.T)
        kept = {} if each.keeps is None else msgspec.structs.asdict(each.keeps)
        keeping = Keeps(**{name: _row_mean(chances, part) for name, part in kept.items()}) if kept else None
        return Group(**{name: _row_mean(chances, getattr(each, name)) for name in AMOUNTS}, keeps=keeping)
    # One end at a time, so that memory stays that of one group.
    count = ends.shape[1]
    return mixed([chances[:, [j]] for j in range(count)], [group(ends[:, [j]]) for j in range(count)])


def row_count(group: Group, *others: Array) -> int:
    """How many rows a group has, together with more that another group depends on."""
    kept = () if group.keeps is None else msgspec.structs.astuple(group.keeps)
    parts = (*(getattr(group, name) for name in AMOUNTS), *kept, *others)
    return max(len(part) for part in parts)


def _row_mean(chances: Array, rows: Array) -> Array:
    """Rows averaged by chances (1, rows); what is alike in all of them is there once."""
    return rows if len(rows) == 1 else (chances.T * rows).sum(axis=0, keepdims=True)


def mean(weights: Sequence[Array], parts: Sequence[Any]) -> Array:
    """Amounts averaged by their weights, which sum to 1."""
    total: Array = weights[0] * parts[0]
    for weight, part in zip(weights[1:], parts[1:], strict=True):
        total = total + weight * part
    return total
