"""What becomes of those who leave: what they keep goes by the share of the term they stayed, and leaving costs."""

import numpy as np
import pytest

from mobcalc.projection.case import case_of
from mobcalc.projection.leaving import kept_by_leavers, lost_by_leaving, mean_kept
from mobcalc.projection.pathway import projection
from mobcalc.projection.person_years import life
from mobcalc.projection.training_term import term
from tests.conftest import column
from tests.simulation.worlds import ASSOCIATE, CERTIFICATE, PLAIN, SECTORAL, TRADES, loaded

BADGE = "digital-credential"


def of(name, files=(), **values):
    """The assumptions of a man, his years, and a pathway with its term."""
    arrays = case_of(loaded(files, **values), [name], None).arrays
    pathway = arrays.pathways[name]
    return arrays, life(arrays), pathway, term(arrays, pathway)


@pytest.mark.parametrize(
    ("name", "end", "kept"),
    [
        (TRADES, 4, 0.5),
        (TRADES, 1, 0.5 / 4),
        (ASSOCIATE, 1.6, 0.4 / 2),
        (CERTIFICATE, 0.25, 0.4 / 4),
        # A pathway's own share goes before that of all students.
        (BADGE, 0.125, 0.05 / 2),
        (TRADES, 0, 0),
    ],
)
def test_leavers_keep_a_part_by_the_share_of_the_term(name, end, kept):
    arrays, _, pathway, own = of(name)
    assert kept_by_leavers(arrays, pathway, own, column(end))[0, 0] == pytest.approx(kept, rel=1e-12)


def test_on_average_it_is_by_when_they_leave():
    # Of four years with 0.42 finishing: 0.334013 of the term, half of it kept (the building trades' first case of the study).
    arrays, _, pathway, own = of(TRADES)
    assert mean_kept(arrays, pathway, own, column(0.42))[0, 0] == pytest.approx(0.5 * 0.334013, abs=1e-6)
    # Nobody leaves: what leavers keep is that of the moment before the limit, and counts for nothing.
    assert 0 < mean_kept(arrays, pathway, own, column(1.0))[0, 0] < 0.5


@pytest.mark.parametrize(
    ("end", "lost"),
    [
        (0.5, [0.15]),
        (1.0, [0, 0.15]),
        # Over the turn of the year.
        (0.9, [0.1, 0.05]),
        # No longer than they stayed.
        (0.1, [0.1]),
        (0.0, []),
    ],
)
def test_leaving_costs_a_part_of_a_year_from_then_on(end, lost):
    arrays, years, *_ = of(TRADES)
    found = lost_by_leaving(arrays, years, column(end))
    assert found[0].tolist() == pytest.approx(lost)


def test_the_end_of_work_is_the_end_of_what_can_be_lost():
    arrays, years, *_ = of(CERTIFICATE, **{"person.start_age": 64})
    assert lost_by_leaving(arrays, years, column(0.95))[0].tolist() == pytest.approx([0.05])


def test_in_the_plain_world_they_have_a_part_of_the_gain_and_a_gap_in_work():
    # Half of two years: 0.5 x 0.5 of the gap of 52,000, of which half counts, and 0.15 years without work.
    values = {"careers.apprentice_leavers_keep": 0.5, "careers.leaving_cost": 0.15, "person.quit_after": 1}
    arrays, years, *_ = of(TRADES, [PLAIN], **values)
    left = projection(arrays, years, TRADES).quitter
    assert left.paid[0].tolist() == pytest.approx([50_000, 0.85 * 65_000, *[65_000] * 8])
    assert left.earnings[0].tolist() == pytest.approx([50_000, 0.85 * 58_500, *[58_500] * 8])


def test_what_a_study_measured_holds_the_cost_of_leaving_already():
    arrays, years, pathway, _ = of(SECTORAL, **{"careers.leaving_cost": 0.4})
    same, others, *_ = of(SECTORAL, **{"careers.leaving_cost": 0.1})
    ours, theirs = (projection(a, y, SECTORAL).expected.earnings for a, y in ((arrays, years), (same, others)))
    assert pathway.completion is None
    assert (ours == theirs).all()


def test_the_mean_of_leavers_is_by_the_times_of_leaving():
    arrays, years, pathway, own = of(TRADES, [PLAIN], **{"careers.apprentice_leavers_keep": 1})
    found = projection(arrays, years, TRADES)
    # After 0.25 and 0.75 of the term; all of a counted gap of 26,000 by that share. With 0.5 finishing, 0.5^0.668188 are
    # still in after half of it, 0.668188 = (1 - e^-0.7) / (1 - e^-1.4).
    early = (1 - 0.5**0.668188) / 0.5
    assert found.leaver.earnings[0, -1] == pytest.approx(52_000 + 26_000 * (early * 0.25 + (1 - early) * 0.75), abs=1)
    assert mean_kept(arrays, pathway, own, column(0.5))[0, 0] == pytest.approx(
        early * 0.25 + (1 - early) * 0.75, abs=1e-4
    )
    everybody = 0.5 * found.completer.earnings + 0.5 * found.leaver.earnings
    np.testing.assert_allclose(found.expected.earnings, everybody, rtol=1e-12)
