"""What the `occupations` and `places` commands have to show."""

from collections.abc import Sequence

from mobcalc.cli.options import Area
from mobcalc.cli.printing import Forms
from mobcalc.cli.scenario import place_asked, place_used, state_of_metro
from mobcalc.errors import input_error
from mobcalc.loader.bundled import bundled
from mobcalc.report import occupations as occupation_report
from mobcalc.report import places as place_report
from mobcalc.report.shared.figures import cited
from mobcalc.results import PlaceUsed
from mobcalc.results.lookups import PlaceShown
from mobcalc.store import facts
from mobcalc.store.names import County, State, occupation_of, state_of
from mobcalc.store.occupation_lookup import PROJECTIONS_SOURCE, occupation_shown, occupations_found
from mobcalc.store.place_lookup import place_named, place_shown
from mobcalc.store.place_lookup import place_search as search_places

FLAGS = ("state", "county", "metro")


def occupation_search(words: Sequence[str]) -> Forms:
    """The occupations that some words name."""
    found = occupations_found(_sought(words, "mobcalc occupations search electrician"))
    sources = {key: bundled().sources[key] for key in ("oews-2025", PROJECTIONS_SOURCE)}
    return Forms(
        lambda: occupation_report.search_document(found),
        lambda: occupation_report.search_contract(found, sources),
        lambda: occupation_report.search_rows(found),
    )


def occupation(name: Sequence[str], state: str | None) -> Forms:
    """What is published of one occupation."""
    meant = occupation_of(_sought(name, "mobcalc occupations show electrician"), "")
    shown = occupation_shown(meant, None if state is None else state_of(state, "--state"))
    records = bundled()
    pathway = next((id_ for id_, one in records.pathways.items() if one.occupation == meant.code), None)
    sources = cited(shown.figures, records.sources)
    return Forms(
        lambda: occupation_report.show_document(shown, pathway, sources),
        lambda: occupation_report.show_contract(shown, pathway, sources),
        lambda: occupation_report.show_rows(shown),
    )


def place_search(words: Sequence[str]) -> Forms:
    """The places that some words name."""
    found = search_places(_sought(words, "mobcalc places search Buffalo"))
    return Forms(
        lambda: place_report.search_document(found),
        lambda: place_report.search_contract(found),
        lambda: place_report.search_rows(found),
    )


def place(name: Sequence[str], options: Area) -> Forms:
    """What is published of one place, by its name or by options."""
    text = " ".join(name).strip()
    where = _named(text, options) if text else _by_options(options)
    used, shown = place_used(where), place_shown(where, text)
    assert used is not None
    return _place_forms(used, shown)


def _place_forms(used: PlaceUsed, shown: PlaceShown) -> Forms:
    sources = cited(shown.figures, bundled().sources)
    return Forms(
        lambda: place_report.show_document(used, shown, sources),
        lambda: place_report.show_contract(used, shown, sources),
        lambda: place_report.show_rows(used, shown),
    )


def _named(text: str, options: Area) -> facts.Place:
    """The place of a name or a code, in a state if one is given beside it."""
    for flag in ("county", "metro"):
        if getattr(options, flag) is not None:
            raise input_error(f"--{flag}", "", f"there is a name too: '{text}'", f"give the name or --{flag}, not both")
    state = state_of(options.state, "--state") if options.state is not None else None
    meant = place_named(text, state)
    if isinstance(meant, State):
        return facts.Place(meant)
    if isinstance(meant, County):
        return facts.Place(meant.state, meant)
    return facts.Place(state_of_metro(meant.postals, state, (text, "")), metro=meant)


def _by_options(options: Area) -> facts.Place:
    """The place that options name."""
    asked = {flag: (given, f"--{flag}") for flag in FLAGS if (given := getattr(options, flag)) is not None}
    where = place_asked(asked)
    if where is None:
        raise input_error("", "", "no place was given", "name one, such as 'mobcalc places show \"Chautauqua, NY\"'")
    return where


def _sought(words: Sequence[str], example: str) -> str:
    """The words as one text.

    Raises:
        InputError: when there is no letter or digit in them.
    """
    text = " ".join(words).strip()
    if not any(character.isalnum() for character in text):
        raise input_error("", "", "there is no word to look for", f"name something, such as '{example}'")
    return text
