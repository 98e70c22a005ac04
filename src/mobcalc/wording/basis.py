"""What every answer says of itself: prices, discounting, the person, what the user set, what is left out."""

from collections.abc import Mapping

from mobcalc.language import mark, say, say_count
from mobcalc.results.basis import Terms
from mobcalc.results.provenance import LocalUsed, OccupationUsed, PlaceUsed, Route, RouteReason, SurveyUsed
from mobcalc.wording import household
from mobcalc.wording.figures import area, period
from mobcalc.wording.lists import chained
from mobcalc.wording.numbers import percent


def basis(terms: Terms, baseline: str) -> str:
    """What the figures rest on: prices, discounting, horizon, place, and what is left out.

    Args:
        terms: those of the answer.
        baseline: title of the baseline.
    """
    about = say(
        "{price_year} dollars, discount rate {rate} a year, earnings before taxes and benefits to age {age}, baseline "
        "'{baseline}', {wages}, {sex}, {draws}.",
        price_year=terms.price_year,
        rate=percent(terms.discount_rate),
        age=terms.retire_age,
        baseline=say(baseline),
        wages=_wages(terms),
        sex=say(SEXES[terms.sex]),
        draws=_draws(terms),
    )
    return " ".join([about, _work(terms), say("For measured effects only the gain is evidence."), *_old(terms)])


SEXES = {"male": mark("a man"), "female": mark("a woman"), None: mark("men and women together")}
"""Whose earnings they are."""


def _draws(terms: Terms) -> str:
    """How many lives were drawn at random."""
    if not terms.draws:
        return say("no random draws")
    return say_count(
        terms.draws, "{count} random draw (seed {seed})", "{count} random draws (seed {seed})", seed=terms.seed
    )


def _old(terms: Terms) -> list[str]:
    """Which figures are more than three years older than the price year."""
    if not terms.old:
        return []
    old = ", ".join(f"{say(figures.label)} ({', '.join(map(str, figures.years))})" for figures in terms.old)
    return [say("More than three years old: {figures}.", figures=old)]


def _wages(terms: Terms) -> str:
    """Of where the wages are."""
    place = terms.provenance.place
    return say("national average") if place is None else say("wages of {state}", state=place.state)


STATEWIDE = mark("Wages are those of the whole state; a county may pay less or more, --county NAME has its own.")
NATIONAL = mark("Measured effects and grants are national.")


def place(terms: Terms) -> str:
    """The place in full, with the county that a city stands for."""
    where = terms.provenance.place
    if where is None:
        return ""
    name = f"{place_name(where)}."
    if where.county is None and where.metro is None:
        return " ".join([name, say(STATEWIDE), say(NATIONAL)])
    metro = [say("Prices of {metro}.", metro=where.metro)] if where.metro else []
    areas = say(
        "Wages of occupations are those of {wages}, earnings by education {levels}.",
        wages=_areas(terms, ".earnings.percentiles"),
        levels=_areas(terms, ".earnings_levels.high_school"),
    )
    return " ".join([name, *metro, areas, *_statewide(terms), say(NATIONAL)])


OWN_WAGES = mark("Your own wages ({row}) are statewide or wider, in place of those of {area}.")
OWN_PRICES = mark("Your own prices ({row}) are statewide or wider, in place of those of {area}.")


def _statewide(terms: Terms) -> list[str]:
    """Own figures of a state or the country that stand in the place of published ones of a smaller area."""
    wide: dict[tuple[str, str, str], None] = {}
    for survey_used in terms.provenance.surveys:
        for name, instead in survey_used.instead_of.items():
            what = OWN_WAGES if name.startswith("pathways.") else OWN_PRICES
            wide[what, survey_used.figures[name], instead] = None
    return [say(what, row=row, area=area) for what, row, area in wide]


def _areas(terms: Terms, part: str) -> str:
    """The areas that the earnings of pathways are of, each once."""
    figures = (figure for figure in terms.provenance.local_figures if figure.name.endswith(part))
    return chained([*dict.fromkeys(figure.area for figure in figures)])


def place_name(where: PlaceUsed) -> str:
    """The city, the county, whichever was given, and the state."""
    if where.county is None or where.county == where.state:
        return where.state
    city = f"{where.city}, " if where.city and not where.county.startswith(where.city) else ""
    return f"{city}{where.county}, {where.state}"


RULES = {
    "minimum_wage": mark("no wage below the minimum of {area}, {period}{detail} (local ones may be higher)"),
    "level_of_state": mark("earnings by education at the level of {area}, {period}"),
    "level_of_county": mark("earnings by education at the level of {area}, {period}"),
    "level_of_metro": mark("earnings by education at the level of {area}, {period}, the area around"),
    "state": mark("wages of {names}: the percentiles of {area}, {period}"),
    "area": mark("wages of {names}: the percentiles of {area}, {period}"),
    "state_expected": mark(
        "wages of {names}: national percentiles of {period} at the general wage level of {area}{times}, since none are "
        "published for it"
    ),
    "area_expected": mark(
        "wages of {names}: the state's percentiles of {period} at the general wage level of {area}{times}, since none "
        "are published for it"
    ),
    "weighted": mark(
        "wages of {names}: the 15 occupations weighted by employment, each by the percentiles of {area}, {period}"
    ),
    "national": mark("wages of {names}: national percentiles, {period}"),
    "state_tuition": mark("tuition of public colleges in {area}, academic year 2022-23"),
    "national_tuition": mark("tuition of public colleges in {area} is not in the table, so the national figure stays"),
    "grants_of_costs": mark(
        "grants as high as what public colleges in {area} charge, since the national average is higher"
    ),
    "unemployment": mark("unemployment of {area}, {period} (for context)"),
    "price_parity": mark("price level of {area}, {period} (for context)"),
    "goods_parity": mark("price level of goods in {area}, {period}"),
    "poverty_guideline": mark("poverty guideline of {period}, {area}"),
    "county_premium": mark("premiums of the benchmark health plan in {area}, {period}"),
    "state_premium": mark("premiums of the benchmark health plan, the mean of the counties of {area}, {period}"),
    "county_rents": mark("rents of {area}, fiscal year {period}"),
    "town_rents": mark("rents of {area}, the median of its towns, fiscal year {period}"),
    "state_rents": mark("rents of {area}, its counties by population, fiscal year {period}"),
    "county_care": mark("infant care in {area}, {period} (old)"),
    "state_care": mark("infant care in {area}, the mean of its counties, {period} (old)"),
    "national_care": mark("infant care at the country's mean times the price level of {area}, {period} (old, assumed)"),
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
        names += [f"'{say(titles[parts[1]])}'"] if parts[0] == "pathways" else []
    return "; ".join(_said(figure, chained(names)) for figure, names in groups.values()) + "."


def _said(figure: LocalUsed, names: str) -> str:
    """How a figure was found, in the words of its rule."""
    times = "" if figure.factor is None else f" (x {figure.factor:.2f})"
    detail = f"; {figure.detail}" if figure.detail else ""
    return say(
        RULES[figure.rule],
        names=names,
        area=area(figure.area),
        period=period(figure.period),
        times=times,
        detail=detail,
    )


ROUTES: dict[RouteReason, str] = {
    "on_list": mark("an apprenticeship (on the Labor Department's list)"),
    "not_on_list": mark("no apprenticeship (none on the Labor Department's list of 2019, so newer ones are missing)"),
    "award_is_entry": mark("a certificate (the usual entry)"),
    "award_is_guess": mark("a certificate (a guess, since the usual entry is {entry} and training on the job)"),
    "college_is_entry": mark("a certificate (a guess, since the usual entry is {entry})"),
    "no_award": mark("no certificate (the usual entry is {entry})"),
    "degree_is_entry": mark("an associate degree (the usual entry)"),
    "degree_is_held": mark("an associate degree ({associate} of its workers hold one; the usual entry is {entry})"),
    "degree_is_rare": mark("no associate degree ({associate} of its workers hold one)"),
    "trained_on_the_job": mark("training on the job"),
    "no_training": mark("no training on the job (BLS lists none)"),
    "entry_is_trained": mark("no training on the job alone (the usual entry is {entry})"),
    "steps": mark("a ladder of two steps ({first} first)"),
}
"""Each kind of route into an occupation, and why there is one or none, by its code."""


def routes(asked: OccupationUsed) -> str:
    """The routes that lead into the occupation asked for, and those that do not."""

    def said(exist: bool) -> str:
        """The routes that exist, or the others."""
        return ", ".join(_route(route) for route in asked.routes if route.exists == exist)

    sentences = [say("Into {occupation} leads {routes}.", occupation=asked.title.lower(), routes=said(True))]
    if refused := said(False):
        sentences.append(say("The tables list {routes}.", routes=refused))
    if asked.entry_education == BACHELORS:
        sentences.append(say("A bachelor's degree in general is -p bachelors-degree."))
    return " ".join(sentences)


BACHELORS = "Bachelor's degree"
ENTRIES = {
    None: mark("not listed"),
    "No formal educational credential": mark("without any award"),
    "High school diploma or equivalent": mark("a high school diploma or equivalent"),
    "Some college, no degree": mark("some college, no degree"),
    "Postsecondary nondegree award": mark("a postsecondary nondegree award"),
    "Associate's degree": mark("an associate's degree"),
    BACHELORS: mark("a bachelor's degree"),
    "Master's degree": mark("a master's degree"),
    "Doctoral or professional degree": mark("a doctoral or professional degree"),
}
"""The usual entry into an occupation in a sentence, by the words of BLS."""


def _route(route: Route) -> str:
    return say(
        ROUTES[route.reason],
        entry=say(ENTRIES[route.entry_education]),
        associate=percent(route.associate),
        first=(route.after or "").lower(),
    )


DEARER = mark("Of care in a center and in a family home the cheaper counts; a file may price both.")
"""Why the price of one kind of child care is not used."""


def survey(used: SurveyUsed) -> str:
    """How much of a file of own wages or prices the answer rests on."""
    if not used.rows:
        return say("There are no rows in {file}.", file=used.file)
    if not used.used and used.dearer_care:
        return " ".join([say("No row of {file} is used.", file=used.file), say(DEARER)])
    if not used.used:
        return say(
            "No row of {file} is used: none is of a place and of an occupation or a price of this answer.",
            file=used.file,
        )
    said = say_count(
        used.used,
        "{count} of {rows} of {file} is used.",
        "{count} of {rows} of {file} are used.",
        rows=say_count(used.rows, "{count} row", "{count} rows"),
        file=used.file,
    )
    dearer = (say(DEARER),) if used.dearer_care else ()
    return " ".join([said, *dearer, *(_above_larger(size) for size in used.above_larger)])


def _above_larger(bedrooms: int) -> str:
    """That an own rent lies above a published one that should be higher."""
    return say_count(
        bedrooms,
        "Its rent for {count} bedroom is above the one taken for more bedrooms; check it, or give that one too.",
        "Its rent for {count} bedrooms is above the one taken for more bedrooms; check it, or give that one too.",
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
        return say("{title} ({code}): BLS projects no openings for it.", title=asked.title, code=asked.code)
    openings, values = round(asked.annual_openings), {"title": asked.title, "code": asked.code}
    values["share"] = percent(abs(asked.growth))
    if asked.growth < 0:
        return say_count(
            openings,
            "{title} ({code}): about {count} opening a year in the country, {share} fewer jobs from 2024 to 2034 (BLS "
            "projections).",
            "{title} ({code}): about {count} openings a year in the country, {share} fewer jobs from 2024 to 2034 (BLS "
            "projections).",
            **values,
        )
    return say_count(
        openings,
        "{title} ({code}): about {count} opening a year in the country, {share} more jobs from 2024 to 2034 (BLS "
        "projections).",
        "{title} ({code}): about {count} openings a year in the country, {share} more jobs from 2024 to 2034 (BLS "
        "projections).",
        **values,
    )


def _work(terms: Terms) -> str:
    """How many hours are taken to be worked, and how much of a life."""
    hours = _hours(terms)
    if any(notice.code == "population" for notice in terms.warnings):
        return say(
            "Assumes {hours}, year-round work of those at work, and counts in people out of work (see the note).",
            hours=hours,
        )
    return say(
        "Assumes {hours}, a job or looking for one in every year, with the unemployment and part-time work of people "
        "like this person.",
        hours=hours,
    )


def _hours(terms: Terms) -> str:
    hours = [float(notice.values["hours"]) for notice in terms.warnings if notice.code == "hours"]
    return say_count(hours[0], "{count} hour a week", "{count} hours a week") if hours else say("full-time")


def not_modelled(terms: Terms) -> str:
    """What a reader might expect and will not find."""
    if terms.household is None:
        return say(
            "taxes, benefits and benefit cliffs, local wages and prices, overtime in apprentice occupations, "
            "employer-paid benefits (a line of their own in --json), and what happens when many choose the same "
            "pathway."
        )
    return say(
        "{left_out}, local prices other than in basic needs, overtime in apprentice occupations, employer-paid "
        "benefits (a line of their own in --json), and what happens when many choose the same pathway.",
        left_out=household.left_out(terms.household),
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
    if isinstance(price_year, int):
        value = say("{value} in {price_year} dollars", value=value, price_year=price_year)
    parts, said = name.split("."), SET
    if name.startswith(unused):
        said = SET_UNUSED
    elif parts[0] == "pathways" and parts[1] not in titles:
        said = SET_ABSENT
    return say(said, name=name, value=value, given_by=given_by)


SET = mark("{name} = {value} (from {given_by})")
SET_ABSENT = mark("{name} = {value} (from {given_by}; this pathway is not in the answer)")
SET_UNUSED = mark("{name} = {value} (from {given_by}; not used here)")


def where_from() -> str:
    """How to ask where a number comes from."""
    return say(
        "'mobcalc assumptions list' names every number, 'mobcalc assumptions show NAME' says where it comes from, and "
        "--set NAME=VALUE changes it."
    )
