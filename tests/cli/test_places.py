import csv
import io
import json
import shlex

import pytest

from tests.store.published import state_level, table, the_state

FORMATS = ("table", "json", "jsonl", "csv", "tsv", "markdown")


def shown(run, *arguments):
    found = run("places", "show", *arguments, "--json")
    assert (found.code, found.err) == (0, "")
    return json.loads(found.out)


def searched(run, words):
    return json.loads(run("places", "search", words, "--json").out)["places"]


def test_golden_output(as_golden):
    as_golden("places-show.txt", "places", "show", "--details", "Hartford, CT")


def test_search_in_the_terminal(run):
    assert run("places", "search", "--details", "Buffalo, NY").out == (
        "Kind             Name                    Code  State County\n"
        "city             Buffalo                 36029 NY    Erie County\n"
        "city             University at Buffalo   36029 NY    Erie County\n"
        "metropolitan     Buffalo-Cheektowaga, NY 15380 NY\n"
        "area\n"
        "\n"
        "3 places; 'mobcalc places show NAME, STATE' tells what is known of one. A city\n"
        "has the code of its county.\n"
    )


def test_search_as_json(run):
    found = searched(run, "Orange, CA")
    assert found[:2] == [
        {
            "kind": "county",
            "name": "Orange County",
            "code": "06059",
            "county": None,
            "is_exact": True,
            "states": ["CA"],
        },
        {
            "kind": "city",
            "name": "Orange",
            "code": "06059",
            "county": "Orange County",
            "is_exact": True,
            "states": ["CA"],
        },
    ]
    words = [r["place_name"].replace(",", "").split() for r in table("place_county_2020")]
    cities = [name for name in words if "Orange" in name and name[-1] == "CA"]
    assert len([one for one in found if one["kind"] == "city"]) == len(cities)
    assert not any(one["is_exact"] for one in found[2:])


def test_a_city_in_several_counties_is_listed_with_all_of_them(run):
    parts = [r for r in table("place_county_2020") if r["place_name"] == "Kansas City city, MO"]
    names = {r["county_fips"]: r["county_name"] for r in table("county_oews_area")}
    found = next(one for one in searched(run, "Kansas City, MO") if one["kind"] == "city")
    by_people = sorted(parts, key=lambda r: -int(r["population"]))
    assert len(parts) > 1
    assert found["county"] == "; ".join(names[r["county_fips"]] for r in by_people)
    assert found["code"] == by_people[0]["county_fips"]


@pytest.mark.parametrize("words", ["Bristol", "Hartford", "Boston", "Louisville", "Juneau"])
def test_no_place_is_listed_twice(words, run):
    listed = [(one["kind"], one["name"], one["states"], one["county"]) for one in searched(run, words)]
    assert [one for one in listed if listed.count(one) > 1] == []


def test_search_by_code_and_by_state(run):
    assert [one["name"] for one in searched(run, "36013")] == ["Chautauqua County"]
    assert [one["name"] for one in searched(run, "ny")] == ["New York"]
    assert [one["states"] for one in searched(run, "35620")] == [["NY", "NJ", "PA"]]
    inside = searched(run, "york, Pennsylvania")
    assert inside[0]["name"] == "York County"
    assert all("PA" in one["states"] for one in inside)


def test_nothing_found_is_no_error(run):
    said = "No state, county, city or metropolitan area has 'Xyzzyqqq' in its name.\n"
    assert run("places", "search", "Xyzzyqqq") == (0, said, "")
    found = json.loads(run("places", "search", "Chautauqa", "--json").out)
    assert (found["places"], found["nearest"]) == ([], "Chautauqua, NY")
    assert run("places", "search", "Xyzzyqqq", "--format", "jsonl") == (0, "", "")


def test_every_figure_has_unit_period_area_rule_and_source(run):
    found = shown(run, "Chautauqua, NY")
    for name, figure in found["figures"].items():
        assert figure["period"] and figure["area"] and figure["rule"] and figure["source"], name
        assert figure["value"] is not None
        assert figure["source"] in found["sources"]
    assert found["place"]["county_fips"] == "36013"
    figures = found["figures"]
    assert figures["minimum_wage"]["value"] == 15.5
    assert "16.50 NYC/LI/Westchester" in figures["minimum_wage"]["note"]
    assert figures["rents"]["value"] == {"0": 687, "1": 725, "2": 933, "3": 1212, "4": 1237}
    assert (figures["infant_care_center"]["value"], figures["infant_care_center"]["unit"]) == (217.74, "USD/week")
    assert figures["tuition_two_year"]["value"] == 5755
    assert figures["occupations_in_state"]["area"] == "New York"
    area = figures["occupations_in_area"]
    assert (area["area"], area["source"]) == ("Southwest New York nonmetropolitan area", "oews-areas-2025")
    assert area["value"] < figures["occupations_in_state"]["value"]


@pytest.mark.parametrize(
    ("arguments", "county"),
    [
        (("FIPS", "36013"), "36013"),
        (("36013", "--state", "NY"), "36013"),
        (("14701",), "36013"),
        (("ZIP 14701-1234",), "36013"),
        (("Chautauqua", "--state", "NY"), "36013"),
        (("--county", "Chautauqua, NY"), "36013"),
        (("Buffalo,", "NY"), "36029"),
        (("Boston, MA",), "25025"),
        (("Hartford, CT",), "09110"),
        (("09110",), "09110"),
        (("Massachusetts",), None),
        (("ma",), None),
        (("Buffalo-Cheektowaga",), None),
        (("--metro", "Buffalo"), None),
    ],
)
def test_a_place_may_be_named_in_several_ways(arguments, county, run):
    assert shown(run, *arguments)["place"]["county_fips"] == county


def test_a_metropolitan_area_has_prices_and_wages(run):
    figures = shown(run, "New York-Newark-Jersey City", "--state", "NJ")["figures"]
    assert figures["price_parity"]["area"].startswith("New York-Newark-Jersey City")
    assert figures["occupations_in_area"]["area"].startswith("New York-Newark-Jersey City")
    assert figures["minimum_wage"]["area"] == "New Jersey"


def test_what_is_not_published_is_said_and_never_0(run):
    alaska = shown(run, "Copper River, AK")["figures"]
    assert alaska["rents"]["area"] == "Copper River Census Area, AK"
    assert alaska["tuition_two_year"]["why"] == "no tuition published"
    assert alaska["infant_care_family"]["area"] == "Alaska"
    assert alaska["infant_care_family"]["rule"] == "Full-time care, the mean of the state."
    rows = list(csv.DictReader(io.StringIO(run("places", "show", "FIPS 02066", "--csv").out)))
    assert {row["value"] for row in rows if row["name"] == "tuition_two_year"} == {""}


@pytest.mark.parametrize("place", ["Denver, CO", "CO"])
def test_infant_care_where_the_state_publishes_none_says_what_it_is_instead(place, run):
    care = shown(run, place)["figures"]["infant_care_center"]
    assert (care["area"], care["why"]) == ("Colorado", None)
    assert care["rule"] == "Full-time care, the country's mean at the state's prices, for want of any price there."
    assert care["note"].startswith("No price in Colorado is published for 2018.")


def test_a_state_has_rents_of_its_own(run):
    rents = shown(run, "CO")["figures"]["rents"]
    assert (rents["area"], rents["unit"], list(rents["value"])) == ("Colorado", "USD/month", ["0", "1", "2", "3", "4"])
    assert "the mean of the state's counties" in rents["rule"]
    assert rents["value"] != shown(run, "Denver, CO")["figures"]["rents"]["value"]


def test_the_state_wins_over_places_of_its_name_and_says_so(run):
    assert any("share the name" in note for note in shown(run, "New York")["notes"])
    assert not any("share the name" in note for note in shown(run, "NY")["notes"])


def test_connecticut_and_new_england(run):
    found = shown(run, "Hartford, CT")
    towns = [r for r in table("ct_town_oews_area") if r["planning_region_fips"] == "09110"]
    assert found["place"]["county"] == "Capitol Planning Region"
    assert "in New England they are by town" in found["figures"]["rents"]["rule"]
    assert f"The median of {len(towns)} towns" in found["figures"]["rents"]["note"]
    assert found["figures"]["occupations_in_area"]["area"] == "Hartford-West Hartford-East Hartford, CT"
    assert not any("are refused" in note for note in found["notes"])


@pytest.mark.parametrize("postal", ["VT", "NY", "CA"])
def test_earnings_are_those_of_high_school_graduates_over_the_countrys(postal, run):
    found = shown(run, "--state", postal)["figures"]["earnings_levels.high_school"]
    assert (found["unit"], found["source"], found["period"]) == ("ratio", "acs-2024-local", "2024")
    assert found["value"] == pytest.approx(state_level(the_state(postal), "high_school"), abs=5e-7)


def test_a_city_in_several_counties_says_so(run):
    parts = [r for r in table("place_county_2020") if r["place_name"] == "Portland city, OR"]
    share = max(float(r["share_of_place_in_county"]) for r in parts)
    assert 0.9 < share < 1
    (note,) = shown(run, "Portland, OR")["notes"]
    assert note == (
        f"Portland is in Multnomah County, whose figures these are. The city: {share:.1%} of its people live in this "
        "county, the others in Washington County, Clackamas County."
    )


def test_flat_rows_hold_one_number_each(run):
    rows = list(csv.DictReader(io.StringIO(run("places", "show", "FIPS 36013", "--csv").out)))
    by_name = {row["name"]: row for row in rows}
    assert by_name["rents.2"]["value"] == "933.0"
    assert by_name["rents.2"]["county_fips"] == "36013"


@pytest.mark.parametrize(
    "arguments",
    [("search", "york"), ("search", "st"), ("show", "--metro", "New York", "--state", "PA"), ("show", "Denver, CO")],
)
def test_tables_fit_80_columns_of_ascii(arguments, run):
    out = run("places", *arguments).out
    assert max(len(line) for line in out.splitlines()) <= 80
    assert out.isascii()


@pytest.mark.parametrize("name", FORMATS)
def test_every_format(name, run, tmp_path):
    for arguments in (("search", "Hartford"), ("show", "Hartford, CT")):
        found = run("places", *arguments, "--format", name)
        assert (found.code, found.err) == (0, "")
        assert "Hartford" in found.out
        file = tmp_path / f"{arguments[0]}.out"
        assert run("places", *arguments, "--format", name, "-o", file) == (0, "", "")
        assert file.read_text() == found.out


@pytest.mark.parametrize("text", ["Puerto Rico", "San Juan, PR", "Guam", "00901"])
def test_a_territory_is_said_not_to_be_covered(text, run):
    found = run("places", "show", text)
    assert (found.code, found.out) == (2, "")
    assert "not covered\n  hint: the tables of earnings, taxes and benefits cover the 50 states" in found.err


@pytest.mark.parametrize("words", ["Chautauqua", "Hartford, CT", "Boise City"])
def test_a_place_that_is_listed_can_be_shown_as_the_last_line_says(words, run):
    assert "'mobcalc places show NAME, STATE'" in run("places", "search", "--details", words).out
    for place in searched(run, words):
        if place["kind"] != "metro":
            found = shown(run, f"{place['name']}, {place['states'][0]}")
            assert found["place"]["county_fips"] == place["code"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("Chautauqua",),
            "error: 'Chautauqua' may mean several places\n  hint: it may be Chautauqua County, KS; Chautauqua "
            "County, NY\n",
        ),
        (
            ("Houston, TX",),
            "error: 'Houston, TX' may mean several places\n"
            "  hint: it may be Houston County, TX; Houston city, TX (Harris County)\n",
        ),
        (
            ("New York City",),
            "error: 'New York City' may mean several places\n  hint: it may be Kings County, NY (Brooklyn); "
            "Queens County, "
            "NY (Queens); New York County, NY (Manhattan); Bronx County, NY (Bronx); Richmond County, NY "
            "(Staten Island)\n",
        ),
        (
            ("36013",),
            "error: 36013 is the code of Chautauqua County, NY, and a ZIP code in Montgomery County, AL; Macon "
            "County, AL\n"
            "  hint: write 'FIPS 36013' or 'ZIP 36013', or give the state\n",
        ),
        (
            ("Chautauqa",),
            "error: there is no state, county, city or metropolitan area 'Chautauqa'\n"
            "  hint: did you mean Chautauqua, NY?\n",
        ),
        (
            ("Xyzzyqqq",),
            "error: there is no state, county, city or metropolitan area 'Xyzzyqqq'\n"
            "  hint: 'mobcalc places search NAME' finds names and codes\n",
        ),
        *(
            (
                (text,),
                f"error: {said} is a county of Connecticut of before 2022; wages are by planning region since\n "
                " hint: name "
                "the town, or one of Capitol Planning Region, CT; Naugatuck Valley Planning Region, CT; "
                "Northwest Hills "
                "Planning Region, CT\n",
            )
            for text, said in (("09003", "09003"), ("Hartford County, CT", "'Hartford County, CT'"))
        ),
        (
            ("New York-Newark-Jersey City",),
            "error: 'New York-Newark-Jersey City' reaches into several states\n  hint: add --state, one of NY, NJ, PA\n",
        ),
        (
            (),
            "error: no place was given\n  hint: name one, such as 'mobcalc places show \"Chautauqua, NY\"'\n",
        ),
        (
            ("Erie", "--county", "Erie"),
            "error: --county: there is a name too: 'Erie'\n  hint: give the name or --county, not both\n",
        ),
        (("--state", "New Yrok"), "error: --state: there is no state 'New Yrok'\n  hint: did you mean New York?\n"),
        (
            ("NY", "--json", "--csv"),
            "error: --format: more than one format is asked for: csv, json\n  hint: keep one\n",
        ),
    ],
)
def test_wrong_input(arguments, message, run):
    assert run("places", "show", *arguments) == (2, "", message)


@pytest.mark.parametrize("command", ["search", "show"])
def test_the_examples_of_the_help_work(command, run):
    lines = [line.strip() for line in run("places", command, "--help").out.splitlines()]
    examples = [shlex.split(line)[1:] for line in lines if line.startswith("mobcalc places")]
    assert examples
    assert {" ".join(words): found.err for words in examples if (found := run(*words)).code != 0} == {}


def test_a_search_needs_a_word(run):
    assert run("places", "search", "...") == (
        2,
        "",
        "error: there is no word to look for\n  hint: name something, such as 'mobcalc places search Buffalo'\n",
    )


OVER_STATE_LINES = (
    "New York-Newark-Jersey City, NY-NJ",
    "New York-Newark-Jersey City, NY-NJ-PA",
    "New York-Newark-Jersey City, NY-NJ-PA (Metropolitan Statistical Area)",
)


@pytest.mark.parametrize("name", OVER_STATE_LINES)
def test_a_metropolitan_area_over_state_lines_is_found_by_the_names_that_are_printed(name, run):
    assert "35620" in run("places", "show", "--details", name, "--state", "NJ").out
    assert "hint: add --state, one of NY, NJ, PA" in run("places", "show", name).err
    assert run("livingwage", "--metro", name, "--state", "NJ").code == 0
    assert "35620" in run("places", "search", name, "--csv").out
    assert "hint: give it with --metro" in run("livingwage", "--county", name).err


def test_search_knows_what_cities_are_called_for_short(run):
    assert "42101" in run("places", "search", "Philly", "--csv").out
    assert "New York County" in run("places", "search", "NYC", "--csv").out
    assert "state,District of Columbia" in run("places", "search", "DC", "--csv").out


def test_a_metropolitan_area_is_not_the_city_of_its_name(run):
    assert "10500" in run("places", "show", "--details", "Albany, GA (Metropolitan Statistical Area)").out
    assert "Dougherty County" in run("places", "show", "--details", "Albany, GA").out


def test_an_area_of_the_wage_survey_alone_names_its_counties(run):
    for command in (("places", "show"), ("livingwage", "--metro")):
        found = run(*command, "Southwest New York nonmetropolitan area")
        assert (found.code, found.out) == (2, "")
        assert "is an area of the wage survey alone\n  hint: give a county in it: Allegany County, NY;" in found.err


def test_a_code_of_a_metropolitan_area_that_is_a_zip_code_too_is_asked_back(run):
    found = run("places", "show", "12580")
    assert (found.code, found.out) == (2, "")
    assert "12580 is the code of Baltimore-Columbia-Towson, MD, and a ZIP code in Dutchess County, NY" in found.err
    assert "Dutchess County" in run("places", "show", "--details", "ZIP 12580").out
    assert "Baltimore-Columbia-Towson" in run("places", "show", "--details", "12580", "--state", "MD").out
