"""The text of a new scenario file: what flags say, in a steady order, with a few words beside each line."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from msgspec import Struct

from mobcalc.characters import visible
from mobcalc.cli.layers import flags_of
from mobcalc.cli.options import Pathways, Place, Settings
from mobcalc.language import mark, say
from mobcalc.loader.edits import listing, scalar
from mobcalc.loader.layers import PERSONAL, PLACE, Flag

PERSON = {
    "age": mark("years old at the start"),
    "sex": mark("female or male; without it both are mixed"),
    "education": mark("finished already"),
    "wage": mark("dollars an hour, now"),
    "hours": mark("a week; 0: out of work now"),
    "retire_age": mark("stops working then"),
    "attachment": mark("attached: at work or looking for it"),
    "years_out": mark("years out of work until now"),
    "out": mark("age and years out of work, planned"),
    "adults": mark("in the household, the client too"),
    "children": mark("their ages now"),
    "partner_earnings": mark("of the second adult, dollars a year"),
    "disability": mark("entitled to SSI at low earnings"),
    "child_care": mark("who pays: paid, subsidized or none"),
    "health_plan": mark("from the employer or the marketplace"),
    "unmarried": mark("two adults, two tax returns"),
    "voucher": mark("has a housing voucher"),
    "tanf": mark("draws TANF (cash)"),
    "school_meals": mark("free only at low earnings"),
    "cost": mark("whole price of the training, dollars"),
    "length": mark("of the training, in years"),
    "no_aid": mark("no grants for this person"),
    "quit_after": mark("years; leaving then is shown too"),
    "loan": mark("borrows up to this, dollars"),
    "loan_rate": mark("real interest a year, 0.04 is 4%"),
    "loan_term": mark("years to repay"),
}
"""What stands beside each key of the person, in the order of the file."""
OTHERS = {
    "place": mark("where they live"),
    "occupation": mark("what they want to be"),
    "pathways": mark("what to compare"),
    "baseline": mark("compared with this"),
    "set": mark("numbers of one's own"),
}
"""What stands beside the other keys."""
COMMENT = 34
"""The column at which what stands beside begins, where a line leaves room for it."""
KEYS = {PERSONAL[key]: key for key in PERSON}
"""The key of the person in the file for each dotted name."""


def case_text(file: str, said: Sequence[Struct], place: Place, pathways: Pathways, settings: Settings) -> str:
    """What the file of a client holds.

    Args:
        file: its name.
        said: what flags say of the person, the household, the training and the rate; sound already.
        place: where, and which occupation.
        pathways: which pathways, and the baseline.
        settings: assumptions by name.
    """
    flags = [flag for options in said for flag in flags_of(options)]
    lines = [f"# {one}" for one in _head(file)] + _person(flags)
    lines += _place({key: text for key in PLACE[:-1] if (text := getattr(place, key)) is not None})
    if place.occupation is not None:
        lines.append(_line("occupation", scalar(place.occupation.strip()), OTHERS["occupation"]))
    if pathways.pathway:
        lines.append(_line("pathways", listing(list(dict.fromkeys(pathways.pathway))), OTHERS["pathways"]))
    if pathways.baseline is not None:
        lines.append(_line("baseline", scalar(pathways.baseline), OTHERS["baseline"]))
    return "\n".join([*lines, *_settings(flags, settings)]) + "\n"


def _head(file: str) -> list[str]:
    """What somebody who opens the file is told."""
    name = "client.yaml" if file == "-" else visible(" ".join(PurePath(file).name.split()))
    return [
        say("One client's case, for: mobcalc compare {file}", file=name),
        say("Change it here, or say: mobcalc case set {file} wage=19", file=name),
    ]


def _person(flags: Sequence[Flag]) -> list[str]:
    """What is said of the person and the household."""
    given = {KEYS[flag.name]: _written(flag) for flag in flags if flag.name in KEYS}
    lines = [_line(f"  {key}", given[key], comment) for key, comment in PERSON.items() if key in given]
    return ["person:", *lines] if lines else []


def _written(flag: Flag) -> str:
    """A value as YAML has it: lists and maps come as such."""
    is_several = flag.name in ("person.children", "person.planned_out")
    return flag.text if is_several else scalar(flag.text.strip())


def _place(given: Mapping[str, str]) -> list[str]:
    if not given:
        return []
    inner = ", ".join(f"{key}: {scalar(text.strip())}" for key, text in given.items())
    return [_line("place", f"{{{inner}}}", OTHERS["place"])]


def _settings(flags: Sequence[Flag], settings: Settings) -> list[str]:
    """The assumptions that are set by name."""
    given = {flag.name: scalar(flag.text.strip()) for flag in flags if flag.name not in KEYS}
    for text in settings.set or []:
        name, _, value = text.partition("=")
        given[name.strip()] = setting(value)
    lines = [f"  {scalar(name)}: {written}" for name, written in given.items()]
    return [_line("set", "", OTHERS["set"]), *lines] if lines else []


def setting(value: str) -> str:
    """The value of an assumption as it was typed, which may be a list, a map or a text in quotes, on one line."""
    text = " ".join(value.split())
    return text if text[:1] in ("{", "[", '"', "'") else scalar(text)


def _line(key: str, written: str, comment: str) -> str:
    start = f"{key}: {written}" if written else f"{key}:"
    return f"{start:<{COMMENT}}  # {say(comment)}"
