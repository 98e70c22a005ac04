"""The documents say what the program does: their commands run, their numbers and words are the program's."""

import csv
import importlib
import json
import re
import shlex
from pathlib import Path

import pytest
import yaml
from tools import cli_reference, json_reference

import mobcalc
from mobcalc.loader.bundle import bundled_folder
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
    for path in ("README.md", "docs/raises.md"):
        for name, block in re.findall(r"```csv (\S+)\n(.*?)```", (ROOT / path).read_text(), re.DOTALL):
            (tmp_path / name).write_text(block)
    for path in RUN:
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


RUN = ("README.md", "docs/adding-a-pathway.md", "docs/raises.md")
"""The pages whose commands are run."""
FAILING = {"mobcalc validate"}
"""What ends with 1 as shipped: tests/cli/test_validate.py has the published results that do not hold."""


def records_read(command):
    """The records that a command reads, which the commands above it write."""
    return re.findall(r"(?:(?<=replay )|(?<=--from )|(?<=diff )|(?<=march.json ))\w+\.json", command)


@pytest.mark.parametrize("command", [command for page in RUN for command in commands(page)])
def test_commands_run(command, run, files_of_the_documents):
    for name in records_read(command):
        run("compare", "client.yaml", "--record", name)
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


def test_the_readme_says_how_many_finishers_do_not_gain(run):
    shares = {"building-trades-apprenticeship": 6, "associate-degree": 3}
    all_finish = [f"--set=pathways.{name}.completion.rate={{value: 0.999, range: [0.9985, 0.9995]}}" for name in shares]
    found = json.loads(run("compare", *(f"-p{name}" for name in shares), *all_finish, "--json").out)["pathways"][1:]
    for pathway, one_in in zip(found, shares.values(), strict=True):
        assert round(1 / (1 - pathway["versus_baseline"]["chance_well_ahead"])) == one_in
    said = "of those who finish an apprenticeship about 1 in 6 end without the $10,000, and with an associate degree 1 in 3."
    assert said in " ".join((ROOT / "README.md").read_text().split())


def test_the_readme_names_the_parts_of_a_pay_lead_that_count(assumptions):
    shares = {
        assumptions.pathways[name].earnings.causal_share.value for name in assumptions.pathways if "appren" in name
    }
    assert (shares, assumptions.pathways["certificate"].earnings.causal_share.value) == ({0.73}, 0.30)
    assert "73 percent for apprenticeships, 30 for a certificate" in (ROOT / "README.md").read_text()


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


def test_the_json_reference_is_what_the_schemas_say(capsys):
    json_reference.main()
    said = "run: python tools/json_reference.py > docs/json.md"
    assert capsys.readouterr().out == (ROOT / "docs" / "json.md").read_text(), said


def test_every_object_of_the_json_is_in_the_reference():
    text = (ROOT / "tools" / "json_reference.md").read_text()
    assert sorted(json_reference.GAP.findall(text)) == sorted(json_reference.things())


@pytest.mark.parametrize(
    "arguments",
    [
        ("occupations", "show", "electrician", "--county", "Jamestown, NY"),
        ("places", "show", "--state", "NY", "--county", "Erie", "--metro", "Buffalo"),
    ],
)
def test_every_figure_of_a_look_up_is_described(arguments, run):
    text = (ROOT / "docs" / "json.md").read_text()
    for name in json.loads(run(*arguments, "--json").out)["figures"]:
        assert f"`{name}`" in text, name


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


def test_the_index_leads_to_every_page():
    linked = re.findall(r"\]\(([\w-]+\.md)\)", (ROOT / "docs" / "README.md").read_text())
    assert sorted(linked) == sorted(file.name for file in (ROOT / "docs").glob("*.md") if file.name != "README.md")


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


def test_the_changelog_is_of_this_version_and_its_results_are_the_programs(run):
    text = (ROOT / "CHANGELOG.md").read_text()
    version, date = re.findall(r"^## (\S+) \((\d{4}-\d\d-\d\d)\)$", text, re.MULTILINE)[0]
    assert (version, date) == (
        mobcalc.__version__,
        yaml.safe_load((ROOT / "CITATION.cff").read_text())["date-released"],
    )
    told = dict(re.findall(r"^\| ([a-z-]+) \|.* \| (\S+ \(\d+%\)) \|$", text.partition("\n## 0.1.0")[0], re.MULTILINE))
    for pathway in json.loads(run("compare", "-p", "all", "--json").out)["pathways"][1:]:
        versus = pathway["versus_baseline"]
        gain, chance = versus["gain"]["net_present_value"], versus["chance_well_ahead"]
        assert told.pop(pathway["id"]) == f"{gain:+,.0f} ({chance:.0%})"
    assert not told
