"""The notes of the screen that `compare` shows by default: what would change what somebody does, in a few lines."""

from collections.abc import Callable, Sequence

from mobcalc.language import mark, say, say_count
from mobcalc.results import Comparison, PathwayResult
from mobcalc.units import MONTHS_PER_YEAR
from mobcalc.wording.compare import crossing, gain, unusual
from mobcalc.wording.household import STATE_ADDS
from mobcalc.wording.lists import either, listed
from mobcalc.wording.numbers import dollars, hourly, thousands

TOO_LITTLE = {
    (True, True): mark(
        "In training, at {age}, {amount} a month is missing to live on with {pathway}, {more} with {other}, {without} "
        "without training."
    ),
    (True, False): mark(
        "In training, at {age}, {amount} a month is missing to live on with {pathway}, {without} without training."
    ),
    (False, True): mark(
        "In training, at {age}, {amount} a month is missing to live on with {pathway}, {more} with {other}."
    ),
    (False, False): mark("In training, at {age}, {amount} a month is missing to live on with {pathway}."),
}
"""What is missing, by whether it is known without training, and whether another pathway leaves less."""
PAID = {
    (True, True): mark("You pay {amounts} in all for {pathway}, after average grants. No aid? --no-aid"),
    (True, False): mark("You pay {amounts} in all for {pathway}."),
    (False, True): mark("You pay {amounts} in all (in the order above), after average grants. No aid? --no-aid"),
    (False, False): mark("You pay {amounts} in all (in the order above)."),
}
"""What is paid, by whether it is of one pathway, and whether grants are taken off."""
MOST_NOTES, MOST_ROWS = 3, 5
YOUNGEST_PARENT = 14
"""Whoever is not so many years older than a child is probably not its parent [years]."""
LEAST = 500.0
"""A gain or loss below this many dollars is none."""


def notes(comparison: Comparison, rows: Sequence[PathwayResult], names: dict[str, str]) -> list[str]:
    """What would change what somebody does, the most important first, and no more than three.

    Args:
        comparison: the answer.
        rows: all pathways but the one compared with, in the order of the table.
        names: what pathways are called, by id.
    """
    found = (write(comparison, rows, names) for write in NOTES.values())
    return list(dict.fromkeys(note for note in found if note))[:MOST_NOTES]


def _wage_far(comparison: Comparison, _rows: Sequence[PathwayResult], _names: dict[str, str]) -> str:
    values = {notice.code: notice.values for notice in comparison.warnings}
    if "own_wage_far" in values:
        typical = hourly(float(values["own_wage_far"]["typical"]))
        return say(
            "People like this person earn about {wage} an hour, far from the wage given, so gains are a rough guess.",
            wage=typical,
        )
    return ""


def too_little(comparison: Comparison, rows: Sequence[PathwayResult], names: dict[str, str]) -> str:
    """What is missing in the hardest year of training, beside the same year without it."""
    first = rows[0]
    group = first.completer or first.expected
    year = group.worst_training_year
    if year is None or year.help_needed <= 0.0:
        return ""
    without = next(r for r in comparison.pathways if r.id == comparison.baseline).expected.left_over
    same = without[year.year - 1] if without is not None and year.year <= len(without) else None
    worst, missing = _hardest(rows[1:], year.help_needed, names)
    return say(
        TOO_LITTLE[same is not None, bool(worst)],
        age=year.age,
        pathway=names[first.id],
        amount=_a_month(year.help_needed),
        without="" if same is None else _a_month(max(-same, 0.0)),
        other=worst,
        more=_a_month(missing),
    )


def _a_month(amount: float) -> str:
    return dollars(amount / MONTHS_PER_YEAR, 10)


def _hardest(others: Sequence[PathwayResult], least: float, names: dict[str, str]) -> tuple[str, float]:
    """The pathway with most missing in a training year, and how much; none where that is hardly more than `least`."""
    missing = {
        names[one.id]: year.help_needed
        for one in others
        if (year := (one.completer or one.expected).worst_training_year) is not None
    }
    worst = max(missing, key=lambda name: missing[name], default="")
    if not worst or missing[worst] <= least + LEAST:
        return "", 0.0
    return worst, missing[worst]


def _taken_away(_comparison: Comparison, rows: Sequence[PathwayResult], names: dict[str, str]) -> str:
    """What gains before taxes and benefits, and loses after them."""
    lost = [
        names[result.id]
        for result in rows
        if (versus := result.versus_baseline) is not None
        and versus.gain.net_resources_present_value is not None
        and gain(versus) > LEAST
        and versus.gain.net_resources_present_value < -LEAST
    ]
    if not lost:
        return ""
    one, more = (
        mark("After taxes and lost benefits {pathways} leaves less than no training."),
        mark("After taxes and lost benefits {pathways} leave less than no training."),
    )
    return say(one if len(lost) == 1 else more, pathways=listed(lost))


def _costs(_comparison: Comparison, rows: Sequence[PathwayResult], names: dict[str, str]) -> str:
    """What training costs the person, of a few pathways or of the first."""
    rows = _few(rows)
    known = [cost(result) for result in rows]
    if not any(known):
        return ""
    has_grants = any("grants" in _codes(result) for result in rows)
    return say(
        PAID[len(rows) == 1, has_grants],
        amounts=either([cost or say("an unknown sum") for cost in known]),
        pathway=names[rows[0].id],
    )


def _few(rows: Sequence[PathwayResult]) -> Sequence[PathwayResult]:
    """All rows where they are few, otherwise the first."""
    return rows if len(rows) <= MOST_ROWS else rows[:1]


def _codes(result: PathwayResult) -> set[str]:
    return {notice.code for notice in result.warnings}


def _ahead(_comparison: Comparison, rows: Sequence[PathwayResult], names: dict[str, str]) -> str:
    """From which age on a few pathways are ahead, or the first."""
    rows = _few(rows)
    ages = [crossing(result.versus_baseline.break_even_ages) for result in rows if result.versus_baseline is not None]
    if not any(age.isdigit() for age in ages):
        return ""
    if len(ages) == 1:
        return say("{pathway} is ahead for good from age {age}.", pathway=names[rows[0].id], age=ages[0])
    return say("Ahead for good from age {ages} (in the order above).", ages=either(ages))


def _state_adds(comparison: Comparison, _rows: Sequence[PathwayResult], _names: dict[str, str]) -> str:
    return say(STATE_ADDS) if any(notice.code == "plan_state_adds" for notice in comparison.warnings) else ""


def _not_local(comparison: Comparison, _rows: Sequence[PathwayResult], _names: dict[str, str]) -> str:
    if comparison.provenance.place is not None:
        return ""
    person = {} if comparison.provenance.case is None else comparison.provenance.case.person
    if person.get("children") or float(person.get("adults") or 1) > 1:
        return say('Your household counts only with a place: --county "Jamestown, NY"')
    return say('Not in it: taxes, benefits, child care, your town. Add --county "Jamestown, NY"')


def _unusual(comparison: Comparison, rows: Sequence[PathwayResult], _names: dict[str, str]) -> str:
    """That the first row is an apprenticeship that few take."""
    return say("Few enter this work through an apprenticeship.") if unusual(comparison, rows[0]) else ""


def _quitting(comparison: Comparison, rows: Sequence[PathwayResult], names: dict[str, str]) -> str:
    """What leaving after the time asked about comes to."""
    gains = [
        f"{names[result.id]} {thousands(result.versus_baseline.quitter_gain.net_present_value)}"
        for result in rows
        if result.versus_baseline is not None and result.versus_baseline.quitter_gain is not None
    ]
    case = comparison.provenance.case
    quit_after = None if case is None else case.person.get("quit_after")
    if quit_after is None:
        return ""
    after = say_count(float(quit_after), "{count} year", "{count} years")
    if not gains:
        return say("After {time} all have finished or left.", time=after)
    return say("If you leave after {time}: {gains}.", time=after, gains=", ".join(gains))


def _age_of_parent(comparison: Comparison, _rows: Sequence[PathwayResult], _names: dict[str, str]) -> str:
    """That a parent's age was probably forgotten."""
    children = comparison.household.children if comparison.household is not None else []
    if not children or comparison.start_age - max(children) >= YOUNGEST_PARENT:
        return ""
    return say(
        "At {age}, with a child of {child_age}? Say how old the person is: --age",
        age=comparison.start_age,
        child_age=max(children),
    )


def _out_of_work(comparison: Comparison, _rows: Sequence[PathwayResult], _names: dict[str, str]) -> str:
    """That somebody out of work is taken to find work."""
    is_out = any(notice.code == "out_of_work" for notice in comparison.warnings)
    return say("Out of work now: taken to find full-time work at once, with or without training.") if is_out else ""


def _asked_cost(comparison: Comparison, rows: Sequence[PathwayResult], names: dict[str, str]) -> str:
    """What training costs where its price is what was asked about."""
    case = comparison.provenance.case
    is_asked = case is not None and (case.person.get("training_cost") is not None or case.person.get("without_aid"))
    return _costs(comparison, rows, names) if is_asked else ""


NOTES: dict[str, Callable[[Comparison, Sequence[PathwayResult], dict[str, str]], str]] = {
    "age": _age_of_parent,
    "quitting": _quitting,
    "asked_cost": _asked_cost,
    "out_of_work": _out_of_work,
    "wage": _wage_far,
    "unusual": _unusual,
    "training_year": too_little,
    "taken_away": _taken_away,
    "state_adds": _state_adds,
    "costs": _costs,
    "ahead": _ahead,
    "place": _not_local,
}
"""What may be noted, the most important first."""


def cost(result: PathwayResult) -> str:
    """What training costs the person; empty where nobody knows."""
    if "cost_not_given" in _codes(result):
        return ""
    return dollars((result.completer or result.expected).out_of_pocket_cost, 10)
