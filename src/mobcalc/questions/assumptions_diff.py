"""`assumptions diff`: what differs from the bundled assumptions, and what each difference does to the answer."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

import msgspec

from mobcalc.errors import Problem
from mobcalc.projection.case import ids_of, misfits, settled_for, unchecked
from mobcalc.projection.measures import gain
from mobcalc.projection.mixture import sides_of
from mobcalc.results.assumptions_diff import WHOLE, Basis, Difference, Differences, GainChange, Stated
from mobcalc.results.notices import Notice
from mobcalc.sampling import restated
from mobcalc.schema import Assumption, Pathway, Records, leaves, with_leaf
from mobcalc.units import is_money

Check: TypeAlias = Callable[[Records], Sequence[Problem]]
"""Finds what is wrong between the values of a whole set of assumptions."""

PARTS = ("value", "price_year", "range", "bound", "population", "note", "kind", "source")
"""The parts of a record that can differ; where it is written down is not one of them."""
COUNTED = {"value", "price_year", "kind", WHOLE}
"""The parts that an answer may rest on: a completion rate of the kind 'user' beats the published ones by sex."""


class _Changed(NamedTuple):
    """A dotted name with the bundled leaf, if there is one, the leaf in force, and the parts that differ."""

    name: str
    before: Any
    after: Any
    differs: list[str]


class _Gain(NamedTuple):
    """The gain in net present value of all who start a pathway [USD], or why it is not known."""

    amount: float | None
    why: Notice | None = None


class _Trial(NamedTuple):
    """What differences are tried on: the bundled set, the pathways asked about, what finds mistakes, and the gains."""

    bundled: Records
    ids: Sequence[str]
    check: Check
    before: Mapping[str, _Gain]


_Effect: TypeAlias = tuple[list[GainChange] | None, Notice | None]
"""The changes of the gains, or why there are none to give."""


def differences(
    bundled: Records,
    in_force: Records,
    places: Mapping[str, str],
    check: Check,
    checksum: str = "",
    chosen: Sequence[str] = (),
    baseline: str | None = None,
) -> Differences:
    """What differs between two sets of assumptions, and how the gains change with each difference alone and with all.

    Args:
        bundled: the assumptions that are compared with.
        in_force: the same after all layers, which add and replace but never take away.
        places: file and line, or flag, of the names that the layers gave.
        check: finds what is wrong with a set; one difference put into the bundled set must pass it.
        checksum: the checksum of the set in force, passed on.
        chosen: pathway ids; none for those that `compare` shows by default and those that a difference names.
        baseline: the pathway that gains are over; no postsecondary when not given.

    Raises:
        InputError: for an unknown pathway.
    """
    # Sources are not numbers, and a record that is tried alone may cite one that came with it.
    bundled = msgspec.structs.replace(bundled, sources=in_force.sources)
    changes = [*_changed(bundled, in_force), *_new_pathways(bundled, in_force)]
    ids = _asked_about(in_force, changes, chosen, baseline)
    before, settled = _gains(bundled, ids), settled_for(in_force, ids)
    trial = _Trial(bundled, ids, check, before)
    return Differences(
        assumptions_sha256=checksum,
        bundled=_basis(bundled),
        in_force=_basis(in_force),
        baseline=ids[0],
        names={name: settled.pathways[name].name for name in ids},
        differences=[_difference(changed, trial, in_force, places) for changed in changes],
        together=_gain_changes(before, _gains(in_force, ids)),
    )


def _difference(changed: _Changed, trial: _Trial, in_force: Records, places: Mapping[str, str]) -> Difference:
    effects, why = _effect_alone(changed, trial)
    return Difference(
        name=changed.name,
        unit=changed.after.unit if isinstance(changed.after, Assumption) else None,
        bundled=None if changed.before is None else _stated(trial.bundled, changed.before),
        in_force=_stated(in_force, changed.after),
        given_by=_place(places, changed.name),
        differs=changed.differs,
        effects=effects,
        why=why,
    )


def _changed(bundled: Records, in_force: Records) -> Iterator[_Changed]:
    """Every record and setting that is not the bundled one, in the order written; new pathways are left out."""
    there = dict(leaves(bundled))
    new = tuple(f"pathways.{name}." for name in in_force.pathways if name not in bundled.pathways)
    for name, leaf in leaves(in_force):
        if not name.startswith(new) and (differs := _parts_that_differ(there.get(name), leaf)):
            yield _Changed(name, there.get(name), leaf, differs)


def _new_pathways(bundled: Records, in_force: Records) -> Iterator[_Changed]:
    """The pathways that are not bundled, each as a whole."""
    for name, pathway in in_force.pathways.items():
        if name not in bundled.pathways:
            yield _Changed(f"pathways.{name}", None, pathway, [WHOLE])


def _asked_about(
    in_force: Records, changes: Sequence[_Changed], chosen: Sequence[str], baseline: str | None
) -> list[str]:
    """The ids of the pathways in question, the baseline first."""
    ids = ids_of(in_force, chosen, baseline)
    named = [changed.name.split(".")[1] for changed in changes if changed.name.startswith("pathways.")]
    return ids if chosen else list(dict.fromkeys([*ids, *named]))


def _parts_that_differ(before: Any, after: Any) -> list[str]:
    """The names of the parts in which two leaves differ; of a record the user gave, the source is only a place."""
    if not isinstance(before, Assumption) or not isinstance(after, Assumption):
        return ["value"] if before != after else []
    parts = [part for part in PARTS if getattr(before, part) != getattr(after, part)]
    return [part for part in parts if part != "source" or after.kind != "user"]


def _place(places: Mapping[str, str], name: str) -> str:
    """Where a name, or the first name below it, was given; empty if that is not known."""
    below = (where for other, where in places.items() if other.startswith(f"{name}."))
    return places.get(name) or next(below, "")


def _stated(assumptions: Records, leaf: Any) -> Stated:
    """A leaf as it stands in these assumptions; a pathway by its title."""
    if not isinstance(leaf, Assumption):
        return Stated(leaf.name if isinstance(leaf, Pathway) else leaf, None, None, None)
    amounts = restated(assumptions, leaf) if is_money(leaf.unit) and leaf.price_year is not None else None
    return Stated(leaf.value, leaf.price_year, leaf.range, amounts)


def _basis(assumptions: Records) -> Basis:
    economy, person = assumptions.economy, assumptions.person
    rate, start, retire = (_number(r) for r in (economy.discount_rate, person.start_age, person.retire_age))
    return Basis(economy.price_year, rate, int(start), int(retire))


def _number(record: Assumption) -> float:
    assert isinstance(record.value, float)
    return record.value


def _effect_alone(changed: _Changed, trial: _Trial) -> _Effect:
    """The changes of the gains when one difference is put into the bundled set, or why it cannot stand there alone."""
    if not COUNTED.intersection(changed.differs):
        return _gain_changes(trial.before, trial.before), None
    with_it = with_leaf(trial.bundled, changed.name, changed.after)
    if with_it is None:
        return None, Notice("part_of_new", {"part": changed.name.rpartition(".")[0]})
    if wrong := trial.check(with_it):
        return None, Notice("not_alone", {"problem": f"{wrong[0].name}: {wrong[0].what}"})
    return _gain_changes(trial.before, _gains(with_it, trial.ids)), None


def _gain_changes(before: Mapping[str, _Gain], after: Mapping[str, _Gain]) -> list[GainChange]:
    """Both gains of every pathway of the second set, and what the second is more than the first."""
    changes = []
    for name, now in after.items():
        was = before.get(name, _Gain(None, Notice("new_pathway")))
        change = None if now.amount is None or was.amount is None else now.amount - was.amount
        changes.append(GainChange(name, was.amount, now.amount, change, now.why or was.why))
    return changes


def _gains(assumptions: Records, ids: Sequence[str]) -> dict[str, _Gain]:
    """The gain of each of these pathways that is in the assumptions over the first, which is the baseline.

    The same figure as `comparison` gives, without all that it measures besides.
    """
    baseline, *others = (name for name in ids if name in assumptions.pathways or name == ids[0])
    if baseline not in assumptions.pathways:
        return dict.fromkeys(others, _Gain(None, Notice("new_baseline")))
    case = unchecked(assumptions, (baseline, *others))
    unfit = misfits(case.arrays, (baseline, *others))
    if baseline in unfit:
        return dict.fromkeys(others, _Gain(None, unfit[baseline]))
    sides = sides_of(case)
    return {
        name: _Gain(None, unfit[name]) if name in unfit else _Gain(float(gain(sides, (name, baseline))[0, 0]))
        for name in others
    }
