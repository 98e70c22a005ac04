import numpy as np
import pytest

from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.sampling import fill, for_person, given_names, point, restated
from mobcalc.schema import records

CPI = {2011: 224.939, 2022: 292.655, 2024: 313.698, 2025: 321.974}


def with_values(**values):
    return load(Layers(flags=[Flag("--set", name, str(value)) for name, value in values.items()])).assumptions


def test_money_is_restated_to_the_price_year(assumptions):
    arrays = point(assumptions)
    tuition = arrays.pathways["certificate"].costs.tuition_and_fees
    assert tuition.shape == (1, 1)
    assert tuition.item() == pytest.approx(3598 * CPI[2025] / CPI[2022])
    # Men with a high school diploma, at 19 and at 62.5.
    paid = arrays.people.pay["high-school"].full_time_men
    assert paid.shape == (1, 11)
    assert paid[0, [0, -1]].tolist() == pytest.approx([n * CPI[2025] / CPI[2024] for n in (28_511, 58_796)])
    percentiles = arrays.pathways["building-trades-apprenticeship"].earnings.percentiles
    assert percentiles.tolist() == [[42299, 49640, 62747, 81765, 105188]]


def test_maps_by_year_become_years_and_values(assumptions):
    effect = point(assumptions).studies["reed-2012"].effect.participant
    assert effect.years.tolist() == [6, 9]
    np.testing.assert_allclose(effect.values, [[6595 * CPI[2025] / CPI[2011], 5839 * CPI[2025] / CPI[2011]]])


def test_points_of_one_path_may_have_their_own_price_years():
    name = "pathways.intensive-youth-training.impact.participant"
    found = with_values(**{name: "{value: {1: 100, 2: 100}, price_year: {1: 2011, 2: 2024}}"})
    effect = point(found).pathways["intensive-youth-training"].impact.participant
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
    copies = [name for name in asked if ".measured_pathway." in name]
    assert [name for name in asked if name not in copies] == [name for name, _ in records(assumptions)]
    # What a study was measured on is filled too, under the name of the study, so that nothing else moves it.
    assert {name.partition(".measured_pathway.")[0] for name in copies} == {"studies.reed-2012"}


def test_many_rows_keep_rows_first(assumptions):
    def rows(name, record):
        values = list(record.value.values()) if isinstance(record.value, dict) else record.value
        return np.repeat(np.array([values], dtype=float).reshape(1, -1), 3, axis=0)

    arrays = fill(assumptions, rows)
    assert arrays.economy.discount_rate.shape == (3, 1)
    assert arrays.pathways["building-trades-apprenticeship"].earnings.percentiles.shape == (3, 5)


TRADES, DEGREE = "building-trades-apprenticeship", "associate-degree"
RATES = {None: (0.42, 0.73), "male": (0.433, 0.60), "female": (0.332, 0.95)}


def settled_for(sex=None, baseline="no-postsecondary", **values):
    return for_person(with_values(**values), baseline, sex)


@pytest.mark.parametrize("sex", RATES)
@pytest.mark.parametrize("is_own", [True, False])
def test_completion_and_what_counts_by_sex_where_they_are_published(sex, is_own):
    # A person's own sex, or one that a person of unknown sex is taken to be of.
    own = {"person.sex": sex} if is_own and sex else {}
    settled = settled_for(None if is_own else sex, **own)
    assert settled.person.sex == sex
    assert settled.pathways[TRADES].completion.rate.value == RATES[sex][0]
    assert settled.pathways["certificate"].completion.rate.value == 0.45
    assert settled.pathways[DEGREE].earnings.causal_share.value == (RATES[sex][1] if sex else 0.77)
    assert settled.pathways[TRADES].earnings.causal_share.value == 0.73


def test_what_the_user_gave_for_everybody_beats_what_is_published_by_sex():
    given = {f"pathways.{TRADES}.completion.rate": 0.5, f"pathways.{DEGREE}.earnings.causal_share": 0.4}
    settled = settled_for("female", **given)
    assert settled.pathways[TRADES].completion.rate.value == 0.5
    assert settled.pathways[DEGREE].earnings.causal_share.value == 0.4
    by_sex = {f"pathways.{TRADES}.completion.rate_women": 0.3, f"pathways.{DEGREE}.earnings.causal_share_women": 0.2}
    settled = settled_for("female", **given, **by_sex)
    assert settled.pathways[TRADES].completion.rate.value == 0.3
    assert settled.pathways[DEGREE].earnings.causal_share.value == 0.2


# What a finisher of each pathway earns like, by the education held before.
ENDS = {
    None: {"certificate": "some-college", DEGREE: "associate", "bachelors-degree": "bachelors"},
    "less-than-high-school": {"certificate": "some-college", DEGREE: "associate", "bachelors-degree": "bachelors"},
    "some-college": {"certificate": "some-college", DEGREE: "associate", "bachelors-degree": "bachelors"},
    "associate": {"certificate": "associate", DEGREE: "associate", "bachelors-degree": "bachelors"},
    "bachelors": {"certificate": "bachelors", DEGREE: "bachelors", "bachelors-degree": "bachelors"},
}


@pytest.mark.parametrize("held", ENDS)
def test_nobody_loses_an_education_by_getting_a_lower_one(held):
    settled = settled_for(**({} if held is None else {"person.education": held}))
    ends = {name: settled.pathways[name].earnings.education for name in ENDS[held]}
    assert ends == ENDS[held]
    before = held or "high-school"
    assert settled.pathways["no-postsecondary"].earnings.education == before
    # A badge adds to what is held; an apprenticeship is paid by its occupation, whatever is held.
    assert settled.pathways["digital-credential"].earnings.education == before
    assert settled.pathways[TRADES].earnings.education is None
    assert settled.pathways["no-postsecondary"].name == ("No postsecondary" if held is None else "No further training")


def test_a_high_school_diploma_is_what_somebody_has_of_whom_nothing_is_said():
    said, unsaid = settled_for(**{"person.education": "high-school"}), settled_for()
    # Only where the education came from differs: settled assumptions no longer have it.
    assert said.pathways == unsaid.pathways
    assert said.person.education is unsaid.person.education is None


def test_who_is_out_of_work_will_work_full_time():
    assert settled_for(**{"person.weekly_hours": 0}).person.weekly_hours.value == 40
    assert settled_for(**{"person.weekly_hours": 30}).person.weekly_hours.value == 30


def test_each_number_is_known_by_the_name_it_was_given_by():
    given = with_values()
    named = given_names(given, for_person(given, sex="female"))
    changed = {
        f"pathways.{name}": f"pathways.{name}_women"
        for name in (
            f"{TRADES}.completion.rate",
            f"{DEGREE}.earnings.causal_share",
            "bachelors-degree.earnings.causal_share",
        )
    }
    trades = {"electrician", "carpenter", "plumber-pipefitter", "hvac"}
    assert changed.items() <= named.items()
    assert all(own == f"{name}_women" for name, own in named.items())
    assert {name.split(".")[1] for name in named} <= {TRADES, DEGREE, "bachelors-degree"} | {
        f"{trade}-apprenticeship" for trade in trades
    }
    assert given_names(given, for_person(given)) == {}
