"""Every option and argument of every command, given what nobody means: an error or an answer, and never a traceback."""

from itertools import cycle, islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.hostile.program import IS_LONG, check, commands, searching, usual
from tests.hostile.words import HOSTILE

EACH = len(HOSTILE) if IS_LONG else 1
"""How many words each option of each command is given; those of many commands meet most words even so."""


def command_lines(number):
    """Command lines with a hostile word in the place of each option and argument of the so-manieth command."""
    command = commands()[number]
    start = number * 37 % len(HOSTILE)
    words = cycle(HOSTILE[start:] + HOSTILE[:start])
    for option in command.options:
        name, example = option.opts[0], usual(command, without=option)
        for at, word in enumerate(islice(words, EACH)):
            together = option.is_flag or (at + number) % 4 == 0
            yield [*command.words, *example, *([f"{name}={word}"] if together else [name, word])]
    example = usual(command)
    for at, word in enumerate(islice(words, 6 * EACH * len(command.arguments))):
        # Before the first argument, in its place, or as one whatever it looks like.
        rest = (example, example[1:], ["--"])[at % 3]
        yield [*command.words, *rest, word] if rest == ["--"] else [*command.words, word, *rest]


@pytest.mark.parametrize("number", range(len(commands())), ids=lambda number: "-".join(commands()[number].words))
def test_no_word_in_any_place_breaks_a_command(number, folder):
    for words in command_lines(number):
        check(words, folder)


@searching(120)
@given(data=st.data())
def test_no_mixture_of_options_breaks_a_command(data, folder):
    command = data.draw(st.sampled_from(commands()))
    words = [*command.words, *usual(command, number=data.draw(st.integers(0, 9)))]
    for _ in range(data.draw(st.integers(1, 4))):
        option = data.draw(st.sampled_from(command.options)) if command.options else None
        value = data.draw(values(option))
        # A switch alone, an option with its value in two words or in one, and a word that is of no option.
        name = data.draw(st.sampled_from((*option.opts, *option.secondary_opts))) if option else ""
        form = ([name], [name]) if option and option.is_flag else ([name, value], [f"{name}={value}"])
        words += data.draw(st.sampled_from((*form, *form, [value])))
    if any(option.name == "draws" for option in command.options) and "--draws" not in " ".join(words):
        words += ["--draws", "0"]
    check(words, folder)


def values(option):
    """What an option might be given: words of its own and of other options, numbers and texts of any kind."""
    own = [word for word in (option.metavar or "").split("|") if word.islower()] if option else []
    known = {word for command in commands() for example in command.examples for word in example}
    return st.one_of(
        st.sampled_from((*own, *sorted(known))),
        st.sampled_from(HOSTILE),
        st.integers().map(str),
        st.floats().map(repr),
        # No folder but this one is written to.
        st.text(st.characters(exclude_characters="/"), max_size=30),
    )
