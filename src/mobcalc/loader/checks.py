"""Checks between values: what no single record can show to be wrong."""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import Any, TypeAlias

from mobcalc.errors import Problem
from mobcalc.loader import person_checks, study_checks
from mobcalc.loader.number_checks import above_zero, amount, numbers, rising, same_length
from mobcalc.loader.problems import first, last_given
from mobcalc.schema import (
    COUNTERFACTUAL,
    HELD,
    Assumption,
    Assumptions,
    Completion,
    Impact,
    Pathway,
    Records,
    records,
)
from mobcalc.units import LEAST_FINISHING, is_money, nearest

PERCENTILES = 5
RENTS, GUIDELINE, FAMILIES, PREMIUM_AGES = 5, 2, 2, 65
LIFE_TABLE_AGES = 101
STEP_STARTS = "give shares of the term, such as [0, 0.5]"


def problems(assumptions: Records, touched: dict[str, str], *, keeps_low_wage: bool = False) -> list[Problem]:
    """What is wrong between the values of a whole set of assumptions; only the first where there is much.

    Args:
        assumptions: the assumptions after all layers.
        touched: file and line, or flag, of every name that a layer over the bundled ones gave. What it gave last is
            what made the set wrong, so that place is named.
        keeps_low_wage: whether a wage below the minimum is kept.
    """
    every = list(records(assumptions))
    return first(
        chain(
            _sources(assumptions, every),
            _price_years(assumptions, every, touched),
            person_checks.problems(assumptions, touched, keeps_low_wage=keeps_low_wage),
            _lists(assumptions),
            _yardsticks(assumptions),
            _living_wage(assumptions),
            _place(assumptions),
            _pathways(assumptions, touched),
            study_checks.problems(assumptions, touched),
        )
    )


def _pathways(assumptions: Records, touched: dict[str, str]) -> Iterator[Problem]:
    """What is wrong with each pathway, and whether there is the one that all are measured against."""
    for name, pathway in assumptions.pathways.items():
        yield from _Pathway(name, pathway, assumptions, touched).problems()
    if COUNTERFACTUAL not in assumptions.pathways or assumptions.pathways[COUNTERFACTUAL].family != "none":
        hint = "it is what a person earns without training, and everything is measured against it"
        yield Problem("", f"pathways.{COUNTERFACTUAL}", "it must exist and be of the family 'none'", hint)


Every: TypeAlias = Sequence[tuple[str, Assumption]]
"""All records with their names."""


def _sources(assumptions: Records, every: Every) -> Iterator[Problem]:
    for name, record in every:
        if record.kind != "user" and record.source not in assumptions.sources:
            hint = nearest(record.source, assumptions.sources) or "add it under 'sources:' in the same file"
            yield Problem(record.where, name, f"there is no source '{record.source}'", hint)


def _price_years(assumptions: Records, every: Every, touched: dict[str, str]) -> Iterator[Problem]:
    index = assumptions.economy.consumer_prices.value
    assert isinstance(index, dict)
    for name, record in every:
        years = record.price_year
        for year in years.values() if isinstance(years, dict) else [years]:
            if is_money(record.unit) and year is not None and year not in index:
                hint = f"give a year from {min(index)} to {max(index)}"
                yield Problem(record.where, name, f"there are no consumer prices for {year}", hint)
    name = "economy.price_year"
    if assumptions.economy.price_year not in index:
        what = f"there are no consumer prices for {assumptions.economy.price_year}"
        yield Problem(touched.get(name, ""), name, what, f"give a year from {min(index)} to {max(index)}")


def _lists(assumptions: Records) -> Iterator[Problem]:
    """Lists that belong together have one length, and ages and years rise."""
    for key, pay in assumptions.people.pay.items():
        yield from _by_age(f"people.pay.{key}", pay, PAY_BY_AGE)
    for sex in ("both", "male", "female"):
        record = getattr(assumptions.people.survivors, sex)
        yield from above_zero(f"people.survivors.{sex}", record)
        if len(record.value) != LIFE_TABLE_AGES or any(a < b for a, b in pairwise(record.value)):
            what = "survivors must be given for ages 0 to 100 and never rise"
            yield Problem(record.where, f"people.survivors.{sex}", what, "copy the column lx of a life table")


PAY_BY_AGE = tuple(f"{what}_{sex}" for what in ("full_time", "employed", "population") for sex in ("men", "women"))
WORK_LIFE = ("profile", "employed_men", "employed_women")


def _by_age(name: str, part: Any, columns: Sequence[str]) -> Iterator[Problem]:
    """Figures by age: as many as there are ages, above 0, at ages that rise."""
    named = {key: getattr(part, key) for key in columns}
    yield from same_length(name, ages=part.ages, **named)
    yield from rising(f"{name}.ages", part.ages)
    for key, record in named.items():
        yield from above_zero(f"{name}.{key}", record)


def _yardsticks(assumptions: Records) -> Iterator[Problem]:
    """What pay is held against: percentiles that rise, at ages that rise."""
    workers, good = assumptions.people.workers, assumptions.people.good_jobs
    columns = {key: getattr(workers, key) for key in ("p10", "p25", "p50", "p75", "p90")}
    yield from same_length("people.workers", ages=workers.ages, **columns)
    yield from rising("people.workers.ages", workers.ages)
    yield from above_zero("people.workers.p10", workers.p10)
    for (low, lower), (high, higher) in pairwise(columns.items()):
        if any(a >= b for a, b in zip(numbers(lower), numbers(higher), strict=False)):
            yield Problem(higher.where, f"people.workers.{high}", f"it is not above {low} at every age", "correct one")
    yield from same_length("people.good_jobs", ages=good.ages, thresholds=good.thresholds)
    yield from rising("people.good_jobs.ages", good.ages)
    yield from above_zero("people.good_jobs.thresholds", good.thresholds)


def _living_wage(assumptions: Records) -> Iterator[Problem]:
    """Prices of child care by age, and food by the size of the household."""
    budget = assumptions.living_wage
    ages, shares = budget.child_care_ages, budget.child_care_shares
    yield from same_length("living_wage", child_care_ages=ages, child_care_shares=shares)
    incomes = budget.marketplace_incomes
    yield from same_length("living_wage", marketplace_incomes=incomes, marketplace_shares=budget.marketplace_shares)
    yield from rising("living_wage.marketplace_incomes", incomes)
    yield from rising("living_wage.child_care_ages", ages)
    if numbers(ages)[0] != 0:
        what = "the first age must be 0"
        yield Problem(ages.where, "living_wage.child_care_ages", what, "give the price of an infant too")


def _place(assumptions: Records) -> Iterator[Problem]:
    """Figures of a place that come in a list have as many as the place has."""
    if assumptions.place is None:
        return
    rents, guideline = assumptions.place.rents, assumptions.place.poverty_guideline
    if len(numbers(rents)) != RENTS:
        hint = "give the rents for 0, 1, 2, 3 and 4 bedrooms"
        yield Problem(rents.where, "place.rents", "five values are needed", hint)
    if len(numbers(guideline)) != GUIDELINE:
        hint = "give that for one person and that for each further one"
        yield Problem(guideline.where, "place.poverty_guideline", "two values are needed", hint)
    yield from above_zero("place.poverty_guideline", guideline)
    premiums = assumptions.place.benchmark_premiums
    if len(numbers(premiums)) != PREMIUM_AGES:
        hint = "give the premiums of people of 0, 1, 2 and so on to 64 years"
        yield Problem(premiums.where, "place.benchmark_premiums", f"{PREMIUM_AGES} values are needed", hint)
    families = assumptions.place.family_premiums
    if len(numbers(families)) != FAMILIES:
        hint = "give what all children of one adult cost, and of two; 0 where each is priced by age"
        yield Problem(families.where, "place.family_premiums", "two values are needed", hint)


class _Pathway:
    """Which parts a pathway must have follows from its family and kind of evidence."""

    def __init__(
        self,
        name: str,
        pathway: Pathway[Assumption, Assumption],
        assumptions: Assumptions[Assumption, Assumption],
        touched: dict[str, str],
    ) -> None:
        self.name = f"pathways.{name}"
        self.pathway = pathway
        self.assumptions = assumptions
        self.touched = touched

    def problems(self) -> list[Problem]:
        """What is missing from this pathway, or does not go together."""
        if self.pathway.evidence == "impact" and self.pathway.family == "none":
            what = "a pathway of the family 'none' is known by what people earn"
            return [self._problem("evidence", what, "write evidence: levels, and give earnings")]
        if self.pathway.evidence == "impact":
            return [*self._impact(), *self._training(), *self._unwanted("after", why="a pathway of the kind 'impact'")]
        problems = [*self._earnings(), *self._ladder()]
        if self.pathway.family == "none":
            return [
                *problems,
                *self._unwanted(
                    "training", "completion", "impact", "costs", "after", why="a pathway of the family 'none'"
                ),
            ]
        return [*problems, *self._with_training(), *self._training()]

    def _impact(self) -> Iterator[Problem]:
        impact = self.pathway.impact
        if impact is None:
            yield self._problem(
                "impact",
                "a pathway of the kind 'impact' needs a measured effect",
                "add impact: participant: {value: {1: ...}}",
            )
            return
        yield from self._effect(impact)
        completion = self.pathway.completion
        if impact.completer is not None and completion is None:
            yield self._problem("completion", "a completer effect needs a completion rate", "add completion: rate")
        if impact.participant is not None and completion is not None:
            yield from self._too_few(completion)
        yield from self._unwanted("earnings", why="a pathway of the kind 'impact'")

    def _too_few(self, completion: Completion[Assumption]) -> Iterator[Problem]:
        """A share that finishes, or the low end of its range, by which the effect on all cannot be divided."""
        for part in ("rate", "rate_men", "rate_women"):
            record = getattr(completion, part)
            least = 1.0 if record is None else min(amount(record), *(record.range or ()), 1.0)
            if least < LEAST_FINISHING:
                what = f"so few finish ({least:g}) that the effect on finishers is not defined"
                hint = f"give a rate of {LEAST_FINISHING:g} or more"
                hint += ", and a range from there on" if least < amount(record) else ""
                yield self._problem(f"completion.{part}", what, hint)

    def _effect(self, impact: Impact[Assumption, Assumption]) -> Iterator[Problem]:
        """One effect, with years that count from 1 and one rule for the time after the last point."""
        if (impact.participant is None) == (impact.completer is None):
            what = "it gives both a participant and a completer effect" if impact.participant else "it gives no effect"
            hint = "give exactly one: a participant effect already averages finishers and leavers"
            yield self._problem("impact", what, hint)
            return
        points = (impact.participant or impact.completer).value  # type: ignore[union-attr]  # one of the two is there
        assert isinstance(points, dict)
        if min(points) < 1:
            yield self._problem("impact", "years since enrolment start at 1", "call the first year 1")
        if (impact.fade_out is None) == (impact.zero_by_year is None):
            what = "after the last point the effect needs one rule"
            yield self._problem("impact", what, "give either fade_out or zero_by_year")
        elif impact.zero_by_year is not None and amount(impact.zero_by_year) <= max(points):
            yield self._problem("impact.zero_by_year", "the effect must end after its last point", "give a later year")

    def _earnings(self) -> Iterator[Problem]:
        earnings = self.pathway.earnings
        if earnings is None:
            yield self._problem(
                "earnings",
                "a pathway of the kind 'levels' needs earnings",
                "add earnings: education or percentiles",
            )
            return
        if earnings.percentiles is None and earnings.education is None:
            yield self._problem(
                "earnings", "neither an education nor percentiles are given", "add earnings: education or percentiles"
            )
        if earnings.percentiles is not None:
            yield from rising(f"{self.name}.earnings.percentiles", earnings.percentiles)
            if len(numbers(earnings.percentiles)) != PERCENTILES:
                yield self._problem("earnings.percentiles", "five values are needed", "give p10, p25, p50, p75 and p90")
        if earnings.work_life is not None:
            yield from _by_age(f"{self.name}.earnings.work_life", earnings.work_life, WORK_LIFE)
        yield from self._education(earnings.education)

    def _education(self, education: str | None) -> Iterator[Problem]:
        """An education is one whose pay by age is known."""
        known = [HELD, *self.assumptions.people.pay]
        if education is not None and education not in known:
            hint = nearest(education, known) or "known: " + ", ".join(known)
            yield self._problem("earnings.education", f"there is no education '{education}'", hint)

    def _ladder(self) -> Iterator[Problem]:
        """What is finished first, and that both steps of a ladder are training that can follow each other."""
        name = self.pathway.after
        if name is None:
            return
        first, training = self.assumptions.pathways.get(name), self.pathway.training
        if first is None:
            hint = nearest(name, self.assumptions.pathways) or "give the id of another pathway"
            yield self._problem("after", f"there is no pathway of the id '{name}'", hint)
        elif first.after is not None or first.training is None or first.evidence == "impact":
            what = f"'{name}' cannot be a first step"
            yield self._problem("after", what, "name one with training and pay that is no second step itself")
        if training is None or training.student_earnings_share is None:
            what = "the second step must be training in class"
            yield self._problem("after", what, "give training: student_earnings_share")

    def _with_training(self) -> Iterator[Problem]:
        """What a levels pathway with training must say."""
        pathway, earnings = self.pathway, self.pathway.earnings
        needed: dict[str, Any] = {"completion": pathway.completion}
        if earnings is not None:
            needed |= {"earnings.causal_share": earnings.causal_share}
        for name, value in needed.items():
            if value is None:
                yield self._problem(name, "it is missing", "docs/adding-a-pathway.md shows a whole file")
        training = pathway.training
        if training is not None and (training.wage_steps is None) == (training.student_earnings_share is None):
            what = "give exactly one of wage_steps and student_earnings_share"
            hint = "apprentices have wage steps; students earn a share of full-time pay, 0 if nothing"
            yield self._problem("training", what, hint)
        yield from self._unwanted("impact", why="a pathway of the kind 'levels'")

    def _training(self) -> Iterator[Problem]:
        training = self.pathway.training
        if training is None:
            yield self._problem("training", "how long training takes is missing", "add training: length")
            return
        by_hours = training.term_hours is not None and training.paid_hours is not None
        if by_hours == (training.length is not None):
            yield self._problem("training", "give either length, or term_hours and paid_hours", "keep one of the two")
        if training.wage_steps is not None:
            yield from self._wage_steps()

    def _wage_steps(self) -> Iterator[Problem]:
        training, earnings = self.pathway.training, self.pathway.earnings
        assert training is not None and training.wage_steps is not None
        if (
            training.step_starts is None
            or training.paid_hours is None
            or earnings is None
            or earnings.percentiles is None
        ):
            yield self._problem(
                "training",
                "wage steps need step_starts, term_hours, paid_hours and earnings.percentiles",
                "add what is missing",
            )
            return
        yield from same_length(
            f"{self.name}.training", step_starts=training.step_starts, wage_steps=training.wage_steps
        )
        yield from rising(f"{self.name}.training.step_starts", training.step_starts)
        if numbers(training.step_starts)[0] != 0:
            yield self._problem("training.step_starts", "the first step must start at 0", STEP_STARTS)
        if numbers(training.step_starts)[-1] >= 1:
            yield self._problem("training.step_starts", "the last step must start before the term ends", STEP_STARTS)

    def _unwanted(self, *parts: str, why: str) -> Iterator[Problem]:
        for part in parts:
            if getattr(self.pathway, part) is not None:
                yield self._problem(part, f"{why} has no {part}", "leave it out")

    def _problem(self, part: str, what: str, hint: str) -> Problem:
        return Problem(self._where(part), f"{self.name}.{part}", what, hint)

    def _where(self, part: str) -> str:
        """Where the part was last given by the user, else the first line known of it or of its pathway."""
        top = part.split(".", maxsplit=1)[0]
        if where := last_given(self.touched, f"{self.name}.{top}", self.name):
            return where
        for inner in (getattr(self.pathway, top, None), self.pathway):
            for _, record in records(inner):
                return record.where
        return ""
