"""Social security and Medicare taxes, which an employer pays on wages and an employee pays too."""

import numpy as np

from mobcalc.model import Array


def social_insurance(wages: Array, social_security: Array, medicare: Array, maximum: Array) -> Array:
    """What an employer pays on the wages of a year; what an employee does below 200,000 dollars.

    Args:
        wages: of one employee [USD/year] (rows, years).
        social_security: rate up to the maximum [share] (rows, 1).
        medicare: rate on all wages [share] (rows, 1).
        maximum: wages up to which social security tax is paid [USD/year] (rows, 1).

    Returns:
        Taxes [USD/year] (rows, years).

    Source:
        26 U.S.C. 3111 and 3101: the same rates for both.
    """
    taxes: Array = social_security * np.minimum(wages, maximum) + medicare * wages
    return taxes
