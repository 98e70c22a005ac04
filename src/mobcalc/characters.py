"""Characters that a terminal or an editor obeys instead of showing them."""

import re

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters but tabs and line ends, those that turn the direction of a text or end its line unseen, and
halves of characters, which stand for what is no text at all."""


def visible(text: str) -> str:
    r"""The text with escapes such as `\x1b` in place of characters that would be obeyed."""
    return OBEYED.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
