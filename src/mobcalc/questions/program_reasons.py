"""Why figures of the answer of `program` are not known."""

from collections.abc import Mapping

from msgspec import Struct

from mobcalc.questions.program_sums import LEAST_GAP
from mobcalc.results.program import ProgramAnswer, Reason, Value

NO_GAIN = ("gained", "public", "returns_with_gap", "ten_years", "career", "living_wage")
"""What there is not where no service has a known effect."""


def reasons(answer: ProgramAnswer, *, is_drawn: bool) -> dict[str, Reason]:
    """The reason for each figure that is not known, by its name or path; those of a level are with the level.

    Args:
        answer: the answer.
        is_drawn: whether there are draws of which parts can be taken.
    """
    why = _of_costs(answer)
    if answer.gained is None:
        return why | dict.fromkeys(NO_GAIN, "nothing_known")
    has_place = answer.public is not None
    if not has_place:
        why |= dict.fromkeys(("gained.kept", "public", "living_wage"), "no_place")
    if answer.returns_with_gap is None:
        why["returns_with_gap"] = _no_gap(answer)
    if answer.living_wage is not None and answer.living_wage.cost_of_one is None:
        why["living_wage.cost_of_one"] = "no_difference"
    no_range: Reason = "too_small" if is_drawn else "no_draws"
    of_gain: dict[str, Reason] = {"earned_range": no_range, "kept_range": no_range if has_place else "no_place"}
    why |= _unknown("gained", answer.gained, of_gain)
    of_public = _no_return(answer)
    for name, value in (("ten_years", answer.ten_years), ("career", answer.career)):
        assert value is not None  # as the gain is known
        why |= _unknown(name, value, _of_value(value, no_range, of_public))
    return why


def _no_return(answer: ProgramAnswer) -> Reason:
    """Why it is not known what comes back of a public dollar, whether or not it is."""
    return "no_place" if answer.public is None else answer.public.why.get("returns_career", "no_cost")


def _no_gap(answer: ProgramAnswer) -> Reason:
    """Why it is not known what comes back of a public dollar with the gap."""
    if answer.public is None:
        return "no_place"
    return "no_gap" if answer.unfunded < LEAST_GAP else "little_paid"


def _of_costs(answer: ProgramAnswer) -> dict[str, Reason]:
    """The reasons for what costs alone leave open, whatever is known of the effect."""
    of_costs: dict[str, Reason] = {"leverage": "no_local_money", "cost_per_finisher": "finishing_not_known"}
    return {name: reason for name, reason in of_costs.items() if getattr(answer, name) is None}


def _unknown(name: str, part: Struct, why: Mapping[str, Reason]) -> dict[str, Reason]:
    """The reasons that hold, by the paths of what is not known of a part of the answer."""
    return {f"{name}.{key}": reason for key, reason in why.items() if getattr(part, key) is None}


def _of_value(value: Value, no_range: Reason, of_public: Reason) -> dict[str, Reason]:
    """Why each ratio would not be known, whether or not it is."""
    comes_back = value.taxpayer is not None and value.net_cost is not None and value.net_cost <= 0.0
    return {
        "participant": "nobody_gives_up",
        "taxpayer": of_public,
        "taxpayer_range": of_public if value.taxpayer is None else no_range,
        "society": "no_cost",
        "society_range": "no_cost" if value.society is None else no_range,
        "net_cost": "no_place",
        "marginal_value": "comes_back" if comes_back else of_public,
    }
