"""The pathways into any occupation, made from what is published of it and otherwise from general ones."""

from collections.abc import Iterator
from typing import Any

import msgspec

from mobcalc.errors import input_error
from mobcalc.results.provenance import Route
from mobcalc.schema import Assumption, Completion, Earnings, Pathway, Records, Training
from mobcalc.store.certificate_terms import with_terms
from mobcalc.store.codes import Occupation, occupation_of
from mobcalc.store.occupation_profile import male_share_of, work_life_of
from mobcalc.store.reference import WHERE
from mobcalc.store.routes import BANDS, existing_routes, term_of
from mobcalc.store.wages import NOTES, demand_of, wages_of

GENERAL = {
    "apprenticeship": "building-trades-apprenticeship",
    "certificate": "certificate",
    "degree": "associate-degree",
    "on-the-job": "certificate",
}
"""By the kind of route, the pathway that lends what is not known of an occupation, and in whose place it is listed."""
TYPICALLY = "typically-apprenticeship"
"""Stands for all occupations that BLS lists as usually entered through apprenticeship."""
APPRENTICESHIP = "Apprenticeship"
ONE_PATHWAY = Pathway[Assumption, Assumption]
SOC_LENGTH = len("47-2111")


def with_routes(records: Records, occupation: Occupation) -> Records:
    """The assumptions with the routes into an occupation in the place of general pathways of their kind.

    General ones stay for who asks for them.

    Raises:
        InputError: where no route leads into the occupation, and where its wages are not published.
    """
    routes = existing_routes(occupation)
    pathways = dict(records.pathways)
    replaced = {GENERAL[route.kind] for route in routes if route.kind != "on-the-job"} | {GENERAL["apprenticeship"]}
    for name in replaced:
        pathways[name] = msgspec.structs.replace(pathways[name], on_request=True)
    pathways.update(dict(pathways_of(records, occupation, routes)))
    return msgspec.structs.replace(records, pathways=pathways)


def pathway_of_route(records: Records, name: str) -> ONE_PATHWAY:
    """The pathway of a route into an occupation by its id, at national wages.

    Raises:
        InputError: where there is no such occupation, or no such route into it.
    """
    occupation = occupation_of(name[-SOC_LENGTH:], "")
    known = existing_routes(occupation)
    route = next((route for route in known if route.pathway == name), None)
    if route is None:
        what = f"the tables list no {name[: -SOC_LENGTH - 1]} into {occupation.title.lower()} ({occupation.code})"
        raise input_error("", "", what, f"there are {', '.join(str(route.pathway) for route in known)}")
    ((_, pathway),) = pathways_of(records, occupation, [route])
    return pathway


def pathways_of(records: Records, occupation: Occupation, routes: list[Route]) -> Iterator[tuple[str, ONE_PATHWAY]]:
    """The pathway of each route by its id, at national wages."""
    made = {
        "apprenticeship": _apprenticeship,
        "certificate": _certificate,
        "degree": _degree,
        "on-the-job": _on_the_job,
    }
    for route in routes:
        assert route.pathway is not None
        base = records.pathways[GENERAL[route.kind]]
        # The general one's label is of other training.
        general: dict[str, Any] = {"on_request": False, "label": None}
        general |= {"occupation": occupation.code, "listed_as": GENERAL[route.kind]}
        own = made[route.kind](records, base, occupation, route)
        yield route.pathway, msgspec.structs.replace(base, **(general | own))


def _apprenticeship(records: Records, base: ONE_PATHWAY, occupation: Occupation, _: Route) -> dict[str, Any]:
    """A registered apprenticeship: that of a bundled pathway, otherwise pay steps and completion of the trades."""
    own = next((p for p in records.pathways.values() if p.occupation == occupation.code), None)
    part = (own or base).earnings
    assert part is not None
    earnings = _in_occupation(occupation, part, is_own=own is not None)
    said = {
        "name": f"Apprenticeship: {occupation.title}",
        "summary": f"A registered apprenticeship in the occupation {occupation.title} ({occupation.code}).",
        "earnings": earnings,
    }
    if own is not None:
        kept = ("training", "completion", "costs")
        caution = HOURLY if wages_of(occupation, None).is_hourly else None
        return said | {"caution": caution} | {name: getattr(own, name) for name in kept}
    training, completion = base.training, base.completion
    assert training is not None and completion is not None
    note = "Taken over from the building trades; none for this occupation is at hand."
    rate = msgspec.structs.replace(completion.rate, kind="assumed", note=note, where=WHERE)
    return said | {
        "caution": " ".join([*_not_usual(occupation), TAKEN_OVER, *_hourly(occupation)]),
        "training": msgspec.structs.replace(training, term_hours=term_of(occupation)),
        "completion": msgspec.structs.replace(completion, rate=rate, rate_men=None, rate_women=None),
    }


TAKEN_OVER = "Pay steps and completion are taken over from the building trades."
HOURLY = "Only hourly wages are published, so a year stands for 2,080 hours; work over the year may be much less."


def _not_usual(occupation: Occupation) -> list[str]:
    """That few enter an occupation through the apprenticeship that exists."""
    if demand_of(occupation).training == APPRENTICESHIP:
        return []
    return [f"Most {occupation.title.lower()} do not enter through one, so ask whether there is a program near you."]


def _hourly(occupation: Occupation) -> list[str]:
    return [HOURLY] if wages_of(occupation, None).is_hourly else []


def _certificate(records: Records, base: ONE_PATHWAY, occupation: Occupation, route: Route) -> dict[str, Any]:
    """A certificate for the occupation; those who do not come to work in it earn as people with some college do."""
    is_guess = route.reason in ("award_is_guess", "college_is_entry")
    guess = ["BLS does not list an award for it, so that a certificate leads there is a guess."] if is_guess else []
    terms = with_terms(base, occupation)
    return {
        "name": f"Certificate: {occupation.title}",
        "summary": f"A certificate for the occupation {occupation.title} ({occupation.code}), from a two-year college.",
        "caution": " ".join([*guess, *terms.said, *_hourly(occupation)]),
        "earnings": _trained(records, base, occupation),
        **{name: getattr(terms.pathway, name) for name in ("training", "completion", "costs")},
    }


def _degree(_: Records, base: ONE_PATHWAY, occupation: Occupation, route: Route) -> dict[str, Any]:
    """An associate degree for the occupation; those who do not come to work in it earn as holders of one do."""
    part = base.earnings
    assert part is not None
    caution = HELD.format(share=route.associate) if route.reason == "degree_is_held" else ""
    return {
        "name": f"Degree: {occupation.title}",
        "summary": f"An associate degree for the occupation {occupation.title} ({occupation.code}).",
        "caution": " ".join([*([caution] if caution else []), *_hourly(occupation)]) or None,
        "earnings": _in_occupation(occupation, part),
    }


HELD = "BLS lists another entry; {share:.0%} of those who work in it hold this degree, and the wages are those of all."


def _on_the_job(records: Records, base: ONE_PATHWAY, occupation: Occupation, _: Route) -> dict[str, Any]:
    """A job in the occupation with training in it, paid from the first day."""
    careers, band = records.careers, demand_of(occupation).training
    assert band is not None
    years, low, high = BANDS[band]
    length = Assumption(
        round(years, 4), "years", "assumed", "bls-projections-2024", WHERE, range=(low, round(high, 4)),
        bound=years in (low, high),
        note=f"{band}: BLS gives bands, up to a month, up to a year, and more; the value is inside this one.",
    )  # fmt: skip
    assert isinstance(careers.trainee_pay.value, float)
    steps = msgspec.structs.replace(careers.trainee_pay, value=[careers.trainee_pay.value], range=None)
    starts = Assumption([0.0], "share", "assumed", "judgement", WHERE, note="One step.")
    hours = Assumption(2080.0, "hours/year", "assumed", "judgement", WHERE, note="Full-time work; classes are paid.")
    earnings = msgspec.structs.replace(_trained(records, base, occupation), education=None)
    return {
        "name": f"On the job: {occupation.title}",
        "summary": f"A job in the occupation {occupation.title} ({occupation.code}) that trains those who are hired.",
        "caution": " ".join(["It takes an employer who hires somebody new to the work.", *_hourly(occupation)]),
        "earnings": earnings,
        "training": Training(length=length, paid_hours=hours, step_starts=starts, wage_steps=steps),
        "completion": Completion(careers.trainee_completion, "people hired to be trained (assumed)"),
        "costs": None,
        "participant_cost": Assumption(
            0.0, "USD", "assumed", "judgement", WHERE, 2025, note="The employer pays for training on the job."
        ),
    }


def _trained(records: Records, base: ONE_PATHWAY, occupation: Occupation) -> Earnings[Assumption]:
    """What those trained for an occupation earn, of which a part counts that is assumed for all occupations."""
    assert base.earnings is not None
    part = msgspec.structs.replace(base.earnings, causal_share=records.careers.trained_causal_share)
    return _in_occupation(occupation, part)


def _in_occupation(occupation: Occupation, part: Earnings[Assumption], *, is_own: bool = False) -> Earnings[Assumption]:
    """The occupation's national wages, and how pay in it goes over a working life; a bundled pathway's own stays."""
    wages = wages_of(occupation, None)
    percentiles = Assumption(
        value=list(wages.percentiles),
        unit="USD/year",
        kind="derived" if wages.is_hourly else "observed",
        source=wages.source,
        where=WHERE,
        price_year=wages.price_year,
        population=f"{occupation.title} ({occupation.code}), employees, {wages.area}, {wages.period}",
        note=NOTES["hourly" if wages.is_hourly else "national"],
        period=wages.price_year,
    )
    if is_own:
        return msgspec.structs.replace(part, percentiles=percentiles)
    return msgspec.structs.replace(
        part, percentiles=percentiles, work_life=work_life_of(occupation), male_share=male_share_of(occupation)
    )
