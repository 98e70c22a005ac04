"""Pathways of the kind 'impact': a measured effect on top of the baseline."""

import numpy as np

from mobcalc.model import Array, impact
from mobcalc.projection.exits import Way, Ways, one_way
from mobcalc.projection.group import Group, Projection, averaged, group_ending, mixed, row_count
from mobcalc.projection.leaving import exits, kept_by_leavers, leavers, mean_kept, quitting, share_stayed
from mobcalc.projection.pay_path import lasting_luck, without_training
from mobcalc.projection.person_years import Life
from mobcalc.projection.training_term import Term, term
from mobcalc.sampling import Arrays, YearPoints
from mobcalc.schema import Impact, Pathway


def from_impact(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints]) -> Projection:
    """The baseline plus the effect; finishers and leavers only where the study tells them apart.

    Leavers keep a part of the effect by how long they stayed; what leaving costs is in what was measured.
    """
    part = pathway.impact
    assert part is not None
    own = term(arrays, pathway)
    effect = effect_of(life, part)
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
    finishers = effect * _of_finishers(arrays, pathway, own)
    completer = group(own.length, finishers)
    times, chances = leavers(own.length, rate, arrays.careers.leaving_front_loading)

    def leaving(end: Array) -> Group:
        """Those who leave at `end`."""
        return group(end, finishers * kept_by_leavers(arrays, pathway, own, end))

    leaver = averaged(row_count(completer, chances), chances, leaving, times)
    everybody = mixed((rate, 1.0 - rate), (completer, leaver))
    return Projection(everybody, completer, leaver, rate, quitting(arrays, own.length, leaving))


def _of_finishers(arrays: Arrays, pathway: Pathway[Array, YearPoints], own: Term) -> Array:
    """The effect on finishers over the one that was measured, on all who start or on finishers (rows, 1)."""
    part, completion = pathway.impact, pathway.completion
    assert part is not None and completion is not None
    everybody = np.ones((1, 1))
    if part.participant is None:
        return everybody
    return impact.full_dose(everybody, completion.rate, mean_kept(arrays, pathway, own, completion.rate))


def ways_of_impact(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints]) -> Ways:
    """What counts of each way through a pathway of this kind; where finishers are not told apart there is but one.

    Who goes through it has the spread of luck of life without training, but comes to other work.
    """
    part = pathway.impact
    assert part is not None
    own, base = term(arrays, pathway), life.level * life.employed
    effect, luck = effect_of(life, part), lasting_luck(arrays, arrays.pathways[without_training(arrays)].earnings)
    if pathway.completion is None:
        return one_way(own, effect + base, luck)
    effect = effect * _of_finishers(arrays, pathway, own)

    def way(end: Array, finishes: bool) -> Way:
        """What counts where training ends at `end`."""
        share = np.ones((1, 1)) if finishes else kept_by_leavers(arrays, pathway, own, end)
        stayed = np.ones((1, 1)) if finishes else share_stayed(own, end)
        return Way(after=effect * share + base, kept=share, stayed=stayed)

    front = arrays.careers.leaving_front_loading
    return Ways(term=own, exits=exits(own.length, pathway.completion.rate, front), way=way, luck=luck)


def effect_of(life: Life, part: Impact[Array, YearPoints]) -> Array:
    """The effect on the group that was measured [USD/year] (rows, years)."""
    path = _path(life, part)
    return path if part.factor is None else path * part.factor


def _path(life: Life, part: Impact[Array, YearPoints]) -> Array:
    """The effect as published, before the factor that all of it is known up to [USD/year] (rows, years)."""
    measured = part.participant or part.completer
    assert measured is not None
    before = np.zeros((1, 1)) if part.before_first is None else part.before_first
    path = impact.effect_path(life.year, measured.years, measured.values, before, part.fade_out, part.zero_by_year)
    # Nobody gains in a year out of work.
    return np.asfortranarray(path if life.is_always_at_work else path * life.at_work)
