"""Studies that correct what pay says: shipped, changed by the user, and of the user's own."""

from pathlib import Path

import msgspec
import pytest

from mobcalc.errors import InputError
from mobcalc.loader.bundle import bundled, bundled_folder
from mobcalc.loader.checks import problems
from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.store.ladders import goal_of
from mobcalc.store.local_assumptions import localized
from mobcalc.store.place_figures import Place
from mobcalc.store.places import county_of

REED, TRADES = "reed-2012", "building-trades-apprenticeship"
TEXT = (bundled_folder() / "studies" / f"{REED}.yaml").read_text()
BRINGS = (
    "sources:\n  thesis: {title: A thesis, publisher: A university, address: none, as_of: '2025', "
    "retrieved: '2026-01-01', licence: cited, quality: secondary}\n"
)


def loaded(*paths, **values):
    flags = [Flag("--set", name, str(value)) for name, value in values.items()]
    return load(Layers(paths=list(paths), flags=flags))


def studies(*paths, **values):
    return loaded(*paths, **values).assumptions.studies


def refused(*paths, **values):
    with pytest.raises(InputError) as caught:
        loaded(*paths, **values)
    return caught.value.problems


# Of the user's own


@pytest.mark.parametrize("name", ["own.yaml", "own/studies/own.yaml", "own/own.yaml"])
def test_a_study_is_one_file_given_alone_or_in_a_folder(file, tmp_path, name):
    path = file(name, TEXT)
    given = path if name == "own.yaml" else str(tmp_path / "own")
    found = loaded(given)
    # It gives the family of its pathways too, and is none.
    assert found.assumptions.pathways == bundled().pathways
    assert list(found.assumptions.studies) == [REED, "own"]
    own = found.assumptions.studies["own"]
    assert own.weight.where == f"{path}:{TEXT[: TEXT.index('weight:')].count(chr(10)) + 2}"
    assert (own.weight.kind, own.weight.value, own.weight.range) == ("assumed", 0.4, (0.1, 0.7))
    assert own.measured_pathway == bundled().pathways[TRADES]
    (override,) = found.overrides
    assert override[:3] == ("studies.own", "new", None)


def test_a_study_brings_its_sources_along(file):
    path = file("own.yaml", TEXT.replace("source: reed-2012", "source: thesis") + BRINGS)
    found = loaded(path).assumptions
    assert found.studies["own"].effect.participant.source == "thesis"
    assert found.sources["thesis"].title == "A thesis"
    (problem, *_) = refused(file("alone.yaml", TEXT.replace("source: reed-2012", "source: thesis")))
    assert problem.what == "there is no source 'thesis'"
    assert problem.where.startswith(str(path).replace("own", "alone"))


def test_a_study_may_be_of_a_pathway_that_comes_with_it(file, tmp_path):
    pathway = (bundled_folder() / "pathways" / f"{TRADES}.yaml").read_text()
    file("both/pathways/welding.yaml", pathway.replace("name: Building trades", "name: Welding"))
    file("both/studies/of-welding.yaml", TEXT.replace(f"measured_on: {TRADES}", "measured_on: welding"))
    own = studies(str(tmp_path / "both"))["of-welding"]
    assert own.measured_pathway.name == "Welding apprenticeship"


def test_two_files_of_one_id_are_a_mistake(file, tmp_path):
    first, second = file("own/studies/mine.yaml", TEXT), file("own/studies/mine.yml", TEXT)
    (problem,) = refused(str(tmp_path / "own"))
    assert problem.name == "studies.mine"
    assert problem.what == f"two files have the id 'mine' (the other is {first})"
    assert problem.where == second


def test_a_study_and_a_pathway_may_have_the_same_id(file, tmp_path):
    file("own/studies/mine.yaml", TEXT)
    file("own/pathways/mine.yaml", (bundled_folder() / "pathways" / "certificate.yaml").read_text())
    found = loaded(str(tmp_path / "own")).assumptions
    assert found.studies["mine"].measured_on == TRADES
    assert found.pathways["mine"].family == "training"


WRONG = {
    ("measured_on: " + TRADES, "measured_on: building-trade-apprenticeship"): (
        "measured_on",
        "there is no pathway of the id 'building-trade-apprenticeship'",
        f"did you mean {TRADES}?",
    ),
    ("measured_on: " + TRADES, "measured_on: xyz"): (
        "measured_on",
        "there is no pathway of the id 'xyz'",
        "give the id of a pathway",
    ),
    **{
        ("measured_on: " + TRADES, f"measured_on: {name}"): (
            "measured_on",
            f"'{name}' is not known by pay with one training",
            "name a pathway of the kind 'levels' with training",
        )
        for name in ("short-sectoral-training", "no-postsecondary")
    },
    ("  fade_out:", "  zero_by_year:"): ("effect", None, None),
    ("  participant:", "  completer:"): (
        "effect",
        "it must be of all who start, and say how it fades",
        "give effect: participant and effect: fade_out",
    ),
    ("value: {6: 6595, 9: 5839}", "value: {0: 6595, 9: 5839}"): (
        "effect",
        "years since enrolment start at 1",
        "call the first year 1",
    ),
    ("informs: typically-apprenticeship 47 49 51", "informs: ' '"): ("informs", "nothing is written here", None),
    ("informs: typically-apprenticeship 47 49 51", "informs:"): ("informs", "nothing is written here", None),
    ("sex: male", "sex: boy"): ("sex", "unknown word 'boy'", None),
    ("weight_for_women:", "weight_for_men:"): (None, "unknown key 'weight_for_men'", None),
    ("  value: 29\n", "  value: 29.5\n"): ("start_age", "29.5 is not a whole number", None),
    # It is put in from the pathways, and never given.
    ("sex: male", "sex: male\nmeasured_pathway: {name: Mine}"): (
        "measured_pathway",
        "unknown key 'measured_pathway'",
        None,
    ),
}


@pytest.mark.parametrize(("old", "new"), WRONG)
def test_a_study_that_does_not_hold_together(file, old, new):
    part, what, hint = WRONG[old, new]
    assert TEXT.count(old) == 1
    path = file("own.yaml", TEXT.replace(old, new))
    found = refused(path)
    named = "studies.own" if part is None else f"studies.own.{part}"
    chosen = [p for p in found if p.name.startswith(named) and (what is None or what in p.what)]
    assert chosen, found
    assert all(p.where.startswith(path) for p in found)
    assert hint is None or chosen[0].hint == hint


def test_how_an_effect_fades_must_be_said(file):
    start = TEXT.index("  fade_out:")
    path = file("own.yaml", TEXT[:start] + TEXT[TEXT.index("  last_observed_year:") :])
    (problem,) = refused(path)
    assert problem.name == "studies.own.effect"
    # The last that was given of the effect is named.
    lines = Path(path).read_text().splitlines()
    assert problem.where == f"{path}:{lines.index('  last_observed_year:') + 2}"
    assert problem.what == "it must be of all who start, and say how it fades"


def test_a_second_step_is_no_pathway_to_measure_on(file):
    ladder = (bundled_folder() / "pathways" / "associate-degree.yaml").read_text() + "\nafter: certificate\n"
    own = file("own.yaml", TEXT.replace(f"measured_on: {TRADES}", "measured_on: two-steps"))
    (problem,) = refused(file("two-steps.yaml", ladder), own)
    assert problem.what == "'two-steps' is not known by pay with one training"
    assert problem.where.startswith(own)


@pytest.mark.parametrize("part", ["name", "informs", "measured_on", "sex", "start_age", "effect", "weight", "error"])
def test_a_new_study_says_all_of_it(file, part):
    kept, skipping = [], False
    for line in TEXT.splitlines(keepends=True):
        if not line.startswith((" ", "#")):
            skipping = line.startswith(f"{part}:")
        if not skipping:
            kept.append(line)
    # Without `measured_on` nothing tells a file from one of a pathway, but for the folder it is in.
    path = file("own/studies/own.yaml", "".join(kept))
    found = refused(path.removesuffix("/studies/own.yaml"))
    assert any(p.name == "studies.own" and p.what == f"missing {part}" for p in found), found


# Changed by the user


def test_a_number_of_a_study_is_set_by_its_name():
    found = loaded(**{"studies.reed-2012.weight": 0.2})
    weight = found.assumptions.studies[REED].weight
    assert (weight.value, weight.kind, weight.range) == (0.2, "user", None)
    assert [tuple(o) for o in found.overrides] == [("studies.reed-2012.weight", 0.2, None, "--set")]


def test_a_file_named_like_a_study_changes_it(file):
    path = file("reed-2012.yaml", "weight: 0.3\neffect: {fade_out: 0.1}\n")
    found = studies(path)
    assert list(found) == [REED]
    assert (found[REED].weight.value, found[REED].effect.fade_out.value) == (0.3, 0.1)
    assert found[REED].weight.where == f"{path}:1"
    assert found[REED].effect.participant == bundled().studies[REED].effect.participant


def test_a_misspelt_study_is_not_a_new_one():
    (problem,) = refused(**{"studies.reed-2021.weight": 0.2})
    assert problem.name == "studies.reed-2021.weight"
    assert "did you mean studies.reed-2012" in problem.hint


def test_the_copy_of_its_pathway_cannot_be_set():
    (problem,) = refused(**{"studies.reed-2012.measured_pathway.completion.rate": 0.2})
    assert problem.what == "there is no assumption of this name"


def test_it_may_be_said_to_be_measured_on_another_pathway(file):
    path = file("own.yaml", "studies: {reed-2012: {measured_on: electrician-apprenticeship}}\n")
    found = studies(path)[REED]
    assert found.measured_on == "electrician-apprenticeship"
    assert found.measured_pathway == bundled().pathways["electrician-apprenticeship"]
    (problem,) = refused(file("other.yaml", "studies.reed-2012.measured_on: nowhere\n"))
    assert (problem.name, problem.where) == ("studies.reed-2012.measured_on", str(path).replace("own", "other") + ":1")


# What it was measured on


def in_county(records):
    county = county_of("FIPS 36013", None, "")
    return localized(records, Place(county.state, county), None).records


def for_electricians(records):
    county = county_of("FIPS 36013", None, "")
    return localized(records, Place(county.state, county), goal_of("electrician", "")).records


@pytest.mark.parametrize("local", [in_county, for_electricians])
@pytest.mark.parametrize(
    "layers",
    [
        Layers(),
        Layers(flags=[Flag("--set", f"pathways.{TRADES}.completion.rate", "0.6")]),
        Layers(flags=[Flag("--set", f"pathways.{TRADES}.earnings.percentiles", "[1, 2, 3, 4, 5]")]),
        Layers(flags=[Flag("--set", "studies.reed-2012.weight", "0.6")]),
    ],
)
def test_what_it_was_measured_on_stays_as_it_is_in_the_country(local, layers):
    found = load(layers, local).assumptions
    national = bundled().pathways[TRADES]
    # That there is something over it: the wages of the place, or what the user gave.
    assert found.pathways[TRADES] != national
    assert found.studies[REED].measured_pathway == national


def test_an_own_study_of_a_place_is_measured_on_the_country_too(file):
    path = file("own.yaml", TEXT)
    found = load(Layers(paths=[path]), in_county).assumptions
    assert found.studies["own"].measured_pathway == bundled().pathways[TRADES]
    assert found.pathways[TRADES].earnings.percentiles != bundled().pathways[TRADES].earnings.percentiles


def test_the_shipped_studies_have_what_they_were_measured_on(assumptions, from_files):
    for known in (assumptions, from_files):
        assert known.studies
        for study in known.studies.values():
            assert study.measured_pathway == known.pathways[study.measured_on]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"informs": "3l"}, "'3l' is no SOC code and no beginning of one"),
        ({"informs": "47 foo"}, "'foo' is no SOC code"),
        ({"family": "none"}, "without training there is nothing to inform"),
    ],
)
def test_what_a_study_informs_is_an_occupation_with_training(change, said, assumptions):
    study = msgspec.structs.replace(assumptions.studies["reed-2012"], **change)
    wrong = msgspec.structs.replace(assumptions, studies={"reed-2012": study})
    assert [problem.what for problem in problems(wrong, {}) if said in problem.what]


def test_studies_of_one_pathway_count_no_more_than_all_of_it(assumptions):
    study = assumptions.studies["reed-2012"]
    heavy = msgspec.structs.replace(study, weight=msgspec.structs.replace(study.weight, value=0.7, range=None))
    two = msgspec.structs.replace(assumptions, studies={"reed-2012": study, "heavy": heavy})
    (found,) = problems(two, {})
    assert found.name == "studies.heavy.weight"
    assert "weigh 1.1 together (reed-2012, heavy)" in found.what
    assert list(problems(assumptions, {})) == []
