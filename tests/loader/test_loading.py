"""How layers lie over each other, and that every value remembers where it came from."""

import shutil

import pytest

from mobcalc.errors import InputError
from mobcalc.loader.bundle import bundled_folder
from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.provenance import checksum as fingerprint

RATE = "economy.discount_rate"
RECORD = "{value: 0.04, unit: share/year, kind: assumed, source: judgement, note: a test}"


def rate(layers):
    return load(layers).assumptions.economy.discount_rate


def test_each_layer_lies_over_those_before_it(file):
    environment = file("e.yaml", "economy: {discount_rate: 0.01}\n")
    first = file("a.yaml", "economy: {discount_rate: 0.02}\n")
    second = file("b.yaml", "economy.discount_rate: 0.03\n")
    scenario = file("s.yaml", "set: {economy.discount_rate: 0.04}\n")
    flag = Flag("--set", RATE, "0.05")
    assert rate(Layers()).kind == "assumed"
    assert rate(Layers(environment)).value == 0.01
    assert rate(Layers(environment, [first])).value == 0.02
    assert rate(Layers(environment, [first, second])).value == 0.03
    assert rate(Layers(environment, [second, first])).value == 0.02
    assert rate(Layers(environment, [first, second], scenario)).value == 0.04
    assert rate(Layers(environment, [first, second], scenario, [flag])).value == 0.05


def test_an_override_is_marked_and_inherits_what_it_does_not_say(file):
    path = file("a.yaml", "pathways:\n  certificate:\n    costs:\n      grants: 0\n")
    grants = load(Layers(paths=[path])).assumptions.pathways["certificate"].costs.grants
    assert (grants.value, grants.kind, grants.where, grants.source) == (0, "user", f"{path}:4", f"{path}:4")
    assert (grants.unit, grants.price_year) == ("USD/year", 2022)
    assert grants.range is None, "the old range spoke of the old value"


def test_an_override_may_give_its_own_range_and_price_year(file):
    path = file("a.yaml", "pathways.certificate.costs.grants: {value: 10, range: [0, 20], price_year: 2025}\n")
    grants = load(Layers(paths=[path])).assumptions.pathways["certificate"].costs.grants
    assert (grants.range, grants.price_year) == ((0, 20), 2025)


def test_a_range_alone_keeps_the_value(file):
    path = file("a.yaml", "economy: {discount_rate: {range: [0.01, 0.05]}}\n")
    assert (rate(Layers(paths=[path])).value, rate(Layers(paths=[path])).range) == (0.03, (0.01, 0.05))


def test_a_full_record_keeps_its_kind_and_source(file):
    found = rate(Layers(paths=[file("a.yaml", f"economy: {{discount_rate: {RECORD}}}\n")]))
    assert (found.kind, found.source, found.note) == ("assumed", "judgement", "a test")


def test_overrides_are_listed_once_with_the_last_word(file):
    path = file("a.yaml", "economy: {discount_rate: 0.02, timing: end}\n")
    loaded = load(
        Layers(paths=[path], flags=[Flag("--discount-rate", RATE, "0.05"), Flag("--age", "person.start_age", "30")])
    )
    assert [tuple(o) for o in loaded.overrides] == [
        (RATE, 0.05, None, "--discount-rate"),
        ("economy.timing", "end", None, f"{path}:1"),
        ("person.start_age", 30, None, "--age"),
    ]


def test_a_folder_is_one_layer_with_a_file_for_each_pathway(file, tmp_path):
    file("own/economy.yaml", "economy: {discount_rate: 0.02}\n")
    file("own/pathways/certificate.yaml", "completion: {rate: 0.5}\n")
    found = load(Layers(paths=[str(tmp_path / "own")])).assumptions
    assert found.economy.discount_rate.value == 0.02
    assert found.pathways["certificate"].completion.rate.value == 0.5


def test_the_same_value_twice_in_one_folder_is_a_mistake(file, tmp_path):
    file("own/a.yaml", "economy: {discount_rate: 0.02}\n")
    file("own/b.yaml", "economy: {discount_rate: 0.04}\n")
    with pytest.raises(InputError, match=r"b\.yaml:1: economy\.discount_rate: it is given twice"):
        load(Layers(paths=[str(tmp_path / "own")]))


def test_a_new_pathway_is_one_file_that_may_bring_its_sources(file):
    text = (bundled_folder() / "pathways" / "certificate.yaml").read_text()
    text = text.replace("source: nces-330-20", "source: city-college") + (
        "sources:\n  city-college: {title: Prices, publisher: City College, address: none, as_of: '2025', "
        "retrieved: '2026-01-01', licence: cited, quality: secondary}\n"
    )
    loaded = load(Layers(paths=[file("welding-certificate.yaml", text)]))
    own = loaded.assumptions.pathways["welding-certificate"]
    assert own.costs.tuition_and_fees.source == "city-college"
    line = text[: text.index("value: 3598")].count("\n") + 1
    assert own.costs.tuition_and_fees.where.endswith(f"welding-certificate.yaml:{line}")
    (override,) = loaded.overrides
    assert override[:3] == ("pathways.welding-certificate", "new", None)


def test_a_scenario_chooses_a_person_pathways_and_values(file):
    path = file(
        "s.yaml",
        "person: {age: 35, sex: female, wage: 18.50}\nplace: national\n"
        "pathways: [certificate, associate-degree]\nbaseline: certificate\nset:\n  economy.timing: end\n",
    )
    loaded = load(Layers(scenario=path))
    person = loaded.assumptions.person
    assert (person.start_age.value, person.sex, person.wage.value) == (35, "female", 18.5)
    assert loaded.choice == (("certificate", "associate-degree"), "certificate", f"{path}:3", {})
    assert loaded.assumptions.economy.timing == "end"
    assert loaded.overrides[2] == ("person.wage", 18.5, None, f"{path}:1")


def test_all_problems_of_all_layers_come_at_once(file):
    first = file("a.yaml", "economy: {discount_rate: 5, oops: 1}\n")
    second = file("b.yaml", "economy: [1]\n")
    with pytest.raises(InputError) as caught:
        load(Layers(paths=[first, second], flags=[Flag("--set", "x.y", "1")]))
    assert [p.name for p in caught.value.problems] == [RATE, "economy.oops", "economy", "x.y"]


def test_the_fingerprint_is_of_values_not_of_places(file):
    def of(layers):
        return fingerprint(load(layers).assumptions)

    one = file("a.yaml", "economy: {discount_rate: 0.02}\n")
    two = file("other/b.yaml", "\n\neconomy: {discount_rate: 0.02}\n")
    assert of(Layers(paths=[one])) == of(Layers(paths=[two])) == of(Layers(flags=[Flag("--set", RATE, "0.02")]))
    assert of(Layers(paths=[one])) != of(Layers())
    assert of(Layers(flags=[Flag("--set", "economy.timing", "end")])) != of(Layers())


def test_a_flat_folder_of_pathways_is_a_folder_of_pathways(file, tmp_path):
    text = (bundled_folder() / "pathways" / "certificate.yaml").read_text()
    for name in ("one-certificate", "other-certificate"):
        file(f"flat/{name}.yaml", text)
    found = load(Layers(paths=[str(tmp_path / "flat")])).assumptions.pathways
    assert {"one-certificate", "other-certificate"} <= set(found)


def test_a_copy_of_the_bundled_folder_overrides_only_what_was_edited(tmp_path):
    shutil.copytree(bundled_folder(), tmp_path / "own")
    economy = tmp_path / "own" / "economy.yaml"
    economy.write_text(economy.read_text().replace("value: 0.03\n", "value: 0.04\n"))
    loaded = load(Layers(paths=[str(tmp_path / "own")]))
    assert [o.name for o in loaded.overrides] == [RATE]
