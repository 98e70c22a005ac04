"""The comparison as a document: one screen, and what else is asked for."""

from collections.abc import Collection

from mobcalc.report import compare_screen
from mobcalc.report.tables import Document
from mobcalc.results.compare import Comparison

DETAILS = "details"


def document(comparison: Comparison, shown: Collection[str] = ()) -> Document:
    """One screen with the answer, and what else is asked for.

    Args:
        comparison: the answer.
        shown: sections that are shown besides; all tables and notes for `DETAILS` in place of the screen.
    """
    if not shown:
        return compare_screen.document(comparison)
    from mobcalc.report.compare_details import SECTIONS, everything  # the screen does without

    if DETAILS in shown:
        return everything(comparison)
    more = [part for name, section in SECTIONS.items() if name in shown for part in section(comparison)]
    return [*compare_screen.document(comparison), *more]
