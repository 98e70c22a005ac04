"""What comes back to governments, counted a second time from `timeline` and `cliff` alone, as a budget office would.

Twenty-five mothers in Missoula, a certificate, 60 of 100 finish; federal, state and city pay 12,000 dollars for each. For each
of the first ten years the pay of those who finish and those who leave is read off `timeline`, and the taxes and benefits at
that pay off `cliff` of that year, the mother and the child as old as they are then.
"""

import json

import numpy as np
import pytest

from mobcalc.loader.bundle import bundled

PROGRAM = """\
name: Mothers
summary: A certificate.
place: {county: "Missoula, MT"}
people: {enrolled: 25, finished: 15}
participant: {age: 30, sex: female, years_out: 5, cost: 0}
households: {one-child: {share: 1, children: [4]}}
services: {course: {label: Course, share: 1, pathway: certificate}}
cost: {total: 300000}
funding:
  federal: {level: federal, amount: 180000}
  state: {level: state, amount: 70000}
  city: {level: local, amount: 50000}
"""
WHO = ("--county", "Missoula, MT", "--sex", "female")
FEDERAL = {"federal_income_tax": 1, "payroll_tax": 1, "eitc": -1, "ctc": -1, "snap": -1, "wic": -1}
STATE = {"state_income_tax": 1}
FINISH, RATE = 0.6, 0.03


@pytest.fixture
def counted(run):
    """What comes back to the federal and the state budget for each mother, by hand [USD]."""
    asked = ("--age", "30", "--child", "4", "--years-out", "5", "--cost", "0", "-p", "certificate", "--json")
    finishing = ("--set", f"pathways.certificate.completion.rate={FINISH}")
    none, course = json.loads(run("timeline", *WHO, *asked, *finishing).out)["pathways"]
    prices = bundled().economy.consumer_prices.value
    back = {"federal": 0.0, "state": 0.0}
    for year in range(10):
        cliff = json.loads(run("cliff", *WHO, "--age", 30 + year, "--child", 4 + year, "--json").out)

        def budget(earnings, parts, grid=cliff["grid"]):
            there = earnings * prices[2026] / prices[2025]
            at = [point["earnings"] for point in grid]
            each = [sign * np.interp(there, at, [p["components"][n] for p in grid]) for n, sign in parts.items()]
            return sum(each) * prices[2025] / prices[2026]

        pay = {name: group["years"][year]["earnings"] for name, group in course["groups"].items()}
        before = none["groups"]["expected"]["years"][year]["earnings"]
        for level, parts in (("federal", FEDERAL), ("state", STATE)):
            after = FINISH * budget(pay["completer"], parts) + (1 - FINISH) * budget(pay["leaver"], parts)
            back[level] += (after - budget(before, parts)) / (1 + RATE) ** (year + 0.5)
    return back


def test_the_count_by_hand_agrees(run, tmp_path, counted):
    """To 3 percent or 100 dollars: leavers are one group here, and cliff has a point every 500 dollars."""
    (tmp_path / "mothers.yaml").write_text(PROGRAM)
    answer = json.loads(run("program", tmp_path / "mothers.yaml", "--json", "--draws", "0").out)
    found = {view["level"]: view for view in answer["levels"]}
    assert [found[level]["spent"] for level in ("federal", "state", "local")] == [7200.0, 2800.0, 2000.0]
    assert found["local"]["back"] is None
    for level, amount in counted.items():
        assert found[level]["back"]["ten_years"] == pytest.approx(amount, rel=0.03, abs=100)
