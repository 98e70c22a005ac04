"""`program`: what a program does for those who take part, for taxpayers and for each who pays."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from mobcalc.household.taxes_and_benefits import household_used
from mobcalc.questions import program_sums as sums
from mobcalc.questions.basis import Drawing, terms
from mobcalc.questions.program_break_even import break_even
from mobcalc.questions.program_effects import Flows, Part, case_for, flows_of
from mobcalc.questions.program_money import Facts, Money, number
from mobcalc.questions.program_reasons import reasons
from mobcalc.questions.program_sums import Combined
from mobcalc.questions.program_training import training_gaps
from mobcalc.questions.program_years import by_year
from mobcalc.results.program import (
    BreakEven,
    ByHorizon,
    EffectKind,
    HomeView,
    LivingWageJobs,
    ProgramAnswer,
    ProgramNotice,
    Reason,
    ServiceView,
)
from mobcalc.schema import Assumption
from mobcalc.schema.program import ProgramRecords, Service

OF_SERVICE = ("finishing", "earned", "kept")
"""What is not known of a service whose effect is not."""
LEAST_LOSS = 50.0
"""Who has less by so much loses [USD]."""
UNSURE = 0.5
"""A part of the gain that comes after the last year which anybody has observed, from which on it is said."""
MOST_KNOWN = 0.9 - 1e-9
"""The part of people of whom it must be known how many finish, for a cost of one who does."""
LEAST_SHARE = 0.005
"""A difference in the share with a living wage that is too small to divide a cost by."""


def program(facts: Facts, parts: Sequence[Part], asked: Drawing) -> ProgramAnswer:
    """What a program does for one who enrolls.

    Args:
        facts: the program.
        parts: every service in every kind of household, with the part of those enrolled who are there.
        asked: how many lives are drawn, and which.

    Raises:
        InputError: where training does not fit into the working life.
    """
    known = {(part.service, part.home): flows_of(part, asked) for part in parts if part.is_known}
    weighted = [(part.share, known[part.service, part.home]) for part in parts if part.is_known]
    all_of_it = sums.combined(weighted) if weighted else None
    money = Money(facts, _finishing(facts.program, weighted), _finishers(facts.program, weighted))
    views = sums.levels(all_of_it, money.spent, money.cost)
    values = sums.values(all_of_it, money.totals())
    names = dict.fromkeys(part.home for part in parts if part.is_known)
    homes = [_home(name, parts, known) for name in names]
    answer = ProgramAnswer(
        **_terms(parts, asked),
        id=facts.id,
        name=facts.program.name,
        summary=facts.program.summary,
        file=facts.file,
        caution=facts.program.caution,
        people=money.people,
        cost=money.cost,
        cost_total=money.cost * money.people.enrolled,
        cost_per_finisher=money.per_finisher(money.cost),
        funding=money.funding(),
        unfunded=money.unfunded,
        unfunded_total=money.unfunded * money.people.enrolled,
        supports=money.supports(),
        services=[_service(facts, name, parts, known, money) for name in facts.program.services],
        homes=homes,
        gained=sums.gained(all_of_it, money.in_hand),
        levels=views,
        public=sums.public(all_of_it, views, money.cost),
        returns_with_gap=sums.returns_with_gap(all_of_it, views, money.unfunded, money.cost),
        employers=sums.employers(all_of_it),
        ten_years=values.ten_years,
        career=values.career,
        leverage=money.leverage,
        living_wage=_living_wage(all_of_it, money.cost),
        by_year=by_year(all_of_it, money.spent, money.in_hand, money.people.enrolled),
        training=training_gaps(parts, money.help_taken()),
        context=list(facts.context),
        memo_ten_years=sums.memo(all_of_it, facts.medicaid_of_state, ten=True),
        memo_career=sums.memo(all_of_it, facts.medicaid_of_state, ten=False),
        own_numbers=list(facts.own_numbers),
        notes=_notes(facts, parts, known, all_of_it, homes),
        why={},
    )
    return msgspec.structs.replace(answer, why=reasons(answer, is_drawn=sums.is_drawn(all_of_it)))


def _terms(parts: Sequence[Part], asked: Drawing) -> dict[str, Any]:
    """What the answer rests on: the person of the first part, and what is assumed for any."""
    known = [part for part in parts if part.is_known] or list(parts[:1])
    each = [terms(case_for(part), part.provenance, asked, with_needs=True) for part in known]
    first = known[0]
    home = None if first.slices is None else household_used(case_for(first).arrays, first.slices)
    assumed = dict.fromkeys(name for about in each for name in about["assumed"])
    return each[0] | {"assumed": list(assumed), "household": home}


def _finishing(program: ProgramRecords, weighted: Sequence[tuple[float, Flows]]) -> float | None:
    """The part of those enrolled who finish: as counted, else what is usual where it is known."""
    people = program.people
    if people.finished is not None:
        return number(people.finished) / number(people.enrolled)
    rates = [(share, flows.finishing) for share, flows in weighted if flows.finishing is not None]
    whole = sum(share for share, _ in rates)
    return sum(share * rate for share, rate in rates) / whole if whole else None


def _finishers(program: ProgramRecords, weighted: Sequence[tuple[float, Flows]]) -> float | None:
    """The part of all enrolled that finishes; None where nobody knows it for more than a tenth of them."""
    people = program.people
    if people.finished is not None:
        return number(people.finished) / number(people.enrolled)
    rates = [(share, flows.finishing) for share, flows in weighted if flows.finishing is not None]
    is_known = sum(share for share, _ in rates) > MOST_KNOWN
    return sum(share * rate for share, rate in rates) if is_known else None


def _service(
    facts: Facts, name: str, parts: Sequence[Part], known: Mapping[tuple[str, str], Flows], money: Money
) -> ServiceView:
    """One service, on average over the kinds of household."""
    service, own = facts.program.services[name], [part for part in parts if part.service == name]
    flows = [(part.share, known[name, part.home]) for part in own if part.is_known]
    whole = sums.averaged(flows)
    about = ServiceView(
        id=name,
        label=service.label,
        share=number(service.share),
        kind=_kind(service, known=whole is not None),
        pathway=None if service.pathway is None else own[0].pathway or service.pathway,
        occupation=service.occupation,
        why_unknown=service.unknown,
    )
    gain = sums.gained(whole, 0.0)
    if gain is None:
        return msgspec.structs.replace(
            about,
            break_even=_break_even(own, money, is_alone=not known and 0.0 < about.share < 1.0),
            why=dict.fromkeys(OF_SERVICE, "nothing_known"),
        )
    _, first = flows[0]
    return msgspec.structs.replace(
        about,
        finishing=first.finishing,
        last_observed_year=first.last_observed_year,
        earned=gain.earned,
        kept=gain.kept,
        why=_why(first.finishing, gain.kept),
    )


def _why(finishing: float | None, kept: ByHorizon | None) -> dict[str, Reason]:
    """Why something of a service is not known whose effect on pay is."""
    found: dict[str, tuple[object, Reason]] = {
        "finishing": (finishing, "finishing_not_known"),
        "kept": (kept, "no_place"),
    }
    return {name: why for name, (value, why) in found.items() if value is None}


def _kind(service: Service[Assumption, Assumption], *, known: bool) -> EffectKind:
    """How the effect of a service is known."""
    if not known:
        return "unknown"
    if service.job is not None:
        return "job"
    return "pathway" if service.effect is None else "effect"


def _break_even(own: Sequence[Part], money: Money, *, is_alone: bool) -> BreakEven:
    costs = money.totals()
    return break_even(own, costs.cost, costs.public, is_alone=is_alone)


def _home(name: str, parts: Sequence[Part], known: Mapping[tuple[str, str], Flows]) -> HomeView:
    """One kind of household, on average over the services whose effect is known."""
    own = [part for part in parts if part.home == name and part.is_known]
    whole = sums.averaged([(part.share, known[part.service, name]) for part in own])
    gain = sums.gained(whole, 0.0)
    assert whole is not None and gain is not None
    person = own[0].records.person
    return HomeView(
        id=name,
        share=sum(part.share for part in parts if part.home == name),
        adults=int(number(person.adults)),
        children=_ages(person.children),
        earned=gain.earned,
        kept=gain.kept,
        back=None if whole.kept is None else sums.by_horizon(whole, whole.back()),
    )


def _ages(children: Assumption | None) -> list[int]:
    """The ages of the children in whole years."""
    if children is None:
        return []
    assert isinstance(children.value, list)
    return [int(age) for age in children.value]


def _living_wage(all_of_it: Combined | None, cost: float) -> LivingWageJobs | None:
    """How many more have a living wage; None without a place."""
    if all_of_it is None or all_of_it.living_wage is None:
        return None
    with_program, without = all_of_it.living_wage
    more = with_program - without
    return LivingWageJobs(with_program, without, cost / more if more > LEAST_SHARE else None)


def _notes(
    facts: Facts,
    parts: Sequence[Part],
    known: Mapping[tuple[str, str], Flows],
    all_of_it: Combined | None,
    homes: Sequence[HomeView],
) -> list[ProgramNotice]:
    """What must be said of the answer."""
    if all_of_it is None:
        return ["nothing_known"]
    said: dict[ProgramNotice, bool] = {
        "some_lose": _some_lose(all_of_it, homes),
        "partly_unknown": len(known) < len(parts),
        "no_place": all_of_it.kept is None,
        "finishing_is_not_in_effect": facts.program.people.finished is not None and _is_of_all(parts, known),
        "paid_bill_is_no_gain": bool(facts.left_out),
        "raise_is_paid_by_employers": bool(all_of_it.employers.any()),
        "nobody_trains_otherwise": any(_counts_all(facts.program.services[part.service], part) for part in parts),
        "some_beyond_evidence": _beyond(known) > UNSURE,
    }
    return [code for code, holds in said.items() if holds]


def _some_lose(of: Combined, homes: Sequence[HomeView]) -> bool:
    """Whether some households keep less in the first ten years while all together keep more."""
    if of.kept is None or sums.by_horizon(of, of.kept).ten_years <= 0.0:
        return False
    return any(one.kept is not None and one.kept.ten_years < -LEAST_LOSS for one in homes)


def _counts_all(service: Service[Assumption, Assumption], part: Part) -> bool:
    """Whether all of a gain in pay counts, as if nobody would have trained without the program.

    A measured effect is against people who were free to train elsewhere.
    """
    if part.pathway is None or service.due is not None:
        return False
    return part.records.pathways[part.pathway].impact is None


def _is_of_all(parts: Sequence[Part], known: Mapping[tuple[str, str], Flows]) -> bool:
    """Whether some training is known for all who start alone, whoever finishes."""
    of_training = [known[part.service, part.home] for part in parts if part.pathway is not None]
    return any(flows.finishing is None for flows in of_training)


def _beyond(known: Mapping[tuple[str, str], Flows]) -> float:
    """The largest part of what a measured effect brings that comes after its last observed year [share]."""
    parts = [0.0]
    for flows in known.values():
        present = flows.earned * flows.discount
        if flows.last_observed_year is not None and present.sum() > 0.0:
            parts.append(float(present[int(flows.last_observed_year) :].sum() / present.sum()))
    return max(parts)
