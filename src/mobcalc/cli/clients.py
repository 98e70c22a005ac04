"""The clients that `compare` and `handout` are about, and the comparison of each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from mobcalc.cli.memory import Kept, anew
from mobcalc.cli.options import Output, Pathways, Place, Rate, Values

if TYPE_CHECKING:
    from mobcalc.cli.scenario import Case, Here
    from mobcalc.results.compare import Comparison


class Asked(NamedTuple):
    """What the flags say of all cases, and of the person that they describe.

    `drawn` are lives and seed, `supports` the ids of help in training. `life_id` is that of a person whose lives have
    luck of their own.
    """

    values: Values
    output: Output
    place: Place
    said: Sequence[Struct]
    rate: Rate
    pathways: Pathways
    drawn: tuple[int, int]
    supports: tuple[str, ...] = ()
    life_id: str | None = None


def case_of(asked: Asked, file: str | None, *, is_described: bool, kept: Kept = anew) -> "tuple[Here, Case]":
    """One case: what a file says and, of the person that they describe, the flags; `kept` is what many cases share."""
    # NumPy takes half of the start-up time, so it comes in only once the flags are known to be sound.
    from mobcalc.cli.scenario import load_here, read_case

    said = (*asked.said, asked.rate) if is_described else (asked.rate,)
    place, has_id = asked.place if is_described else Place(), asked.life_id is not None
    here = load_here(asked.values, asked.output, place, said, file, kept=kept, keeps_low_wage=has_id)
    if asked.supports:
        from mobcalc.cli.supports import supported

        here = supported(here, asked.supports)
    return here, read_case(here, asked.pathways if is_described else Pathways())


def answer_of(asked: Asked, here: "Here", case: "Case", ids: Sequence[str]) -> "Comparison":
    """The comparison of one case."""
    from mobcalc.cli.household import slices
    from mobcalc.questions.basis import Drawing
    from mobcalc.questions.compare import comparison

    table, drawing = slices(here), Drawing(*asked.drawn)
    return comparison(case.loaded.assumptions, case.provenance, ids, case.baseline, table, drawing, asked.life_id)
