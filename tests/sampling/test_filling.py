import msgspec
import numpy as np
import pytest

from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.sampling import fill, for_person, point, restated
from mobcalc.schema import records

CPI = {2011: 224.939, 2022: 292.655, 2024: 313.698, 2025: 321.974}


def with_values(**values):
    return load(Layers(flags=[Flag("--set", name, str(value)) for name, value in values.items()])).assumptions


def test_money_is_restated_to_the_price_year(assumptions):
    arrays = point(assumptions)
    weekly = arrays.pathways["no-postsecondary"].earnings.weekly_median
    assert weekly.shape == (1, 1)
    assert weekly.item() == pytest.approx(930 * CPI[2025] / CPI[2024])
    percentiles = arrays.pathways["building-trades-apprenticeship"].earnings.percentiles
    assert percentiles.tolist() == [[42299, 49640, 62747, 81765, 105188]]


def test_maps_by_year_become_years_and_values(assumptions):
    effect = point(assumptions).pathways["apprenticeship-as-evaluated"].impact.participant
    assert effect.years.tolist() == [6, 9]
    np.testing.assert_allclose(effect.values, [[6595 * CPI[2025] / CPI[2011], 5839 * CPI[2025] / CPI[2011]]])


def test_points_of_one_path_may_have_their_own_price_years():
    name = "pathways.apprenticeship-as-evaluated.impact.participant"
    found = with_values(**{name: "{value: {1: 100, 2: 100}, price_year: {1: 2011, 2: 2024}}"})
    effect = point(found).pathways["apprenticeship-as-evaluated"].impact.participant
    np.testing.assert_allclose(effect.values, [[100 * CPI[2025] / CPI[2011], 100 * CPI[2025] / CPI[2024]]])


def test_another_price_year_moves_all_money_and_nothing_else(assumptions):
    then = point(with_values(**{"economy.price_year": 2022}))
    now = point(assumptions)
    ratio = CPI[2022] / CPI[2025]
    for name in ("tuition_and_fees", "grants"):
        old, new = (getattr(a.pathways["certificate"].costs, name).item() for a in (then, now))
        assert old == pytest.approx(new * ratio)
    assert then.economy.discount_rate.item() == now.economy.discount_rate.item()


def test_restated_value_of_one_record(assumptions):
    grants = assumptions.pathways["certificate"].costs.grants
    assert restated(assumptions, grants) == pytest.approx(4458 * CPI[2025] / CPI[2022])
    assert restated(assumptions, assumptions.economy.discount_rate) == 0.03


def test_every_record_is_asked_for_by_its_dotted_name(assumptions):
    asked = []

    def rows(name, record):
        asked.append(name)
        values = record.value
        return np.array([list(values.values()) if isinstance(values, dict) else values], dtype=float).reshape(1, -1)

    fill(assumptions, rows)
    assert asked == [name for name, _ in records(assumptions)]


def test_many_rows_keep_rows_first(assumptions):
    def rows(name, record):
        values = list(record.value.values()) if isinstance(record.value, dict) else record.value
        return np.repeat(np.array([values], dtype=float).reshape(1, -1), 3, axis=0)

    arrays = fill(assumptions, rows)
    assert arrays.economy.discount_rate.shape == (3, 1)
    assert arrays.pathways["building-trades-apprenticeship"].earnings.percentiles.shape == (3, 5)


@pytest.mark.parametrize(("sex", "rate"), [(None, 0.42), ("male", 0.433), ("female", 0.332)])
def test_completion_by_sex_where_it_is_published(assumptions, sex, rate):
    person = msgspec.structs.replace(assumptions.person, sex=sex)
    settled = for_person(msgspec.structs.replace(assumptions, person=person))
    assert settled.pathways["building-trades-apprenticeship"].completion.rate.value == rate
    assert settled.pathways["certificate"].completion.rate.value == 0.67
