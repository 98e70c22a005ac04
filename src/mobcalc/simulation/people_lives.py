"""The lives of many people: what draws of the assumptions and luck make of each one's gains.

A person's lives have luck of their own and the assumptions of everybody. Who has an id has in `compare` the very same
lives.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from mobcalc.model import Array, drawing, risk
from mobcalc.projection.case import Run
from mobcalc.projection.evidence import JUDGED, error_of, judged
from mobcalc.projection.pay_path import without_training
from mobcalc.projection.person_years import life
from mobcalc.projection.study_correction import corrections
from mobcalc.results import WELL_AHEAD
from mobcalc.sampling import Arrays, given_names
from mobcalc.sampling.filling import refill
from mobcalc.sampling.luck import Luck, blocks, luck_of_people, own_luck_of_people
from mobcalc.sampling.monte_carlo import even, rows_of_draws
from mobcalc.simulation.draws import BLOCK, assumed_draws, drawn_in, keep_memory
from mobcalc.simulation.gain_error import LEAST, first_years
from mobcalc.simulation.lives import Lives, average, lives_of, worth_and_more
from mobcalc.simulation.people import Group, Rows, part_of_each, parts_of, rows_of, worth

PEOPLE, ROWS = 1024, 400
"""So many people are computed at a time at most; draws are rows beside them up to so many rows, since many people with
one draw take less time: most of the equations then have one row for all of them."""
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


class _Run(Struct, frozen=True):
    """One sex: its assumptions, their draws by dotted name (draws, 1), and how far the evidence may be off, by id."""

    run: Run
    drawn: Mapping[str, Array]
    errors: Mapping[str, float]


def _asked(group: Group, draws: int, seed: int) -> _Asked:
    case = group.case
    each = -(-draws // len(case.runs))
    rows = assumed_draws(each, "a person with an id")
    runs = []
    for run in case.runs:
        names = [name for name in drawn_in(case, run, each) if name not in group.columns]
        drawn = rows_of_draws(run.settled, seed, rows, names, given_names(case.given, run.settled))
        trained = [name for name in case.ids if _is_spread(run.arrays, name)]
        errors = {name: error_of(run.arrays, name).together for name in trained}
        runs.append(_Run(run, drawn, errors))
    return _Asked(each, seed, rows, runs, part_of_each(case))


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
    error = np.zeros_like(sums.means)
    for place, name in enumerate(ids):
        if name in of.errors:
            rest = np.maximum(of.errors[name] ** 2 - sums.judged[place].var(axis=0), 0.0)
            normal = drawing.normal(even(asked.seed, f"pathways.{name}: error", asked.rows))
            error[place] = normal * rest**0.5 / np.maximum(sums.whole[place], LEAST)
    return error


def _sums(group: Group, asked: _Asked, of: _Run) -> _Sums:
    """What some people have of each pathway in all draws; a few draws at a time are rows."""
    ids, people, lives = group.case.ids, group.size, asked.lives
    sums = _Sums(
        *(np.zeros((len(ids), asked.rows, people)) for _ in range(4)),
        *(np.zeros((len(ids), people, lives)) for _ in range(2)),
    )
    step = min(max(1, ROWS // people), asked.rows)
    luck = _luck(group, asked, _years(of.run.arrays, group))
    for first in range(0, asked.rows, step):
        draws = slice(first, min(first + step, asked.rows))
        rows = _rows(group, of, draws)
        where = slice(-(-draws.start * lives // asked.rows), -(-draws.stop * lives // asked.rows))
        lived = _lived(rows, luck, where, people, asked, first)
        for place in range(len(ids)):
            _add_draws(sums, place, draws, rows, people)
            own = luck.own[place][:, where].reshape(-1, 1)
            worth_of, more = worth_and_more(lived, rows.tables[place], own, rows.free[place])
            sums.lives[place, :, where] = worth_of.reshape(people, -1)
            sums.more_lives[place, :, where] = more.reshape(people, -1)
    return sums


def _add_draws(sums: _Sums, place: int, draws: slice, rows: Rows, people: int) -> None:
    """Put in what one pathway is worth to all who start in some draws."""
    years, table = rows.years, rows.tables[place]
    base = years.level * years.employed
    whole = average(table, table.kept)
    amounts = (
        worth(years, table).expected,
        whole * (rows.free[place] * years.present).sum(axis=1, keepdims=True),
        judged(first_years(table) - base[:, : JUDGED.stop])[:, None],
        whole,
    )
    for into, each in zip(sums[:4], amounts, strict=True):
        count = draws.stop - draws.start
        into[place, draws] = np.broadcast_to(each, (count * people, 1)).reshape(count, people)


def _years(arrays: Arrays, group: Group) -> int:
    """How many years of work there are."""
    start = group.columns.get("person.start_age", arrays.person.start_age)
    return int(np.max(arrays.person.retire_age - start))


def _rows(group: Group, of: _Run, draws: slice) -> Rows:
    """People in some draws of the assumptions, draw by draw."""
    people, ids = group.size, group.case.ids
    drawn = {name: rows[draws] for name, rows in of.drawn.items()}
    some = refill(of.run.arrays, drawn)
    if draws.stop - draws.start == 1:
        return rows_of(ids, refill(some, group.columns))
    start = {START: group.columns[START]} if START in group.columns else {}
    known = corrections(some, life(refill(some, start), is_compared=False), [n for n in ids if _is_spread(some, n)])
    tiled = {name: _tiled(column, draws.stop - draws.start) for name, column in group.columns.items()}
    repeated = {name: np.repeat(rows, people, axis=0) for name, rows in drawn.items()}
    by_person = {name: None if one is None else _repeated(one, people) for name, one in known.items()}
    return rows_of(ids, refill(of.run.arrays, {**repeated, **tiled}), by_person)


START = "person.start_age"


def _tiled(column: Array, count: int) -> Array:
    return column if len(column) == 1 else np.tile(column, (count, 1))


def _repeated(rows: Array, people: int) -> Array:
    return rows if len(rows) == 1 else np.asfortranarray(np.repeat(rows, people, axis=0))


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


def _lived(rows: Rows, luck: _PeopleLuck, where: slice, people: int, asked: _Asked, first: int) -> Lives:
    """Some lives of each person, in the draws of the assumptions that they belong to."""
    *once, work = luck.shared
    single = (part[:, where].reshape(-1, 1) for part in once)
    some = Luck._make([*single, work[:, :, where].reshape(len(work), -1).T])
    draw = np.arange(where.start, where.stop) * asked.rows // asked.lives - first
    which: NDArray[np.intp] = (draw[None, :] * people + np.arange(people)[:, None]).reshape(-1)
    return lives_of(rows.arrays, rows.years, some, which)


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
