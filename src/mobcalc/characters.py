"""Characters that a terminal obeys instead of showing them, or cannot show."""

import codecs
import re
from functools import cache


@cache
def obeyed() -> re.Pattern[str]:
    """What matches a character that a terminal obeys.

    Control characters but tabs and line ends, those that turn the direction of a text or end its line unseen, and
    halves of characters, which stand for what is no text at all.
    """
    return re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    r"""The text with escapes such as `\x1b` in place of characters that would be obeyed."""
    # What can be printed holds none of them, and to make the pattern takes longer than to look.
    if text.replace("\n", "").isprintable():
        return text
    return obeyed().sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def _plainer(error: UnicodeError) -> tuple[str, int]:
    """What stands for characters that an encoding lacks: the letter without its accent, else a question mark."""
    import unicodedata  # only on terminals that do not have them

    if not isinstance(error, UnicodeEncodeError):
        raise error
    spelled = "".join(SPELLED.get(one, one) for one in error.object[error.start : error.end])
    plain = unicodedata.normalize("NFKD", spelled)
    letters = "".join(one if one.isascii() else SIGNS.get(one, "?") for one in plain if not unicodedata.combining(one))
    return letters, error.end


SPELLED = {"\u00f1": "ni", "\u00d1": "Ni"}
"""Letters that make another word without their sign."""
SIGNS = {"\u00bf": "", "\u00a1": "", "\u2013": "-", "\u2014": "-", "\u2019": "'", "\u201c": '"', "\u201d": '"'}
"""Signs with others that any terminal has; Spanish sentences are understood without their first mark."""
codecs.register_error("plainer", _plainer)


def encoded(text: str, encoding: str) -> bytes:
    """The text as bytes, accents left off where the encoding has none."""
    return text.encode(encoding, "plainer")
