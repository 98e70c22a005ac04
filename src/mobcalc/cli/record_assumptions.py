"""The assumptions of two recorded cases as this version reads them, for who asks what their differences do."""

from typing import TYPE_CHECKING

from mobcalc.loader import checks
from mobcalc.loader.recorded_assumptions import with_recorded
from mobcalc.results.record import RecordedCase
from mobcalc.schema import Records

if TYPE_CHECKING:
    from mobcalc.questions.diff import InForce


def in_both(in_force: Records, first: RecordedCase, second: RecordedCase | None) -> "InForce | None":
    """The assumptions of two cases; None where what is recorded does not go together in this version.

    Args:
        in_force: what this version has in force in the second case.
        first: the case that is compared with.
        second: the case as it is recorded; None where it is the one in force.
    """
    from mobcalc.questions.diff import InForce

    before = with_recorded(in_force, first.assumptions)
    after = in_force if second is None else with_recorded(in_force, second.assumptions)
    if before is None or after is None:
        return None
    return InForce(before, after, lambda records: checks.problems(records, {}))
