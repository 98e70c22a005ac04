"""Help in training, such as child care, as what it changes of every training: money in hand, and how many finish."""

from collections.abc import Collection, Mapping, Sequence

import msgspec

from mobcalc.cli.scenario import Here
from mobcalc.errors import input_error
from mobcalc.loader.program_checks import dollars
from mobcalc.loader.programs import supports
from mobcalc.projection.case import years_of
from mobcalc.provenance import checksum
from mobcalc.sampling import point
from mobcalc.schema import Assumption, Completion, Pathway, Records
from mobcalc.schema.program import SupportRecord
from mobcalc.units import nearest

FLAG = "--support"
BILLS = {"child-care": "child_care", "transport": "transport"}
"""Supports that pay a bill of the training, and what of the person it is; gains leave it out where it is 0."""
RATES = ("rate", "rate_men", "rate_women")


def supported(here: Here, ids: Sequence[str]) -> Here:
    """The assumptions in force with what supports change of every training.

    The part of their cost that people have in hand is spread over the training; who pays for it is not in it. What pays
    a bill that gains leave out is no gain, as in `program`. Where the effect on finishing has a range, the share that
    finishes is as much less sure.

    Args:
        here: the assumptions in force.
        ids: of the supports.

    Raises:
        InputError: for an id that no support has, and one that is given twice.
    """
    known = _known(ids)
    given = {name: known[name] for name in ids}
    before = here.loaded.assumptions
    beside = left_out(before, ids)
    records = _with(before, [*given.values()], [one for name, one in given.items() if name not in beside])
    about = msgspec.structs.replace(
        here.provenance,
        assumptions_sha256=checksum(records),
        supports=[one.name for one in given.values()],
        supports_left_out=[one.name for name, one in given.items() if name in beside],
    )
    return here._replace(loaded=here.loaded._replace(assumptions=records), provenance=about)


def _known(ids: Sequence[str]) -> Mapping[str, SupportRecord]:
    """The supports that there are.

    Raises:
        InputError: for an id that none of them has, and one that is given twice.
    """
    known = supports()
    for name in ids:
        if name not in known:
            hint = nearest(name, known) or f"known: {', '.join(known)}"
            raise input_error(FLAG, "", f"there is no support '{name}'", hint)
        if ids.count(name) > 1:
            raise input_error(FLAG, "", f"'{name}' is given twice", "keep one of the two")
    return known


def left_out(records: Records, ids: Collection[str]) -> set[str]:
    """The supports that pay a bill which is not in the case: gains leave it out, so that to pay it is none.

    Args:
        records: the assumptions in force.
        ids: of the supports.
    """
    return {name for name, bill in BILLS.items() if name in ids and not _number(getattr(records.person, bill))}


def _with(records: Records, given: Sequence[SupportRecord], paid: Sequence[SupportRecord]) -> Records:
    """The assumptions with money in hand in every training, and with what is not known of how many finish.

    Args:
        records: the assumptions in force.
        given: the supports.
        paid: those of them that people have in hand.
    """
    arrays = point(records)
    in_hand = sum(dollars(records, one.cost) * _number(one.worth) for one in paid)
    pathways = dict(records.pathways)
    for name, pathway in records.pathways.items():
        years = years_of(arrays, name)
        if years is not None:
            pathways[name] = _helped(records, pathway, in_hand / years, given)
    return msgspec.structs.replace(records, pathways=pathways)


def _helped(
    records: Records, pathway: Pathway[Assumption, Assumption], yearly: float, given: Sequence[SupportRecord]
) -> Pathway[Assumption, Assumption]:
    """One training with supports."""
    before = 0.0 if pathway.stipend is None else dollars(records, pathway.stipend)
    stipend = Assumption(
        value=before + yearly,
        unit="USD/year",
        kind="assumed",
        source="judgement",
        where=FLAG,
        price_year=records.economy.price_year,
        note="What people have in hand of the supports asked for, spread over the training.",
    )
    completion = pathway.completion
    more = None if completion is None else _finishing(completion, given)
    return msgspec.structs.replace(pathway, stipend=stipend, completion=more)


def _finishing(completion: Completion[Assumption], given: Sequence[SupportRecord]) -> Completion[Assumption]:
    """How many finish with supports."""
    more, low, high = (sum(ends) for ends in zip(*map(_effect, given), strict=True))
    changed = {}
    for key in RATES if more or low < high else ():
        rate = getattr(completion, key)
        if rate is not None:
            first, last = rate.range or (rate.value, rate.value)
            share = min(max(rate.value + more, 0.0), 1.0)
            span = (max(first + low, 0.0), min(last + high, 1.0))
            changed[key] = msgspec.structs.replace(rate, value=share, range=span if span[0] < share < span[1] else None)
    return msgspec.structs.replace(completion, **changed)


def _effect(support: SupportRecord) -> tuple[float, float, float]:
    """How many more finish with a support, at its value and at both ends of its range [share]."""
    more = _number(support.completion)
    return more, *(support.completion.range or (more, more))


def _number(record: Assumption) -> float:
    assert isinstance(record.value, float)
    return record.value
