"""What a pathway is worth, and which is the best where none is named."""

import msgspec
import pytest

from mobcalc.errors import InputError
from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.projection.measures import best_pathway

ASSOCIATE, BACHELORS, CERTIFICATE, BASE = "associate-degree", "bachelors-degree", "certificate", "no-postsecondary"
TRADES, EVALUATED = "building-trades-apprenticeship", "apprenticeship-as-evaluated"
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


def test_it_is_the_best_by_the_measure_asked_about(assumptions):
    shown = showing(assumptions, BACHELORS, CERTIFICATE)
    # A bachelor's degree costs more of the first ten years than a certificate, and gains more over a life.
    assert best_pathway(shown, None, BASE, VALUE, None) == BACHELORS
    assert best_pathway(shown, None, BASE, "first_decade_earnings", None) == CERTIFICATE


def test_what_workers_earn_goes_before_a_measured_effect(assumptions):
    assert best_pathway(showing(assumptions, EVALUATED, CERTIFICATE), None, BASE, VALUE, None) == CERTIFICATE
    assert best_pathway(showing(assumptions, EVALUATED), None, BASE, VALUE, None) == EVALUATED


def test_it_is_one_that_fits_into_the_working_life(assumptions):
    assert best_pathway(aged("63"), None, BASE, VALUE, None) == CERTIFICATE
    with pytest.raises(InputError, match="longer than the working life left"):
        best_pathway(showing(aged("63"), ASSOCIATE), None, BASE, VALUE, None)


def test_there_is_none_besides_the_one_compared_with(assumptions):
    with pytest.raises(InputError, match=f"there is no pathway besides '{BASE}'"):
        best_pathway(showing(assumptions), None, BASE, VALUE, None)
