"""Counties of today and what stands for one."""

import sqlite3
from typing import NamedTuple

from mobcalc.store.codes import State
from mobcalc.store.reference import row, rows

SUCCESSORS = {
    "46113": ("46102",),
    "02270": ("02158",),
    "02261": ("02063", "02066"),
    "51515": ("51019",),
}
"""Codes of counties that are no more, and of those in their place."""
OLD_NAMES = {
    ("shannon", "SD"): SUCCESSORS["46113"],
    ("wadehampton", "AK"): SUCCESSORS["02270"],
    ("valdezcordova", "AK"): SUCCESSORS["02261"],
    ("dade", "FL"): ("12086",),
}
"""Names of counties, as one word without their kind, that have another name now, with the codes of those."""
CONNECTICUT = ("09001", "09003", "09005", "09007", "09009", "09011", "09013", "09015")
"""Codes of the old counties of Connecticut, in whose place nine planning regions stand since 2022."""
PLACES = "places"


class County(NamedTuple):
    """A county or what stands for one: FIPS code, name, state, and the city or ZIP code asked for, if it was one."""

    fips: str
    name: str
    state: State
    city: str = ""

    @property
    def in_state(self) -> str:
        """Its name with the state."""
        return f"{self.name}, {self.state.postal}"


def county_with(fips: str) -> County:
    """The county of a FIPS code that is known."""
    line = row(f"{COUNTIES} WHERE c.fips = ?", fips)
    assert line is not None
    return as_county(line)


COUNTIES = (
    "SELECT c.fips, c.name, s.fips AS state_fips, s.postal, s.name AS state FROM counties c "
    "JOIN states s ON s.postal = c.postal"
)


def as_county(line: sqlite3.Row) -> County:
    """The county of a row of `COUNTIES`."""
    return County(line["fips"], line["name"], State(line["state_fips"], line["postal"], line["state"]))


def counties() -> list[County]:
    """All counties and what stands for one, by code."""
    return [as_county(line) for line in rows(f"{COUNTIES} ORDER BY c.fips")]
