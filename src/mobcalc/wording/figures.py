"""What published figures are of: areas, periods, and levels of education in the words of BLS."""

from mobcalc.language import mark, say, say_like

KIND = " (Metropolitan Statistical Area)"
"""What the name of an area says of its kind."""
AREAS = (mark("United States"), mark("48 states + DC"))
"""Areas that are no names of places."""
IN_SENTENCE = {
    "Doctoral or professional degree": mark("doctoral or professional degree"),
    "Master's degree": mark("master's degree"),
    "Bachelor's degree": mark("bachelor's degree"),
    "Associate's degree": mark("associate's degree"),
    "Postsecondary nondegree award": mark("certificate"),
    "Some college, no degree": mark("some college, no degree"),
    "High school diploma or equivalent": mark("high school diploma"),
    "No formal educational credential": mark("no formal educational credential"),
    "Internship/residency": mark("internship/residency"),
    "Apprenticeship": mark("apprenticeship"),
    "Long-term on-the-job training": mark("long-term on-the-job training"),
    "Moderate-term on-the-job training": mark("moderate-term on-the-job training"),
    "Short-term on-the-job training": mark("short-term on-the-job training"),
}
"""Education and training in a sentence, by the words of BLS."""
PERIODS = (mark("May {year}"), mark("academic year {years}"), mark("fiscal year {year}"), mark("{first} to {last}"))


def area(name: str) -> str:
    """An area, without what its name says of its kind."""
    return say_like(name.removesuffix(KIND), AREAS)


def occupation(title: str) -> str:
    """The title of an occupation as it is published; in another language a word of this one, in quotes."""
    return say("{occupation}", occupation=title)


def period(of: str) -> str:
    """When a figure is of."""
    return say_like(of, PERIODS)
