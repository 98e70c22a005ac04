"""`diff`: what differs between two answers, and what each difference in assumptions does to the gains."""

import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple

from mobcalc.errors import InputError
from mobcalc.questions.assumptions_diff import Check, differences
from mobcalc.questions.diff_figures import main_figures
from mobcalc.results.assumptions_diff import Differences
from mobcalc.results.diff import ClientDifference, PathwayChange, PathwayFigures, RunDifference, ValueChange
from mobcalc.results.record import Answered, AnsweredCase, AnsweredPathway, ClientAnswer, RecordedCase
from mobcalc.schema import Records

VERSION = "mobcalc"
IDENTITY = ("format", VERSION, "assumptions_sha256")
"""What an answer says of its origin; it is no figure of it."""
SAME = 1e-9
"""Figures that differ by less than this part are the same: JSON has so many digits."""


class InForce(NamedTuple):
    """The assumptions of one client's case in two runs, both as this version reads them.

    `check` finds what is wrong with a set of assumptions.
    """

    before: Records
    after: Records
    check: Check


def difference(first: Answered, second: Answered, in_force: Sequence[InForce | None]) -> RunDifference:
    """What differs between two answers of one command.

    Args:
        first: the answer that is compared with.
        second: the answer that is asked about.
        in_force: the assumptions of each client of the second, None where they are not known.
    """
    changed, counted = _changed_leaves(*_set_side_by_side(first, second))
    figures = sum(map(_is_number, changed))
    versions = list(_versions(first, second))
    return RunDifference(
        files=(first.file, second.file),
        command=second.command,
        is_same=_without(first.answer, VERSION) == _without(second.answer, VERSION),
        figures=counted,
        changed_figures=figures,
        changed_texts=len(changed) - figures,
        versions=versions,
        changed_versions=[one.name for one in versions if one.before != one.after],
        tables=_changes(_tables(first), _tables(second)),
        clients=list(_clients(first, second, in_force)),
    )


def _set_side_by_side(first: Answered, second: Answered) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Both answers, of one about several clients beside one about one only who is in both."""
    if ("cases" in first.answer) == ("cases" in second.answer):
        return first.answer, second.answer
    places = ((place_of(first, second, index), index) for index, _ in enumerate(second.clients))
    return next(
        (_without(_part(first, place), "scenario"), _without(_part(second, index), "scenario"))
        for place, index in places
        if place is not None
    )


def _changed_leaves(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[list[Any], int]:
    """The numbers and texts that one of two answers says otherwise or alone, and how many numbers there are."""
    then, now = (dict(_leaves(_without_origin(answer))) for answer in (before, after))
    changed = [value for name, value in then.items() if name not in now or not _is_same(value, now[name])]
    changed += [value for name, value in now.items() if name not in then]
    return changed, sum(map(_is_number, (now | then).values()))


def place_of(first: Answered, second: Answered, index: int) -> int | None:
    """Which client of the first answer one of the second is: by the name of the case, or the one there is."""
    if len(first.clients) == len(second.clients) == 1:
        return 0
    called = _called(second, index)
    places = range(len(first.clients))
    return next((place for name in called for place in places if name in _called(first, place)), None)


def _called(answered: Answered, index: int) -> list[str]:
    """What one client's case is called: as in answers about several, and its file, which an answer about one lacks."""
    name, case = answered.clients[index].scenario, _case_of(answered, index)
    file = None if case is None else case.scenario
    if file is None:
        return [] if name is None else [name]
    return [PurePath(file).stem if name is None else name, file]


def _clients(first: Answered, second: Answered, in_force: Sequence[InForce | None]) -> Iterator[ClientDifference]:
    """What differs for each client that both answers have."""
    for index, _ in enumerate(second.clients):
        place = place_of(first, second, index)
        if place is not None:
            yield _client((first, place), (second, index), in_force[index])


_Client = tuple[Answered, int]
"""An answer, and which of its clients."""


def _client(first: _Client, second: _Client, base: InForce | None) -> ClientDifference:
    (one, place), (other, index) = first, second
    before, after = one.clients[place], other.clients[index]
    cases = _case_of(one, place), _case_of(other, index)
    found = None if base is None else _differences(base, after)
    has_all = found is not None
    effects = {} if found is None else {change.id: change.change for change in found.together}
    return ClientDifference(
        name=None if len(one.clients) == len(other.clients) == 1 else _called(other, index)[0],
        case=_changes(_facts(before, has_all), _facts(after, has_all)),
        has_assumptions=has_all,
        differences=[] if found is None else found.differences,
        dropped=_dropped(*cases),
        together=[] if found is None else found.together,
        baseline=after.baseline,
        pathways=_pathways(before, after, effects),
        figures=main_figures(other.command, _part(one, place), _part(other, index)),
    )


def _case_of(answered: Answered, index: int) -> RecordedCase | None:
    """What one client's answer rests on, where the answer is recorded."""
    cases = [] if answered.record is None else answered.record.cases
    return cases[index] if len(cases) == len(answered.clients) else None


def _part(answered: Answered, index: int) -> Mapping[str, Any]:
    """The JSON of one client's answer."""
    several = answered.answer.get("cases")
    return answered.answer if several is None else several[index]


def _dropped(first: RecordedCase | None, second: RecordedCase | None) -> list[str]:
    """The names of assumptions that the first case has and the second has not."""
    if first is None or second is None:
        return []
    return [name for name in first.assumptions if name not in second.assumptions]


def _differences(base: InForce, after: ClientAnswer) -> Differences | None:
    """The assumptions that differ, with their effects; None where there is no gain to explain."""
    ids = [one.id for one in after.pathways if one.id in base.before.pathways and one.id in base.after.pathways]
    baseline = after.baseline if after.baseline in base.after.pathways else None
    try:
        return differences(
            base.before, base.after, {}, base.check, "", [one for one in ids if one != baseline], baseline
        )
    except InputError:
        return None  # where no training fits into the working life


def _pathways(before: ClientAnswer, after: ClientAnswer, effects: Mapping[str, float | None]) -> list[PathwayChange]:
    """Every pathway of either answer, the one that gains most in the second first, what has no gain last."""
    then = {one.id: one for one in before.pathways}
    now = {one.id: one for one in after.pathways}
    names = [*now, *(name for name in then if name not in now)]
    return sorted((_pathway(then.get(name), now.get(name), effects.get(name)) for name in names), key=_order)


def _order(change: PathwayChange) -> float:
    figures = change.after or change.before
    return -figures.gain if figures is not None and figures.gain is not None else math.inf


def _pathway(before: AnsweredPathway | None, after: AnsweredPathway | None, explained: float | None) -> PathwayChange:
    titled = after or before
    assert titled is not None
    was, now = _figures(before), _figures(after)
    left = None
    if explained is not None and was is not None and now is not None:
        known = was.point_gain is not None and now.point_gain is not None
        left = now.point_gain - was.point_gain - explained if known else None  # type: ignore[operator]
    return PathwayChange(titled.id, titled.name, titled.family, titled.label, was, now, explained, left)


def _figures(pathway: AnsweredPathway | None) -> PathwayFigures | None:
    if pathway is None:
        return None
    versus, paid = pathway.versus_baseline, pathway.completer or pathway.expected
    point = None if versus is None else versus.gain.net_present_value
    return PathwayFigures(
        gain=None if versus is None else point if versus.gain_mean is None else versus.gain_mean,
        point_gain=point,
        kept_gain=None if versus is None else versus.gain.net_resources_present_value,
        chance_well_ahead=None if versus is None else versus.chance_well_ahead,
        completion_rate=pathway.completion_rate,
        pay=None if paid is None else paid.pay_first_year_after_training,
    )


def _facts(client: ClientAnswer, has_assumptions: bool) -> dict[str, Any]:
    """The facts of a client and the question and, where assumptions are not known, what was set by name."""
    case = client.case or AnsweredCase()
    return {
        **{f"person.{name}": fact for name, fact in case.person.items()},
        "place": _place(client),
        "occupation": client.occupation and client.occupation.title,
        "pathways": case.pathways or None,
        "baseline": case.baseline,
        "economy.discount_rate": case.discount_rate,
        "draws": client.draws,
        "seed": client.seed if client.draws else None,
        **({} if has_assumptions else _set_by_name(client)),
    }


def _place(client: ClientAnswer) -> str | None:
    """What the place is called; None without one."""
    place = client.place
    if place is None:
        return None
    return ", ".join(part for part in (place.city, place.county, place.metro, place.state) if part)


def _set_by_name(client: ClientAnswer) -> dict[str, Any]:
    return {one.name: one.value for one in client.overrides if not one.name.startswith("person.")}


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[ValueChange]:
    """What two mappings say otherwise, in the order of the second."""
    names = [*after, *(name for name in before if name not in after)]
    return [
        ValueChange(name, before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)
    ]


def _versions(first: Answered, second: Answered) -> Iterator[ValueChange]:
    """The versions of what made each answer."""
    yield ValueChange(VERSION, first.answer.get(VERSION), second.answer.get(VERSION))
    one, other = first.record, second.record
    if one is not None and other is not None:
        yield ValueChange("Python", one.python, other.python)
        yield ValueChange("NumPy", one.numpy, other.numpy)
        rules = [", ".join(sorted({case.rules for case in of.cases if case.rules})) for of in (one, other)]
        if any(rules):
            yield ValueChange("rules", rules[0] or None, rules[1] or None)


def _tables(answered: Answered) -> dict[str, str]:
    return {} if answered.record is None else answered.record.tables


def _without(answer: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in answer.items() if name not in names}


def _without_origin(answer: Mapping[str, Any]) -> dict[str, Any]:
    """An answer without what says where it comes from, that of each of several clients too."""
    whole = _without(answer, *IDENTITY)
    several = whole.get("cases")
    if isinstance(several, list):
        whole["cases"] = [_without(one, *IDENTITY) if isinstance(one, dict) else one for one in several]
    return whole


def _leaves(part: Any) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Every number and text in a JSON value, with its place; entries with an id stand under that."""
    waiting: list[tuple[tuple[str | int, ...], Any]] = [((), part)]
    while waiting:
        place, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [((*place, name), item) for name, item in reversed(value.items())]
        elif isinstance(value, list):
            waiting += [((*place, _key(index, item)), item) for index, item in reversed(list(enumerate(value)))]
        elif value is not None:
            yield place, value


def _key(index: int, item: Any) -> str | int:
    name = item.get("id") if isinstance(item, dict) else None
    return name if isinstance(name, str) else index


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_same(one: Any, other: Any) -> bool:
    if _is_number(one) and _is_number(other):
        return math.isclose(one, other, rel_tol=SAME, abs_tol=SAME)
    return bool(one == other)
