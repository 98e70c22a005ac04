"""The ids of a file of people, to say how many come more than once."""

from collections.abc import Iterable, Iterator

import numpy as np

from mobcalc.cli.roster_files import Chunk

MOST = 1 << 20
"""Of files with more rows it is not looked for: what is kept of ids takes 8 bytes each, whatever the file [rows]."""


class Ids:
    """Those that have come so far."""

    def __init__(self) -> None:
        """Begin without any."""
        # Ones are there from the start, so that a long file takes no more memory than a short one.
        self._hashes, self._count = np.ones(MOST, np.int64), 0

    def add(self, ids: Iterable[str]) -> None:
        """Take note of those of some rows; an empty one is nobody's."""
        found = np.fromiter(map(hash, filter(None, ids)), np.int64)
        if self._count + len(found) <= MOST:
            self._hashes[self._count : self._count + len(found)] = found
        self._count += len(found)

    def seen(self, chunks: Iterable[Chunk]) -> Iterator[Chunk]:
        """The same rows, their ids taken note of."""
        for chunk in chunks:
            self.add(chunk.columns["id"])
            yield chunk
            # The next is read with the room of this one.
            del chunk

    def repeated(self) -> int | None:
        """How many ids have come more than once; None where there are too many rows to know."""
        if self._count > MOST:
            return None
        own = self._hashes[: self._count]
        own.sort()
        is_same = own[1:] == own[:-1]
        # Of one that comes three times, the second time alone counts.
        return int(is_same.sum() - (is_same[1:] & is_same[:-1]).sum())
