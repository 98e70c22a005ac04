"""Chances as people say them: the nearest of some plain fractions, or both where random numbers decide between two."""

import re
from types import SimpleNamespace

import pytest

from mobcalc.wording.chances import TOLD, chance, give_or_take, in_words, middle_and_bad_case


def fraction(words):
    """The number that `2 in 3` is."""
    of, whole = map(int, re.fullmatch(r"(\d+) in (\d+)", words).groups())
    return of / whole


def test_the_words_are_what_they_stand_for():
    for part, whole in TOLD:
        assert in_words(part / whole) == f"about {part} in {whole}"


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.0, "less than 1 in 20"),
        (0.0249, "less than 1 in 20"),
        (0.026, "about 1 in 20"),
        (0.0749, "about 1 in 20"),
        (0.0751, "about 1 in 10"),
        (0.449, "about 2 in 5"),
        (0.451, "about 1 in 2"),
        (0.549, "about 1 in 2"),
        (0.551, "about 3 in 5"),
        (0.6332, "about 3 in 5"),
        (0.6334, "about 2 in 3"),
        (0.7082, "about 2 in 3"),
        (0.7084, "about 3 in 4"),
        (0.974, "about 19 in 20"),
        (0.976, "more than 19 in 20"),
        (1.0, "more than 19 in 20"),
    ],
)
def test_where_one_word_gives_way_to_the_next(share, words):
    assert in_words(share) == words


def test_no_other_fraction_is_nearer_and_words_rise_with_the_chance():
    said = []
    for thousandth in range(25, 976):
        share = thousandth / 1000
        own = fraction(in_words(share).removeprefix("about "))
        assert abs(own - share) <= min(abs(part / whole - share) for part, whole in TOLD) + 1e-12
        said.append(own)
    assert said == sorted(said)


@pytest.mark.parametrize(
    ("share", "error", "words"),
    [
        (0.69, 0.005, "about 2 in 3"),
        (0.70, 0.005, "between 2 in 3 and 3 in 4"),  # 0.69 to 0.71, and 0.708 is half-way
        (0.70, 0.0041, "about 2 in 3"),
        (0.66, 0.05, "between 3 in 5 and 3 in 4"),
        (0.5, 0.4, "between 1 in 20 and 19 in 20"),
        (0.01, 0.02, "about 1 in 20"),
        (0.02, 0.002, "less than 1 in 20"),
        (0.99, 0.001, "more than 19 in 20"),
    ],
)
def test_both_words_where_random_numbers_alone_decide(share, error, words):
    assert in_words(share, error) == words


@pytest.mark.parametrize(
    ("error", "said"),
    [(0.0, "1 point"), (0.0001, "1 point"), (0.0074, "1 point"), (0.0076, "2 points"), (0.0351, "7 points")],
)
def test_give_or_take_is_two_standard_errors_and_never_nothing(error, said):
    assert give_or_take(error) == said


def test_a_chance_in_percent_is_never_all_or_none_unless_it_is_so():
    shown = [chance(share) for share in (0.0, 0.0001, 0.4949, 0.9951, 1.0)]
    assert shown == ["0%", "<1%", "49%", ">99%", "100%"]


@pytest.mark.parametrize(
    ("low", "middle", "said"),
    [
        (-201_400.0, 124_300.0, "Half gain more than $124,000; one in ten loses more than $201,000."),
        (-60_000.0, -9_600.0, "Half lose more than $10,000; one in ten loses more than $60,000."),
        (-60_000.0, 200.0, "Half gain nothing or lose; one in ten loses more than $60,000."),
        (0.0, 0.0, "Half gain nothing or lose."),
        (-300.0, 8_000.0, "Half gain more than $8,000; one in ten gains nothing or loses."),
        (3_000.0, 8_000.0, "Half gain more than $8,000; one in ten gains less than $3,000."),
    ],
)
def test_the_middle_and_the_bad_case(low, middle, said):
    assert middle_and_bad_case(SimpleNamespace(gain_p10=low, gain_p50=middle, gain_mean=100_000.0)) == said
