"""`mobcalc livingwage --certify`."""

from mobcalc.cli.area import place_flags
from mobcalc.cli.household import slices
from mobcalc.cli.options import Details, HomeWithoutHelp, Pathways, Place, ScreenOutput, Values, Who
from mobcalc.cli.output import Forms, show
from mobcalc.cli.scenario import load_here, read_case
from mobcalc.errors import input_error
from mobcalc.loader.certifications import certification_of
from mobcalc.loader.loading import place_in
from mobcalc.questions.livingwage import living_wage
from mobcalc.questions.livingwage_certification import Asked, certified
from mobcalc.report import livingwage_certification as report
from mobcalc.store.places import county_of
from mobcalc.units import NotANumberError, number

LOWEST, HIGHEST = 1.0, 500.0
"""Between these a wage may lie [USD/hour]."""


def certification(
    asked: str,
    *,
    scenario: str | None,
    has_insurance: bool,
    much: Details,
    who: Who,
    home: HomeWithoutHelp,
    place: Place,
    values: Values,
    output: ScreenOutput,
) -> int:
    """Print which tier a wage meets; 1 where it meets none.

    The living wage beside it is of the place that is asked about, otherwise of that of the certification.
    """
    found = certification_of(asked)
    # It is an employer's wage and nobody's own, so it may be below a minimum wage; that is said.
    wage, who.wage = _wage(who.wage), None
    county = county_of(found.certification.county, None, f"{found.file}: county")
    if not place_flags(place) and not place_in(scenario):
        place.county = found.certification.county
    here = load_here(values, output, place, (who, home), scenario)
    table = slices(here)
    if table is None:
        raise input_error("", "", "no state was given", "add --state, such as --state NY, or --county")
    case = read_case(here, Pathways())
    budget = living_wage(case.loaded.assumptions, case.provenance, table)
    answer = certified(
        case.loaded.assumptions,
        found.certification,
        Asked(found.id, found.file, county.fips, wage, has_insurance),
        budget,
    )
    forms = Forms(
        lambda: report.document(answer, has_details=much.details),
        lambda: report.contract(answer),
        lambda: report.flat_rows(answer),
    )
    show(forms, output)
    return 0 if answer.tier is not None else 1


def _wage(given: str | None) -> float:
    """The wage that an employer pays [USD/hour].

    Raises:
        InputError: where it is missing or no wage.
    """
    if given is None:
        raise input_error("--wage", "", "the wage that is paid is missing", "add --wage 14.50")
    try:
        wage = number(given.strip())
    except NotANumberError as error:
        raise input_error("--wage", "", error.what, error.hint) from None
    if not LOWEST <= wage <= HIGHEST:
        raise input_error("--wage", "", f"{wage:g} dollars an hour is no wage", f"give {LOWEST:g} to {HIGHEST:g}")
    return wage
