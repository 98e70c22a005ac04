"""What training costs the person, year by year, and employer-paid benefits."""

from mobcalc.model import Array


def training_costs(fraction: Array, per_full_time_year: Array, full_time_years: Array, length: Array) -> Array:
    """The person's costs in each year: prices are per full-time year, spread evenly over the time in training.

    Args:
        fraction: part of each year in training [share] (rows, years).
        per_full_time_year: tuition, fees, books and tools less grants [USD/year] (rows, 1).
        full_time_years: full-time years to be paid for until the end [years] (rows, 1).
        length: years that training takes [years] (rows, 1).

    Returns:
        Costs, negative where grants exceed them [USD/year] (rows, years).
    """
    return fraction * per_full_time_year * full_time_years / length


def spread(total: Array, fraction: Array, length: Array) -> Array:
    """A sum of money spread evenly over the time in training.

    Args:
        total: the whole amount [USD] (rows, 1).
        fraction: part of each year in training [share] (rows, years).
        length: years that training takes [years] (rows, 1).

    Returns:
        Amounts [USD/year] (rows, years).
    """
    return total * fraction / length


def fringe(earnings: Array, rate: Array) -> Array:
    """Employer-paid benefits that come with earnings; never part of them.

    Args:
        earnings: earnings [USD/year] (rows, years).
        rate: benefits as a share of earnings [share] (rows, 1).

    Returns:
        Benefits [USD/year] (rows, years).
    """
    return earnings * rate
