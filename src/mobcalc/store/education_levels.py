"""What people of an education earn in a place over what they earn in the country."""

import math
from typing import NamedTuple

from mobcalc.store.codes import State
from mobcalc.store.reference import row, rows

EDUCATIONS = {
    "less_than_high_school": "less_than_hs",
    "high_school": "high_school",
    "some_college": "some_college",
    "associate": "associate",
    "bachelors": "bachelors",
}
"""The educations of the survey, by the names of the schema."""
MATCHED = {"CA": 1.055, "TX": 0.957}
"""What figures of states whose answers were filled in by a statistical match are multiplied with: an estimate, from how
their medians lie to those of the wage survey, beside those of other states."""
LOCAL_SD = 0.10
"""How far the logarithm of a county's earnings lies from its state's, as a standard deviation (assumed)."""
EDUCATION_SD = 0.05
"""How far the logarithm of a state's ratio for one education lies from that for all of them, as a standard deviation:
the distances in 49 states have 0.066, the mean standard error is 0.040, and 0.066^2 - 0.040^2 = 0.053^2."""
LEAST_PURITY = 0.5
"""A county's figure is its own where at least this part of the people asked for it lives in the county."""
POOLED = ("high_school", "some_college_associate")


class EducationLevel(NamedTuple):
    """The `ratio` to national earnings of people of an education, the area it is of, and how it is known.

    `is_matched` where the answers of the state were filled in by a statistical match.
    """

    ratio: float
    area: str
    rule: str
    is_matched: bool
    note: str


class _Local(NamedTuple):
    """How far an area's earnings lie from its state's in logarithms, already drawn toward it; the area and its kind."""

    apart: float
    weight: float
    area: str
    rule: str


def education_level(
    education: str, state: State, county: tuple[str, str] | None, metro: tuple[str, str] | None
) -> EducationLevel:
    """The level of an education in a state, moved to a county or a metropolitan area where the survey has it.

    Args:
        education: one of `EDUCATIONS`.
        state: where.
        county: its code and name; None without one.
        metro: its code and name; None without one.
    """
    own = _ratio_of_state(state, EDUCATIONS[education])
    ratio = own.ratio * MATCHED.get(state.postal, 1.0)
    note = f"{own.note}, full-time employees of 25 to 64, 2024"
    if state.postal in MATCHED:
        note += (
            f", times {MATCHED[state.postal]:g} since the state's answers are matched and not its own (such a match "
            "was off by 4 to 5 percent where it could be tried)"
        )
    local = _local(state, county, metro)
    if local is not None:
        ratio *= math.exp(local.apart)
        note += (
            f"; times {math.exp(local.apart):.4f} for {local.area}, whose earnings without a bachelor's degree, over "
            f"the state's, count by {local.weight:.0%} (counties are assumed to lie {LOCAL_SD:.0%} from their state)"
        )
    area, rule = (state.name, "level_of_state") if local is None else (local.area, local.rule)
    return EducationLevel(ratio, area, rule, state.postal in MATCHED, f"{note}.")


class _Ratio(NamedTuple):
    """Earnings in a state over the country's, and how they came about."""

    ratio: float
    note: str


def _ratio_of_state(state: State, education: str) -> _Ratio:
    """The ratio of an education, drawn toward that of all educations of the state by its standard error."""
    found = {line["education"]: line for line in rows(RATIOS, state.fips)}
    logs = {name: math.log(line["here"] / line["there"]) for name, line in found.items()}
    weights = {name: 1.0 / (line["error"] ** 2 + EDUCATION_SD**2) for name, line in found.items()}
    pooled = sum(weights[name] * logs[name] for name in found) / sum(weights.values())
    if education not in found:
        # Of too few people with an education nothing is published.
        return _Ratio(math.exp(pooled), f"all educations together, since none is published for {state.name}")
    line = found[education]
    weight = EDUCATION_SD**2 / (EDUCATION_SD**2 + line["error"] ** 2)
    note = (
        f"{line['here']:,.0f} over {line['there']:,.0f}, {education.replace('_', ' ')}, drawn by {1 - weight:.0%} "
        "toward the mean of all educations in the state by its standard error"
    )
    return _Ratio(math.exp(weight * logs[education] + (1.0 - weight) * pooled), note)


RATIOS = """
SELECT s.education, s.p50 AS here, n.p50 AS there, s.se_p50 * 1.0 / s.p50 AS error FROM acs_2024_state_earnings s
JOIN acs_2024_state_earnings n ON n.education = s.education AND n.state_fips = '00' WHERE s.state_fips = ?
"""


def _local(state: State, county: tuple[str, str] | None, metro: tuple[str, str] | None) -> _Local | None:
    """What the county's own answers say, otherwise those of the metropolitan or micropolitan area it lies in."""
    if county is not None:
        own = _apart(state, "county", county[0])
        if own is not None:
            return _Local(*own, county[1], "level_of_county")
        around = row("SELECT cbsa_code, cbsa_title FROM county_cbsa_2023 WHERE county_fips = ?", county[0])
        metro = None if around is None else (around["cbsa_code"], around["cbsa_title"])
    own = None if metro is None else _apart(state, "metro", metro[0])
    return None if own is None or metro is None else _Local(*own, metro[1], "level_of_metro")


def _apart(state: State, kind: str, area: str) -> tuple[float, float] | None:
    """The distance to the state in logarithms, pooled over educations by their errors and drawn toward none."""
    found = rows(LOCAL, area, kind, LEAST_PURITY)
    if not found:
        return None
    weights, distances = [], []
    for line in found:
        median, error = _of_state(state, line["education"])
        weights.append(1.0 / ((line["se_p50"] / line["p50"]) ** 2 + error**2))
        distances.append(math.log(line["p50"] / median))
    pooled = sum(w * d for w, d in zip(weights, distances, strict=True)) / sum(weights)
    weight = LOCAL_SD**2 / (LOCAL_SD**2 + 1.0 / sum(weights))
    return pooled * weight, weight


LOCAL = "SELECT education, p50, se_p50 FROM acs_2024_local_earnings WHERE area = ? AND kind = ? AND purity >= ?"


def _of_state(state: State, education: str) -> tuple[float, float]:
    """The state's median and its relative error; some college and associate degrees together by their people."""
    first, last = ("some_college", "associate") if education == POOLED[1] else (education, education)
    lines = rows(STATE, state.fips, first, last)
    people = sum(line["weighted_n"] for line in lines)
    log = sum(line["weighted_n"] / people * math.log(line["p50"]) for line in lines)
    variance = sum((line["weighted_n"] / people * line["se_p50"] / line["p50"]) ** 2 for line in lines)
    return math.exp(log), math.sqrt(variance)


STATE = "SELECT weighted_n, p50, se_p50 FROM acs_2024_state_earnings WHERE state_fips = ? AND education IN (?, ?)"
