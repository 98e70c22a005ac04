"""The sentences of `replay`: whether the answer is the same, and what it was made with."""

from mobcalc.language import mark, say
from mobcalc.results.replay import Replay
from mobcalc.wording.diff import baseline_is_none, leading
from mobcalc.wording.diff_names import names, versions
from mobcalc.wording.numbers import signed_dollars
from mobcalc.wording.screen import NO_TRAINING, than

RECORDED, NOW = mark("the record"), mark("today's run")
"""What the two answers are called in a sentence."""


def verdict(replay: Replay) -> str:
    """Whether the answer is the same."""
    run = replay.difference
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
