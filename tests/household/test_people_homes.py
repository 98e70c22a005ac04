"""Households in columns keep what each household alone keeps."""

import msgspec
import numpy as np
import pytest

from mobcalc.household.people_homes import NOBODY, HomePeople, Homes, is_covered, kept_of, nearest_homes
from mobcalc.household.rules_by_year import rules_by_year
from mobcalc.household.taxes_and_benefits import household, net_resources
from mobcalc.loader.layers import Layers
from mobcalc.loader.loading import load
from mobcalc.model.discounting import growth_factors
from mobcalc.projection.case import with_pathways
from mobcalc.sampling import point
from mobcalc.store.codes import state_of
from mobcalc.store.local_assumptions import localized
from mobcalc.store.place_figures import Place
from mobcalc.store.tax_rules import part_of

YEARS = 20
HOMES = [
    (1, (), 0.0, False),
    (2, (1, 4, 9), 30_000.0, False),
    (1, (0, 2), 0.0, False),
    (1, (), 0.0, True),
    (2, (5,), 0.0, False),
]


@pytest.fixture(scope="module")
def records():
    return localized(load(Layers()).assumptions, Place(state_of("NY", ""), None, None), None).records


def people(homes=HOMES, price=300.0):
    most = max(len(ages) for _, ages, _, _ in homes)
    ages = [[*own, *[NOBODY] * (most - len(own))] for _, own, _, _ in homes]
    return HomePeople(
        adults=np.array([float(adults) for adults, *_ in homes]),
        ages=np.array(ages, float).reshape(len(homes), most),
        partner=np.array([partner for _, _, partner, _ in homes]),
        disability=np.array([disability for *_, disability in homes]),
        infant_care=np.full(len(homes), price),
        states=np.zeros(len(homes), np.intp),
    )


def test_each_keeps_what_it_keeps_alone(records):
    year = records.economy.rules_year
    arrays = point(with_pathways(records, ()))
    cheaper = float(min(arrays.place.infant_care_center[0, 0], arrays.place.infant_care_family[0, 0]))
    growth = growth_factors(arrays.economy.real_wage_growth, np.arange(float(YEARS)))
    earnings = np.linspace(0.0, 320_000.0, YEARS)[None, :]
    homes = Homes(lambda _: lambda name: part_of(year, "NY", name), year)
    cells = homes.cells(arrays, people(price=cheaper), growth)
    found = kept_of(cells, np.repeat(earnings, len(HOMES), axis=0))
    for place, (adults, ages, partner, disability) in enumerate(HOMES):
        facts = arrays.person
        whole = msgspec.structs.replace(
            facts,
            adults=np.array([[float(adults)]]),
            children=np.array([ages], float) if ages else None,
            partner_earnings=np.array([[partner]]),
            disability=disability,
        )
        own = msgspec.structs.replace(arrays, person=whole)
        home = household(own, rules_by_year(own, lambda name: part_of(year, "NY", name), year), growth)
        np.testing.assert_allclose(found[place], net_resources(home, earnings)[0], atol=0.002)


def test_what_no_table_has_is_known_and_has_a_nearest():
    homes = [
        *HOMES,
        (3, (), 0.0, False),
        (1, (1, 2, 3), 0.0, False),
        (2, (7, 8, 9, 10, 11), 0.0, False),
        (2, (), 0.0, True),
    ]
    many = people(homes)
    assert is_covered(many).tolist() == [True] * len(HOMES) + [False] * 4
    near = nearest_homes(many)
    assert near.adults.tolist()[-4:] == [2.0, 1.0, 2.0, 2.0]
    assert (near.ages[-2] < 18).sum() == 4
    assert near.disability.tolist() == [False, False, False, True, *[False] * 5]
