"""Figures a local counselor would recognise: pay and gains that move with age, wage and place as people know them."""

from functools import cache

import msgspec
import numpy as np
import pytest

from mobcalc.loader.bundle import bundled
from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.projection.case import case_of
from mobcalc.projection.mixture import sides_of
from mobcalc.projection.outcomes import subjects_of
from mobcalc.questions.compare import comparison
from mobcalc.results.provenance import Provenance
from mobcalc.store.ladders import Goal
from mobcalc.store.local_assumptions import localized
from mobcalc.store.place_figures import Place
from mobcalc.store.routes import routes_into
from tests.store.published import states, table, the_occupation, the_state

TRADES, ASSOCIATE, CERTIFICATE, BACHELORS = (
    "building-trades-apprenticeship",
    "associate-degree",
    "certificate",
    "bachelors-degree",
)
DEFAULT = (TRADES, ASSOCIATE, CERTIFICATE)
SEXES = ("male", "female")


@cache
def found(*pathways, state=None, occupation=None, **person):
    """The pathways by id for a person."""
    flags = [Flag("--set", f"person.{name}", str(value)) for name, value in person.items()]

    def put(records):
        place = None if state is None else Place(the_state(state))
        return localized(records, place, None if occupation is None else Goal(the_occupation(occupation))).records

    local = put if state or occupation else None
    assumptions = load(Layers(flags=flags), local).assumptions
    return {one.id: one for one in comparison(assumptions, Provenance("", []), pathways).pathways}


def gain(name, **person):
    return found(name, **person)[name].versus_baseline.gain.net_present_value


def test_the_survey_has_the_medians_that_are_quoted_of_it():
    pay = {(r["occp"], r["sex"], r["age"]): int(r["p50"]) for r in table("acs_2024_earnings_by_occupation")}
    assert (pay["6355", "men", "25-29"], pay["6355", "men", "40-44"]) == (54_360, 75_537)
    men = bundled().people.pay["high-school"].full_time_men.value
    assert (men[3], men[6]) == (43_410, 55_452)
    assert bundled().people.pay["high-school"].ages.value[3] == 27.5


@pytest.mark.parametrize("sex", [*SEXES, None])
@pytest.mark.parametrize("name", DEFAULT)
def test_gains_are_smooth_in_age(name, sex):
    person = {} if sex is None else {"sex": sex}
    gains = np.array([gain(name, start_age=age, **person) for age in range(18, 50)])
    assert np.abs(np.diff(gains)).max() <= 0.15 * (gains.max() - gains.min())


@pytest.mark.parametrize("age", [18, 25, 29, 35, 45])
@pytest.mark.parametrize("name", [*DEFAULT, BACHELORS])
def test_without_a_sex_the_gain_lies_between_those_of_both(name, age):
    both, man, woman = (gain(name, start_age=age, **sex) for sex in ({}, {"sex": "male"}, {"sex": "female"}))
    assert min(man, woman) <= both <= max(man, woman)


@pytest.mark.parametrize("age", range(18, 46))
def test_women_gain_at_least_as_much_as_men_from_an_associate_degree(age):
    assert gain(ASSOCIATE, start_age=age, sex="female") >= gain(ASSOCIATE, start_age=age, sex="male")


def test_a_general_certificate_does_not_beat_that_of_a_welder():
    welding = found(occupation="welder", sex="male", start_age=25)["certificate-51-4121"]
    assert 0 < gain(CERTIFICATE, sex="male", start_age=25) < welding.versus_baseline.gain.net_present_value


@pytest.mark.parametrize("age", [18, 29, 45])
@pytest.mark.parametrize("sex", [*SEXES, None])
def test_what_a_study_corrects_lies_between_it_and_pay(sex, age):
    one = found(TRADES, start_age=age, **({} if sex is None else {"sex": sex}))[TRADES]
    pay, study = (estimate.gain.net_present_value for estimate in one.estimates)
    assert pay < one.versus_baseline.gain.net_present_value < study
    weights = [estimate.weight for estimate in one.estimates]
    counts = {"male": 0.4, "female": 0.2, None: 0.965 * 0.4 + 0.035 * 0.2}[sex]
    assert weights == pytest.approx([1 - counts, counts])
    # What is put on it is linear in the weight, but where no loss counts.
    both = sum(weight * gained for weight, gained in zip(weights, (pay, study), strict=True))
    assert one.versus_baseline.gain.net_present_value == pytest.approx(both, rel=0.01)


def test_a_better_paid_occupation_gains_more():
    flags = "{value: [%s], price_year: 2025}"
    wages = np.array(bundled().pathways[TRADES].earnings.percentiles.value)
    gains = []
    for factor in (0.8, 0.9, 1.0, 1.1, 1.2):
        text = flags % ", ".join(f"{wage * factor:.2f}" for wage in wages)
        given = [Flag("--set", f"pathways.{TRADES}.earnings.percentiles", text), Flag("--set", "person.sex", "male")]
        known = load(Layers(flags=given)).assumptions
        result = comparison(known, Provenance("", []), [TRADES]).pathways[1]
        gains.append(result.versus_baseline.gain.net_present_value)
    assert gains == sorted(gains)


@pytest.mark.parametrize("sex", SEXES)
def test_a_wage_of_ones_own_moves_a_certificates_gain_by_what_is_given_up_for_it(sex):
    # Half way between 23.5 and 27.5, in dollars of 2025 an hour: 19.87 for men, 16.83 for women.
    usual = {"male": (37_132 + 43_410), "female": (31_846 + 36_382)}[sex] / 2 * 321.974 / 313.698 / 2080
    results = [
        found(CERTIFICATE, start_age=25, sex=sex, wage=round(usual * part, 2))[CERTIFICATE] for part in (0.8, 1.0, 1.5)
    ]
    gains = [one.versus_baseline.gain.net_present_value for one in results]
    assert 0 < gains[1] < gains[0] < 2 * gains[1]
    # Who earns half as much again gives up half as much again while studying; little else moves.
    given_up = [one.expected.forgone_earnings for one in results]
    assert given_up[2] == pytest.approx(1.5 * given_up[1], rel=0.01)
    assert gains[1] - gains[2] < 1.4 * (given_up[2] - given_up[1])


@pytest.mark.parametrize("age", [18, 25, 29, 35])
@pytest.mark.parametrize("sex", SEXES)
@pytest.mark.parametrize("name", DEFAULT)
def test_from_the_third_year_on_finishers_are_paid_no_less_than_leavers(name, sex, age):
    one = found(name, start_age=age, sex=sex)[name]
    first = int(np.ceil(one.training_length - 1e-9)) + 2
    done, left = (np.array(group.paid_earnings[first:]) for group in (one.completer, one.leaver))
    if any(notice.code == "pays_less" for notice in one.warnings):
        assert name == CERTIFICATE and age >= 35
    else:
        assert (done >= left - 1.0).all()


@pytest.mark.parametrize("age", [18, 25, 35, 45])
@pytest.mark.parametrize("sex", [*SEXES, None])
@pytest.mark.parametrize(
    "name",
    [TRADES, *(f"{trade}-apprenticeship" for trade in ("electrician", "plumber-pipefitter", "carpenter", "hvac"))],
)
def test_no_pay_cut_on_finishing(name, sex, age):
    person = {} if sex is None else {"sex": sex}
    one = found(name, start_age=age, **person)[name]
    assert "pay_falls_on_finishing" not in [notice.code for notice in one.warnings]
    assert one.completer.paid_earnings[int(np.ceil(one.training_length))] > one.completer.paid_earnings[0]


def test_a_man_who_trains_for_less_than_other_work_pays_is_told_so():
    one = found(occupation="medical assistant", sex="male", start_age=30)["certificate-31-9092"]
    assert "pays_less" in [notice.code for notice in one.warnings]
    assert one.versus_baseline.completer_gain.earnings[-1] >= 0


OCCUPATIONS = (
    *("electrician", "plumber", "carpenter", "hvac", "welder", "roofer", "47-2061", "47-2073", "cna", "lpn"),
    *("medical assistant", "registered nurse", "dental hygienist", "31-9091", "29-2052", "29-2055", "emt", "53-3052"),
    *("truck driver", "49-3023", "49-3031", "49-9041", "49-9071", "51-4041", "51-3011", "35-1011", "35-2014"),
    *("cashier", "43-4051", "43-3031", "43-6013", "31-1120", "39-5012", "33-3051", "37-2011", "15-1232", "25-9045"),
    *("39-9011", "53-7065", "41-2031"),
)


@pytest.mark.parametrize("state", [state.postal for state in states()])
def test_every_state_and_occupation_gives_finite_pay_above_the_floor(state):
    assert len(OCCUPATIONS) == 40
    place, base = Place(the_state(state)), bundled()
    for name in OCCUPATIONS:
        occupation = the_occupation(name)
        records = localized(base, place, Goal(occupation)).records
        routes = [route.pathway for route in routes_into(occupation) if route.exists]
        for sex in SEXES:
            person = msgspec.structs.replace(records.person, sex=sex)
            case = case_of(msgspec.structs.replace(records, person=person), routes, None)
            least = 2080 * float(case.arrays.economy.minimum_wage[0, 0])
            for subject in subjects_of(sides_of(case), case.ids)[1:]:
                own = subject.projection
                done = (own.completer.training[0] == 0.0) & (subject.years.alive[0] > 0.0)
                assert np.isfinite(own.completer.paid).all() and np.isfinite(own.expected.earnings).all()
                assert (own.completer.in_work[0][done] >= least - 0.01).all(), (name, sex)
