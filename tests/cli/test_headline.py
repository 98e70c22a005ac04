"""`compare --headline`: what is said of apprenticeship beside the study that it goes back to and what is found here."""

import json
import re


def rows(out):
    """The amounts of the table, line by line."""
    found = re.findall(r"^(?:The study|Here|  ).*? (-?\$[\d,]+) +(-?\$[\d,]+)$", out, re.MULTILINE)
    return [tuple(int(one.replace("$", "").replace(",", "")) for one in pair) for pair in found]


def test_the_study_and_what_is_found_here_stand_side_by_side(run):
    study, study_with, study_now, here, here_with, in_full = rows(run("compare", "--headline").out)
    assert study == (98_718, 240_037)
    assert study_with == (123_906, 301_533)
    # Consumer prices of 2025 over those of 2011, 321.974 / 224.923.
    assert study_now == (177_000, 432_000)
    answer = json.loads(run("compare", "-p", "building-trades-apprenticeship", "--json").out)
    (one,) = (each for each in answer["pathways"] if each["family"] == "apprenticeship")
    versus = one["versus_baseline"]
    pay = (versus["gain_mean"], versus["completer_gain_mean"])
    groups = (versus["gain"], versus["completer_gain"])
    assert here == tuple(round(gain, -3) for gain in pay)
    assert here_with == tuple(
        round(gain + group["fringe_present_value"], -3) for gain, group in zip(pay, groups, strict=True)
    )
    assert in_full == tuple(round(group["lifetime_earnings"], -3) for group in groups)


def test_it_says_of_whom_the_sentence_is_true(run):
    said = " ".join(run("compare", "--headline").out.split())
    assert re.search(r"only for those who finish: they gain \$5\d\d,000 here, and all who start gain \$2\d\d,000", said)
    assert re.search(r"first full year is \$5\d,\d00; \$80,000 comes 2\d years after the start", said)
    said = " ".join(run("compare", "--headline", "--state", "CA", "-p", "electrician-apprenticeship").out.split())
    assert re.search(r"true even on average of all who start: they gain \$4\d\d,000", said)
    said = " ".join(run("compare", "--headline", "--age", "60").out.split())
    assert re.search(r"Not here: those who finish gain \$\d+,000, and all who start (gain|lose) \$\d+,000", said)


def test_with_details_the_whole_answer_follows(run):
    one = ("-p", "building-trades-apprenticeship")
    assert run("compare", "--headline", "--details").out.endswith(run("compare", "--details", *one).out)


def test_what_it_is_not_about(run):
    assert run("compare", "--headline", "-p", "certificate") == (
        2,
        "",
        "error: --headline: it is about apprenticeships, and none of the pathways asked for is one\n"
        "  hint: leave out --pathway, or name an apprenticeship\n",
    )
    for flag in (("--json",), ("--csv",), ("--format", "jsonl")):
        assert run("compare", "--headline", *flag) == (
            2,
            "",
            "error: --headline: it is a screen to read, which data formats have not\n  hint: leave out one\n",
        )
