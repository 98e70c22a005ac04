"""The minimum wage of a place over the price year: steps in law by the days that each of them holds."""

import re
from datetime import date

from mobcalc.schema import Assumption
from mobcalc.store.codes import State
from mobcalc.store.counties import County
from mobcalc.store.place_figures import LocalFigure, Place
from mobcalc.store.reference import WHERE, rows

YEAR = 2025
STEP = re.compile(rf"(\d+\.\d\d) from ({YEAR}-\d\d-\d\d)")
"""A later step as the notes of the states' table name it."""


def minimum_wage(place: Place) -> LocalFigure:
    """The mean minimum wage of a place over the days of the price year.

    That of the city or the county where one is known, otherwise the state's.
    """
    local = None if place.county is None else _local(place.county)
    return _statewide(place.state) if local is None else local


def _local(county: County) -> LocalFigure | None:
    """The minimum wage of a city, otherwise that of its county; None where neither is known."""
    lines = rows(LOCAL, county.fips, county.city)
    own = [line for line in lines if line["city"]] or lines
    if not own:
        return None
    first = own[0]
    area = f"{county.city}, {county.state.postal}" if first["city"] else county.in_state
    steps = [(date.fromisoformat(line["effective_date"]), float(line["min_wage_usd_per_hour"])) for line in own]
    return _figure("local-minimum-wages", area, steps, first["note"] or "", first["publisher"])


def _statewide(state: State) -> LocalFigure:
    """The minimum wage of a state, with the steps that the table's note names."""
    (line,) = rows(STATEWIDE, state.postal)
    note = line["note"] or ""
    steps = [(date(YEAR, 1, 1), float(line["min_wage_usd_per_hour"]))]
    steps += [(date.fromisoformat(day), float(wage)) for wage, day in STEP.findall(note)]
    return _figure("state-minimum-wages", state.name, steps, STEP.sub("", note), f"in law: {line['basis']}")


LOCAL = """
SELECT * FROM local_minimum_wages_2025 WHERE county_fips = ? AND (city IS NULL OR city = ?) ORDER BY effective_date
"""
STATEWIDE = f"SELECT * FROM state_minimum_wages_2025_2026 WHERE state = ? AND effective_date = '{YEAR}-01-01'"


def _figure(source: str, area: str, steps: list[tuple[date, float]], said: str, law: str) -> LocalFigure:
    """The mean of steps over the year, with what they are."""
    ends = [day for day, _ in steps[1:]] + [date(YEAR + 1, 1, 1)]
    days = [(end - day).days for (day, _), end in zip(steps, ends, strict=True)]
    wage = round(sum(wage * count for (_, wage), count in zip(steps, days, strict=True)) / sum(days), 4)
    parts = [f"{wage:.2f} from {day.isoformat()}" for day, wage in steps] if len(steps) > 1 else []
    detail = "; ".join([*([said] if said else []), *([", ".join(parts)] if parts else [])])
    note = f"{law[0].upper()}{law[1:]}{f'; {detail}' if detail else ''}."
    record = Assumption(
        value=wage,
        unit="USD/hour",
        kind="derived" if parts else "observed",
        source=source,
        where=WHERE,
        price_year=YEAR,
        population=f"{area}, mean of the days of {YEAR}",
        note=note,
        period=YEAR,
    )
    return LocalFigure("economy.minimum_wage", record, "minimum_wage", area, str(YEAR), detail=detail)
