"""What an occupation pays in the country or in a state, and by which rule that is known."""

import sqlite3
from typing import NamedTuple

from mobcalc.errors import input_error
from mobcalc.store.codes import Occupation, State
from mobcalc.store.reference import row, rows
from mobcalc.units import FULL_TIME_YEAR

PERCENTILES = ("pct10", "pct25", "median", "pct75", "pct90")
LEAST_STEP = 1.0
USUAL = (0.7, 1.4)
"""A state's mean further from the national one than this is more likely that of few people than a price of labour."""
NOTES = {
    "national": "p10, p25, p50, p75 and p90, national. Without overtime pay, which the baseline's earnings include.",
    "hourly": "Only hourly wages are published, so a year stands for 2,080 hours; work by the year may be less.",
    "state": "p10, p25, p50, p75 and p90 of hourly wages in the state, times 2,080 hours.",
    "mean_ratio": "National percentiles of May 2025 times {ratio:.4f}, the state's mean over the national, May 2023.",
    "unusual_ratio": (
        "National percentiles of May 2025 times {ratio:.4f}, the state's mean over the national, May 2023: an unusual "
        "ratio, perhaps of few people."
    ),
    "wage_index": (
        "National percentiles of May 2025 times {ratio:.4f}, the state's wage index of May 2023, since the mean of the "
        "occupation in the state is not published."
    ),
    "weighted": (
        "The 15 occupations that are usually entered through apprenticeship, weighted by national employment; each by "
        "the state's own percentiles where published, otherwise national ones times the state's mean over the national."
    ),
}
"""What each rule means, by its code."""


class Wages(NamedTuple):
    """Percentiles p10, p25, p50, p75 and p90 of yearly pay [USD/year], with where they are from.

    `ratio` is what national percentiles were multiplied with; `is_hourly` where only hourly wages are published, so
    that a year stands for 2,080 hours.
    """

    percentiles: tuple[float, ...]
    price_year: int
    area: str
    period: str
    rule: str
    source: str
    ratio: float = 1.0
    is_hourly: bool = False


def wages_of(occupation: Occupation, state: State | None) -> Wages:
    """The wages of an occupation, in a state or in the country.

    A state's own percentiles where they are published; otherwise the national ones, scaled.

    Raises:
        InputError: for an occupation whose percentiles are not published at all.
    """
    line = row(QUERY, state.name if state else "", state.postal if state else "", occupation.code)
    assert line is not None
    if state is not None and line["state_median"] is not None:
        own = tuple(line[f"state_{name}"] * FULL_TIME_YEAR for name in PERCENTILES)
        return Wages(own, 2024, state.name, "May 2024", "state", "oews-state-trades-2024")
    national, prefix = _national(line, occupation)
    if state is None:
        return Wages(national, 2025, "United States", "May 2025", "national", "oews-2025", is_hourly=prefix == "h")
    rule, ratio = _ratio(line, prefix)
    scaled = tuple(point * ratio for point in national)
    period, source = "May 2025, scaled with May 2023", "oews-state-means-2023"
    return Wages(scaled, 2025, state.name, period, rule, source, ratio, prefix == "h")


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


def _ratio(line: sqlite3.Row, prefix: str) -> tuple[str, float]:
    """The rule and the factor from national to local wages, both figures of the same year."""
    here, there = line[f"{prefix}_mean_here"], line[f"{prefix}_mean_there"]
    if here is not None and there is not None:
        ratio = here / there
        return "mean_ratio" if USUAL[0] <= ratio <= USUAL[1] else "unusual_ratio", ratio
    return "wage_index", line["wage_index"]


def wage_index(state: State) -> float:
    """What the same work pays in a state over the country, from occupations that take a high-school diploma."""
    line = row("SELECT ratio FROM wage_index WHERE state = ?", state.name)
    assert line is not None
    return float(line["ratio"])


QUERY = f"""
SELECT {", ".join(f"n.a_{name}, n.h_{name}, t.h_{name} AS state_{name}" for name in PERCENTILES)},
    s.a_mean AS a_mean_here, s.h_mean AS h_mean_here, b.a_mean AS a_mean_there, b.h_mean AS h_mean_there,
    i.ratio AS wage_index
FROM oews_national_2025 n
LEFT JOIN oews_national_2023 b ON b.occ_code = n.occ_code AND b.o_group = n.o_group
LEFT JOIN oews_state_means_2023 s ON s.occ_code = n.occ_code AND s.state = ?1
LEFT JOIN oews_state_trades_2024 t ON t.occ_code = n.occ_code AND t.state = ?2
LEFT JOIN wage_index i ON i.state = ?1
WHERE n.occ_code = ?3 AND n.o_group = 'detailed'
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
