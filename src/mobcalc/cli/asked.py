"""Which pathways a command is asked about, by its flags or by the scenario file."""

from collections.abc import Sequence

from mobcalc.analysis.choice import ALL, check_ids
from mobcalc.cli.options import Pathways
from mobcalc.loader.given import Loaded
from mobcalc.results import OccupationUsed


def asked(
    loaded: Loaded, pathways: Pathways, occupation: OccupationUsed | None = None
) -> tuple[Sequence[str], str | None]:
    """The ids chosen and the baseline; flags win over the scenario file.

    The apprenticeship in an occupation that was asked for belongs to what was chosen.

    Raises:
        InputError: for an id that no pathway has, naming where it was given.
    """
    chosen = [*(pathways.pathway or loaded.choice.pathways)]
    check_ids(
        loaded.assumptions,
        [name for name in chosen if name != ALL],
        "--pathway" if pathways.pathway else loaded.choice.where,
    )
    baseline = loaded.choice.baseline if pathways.baseline is None else pathways.baseline
    if baseline is not None:
        check_ids(loaded.assumptions, [baseline], loaded.choice.where if pathways.baseline is None else "--baseline")
    return _with_own(chosen, occupation), baseline


def _with_own(chosen: list[str], occupation: OccupationUsed | None) -> list[str]:
    """What was chosen with the apprenticeship in the occupation asked for, if anything was chosen at all."""
    if occupation is None or not chosen or ALL in chosen:
        return chosen
    return list(dict.fromkeys([*chosen, f"apprenticeship-{occupation.code}"]))
