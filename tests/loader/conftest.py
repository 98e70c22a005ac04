"""What tests of loading share."""

import pytest


@pytest.fixture
def file(tmp_path):
    """Writes a file, in folders of its own if need be, and gives its path."""

    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return str(path)

    return write
