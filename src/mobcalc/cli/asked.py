"""Which pathways a command is asked about, by its flags or by the scenario file."""

from collections.abc import Sequence

from mobcalc.analysis.choice import ALL, check_ids
from mobcalc.cli.options import Pathways
from mobcalc.loader.given import Loaded


def asked(loaded: Loaded, pathways: Pathways) -> tuple[Sequence[str], str | None]:
    """The ids chosen and the baseline; flags win over the scenario file.

    Raises:
        InputError: for an id that no pathway has, naming where it was given.
    """
    chosen = pathways.pathway or loaded.choice.pathways
    named = [name for name in chosen if name != ALL]
    check_ids(loaded.assumptions, named, "--pathway" if pathways.pathway else loaded.choice.where)
    baseline = loaded.choice.baseline if pathways.baseline is None else pathways.baseline
    if baseline is not None:
        check_ids(loaded.assumptions, [baseline], loaded.choice.where if pathways.baseline is None else "--baseline")
    return chosen, baseline
