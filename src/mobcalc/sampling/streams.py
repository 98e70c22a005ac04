"""The only room in which random numbers are drawn."""

import hashlib
from collections.abc import Iterable

import numpy as np
from numpy.random import SFC64, Generator, Philox, SeedSequence
from numpy.typing import NDArray

__all__ = ["Generator", "person_keys", "stream", "uniforms_of_people"]


def stream(seed: int, name: str) -> Generator:
    """The random numbers that belong to a name.

    Each name has numbers of its own, so that a further assumption or pathway moves none of the others.

    Args:
        seed: chosen by the user, 0 or more.
        name: what is drawn, such as the dotted name of an assumption.
    """
    words = np.frombuffer(hashlib.sha256(name.encode()).digest(), np.uint32)
    return Generator(SFC64(SeedSequence(seed, spawn_key=words.tolist())))


def uniforms_of_people(
    seed: int, keys: NDArray[np.uint64], name: str, block: int, shape: tuple[int, ...]
) -> NDArray[np.float64]:
    """Uniform numbers that belong to each of many people, whoever the others are (people, *shape).

    Philox counts: keyed by the seed and the person, its counter begins at the name and the block. To move one generator
    from person to person takes a fifth of the time of making one for each.

    Args:
        seed: chosen by the user, 0 or more.
        keys: of the people, as from `person_keys`.
        name: what is drawn, such as the id of a pathway.
        block: which block of it.
        shape: of the numbers of each.
    """
    bits = Philox(key=np.array([seed, 0], np.uint64))
    numbers, state = Generator(bits), bits.state
    state["state"]["counter"][:] = [0, 0, _word(name), block]
    drawn = np.empty((len(keys), *shape))
    for own, key in zip(drawn, keys.tolist(), strict=True):
        state["state"]["key"][1] = key
        bits.state = state
        numbers.random(out=own)
    return drawn


def person_keys(people: Iterable[str]) -> NDArray[np.uint64]:
    """What the random numbers of people are keyed by: the first 64 bits of the SHA-256 of each id (people,)."""
    return np.array([_word(person) for person in people], np.uint64)


def _word(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "little")
