"""From records to arrays: the same schema, filled with rows of numbers in dollars of the price year.

`point` makes one row of the values themselves; `draws` has the other ways to make rows, and every random number.
"""

from mobcalc.sampling.filling import Arrays, Rows, YearPoints, fill, point, restated
from mobcalc.sampling.person import for_person, given_names

__all__ = ["Arrays", "Rows", "YearPoints", "fill", "for_person", "given_names", "point", "restated"]
