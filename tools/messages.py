"""Gathers what mobcalc says, and brings a catalogue up to date with it.

    python tools/messages.py es     src/mobcalc/catalogues/es.po has every message, new ones without a translation

Messages are marked in the code (`mobcalc.language`), or are names, summaries and cautions of shipped files.
"""

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
CODE = ROOT / "src" / "mobcalc"
CATALOGUES = CODE / "catalogues"
PLACES = {"say": (0,), "mark": (0,), "say_count": (1, 2)}
"""The functions whose texts are messages, and which of their arguments those are: the form for one, and for several."""
HEADER = r"""# What mobcalc says, and the same in another language. tools/messages.py keeps the messages up to date.
msgid ""
msgstr ""
"Project-Id-Version: mobcalc\n"
"Language: {language}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"""
"""How a catalogue begins. Its two forms of plurals are those of English, Spanish, German or Portuguese."""
SAID = {
    "pathways/*.yaml": ("name", "name_if_held", "label", "summary", "summary_if_held", "caution", "denominator"),
    "studies/*.yaml": ("name",),
    "certifications/*.yaml": ("name", "remark"),
    "programs/*.yaml": ("name", "label", "summary", "caution", "unknown"),
    "supports/*.yaml": ("name",),
    "sources.yaml": ("label",),
}
"""The keys of texts that screens and sections show, by the files that have them."""


class Message(NamedTuple):
    """English for one thing, where there are two forms English for several, and the files that say it."""

    one: str
    several: str | None
    files: tuple[str, ...]


def messages() -> list[Message]:
    """Every message, in the order in which files say them."""
    found: dict[str, Message] = {}
    for file, one, several in [*_of_code(), *_of_assumptions()]:
        before = found.get(one, Message(one, several, ()))
        files = before.files if file in before.files else (*before.files, file)
        found[one] = Message(one, before.several or several, files)
    return list(found.values())


def _of_code() -> Iterator[tuple[str, str, str | None]]:
    """What the code marks.

    Raises:
        SystemExit: for a message that is put together where it is said, which nobody could translate.
    """
    for file in sorted(CODE.rglob("*.py")):
        calls = [node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Call)]
        for call in sorted(calls, key=lambda one: one.lineno):
            places = PLACES.get(call.func.id, ()) if isinstance(call.func, ast.Name) else ()
            texts = [call.args[place] for place in places]
            if any(isinstance(text, ast.JoinedStr) for text in texts):
                raise SystemExit(f"{file}:{call.lineno}: a message is a plain text, with names in braces")
            match [text.value for text in texts if isinstance(text, ast.Constant) and text.value]:
                case [one]:
                    yield file.relative_to(CODE).as_posix(), one, None
                case [one, several]:
                    yield file.relative_to(CODE).as_posix(), one, several


def _of_assumptions() -> Iterator[tuple[str, str, str | None]]:
    """What shipped files say in words that screens and sections show."""
    for folder, keys in SAID.items():
        for file in sorted((ROOT / "assumptions").glob(folder)):
            for text in _texts(yaml.safe_load(file.read_text()), keys):
                yield file.relative_to(ROOT).as_posix(), " ".join(text.split()), None


def _texts(part: object, keys: tuple[str, ...]) -> Iterator[str]:
    """The texts under some keys, however deep."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key in keys and isinstance(value, str):
                yield value
            else:
                yield from _texts(value, keys)


def catalogue(language: str) -> Catalog:
    """The catalogue of a language as it stands in the repository."""
    file = CATALOGUES / f"{language}.po"
    if not file.exists():
        return _empty(language)
    with file.open("rb") as content:
        return read_po(content, locale=language)


def _empty(language: str) -> Catalog:
    return read_po(io.BytesIO(HEADER.format(language=language).encode()), locale=language)


def renew(language: str) -> tuple[int, int]:
    """Bring a catalogue up to date.

    Returns:
        How many messages there are, and how many of them have no translation.
    """
    known = catalogue(language)
    new = _empty(language)
    for message in messages():
        key = (message.one, message.several) if message.several else message.one
        before = known.get(message.one)
        is_alike = before is not None and (isinstance(before.id, str) == (message.several is None))
        text = before.string if before is not None and is_alike else None
        new.add(key, text, locations=[(file, None) for file in message.files])
    with (CATALOGUES / f"{language}.po").open("wb") as file:
        file.write(HEADER.format(language=language).encode() + b"\n")
        write_po(file, new, width=0, omit_header=True)
    missing = [one for one in new if one.id and not (all(one.string) if one.pluralizable else one.string)]
    return len(new), len(missing)


def compile_all() -> None:
    """Write what is read of each catalogue: NAME.mo beside NAME.po."""
    for file in CATALOGUES.glob("*.po"):
        with file.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, catalogue(file.stem))


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print("{}: {} messages, {} without a translation".format(name, *renew(name)))
    compile_all()
