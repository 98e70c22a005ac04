"""Putting one record or setting into a tree of assumptions by its dotted name."""

import pytest

from mobcalc.schema import Assumption, Assumptions, field_at, is_settable, known_names, leaves, with_leaf
from mobcalc.store.codes import state_of
from mobcalc.store.local_assumptions import localized
from mobcalc.store.place_figures import Place

NUMBER = Assumption(1.0, "USD/year", "user", "test", "test", 2025)


@pytest.mark.parametrize(
    "name",
    [
        "economy.discount_rate",
        "person.wage",
        "people.pay.associate.full_time_men",
        "pathways.certificate.costs.tools",
        # There are no costs in a measured pathway; all that they hold is optional, so they are made.
        "pathways.intensive-youth-training.costs.tools",
        "studies.reed-2012.weight",
        "studies.reed-2012.effect.zero_by_year",
    ],
)
def test_a_leaf_comes_in_and_nothing_else_changes(assumptions, name):
    before, after = dict(leaves(assumptions)), dict(leaves(with_leaf(assumptions, name, NUMBER)))
    assert after[name] is NUMBER
    assert {other: leaf for other, leaf in after.items() if other != name} == {
        other: leaf for other, leaf in before.items() if other != name
    }


def test_what_a_study_was_measured_on_holds_no_numbers_of_its_own(assumptions):
    names = [name for name, _ in leaves(assumptions) if name.startswith("studies.")]
    assert "studies.reed-2012.effect.participant" in names
    assert not [name for name in names if "measured_pathway" in name]
    settable = [name for name in known_names(Assumptions, assumptions) if name.startswith("studies.")]
    assert set(names) <= set(settable)
    assert not [name for name in settable if "measured_pathway" in name]
    # It is there all the same, to compute with.
    assert assumptions.studies["reed-2012"].measured_pathway is not None


def test_a_whole_pathway_comes_in(assumptions):
    pathway = assumptions.pathways["certificate"]
    found = with_leaf(assumptions, "pathways.twin", pathway)
    assert list(found.pathways) == [*assumptions.pathways, "twin"]
    assert "twin" not in assumptions.pathways


@pytest.mark.parametrize(
    "name", ["people.pay.new.ages", "pathways.certificate.impact.factor", "pathways.new.costs.tools"]
)
def test_one_part_of_what_needs_several_does_not_come_in(assumptions, name):
    assert with_leaf(assumptions, name, NUMBER) is None


def test_the_field_of_a_dotted_name(assumptions):
    field = field_at(assumptions, "pathways.certificate.stipend")
    assert field is not None and field.limits is not None
    assert field.limits.unit == "USD/year"
    assert field_at(assumptions, "person.sex").limits is None
    assert field_at(assumptions, "pathways.none-such.stipend") is None
    assert field_at(assumptions, "pathways.certificate.none-such") is None
    assert field_at(assumptions, "pathways.certificate") is None


def test_a_name_that_can_be_set_is_known_without_going_through_all(assumptions):
    placed = localized(assumptions, Place(state_of("NY", ""), None, None), None).records
    for records in (assumptions, placed):
        known = set(known_names(Assumptions, records))
        parts = [name.split(".") for name in known]
        tried = {".".join(part[:k]) for part in parts for k in range(1, len(part) + 1)}
        tried |= (
            {f"{name}.x" for name in tried} | {name for name, _ in leaves(records)} | {"", "sources", "place.state"}
        )
        assert {name for name in tried if is_settable(records, name)} == known
