"""`replay`: whether a recorded run gives the same answer again, and what changed where it does not."""

from collections.abc import Sequence

from mobcalc.questions.diff import InForce, difference
from mobcalc.results.record import Answered
from mobcalc.results.replay import Replay


def replay(recorded: Answered, repeated: Answered, in_force: Sequence[InForce | None]) -> Replay:
    """A recorded run beside the same run repeated; both have records.

    Args:
        recorded: the answer in the record.
        repeated: that of this version.
        in_force: the assumptions of each case, as recorded and as this version has them.
    """
    assert recorded.record is not None
    assert repeated.record is not None
    found = difference(recorded, repeated, in_force)
    return Replay(
        file=recorded.file,
        agrees=found.is_same,
        recorded_sha256=recorded.record.answer_sha256,
        repeated_sha256=repeated.record.answer_sha256,
        difference=found,
    )
