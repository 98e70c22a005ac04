"""Which records an answer rests on."""

from mobcalc.projection.case import settled_for
from mobcalc.schema import OF_ONE_LIFE, is_below, used

BASE, CERTIFICATE = "no-postsecondary", "certificate"


def names(assumptions, **more):
    return {name for name, _ in used(settled_for(assumptions, [BASE, CERTIFICATE]), [BASE, CERTIFICATE], **more)}


def test_nothing_rests_on_how_far_lives_differ_where_none_are_drawn(assumptions):
    without, drawn = names(assumptions), names(assumptions, draws=100)
    assert without == names(assumptions, draws=0)
    assert without < drawn
    assert all(name.endswith(OF_ONE_LIFE) for name in drawn - without)


def test_only_the_pathways_asked_about_are_rested_on(assumptions):
    own = {name.split(".")[1] for name in names(assumptions) if name.startswith("pathways.")}
    assert own == {BASE, CERTIFICATE}


def test_a_name_and_what_is_below_it():
    assert [is_below(name, ["a.b"]) for name in ("a.b", "a.b.c", "a.bc", "a")] == [True, True, False, False]
