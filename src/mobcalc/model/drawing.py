"""How an uncertain number is spread over its range, so that its value is the mean."""

from functools import cache

import numpy as np

from mobcalc.model import Array

CERTAINTY = 6.0
"""How far draws keep to the value: the two parameters of the beta distribution add up to it (assumed)."""
STEPS = 200
"""In so many steps the distribution is added up, on either side of its middle."""


def spread(uniform: Array, value: float, low: float, high: float) -> Array:
    """Draws of a number whose mean is its value.

    A beta distribution on the range with the parameters 6 (value - low) / (high - low) and 6 less that.

    Args:
        uniform: numbers from 0 to 1, any shape.
        value: the mean, above `low` and below `high`.
        low: least value.
        high: greatest value.

    Returns:
        Draws, in the shape of `uniform`.
    """
    first = CERTAINTY * (value - low) / (high - low)
    share, passed = _summed(first, CERTAINTY - first)
    drawn: Array = low + (high - low) * np.interp(uniform, passed, share)
    return drawn


@cache
def _summed(first: float, second: float) -> tuple[Array, Array]:
    """Shares of the range, and how much of a beta distribution lies below each (both (points,)).

    With x = sin(angle)^2 the density is sin(angle)^(2 first - 1) cos(angle)^(2 second - 1). At either end it is a power
    of the distance, which is added up exactly, so that it may rise without bound there.
    """
    below, above = _half(first, second), _half(second, first)
    parts = np.concatenate((below, above[::-1]))
    passed = np.concatenate(([0.0], np.cumsum(parts)))
    return _shares(), passed / passed[-1]


def _half(near: float, far: float) -> Array:
    """What lies in each step from one end of the distribution to its middle (steps,)."""
    edges, sine_ratio, cosine = _steps()
    power = np.diff(edges ** (2.0 * near)) / (2.0 * near)
    smooth = sine_ratio ** (2.0 * near - 1.0) * cosine ** (2.0 * far - 1.0)
    parts: Array = power * smooth
    return parts


@cache
def _steps() -> tuple[Array, Array, Array]:
    """Angles from one end to the middle (steps + 1,), and halfway in each step sin(x)/x and cos(x) (both (steps,))."""
    edges = np.linspace(0.0, 0.25 * np.pi, STEPS + 1)
    middle = 0.5 * (edges[1:] + edges[:-1])
    return edges, np.sin(middle) / middle, np.cos(middle)


@cache
def _shares() -> Array:
    """The parts of the range below each point (points,)."""
    share: Array = np.sin(np.linspace(0.0, 0.5 * np.pi, 2 * STEPS + 1)) ** 2
    return share


def normal(uniform: Array) -> Array:
    """Standard normal numbers that belong to uniform ones.

    Args:
        uniform: numbers above 0 and below 1, any shape.

    Returns:
        Numbers, in the same shape.
    """
    at, passed = _normal_summed()
    read: Array = np.interp(uniform, passed, at)
    return read


@cache
def _normal_summed() -> tuple[Array, Array]:
    """Numbers in steps of a thousandth, and how much of the normal distribution lies below each (both (points,))."""
    at = np.linspace(-6.0, 6.0, 12_001)
    density = np.exp(-0.5 * at**2)
    return at, (np.cumsum(density) - 0.5 * density) / density.sum()
