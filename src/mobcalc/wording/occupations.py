"""Sentences about occupations that are looked up."""

from mobcalc.language import mark, say, say_count
from mobcalc.results.lookups import Figure, OccupationSearch, OccupationShown
from mobcalc.wording.figures import area, period

LABELS = {
    "entry_education": mark("Usual entry education"),
    "experience": mark("Work experience asked for"),
    "on_the_job_training": mark("Training on the job"),
    "usually_entered_through_apprenticeship": mark("Usually entered by apprenticeship"),
    "employment": mark("Jobs"),
    "annual_openings": mark("Openings a year"),
    "growth": mark("Growth in jobs"),
}
"""What figures other than wages are called."""
WHY = {
    "no_hourly_wages": mark("not published by the hour"),
    "not_projected": mark("BLS does not list this occupation in its projections"),
}
"""Why a figure is missing, by its code."""
RULES = {
    "projections": mark("As BLS assigns or projects it."),
    "national": mark("Wages of this occupation: national percentiles, {period}."),
    "state": mark("Wages of this occupation: the percentiles of {area}, {period}."),
    "area": mark("Wages of this occupation: the percentiles of {area}, {period}."),
    "state_expected": mark(
        "Wages of this occupation: national percentiles of {period} at the general wage level of {area}, since none "
        "are published for it."
    ),
    "area_expected": mark(
        "Wages of this occupation: the state's percentiles of {period} at the general wage level of {area}, since none "
        "are published for it."
    ),
}
"""How a figure was found, by the code of its rule."""
PUBLISHED = {
    mark("Doctoral or professional degree"),
    mark("Master's degree"),
    mark("Bachelor's degree"),
    mark("Associate's degree"),
    mark("Postsecondary nondegree award"),
    mark("Some college, no degree"),
    mark("High school diploma or equivalent"),
    mark("No formal educational credential"),
    mark("Internship/residency"),
    mark("Apprenticeship"),
    mark("Long-term on-the-job training"),
    mark("Moderate-term on-the-job training"),
    mark("Short-term on-the-job training"),
    mark("5 years or more"),
    mark("Less than 5 years"),
    mark("None"),
}
"""The words of BLS for education, training and experience."""


def rule(figure: Figure) -> str:
    """How a figure of an occupation was found."""
    return say(RULES[figure.rule], area=area(figure.area), period=period(figure.period))


def why(figure: Figure) -> str:
    """Why there is no figure."""
    return say(WHY[figure.why or ""])


def in_words(value: str | bool) -> str:
    """What is published of an occupation in words, or whether something is so."""
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    return say(value) if value in PUBLISHED else value


def whose(wages: Figure) -> str:
    """Of where wages are, and for what time."""
    message = mark("{area}, an hour") if wages.name.endswith("per_hour") else mark("{area}, a year")
    return say(message, area=area(wages.area))


def matches(search: OccupationSearch) -> str:
    """How many a search matches, or that it found nothing."""
    if search.found:
        return say_count(
            len(search.found),
            "{count} occupation; 'mobcalc occupations show CODE' tells more of one.",
            "{count} occupations; 'mobcalc occupations show CODE' tells more of one.",
        )
    if search.nearest:
        return say(
            "No occupation has '{words}' in its title or an everyday name; did you mean {occupation}?",
            words=search.words,
            occupation=search.nearest,
        )
    return say("No occupation has '{words}' in its title or an everyday name.", words=search.words)


def basis(search: OccupationSearch) -> str:
    """Of when and from where the figures of a search are."""
    wages = say("Median wage a year: national, in dollars of May 2025, not discounted (oews-2025).")
    if any(one.median_per_year is None for one in search.found):
        wages = say(
            "Median wage a year (/h: an hour, where no yearly one is published): national, in dollars of May 2025, not "
            "discounted (oews-2025)."
        )
    rest = say(
        "Entry, training and openings a year: BLS projections 2024 to 2034 (bls-projections-2024). An exact name comes "
        "first, then the occupation with most jobs."
    )
    return f"{wages} {rest}"


def listed(shown: OccupationShown) -> str:
    """Whether BLS lists an occupation as usually entered through apprenticeship."""
    if shown.is_listed:
        return say("BLS lists it as usually entered through apprenticeship (projections 2024 to 2034).")
    return say(
        "BLS does not list it as usually entered through apprenticeship (projections 2024 to 2034), so ask whether "
        "there is a program."
    )


def pathway(shown: OccupationShown, bundled: str | None) -> str:
    """The bundled pathway of an occupation, or how to compare one without."""
    if bundled:
        return say("{pathway}; 'mobcalc compare --pathway {pathway}' compares it.", pathway=bundled)
    return say(
        "none of its own; 'mobcalc compare --occupation {code}' makes one from what is published.", code=shown.code
    )
