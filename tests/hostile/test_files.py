"""Files of every kind that the program reads, spoiled: an error or an answer, and never a traceback."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.hostile.documents import layers, scenarios, spoiled_files, surveys
from tests.hostile.program import check, commands, searching, usual

CLIENTS, LAYERS, SURVEYS = (
    [one for one in commands() if kind in {own.name for own in one.options} or kind in {a.name for a in one.arguments}]
    for kind in ("scenario", "assumptions", "wages")
)
"""The commands that take a client's file, assumptions in files, and surveys."""


@pytest.fixture
def written(folder):
    """Writes a file into the folder and gives back its name."""

    def write_it(name, content):
        data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
        (folder / name).write_bytes(data)
        return name

    return write_it


@searching(70)
@given(text=scenarios(), data=st.data())
def test_a_spoiled_scenario_file(text, data, folder, written):
    command = data.draw(st.sampled_from(CLIENTS))
    file = written("client.yaml", text)
    check([*command.words, *usual(command, arguments=False), file], folder)
    check(["case", "show", file], folder)
    check(["case", "set", file, "wage=19", "economy.discount_rate=0.05"], folder)


@searching(40)
@given(text=st.one_of(layers(), spoiled_files()), data=st.data())
def test_a_spoiled_file_of_assumptions(text, data, folder, written):
    command = data.draw(st.sampled_from(LAYERS))
    file = written(data.draw(st.sampled_from(("own.yaml", "certificate.yaml", "reed-2012.yaml", "new-one.yml"))), text)
    check([*command.words, *usual(command), "-a", file], folder)
    check(["assumptions", "check", file], folder)
    Path(file).unlink()


@searching(140)
@given(kind=st.sampled_from(("wages", "prices")), data=st.data())
def test_a_spoiled_survey(kind, data, folder, written):
    command = data.draw(st.sampled_from(SURVEYS))
    file = written("own.csv", data.draw(surveys(kind)))
    place = ["--state", "NY", "--county", "Erie"] if "occupation" in {one.name for one in command.options} else []
    check([*command.words, *place, f"--{kind}", file], folder)
