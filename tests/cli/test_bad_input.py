"""Wrong input: one clear error each, exit 2, nothing written. Whole messages, through main()."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from mobcalc.loader import checks, layer_stack, overlay

MEASURED = Path(__file__).parents[1] / "cases" / "measured.yaml"

# Content of a file given with --assumptions, and the error it must give ({f} stands for the file).
FILES = {
    "not YAML": (
        "economy: [1, 2\nfoo: }\n",
        "error: {f}:2: this is not YAML: did not find expected ',' or ']'\n"
        "  hint: check the indentation, colons and quotes just above\n",
    ),
    "empty": ("", "error: {f}: the file is empty\n  hint: give at least one name and value, or leave the file out\n"),
    "a list": ("- a\n", "error: {f}:1: a mapping is needed here, not a list\n  hint: write 'name: value' lines\n"),
    "a list where a mapping belongs": (
        "economy:\n  - discount_rate: 0.04\n",
        "error: {f}:2: economy: a mapping is needed here, not a list\n  hint: write 'name: value' lines\n",
    ),
    "duplicate key": (
        "economy:\n  discount_rate: 0.04\n  discount_rate: 0.05\n",
        "error: {f}:3: the key 'discount_rate' is given twice (first at {f}:2)\n  hint: keep one of the two\n",
    ),
    "unknown key": (
        "economy:\n  discuont_rate: 0.04\n",
        "error: {f}:2: economy.discuont_rate: unknown key 'discuont_rate'\n  hint: did you mean discount_rate?\n",
    ),
    "unknown key of a record": (
        "economy:\n  discount_rate: {valeu: 0.04}\n",
        "error: {f}:2: economy.discount_rate: unknown key 'valeu'\n  hint: did you mean value?\n",
    ),
    "unknown pathway": (
        "pathways:\n  certificat:\n    completion: {rate: 0.5}\n",
        "error: {f}:2: pathways.certificat: there is no 'certificat'\n"
        "  hint: did you mean certificate? A new one needs name, family, evidence, summary\n",
    ),
    "wrong unit": (
        "economy:\n  discount_rate: {value: 0.04, unit: USD}\n",
        "error: {f}:2: economy.discount_rate: the unit is USD, but this value is in share/year\n"
        "  hint: write unit: share/year and give the value in it\n",
    ),
    "unknown unit": (
        "economy:\n  discount_rate: {value: 0.04, unit: percent}\n",
        "error: {f}:2: economy.discount_rate: unknown unit 'percent'\n"
        "  hint: write unit: share/year and give the value in it\n",
    ),
    "a share above 1": (
        "pathways.certificate.completion.rate: 42\n",
        "error: {f}:1: pathways.certificate.completion.rate: 42 is out of range for a value in share\n"
        "  hint: give a number from 0 to 1; 42 percent is 0.42\n",
    ),
    "negative wage": (
        "person: {wage: -5}\n",
        "error: {f}:1: person.wage: -5 is out of range for a value in USD/hour\n  hint: give a number from 1 to 500\n",
    ),
    "nan": (
        "economy: {discount_rate: .nan}\n",
        "error: {f}:1: economy.discount_rate: '.nan' is not a number\n"
        "  hint: write digits with an optional decimal point, such as 0.03 or 36000\n",
    ),
    "inf": (
        "economy: {discount_rate: -.inf}\n",
        "error: {f}:1: economy.discount_rate: '-.inf' is not a number\n"
        "  hint: write digits with an optional decimal point, such as 0.03 or 36000\n",
    ),
    "1e999": (
        "economy: {discount_rate: 1e999}\n",
        "error: {f}:1: economy.discount_rate: 1e999 is too large to be a number here\n  hint: write a finite number\n",
    ),
    "percent sign": (
        "economy: {discount_rate: 3%}\n",
        "error: {f}:1: economy.discount_rate: '3%' is not a number\n  hint: shares are written as decimals: 0.03\n",
    ),
    "thousands comma": (
        "pathways.certificate.costs.tuition_and_fees: 36,000\n",
        "error: {f}:1: pathways.certificate.costs.tuition_and_fees: '36,000' is not a number\n"
        "  hint: write it without spaces, commas or dollar signs: 36000\n",
    ),
    "octal": (
        "person: {start_age: 022}\n",
        "error: {f}:1: person.start_age: '022' is not a number\n"
        "  hint: leave out the leading zero: 22; a code (ZIP, FIPS, SOC) is text, not a number\n",
    ),
    "a quoted number": (
        "economy: {discount_rate: '0.04'}\n",
        "error: {f}:1: economy.discount_rate: '0.04' is in quotes, so it is a text\n"
        "  hint: write the number without quotes\n",
    ),
    "nothing": (
        "economy: {discount_rate: }\n",
        "error: {f}:1: economy.discount_rate: nothing is written here\n  hint: give a number, or leave the line out\n",
    ),
    "unknown source": (
        "economy: {discount_rate: {value: 0.04, unit: share/year, kind: observed, source: oews-2052}}\n",
        "error: {f}:1: economy.discount_rate: there is no source 'oews-2052'\n  hint: did you mean oews-2025?\n",
    ),
    "assumed without a note": (
        "economy: {discount_rate: {value: 0.04, unit: share/year, kind: assumed, source: judgement}}\n",
        "error: {f}:1: economy.discount_rate: an assumed number needs a note\n"
        "  hint: say in 'note' why this value was chosen\n",
    ),
    "half a record": (
        "economy: {discount_rate: {value: 0.04, kind: observed}}\n",
        "error: {f}:1: economy.discount_rate: only one of kind and source is given\n"
        "  hint: give both, or neither to mark the value as yours\n",
    ),
    "a value outside its own range": (
        "economy: {discount_rate: {value: 0.04, range: [0, 0.03]}}\n",
        "error: {f}:1: economy.discount_rate: the value 0.04 is outside its own range 0 to 0.03\n"
        "  hint: widen the range or correct the value\n",
    ),
    "a range upside down": (
        "economy: {discount_rate: {value: 0.04, range: [0.05, 0.03]}}\n",
        "error: {f}:1: economy.discount_rate: the range starts at 0.05, above its end 0.03\n"
        "  hint: write range: [low, high]\n",
    ),
    "a price year without prices": (
        "pathways.certificate.costs.grants: {value: 1, price_year: 1950}\n",
        "error: {f}:1: pathways.certificate.costs.grants: there are no consumer prices for 1950\n"
        "  hint: give a year from 1990 to 2026\n",
    ),
    "lists of different length": (
        "pathways.building-trades-apprenticeship.training.wage_steps: [0.5, 0.6]\n",
        "error: {f}:1: pathways.building-trades-apprenticeship.training: these lists differ in length: step_starts 4, wage_steps 2\n"
        "  hint: give as many values in each\n",
    ),
    "a step that starts at the end": (
        "pathways.building-trades-apprenticeship.training.step_starts: [0, 0.25, 0.5, 1]\n",
        "error: {f}:1: pathways.building-trades-apprenticeship.training.step_starts: "
        "the last step must start before the term ends\n"
        "  hint: give shares of the term, such as [0, 0.5]\n",
    ),
    "names of too many parts": (
        "".join(f"? {'a.' * 1100}{last}\n: 1\n" for last in "xy"),
        "error: {f}:1: a.a.a....: the name has 1,101 parts\n  hint: names have at most six, with a dot between two\n"
        "error: {f}:3: a.a.a....: the name has 1,101 parts\n  hint: names have at most six, with a dot between two\n",
    ),
    "tag": (
        "economy: {discount_rate: !!float 1}\n",
        "error: {f}:1: the tag tag:yaml.org,2002:float is not accepted\n  hint: write the plain value without a tag\n",
    ),
    "alias": (
        "economy: &a {discount_rate: 0.04}\n",
        "error: {f}:1: anchors and aliases (& and *) are not accepted\n"
        "  hint: write the value out where it is needed\n",
    ),
    "deep nesting": (
        "[" * 60_000,
        "error: {f}:1: the nesting is deeper than 20 levels\n  hint: flatten the file; names have at most six parts\n",
    ),
    "over 1 MiB": (
        "# " + "x" * (1 << 20),
        "error: {f}: the file is larger than 1 MiB\n  hint: split it, or leave out what is not an assumption\n",
    ),
    "wrong encoding": (
        b"economy:\n  # caf\xe9\n",
        "error: {f}:2: the file is not in UTF-8\n  hint: save it with the encoding UTF-8\n",
    ),
    "NUL": (
        b"economy:\0",
        "error: {f}: the file contains a NUL byte, so it is not a text\n  hint: save it as UTF-8 text\n",
    ),
    "terminal escape": (
        'pathways: {certificate: {name: "a\\e[31mb"}}\n',
        "error: {f}:1: there is a control character in the text\n  hint: remove it and type the text again\n",
    ),
}


@pytest.mark.parametrize("case", FILES)
def test_a_wrong_file(case, run, tmp_path, monkeypatch):
    content, message = FILES[case]
    file = tmp_path / "f.yaml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    monkeypatch.chdir(tmp_path)
    target = tmp_path / "out.json"
    found = run("compare", "--assumptions", "f.yaml", "--json", "-o", target)
    assert found == (2, "", message.replace("{f}", "f.yaml"))
    assert not target.exists()


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("gone.yaml", "gone.yaml: there is no such file or folder\n  hint: check the name and the folder you are in"),
        ("gone/", "gone: there is no such file or folder\n  hint: check the name and the folder you are in"),
        (
            "hollow",
            "hollow: there is no YAML file in this folder (--assumptions)\n  hint: name a file ending in .yaml, or a folder that holds some",
        ),
        (
            "/dev/zero",
            "/dev/zero: this is not a regular file\n  hint: name a file on disk, not a folder, a device or a pipe",
        ),
        (
            "fifo",
            "fifo: this is not a regular file\n  hint: name a file on disk, not a folder, a device or a pipe",
        ),
        (
            "file/x.yaml",
            "file/x.yaml: it cannot be read: Not a directory\n  hint: check the name and the folder you are in",
        ),
        (
            "a\0b",
            "a\\x00b: it cannot be read: the name is not a valid path\n  hint: check the name and the folder you are in",
        ),
        ("a\x1b[31m", "a\\x1b[31m: there is no such file or folder\n  hint: check the name and the folder you are in"),
    ],
)
def test_a_path_that_cannot_be_read(path, message, run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "hollow").mkdir()
    (tmp_path / "odd" / "x.yaml").mkdir(parents=True)
    (tmp_path / "file").write_text("x")
    os.mkfifo("fifo")
    assert run("compare", "-a", path) == (2, "", f"error: {message}\n")


OBSERVED = "kind: observed, source: known"
MANY = {
    "unknown parts": ("--assumptions", "economy:\n", "  unheard-of-{}: 1\n"),
    "unknown names": ("scenario", "set:\n", "  pathways.certificat.completion.rate-{}: 0.5\n"),
    "unknown parts of a place": ("scenario", "place:\n", "  statte-{}: NY\n"),
    "unknown sources": (
        "--assumptions",
        "sources:\n  known: {{title: x, publisher: x, address: x, as_of: x, retrieved: x, licence: x, quality: primary}}\n"
        "people:\n  pay:\n",
        "    school-{}:\n      ages: {{value: [30], unit: years, kind: observed, source: unknown}}\n"
        + "".join(
            f"      full_time_{sex}: {{{{value: [30], unit: USD/year, price_year: 2025, {OBSERVED}}}}}\n"
            f"      employed_{sex}: {{{{value: [1], unit: share, {OBSERVED}}}}}\n"
            f"      population_{sex}: {{{{value: [1], unit: share, {OBSERVED}}}}}\n"
            for sex in ("men", "women")
        )
        + f"      male_share: {{{{value: 0.5, unit: share, {OBSERVED}}}}}\n",
    ),
}


@pytest.mark.parametrize("case", MANY)
def test_more_mistakes_than_anybody_reads(case, run, tmp_path, monkeypatch):
    given, start, line = MANY[case]
    hints = []
    for module in (layer_stack, overlay, checks):
        monkeypatch.setattr(module, "nearest", lambda word, known: hints.append(word) or "")
    file = tmp_path / "f.yaml"
    file.write_text(start.format() + "".join(line.format(number) for number in range(200)))
    found = run("compare", *(["--assumptions"] if given == "--assumptions" else []), file)
    assert (found.code, found.out, found.err.count("error: ")) == (2, "", 51)
    assert found.err.endswith(
        "error: there are more problems than these 50\n  hint: mend these first; then the others are named\n"
    )
    # A place is read ahead of all else, and then again.
    assert len(hints) <= 102


def test_just_as_many_mistakes_as_are_named(run, tmp_path):
    file = tmp_path / "f.yaml"
    file.write_text("economy:\n" + "".join(f"  unheard-of-{number}: 1\n" for number in range(50)))
    found = run("compare", "--assumptions", file)
    assert (found.err.count("error: "), found.err.count("unknown key")) == (50, 50)


def test_two_files_with_one_id(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own" / "pathways").mkdir(parents=True)
    for name in ("x.yaml", "x.yml"):
        (tmp_path / "own" / "pathways" / name).write_text("name: X\n")
    found = run("compare", "-a", "own")
    assert found.code == 2
    assert found.err.startswith(
        "error: own/pathways/x.yml: pathways.x: two files have the id 'x' (the other is own/pathways/x.yaml)\n"
        "  hint: rename one of them\n"
    )


def test_an_id_is_lower_case(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Welding School.yaml").write_text("family: training\n")
    found = run("compare", "-a", "Welding School.yaml")
    assert found.code == 2
    assert "'Welding School' cannot be an id" in found.err


ARGUMENTS = {
    "unknown name": (
        ["--set", "economy.discuont_rate=0.04"],
        "--set: economy.discuont_rate: there is no assumption of this name\n  hint: did you mean economy.discount_rate?",
    ),
    "unknown pathway in a name": (
        ["--set", "pathways.certificat.completion.rate=0.4"],
        "--set: pathways.certificat.completion.rate: there is no assumption of this name\n"
        "  hint: did you mean pathways.certificate.completion.rate?",
    ),
    "a name that holds others": (
        ["--set", "economy=3"],
        "--set: economy: there is no assumption of this name\n"
        "  hint: it holds economy.price_year, economy.rules_year, economy.timing ...",
    ),
    "wrong type": (
        ["--set", "economy.discount_rate=abc"],
        "--set: economy.discount_rate: 'abc' is not a number\n"
        "  hint: write digits with an optional decimal point, such as 0.03 or 36000",
    ),
    "a list for a number": (
        ["--set", "economy.discount_rate=[1, 2]"],
        "--set: economy.discount_rate: a number is needed here, not a list\n  hint: write a single number",
    ),
    "out of range": (
        ["--set", "economy.discount_rate=2"],
        "--set: economy.discount_rate: 2 is out of range for a value in share/year\n"
        "  hint: give a number from 0 to 1; 2 percent is 0.02",
    ),
    "no value": (
        ["--set", "economy.discount_rate="],
        "--set: economy.discount_rate: nothing is written here\n  hint: give a number, or leave the line out",
    ),
    "no equals sign": (["--set", "x"], "--set: 'x' has no name and value\n  hint: write --set NAME=VALUE"),
    "a new leaf without its record": (
        ["--set", "pathways.certificate.stipend=500"],
        "--set: pathways.certificate.stipend: missing unit, kind, source, price_year\n  hint: a new number needs the full "
        "record, such as {value: 1, unit: USD/year, price_year: 2025, kind: assumed, source: judgement, note: why}",
    ),
    "unknown word": (
        ["--set", "economy.timing=middle"],
        "--set: economy.timing: unknown word 'middle'\n  hint: write one of begin, mid, end",
    ),
    "start age above retirement age": (
        ["--age", "70"],
        "--age: person.start_age: the start age 70 is not below the retirement age 65\n  hint: give --age below --retire-age",
    ),
    "a superscript for an age": (
        ["--set", "person.planned_out={2\u00b2: 1}"],
        "--set: person.planned_out: unknown key '2\u00b2'\n"
        "  hint: a record has value, unit, kind, source, price_year, range, population, note, period, bound",
    ),
    "a superscript for an age of a value": (
        ["--set", "person.planned_out={value: {\u00b2: 1}}"],
        "--set: person.planned_out: '\u00b2' is not a year\n  hint: write a whole number, such as 6 or 2024",
    ),
    "negative age": (
        ["--age", "-5"],
        "--age: person.start_age: -5 is out of range for a value in years\n  hint: give a number from 16 to 90",
    ),
    "half a year of age": (
        ["--age", "18.5"],
        "--age: person.start_age: 18.5 is not a whole number\n  hint: give whole years",
    ),
    "training longer than the working life": (
        ["--age", "62", "-p", "associate-degree"],
        "pathways.associate-degree: training takes 3.2 years, longer than the working life left (3)\n"
        "  hint: give another --age, --retire-age or --out",
    ),
    "time out without a length": (
        ["--out", "30"],
        "--out: '30' is not an age and a number of years\n  hint: write --out 30:2, the age in whole years",
    ),
    "time out from half an age": (
        ["--out", "30.5:2"],
        "--out: '30.5:2' is not an age and a number of years\n  hint: write --out 30:2, the age in whole years",
    ),
    "time out that is a map": (
        ["--out", "30:{1: 2}"],
        "--out: '30:{1: 2}' is not an age and a number of years\n  hint: write --out 30:2, the age in whole years",
    ),
    "time out of no length": (
        ["--out", "30:0"],
        "--out: person.planned_out: 0 is out of range for a value in years\n  hint: give a number from 0.05 to 60",
    ),
    "time out twice at once": (
        ["--out", "30:2", "--out", "31:1"],
        "--out: person.planned_out: the time out of work from 31 begins before the one before it ends, at 32\n"
        "  hint: join the two, or begin the second later",
    ),
    "time out after retirement": (
        ["--out", "64:2"],
        "--out: person.planned_out: time out of work from 64 to 66 is not within the working life, 18 to 65\n"
        "  hint: give ages from --age on, and spells that end by --retire-age",
    ),
    "time out in training": (
        ["--out", "19:1", "-p", "associate-degree", "-p", "certificate"],
        "pathways.associate-degree: training lasts to 21.2, and the time out planned at 19 falls into it\n"
        "  hint: these fit: --pathway certificate",
    ),
    "more years out than of working age": (
        ["--years-out", "6"],
        "--years-out: person.years_out: 6 years out of work until 18 would begin before age 14\n"
        "  hint: count the years in which the person could have worked",
    ),
    "an education that is an occupation": (
        ["--education", "electrician-apprenticeship"],
        "--education: person.education: unknown word 'electrician-apprenticeship'\n"
        "  hint: write one of less-than-high-school, high-school, some-college, associate, bachelors",
    ),
    "a misspelled education": (
        ["--education", "asociate"],
        "--education: person.education: unknown word 'asociate'\n"
        "  hint: write one of less-than-high-school, high-school, some-college, associate, bachelors",
    ),
    "an unknown attachment": (
        ["--attachment", "full"],
        "--attachment: person.attachment: unknown word 'full'\n  hint: write one of attached, population",
    ),
    "a loan with a comma": (
        ["--loan", "8,000"],
        "--loan: person.loan: '8,000' is not a number\n  hint: write it without spaces, commas or dollar signs: 8000",
    ),
    "interest in percent": (
        ["--loan-rate", "5%"],
        "--loan-rate: person.loan_rate: '5%' is not a number\n  hint: shares are written as decimals: 0.05",
    ),
    "a loan without a term": (
        ["--loan-term", "0"],
        "--loan-term: person.loan_term: 0 is out of range for a value in years\n  hint: give a number from 1 to 40",
    ),
    "the usual job as an education": (
        ["--education", "no-postsecondary"],
        "--education: person.education: unknown word 'no-postsecondary'\n"
        "  hint: write one of less-than-high-school, high-school, some-college, associate, bachelors",
    ),
    "an unknown education of a pathway": (
        ["--set", "pathways.certificate.earnings.education=some-colege"],
        "--set: pathways.certificate.earnings.education: there is no education 'some-colege'\n"
        "  hint: did you mean some-college?",
    ),
    "pay of an education that does not rise in age": (
        ["--set", "people.pay.associate.ages=[21, 23.5, 27.5, 32.5, 37.5, 42.5, 47.5, 52.5, 57.5, 57.5]"],
        "--set: people.pay.associate.ages: the values must rise from one to the next\n"
        "  hint: sort them and remove repeats",
    ),
    "percentiles of workers upside down": (
        ["--set", f"people.workers.p25={[*range(1, 13)]}"],
        "--set: people.workers.p25: it is not above p10 at every age\n  hint: correct one",
    ),
    "a wage with a comma": (
        ["--wage", "36,000"],
        "--wage: person.wage: '36,000' is not a number\n  hint: write it without spaces, commas or dollar signs: 36000",
    ),
    "a rate in percent": (
        ["--discount-rate", "3%"],
        "--discount-rate: economy.discount_rate: '3%' is not a number\n  hint: shares are written as decimals: 0.03",
    ),
    "a list for a flag": (
        ["--age", "[18]"],
        "--age: person.start_age: '[18]' is not a number\n"
        "  hint: write digits with an optional decimal point, such as 30",
    ),
    "a comma for a point": (
        ["--wage", "17,50"],
        "--wage: person.wage: '17,50' is not a number\n  hint: write a point, not a comma: 17.50",
    ),
    "what is not UTF-8": (
        ["--set", "economy.discount_rate=\udcff"],
        "--set: the text is not in UTF-8\n  hint: type it again, or use a file with the encoding UTF-8",
    ),
    "an empty file name": (
        ["-a", ""],
        "--assumptions: the name of the file is empty\n  hint: name a file ending in .yaml, or a folder",
    ),
    "an empty scenario": (
        [""],
        "SCENARIO: the name of the file is empty\n  hint: name a scenario file, or leave it out",
    ),
    "an empty output": (
        ["-o", ""],
        "--output: the name of the file is empty\n  hint: give a file name, or - for the screen",
    ),
    "one pathway too long among others": (
        ["--age", "63", "-p", "associate-degree", "-p", "certificate"],
        "pathways.associate-degree: training takes 3.2 years, longer than the working life left (2)\n"
        "  hint: these fit: --pathway certificate",
    ),
    "a year's pay": (
        ["--wage", "36000"],
        "--wage: person.wage: 36000 is out of range for a value in USD/hour\n"
        "  hint: give a number from 1 to 500; 36,000 a year is 17.31 an hour, full time",
    ),
    "sex": (["--sex", "x"], "--sex: person.sex: unknown word 'x'\n  hint: write one of female, male"),
    "unknown pathway": (
        ["-p", "certificat"],
        "--pathway: certificat: there is no pathway of this id\n  hint: did you mean certificate?",
    ),
    "unknown baseline": (
        ["--baseline", "associate"],
        "--baseline: associate: there is no pathway of this id\n  hint: did you mean associate-degree?",
    ),
    "unknown flag": (["--pathwy", "x"], "there is no option --pathwy\n  hint: did you mean --pathway?"),
    "two formats": (
        ["--json", "--format", "csv"],
        "--format: more than one format is asked for: csv, json\n  hint: keep one",
    ),
    "unknown format": (["--format", "jsn"], "--format: unknown word 'jsn'\n  hint: did you mean json?"),
    "unknown colour": (["--color", "blue"], "--color: unknown word 'blue'\n  hint: write one of auto, always, never"),
    "a mark for what is not CSV": (
        ["--bom"],
        "--bom: only CSV takes a byte-order mark\n  hint: add --csv, or leave out --bom",
    ),
    "missing scenario": (
        ["client.yaml"],
        "client.yaml: there is no such file or folder\n  hint: check the name and the folder you are in",
    ),
}


@pytest.mark.parametrize("case", ARGUMENTS)
def test_wrong_arguments(case, run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    arguments, message = ARGUMENTS[case]
    assert run("compare", *arguments) == (2, "", f"error: {message}\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "- a\n",
            "s.yaml: a scenario is a mapping\n  hint: it may give person, place, occupation, pathways, baseline, set",
        ),
        ("persn: {}\n", "s.yaml:1: persn: unknown key 'persn'\n  hint: did you mean person?"),
        (
            "place: Reno\n",
            "s.yaml:1: there is no state 'Reno'\n  hint: did you mean Oregon?",
        ),
        ("set: [1]\n", "s.yaml:1: set: a mapping is needed here\n  hint: write 'economy.discount_rate: 0.04' lines"),
        (
            "set: {x.y: 1}\n",
            "s.yaml:1: x.y: there is no assumption of this name\n  hint: 'mobcalc assumptions list' shows all names",
        ),
        (
            "pathways: [{a: 1}]\n",
            "s.yaml:1: pathways: a text is needed here, not a mapping\n  hint: write 'name: text'",
        ),
        ("pathways: []\n", "s.yaml:1: pathways: no pathway is named\n  hint: name some, or leave the line out"),
        (
            "pathways: [certificat]\n",
            "s.yaml:1: certificat: there is no pathway of this id\n  hint: did you mean certificate?",
        ),
        ("person: {agee: 3}\n", "s.yaml:1: person.agee: unknown key 'agee'\n  hint: did you mean wage?"),
    ],
)
def test_a_wrong_scenario(text, message, run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "s.yaml").write_text(text)
    assert run("compare", "s.yaml") == (2, "", f"error: {message}\n")


def test_an_existing_output_is_kept(run, tmp_path):
    target = tmp_path / "out.txt"
    target.write_text("mine")
    message = f"error: {target}: the file exists already\n  hint: give --force to replace it, or another name\n"
    assert run("compare", "-o", target) == (4, "", message)
    assert target.read_text() == "mine"
    assert run("compare", "-o", target, "--force").code == 0
    assert "Degree (associate)" in target.read_text()


def test_a_folder_that_is_missing(run, tmp_path):
    found = run("compare", "-o", tmp_path / "gone" / "out.txt")
    assert found.code == 2
    assert "it cannot be written: No such file or directory; nothing was kept" in found.err


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")  # noqa: PTH110
def test_a_device_that_is_full(run):
    found = run("compare", "-o", "/dev/full")
    assert found.code == 2
    assert "/dev/full: it cannot be written: No space left on device" in found.err


def mobcalc(*arguments, **more):
    """The program as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "mobcalc", *arguments], capture_output=True, text=True, timeout=60, **more
    )


def test_a_disk_that_fills_up_leaves_nothing_half_written(tmp_path):
    def little_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    found = mobcalc("compare", "--json", "-o", str(tmp_path / "out.json"), preexec_fn=little_room)
    assert found.returncode == 2
    assert "out.json: it cannot be written: File too large; nothing was kept" in found.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")  # noqa: PTH110
def test_standard_output_that_is_full():
    with open("/dev/full", "w") as full:  # noqa: PTH123
        found = subprocess.run(
            [sys.executable, "-m", "mobcalc", "compare"], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert (found.returncode, found.stderr) == (
        2,
        "error: standard output: it cannot be written: No space left on device\n"
        "  hint: check that the folder exists and that the disk has room\n",
    )


def test_a_reader_that_has_seen_enough():
    command = f"{sys.executable} -m mobcalc compare --json | head -n 1"
    found = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True)
    assert (found.returncode, found.stdout, found.stderr) == (0, "{\n", "")


@pytest.mark.parametrize("arguments", [["compare"], ["--version"], ["--help"], ["assumptions", "list", "--json"]])
def test_standard_output_that_is_closed_or_full(arguments):
    for redirection in (">&-", ">/dev/full"):
        command = f"{sys.executable} -m mobcalc {' '.join(arguments)} {redirection}"
        found = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
        assert found.returncode == 2, (command, found.stderr)
        assert found.stderr.startswith("error: standard output: it ")
        assert "Traceback" not in found.stderr


def test_a_file_is_written_although_standard_output_is_closed(tmp_path):
    command = f"{sys.executable} -m mobcalc compare --json -o {tmp_path / 'out.json'} >&-"
    found = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert (found.returncode, found.stderr) == (0, "")
    assert (tmp_path / "out.json").read_text().startswith("{")


@pytest.mark.parametrize(("given", "shown"), [("", ""), ("all", "all: ")])
def test_what_cannot_be_a_baseline(given, shown, run):
    found = run("compare", "--baseline", given)
    assert found.code == 2
    assert found.err.startswith(
        f"error: --baseline: {shown}there is no pathway of this id\n  hint: known: associate-degree, "
    )


def test_a_folder_in_place_of_a_scenario(run, tmp_path):
    found = run("compare", tmp_path)
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith(f"error: {tmp_path}: this is not a regular file\n  hint: ")


def test_a_measured_effect_that_nobody_finishes(run, tmp_path):
    file = tmp_path / "measured.yaml"
    file.write_text(MEASURED.read_text().replace("rate: {value: 0.4,", "rate: {value: 0,"))
    assert run("compare", "-a", file) == (
        2,
        "",
        f"error: {file}:16: pathways.measured.completion.rate: so few finish (0) that the effect on finishers is not "
        "defined\n  hint: give a rate of 0.01 or more\n",
    )


def test_a_participant_and_a_completer_effect(run, tmp_path):
    file = tmp_path / "measured.yaml"
    (line,) = (line for line in MEASURED.read_text().splitlines() if "participant:" in line)
    file.write_text(MEASURED.read_text().replace(line, f"{line}\n{line.replace('participant', 'completer')}"))
    assert run("compare", "-a", file) == (
        2,
        "",
        f"error: {file}:12: pathways.measured.impact: it gives both a participant and a completer effect\n"
        "  hint: give exactly one: a participant effect already averages finishers and leavers\n",
    )


FORMER = "apprenticeship-as-evaluated"


@pytest.mark.parametrize(
    ("words", "flag"),
    [
        (("compare", "-p", FORMER), "--pathway"),
        (("compare", "--baseline", FORMER), "--baseline"),
        (("timeline", "-p", FORMER), "--pathway"),
        (("sensitivity", "-p", FORMER), "--pathway"),
        (("solve", "wage", "-p", FORMER), "--pathway"),
        (("solve", "wage", "--versus", FORMER), "--versus"),
    ],
)
def test_the_pathway_that_became_a_study_is_refused_with_a_hint(words, flag, run):
    assert run(*words) == (
        2,
        "",
        f"error: {flag}: {FORMER}: it is no pathway of its own any more\n  hint: the study corrects what pay says of "
        "every trade: -p building-trades-apprenticeship --show evidence has both\n",
    )


@pytest.mark.parametrize(
    ("given", "section", "hint"),
    [
        ("evidense", "evidense", "did you mean evidence?"),
        ("evidence,taxes", "taxes", "known: pay, standing, chances, household, evidence, assumptions, sources"),
        ("", "", "known: pay, standing, chances, household, evidence, assumptions, sources"),
    ],
)
def test_an_unknown_section(given, section, hint, run):
    assert run("compare", "--show", given) == (
        2,
        "",
        f"error: --show: there is no section '{section}'\n  hint: {hint}\n",
    )


# Found by hostile input


def test_an_error_stays_on_its_line_whatever_the_value_holds(run):
    message = "error: --age: person.start_age: '1\\nerror: x' is not a number\n"
    found = run("compare", "--age", "1\nerror: x")
    assert (found.code, found.out, found.err.splitlines(keepends=True)[0]) == (2, "", message)
    assert found.err.count("\n") == 2


def test_a_file_that_only_one_parser_reads_is_not_changed(run, tmp_path):
    file = tmp_path / "ana.yaml"
    file.write_text("person:\n  age: \t30\n")
    message = (
        f"error: {file}: person.wage: this file is written in a way that no command can change\n"
        "  hint: change this line in an editor\n"
    )
    assert run("case", "set", file, "wage=19") == (2, "", message)
    assert file.read_text() == "person:\n  age: \t30\n"


@pytest.mark.parametrize("words", [("places", "show"), ("occupations", "show"), ("compare", "--county")])
def test_half_a_character_is_the_name_of_nothing(words, run):
    found = run(*words, "Erie\udcff")
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("error: ")
    assert "Erie\\udcff" in found.err


@pytest.mark.parametrize(
    "words",
    [
        *(("compare", f"--{flag}") for flag in ("state", "county", "metro", "occupation")),
        *((command, what) for command in ("places", "occupations") for what in ("show", "search")),
    ],
)
def test_a_name_longer_than_any_is_refused_at_once(words, run):
    found = run(*words, "Erie " * 200_000)
    assert (found.code, found.out) == (2, "")
    assert "no place and no occupation has a name of " in found.err
    assert found.err.endswith("  hint: write the name alone, such as 'Erie, NY' or electrician\n")


@pytest.mark.parametrize(
    ("row", "count"),
    [("47-2111,Area {},61000,2025\n", 2), ("47-2111,NY,61000,2025\n", 50), ("47-2111,NY,61000,2000\n", 50)],
)
def test_of_a_survey_no_more_errors_are_said_than_anybody_reads(row, count, run, tmp_path):
    file = tmp_path / "own.csv"
    file.write_text("soc,area,median,year\n" + "".join(row.format(number) for number in range(500)))
    found = run("compare", "--draws", "0", "--state", "NY", "--wages", file)
    assert (found.code, found.out, found.err.count("error: ")) == (2, "", count + 1)
    assert f"error: there are more problems than these {count}\n" in found.err


def test_more_rows_than_a_survey_has(run, tmp_path):
    file = tmp_path / "own.csv"
    file.write_text("soc,median,year\n" + "47-2111,61000,2025\n" * 20_001)
    message = f"error: {file}: there are more than 20,000 rows\n  hint: leave out those of other places\n"
    assert run("compare", "--draws", "0", "--wages", file) == (2, "", message)


def test_more_values_than_anybody_writes(run, tmp_path):
    file = tmp_path / "own.yaml"
    file.write_text("economy:\n  discount_rate: [" + "1, " * 20_000 + "1]\n")
    message = f"error: {file}:2: there are more than 20,000 keys and values\n  hint: split the file\n"
    assert run("compare", "-a", file) == (2, "", message)
