"""Figures of a place besides wages: minimum wage, tuition, prices, rents, child care, unemployment."""

from typing import Any, NamedTuple

from mobcalc.schema import Assumption, EarningsLevels, PlaceFacts
from mobcalc.store.codes import State
from mobcalc.store.counties import SUCCESSORS, County
from mobcalc.store.education_levels import EDUCATIONS, education_level
from mobcalc.store.metros import Metro
from mobcalc.store.plan_premiums import plan_premiums
from mobcalc.store.reference import WHERE, row, rows
from mobcalc.store.wages import WageArea, wage_area

RENT_YEAR = 2025
BEDROOMS = 5


class Place(NamedTuple):
    """Where somebody lives, as far as it is known; a county and a metropolitan area come with their state."""

    state: State
    county: County | None = None
    metro: Metro | None = None


class LocalFigure(NamedTuple):
    """A record of a place: its dotted name, the rule it was found by, the area it is of, and when.

    `factor` is what a national figure was multiplied with; `detail` is what the table says beside the figure.
    """

    name: str
    record: Assumption
    rule: str
    area: str
    period: str
    factor: float | None = None
    detail: str = ""


def figure(name: str, record: Assumption, rule: str, area: str) -> LocalFigure:
    """A record of a place whose period is one year."""
    return LocalFigure(name, record, rule, area, str(record.period))


def _record(value: Any, unit: str, source: str, year: int, population: str, **more: Any) -> Assumption:
    """A record read from the store."""
    made = {"kind": "observed", "price_year": year if unit.startswith("USD") else None, **more}
    return Assumption(value=value, unit=unit, source=source, where=WHERE, population=population, period=year, **made)


COLUMNS = {"two-year": "pub2_instate_tuition_2022_23", "four-year": "pub4_instate_tuition_2022_23"}


def tuition(state: State, college: str) -> Assumption | None:
    """Tuition and fees at the public colleges of a state; None where it has none of the kind."""
    query = f"SELECT {COLUMNS[college]} FROM nces_digest_330_20_tuition_by_state_2022_23 WHERE state = ?"
    line = row(query, state.name)
    if line is None or line[0] is None:
        return None
    who = f"public {college} colleges, {state.name}, residents, 2022-23"
    note = "Grants stay the national average."
    return _record(float(line[0]), "USD/year", "nces-330-20", 2022, who, note=note)


def place_facts(place: Place) -> tuple[PlaceFacts[Assumption], list[LocalFigure]]:
    """What is known of a place, as a part of the assumptions and as a list."""
    state = place.state
    levels = [_level(place, education) for education in EDUCATIONS]
    records: dict[str, tuple[Assumption, str, str]] = {
        "unemployment_rate": (_unemployment(state), "unemployment", state.name),
        "price_parity": _parity(place, "All items"),
        "goods_parity": _parity(place, "Goods"),
        "poverty_guideline": (_poverty_guideline(state), "poverty_guideline", _guideline_region(state)),
        **(_county_figures(place.county) if place.county else _state_figures(state)),
        **plan_premiums(state, place.county),
    }
    listed = [figure(f"place.{n}", r, rule, area) for n, (r, rule, area) in records.items()]
    known: dict[str, Any] = {each.name.removeprefix("place."): each.record for each in listed}
    county, metro = place.county and place.county.name, place.metro and place.metro.name
    ratios = {each.name.rpartition(".")[2]: each.record for each in levels}
    facts = PlaceFacts(state=state.name, county=county, metro=metro, earnings_levels=EarningsLevels(**ratios), **known)
    return facts, [*levels, *listed]


def area_of(place: Place) -> WageArea | None:
    """The area of the wage survey that a place lies in or is; None for a state, and where the survey has none."""
    if place.county is None and place.metro is None:
        return None
    return wage_area(place.county and place.county.fips, place.metro and place.metro.code)


def _level(place: Place, education: str) -> LocalFigure:
    """What people of an education earn in a place over the country."""
    county = None if place.county is None else (place.county.fips, f"{place.county.name}, {place.state.postal}")
    metro = None if place.metro is None else (place.metro.code, place.metro.name)
    level = education_level(education, place.state, county, metro)
    more = {"kind": "assumed" if level.is_matched else "derived", "note": level.note}
    who = f"{level.area}, {education.replace('_', ' ')}"
    record = _record(round(level.ratio, 6), "ratio", "acs-2024-local", 2024, who, **more)
    return LocalFigure(f"place.earnings_levels.{education}", record, level.rule, level.area, "2024", level.ratio)


def _unemployment(state: State) -> Assumption:
    line = row(
        "SELECT AVG(unemployment_rate_pct), COUNT(*) FROM laus_state_unemployment_monthly_2015_2026 "
        "WHERE state = ? AND date LIKE '2025-%'",
        state.postal,
    )
    assert line is not None
    note = f"Mean of {line[1]} months of 2025, for context: unemployment in the projection is by education."
    share = round(line[0] / 100, 6)
    return _record(share, "share", "laus", 2025, f"{state.name}, all workers", kind="derived", note=note)


def _parity(place: Place, category: str) -> tuple[Assumption, str, str]:
    """Prices of the metropolitan area if one is given, otherwise of the state, the country as 1.

    The tables have all items of the country as 100, so goods of the country are near 100 and divided by.
    """
    if place.metro is not None:
        area, code = place.metro.name, place.metro.code
        query = "SELECT rpp_2023 FROM bea_rpp_metro_2023 WHERE cbsa_code = ? AND category = ?"
        line, country = row(query, code, category), row(query, "0", category)
    else:
        area = place.state.name
        query = "SELECT rpp FROM bea_rpp_state_2008_2023 WHERE state = ? AND year = 2023 AND category = ?"
        line, country = row(query, area, category), row(query, "United States", category)
    assert line is not None and country is not None
    is_all = category == "All items"
    use = "for context" if is_all else "goods alone; for food and transport in the basic-needs budget"
    note = f"{line[0]} with the country at {country[0]:g}; {use}."
    parity = _record(line[0] / country[0], "ratio", "bea-rpp-2023", 2023, area, kind="derived", note=note)
    return parity, "price_parity" if is_all else "goods_parity", area


APART = {"Alaska", "Hawaii"}
"""The states with poverty guidelines of their own."""


def _guideline_region(state: State) -> str:
    """The area whose poverty guidelines hold in a state."""
    return state.name if state.name in APART else "48 states + DC"


def _poverty_guideline(state: State) -> Assumption:
    """The poverty guideline for one person and for each further one."""
    region = _guideline_region(state)
    query = (
        "SELECT poverty_guideline_usd FROM federal_poverty_guidelines WHERE region = ? AND year = ? "
        "AND household_size IN (1, 2) ORDER BY household_size"
    )
    (one,), (two,) = rows(query, region, RENT_YEAR)
    amounts = [float(one), float(two - one)]
    return _record(amounts, "USD/year", "poverty-guidelines", RENT_YEAR, f"{region}, {RENT_YEAR}")


def _county_figures(county: County) -> dict[str, tuple[Assumption, str, str]]:
    """Rents and infant care of a county."""
    return {
        "rents": _rents(county, f"{county.name}, {county.state.postal}"),
        "infant_care_center": _infant_care(county, "center"),
        "infant_care_family": _infant_care(county, "family"),
    }


def _state_figures(state: State) -> dict[str, tuple[Assumption, str, str]]:
    """Rents and infant care of a state, its counties weighted by population."""
    return {
        "rents": (_rents_of_state(state), "state_rents", state.name),
        "infant_care_center": _care_of_state(state, "center"),
        "infant_care_family": _care_of_state(state, "family"),
    }


def _rents_of_state(state: State) -> Assumption:
    """Fair market rents of all counties, weighted by their people; towns of a county count alike."""
    sizes = ", ".join(f"AVG(fmr_{bedrooms}br) AS b{bedrooms}" for bedrooms in range(BEDROOMS))
    means = ", ".join(f"SUM(b{bedrooms} * population) / SUM(population)" for bedrooms in range(BEDROOMS))
    query = (
        f"SELECT {means} FROM (SELECT county_fips, {sizes} FROM hud_fmr_fy2025_fy2026 WHERE state = ? AND year = ? "
        "GROUP BY county_fips) JOIN ndcp_2018_infant_childcare_by_county USING (county_fips)"
    )
    line = row(query, state.postal, RENT_YEAR)
    assert line is not None
    note = "Mean of the counties' fair market rents, weighted by their people (as in the child-care table of 2018)."
    who = f"{state.name}, fiscal year {RENT_YEAR}"
    rents = [round(float(rent), 2) for rent in line]
    return _record(rents, "USD/month", "hud-fmr-2025", RENT_YEAR, who, kind="derived", note=note)


# Rents of Connecticut are of towns in its old counties; its planning regions are made of towns.
IN_COUNTY = """
LEFT JOIN ct_town_oews_area t ON t.town_geoid_2020 = h.county_fips || h.county_subdivision_code
WHERE (t.planning_region_fips = ? OR h.county_fips = ?) AND h.year = ?
"""


def _rents(county: County, area: str) -> tuple[Assumption, str, str]:
    """Fair market rents; in New England, where they are by town, the middle one of the county's towns.

    Where none are published the mean of the state stands in.
    """
    columns = ", ".join(f"fmr_{bedrooms}br" for bedrooms in range(BEDROOMS))
    lines = rows(f"SELECT {columns} FROM hud_fmr_fy2025_fy2026 h {IN_COUNTY}", county.fips, county.fips, RENT_YEAR)
    if not lines:
        return _rents_of_state(county.state), "state_rents", county.state.name
    who = f"{area}, fiscal year {RENT_YEAR}"
    if len(lines) == 1:
        return _record(list(map(float, lines[0])), "USD/month", "hud-fmr-2025", RENT_YEAR, who), "county_rents", area
    from statistics import median  # slow to import, and only New England needs it

    middle = [median(float(town[size]) for town in lines) for size in range(BEDROOMS)]
    low, high = (end(float(town[2]) for town in lines) for end in (min, max))
    span = f"{low:g} in each" if low == high else f"{low:g} to {high:g}"
    note = f"The median of {len(lines)} towns, which are not weighted; two bedrooms cost {span}."
    record = _record(middle, "USD/month", "hud-fmr-2025", RENT_YEAR, who, kind="derived", note=note)
    return record, "town_rents", area


def _infant_care(county: County, kind: str) -> tuple[Assumption, str, str]:
    """Full-time care of an infant: the county's price, or the mean of its state where the county's is blank."""
    # Prices are by the counties of 2018: one of them held two of today in Alaska, and those of Connecticut other towns.
    column, fips = f"weekly_{kind}_infant_usd", OLD_IN_ALASKA if county.fips in NEW_IN_ALASKA else county.fips
    query = f"SELECT county_name, {column} AS price, 1 AS people FROM {CARE} WHERE county_fips = ?"
    lines = rows(query, fips) or rows(CARE_OF_REGION.format(column=column), county.fips)
    priced = [line for line in lines if line["price"] is not None]
    if not priced:
        return _care_of_state(county.state, kind)
    area = f"{'; '.join(line['county_name'] for line in priced)}, {county.state.postal}"
    who = f"{area}, infants, 2018"
    if len(priced) == 1:
        return _record(float(priced[0]["price"]), "USD/week", "ndcp-2018", 2018, who), "county_care", area
    people = sum(line["people"] for line in priced)
    price = round(sum(line["price"] * line["people"] for line in priced) / people, 2)
    note = "The mean of the counties of before 2022 that the region's towns were in, weighted by the towns' people."
    return _record(price, "USD/week", "ndcp-2018", 2018, who, kind="derived", note=note), "county_care", area


CARE = "ndcp_2018_infant_childcare_by_county"
CARE_OF_REGION = f"""
SELECT c.county_name, c.{{column}} AS price, SUM(t.pop2020) AS people
FROM ct_town_oews_area t JOIN {CARE} c ON c.county_fips = t.old_county_fips
WHERE t.planning_region_fips = ? GROUP BY c.county_fips ORDER BY people DESC
"""
OLD_IN_ALASKA = "02261"
NEW_IN_ALASKA = SUCCESSORS[OLD_IN_ALASKA]


def _care_of_state(state: State, kind: str) -> tuple[Assumption, str, str]:
    """Full-time care of an infant in a state; where none is published, the country's at the state's prices."""
    query = f"SELECT {kind}_infant_weekly_popweighted FROM ndcp_2018_infant_childcare_state_summary WHERE state = ?"
    line = row(query, state.postal)
    if line is not None and line[0] is not None:
        note = "The mean of the state's counties, weighted by population."
        who = f"{state.name}, infants, 2018"
        record = _record(float(line[0]), "USD/week", "ndcp-2018", 2018, who, kind="derived", note=note)
        return record, "state_care", state.name
    column = f"weekly_{kind}_infant_usd"
    mean = row(
        f"SELECT SUM({column} * population) / SUM(population) FROM ndcp_2018_infant_childcare_by_county "
        f"WHERE {column} IS NOT NULL"
    )
    assert mean is not None
    parity, _, _ = _parity(Place(state), "All items")
    assert isinstance(parity.value, float)
    note = (
        f"No price in {state.name} is published for 2018. The mean of all counties that have one, weighted by "
        f"population, {mean[0]:.2f}, at the state's price level, {parity.value:.3f}."
    )
    who = f"{state.name}, infants, 2018"
    price = round(mean[0] * parity.value, 2)
    record = _record(price, "USD/week", "ndcp-2018", 2018, who, kind="assumed", note=note)
    return record, "national_care", state.name
