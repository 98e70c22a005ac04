"""From records to arrays: the same schema, filled with rows of numbers in dollars of the price year.

`point` makes one row of the values themselves; `sweeps` makes rows that differ in one assumption each.
"""

from mobcalc.sampling.filling import Arrays, Rows, YearPoints, fill, point, restated
from mobcalc.sampling.person import for_person, given_names, hours_in_work

__all__ = ["Arrays", "Rows", "YearPoints", "fill", "for_person", "given_names", "hours_in_work", "point", "restated"]
