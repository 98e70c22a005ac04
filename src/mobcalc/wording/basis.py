"""What every answer says of itself: prices, discounting, the person, what the user set, what is left out."""

from collections.abc import Mapping

from mobcalc.results import LocalUsed, OccupationUsed, PlaceUsed, Route, RouteReason, SurveyUsed, Terms
from mobcalc.units import counted
from mobcalc.wording import household
from mobcalc.wording.numbers import percent


def basis(terms: Terms, baseline: str) -> str:
    """What the figures rest on: prices, discounting, horizon, place, and what is left out.

    Args:
        terms: those of the answer.
        baseline: title of the baseline.
    """
    return (
        f"{terms.price_year} dollars, discount rate {percent(terms.discount_rate)} a year, earnings before taxes and "
        f"benefits to age {terms.retire_age}, baseline '{baseline}', {_place(terms)}, {_sex(terms)}, {_draws(terms)}. "
        f"Assumes {_hours(terms)}, {_attachment(terms)}. For measured effects only the gain is evidence."
        f"{_old(terms)}"
    )


def _draws(terms: Terms) -> str:
    """How many lives were drawn at random."""
    return f"{terms.draws:,} random draws (seed {terms.seed})" if terms.draws else "no random draws"


def _old(terms: Terms) -> str:
    """Which figures are more than three years older than the price year."""
    if not terms.old:
        return ""
    said = ", ".join(f"{figures.label} ({', '.join(str(year) for year in figures.years)})" for figures in terms.old)
    return f" More than three years old: {said}."


def _place(terms: Terms) -> str:
    """Of where the wages are."""
    place = terms.provenance.place
    if place is None:
        return "national average"
    return f"wages of {place.state}"


STATEWIDE = "Wages are those of the whole state; a county may pay less or more, --county NAME has its own."
NATIONAL = "Measured effects and grants are national."


def place(terms: Terms) -> str:
    """The place in full, with the county that a city stands for."""
    where = terms.provenance.place
    if where is None:
        return ""
    metro = f" Prices of {where.metro}." if where.metro else ""
    if where.county is None and where.metro is None:
        return f"{place_name(where)}. {STATEWIDE} {NATIONAL}"
    wages, levels = _areas(terms, ".earnings.percentiles"), _areas(terms, ".earnings_levels.high_school")
    said = f"Wages of occupations are those of {wages}, earnings by education {levels}."
    return " ".join([f"{place_name(where)}.{metro} {said}", *_statewide(terms), NATIONAL])


def _statewide(terms: Terms) -> list[str]:
    """Own figures of a state or the country that stand in the place of published ones of a smaller area."""
    wide: dict[tuple[str, str, str], None] = {}
    for survey_used in terms.provenance.surveys:
        for name, area in survey_used.instead_of.items():
            what = "wages" if name.startswith("pathways.") else "prices"
            wide[what, survey_used.figures[name], area] = None
    return [f"Your own {what} ({row}) are statewide or wider, in place of those of {area}." for what, row, area in wide]


def _areas(terms: Terms, part: str) -> str:
    """The areas that the earnings of pathways are of, each once."""
    figures = (figure for figure in terms.provenance.local_figures if figure.name.endswith(part))
    return " and ".join(dict.fromkeys(figure.area for figure in figures))


def place_name(where: PlaceUsed) -> str:
    """The city, the county, whichever was given, and the state."""
    if where.county is None or where.county == where.state:
        return where.state
    city = f"{where.city}, " if where.city and not where.county.startswith(where.city) else ""
    return f"{city}{where.county}, {where.state}"


RULES = {
    "minimum_wage": ("no wage below the minimum of {area}, {period}{detail} (local ones may be higher)"),
    "level_of_state": "earnings by education at the level of {area}, {period}",
    "level_of_county": "earnings by education at the level of {area}, {period}",
    "level_of_metro": "earnings by education at the level of {area}, {period}, the area around",
    "state": "wages of {names}: the percentiles of {area}, {period}",
    "area": "wages of {names}: the percentiles of {area}, {period}",
    "state_expected": (
        "wages of {names}: national percentiles of {period} at the general wage level of {area}{times}, since none are "
        "published for it"
    ),
    "area_expected": (
        "wages of {names}: the state's percentiles of {period} at the general wage level of {area}{times}, since none "
        "are published for it"
    ),
    "weighted": (
        "wages of {names}: the 15 occupations weighted by employment, each by the percentiles of {area}, {period}"
    ),
    "national": "wages of {names}: national percentiles, {period}",
    "state_tuition": "tuition of public colleges in {area}, academic year 2022-23",
    "national_tuition": "tuition of public colleges in {area} is not in the table, so the national figure stays",
    "grants_of_costs": "grants as high as what public colleges in {area} charge, since the national average is higher",
    "unemployment": "unemployment of {area}, {period} (for context)",
    "price_parity": "price level of {area}, {period} (for context)",
    "goods_parity": "price level of goods in {area}, {period}",
    "poverty_guideline": "poverty guideline of {period}, {area}",
    "county_premium": "premiums of the benchmark health plan in {area}, {period}",
    "state_premium": "premiums of the benchmark health plan, the mean of the counties of {area}, {period}",
    "county_rents": "rents of {area}, fiscal year {period}",
    "town_rents": "rents of {area}, the median of its towns, fiscal year {period}",
    "state_rents": "rents of {area}, its counties by population, fiscal year {period}",
    "county_care": "infant care in {area}, {period} (old)",
    "state_care": "infant care in {area}, the mean of its counties, {period} (old)",
    "national_care": "infant care at the country's mean times the price level of {area}, {period} (old, assumed)",
}
"""How a local figure was found, by the code of its rule."""


def rule(figure: LocalUsed) -> str:
    """How one local figure was found."""
    said = _said(figure, "this pathway")
    return f"{said[0].upper()}{said[1:]}."


def local_figures(terms: Terms, titles: dict[str, str]) -> str:
    """Every rule that was used, with where and when its figures are from and, for wages, whose they are.

    Args:
        terms: those of the answer.
        titles: what pathways are called, by id; figures of others are not in the answer.
    """
    groups: dict[str, tuple[LocalUsed, list[str]]] = {}
    for figure in terms.provenance.local_figures:
        parts = figure.name.split(".")
        if parts[0] == "pathways" and parts[1] not in titles:
            continue
        _, names = groups.setdefault(_said(figure, ""), (figure, []))
        names += [f"'{titles.get(parts[1], parts[1])}'"] if parts[0] == "pathways" else []
    return "; ".join(_said(figure, " and ".join(names)) for figure, names in groups.values()) + "."


def _said(figure: LocalUsed, names: str) -> str:
    """How a figure was found, in the words of its rule."""
    times = "" if figure.factor is None else f" (x {figure.factor:.2f})"
    detail = f"; {figure.detail}" if figure.detail else ""
    return RULES[figure.rule].format(names=names, area=figure.area, period=figure.period, times=times, detail=detail)


ROUTES: dict[RouteReason, str] = {
    "on_list": "an apprenticeship (on the Labor Department's list)",
    "not_on_list": "no apprenticeship (none on the Labor Department's list of 2019, so newer ones are missing)",
    "award_is_entry": "a certificate (the usual entry)",
    "award_is_guess": "a certificate (a guess, since the usual entry is {entry} and training on the job)",
    "college_is_entry": "a certificate (a guess, since the usual entry is {entry})",
    "no_award": "no certificate (the usual entry is {entry})",
    "degree_is_entry": "an associate degree (the usual entry)",
    "degree_is_held": "an associate degree ({associate} of its workers hold one; the usual entry is {entry})",
    "degree_is_rare": "no associate degree ({associate} of its workers hold one)",
    "trained_on_the_job": "training on the job",
    "no_training": "no training on the job (BLS lists none)",
    "entry_is_trained": "no training on the job alone (the usual entry is {entry})",
    "steps": "a ladder of two steps ({first} first)",
}
"""Each kind of route into an occupation, and why there is one or none, by its code."""


def routes(asked: OccupationUsed) -> str:
    """The routes that lead into the occupation asked for, and those that do not."""

    def said(exist: bool) -> str:
        """The routes that exist, or the others."""
        return ", ".join(_route(route) for route in asked.routes if route.exists == exist)

    refused = f" The tables list {said(False)}." if said(False) else ""
    degree = BACHELORS if (asked.entry_education or "").startswith("Bachelor") else ""
    return f"Into {asked.title.lower()} leads {said(True)}.{refused}{degree}"


BACHELORS = " A bachelor's degree in general is -p bachelors-degree."


def _route(route: Route) -> str:
    return ROUTES[route.reason].format(
        entry=_entry(route.entry_education), associate=percent(route.associate), first=(route.after or "").lower()
    )


def _entry(education: str | None) -> str:
    """The usual entry as a part of a sentence."""
    if education is None or education.startswith("No "):
        return "not listed" if education is None else "without any award"
    lower = f"{education[0].lower()}{education[1:]}"
    return lower if lower.startswith("some ") else f"{'an' if lower[0] in 'aeiou' else 'a'} {lower}"


def survey(used: SurveyUsed) -> str:
    """How much of a file of own wages or prices the answer rests on."""
    if not used.rows:
        return f"There are no rows in {used.file}."
    if not used.used:
        return f"No row of {used.file} is used: none is of a place and of an occupation or a price of this answer."
    said = f"{used.used} of {counted(used.rows, 'row')} of {used.file} {'is' if used.used == 1 else 'are'} used."
    return " ".join([said, *(_above_larger(size) for size in used.above_larger)])


def _above_larger(bedrooms: int) -> str:
    """That an own rent lies above a published one that should be higher."""
    return (
        f"Its rent for {counted(bedrooms, 'bedroom')} is above the one taken for more bedrooms; check it, or give "
        "that one too."
    )


def occupation(terms: Terms) -> str:
    """How the occupation asked for is entered, and how many it will need."""
    asked = terms.provenance.occupation
    if asked is None:
        return ""
    return f"{routes(asked)} {_demand(asked)}"


def _demand(asked: OccupationUsed) -> str:
    """How many the occupation will need."""
    if asked.annual_openings is None or asked.growth is None:
        return f"{asked.title} ({asked.code}): BLS projects no openings for it."
    more_or_fewer = "more" if asked.growth >= 0 else "fewer"
    return (
        f"{asked.title} ({asked.code}): about {counted(round(asked.annual_openings), 'opening')} a year in the "
        f"country, {percent(abs(asked.growth))} {more_or_fewer} jobs from 2024 to 2034 (BLS projections)."
    )


def _attachment(terms: Terms) -> str:
    """How much of a life is taken to be worked."""
    if any(notice.code == "population" for notice in terms.warnings):
        return "year-round work of those at work, and counts in people out of work (see the note)"
    return "a job or looking for one in every year, with the unemployment and part-time work of people like this person"


def _hours(terms: Terms) -> str:
    hours = [notice.values["hours"] for notice in terms.warnings if notice.code == "hours"]
    return f"{counted(float(hours[0]), 'hour')} a week" if hours else "full-time"


def _sex(terms: Terms) -> str:
    return {"male": "a man", "female": "a woman"}.get(terms.sex or "", "men and women together")


def not_modelled(terms: Terms) -> str:
    """What a reader might expect and will not find."""
    left_out = "taxes, benefits and benefit cliffs, local wages and prices"
    if terms.household is not None:
        left_out = f"{household.left_out(terms.household)}, local prices other than in basic needs"
    return (
        f"{left_out}, overtime in apprentice occupations, employer-paid benefits (a line of their own in --json), and "
        "what happens when many choose the same pathway."
    )


def override(
    name: str, value: str, price_year: object, given_by: str, titles: Mapping[str, str], unused: tuple[str, ...] = ()
) -> str:
    """A value that the user gave; money with the year whose dollars it is taken in.

    Args:
        name: its dotted name.
        value: the value as it is shown.
        price_year: the year of its dollars, if it is money.
        given_by: the flag, or the file and line.
        titles: what the pathways in the answer are called, by id.
        unused: parts of the assumptions that the answer does not look at.
    """
    dollars_of = f" in {price_year} dollars" if isinstance(price_year, int) else ""
    parts = name.split(".")
    absent = "; this pathway is not in the answer" if parts[0] == "pathways" and parts[1] not in titles else ""
    absent = "; not used here" if name.startswith(unused) else absent
    return f"{name} = {value}{dollars_of} (from {given_by}{absent})"


def where_from() -> str:
    """How to ask where a number comes from."""
    return (
        "'mobcalc assumptions list' names every number, 'mobcalc assumptions show NAME' says where it comes from, and "
        "--set NAME=VALUE changes it."
    )
