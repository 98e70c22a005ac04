"""The JSON of `livingwage --certify`."""

from mobcalc.report.contract.basis import HEAD, PROVENANCE, TIMES
from mobcalc.report.contract.keys import Key, Thing, thing
from mobcalc.results.amounts import MoneyPerHour
from mobcalc.results.livingwage import MinimumWage
from mobcalc.results.livingwage_certification import Certified, TierMet
from mobcalc.results.provenance import Provenance

ABOUT = {
    "id": Key("of the certification; the name of your file without its ending"),
    "name": Key("its title"),
    "file": Key("that it was read from"),
    "year": Key("that its tiers are of", unit="year"),
    "county": Key("whose certification it is"),
    "is_elsewhere": Key("whether the living wage beside it is that of another place"),
    "wage": Key("what the employer pays"),
    "has_insurance": Key("whether the employer provides health insurance"),
    "less_with_insurance": Key("by how much each tier asks less then"),
}
CERTIFICATION = Thing(
    "Certification",
    "The answer of livingwage with `--certify`.",
    {
        **HEAD,
        "price_year": TIMES["price_year"]._replace(type=int),
        **PROVENANCE,
        "certification": Key("which one, and what it is asked about", type="CertificationAsked"),
        "tier": Key("the highest tier that the wage meets; the exit code is 1 without one", "where it meets none"),
        "next_tier": Key("the one above it", "where there is none"),
        "missing_to_next": Key("how far the wage is below that", "where there is none"),
        "tiers": Key("from the highest on"),
        "source": Key("where they are from, its key in `assumptions sources`", "for a file of yours"),
        "address": Key("where that is found", "for a file of yours"),
        "remark": Key("what else the file says", "where it says nothing"),
        "household": Key("whose living wage it is", type="HouseholdInWords"),
        "living_wage": Key("of the place and the household, in dollars of `price_year`", type=MoneyPerHour),
        "minimum_wage": Key("that of the state", type=MinimumWage),
        "warnings": Key("sentences that must be said with it", type=list[str]),
    },
    (Certified, Provenance),
    (*ABOUT, "budget", "client"),
)
OBJECTS = (
    Thing(
        "CertificationAsked",
        "A certification, and the wage that is held against it.",
        ABOUT,
        (Certified,),
        ("tier", "next_tier", "missing_to_next", "tiers", "source", "address", "remark", "budget"),
    ),
    thing(
        TierMet,
        "A tier, in dollars of the year of the tiers unless it says otherwise.",
        {
            "name": Key("as the certification calls it"),
            "wage": Key("that it asks"),
            "with_insurance": Key("that it asks of an employer who provides health insurance"),
            "needed": Key("the one of the two that this employer has to pay"),
            "met": Key("whether the wage is as much"),
            "missing": Key("how far it is below that; 0 where it is met"),
            "restated": Key("`needed` in dollars of `price_year`"),
            "below_living_wage": Key("the living wage less `needed`; below zero where the tier asks for more"),
            "is_below_minimum_wage": Key("whether `needed` is less than the minimum wage of today"),
        },
    ),
)
"""The objects of this answer besides those of `livingwage`."""
