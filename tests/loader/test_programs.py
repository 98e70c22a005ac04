"""Programs and supports from files: what is read, and what is refused with one clear error each."""

from pathlib import Path

import pytest

from mobcalc.errors import InputError
from mobcalc.loader.bundle import bundled
from mobcalc.loader.files import bundled_folder
from mobcalc.loader.programs import program_ids, program_of, support_ids, supports
from mobcalc.schema import program as schema

OWN = """\
name: Mothers back to work
summary: Job readiness.
place: {county: "Missoula, MT"}
people: {reached: 60, enrolled: 25, finished: 15}
households:
  one-child: {share: 0.7, children: [4]}
  partner: {share: 0.3, adults: 2, children: [4, 8], partner_earnings: 38000}
services:
  readiness: {label: Readiness, share: 1, pathway: short-sectoral-training}
cost: {per_participant: 9000}
supports: {child-care: {share: 0.5, cost: 6000}}
funding:
  act: {level: federal, amount: 180000}
  city: {level: local, amount: 50000}
"""


def _read(tmp_path: Path, text: str) -> str:
    """What is said of a file: nothing where it is sound."""
    file = tmp_path / "own.yaml"
    file.write_text(text)
    try:
        program_of(str(file), bundled())
    except InputError as error:
        return str(error).replace(str(file), "own.yaml")
    return ""


def test_every_shipped_program_and_support_is_sound() -> None:
    """Each is read as strictly as every shipped number."""
    assert "missoula-partnership" in program_ids()
    for name in program_ids():
        assert program_of(name, bundled()).program.name
    assert list(supports()) == support_ids()


def test_a_bare_number_of_the_users_own_is_a_record(tmp_path: Path) -> None:
    """It is marked as the user's, with its file and line."""
    file = tmp_path / "own.yaml"
    file.write_text(OWN)
    read = program_of(str(file), bundled())
    enrolled = read.program.people.enrolled
    assert (read.id, enrolled.value, enrolled.kind, enrolled.where) == ("own", 25.0, "user", f"{file}:4")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "amount: 180000",
            "amount: 260000",
            "error: own.yaml:12: programs.own.funding: the funding, $310,000, is above the cost of $300,000\n"
            "  hint: give what is paid for these people, or the whole cost",
        ),
        (
            "finished: 15",
            "finished: 26",
            "error: own.yaml:4: programs.own.people.finished: 26 finished are more than the 25 enrolled\n"
            "  hint: count the same people in both",
        ),
        (
            "finished: 15",
            "finished: 0.6",
            "error: own.yaml:4: programs.own.people.finished: 0.6 is not a whole number\n"
            "  hint: give whole people, not a share: 55 of 100 of 40 are 22",
        ),
        (
            "enrolled: 25",
            "enrolled: -25",
            "error: own.yaml:4: programs.own.people.enrolled: -25 is out of range for a value in people\n"
            "  hint: give a number from 1 to 10000000",
        ),
        (
            "child-care:",
            "childcare:",
            "error: own.yaml:11: programs.own.supports.childcare: there is no support 'childcare'\n"
            "  hint: did you mean child-care? One of your own needs name, cost, worth",
        ),
        (
            "share: 0.3",
            "share: 0.2",
            "error: own.yaml:5: programs.own.households: the shares add up to 0.9, not to 1\n"
            "  hint: give each person one of them",
        ),
        (
            "pathway: short-sectoral-training",
            "pathway: short-sectoral-trainin",
            "error: own.yaml:9: programs.own.services.readiness.pathway: there is no pathway 'short-sectoral-trainin'\n"
            "  hint: did you mean short-sectoral-training?",
        ),
        (
            "pathway: short-sectoral-training",
            "",
            "error: own.yaml:9: programs.own.services.readiness: it gives none of pathway, effect, job, unknown\n"
            "  hint: give exactly one: what is known of the effect on pay",
        ),
        (
            "cost: {per_participant: 9000}",
            "cost: {}",
            "error: own.yaml:10: programs.own.cost: nothing is given\n  hint: give one: per_participant or total",
        ),
        (
            "share: 1, pathway: short-sectoral-training",
            "share: 1, due: 0.5, unknown: nobody has measured it",
            "error: own.yaml:9: programs.own.services.readiness.due: it counts for a pathway alone\n"
            "  hint: leave it out; a job has a due of its own",
        ),
        (
            "level: local",
            "level: city",
            "error: own.yaml:14: programs.own.funding.city.level: unknown word 'city'\n"
            "  hint: write one of federal, state, local, employer, private",
        ),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    """One clear error with the line, what is wrong and what to do."""
    assert old in OWN
    assert _read(tmp_path, OWN) == ""
    assert _read(tmp_path, OWN.replace(old, new)) == said


PARTS = ("Program", "Served", "Participant", "Home", "Service", "Effect", "Job", "Cost", "Fund", "Taken")


@pytest.mark.parametrize("part", PARTS)
def test_every_name_is_in_the_guide(part: str) -> None:
    """Who writes a file finds each name in docs/programs.md."""
    guide = (bundled_folder().parent / "docs" / "programs.md").read_text()
    names = guide[guide.index("## Every name") :]
    for name in getattr(schema, part).__struct_fields__:
        assert f"`{name}" in names or f".{name}`" in names, name


def test_the_example_of_the_guide_is_sound(tmp_path: Path) -> None:
    """The first file that the guide shows, as it stands there."""
    guide = (bundled_folder().parent / "docs" / "programs.md").read_text()
    assert _read(tmp_path, guide.split("```yaml\n")[1].split("```")[0]) == ""
    services = guide.split("```yaml\n")[2].split("```")[0].replace("share: 0.3\n", "share: 0\n")
    shares = services.replace("    share: 0.5\n", "    share: 0\n")
    assert _read(tmp_path, OWN[: OWN.index("services:")] + shares + OWN[OWN.index("cost:") :]) == ""
