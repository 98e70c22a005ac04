"""The shipped programs through the command: one screen each, and what each is there to say."""

import json

import pytest

from mobcalc.loader.programs import program_ids

MOST_LINES, WIDTH = 23, 80


@pytest.fixture
def answer(run):
    """The JSON answer for a shipped program, without draws."""

    def answer_of(name, *flags):
        found = run("program", name, "--json", "--draws", "0", *flags)
        assert (found.code, found.err) == (0, "")
        return json.loads(found.out)

    return answer_of


def _said(run, name, *flags):
    """What a screen says, on one line."""
    return " ".join(run("program", name, "--draws", "0", *flags).out.split())


@pytest.mark.parametrize("name", program_ids())
def test_each_has_one_screen_that_says_how_much_of_it_is_a_guess(name, run):
    """At most 23 lines of 80 columns; that money is missing, where it is, and that its numbers are examples."""
    out = run("program", name).out
    lines = out.rstrip("\n").splitlines()
    assert len(lines) <= MOST_LINES
    assert max(map(len, lines)) <= WIDTH
    assert "guesses or examples." in " ".join(out.split())


@pytest.mark.parametrize("name", program_ids())
def test_what_nobody_pays_for_is_the_cost_less_the_money(name, answer):
    """And it is shown, where there is any."""
    found = answer(name)
    missing = found["cost_total"] - sum(fund["amount"] for fund in found["funding"])
    assert found["unfunded_total"] == pytest.approx(max(missing, 0.0), abs=1)


def test_jamestown_adds_nothing_up_and_says_what_would_pay_for_it(answer, run):
    """264 badges and 1,000 looks at careers: each alone would have to pay for all of it."""
    found = answer("jamestown-dream-it-do-it")
    assert (found["gained"], found["career"], found["notes"]) == (
        None,
        None,
        ["Nobody has measured what it does to pay, so nothing is added up."],
    )
    for service, people in zip(found["services"], (264, 1000), strict=True):
        gain = service["break_even"]
        assert gain["is_alone"]
        assert gain["cost"] == pytest.approx(250_000 / people, rel=1e-4)
    badges, careers = (service["break_even"]["society"] for service in found["services"])
    assert badges / careers == pytest.approx(1000 / 264, rel=1e-3)
    said = _said(run, "jamestown-dream-it-do-it")
    assert "Digital badges (264 people)" in said and "A look at careers (1,000 people)" in said


def test_the_resource_center_saves_ssi_and_leaves_medicaid(answer):
    """Work at 15 hours takes a part of SSI away and nothing of Medicaid; of all, only those count who would not have it."""
    found = answer("resource-center")
    federal = next(view for view in found["levels"] if view["level"] == "federal")
    earned, ssi = found["gained"]["earned"]["ten_years"], federal["parts_ten_years"]["ssi"]
    assert 0.3 * earned < ssi < 0.5 * earned  # half of what is above $65 a month, and $20 more
    assert found["memo_ten_years"]["medicaid"] == 0
    assert found["gained"]["kept"]["career"] > 0


def test_missoula_has_three_occupations_a_career_gap_and_money_from_three_levels(answer):
    """Photonics, health care and construction; most of the gain of those who train is not the program's alone."""
    found = answer("missoula-partnership")
    assert [one["id"] for one in found["services"]] == ["readiness", "health-care", "construction", "photonics"]
    assert len({one["occupation"] for one in found["services"]} - {None}) == 3
    assert [fund["level"] for fund in found["funding"]] == ["federal", "state", "local"]
    assert not [note for note in found["notes"] if "nobody would have trained" in note]


def test_a_raise_in_richmond_moves_money_and_makes_none(answer, run):
    """Workers keep more, budgets get more, and employers pay all of it; so what comes back is said to be the most."""
    found = answer("richmond-living-wage")
    assert found["gained"]["earned"] == found["employers"]
    assert found["career"]["society"] == pytest.approx(0, abs=1e-6)
    assert all(
        found[horizon]["net_gain"] == pytest.approx(-found["cost"], abs=0.02) for horizon in ("ten_years", "career")
    )
    # The city pays 400 dollars of what is mostly employers' raises: no return on public money is told.
    said = _said(run, "richmond-living-wage")
    assert "so what comes back is no return on public money: at most $2,400 in ten years" in said
    assert "Of each public dollar" not in said
    assert found["public"]["returns_career"] is None
    assert found["public"]["why"]["returns_career"] == "little_paid"
    assert found["career"]["taxpayer"] is None
    assert found["why"]["career.taxpayer"] == found["why"]["career.marginal_value"] == "little_paid"


def test_training_in_tacoma_is_tight_with_the_help_and_without(answer, run):
    """What is missing to live on falls by what the supports are worth; child care is worth nothing to who has no child."""
    found = answer("tacoma-training")
    gaps = {gap["home"]: gap for gap in found["training"]}
    assert list(gaps) == ["alone", "one-parent", "couple"]
    for gap in gaps.values():
        assert gap["missing"] > gap["without_training"] > 0
        assert gap["missing"] - gap["with_help"] == pytest.approx(gap["help"], abs=0.02)
    years = {"carpenter": 4, "certificate": 1}  # half of those who train do each
    other = 3600 * 0.99 + 900 * 0.95  # rent and transport; mentors are nothing in hand
    assert gaps["alone"]["help"] == pytest.approx(other * sum(1 / length for length in years.values()) / 2, rel=0.25)
    care = 9000 * 0.9
    assert gaps["couple"]["help"] / gaps["alone"]["help"] == pytest.approx((other + care) / other, rel=1e-6)
    assert "a month is missing to live on for 2 adults and children of 2 and 6" in _said(run, "tacoma-training")


def test_the_headline_as_printed_is_three_times_the_study_in_older_dollars(answer):
    """301,533 over 98,718, and the dollars of 2011 at their worth today."""
    printed, studied = (
        answer(name)["gained"]["earned"]["career"] for name in ("national-headline", "national-headline-study")
    )
    prices = 321.974 / 224.939
    assert printed / studied == pytest.approx(301_533 / 98_718 / prices, rel=1e-3)
    assert 250_000 < printed < 300_000


def test_what_surrounds_a_program_is_counted_in_nothing_and_says_what_it_is_not(answer, run):
    """85 of 100 good jobs, and the rank of Richmond's low-income children beside the country's."""
    found = answer("richmond-living-wage")["context"]
    assert (found["good_jobs_beyond_high_school"]["value"], found["low_income_child_rank"]["value"]) == (0.85, 31.1)
    out = _said(run, "richmond-living-wage", "--details")
    assert "who will hold them, not what an employer will ask for" in out
    assert "no child of today is in it" in out
    assert "low_income_child_rank" not in answer("national-headline")["context"]
