"""A city's own wages and prices over the published ones, by one flag each."""

import json
import math

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
    (used,) = answer(run, "--wages", file, "--pathway", "electrician-apprenticeship")["surveys"]
    assert (used["file"], used["rows"], used["used"]) == (file, 2, 1)
    assert used["figures"] == {"pathways.electrician-apprenticeship.earnings.percentiles": f"{file}:2"}


def test_what_is_set_by_name_wins(run, wages):
    file = wages("electrician,NY,,,60000,,,2025")
    value = f"{ELECTRICIAN}=[1000, 2000, 3000, 4000, 5000]"
    assert shown(run, ELECTRICIAN, *HERE, "--wages", file, "--set", value)["value"][2] == 3000


def test_a_file_of_which_no_row_is_used_says_so(run, wages):
    file = wages("roofer,OH,,,50000,,,2025")
    (used,) = answer(run, *HERE, "--wages", file)["surveys"]
    assert (used["file"], used["rows"], used["used"]) == (file, 1, 0)
    assert f"No row of {file}" in " ".join(
        run("compare", "--details", *HERE, "--wages", file, "--draws", "0").out.split()
    )


def test_the_dearer_care_is_said_not_to_count_where_both_are_priced(run, tmp_path):
    file = tmp_path / "prices.csv"
    toledo = ("livingwage", "--county", "Toledo, OH", "--child", "0", "--prices", file)
    reason = "Of care in a center and in a family home the cheaper counts; a file may price both."
    file.write_text("item,area,amount,year\ninfant_care_center,OH,265,2025\n")
    assert f"1 of 1 row of {file} is used. " in " ".join(run(*toledo).out.split())
    assert reason not in " ".join(run(*toledo).out.split())
    file.write_text("item,area,amount,year\ninfant_care_center,OH,265,2025\ninfant_care_family,OH,225,2025\n")
    assert f"1 of 2 rows of {file} is used. {reason}" in " ".join(run(*toledo).out.split())
    file.write_text("item,area,amount,year\ninfant_care_center,OH,90,2025\n")
    assert reason not in " ".join(run(*toledo).out.split())
    assert json.loads(run(*toledo, "--json").out)["surveys"][0]["dearer_care"] is False


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
        (("electrician,NY,,,60000,,,2031",), ":2: year: there are no consumer prices for 2031"),
        (
            ('roofer,"Jamestown, NY",,,50000,,,2025', "roofer,FIPS 36013,,,51000,,,2025"),
            ":3: there is a row for the same in the same area already",
        ),
        (("roofer,NY,,,50000,,,2025", "roofer,New York,,,51000,,,2025"), ":3: there is a row for the same"),
        (("roofer,,,,50000,,,2025", "roofer,US,,,51000,,,2025"), ":3: there is a row for the same"),
    ],
)
def test_rows_that_mean_nothing_are_refused(lines, problem, run, wages):
    found = run("compare", *HERE, "--wages", wages(*lines))
    assert (found.code, found.out) == (2, "")
    assert problem in found.err
    assert found.err.count("error:") == 1


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


WRONG_ROUTES = {
    "certificate-47-2152: {completion: {rate: 0.5}}": "the tables list no certificate into plumbers",
    "apprenticeship-51-9999: {completion: {rate: 0.5}}": "there is no detailed occupation 51-9999",
    "degree-29-1215: {completion: {rate: 0.5}}": "degree leads to family medicine physicians",
    "apprenticeship-47-2111: {completion: {rate: 50}}": "50 is out of range for a value in share",
    "apprenticeship-47-2111: {completion: {rte: 0.5}}": "unknown key 'rte'",
}


@pytest.mark.parametrize("entry", WRONG_ROUTES)
def test_entries_of_occupations_that_are_not_asked_for_are_checked(entry, run, tmp_path):
    file = tmp_path / "city.yaml"
    file.write_text(f"pathways:\n  {entry}\n")
    for occupation in ((), ("--occupation", "welder"), ("--occupation", "plumber")):
        found = run("compare", "-a", file, *occupation)
        assert (found.code, found.out) == (2, "")
        assert f"{file}:2: pathways." in found.err and WRONG_ROUTES[entry] in found.err
        assert "hint:" in found.err
    found = run("assumptions", "check", file)
    assert found.code == 1 and WRONG_ROUTES[entry] in " ".join(found.out.split())


def test_a_number_of_an_occupation_that_is_not_asked_for_says_how_to_ask(run):
    name = "pathways.apprenticeship-47-2111.completion.rate"
    for command in (("assumptions", "show", name), ("compare", "--set", f"{name}=0.5")):
        assert "hint: add --occupation 47-2111" in run(*command).err
    near = run("assumptions", "show", f"{name[:-1]}", "--occupation", "electrician").err
    assert f"did you mean {name}?" in near


def test_a_code_and_a_title_that_contradict_each_other_are_refused(run, wages):
    head = "soc,occupation,median,year"
    for title in ("electrician", "nurse"):
        found = run("compare", *HERE, "--wages", wages(f"49-9021,{title},60000,2025", header=head))
        assert (found.code, found.out) == (2, "")
        assert ":2: 49-9021 is Heating, Air Conditioning, and Refrigeration Mechanics" in found.err
    # A title of one's own beside the code is no contradiction, nor is one that may mean several.
    for title in ("Journeyman inside wireman II", "electrician", "electrical"):
        file = wages(f"47-2111,{title},60000,2025", header=head)
        assert shown(run, ELECTRICIAN, *HERE, "--wages", file)["value"][2] == 60000


def test_percentiles_that_are_not_given_fit_among_those_that_are(run, wages):
    published = shown(run, ELECTRICIAN, *HERE)["value"]
    record = shown(run, ELECTRICIAN, *HERE, "--wages", wages("electrician,NY,45760,,52000,,62400,2025"))
    p10, p25, p50, p75, p90 = record["value"]
    assert (p10, p50, p90) == (45760, 52000, 62400)
    logs = [math.log(point) for point in published]
    assert math.log(p25 / p10) / math.log(p50 / p10) == pytest.approx(
        (logs[1] - logs[0]) / (logs[2] - logs[0]), abs=1e-4
    )
    assert p50 < p75 < p90
    assert "p25, p75 lie among p10, median, p90, in logarithms, as in the published wages." in record["note"]
    wide = shown(run, ELECTRICIAN, *HERE, "--wages", wages("electrician,NY,,29120,52000,124800,,2025"))["value"]
    assert wide[0] == pytest.approx(29120 * published[0] / published[1], abs=0.01)
    assert wide[4] == pytest.approx(124800 * published[4] / published[3], abs=0.01)


@pytest.mark.parametrize(
    ("area", "county"),
    [
        ("New York-Newark-Jersey City, NY-NJ", "Kings County, NY"),
        ("New York-Newark-Jersey City, NY-NJ-PA (Metropolitan Statistical Area)", "Essex County, NJ"),
        ("Washington-Arlington-Alexandria, DC-VA-MD-WV", "Fairfax County, VA"),
        ("Denver-Aurora-Centennial, CO", "Denver County, CO"),
        ("Southwest New York nonmetropolitan area", "Chautauqua County, NY"),
        ("Slidell-Mandeville-Covington, LA", "St. Tammany Parish, LA"),
    ],
)
def test_areas_of_the_wage_survey_hold_their_counties(area, county, run, wages):
    file = wages(f'electrician,"{area}",,,61000,,,2025', "electrician,US,,,50000,,,2025")
    there = ("--county", county, "--occupation", "electrician")
    assert shown(run, ELECTRICIAN, *there, "--wages", file)["value"][2] == 61000
    assert shown(run, ELECTRICIAN, *there[2:], "--state", "OH", "--wages", file)["value"][2] == 50000


def test_a_row_of_the_state_over_figures_of_the_county_is_said_to_be_statewide(run, wages):
    file = wages("electrician,NY,,,60000,,,2025")
    said = " ".join(run("compare", "--details", *HERE, "--wages", file, "--draws", "0").out.split())
    instead = "are statewide or wider, in place of those of Southwest New York nonmetropolitan area."
    assert f"Your own wages ({file}:2) {instead}" in said
    of_county = wages('electrician,"Chautauqua County, NY",,,60000,,,2025')
    assert instead not in " ".join(run("compare", "--details", *HERE, "--wages", of_county, "--draws", "0").out.split())


def prices(tmp_path, *lines):
    file = tmp_path / "prices.csv"
    file.write_text("\n".join(["item,area,amount,year", *lines]) + "\n")
    return str(file)


HOME = ("--county", "Jamestown, NY", "--child", "3")


def housing(run, file, *more):
    """What housing costs, where that is from, and the survey used."""
    budget = json.loads(run("livingwage", *HOME, "--prices", file, "--json", *more).out)
    return budget["budget"]["housing"], budget["sources"]["housing"], budget["surveys"][0]


def test_the_row_named_is_that_of_the_rent_used(run, tmp_path):
    own = prices(tmp_path, "rent_1br,NY,700,2024", 'rent_2br,"Jamestown, NY",1100,2025')
    annual, part, used = housing(run, own)
    assert annual == 12 * 1100
    assert [given["from"] for given in part["given"]] == [f"{own}:3"]
    # With the child grown one bedroom is enough.
    assert used["figures"] == {"place.rents.1": f"{own}:2", "place.rents.2": f"{own}:3"}
    said = " ".join(run("livingwage", "--details", *HOME, "--prices", own).out.split())
    assert f"(from {own}:2, {own}:3)" in said
    assert "Own figures: 2 of 2 rows" in said


def test_a_published_rent_beside_own_ones_is_said_to_be_published(run, tmp_path):
    _, part, used = housing(run, prices(tmp_path, "rent_4br,NY,1500,2025"))
    assert (part["given"], part["sources"], used["used"]) == ([], ["hud-fmr-2025"], 0)


def test_rents_of_several_years_are_in_dollars_of_the_latest(run, tmp_path):
    own = prices(tmp_path, "rent_1br,NY,700,2024", "rent_2br,NY,1100,2025")
    record = shown(run, "place.rents", "--county", "Jamestown, NY", "--prices", own)
    assert (record["price_year"], record["value"][2]) == (2025, 1100)
    assert record["value"][1] == pytest.approx(700 * 321.974 / 313.698, abs=0.01)
    assert record["note"] == (
        f"Own are rent_1br of 2024 in NY from {own}:2, rent_2br of 2025 in NY from {own}:3; the others are published. "
        "All are in dollars of 2025."
    )


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (("rent_2br,NY,1600,2025", "rent_3br,NY,1500,2025"), ":2: amount: rent_2br is 1600 and rent_3br 1500"),
        (("rent_2br,NY,9600,2025",), ":2: amount: 9600 a month is 10.3 times the published rent of 933"),
        (("rent_2br,NY,12000,2025",), ":2: amount: 12000 is no price in USD/month"),
        (("rent_2br,NY,900,2025", "rent_2br,New York,950,2025"), ":3: there is a row for the same in the same area"),
    ],
)
def test_rents_that_cannot_be_are_refused(lines, problem, run, tmp_path):
    found = run("livingwage", *HOME, "--prices", prices(tmp_path, *lines))
    assert (found.code, found.out) == (2, "")
    assert problem in found.err


def test_an_own_rent_above_a_published_one_for_more_bedrooms_is_questioned(run, tmp_path):
    own = prices(tmp_path, "rent_2br,NY,1300,2025")
    said = " ".join(run("livingwage", *HOME, "--prices", own).out.split())
    assert "Its rent for 2 bedrooms is above the one taken for more bedrooms" in said


def test_a_row_is_used_where_the_answer_rests_on_it(run, tmp_path, wages):
    own = prices(tmp_path, "infant_care_center,NY,300,2025", "infant_care_family,NY,250,2025")
    # The cheaper of the two kinds of care is taken, and none without children.
    assert housing(run, own)[2]["used"] == 1
    assert answer(run, "--county", "Jamestown, NY", "--prices", own)["surveys"][0]["used"] == 0
    assert housing(run, own, "--set", "place.infant_care_family=200")[2]["used"] == 0
    # What is kept rests on the price of care, and without a pathway on no wage.
    file = wages("electrician,NY,,,60000,,,2025")
    cliff = ("cliff", *HOME, "--wages", file, "--prices", own, "--json")
    assert [one["used"] for one in json.loads(run(*cliff).out)["surveys"]] == [0, 1]
    along = json.loads(run(*cliff, "--pathway", "electrician-apprenticeship").out)
    assert [one["used"] for one in along["surveys"]] == [1, 1]
    assert "is used: none is of a place and of an occupation or a price of this answer." in " ".join(
        run("cliff", *HOME, "--prices", own, "--child-care", "none").out.split()
    )
    # Another pathway than that of the row.
    other = answer(run, "--wages", file, "--state", "NY", "--pathway", "associate-degree")
    assert other["surveys"][0]["used"] == 0


def test_a_file_with_a_header_only_says_so(run, wages):
    assert "There are no rows in" in run("compare", "--details", *HERE, "--wages", wages(), "--draws", "0").out
