"""The sentences of the one screen that `timeline` shows by default: when who is ahead, and pay at some ages."""

import textwrap

from mobcalc.results import GroupYears, PathwayYears, Timeline
from mobcalc.wording.compare import crossing
from mobcalc.wording.numbers import dollars, percent
from mobcalc.wording.screen import listed, than

YEARS_ON = (0, 1, 2, 3, 5, 10, 20, 30, 40)
"""The years that the table has, from the first."""
LATER = 10
"""So many years from the first, pay is said in a sentence."""
GROUPS = {"expected": "all who start", "completer": "those who finish", "leaver": "those who leave"}
HEADS = {"expected": "All who\nstart", "completer": "If you\nfinish", "leaver": "If you\nleave"}
AGE, SO_FAR, AHEAD_FROM = "Age", "Ahead so\nfar", "Ahead from"
MOST_COLUMNS = 4
"""So many pathways besides the one compared with have room in the table."""
HEAD_WIDTH = 14


def years_shown(timeline: Timeline) -> list[int]:
    """Which years of the working life the table has, counted from the first."""
    years = timeline.retire_age - timeline.start_age
    return [year for year in YEARS_ON if year < years]


def head(name: str) -> str:
    """The name of a pathway over a narrow column."""
    return "\n".join(textwrap.wrap(name, HEAD_WIDTH, break_long_words=False)[:2])


def verdict(timeline: Timeline, names: dict[str, str]) -> str:
    """From which age on who is ahead, and what the groups of one pathway are paid at an age."""
    baseline, *others = timeline.pathways
    other = than(names[baseline.id])
    if not others:
        return ""
    if len(others) > 1:
        return f"Pay of all who start, on average. The last line says when each is ahead of {other} for good."
    (one,) = others
    return f"{_of_one(one, names[one.id], other)} {_paid(timeline, baseline, one, other)}"


def _of_one(one: PathwayYears, name: str, other: str) -> str:
    """When each group of one pathway is ahead."""
    found = {GROUPS[group.group]: _plural(_ahead(group)) for group in one.groups}
    if len(set(found.values())) == 1:
        return f"{name}, against {other}: {listed([*found])} {next(iter(found.values()))}."
    return f"{name}, against {other}: {'; '.join(f'{of} {said}' for of, said in found.items())}."


def _ahead(group: GroupYears) -> str:
    """From which age on a group is ahead, as the end of a sentence."""
    found = crossing(group.break_even_ages)
    if found.isdigit():
        return f"is ahead for good from age {found}"
    return {"even": "comes out even", "never": "is never ahead"}.get(found, f"is ahead {found} only")


def _plural(said: str) -> str:
    return said.replace("is ", "are ", 1).replace("comes ", "come ", 1)


def _paid(timeline: Timeline, baseline: PathwayYears, one: PathwayYears, other: str) -> str:
    """What the groups are paid at an age at which most training is over."""
    year = min(LATER, timeline.retire_age - timeline.start_age - 1)
    paid = [f"{dollars(group.years[year].paid_earnings)} for {GROUPS[group.group]}" for group in one.groups]
    least = dollars(baseline.groups[0].years[year].paid_earnings)
    return f"Pay at {timeline.start_age + year}: {', '.join(paid)}, {least} with {other}."


def ahead_from(one: PathwayYears) -> str:
    """The age from which all who start are ahead for good, for the last line of the table."""
    return crossing(one.groups[0].break_even_ages)


def notes(one: PathwayYears) -> list[str]:
    """What the dearest year of training costs."""
    dearest = max(one.groups[0].years, key=lambda year: year.costs)
    if dearest.costs <= 0.0:
        return []
    return [f"Training costs the person {dollars(dearest.costs, 10)} in the dearest year, at {dearest.age}."]


def not_shown(number: int) -> list[str]:
    """That some pathways have no column."""
    return [f"{number} more in --details."] if number > 0 else []


def basis(timeline: Timeline) -> str:
    """Which dollars these are, and how to see more."""
    later = f"later money counts {percent(timeline.discount_rate)} less a year"
    _, *others = timeline.pathways
    whose = f"So far: {GROUPS[others[0].groups[0].group]}" if len(others) == 1 else "Ahead: all who start"
    so_far = f" {whose}, {later}." if others else " None counted less."
    return (
        f"{timeline.price_year} dollars a year, time without work averaged in.{so_far}\n"
        "Every year, costs and a chart: --details"
    )
