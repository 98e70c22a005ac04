"""Which routes lead into an occupation, and the terms of apprenticeships, read again from the published tables."""

import statistics

import pytest

from mobcalc.errors import InputError
from mobcalc.loader.bundle import bundled
from mobcalc.schema import informs
from mobcalc.schema import records as records_of
from mobcalc.store.occupation_pathway import pathways_of, with_routes
from mobcalc.store.routes import existing_routes, routes_into, term_of
from tests.store.published import table, the_occupation, wages

DOL = table("dol_apprenticeable_occupations_2019")
PROJECTED = {r["occ_code"]: r for r in table("bls_projections_2024_2034_table1_2") if r["occ_type"] == "Line item"}
ROUTES = {
    "electrician": {"apprenticeship": "on_list"},
    "registered nurse": {"degree": "degree_is_held"},
    "welder": {"apprenticeship": "on_list", "certificate": "award_is_guess", "on-the-job": "trained_on_the_job"},
    "medical assistant": {"apprenticeship": "on_list", "certificate": "award_is_entry", "degree": "degree_is_held"},
    "cashier": {"on-the-job": "trained_on_the_job"},
    "dental hygienist": {"degree": "degree_is_entry"},
    "truck driver": {"apprenticeship": "on_list", "certificate": "award_is_entry"},
}


@pytest.mark.parametrize("name", ROUTES)
def test_the_routes_that_exist(name):
    found = {route.kind: route.reason for route in routes_into(the_occupation(name)) if route.exists}
    assert found == ROUTES[name]


def test_every_occupation_has_routes_by_the_tables_or_is_refused():
    listed = {code for row in DOL if "evel" not in row["title"] for code in row["soc2018"].split()}
    education = {r["soc2018"]: float(r["associate_pct"]) for r in table("acs_2024_occupations")}
    for code, row in PROJECTED.items():
        try:
            occupation = the_occupation(code)
        except InputError:
            continue  # not in the wage survey
        found = {route.kind: route for route in routes_into(occupation)}
        if not code.endswith("0"):
            assert found["apprenticeship"].exists == (code in listed), code
        entry, training = row["typical_entry_education"], row["typical_on_the_job_training"]
        longer = training.startswith(("Moderate", "Long"))
        is_award = entry == "Postsecondary nondegree award"
        is_guess = (entry.startswith("High school") and longer) or entry.startswith("Some college")
        assert found["certificate"].exists == (is_award or is_guess), code
        if code in education:
            held = education[code] >= 20 or entry == "Associate's degree"
            assert found["degree"].exists == held, code
        plain = entry.startswith(("High school", "No formal", "Some college"))
        assert found["on-the-job"].exists == (plain and training.endswith("on-the-job training")), code
        if not any(route.exists for route in found.values()):
            with pytest.raises(InputError, match="no apprenticeship, certificate or associate degree leads to"):
                existing_routes(occupation)


def test_the_term_is_that_of_the_program_of_the_occupations_title():
    # ELECTRICIAN by time asks for 8,000 hours, MEDICAL ASSISTANT for 4,000.
    assert term_of(the_occupation("electrician")).value == 8000
    assert term_of(the_occupation("medical assistant")).value == 4000
    # CARPENTER by time is there twice, with 8,000 and 7,328 hours.
    assert term_of(the_occupation("carpenter")).value == (8000 + 7328) / 2


def test_without_a_program_of_the_title_the_median_of_all_that_fit_is_taken():
    hours = [
        (float(row["hours_min"]) + float(row["hours_max"])) / 2
        for row in DOL
        if "53-3032" in row["soc2018"].split() and "Level" not in row["title"] and row["hours_min"]
    ]
    found = term_of(the_occupation("truck driver"))
    assert found.value == statistics.median(hours)
    assert found.range == (min(hours), max(hours))
    assert "all that fit" in found.note


def test_a_program_by_competence_alone_has_no_hours_of_its_own():
    found = term_of(the_occupation("15-1212"))
    assert (found.value, found.kind, found.range) == (4000, "assumed", (2000, 8000))


def test_steps_of_a_program_are_no_programs():
    # All three levels of a pipe fitter's program ask for less than the whole.
    assert term_of(the_occupation("plumber")).value >= 8000


def test_the_pathways_of_the_routes():
    records = with_routes(bundled(), the_occupation("welder"))
    made = {name: pathway for name, pathway in records.pathways.items() if name.endswith("51-4121")}
    assert list(made) == ["apprenticeship-51-4121", "certificate-51-4121", "on-the-job-51-4121"]
    certificate, on_the_job = made["certificate-51-4121"], made["on-the-job-51-4121"]
    assert certificate.earnings.education == "some-college"
    assert certificate.earnings.causal_share == bundled().careers.trained_causal_share
    assert certificate.costs == bundled().pathways["certificate"].costs
    assert "is a guess" in certificate.caution
    assert on_the_job.training.length.value == 0.5
    assert on_the_job.earnings.education is None
    assert records.pathways["certificate"].on_request and not records.pathways["associate-degree"].on_request
    # Welders are in a skilled trade, so the study of apprentices says something of their apprenticeship; nursing
    # assistants are not, and neither are those who learn welding in class or on the job apprentices.
    assert [name for name, pathway in made.items() if informs(study_of(records), pathway)] == ["apprenticeship-51-4121"]
    care = with_routes(bundled(), the_occupation("cna"))
    own = [pathway for name, pathway in care.pathways.items() if name.endswith("31-1131")]
    assert "apprenticeship" in {pathway.family for pathway in own}
    assert not any(informs(study_of(care), pathway) for pathway in own)


def study_of(records):
    (study,) = records.studies.values()
    return study


def test_what_leavers_keep_of_a_route_is_said_of_all_who_are_paid_or_are_not():
    for name, pathway in with_routes(bundled(), the_occupation("welder")).pathways.items():
        assert (pathway.leavers_keep is not None) == (name == "digital-credential")


def test_every_value_of_every_occupation_is_inside_its_range_or_a_bound():
    """A value at an end of its range could not be the mean of what is drawn from it."""
    bounds = set()
    seen = 0
    for code in wages(2025):
        occupation = the_occupation(code)
        try:
            routes = dict(pathways_of(bundled(), occupation, existing_routes(occupation)))
        except InputError:
            continue  # no route leads there, or its wages are not published
        for name, pathway in routes.items():
            seen += 1
            for part, record in records_of(pathway):
                if record.range is not None:
                    low, high = record.range
                    inside = low < record.value < high
                    assert inside or (record.bound and record.value in (low, high)), f"{name}.{part}"
                    if not inside:
                        bounds.add(part)
    assert seen > 800
    # Training on the job of up to a month, the longest or shortest of the programs listed, and grants.
    assert bounds == {"training.length", "training.term_hours", "costs.grants"}


def test_a_month_at_most_is_a_month():
    for name, bound in (("cashier", True), ("welder", False)):
        occupation = the_occupation(name)
        routes = dict(pathways_of(bundled(), occupation, existing_routes(occupation)))
        (length,) = [one.training.length for key, one in routes.items() if key.startswith("on-the-job")]
        assert (length.value == length.range[1]) == length.bound == bound
        assert length.range[0] < length.value <= length.range[1]


def test_a_bundled_trade_lends_its_own_steps_and_completion():
    made = with_routes(bundled(), the_occupation("electrician")).pathways["apprenticeship-47-2111"]
    own = bundled().pathways["electrician-apprenticeship"]
    assert (made.training, made.completion) == (own.training, own.completion)
    other = with_routes(bundled(), the_occupation("roofer")).pathways["apprenticeship-47-2181"]
    assert other.completion.rate.kind == "assumed"
    assert other.completion.rate_men is None


def test_routes_do_not_change_the_bundled_set():
    before = bundled()
    with_routes(before, the_occupation("welder"))
    assert "certificate-51-4121" not in before.pathways
    assert not before.pathways["certificate"].on_request


LENGTHS = {row["occ_code"]: row for row in table("certificate_lengths")}


def test_certificates_are_as_long_as_what_is_published_and_a_year_otherwise():
    for code, row in LENGTHS.items():
        length = with_routes(bundled(), the_occupation(code)).pathways[f"certificate-{code}"].training.length
        low, value, high = (float(row[name]) for name in ("low", "years", "high"))
        assert (length.value, length.range) == (value, (low, high)) and low < value < high
        assert row["stated"] in length.note and row["publisher"] and row["address"].startswith("http")
    assert "51-4121" not in LENGTHS
    pathway = with_routes(bundled(), the_occupation("welder")).pathways["certificate-51-4121"]
    assert pathway.training == bundled().pathways["certificate"].training
    assert "A year is assumed" in pathway.caution


def test_a_program_of_weeks_has_no_federal_grants_and_is_finished_by_more():
    general = bundled().pathways["certificate"]
    made = {code: with_routes(bundled(), the_occupation(code)).pathways[f"certificate-{code}"] for code in LENGTHS}
    for code, row in LENGTHS.items():
        years, pathway = float(row["years"]), made[code]
        assert (pathway.costs.grants is None) == (years < 15 / 52), code
        assert (pathway.completion.rate.value > general.completion.rate.value) == (years < 0.5), code
    assert made["31-1131"].costs.tuition_and_fees == general.costs.tuition_and_fees
    assert "No grants are counted" in made["31-1131"].caution
