"""Taxes and benefits of households by the rules in policyengine-us; used by build_net_resources.py and a marked test.

Every component is yearly and of one household, in US dollars of the year:

- federal_income_tax: income tax before the EITC and the CTC, so never below zero here.
- eitc, ctc: the federal credits as far as they are really used; the CTC with its refundable part.
- state_income_tax: less the state's credits, so below zero where those are refunded. In Indiana and Maryland, where
  every county taxes income, with the county's tax. Without use tax and without the income taxes of cities.
- payroll_tax: the employee's social security and Medicare taxes and a state's own (disability, paid leave, transit).
- snap, tanf, wic: the benefits, TANF under each state's own program.
- ssi: SSI with the cash a state adds for people with disabilities or in need (`household_state_benefits` without
  child-care subsidies).
- school_meals: the value of free and reduced-price meals above that of a paid one.
- medicaid, chip, premium_tax_credit, other_coverage: what public health coverage is worth, not cash. Medicaid at what
  the state spends per enrollee of the same group (child, parent, other adult, person with a disability), in the last
  year the package has (2022 or 2023, not restated); CHIP per child; the premium tax credit by the benchmark premium;
  other_coverage is the Basic Health Program, at the benchmark premium of those in it (the package values it from 2026
  only), and states' own help with premiums.

Assumed: adults of 35, young children of 3, older ones of 10; the first adult earns everything, by the month alike;
citizens, no savings, no other income, no employer's health coverage; everybody meets the work requirements with 40
hours a week of work or training and takes up what they are due, but TANF, a housing voucher and help with child care
only where they are asked about (`Circumstances`). A disability is one that qualifies for SSI; that adult has no hours
of work, whatever the earnings, and no child has one. The rent, utilities included, is the middle of the state's
counties' fair market rents of the rules' fiscal year (one bedroom without children, two with one or two, three with
more): no utility costs apart from it, so a standard utility allowance only where and while a state granted it to
everybody. The county is the state's most populous: it sets the benchmark premium, regional TANF amounts and county
taxes. No Head Start, energy assistance or Alaska dividend.
"""

import csv
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
RENTS = ROOT / "assumptions" / "tables" / "hud_fmr_fy2025_fy2026.csv"
MOST_POPULOUS = """
AL:01073 AK:02020 AZ:04013 AR:05119 CA:06037 CO:08041 CT:09001 DE:10003 DC:11001 FL:12086 GA:13121 HI:15003 ID:16001
IL:17031 IN:18097 IA:19153 KS:20091 KY:21111 LA:22033 ME:23005 MD:24031 MA:25017 MI:26163 MN:27053 MS:28049 MO:29189
MT:30111 NE:31055 NV:32003 NH:33011 NJ:34003 NM:35001 NY:36047 NC:37183 ND:38017 OH:39049 OK:40109 OR:41051 PA:42101
RI:44007 SC:45045 SD:46099 TN:47157 TX:48201 UT:49035 VT:50007 VA:51059 WA:53033 WV:54039 WI:55079 WY:56021
"""
COUNTIES: dict[str, str] = dict(pair.split(":") for pair in MOST_POPULOUS.split())
"""The states by postal code, each with its most populous county."""
COUNTY_TAX = ("IN", "MD")
COMPONENTS = (
    "federal_income_tax", "state_income_tax", "payroll_tax",
    "eitc", "ctc", "snap", "tanf", "ssi", "wic", "school_meals",
    "medicaid", "chip", "premium_tax_credit", "other_coverage",
)  # fmt: skip
TAXES = COMPONENTS[:3]
CASH = COMPONENTS[3:10]
COVERAGE = COMPONENTS[10:]
ENROLLED = (
    "al_ccsp_enrolled", "az_ccap_enrolled", "dc_ccsp_enrolled", "de_poc_enrolled", "fl_sr_enrolled",
    "ga_caps_enrolled", "ia_cca_enrolled", "id_iccp_enrolled", "il_ccap_enrolled", "is_in_ccdf_enrolled",
    "is_nd_ccap_enrolled", "is_sd_cca_enrolled", "is_wccc_enrolled", "is_wi_shares_enrolled", "ma_ccfa_enrolled",
    "md_ccs_enrolled", "mi_ccap_enrolled", "mn_ccap_enrolled", "mo_ccs_enrolled", "mt_ccap_enrolled",
    "ne_child_care_subsidy_enrolled", "nj_ccap_enrolled", "nm_ccap_enrolled", "nv_ccdp_enrolled", "oh_ccap_enrolled",
    "pa_ccw_enrolled", "ri_ccap_enrolled", "tn_ccap_enrolled", "va_ccsp_enrolled", "wy_ccap_enrolled",
)  # fmt: skip
"""The states' variables for families who have had their help with child care so far."""
OTHER_COVERAGE = (
    "basic_health_program_reference_premium", "assigned_ca_premium_subsidy",
    "co_omnisalud", "assigned_co_premium_assistance", "ct_covered_connecticut",
    "ma_connector_care", "md_premium_assistance", "nj_njhps",
    "assigned_nm_premium_assistance", "or_healthier_oregon_cost", "vt_premium_assistance", "wa_cascade_care_savings",
)  # fmt: skip
BEDROOMS = (1, 2, 3)
FloatArray = NDArray[np.float64]


class Household(NamedTuple):
    """Who lives together: adults, children under 6, of 6 to 17, and whether the only adult has a disability."""

    adults: int
    young: int = 0
    older: int = 0
    disability: bool = False

    @property
    def key(self) -> str:
        """The name of the type in the table, such as 1-1-0 or 1-0-2-d."""
        return f"{self.adults}-{self.young}-{self.older}" + ("-d" if self.disability else "")

    @property
    def members(self) -> int:
        """How many people."""
        return self.adults + self.young + self.older

    @property
    def bedrooms(self) -> int:
        """Of the home it rents: one without children, two with up to two of them, three with more."""
        return BEDROOMS[(self.young + self.older + 1) // 2]


MOST_YOUNG, MOST_CHILDREN = 2, 4
HOUSEHOLDS = tuple(
    Household(adults, young, older, disability)
    for adults, disability in ((1, False), (2, False), (1, True))
    for young in range(MOST_YOUNG + 1)
    for older in range(MOST_CHILDREN - young + 1)
)
"""Such that children who grow older, and leave at 18, never lead out of it."""

HOURS_OF_CARE = {"young": 9, "older": 4}
"""A day, five days a week, 22 days a month: full time before school, and around it after."""


class Circumstances(NamedTuple):
    """What households draw or not beyond what everybody is asked about.

    `has_tanf`: they draw TANF already, so recipients' tests apply. `has_ssi`: an adult with a disability has the status
    of somebody on SSI, whatever the earnings. `has_voucher`: their rent is the voucher's payment standard.
    `asks_for_subsidy`: their state pays for child care what it pays to those who apply, and `keeps_subsidy` to those
    who have had it so far. Otherwise it pays nothing, though the package would have it pay unasked.
    """

    has_tanf: bool = False
    has_ssi: bool = True
    has_voucher: bool = False
    asks_for_subsidy: bool = False
    keeps_subsidy: bool = False


USUAL = Circumstances()


def rents(year: int) -> dict[tuple[str, int], float]:
    """Rent by state and number of bedrooms [USD/year]: the median over counties of the fair market rent."""
    found: dict[tuple[str, int], dict[str, list[float]]] = {}
    with RENTS.open(encoding="utf-8-sig", newline="") as file:
        for line in csv.DictReader(file):
            if line["year"] != str(year):
                continue
            for bedrooms in BEDROOMS:
                counties = found.setdefault((line["state"], bedrooms), {})
                counties.setdefault(line["county_fips"], []).append(float(line[f"fmr_{bedrooms}br"]))
    return {key: 12 * median(median(one) for one in counties.values()) for key, counties in found.items()}


def situation(households: Sequence[Household], rows: int, year: int, given: Circumstances = USUAL) -> dict[str, Any]:
    """Households of the given types, all of them as many times over as there are rows."""
    units: dict[str, dict[str, bool]] = {
        "tax_units": {"takes_up_eitc": True, "takes_up_aca_if_eligible": True},
        "families": {},
        "spm_units": {
            "takes_up_housing_assistance_if_eligible": given.has_voucher,
            "receives_housing_assistance": given.has_voucher,
            "takes_up_snap_if_eligible": True,
            "takes_up_tanf_if_eligible": given.has_tanf,
            "meets_ccdf_activity_test": True,
        },
        "households": {},
    }
    told: dict[str, Any] = {key: {} for key in (*units, "marital_units", "people")}
    for number, household in enumerate(households):
        people = _people(household, f"home{number}", year)
        names = list(people)
        told["people"] |= people
        for unit, known in units.items():
            told[unit][f"home{number}"] = {"members": names} | {name: {year: value} for name, value in known.items()}
        adults, children = names[: household.adults], names[household.adults :]
        told["marital_units"] |= {f"couple{number}": {"members": adults}} | {
            one: {"members": [one]} for one in children
        }
    if rows > 1:
        told["axes"] = [[{"name": "pre_subsidy_rent", "count": rows, "min": 0, "max": 1, "period": year}]]
    return told


def _people(household: Household, home: str, year: int) -> dict[str, dict[str, Any]]:
    """The people of a household, adults first."""
    adult = {
        "age": {year: 35},
        "weekly_hours_worked_before_lsr": {year: 0 if household.disability else 40},
        "is_disabled": {year: household.disability},
        "is_ssi_disabled": {year: household.disability},
    }
    people: dict[str, dict[str, Any]] = {f"{home}adult{number}": dict(adult) for number in range(household.adults)}
    for kind, age, count in (("young", 3, household.young), ("older", 10, household.older)):
        child = {
            "age": {year: age},
            "childcare_hours_per_day": {year: HOURS_OF_CARE[kind]},
            "childcare_days_per_week": {year: 5},
            "childcare_attending_days_per_month": {year: 22},
        }
        people |= {f"{home}{kind}{number}": dict(child) for number in range(count)}
    return people


def simulation(
    households: Sequence[Household],
    postals: Sequence[str],
    earnings: FloatArray,
    year: int,
    given: Circumstances = USUAL,
    care: FloatArray | float = 0.0,
) -> Any:
    """A simulation of households, each in its state [postal], at several earnings [USD/year] (rows, households).

    Args:
        households: the types.
        postals: the state of each.
        earnings: of the first adult [USD/year] (rows, households).
        year: of the rules.
        given: what they draw.
        care: what their child care costs before any subsidy [USD/year], broadcast to (rows, households).
    """
    from policyengine_us import Simulation

    rows = len(earnings)
    made = Simulation(situation=situation(households, rows, year, given))
    of_state = rents(year)
    pairs = zip(households, postals, strict=True)
    rent = np.tile([of_state[postal, household.bedrooms] for household, postal in pairs], (rows, 1))
    made.set_input("employment_income_before_lsr", year, _first_adult(earnings, households))
    made.set_input("pre_subsidy_rent", year, _first_adult(rent, households))
    made.set_input("pha_payment_standard", year, rent.ravel())
    made.set_input("ak_permanent_fund_dividend", year, _first_adult(0.0 * earnings, households))
    # The premium tax credit asks for the poverty guideline of the year before.
    for asked in (year - 1, year):
        made.set_input("state_code", asked, np.tile(np.array(postals), rows))
    made.set_input("county_fips", year, np.tile(np.array([COUNTIES[postal] for postal in postals]), rows))
    made.set_input("spm_unit_pre_subsidy_childcare_expenses", year, np.broadcast_to(care, earnings.shape).ravel())
    disabled = _first_adult(np.tile([float(one.disability) for one in households], (rows, 1)), households) > 0.0
    months = [f"{year}-{month:02d}" for month in range(1, 13)]
    for month in months:
        made.set_input("receives_ssi", month, disabled & given.has_ssi)
        if not disabled.any():  # it would be 0 too, and takes as long
            made.set_input("ssi", month, np.zeros(disabled.size))
        if given.has_tanf:
            made.set_input("is_tanf_enrolled", month, np.ones(earnings.size, bool))
        else:  # it would be 0, but computing that takes as long as all the rest
            made.set_input("tanf", month, np.zeros(earnings.size))
    _set_subsidies(made, given, year, months, earnings.size)
    return made


def _set_subsidies(made: Any, given: Circumstances, year: int, months: Sequence[str], count: int) -> None:
    """Let no state pay for child care where nobody asks for it, or let all have had its help so far."""
    programs = made.tax_benefit_system.parameters(f"{year}-01-01").gov.hhs.ccdf.child_care_subsidy_programs
    if not (given.asks_for_subsidy or given.keeps_subsidy):
        for name in ("child_care_subsidies", *programs):
            made.set_input(name, year, np.zeros(count))
    for name in ENROLLED if given.keeps_subsidy else ():
        for when in months if made.tax_benefit_system.variables[name].definition_period == "month" else (year,):
            people = made.populations[made.tax_benefit_system.variables[name].entity.key].count
            made.set_input(name, when, np.ones(people, bool))


def _starts(households: Sequence[Household]) -> NDArray[np.intp]:
    """Where each household's first adult stands among all people (households,)."""
    return np.cumsum([0, *(one.members for one in households[:-1])])


def _first_adult(values: FloatArray, households: Sequence[Household]) -> FloatArray:
    """A value per household (rows, households) as one per person, all of it the first adult's."""
    people = np.zeros((len(values), sum(one.members for one in households)))
    people[:, _starts(households)] = values
    return people.ravel()


def components(made: Any, households: Sequence[Household], postals: Sequence[str], year: int) -> FloatArray:
    """Every component of a simulation of households in their states [USD/year] (component, rows, households)."""

    def of(*names: str) -> FloatArray:
        found = [np.asarray(made.calculate(name, year, map_to="household"), dtype=float) for name in names]
        return np.sum(found, axis=0).reshape(-1, len(households))

    aid = made.tax_benefit_system.parameters(f"{year}-01-01").gov.household.household_state_benefits
    cash_aid = [name for name in aid if "child_care" not in name and not name.startswith("ca_la_")]
    by_name = taxes(made, postals, year)
    values = {name: amount.reshape(-1, len(households)) for name, amount in by_name.items()} | {
        "snap": of("snap"),
        "tanf": of("tanf"),
        "ssi": of("ssi", *cash_aid),
        "wic": of("wic"),
        "school_meals": of("free_school_meals", "reduced_price_school_meals"),
        "medicaid": _medicaid(made, households, year),
        "chip": of("chip"),
        "premium_tax_credit": of("assigned_aca_ptc"),
        "other_coverage": of(*OTHER_COVERAGE),
    }
    return np.array([values[name] for name in COMPONENTS])


def taxes(made: Any, postals: Sequence[str], year: int) -> dict[str, FloatArray]:
    """Taxes and the federal credits of a simulation by name (rows x households,) each [USD/year]."""

    def of(name: str) -> FloatArray:
        return np.asarray(made.calculate(name, year, map_to="household"), dtype=float)

    eitc, ctc = of("eitc"), of("ctc_value")
    county_tax = of("local_income_tax_before_refundable_credits") - of("household_refundable_local_tax_credits")
    has_county_tax = np.tile(np.isin(np.array(postals), COUNTY_TAX), len(eitc) // len(postals))
    return {
        "federal_income_tax": of("income_tax") + eitc + ctc,
        "state_income_tax": of("state_income_tax") + np.where(has_county_tax, county_tax, 0.0),
        "payroll_tax": of("employee_payroll_tax"),
        "eitc": eitc,
        "ctc": ctc,
    }


def _medicaid(made: Any, households: Sequence[Household], year: int) -> FloatArray:
    """What a state spends per enrollee of the same group, summed over a household's enrolled [USD/year].

    The package's own `medicaid_cost` spreads a state's spending over everybody in the simulation, so one household's
    figure would change with the others computed beside it.
    """
    from policyengine_core.periods import period
    from policyengine_us.variables.gov.hhs.medicaid.costs.medicaid_group import MedicaidGroup
    from policyengine_us.variables.gov.hhs.medicaid.costs.per_capita_cost_helpers import calculate_per_capita_cost

    person, when = made.populations["person"], period(year)
    rules = made.tax_benefit_system.get_parameters_at_instant
    group = person("medicaid_group", when)
    per_head = calculate_per_capita_cost(person, when, rules, group, MedicaidGroup) * person("medicaid_enrolled", when)
    people = np.asarray(per_head, dtype=float).reshape(-1, sum(one.members for one in households))
    total: FloatArray = np.add.reduceat(people, _starts(households), axis=1)
    return total
