"""The file of published cases: it is of the shape of cases, and what is not is refused by name."""

import json

import pytest

from mobcalc.errors import InputError
from mobcalc.loader import validation_cases as loader
from mobcalc.loader.bundle import bundled, bundled_folder
from mobcalc.loader.files import yaml_files
from mobcalc.schema.validation import PUBLISHED, GapOverLife, Payments

GOOD = {
    "kind": "exact",
    "question": "What?",
    "source": "Somebody 2020",
    "given": {"form": "payments", "streams": {"sum": {"first": 10, "years": 3, "timing": "begin"}}},
    "expect": {"sum": {"published": 30, "tolerance": 1, "unit": "USD"}},
}


@pytest.fixture
def cases_of(tmp_path, monkeypatch):
    """Reads cases from a file with some text, or with cases in it."""

    def read(content):
        file = tmp_path / PUBLISHED
        file.parent.mkdir(exist_ok=True)
        file.write_text(content if isinstance(content, str) else json.dumps(content))
        monkeypatch.setattr(loader, "bundled_folder", lambda: tmp_path)
        return loader.validation_cases()

    return read


def test_texts_become_what_their_fields_are(cases_of):
    case = cases_of({"a": GOOD})["a"]
    assert isinstance(case.given, Payments)
    stream = case.given.streams["sum"]
    assert (stream.first, stream.years, stream.timing, stream.growth, stream.discount_rate) == (10.0, 3, "begin", 0, 0)
    assert (case.expect["sum"].published, case.expect["sum"].band, case.note) == (30.0, None, None)


def test_a_band_may_be_open(cases_of):
    band = {**GOOD, "kind": "band", "expect": {"sum": {"band": [None, 40], "unit": "USD"}}}
    assert cases_of({"a": band})["a"].expect["sum"].band == (None, 40.0)


LOOSE = "'sum' has not what a case of this kind is held to"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"expect": {}}, "it expects nothing"),
        ({"expect": {"sum": {"published": 30, "unit": "USD"}}}, LOOSE),
        ({"expect": {"sum": {"tolerance": 1, "unit": "USD"}}}, LOOSE),
        ({"expect": {"sum": {"published": 30, "tolerance": 1, "relative_tolerance": 0.1, "unit": "USD"}}}, LOOSE),
        ({"expect": {"sum": {"published": 30, "tolerance": 1, "band": [1, 2], "unit": "USD"}}}, LOOSE),
        ({"expect": {"sum": {"band": [1, 2], "unit": "USD"}}}, LOOSE),
        ({"kind": "band"}, LOOSE),
        ({"kind": "band", "expect": {"sum": {"band": [1, 2], "tolerance": 1, "unit": "USD"}}}, LOOSE),
        ({"kind": "band", "expect": {"sum": {"band": [1, 2], "relative_tolerance": 1, "unit": "USD"}}}, LOOSE),
        ({"kind": "guess"}, "Invalid enum value 'guess' - at `$.kind`"),
        ({"given": {"form": "magic"}}, "Invalid value 'magic' - at `$.given.form`"),
        ({"color": "red"}, "Object contains unknown field `color`"),
        (
            {"given": {"form": "payments", "streams": {"sum": {"first": "ten", "years": 3, "timing": "end"}}}},
            "Expected `float`",
        ),
    ],
)
def test_what_is_wrong_with_a_case_is_said(changed, said, cases_of):
    with pytest.raises(InputError) as error:
        cases_of({"fine": GOOD, "wrong": {**GOOD, **changed}})
    (problem,) = error.value.problems
    assert (problem.where, problem.name) == (PUBLISHED, "wrong")
    assert problem.what.startswith(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a\n- b\n", "it has no cases by name"),
        ("a: &x {b: 1}\n", "anchors and aliases (& and *) are not accepted"),
        ("", "the file is empty"),
    ],
)
def test_a_file_that_holds_no_cases(text, said, cases_of):
    with pytest.raises(InputError) as error:
        cases_of(text)
    assert error.value.problems[0].what == said


def test_a_missing_file(tmp_path, monkeypatch):
    monkeypatch.setattr(loader, "bundled_folder", lambda: tmp_path)
    with pytest.raises(InputError) as error:
        loader.validation_cases()
    assert (error.value.problems[0].where, error.value.problems[0].what) == (
        PUBLISHED,
        "there is no such file or folder",
    )


def test_the_loader_of_assumptions_does_not_read_cases():
    file = bundled_folder() / PUBLISHED
    assert file.exists()
    assert file not in yaml_files(bundled_folder())


def test_there_are_enough_cases_of_every_kind():
    cases = loader.validation_cases()
    kinds = [case.kind for case in cases.values()]
    assert len(cases) >= 20
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {"exact": 18, "identity": 8, "band": 7}


def test_every_case_says_where_it_is_from():
    cited = [case.cites for case in loader.validation_cases().values() if case.cites is not None]
    assert len(cited) >= 20
    assert set(cited) <= set(bundled().sources)


def test_the_ratio_of_degrees_runs_on_the_shipped_path():
    given = loader.validation_cases()["tamborini-npv-ratio"].given
    assert isinstance(given, GapOverLife)
    assert given.pathway == "bachelors-degree"
    assert "bachelors-degree" in bundled().pathways
