"""A city's own wages and prices over the published ones, by one flag each."""

import json

import pytest

ELECTRICIAN = "pathways.apprenticeship-47-2111.earnings.percentiles"
HERE = ("--county", "Jamestown, NY", "--occupation", "electrician")


@pytest.fixture
def wages(tmp_path):
    """Writes a table of wages and gives its name."""

    def write(*lines, header="occupation,area,p10,p25,median,p75,p90,year"):
        file = tmp_path / "wages.csv"
        file.write_text("\n".join([header, *lines]) + "\n")
        return str(file)

    return write


def shown(run, name, *arguments):
    found = run("assumptions", "show", name, *arguments, "--json")
    assert (found.code, found.err) == (0, "")
    return json.loads(found.out)


def answer(run, *arguments):
    found = run("compare", "--json", "--draws", "0", *arguments)
    assert (found.code, found.err) == (0, "")
    return json.loads(found.out)


def test_a_survey_takes_the_place_of_published_wages(run, wages):
    file = wages("electrician,NY,40000,50000,60000,70000,80000,2025")
    record = shown(run, ELECTRICIAN, *HERE, "--wages", file)
    assert record["value"] == [40000, 50000, 60000, 70000, 80000]
    assert f"{file}:2" in json.dumps(record)


def test_half_as_much_again_in_the_survey_is_half_as_much_again_in_pay(run, wages):
    pays = []
    for factor in (1, 1.5):
        points = ",".join(str(factor * point) for point in (40000, 50000, 60000, 70000, 80000))
        found = answer(run, *HERE, "--sex", "male", "--wages", wages(f"electrician,NY,{points},2025"))
        one = next(p for p in found["pathways"] if p["id"] == "apprenticeship-47-2111")
        pays.append(one["completer"]["pay_first_year_after_training"])
    assert pays[1] == pytest.approx(1.5 * pays[0], rel=0.005)


def test_the_year_of_the_survey_is_its_price_year(run, wages):
    old = shown(run, ELECTRICIAN, *HERE, "--wages", wages("electrician,NY,40000,50000,60000,70000,80000,2024"))
    assert old["price_year"] == 2024
    found = answer(run, *HERE, "--wages", wages("electrician,NY,40000,50000,60000,70000,80000,2024"))
    (given,) = [o for o in found["overrides"] if o["name"] == ELECTRICIAN]
    assert given["price_year"] == 2024


def test_percentiles_that_are_not_given_lie_as_far_from_the_median_as_published(run, wages):
    published = shown(run, ELECTRICIAN, *HERE)["value"]
    own = shown(run, ELECTRICIAN, *HERE, "--wages", wages("electrician,NY,,,60000,,,2025"))["value"]
    assert own == pytest.approx([60000 * point / published[2] for point in published], abs=0.01)
    assert own[2] == 60000


def test_the_smallest_area_that_holds_the_place_counts(run, wages):
    lines = [
        "electrician,,,,50000,,,2025",
        "electrician,NY,,,60000,,,2025",
        'electrician,"Chautauqua County, NY",,,70000,,,2025',
        "electrician,OH,,,80000,,,2025",
    ]
    for count, expected in ((4, 70000), (2, 60000), (1, 50000)):
        file = wages(*lines[:count])
        assert shown(run, ELECTRICIAN, *HERE, "--wages", file)["value"][2] == expected
    assert shown(run, ELECTRICIAN, "--state", "PA", "--occupation", "electrician", "--wages", file)["value"][2] == 50000
    # A metropolitan area holds its counties.
    metro = wages('electrician,"Buffalo-Cheektowaga, NY",,,65000,,,2025', "electrician,NY,,,60000,,,2025")
    erie = ("--county", "Erie County, NY", "--occupation", "electrician")
    assert shown(run, ELECTRICIAN, *erie, "--wages", metro)["value"][2] == 65000
    assert shown(run, ELECTRICIAN, *HERE, "--wages", metro)["value"][2] == 60000


def test_a_survey_holds_for_bundled_pathways_without_a_place_too(run, wages):
    file = wages("electrician,,,,60000,,,2025", "roofer,OH,,,50000,,,2025")
    assert shown(run, "pathways.electrician-apprenticeship.earnings.percentiles", "--wages", file)["value"][2] == 60000
    assert answer(run, "--wages", file)["surveys"] == [{"file": file, "rows": 2, "used": 1}]


def test_what_is_set_by_name_wins(run, wages):
    file = wages("electrician,NY,,,60000,,,2025")
    value = f"{ELECTRICIAN}=[1000, 2000, 3000, 4000, 5000]"
    assert shown(run, ELECTRICIAN, *HERE, "--wages", file, "--set", value)["value"][2] == 3000


def test_a_file_of_which_no_row_is_used_says_so(run, wages):
    file = wages("roofer,OH,,,50000,,,2025")
    assert answer(run, *HERE, "--wages", file)["surveys"] == [{"file": file, "rows": 1, "used": 0}]
    assert f"No row of {file}" in " ".join(run("compare", *HERE, "--wages", file, "--draws", "0").out.split())


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (("wizard,NY,,,50000,,,2025",), ":2: there is no occupation 'wizard'"),
        (("IT,NY,,,50000,,,2025",), ":2: 'IT' may mean several occupations"),
        (("roofer,Springfield,,,50000,,,2025",), ":2: area: 'Springfield' may mean several places"),
        (
            ("roofer,NY,,,50000,,,2025", "47-2181,ny,,,51000,,,2025"),
            ":3: there is a row for the same in the same area already",
        ),
        (("electrician,NY,,,60000,,,2031",), "there are no consumer prices for 2031"),
    ],
)
def test_rows_that_mean_nothing_are_refused(lines, problem, run, wages):
    found = run("compare", *HERE, "--wages", wages(*lines))
    assert (found.code, found.out) == (2, "")
    assert problem in found.err


def test_own_rents_and_child_care(run, tmp_path):
    file = tmp_path / "prices.csv"
    file.write_text('item,area,amount,year\nrent_2br,NY,1500,2025\ninfant_care_center,"Jamestown, NY",400,2025\n')
    place = ("--county", "Jamestown, NY")
    published, own = (shown(run, "place.rents", *place, *more)["value"] for more in ((), ("--prices", file)))
    assert own == [*published[:2], 1500, *published[3:]]
    assert shown(run, "place.infant_care_center", *place, "--prices", file)["value"] == 400
    home = ("--adults", "1", "--child", "3", "--json")
    wages = [json.loads(run("livingwage", *place, *home, *more).out)["hourly"] for more in ((), ("--prices", file))]
    assert wages[1] > wages[0] + 3


def test_published_rents_beside_own_are_in_the_same_dollars(run, tmp_path):
    file = tmp_path / "prices.csv"
    file.write_text("item,amount,year\nrent_2br,1500,2024\n")
    place = ("--state", "NY")
    published = shown(run, "place.rents", *place)["value"]
    own = shown(run, "place.rents", *place, "--prices", file)
    assert (own["price_year"], own["value"][2]) == (2024, 1500)
    assert own["value"][0] == pytest.approx(published[0] * 313.698 / 321.974, abs=0.01)


def test_prices_need_a_place(run, tmp_path):
    file = tmp_path / "prices.csv"
    file.write_text("item,amount,year\nrent_2br,1500,2024\n")
    found = run("compare", "--prices", file)
    assert (found.code, found.out) == (2, "")
    assert "there is no place that they are of" in found.err


def test_an_answer_is_not_written_over_a_survey(run, wages):
    file = wages("electrician,NY,,,60000,,,2025")
    found = run("compare", "--wages", file, "-o", file, "--force")
    assert found.code == 2 and "read from" in found.err


def test_a_file_of_assumptions_may_hold_several_occupations(run, tmp_path):
    file = tmp_path / "city.yaml"
    file.write_text(
        "pathways:\n  apprenticeship-47-2111: {completion: {rate: 0.5}}\n  certificate-51-4121: {completion: {rate: 0.6}}\n"
    )
    for occupation, name, rate in (
        ("electrician", "apprenticeship-47-2111", 0.5),
        ("welder", "certificate-51-4121", 0.6),
    ):
        found = answer(run, "--occupation", occupation, "-a", file)
        assert next(p for p in found["pathways"] if p["id"] == name)["completion_rate"] == rate
    assert len(answer(run, "-a", file)["overrides"]) == 0
    file.write_text("pathways:\n  apprenticship-47-2111: {completion: {rate: 0.5}}\n")
    assert run("compare", "-a", file).code == 2
