"""Who works in an occupation and how pay goes over a working life, worked out again from the published tables."""

import math

import pytest

from mobcalc.store.occupation_profile import AGES, ALL_TRANSFERS, male_share_of, work_life_of, workers_of
from mobcalc.store.reference import rows
from tests.store.published import table, the_occupation, wages

CELLS = {(r["occp"], r["sex"], r["age"]): r for r in table("acs_2024_earnings_by_occupation")}
TITLES = {r["occp"]: r for r in table("acs_2024_occupations")}
BANDS = [f"{int(age - 2.5)}-{int(age + 1.5)}" for age in AGES]
WHOLE = "25-64"
TRADES = ["trades_15"]
LEAST = 100
SEXES = ("men", "women")


def enough(occupation, sex, age):
    """A cell with enough records; None without one."""
    cell = CELLS.get((occupation, sex, age))
    return cell if cell is not None and int(cell["n_full_time"]) >= LEAST else None


def median(cell):
    return float(cell["p50"])


def part_of_full_time(cell):
    """What those in the labor force earn over what full-time, year-round workers do, who are not below them."""
    return min(1.0, float(cell["mean_wage_labor_force_employees"]) / float(cell["mean_full_time"]))


def group_mean(members, sex, age, measure):
    """The mean in logarithms of the members that have a cell, large or small, weighted by their records."""
    known = [(CELLS[one, sex, age], one) for one in members if (one, sex, age) in CELLS]
    known = [(cell, measure(cell, one)) for cell, one in known if (one, "all", WHOLE) in CELLS]
    people = sum(int(cell["n_full_time"]) for cell, _ in known)
    return math.exp(sum(int(cell["n_full_time"]) * math.log(value) for cell, value in known) / people)


def over_all(cell, one):
    return median(cell) / median(CELLS[one, "all", WHOLE])


def by_first_digits(digits):
    """The occupations of the survey whose codes begin alike."""
    return [occp for occp, row in TITLES.items() if row["soc2018"][:2] == digits]


def profile_by_hand(occupation, members):
    """Pay by age over that of all ages, drawn toward the group's by its standard error against 5 percent."""
    found = []
    for age in BANDS:
        cell, usual = enough(occupation, "all", age), group_mean(members, "all", age, over_all)
        if cell is None:
            found.append(usual)
            continue
        noise = (float(cell["se_p50"]) / median(cell)) ** 2
        own = 0.05**2 / (0.05**2 + noise)
        found.append(over_all(cell, occupation) ** own * usual ** (1 - own))
    return found


def ratio_by_hand(occupation, members, sex):
    cell = enough(occupation, sex, WHOLE)
    return group_mean(members, sex, WHOLE, over_all) if cell is None else over_all(cell, occupation)


def employed_by_hand(occupation, members, sex):
    """Of each age; where there are few, that of all ages, and where those are few, the group's."""
    whole = enough(occupation, sex, WHOLE)
    usual = (
        group_mean(members, sex, WHOLE, lambda cell, _: part_of_full_time(cell))
        if whole is None
        else part_of_full_time(whole)
    )
    cells = [enough(occupation, sex, age) for age in BANDS]
    return [usual if cell is None else part_of_full_time(cell) for cell in cells]


def lasting(cell, _=None):
    """The spread of log pay between its quartiles, less the 0.20 that passes with the year, 0.10 at least."""
    whole = math.log(float(cell["p75"]) / float(cell["p25"])) / 1.349
    return math.sqrt(max(whole**2 - 0.04, 0.01))


def luck_by_hand(occupation, members, sex):
    cell = enough(occupation, sex, WHOLE)
    return group_mean(members, sex, WHOLE, lasting) if cell is None else lasting(cell)


# Kinds of evidence: all of its own, few women, few men, hardly any of its own, nothing but its group.
OCCUPATIONS = {
    "29-1141": ("3255", by_first_digits("29")),
    "47-2111": ("6355", TRADES),
    "47-2031": ("6230", TRADES),
    "51-4121": ("8140", by_first_digits("51")),
    "31-1131": ("3603", by_first_digits("31")),
    "49-9021": ("7315", by_first_digits("49")),
    "47-2011": ("6210", TRADES),
    "31-1120": ("3602", by_first_digits("31")),
    "21-1018": (None, by_first_digits("21")),
}


@pytest.mark.parametrize("code", OCCUPATIONS)
def test_pay_over_a_working_life_is_that_of_the_occupation_or_of_its_group(code):
    (acs, members), found = OCCUPATIONS[code], work_life_of(the_occupation(code))
    assert found.ages.value == [27.5, 32.5, 37.5, 42.5, 47.5, 52.5, 57.5, 62.5]
    assert found.profile.value == pytest.approx(profile_by_hand(acs, members), abs=0.000051)
    for sex in SEXES:
        ratio = getattr(found, f"ratio_{sex}")
        assert ratio.value == pytest.approx(ratio_by_hand(acs, members, sex), abs=0.000051)
        assert ratio.range == pytest.approx((ratio.value - 0.1, ratio.value + 0.1))
        luck = getattr(found, f"lasting_luck_{sex}")
        assert luck.value == pytest.approx(luck_by_hand(acs, members, sex), abs=0.000051)
        assert luck.range is None
        employed = getattr(found, f"employed_{sex}").value
        assert employed == pytest.approx(employed_by_hand(acs, members, sex), abs=0.000051)


def test_the_kinds_of_evidence_are_what_they_are_said_to_be():
    def known(acs):
        """For each sex how many of the ages have enough records, and whether all ages together do."""
        return {
            sex: (sum(enough(acs, sex, age) is not None for age in BANDS), enough(acs, sex, WHOLE) is not None)
            for sex in ("all", *SEXES)
        }

    assert known("3255") == {"all": (8, True), "men": (1, True), "women": (8, True)}
    assert known("6355") == {"all": (8, True), "men": (8, True), "women": (0, False)}
    assert known("8140")["women"] == (0, True)
    assert known("6210") == {"all": (0, False), "men": (0, False), "women": (0, False)}
    assert ("6210", "all", WHOLE) in CELLS


def test_a_nurses_pay_by_age_by_hand():
    # At 40 to 44, of nurses below a bachelor's degree and of everybody in health care below one.
    cell, whole = CELLS["3255", "all", "40-44"], CELLS["3255", "all", WHOLE]
    found = work_life_of(the_occupation("registered nurse"))
    own, usual = median(cell) / median(whole), group_mean(by_first_digits("29"), "all", "40-44", over_all)
    assert min(own, usual) < found.profile.value[3] < max(own, usual)
    # Large cells stay near what they are.
    assert abs(found.profile.value[3] - own) < 0.3 * abs(usual - own)
    assert found.ratio_women.value == pytest.approx(median(CELLS["3255", "women", WHOLE]) / median(whole), abs=5.1e-5)
    assert found.employed_women.value[3] == pytest.approx(
        part_of_full_time(CELLS["3255", "women", "40-44"]), abs=5.1e-5
    )


def test_how_far_lasting_pay_of_nurses_differs_by_hand():
    # Of women among registered nurses below a bachelor's degree.
    cell = CELLS["3255", "women", WHOLE]
    whole = math.log(float(cell["p75"]) / float(cell["p25"])) / 1.349
    found = work_life_of(the_occupation("registered nurse")).lasting_luck_women
    assert found.value**2 + 0.2**2 == pytest.approx(whole**2, abs=1e-4)
    assert found.value < whole


def test_lasting_pay_differs_everywhere_and_nowhere_beyond_what_pay_of_all_does():
    held = rows("SELECT luck_men, luck_women FROM occupation_profiles")
    luck = [line[f"luck_{sex}"] for line in held for sex in SEXES]
    assert 0.1 <= min(luck) < 0.35 < max(luck) < 1
    # The few whose quartiles lie nearer each other than what passes with the year have the least.
    near = [
        cell for key, cell in CELLS.items() if key[1] in SEXES and key[2] == WHOLE and int(cell["n_full_time"]) >= LEAST
    ]
    assert (min(map(lasting, near)) == 0.1) == (min(luck) == 0.1)


def test_nobody_has_a_share_of_full_time_pay_above_all_of_it():
    above = [
        key
        for key, r in CELLS.items()
        if float(r["mean_wage_labor_force_employees"]) > float(r["mean_full_time"]) and int(r["n_full_time"]) >= LEAST
    ]
    held = rows("SELECT * FROM occupation_profiles")
    shares = [line[name] for line in held for name in dict(line) if name.startswith("employed_")]
    assert 0.5 < min(shares) <= max(shares) <= 1
    # There are such cells, so the cap is needed.
    assert bool(above) == (max(shares) == 1)


def test_every_occupation_of_the_wage_survey_has_a_line():
    held = {line["occ_code"]: line for line in rows("SELECT * FROM occupation_profiles")}
    assert set(held) == set(wages(2025))
    for code, line in held.items():
        profile = [line[f"profile_{band[:2]}"] for band in BANDS]
        ratios = [line[f"ratio_{sex}"] for sex in SEXES]
        assert all(0.4 < value < 2 for value in (*profile, *ratios)), code
        cells = [(line["acs_code"], "all", band) for band in BANDS]
        cells += [(line["acs_code"], sex, WHOLE) for sex in SEXES]
        assert line["group_cells"] == sum(enough(*cell) is None for cell in cells), code


# Which occupation of the survey it is

MAPPED = {
    # The code itself, and the group that its first digits are of.
    "47-2111": "6355",
    "47-2141": "6410",
    "53-3032": "9130",
    "51-4121": "8140",
    "25-1121": "2205",
    "29-1171": "3258",
    # Masons and those who set reinforcing iron are a group of the survey of their own.
    "47-2021": "6220",
    "47-2022": "6220",
    "47-2171": "6220",
    # Of the two parts of a broad occupation the one with more records.
    "31-1120": "3602",
    "13-1020": "0530",
    # Of two groups with the same first digits the one that the occupation is in.
    "17-2161": "1520",
    "19-4042": "1935",
    "19-4051": "1935",
    "47-5013": "6800",
    "43-4021": "5350",
    "43-4151": "5350",
    "51-4061": "8100",
    "51-4072": "8100",
    # No occupation of the survey has it.
    "21-1018": None,
}


@pytest.mark.parametrize("code", MAPPED)
def test_the_occupation_of_the_survey(code):
    expected = MAPPED[code]
    (line,) = rows("SELECT acs_code, acs_title, records FROM occupation_profiles WHERE occ_code = ?", code)
    assert line["acs_code"] == expected
    row = TITLES.get(expected, {})
    assert line["acs_title"] == (row["title"].partition("-")[2] if row else None)
    assert line["records"] == (int(row["n"]) if row else 0)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        # Of the groups 17-21XX and 17-21YY, 19-40XX and 19-40YY, 43-4XXX and 43-4YYY, 47-50XX and 47-50YY the second of
        # each pair holds all others.
        ("17-2199", "1530"),
        ("19-4061", "1970"),
        ("19-4099", "1970"),
        ("43-4199", "5420"),
        ("47-5051", "6950"),
        ("47-5081", "6950"),
        # 51-40XX is of 51-40 alone, so that the others of 51-4 are in 51-4XXX.
        ("51-4191", "8225"),
        ("51-4193", "8225"),
        ("51-4199", "8225"),
        # A broad code that no occupation of the survey has parts of belongs to the group of its first digits.
        ("47-4090", "6765"),
        ("51-2090", "7750"),
    ],
)
def test_all_others_are_in_the_group_of_all_others(code, expected):
    (line,) = rows("SELECT acs_code FROM occupation_profiles WHERE occ_code = ?", code)
    assert line["acs_code"] == expected
    assert expected in TITLES


# Who works in it


@pytest.mark.parametrize("code", [code for code, (acs, _) in OCCUPATIONS.items() if acs is not None])
def test_who_works_in_an_occupation(code):
    row, found = TITLES[OCCUPATIONS[code][0]], workers_of(the_occupation(code))
    assert found.title == row["title"].partition("-")[2]
    for name in ("women", "self_employed", "associate"):
        assert getattr(found, name) == pytest.approx(float(row[f"{name}_pct"]) / 100)
    below = sum(float(row[f"{name}_pct"]) for name in ("less_than_hs", "high_school", "some_college"))
    assert found.below_associate == pytest.approx(below / 100)
    women = float(row["women_pct"]) / 100
    share = male_share_of(the_occupation(code))
    assert (share.value, share.kind, share.range) == (pytest.approx(1 - women), "derived", None)


def test_of_an_occupation_that_the_survey_does_not_have_nothing_is_known():
    counselor = the_occupation("21-1018")
    assert workers_of(counselor) == (None, None, None, None, None)
    share = male_share_of(counselor)
    assert (share.value, share.kind, share.range) == (0.5, "assumed", (0.1, 0.9))
    assert "by its group" in work_life_of(counselor).profile.population


# Leaving it


def test_how_many_leave_for_another_occupation():
    published = {r["occ_code"]: float(r["occ_transfer_rate_pct"]) for r in table("bls_separations_2024_2034_table1_10")}
    for code in wages(2025):
        record = work_life_of(the_occupation(code)).transfer_rate
        assert record.value == pytest.approx(published[code] / 100)
        assert (record.kind, record.source, record.range) == ("observed", "bls-separations-2024", None)
    people = {r["occ_code"]: float(r["emp_2024_thousands"]) for r in table("bls_projections_2024_2034_table1_2")}
    mean = sum(published[code] * people[code] for code in published) / sum(people[code] for code in published)
    assert pytest.approx(mean / 100, abs=0.0005) == ALL_TRANSFERS


WORKED_OUT = (
    "profile",
    *(f"{part}_{sex}" for part in ("ratio", "employed", "lasting_luck") for sex in SEXES),
)


def test_each_figure_says_what_it_is_of():
    found = work_life_of(the_occupation("electrician"))
    assert found.profile.population == "electricians, below a bachelor's degree, full-time, 2024"
    assert "California and Texas are not in it" in found.profile.note
    for name in WORKED_OUT:
        record = getattr(found, name)
        assert (record.source, record.kind, record.period) == ("acs-2024-occupations", "derived", 2024)
    assert "electricians (47-2111)" in found.transfer_rate.population.lower()
