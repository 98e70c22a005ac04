"""Counties by FIPS code and by ZIP code."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from mobcalc.errors import InputError, input_error
from mobcalc.store.codes import COVERED, State, ambiguous
from mobcalc.store.counties import CONNECTICUT, COUNTIES, SUCCESSORS, County, as_county, county_with
from mobcalc.store.reference import row, rows

CODE = re.compile(r"(?:(fips|zip|zip code|county code)\s*)?(\d{3,5})(-\d{4})?", re.IGNORECASE)


def by_code(text: str, state: State | None, where: str) -> County:
    """The county of a FIPS code or a ZIP code; where it may be either, which of them has to be said.

    Raises:
        InputError: naming what the code may mean, or what helps where it means nothing.
    """
    code = _read(text)
    county = None if code.is_zip else _of_fips(code.digits, state)
    in_zip = [] if code.is_fips or _is_old(code, state) else _of_zip(code.digits, state)
    found = {one.fips: one for one in ([county] if county else []) + in_zip}
    if len(found) != 1:
        raise _several(code.digits, county, in_zip, where) if found else _unknown(text, code, state, where)
    (only,) = found.values()
    return only if county is not None else only._replace(city=f"ZIP code {code.digits}")


def is_code(text: str) -> bool:
    """Whether a text has the form of a code."""
    return CODE.fullmatch(text.strip()) is not None


class _Code(NamedTuple):
    """Digits, and whether they are said to be a ZIP code or a FIPS code."""

    digits: str
    is_zip: bool
    is_fips: bool


def _read(text: str) -> _Code:
    """What a code says of itself."""
    match = CODE.fullmatch(text.strip())
    assert match is not None
    kind = (match[1] or "").casefold()
    is_zip = kind.startswith("zip") or match[3] is not None
    return _Code(match[2], is_zip, bool(kind) and not is_zip)


def _is_old(code: _Code, state: State | None) -> bool:
    """Whether a code is that of a county that is no more, where nothing says that it is a ZIP code elsewhere."""
    return state is None and not code.is_zip and code.digits in (*SUCCESSORS, *CONNECTICUT)


def _several(digits: str, county: County | None, in_zip: Sequence[County], where: str) -> InputError:
    """The error that a code may mean several counties."""
    zipped = "; ".join(one.in_state for one in in_zip)
    if county is None:
        return ambiguous(where, f"ZIP code {digits}", "places", [one.in_state for one in in_zip])
    what = f"{digits} is the code of {county.in_state}, and a ZIP code in {zipped}"
    return input_error(where, "", what, f"write 'FIPS {digits}' or 'ZIP {digits}', or give the state")


def _of_fips(digits: str, state: State | None) -> County | None:
    """The county of a FIPS code in a state, if there is one."""
    line = row(f"{COUNTIES} WHERE c.fips = ?", digits)
    if line is None or (state is not None and line["postal"] != state.postal):
        return None
    return as_county(line)


def zip_counties(text: str, state: State | None) -> list[County]:
    """The counties in a state that a ZIP code touches; none where a text is no ZIP code."""
    return _of_zip(text.strip(), state)


def _of_zip(digits: str, state: State | None) -> list[County]:
    """The counties that a ZIP code touches in a state."""
    line = row("SELECT counties FROM zip_codes WHERE zip = ?", digits)
    touched = [] if line is None else [county_with(fips) for fips in line["counties"].split()]
    return [county for county in touched if state is None or county.state == state]


def _unknown(text: str, code: _Code, state: State | None, where: str) -> InputError:
    """The error that nothing has a code, with what is known of it."""
    digits, whole = code.digits, code.digits.zfill(5)
    if whole in CONNECTICUT:
        return old_county(whole, whole, where)
    if digits in SUCCESSORS:
        names = "; ".join(f"{county_with(fips).in_state} ({fips})" for fips in SUCCESSORS[digits])
        is_zip = row("SELECT zip FROM zip_codes WHERE zip = ?", digits) is not None
        hint = f"it is now {names}" + (f"; write 'ZIP {digits}' for the ZIP code" if is_zip else "")
        return input_error(where, "", f"{digits} is the code of a county that is no more", hint)
    county = _of_fips(whole, None) if len(digits) < len(whole) else None
    if county is not None:
        # The plain code is asked back where it is a ZIP code too.
        said = f"FIPS {whole}" if _of_zip(whole, state) else whole
        return input_error(where, "", f"'{text}' has {len(digits)} digits", f"{said} is {county.in_state}")
    if _is_in_territory(whole, code):
        return input_error(where, "", f"{digits} is in Puerto Rico or another territory, which is not covered", COVERED)
    inside = f" in {state.name}" if state is not None else ""
    return input_error(where, "", f"there is no county and no ZIP code {digits}{inside}", NO_CODE)


def _is_in_territory(whole: str, code: _Code) -> bool:
    """Whether a code is that of a county in Puerto Rico, or a ZIP code in it or another territory."""
    line = None if code.is_fips else row("SELECT counties FROM zip_codes WHERE zip = ?", whole)
    return whole.startswith("72") if line is None else not line["counties"]


NO_CODE = "'mobcalc places search NAME' finds names and codes"


def old_county(fips: str, said: str, where: str) -> InputError:
    """The error that a county of Connecticut is no more, with the planning regions that its towns are in."""
    lines = rows(
        "SELECT c.name, SUM(t.pop2020) AS people FROM ct_town_oews_area t JOIN counties c "
        "ON c.fips = t.planning_region_fips WHERE t.old_county_fips = ? GROUP BY c.name ORDER BY people DESC",
        fips,
    )
    regions = "; ".join(f"{name}, CT" for name, _ in lines)
    what = f"{said} is a county of Connecticut of before 2022; wages are by planning region since"
    return input_error(where, "", what, f"name the town, or one of {regions}")
