"""What an occupation pays in the country, a state or an area of it, and by which rule that is known."""

import math
import sqlite3
from typing import NamedTuple

from mobcalc.errors import input_error
from mobcalc.store.codes import Occupation, State
from mobcalc.store.reference import row, rows
from mobcalc.units import FULL_TIME_YEAR

PERCENTILES = ("pct10", "pct25", "median", "pct75", "pct90")
POINTS = ("p10", "p25", "p50", "p75", "p90")
LEAST_STEP = 1.0
STATE_SD = 0.10
"""How far the logarithm of a state's wage lies from what is expected of it, as a standard deviation (assumed)."""
AREA_EMPLOYMENT = 300
"""An area's own wages count as much as what is expected of it where so many people work in the occupation (assumed)."""
NOTES = {
    "national": "p10, p25, p50, p75 and p90, national. Without overtime pay, which the baseline's earnings include.",
    "hourly": "Only hourly wages are published, so a year stands for 2,080 hours; work by the year may be less.",
    "state": (
        "p10, p25, p50, p75 and p90 of the state, each drawn by {other:.1%} of its distance in logarithms toward what "
        "is expected of the state: the published figure has a standard error of {error:g} percent, and states are "
        "assumed to lie {spread:.0%} from what is expected of them."
    ),
    "area": (
        "p10, p25, p50, p75 and p90 of the area, each drawn by {other:.1%} of its distance in logarithms toward what "
        "is expected of the area: {people:,} people work in the occupation there, and at {even} (assumed) its own and "
        "the expected figure count alike."
    ),
    "published": "As published; the standard error is {error:g} percent.",
    "published_area": "As published; {people:,} people work in it there, and wages of few people are noisy.",
    "state_expected": "Not published for the state, so national percentiles times {ratio:.4f}, its general wage level.",
    "area_expected": "Not published for the area, so those of the state times {ratio:.4f}, its general wage level.",
    "weighted": (
        "The 15 occupations that are usually entered through apprenticeship, weighted by national employment; each by "
        "the place's own percentiles where published, otherwise those of the larger area at the place's wage level."
    ),
}
"""What each rule means, by its code. What is expected of a state is the national percentile times the square root of
its median over the national one, all occupations; of an area the state's times the same of the area and the state.
"""


class WageArea(NamedTuple):
    """A metropolitan or nonmetropolitan area of the wage survey."""

    code: int
    name: str


class Wages(NamedTuple):
    """Percentiles p10, p25, p50, p75 and p90 of yearly pay [USD/year], with where they are from.

    `published` are the area's own as they are published, where they are, with a note of their own; `ratio` is what
    the percentiles of the larger area were multiplied with to say what is expected, and `weight` how much the area's
    own count. `is_hourly` where only hourly wages are published, so that a year stands for 2,080 hours.
    """

    percentiles: tuple[float, ...]
    price_year: int
    area: str
    period: str
    rule: str
    source: str
    is_hourly: bool = False
    published: tuple[float | None, ...] | None = None
    ratio: float = 1.0
    weight: float = 1.0
    note: str = ""
    note_published: str = ""


PERIOD = "May 2025"


def wages_of(occupation: Occupation, state: State | None, area: WageArea | None = None) -> Wages:
    """The wages of an occupation in the country, in a state, or in an area of the state.

    Small cells are noisy, so each is drawn toward what is expected of it: see `NOTES`.

    Raises:
        InputError: for an occupation whose percentiles are not published at all.
    """
    line = row(NATIONAL, occupation.code)
    assert line is not None
    points, prefix = _national(line, occupation)
    wages = Wages(points, 2025, "United States", PERIOD, "national", "oews-2025", prefix == "h", note=NOTES["national"])
    if state is None:
        return wages
    level = median_of(ALL_OCCUPATIONS, state_code(state))
    wages = _in_state(wages, occupation, state, level)
    return wages if area is None else _in_area(wages, occupation, area, level)


def _in_state(nation: Wages, occupation: Occupation, state: State, level: float) -> Wages:
    """Wages in a state: its own by their standard error, otherwise the nation's at its level."""
    whole = row("SELECT a_median FROM oews_national_2025 WHERE occ_code = '00-0000'")
    assert whole is not None
    ratio = math.sqrt(level / whole["a_median"])
    own = _cell(occupation, state_code(state))
    if own is None or own.mean_rse is None:
        note = NOTES["state_expected"].format(ratio=ratio)
        return _expected(nation, ratio, state.name, "state_expected")._replace(note=note)
    weight = STATE_SD**2 / (STATE_SD**2 + (own.mean_rse / 100) ** 2)
    drawn = _drawn(own, _expected(nation, ratio, state.name, "state"), weight)
    return drawn._replace(
        note=NOTES["state"].format(other=1 - weight, error=own.mean_rse, spread=STATE_SD),
        note_published=NOTES["published"].format(error=own.mean_rse),
    )


def _in_area(state: Wages, occupation: Occupation, area: WageArea, level: float) -> Wages:
    """Wages in an area of a state: its own by how many people they are of, otherwise the state's at its level."""
    ratio = math.sqrt(median_of(ALL_OCCUPATIONS, area.code) / level)
    own = _cell(occupation, area.code)
    if own is None or own.employment is None:
        note = NOTES["area_expected"].format(ratio=ratio)
        return _expected(state, ratio, area.name, "area_expected")._replace(note=note)
    weight = own.employment / (own.employment + AREA_EMPLOYMENT)
    drawn = _drawn(own, _expected(state, ratio, area.name, "area"), weight)
    return drawn._replace(
        note=NOTES["area"].format(other=1 - weight, people=own.employment, even=AREA_EMPLOYMENT),
        note_published=NOTES["published_area"].format(people=own.employment),
    )


class _Cell(NamedTuple):
    """What is published of an occupation in an area; `points` in USD/year, None where one is not released."""

    employment: int | None
    mean_rse: float | None
    points: tuple[float | None, ...]
    is_hourly: bool


def _cell(occupation: Occupation, code: int) -> _Cell | None:
    """What is published of an occupation in an area; None without a median."""
    line = row(
        "SELECT * FROM oews_wages WHERE occupation = ? AND area = ?", int(occupation.code.replace("-", "")), code
    )
    if line is None or line["p50"] is None:
        return None
    times = FULL_TIME_YEAR if line["is_hourly"] else 1
    points = tuple(None if (point := line[name]) is None else float(point) * times for name in POINTS)
    return _Cell(line["employment"], line["mean_rse"], points, bool(line["is_hourly"]))


def _expected(larger: Wages, ratio: float, name: str, rule: str) -> Wages:
    """The wages of a larger area at the level of one in it."""
    points = tuple(point * ratio for point in larger.percentiles)
    return Wages(points, 2025, name, PERIOD, rule, SOURCES[rule], larger.is_hourly, None, ratio, 0.0)


SOURCES = dict.fromkeys(("state", "state_expected"), "oews-states-2025") | dict.fromkeys(
    ("area", "area_expected"), "oews-areas-2025"
)


def _drawn(own: _Cell, expected: Wages, weight: float) -> Wages:
    """An area's own wages and those expected of it, in logarithms by their weights.

    A percentile that is not released lies as far from the median as is expected.
    """
    median, usual = own.points[2], expected.percentiles[2]
    assert median is not None
    whole = [
        median * there / usual if here is None else here
        for here, there in zip(own.points, expected.percentiles, strict=True)
    ]
    points = [
        math.exp(weight * math.log(here) + (1 - weight) * math.log(there))
        for here, there in zip(whole, expected.percentiles, strict=True)
    ]
    return expected._replace(
        percentiles=_rising(points), published=own.points, weight=weight, is_hourly=own.is_hourly or expected.is_hourly
    )


def median_of(occupation: Occupation, code: int) -> float:
    """The median of an area where one is always published."""
    own = _cell(occupation, code)
    assert own is not None and own.points[2] is not None
    return own.points[2]


ALL_OCCUPATIONS = Occupation("00-0000", "All Occupations")


def state_code(state: State) -> int:
    """The code of a state in the wage survey."""
    return int(state.fips) * 100_000


def wage_area(county_fips: str | None, metro_code: str | None) -> WageArea | None:
    """The area of the wage survey that a county or a metropolitan area is; None where the survey has none."""
    if county_fips is not None:
        line = row(f"{AREAS} JOIN county_oews_area c ON c.area_code = n.area_code WHERE c.county_fips = ?", county_fips)
    else:
        line = row(f"{AREAS} WHERE n.area_code = ?", f"00{metro_code}")
    return None if line is None else WageArea(int(line["area_code"]), line["area_name"])


AREAS = "SELECT n.area_code, n.area_name FROM oews_area_names_2025 n"


def _national(line: sqlite3.Row, occupation: Occupation) -> tuple[tuple[float, ...], str]:
    """National percentiles [USD/year], and whether they are published by the year (a) or by the hour alone (h)."""
    prefix, times = ("h", FULL_TIME_YEAR) if any(line[f"a_{name}"] is None for name in PERCENTILES) else ("a", 1)
    points = [line[f"{prefix}_{name}"] for name in PERCENTILES]
    if any(point is None for point in points):
        what = f"the wages of {occupation.title} are not published"
        raise input_error("--occupation", "", what, "give another occupation")
    return _rising([point * times for point in points]), prefix


def _rising(points: list[float]) -> tuple[float, ...]:
    """Percentiles of which none equals the one before it: published ones may be a few dollars apart or the same."""
    rising = points[:1]
    for point in points[1:]:
        rising.append(max(point, rising[-1] + LEAST_STEP))
    return tuple(rising)


NATIONAL = f"""
SELECT {", ".join(f"a_{name}, h_{name}" for name in PERCENTILES)} FROM oews_national_2025
WHERE occ_code = ? AND o_group = 'detailed'
"""


class Demand(NamedTuple):
    """How an occupation is entered and how many it will need, 2024 to 2034; None where it is not listed.

    `openings` are people a year, `growth` is over the ten years [share].
    """

    entry_education: str | None
    experience: str | None
    training: str | None
    openings: float | None
    growth: float | None
    employment: float | None


def demand_of(occupation: Occupation) -> Demand:
    """What the projections say of an occupation."""
    line = row(PROJECTIONS, occupation.code)
    if line is None:
        return Demand(None, None, None, None, None, None)
    education, experience, training, openings, growth, employment = line
    return Demand(education, experience, training, openings * 1000, growth / 100, employment * 1000)


PROJECTIONS = """
SELECT typical_entry_education, work_experience_required, typical_on_the_job_training, annual_openings_thousands,
    emp_change_pct, emp_2024_thousands
FROM bls_projections_2024_2034_table1_2 WHERE occ_code = ? AND occ_type = 'Line item'
"""


def entered_through_apprenticeship() -> list[tuple[Occupation, float]]:
    """The occupations that BLS lists as typically entered through apprenticeship, with national employment."""
    lines = rows(
        "SELECT n.occ_code, n.occ_title, n.tot_emp FROM bls_occupations_typically_requiring_apprenticeship_2024 a "
        "JOIN oews_national_2025 n ON n.occ_code = a.occ_code AND n.o_group = 'detailed' ORDER BY n.occ_code"
    )
    return [(Occupation(code, title), float(employment)) for code, title, employment in lines]
