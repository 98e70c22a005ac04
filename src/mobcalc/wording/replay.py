"""The sentences of `replay`: whether the answer is the same, and what it was made with."""

from collections.abc import Sequence

from mobcalc.language import mark, say
from mobcalc.results.replay import Replay
from mobcalc.wording.diff import MOST_NAMED, baseline_is_none, leading
from mobcalc.wording.diff_names import assumption_name, names, versions
from mobcalc.wording.numbers import signed_dollars
from mobcalc.wording.screen import NO_TRAINING, than

RECORDED, NOW = mark("the record"), mark("today's run")
"""What the two answers are called in a sentence."""


def verdict(replay: Replay, altered: Sequence[str] = ()) -> str:
    """Whether the answer is the same, and what it rests on.

    Args:
        replay: the answers.
        altered: the names of what the record says otherwise than the repeated run.
    """
    run = replay.difference
    if replay.agrees and altered:
        return say(
            "{file}: the answer is the same, but not all that the record says it rests on. Not what the repeated run "
            "has: {names}. Either the file was changed by hand, or a table that the answer does not use.",
            file=replay.file,
            names=_named(replay, altered),
        )
    if replay.agrees:
        same = say("{file}: the answer is the same, to the last byte.", file=replay.file)
        if replay.recorded_sha256 == replay.repeated_sha256:
            return same
        return f"{same} " + say("Only the number of the version differs.")
    if not run.changed_figures:
        return say("{file}: the answer is not the same. No figure differs, but texts do.", file=replay.file)
    return say(
        "{file}: the answer is not the same. {changed} of {figures} figures differ.",
        file=replay.file,
        changed=f"{run.changed_figures:,}",
        figures=f"{run.figures:,}",
    )


def _named(replay: Replay, altered: Sequence[str]) -> str:
    """The first of these names, and how many more there are."""
    clients = replay.difference.clients
    named = [
        assumption_name(name, clients[0]) if "." in name and not _is_file(replay, name) else name for name in altered
    ]
    left = len(named) - MOST_NAMED
    return "; ".join([*named[:MOST_NAMED], *([say("{number} more", number=left)] if left > 0 else [])])


def _is_file(replay: Replay, name: str) -> bool:
    return any(name == one.name for one in replay.difference.tables)


def answer(replay: Replay) -> list[str]:
    """The answer that was found again: the gain of the pathway that gains most."""
    clients = replay.difference.clients
    one = leading(clients[0]) if len(clients) == 1 else None
    if one is None or one.after is None or not baseline_is_none(clients[0]):
        return []
    return [
        say(
            "It is still: {pathway} gains {amount} over {other}, as the average of all who start.",
            pathway=names(clients[0])[one.id],
            amount=signed_dollars(one.after.gain, 1000),
            other=than(say(NO_TRAINING)),
        )
    ]


def made_with(replay: Replay) -> str:
    """The command and the versions."""
    run = replay.difference
    return say("mobcalc {command}: {versions}.", command=run.command, versions=versions(run.versions))


def checksum(replay: Replay) -> str:
    """The checksum of the answer."""
    return say("SHA-256 of what --json prints: {checksum}", checksum=f"\n{replay.repeated_sha256}")
