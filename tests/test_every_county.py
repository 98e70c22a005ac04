"""Every county of the country through `livingwage` and `compare`: finite, ordered, and each figure named by its area."""

import math

import msgspec
import pytest

from mobcalc.cli.area import place_used
from mobcalc.loader.bundle import bundled
from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.questions.compare import comparison
from mobcalc.questions.livingwage import living_wage
from mobcalc.results.provenance import Provenance
from mobcalc.store.counties import counties
from mobcalc.store.local_assumptions import localized
from mobcalc.store.place_figures import Place
from tests.slices import slices_in
from tests.store.published import states

TRADES = "building-trades-apprenticeship"
PERSON = [Flag("--set", name, value) for name, value in (("person.sex", "female"), ("person.children", "[3]"))]


@pytest.mark.parametrize("state", states(), ids=lambda state: state.postal)
def test_every_county_of_a_state(state):
    inside = [county for county in counties() if county.state == state]
    assert inside
    base = load(Layers(flags=PERSON)).assumptions
    for county in inside:
        place = Place(state, county)
        local = localized(bundled(), place, None)
        records = msgspec.structs.replace(local.records, person=base.person)
        areas = {figure.name: (figure.area, figure.rule) for figure in local.figures}
        for name, own in (
            ("place.rents", ("county_rents", "town_rents")),
            ("place.infant_care_center", ("county_care",)),
        ):
            area, rule = areas[name]
            assert area.endswith(f", {state.postal}") if rule in own else area == state.name, (county, name, area, rule)
        known = Provenance("", [], place_used(place))
        budget = living_wage(records, known, slices_in(state.postal, records))
        assert 10 < budget.hourly < 150, county
        assert budget.needs > 20_000
        found = comparison(records, known, (TRADES,))
        without, trades = found.pathways
        assert all(math.isfinite(pay) and pay >= 0 for one in (without, trades) for pay in one.expected.paid_earnings)
        pays = trades.completer.paid_earnings
        assert pays[4] > trades.completer.paid_earnings[0], county
        assert math.isfinite(trades.versus_baseline.gain.net_present_value)
        assert (
            trades.versus_baseline.completer_gain.net_present_value
            > trades.versus_baseline.leaver_gain.net_present_value
        )
