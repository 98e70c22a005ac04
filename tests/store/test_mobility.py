"""How far low-income children of a county got: the published figure, of counties old and new, and none where unsure."""

import pytest

from mobcalc.store.counties import county_with
from mobcalc.store.mobility import country_rank, mobility
from tests.store.published import table

ROWS = {row["county_fips"]: row for row in table("opportunity_atlas_county_p25")}


@pytest.mark.parametrize(
    ("fips", "rank"), [("36013", 41.53), ("30063", 44.41), ("51760", 31.1), ("53053", 41.6), ("06085", 47.48)]
)
def test_a_county_has_the_published_rank(fips, rank):
    """From 0 to 100, with its standard error, and the country's beside it."""
    own, country = mobility(county_with(fips))
    assert own.value == rank == round(100 * float(ROWS[fips]["rank_p25"]), 2)
    assert f"Standard error {100 * float(ROWS[fips]['rank_p25_se']):.1f}." in (own.note or "")
    assert (country.value, country.area) == (40.77, "United States")


def test_the_country_is_the_mean_of_counties_weighted_by_their_children():
    """Worked out again from the table."""
    known = [row for code, row in ROWS.items() if row["rank_p25"] and row["children_below_median"] and code < "57"]
    children = [float(row["children_below_median"]) for row in known]
    total = sum(float(row["rank_p25"]) * count for row, count in zip(known, children, strict=True))
    assert country_rank() == pytest.approx(total / sum(children))


def test_a_region_of_connecticut_lies_between_its_old_counties():
    """Hartford and Tolland make the Capitol region."""
    own, _ = mobility(county_with("09110"))
    ranks = [100 * float(ROWS[code]["rank_p25"]) for code in ("09003", "09013")]
    assert isinstance(own.value, float)
    assert min(ranks) < own.value < max(ranks)
    assert "counties of before 2022" in (own.note or "")


def test_a_county_of_today_has_the_rank_of_the_one_it_was_made_of():
    """Copper River was a part of Valdez-Cordova."""
    own, _ = mobility(county_with("02066"))
    assert own.value == round(100 * float(ROWS["02261"]["rank_p25"]), 2)


@pytest.mark.parametrize(("fips", "why"), [("48301", "no_mobility"), ("02068", "few_children")])
def test_where_there_is_none_or_few_children_the_reason_is_given(fips, why):
    """Loving, TX has none; Denali, AK has 52 children and a standard error of 8."""
    own, _ = mobility(county_with(fips))
    assert (own.value, own.why, own.note) == (None, why, None)


def test_a_place_without_a_county_has_none():
    """It is published by county."""
    assert mobility(None) == []
