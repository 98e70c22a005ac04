import csv
import io
import json
from pathlib import Path

import pytest

from tests.store.published import state_level, the_state

FORMATS = ("table", "json", "jsonl", "csv", "tsv", "markdown")


def shown(run, *arguments):
    found = run("places", "show", *arguments, "--json")
    assert (found.code, found.err) == (0, "")
    return json.loads(found.out)


def searched(run, words):
    return json.loads(run("places", "search", words, "--json").out)["places"]


def test_golden_output(as_golden):
    as_golden("places-show.txt", "places", "show", "Hartford, CT")


def test_search_in_the_terminal(run):
    assert run("places", "search", "Buffalo").out == (
        "Kind             Name                    Code  State County\n"
        "county           Buffalo County          31019 NE\n"
        "county           Buffalo County          46017 SD\n"
        "county           Buffalo County          55011 WI\n"
        "city             Buffalo                 36029 NY    Erie County\n"
        "metropolitan     Buffalo-Cheektowaga, NY 15380 NY\n"
        "area\n"
        "\n"
        "5 places; 'mobcalc places show CODE' tells what is known of one. A city has the\n"
        "code of its county.\n"
    )


def test_search_as_json(run):
    assert searched(run, "Orange, CA") == [
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
    assert (found["places"], found["nearest"]) == ([], "Chautauqua County, NY")
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
        (("36013",), "36013"),
        (("Chautauqua", "--state", "NY"), "36013"),
        (("--county", "Chautauqua, NY"), "36013"),
        (("Buffalo,", "NY"), "36029"),
        (("Boston",), "25025"),
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
    alaska = shown(run, "02261")["figures"]
    assert alaska["rents"]["area"] == "Alaska"
    assert "the mean of the state's counties" in alaska["rents"]["rule"]
    assert alaska["tuition_two_year"]["why"] == "no tuition published"
    assert alaska["infant_care_family"]["area"] == "Alaska"
    assert alaska["infant_care_family"]["rule"] == "Full-time care, the mean of the state."
    rows = list(csv.DictReader(io.StringIO(run("places", "show", "02261", "--csv").out)))
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
    assert any("old counties" in note for note in found["notes"])
    assert "in New England they are by town" in found["figures"]["rents"]["rule"]
    assert "The median of 29 towns" in found["figures"]["rents"]["note"]


@pytest.mark.parametrize("postal", ["VT", "NY", "CA"])
def test_earnings_are_those_of_high_school_graduates_over_the_countrys(postal, run):
    found = shown(run, "--state", postal)["figures"]["earnings_levels.high_school"]
    assert (found["unit"], found["source"], found["period"]) == ("ratio", "acs-2024-local", "2024")
    assert found["value"] == pytest.approx(state_level(the_state(postal), "high_school"), abs=5e-7)


def test_a_city_in_several_counties_says_so(run):
    assert shown(run, "New York, NY")["notes"][0].startswith("New York is in New York County, whose figures these are.")
    assert "lies in five counties" in shown(run, "New York, NY")["notes"][0]


def test_flat_rows_hold_one_number_each(run):
    rows = list(csv.DictReader(io.StringIO(run("places", "show", "36013", "--csv").out)))
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


@pytest.mark.parametrize("arguments", [("search", "Buffalo"), ("show", "--state", "NY", "--metro", "Buffalo")])
def test_every_key_is_described(arguments, run):
    text = (Path(__file__).parents[2] / "docs" / "json.md").read_text()
    found = json.loads(run("places", *arguments, "--json").out)
    listed = found.get("places") or list(found["figures"].values())
    for name in [*found, *found.get("figures", ()), *listed[0]]:
        assert f"`{name}`" in text, name


@pytest.mark.parametrize("name", FORMATS)
def test_every_format(name, run, tmp_path):
    for arguments in (("search", "Hartford"), ("show", "Hartford, CT")):
        found = run("places", *arguments, "--format", name)
        assert (found.code, found.err) == (0, "")
        assert "Hartford" in found.out
        file = tmp_path / f"{arguments[0]}.out"
        assert run("places", *arguments, "--format", name, "-o", file) == (0, "", "")
        assert file.read_text() == found.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("Springfield",),
            "error: 'Springfield' is more than one place\n  hint: it may be Springfield, IL; Springfield, MA; "
            "Springfield, MO; Springfield, OH; Springfield, OR\n",
        ),
        (
            ("Jefferson",),
            "error: 'Jefferson' is more than one place\n  hint: it may be Jefferson County, AL; Jefferson County, AR; "
            "Jefferson County, CO; Jefferson County, FL; Jefferson County, GA; Jefferson County, IA; and 20 more\n",
        ),
        (
            ("Chautauqa",),
            "error: there is no state, county, city or metropolitan area 'Chautauqa'\n"
            "  hint: did you mean Chautauqua County, NY?\n",
        ),
        (
            ("Xyzzyqqq",),
            "error: there is no state, county, city or metropolitan area 'Xyzzyqqq'\n"
            "  hint: 'mobcalc places search WORDS' finds names and codes\n",
        ),
        (
            ("09110",),
            "error: 09110 is a planning region of Connecticut\n  hint: name the old county, such as 09003 for Hartford: "
            "rents of 2025 and child care of 2018 are by those\n",
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


def test_a_search_needs_a_word(run):
    assert run("places", "search", "...") == (
        2,
        "",
        "error: there is no word to look for\n  hint: name something, such as 'mobcalc places search Buffalo'\n",
    )
