"""Which pathways an answer is about, and in which order."""

import msgspec
import pytest

from mobcalc.errors import InputError
from mobcalc.projection.case import check_ids, ids_of
from mobcalc.schema import ALL

BASE = "no-postsecondary"


def test_all_are_in_the_order_of_families_and_then_of_names(assumptions):
    ids = ids_of(assumptions, [ALL], None)
    families = [assumptions.pathways[name].family for name in ids]
    assert families == sorted(families, key=("none", "apprenticeship", "training").index)
    for family in ("apprenticeship", "training"):
        names = [name for name in ids if assumptions.pathways[name].family == family]
        assert names == sorted(names)
    assert set(ids) == set(assumptions.pathways)


def test_a_pathway_listed_in_anothers_place_stands_there(assumptions):
    # By its own name it would be the last of the apprenticeships.
    own = msgspec.structs.replace(
        assumptions.pathways["electrician-apprenticeship"], listed_as="carpenter-apprenticeship"
    )
    pathways = {"z-apprenticeship": own, **assumptions.pathways}
    ids = ids_of(msgspec.structs.replace(assumptions, pathways=pathways), [ALL], None)
    assert ids.index("z-apprenticeship") == ids.index("carpenter-apprenticeship") + 1


def test_those_shown_by_default_in_the_same_order(assumptions):
    ids = ids_of(assumptions, [], None)
    whole = ids_of(assumptions, [ALL], None)
    assert ids == [name for name in whole if not assumptions.pathways[name].on_request]
    assert ids[0] == BASE


def test_the_baseline_comes_first_and_each_once(assumptions):
    assert ids_of(assumptions, ["certificate", "associate-degree", "certificate"], "associate-degree") == [
        "associate-degree",
        "certificate",
    ]


def test_an_unknown_id_names_the_place_it_was_given(assumptions):
    with pytest.raises(InputError) as raised:
        check_ids(assumptions, ["certificate", "certificat"], "client.yaml:3")
    (problem,) = raised.value.problems
    assert problem == ("client.yaml:3", "certificat", "there is no pathway of this id", "did you mean certificate?")
