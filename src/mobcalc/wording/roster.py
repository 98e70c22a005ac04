"""The sentences of `roster`."""

from collections.abc import Sequence

from mobcalc.language import say, say_count
from mobcalc.results.roster import FEWEST, GroupGain, Roster
from mobcalc.wording.numbers import NONE, percent, thousands

MANY = 0.2
"""A larger part of people than this have no baby as an only child; somebody wrote how many children there are."""
NAMED = 8
"""So many columns are named at most."""
SURE_LIVES, SURE_DRAWS = 3000, 300
"""So many lives of each person, which have so many draws of the assumptions, are enough for anybody."""
END_ERROR = 0.67
"""How far an end of a range may be off by chance, over its length times the square root of the draws.

The standard error of the first or last of ten parts of normal numbers, sqrt(0.1 x 0.9) / 0.1755, over the distance of
both, 2.563, each in standard deviations.
"""


def kept(one: GroupGain) -> str:
    """What households keep of what they gain; of the people of whom it is known."""
    if one.kept_gain is None:
        return NONE
    return say("{kept} of {gain}", kept=thousands(one.kept_gain), gain=thousands(one.gain_of_kept))


def title(answer: Roster) -> str:
    """How many people were answered, and how many not."""
    people = say_count(answer.people, "{count} person was answered.", "{count} people were answered.")
    if not answer.refused:
        return people
    refused = say_count(answer.refused, "{count} row was refused.", "{count} rows were refused.")
    return f"{people} {refused}"


def groups_alone() -> str:
    """That programs make groups, but that pathways do not go by them."""
    return say("The column program makes groups and nothing else: --programs FILE says where a program leads to.")


def notes(answer: Roster) -> list[str]:
    """What must be known of these people and figures."""
    said = []
    if answer.unread:
        said.append(say("Nothing was read from these columns: {names}.", names=shortened(answer.unread)))
        if answer.no_wages == answer.people:
            said.append(say("No column has wages: --map wage=COLUMN says which one it is."))
    if answer.repeated_ids:
        said.append(
            say_count(
                answer.repeated_ids,
                "{count} id comes more than once; each of its rows is answered.",
                "{count} ids come more than once; each of their rows is answered.",
            )
        )
    if answer.babies > MANY * answer.people:
        said.append(
            say_count(
                answer.babies,
                "{count} person has one child of age 0: children are given by age, and left empty for none.",
                "{count} people have one child of age 0: children are given by age, and left empty for none.",
            )
        )
    if answer.no_wages:
        said.append(
            say_count(
                answer.no_wages,
                "{count} person has no wage, and is taken to be paid what people like them are.",
                "{count} people have no wage, and are taken to be paid what people like them are.",
            )
        )
    if answer.low_wages:
        said.append(
            say_count(
                answer.low_wages,
                "{count} person has a wage below the minimum; it is kept and marked, and the minimum is paid.",
                "{count} people have a wage below the minimum; it is kept and marked, and the minimum is paid.",
            )
        )
    if answer.not_kept:
        said.append(
            say_count(
                answer.not_kept,
                "For {count} person it is not known what the household keeps: no table has such a household, as of "
                "three adults (--nearest-household), or no state is given. The row says which.",
                "For {count} people it is not known what the household keeps: no table has such a household, as of "
                "three adults (--nearest-household), or no state is given. The rows say which.",
            )
        )
    if _differ(answer):
        said.append(
            say(
                "A pathway has fewer people where others have its credential already, no time left for it, or "
                "pathways of their own."
            )
        )
    if answer.left_out:
        said.append(
            say_count(
                answer.left_out,
                "{count} group of fewer than {fewest} people is not shown.",
                "{count} groups of fewer than {fewest} people are not shown.",
                fewest=FEWEST,
            )
        )
    return said


def _differ(answer: Roster) -> bool:
    """Whether the pathways of a group are not of the same people."""
    return len({(*one.group, one.people) for one in answer.groups}) > len({tuple(one.group) for one in answer.groups})


def more(groups: int) -> str:
    """That not all groups are shown."""
    return say_count(groups, "{count} more group: --json", "{count} more groups: --json")


def basis(answer: Roster) -> str:
    """What the figures of groups mean, a line each; empty without any."""
    if not answer.groups:
        return ""
    said = [
        say(
            "Gain: over a working life in dollars of {year}, on average over the people of a group, of all who start; "
            "later money counts {rate} less a year.",
            year=answer.price_year,
            rate=percent(answer.discount_rate),
        )
    ]
    if any(one.weight != one.people for one in answer.groups):
        said.append(say("On average: each person counts by the column weight; People counts everybody once."))
        if answer.no_weights:
            said.append(
                say_count(
                    answer.no_weights,
                    "{count} person has no weight, and counts as one.",
                    "{count} people have no weight, and count as one each.",
                )
            )
    if answer.draws:
        draws = answer.assumed_draws
        sure = say(
            "Low and High: in 8 of 10 of {draws} draws of what is assumed the average lies between them; other draws "
            "would move either by about {share} of that distance.",
            draws=draws,
            share=percent(round(END_ERROR / draws**0.5, 2)),
        )
        surer = [say("More draws move them less: --draws {lives}.", lives=SURE_LIVES)] if draws < SURE_DRAWS else []
        said.append(" ".join([sure, *surer, say("People differ far more: gain_p10 and gain_p90 of the rows.")]))
        said.append(say("Ahead: of the lives drawn for them, the part that ends $10,000 or more ahead."))
    if knows_kept(answer):
        said.append(
            say(
                "Kept of gain: what households keep after taxes and benefits of what these people gain, where that is "
                "known, with all that is assumed at its value."
            )
        )
    return "\n".join(said)


def knows_kept(answer: Roster) -> bool:
    """Whether of any group it is known what households keep."""
    return any(one.kept_gain is not None for one in answer.groups)


def shortened(names: Sequence[str]) -> str:
    """Some names, the first of them where there are many."""
    first = ", ".join(names[:NAMED])
    return f"{first}, ..." if len(names) > NAMED else first
