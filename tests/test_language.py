"""What people read is in their language: messages are whole, gathered, translated, and none of them is left out."""

import re
from string import Formatter

import pytest
from babel.messages.mofile import write_mo
from tools import messages as tool

from mobcalc import language
from mobcalc.characters import encoded
from mobcalc.store.reference import rows
from tests.cli.test_screens import ASKED, LINES, ROWS, WIDTH, parts

LANGUAGES = [file.stem for file in tool.CATALOGUES.glob("*.po")]


def names(text):
    """The names in braces, without regard to their order."""
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


@pytest.fixture(scope="module")
def gathered():
    return {message.one: message for message in tool.messages()}


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_every_message_has_a_translation_with_its_names(spoken, gathered):
    catalogue = {(one.id if isinstance(one.id, str) else one.id[0]): one for one in tool.catalogue(spoken) if one.id}
    assert [one for one in gathered if one not in catalogue] == [], "run tools/messages.py"
    assert [one for one in catalogue if one not in gathered] == [], "run tools/messages.py"
    for one, message in gathered.items():
        known = catalogue[one]
        forms = known.string if message.several else (known.string,)
        assert all(forms), one
        for form in forms:
            # The form for one thing may say it without the number.
            assert (
                set(names(message.several or one)) - {"count"} <= set(names(form)) <= set(names(message.several or one))
            ), one
            assert form.count("\n") == one.count("\n"), one
            assert (form[:1].isspace(), form[-1:].isspace()) == (one[:1].isspace(), one[-1:].isspace()), one


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("count", [0, 1, 2, 1.5, 1000])
def test_every_plural_with_some_numbers(spoken, count, gathered):
    with language.speaking(spoken):
        for message in gathered.values():
            if message.several:
                values = dict.fromkeys(names(message.several), "X") | dict.fromkeys(names(message.one), "X")
                values.pop("count", None)
                said = language.say_count(count, message.one, message.several, **values)
                form = tool.catalogue(spoken)[message.one].string[0 if count == 1 else 1]
                assert said == form.format(count=f"{count:,g}", **values)


def test_english_loads_no_catalogue():
    with language.speaking("en"):
        assert language._Spoken.catalogue is None
    assert language.say("{a} and {b}", a=1, b=2) == "1 and 2"
    assert language.say("") == ""


def test_a_text_made_of_a_message_is_said(monkeypatch):
    class Catalogue:
        def gettext(self, text):
            return {"Degree: {of}": "Grado: {of}", "Other": "Otro"}.get(text, text)

    monkeypatch.setattr(language._Spoken, "catalogue", Catalogue())
    assert language.say_like("Degree: Nurses {x}", ["Degree: {of}"]) == "Grado: Nurses {x}"
    assert language.say_like("Other", ["Degree: {of}"]) == "Otro"
    assert language.say_like("Its own name", ["Degree: {of}"]) == "Its own name"


# Letters of another alphabet stand for what is translated, so that what is left in English is seen.
STRANGE = str.maketrans(
    "abcdefghijklmnopqrstuvwxyz",
    "\u0430\u0431\u0446\u0434\u0435\u0444\u0433\u0445\u0438\u0458\u043a\u043b\u043c\u043d\u043e\u043f\u044f\u0440\u0441\u0442\u0443\u0432\u0448\u0447\u044b\u0437",
)
KEPT = re.compile(r"\{\w+\}|--[a-z-]+|mobcalc [a-z]+|\"[^\"]*\"|'mobcalc [^']*'")


def strange(text):
    """A text in strange letters but for names in braces, and what somebody types."""
    parts, last = [], 0
    for kept in KEPT.finditer(text):
        parts += [text[last : kept.start()].lower().translate(STRANGE), kept[0]]
        last = kept.end()
    return "".join([*parts, text[last:].lower().translate(STRANGE)])


@pytest.fixture
def strange_language(tmp_path, monkeypatch):
    """A language in which every message is written in strange letters."""
    new = tool._empty("es")
    for message in tool.messages():
        one, several = strange(message.one), strange(message.several or "")
        new.add((message.one, message.several) if message.several else message.one, (one, several) if several else one)
    with (tmp_path / "es.mo").open("wb") as file:
        write_mo(file, new)
    monkeypatch.setattr(language, "CATALOGUES", tmp_path)


# What is no message: names of places and occupations, as they are published.
NAMES = """SELECT name FROM states UNION SELECT postal FROM states UNION SELECT name FROM counties UNION SELECT name FROM places
UNION SELECT occ_title FROM oews_national_2025 UNION SELECT name FROM occupation_names UNION SELECT area_name FROM oews_area_names_2025
UNION SELECT note FROM state_minimum_wages_2025_2026"""
IDS = ("subsidized", "electrician-apprenticeship")
"""Values of flags, which are the same in every language."""


@pytest.fixture(scope="module")
def published():
    """The words of published names."""
    return {word for (name,) in rows(NAMES) if name for word in re.findall(r"[A-Za-z]+", name)}


@pytest.mark.parametrize("asked", ASKED)
def test_no_word_of_a_screen_is_left_out(asked, run, strange_language, published):
    found = run(*ASKED[asked], "--lang", "es")
    assert (found.code, found.err) == (0, "")
    shown = KEPT.sub("", " ".join(found.out.split()))
    for one in IDS:
        shown = shown.replace(one, "")
    assert [word for word in re.findall(r"[A-Za-z]{2,}", shown) if word not in published] == []


def test_data_and_errors_are_english(run, strange_language, monkeypatch):
    english = run("compare", "--draws", "0", "--json").out
    monkeypatch.setenv("MOBCALC_LANG", "es")
    assert run("compare", "--draws", "0", "--json").out == english
    assert run("compare", "--state", "ZZ").err.startswith("error: ")


def test_the_flag_goes_before_the_environment(run, strange_language, monkeypatch):
    monkeypatch.setenv("MOBCALC_LANG", "es_US.UTF-8")
    assert not run("places", "search", "Jamestown").out.isascii()
    assert run("places", "search", "Jamestown", "--lang", "en").out.isascii()


@pytest.mark.parametrize(
    ("arguments", "environment", "error"),
    [
        (("--lang", "fr"), "", "error: --lang: there is no language 'fr'\n  hint: write en or es\n"),
        ((), "xx", "error: MOBCALC_LANG: there is no language 'xx'\n  hint: write en or es\n"),
        (
            ("--lang", "es", "--json"),
            "",
            "error: --lang: json is the same in every language\n  hint: leave out --lang, or ask for a table or markdown\n",
        ),
    ],
)
def test_another_language_is_refused(arguments, environment, error, run, monkeypatch):
    monkeypatch.setenv("MOBCALC_LANG", environment)
    assert tuple(run("compare", *arguments)) == (2, "", error)


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("\u00bfCu\u00e1nto gana la se\u00f1ora?", "ascii", "Cuanto gana la seniora?"),
        ("\u00bfCu\u00e1nto?", "cp1252", "\u00bfCu\u00e1nto?"),
        ("\u4e2d \u2019", "ascii", "? '"),
    ],
)
def test_accents_are_left_off_where_there_are_none(text, encoding, shown):
    assert encoded(text, encoding) == shown.encode(encoding)


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("asked", ASKED)
def test_screens_fit_in_every_language(asked, spoken, run):
    found = run(*ASKED[asked], "--lang", spoken)
    assert (found.code, found.err) == (0, "")
    lines, table = found.out.splitlines(), parts(found.out)[2]
    assert len(lines) <= LINES + max(len(table) - 2 - ROWS, 0), len(lines)
    assert max(map(len, lines)) <= WIDTH
    assert "--details" in " ".join(lines[-2:])
