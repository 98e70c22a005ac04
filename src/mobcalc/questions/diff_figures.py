"""The main figures of the answers that have no pathways side by side, taken out of their JSON."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from mobcalc.results.diff import FigureChange, FigureCode

Part = Mapping[str, Any]


class _Figure(NamedTuple):
    """A main figure: what it is, the pathway and the group that it is of, its unit, and the amount."""

    code: FigureCode
    of: str
    group: str
    unit: str
    amount: float | None


def main_figures(command: str, before: Part, after: Part) -> list[FigureChange]:
    """The main figures of both answers of a command, those that are the same too.

    Args:
        command: that of the answers; `compare` has none but its pathways.
        before: the JSON of the first answer.
        after: that of the second.
    """
    figures_in = FIGURES.get(command, _none)
    then = {one[:3]: one for one in figures_in(before)}
    now = {one[:3]: one for one in figures_in(after)}
    return [
        FigureChange(*key, unit=(now.get(key) or then[key]).unit, before=_amount(then, key), after=_amount(now, key))
        for key in [*now, *(key for key in then if key not in now)]
    ]


def _amount(figures: Mapping[tuple[FigureCode, str, str], _Figure], key: tuple[FigureCode, str, str]) -> float | None:
    return figures[key].amount if key in figures else None


def _none(_: Part) -> Iterator[_Figure]:
    yield from ()


def _timeline(answer: Part) -> Iterator[_Figure]:
    """For each pathway and group the age from which it is ahead for good, and the whole difference at the end."""
    for pathway in _parts(answer, "pathways"):
        groups = pathway.get("groups")
        if isinstance(groups, dict) and pathway.get("id") != answer.get("baseline"):
            for name, group in groups.items():
                yield from _of_group(str(pathway.get("name", "")), name, group if isinstance(group, dict) else {})


def _of_group(of: str, name: str, group: Part) -> Iterator[_Figure]:
    crossings, years = _parts(group, "break_even_ages"), _parts(group, "years")
    last = crossings[-1] if crossings else {}
    yield _Figure("ahead_from", of, name, "age", _number(last, "age") if last.get("direction") == "ahead" else None)
    yield _Figure("whole_difference", of, name, "USD", _number(years[-1], "cumulative_difference") if years else None)


def _cliff(answer: Part) -> Iterator[_Figure]:
    """How many places there are at which a raise leaves less, and the most that one takes."""
    found = _parts(answer, "cliffs")
    losses = [loss for one in found if (loss := _number(one, "loss")) is not None]
    yield _Figure("cliffs", "", "", "count", float(len(found)))
    yield _Figure("largest_loss", "", "", "USD/year", max(losses, default=None))


def _livingwage(answer: Part) -> Iterator[_Figure]:
    """The living wage, and what the household needs; a certification has the first alone."""
    if "certification" in answer:
        yield _Figure("living_wage", "", "", "USD/hour", _number(answer, "living_wage"))
        return
    yield _Figure("living_wage", "", "", "USD/hour", _number(answer, "hourly"))
    yield _Figure("needs", "", "", "USD/year", _number(answer, "needs"))


def _sensitivity(answer: Part) -> Iterator[_Figure]:
    unit = "share" if answer.get("outcome") == "chance" else "USD"
    yield _Figure("swept_gain", "", "", unit, _number(answer, "gain"))


def _solve(answer: Part) -> Iterator[_Figure]:
    question, now = answer.get("question"), answer.get("now")
    unit = str(question.get("unit", "")) if isinstance(question, dict) else ""
    solutions = _parts(answer, "solutions")
    for place, one in enumerate(solutions, start=1):
        yield _Figure("solved_value", str(place) if len(solutions) > 1 else "", "", unit, _number(one, "value"))
    if isinstance(now, dict):
        yield _Figure("gain_now", "", "", "USD", _number(now, "amount"))


FIGURES: dict[str, Callable[[Part], Iterator[_Figure]]] = {
    "timeline": _timeline,
    "cliff": _cliff,
    "livingwage": _livingwage,
    "sensitivity": _sensitivity,
    "solve": _solve,
}


def _parts(part: Part, name: str) -> list[Part]:
    """The objects of a list; none where there is no such list, as somebody may have written the file."""
    found = part.get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _number(part: Part, name: str) -> float | None:
    found = part.get(name)
    return float(found) if isinstance(found, int | float) and not isinstance(found, bool) else None
