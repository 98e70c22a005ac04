"""What `replay` finds: a recorded run, repeated by this version."""

from msgspec import Struct

from mobcalc.results.diff import RunDifference


class Replay(Struct, frozen=True):
    """A record, and what differs now; `agrees` is whether the answer is the same but for the number of the version.

    The checksums are those of the answers' bytes as `--json` prints them.
    """

    file: str
    agrees: bool
    recorded_sha256: str
    repeated_sha256: str
    difference: RunDifference
