"""`employer`: what an employer spends on the apprentices of a pathway, and what comes back."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from mobcalc.errors import input_error
from mobcalc.household.payroll_taxes import PayrollTax, payroll_tax
from mobcalc.household.taxes_and_benefits import in_rules_dollars
from mobcalc.model import Array
from mobcalc.model import employer as equations
from mobcalc.projection.case import Case, Run, case_of
from mobcalc.projection.employer_flows import Apprenticeship, Flows, apprenticeship, flows, months_counted
from mobcalc.projection.mixture import shares, sides_of
from mobcalc.questions.basis import resting
from mobcalc.results.employer import EmployerRange, EmployerReturn, EmployerSide, EmployerStep
from mobcalc.results.provenance import Provenance
from mobcalc.sampling import Arrays, given_names
from mobcalc.sampling.monte_carlo import is_uncertain, monte_carlo
from mobcalc.schema import Assumption, Records, records

DRAWS, SEED = 300, 0
"""How often the uncertain numbers are drawn, and which random numbers."""
LOW, HIGH = 0.1, 0.9
"""The ends of a range that 8 of 10 draws lie in."""


class _Together(NamedTuple):
    """What is spent and comes back by name, in each month, of men and women together [USD/month] (rows, months)."""

    costs: dict[str, Array]
    benefits: dict[str, Array]

    def net(self) -> Array:
        """What comes back less what is spent (rows, months)."""
        return Flows(self.costs, self.benefits).net()


def employer_return(
    assumptions: Records, provenance: Provenance, pathway: str, baseline: str | None = None
) -> EmployerReturn:
    """What an employer has of the apprentices of a pathway.

    Args:
        assumptions: everything that is assumed.
        provenance: which assumptions these are, passed on.
        pathway: its id.
        baseline: the pathway that says what the person earns without training, where it is not the usual one.

    Raises:
        InputError: for an unknown pathway, one that pays no wage steps, and training that does not fit.
    """
    case = case_of(assumptions, [pathway], baseline)
    _check_pays_steps(case.arrays, pathway)
    weights = [float(weight[0, 0]) for weight in shares(sides_of(case), pathway)]
    tax = _tax(assumptions, case.arrays)
    of = _of_both([run.arrays for run in case.runs], pathway, weights, tax)
    discount, first = of.discount, of.by_sex[0]
    starter, terms = _side(of.starter, discount), assumptions.employer
    wage = _mean([one.wage for one in of.by_sex], weights)
    return EmployerReturn(
        provenance=resting(provenance, case.settled, case.ids, set()),
        price_year=case.arrays.economy.price_year,
        discount_rate=float(case.arrays.economy.discount_rate[0, 0]),
        start_age=int(case.arrays.person.start_age[0, 0]),
        pathway=pathway,
        name=case.arrays.pathways[pathway].name,
        length=float(first.length[0, 0]),
        completion=_mean([one.completion for one in of.by_sex], weights),
        years_after=float(case.arrays.employer.years_after[0, 0]),
        journeyworker_wage=wage,
        benefits_rate=float(_benefits_rate(case.arrays, pathway)[0, 0]),
        steps=_steps(case.arrays, pathway, first, of.finisher, wage),
        starter=starter,
        finisher=_side(of.finisher, discount),
        range=_range(case, pathway, weights, tax),
        gain_after=float(case.arrays.employer.gain_after[0, 0]),
        needed_gain_after=_needed(case.arrays, starter),
        spent=_so_far(of.starter.costs, discount),
        back=_so_far(of.starter.benefits, discount),
        reference=_number(terms.reference_return),
        reference_population=terms.reference_return.population,
        assumed=[name for name, record in _numbers(case, pathway).items() if record.kind == "assumed"],
    )


def _check_pays_steps(arrays: Arrays, pathway: str) -> None:
    """Refuse a pathway without wage steps, which no employer trains in.

    Raises:
        InputError: naming it.
    """
    part = arrays.pathways[pathway].training
    if part is None or part.wage_steps is None:
        what = f"'{pathway}' pays no wage steps, so there is no employer who trains"
        raise input_error("", "", what, "name an apprenticeship, such as electrician-apprenticeship")


class _Both(NamedTuple):
    """Apprentices of both sexes: their terms, what is spent and comes back for starters and finishers.

    `discount` factors are the same for all (rows, months).
    """

    by_sex: list[Apprenticeship]
    starter: _Together
    finisher: _Together
    discount: Array


def _of_both(sides: Sequence[Arrays], pathway: str, weights: Sequence[float], tax: PayrollTax) -> _Both:
    """What is spent on apprentices and comes back.

    Args:
        sides: the assumptions of each sex.
        pathway: the id.
        weights: the part of each sex among those who start.
        tax: the employer's payroll tax.
    """
    count = max(months_counted(arrays, pathway) for arrays in sides)
    by_sex = [apprenticeship(arrays, pathway, count) for arrays in sides]
    starter, finisher = (_together(sides, pathway, by_sex, weights, tax, all_finish=done) for done in (False, True))
    return _Both(by_sex, starter, finisher, by_sex[0].discount)


def _tax(assumptions: Records, arrays: Arrays) -> PayrollTax:
    """The employer's payroll tax, its maximum in dollars of the price year."""
    tax = payroll_tax(assumptions.economy)
    return tax._replace(maximum=tax.maximum / in_rules_dollars(arrays, 1.0, assumptions.economy.rules_year))


def _number(record: Assumption) -> float:
    assert isinstance(record.value, float)
    return record.value


def _benefits_rate(arrays: Arrays, pathway: str) -> Array:
    own = arrays.pathways[pathway].fringe_rate
    return arrays.economy.fringe_rate if own is None else own


def _mean(each: Sequence[Array], weights: Sequence[float]) -> float:
    """A number of row 0, of men and women together."""
    return sum(weight * float(one[0, 0]) for weight, one in zip(weights, each, strict=True))


def _together(
    sides: Sequence[Arrays],
    pathway: str,
    by_sex: Sequence[Apprenticeship],
    weights: Sequence[float],
    tax: PayrollTax,
    *,
    all_finish: bool,
) -> _Together:
    """What is spent and comes back of men and women together, by who starts the pathway."""
    each = [flows(arrays, pathway, own, tax, all_finish=all_finish) for arrays, own in zip(sides, by_sex, strict=True)]

    def mixed(parts: Sequence[Mapping[str, Array]]) -> dict[str, Array]:
        """Amounts by name, each sex by its part."""
        return {
            name: np.sum([weight * part[name] for weight, part in zip(weights, parts, strict=True)], axis=0)
            for name in parts[0]
        }

    return _Together(mixed([one.costs for one in each]), mixed([one.benefits for one in each]))


def _present(amounts: Mapping[str, Array], discount: Array) -> dict[str, Array]:
    """Present values by name [USD] (rows, 1)."""
    return {name: np.sum(amount * discount, axis=1, keepdims=True) for name, amount in amounts.items()}


def _sums(of: _Together, discount: Array) -> tuple[Array, Array]:
    """All that is spent and all that comes back, present values [USD] (rows, 1)."""
    cost, benefit = (np.sum([*_present(by, discount).values()], axis=0) for by in (of.costs, of.benefits))
    return cost, benefit


def _so_far(amounts: Mapping[str, Array], discount: Array) -> list[float]:
    """All amounts by the end of each month together, in row 0 [USD]."""
    each: list[float] = np.cumsum(np.sum([*amounts.values()], axis=0) * discount, axis=1)[0].tolist()
    return each


def _side(of: _Together, discount: Array) -> EmployerSide:
    """The present values of row 0."""
    cost, benefit = _sums(of, discount)
    back = equations.return_on_cost(benefit, cost)
    month = float(equations.break_even_month(of.net() * discount)[0, 0])
    in_program = (of.benefits["output"] * discount).sum() - cost[0, 0]
    return EmployerSide(
        parts={name: float(one[0, 0]) for name, one in _present(of.costs | of.benefits, discount).items()},
        cost=float(cost[0, 0]),
        benefit=float(benefit[0, 0]),
        net=float(benefit[0, 0] - cost[0, 0]),
        net_in_program=float(in_program),
        return_on_cost=float(back[0, 0]),
        benefit_cost_ratio=float(back[0, 0]) + 1.0,
        break_even_month=None if np.isnan(month) else int(month),
    )


def _needed(arrays: Arrays, side: EmployerSide) -> float | None:
    """What a finisher's work would have to be worth above pay for as much to come back as is spent.

    What comes back after the program is in proportion to it; None where there is nothing to be in proportion to.
    """
    gain, after = float(arrays.employer.gain_after[0, 0]), side.parts["after"]
    return gain * (after - side.net) / after if after > 0.0 else None


def _steps(arrays: Arrays, pathway: str, own: Apprenticeship, finisher: _Together, wage: float) -> list[EmployerStep]:
    """The wage steps in order, each on average over its months, wages as today."""
    part, terms = arrays.pathways[pathway].training, arrays.employer
    assert part is not None and part.wage_steps is not None and part.step_starts is not None
    output, hours = (
        equations.between(own.passed, *ends)[0]
        for ends in (
            (terms.output_start, terms.output_end),
            (terms.mentor_hours_start, terms.mentor_hours_end),
        )
    )
    costs = finisher.costs["wages"] + finisher.costs["mentors"] + finisher.costs["instruction"]
    spent, worth = ((of / own.growth)[0] for of in (costs, finisher.benefits["output"]))
    starts = [*part.step_starts[0].tolist(), 1.0]
    found = []
    for number, share in enumerate(part.wage_steps[0].tolist()):
        inside = (own.passed[0] >= starts[number]) & (own.passed[0] < starts[number + 1]) & (own.inside[0] > 0.0)
        (months,) = np.nonzero(inside)
        if months.size:
            cost, made = float(spent[months].mean()), float(worth[months].mean())
            found.append(
                EmployerStep(
                    from_month=int(months[0]) + 1,
                    to_month=int(months[-1]) + 1,
                    wage_share=share,
                    wage=max(share * wage, float(arrays.economy.minimum_wage[0, 0])),
                    output_share=float(output[months].mean()),
                    mentor_hours=float(hours[months].mean()),
                    cost=cost,
                    output=made,
                    net=made - cost,
                )
            )
    return found


def _numbers(case: Case, pathway: str) -> dict[str, Assumption]:
    """The numbers that the answer rests on, by name."""
    return {name: record for name, record in records(case.settled) if _is_used(name, pathway)}


USED = (
    "employer.",
    "economy.discount_rate",
    "economy.real_wage_growth",
    "economy.fringe_rate",
    "economy.social_security_rate",
    "economy.medicare_rate",
    "careers.finisher_standing",
    "careers.leaving_front_loading",
)
"""The beginnings of the names of numbers that the answer rests on, besides those of the pathway."""
OF_PATHWAY = ("training.", "completion.rate", "fringe_rate", "earnings.percentiles", "earnings.work_life.")
NOT_USED = (".reference_return", ".transfer_rate", ".lasting_luck_men", ".lasting_luck_women")


def _is_used(name: str, pathway: str) -> bool:
    """Whether the answer rests on a number of this name."""
    own = tuple(f"pathways.{pathway}.{part}" for part in OF_PATHWAY)
    return name.startswith((*USED, *own)) and not name.endswith(NOT_USED)


def _drawn(case: Case, run: Run, pathway: str) -> Arrays:
    """The assumptions of one sex with every uncertain number that counts drawn at random."""
    uncertain = [name for name, record in records(run.settled) if is_uncertain(name, record)]
    names = [name for name in uncertain if _is_used(name, pathway)]
    return monte_carlo(run.settled, SEED, DRAWS, names, given_names(case.given, run.settled), run.arrays)


def _range(case: Case, pathway: str, weights: Sequence[float], tax: PayrollTax) -> EmployerRange:
    """Between which amounts most draws of the uncertain numbers lie."""
    of = _of_both([_drawn(case, run, pathway) for run in case.runs], pathway, weights, tax)
    cost, benefit = _sums(of.starter, of.discount)
    net, back = benefit - cost, equations.return_on_cost(benefit, cost)
    net_low, net_high = np.quantile(net, (LOW, HIGH)).tolist()
    return_low, return_high = np.quantile(back, (LOW, HIGH)).tolist()
    return EmployerRange(DRAWS, net_low, net_high, return_low, return_high, float(np.mean(net >= 0.0)))
