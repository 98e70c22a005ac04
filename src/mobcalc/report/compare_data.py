"""The comparison as the JSON object of the contract, and as flat rows."""

from typing import Any

from mobcalc.report.formats.json import plain
from mobcalc.report.shared import chances
from mobcalc.report.shared.basis import contract_of
from mobcalc.report.shared.inputs import inputs_of
from mobcalc.results.compare import Comparison
from mobcalc.results.pathways import AGES, BY_AGE, SUMS, Outcomes, PathwayResult, VersusBaseline
from mobcalc.wording import notices

WORST_YEAR = ("age", "left_over", "help_needed")
"""What flat rows say of the worst training year."""


def contract(comparison: Comparison) -> dict[str, Any]:
    """The JSON object of `compare --json`, without format and version."""
    pathways = [_pathway(result) for result in comparison.pathways]
    about = {"household": plain(comparison.household), "living_wage": plain(comparison.living_wage)}
    pairs = {"pairwise_chance_ahead": plain(comparison.pairwise_chance_ahead)}
    return contract_of(comparison, {**about, "pathways": pathways, "ranking": comparison.ranking, **pairs})


def _pathway(result: PathwayResult) -> dict[str, Any]:
    content: dict[str, Any] = plain(result)
    content["why"] = {key: notices.REASONS[reason] for key, reason in result.why.items()}
    content["warnings"] = notices.warnings(result)
    del content["caution"], content["evidence"]
    if result.versus_baseline is not None:
        del content["versus_baseline"]["chances"]
        del content["versus_baseline"]["mean_gain"]
        content["versus_baseline"] |= chances.contract(result.versus_baseline)
    return content


def flat_rows(comparison: Comparison) -> list[dict[str, Any]]:
    """One row per pathway with the names of the JSON, joined by dots; yearly lists are left to the JSON."""
    return [_flat(comparison, result) for result in comparison.pathways]


def _flat(comparison: Comparison, result: PathwayResult) -> dict[str, Any]:
    row = inputs_of(comparison)
    row |= {name: plain(getattr(result, name)) for name in ("id", "name", "family")}
    row |= {name: plain(getattr(result, name)) for name in ("completion_rate", "training_length")}
    row["age_first_year_after_training"] = result.age_first_year_after_training
    for name in ("expected", "completer", "leaver", "quitter"):
        row |= _sums(name, getattr(result, name))
    row |= _versus(result.versus_baseline)
    row |= {f"rank.{horizon}": place for horizon, place in result.rank.items()}
    row["warnings"] = " ".join(notices.warnings(result))
    return row | {"draws": comparison.draws, "seed": comparison.seed}


def _versus(versus: VersusBaseline | None) -> dict[str, Any]:
    """The columns of the comparison with the baseline; empty for the baseline itself."""
    row: dict[str, Any] = {}
    for name in ("gain", "completer_gain", "leaver_gain", "quitter_gain"):
        row |= _sums(f"versus_baseline.{name}", getattr(versus, name, None))
    crossings = versus.break_even_ages if versus else []
    row["versus_baseline.break_even_ages"] = "; ".join(f"{c.age} {c.direction}" for c in crossings)
    for name in ("share_beyond_evidence", "internal_rate_of_return"):
        row[f"versus_baseline.{name}"] = plain(getattr(versus, name, None))
    return row | chances.flat(versus, "versus_baseline")


def _sums(prefix: str, outcomes: Outcomes | None) -> dict[str, Any]:
    values = plain(outcomes) if outcomes is not None else {}
    row = {f"{prefix}.{name}": values.get(name) for name in SUMS}
    for name in BY_AGE:
        row |= {f"{prefix}.{name}.{age}": values.get(name, {}).get(str(age)) for age in AGES}
    worst = values.get("worst_training_year") or {}
    return row | {f"{prefix}.worst_training_year.{name}": worst.get(name) for name in WORST_YEAR}
