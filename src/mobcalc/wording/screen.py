"""What the one screen of every command says alike: whom it is about, and short names of pathways."""

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from mobcalc.language import mark, say, say_count
from mobcalc.results.basis import Terms
from mobcalc.results.household import HouseholdUsed
from mobcalc.results.provenance import USUAL, OccupationUsed, Provenance, Route
from mobcalc.schema import Family, Sex
from mobcalc.units import FULL_TIME_WEEK
from mobcalc.wording.basis import place_name
from mobcalc.wording.figures import occupation as title_of
from mobcalc.wording.household import described
from mobcalc.wording.numbers import hourly, plain
from mobcalc.wording.pathways import pathway_name

EDUCATION = {
    "less-than-high-school": mark("without a high school diploma"),
    "high-school": mark("with a high school diploma"),
    "some-college": mark("with some college"),
    "associate": mark("with an associate degree"),
    "bachelors": mark("with a bachelor's degree"),
}
"""What somebody has already, for the line that says what was asked."""
STARTING = {
    "male": mark("A man starting at {age} {education}, {about}, working to {to}."),
    "female": mark("A woman starting at {age} {education}, {about}, working to {to}."),
    "": mark("A man or woman starting at {age} {education}, {about}, working to {to}."),
}
"""Whom the answer is about, by sex."""
NO_TRAINING, NO_MORE = mark("No training"), mark("No more training")
ANY_FIELD = {
    "associate-degree": mark("Associate (any field)"),
    "bachelors-degree": mark("Bachelor's (any field)"),
    "certificate": mark("Certificate (any field)"),
}
"""What general credentials are called under the title of an occupation, which they are not of."""
KNOWN_AS = {"29-1141": mark("RN"), "29-2061": mark("LPN"), "31-1131": mark("CNA"), "49-9021": mark("HVAC")}
"""Letters by which everybody knows an occupation whose title is longer than a row, by its code."""
COMPARED = {NO_TRAINING: mark("no training"), NO_MORE: mark("no more training")}
"""The same in a sentence."""
MORE = ("some-college", "associate", "bachelors")
"""Educations with which somebody has had some training."""
WIDEST = 27
"""The longest name of a row [characters]."""
MOST_CHANGES = 4
"""So many changes of a client's file are named."""
COUNTRY = mark("US")


class Titled(Protocol):
    """What has the name of a pathway."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def name(self) -> str:
        """Its whole name."""

    @property
    def family(self) -> Family:
        """What kind of pathway it is."""

    @property
    def label(self) -> str | None:
        """A name that is short enough for a row; None where the whole one is."""


class About(Protocol):
    """What is about a person, in a household where there is a place."""

    @property
    def start_age(self) -> int:
        """The age at the start."""

    @property
    def retire_age(self) -> int:
        """The age at which work ends."""

    @property
    def sex(self) -> Sex | None:
        """The sex, if it is said."""

    @property
    def household(self) -> HouseholdUsed | None:
        """Who lives together."""

    @property
    def provenance(self) -> Provenance:
        """The case, the place and the occupation."""


def asked(terms: About) -> str:
    """Whom the answer is about, in one line."""
    case, place = terms.provenance.case, terms.provenance.place
    person = {} if case is None else case.person
    about = _work_now(person)
    home = terms.household
    if home is not None and (home.children or home.adults > 1):
        about.append(described(home))
    about.append(say(COUNTRY) if place is None else place_name(place))
    said = say(
        STARTING.get(terms.sex or "", STARTING[""]),
        age=terms.start_age,
        education=say(EDUCATION[str(person.get("education") or "high-school")]),
        about=", ".join(about),
        to=terms.retire_age,
    )
    occupation = terms.provenance.occupation
    return of_client(terms.provenance, said if occupation is None else f"{title_of(occupation.title)}. {said}")


def _work_now(person: Mapping[str, Any]) -> list[str]:
    """What the person is paid now, and hours that are not the usual ones."""
    about = [say("now at {wage} an hour", wage=hourly(float(person["wage"])))] if person.get("wage") else []
    hours = float(person.get("weekly_hours") or FULL_TIME_WEEK)
    if hours != FULL_TIME_WEEK:
        about.append(say_count(hours, "{count} hour a week", "{count} hours a week"))
    return about


def of_client(provenance: Provenance, said: str) -> str:
    """The first line of a screen, which begins with the name of the client's file, where there is one."""
    client = provenance.client
    return said if client is None else f"{client.name}: {said}"


def followed(provenance: Provenance, pathway: str) -> list[str]:
    """Why the route into an occupation that is followed is that one; nothing where it was asked for by its own name.

    Args:
        provenance: what was asked.
        pathway: the id of the one that is followed.
    """
    occupation, case = provenance.occupation, provenance.case
    if occupation is None or case is None or pathway in case.pathways[:1]:
        return []
    route = next((one for one in occupation.routes if one.pathway == pathway), None)
    if route is None:
        return []
    if case.pathways:
        return [say("It stands for '{name}', since an occupation is given.", name=case.pathways[0])]
    return _why_followed(occupation, route)


def _why_followed(occupation: OccupationUsed, route: Route) -> list[str]:
    """Why a route into an occupation is followed that was not named, and another that may be."""
    if route.kind == "apprenticeship" and not occupation.is_listed:
        return [say("Few enter this work through an apprenticeship.")]
    other = next((one.pathway for one in occupation.routes if one.pathway not in (None, route.pathway)), None)
    if other is None:
        return []
    if route.reason in USUAL or route.kind == "apprenticeship":
        return [say("It is followed as the usual way into this work; another: --pathway {name}", name=other)]
    return [say("It is followed as one of the ways into this work; another: --pathway {name}", name=other)]


def flag_changes(provenance: Provenance) -> list[str]:
    """What flags changed of a client's file, in one sentence; nothing where they did not."""
    client = provenance.client
    if client is None or not client.changed:
        return []
    first, *others = [(one.key, _given(one.key, one.value), _given(one.key, one.before)) for one in client.changed]
    key, value, before = first
    parts = [say("{key} {value} ({before} in {file})", key=key, value=value, before=before, file=client.file)]
    parts += [f"{key} {value} ({before})" for key, value, before in others[: MOST_CHANGES - 1]]
    if len(client.changed) > MOST_CHANGES:
        parts.append(say("{number} more", number=len(client.changed) - MOST_CHANGES))
    return [say("Changed by flags: {changes}.", changes="; ".join(parts))]


def flag_changes_of_several(known: Sequence[Provenance]) -> list[str]:
    """What flags changed of several clients' files, each with what stands there; nothing where they did not."""
    changed: dict[tuple[str, str], list[str]] = {}
    for client in (one.client for one in known if one.client is not None):
        for one in client.changed:
            before = f"{client.name} {_given(one.key, one.before)}"
            changed.setdefault((one.key, _given(one.key, one.value)), []).append(before)
    parts = [f"{key} {value} ({', '.join(dict.fromkeys(befores))})" for (key, value), befores in changed.items()]
    if len(parts) > MOST_CHANGES:
        parts[MOST_CHANGES:] = [say("{number} more", number=len(parts) - MOST_CHANGES)]
    return [say("Changed by flags: {changes}.", changes="; ".join(parts))] if parts else []


def supports(provenance: Provenance) -> list[str]:
    """Which help in training is counted, in one sentence; nothing without any."""
    if not provenance.supports:
        return []
    beside = provenance.supports_left_out
    counted, no_gain = (
        ", ".join(say(name).lower() for name in provenance.supports if (name in beside) == is_left_out)
        for is_left_out in (False, True)
    )
    said = []
    if counted:
        said.append(
            say("Counted in training: {supports}. Who pays for that is not in it (mobcalc program).", supports=counted)
        )
    if no_gain:
        said.append(
            say(
                "No gain: {supports}, since gains leave that bill out. To count it give the bill, such as --set "
                "person.child_care=6000.",
                supports=no_gain,
            )
        )
    return said


def _given(key: str, value: Any) -> str:
    """A value as somebody would write it; pay of an hour with its cents."""
    if isinstance(value, float):
        return f"{value:.2f}" if key == "wage" and value != int(value) else plain(value)
    if isinstance(value, list):
        return ", ".join(_given(key, one) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_given(key, one)}" for name, one in value.items())
    return str(value)


def labels(terms: Terms, shown: Sequence[Titled]) -> dict[str, str]:
    """What pathways are called, by id: short where that tells them apart."""
    return _told_apart([{one.id: name(one, terms) for one in shown} for name in (_label, _of_occupation, _whole)])


def _told_apart(choices: list[dict[str, str]]) -> dict[str, str]:
    """Of several names of each row the first that no other row has, the last in any case."""
    first, *others = choices
    if not others:
        return first
    several = {name for name in first.values() if list(first.values()).count(name) > 1}
    return {row: _told_apart(others)[row] if name in several else name for row, name in first.items()}


def _whole(one: Titled, _terms: Terms) -> str:
    return pathway_name(one.name)


def _of_occupation(one: Titled, terms: Terms) -> str:
    """A route with its occupation, unless that is the one above the table; of other names the first words."""
    route, colon, _ = one.name.partition(":")
    if colon:
        occupation = terms.provenance.occupation
        if occupation is not None and one.id.endswith(f"-{occupation.code}"):
            return say(route)
        letters = next((letters for code, letters in KNOWN_AS.items() if one.id.endswith(f"-{code}")), None)
        if letters is not None:
            return f"{say(route)}: {say(letters)}"
    return textwrap.wrap(pathway_name(one.name), WIDEST)[0].rstrip(",")


def _label(one: Titled, terms: Terms) -> str:
    """The short name of one row."""
    if one.family == "none":
        case = terms.provenance.case
        held = None if case is None else case.person.get("education")
        return say(NO_MORE if held in MORE else NO_TRAINING)
    if any(own.name == f"pathways.{one.id}.name" for own in terms.provenance.overrides):
        return one.name
    if terms.provenance.occupation is not None and one.id in ANY_FIELD:
        return say(ANY_FIELD[one.id])
    route, colon, _ = one.name.partition(":")
    # A route into an occupation: the line above the table names the occupation.
    return say(route if colon else one.label or one.name)


def left(number: int) -> str:
    """That a search found more than is shown."""
    return say("{number} more: --details, or a longer name.", number=number)


def than(name: str) -> str:
    """What a pathway is compared with, in a sentence."""
    compared = {say(row): words for row, words in COMPARED.items()}
    return say(compared[name]) if name in compared else say("'{name}'", name=name)
