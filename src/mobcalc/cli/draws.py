"""How many lives are drawn, and with which random numbers, as options say it."""

from mobcalc.cli.options import Draws
from mobcalc.errors import input_error
from mobcalc.units import WHOLE_FORM, NotANumberError, number

DRAWS = 10_000
"""How many lives are drawn unless something else is asked for."""
FEWEST_DRAWS, MOST_DRAWS = 100, 1_000_000
"""Between these a chance is worth stating, and memory stays small."""
LAST_SEED = 2**63 - 1


def drawing(asked: Draws, are_needed: bool = False) -> tuple[int, int]:
    """How many lives to draw, and which.

    Args:
        asked: what was given.
        are_needed: whether there is no answer without lives drawn, so that 0 is refused too.

    Raises:
        InputError: when either is not a whole number that can be used.
    """
    draws = DRAWS if asked.draws is None else _whole("--draws", asked.draws)
    if (draws != 0 or are_needed) and not FEWEST_DRAWS <= draws <= MOST_DRAWS:
        hint = f"give {'' if are_needed else '0 for none, or '}{FEWEST_DRAWS} to {MOST_DRAWS}"
        lives = "1 life is" if draws == 1 else f"{draws} lives are"
        raise input_error("--draws", "", f"{lives} too {'few' if draws < FEWEST_DRAWS else 'many'}", hint)
    seed = 0 if asked.seed is None else _whole("--seed", asked.seed)
    if not 0 <= seed <= LAST_SEED:
        raise input_error("--seed", "", f"{seed} cannot be a seed", f"give a whole number from 0 to {LAST_SEED}")
    return draws, seed


def _whole(flag: str, text: str) -> int:
    """A whole number, read as every number is."""
    try:
        amount = number(text.strip(), WHOLE_FORM)
    except NotANumberError as error:
        raise input_error(flag, "", error.what, error.hint) from None
    if amount != int(amount):
        raise input_error(flag, "", f"{text} is not a whole number", "write it without a fraction")
    # Beyond 2^53 a floating-point number is not exact.
    return int(text) if text.strip().isdecimal() else int(amount)
