"""Files made to take much memory, or to make a report of what is wrong with them that nobody could read."""

from pathlib import Path

import pytest

from tests.hostile.bombs import BOMBS, MIB, taken

MOST_SAID = 20_000
"""Characters that the errors of one file may have."""


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="memory is measured as Linux counts it")
def test_no_file_takes_much_memory_nor_is_more_said_of_it_than_anybody_reads(tmp_path):
    found = taken(tmp_path)
    assert found.keys() == BOMBS.keys()
    for name, one in found.items():
        assert one.code in {0, 1, 2}, name
        assert one.bytes <= 200 * MIB, name
        assert len(one.said) <= MOST_SAID, name
        assert (one.said == "") == (one.code != 2), name
    assert sum(one.code == 2 for one in found.values()) >= 45
