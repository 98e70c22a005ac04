"""The sentences of the one screen that `occupations show` prints by default."""

import textwrap
from collections.abc import Mapping, Sequence

from mobcalc.results.lookups import Figure, OccupationFound, OccupationShown
from mobcalc.wording.numbers import percent

HEADS = {
    "p10": "1 in 10\nhas less",
    "p25": "1 in 4\nhas less",
    "p50": "half\nhas less",
    "p75": "3 in 4\nhas less",
    "p90": "9 in 10\nhas less",
}
"""What the columns of wages are, by the names of the points."""
OCCUPATION, HALF, WAY_IN = "Occupation", "Half earns\nless than", "Usual way in"
NAME_WIDTH = 39
PLAIN = {"Postsecondary nondegree award": "Certificate", "High school diploma or equivalent": "High school diploma"}
"""Educations in plainer words than the table has."""
APPRENTICESHIP = "Apprenticeship"
NO_WAGES = "No wages are published for it."
HOURLY = "per_hour"


def cut(name: str) -> str:
    """A name on one line."""
    return textwrap.shorten(name, NAME_WIDTH, placeholder="...")


def way_in(education: str, training: str) -> str:
    """How one usually gets into an occupation, on one line."""
    return APPRENTICESHIP if training == APPRENTICESHIP else PLAIN.get(education, education)


def search_basis(first: OccupationFound) -> str:
    """Of when the pay is, and how to learn more of one."""
    return (
        "Pay a year in the country, in dollars of May 2025.\n"
        f'More of one: mobcalc occupations show "{first.title}". Codes, openings: --details'
    )


def entry(shown: OccupationShown, figures: Mapping[str, Figure]) -> str:
    """How one usually gets in, and how many are wanted."""
    education, training = (_text(figures.get(name)) for name in ("entry_education", "on_the_job_training"))
    said = f"Usual way in: {PLAIN.get(education, education).lower()}" if education else ""
    said += f", then {training.lower()}" if said and training and training != "None" else ""
    said += "." if said else ""
    listed = " It is usually learned as an apprentice." if shown.is_listed and "pprentice" not in said else ""
    return f"{said}{listed}{_wanted(figures)}".strip() or "How one gets in is not published."


def _text(figure: Figure | None) -> str:
    return str(figure.value) if figure is not None and figure.value is not None else ""


def _wanted(figures: Mapping[str, Figure]) -> str:
    """How many jobs open up, and whether they grow."""
    openings, growth = (figures.get(name) for name in ("annual_openings", "growth"))
    if openings is None or openings.value is None:
        return ""
    assert isinstance(openings.value, int | float)
    said = f" About {openings.value:,.0f} jobs a year open up in the country"
    if growth is None or not isinstance(growth.value, float):
        return f"{said}."
    more = f"{'grows' if growth.value >= 0 else 'shrinks'} by {percent(abs(growth.value))} from {growth.period}"
    return f"{said}; their number {more}."


def row(figure: Figure) -> str:
    """Whose wages a row is of, and for what time."""
    return f"{figure.area}, {'an hour' if figure.name.endswith(HOURLY) else 'a year'}"


def next_step(shown: OccupationShown, bundled: str | None) -> str:
    """How to compare ways into it."""
    if bundled:
        return f"Compare it: mobcalc compare --pathway {bundled}"
    return f'Compare the ways into it: mobcalc compare --occupation "{shown.title}"'


def basis(wages: Sequence[Figure]) -> str:
    """Of when the wages are, and how to see more."""
    when = f"Pay of all at work in {wages[0].period}, in dollars of then. " if wages else ""
    return f"{when}Names, sources: --details"
