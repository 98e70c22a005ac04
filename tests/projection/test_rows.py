"""Base case and many rows are the same calculation: rows are projected together as they are alone."""

import msgspec
import numpy as np
import pytest

from mobcalc.projection.pathway import projection
from mobcalc.projection.person_years import life
from mobcalc.sampling import fill, for_person, point
from mobcalc.schema import records

SPREAD = {
    "economy.discount_rate": 0.01,
    "economy.real_wage_growth": 0.002,
    "careers.finisher_standing": 0.05,
    "careers.age_weight": 0.3,
    "careers.kept_outside": 0.2,
    "pathways.building-trades-apprenticeship.earnings.work_life.transfer_rate": 0.02,
    "pathways.building-trades-apprenticeship.earnings.work_life.ratio_men": 0.05,
    "careers.leaving_front_loading": 0.4,
    "pathways.associate-degree.training.length": 0.7,
    "pathways.building-trades-apprenticeship.training.term_hours": 1500,
    "careers.apprentice_leavers_keep": 0.3,
    "careers.student_leavers_keep": 0.3,
    "careers.leaving_cost": 0.1,
    "studies.reed-2012.weight": 0.2,
    "studies.reed-2012.effect.factor": 0.05,
    "studies.reed-2012.effect.fade_out": 0.02,
    "studies.reed-2012.weight_for_women": 0.3,
    "pathways.short-sectoral-training.impact.zero_by_year": 2,
    "pathways.certificate.completion.rate": 0.1,
    "pathways.certificate.training.length": 0.4,
    "person.start_age": 4,
}


def shifted(assumptions, factors):
    """Assumptions in rows, the numbers of SPREAD moved by a multiple of their spread in each row."""

    def rows(name, record):
        values = list(record.value.values()) if isinstance(record.value, dict) else record.value
        one = np.array([values], dtype=float).reshape(1, -1)
        if name not in SPREAD and len(one[0]) > 1:
            return one
        return one + SPREAD.get(name, 0.0) * np.array(factors)[:, None]

    return fill(assumptions, rows)


def test_all_that_is_spread_is_there(assumptions):
    assert set(SPREAD) <= {name for name, _ in records(assumptions)}


@pytest.mark.parametrize("sex", [None, "male", "female"])
@pytest.mark.parametrize(
    "name",
    [
        "no-postsecondary",
        "building-trades-apprenticeship",
        "associate-degree",
        "certificate",
        "short-sectoral-training",
        "ladder",
    ],
)
def test_rows_are_projected_together_as_alone(assumptions, name, sex):
    steps = msgspec.structs.replace(assumptions.pathways["associate-degree"], after="certificate")
    pathways = {**assumptions.pathways, "ladder": steps}
    assumptions = for_person(msgspec.structs.replace(assumptions, pathways=pathways), sex=sex)
    factors = [0.0, 1.0, -1.0]
    together = shifted(assumptions, factors)
    years = life(together)
    among = projection(together, years, name)
    for number, factor in enumerate(factors):
        own = shifted(assumptions, [factor])
        own_years = life(own)
        alone = projection(own, own_years, name)
        horizon = len(own_years.year)
        for group in ("expected", "completer", "leaver"):
            ours, theirs = getattr(among, group), getattr(alone, group)
            assert (ours is None) == (theirs is None)
            for field in ("earnings", "paid", "in_work", "costs", "stipends") if ours is not None else ():
                np.testing.assert_allclose(
                    np.broadcast_to(getattr(ours, field), (3, len(years.year)))[number, :horizon],
                    getattr(theirs, field)[0],
                    rtol=1e-12,
                    atol=1e-9,
                )
        assert (years.alive[number, horizon:] == 0).all()


def test_the_first_row_of_a_spread_is_the_point(assumptions):
    spread, one = shifted(assumptions, [0.0, 1.0]), point(assumptions)
    a = projection(spread, life(spread), "associate-degree").expected.earnings[0]
    b = projection(one, life(one), "associate-degree").expected.earnings[0]
    np.testing.assert_allclose(a[: len(b)], b, rtol=1e-12)
