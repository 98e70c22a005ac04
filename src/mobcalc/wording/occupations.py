"""Sentences about occupations that are looked up."""

from mobcalc.results.lookups import Figure, OccupationSearch, OccupationShown
from mobcalc.wording.basis import RULES

LABELS = {
    "entry_education": "Usual entry education",
    "experience": "Work experience asked for",
    "on_the_job_training": "Training on the job",
    "usually_entered_through_apprenticeship": "Usually entered by apprenticeship",
    "employment": "Jobs",
    "annual_openings": "Openings a year",
    "growth": "Growth in jobs",
}
"""What figures other than wages are called."""
WHY = {
    "no_hourly_wages": "not published by the hour",
    "not_projected": "BLS does not list this occupation in its projections",
}
"""Why a figure is missing, by its code."""


def rule(figure: Figure) -> str:
    """How a figure of an occupation was found."""
    if figure.rule == "projections":
        return "As BLS assigns or projects it."
    said = RULES[figure.rule].format(
        names="this occupation", area=figure.area, period=figure.period, times="", detail=""
    )
    return f"{said[0].upper()}{said[1:]}."


def why(figure: Figure) -> str:
    """Why there is no figure."""
    return WHY[figure.why or ""]


def matches(search: OccupationSearch) -> str:
    """How many a search matches, or that it found nothing."""
    if search.found:
        count = len(search.found)
        return f"{count} occupation{'' if count == 1 else 's'}; 'mobcalc occupations show CODE' tells more of one."
    near = f"; did you mean {search.nearest}?" if search.nearest else "."
    return f"No occupation has '{search.words}' in its title or an everyday name{near}"


def basis(search: OccupationSearch) -> str:
    """Of when and from where the figures of a search are."""
    by_hour = any(one.median_per_year is None for one in search.found)
    return (
        f"Median wage a year{' (/h: an hour, where no yearly one is published)' if by_hour else ''}: national, in "
        "dollars of May 2025, not discounted (oews-2025). Entry, training and openings a year: BLS projections 2024 to "
        "2034 (bls-projections-2024). "
        "An exact name comes first, then the occupation with most jobs."
    )


def listed(shown: OccupationShown) -> str:
    """Whether BLS lists an occupation as usually entered through apprenticeship."""
    verb = "lists" if shown.is_listed else "does not list"
    more = "" if shown.is_listed else ", so ask whether there is a program"
    return f"BLS {verb} it as usually entered through apprenticeship (projections 2024 to 2034){more}."


def pathway(shown: OccupationShown, bundled: str | None) -> str:
    """The bundled pathway of an occupation, or how to compare one without."""
    if bundled:
        return f"{bundled}; 'mobcalc compare --pathway {bundled}' compares it."
    return f"none of its own; 'mobcalc compare --occupation {shown.code}' makes one from what is published."
