"""The language that people read: English messages are their own ids, a catalogue has them in another language.

A message is a whole sentence, a title or the head of a column. What changes in it is named in braces and comes as it is
shown, so that a translator sees the sentence and not its pieces. `tools/messages.py` gathers all messages; the build
hook compiles the catalogues, and English loads none.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from gettext import GNUTranslations
from pathlib import Path

ENGLISH = "en"
CATALOGUES = Path(__file__).parent / "catalogues"
"""Where the catalogues are: `es.po` as translators write it, `es.mo` as it is read."""


class _Spoken:
    """The catalogue of the language that is spoken; one for the whole process, as a locale is."""

    language: str = ENGLISH
    catalogue: GNUTranslations | None = None


def spoken() -> str:
    """The language that is spoken, as the two letters that name it."""
    return _Spoken.language


def languages() -> tuple[str, ...]:
    """The languages there are, English first."""
    return (ENGLISH, *sorted(file.stem for file in CATALOGUES.glob("*.mo")))


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """What is said within is said in a language.

    Args:
        language: one of `languages()`.

    Raises:
        FileNotFoundError: where there is no catalogue of it.
    """
    before = _Spoken.language, _Spoken.catalogue
    _Spoken.language, _Spoken.catalogue = language, None if language == ENGLISH else _catalogue(language)
    try:
        yield
    finally:
        _Spoken.language, _Spoken.catalogue = before


def _catalogue(language: str) -> GNUTranslations:
    with (CATALOGUES / f"{language}.mo").open("rb") as file:
        return GNUTranslations(file)


def mark(message: str) -> str:
    """A message as it is: for tables of messages, each of which is translated by `say` when it is said."""
    return message


def say(message: str, /, **values: object) -> str:
    """A message in the language spoken.

    Args:
        message: English, with names in braces for what changes.
        values: what stands for the names, as it is shown.
    """
    catalogue = _Spoken.catalogue
    # The empty message is the catalogue's own head.
    text = message if catalogue is None or not message else catalogue.gettext(message)
    return text.format_map(values) if values else text


def say_count(count: float, one: str, more: str, /, **values: object) -> str:
    """A message about a number of things: `1 hour`, `1.5 hours`, `2 people`.

    Args:
        count: how many; what is not whole counts as several.
        one: English for exactly one, in which `{count}` is the number.
        more: the same for any other number.
        values: what else stands for names.
    """
    catalogue = _Spoken.catalogue
    if catalogue is None:
        text = one if count == 1 else more
    else:
        text = catalogue.ngettext(one, more, int(count) if count == int(count) else 2)
    number = f"{count:,}" if isinstance(count, int) else f"{count:,g}"
    return text.format_map({"count": number, **values})


def say_like(text: str, messages: Sequence[str]) -> str:
    """A text that was made by filling one of some messages, or is one, in the language spoken; otherwise as it is.

    Args:
        text: English.
        messages: those that it may have been made of, each with names in braces.
    """
    if _Spoken.catalogue is None:
        return text
    for message in messages:
        if filled := re.fullmatch(_pattern(message), text):
            return say(message, **filled.groupdict())
    return say(text)


def _pattern(message: str) -> str:
    """What matches a filled message, with its names."""
    return re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(message))
