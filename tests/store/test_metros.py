"""Metropolitan areas are found by the names that any of the tables has for them."""

import pytest

from mobcalc.store.metros import is_written_as_metro, metro_of
from tests.store.published import table

AREAS = [row for row in table("oews_area_names_2025") if row["kind"] == "metropolitan"]
KNOWN = {row["cbsa_code"] for row in table("bea_rpp_metro_2023")}


def test_every_area_of_the_wage_survey_that_has_prices_is_found_by_its_name():
    shared = [row for row in AREAS if row["area_code"][2:] in KNOWN]
    assert len(shared) > 350
    for row in shared:
        for name in (row["area_name"], f"{row['area_name']} (Metropolitan Statistical Area)"):
            assert metro_of(name, "").code == row["area_code"][2:]


@pytest.mark.parametrize("name", ["Albany, GA", "Winston-Salem, NC", "Wilkes-Barre, PA", "Ada, OK"])
def test_a_citys_name_is_not_written_as_a_metropolitan_areas(name):
    assert not is_written_as_metro(name)
    assert is_written_as_metro(f"{name} (Metropolitan Statistical Area)")
