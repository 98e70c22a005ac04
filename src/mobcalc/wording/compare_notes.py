"""The notes of the screen that `compare` shows by default: what would change what somebody does, in a few lines."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from mobcalc.language import mark, say, say_count
from mobcalc.results.compare import Comparison
from mobcalc.results.pathways import PathwayResult
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
LOST = {
    True: mark("{pathways} gains in pay but loses more to taxes and lost benefits."),
    False: mark("{pathways} gain in pay but lose more to taxes and lost benefits."),
}
WON = {
    True: mark("{pathways} loses in pay, but lower taxes and more benefits make up for it."),
    False: mark("{pathways} lose in pay, but lower taxes and more benefits make up for it."),
}
"""That a gain turns into a loss after taxes and benefits or a loss into a gain, by whether it is one pathway's."""
PAID = {
    (True, True): mark("You pay {amounts} in all for {pathway}, after average grants. No aid? --no-aid"),
    (True, False): mark("You pay {amounts} in all for {pathway}."),
    (False, True): mark("You pay {amounts} in all (in the order above), after average grants. No aid? --no-aid"),
    (False, False): mark("You pay {amounts} in all (in the order above)."),
}
"""What is paid, by whether it is of one pathway, and whether grants are taken off."""
MOST_OTHERS, MOST_ROWS = 3, 5
YOUNGEST_PARENT = 14
"""Whoever is not so many years older than a child is probably not its parent [years]."""
LEAST = 500.0
"""A gain or loss below this many dollars is none."""


def notes(comparison: Comparison, rows: Sequence[PathwayResult], names: dict[str, str]) -> tuple[list[str], list[str]]:
    """What a decision needs, and what else would change what somebody does; the most important of each first.

    Args:
        comparison: the answer.
        rows: all pathways but the one compared with, in the order of the table.
        names: what pathways are called, by id.
    """
    needed = [write(comparison, rows, names) for write in NEEDED.values()]
    others = [write(comparison, rows, names) for write in OTHERS.values()]
    first = list(dict.fromkeys(note for note in needed if note))
    return first, [note for note in others if note][:MOST_OTHERS]


def in_short(comparison: Comparison, rows: Sequence[PathwayResult], names: dict[str, str]) -> list[str]:
    """What a decision needs where room is short: of costs, time and training years those of the first row."""
    kept = [write(comparison, rows, names) for name, write in NEEDED.items() if name not in OF_ROWS]
    return list(dict.fromkeys(note for note in [*kept, _of_first(comparison, rows[0], names)] if note))


def _of_first(comparison: Comparison, first: PathwayResult, names: dict[str, str]) -> str:
    """What the first row costs, from when on it is ahead, and what is missing in its hardest year of training."""
    versus, pay = first.versus_baseline, cost(first)
    age = "" if versus is None else crossing(versus.break_even_ages)
    pathway, said = names[first.id], []
    if pay and age.isdigit():
        message = mark("{pathway}: you pay {amount} in all and are ahead for good from age {age}.")
        said.append(say(message, pathway=pathway, amount=pay, age=age))
    elif pay:
        said.append(say(PAID[True, False], amounts=pay, pathway=pathway))
    elif age.isdigit():
        said.append(say("{pathway} is ahead for good from age {age}.", pathway=pathway, age=age))
    year = (first.completer or first.expected).worst_training_year
    if year is not None and year.help_needed > 0.0:
        same, amount = _without(comparison, year.year), _a_month(year.help_needed)
        if same is None:
            said.append(say("In training, at {age}, {amount} a month is missing.", age=year.age, amount=amount))
        else:
            message = mark("In training, at {age}, {amount} a month is missing to live on; without it {without}.")
            said.append(say(message, age=year.age, amount=amount, without=same))
    return " ".join(said)


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
    same = _without(comparison, year.year)
    worst, missing = _hardest(rows[1:], year.help_needed, names)
    return say(
        TOO_LITTLE[same is not None, bool(worst)],
        age=year.age,
        pathway=names[first.id],
        amount=_a_month(year.help_needed),
        without=same or "",
        other=worst,
        more=_a_month(missing),
    )


def _without(comparison: Comparison, year: int) -> str | None:
    """What is missing a month in the same year without training; None where that is not known."""
    left = next(r for r in comparison.pathways if r.id == comparison.baseline).expected.left_over
    return _a_month(max(-left[year - 1], 0.0)) if left is not None and year <= len(left) else None


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


def _turned(_comparison: Comparison, rows: Sequence[PathwayResult], names: dict[str, str]) -> str:
    """What gains before taxes and benefits and loses after them, and the other way round."""
    lost, won = [], []
    for result in rows:
        versus = result.versus_baseline
        kept = None if versus is None else versus.gain.net_resources_present_value
        if versus is None or kept is None or min(abs(gain(versus)), abs(kept)) <= LEAST:
            continue
        if gain(versus) > 0.0 > kept:
            lost.append(names[result.id])
        elif gain(versus) < 0.0 < kept:
            won.append(names[result.id])
    said = [say(LOST[len(lost) == 1], pathways=listed(lost))] if lost else []
    said += [say(WON[len(won) == 1], pathways=listed(won))] if won else []
    return " ".join(said)


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


def _alike(comparison: Comparison, rows: Sequence[PathwayResult], names: dict[str, str]) -> str:
    """That a price that was given is that of several rows, where an occupation has several."""
    case, occupation = comparison.provenance.case, comparison.provenance.occupation
    if case is None or case.person.get("training_cost") is None or occupation is None:
        return ""
    classes = {route.pathway for route in occupation.routes if route.kind in ("certificate", "degree")}
    same = [names[one.id] for one in rows if one.id in classes]
    return say("Your price stands for {pathways} alike; for one: --pathway", pathways=listed(same)) if same[1:] else ""


Writing: TypeAlias = Callable[[Comparison, Sequence[PathwayResult], dict[str, str]], str]
NEEDED: dict[str, Writing] = {
    "age": _age_of_parent,
    "quitting": _quitting,
    "out_of_work": _out_of_work,
    "asked_cost": _asked_cost,
    "alike": _alike,
    "turned": _turned,
    "training_year": too_little,
    "costs": _costs,
    "ahead": _ahead,
}
"""What a decision needs, the most important first."""
OF_ROWS = ("asked_cost", "training_year", "costs", "ahead")
"""Those that tell of several rows."""
OTHERS: dict[str, Writing] = {
    "wage": _wage_far,
    "unusual": _unusual,
    "state_adds": _state_adds,
    "place": _not_local,
}
"""What else may be noted, the most important first."""


def cost(result: PathwayResult) -> str:
    """What training costs the person; empty where nobody knows."""
    if "cost_not_given" in _codes(result):
        return ""
    return dollars((result.completer or result.expected).out_of_pocket_cost, 10)
