"""`compare --headline`: what is said of apprenticeship beside the study that it goes back to and what is found here."""

import json
import re


def rows(out):
    """The amounts of the table by the words of its rows."""
    found = re.findall(r"^(The study|Here)(: .*?) +(\$[\d,]+) +(\$[\d,]+)$", out, re.MULTILINE)
    return {who + what: tuple(int(one.strip("$").replace(",", "")) for one in pair) for who, what, *pair in found}


def test_the_study_and_what_is_found_here_stand_side_by_side(run):
    found = rows(run("compare", "--headline").out)
    assert found["The study: pay"] == (98_718, 240_037)
    assert found["The study: with the employer's benefits"] == (123_906, 301_533)
    answer = json.loads(run("compare", "-p", "building-trades-apprenticeship", "--json").out)
    (one,) = (each for each in answer["pathways"] if each["family"] == "apprenticeship")
    versus = one["versus_baseline"]
    assert found["Here: pay"] == (round(versus["gain_mean"], -3), round(versus["completer_gain_mean"], -3))
    on_top = [versus[group]["fringe_present_value"] for group in ("gain", "completer_gain")]
    pay = (versus["gain_mean"], versus["completer_gain_mean"])
    for shown, gain, more in zip(found["Here: with the employer's benefits"], pay, on_top, strict=True):
        assert shown == round(gain + more, -3)
    undiscounted = tuple(round(versus[group]["lifetime_earnings"], -3) for group in ("gain", "completer_gain"))
    assert found["Here: pay, later money in full"] == undiscounted


def test_it_says_which_side_of_the_sentence_each_group_is_on(run):
    said = " ".join(run("compare", "--headline").out.split())
    assert re.search(r"All who start gain \$2\d\d,000 here, less than \$300,000", said)
    assert re.search(r"Those who finish gain \$4\d\d,000, more than \$300,000", said)
    assert re.search(r"first full year is \$5\d,\d00, not \$80,000, which comes 2\d years after the start", said)
    trade = ("--pathway", "electrician-apprenticeship", "--county", "Kings, NY")
    said = " ".join(run("compare", "--headline", *trade).out.split())
    assert re.search(r"Pay in the first full year is \$\d+,\d00", said)


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
