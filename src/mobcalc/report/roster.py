"""The summary of a roster as one screen, as JSON and as rows."""

from collections.abc import Mapping, Sequence
from typing import Any

from mobcalc.language import say
from mobcalc.report.formats.json import plain
from mobcalc.report.shared.basis import overrides, you_set
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.roster import GroupGain, Roster
from mobcalc.wording import roster as text
from mobcalc.wording.numbers import NONE, percent, thousands

BASIS = ("baseline", "price_year", "discount_rate", "draws", "seed", "assumed_draws", "assumptions_sha256")
"""What every row says besides its group."""
TOO_FEW = "fewer_than_10_people"
"""Why a row has no figures."""
SHOWN = 15
"""So many groups are shown on a screen."""
GROUP_WIDTH, PATHWAY_WIDTH, NUMBER_WIDTH, KEPT_WIDTH = 12, 33, 7, 13


def document(answer: Roster, names: Mapping[str, str], *, has_programs: bool = False) -> Document:
    """The summary: the largest groups first.

    Args:
        answer: the summary.
        names: what pathways are called, by id.
        has_programs: whether pathways go by programs.
    """
    largest = sorted(answer.groups, key=lambda one: -one.people)[:SHOWN]
    more = [text.more(len(answer.groups) - SHOWN)] if len(answer.groups) > SHOWN else []
    parts: Document = [Paragraph(text.title(answer))]
    if largest:
        parts.append(Table("", _columns(answer), [_row(answer, one, names) for one in largest]))
    alone = [text.groups_alone()] if "program" in answer.by and not has_programs else []
    notes = "\n".join(filter(None, [*more, *alone, *text.notes(answer), text.basis(answer)]))
    return [*parts, *([Paragraph(notes)] if notes else []), *you_set(answer.provenance, dict(names))]


def _columns(answer: Roster) -> tuple[Column, ...]:
    group = [Column(say("Group"), GROUP_WIDTH, False)] if answer.by else []
    numbers = [say("People"), say("Gain")]
    if answer.draws:
        numbers += [say("Low"), say("High"), say("Ahead")]
    kept = [Column(say("Kept of gain"), KEPT_WIDTH)] if text.knows_kept(answer) else []
    numbered = [Column(one, NUMBER_WIDTH) for one in numbers]
    return (*group, Column(say("Pathway"), PATHWAY_WIDTH, False), *numbered, *kept)


def _row(answer: Roster, one: GroupGain, names: Mapping[str, str]) -> tuple[str, ...]:
    group = [", ".join(part or NONE for part in one.group)] if answer.by else []
    cells = [f"{one.people:,}", thousands(one.gain if one.gain_mean is None else one.gain_mean)]
    if answer.draws:
        chance = NONE if one.chance_well_ahead is None else percent(round(one.chance_well_ahead, 2))
        cells += [thousands(one.gain_mean_p10), thousands(one.gain_mean_p90), chance]
    cells += [text.kept(one)] if text.knows_kept(answer) else []
    return (*group, say(names.get(one.pathway, one.pathway)), *cells)


def contract(answer: Roster) -> dict[str, Any]:
    """The JSON object of the summary, without format and version."""
    content: dict[str, Any] = plain(answer)
    del content["provenance"]
    shown = answer.provenance
    return content | {"assumptions_sha256": shown.assumptions_sha256, "overrides": overrides(shown)}


def rows(answer: Roster) -> list[dict[str, Any]]:
    """A row for each group and pathway, with the names of the JSON; those of too few people without figures."""
    content = contract(answer)
    basis = {name: content[name] for name in BASIS}
    nothing = dict.fromkeys(GroupGain.__struct_fields__)
    found = [{**nothing, **one, "reason": ""} for one in content["groups"]]
    found += [{**nothing, **one, "reason": TOO_FEW} for one in content["left_out_groups"]]
    return [_group_columns(answer.by, one.pop("group")) | basis | one for one in found]


def _group_columns(by: Sequence[str], values: Sequence[str]) -> dict[str, Any]:
    """The values that make a group, in columns that no other is called like."""
    return {f"group.{name}": value for name, value in zip(by, values, strict=True)}
