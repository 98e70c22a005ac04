"""Builds the reference store from the published tables: `python tools/build_store.py`. The build hook runs it too.

Every table is taken over as it stands, one SQLite table for each file, codes as text and numbers as numbers. What can
only be had by joining tables is added: the states with their codes, and the names by which occupations and places
are looked up.
"""

import csv
import hashlib
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TABLES = ROOT / "assumptions" / "tables"
STORE = ROOT / "src" / "mobcalc" / "reference.sqlite"
FILES = (
    "acs_2024_local_earnings",
    "acs_2024_state_earnings",
    "agc_maine_program_terms",
    "bea_rpp_metro_2023",
    "bea_rpp_state_2008_2023",
    "bls_occupations_typically_requiring_apprenticeship_2024",
    "bls_projections_2024_2034_table1_2",
    "bls_separations_2024_2034_table1_10",
    "certificate_lengths",
    "city_aliases",
    "county_cbsa_2023",
    "county_oews_area",
    "cpi_u_annual_mean_of_monthly",
    "ct_town_oews_area",
    "dol_apprenticeable_occupations_2019",
    "aca_age_factors",
    "aca_benchmark_silver_by_rating_area",
    "aca_family_tiers",
    "aca_rating_area_by_county",
    "federal_poverty_guidelines",
    "good_jobs_2031",
    "hud_fmr_fy2025_fy2026",
    "ipeds_2023_24_tuition_by_institution",
    "laus_state_unemployment_monthly_2015_2026",
    "nces_digest_330_20_tuition_by_state_2022_23",
    "local_minimum_wages_2025",
    "ndcp_2018_infant_childcare_by_county",
    "ndcp_2018_infant_childcare_state_summary",
    "occupation_aliases",
    "oews_area_names_2025",
    "oews_national_2025",
    "opportunity_atlas_county_p25",
    "state_minimum_wages_2025_2026",
)
WAGES = ("oews_states_2025", "oews_areas_2025")
"""Wages of all occupations in states, metropolitan and nonmetropolitan areas, which are put into one narrow table."""
PLACES = ("place_county_2020", "new_england_towns_2020", "zip_county")
"""Cities with their counties, towns of New England with theirs, and ZIP codes with theirs, for looking names up."""
PROFILES = ("acs_2024_occupations", "acs_2024_earnings_by_occupation")
"""Who works in occupations and what they earn by age, from which pay over a working life is computed."""
CODES = {
    "area",
    "rapids_code",
    "area_code",
    "county_fips",
    "state_fips",
    "county_subdivision_code",
    "cbsa_code",
    "occ_code",
    "unitid",
    "sponsor_program_code",
    "town_geoid_2020",
    "old_county_fips",
    "planning_region_fips",
}
"""Columns that look like numbers and are not: 01001 is a county, not a thousand and one."""
INDEXES = {
    "oews_national_2025": "occ_code",
    "bls_projections_2024_2034_table1_2": "occ_code",
    "bls_separations_2024_2034_table1_10": "occ_code",
    "hud_fmr_fy2025_fy2026": "county_fips, year",
    "ndcp_2018_infant_childcare_by_county": "county_fips",
    "acs_2024_local_earnings": "area",
    "opportunity_atlas_county_p25": "county_fips",
    "county_cbsa_2023": "county_fips",
    "county_oews_area": "county_fips",
    "ipeds_2023_24_tuition_by_institution": "state",
    "laus_state_unemployment_monthly_2015_2026": "state, date",
    "bea_rpp_state_2008_2023": "state, year",
}
STATES = """
CREATE TABLE states AS
SELECT DISTINCT r.state_fips AS fips, h.state AS postal, r.state AS name
FROM bea_rpp_state_2008_2023 r JOIN hud_fmr_fy2025_fy2026 h ON substr(h.county_fips, 1, 2) = r.state_fips
WHERE r.state_fips <> '00'
"""


def build(tables: Path, store: Path) -> None:
    """Write the store anew from the tables in a folder, whole or not at all."""
    partial = store.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]
    from mobcalc.store.reference import VERSION

    with closing(sqlite3.connect(partial)) as connection:
        connection.execute("PRAGMA page_size = 4096")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("CREATE TABLE files (name TEXT PRIMARY KEY, size INTEGER, sha256 TEXT)")
        for name in FILES:
            _add(connection, name, _lines(connection, tables / f"{name}.csv"))
        connection.execute(OEWS_WAGES)
        for name in WAGES:
            _add_wages(connection, _lines(connection, tables / f"{name}.csv"))
        _add_profiles(connection, *(_lines(connection, tables / f"{name}.csv") for name in PROFILES))
        connection.execute(STATES)
        _add_occupation_names(connection)
        _add_places(connection, *(_lines(connection, tables / f"{name}.csv") for name in PLACES))
        connection.commit()
        connection.execute("VACUUM")
    partial.replace(store)


def _lines(connection: sqlite3.Connection, file: Path) -> list[list[str]]:
    """The lines of a table, whose size and checksum are noted."""
    data = file.read_bytes()
    signature = (file.name, len(data), hashlib.sha256(data).hexdigest())
    connection.execute("INSERT INTO files VALUES (?, ?, ?)", signature)
    return list(csv.reader(data.decode("utf-8-sig").splitlines()))


# Codes as numbers, without the hyphen and leading zeros, since there are 220,000 rows.
OEWS_WAGES = """
CREATE TABLE oews_wages (
    occupation INTEGER, area INTEGER, employment INTEGER, is_hourly INTEGER, mean_rse,
    p10, p25, p50, p75, p90, PRIMARY KEY (occupation, area)
) WITHOUT ROWID
"""


def _add_wages(connection: sqlite3.Connection, lines: list[list[str]]) -> None:
    """Wages of occupations by area; a figure that is only known to be at least so much counts as not published."""
    header, *rows = lines
    for row in rows:
        of = dict(zip(header, row, strict=True))
        codes = (int(of["occ_code"].replace("-", "")), int(of["area_code"]))
        numbers = [_number(of[name]) for name in ("p10", "p25", "p50", "p75", "p90")]
        about = (_number(of["employment"]), int(of["unit"] == "H"), _number(of.get("mean_rse_pct", "")))
        connection.execute(f"INSERT INTO oews_wages VALUES ({', '.join('?' * 10)})", (*codes, *about, *numbers))


def _add_profiles(connection: sqlite3.Connection, titles: list[list[str]], earnings: list[list[str]]) -> None:
    """Pay over a working life in every occupation of the wage survey."""
    from occupation_profiles import COLUMNS, profiles

    codes = [code for (code,) in connection.execute(DETAILED)]
    as_rows = [_as_dicts(table) for table in (titles, earnings)]
    connection.execute(f"CREATE TABLE occupation_profiles (occ_code TEXT PRIMARY KEY, {', '.join(COLUMNS)})")
    places = ", ".join("?" * (len(COLUMNS) + 1))
    connection.executemany(f"INSERT INTO occupation_profiles VALUES ({places})", profiles(codes, *as_rows))


DETAILED = "SELECT DISTINCT occ_code FROM oews_national_2025 WHERE o_group = 'detailed' ORDER BY occ_code"


def _number(text: str) -> float | int | None:
    if not text or text.startswith(">="):
        return None
    value = float(text)
    return int(value) if value.is_integer() else value


def _add(connection: sqlite3.Connection, name: str, lines: list[list[str]]) -> None:
    """One file as a table under its name, with the index that look-ups need."""
    header, *rows = lines
    kinds = [_kind(column, (row[number] for row in rows)) for number, column in enumerate(header)]
    columns = ", ".join(f'"{column}" {kind}' for column, kind in zip(header, kinds, strict=True))
    connection.execute(f'CREATE TABLE "{name}" ({columns})')
    places = ", ".join("?" * len(header))
    connection.executemany(f'INSERT INTO "{name}" VALUES ({places})', _values(rows, kinds))
    if name in INDEXES:
        connection.execute(f'CREATE INDEX "{name}_index" ON "{name}" ({INDEXES[name]})')


def _add_occupation_names(connection: sqlite3.Connection) -> None:
    """Titles and everyday names in the form in which they are looked up."""
    from mobcalc.store.codes import OCCUPATIONS, singular

    named = [(singular(title), code, 0) for code, title in connection.execute(OCCUPATIONS)]
    aliases = connection.execute("SELECT alias, occ_code FROM occupation_aliases")
    named += [(singular(alias), code, 1) for alias, code in aliases]
    connection.execute("CREATE TABLE occupation_names (name TEXT, occ_code TEXT, is_alias INTEGER)")
    connection.executemany("INSERT INTO occupation_names VALUES (?, ?, ?)", named)
    connection.execute("CREATE INDEX occupation_names_index ON occupation_names (name)")


def _add_places(
    connection: sqlite3.Connection, cities: list[list[str]], towns: list[list[str]], zips: list[list[str]]
) -> None:
    """Counties of today, every name that a place answers to, and the counties of ZIP codes."""
    import place_names

    known = place_names.counties(connection)
    connection.execute("CREATE TABLE counties (fips TEXT PRIMARY KEY, name TEXT, postal TEXT)")
    connection.executemany("INSERT INTO counties VALUES (?, ?, ?)", known)
    connection.execute("CREATE TABLE old_counties (joined TEXT PRIMARY KEY, fips TEXT)")
    connection.executemany("INSERT INTO old_counties VALUES (?, ?)", place_names.old_counties(connection))
    places = place_names.places(connection, known, _as_dicts(cities), _as_dicts(towns))
    columns = "kind TEXT, name TEXT, type TEXT, postals TEXT, codes TEXT, share REAL, people INTEGER"
    connection.execute(f"CREATE TABLE places (number INTEGER PRIMARY KEY, {columns})")
    connection.execute(
        "CREATE TABLE place_names (named TEXT, number INTEGER, PRIMARY KEY (named, number)) WITHOUT ROWID"
    )
    for number, (place, names) in enumerate(places):
        connection.execute("INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (number, *place))
        answers = [(named, number) for named in dict.fromkeys(names)]
        connection.executemany("INSERT INTO place_names VALUES (?, ?)", answers)
    connection.execute("CREATE TABLE zip_codes (zip TEXT PRIMARY KEY, counties TEXT) WITHOUT ROWID")
    codes = place_names.zip_codes(connection, known, _as_dicts(zips))
    connection.executemany("INSERT INTO zip_codes VALUES (?, ?)", codes)


def _as_dicts(lines: list[list[str]]) -> list[dict[str, str]]:
    """The rows of a table by the names of its columns."""
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


def _kind(column: str, values: Iterable[str]) -> str:
    """INTEGER, REAL or TEXT: the narrowest that holds every value of a column."""
    if column in CODES:
        return "TEXT"
    kind = "INTEGER"
    for value in values:
        if value and kind == "INTEGER" and not value.lstrip("-").isdigit():
            kind = "REAL"
        if value and kind == "REAL" and not _is_number(value):
            return "TEXT"
    return kind


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _values(rows: list[list[str]], kinds: list[str]) -> Iterator[list[str | int | float | None]]:
    """The cells of each row in their kinds; an empty cell is not known."""
    read = {"INTEGER": int, "REAL": float, "TEXT": str}
    for row in rows:
        yield [read[kind](cell) if cell else None for cell, kind in zip(row, kinds, strict=True)]


if __name__ == "__main__":
    build(TABLES, STORE)
    print(f"{STORE.relative_to(ROOT)}: {STORE.stat().st_size:,} bytes", file=sys.stderr)
