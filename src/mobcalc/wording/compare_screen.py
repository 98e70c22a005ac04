"""The sentences and labels of the one screen that `compare` shows by default: plain words, the answer first."""

from collections.abc import Callable, Sequence

from mobcalc.results import Comparison, PathwayResult
from mobcalc.units import MONTHS_PER_YEAR, counted
from mobcalc.wording import chances
from mobcalc.wording.compare import crossing, gain, is_even, unusual
from mobcalc.wording.fields import words_for
from mobcalc.wording.household import STATE_ADDS
from mobcalc.wording.numbers import SAME, dollars, hourly, more_or_less, percent, short
from mobcalc.wording.screen import listed, than

GUESS, NONE = "?", "-"
BRINGS, GAINS_MOST = "brings", "gains most:"
MOST_NOTES, MOST_NAMED, MOST_ROWS = 3, 3, 5
YEARS_ON, USUAL_AGE = 10, 30
"""Pay is compared at 30, or so many years on where that is later."""
YOUNGEST_PARENT = 14
"""Whoever is not so many years older than a child is probably not its parent [years]."""
LEAST = 500.0
"""A gain or loss below this many dollars is none."""


def verdict(comparison: Comparison, best: list[PathwayResult], names: dict[str, str]) -> str:
    """What is gained, how likely that is, and how many finish.

    Args:
        comparison: the answer.
        best: all pathways but the one compared with, the largest gain first.
        names: what pathways are called, by id.
    """
    first = best[0]
    versus = first.versus_baseline
    assert versus is not None
    total, other = gain(versus), than(names[comparison.baseline])
    said = [_opening(comparison, best, names)]
    if total > 0.0 or len(best) == 1:
        amount = more_or_less(total)
        with_it = f"{amount} over a working life {'as' if amount == SAME else 'than'} with {other}"
        said.append(f"{_starting(said[0], names[first.id], len(best) > 1)} {with_it}, as the average of all who start.")
    if versus.chances is not None:
        share = chances.in_words(
            versus.chances.together.chance_well_ahead, versus.chances.together.chance_standard_error
        )
        finish = first.completion_rate
        who = f", and about {_of_100(finish)} of 100 finish" if finish is not None else ""
        said.append(f"The chance to end at least $10,000 ahead is {share}{who}.")
    kept = versus.gain.net_resources_present_value
    if kept is not None:
        said.append(f"After taxes and benefits the household has {more_or_less(kept)}.")
    return " ".join(part for part in said if part)


def is_unsure(comparison: Comparison, best: list[PathwayResult]) -> bool:
    """Whether none is recommended: studies and pay disagree, or another pathway is likelier to end ahead."""
    return any(not result.evidence_agrees for result in best) or _likelier(comparison, best) is not None


def _opening(comparison: Comparison, best: list[PathwayResult], names: dict[str, str]) -> str:
    """The first words: who gains most, or that nothing can be recommended."""
    first = best[0]
    doubted = [names[result.id] for result in best if not result.evidence_agrees]
    if doubted:
        return f"What pay says and what studies say of {listed(doubted)} do not agree, so none is recommended."
    likelier = _likelier(comparison, best)
    versus = first.versus_baseline
    assert versus is not None
    if gain(versus) <= 0.0 and len(best) > 1:
        loss = more_or_less(gain(versus))
        none = f"None of these pays more on average than {than(names[comparison.baseline])}"
        return f"{none}; {names[first.id]} comes nearest: {loss}."
    if likelier is not None:
        other = names[likelier.id]
        return f"{names[first.id]} gains most on average, but {other} is likelier to end ahead, so none is recommended."
    if len(best) > 1 and is_even(versus, best[1]):
        return f"{names[first.id]} and {names[best[1].id]} gain about as much."
    return ""


def _starting(opening: str, name: str, several: bool) -> str:
    return f"{name} {GAINS_MOST if not opening and several else BRINGS}"


def _likelier(comparison: Comparison, best: list[PathwayResult]) -> PathwayResult | None:
    """Another pathway that is clearly likelier to end ahead than the one that gains most."""
    order, first = comparison.ranking["by_chance"], best[0]
    if not order or order[0] == first.id or first.versus_baseline is None:
        return None
    by_id = {result.id: result for result in best}
    other = by_id.get(order[0])
    if other is None or other.versus_baseline is None or other.versus_baseline.chances is None:
        return None
    assert first.versus_baseline.chances is not None
    ours, theirs = first.versus_baseline.chances.together, other.versus_baseline.chances.together
    apart = theirs.chance_well_ahead - ours.chance_well_ahead
    return other if apart >= chances.SURE * theirs.chance_standard_error else None


def _of_100(share: float) -> int:
    return round(100 * share)


def finish(share: float | None, is_guess: bool) -> str:
    """How many of 100 finish."""
    return NONE if share is None else f"{_of_100(share)}{GUESS if is_guess else ''}"


def thousands(amount: float | None, is_guess: bool = False) -> str:
    """A gain in thousands of dollars: `+150k`."""
    if amount is None:
        return NONE
    whole = round(amount / 1000.0)
    return f"{f'{whole:+,}k' if whole else '0'}{GUESS if is_guess else ''}"


def age_of_pay(comparison: Comparison) -> int:
    """The age at which pay is compared: the same in every row."""
    return min(max(USUAL_AGE, comparison.start_age + YEARS_ON), comparison.retire_age - 1)


def columns(comparison: Comparison) -> tuple[str, ...]:
    """The heads of the columns, what the household keeps among them with a place."""
    kept = ("After\ntaxes",) if comparison.household is not None else ()
    pay = f"Pay at {age_of_pay(comparison)}\nif done"
    return (
        "",
        "Pay in\nyear 1",
        "Finish\nof 100",
        pay,
        "Gain: all\nwho start",
        *kept,
        "if you\nfinish",
        "if you\nleave",
    )


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
        return f"People like this person earn about {typical}, far from the wage given, so gains are a rough guess."
    return ""


def _short_of(comparison: Comparison, rows: Sequence[PathwayResult], names: dict[str, str]) -> str:
    """What is missing in the hardest year of training, beside the same year without it."""
    first = rows[0]
    group = first.completer or first.expected
    year = group.worst_training_year
    if year is None or year.help_needed <= 0.0:
        return ""
    without = next(r for r in comparison.pathways if r.id == comparison.baseline).expected.left_over
    same = ""
    if without is not None and year.year <= len(without):
        less = max(-without[year.year - 1], 0.0)
        same = f" ({dollars(less / MONTHS_PER_YEAR, 10)} without training)"
    short = dollars(year.help_needed / MONTHS_PER_YEAR, 10)
    said = f"In training, at {year.age}, {names[first.id]} leaves {short} a month too little to live on{same}"
    return f"{said}{_hardest(rows[1:], year.help_needed, names)}."


def _hardest(others: Sequence[PathwayResult], least: float, names: dict[str, str]) -> str:
    """The pathway with the most that is missing in a training year, where that is more than for the first."""
    missing = {
        names[one.id]: year.help_needed
        for one in others
        if (year := (one.completer or one.expected).worst_training_year) is not None
    }
    worst = max(missing, key=lambda name: missing[name], default="")
    if not worst or missing[worst] <= least + LEAST:
        return ""
    return f", {worst} {dollars(missing[worst] / MONTHS_PER_YEAR, 10)}"


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
    verb = "leaves" if len(lost) == 1 else "leave"
    return f"After taxes and lost benefits {listed(lost)} {verb} less than no training." if lost else ""


def _costs(_comparison: Comparison, rows: Sequence[PathwayResult], names: dict[str, str]) -> str:
    """What training costs the person, of a few pathways or of the first."""
    rows = _few(rows)
    known = [
        "an unknown sum"
        if "cost_not_given" in _codes(result)
        else dollars((result.completer or result.expected).out_of_pocket_cost, 10)
        for result in rows
    ]
    if all("cost_not_given" in _codes(result) for result in rows):
        return ""
    after = ", after average grants. No aid? --no-aid" if any("grants" in _codes(result) for result in rows) else "."
    of_first = f" for {names[rows[0].id]}" if len(rows) == 1 else " (in the order above)"
    return f"You pay {_either(known)} in all{of_first}{after}"


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
        return f"{names[rows[0].id]} is ahead for good from age {ages[0]}."
    return f"Ahead for good from age {_either(ages)} (in the order above)."


def _state_adds(comparison: Comparison, _rows: Sequence[PathwayResult], _names: dict[str, str]) -> str:
    return STATE_ADDS if any(notice.code == "plan_state_adds" for notice in comparison.warnings) else ""


def _not_local(comparison: Comparison, _rows: Sequence[PathwayResult], _names: dict[str, str]) -> str:
    if comparison.provenance.place is not None:
        return ""
    person = {} if comparison.provenance.case is None else comparison.provenance.case.person
    if person.get("children") or float(person.get("adults") or 1) > 1:
        return 'Your household counts only with a place: --county "Jamestown, NY"'
    return 'Not in it: taxes, benefits, child care, your town. Add --county "Jamestown, NY"'


def _unusual(comparison: Comparison, rows: Sequence[PathwayResult], _names: dict[str, str]) -> str:
    """That the first row is an apprenticeship that few take."""
    return "Few enter this work through an apprenticeship." if unusual(comparison, rows[0]) else ""


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
    after = counted(float(quit_after), "year")
    return f"If you leave after {after}: {', '.join(gains)}." if gains else f"After {after} all have finished or left."


def _age_of_parent(comparison: Comparison, _rows: Sequence[PathwayResult], _names: dict[str, str]) -> str:
    """That a parent's age was probably forgotten."""
    children = comparison.household.children if comparison.household is not None else []
    if not children or comparison.start_age - max(children) >= YOUNGEST_PARENT:
        return ""
    return f"At {comparison.start_age}, with a child of {max(children)}? Say how old the person is: --age"


def _out_of_work(comparison: Comparison, _rows: Sequence[PathwayResult], _names: dict[str, str]) -> str:
    """That somebody out of work is taken to find work."""
    is_out = any(notice.code == "out_of_work" for notice in comparison.warnings)
    return "Out of work now: taken to find full-time work at once, with or without training." if is_out else ""


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
    "training_year": _short_of,
    "taken_away": _taken_away,
    "state_adds": _state_adds,
    "costs": _costs,
    "ahead": _ahead,
    "place": _not_local,
}
"""What may be noted, the most important first."""


def _either(parts: Sequence[str]) -> str:
    """Some values, one for each row."""
    *others, last = parts
    return f"{', '.join(others)} or {last}" if others else last


def basis(comparison: Comparison) -> str:
    """Which dollars these are."""
    later = f"later money counts {percent(comparison.discount_rate)} less a year"
    return f"{comparison.price_year} dollars, time without work averaged in; {later}."


def yours(comparison: Comparison, names: dict[str, str]) -> str:
    """Which numbers are the user's own, besides those of the person; empty where none is."""
    own = [one for one in comparison.provenance.overrides if not one.name.startswith("person.")]
    if not own:
        return ""
    named = list(dict.fromkeys(f"{words_for(one.name)}{_value(one.value)}{_of(one.name, names)}" for one in own))
    further = len(named) - MOST_NAMED
    rest = f" and {counted(further, 'other')}" if further > 0 else ""
    return f"Your own: {', '.join(named[:MOST_NAMED])}{rest}."


def _value(value: object) -> str:
    """A number as it was given; nothing for a setting in words."""
    return f" {short(value)}" if isinstance(value, float | list | dict) else ""


def _of(name: str, names: dict[str, str]) -> str:
    """The pathway that a number is of."""
    parts = name.split(".")
    return f" ({names[parts[1]]})" if parts[0] == "pathways" and parts[1] in names else ""


def more(has_guess: bool) -> str:
    """What the mark is, and how to see more."""
    guess = f"{GUESS}: a guess. " if has_guess else ""
    return f"{guess}Only part of a pay lead counts: --show assumptions. All: --details"
