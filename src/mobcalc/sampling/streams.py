"""The only room in which random numbers are drawn."""

import hashlib

import numpy as np
from numpy.random import SFC64, Generator, SeedSequence

__all__ = ["Generator", "stream"]


def stream(seed: int, name: str) -> Generator:
    """The random numbers that belong to a name.

    Each name has numbers of its own, so that a further assumption or pathway moves none of the others.

    Args:
        seed: chosen by the user, 0 or more.
        name: what is drawn, such as the dotted name of an assumption.
    """
    words = np.frombuffer(hashlib.sha256(name.encode()).digest(), np.uint32)
    return Generator(SFC64(SeedSequence(seed, spawn_key=words.tolist())))
