"""The interview of `case new --ask`: one question at a time, each answer checked as soon as it is given."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from mobcalc.characters import encoded, visible
from mobcalc.cli.interruption import asking
from mobcalc.cli.options import Home, Output, Place, ProgramAndQuitting, Rate, Settings, Values, Who
from mobcalc.errors import InputError, StoppedError, input_error
from mobcalc.language import mark, say
from mobcalc.report.files import write

if TYPE_CHECKING:
    from mobcalc.cli.scenario import Here

HELP, NOTHING = "?", "-"
"""Answers that explain a question, and that leave it out."""
YES, NO = ("y", "yes", "s", "si", "s\u00ed"), ("n", "no")
MOST_CANDIDATES = 9
"""So many are offered, each by one digit."""


class Said(NamedTuple):
    """What is known of the client so far, as flags say it."""

    who: Who
    program: ProgramAndQuitting
    home: Home
    place: Place
    rate: Rate
    settings: Settings

    def here(self) -> "Here":
        """The assumptions that follow.

        Raises:
            InputError: where something said cannot be.
        """
        from mobcalc.cli.scenario import load_here

        given = (self.who, self.program, self.home, self.rate)
        return load_here(Values(set=self.settings.set), Output(), self.place, given)


class Question(NamedTuple):
    """A question: the group and the option it fills, its words, why it is asked, and what is taken unless said."""

    group: str
    option: str
    words: str
    why: str
    usual: str = ""
    is_asked: Callable[[Said], bool] = lambda _: True
    offered: Callable[[str], list[str]] = lambda _: []
    """Names that an answer may have meant, where it is not clear."""


def _has_partner(said: Said) -> bool:
    return said.home.adults == "2"


def _places(text: str) -> list[str]:
    """The places that a name may mean, each with its state."""
    from mobcalc.store.place_lookup import largest_places

    found = largest_places(text)
    names = [one.name if one.kind == "state" else f"{one.name}, {one.postals[0]}" for one in found]
    return list(dict.fromkeys(names))


def _occupations(text: str) -> list[str]:
    """The occupations that a name may mean."""
    from mobcalc.store.occupation_lookup import occupations_found

    return [one.title for one in occupations_found(text).found]


QUESTIONS = (
    Question("who", "age", mark("Age"), mark("In years, when the training would begin."), "18"),
    Question("who", "sex", mark("Sex: female or male"), mark("Pay differs. Without it men and women are mixed.")),
    Question(
        "who",
        "education",
        mark("Finished school"),
        mark("less-than-hs, high-school, some-college, associate or bachelors."),
        "high-school",
    ),
    Question(
        "place",
        "county",
        mark("Where they live"),
        mark(
            "A city, a county or a ZIP code, such as Tacoma, WA; or a state. Wages, rents and taxes are of the place."
        ),
        offered=_places,
    ),
    Question("who", "wage", mark("Pay an hour, in dollars"), mark("Of the job held now, such as 17.50. None: Enter.")),
    Question("who", "hours", mark("Hours a week"), mark("At work now, or sought; 0 for who is out of work."), "40"),
    Question("home", "adults", mark("Adults in the household"), mark("1 or 2, the client too."), "1"),
    Question("home", "kids", mark("Ages of the children"), mark("Of all under 18 in the household, such as 2, 7.")),
    Question(
        "home",
        "partner_earnings",
        mark("What the other adult earns a year, in dollars"),
        mark("Before taxes, such as 28000. Help and taxes depend on it."),
        "0",
        is_asked=_has_partner,
    ),
    Question(
        "place",
        "occupation",
        mark("Occupation they want"),
        mark("Such as electrician or nurse. Enter: none yet; pathways of all kinds are compared."),
        offered=_occupations,
    ),
)
"""In the order asked. The place comes before the pay, which may not be below the minimum wage there."""


def interview(said: Said) -> Said:
    """What is known of the client after the interview.

    Args:
        said: what flags say, which is offered as the answer.

    Raises:
        InputError: where no terminal is there, or the flags are wrong already.
        StoppedError: where somebody breaks off.
    """
    if not (_is_terminal(sys.stdin) and _is_terminal(sys.stdout)):
        hint = "say it in flags, such as --age 35 --wage 17.50"
        raise input_error("--ask", "", "it asks questions, and this is no terminal", hint)
    said.here()
    _print(say("Enter takes what stands in brackets, ? explains, - leaves out, Ctrl-C ends without a file."))
    for question in QUESTIONS:
        if question.is_asked(said):
            said = _answered(question, said)
    return said


def is_to_be_written(file: str, text: str) -> bool:
    """Whether the file is to be written, which is shown first.

    Raises:
        StoppedError: where somebody breaks off.
    """
    _print(f"\n{text.rstrip()}\n")
    while True:
        answer = _line(say("Write {file}? [{default}]", file=visible(file), default=say("yes"))).lower()
        if not answer or answer in YES:
            return True
        if answer in NO:
            return False
        _print(say("Answer yes or no."))


def _answered(question: Question, said: Said) -> Said:
    """What is known once a question has an answer that can be."""
    usual, offers = _default(question, said), list[str]()
    words = say(question.words)
    prompt = say("{question} [{default}]", question=words, default=usual) if usual else words
    while True:
        answer = _line(prompt)
        if answer == HELP:
            _print(f"  {say(question.why)}")
            continue
        if answer.isascii() and answer.isdecimal() and 0 < int(answer) <= len(offers):
            answer = offers[int(answer) - 1]
        meant = _with_answer(question, said, answer or usual)
        try:
            here = meant.here()
        except InputError as error:
            offers = _offer(question, answer, error)
        else:
            _confirm(question, here)
            return meant


def _default(question: Question, said: Said) -> str:
    """What Enter takes: what flags said, otherwise what is usual."""
    group = getattr(said, question.group)
    given = getattr(group, question.option)
    if question.option == "kids":
        given = given or ", ".join(group.child or [])
    if question.option == "county":
        given = given or group.metro or group.state
    return given or question.usual


def _with_answer(question: Question, said: Said, answer: str) -> Said:
    """What is known with an answer; nothing of it where it is left out, or nothing was said."""
    text = None if answer in ("", NOTHING) else answer
    changed: dict[str, Any] = {question.option: text}
    if question.option == "kids":
        changed["child"] = None
    if question.option == "county":
        if text is not None and text == _default(question, said):
            return said
        changed = _place_changes(text)
    group = msgspec.structs.replace(getattr(said, question.group), **changed)
    return said._replace(**{question.group: group})


def _place_changes(text: str | None) -> dict[str, str | None]:
    """The parts of a place of one name: a state's means the state, any other a county or a city."""
    nowhere: dict[str, str | None] = {"state": None, "county": None, "metro": None}
    if text is None:
        return nowhere
    from mobcalc.store.codes import state_of

    try:
        state = state_of(text, "")
    except InputError:
        return {**nowhere, "county": text}
    return {**nowhere, "state": state.name}


def _offer(question: Question, answer: str, error: InputError) -> list[str]:
    """Say what is wrong, and number the names that may have been meant."""
    names = question.offered(answer) if answer else []
    # The names stand in the hint, too.
    _print(str(error).splitlines()[0] if names else str(error))
    for number, name in enumerate(names[:MOST_CANDIDATES], 1):
        _print(f"  {number}  {name}")
    if names:
        more = len(names) - MOST_CANDIDATES
        _print(say("{number} more: add the state.", number=more) if question.option == "county" and more > 0 else "")
        _print(say("Type a number, or another name."))
    return names[:MOST_CANDIDATES]


def _confirm(question: Question, here: "Here") -> None:
    """Say which place or occupation a name was taken for."""
    from mobcalc.wording.basis import place_name

    place, occupation = here.provenance.place, here.provenance.occupation
    if question.option == "county" and place is not None:
        _print(f"  = {place_name(place)}")
    if question.option == "occupation" and occupation is not None:
        _print(f"  = {occupation.title}")


def _is_terminal(stream: Any) -> bool:
    return stream is not None and bool(stream.isatty())


def _print(text: str, end: str = "\n") -> None:
    write(encoded(visible(text) + end, sys.stdout.encoding or "utf-8"), None, force=False)


def _line(prompt: str) -> str:
    """What somebody types after a prompt.

    Raises:
        StoppedError: where they break off.
    """
    try:
        with asking():
            _print(f"{prompt}: ", end="")
            typed = sys.stdin.buffer.readline()
    except KeyboardInterrupt:
        typed = b""
    if not typed:
        _print("")
        raise StoppedError("error: interrupted; nothing was written")
    return typed.decode(sys.stdin.encoding or "utf-8", "replace").strip()
