"""Help in training: what `compare --support` counts, and what it refuses."""

import json

import pytest

ASKED = ("compare", "-p", "certificate", "--draws", "0", "--json")
BILL = ("--set", "person.child_care=6000")


def gain(run, *more):
    return json.loads(run(*ASKED, *more).out)["pathways"][1]


def test_what_people_have_in_hand_is_counted_over_the_training(run):
    # 90 cents of a dollar of 6,000 over one year, which all are in for some part: below 5,400 and above half of it.
    before, after = gain(run, *BILL), gain(run, *BILL, "--support", "child-care")
    more = (
        after["versus_baseline"]["completer_gain"]["net_present_value"]
        - before["versus_baseline"]["completer_gain"]["net_present_value"]
    )
    assert more == pytest.approx(5400 * 1.03**-0.5, rel=0.002)
    assert after["completion_rate"] == before["completion_rate"]


def test_what_pays_a_bill_that_gains_leave_out_is_none(run):
    """As in `program`: child care that nobody is charged is no gain when it is paid, and the screen says so."""
    before, after = gain(run), gain(run, "--support", "child-care")
    for side in ("completer_gain", "gain"):
        amounts = [one["versus_baseline"][side]["net_present_value"] for one in (before, after)]
        assert amounts[0] == amounts[1]
    asked = ("compare", "--support", "child-care", "--support", "mentoring", "--draws", "0")
    out = " ".join(run(*asked).out.split())
    assert "Counted in training: mentoring and coaching. Who pays for that is not in it" in out
    assert "No gain: child care in class time, since gains leave that bill out." in out
    answer = json.loads(run(*asked, "--json").out)
    assert answer["supports_left_out"] == ["Child care in class time"]


def test_how_many_finish_is_as_much_less_sure(run):
    asked = ("compare", "-p", "certificate", "--draws", "2000", "--json")
    spreads = []
    for more in ((), ("--support", "mentoring")):
        known = json.loads(run(*asked, *more).out)["pathways"][1]["versus_baseline"]["parameter"]
        spreads.append(known["gain_p90"] - known["gain_p10"])
    assert spreads[1] != spreads[0]


def test_the_screen_says_so(run):
    asked = ("compare", "--support", "transport", "--support", "mentoring", "--set", "person.transport=900")
    out = " ".join(run(*asked, "--draws", "0").out.split())
    assert "Counted in training: transport, mentoring and coaching. Who pays for that is not in it" in out


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (
            ("--support", "childcare"),
            "error: --support: there is no support 'childcare'\n  hint: did you mean child-care?\n",
        ),
        (
            ("--support", "mentoring", "--support", "mentoring"),
            "error: --support: 'mentoring' is given twice\n  hint: keep one of the two\n",
        ),
    ],
)
def test_a_support_that_there_is_not_is_refused(run, flags, said):
    assert run("compare", *flags) == (2, "", said)
