"""Pathways of the kind 'impact': a measured effect on top of the baseline."""

import numpy as np

from mobcalc.model import Array, impact
from mobcalc.projection.exits import Ways, one_way
from mobcalc.projection.group import Group, Projection, averaged, group_ending, mixed, row_count
from mobcalc.projection.person_years import Life
from mobcalc.projection.training_term import exits, leavers, quitting, term
from mobcalc.sampling import Arrays, YearPoints
from mobcalc.schema import Impact, Pathway


def from_impact(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints]) -> Projection:
    """The baseline plus the effect; finishers and leavers only where the study tells them apart.

    Leavers gain nothing and pay for the time until they leave.
    """
    part = pathway.impact
    assert part is not None
    own = term(arrays, pathway)
    effect = _effect(life, part, own.length)
    base = life.level * life.employed

    def group(end: Array, gain: Array) -> Group:
        """Those in training until `end`, who gain so much."""
        return group_ending(
            life,
            own,
            end,
            counted=base + gain,
            paid=base + gain,
            in_work=life.level + gain,
            forgone=np.full_like(base, np.nan),
        )

    if pathway.completion is None:
        return Projection(group(own.length, effect))
    rate = pathway.completion.rate
    finishers = impact.finishers_effect(effect, rate) if part.participant is not None else effect
    completer = group(own.length, finishers)
    times, chances = leavers(own.length, rate, arrays.careers.leaving_front_loading)

    def leaving(end: Array) -> Group:
        """Those who leave at `end`."""
        return group(end, np.zeros_like(effect))

    leaver = averaged(row_count(completer, chances), chances, leaving, times)
    everybody = mixed((rate, 1.0 - rate), (completer, leaver))
    return Projection(everybody, completer, leaver, rate, quitting(arrays, own.length, leaving))


def ways_of_impact(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints]) -> Ways:
    """What counts of each way through a pathway of this kind; where finishers are not told apart there is but one."""
    part = pathway.impact
    assert part is not None
    own = term(arrays, pathway)
    path, base = _path(life, part, own.length), life.level * life.employed
    factor = np.ones((1, 1)) if part.factor is None else part.factor
    if pathway.completion is None:
        return one_way(own, path * factor + base)
    rate = pathway.completion.rate
    if part.participant is not None:
        factor = impact.finishers_effect(factor, rate)
    return Ways(
        term=own,
        exits=exits(own.length, rate, arrays.careers.leaving_front_loading),
        counted=lambda _, finishes: path * factor + base if finishes else base,
    )


def _effect(life: Life, part: Impact[Array, YearPoints], length: Array) -> Array:
    """The effect on the group that was measured [USD/year] (rows, years)."""
    path = _path(life, part, length)
    return path if part.factor is None else path * part.factor


def _path(life: Life, part: Impact[Array, YearPoints], length: Array) -> Array:
    """The effect as published, before the factor that all of it is known up to [USD/year] (rows, years)."""
    measured = part.participant or part.completer
    assert measured is not None
    before = np.zeros_like(length) if part.before_first is None else part.before_first
    path = impact.effect_path(life.year, measured.years, measured.values, before, part.fade_out, part.zero_by_year)
    # Nobody gains in a year out of work.
    return np.asfortranarray(path if life.is_always_at_work else path * life.at_work)
