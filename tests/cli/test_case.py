"""A client's file: written, changed and shown; what is wrong is refused before anything is written."""

import json
import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

import mobcalc
from tests.cli.test_screens import LINES, ROWS, WIDTH, parts

FLAGS = ("--age", "30", "--sex", "female", "--wage", "17.50", "--hours", "35", "--years-out", "3", "--out", "40:1")
HOME = ("--kids", "3,7", "--state", "OR", "--county", "Bend", "--occupation", "hvac")
WAYS = ("-p", "short-sectoral-training", "--baseline", "no-postsecondary")
OWN = ("--set", "person.child_care=2400", "--discount-rate", "0.04")
NEW = """\
# One client's case, for: mobcalc compare ana.yaml
# Change it here, or say: mobcalc case set ana.yaml wage=19
person:
  age: 30                           # years old at the start
  sex: female                       # female or male; without it both are mixed
  wage: 17.50                       # dollars an hour, now
  hours: 35                         # a week; 0: out of work now
  years_out: 3                      # years out of work until now
  out: {40: 1}                      # age and years out of work, planned
  children: [3, 7]                  # their ages now
place: {state: OR, county: Bend}    # where they live
occupation: hvac                    # what they want to be
pathways: [short-sectoral-training]  # what to compare
baseline: no-postsecondary          # compared with this
set:                                # numbers of one's own
  economy.discount_rate: 0.04
  person.child_care: 2400
"""
CLIENT = """\
# her case, as she told it
person: {age: 30, sex: female,  wage: 17.50, children: [3,7]}   # on Monday
place: OR

# what she wants
occupation: hvac   # or so

# ways to compare
pathways:   # two
- apprenticeship-49-9021   # a
# in between
- short-sectoral-training
# the end
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MOBCALC_LANG", raising=False)


@pytest.fixture
def client():
    """The file of a client, as somebody typed it."""
    file = Path("ana.yaml")
    file.write_text(CLIENT)
    return file


def test_a_new_file_holds_what_flags_say(run):
    assert run("case", "new", "ana.yaml", *OWN, *WAYS, *HOME, *FLAGS) == (
        0,
        "ana.yaml is written. Next: mobcalc compare ana.yaml\n",
        "",
    )
    assert Path("ana.yaml").read_text() == NEW


def test_the_file_means_what_the_flags_mean(run):
    flags = (*FLAGS, *HOME, *WAYS, *OWN, "--adults", "2", "--partner-earnings", "28000", "--unmarried", "--no-aid")
    more = ("--child-care", "subsidized", "--loan", "4000", "--rules", "2025", "--education", "associate")
    assert run("case", "new", "ana.yaml", *flags, *more).code == 0
    said, read = (
        json.loads(run("compare", *of, "--draws", "0", "--json").out) for of in ((*flags, *more), ("ana.yaml",))
    )
    for key in ("assumptions_sha256", "case", "place", "occupation", "pathways", "ranking"):
        assert read[key] == said[key], key


def test_the_same_flags_write_the_same_bytes(run):
    for name in ("one", "two"):
        Path(name).mkdir()
        assert run("case", "new", f"{name}/ana.yaml", *FLAGS, *HOME).code == 0
    assert Path("one/ana.yaml").read_bytes() == Path("two/ana.yaml").read_bytes()


def test_a_new_file_on_the_screen(run):
    assert run("case", "new", "-", "--age", "35", "--lang", "es").out == (
        "# El caso de una persona, para: mobcalc compare client.yaml\n"
        "# C\u00e1mbielo aqu\u00ed, o escriba: mobcalc case set client.yaml wage=19\n"
        "person:\n"
        "  age: 35                           # edad al empezar, en a\u00f1os\n"
    )


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        (
            (),
            2,
            "error: nothing is said of the client\n"
            "  hint: say it in flags, such as --age 35 --wage 17.50, or be asked with --ask\n",
        ),
        (
            ("--ask",),
            2,
            "error: --ask: it asks questions, and this is no terminal\n"
            "  hint: say it in flags, such as --age 35 --wage 17.50\n",
        ),
        (
            ("--age", "200"),
            2,
            "error: --age: person.start_age: 200 is out of range for a value in years\n"
            "  hint: give a number from 16 to 90\n",
        ),
        (
            ("--voucher",),
            2,
            "error: --voucher: person.voucher: taxes and benefits depend on the place, and none is given\n"
            "  hint: add --state, --county or --metro\n",
        ),
        (
            ("--cost", "6000"),
            2,
            "error: --cost: person.training_cost: it is not said which training it is for\n"
            "  hint: add --occupation NAME, or name one with --pathway ID\n",
        ),
    ],
)
def test_what_is_not_written(arguments, code, error, run):
    assert run("case", "new", "ana.yaml", *arguments) == (code, "", error)
    assert list(Path().iterdir()) == []


def test_an_existing_file_is_kept_unless_forced(run, client):
    error = "error: ana.yaml: the file exists already\n  hint: give --force to replace it, or another name\n"
    assert run("case", "new", "ana.yaml", "--age", "30") == (4, "", error)
    assert client.read_text() == CLIENT
    assert run("case", "new", "ana.yaml", "--age", "30", "--force").code == 0
    assert "age: 30 " in client.read_text()


def test_where_no_file_can_be(run, client):
    link = Path("link.yaml")
    link.symlink_to(client)
    for name in ("ana.yaml/ben.yaml", "no/ben.yaml", "link.yaml", "."):
        found = run("case", "new", name, "--age", "30", "--force")
        assert (found.code, found.out) == (2, ""), name
        assert found.err.startswith(f"error: {name}: "), name
    full = run("case", "new", "/dev/full", "--age", "30")
    assert (full.code, full.out) == (2, "")
    assert client.read_text() == CLIENT
    assert sorted(one.name for one in Path().iterdir()) == ["ana.yaml", "link.yaml"]


def test_a_change_leaves_all_else_as_it_is(run, client):
    found = run("case", "set", "ana.yaml", "wage=19", "child=4", "county=Bend", "occupation=", "pathway=certificate")
    assert found == (
        0,
        "ana.yaml is changed: wage 19 (17.50 before); children 4 (3, 7 before); county\n"
        "Bend (new); occupation taken out (hvac before); pathways certificate\n"
        "(apprenticeship-49-9021, short-sectoral-training before).\n",
        "",
    )
    assert client.read_text() == (
        "# her case, as she told it\n"
        "person: {age: 30, sex: female,  wage: 19, children: [4]}        # on Monday\n"
        "place: {state: OR, county: Bend}\n"
        "\n"
        "# what she wants\n"
        "\n"
        "# ways to compare\n"
        "pathways: [certificate]   # two\n"
        "# the end\n"
    )
    assert run("case", "set", "ana.yaml", "wage=19", "state=OR", "tanf=") == (
        0,
        "ana.yaml says so already; nothing was written.\n",
        "",
    )


def test_new_keys_stand_where_a_new_file_has_them(run):
    run("case", "new", "ana.yaml", *FLAGS, *HOME)
    names = ("partner-earnings=28000", "adults=2", "economy.discount_rate=0.05", "rules=2025", "person.transport=900")
    assert run("case", "set", "ana.yaml", *names, "wage=18.25", "years_out=", "county=").code == 0
    assert Path("ana.yaml").read_text().splitlines()[2:] == [
        "person:",
        "  age: 30                           # years old at the start",
        "  sex: female                       # female or male; without it both are mixed",
        "  wage: 18.25                       # dollars an hour, now",
        "  hours: 35                         # a week; 0: out of work now",
        "  out: {40: 1}                      # age and years out of work, planned",
        "  adults: 2",
        "  children: [3, 7]                  # their ages now",
        "  partner_earnings: 28000",
        "  transport: 900",
        "place: {state: OR}                  # where they live",
        "occupation: hvac                    # what they want to be",
        "set:",
        "  economy.discount_rate: 0.05",
        "  economy.rules_year: 2025",
    ]
    gone = run("case", "set", "ana.yaml", "discount-rate=", "rules=", "person.transport=")
    assert gone.code == 0
    assert "set:" not in Path("ana.yaml").read_text()


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("wagee=19",), "error: wagee: there is no key 'wagee'\n  hint: did you mean wage?\n"),
        (("wage",), "error: wage: it has no name and value\n  hint: write wage=19, or wage= to take it out\n"),
        (
            ("wage=19", "person.wage=20"),
            "error: wage=19: the same is changed twice, also by person.wage=20\n  hint: keep one of the two\n",
        ),
        (
            ("wage=abc", "age=31"),
            "error: wage=abc: person.wage: 'abc' is not a number\n"
            "  hint: write digits with an optional decimal point, such as 0.03 or 36000\n",
        ),
        (
            ("wage=5",),
            "error: wage=5: person.wage: 5.00 dollars an hour is below the minimum wage of Oregon, 14.88\n"
            "  hint: a shell takes the $1 out of $17.50: write 17.50; count tips in\n",
        ),
        (("pathway=certificat",), "error: pathway=certificat: certificat: there is no pathway of this id\n"),
        (("county=Nowhere",), "error: county=Nowhere: "),
        (("economy.discount_rte=1",), "error: economy.discount_rte=1: economy.discount_rte: there is no assumption"),
        (("out=40",), "error: out=40: '40' is not an age and a number of years\n  hint: write out=40:1\n"),
        (("wage={value: 1",), "error: wage={value: 1: this is not YAML: "),
    ],
)
def test_a_change_that_is_refused(words, error, run, client):
    found = run("case", "set", "ana.yaml", *words)
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith(error)
    assert client.read_text() == CLIENT
    assert [one.name for one in Path().iterdir()] == ["ana.yaml"]


def test_what_is_wrong_elsewhere_in_the_file_is_found(run, client):
    client.write_text("person: {age: 30}\nplace: XX\n")
    found = run("case", "set", "ana.yaml", "wage=19")
    assert (found.code, found.err.splitlines()[0]) == (2, "error: ana.yaml:2: there is no state 'XX'")
    # The change may be what mends it.
    assert run("case", "set", "ana.yaml", "state=OR").code == 0
    assert client.read_text() == "person: {age: 30}\nplace: OR\n"


def test_a_change_goes_through_no_link(run, client):
    Path("link.yaml").symlink_to(client)
    found = run("case", "set", "link.yaml", "wage=19")
    assert found == (2, "", "error: link.yaml: this is no regular file\n  hint: name the file itself\n")
    assert client.read_text() == CLIENT
    assert Path("link.yaml").is_symlink()
    for name in ("none.yaml", "/dev/full", "ana.yaml/x"):
        assert run("case", "set", name, "wage=19").code == 2


def test_line_ends_permissions_and_a_mark_at_the_beginning_stay(run, client):
    client.write_bytes(b"\xef\xbb\xbfperson:\r\n  age: 30\r\n  wage: 17.50 # now\r\nplace: OR")
    client.chmod(0o640)
    assert run("case", "set", "ana.yaml", "wage=18", "occupation=hvac").code == 0
    assert client.read_bytes() == (
        b"\xef\xbb\xbfperson:\r\n  age: 30\r\n  wage: 18 # now\r\nplace: OR\r\noccupation: hvac\r\n"
    )
    assert client.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("text", "word", "after"),
    [
        ("person:\n  age: 30\n  wage:  # none\n", "wage=19", "person:\n  age: 30\n  wage: 19  # none\n"),
        ("person: {age: 30}\n", "age=", ""),
        ("person:\n  age: 30\nplace:\n  state: OR\n\n# end\n", "state=", "person:\n  age: 30\n\n# end\n"),
        ("person: {start_age: 30}\n", "age=31", "person: {start_age: 31}\n"),
        ("person: {age: 30}\nset: {person.wage: 17}\n", "wage=19", "person: {age: 30}\nset: {person.wage: 19}\n"),
        ("person: {wage: 17}\nset: {person.wage: 18}\nplace: OR\n", "wage=", "place: OR\n"),
        ("place: 'Bend, OR'\n", "county=Bend, OR", 'place: {county: "Bend, OR"}\n'),
        ("place: national\n", "state=OR", "place: OR\n"),
        ("{place: OR}\n", "wage=19", "{place: OR, person: {wage: 19}}\n"),
        ("place: OR\n", "set.x=1", None),
        ("? place\n: OR\n", "state=TX", "? place\n: TX\n"),
    ],
)
def test_files_as_people_write_them(text, word, after, run, client):
    client.write_text(text)
    found = run("case", "set", "ana.yaml", word)
    if after:
        assert (found.code, found.err) == (0, "")
    else:
        assert (found.code, found.out) == (2, "")
    assert client.read_text() == (after or text)


def test_the_case_in_words_and_every_key_with_its_line(run, client):
    client.write_text("person:\n  age: 30\n  wage: 17.50\n  children: [3, 7]\nplace: {state: OR, county: Bend}\n")
    assert run("case", "show", "ana.yaml").out == (
        "ana: A man or woman starting at 30 with a high school diploma, now at $17.50 an\n"
        "hour, 1 adult and 2 children of 3 and 7, Bend, Deschutes County, Oregon, working\n"
        "to 65.\n"
        "\n"
        "What       Value From\n"
        "age        30    ana.yaml:2\n"
        "wage       17.50 ana.yaml:3\n"
        "children   3, 7  ana.yaml:4\n"
        "state      OR    ana.yaml:5\n"
        "county     Bend  ana.yaml:5\n"
        "sex        both  not said; usual\n"
        "hours      40    not said; usual\n"
        "adults     1     not said; usual\n"
        "retire_age 65    not said; usual\n"
        "\n"
        "Change it: mobcalc case set ana.yaml wage=19. Ask: mobcalc compare ana.yaml\n"
    )
    first = run("case", "show", "ana.yaml").out.split("\n\n")[0]
    assert run("compare", "ana.yaml").out.startswith(first)


def test_the_case_as_data(run, client):
    found = json.loads(run("case", "show", "ana.yaml", "--json").out)
    assert found["file"] == "ana.yaml"
    assert found["keys"][:2] == [
        {"key": "age", "name": "person.start_age", "value": 30, "from": "ana.yaml:2"},
        {"key": "sex", "name": "person.sex", "value": "female", "from": "ana.yaml:2"},
    ]
    assert found["keys"][-1] == {"key": "retire_age", "name": "person.retire_age", "value": 65, "from": None}
    assert found["place"]["postal"] == "OR"
    assert found["case"]["pathways"][0] == "apprenticeship-49-9021"
    rows = run("case", "show", "ana.yaml", "--csv").out.splitlines()
    assert rows[:2] == ["file,key,name,value,from", "ana.yaml,age,person.start_age,30,ana.yaml:2"]
    assert run("case", "show", "ana.yaml", "-o", "ana.yaml", "--force").code == 2


COMMANDS = (
    "compare",
    "timeline",
    "timeline -p certificate",
    "cliff",
    "livingwage",
    "sensitivity",
    "solve wage -p certificate",
)
MOTHER = 'person: {age: 34, children: [3, 7], wage: 17.50}\nplace: {county: "Tacoma, WA"}\n'
CHANGED = {
    "en": "Changed by flags: age 33 (34 in ana.yaml); wage 18.50 (17.50).",
    "es": "Cambios: age 33 (34 en ana.yaml); wage 18.50 (17.50).",
}


@pytest.mark.parametrize("lang", CHANGED)
@pytest.mark.parametrize("command", COMMANDS)
def test_screens_name_the_client_and_what_flags_changed(command, lang, run, client):
    client.write_text(MOTHER)
    plain = run(*command.split(), "ana.yaml", "--lang", lang)
    assert (plain.code, plain.err) == (0, "")
    assert plain.out.startswith("ana: ")
    assert CHANGED[lang].split(":")[0] not in plain.out
    found = run(*command.split(), "ana.yaml", "--age", "33", "--wage", "18.50", "--lang", lang)
    assert f"\n{CHANGED[lang]}\n" in found.out
    for out in (plain.out, found.out):
        rows = len(parts(out)[2]) - 2
        assert len(out.splitlines()) <= LINES + max(rows - ROWS, 0)
        assert max(map(len, out.splitlines())) <= WIDTH


def test_many_changes_are_counted(run, client):
    flags = (
        "--age",
        "33",
        "--sex",
        "male",
        "--wage",
        "18",
        "--state",
        "WA",
        "--occupation",
        "welder",
        "--kids",
        "4",
        "-p",
        "certificate",
    )
    out = " ".join(run("compare", "ana.yaml", *flags).out.split())
    assert (
        "Changed by flags: age 33 (30 in ana.yaml); sex male (female); wage 18 (17.50); children 4 (3, 7); 3 more."
        in out
    )


def test_a_county_goes_with_its_state_and_pathways_are_named(run, client):
    client.write_text('place: {county: "Bend, OR"}\npathways: [associate-degree]\nbaseline: certificate\n')
    out = run("compare", "ana.yaml", "--state", "WA", "-p", "bachelors-degree", "--baseline", "no-postsecondary").out
    assert (
        "Changed by flags: state WA (Bend, OR in ana.yaml); pathways bachelors-degree (associate-degree); "
        "baseline no-postsecondary (certificate)."
    ) in " ".join(out.split())
    # What the file says already is no change, and what it does not say neither.
    assert "Changed" not in run("compare", "ana.yaml", "--county", "Bend, OR", "--age", "40").out


def test_the_clients_name_is_not_on_the_page(run, client):
    client.rename("maria.yaml")
    assert run("handout", "maria.yaml", "--age", "31", "-o", "page.html").code == 0
    assert "maria" not in Path("page.html").read_text()


# The interview, on a terminal.

CHILD = """
import fcntl, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from mobcalc.__main__ import run
run()
"""
PACKAGES = Path(mobcalc.__file__).parents[1]
PROMPT, PATIENCE = ": ", 60
"""How a question ends, and how long one is waited for [seconds]."""


class Interview:
    """A run of the program on a terminal of its own."""

    def __init__(self, *arguments):
        self.fd, child = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-c", CHILD, *arguments],
            stdin=child,
            stdout=child,
            stderr=child,
            start_new_session=True,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(PACKAGES)},
        )
        os.close(child)
        self.out = ""

    def until(self, text):
        """Reads until something is printed; at the end whatever is left."""
        end, start = time.monotonic() + PATIENCE, len(self.out)
        while text is None or text not in self.out[start:]:
            ready, _, _ = select.select([self.fd], [], [], 1.0)
            assert time.monotonic() < end, self.out
            try:
                read = os.read(self.fd, 65536) if ready else None
            except OSError:  # so says Linux that the other end is closed
                read = b""
            if read == b"":
                break
            self.out += (read or b"").decode().replace("\r\n", "\n")
        return self.out[start:]

    def answers(self, *pairs):
        """Answers each question that is asked in turn."""
        for question, answer in pairs:
            said = self.until(f"{question}{PROMPT}")
            assert f"{question}{PROMPT}" in said, said
            os.write(self.fd, answer if isinstance(answer, bytes) else f"{answer}\n".encode())
        return self

    def ends(self):
        """The exit code; all that was printed is in `out`."""
        self.until(None)
        os.close(self.fd)
        return self.process.wait(PATIENCE)


def test_an_interview_checks_each_answer_and_writes_the_file():
    asked = Interview("case", "new", "ana.yaml", "--ask").answers(
        ("Age [18]", "?"),
        ("Age [18]", "200"),
        ("Age [18]", "30"),
        ("Sex: female or male", "lady"),
        ("Sex: female or male", "female"),
        ("Finished school [high-school]", ""),
        ("Where they live", "Springfield"),
        ("Where they live", "4"),
        ("Pay an hour, in dollars", "$17.50"),
        ("Pay an hour, in dollars", "17.50"),
        ("Hours a week [40]", "35"),
        ("Adults in the household [1]", "2"),
        ("Ages of the children", "3, 7"),
        ("What the other adult earns a year, in dollars [0]", "28000"),
        ("Occupation they want", "welders"),
        ("Write ana.yaml? [yes]", ""),
    )
    assert asked.ends() == 0
    for said in (
        "  In years, when the training would begin.\n",
        "error: --age: person.start_age: 200 is out of range for a value in years\n  hint: give a number from 16 to 90\n",
        "error: --sex: person.sex: unknown word 'lady'\n",
        "error: --county: 'Springfield' may mean several places\n",
        "  4  Springfield, OR\n",
        "  = Springfield, Lane County, Oregon\n",
        "error: --wage: person.wage: '$17.50' is not a number\n",
        "ana.yaml is written. Next: mobcalc compare ana.yaml\n",
    ):
        assert said in asked.out, said
    assert [line.partition("#")[0].rstrip() for line in Path("ana.yaml").read_text().splitlines()[2:]] == [
        "person:",
        "  age: 30",
        "  sex: female",
        "  education: high-school",
        "  wage: 17.50",
        "  hours: 35",
        "  adults: 2",
        "  children: [3, 7]",
        "  partner_earnings: 28000",
        'place: {county: "Springfield, OR"}',
        "occupation: welders",
    ]


def test_flags_are_what_an_interview_offers_and_a_dash_leaves_out():
    flags = ("--age", "41", "--kids", "5", "--state", "OR", "--occupation", "hvac", "--voucher")
    asked = Interview("case", "new", "ana.yaml", "--ask", "--lang", "es", *flags).answers(
        ("Edad [41]", ""),
        ("Sexo: female (mujer) o male (hombre)", ""),
        ("Estudios terminados [high-school]", "associate"),
        ("D\u00f3nde vive [OR]", ""),
        ("Salario por hora, en d\u00f3lares", ""),
        ("Horas por semana [40]", "0"),
        ("Adultos en el hogar [1]", ""),
        ("Edades de los ni\u00f1os [5]", ""),
        ("Ocupaci\u00f3n que quiere [hvac]", "-"),
        ("\u00bfEscribir ana.yaml? [s\u00ed]", "quiz\u00e1s"),
        ("\u00bfEscribir ana.yaml? [s\u00ed]", "s\u00ed"),
    )
    assert asked.ends() == 0
    assert [line.partition("#")[0].rstrip() for line in Path("ana.yaml").read_text().splitlines()[2:]] == [
        "person:",
        "  age: 41",
        "  education: associate",
        "  hours: 0",
        "  adults: 1",
        "  children: [5]",
        "  voucher: true",
        "place: {state: OR}",
    ]


@pytest.mark.parametrize("key", [b"\x03", b"\x04"])
def test_who_breaks_off_gets_no_file(key):
    asked = Interview("case", "new", "ana.yaml", "--ask").answers(("Age [18]", "30"), ("Sex: female or male", key))
    assert asked.ends() == 130
    assert asked.out.endswith("error: interrupted; nothing was written\n")
    assert list(Path().iterdir()) == []


def test_who_wants_no_file_gets_none():
    flags = ("--age", "30", "--sex", "male", "--wage", "20")
    names = ("Age [30]", "Sex: female or male [male]", "Finished school [high-school]", "Where they live")
    more = ("Pay an hour, in dollars [20]", "Hours a week [40]", "Adults in the household [1]", "Ages of the children")
    last = (("Occupation they want", ""), ("Write ana.yaml? [yes]", "no"))
    asked = Interview("case", "new", "ana.yaml", "--ask", *flags).answers(
        *((name, "") for name in (*names, *more)), *last
    )
    assert asked.ends() == 0
    assert asked.out.endswith("Nothing was written.\n")
    assert list(Path().iterdir()) == []


def test_nobody_is_asked_where_no_file_can_be(run):
    Path("there.yaml").write_text("place: OR\n")
    for name, code in (("there.yaml", 4), ("there.yaml/ana.yaml", 2), ("none/ana.yaml", 2)):
        asked = Interview("case", "new", name, "--ask")
        assert asked.ends() == code
        assert "Age" not in asked.out
