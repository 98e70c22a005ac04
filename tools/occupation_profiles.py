"""What the ACS says of pay over a working life in each occupation of the wage survey, for the reference store.

For people below a bachelor's degree: pay by age over that of all ages, men's and women's pay over everybody's, and the
part of a full-time, year-round worker's pay that people of the occupation in the labor force earn. Where a cell has
fewer than 100 records, that of the group takes its place: all trades entered through apprenticeship for one of them,
otherwise the occupations that share the first two digits of the code, weighted by their records. Pay by age is drawn
toward the group's by its standard error, since a single cell of 300 records is off by some 5 percent.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

AGES = ("25-29", "30-34", "35-39", "40-44", "45-49", "50-54", "55-59", "60-64")
WHOLE = "25-64"
LEAST = 100
QUARTILES = 1.349
"""How many standard deviations of a normal distribution its quartiles lie apart."""
PASSING = 0.20
"""The standard deviation of log earnings that passes with the year, which is taken out (assumed)."""
LEAST_LUCK = 0.10
"""What lasts of the differences is this much at least, however few answered alike (assumed)."""
PROFILE_SD = 0.05
"""How far the logarithm of pay by age lies from that of the group, as a standard deviation (assumed)."""
TRADES = "trades_15"
TRADE_CODES = {"6210", "6220", "6230", "6355", "6360", "6400", "6442", "6500", "6520", "6530", "6700", "7360"}
"""The ACS codes of the occupations that BLS lists as entered through apprenticeship."""
IN_SMALLER_GROUP = {
    **dict.fromkeys(("17-2151", "17-2161", "17-2171"), "1520"),
    **dict.fromkeys(("19-4042", "19-4051"), "1935"),
    **dict.fromkeys(("43-4021", "43-4151"), "5350"),
    **dict.fromkeys(("47-5011", "47-5012", "47-5013", "47-5071"), "6800"),
}
"""Occupations of the smaller of two ACS groups whose SOC codes begin alike; all others are in the larger one."""
SEXES = ("men", "women")
COLUMNS = (
    "acs_code", "acs_title", "records", *(f"profile_{age[:2]}" for age in AGES), *(f"ratio_{sex}" for sex in SEXES),
    *(f"employed_{sex}_{age[:2]}" for sex in SEXES for age in AGES), *(f"luck_{sex}" for sex in SEXES), "women",
    "self_employed", "associate", "below_associate", "group_cells",
)  # fmt: skip


class Cell(NamedTuple):
    """An occupation, sex and age: records, their median and its relative error, the labor force's part of full time.

    `luck` is the standard deviation of what lasts of the differences in log earnings.
    """

    records: int
    median: float
    error: float
    employed: float
    luck: float


Cells = Mapping[tuple[str, str, str], Cell]


def cells_of(lines: Iterable[Mapping[str, str]]) -> dict[tuple[str, str, str], Cell]:
    """The cells of the table by occupation, sex and age."""
    return {
        (line["occp"], line["sex"], line["age"]): Cell(
            int(line["n_full_time"]),
            float(line["p50"]),
            float(line["se_p50"]) / float(line["p50"]),
            min(1.0, float(line["mean_wage_labor_force_employees"]) / float(line["mean_full_time"])),
            lasting_luck(float(line["p25"]), float(line["p75"])),
        )
        for line in lines
    }


def lasting_luck(p25: float, p75: float) -> float:
    """The standard deviation of log earnings that their quartiles are of, without what passes with the year."""
    whole = math.log(p75 / p25) / QUARTILES
    return math.sqrt(max(whole**2 - PASSING**2, LEAST_LUCK**2))


class Pooled(NamedTuple):
    """The same measures of a group of occupations."""

    profile: Sequence[float]
    ratios: Mapping[str, float]
    employed: Mapping[str, float]
    luck: Mapping[str, float]


def pooled(cells: Cells, codes: Sequence[str]) -> Pooled:
    """A group: its members' ratios in logarithms, weighted by their records."""

    def mean(pairs: Iterable[tuple[int, float]]) -> float:
        """The weighted mean of logarithms, as a ratio."""
        known = list(pairs)
        return math.exp(sum(n * math.log(x) for n, x in known) / sum(n for n, _ in known))

    def over(sex: str, age: str) -> Iterable[tuple[int, float]]:
        """Medians of a cell over those of everybody of all ages."""
        for code in codes:
            own, whole = cells.get((code, sex, age)), cells.get((code, "all", WHOLE))
            if own is not None and whole is not None:
                yield own.records, own.median / whole.median

    def of_all_ages(sex: str, measure: str) -> Iterable[tuple[int, float]]:
        """A measure of a cell of all ages."""
        for code in codes:
            own = cells.get((code, sex, WHOLE))
            if own is not None:
                yield own.records, getattr(own, measure)

    return Pooled(
        [mean(over("all", age)) for age in AGES],
        {sex: mean(over(sex, WHOLE)) for sex in SEXES},
        {sex: mean(of_all_ages(sex, "employed")) for sex in SEXES},
        {sex: mean(of_all_ages(sex, "luck")) for sex in SEXES},
    )


def measured(cells: Cells, code: str, group: Pooled) -> tuple[list[float], int]:
    """The measures of one occupation in the order of the columns, and how many of its cells are the group's."""
    whole = cells.get((code, "all", WHOLE))
    borrowed: set[tuple[str, str]] = set()

    def own(sex: str, age: str) -> Cell | None:
        """A cell of enough records."""
        cell = cells.get((code, sex, age))
        if cell is not None and cell.records >= LEAST:
            return cell
        borrowed.add((sex, age))
        return None

    numbers: list[float] = []
    for place, age in enumerate(AGES):
        cell, usual = own("all", age), group.profile[place]
        numbers.append(usual if cell is None or whole is None else drawn(cell, cell.median / whole.median, usual))
    for sex in SEXES:
        cell = own(sex, WHOLE)
        numbers.append(group.ratios[sex] if cell is None or whole is None else cell.median / whole.median)
    for sex in SEXES:
        everywhere = cells.get((code, sex, WHOLE))
        enough = everywhere is not None and everywhere.records >= LEAST
        usual = everywhere.employed if everywhere is not None and enough else group.employed[sex]
        for age in AGES:
            cell = cells.get((code, sex, age))
            numbers.append(cell.employed if cell is not None and cell.records >= LEAST else usual)
    for sex in SEXES:
        cell = own(sex, WHOLE)
        numbers.append(group.luck[sex] if cell is None else cell.luck)
    return numbers, len(borrowed)


def drawn(cell: Cell, ratio: float, usual: float) -> float:
    """The pay of an age over that of all, drawn toward the group's by its standard error."""
    weight = PROFILE_SD**2 / (PROFILE_SD**2 + cell.error**2)
    return math.exp(weight * math.log(ratio) + (1.0 - weight) * math.log(usual))


def acs_code(soc: str, codes: Mapping[str, str]) -> str | None:
    """The ACS occupation that an occupation of the wage survey belongs to; None where there is none.

    Args:
        soc: the code of the wage survey.
        codes: ACS occupations by their SOC code, which may end in X, Y or 0 for a group; those with most records first.
    """
    if soc in codes or soc in IN_SMALLER_GROUP:
        return codes.get(soc) or IN_SMALLER_GROUP[soc]
    parts = [acs for own, acs in codes.items() if soc.endswith("0") and own.startswith(soc[:-1])]
    if parts:
        return parts[0]
    groups: dict[str, str] = {}
    for own, acs in codes.items():
        # Of two groups with the same beginning the one with most records, which comes first, stands for both.
        groups.setdefault(own.rstrip("0") if own.endswith("0") else own.rstrip("XY"), acs)
    return next((groups[soc[:length]] for length in range(6, 3, -1) if soc[:length] in groups), None)


def profiles(
    wages: Sequence[str], titles: Sequence[Mapping[str, str]], lines: Iterable[Mapping[str, str]]
) -> Iterable[tuple[object, ...]]:
    """One row for each occupation of the wage survey, in the order of `occ_code` and `COLUMNS`.

    Args:
        wages: codes of the occupations.
        titles: the ACS occupations.
        lines: the table of earnings by occupation, sex and age.
    """
    cells, by_code = cells_of(lines), {line["occp"]: line for line in titles}
    # Of several parts of a broad occupation the one with most records stands for it.
    by_soc = {line["soc2018"]: line["occp"] for line in sorted(titles, key=lambda line: -int(line["n"]))}
    groups = {TRADES: pooled(cells, [TRADES])}
    for major in sorted({line["soc2018"][:2] for line in titles}):
        groups[major] = pooled(cells, [line["occp"] for line in titles if line["soc2018"][:2] == major])
    for soc in wages:
        code = acs_code(soc, by_soc)
        group = groups[TRADES] if code in TRADE_CODES else groups.get(soc[:2])
        if group is None:
            continue
        numbers, borrowed = measured(cells, code or "", group)
        about = by_code.get(code or "", {})
        shares = [_share(about, "women_pct"), _share(about, "self_employed_pct"), _share(about, "associate_pct")]
        below = ("less_than_hs_pct", "high_school_pct", "some_college_pct")
        known = [share for name in below if (share := _share(about, name)) is not None]
        yield (
            soc, code, (about.get("title") or "").partition("-")[2] or None, int(about.get("n") or 0),
            *(round(number, 4) for number in numbers), *shares, round(sum(known), 4) if known else None, borrowed,
        )  # fmt: skip


def _share(line: Mapping[str, str], name: str) -> float | None:
    text = line.get(name)
    return round(float(text) / 100, 4) if text else None
