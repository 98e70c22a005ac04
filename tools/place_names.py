"""Names of counties, cities and metropolitan areas, and counties of ZIP codes, as the store has them."""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator

from mobcalc.store.codes import plain
from mobcalc.store.counties import CONNECTICUT, SUCCESSORS
from mobcalc.store.metros import METROS, RENAMED

Row = dict[str, str]
Place = tuple[str, str, str, str, str, float, int | None]
"""Kind, name, sort of city, postal codes, county codes (most people first), share of the first, and people."""

NEW_ENGLAND = ("CT", "MA", "ME", "NH", "RI", "VT")
KINDS = (
    *("city", "town", "village", "CDP", "borough", "municipality", "metro township", "corporation"),
    *("city and borough", "unified government", "consolidated government", "metro government", "urban county"),
    "metropolitan government",
)
"""What places are at the end of their names in the Census."""
COUNTY_KINDS = (
    *("city and borough", "county", "parish", "borough", "census area", "municipality", "city", "planning region"),
)
"""The same of counties and what stands for one."""
KIND = re.compile(f" ({'|'.join(sorted(KINDS, key=len, reverse=True))})$")
COUNTY_KIND = re.compile(f" ({'|'.join(sorted(COUNTY_KINDS, key=len, reverse=True))})$", re.IGNORECASE)


def counties(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Codes, names and postal codes of the counties of today; names as in the table of child care where it has them."""
    older = dict(connection.execute("SELECT county_fips, county_name FROM ndcp_2018_infant_childcare_by_county"))
    lines = connection.execute("SELECT county_fips, county_name, state FROM county_oews_area ORDER BY county_fips")
    return [(fips, older.get(fips, name), postal) for fips, name, postal in lines if postal != "PR"]


def old_counties(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Names of the old counties of Connecticut with their codes."""
    lines = connection.execute("SELECT county_fips, county_name FROM ndcp_2018_infant_childcare_by_county")
    return [(plain(name).replace(" ", ""), fips) for fips, name in lines if fips in CONNECTICUT]


def places(
    connection: sqlite3.Connection, known: list[tuple[str, str, str]], cities: list[Row], towns: list[Row]
) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """Every place with the names it answers to, in the form in which they are looked up.

    Args:
        connection: the store with the published tables in it.
        known: the counties of today.
        cities: each with one of its counties.
        towns: of New England.
    """
    for fips, postal, name in connection.execute("SELECT fips, postal, name FROM states"):
        yield ("state", name, "", postal, fips, 1.0, None), (plain(name), postal.casefold(), fips)
    for fips, name, postal in known:
        bare = COUNTY_KIND.sub("", name)
        yield ("county", name, "", postal, fips, 1.0, None), (plain(name), plain(bare), fips)
    # Many a town is a place of the Census too, and then answers to both names.
    by_county: dict[tuple[str, str], tuple[Place, tuple[str, ...]]] = {}
    for place, names in (*_cities(cities), *_towns(connection, towns)):
        key = (place[1], place[4]) if place[3] in NEW_ENGLAND else (place[1], f"{place[2]} {place[4]}")
        first, more = by_county.get(key, (place, ()))
        by_county[key] = (first, (*more, *names))
    yield from by_county.values()
    aliases = connection.execute("SELECT alias, state, county_fips FROM city_aliases")
    yield from ((("city", alias, "", postal, fips, 1.0, None), (plain(alias),)) for alias, postal, fips in aliases)
    renamed = {code[2:]: name.rpartition(", ")[0] for code, name in connection.execute(RENAMED)}
    for code, area in connection.execute(METROS):
        name = area.partition(" (")[0]
        main, _, postals = name.rpartition(", ")
        names = (plain(main), code, *([plain(renamed[code])] if code in renamed else []))
        yield ("metro", name, "", postals.replace("-", " "), code, 1.0, None), names


def _cities(lines: Iterable[Row]) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """Cities, towns, villages and places that the Census names, with all the counties they reach into."""
    by_place: dict[str, list[Row]] = defaultdict(list)
    for line in lines:
        by_place[line["place_geoid"]].append(line)
    for group in by_place.values():
        group.sort(key=lambda one: -float(one["share_of_place_in_county"]))
        name, _, postal = group[0]["place_name"].rpartition(", ")
        whole = name.removesuffix(" (balance)")
        # Ventura is its name for everybody but the Census: San Buenaventura (Ventura).
        bare = KIND.sub("", whole).partition(" (")[0]
        kind = match[1] if (match := KIND.search(whole)) else ""
        codes = " ".join(one["county_fips"] for one in group)
        share = float(group[0]["share_of_place_in_county"])
        people = sum(int(one["population"]) for one in group)
        yield ("city", bare, kind, postal, codes, share, people), (plain(bare), plain(whole), plain(f"{bare} {kind}"))


def _towns(connection: sqlite3.Connection, lines: Iterable[Row]) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """Towns of New England; those of Connecticut are in planning regions."""
    regions = dict(connection.execute("SELECT town_geoid_2020, planning_region_fips FROM ct_town_oews_area"))
    for line in lines:
        name, old = line["county_town_name"], line["county_fips"]
        fips = regions.get(old + line["county_subdivision_code"]) if old in CONNECTICUT else old
        if fips is not None:
            bare = KIND.sub("", name)
            kind = match[1] if (match := KIND.search(name)) else ""
            place: Place = ("city", bare, kind, line["state_alpha"], fips, 1.0, int(line["pop2020"]))
            yield place, (plain(bare), plain(name))


def zip_codes(
    connection: sqlite3.Connection, known: list[tuple[str, str, str]], lines: Iterable[Row]
) -> Iterator[tuple[str, str]]:
    """ZIP codes with their counties of today, the one with most people first; none in territories."""
    codes = {fips for fips, _, _ in known}
    towns = connection.execute("SELECT town, old_county_fips, planning_region_fips FROM ct_town_oews_area")
    by_town: dict[str, str] = {}
    by_old: dict[str, dict[str, None]] = defaultdict(dict)
    for town, old, region in towns:
        by_town[town.casefold()] = region
        by_old[old][region] = None
    for line in lines:
        touched: dict[str, None] = {}
        for fips in (line["county_fips"], *line["other_county_fips"].split()):
            town = by_town.get(line["place"].casefold()) if fips in CONNECTICUT else None
            now = [town] if town else by_old.get(fips) or SUCCESSORS.get(fips, (fips,))
            touched |= dict.fromkeys(one for one in now if one in codes)
        yield line["zip"], " ".join(touched)
