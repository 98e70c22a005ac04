"""What a program does for people and budgets: identities, against `compare`, and by hand."""

import json

import pytest

from mobcalc.household.public_budgets import COUNTED, FEDERAL, STATE
from mobcalc.household_types import GROUPS

START = """\
name: A program
summary: One.
"""
PLACE = 'place: {county: "Missoula, MT"}\n'
MOTHER = "participant: {age: 30, sex: female, education: high-school}\n"
REST = """\
people: {enrolled: 20, finished: 12}
cost: {per_participant: 5000}
funding: {city: {level: local, amount: 60000}, state: {level: state, amount: 20000}}
"""
COURSE = "services: {course: {label: Course, share: 1, pathway: certificate}}\n"


@pytest.fixture
def answer(run, tmp_path):
    """The JSON answer for a program, without draws unless asked for."""

    def answer_of(text, *flags):
        file = tmp_path / "own.yaml"
        file.write_text(text)
        found = run("program", file, "--json", *(flags or ("--draws", "0")))
        assert (found.code, found.err) == (0, "")
        return json.loads(found.out)

    return answer_of


def test_every_tax_and_cash_benefit_belongs_to_one_level():
    counted = {*GROUPS["taxes"], *GROUPS["cash"], "child_care_subsidy", "housing", "health_plan"}
    assert sorted(counted) == sorted(COUNTED)
    assert not set(FEDERAL) & set(STATE)


@pytest.mark.parametrize("children", ["", "households: {one: {share: 1, children: [4]}}\n"])
def test_what_is_earned_is_kept_or_comes_back(answer, children):
    found = answer(START + PLACE + MOTHER + children + COURSE + REST)
    for horizon in ("ten_years", "career"):
        earned, kept = (found["gained"][of][horizon] for of in ("earned", "kept"))
        assert earned == pytest.approx(kept + found["public"]["back"][horizon], abs=0.05)
        parts = [sum(view[f"parts_{horizon}"].values()) for view in found["levels"]]
        assert sum(parts) == pytest.approx(found["public"]["back"][horizon], abs=0.05)


def test_the_gain_is_that_of_compare(answer, run):
    found = answer(START + PLACE + MOTHER + COURSE + REST)
    who = ("--county", "Missoula, MT", "--age", "30", "--sex", "female", "--education", "high-school")
    set_to = ("--set", "pathways.certificate.completion.rate=0.6", "--draws", "0", "-p", "certificate")
    gain = json.loads(run("compare", *who, *set_to, "--json").out)["pathways"][1]["versus_baseline"]["gain"]
    assert found["gained"]["earned"]["career"] == pytest.approx(gain["net_present_value"], abs=0.02)
    assert found["gained"]["kept"]["career"] == pytest.approx(gain["net_resources_present_value"], abs=0.02)


def test_its_range_is_that_of_the_draws_of_compare(answer, run):
    found = answer(START + PLACE + MOTHER + COURSE + REST.replace(", finished: 12", ""), "--draws", "3000")
    who = ("--county", "Missoula, MT", "--age", "30", "--sex", "female", "--education", "high-school")
    asked = json.loads(run("compare", *who, "--draws", "3000", "-p", "certificate", "--json").out)
    known = asked["pathways"][1]["versus_baseline"]["parameter"]
    spread = found["gained"]["earned_range"]
    assert spread["high"] - spread["low"] == pytest.approx(known["gain_p90"] - known["gain_p10"], rel=0.05)


def test_households_and_services_are_mixed_by_their_shares(answer):
    homes = "households: {a: {share: 0.25, children: [4]}, b: {share: 0.75}}\n"
    mixed = answer(START + PLACE + MOTHER + homes + COURSE + REST)
    apart = [answer(START + PLACE + MOTHER + homes_of + COURSE + REST) for homes_of in (ONE_CHILD, "")]
    whole = 0.25 * apart[0]["gained"]["kept"]["career"] + 0.75 * apart[1]["gained"]["kept"]["career"]
    assert mixed["gained"]["kept"]["career"] == pytest.approx(whole, abs=0.05)


ONE_CHILD = "households: {a: {share: 1, children: [4]}}\n"


def test_society_is_everybodys_gain_over_the_whole_cost(answer):
    supports = "supports: {transport: {share: 0.5, cost: 1000}}\n"
    found = answer(START + PLACE + MOTHER + COURSE + REST + supports)
    # 5,000 and half of 1,000 for transport, 95 cents of a dollar of which people have in hand; 4,000 are paid for.
    assert (found["cost"], found["unfunded"]) == (5500.0, 1500.0)
    assert found["gained"]["in_hand"] == pytest.approx(475)
    career = found["career"]
    gain = found["gained"]["kept"]["career"] + 475 + found["public"]["back"]["career"]
    assert career["net_gain"] == pytest.approx(gain - 5500, abs=0.05)
    assert career["society"] == pytest.approx(gain / 5500, abs=1e-4)
    assert career["net_cost"] == pytest.approx(4000 - found["public"]["back"]["career"], abs=0.05)
    assert found["leverage"] == pytest.approx(20 / 60)
    assert found["cost_per_finisher"] == pytest.approx(5500 / 0.6, abs=0.01)


def test_what_nobody_has_measured_is_never_added_up(answer):
    badge = "services: {badge: {label: Badge, share: 1, pathway: digital-credential}}\n"
    explored = "services: {walk: {label: Visits, share: 1, unknown: Nobody has measured it.}}\n"
    for text in (badge, explored):
        found = answer(START + PLACE + MOTHER + text + REST)
        assert found["gained"] is found["career"] is found["public"] is None
        (service,) = found["services"]
        assert service["kind"] == "unknown"
        gain = service["break_even"]
        # 5,000 over ten years at 3 percent, the middle of each year: 5,000 / 8.65 = 578, and a little for survival.
        assert gain["society"] == pytest.approx(578, rel=0.01)
        # 4,000 of it is public money, which comes back at about 30 to 60 cents a dollar.
        assert 600 < gain["taxpayer"] < 2000


def test_a_raise_that_employers_pay_is_no_gain_to_society(answer):
    job = "{wage_before: 15, hours_before: 40, wage: 17, hours: 40, years: 2, fade_out: 1, due: 0.5, paid_by_employers: true}"
    text = f"services: {{raise: {{label: Raise, share: 1, job: {job}}}}}\n"
    found = answer(START + PLACE + MOTHER + text + REST)
    # Two dollars an hour for two years, half of them because of it: 2,080 + 2,080 less half a year and one and a half of 3 %.
    expected = 2080 * (1.03**-0.5 + 1.005 * 1.03**-1.5)
    assert found["gained"]["earned"]["ten_years"] == pytest.approx(expected, rel=0.002)
    assert found["employers"]["ten_years"] == pytest.approx(found["gained"]["earned"]["ten_years"])
    assert found["ten_years"]["society"] == pytest.approx(0.0, abs=1e-6)
    assert 0.1 < found["public"]["back"]["ten_years"] / expected < 0.6


def test_supported_work_takes_ssi_and_keeps_a_part_of_it(answer):
    home = "households: {alone: {share: 1, disability: true}}\n"
    job = "services: {work: {label: Work, share: 1, job: {wage: 15, hours: 15, years: 1, fade_out: 1, due: 1}}}\n"
    found = answer(START + PLACE + MOTHER + home + job + REST)
    back = found["levels"][0]["parts_ten_years"]
    # 11,700 a year: SSI falls by half of what is over 85 dollars a month, (11,700 - 1,020) / 2 = 5,340, as of mid-year.
    assert back["ssi"] == pytest.approx(5340 * 1.03**-0.5, rel=0.02)


def test_without_a_place_nothing_is_known_of_budgets(answer):
    found = answer(START + MOTHER + COURSE + REST)
    assert found["gained"]["kept"] is found["public"] is found["living_wage"] is None
    assert found["why"]["public"] == "no_place"
    level = found["levels"][0]
    assert level["back"] is None
    assert level["why"] == {key: "no_place" for key, value in level.items() if value is None}
    assert found["why"]["career.taxpayer"] == found["why"]["gained.kept_range"] == "no_place"


def test_what_cannot_be_divided_or_drawn_says_why(answer):
    found = answer(START + PLACE + MOTHER + COURSE + REST)
    for part, name in ((found["career"], "career"), (found["ten_years"], "ten_years"), (found["gained"], "gained")):
        unknown = {f"{name}.{key}" for key, value in part.items() if value is None}
        assert unknown == {key for key in found["why"] if key.startswith(f"{name}.")}
    assert found["why"]["gained.earned_range"] == found["why"]["career.society_range"] == "no_draws"


def test_a_place_is_needed_for_budgets_alone(answer):
    found = answer(START + MOTHER + COURSE + REST)
    assert found["career"]["society"] == pytest.approx(found["gained"]["earned"]["career"] / 5000, abs=1e-4)


def test_a_stated_effect_is_added_as_it_is_stated(answer):
    effect = "effect: {yearly: {1: 0, 2: 2000}, last_observed_year: 2, zero_by_year: 4}"
    text = f"services: {{course: {{label: Course, share: 1, {effect}}}}}\n"
    found = answer(START + PLACE + MOTHER + text + REST)
    # 2,000 in the second year and half of it in the third; the women live.
    expected = 2000 * 1.03**-1.5 + 1000 * 1.03**-2.5
    assert found["gained"]["earned"]["career"] == pytest.approx(expected, rel=0.005)
    assert found["services"][0]["last_observed_year"] == 2.0
