"""Living wage certifications, shipped beside the assumptions or in a file of a city's own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from mobcalc.errors import InputError, Problem, input_error
from mobcalc.loader.files import shipped_ids, shipped_or_own, text_of
from mobcalc.loader.nodes import Mapping
from mobcalc.loader.number_checks import amount
from mobcalc.loader.overlay import Overlay
from mobcalc.loader.parsing import parse
from mobcalc.loader.problems import collecting
from mobcalc.schema.certification import Certification, CertificationRecords
from mobcalc.units import nearest_word

FOLDER, GUIDE = "certifications", "docs/raises.md"


class LoadedCertification(NamedTuple):
    """A certification with its id and file."""

    id: str
    certification: CertificationRecords
    file: str


def certification_ids() -> list[str]:
    """The ids of the shipped certifications, sorted."""
    return shipped_ids(FOLDER)


def certification_of(asked: str) -> LoadedCertification:
    """The certification of an id, or in a file.

    Args:
        asked: the id of a shipped one, or the name of a file.

    Raises:
        InputError: where there is none, or with all that is wrong in it.
    """
    known = certification_ids()
    if (there := shipped_or_own(asked, FOLDER)) is None:
        hint = _meant(asked, known) or f"name a file ending in .yaml, or one of {', '.join(known)}"
        raise input_error("--certify", "", f"there is no certification '{asked}'", hint)
    path, shown = there
    with collecting() as problems:
        made = _read(path, shown, problems, is_shipped=asked in known)
    if problems:
        raise InputError(problems)
    assert made is not None
    return LoadedCertification(path.stem, made, shown)


def _meant(asked: str, known: list[str]) -> str:
    """The certification that was probably meant, by its id or by the city alone; empty where none is like it."""
    words = {name.rpartition("-")[0]: name for name in known} | {name: name for name in known}
    close = nearest_word(asked.lower(), words)
    return f"did you mean {words[close]}?" if close else ""


def _read(path: Path, shown: str, problems: list[Problem], *, is_shipped: bool) -> CertificationRecords | None:
    """What a file says, with what is wrong in it added to the problems."""
    text = text_of(path, shown, problems)
    tree = None if text is None else parse(text, shown, problems)
    if tree is not None and not isinstance(tree, Mapping):
        problems.append(Problem(shown, "", "a mapping is needed here", f"write 'name: value' lines; see {GUIDE}"))
    if not isinstance(tree, Mapping):
        return None
    read = Overlay(is_shipped, problems, guide=GUIDE)
    made: CertificationRecords | None = read.struct(tree, Certification[Any], None, "")
    if made is not None and not problems:
        problems.extend(_of_tiers(made, shown))
    return made


def _of_tiers(made: CertificationRecords, shown: str) -> Iterator[Problem]:
    """What is wrong with the tiers as a whole: none, two alike, or one that insurance leaves nothing of."""
    if not made.tiers:
        yield Problem(shown, "tiers", "there is no tier", f"give at least one; see {GUIDE}")
    names: dict[float, str] = {}
    for name, tier in made.tiers.items():
        wage = amount(tier.wage)
        if wage in names:
            what = f"it asks as much as {names[wage]}, {wage:.2f} dollars an hour"
            yield Problem(tier.wage.where, f"tiers.{name}.wage", what, "tiers differ in what they ask")
        names[wage] = name
    less = made.less_with_insurance
    if less is not None and names and amount(less) >= min(names):
        what = f"{amount(less):.2f} dollars less leaves nothing of the lowest tier"
        yield Problem(less.where, "less_with_insurance", what, "give what is asked less of an hour's pay")
