"""The documents say what the program does: their commands run, their numbers and words are the program's."""

import csv
import importlib
import json
import re
import shlex
from pathlib import Path

import pytest
import yaml
from tools import cli_reference

from mobcalc import results
from mobcalc.loader.bundle import bundled_folder
from mobcalc.results.validate import CheckedCase, CheckedFigure
from mobcalc.schema import Assumption, Assumptions, fields, known_names
from mobcalc.wording.numbers import dollars

ROOT = Path(__file__).parents[1]
EDUCATIONS = "pay"
INSTALLS = ("pip install", "pipx install")


def blocks(path, language):
    return re.findall(rf"```{language}\n(.*?)```", (ROOT / path).read_text(), re.DOTALL)


def commands(path):
    lines = [line.strip() for block in blocks(path, "sh") for line in block.splitlines()]
    lines += re.findall(r"^- `(mobcalc .+?)`: ", (ROOT / path).read_text(), re.MULTILINE)
    return [line for line in lines if line.startswith("mobcalc") and not any(word in line for word in INSTALLS)]


@pytest.fixture
def files_of_the_documents(tmp_path, monkeypatch):
    """The YAML blocks whose first line is a comment with a file name, and the tables with one, as files."""
    for name, block in re.findall(r"```csv (\S+)\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL):
        (tmp_path / name).write_text(block)
    for path in ("README.md", "docs/adding-a-pathway.md"):
        for block in blocks(path, "yaml"):
            name = re.match(r"# (\S+\.yaml)", block)
            if name:
                (tmp_path / name[1]).write_text(block)
    monkeypatch.chdir(tmp_path)


def python_blocks():
    """The examples of the page on Python, with what each needs installed."""
    return re.findall(r"```python ?(\w*)\n(.*?)```", (ROOT / "docs" / "python.md").read_text(), re.DOTALL)


@pytest.mark.parametrize(("needs", "example"), python_blocks())
def test_the_examples_in_python_run(needs, example, capsys):
    if needs:
        pytest.importorskip(needs)
    exec(example, {})
    assert capsys.readouterr().out.strip()


FAILING = {"mobcalc validate"}
"""What ends with 1 as shipped: tests/cli/test_validate.py has the published results that do not hold."""


@pytest.mark.parametrize("command", [*commands("README.md"), *commands("docs/adding-a-pathway.md")])
def test_commands_run(command, run, files_of_the_documents):
    found = run(*shlex.split(command)[1:])
    assert (found.code, found.err) == (int(command in FAILING), "")
    words = shlex.split(command)
    # A command that writes a file says nothing.
    assert Path(words[words.index("-o") + 1]).stat().st_size if "-o" in words else found.out


def test_the_files_of_the_readme_are_used_as_it_says(run, files_of_the_documents):
    for command in re.findall(r"used with: (mobcalc .*)", (ROOT / "README.md").read_text()):
        found = run(*shlex.split(command)[1:], "--details")
        assert (found.code, found.err) == (0, "")
        assert "You set:" in found.out


def test_the_readme_shows_what_is_printed(run):
    (example,) = blocks("README.md", "text")
    assert example == run("compare").out


def test_the_readme_installs_with_two_lines():
    lines = [line for block in blocks("README.md", "sh") for line in block.splitlines() if "pip install" in line]
    assert len(lines) == 2
    assert lines[0].endswith("mobcalc compare")
    assert lines[1].endswith("-m pytest")


def test_the_worked_pathway_gives_the_wages_of_its_table(files_of_the_documents):
    worked = yaml.safe_load(Path("welder-apprenticeship.yaml").read_text())
    with (bundled_folder() / "tables" / "oews_national_2025.csv").open(newline="") as file:
        row = next(r for r in csv.DictReader(file) if r["occ_code"] == "51-4121")
    columns = ("a_pct10", "a_pct25", "a_median", "a_pct75", "a_pct90")
    assert worked["earnings"]["percentiles"]["value"] == [float(row[c]) for c in columns]


def test_the_command_reference_is_the_commands(capsys):
    cli_reference.main()
    said = "run: python tools/cli_reference.py > docs/cli.md"
    assert capsys.readouterr().out == (ROOT / "docs" / "cli.md").read_text(), said


def test_every_command_and_option_is_in_the_reference():
    text = (ROOT / "docs" / "cli.md").read_text()
    options = text.partition("\n## Options\n")[2]
    for words, command in cli_reference.commands().items():
        section = text.partition(f"\n### {words}\n")[2].partition("\n### ")[0]
        assert f"```sh\nmobcalc {words}" in section or words in ("assumptions", "occupations", "places"), words
        for flag in cli_reference.flags_of(command):
            assert not flag.startswith("--") or re.search(rf"^\| `[^`]*{flag}[ `,]", options, re.MULTILINE), flag


def glossary():
    """Names and units in the glossary's table, with ids and shapes left open."""
    text = (ROOT / "docs" / "glossary.md").read_text()
    return dict(re.findall(r"^\| `([\w.]+)` \| ([\w/]+) \|", text, re.MULTILINE))


def schema_names(struct, prefix=""):
    """Every name of the schema with its unit, ids left open."""
    for field in fields(struct).values():
        name = f"{prefix}.{field.name}".lstrip(".")
        if field.name in ("sources", "measured_pathway"):
            continue
        if field.type is dict:
            yield from schema_names(field.item, f"{name}.{'EDUCATION' if field.name == EDUCATIONS else 'ID'}")
        elif field.type is Assumption:
            yield name, field.limits.unit
        elif hasattr(field.type, "__origin__") and hasattr(field.type.__origin__, "__struct_fields__"):
            yield from schema_names(field.type, name)
        else:
            yield name, "setting"


def test_the_glossary_has_every_name_with_its_unit():
    assert glossary() == dict(schema_names(Assumptions))


def test_every_name_that_can_be_set_is_in_the_glossary(assumptions):
    known = glossary()
    for name in known_names(Assumptions, assumptions):
        opened = re.sub(
            r"^(pathways|studies)\.[^.]+", r"\1.ID", re.sub(r"^people\.pay\.[^.]+", "people.pay.EDUCATION", name)
        )
        assert opened in known


@pytest.mark.parametrize(
    "struct",
    [results.Outcomes, results.VersusBaseline, results.PathwayResult, results.Chances, CheckedCase, CheckedFigure],
)
def test_every_key_of_the_json_is_described(struct):
    text = (ROOT / "docs" / "json.md").read_text()
    for name in struct.__struct_fields__:
        assert f"`{name}`" in text or name in ("caution", "chances", "evidence", "mean_gain")


def test_every_key_at_the_top_of_the_json_is_described(run):
    text = (ROOT / "docs" / "json.md").read_text()
    for name in json.loads(run("compare", "--json").out):
        assert f"`{name}`" in text


TRADES = ("-p", "building-trades-apprenticeship", "--draws", "0", "--json")


def trades_gain(run, *arguments):
    found = json.loads(run("compare", *TRADES, *arguments).out)["pathways"][1]
    return dollars(found["versus_baseline"]["gain"]["net_present_value"])


@pytest.mark.parametrize(
    ("row", "arguments"),
    [
        (
            "by what workers earn alone (`--set studies.reed-2012.weight=0`)",
            ("--set", "studies.reed-2012.weight=0"),
        ),
        ("as shipped, the study counting 40 percent", ()),
    ],
)
def test_the_table_beside_the_published_figures(row, arguments, run):
    shown = [trades_gain(run, "--age", age, *arguments) for age in ("18", "29")]
    assert f"| {row} | {shown[0]} | {shown[1]} |" in (ROOT / "docs" / "critics.md").read_text()


def test_functions_named_in_the_method_exist():
    for module, name in re.findall(r"`(\w+)\.(\w+)`", (ROOT / "docs" / "method.md").read_text()):
        if module in (
            "clock",
            "discounting",
            "survival",
            "earnings",
            "training",
            "impact",
            "costs",
            "standing",
            "time_out",
            "needs",
            "transfers",
            "cliffs",
            "solving",
            "drawing",
            "risk",
        ):
            assert hasattr(importlib.import_module(f"mobcalc.model.{module}"), name), f"{module}.{name}"


@pytest.mark.parametrize("path", ["README.md", *(f"docs/{f.name}" for f in (ROOT / "docs").glob("*.md"))])
def test_links_lead_somewhere(path):
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", (ROOT / path).read_text()):
        assert ((ROOT / path).parent / target).exists()


ATTACKS = re.findall(
    r"^\| (\d+) \| (.+?) \| (.+) \| (.+?) \|$", (ROOT / "docs" / "critics.md").read_text(), re.MULTILINE
)


def test_every_criticism_has_an_answer():
    assert [int(number) for number, *_ in ATTACKS] == list(range(1, 26))


def test_the_answers_stand_where_the_page_says(run):
    printed = " ".join(run("compare", "-p", "all", "--age", "18", "--details").out.split())
    for number, _, _, where in ATTACKS:
        for phrase in re.findall(r'"([^"]+)"', where):
            assert phrase in printed, f"{number}: {phrase}"
        for name in re.findall(r"`((?:economy|people)\.[\w.]+)`", where):
            assert run("assumptions", "list", name).code == 0 or run("assumptions", "show", name).code == 0, name


def test_a_haircut_on_the_measured_effect(run):
    gains = [trades_gain(run), trades_gain(run, "--set", "studies.reed-2012.effect.factor=0.75")]
    answer = next(answer for number, _, answer, _ in ATTACKS if number == "4")
    assert f"gain {gains[1]} instead of {gains[0]}." in answer
