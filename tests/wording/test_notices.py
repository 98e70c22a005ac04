"""Every notice has its sentence, every sentence its notice, and each is given where it applies and not beside it."""

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from mobcalc.results.notices import NoticeCode, ReasonCode
from mobcalc.wording import assumptions_diff, basic_needs, livingwage, notices

UNSAID = {"own", "own_figures"}
"""How a part of the basic needs is known that stands on the user's own figures: the flag that gave them is shown."""

ELECTRICIAN, ASSOCIATE, CERTIFICATE = "electrician-apprenticeship", "associate-degree", "certificate"
BACHELORS, YOUTH = "bachelors-degree", "intensive-youth-training"
MEASURED = ("-p", "measured", "-a", str(Path(__file__).parents[1] / "cases" / "measured.yaml"))
TRADES, SECTORAL, NURSE = (
    "building-trades-apprenticeship",
    "short-sectoral-training",
    ("--occupation", "registered nurse"),
)
NY, WOMAN, OLDER, HELD = ("--state", "NY"), ("--sex", "female"), ("--age", "30"), ("--education", ASSOCIATE)
OUT, DRAWN = (*OLDER, "--years-out", "3"), ("--draws", "200")
OWN_PLAN = ("--health-plan", "marketplace")
COUPLE = (*NY, "--adults", "2", "--partner-earnings")


def test_every_code_has_a_sentence_and_every_sentence_a_code():
    how = {*basic_needs.SAID, *basic_needs.RENTS, *basic_needs.CARE, *basic_needs.PREMIUMS, *basic_needs.OTHER}
    said = {*notices.NOTICES, *livingwage.WARNINGS, *how, *assumptions_diff.REASONS}
    assert said | UNSAID == set(get_args(NoticeCode))
    assert set(notices.REASONS) == set(get_args(ReasonCode))


def set_of(name, value):
    return ("--set", f"{name}={value}")


# By code: the arguments of compare with which it is said, and arguments next to them with which it is not.
CASES = {
    "only_the_gain_is_evidence": (("-p", YOUTH), ("-p", ELECTRICIAN)),
    "cost_not_given": (("-p", YOUTH), ("-p", CERTIFICATE)),
    "only_own_cost": (("-p", YOUTH, *set_of("person.transport", 500)), ("-p", YOUTH)),
    "grants": (("-p", ASSOCIATE), ("-p", ASSOCIATE, *set_of(f"pathways.{ASSOCIATE}.costs.grants", 0))),
    "woman_in_trade": (("-p", ELECTRICIAN, *WOMAN), ("-p", ELECTRICIAN, "--sex", "male")),
    "woman_in_occupation": ((*NURSE, *WOMAN), ("-p", ELECTRICIAN, *WOMAN)),
    "pay_falls_on_finishing": (
        ("-p", TRADES, *set_of(f"pathways.{TRADES}.training.wage_steps", "[0.5, 0.6, 0.7, 1]"), "--wage", "60"),
        ("-p", TRADES, "--wage", "60"),
    ),
    "older_start": (("--age", "23"), ("--age", "22")),
    "transport_not_counted": ((), set_of("person.transport", 500)),
    "child_care_not_counted": ((), NY),
    "child_care_in_needs": ((*NY, "--child", "3"), NY),
    "housing_of_a_month": (set_of("living_wage.housing", 900), set_of("living_wage.housing", 9000)),
    "child_care_of_a_month": (set_of("person.child_care", 700), set_of("person.child_care", 7000)),
    "own_cost": (set_of("person.transport", 500), ()),
    "own_wage": (("--wage", "15"), ("--wage", "30")),
    "own_wage_below": (("--id", "P1", "--wage", "5"), ("--id", "P1", "--wage", "15")),
    "own_wage_far": (("--wage", "30"), ("--wage", "15")),
    "out_of_work": (("--hours", "0"), ()),
    "both_sexes": ((), ("--sex", "male")),
    "pays_less": (("--occupation", "cashier", "--sex", "male"), ("-p", ELECTRICIAN, "--sex", "male")),
    "hours": (("--hours", "30"), ("--hours", "40")),
    "education": (HELD, (*HELD, "--wage", "25")),
    "journeyworker_below_minimum": (
        ("-p", ELECTRICIAN, *set_of("economy.minimum_wage", 40)),
        ("-p", ELECTRICIAN, *set_of("economy.minimum_wage", 25)),
    ),
    "step_below_minimum": (("-p", ELECTRICIAN, *set_of("economy.minimum_wage", 25)), ("-p", ELECTRICIAN)),
    "education_effects": ((*HELD, "-p", YOUTH), (*HELD, "-p", BACHELORS)),
    "held_credit": (("--education", "some-college", "-p", BACHELORS), ("-p", BACHELORS)),
    "held_not_used": (("--education", "some-college", "-p", ELECTRICIAN), ("-p", ELECTRICIAN)),
    "no_loan": (("-p", YOUTH, "--loan", "5000"), ("-p", YOUTH, "--loan", "0")),
    "years_out": (OUT, OLDER),
    "years_out_in_wage": ((*OUT, "--wage", "20"), OUT),
    "planned_out": (set_of("person.planned_out", "{30: 2}"), OUT),
    "return_assumed": (OUT, OLDER),
    "population": (set_of("person.attachment", "population"), ()),
    "no_draws": ((), DRAWN),
    "cut_short": ((*DRAWN, "--age", "61", "-p", ASSOCIATE), (*DRAWN, "--age", "40", "-p", CERTIFICATE)),
    "disability": (("--disability",), ("--disability", *NY)),
    "disability_counted": (("--disability", *NY), ("--disability",)),
    "children_as_computed": ((*NY, "--child", "3"), NY),
    "plan_state_adds": (("--state", "CA", *OWN_PLAN), (*NY, *OWN_PLAN)),
    "student_food": ((*NY, "-p", ASSOCIATE), (*NY, "-p", ELECTRICIAN)),
    "no_place": ((), NY),
    "beyond_table": ((*NY, *NURSE, *set_of("economy.real_wage_growth", 0.05)), (*NY, *NURSE)),
    "partner": ((*COUPLE, "20000"), (*COUPLE, "0")),
    "loan": (("-p", BACHELORS, "--loan", "5000"), ("-p", BACHELORS)),
    "other_footing": (
        ("-p", ELECTRICIAN, "-p", YOUTH, "--baseline", ELECTRICIAN),
        ("-p", ELECTRICIAN, "-p", YOUTH),
    ),
}
# The same for the pathway of a search.
CHANCE = ("--chance", "0.5", "--low", "0.1")
SEARCHED = {
    "effect_shared": ((*MEASURED, *DRAWN, *CHANCE), ("-p", CERTIFICATE, *DRAWN, *CHANCE)),
    "leavers_gain": (("-p", ASSOCIATE, "--gain", "1000"), ("-p", CERTIFICATE, "--gain", "1000")),
}
# The same for a living wage.
BUDGETS = {
    "state_alone": (NY, ("--county", "Kings, NY")),
    "metro_alone": (("--metro", "Albany-Schenectady-Troy"), NY),
    "partner_cares": ((*NY, "--adults", "2", "--child", "3"), (*COUPLE, "20000", "--child", "3")),
    "partner_grows": ((*COUPLE, "20000"), (*COUPLE, "0")),
    "beyond_table": ((*NY, *set_of("living_wage.other", 300000)), NY),
    "disability": ((*NY, "--disability"), NY),
    "housing_of_a_month": ((*NY, *set_of("living_wage.housing", 900)), (*NY, *set_of("living_wage.housing", 9000))),
    "child_care_of_a_month": (
        (*NY, "--child", "3", *set_of("living_wage.child_care", 700)),
        (*NY, "--child", "3", *set_of("living_wage.child_care", 7000)),
    ),
    "plan_state_adds": (("--state", "CA", *OWN_PLAN), ("--state", "CA")),
    "hours": ((*NY, "--hours", "30"), (*NY, "--hours", "40")),
}


def is_said(code, said, sentences=notices.NOTICES):
    sentence = re.sub(r"\\\{[^}]+\\\}", ".+", re.escape(sentences[code]))
    return any(re.fullmatch(sentence, one) for one in said)


def as_json(run, *arguments):
    found = run(*arguments, "--json")
    assert found.code == 0, found.err
    return json.loads(found.out)


def of_comparison(run, *arguments):
    """All warnings of a comparison, those of its pathways too; the baseline's are not what is asked about."""
    found = as_json(run, "compare", *(() if "--draws" in arguments else ("--draws", "0")), *arguments)
    return [*found["warnings"], *(said for pathway in found["pathways"][1:] for said in pathway["warnings"])]


def of_search(run, *arguments):
    found = as_json(run, "solve", "completion.rate", *arguments)
    return [*found["warnings"], *found["pathway_warnings"]]


def test_every_notice_has_a_case():
    assert {*CASES, *SEARCHED} == set(notices.NOTICES)
    assert set(BUDGETS) == set(livingwage.WARNINGS)


@pytest.mark.parametrize("code", CASES)
def test_a_comparison_says_it_where_it_applies_alone(code, run):
    with_it, without = CASES[code]
    assert is_said(code, of_comparison(run, *with_it))
    assert not is_said(code, of_comparison(run, *without))


@pytest.mark.parametrize("code", SEARCHED)
def test_a_search_says_it_where_it_applies_alone(code, run):
    with_it, without = SEARCHED[code]
    assert is_said(code, of_search(run, *with_it))
    assert not is_said(code, of_search(run, *without))


@pytest.mark.parametrize("code", BUDGETS)
def test_a_living_wage_says_it_where_it_applies_alone(code, run):
    with_it, without = BUDGETS[code]
    assert is_said(code, as_json(run, "livingwage", *with_it)["warnings"], livingwage.WARNINGS)
    assert not is_said(code, as_json(run, "livingwage", *without)["warnings"], livingwage.WARNINGS)


# By code: the arguments with which some figure is not known for this reason, and arguments next to them.
DRAWN = ("--draws", "100")
REASONS = {
    "is_baseline": ((), None),
    "not_asked": (("-p", CERTIFICATE), ("-p", CERTIFICATE, "--quit-after", "0.5")),
    "finished_by_then": (("-p", CERTIFICATE, "--quit-after", "2"), ("-p", ELECTRICIAN, "--quit-after", "2")),
    "all_offered": (("-p", YOUTH), MEASURED),
    "no_training": ((), ("-p", ELECTRICIAN, "--baseline", CERTIFICATE)),
    "beyond_retirement": (("--age", "61", "-p", ASSOCIATE), ("--age", "45", "-p", ASSOCIATE)),
    "levels": (("-p", CERTIFICATE), ("-p", ELECTRICIAN)),
    "in_the_effect": (MEASURED, ("-p", ELECTRICIAN)),
    "not_at_work": (("--age", "31"), ("--age", "30")),
    "no_single_rate": (MEASURED, ("-p", CERTIFICATE)),
    "no_gain": (
        ("-p", YOUTH, *set_of(f"pathways.{YOUTH}.impact.participant", "{1: -900, 2: -900, 3: -900, 5: -900, 7: -900}")),
        ("-p", YOUTH),
    ),
    "no_place": ((), NY),
    "groups_differ": ((*NY, "-p", ELECTRICIAN), (*NY, *MEASURED)),
    "never_met": ((*NY, *set_of("living_wage.other", 100000)), NY),
    "some_never_met": ((*NY, *set_of("living_wage.other", 100000)), NY),
    "unknown_of_baseline": ((*NY, "-p", CERTIFICATE, *set_of("living_wage.housing", 30000)), (*NY, "-p", CERTIFICATE)),
    "not_drawn": ((), DRAWN),
    "nobody_drawn": (
        (*DRAWN, "-p", CERTIFICATE, *set_of(f"pathways.{CERTIFICATE}.completion.rate", 1)),
        (*DRAWN, "-p", CERTIFICATE),
    ),
    "never_ahead": (DRAWN, ()),
    "not_of_one_layer": (DRAWN, ()),
    "average_effect": ((*NY, *MEASURED), (*NY, "-p", ELECTRICIAN)),
    "training_pay_unknown": ((*NY, "-p", SECTORAL), (*NY, "-p", YOUTH)),
}


def reasons(run, *arguments):
    """Every reason in a comparison why a figure is not known."""
    found = set()

    def walk(node):
        if isinstance(node, dict):
            if isinstance(node.get("why"), dict):
                found.update(node["why"].values())
            node = list(node.values())
        for each in node if isinstance(node, list) else []:
            walk(each)

    walk(as_json(run, "compare", *(() if "--draws" in arguments else ("--draws", "0")), *arguments))
    return found


def test_every_reason_has_a_case():
    assert set(REASONS) == set(get_args(ReasonCode))


@pytest.mark.parametrize("code", REASONS)
def test_a_figure_is_missing_for_this_reason_where_it_applies_alone(code, run):
    with_it, without = REASONS[code]
    assert notices.REASONS[code] in reasons(run, *with_it)
    assert without is None or notices.REASONS[code] not in reasons(run, *without)
