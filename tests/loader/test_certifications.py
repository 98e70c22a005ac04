"""Files of certifications: what is shipped, what a city may write itself, and what is refused."""

import pytest

from mobcalc.errors import InputError
from mobcalc.loader.certifications import certification_ids, certification_of

OWN = "name: Own\ncounty: Chautauqua, NY\nyear: 2026\ntiers:\n  gold: {wage: 24}\n  silver: {wage: 21}\n"


@pytest.fixture
def read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def it(text):
        (tmp_path / "own-2026.yaml").write_text(text)
        return certification_of("own-2026.yaml")

    return it


def test_the_tiers_of_richmond_are_those_published():
    assert certification_ids() == ["richmond-2017"]
    made = certification_of("richmond-2017").certification
    wages = {name: tier.wage for name, tier in made.tiers.items()}
    assert {name: wage.value for name, wage in wages.items()} == {"gold": 16.0, "silver": 12.5, "aspiring": 11.0}
    assert made.less_with_insurance.value == 1.5
    assert {(wage.kind, wage.price_year, wage.source) for wage in (*wages.values(), made.less_with_insurance)} == {
        ("observed", 2017, "richmond-certification-2017")
    }
    assert made.year == 2017


def test_a_citys_own_numbers_may_stand_alone(read):
    found = read(OWN)
    assert (found.id, found.file) == ("own-2026", "own-2026.yaml")
    assert {name: tier.wage.value for name, tier in found.certification.tiers.items()} == {"gold": 24.0, "silver": 21.0}
    assert found.certification.tiers["gold"].wage.kind == "user"
    assert found.certification.less_with_insurance is None


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (
            OWN.replace("year: 2026\n", ""),
            "own-2026.yaml:1: missing year\n  hint: add year; docs/raises.md shows a whole file",
        ),
        (OWN.replace("gold: {wage: 24}", "gold: {pay: 24}"), None),
        (OWN.replace("24", "$24"), None),
        (OWN.replace("24", "2400"), None),
        (
            OWN.replace("24", "21"),
            "own-2026.yaml:6: tiers.silver.wage: it asks as much as gold, 21.00 dollars an hour\n"
            "  hint: tiers differ in what they ask",
        ),
        (
            OWN + "less_with_insurance: 21\n",
            "own-2026.yaml:7: less_with_insurance: 21.00 dollars less leaves nothing of the lowest tier\n"
            "  hint: give what is asked less of an hour's pay",
        ),
        (
            OWN.split("tiers", maxsplit=1)[0] + "tiers: {}\n",
            "own-2026.yaml: tiers: there is no tier\n  hint: give at least one; see docs/raises.md",
        ),
        ("- gold\n", "own-2026.yaml: a mapping is needed here\n  hint: write 'name: value' lines; see docs/raises.md"),
        (OWN + "wage: 3\n", None),
        (OWN + OWN, None),
    ],
)
def test_what_is_wrong_is_refused_with_its_line(read, text, error):
    with pytest.raises(InputError) as found:
        read(text)
    assert str(found.value).startswith("error: own-2026.yaml")
    if error is not None:
        assert str(found.value) == f"error: {error}"


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("richmnd", "did you mean richmond-2017?"),
        ("richmond-2018", "did you mean richmond-2017?"),
        ("boise", "name a file ending in .yaml, or one of richmond-2017"),
    ],
)
def test_an_unknown_id_is_answered_with_the_nearest(asked, hint):
    with pytest.raises(InputError) as found:
        certification_of(asked)
    assert str(found.value) == f"error: --certify: there is no certification '{asked}'\n  hint: {hint}"
