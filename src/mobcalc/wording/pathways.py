"""What pathways say of themselves: names, summaries and cautions, of shipped files or made for an occupation."""

import re

from mobcalc.language import mark, say_like

NAMES = (
    mark("Apprenticeship: {occupation}"),
    mark("Certificate: {occupation}"),
    mark("Degree: {occupation}"),
    mark("On the job: {occupation}"),
    mark("Steps: {first}, then {second}"),
)
"""Names of routes into an occupation."""
ROUTES = (mark("Apprenticeship"), mark("Certificate"), mark("Degree"), mark("On the job"), mark("Steps"))
"""The same where the occupation stands elsewhere."""
TEXTS = (
    mark("A registered apprenticeship in the occupation {occupation} ({code})."),
    mark("A certificate for the occupation {occupation} ({code}), from a two-year college."),
    mark("An associate degree for the occupation {occupation} ({code})."),
    mark("A job in the occupation {occupation} ({code}) that trains those who are hired."),
    mark("{step}, begun by those who finished training for {first} and work there."),
    mark(
        "All who finish the first step are taken to begin the second, which takes as long as by itself, though "
        "programs that give credit for the first are shorter."
    ),
    mark("Most {occupation} do not enter through one, so ask whether there is a program near you."),
    mark("Pay steps and completion are taken over from the building trades."),
    mark("Only hourly wages are published, so a year stands for 2,080 hours; work over the year may be much less."),
    mark("BLS does not list an award for it, so that a certificate leads there is a guess."),
    mark("BLS lists another entry; {share} of those who work in it hold this degree, and the wages are those of all."),
    mark("It takes an employer who hires somebody new to the work."),
    mark("A year is assumed; many such programs are shorter, so give --length."),
    mark("Its length is taken from what is published ({stated}); give --length for a program you know."),
    mark(
        "No grants are counted: federal ones pay for programs of 8 to 15 weeks only since July 2026, if approved, and "
        "for no shorter ones."
    ),
    mark("Courses this short often cost more than a part of a year's tuition, so give --cost."),
)
"""Sentences that are made for a route."""
BETWEEN = r"(?<=\.) (?=[A-Z])"
"""Where one sentence ends and another begins."""


def pathway_name(name: str) -> str:
    """The whole name of a pathway."""
    return say_like(name, NAMES)


def pathway_text(text: str) -> str:
    """A summary or a caution, sentence by sentence where it is no message as a whole."""
    said = say_like(text, TEXTS)
    return said if said != text else " ".join(say_like(one, TEXTS) for one in re.split(BETWEEN, text))
