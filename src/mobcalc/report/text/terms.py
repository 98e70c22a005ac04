"""What every answer says of itself: prices, discounting, the person, what the user set, what is left out."""

from mobcalc.report.numbers import percent
from mobcalc.results import Terms


def basis(terms: Terms, baseline: str, shortfalls: tuple[float, float]) -> str:
    """What the figures rest on: prices, discounting, horizon, place, and what is left out.

    Args:
        terms: those of the answer.
        baseline: title of the baseline.
        shortfalls: how far men's and women's actual careers fall below full-time ones [share].
    """
    return (
        f"{terms.price_year} dollars, discount rate {percent(terms.discount_rate)} a year, earnings before taxes and "
        f"benefits to age {terms.retire_age}, baseline '{baseline}', national average, {_sex(terms)}, no random draws. "
        f"Assumes {_hours(terms)}, {_attachment(terms, shortfalls)}. For measured effects only the gain is evidence."
    )


def _attachment(terms: Terms, shortfalls: tuple[float, float]) -> str:
    """How much of a life is taken to be worked."""
    if any(found.code == "population" for found in terms.warnings):
        return "year-round work of those at work, and counts in people out of work (see the note)"
    men, women = (percent(share) for share in shortfalls)
    return f"year-round work; actual careers earn about {men} (men) to {women} (women) less"


def _hours(terms: Terms) -> str:
    hours = [found.values["hours"] for found in terms.warnings if found.code == "hours"]
    return f"{hours[0]:g} hours a week" if hours else "full-time"


def _sex(terms: Terms) -> str:
    return {"male": "a man", "female": "a woman"}.get(terms.sex or "", "men and women together")


def not_modelled() -> str:
    """What a reader might expect and will not find."""
    return (
        "taxes, benefits and benefit cliffs, local wages and prices, overtime in apprentice occupations, "
        "employer-paid benefits (a line of their own in --json), and what happens when many choose the same pathway."
    )


def override(name: str, value: str, price_year: object, given_by: str) -> str:
    """A value that the user gave; money with the year whose dollars it is taken in."""
    dollars_of = f" in {price_year} dollars" if isinstance(price_year, int) else ""
    return f"{name} = {value}{dollars_of} (from {given_by})"


def where_from() -> str:
    """How to ask where a number comes from."""
    return (
        "'mobcalc assumptions list' names every number, 'mobcalc assumptions show NAME' says where it comes from, and "
        "--set NAME=VALUE changes it."
    )
