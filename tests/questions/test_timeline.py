"""`timeline` in the plain world, by hand, and against `compare`."""

import pytest

from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.questions.compare import comparison
from mobcalc.questions.timeline import timeline
from tests.questions.test_compare import MEASURED, MEASURED_FILE, NOWHERE, PLAIN, SECTORAL, TRADES


def plain(**values):
    return load(
        Layers(paths=[PLAIN, MEASURED_FILE], flags=[Flag("--set", name, str(v)) for name, v in values.items()])
    ).assumptions


def test_a_finisher_year_by_year():
    # Two years at 50,000 with costs of 1,000, then 52,000 + half of the gap of 52,000, paid 104,000.
    _, trade = timeline(plain(), NOWHERE, [TRADES], groups=["completer"]).pathways
    (done,) = trade.groups
    assert done.group == "completer"
    assert [year.age for year in done.years] == list(range(20, 30))
    assert [year.paid_earnings for year in done.years] == pytest.approx([50_000] * 2 + [104_000] * 8)
    assert [year.earnings for year in done.years] == pytest.approx([50_000] * 2 + [78_000] * 8)
    ahead = [50_000 - 1_000 - 52_000] * 2 + [26_000] * 8
    assert [year.difference for year in done.years] == pytest.approx(ahead)
    assert [year.cumulative_difference for year in done.years] == pytest.approx(
        [sum(ahead[: n + 1]) for n in range(10)]
    )


def test_the_last_year_sums_to_the_gain_of_compare():
    assumptions = plain(**{"economy.discount_rate": 0.03})
    compared = comparison(assumptions, NOWHERE, [TRADES, MEASURED]).pathways[1:]
    followed = timeline(assumptions, NOWHERE, [TRADES, MEASURED]).pathways[1:]
    for whole, years in zip(compared, followed, strict=True):
        for group in years.groups:
            gain = {"expected": "gain"}.get(group.group, f"{group.group}_gain")
            total = getattr(whole.versus_baseline, gain).net_present_value
            assert group.years[-1].cumulative_difference == pytest.approx(total)


def test_a_group_that_a_study_does_not_tell_apart_has_a_reason_and_all_who_start_instead():
    _, found = timeline(plain(), NOWHERE, [SECTORAL], groups=["completer", "leaver"]).pathways
    assert [group.group for group in found.groups] == ["expected"]
    assert found.why == {"completer": "all_offered", "leaver": "all_offered", "training_years": "no_place"}


def test_the_baseline_is_shown_as_all_who_start():
    base, _ = timeline(plain(), NOWHERE, [TRADES], groups=["leaver"]).pathways
    assert [group.group for group in base.groups] == ["expected"]
    assert not any(year.difference for year in base.groups[0].years)
