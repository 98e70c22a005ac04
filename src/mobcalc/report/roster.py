"""The summary of a roster as one screen and as JSON."""

import textwrap
from collections.abc import Mapping
from typing import Any

from mobcalc.language import say
from mobcalc.report.formats.json import plain
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.roster import GroupGain, Roster
from mobcalc.wording import roster as text
from mobcalc.wording.numbers import NONE, percent, thousands

SHOWN = 10
"""So many groups are shown on a screen."""
GROUP_WIDTH, PATHWAY_WIDTH, NUMBER_WIDTH = 18, 27, 7


def document(answer: Roster, names: Mapping[str, str]) -> Document:
    """The summary: the largest groups first.

    Args:
        answer: the summary.
        names: what pathways are called, by id.
    """
    largest = sorted(answer.groups, key=lambda one: -one.people)[:SHOWN]
    more = [text.more(len(answer.groups) - SHOWN)] if len(answer.groups) > SHOWN else []
    parts: Document = [Paragraph(text.title(answer))]
    if largest:
        parts.append(Table("", _columns(answer), [_row(answer, one, names) for one in largest]))
    return [*parts, Paragraph("\n".join([*more, *text.notes(answer), text.basis(answer)]))]


def _columns(answer: Roster) -> tuple[Column, ...]:
    group = [Column(say("Group"), GROUP_WIDTH, False)] if answer.by else []
    numbers = [say("People"), say("Gain")]
    if answer.draws:
        numbers += [say("Low"), say("High"), say("Ahead")]
    numbers += [say("Kept")] if _knows_kept(answer) else []
    return (*group, Column(say("Pathway"), PATHWAY_WIDTH, False), *(Column(one, NUMBER_WIDTH) for one in numbers))


def _knows_kept(answer: Roster) -> bool:
    return any(one.kept_gain is not None for one in answer.groups)


def _row(answer: Roster, one: GroupGain, names: Mapping[str, str]) -> tuple[str, ...]:
    group = (
        [textwrap.shorten(", ".join(part or NONE for part in one.group), GROUP_WIDTH, placeholder="")]
        if answer.by
        else []
    )
    cells = [f"{one.people:,}", thousands(one.gain if one.gain_mean is None else one.gain_mean)]
    if answer.draws:
        chance = NONE if one.chance_well_ahead is None else percent(round(one.chance_well_ahead, 2))
        cells += [thousands(one.gain_p10), thousands(one.gain_p90), chance]
    cells += [thousands(one.kept_gain)] if _knows_kept(answer) else []
    return (*group, textwrap.shorten(say(names.get(one.pathway, one.pathway)), PATHWAY_WIDTH, placeholder=""), *cells)


def contract(answer: Roster) -> dict[str, Any]:
    """The JSON object of the summary, without format and version."""
    content: dict[str, Any] = plain(answer)
    return content
