"""Which routes lead into an occupation by published tables, and which do not, with the reason for each."""

from collections.abc import Sequence
from typing import NamedTuple

from mobcalc.errors import InputError, input_error
from mobcalc.results.provenance import Route, RouteReason
from mobcalc.schema import Assumption
from mobcalc.store.codes import Occupation, singular
from mobcalc.store.occupation_profile import workers_of
from mobcalc.store.reference import WHERE, rows
from mobcalc.store.wages import Demand, demand_of
from mobcalc.units import counted

KINDS = ("apprenticeship", "certificate", "degree", "on-the-job")
"""The kinds of routes, in the order in which they are listed; with a SOC code they are the ids of pathways."""
HIGH_SCHOOL = ("High school diploma or equivalent", "No formal educational credential", "Some college, no degree")
"""What BLS calls entry without an award after high school."""
SOME_COLLEGE = "Some college, no degree"
LONGER = ("Moderate-term on-the-job training", "Long-term on-the-job training")
LEAST_ASSOCIATE = 0.2
"""From this share of workers with an associate degree on, the degree is a route into the occupation."""
BANDS = {
    "Short-term on-the-job training": (1 / 12, 0.02, 1 / 12),
    "Moderate-term on-the-job training": (0.5, 1 / 12, 1.0),
    "Long-term on-the-job training": (1.5, 1.0, 2.0),
}
"""How long training on the job takes [years]: the value taken, and the bounds of BLS's band."""
ONE_YEAR = 2000.0
"""Hours on the job that count as a year of an apprenticeship, and the least that federal rules ask for."""


def routes_into(occupation: Occupation) -> list[Route]:
    """Every kind of route, with whether the tables support it and why or why not."""
    demand, workers = demand_of(occupation), workers_of(occupation)
    associate = workers.associate or 0.0
    reasons: dict[str, tuple[bool, RouteReason]] = {
        "apprenticeship": (True, "on_list") if _programs(occupation) else (False, "not_on_list"),
        "certificate": _certificate(demand),
        "degree": _degree(demand, associate),
        "on-the-job": _on_the_job(demand),
    }
    return [
        Route(kind, pathway_id(kind, occupation) if exists else None, exists, reason, demand.entry_education, associate)
        for kind, (exists, reason) in reasons.items()
    ]


def pathway_id(kind: str, occupation: Occupation) -> str:
    """The id of the pathway that a route into an occupation is."""
    return f"{kind}-{occupation.code}"


def existing_routes(occupation: Occupation) -> list[Route]:
    """The routes that exist.

    Raises:
        InputError: where there is none.
    """
    found = [route for route in routes_into(occupation) if route.exists]
    if not found:
        raise no_route(occupation)
    return found


def no_route(occupation: Occupation) -> InputError:
    """The error that no training known here leads into an occupation."""
    entry = demand_of(occupation).entry_education
    needs = f"BLS lists {_with_article(entry)} as the usual entry" if entry else "BLS does not list how it is entered"
    what = f"no apprenticeship, certificate or associate degree leads to {occupation.title.lower()}: {needs}"
    hint = "-p bachelors-degree without --occupation compares a degree in general"
    return input_error("--occupation", "", what, hint)


def _with_article(entry: str) -> str:
    lower = f"{entry[0].lower()}{entry[1:]}"
    return lower if lower.startswith(("no ", "some ")) else f"{'an' if lower[0] in 'aeiou' else 'a'} {lower}"


def _certificate(demand: Demand) -> tuple[bool, RouteReason]:
    if demand.entry_education == "Postsecondary nondegree award":
        return True, "award_is_entry"
    if demand.entry_education == "High school diploma or equivalent" and demand.training in LONGER:
        return True, "award_is_guess"
    return (True, "college_is_entry") if demand.entry_education == SOME_COLLEGE else (False, "no_award")


def _degree(demand: Demand, associate: float) -> tuple[bool, RouteReason]:
    if demand.entry_education == "Associate's degree":
        return True, "degree_is_entry"
    return (True, "degree_is_held") if associate >= LEAST_ASSOCIATE else (False, "degree_is_rare")


def _on_the_job(demand: Demand) -> tuple[bool, RouteReason]:
    if demand.entry_education in HIGH_SCHOOL and demand.training in BANDS:
        return True, "trained_on_the_job"
    if demand.entry_education in HIGH_SCHOOL and demand.training == "None":
        return False, "no_training"
    return False, "entry_is_trained"


def term_of(occupation: Occupation) -> Assumption:
    """The hours on the job of an apprenticeship, by the Department of Labor's list of programs.

    Those of the program whose title is the occupation's, by time; otherwise the median of all that fit.
    """
    timed = [p for p in _programs(occupation) if p.hours is not None]
    titles = _titles(occupation)
    named = [p for p in timed if p.title in titles]
    chosen = _by_time(named) or named or timed
    if not chosen:
        note = "Listed by competence and not by hours; federal rules ask for a year at least, so two with a wide range."
        return Assumption(2 * ONE_YEAR, "hours", "assumed", SOURCE, WHERE, range=(ONE_YEAR, 8000.0), note=note)
    middle, wide = _middle(_hours(chosen)), _hours(timed)
    about = "the program of the occupation's title" if named else "all that fit, since none has its title"
    note = f"Median of {counted(len(chosen), 'program')}, {about}; the range is that of all {len(wide)} that fit."
    who = f"registered apprenticeships in the occupation {occupation.title} ({occupation.code})"
    span = _range(wide, middle)
    # The shortest or the longest program of all is what it is, with none beyond it.
    is_bound = span is not None and middle in span
    return Assumption(middle, "hours", "derived", SOURCE, WHERE, None, span, who, note, 2019, is_bound)


SOURCE = "dol-apprenticeable-2019"


def _by_time(programs: Sequence["_Program"]) -> list["_Program"]:
    return [program for program in programs if program.by_time]


def _hours(programs: Sequence["_Program"]) -> list[float]:
    """The hours of programs, the shortest first."""
    return sorted(program.hours for program in programs if program.hours is not None)


def _range(ordered: Sequence[float], middle: float) -> tuple[float, float] | None:
    """From the shortest to the longest, with the middle in it; None where they are all alike."""
    low, high = min(ordered[0], middle), max(ordered[-1], middle)
    return (low, high) if low < high else None


def _middle(ordered: Sequence[float]) -> float:
    """The median of numbers in order."""
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


class _Program(NamedTuple):
    """One whole program: its title in the singular, its hours (None by competence), and whether it goes by time."""

    title: str
    hours: float | None
    by_time: bool


def _programs(occupation: Occupation) -> list[_Program]:
    """The whole programs on the list; rows with a level are steps of others."""
    lines = rows(
        "SELECT title, approach, hours_min, hours_max FROM dol_apprenticeable_occupations_2019 "
        "WHERE ' ' || soc2018 || ' ' LIKE ?",
        # A broad occupation of the wage survey holds all those whose codes begin like its own.
        f"% {occupation.code.removesuffix('0')}%" if occupation.code.endswith("0") else f"% {occupation.code} %",
    )
    return [
        _Program(
            singular(title.partition("(")[0]),
            None if low is None else (float(low) + float(high)) / 2,
            approach == "TB",
        )
        for title, approach, low, high in lines
        if "level" not in title.lower()
    ]


def _titles(occupation: Occupation) -> set[str]:
    """The occupation's title and everyday names in the singular."""
    names = rows("SELECT name FROM occupation_names WHERE occ_code = ?", occupation.code)
    return {singular(occupation.title), *(name for (name,) in names)}
