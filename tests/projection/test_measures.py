"""What a pathway is worth, and which is the best where none is named."""

import msgspec
import pytest

from mobcalc.errors import InputError
from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.projection.case import case_of
from mobcalc.projection.measures import best_pathway, gain
from mobcalc.projection.mixture import sides_of

ASSOCIATE, BACHELORS, CERTIFICATE, BASE = "associate-degree", "bachelors-degree", "certificate", "no-postsecondary"
TRADES, SECTORAL, YOUTH = "building-trades-apprenticeship", "short-sectoral-training", "intensive-youth-training"
VALUE = "net_present_value"


def aged(age):
    return load(Layers(flags=[Flag("--age", "person.start_age", age)])).assumptions


def showing(assumptions, *shown):
    """The assumptions with these pathways alone shown by default."""
    pathways = {
        n: msgspec.structs.replace(p, on_request=n not in (*shown, BASE)) for n, p in assumptions.pathways.items()
    }
    return msgspec.structs.replace(assumptions, pathways=pathways)


def test_it_is_the_one_that_gains_most_of_those_shown(assumptions):
    assert best_pathway(assumptions, None, BASE, VALUE, None) == TRADES
    assert best_pathway(assumptions, None, TRADES, VALUE, None) == ASSOCIATE
    assert best_pathway(showing(assumptions, ASSOCIATE, CERTIFICATE), None, BASE, VALUE, None) == ASSOCIATE


def test_it_is_the_best_by_the_measure_asked_about():
    woman = load(Layers(flags=[Flag("--sex", "person.sex", "female")])).assumptions
    shown = showing(woman, BACHELORS, ASSOCIATE)
    # A bachelor's degree costs more of the first ten years than an associate degree, and gains more over a life.
    assert best_pathway(shown, None, BASE, VALUE, None) == BACHELORS
    assert best_pathway(shown, None, BASE, "first_decade_earnings", None) == ASSOCIATE


@pytest.mark.parametrize("measure", [VALUE, "lifetime_earnings", "first_decade_earnings"])
@pytest.mark.parametrize(
    ("name", "versus", "men"),
    [(TRADES, BASE, 0.965), (ASSOCIATE, BASE, 0.487), (ASSOCIATE, TRADES, 0.487), (BASE, TRADES, 0.965)],
)
def test_men_and_women_are_mixed_as_among_those_who_start(name, versus, men, measure):
    def gained(**person):
        """The gain of a person, or of men and women together."""
        known = load(Layers(flags=[Flag("--set", f"person.{key}", value) for key, value in person.items()])).assumptions
        return gain(sides_of(case_of(known, [name, versus], None)), (name, versus), measure).item()

    man, woman = gained(sex="male"), gained(sex="female")
    assert abs(man - woman) > 1_000
    assert gained() == pytest.approx(men * man + (1 - men) * woman, rel=1e-12)


def test_a_measured_effect_and_pay_stand_in_one_order(assumptions):
    # Year Up's lasting effect is worth more than what a general certificate is counted to add, WorkAdvance's is not more
    # than what an associate degree is.
    assert best_pathway(showing(assumptions, YOUTH, CERTIFICATE), None, BASE, VALUE, None) == YOUTH
    assert best_pathway(showing(assumptions, SECTORAL, ASSOCIATE), None, BASE, VALUE, None) == ASSOCIATE


def test_it_is_one_that_fits_into_the_working_life(assumptions):
    # One year of training fits before 65, four do not; of those that fit, a certificate does not earn its year back.
    assert best_pathway(aged("63"), None, BASE, VALUE, None) == SECTORAL
    with pytest.raises(InputError, match="longer than the working life left"):
        best_pathway(showing(aged("63"), ASSOCIATE), None, BASE, VALUE, None)


def test_there_is_none_besides_the_one_compared_with(assumptions):
    with pytest.raises(InputError, match=f"there is no pathway besides '{BASE}'"):
        best_pathway(showing(assumptions), None, BASE, VALUE, None)
