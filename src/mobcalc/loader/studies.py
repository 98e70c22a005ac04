"""Studies, each with the pathway that it was measured on."""

from collections.abc import Mapping
from typing import TypeAlias

import msgspec

from mobcalc.schema import Assumption, Pathway, Records

Pathways: TypeAlias = Mapping[str, Pathway[Assumption, Assumption]]


def with_measured(assumptions: Records, national: Pathways) -> Records:
    """The assumptions in which every study has the pathway that it was measured on.

    Args:
        assumptions: checked, after all layers.
        national: pathways as they are in the country as a whole; what is not among them is as in the assumptions.
    """
    known = {**assumptions.pathways, **national}
    studies = {
        name: msgspec.structs.replace(study, measured_pathway=known[study.measured_on])
        for name, study in assumptions.studies.items()
    }
    return msgspec.structs.replace(assumptions, studies=studies)
