"""The screens that commands print by default: short enough for a terminal, in plain words, the answer first."""

import re

import pytest
import textstat

RUNS = {
    "nobody": (),
    "jamestown": ("--county", "Jamestown, NY"),
    "electrician": ("--county", "Jamestown, NY", "--occupation", "electrician"),
    "mother": ("--county", "Tacoma, WA", "--age", "34", "--child", "3", "--child", "7", "--wage", "17.50"),
    "carpenter": ("--county", "Missoula, MT", "--age", "22", "--pathway", "carpenter-apprenticeship"),
    "laid-off": ("--county", "Richmond city, VA", "--age", "45", "--sex", "male", "--hours", "0"),
    "couple": ("--state", "CA", "--adults", "2", "--child", "4", "--partner-earnings", "42000"),
    "on-ssi": ("--state", "NY", "--disability", "--wage", "18", "--hours", "20"),
    "everything": ("--pathway", "all"),
    "everything-there": ("--pathway", "all", "--state", "NY", "--child", "3"),
    "ladder": ("--occupation", "CNA to LPN", "--state", "NY"),
    "no-draws": ("--draws", "0"),
    "own": ("--set", "pathways.certificate.completion.rate=0.6", "--set", "economy.discount_rate=0.05"),
    "baseline": ("--baseline", "certificate"),
    "nothing-to-compare": ("--pathway", "no-postsecondary"),
    "degree": ("--education", "bachelors", "--age", "40"),
    "late": ("--age", "58", "--state", "OH"),
}
BANNED = """discounted undiscounted baseline draws seed simulated median percentile mean one-sided break-even causal
denominator attachment postsecondary credential cohort journeyworker stipend refundable marginal fringe forgone cliff
take-up SOC FIPS"""
BANNED_PAIRS = ("standard error", "rate of return", "net resources")
LINES, ROWS, WIDTH = 23, 6, 80
GRADE = 9.0


OTHERS = {
    "tacoma": ("cliff", "--county", "Tacoma, WA", "--child", "3", "--child", "7", "--wage", "17.50"),
    "tacoma-helped": (
        "cliff",
        "--county",
        "Tacoma, WA",
        "--child",
        "3",
        "--wage",
        "17.50",
        "--child-care",
        "subsidized",
    ),
    "ssi": ("cliff", "--state", "NY", "--disability", "--wage", "18", "--hours", "20"),
    "colorado": ("cliff", "--state", "CO", "--child", "3"),
    "no-fall": ("cliff", "--state", "NY", "--adults", "2", "--partner-earnings", "200000"),
    "texas": ("cliff", "--state", "TX", "--adults", "2", "--child", "3", "--partner-earnings", "20000", "--wage", "12"),
    "along": ("cliff", "--state", "NY", "--child", "3", "--pathway", "electrician-apprenticeship"),
    "along-kept": ("cliff", "--state", "TX", "--wage", "20", "--pathway", "certificate"),
    "needs": ("livingwage", "--county", "Tacoma, WA", "--child", "3", "--child", "7", "--wage", "20"),
    "needs-there": ("livingwage", "--state", "NY"),
    "needs-partner": ("livingwage", "--state", "CA", "--adults", "2", "--partner-earnings", "120000", "--child", "4"),
    "needs-richmond": ("livingwage", "--county", "Richmond city, VA", "--child", "3", "--wage", "20"),
    "own-plan": ("livingwage", "--county", "Missoula, MT", "--age", "58", "--health-plan", "marketplace"),
    "own-plan-cliff": ("cliff", "--state", "TX", "--child", "3", "--wage", "17", "--health-plan", "marketplace"),
    "years": ("timeline", "--pathway", "electrician-apprenticeship"),
    "years-of-several": ("timeline", "--state", "NY", "--child", "3"),
    "years-of-all": ("timeline", "--pathway", "all"),
    "years-alone": ("timeline", "--pathway", "no-postsecondary"),
    "years-late": ("timeline", "--age", "58", "--pathway", "certificate", "--group", "completer"),
    "what-matters": ("sensitivity",),
    "what-matters-kept": ("sensitivity", "--state", "NY", "--measure", "net_resources_present_value"),
    "what-matters-chance": ("sensitivity", "--pathway", "associate-degree", "--measure", "chance"),
    "raise": ("raise", "--county", "Richmond city, VA", "--from", "14", "--to", "17.50"),
    "raise-enough": ("raise", "--county", "Tacoma, WA", "--from", "18", "--to", "living-wage"),
    "raise-family": ("raise", "--state", "NY", "--from", "18", "--to", "21", "--child", "3", "--child", "7"),
    "raise-on-ssi": ("raise", "--state", "CA", "--from", "18", "--to", "40", "--disability", "--hours", "20"),
    "seats": ("program", "missoula-partnership", "--budget", "500000"),
    "employer": ("employer", "electrician-apprenticeship"),
    "employer-there": ("employer", "--occupation", "plumber", "--county", "Tacoma, WA"),
    "certified": ("livingwage", "--certify", "richmond-2017", "--wage", "14.50", "--insurance"),
    "certified-short": ("livingwage", "--certify", "richmond-2017", "--wage", "14.50"),
    "budget": ("program", "missoula-partnership"),
    "budget-change": (
        "program",
        "missoula-partnership",
        "--without",
        "child_care_support=0",
        "--with",
        "completion=0.7",
    ),
    "which-wage": ("solve", "wage", "--pathway", "certificate"),
    "which-allowance": ("solve", "stipend", "--pathway", "associate-degree", "--state", "NY", "--gain", "150000"),
    "which-finish": ("solve", "completion.rate", "--pathway", "certificate", "--chance", "0.5", "--draws", "1000"),
    "which-grants": ("solve", "costs.grants", "--pathway", "certificate", "--by-age", "30"),
    "which-length": ("solve", "training.length", "--pathway", "associate-degree", "--measure", "first_decade_earnings"),
    "which-needs": (
        "solve",
        "place.goods_parity",
        "--state",
        "NY",
        "--living-wage-by",
        "30",
        "--pathway",
        "certificate",
    ),
    "headline": ("compare", "--headline"),
    "headline-there": ("compare", "--headline", "--county", "Jamestown, NY", "--occupation", "electrician"),
    "headline-late": ("compare", "--headline", "--age", "45", "--pathway", "carpenter-apprenticeship"),
    "needs-of-a-pathway": ("livingwage", "--state", "CA", "--child", "4", "--pathway", "electrician-apprenticeship"),
    "place": ("places", "show", "Chautauqua, NY"),
    "place-metro": ("places", "show", "--state", "NY", "--metro", "Buffalo"),
    "place-city": ("places", "show", "Hartford, CT"),
    "places": ("places", "search", "Springfield"),
    "occupation": ("occupations", "show", "electrician", "--state", "NY"),
    "occupation-rare": ("occupations", "show", "27-2011"),
    "occupations": ("occupations", "search", "technician"),
}
ASKED = {name: ("compare", *arguments) for name, arguments in RUNS.items()} | OTHERS


@pytest.fixture(params=ASKED)
def screen(request, run):
    found = run(*ASKED[request.param])
    assert (found.code, found.err) == (0, "")
    return found.out


def parts(screen):
    """What was asked, the sentences, the lines of the table, and what stands under it."""
    blocks = screen.rstrip("\n").split("\n\n")
    table = next((block for block in blocks if re.search(r"\S {3,}\S|(^|\n) {5,}\S", block)), "")
    said = [block for block in blocks[1:-1] if block != table]
    return blocks[0], " ".join(said), table.splitlines(), blocks[-1]


def test_it_fits_a_terminal(screen):
    lines, table = screen.splitlines(), parts(screen)[2]
    rows = len(table) - 2
    assert len(lines) <= LINES + max(rows - ROWS, 0), len(lines)
    assert max(map(len, lines)) <= WIDTH
    assert screen.isascii()
    assert "--details" in " ".join(lines[-2:])


def test_it_uses_no_word_of_the_trade(screen):
    words = set(re.findall(r"[A-Za-z-]+", screen))
    assert not words & set(BANNED.split())
    assert not [pair for pair in BANNED_PAIRS if pair in screen]
    assert not re.search(r"\b[a-z_]+\.[a-z_]+\b", screen)


def test_its_sentences_are_plain(screen):
    _, said, _, notes = parts(screen)
    sentences = " ".join([said, *(note for note in notes.splitlines() if "--details" not in note)])
    # Names of the trade that everybody here knows count as easy words.
    easy = re.sub(r"(?i)apprenticeship", "training", sentences)
    easy = re.sub(r"\(.*?\)|mobcalc .*|--\S+", "", easy)
    assert textstat.flesch_kincaid_grade(easy) <= GRADE, easy


def test_the_table_is_the_answers(run):
    _, said, table, notes = parts(run("compare").out)
    assert (
        "Apprenticeship (trades) gains most: about $214,000 more over a working life than with no training"
        in " ".join(said.split())
    )
    assert table[0].split() == ["Pay", "in", "Finish", "Pay", "at", "30", "Gain:", "all", "if", "you", "if", "you"]
    assert [line.split("  ")[0] for line in table[2:]][-1] == "No training"
    assert notes.splitlines()[-2] == "2025 dollars, time without work averaged in; later money counts 3% less a year."


def test_details_and_sections_are_what_they_were(run):
    everything = run("compare", "--details").out
    for section in ("pay", "standing", "chances", "evidence", "assumptions"):
        more = run("compare", "--show", section).out
        assert more.startswith(run("compare").out.rstrip("\n"))
        added = more.removeprefix(run("compare").out.rstrip("\n")).strip("\n")
        assert added
        assert added in everything, section
    assert run("compare", "--show", "household").out == run("compare").out
    assert "The worst training year" in run("compare", "--state", "NY", "--show", "household").out
    assert "no section 'taxes'" in run("compare", "--show", "taxes").err


def test_where_the_best_chance_is_another_none_is_recommended(run):
    said = " ".join(run("compare", "--pathway", "all").out.split())
    assert "Degree (bachelor's) gains most on average, but" in said
    assert "is likelier to end ahead, so none is recommended." in said


def test_it_says_what_a_training_year_lacks_and_what_taxes_take(run):
    said = " ".join(run("compare", "--state", "GA", "--child", "3", "--child", "7", "--age", "34").out.split())
    assert re.search(r"In training, at \d+, \$[\d,]+ a month is missing to live on", said)
    assert "After taxes and benefits the household has about" in said


def test_what_a_decision_needs_is_there_where_room_is_short(run):
    mother = ("compare", "--state", "TX", "--sex", "female", "--age", "29", "--wage", "15.25", "--kids", "3")
    said = " ".join(run(*mother, "--hours", "30").out.split())
    assert "now at $15.25 an hour, 30 hours a week, 1 adult and a child of 3 years, Texas" in said
    assert re.search(
        r"\(trades\): you pay \$[\d,]+ in all and are ahead for good from age \d+\. In training, at 29", said
    )
    assert "Certificate (one year) gains in pay but loses more to taxes and lost benefits." in said
    assert "hours a week" not in run(*mother, "--hours", "40").out
    left = run("compare", "--sex", "female", "--wage", "40").out
    assert left.rstrip().endswith("1 more note: --details")


def test_the_title_of_an_occupation_is_not_that_of_every_row(run):
    table = run("compare", "--occupation", "CNA to LPN", "--draws", "0").out
    assert "\nAssociate (any field) " in table
    assert "\nCertificate: CNA " in table
    assert re.search(r"\nCertificate +\$", table)


def test_a_price_that_is_of_two_rows_is_said_to_be(run):
    said = run("compare", "--occupation", "medical assistant", "--cost", "6000", "--draws", "0").out
    assert "Your price stands for Degree and Certificate alike; for one: --pathway" in said
    alone = ("--occupation", "medical assistant", "-p", "certificate-31-9092", "--cost", "6000", "--draws", "0")
    assert "alike" not in run("compare", *alone).out


def test_a_loss_that_training_does_not_make_is_said_to_be_luck(run):
    said = " ".join(run("compare", "-p", "short-sectoral-training").out.split())
    assert "Most of that is luck in pay, which differs with or without training." in said
    assert "luck" not in run("compare").out


def test_which_pathway_is_followed_is_said_with_the_reason(run):
    medical = ("livingwage", "--state", "NY", "--occupation", "medical assistant")
    usual = " ".join(run(*medical).out.split())
    assert "Certificate: Medical Assistants, if you finish, pays less" in usual
    assert "It is followed as the usual way into this work; another: --pathway apprenticeship-31-9092" in usual
    general = " ".join(run(*medical, "--pathway", "associate-degree").out.split())
    assert "Degree: Medical Assistants, if you finish" in general
    assert "It stands for 'associate-degree', since an occupation is given." in general
    cliff = " ".join(run("cliff", *medical[1:]).out.split())
    assert "Along 'Certificate: Medical Assistants', if you finish." in cliff
    assert "It is followed as the usual way into this work" in cliff


def test_a_mother_in_tacoma_sees_what_help_is_worth_and_where_it_ends(run):
    said = " ".join(run(*OTHERS["tacoma"]).out.split())
    assert re.search(r"Help with child care would add \$1[5-9],\d00 a year; you can ask for it up to \$7\d,\d00", said)
    assert re.search(r"and keep it up to \$8\d,\d00; at \$7\d,\d00 a raise then costs \$1\d,\d00", said)
    assert "Without work, and nobody paid for care, you would have" in said


def test_a_man_on_ssi_sees_that_he_keeps_medicaid(run):
    said = " ".join(run(*OTHERS["ssi"]).out.split())
    assert re.search(r"You keep Medicaid at this pay and up to \$6\d,\d{3} a year \(section 1619\(b\)\)", said)
    assert re.search(r"Without work you would have \$1\d,\d00. \$\d,\d00 of SSI is left.", said)


def test_a_parent_in_richmond_sees_whether_20_dollars_are_enough(run):
    said = " ".join(run(*OTHERS["needs-richmond"]).out.split())
    assert re.search(r"A living wage is \$30\.\d\d an hour, full time all year", said)
    assert re.search(
        r"\$20\.00 is \$10\.\d\d less; at 40 hours a week, after taxes, a year's pay is \$\d+,\d00 too little", said
    )


def test_leaving_early_is_said_on_the_screen(run):
    who = ("--county", "Missoula, MT", "--age", "22", "--pathway", "carpenter-apprenticeship", "--quit-after")
    assert re.search(r"If you leave after 1 year: Carpenter apprentice [+-]\d+k\.", run("compare", *who, "1").out)


def test_what_is_said_of_help_needs_a_place(run):
    message = "taxes and benefits depend on the place, and none is given\n  hint: add --state, --county or --metro\n"
    assert run("compare", "--voucher") == (2, "", f"error: --voucher: person.voucher: {message}")


def test_a_number_of_ones_own_is_named_with_its_value(run):
    out = run("compare", "--set", "pathways.associate-degree.completion.rate=0.5").out
    assert "Your own: chance to finish 0.5 (Degree (associate))." in out


def test_wages_of_ones_own_are_named_and_not_counted(run, tmp_path):
    (tmp_path / "wages.csv").write_text("occupation,area,median,year,unit\nwelder,NY,25.10,2025,hour\n")
    out = run("compare", "--state", "NY", "--occupation", "welder", "--wages", tmp_path / "wages.csv").out
    assert "Your own: pay in the occupation (Apprenticeship)" in " ".join(out.split())
    assert "values" not in out


def test_above_its_threshold_medicaid_has_ended(run):
    said = " ".join(run("cliff", "--state", "NY", "--disability", "--wage", "35", "--hours", "40").out.split())
    assert "Medicaid has ended at this pay: it stays up to $68,655 a year (section 1619(b))." in said


@pytest.mark.parametrize("width", [40, 59])
@pytest.mark.parametrize("name", ["nobody", "mother", "tacoma", "years", "what-matters", "occupation", "headline"])
def test_on_a_narrow_terminal_tables_are_lines_by_row(name, width, run, monkeypatch):
    wide = run(*ASKED[name]).out
    monkeypatch.setenv("COLUMNS", str(width))
    narrow = run(*ASKED[name]).out
    assert max(map(len, narrow.splitlines())) <= width
    figures = re.findall(r"[-+$]*\d[\d,.]*[k%]?", parts(wide)[2][-1])
    assert all(figure in narrow for figure in figures)


def test_as_lines_each_figure_has_the_title_of_its_column(run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "50")
    lines = run("compare").out.splitlines()
    at = lines.index("Apprenticeship (trades)")
    assert [line.split(":")[0].strip() for line in lines[at + 1 : at + 4]] == [
        "Pay in year 1",
        "Finish of 100",
        "Pay at 30 if done",
    ]
