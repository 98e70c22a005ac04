"""The equations: arrays in, arrays out, axes (row, year). No files, no printing, no checks.

Values are checked once, when they are loaded. A row is a draw, a variation of one assumption, or a person.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
