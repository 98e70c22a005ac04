"""The assumptions for one person: what depends on sex and on the education held, put in its place."""

from typing import TypeAlias

import msgspec

from mobcalc.sampling.filling import restated
from mobcalc.schema import COUNTERFACTUAL, Assumption, Completion, Earnings, Pathway, Records, records

Path: TypeAlias = Pathway[Assumption, Assumption]
EMPLOYMENT = ("unemployment_rate", "employment_ratio")


def for_person(records: Records, baseline: str = COUNTERFACTUAL) -> Records:
    """The assumptions with everything that depends on who the person is put in its place.

    Completion by sex is used where it is published and the sex is known; a rate that the user gave stays, since it is
    about this person. Without training the person earns what the baseline says if that is a pathway without training,
    otherwise what people with the education already held earn.

    Args:
        records: the assumptions.
        baseline: the id of the pathway that others are compared with.
    """
    sex, held = records.person.sex, records.person.education
    pathways = dict(records.pathways)
    for name, pathway in pathways.items():
        if sex is not None and pathway.completion is not None:
            settled = _completion_of(pathway.completion, sex)
            pathways[name] = msgspec.structs.replace(pathway, completion=settled)
    own_job = baseline if baseline != COUNTERFACTUAL and pathways[baseline].family == "none" else None
    if own_job is None and held is not None:
        pathways = _holding(records, pathways, held)
    person = msgspec.structs.replace(records.person, education=own_job)
    return msgspec.structs.replace(records, person=person, pathways=pathways)


def given_names(given: Records, settled: Records) -> dict[str, str]:
    """For each name of the settled assumptions the name that its number was given by.

    The chance to finish may be that of one sex, and earnings without training those of a credential already held.

    Args:
        given: the assumptions as they came.
        settled: the same as `for_person` makes them.
    """
    known, held = dict(records(given)), given.person.education
    names = {}
    for name, record in records(settled):
        parts = name.split(".")
        others = [f"{name}_men", f"{name}_women"]
        if held is not None and parts[0] == "pathways":
            others.append(".".join(("pathways", held, *parts[2:])))
        names[name] = next((own for own in (name, *others) if known.get(own) is record), name)
    return names


def _holding(records: Records, pathways: dict[str, Path], held: str) -> dict[str, Path]:
    """The pathways for somebody who holds the credential of one of them.

    Without training such a person earns what its holders do. Nobody loses a credential by getting a lower one, so
    finishers of a lower one earn no less than that either.
    """
    own = pathways[held].earnings
    assert own is not None and own.weekly_median is not None
    # What a credential causes matters where it is a choice, not where it is a fact.
    fact = msgspec.structs.replace(own, causal_share=None)
    before = pathways[COUNTERFACTUAL]
    name, summary = before.name_if_held or before.name, before.summary_if_held or before.summary
    with_education = {
        **pathways,
        COUNTERFACTUAL: msgspec.structs.replace(before, earnings=fact, name=name, summary=summary),
    }
    for key, pathway in pathways.items():
        part = pathway.earnings
        if part is None or part.weekly_median is None or pathway.family == "none":
            continue
        if _median(records, part) < _median(records, own):
            kept = {name: getattr(own, name) for name in ("weekly_median", "age_shape", *EMPLOYMENT)}
            with_education[key] = msgspec.structs.replace(pathway, earnings=msgspec.structs.replace(part, **kept))
    return with_education


def _median(records: Records, part: Earnings[Assumption]) -> float:
    """The median of a credential's holders in dollars of the price year."""
    assert part.weekly_median is not None
    amount = restated(records, part.weekly_median)
    assert isinstance(amount, float)
    return amount


def _completion_of(completion: Completion[Assumption], sex: str) -> Completion[Assumption]:
    by_sex = completion.rate_women if sex == "female" else completion.rate_men
    if by_sex is None or (completion.rate.kind == "user" and by_sex.kind != "user"):
        return completion
    return msgspec.structs.replace(completion, rate=by_sex)
