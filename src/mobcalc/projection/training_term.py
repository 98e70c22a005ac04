"""The term of a pathway's training: how long it takes, what it costs the person, and its loan."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from mobcalc.model import Array, clock, costs, training
from mobcalc.sampling import Arrays, YearPoints
from mobcalc.schema import Pathway, Person


class Term(Struct, frozen=True):
    """`length` [years], `cost`, `stipend` and amount `drawn` on a loan of a whole year in training [USD/year].

    `loan_rate` [share/year], `loan_term` and `horizon`, the length of the working life [years]; all (rows, 1).
    `before` is the term of the training that is finished first, which `length` and `drawn` hold too; None without any.
    """

    length: Array
    cost: Array
    stipend: Array
    drawn: Array
    loan_rate: Array
    loan_term: Array
    horizon: Array
    before: "Term | None" = None


def term(arrays: Arrays, pathway: Pathway[Array, YearPoints]) -> Term:
    """The term of a pathway; one of no length without training.

    A length drawn at random that does not fit into the working life is cut to what does; others are refused before.
    """
    person = arrays.person
    horizon = person.retire_age - person.start_age
    if pathway.training is None:
        nothing = np.zeros_like(horizon)
        return Term(nothing, nothing, nothing, nothing, person.loan_rate, person.loan_term, horizon)
    whole = length_of(arrays, pathway)
    assert whole is not None
    length = np.minimum(whole, room(arrays))
    steps = [pathway] if pathway.after is None else [arrays.pathways[pathway.after], pathway]
    # Where two steps are too long together, both are cut alike.
    lengths = [length] if pathway.after is None else [_own_length(step) * (length / whole) for step in steps]
    costs = [_yearly_cost(arrays, step, own) for step, own in zip(steps, lengths, strict=True)]
    drawn, before = _drawn(arrays, costs, length), None
    for step, cost, until in zip(steps, costs, [*lengths[:-1], length], strict=True):
        stipend = np.zeros_like(length) if step.stipend is None else step.stipend
        before = Term(until, cost, stipend, drawn, person.loan_rate, person.loan_term, horizon, before)
    assert before is not None
    return before


def _drawn(arrays: Arrays, yearly_costs: Sequence[Array], length: Array) -> Array:
    """What a whole year in training is paid for with a loan: no more than any step costs [USD/year] (rows, 1).

    Training up to the end of the working life leaves no time to repay, so nothing is lent for it.
    """
    person = arrays.person
    if person.loan is None:
        return np.zeros_like(length)
    can_repay = length < person.retire_age - person.start_age
    drawn = person.loan / length
    for cost in yearly_costs:
        drawn = np.clip(drawn, 0.0, np.maximum(cost, 0.0))
    return np.where(can_repay, drawn, 0.0)


def room(arrays: Arrays) -> Array:
    """The time before work ends or is interrupted as planned, which training has to fit into [years] (rows, 1)."""
    person = arrays.person
    end = person.retire_age if person.planned_out is None else np.minimum(person.retire_age, _first_out(person))
    return end - person.start_age


def _first_out(person: Person[Array, YearPoints]) -> float:
    """The age at which the first planned time out of work begins."""
    assert person.planned_out is not None
    return float(person.planned_out.years.min())


def length_of(arrays: Arrays, pathway: Pathway[Array, YearPoints]) -> Array | None:
    """How long the training of a pathway takes with what is finished before it [years] (rows, 1); None without any."""
    if pathway.training is None:
        return None
    own = _own_length(pathway)
    return own if pathway.after is None else own + _own_length(arrays.pathways[pathway.after])


def _own_length(pathway: Pathway[Array, YearPoints]) -> Array:
    """How long the training of a pathway takes by itself [years] (rows, 1)."""
    part = pathway.training
    assert part is not None
    if part.length is not None:
        return part.length
    assert part.term_hours is not None and part.paid_hours is not None
    return training.term_length(part.term_hours, part.paid_hours)


def _yearly_cost(arrays: Arrays, pathway: Pathway[Array, YearPoints], length: Array) -> Array:
    """What a whole year in training costs the person after grants [USD/year] (rows, 1)."""
    one_year = np.ones_like(length)
    total = (arrays.person.transport + arrays.person.child_care) * one_year
    prices = pathway.costs
    if prices is not None:
        charged = [p for p in (prices.tuition_and_fees, prices.books_and_supplies, prices.tools) if p is not None]
        net = sum(charged, np.zeros_like(length)) - (0.0 if prices.grants is None else prices.grants)
        total = total + (net if prices.full_time_share is None else net * prices.full_time_share)
    if pathway.participant_cost is not None:
        total = total + costs.spread(pathway.participant_cost, one_year, length)
    return total


def in_training(own: Term, end: Array, year: Array) -> tuple[Array, Array]:
    """The part of each year in training until `end` [years] (rows, 1): by itself, and in what is finished first.

    Both are shares (rows, years); of what is finished first there is none without it.
    """
    fraction = clock.training_fraction(end, year)
    if own.before is None:
        return fraction, np.zeros((1, 1))
    first = clock.training_fraction(np.minimum(end, own.before.length), year)
    return fraction - first, first


def flows(own: Term, end: Array, year: Array) -> tuple[Array, Array]:
    """What is paid out of pocket in training until `end` [years] (rows, 1), and the stipends [USD/year].

    Returns:
        Both (rows, years).
    """
    fraction, first = in_training(own, end, year)
    costs, stipends = fraction * (own.cost - own.drawn), fraction * own.stipend
    if own.before is None:
        return costs, stipends
    before = own.before
    return costs + first * (before.cost - before.drawn), stipends + first * before.stipend


class Debt(Struct, frozen=True):
    """What is `borrowed`, the `interest` on it [USD], and what is repaid `yearly` [USD/year], all (rows, 1).

    `repayments` are those of each year [USD/year] (rows, years).
    """

    borrowed: Array
    interest: Array
    yearly: Array
    repayments: Array


def repaid(own: Term, year: Array, end: Array) -> Debt:
    """The debt of somebody in training until `end` (rows, 1), paid back from then on.

    Nobody repays beyond the working life: a term that would is shortened to it.
    """
    if not own.drawn.any():
        nothing = np.zeros_like(own.drawn)
        return Debt(nothing, nothing, nothing, np.zeros((*nothing.shape[:-1], len(year))))
    left = own.horizon - end
    # Training up to the end of the working life has no loan; any term serves for repaying nothing.
    term = np.minimum(own.loan_term, np.where(left > 0.0, left, own.loan_term))
    yearly = costs.yearly_repayment(costs.loan_balance(own.drawn, own.loan_rate, end), own.loan_rate, term)
    borrowed = own.drawn * end
    in_a_year = yearly * np.minimum(term, 1.0)
    return Debt(borrowed, yearly * term - borrowed, in_a_year, costs.repayments(yearly, end, term, year))
