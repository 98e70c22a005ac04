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
ALL_COUNTS = "All of the gain counts, as if nobody would have trained without the program: give 'due' in the file."
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
    counted = {*GROUPS["taxes"], *GROUPS["cash"], "child_care_subsidy", "housing", "health_plan"} | {
        "state_payroll_tax"
    }
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
    supports = "supports: {rent: {name: Rent, share: 0.5, cost: 1000, worth: 0.95}}\n"
    found = answer(START + PLACE + MOTHER + COURSE + REST + supports)
    # 5,000 and half of 1,000 for rent, 95 cents of a dollar of which people have in hand; 4,000 are paid for.
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


def test_a_gain_counts_for_those_alone_who_would_not_have_trained_otherwise(answer):
    """All of it without 'due', which is said; six tenths of it with 0.6."""
    whole = answer(START + PLACE + MOTHER + COURSE + REST)
    part = answer(START + PLACE + MOTHER + COURSE.replace("certificate", "certificate, due: 0.6") + REST)
    assert ALL_COUNTS in whole["notes"]
    assert ALL_COUNTS not in part["notes"]
    for of in ("earned", "kept"):
        assert part["gained"][of]["career"] == pytest.approx(0.6 * whole["gained"][of]["career"], abs=0.02)
    assert part["public"]["back"]["career"] == pytest.approx(0.6 * whole["public"]["back"]["career"], abs=0.02)
    assert part["people"] == whole["people"]
    more = [one["living_wage"]["with_program"] - one["living_wage"]["without"] for one in (part, whole)]
    assert more[0] == pytest.approx(0.6 * more[1], abs=1e-6)


def test_a_measured_effect_needs_no_due(answer):
    """It is against people who were free to train elsewhere."""
    found = answer(START + PLACE + MOTHER + COURSE.replace("certificate", "short-sectoral-training") + REST)
    assert ALL_COUNTS not in found["notes"]


def test_draws_of_due_move_around_its_value(answer):
    """Drawn over its range, the gain spreads more than without one."""
    services = [
        COURSE.replace("certificate", f"certificate, due: {due}") for due in ("0.6", "{value: 0.6, range: [0.3, 0.9]}")
    ]
    spreads = []
    for one in services:
        between = answer(START + PLACE + MOTHER + one + REST, "--draws", "2000")["gained"]["earned_range"]
        spreads.append(between["high"] - between["low"])
    assert spreads[1] > spreads[0] > 0


def test_a_support_of_ones_own_and_how_sure_a_count_is(answer):
    tools = "supports: {tools: {name: Tools, share: 1, cost: 300, worth: 1}}\n"
    few = answer(START + PLACE + MOTHER + COURSE + REST + tools, "--draws", "600")
    assert (few["cost"], few["gained"]["in_hand"], few["supports"][0]["name"]) == (5300.0, 300.0, "Tools")
    more = REST.replace("20, finished: 12", "20000, finished: 12000")
    many = answer(START + PLACE + MOTHER + COURSE + more, "--draws", "600")
    spread = [found["gained"]["earned_range"] for found in (few, many)]
    assert spread[0]["high"] - spread[0]["low"] > spread[1]["high"] - spread[1]["low"]


THREE = """\
services:
  short: {label: Short, share: 0.5, pathway: short-sectoral-training}
  easy: {label: Easy, share: 0.25, pathway: certificate, finishing: 0.6}
  hard: {label: Hard, share: 0.25, pathway: associate-degree, finishing: 0.2}
"""
OPEN = "people: {enrolled: 20}\ncost: {per_participant: 5000}\nfunding: {state: {level: state, amount: 20000}}\n"


@pytest.fixture
def change(run, tmp_path):
    """The JSON answer for a program with a change."""

    def change_of(text, changed):
        file = tmp_path / "own.yaml"
        file.write_text(text)
        return json.loads(run("program", file, "--json", "--draws", "0", "--with", changed).out)

    return change_of


def rates(answer):
    return [one["finishing"] for one in answer["services"]]


@pytest.mark.parametrize("people", ["enrolled: 20, finished: 8", "enrolled: 20"])
def test_the_share_of_today_changes_nothing(change, people):
    found = change(START + PLACE + MOTHER + THREE + OPEN.replace("enrolled: 20", people), "completion=0.4")
    assert rates(found["with"]) == [None, pytest.approx(0.6), pytest.approx(0.2)]
    assert found["with"]["gained"] == found["without"]["gained"]
    assert found["with"]["people"] == found["without"]["people"]
    assert found["with"]["cost_per_finisher"] == found["without"]["cost_per_finisher"]


def test_the_odds_of_every_service_go_with_the_mean(change, answer):
    """Odds of 1.5 and 0.25 times the root of 8 / 3: 71 and 29 of 100, whose mean is 50."""
    text = START + PLACE + MOTHER + THREE
    by_flag = change(text + OPEN, "completion=0.5")["with"]
    by_file = answer(text + OPEN.replace("enrolled: 20", "enrolled: 20, finished: 10"))
    factor = (8 / 3) ** 0.5
    expected = [None, *(pytest.approx(factor * odds / (1 + factor * odds), abs=1e-6) for odds in (1.5, 0.25))]
    assert rates(by_flag) == rates(by_file) == expected
    assert by_flag["people"]["finishing"] == pytest.approx(0.5)
    assert by_flag["gained"] == by_file["gained"]


@pytest.mark.parametrize("share", [0, 1])
def test_nobody_or_all_finish(change, share):
    found = change(START + PLACE + MOTHER + THREE + OPEN, f"completion={share}")
    assert rates(found["with"]) == [None, pytest.approx(share, abs=1e-9), pytest.approx(share, abs=1e-9)]


def test_the_share_that_is_needed_pays_in_the_table_too(change):
    text = START + PLACE + MOTHER + THREE + OPEN
    found = change(text, "cost=6000")
    needed = found["needed_completion"]["people_and_budgets"]
    at_it = change(text, f"cost=6000,completion={needed}")
    assert found["without"]["people"]["finishing"] < needed
    assert at_it["with"]["career"]["net_gain"] == pytest.approx(at_it["without"]["career"]["net_gain"], abs=6)


def test_how_many_finish_is_not_changed_where_nothing_depends_on_it(run, tmp_path):
    file = tmp_path / "own.yaml"
    file.write_text(START + PLACE + MOTHER + COURSE.replace("certificate", "short-sectoral-training") + OPEN)
    found = run("program", file, "--with", "completion=0.5")
    said = "error: --with: completion: no part of this program depends on finishing\n"
    assert found == (2, "", said + "  hint: change cost or a support instead\n")


CARE = "supports: {child-care: {share: 0.5, cost: 6000}}\n"


def test_a_paid_bill_is_a_gain_where_people_are_charged_it(answer):
    """Half of them get 6,000 dollars, nine tenths of it in hand: 2,700, where the bill is in the case."""
    text = START + PLACE + MOTHER + COURSE + REST + CARE
    without, charged = answer(text), answer(text, "--draws", "0", "--set", "person.child_care=6000")
    assert (without["gained"]["in_hand"], charged["gained"]["in_hand"]) == (0.0, pytest.approx(2700))
    assert without["cost"] == charged["cost"] == 8000
    assert charged["gained"]["earned"]["career"] < without["gained"]["earned"]["career"] - 2700


def test_a_finisher_has_no_cost_where_half_are_not_known(answer):
    found = answer(START + PLACE + MOTHER + THREE + OPEN)
    assert found["cost_per_finisher"] is None
    assert found["why"]["cost_per_finisher"] == "finishing_not_known"
    # 8 of 20 were counted: 5,000 / 0.4.
    counted = answer(START + PLACE + MOTHER + THREE + OPEN.replace("enrolled: 20", "enrolled: 20, finished: 8"))
    assert counted["cost_per_finisher"] == 12500


def test_what_comes_back_is_held_against_the_gap_too_and_a_city_is_not_counted(answer):
    found = answer(START + PLACE + MOTHER + COURSE + OPEN)
    back, with_gap = found["public"]["back"], found["returns_with_gap"]
    # 1,000 of 5,000 dollars is found.
    assert with_gap["career"] == pytest.approx(back["career"] / 5000, abs=1e-4)
    assert found["public"]["returns_career"] == pytest.approx(back["career"] / 1000, abs=1e-4)
    city = next(one for one in found["levels"] if one["level"] == "local")
    assert (city["back"], city["why"]["back"]) == (None, "no_tax_in_it")
