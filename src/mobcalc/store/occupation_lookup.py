"""Looking up occupations: those that a word names, and what is published of one."""

import sqlite3
from collections.abc import Sequence

from mobcalc.results.lookups import Figure, OccupationFound, OccupationSearch, OccupationShown
from mobcalc.store.codes import TITLE_AND_SOC, Occupation, plain, singular
from mobcalc.store.minimum_wages import minimum_wage
from mobcalc.store.occupation_pathway import APPRENTICESHIP
from mobcalc.store.place_figures import LocalFigure, Place, area_of
from mobcalc.store.reference import row, rows
from mobcalc.store.wages import NOTES, PERCENTILES, POINTS, Wages, demand_of, wages_of
from mobcalc.units import FULL_TIME_YEAR, nearest_word

PROJECTIONS_SOURCE = "bls-projections-2024"
PROJECTED = "2024 to 2034"


def occupations_found(words: str) -> OccupationSearch:
    """The occupations whose title or everyday name holds all the words, in the singular or the plural.

    A SOC code finds its occupation. Where no name holds the words whole, names whose words begin with them count. An
    exact name comes first, then the occupation with most jobs.
    """
    both = TITLE_AND_SOC.fullmatch(words.strip())
    asked = words.strip() if both is None else both[2]
    wanted = singular(asked)
    named = [(name, code, bool(is_alias)) for name, code, is_alias in rows(NAMES)]
    matches = _matches(named, wanted, asked)
    known = {occupations["occ_code"]: occupations for occupations in rows(SEARCHED)} if matches else {}
    occupations = [_found(known[code], alias, is_exact) for code, (alias, is_exact) in matches.items()]
    occupations.sort(key=lambda one: (not one.is_exact, -one.employment, one.title))
    near = None if occupations else nearest_word(plain(words), [plain(name) for name, _, _ in named])
    return OccupationSearch(words.strip(), occupations, near)


NAMES = "SELECT name, occ_code, is_alias FROM occupation_names ORDER BY is_alias, name"
SEARCHED = """
SELECT n.occ_code, n.occ_title, n.a_median, n.h_median, p.typical_entry_education, p.typical_on_the_job_training,
    p.annual_openings_thousands, p.emp_2024_thousands
FROM oews_national_2025 n
JOIN bls_projections_2024_2034_table1_2 p ON p.occ_code = n.occ_code AND p.occ_type = 'Line item'
WHERE n.o_group = 'detailed'
"""


def _matches(named: list[tuple[str, str, bool]], wanted: str, text: str) -> dict[str, tuple[str | None, bool]]:
    """For each code that is meant: the everyday name if the title does not hold the words, and whether it is exact."""
    by_code = [code for _, code, _ in named if text.replace("-", "") == code.replace("-", "")]
    if by_code:
        return {by_code[0]: (None, True)}
    matches: dict[str, tuple[str | None, bool]] = {}
    # Titles come before everyday names, and those that are meant exactly before those that only hold the words.
    for name, code, is_alias in sorted(_naming(named, wanted), key=lambda one: (one[2], one[0] != wanted)):
        shown, was_exact = matches.get(code, (name if is_alias else None, False))
        matches[code] = (shown, was_exact or name == wanted)
    return matches


def _naming(named: list[tuple[str, str, bool]], wanted: str) -> list[tuple[str, str, bool]]:
    """The names that hold the words, otherwise those of which some word begins with each of them."""
    return [one for one in named if _holds(one[0], wanted)] or [one for one in named if _begins(one[0], wanted)]


def _holds(name: str, wanted: str) -> bool:
    return bool(wanted) and set(wanted.split()) <= set(name.split())


def _begins(name: str, wanted: str) -> bool:
    """Whether every word is the beginning of one of the name's words."""
    return bool(wanted) and all(any(one.startswith(word) for one in name.split()) for word in wanted.split())


def _found(of: sqlite3.Row, alias: str | None, is_exact: bool) -> OccupationFound:
    return OccupationFound(
        code=of["occ_code"],
        title=of["occ_title"],
        everyday_name=alias,
        is_exact=is_exact,
        median_per_year=of["a_median"],
        median_per_hour=of["h_median"],
        entry_education=of["typical_entry_education"],
        on_the_job_training=of["typical_on_the_job_training"],
        annual_openings=of["annual_openings_thousands"] * 1000,
        employment=of["emp_2024_thousands"] * 1000,
    )


def occupation_shown(occupation: Occupation, place: Place | None) -> OccupationShown:
    """What is published of an occupation: wages in the country, a state and an area, entry, employment and openings.

    Wages of a place are not shown below its minimum wage, which may have risen since they were asked for.
    """
    state = None if place is None else place.state
    names = rows(ONLY_ITS_OWN, occupation.code)
    return OccupationShown(
        code=occupation.code,
        title=occupation.title,
        everyday_names=[name for (name,) in names],
        is_listed=demand_of(occupation).training == APPRENTICESHIP,
        state=state.name if state else None,
        figures=[*_wages(occupation, place), *_projected(occupation)],
    )


ONLY_ITS_OWN = """
SELECT alias FROM occupation_aliases GROUP BY alias HAVING COUNT(*) = 1 AND MAX(occ_code) = ? ORDER BY alias
"""
"""Everyday names of one occupation alone; others, such as 'construction', say too little of it."""


def _wages(occupation: Occupation, place: Place | None) -> list[Figure]:
    """Percentiles of wages a year [USD/year] and an hour [USD/hour], in the country, a state and an area of it."""
    columns = ", ".join(f"{prefix}_{name}" for prefix in "ah" for name in PERCENTILES)
    line = row(f"SELECT {columns} FROM oews_national_2025 WHERE occ_code = ? AND o_group = 'detailed'", occupation.code)
    assert line is not None
    national = wages_of(occupation, None)
    # The published figures themselves: wages_of keeps equal percentiles a dollar apart, so that a pay scale can rise.
    years = list(national.percentiles) if line["a_median"] is None else list(line)[:5]
    hours = None if line["h_median"] is None else list(line)[5:]
    figures = _pair("national", national, years, hours, NOTES["hourly"] if national.is_hourly else None)
    if place is None:
        return figures
    # An area holds more than the city that was named, which may have a minimum wage of its own.
    county = None if place.county is None else place.county._replace(city="")
    least, area = minimum_wage(place._replace(county=county)), area_of(place)
    figures += _local("state", wages_of(occupation, place.state), hours is not None, minimum_wage(Place(place.state)))
    if area is not None:
        figures += _local("area", wages_of(occupation, place.state, area), hours is not None, least)
    return figures


def _local(prefix: str, wages: Wages, are_hourly: bool, least: LocalFigure) -> list[Figure]:
    """Wages in a state or an area: as they are published, otherwise as is expected of it.

    Args:
        prefix: of the figures' names.
        wages: those of the place.
        are_hourly: whether wages of the occupation are published by the hour.
        least: the minimum wage of the place.
    """
    years: list[float | None] = list(wages.published or wages.percentiles)
    said = wages.note if wages.published is None else wages.note_published
    note = f"{said} {NOTES['hourly']}" if wages.is_hourly else said
    raised = _at_least(years, least)
    if raised != years:
        note += f" The minimum wage of {least.area}, {least.period}, stands for those below it."
    hours = [None if point is None else point / FULL_TIME_YEAR for point in raised] if are_hourly else None
    return _pair(prefix, wages, raised, hours, note)


def _at_least(years: Sequence[float | None], least: LocalFigure) -> list[float | None]:
    """Yearly wages of which none is below a minimum wage [USD/year]."""
    assert isinstance(least.record.value, float)
    floor = least.record.value * FULL_TIME_YEAR
    return [None if point is None else max(point, floor) for point in years]


def _pair(
    prefix: str, wages: Wages, years: Sequence[float | None], hours: Sequence[float | None] | None, note: str | None
) -> list[Figure]:
    """Wages a year and an hour; those by the hour are not published for work that is not counted in hours."""
    both = (("per_year", "USD/year", years), ("per_hour", "USD/hour", hours))
    return [
        Figure(
            name=f"{prefix}_wages_{per}",
            value={name: point for name, point in zip(POINTS, points, strict=True) if point is not None}
            if points
            else None,
            unit=unit,
            area=wages.area,
            period=wages.period,
            rule=wages.rule,
            source=wages.source,
            price_year=wages.price_year,
            note=note if points else None,
            why=None if points else "no_hourly_wages",
        )
        for per, unit, points in both
    ]


def _projected(occupation: Occupation) -> list[Figure]:
    """How an occupation is entered, how many work in it, and how many it will need."""
    demand = demand_of(occupation)
    facts: list[tuple[str, float | bool | str | None, str | None, str]] = [
        ("entry_education", demand.entry_education, None, "2024"),
        ("experience", demand.experience, None, "2024"),
        ("on_the_job_training", demand.training, None, "2024"),
        ("usually_entered_through_apprenticeship", demand.training == APPRENTICESHIP, None, "2024"),
        ("employment", demand.employment, "people", "2024"),
        ("annual_openings", demand.openings, "people/year", PROJECTED),
        ("growth", demand.growth, "share", PROJECTED),
    ]
    return [
        Figure(
            name, value, unit, "United States", period, "projections", PROJECTIONS_SOURCE,
            why="not_projected" if value is None else None,
        )
        for name, value, unit, period in facts
    ]  # fmt: skip
