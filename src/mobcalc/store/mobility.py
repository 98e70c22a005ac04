"""How far children of low-income parents got who grew up in a county: for context, no part of any projection."""

from typing import NamedTuple

from mobcalc.results.lookups import Figure
from mobcalc.results.provenance import PlaceUsed
from mobcalc.store.counties import SUCCESSORS, County, county_with
from mobcalc.store.future_jobs import future_jobs
from mobcalc.store.reference import row, rows

TABLE = "opportunity_atlas_county_p25"
SOURCE, PERIOD = "opportunity-atlas-2018", "2014-15"
NAME, NAME_OF_COUNTRY = "low_income_child_rank", "low_income_child_rank_us"
UNIT = "rank"
LARGEST_ERROR = 0.03
"""A rank whose standard error is above 3 of 100 is not shown: it tells few children's luck (assumed)."""


class _Rank(NamedTuple):
    """A mean rank from 0 to 1, its standard error, and whether it is a mean over counties of before 2022."""

    mean: float
    error: float
    is_pooled: bool


def mobility(county: County | None) -> list[Figure]:
    """The mean rank of a county's low-income children as adults, and the country's; nothing without a county.

    Ranks are of household income among all people of the same age, 0 the lowest and 100 the highest.
    """
    if county is None:
        return []
    found = _rank(county.fips)
    why = "no_mobility" if found is None else "few_children" if found.error > LARGEST_ERROR else None
    is_known = found is not None and why is None
    own = Figure(
        NAME,
        round(100.0 * found.mean, 2) if found is not None and is_known else None,
        UNIT,
        county.in_state,
        PERIOD,
        "child_rank",
        SOURCE,
        note=_note(found) if found is not None and is_known else None,
        why=why,
    )
    country = Figure(NAME_OF_COUNTRY, round(100.0 * country_rank(), 2), UNIT, "United States", PERIOD, "ranks", SOURCE)
    return [own, country]


def place_context(place: PlaceUsed | None) -> list[Figure]:
    """What is published of the future of jobs in the country, and of mobility in the county of a place."""
    fips = None if place is None else place.county_fips
    return [*future_jobs(), *mobility(None if fips is None else county_with(fips))]


def country_rank() -> float:
    """The mean rank of low-income children in the country, from 0 to 1: its counties weighted by their children."""
    line = row(
        f"SELECT SUM(rank_p25 * children_below_median) / SUM(children_below_median) FROM {TABLE} "
        "WHERE rank_p25 IS NOT NULL AND county_fips < '57'"  # Puerto Rico's come after
    )
    assert line is not None
    return float(line[0])


# Counties are those of 2010: one of them held two of today in Alaska, others have another code now, and in Connecticut
# planning regions are made of towns of the old ones.
def _rank(fips: str) -> _Rank | None:
    """The mean rank of a county; None where there is none."""
    old = next((code for code, others in SUCCESSORS.items() if fips in others), fips)
    query = f"SELECT rank_p25, rank_p25_se FROM {TABLE} WHERE county_fips IN (?, ?) AND rank_p25 IS NOT NULL"
    if (line := row(query, fips, old)) is not None:
        return _Rank(line["rank_p25"], line["rank_p25_se"], False)
    parts = rows(OF_REGION, fips)
    people = sum(part["people"] for part in parts)
    if not people:
        return None
    mean = sum(part["rank_p25"] * part["people"] for part in parts) / people
    return _Rank(mean, max(part["rank_p25_se"] for part in parts), True)


OF_REGION = f"""
SELECT m.rank_p25, m.rank_p25_se, SUM(t.pop2020) AS people
FROM ct_town_oews_area t JOIN {TABLE} m ON m.county_fips = t.old_county_fips
WHERE t.planning_region_fips = ? GROUP BY m.county_fips
"""


def _note(rank: _Rank) -> str:
    """How sure the figure is, and what it is not."""
    pooled = " The mean of the counties of before 2022, weighted by the towns' people." if rank.is_pooled else ""
    return (
        f"Standard error {100.0 * rank.error:.1f}.{pooled} It is of those who grew up there, wherever they live now, "
        "and neither what the place or a program does nor the chance of a child of today."
    )
