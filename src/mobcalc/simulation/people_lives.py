"""The lives of many people: what draws of the assumptions and luck make of each one's gains.

A person's lives have luck of their own and the assumptions of everybody. Who has an id has in `compare` the very same
lives.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from mobcalc.model import Array, drawing, in_rows, risk
from mobcalc.model.discounting import weighted_sum
from mobcalc.projection.case import Run
from mobcalc.projection.evidence import JUDGED, error_of, judged
from mobcalc.projection.pay_path import without_training
from mobcalc.projection.person_years import life
from mobcalc.projection.study_correction import Corrections, corrections
from mobcalc.results.chances import WELL_AHEAD
from mobcalc.sampling import Arrays, given_names
from mobcalc.sampling.filling import refill
from mobcalc.sampling.luck import Luck, blocks, luck_of_people, own_luck_of_people
from mobcalc.sampling.monte_carlo import even, rows_of_draws
from mobcalc.simulation.draws import BLOCK, assumed_draws, drawn_in, keep_memory
from mobcalc.simulation.gain_error import LEAST, judged_earnings
from mobcalc.simulation.lives import Lives, average, lives_of_people, summed, worth_and_more
from mobcalc.simulation.people import Group, Rows, part_of_each, parts_of, rows_of, some_of

PEOPLE, ROWS, LIVES = 200, 6000, 6000
"""So many people are computed at a time at most, in as many draws as make so many rows, and then so many of their
lives: enough to make Python's part small, few enough for the processor's cache."""
QUANTILES = np.array([[0.1, 0.5, 0.9]])


class DrawnGains(Struct, frozen=True):
    """What people gain from each pathway over the baseline in draws [USD].

    `means` are those of all who start in each draw of the assumptions (draws, people, pathways), the same draws for
    everybody. `chance_ahead` and `chance_well_ahead` [share] and the percentiles p10, p50 and p90 of the gains of lives
    (people, pathways).
    """

    means: Array
    chance_ahead: Array
    chance_well_ahead: Array
    percentiles: tuple[Array, Array, Array]


def drawn_gains(group: Group, draws: int, seed: int) -> DrawnGains:
    """What a group gains from its pathways in so many lives of each person.

    Args:
        group: the people.
        draws: lives of each, 1 or more.
        seed: which random numbers.
    """
    keep_memory()
    asked = _asked(group, draws, seed)
    return _joined([_gains(part, asked) for part in parts_of(group, PEOPLE)])


class _Asked(Struct, frozen=True):
    """What is drawn for all people of a group: lives of each sex, their seed, and the assumptions of each sex."""

    lives: int
    seed: int
    rows: int
    runs: list["_Run"]
    weights: list[Array]


class _Draws(Struct, frozen=True):
    """Draws of the assumptions of one sex, by dotted name (draws, 1) and put in, whatever the age.

    `errors` is how far the evidence may be off, by id.
    """

    drawn: Mapping[str, Array]
    arrays: Arrays
    errors: Mapping[str, float]


class _Run(NamedTuple):
    """One sex: its assumptions, and draws of them."""

    run: Run
    draws: _Draws


def _asked(group: Group, draws: int, seed: int) -> _Asked:
    case = group.case
    each = -(-draws // len(case.runs))
    runs = [_Run(run, _draws(_Drawing(group, run, draws, seed))) for run in case.runs]
    return _Asked(each, seed, _rows_for(draws), runs, part_of_each(case))


def _rows_for(lives: int) -> int:
    """How often the assumptions are drawn for so many lives of a person, of whatever sex."""
    return assumed_draws(lives, "a person with an id")


class _Drawing:
    """What is drawn for one sex of a group: the same for all groups of the same assumptions, whatever their age."""

    def __init__(self, group: Group, run: Run, lives: int, seed: int) -> None:
        self.case, self.run, self.lives, self.seed = group.case, run, lives, seed
        self.differing = frozenset(group.columns)
        self.key = (id(group.case.given), id(run.settled), tuple(group.case.ids), self.differing, lives, seed)

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Drawing) and self.key == other.key


@lru_cache(maxsize=8)
def _draws(asked: _Drawing) -> _Draws:
    """Draws of the assumptions of one sex; the key is kept with them, so that nothing else has its place in memory."""
    case, run = asked.case, asked.run
    names = [name for name in drawn_in(case, run, asked.lives) if name not in asked.differing]
    known_as = given_names(case.given, run.settled)
    drawn = rows_of_draws(run.settled, asked.seed, _rows_for(asked.lives), names, known_as)
    trained = [name for name in case.ids if _is_spread(run.arrays, name)]
    errors = {name: error_of(run.arrays, name).together for name in trained}
    return _Draws(drawn, refill(run.arrays, drawn), errors)


def _is_spread(arrays: Arrays, name: str) -> bool:
    """Whether the gain of a pathway spreads as far as the evidence may be off."""
    return arrays.pathways[name].family != "none" and name != without_training(arrays)


class _Sums(NamedTuple):
    """What draws have of each pathway [USD], the baseline first.

    `means` (pathways, draws, people) and `lives` (pathways, people, lives) as they are without any error of the
    evidence, `more_means` and `more_lives` what each dollar a year of it adds. `judged` is the yearly gain that the
    error is reckoned by, `whole` what of an effect on finishers there is for all who start (pathways, draws, people).
    """

    means: Array
    more_means: Array
    judged: Array
    whole: Array
    lives: Array
    more_lives: Array


def _gains(group: Group, asked: _Asked) -> DrawnGains:
    ids, count = group.case.ids, len(group.case.ids)
    means = np.zeros((asked.rows, group.size, count - 1))
    lives = []
    for of, weight in zip(asked.runs, asked.weights, strict=True):
        sums = _sums(group, asked, of)
        error = _errors(ids, asked, of, sums)
        worth = sums.means + error * sums.more_means
        means += weight[1:] * np.moveaxis(worth[1:] - worth[:1], 0, 2)
        which = np.arange(asked.lives) * asked.rows // asked.lives
        lived = sums.lives + np.swapaxes(error[:, which], 1, 2) * sums.more_lives
        lives.append(lived[1:] - lived[:1])
    return _chances(means, lives, [weight[1:] for weight in asked.weights])


def _errors(ids: Sequence[str], asked: _Asked, of: _Run, sums: _Sums) -> Array:
    """How far the evidence on each pathway is off for who finishes, as in `gain_error` (pathways, draws, people)."""
    error, errors = np.zeros_like(sums.means), of.draws.errors
    for place, name in enumerate(ids):
        if name in errors:
            rest = np.maximum(errors[name] ** 2 - sums.judged[place].var(axis=0), 0.0)
            normal = drawing.normal(even(asked.seed, f"pathways.{name}: error", asked.rows))
            error[place] = normal * rest**0.5 / np.maximum(sums.whole[place], LEAST)
    return error


def _sums(group: Group, asked: _Asked, of: _Run) -> _Sums:
    """What some people have of each pathway in all draws; a few draws at a time are rows."""
    ids, people, lives = group.case.ids, group.size, asked.lives
    apart, whose = _apart(group)
    sums = _Sums(
        *(np.zeros((len(ids), asked.rows, apart.size)) for _ in range(4)),
        *(np.zeros((len(ids), people, lives)) for _ in range(2)),
    )
    step, by_studies = min(max(1, ROWS // apart.size), asked.rows), _by_studies(group, of)
    luck = _luck(group, asked, _years(of.run.arrays, group))
    errors = [name in of.draws.errors for name in ids]
    for first in range(0, asked.rows, step):
        draws = slice(first, min(first + step, asked.rows))
        rows = _rows(apart, of, draws, by_studies)
        for place in range(len(ids)):
            _add_draws(sums, place, draws, rows)
        begin, end = (-(-draw * lives // asked.rows) for draw in (draws.start, draws.stop))
        each = max(1, LIVES // people)
        for start in range(begin, end, each):
            where = slice(start, min(start + each, end))
            _add_lives(sums, where, _lived(rows, luck, where, asked, first, whose), rows, luck, errors)
    return _Sums._make([*(part[..., whose] for part in sums[:4]), sums.lives, sums.more_lives])


def _add_lives(
    sums: _Sums, where: slice, lived: Lives, rows: Rows, luck: "_PeopleLuck", errors: Sequence[bool]
) -> None:
    """Put in what all pathways are worth in some lives of each person; `errors` is whose evidence may be off."""
    for place, is_off in enumerate(errors):
        own = luck.own[place][:, where].reshape(-1, 1)
        both = worth_and_more(lived, rows.tables[place], own, rows.free[place] if is_off else None)
        for into, each in zip((sums.lives, sums.more_lives), both, strict=True):
            into[place, :, where] = each.reshape(len(own) // (where.stop - where.start), -1)


def _apart(group: Group) -> tuple[Group, NDArray[np.intp]]:
    """A group without those who are like another in all but luck, and whose row in it is that of each person (people,).

    Many people without a wage are alike.
    """
    differing = [column for column in group.columns.values() if len(column) > 1]
    each, rows = np.hstack([np.zeros((group.size, 1)), *differing]), dict[bytes, int]()
    whose = np.array([rows.setdefault(facts.tobytes(), len(rows)) for facts in each])
    return some_of(group, np.flatnonzero(np.diff(np.maximum.accumulate(whose), prepend=-1))), whose


def _add_draws(sums: _Sums, place: int, draws: slice, rows: Rows) -> None:
    """Put in what one pathway is worth to all who start in some draws."""
    years, table, (people, count) = rows.years, rows.tables[place], rows.shape
    early, present = slice(JUDGED.stop), in_rows(years.present, rows.shape)
    base = in_rows(years.level[..., early] * years.employed[..., early], rows.shape)
    whole = average(table, table.kept)
    amounts = (
        average(table, summed(table, (present, present))),
        whole * weighted_sum(rows.free[place], present),
        (judged_earnings(table) - judged(base))[:, None],
        whole,
    )
    for into, each in zip(sums[:4], amounts, strict=True):
        into[place, draws] = np.broadcast_to(each, (count * people, 1)).reshape(count, people)


def _years(arrays: Arrays, group: Group) -> int:
    """How many years of work there are."""
    start = group.columns.get("person.start_age", arrays.person.start_age)
    return int(np.max(arrays.person.retire_age - start))


START = "person.start_age"


def _by_studies(group: Group, of: _Run) -> Corrections:
    """What studies put on the gains of people in all draws (1 or draws, years): the same for all of one age."""
    drawn = refill(of.draws.arrays, {START: group.columns.get(START, of.run.arrays.person.start_age)})
    spread = [name for name in group.case.ids if _is_spread(drawn, name)]
    return corrections(drawn, life(drawn, is_compared=False), spread)


def _rows(group: Group, of: _Run, draws: slice, by_studies: Corrections) -> Rows:
    """People in some draws of the assumptions, on axes of their own."""
    people = {name: column[:, None] for name, column in group.columns.items()}
    drawn = {name: rows[None, draws] for name, rows in of.draws.drawn.items()}
    known = {name: one if one is None or len(one) == 1 else one[None, draws] for name, one in by_studies.items()}
    shape = (group.size, draws.stop - draws.start)
    return rows_of(group.case.ids, refill(of.run.arrays, {**drawn, **people}), shape, known)


class _PeopleLuck(NamedTuple):
    """The luck of people's lives: `shared` as from `luck_of_people`, and on each pathway alone (people, lives)."""

    shared: Luck
    own: list[Array]


def _luck(group: Group, asked: _Asked, years: int) -> _PeopleLuck:
    """The luck of all lives of some people."""
    parts = list(blocks(asked.lives, BLOCK))
    shared = [luck_of_people(asked.seed, group.keys, start // BLOCK, size, years) for start, size in parts]
    # Nobody has luck of their own on life without training.
    own = [np.zeros((group.size, asked.lives))]
    own += [
        np.concatenate(
            [own_luck_of_people(asked.seed, group.keys, name, start // BLOCK, size) for start, size in parts], axis=1
        )
        for name in group.case.ids[1:]
    ]
    if len(shared) == 1:
        return _PeopleLuck(shared[0], own)
    return _PeopleLuck(Luck._make(np.concatenate(of, axis=-1) for of in zip(*shared, strict=True)), own)


def _lived(rows: Rows, luck: _PeopleLuck, where: slice, asked: _Asked, first: int, whose: NDArray[np.intp]) -> Lives:
    """Some lives of each person, in the draws of the assumptions that they belong to."""
    some = Luck._make(part[..., where] for part in luck.shared)
    draw = np.arange(where.start, where.stop) * asked.rows // asked.lives - first
    return lives_of_people(rows.arrays, rows.years, some, draw, rows.shape, whose)


def _chances(means: Array, lives: Sequence[Array], weights: Sequence[Array]) -> DrawnGains:
    """What is said of draws.

    Args:
        means: as in `DrawnGains`.
        lives: gains of lives of each sex [USD] (pathways, people, lives).
        weights: the part of each sex in each pathway (pathways,).
    """

    def part(least: float) -> Array:
        """The part of the lives that gain so much at least (people, pathways)."""
        both = (w[:, None] * (one >= least).mean(axis=2) for w, one in zip(weights, lives, strict=True))
        return sum(both, np.zeros((1, 1))).T

    paths = range(len(lives[0]))
    points = [_percentiles([one[place] for one in lives], [w[place] for w in weights]) for place in paths]
    # Where no training fits into the life that is left, there is no pathway to stack.
    none = np.zeros((means.shape[1], 0))
    low, middle, high = (np.column_stack([none, *(of[:, k] for of in points)]) for k in range(3))
    return DrawnGains(means, part(1.0), part(WELL_AHEAD), (low, middle, high))


def _percentiles(lives: Sequence[Array], weights: Sequence[float]) -> Array:
    """Percentiles of gains of lives, each sex by its part (people, percentiles)."""
    if len(lives) == 1:
        return risk.percentiles(lives[0], QUANTILES)
    each = np.concatenate([np.full(one.shape, w / one.shape[1]) for w, one in zip(weights, lives, strict=True)], axis=1)
    return risk.weighted_percentiles(np.concatenate(lives, axis=1), each, QUANTILES)


def _joined(parts: Sequence[DrawnGains]) -> DrawnGains:
    """Several people after one another."""
    return DrawnGains(
        np.concatenate([one.means for one in parts], axis=1),
        np.concatenate([one.chance_ahead for one in parts]),
        np.concatenate([one.chance_well_ahead for one in parts]),
        tuple(np.concatenate(points) for points in zip(*(one.percentiles for one in parts), strict=True)),  # type: ignore[arg-type]
    )
