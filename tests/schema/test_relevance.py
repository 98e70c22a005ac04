"""Which records an answer rests on."""

import msgspec
import numpy as np
import pytest

from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.projection.case import case_of, numbers_of
from mobcalc.projection.pathway import projection
from mobcalc.projection.person_years import life
from mobcalc.sampling import fill
from mobcalc.sampling.filling import numbers
from mobcalc.schema import OF_ONE_LIFE, Pathway, informs, is_below, records, used
from tests.conftest import MEASURED

BASE, CERTIFICATE, ASSOCIATE = "no-postsecondary", "certificate", "associate-degree"
TRADES, YOUTH, BADGE = "building-trades-apprenticeship", "intensive-youth-training", "digital-credential"
MAN, WOMAN = {"person.sex": "male"}, {"person.sex": "female"}


def the_case(*ids, **values):
    """The case of these pathways, of everybody or of who these values describe."""
    flags = [Flag("--set", name, str(value)) for name, value in values.items()]
    return case_of(load(Layers(flags=flags)).assumptions, ids, None)


def names(*ids, draws=0, **values):
    """What the only run of a case rests on, by the names of settled assumptions."""
    case = the_case(*ids, **values)
    (run,) = case.runs
    return {name for name, _ in used(run.settled, case.ids, draws)}


def test_nothing_rests_on_how_far_lives_differ_where_none_are_drawn():
    without, drawn = names(CERTIFICATE, **MAN), names(CERTIFICATE, draws=100, **MAN)
    assert without == names(CERTIFICATE, draws=0, **MAN)
    assert without < drawn
    assert all(name.endswith(OF_ONE_LIFE) for name in drawn - without)


def test_only_the_pathways_asked_about_are_rested_on():
    own = {name.split(".")[1] for name in names(CERTIFICATE, **MAN) if name.startswith("pathways.")}
    # What is earned without training is a matter of the education, not of the pathway.
    assert own == {CERTIFICATE}


@pytest.mark.parametrize(
    ("ids", "held", "expected"),
    [
        ((CERTIFICATE,), None, {"high-school", "some-college"}),
        ((TRADES, YOUTH, BADGE), None, {"high-school"}),
        ((CERTIFICATE, ASSOCIATE), "less-than-high-school", {"less-than-high-school", "some-college", "associate"}),
        # Nobody loses an education by getting a lower one.
        ((CERTIFICATE, ASSOCIATE), "bachelors", {"bachelors"}),
    ],
)
def test_only_the_educations_of_the_person_and_the_pathways_are_rested_on(ids, held, expected):
    education = {} if held is None else {"person.education": held}
    found = names(*ids, **MAN, **education)
    assert {name.split(".")[2] for name in found if name.startswith("people.pay.")} == expected


OF_ALL_TRAINED = {"leaving_front_loading", "leaving_cost", "experience_age", "age_weight"}
STUDENTS, APPRENTICES = {"student_leavers_keep"}, {"apprentice_leavers_keep"}
LEFT = {"transfer_years", "later_transfers", "kept_outside"}


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        (CERTIFICATE, {}, OF_ALL_TRAINED | STUDENTS),
        (CERTIFICATE, {"person.wage": 20}, OF_ALL_TRAINED | STUDENTS | {"wage_carried"}),
        # A pathway that has a number of its own rests on that.
        (BADGE, {}, OF_ALL_TRAINED),
        (TRADES, {}, OF_ALL_TRAINED | APPRENTICES | LEFT | {"finisher_standing"}),
        (
            TRADES,
            {"person.wage": 20},
            OF_ALL_TRAINED | APPRENTICES | LEFT | {"finisher_standing", "wage_carried_to_occupation"},
        ),
        (
            "welding",
            {},
            OF_ALL_TRAINED | STUDENTS | {"entry_standing", "settled_standing", "settling_years", "field_share"},
        ),
        # A measured effect is read off a study, whatever the person's age or experience; it has in it what leaving costs.
        ("measured-apprenticeship", {}, {"leaving_front_loading", *STUDENTS}),
        # Where nobody tells finishers and leavers apart it rests on nothing of leavers.
        (YOUTH, {}, set()),
    ],
)
def test_what_is_rested_on_of_careers(name, values, expected, tmp_path):
    case = tmp_path / "welding.yaml"
    case.write_text(
        "name: Certificate in welding\nfamily: training\nevidence: levels\nsummary: x\nearnings:\n"
        "  education: some-college\n"
        "  percentiles: {value: [1, 2, 3, 4, 5], unit: USD/year, kind: assumed, source: judgement, note: x, price_year: 2025}\n"
        "  causal_share: {value: 0.6, unit: share, kind: assumed, source: judgement, note: x}\n"
        "training:\n"
        "  length: {value: 1, unit: years, kind: assumed, source: judgement, note: x}\n"
        "  student_earnings_share: {value: 0.2, unit: share, kind: assumed, source: judgement, note: x}\n"
        "completion:\n  rate: {value: 0.5, unit: share, kind: assumed, source: judgement, note: x}\n  denominator: x\n"
    )
    flags = [Flag("--set", key, str(value)) for key, value in {**MAN, **values}.items()]
    found = case_of(load(Layers(paths=[str(case), str(MEASURED)], flags=flags)).assumptions, [name], None)
    own = {key.removeprefix("careers.") for key in numbers_of(found, found.ids) if key.startswith("careers.")}
    assert own == expected


STUDY = "studies.reed-2012"
STUDIED = {f"people.pay.high-school.{part}" for part in ("ages", "full_time_men", "employed_men")}
"""What the people of the study are paid without training: men, in work or looking for it."""


def of_studies(*ids, **values):
    """What a case rests on of studies, by the last parts of its names."""
    return {name.removeprefix(f"{STUDY}.") for name in names(*ids, **values) if name.startswith("studies.")}


OF_THE_STUDY = {
    *("start_age", "effect.participant", "effect.factor", "effect.before_first", "effect.fade_out"),
    *("effect.last_observed_year", "completion.rate", "weight"),
}


def test_what_the_people_of_a_study_are_paid_is_rested_on_whoever_is_asked_about():
    other = {"person.education": "associate", "person.attachment": "population", **WOMAN}
    assert {name for name in names(TRADES, **other) if name.startswith("people.pay.high-school.")} == STUDIED
    assert not STUDIED & names(CERTIFICATE, **other)


def test_a_study_is_rested_on_where_it_informs_a_pathway():
    assert of_studies(TRADES, **MAN) - {"error"} == OF_THE_STUDY
    assert of_studies("electrician-apprenticeship", CERTIFICATE, **MAN) - {"error"} == OF_THE_STUDY
    assert of_studies(TRADES, **WOMAN) - {"error"} == OF_THE_STUDY | {"weight_for_women"}
    for name in (CERTIFICATE, ASSOCIATE, YOUTH, BADGE):
        assert of_studies(name, **MAN) == set()
    # Of somebody whose sex is not given it is both.
    case = the_case(TRADES)
    assert f"{STUDY}.weight_for_women" in numbers_of(case, case.ids)


def pathway(**values):
    """A pathway that a study of the trades informs, but for these parts."""
    usual = {"name": "x", "family": "apprenticeship", "evidence": "levels", "summary": "x", "training": object()}
    return Pathway(**{**usual, "occupation": "47-2111", **values})


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, True),
        ({"occupation": "typically-apprenticeship"}, True),
        ({"occupation": "49-9021"}, True),
        ({"occupation": "51-4121"}, True),
        # Outside the skilled trades it says nothing, nor where the occupation is not known.
        ({"occupation": "31-1131"}, False),
        ({"occupation": "15-4700"}, False),
        ({"occupation": None}, False),
        ({"family": "training"}, False),
        ({"family": "none"}, False),
        # Nor of what is measured itself, of second steps, and of life without training.
        ({"evidence": "impact"}, False),
        ({"after": "certificate"}, False),
        ({"training": None}, False),
    ],
)
def test_which_pathways_a_study_informs(assumptions, values, expected):
    assert informs(assumptions.studies["reed-2012"], pathway(**values)) is expected


def test_a_study_of_one_occupation_informs_that_alone(assumptions):
    study = msgspec.structs.replace(assumptions.studies["reed-2012"], informs="47-2111", family="training")
    assert informs(study, pathway(family="training"))
    assert not informs(study, pathway(family="training", occupation="47-2152"))


def test_the_shipped_study_informs_the_trades_and_nothing_else(assumptions):
    study = assumptions.studies["reed-2012"]
    found = {name for name, one in assumptions.pathways.items() if informs(study, one)}
    trades = {f"{name}-apprenticeship" for name in ("electrician", "plumber-pipefitter", "hvac", "carpenter")}
    assert found == {TRADES} | trades


def test_only_the_figures_of_the_persons_sex_are_rested_on():
    for sex, own, other in ((MAN, "_men", "_women"), (WOMAN, "_women", "_men")):
        found = names(TRADES, ASSOCIATE, **sex)
        assert any(name.endswith(own) for name in found)
        assert not [name for name in found - STUDIED if name.endswith(other)]
    case = the_case(TRADES, ASSOCIATE)
    both = numbers_of(case, case.ids)
    ends = ("completion.rate", "earnings.causal_share")
    chosen = {name for name in both if name.startswith("pathways.") and any(f".{end}" in name for end in ends)}
    assert chosen == {
        f"pathways.{TRADES}.completion.rate_men",
        f"pathways.{TRADES}.completion.rate_women",
        f"pathways.{TRADES}.earnings.causal_share",
        f"pathways.{ASSOCIATE}.completion.rate",
        f"pathways.{ASSOCIATE}.earnings.causal_share_men",
        f"pathways.{ASSOCIATE}.earnings.causal_share_women",
    }


@pytest.mark.parametrize(("attachment", "unused"), [("attached", "population"), ("population", "employed")])
def test_only_one_way_to_count_people_out_of_work_is_rested_on(attachment, unused):
    found = names(TRADES, ASSOCIATE, **MAN, **{"person.attachment": attachment})
    assert not [name for name in found - STUDIED if name.rpartition(".")[2].startswith(f"{unused}_")]


def test_nothing_rests_on_the_mix_of_men_and_women_where_the_sex_is_known():
    assert not [name for name in names(TRADES, ASSOCIATE, **WOMAN) if name.endswith(".male_share")]
    case = the_case(TRADES, ASSOCIATE)
    mixed = {name for name in numbers_of(case, case.ids) if name.endswith(".male_share")}
    assert {f"pathways.{TRADES}.earnings.male_share", "people.pay.associate.male_share"} <= mixed


def projected(settled, ids, changed):
    """Everything that a projection makes of a person's pathways, the named numbers changed by a tenth."""

    def rows(name, record):
        return np.array([numbers(record)], dtype=float) * (0.9 if name in changed else 1.0)

    arrays = fill(settled, rows)
    years = life(arrays)
    made = [years.alive, years.present]
    for group in (group for name in ids for group in projection(arrays, years, name)[:3] if group is not None):
        made += [part for part in msgspec.structs.astuple(group) if part is not None]
    return made


@pytest.mark.parametrize("sex", ["male", "female"])
@pytest.mark.parametrize(
    ("ids", "values"),
    [
        ((CERTIFICATE,), {}),
        ((TRADES, BADGE), {"person.wage": 25, "person.attachment": "population"}),
        ((TRADES,), {"person.education": "associate"}),
        ((YOUTH, "bachelors-degree"), {"person.education": "associate", "person.years_out": 2}),
        ((ASSOCIATE, "short-sectoral-training"), {"person.loan": 3000, "person.planned_out": "{30: 1}"}),
    ],
)
def test_what_is_not_rested_on_changes_nothing(ids, values, sex):
    case = the_case(*ids, **{"person.sex": sex}, **values)
    (run,) = case.runs
    resting = {name for name, _ in used(run.settled, case.ids)}
    others = {name for name, _ in records(run.settled)} - resting
    assert len(others) > 50
    before, after = (projected(run.settled, case.ids, changed) for changed in (set(), others))
    assert len(before) == len(after)
    assert all(np.array_equal(a, b, equal_nan=True) for a, b in zip(before, after, strict=True))
    # That the comparison can tell: what is rested on changes it.
    paid = (
        "people.pay.high-school.full_time"
        if values.get("person.education") is None
        else "people.pay.associate.full_time"
    )
    moved = projected(run.settled, case.ids, {f"{paid}_{'men' if sex == 'male' else 'women'}"})
    assert not all(np.array_equal(a, b, equal_nan=True) for a, b in zip(before, moved, strict=True))


def test_a_name_and_what_is_below_it():
    assert [is_below(name, ["a.b"]) for name in ("a.b", "a.b.c", "a.bc", "a")] == [True, True, False, False]
