"""A repeated run beside its record, as a document, as flat rows, and as the JSON object."""

from collections.abc import Sequence
from typing import Any

from mobcalc.language import say
from mobcalc.report import diff
from mobcalc.report.formats.json import plain
from mobcalc.report.tables import Document, Paragraph
from mobcalc.results.replay import Replay
from mobcalc.wording import replay as text
from mobcalc.wording.diff import more


def document(replay: Replay, altered: Sequence[str] = (), *, has_details: bool = False) -> Document:
    """Whether the answers agree, then what differs.

    Args:
        replay: the answers.
        altered: the names of what the record says otherwise than the repeated run.
        has_details: whether everything is shown.
    """
    run = replay.difference
    verdict = Paragraph(text.verdict(replay, altered))
    if replay.agrees:
        said = [
            Paragraph("\n".join([*text.answer(replay), text.made_with(replay)])),
            Paragraph(f"{text.checksum(replay)}\n{more()}"),
        ]
        return [verdict, *said, *(diff.details(run) if has_details else [])]
    named = say(text.RECORDED), say(text.NOW)
    return [verdict, *diff.body(run, *named, more(), has_details=has_details)]


def contract(replay: Replay) -> dict[str, Any]:
    """The verdict and the differences as a JSON object."""
    content: dict[str, Any] = plain(replay)
    return {**content, "difference": diff.contract(replay.difference)}


def flat_rows(replay: Replay) -> list[dict[str, Any]]:
    """A row for the verdict, then one for each difference."""
    first = diff.row("verdict", "answer_sha256", replay.recorded_sha256, replay.repeated_sha256)
    return [{**first, "agrees": replay.agrees}, *({**row, "agrees": None} for row in diff.flat_rows(replay.difference))]
