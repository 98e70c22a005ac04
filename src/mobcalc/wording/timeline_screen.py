"""The sentences of the one screen that `timeline` shows by default: when who is ahead, and pay at some ages."""

import textwrap

from mobcalc.language import mark, say
from mobcalc.results.pathways import GroupYears, PathwayYears
from mobcalc.results.timeline import Timeline
from mobcalc.wording.compare import crossing
from mobcalc.wording.lists import listed
from mobcalc.wording.numbers import dollars, percent
from mobcalc.wording.screen import than

YEARS_ON = (0, 1, 2, 3, 5, 10, 20, 30, 40)
"""The years that the table has, from the first."""
LATER = 10
"""So many years from the first, pay is said in a sentence."""
GROUPS = {
    "expected": mark("all who start"),
    "completer": mark("those who finish"),
    "leaver": mark("those who leave"),
}
HEADS = {
    "expected": mark("All who\nstart"),
    "completer": mark("If you\nfinish"),
    "leaver": mark("If you\nleave"),
}
AGE, SO_FAR, AHEAD_FROM = mark("Age"), mark("Ahead so\nfar"), mark("Ahead from")
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
        return say(
            "Pay of all who start, on average. The last line says when each is ahead of {other} for good.", other=other
        )
    (one,) = others
    ahead = say("{pathway}, against {other}: {groups}.", pathway=names[one.id], other=other, groups=_groups(one))
    return f"{ahead} {_paid(timeline, baseline, one, other)}"


FOR_GOOD = mark("{groups} are ahead for good from age {age}")
EVEN = mark("{groups} come out even")
NEVER = mark("{groups} are never ahead")
UNTIL = mark("{groups} are ahead until {age} only")


def _groups(one: PathwayYears) -> str:
    """When each group of a pathway is ahead, those that are alike together."""
    found = {say(GROUPS[group.group]): _ahead(group) for group in one.groups}
    alike = {listed([*found]): _ahead(one.groups[0])} if len(set(found.values())) == 1 else found
    return "; ".join(say(message, groups=groups, age=age) for groups, (message, age) in alike.items())


def _ahead(group: GroupYears) -> tuple[str, int]:
    """What is said of when a group is ahead, and the age in it; 0 where there is none."""
    changes = group.break_even_ages
    if not changes:
        return EVEN, 0
    if changes[-1].direction == "ahead":
        return FOR_GOOD, changes[-1].age
    return (NEVER, 0) if len(changes) == 1 else (UNTIL, changes[-1].age)


def _paid(timeline: Timeline, baseline: PathwayYears, one: PathwayYears, other: str) -> str:
    """What the groups are paid at an age at which most training is over."""
    year = min(LATER, timeline.retire_age - timeline.start_age - 1)
    paid = [
        say("{amount} for {group}", amount=dollars(group.years[year].paid_earnings), group=say(GROUPS[group.group]))
        for group in one.groups
    ]
    return say(
        "Pay at {age}: {amounts}, {least} with {other}.",
        age=timeline.start_age + year,
        amounts=", ".join(paid),
        least=dollars(baseline.groups[0].years[year].paid_earnings),
        other=other,
    )


def ahead_from(one: PathwayYears) -> str:
    """The age from which all who start are ahead for good, for the last line of the table."""
    return crossing(one.groups[0].break_even_ages)


def notes(one: PathwayYears) -> list[str]:
    """What the dearest year of training costs."""
    dearest = max(one.groups[0].years, key=lambda year: year.costs)
    if dearest.costs <= 0.0:
        return []
    return [
        say(
            "Training costs the person {amount} in the dearest year, at {age}.",
            amount=dollars(dearest.costs, 10),
            age=dearest.age,
        )
    ]


def not_shown(number: int) -> list[str]:
    """That some pathways have no column."""
    return [say("{number} more in --details.", number=number)] if number > 0 else []


def basis(timeline: Timeline) -> str:
    """Which dollars these are, and how to see more."""
    year = say("{price_year} dollars a year, time without work averaged in.", price_year=timeline.price_year)
    more = say("Every year, costs and a chart: --details")
    return f"{year} {_later(timeline)}\n{more}"


def _later(timeline: Timeline) -> str:
    """How later money counts in how far ahead somebody is."""
    others, rate = timeline.pathways[1:], percent(timeline.discount_rate)
    if not others:
        return say("None counted less.")
    if len(others) > 1:
        return say("Ahead: all who start, later money counts {rate} less a year.", rate=rate)
    group = say(GROUPS[others[0].groups[0].group])
    return say("So far: {group}, later money counts {rate} less a year.", group=group, rate=rate)
