"""The published tables as they stand in their files, for tests that work the store's figures out again."""

import csv
import math
from functools import cache

from mobcalc.loader.bundle import bundled_folder
from mobcalc.store.codes import Occupation, State, occupation_of, state_of

TABLES = bundled_folder() / "tables"


def forget(cached) -> None:
    """Close the connection that a function keeps, so that it opens another one."""
    if cached.cache_info().currsize:
        cached().close()
    cached.cache_clear()


@cache
def lines(name: str) -> list[list[str]]:
    """All rows of a table, the header first."""
    with (TABLES / f"{name}.csv").open(newline="", encoding="utf-8-sig") as file:
        return list(csv.reader(file))


@cache
def table(name: str) -> list[dict[str, str]]:
    """All rows of a table by column; every cell is text."""
    header, *rows = lines(name)
    return [dict(zip(header, row, strict=True)) for row in rows]


@cache
def wages(year: int) -> dict[str, dict[str, str]]:
    """The national wages of a year, by the code of the detailed occupation."""
    return {row["occ_code"]: row for row in table(f"oews_national_{year}") if row["o_group"] == "detailed"}


@cache
def local_wages(name: str) -> dict[tuple[str, str], dict[str, str]]:
    """The wages of May 2025 in states (`oews_states_2025`) or areas (`oews_areas_2025`), by area and occupation."""
    return {(row["area_code"], row["occ_code"]): row for row in table(name)}


STATES, AREAS = "oews_states_2025", "oews_areas_2025"


def in_state(state: State) -> str:
    """The code of a state in the wage survey."""
    return f"{state.fips}00000"


@cache
def prices() -> dict[int, float]:
    """Consumer prices by year."""
    return {int(row["year"]): float(row["mean_of_published_months"]) for row in table("cpi_u_annual_mean_of_monthly")}


def the_state(text: str) -> State:
    return state_of(text, "--state")


def the_occupation(text: str) -> Occupation:
    return occupation_of(text, "--occupation")


@cache
def states() -> list[State]:
    """All states, by the postal codes of the child-care table."""
    return [the_state(postal) for postal in sorted({r["state"] for r in table("ndcp_2018_infant_childcare_by_county")})]


@cache
def medians() -> dict[tuple[str, str], float]:
    """Full-time earnings of 2024 by state (00 for the country) and education."""
    return {(row["state_fips"], row["education"]): float(row["p50"]) for row in table("acs_2024_state_earnings")}


def state_level(state: State, education: str) -> float:
    """The level of a state: its median over the national one, drawn toward that of all its educations by its error.

    Where none is published for the education, that of all together; with the correction of the two matched states.
    """
    logs, errors = {}, {}
    for row in table("acs_2024_state_earnings"):
        if row["state_fips"] == state.fips:
            logs[row["education"]] = math.log(float(row["p50"]) / medians()["00", row["education"]])
            errors[row["education"]] = float(row["se_p50"]) / float(row["p50"])
    parts = {name: 1 / (errors[name] ** 2 + 0.05**2) for name in logs}
    pooled = sum(parts[name] * logs[name] for name in logs) / sum(parts.values())
    own = 0.05**2 / (0.05**2 + errors[education] ** 2) if education in logs else 0
    correction = {"CA": 1.055, "TX": 0.957}.get(state.postal, 1.0)
    return math.exp(own * logs.get(education, 0) + (1 - own) * pooled) * correction
