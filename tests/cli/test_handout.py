"""The page to take home: whole, on one sheet, readable by everybody, and nobody's name but on it."""

import base64
import re
import struct
import zlib

import pytest

from tests.cli.browser import LETTER, PHONE, TABLET, Browser, contrasts, needs_chromium, overflowing, printed_pages

MOTHER = ("--county", "Tacoma, WA", "--age", "34", "--child", "3", "--child", "7", "--wage", "17.50")
LONGEST = ("--name", "Maria Guadalupe Hernandez-Villanueva de la Torre y Fernandez", "--counselor", "R" * 60)
CASES = {
    "nobody": (),
    "mother": (*MOTHER, *LONGEST, "--note", "Call the training office of the county on Monday. " * 4),
    "medical": ("--county", "Chautauqua, NY", "--occupation", "medical assistant", "--adults", "2", "--child", "1"),
    "electrician": ("--occupation", "electrician", "--state", "NY", "--age", "45", "--sex", "female"),
    "all": ("-p", "all", *MOTHER),
    "alone": ("-p", "no-postsecondary"),
    "own-name": ("--set", f"pathways.certificate.name={'A program with a very long name ' * 3}"),
    "no-draws": ("--draws", "0"),
}
LANGUAGES = ("en", "es")
AA = 4.5
"""The least contrast of small text."""


def png(width=40, height=20):
    """A small picture."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x0b\x4f\x5c" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.fixture(scope="module")
def browser():
    one = Browser()
    yield one
    one.close()


@pytest.fixture
def page(run, tmp_path):
    """Writes a page and gives back its file."""

    def write_it(*arguments):
        file = tmp_path / "page.html"
        found = run("handout", *arguments, "-o", file, "--force")
        assert tuple(found) == (0, "", "")
        return file

    return write_it


def texts(file):
    """The text of a page without its tags."""
    body = file.read_text().partition("<body>")[2]
    return " ".join(re.sub(r"<[^>]*>", " ", body).split())


def test_the_page_says_what_compare_says(page, run):
    said, screen = texts(page(*MOTHER)), " ".join(run("compare", *MOTHER).out.split())
    answer = re.search(r"Apprenticeship \(trades\) gains most.*?more\.", screen)
    assert answer and answer[0] in said
    for row in run("compare", *MOTHER, "--json").out and re.findall(r"\$\d\d,\d00", screen):
        assert row in said


def test_dots_are_those_who_finish(page):
    content = page().read_text()
    first = content.partition("</li>")[0]
    assert first.count("<i class=on>") == 43
    assert first.count("<i>") + 43 == 100
    assert "43* of 100 finish" in first


def test_what_is_typed_is_text(page):
    file = page("--name", "<script>alert(1)</script>", "--note", '"><img src=x onerror=alert(1)>')
    content = file.read_text()
    assert "<script" not in content
    assert "<img" not in content
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in content


def test_a_name_is_on_the_page_alone(run, tmp_path):
    file = tmp_path / "client.html"
    found = run("handout", "--name", "Ana Secreta", "-o", file)
    assert "Ana Secreta" in file.read_text()
    assert "Secreta" not in found.out + found.err
    again = run("handout", "--name", "Ana Secreta", "-o", file)
    assert again.code == 4
    assert "Secreta" not in again.out + again.err


def test_the_sign_of_the_office_is_on_the_page(page, tmp_path):
    logo = tmp_path / "logo.png"
    logo.write_bytes(png())
    picture = f'src="data:image/png;base64,{base64.b64encode(png()).decode()}"'
    assert page("--logo", logo).read_text().count(picture) == 1
    assert "data:image/png" not in page().read_text()


def test_the_page_needs_nothing_else(page, tmp_path):
    logo = tmp_path / "logo.png"
    logo.write_bytes(png())
    content = page("--logo", logo).read_text()
    assert base64.b64encode(png()).decode() in content
    assert [
        where for where in re.findall(r'(?:src|href)="([^"]*)"|url\(', content) if not where.startswith("data:")
    ] == []
    assert "@import" not in content
    assert "<script" not in content


def test_the_hardest_year_and_the_help_that_closes_it(page):
    said = texts(page(*MOTHER))
    assert re.search(r"In training, at 34, \$\d,\d+ a month is missing to live on with Apprenticeship \(trades\)", said)
    assert "help with child care, help with the rent, cash help (TANF) and school meals" in said
    helped = texts(
        page(
            *MOTHER,
            "--child-care",
            "subsidized",
            "--voucher",
            "--tanf",
            "--school-meals",
            "-p",
            "building-trades-apprenticeship",
        )
    )
    assert "as long as you have help with child care, help with the rent, cash help (TANF) and school meals" in helped
    assert "Not counted here" not in helped


def test_that_few_enter_a_work_through_an_apprenticeship_is_said(page):
    said = "Whether there is an apprenticeship near you: few enter this work that way."
    assert said in texts(page(*CASES["medical"]))
    assert said not in texts(page(*CASES["electrician"]))


def test_a_folder_of_pages(run, tmp_path):
    for name, age in (("ana", 20), ("ben", 40)):
        (tmp_path / f"{name}.yaml").write_text(f"person: {{start_age: {age}}}\n")
    files = [tmp_path / "ana.yaml", tmp_path / "ben.yaml"]
    folder = tmp_path / "pages"
    assert tuple(run("handout", "--all", *files, "-o", folder)) == (0, "", "")
    assert "starting at 20" in (folder / "ana.html").read_text()
    assert "starting at 40" in (folder / "ben.html").read_text()
    (folder / "ana.html").unlink()
    (folder / "ben.html").write_text("kept")
    refused = run("handout", "--all", *files, "-o", folder)
    assert refused.code == 4
    assert (folder / "ben.html").read_text() == "kept"
    assert not (folder / "ana.html").exists()


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (
            (),
            "error: --output: it is not said where the page goes\n  hint: write -o ana.html, or -o - for the screen\n",
        ),
        (
            ("a.yaml", "b.yaml", "-o", "x.html"),
            "error: --all: several scenarios are several pages\n  hint: add --all, and -o FOLDER\n",
        ),
        (
            ("--all", "-o", "x"),
            "error: --all: it takes scenario files and a folder\n  hint: write --all a.yaml b.yaml -o FOLDER\n",
        ),
        (
            ("--all", "a.yaml", "b/a.yaml", "-o", "x"),
            "error: --all: two scenario files have the same name\n  hint: rename one, as its page takes its name\n",
        ),
        (
            ("--all", "a.yaml", "--name", "Ana", "-o", "x"),
            "error: --name: several pages have several names\n  hint: write one page a client, or leave it out\n",
        ),
        (
            ("--name", "A" * 61, "-o", "x.html"),
            "error: --name: the text has 61 characters and room is for 60\n  hint: shorten it\n",
        ),
        (
            ("--logo", "nowhere.png", "-o", "x.html"),
            "error: nowhere.png: there is no such file\n  hint: give the name of a PNG file\n",
        ),
        (("--lang", "fr", "-o", "x.html"), "error: --lang: there is no language 'fr'\n  hint: write en or es\n"),
    ],
)
def test_wrong_input_writes_nothing(arguments, error, run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert tuple(run("handout", *arguments)) == (2, "", error)
    assert list(tmp_path.iterdir()) == []


def test_a_logo_is_a_picture(run, tmp_path):
    logo = tmp_path / "logo.png"
    logo.write_text("GIF89a")
    found = run("handout", "--logo", logo, "-o", tmp_path / "x.html")
    assert tuple(found) == (2, "", f"error: {logo}: this is no PNG file\n  hint: save the logo as PNG\n")
    logo.write_bytes(png() + b"\0" * 1_000_000)
    assert "make it smaller than 1,000,000" in run("handout", "--logo", logo, "-o", tmp_path / "x.html").err


@needs_chromium
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_one_sheet_without_overflow(case, language, page, browser):
    file = page(*CASES[case], "--lang", language)
    with browser.opened(file) as shown:
        assert printed_pages(shown) == 1
        for width, height in (LETTER, TABLET, PHONE):
            shown.set_viewport_size({"width": width, "height": height})
            assert overflowing(shown) == []
        assert min(contrasts(shown))[0] >= AA, min(contrasts(shown))


@needs_chromium
def test_the_page_as_a_screen_reader_has_it(page, browser):
    with browser.opened(page(*MOTHER)) as shown:
        assert shown.evaluate("document.documentElement.lang") == "en"
        tree = shown.locator("body").aria_snapshot()
        for line in (
            'heading "Your ways to earn more" [level=1]',
            'heading "Apprenticeship (trades)" [level=3]',
            'paragraph: "Pay a year at 44, if you finish: $',
            "paragraph: 43* of 100 finish",
            "term: You pay in all",
            'heading "Three questions to ask a program" [level=2]',
        ):
            assert line in tree
        assert shown.get_by_role("listitem").count() >= 5


@needs_chromium
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "arguments",
    [
        ("timeline", "-p", "electrician-apprenticeship"),
        ("cliff", *MOTHER),
        ("livingwage", *MOTHER),
        ("compare", *MOTHER),
    ],
)
def test_answers_as_pages(arguments, language, run, tmp_path, browser):
    file = tmp_path / "answer.html"
    assert run(*arguments, "--lang", language, "-o", file).code == 0
    with browser.opened(file) as shown:
        for width, height in (LETTER, PHONE):
            shown.set_viewport_size({"width": width, "height": height})
            assert overflowing(shown) == []
        assert min(contrasts(shown))[0] >= AA
        assert shown.locator("svg").count() == (arguments[0] != "compare")


PROGRAM = ("--program", "missoula-partnership", "--draws", "0")


@needs_chromium
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_on_a_program_is_one_sheet_that_everybody_can_read(language, page, browser):
    file = page(*PROGRAM, "--lang", language, "--counselor", "R" * 60, "--note", "Call the state office. " * 8)
    for size in (LETTER, TABLET, PHONE):
        with browser.opened(file, size) as shown:
            assert overflowing(shown) == []
            if size == LETTER:
                assert printed_pages(shown) == 1
                assert min(contrasts(shown))[0] >= AA


def test_the_page_on_a_program_says_what_the_screen_says(page, run):
    text = " ".join(re.sub(r"<[^>]+>", " ", page(*PROGRAM).read_text()).split())
    for said in ("$14,600", "City or county", "44% finish", "Questions to ask"):
        assert said in text
    assert "People, budget and households are an example and not the books of a program." in text  # its caution


def test_a_program_without_cost_and_payers_has_a_page(page):
    """Nobody pays for the headline, so there is no row and no "$0" for what one place costs."""
    text = page("--program", "national-headline", "--draws", "0").read_text()
    assert "what one place costs" not in text
    assert "all who start gain $98,718 in pay" in text


def test_a_page_on_a_program_is_not_on_a_client(run, tmp_path):
    said = (
        "error: --program: the page is on a program, and something is said of a client too\n"
        "  hint: leave out scenario files, --all, --name, and flags of a person or place\n"
    )
    for more in (("--name", "Ana"), ("--age", "30"), ("--state", "NY"), ("ana.yaml",)):
        assert run("handout", *PROGRAM, *more, "-o", tmp_path / "page.html") == (2, "", said)
    assert list(tmp_path.iterdir()) == []
