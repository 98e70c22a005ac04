"""The sentences of the one screen that `occupations show` prints by default."""

import textwrap
from collections.abc import Mapping, Sequence

from mobcalc.language import mark, say
from mobcalc.results.lookups import Figure, OccupationFound, OccupationShown
from mobcalc.wording.figures import IN_SENTENCE, period
from mobcalc.wording.numbers import percent
from mobcalc.wording.occupations import in_words

HEADS = {
    "p10": mark("1 in 10\nhas less"),
    "p25": mark("1 in 4\nhas less"),
    "p50": mark("half\nhas less"),
    "p75": mark("3 in 4\nhas less"),
    "p90": mark("9 in 10\nhas less"),
}
"""What the columns of wages are, by the names of the points."""
NAME_WIDTH = 39
PLAIN = {
    "Postsecondary nondegree award": mark("Certificate"),
    "High school diploma or equivalent": mark("High school diploma"),
}
"""Educations in plainer words than the table has."""
APPRENTICESHIP = "Apprenticeship"


def cut(name: str) -> str:
    """A name on one line."""
    return textwrap.shorten(name, NAME_WIDTH, placeholder="...")


def way_in(education: str, training: str) -> str:
    """How one usually gets into an occupation, on one line."""
    if training == APPRENTICESHIP:
        return in_words(APPRENTICESHIP)
    return say(PLAIN[education]) if education in PLAIN else in_words(education)


def search_basis(first: OccupationFound) -> str:
    """Of when the pay is, and how to learn more of one."""
    return "\n".join(
        [
            say("Pay a year in the country, in dollars of May 2025."),
            say(
                'More of one: mobcalc occupations show "{occupation}". Codes, openings: --details',
                occupation=first.title,
            ),
        ]
    )


def entry(shown: OccupationShown, figures: Mapping[str, Figure]) -> str:
    """How one usually gets in, and how many are wanted."""
    education, training = (_text(figures.get(name)) for name in ("entry_education", "on_the_job_training"))
    sentences = []
    if education and training in IN_SENTENCE:
        sentences.append(
            say(
                "Usual way in: {education}, then {training}.",
                education=say(IN_SENTENCE[education]),
                training=say(IN_SENTENCE[training]),
            )
        )
    elif education:
        sentences.append(say("Usual way in: {education}.", education=say(IN_SENTENCE[education])))
    elif shown.is_listed:
        sentences.append(say("It is usually learned as an apprentice."))
    return " ".join([*sentences, *_wanted(figures)]) or say("How one gets in is not published.")


def _text(figure: Figure | None) -> str:
    return str(figure.value) if figure is not None and figure.value is not None else ""


def _wanted(figures: Mapping[str, Figure]) -> list[str]:
    """How many jobs open up, and whether they grow; nothing where that is not published."""
    openings, growth = (figures.get(name) for name in ("annual_openings", "growth"))
    if openings is None or openings.value is None:
        return []
    assert isinstance(openings.value, int | float)
    jobs = f"{openings.value:,.0f}"
    if growth is None or not isinstance(growth.value, float):
        return [say("About {jobs} jobs a year open up in the country.", jobs=jobs)]
    return [
        say(
            GROWS if growth.value >= 0 else SHRINKS,
            jobs=jobs,
            share=percent(abs(growth.value)),
            period=period(growth.period),
        )
    ]


GROWS = mark("About {jobs} jobs a year open up in the country; their number grows by {share} from {period}.")
SHRINKS = mark("About {jobs} jobs a year open up in the country; their number shrinks by {share} from {period}.")


def next_step(shown: OccupationShown, bundled: str | None) -> str:
    """How to compare ways into it."""
    if bundled:
        return say("Compare it: mobcalc compare --pathway {pathway}", pathway=bundled)
    return say('Compare the ways into it: mobcalc compare --occupation "{occupation}"', occupation=shown.title)


def basis(wages: Sequence[Figure]) -> str:
    """Of when the wages are, and how to see more."""
    when = [say("Pay of all at work in {period}, in dollars of then.", period=period(wages[0].period))] if wages else []
    return " ".join([*when, say("Names, sources: --details")])
