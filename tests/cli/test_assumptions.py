import csv
import io
import json

from mobcalc.schema import records


def test_list_names_every_number(run, assumptions):
    found = json.loads(run("assumptions", "list", "--json").out)["assumptions"]
    by_name = {row["name"]: row for row in found}
    for name, record in records(assumptions):
        assert by_name[name]["unit"] == record.unit
        assert by_name[name]["source"] == record.source
    assert by_name["economy.timing"]["value"] == "mid"


def test_list_can_be_narrowed(run):
    rows = list(
        csv.DictReader(
            io.StringIO(run("assumptions", "list", "pathways.certificate", "--kind", "assumed", "--csv").out)
        )
    )
    assert {row["kind"] for row in rows} == {"assumed"}
    assert all(row["name"].startswith("pathways.certificate.") for row in rows)
    assert rows[0] == {
        "name": "pathways.certificate.earnings.causal_share",
        "value": "0.3",
        "unit": "share",
        "kind": "assumed",
        "source": "judgement",
        "price_year": "",
        "bound": "false",
        "population": "",
        "note": rows[0]["note"],
        "period": "",
        "where": rows[0]["where"],
        "low": "0.1",
        "high": "0.6",
    }


def test_list_in_the_terminal(run):
    assert run("assumptions", "list", "pathways.certificate.costs").out == (
        "pathways.certificate\n"
        "Name                     Value                    Range Kind\n"
        "costs.tuition_and_fees   3598 USD/year (2022)           observed\n"
        "costs.books_and_supplies 1570 USD/year (2025)           observed\n"
        "costs.grants             4458 USD/year (2022) 0 to 4458 derived\n"
        "costs.college            two-year                       setting\n"
        "costs.full_time_share    0.9 share             0.6 to 1 assumed\n"
        "\n"
        "4 numbers: 2 observed, 1 derived, 1 assumed. A full name is the heading, a dot,\n"
        "and the name below it.\n"
    )


def test_show_tells_value_source_and_place(run):
    found = run("assumptions", "show", "pathways.certificate.costs.grants")
    for text in (
        "4458 USD/year",
        "2022",
        "4904.61",
        "0 to 4458",
        "derived",
        "certificate.yaml:",
        "ccdaily.com",
        "2026-11-22",
        "secondary",
    ):
        assert text in found.out


def test_show_as_json_has_the_source_in_full(run):
    found = json.loads(run("assumptions", "show", "economy.discount_rate", "--json").out)
    assert found["value"] == 0.03
    assert found["range"] == [0, 0.07]
    assert found["source_details"]["publisher"] == "mobcalc"
    assert found["restated"] is None


def test_show_follows_an_override(run):
    found = run("assumptions", "show", "economy.discount_rate", "--set", "economy.discount_rate=0.05")
    assert "user: given by you" in found.out
    assert "--set" in found.out


def test_show_of_a_part_lists_it(run):
    assert "rate_women" in run("assumptions", "show", "pathways.building-trades-apprenticeship.completion").out


def test_unknown_names_are_met_with_the_nearest(run):
    assert run("assumptions", "show", "economy.discount_rat").err == (
        "error: economy.discount_rat: there is no assumption of this name\n  hint: did you mean economy.discount_rate?\n"
    )
    assert run("assumptions", "list", "pathways.certificat").err.endswith("did you mean pathways.certificate?\n")
    assert run("assumptions", "list", "--kind", "guessed").code == 2


def test_check_of_the_bundled_set(run):
    found = run("assumptions", "check")
    assert found.code == 0
    assert found.out.startswith("no problems; ")


def test_check_reports_every_problem_and_exits_1(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "a.yaml").write_text("economy: {discount_rate: 3%, oops: 1}\n")
    (tmp_path / "own" / "b.yaml").write_text("person: [\n")
    found = run("assumptions", "check", "own")
    assert (found.code, found.err) == (1, "")
    assert found.out.count("error: own/") == 3
    assert "hint: shares are written as decimals: 0.03" in found.out
    assert found.out.endswith("3 problems found.\n")
    as_json = json.loads(run("assumptions", "check", "own", "--json").out)
    assert as_json["ok"] is False
    assert [p["where"] for p in as_json["problems"]] == ["own/b.yaml:2", "own/a.yaml:1", "own/a.yaml:1"]


def test_sources_list_publisher_date_and_licence(run, assumptions):
    rows = json.loads(run("assumptions", "sources", "--json").out)["sources"]
    assert {row["key"] for row in rows} == set(assumptions.sources)
    for row in rows:
        assert all(row[key] for key in ("title", "publisher", "address", "as_of", "retrieved", "licence", "quality"))
    out = run("assumptions", "sources").out
    assert max(len(line) for line in out.splitlines()) <= 80


def test_what_has_no_value_yet_is_said_so(run):
    assert run("assumptions", "show", "person.wage").err == (
        "error: person.wage: it has no value\n  hint: --set person.wage=VALUE gives it one\n"
    )
    assert "18.5 USD/hour" in run("assumptions", "show", "person.wage", "--set", "person.wage=18.50").out


def test_settings_are_shown_too(run):
    assert "Certificate (one year)" in run("assumptions", "show", "pathways.certificate.name").out
    assert run("assumptions", "list", "--kind", "user").out.startswith("0 numbers. ")
