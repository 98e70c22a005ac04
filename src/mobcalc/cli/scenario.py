"""The one reader of cases: whom, where, which pathways and which assumptions any command is asked about.

A scenario file and the flags beside it mean the same in every command: flags win over the file, and the apprenticeship
in an occupation belongs to the pathways asked for.
"""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from msgspec import Struct

from mobcalc.cli.area import Asked, place_asked, place_flags, place_used
from mobcalc.cli.flag_changes import client_used, going_on, with_pathways
from mobcalc.cli.layers import layers
from mobcalc.cli.memory import Kept, anew
from mobcalc.cli.options import Output, Pathways, Place, Values
from mobcalc.cli.runs import CaseRead, current
from mobcalc.errors import input_error
from mobcalc.loader.bundle import bundled
from mobcalc.loader.layers import Flag, Layers, Loaded
from mobcalc.loader.loading import load, place_in
from mobcalc.provenance import provenance
from mobcalc.results.provenance import USUAL, CaseUsed, LocalUsed, OccupationUsed, Provenance, Route
from mobcalc.schema import ALL, COUNTERFACTUAL, Assumption, Pathway, Records, leaves

if TYPE_CHECKING:
    from mobcalc.cli.surveys import Surveys
    from mobcalc.store.ladders import Goal

OCCUPATION_FLAG = "--occupation"
RENTS = "place.rents"


class Here(NamedTuple):
    """Assumptions in force, and where they came from; `occupation_by` is what named the occupation, if anything did."""

    loaded: Loaded
    provenance: Provenance
    occupation_by: str = ""


class ProgramSaid(NamedTuple):
    """What a program's file says of the place and the occupation, and of those who take part by dotted name."""

    place: Asked
    values: Sequence[Flag]


class Case(NamedTuple):
    """What a command is asked about.

    `pathways` are the ids asked for, in that order, 'all' among them; none for those that `compare` shows by default.
    `where` is what asked for them, a flag or a file and line.
    """

    loaded: Loaded
    provenance: Provenance
    pathways: tuple[str, ...]
    baseline: str
    where: str


def read_case(here: Here, pathways: Pathways, baseline_flag: str = "--baseline") -> Case:
    """The case of the assumptions in force, with the pathways asked about.

    Args:
        here: the assumptions in force.
        pathways: what flags say of the pathways.
        baseline_flag: what the flag is called that gives the baseline.

    Raises:
        InputError: for an id that no pathway has, naming where it was given.
    """
    loaded = here.loaded
    chosen, where = _asked_for(here, pathways)
    _check([name for name in chosen if name != ALL], loaded, where)
    run = current()
    start = None if run is None else run.start
    baseline, by = pathways.baseline, baseline_flag
    if baseline is None and start is not None:
        baseline, by = start.baseline, start.file
    if baseline is None:
        baseline, by = loaded.choice.baseline or COUNTERFACTUAL, loaded.choice.where
    _check([baseline], loaded, by)
    _check_terms_are_of_something(here, chosen)
    used = CaseUsed(_person(loaded.assumptions), list(chosen), baseline, _rate(loaded.assumptions))
    known = with_pathways(msgspec.structs.replace(here.provenance, case=used), pathways, loaded.choice, start)
    return Case(loaded, known, chosen, baseline, where)


def _check_terms_are_of_something(here: Here, chosen: Sequence[str]) -> None:
    """Refuse a price or a length of nothing: which training it is of has to be said.

    Raises:
        InputError: where neither a pathway nor an occupation is asked for, or two steps are.
    """
    person, occupation = here.loaded.assumptions.person, here.provenance.occupation
    asked, is_ladder = occupation is not None or bool(chosen), occupation is not None and _is_ladder(occupation)
    for name, given in (("training_cost", person.training_cost), ("training_length", person.training_length)):
        if given is not None and is_ladder:
            what = "it is not said which of the two steps it is for"
            raise input_error(given.where, f"person.{name}", what, "ask about one step at a time with --occupation")
        if given is not None and (not asked or ALL in chosen):
            what = "it is not said which training it is for"
            hint = "add --occupation NAME, or name one with --pathway ID"
            raise input_error(given.where, f"person.{name}", what, hint)


def only_pathway(case: Case, command: str, kind: str | None = None) -> str | None:
    """The one pathway asked for, for a command that can serve no more; None where none is.

    An occupation asked for by itself means the usual route into it; a general pathway beside it, the route for that.

    Args:
        case: what is asked about.
        command: its name.
        kind: the kind of route that the command is about, where it is about one.

    Raises:
        InputError: where several are asked for.
    """
    occupation = case.provenance.occupation
    if not case.pathways:
        return None if occupation is None else _usual_route(occupation, kind)
    if occupation is not None and (route := _route_in_place_of(case.pathways, occupation)) is not None:
        return route
    if ALL in case.pathways or len(case.pathways) > 1:
        several = ALL if ALL in case.pathways else ", ".join(case.pathways)
        what = f"{command} is about one pathway, and these are asked for: {several}"
        both = case.where == "--pathway" and occupation is not None
        hint = "leave out --occupation or --pathway" if both else "name one with --pathway ID"
        raise input_error(case.where, "", what, hint)
    return case.pathways[0]


def _usual_route(occupation: OccupationUsed, kind: str | None) -> str:
    """The id of the route of a kind; without a kind of steps asked for, of the one that BLS lists, or of another."""
    routes = [route for route in occupation.routes if route.pathway is not None]

    def rank(route: Route) -> int:
        if route.kind == kind or route.after is not None:
            return 0
        is_usual = occupation.is_listed if route.kind == "apprenticeship" else route.reason in USUAL
        # An apprenticeship that BLS does not list is one that few enter.
        return 1 if is_usual else 3 if route.kind == "apprenticeship" else 2

    return str(min(routes, key=rank).pathway)


def _route_in_place_of(asked: Sequence[str], occupation: OccupationUsed) -> str | None:
    """The id of the route into an occupation in the place of the general pathway asked for; None where none is."""
    from mobcalc.store.occupation_pathway import GENERAL

    named = [name for name in asked if name not in _routes_into(occupation)]
    kinds = [kind for kind, name in GENERAL.items() if named == [name]]
    found = (route.pathway for kind in kinds for route in occupation.routes if route.kind == kind and route.pathway)
    return next(found, None)


def _asked_for(here: Here, pathways: Pathways) -> tuple[tuple[str, ...], str]:
    """The ids asked for, and what asked for them: flags or, where they name no pathway, the scenario file."""
    choice, occupation, flagged = here.loaded.choice, here.provenance.occupation, pathways.pathway
    chosen, where = (flagged, "--pathway") if flagged else (choice.pathways, choice.where)
    # An occupation in the file is part of what the file chooses, over which --pathway wins.
    is_part = not flagged or here.occupation_by == OCCUPATION_FLAG
    routes = [] if occupation is None or not is_part else _routes_into(occupation)
    # Who names one of the routes wants that one.
    if chosen and ALL not in chosen and not set(routes) & set(chosen):
        chosen = [*chosen, *routes]
    return tuple(dict.fromkeys(chosen)), where


def _routes_into(occupation: OccupationUsed) -> list[str]:
    """The ids of the pathways into an occupation."""
    return [route.pathway for route in occupation.routes if route.pathway is not None]


def _is_ladder(occupation: OccupationUsed) -> bool:
    """Whether an occupation is asked about as the second of two steps."""
    return any(route.after is not None for route in occupation.routes)


def _check(ids: Sequence[str], loaded: Loaded, where: str) -> None:
    from mobcalc.projection.case import check_ids

    check_ids(loaded.assumptions, ids, where)


def _person(assumptions: Records) -> dict[str, Any]:
    """What is known of the person and the household, by the names of the schema."""
    known = {name: leaf.value if isinstance(leaf, Assumption) else leaf for name, leaf in leaves(assumptions.person)}
    return {name: value for name, value in known.items() if value is not None}


def _rate(assumptions: Records) -> float:
    rate = assumptions.economy.discount_rate.value
    assert isinstance(rate, float)
    return rate


def load_here(
    values: Values,
    output: Output,
    place: Place,
    said: Sequence[Struct] = (),
    scenario: str | None = None,
    *,
    draft: str | None = None,
    is_fresh: bool = False,
    program: ProgramSaid | None = None,
    kept: Kept = anew,
    keeps_low_wage: bool = False,
) -> Here:
    """The assumptions for what the flags and the scenario file say, local figures in them.

    Args:
        values: assumptions by name or by file.
        output: where the answer goes.
        place: where, and which occupation.
        said: what else was said in flags, of the person, the household or the rate.
        scenario: a scenario file.
        draft: what the scenario file would hold, where it is not written yet.
        is_fresh: whether the bundled files are read anew, whatever the compiled copy says.
        program: what a program's file says of the place and of those who take part.
        kept: what cases before this one have looked up.
        keeps_low_wage: whether a wage below the minimum is kept, since people report such.

    Raises:
        InputError: for a place or an occupation that is not known or not clear, and for all that loading refuses.
    """
    given = layers(values, output, said, scenario)._replace(draft=draft, keeps_low_wage=keeps_low_wage)
    flags = place_flags(place)
    place_said = place_in(scenario, draft)
    asked = {**_kept(place_said, flags), **flags}
    if program is not None:
        given, asked = given._replace(program=program.values), {**program.place, **asked}
    own = _surveys(values)
    if values.prices is not None and not asked.keys() & {"state", "county", "metro"}:
        raise input_error("--prices", "", "there is no place that they are of", "add --state, --county or --metro")
    if not asked and own is None:
        loaded = load(given, routes=_pathway_of_route, is_fresh=is_fresh, compiled=_shipped(kept))
        here = Here(loaded, provenance(loaded))
    else:
        here = _local(given, asked, own, is_fresh, kept)
    client = None if scenario is None else client_used(scenario, here.loaded, place_said, asked)
    run = current()
    if run is not None:
        run.cases.append(CaseRead(scenario, here.loaded, here.provenance))
        client = client if run.start is None else going_on(run.start, client)
    if client is None:
        return here
    return here._replace(provenance=msgspec.structs.replace(here.provenance, client=client))


def _shipped(kept: Kept) -> Records | None:
    """The bundled assumptions, where many cases share them."""
    return None if kept is anew else kept("shipped", bundled)


def _pathway_of_route(records: Records, name: str) -> Pathway[Assumption, Assumption]:
    """The pathway of a route into an occupation by its id, as it is where that is asked for.

    Raises:
        InputError: where there is no such occupation or no such route into it.
    """
    from mobcalc.store.occupation_pathway import pathway_of_route

    return pathway_of_route(records, name)


def _kept(said: Asked, flags: Asked) -> Asked:
    """What a file says of the place that holds beside the flags: a county belongs to its own state."""
    if "state" not in flags:
        return said
    from mobcalc.store.codes import state_of

    if "state" in said and state_of(*said["state"]) == state_of(*flags["state"]):
        return said
    return {name: of for name, of in said.items() if name not in ("county", "metro")}


def _surveys(values: Values) -> "Surveys | None":
    """A city's own wages and prices, where files of them are given."""
    if values.wages is None and values.prices is None:
        return None
    from mobcalc.cli.surveys import surveys

    return surveys(values.wages, values.prices)


def _local(given: Layers, asked: Asked, own: "Surveys | None", is_fresh: bool, kept: Kept) -> Here:
    """The assumptions of a place or an occupation, and what own surveys say of them."""
    # The store takes SQLite with it, which only these answers need.
    from mobcalc.store.local_assumptions import localized
    from mobcalc.store.place_figures import LocalFigure

    where = kept(("place", *sorted(asked.items())), lambda: place_asked(asked))
    goal = kept(("goal", asked.get("occupation")), lambda: _goal(asked))
    figures: list[LocalFigure] = []

    def put(records: Records) -> Records:
        """The records with local figures laid over them, which are kept to be shown."""
        laid_over = kept(("local", where, goal), lambda: localized(records, where, goal))
        figures.extend(laid_over.figures)
        found: Records = laid_over.records
        return found

    if own is not None:
        given = given._replace(surveyed=partial(own.flags, where))
    loaded = load(given, put, _pathway_of_route, is_fresh=is_fresh, compiled=_shipped(kept))
    used = [
        LocalUsed(
            name=f.name,
            value=f.record.value,
            unit=f.record.unit,
            price_year=f.record.price_year,
            area=f.area,
            period=f.period,
            rule=f.rule,
            source=f.record.source,
            factor=f.factor,
            detail=f.detail,
        )
        for f in figures
    ]
    by = asked["occupation"][1] if "occupation" in asked else ""
    known = provenance(loaded, place_used(where), kept(("used", goal), lambda: _occupation_used(goal)), used)
    if own is not None:
        areas = {figure.name: figure.area for figure in used}
        known = msgspec.structs.replace(known, surveys=own.used(where, loaded.assumptions, areas))
        known = msgspec.structs.replace(known, local_figures=_with_rents(known, used))
    return Here(loaded, known, by)


def _with_rents(known: Provenance, local: Sequence[LocalUsed]) -> list[LocalUsed]:
    """The local figures in force, published rents among them where own ones are not of every size."""
    of_rents = [name for survey in known.surveys for name in survey.figures if name.startswith(f"{RENTS}.")]
    rents = [figure for figure in local if figure.name == RENTS and isinstance(figure.value, list)]
    left = [figure for figure in rents if 0 < len(of_rents) < len(figure.value)]
    return [*known.local_figures, *left]


def _goal(asked: Asked) -> "Goal | None":
    from mobcalc.store.ladders import goal_of

    return goal_of(*asked["occupation"]) if "occupation" in asked else None


def _occupation_used(goal: "Goal | None") -> OccupationUsed | None:
    if goal is None:
        return None
    from mobcalc.store.ladders import routes_to
    from mobcalc.store.occupation_pathway import APPRENTICESHIP
    from mobcalc.store.wages import demand_of

    occupation = goal.occupation
    demand = demand_of(occupation)
    return OccupationUsed(
        code=occupation.code,
        title=occupation.title,
        routes=routes_to(goal),
        is_listed=demand.training == APPRENTICESHIP,
        entry_education=demand.entry_education,
        on_the_job_training=demand.training,
        annual_openings=demand.openings,
        growth=demand.growth,
        employment=demand.employment,
    )


def search_words(words: Sequence[str], example: str) -> str:
    """The words as one text.

    Raises:
        InputError: when there is no letter or digit in them, or more than in any name.
    """
    from mobcalc.store.codes import refuse_long

    text = " ".join(words).strip()
    if not any(character.isalnum() for character in text):
        raise input_error("", "", "there is no word to look for", f"name something, such as '{example}'")
    refuse_long(text, "")
    return text
