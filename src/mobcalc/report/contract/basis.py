"""Keys and objects that the JSON of several commands has."""

from typing import Literal

from mobcalc.report.contract.keys import NO_PLACE, Key, Thing, thing
from mobcalc.results.basis import OldFigures, Terms
from mobcalc.results.household import HouseholdUsed, TrainingYear
from mobcalc.results.provenance import (
    CaseUsed,
    LocalUsed,
    OccupationUsed,
    OverrideUsed,
    PlaceUsed,
    Provenance,
    Route,
    SurveyUsed,
)
from mobcalc.schema import Source

HEAD = {
    "format": Key("version of this format", type=Literal[2]),
    "mobcalc": Key("version of the program", type=str),
}
"""The first keys of every answer."""
TIMES = {
    "price_year": Key("the year whose dollars all money is in", unit="year"),
    "discount_rate": Key("real, to the start age", unit="share/year"),
    "start_age": Key("age at the start", unit="years"),
    "retire_age": Key("age at which work ends, that year not included", unit="years"),
}
SHA = {
    "assumptions_sha256": Key(
        "SHA-256 of the canonical JSON of every record and setting in force, without the places they stand in"
    )
}
OVERRIDES = {"overrides": Key("what was put over the bundled set, flags and scenario files included")}
PLACE = {"place": Key("where the household lives", "for the country")}
OCCUPATION = {"occupation": Key("that of `--occupation`", "without one")}
CASE = {"case": Key("the case as every command reads it, whatever part of it the command uses", type=CaseUsed)}
SURVEYS = {"surveys": Key("each file of `--wages` or `--prices`")}
PROVENANCE = {
    **SHA,
    **OVERRIDES,
    **PLACE,
    **OCCUPATION,
    "local_figures": Key("each figure of the place or the occupation that is in force"),
    **CASE,
    **SURVEYS,
    "supports": Key("names of the help that is counted in every training", is_left_out=True),
    "supports_left_out": Key(
        "those of them that pay a bill which gains leave out, so that they are no gain", is_left_out=True
    ),
}
"""What an answer rests on."""
TERMS = {
    **HEAD,
    **TIMES,
    "sex": Key("whose figures are used", "for women and men mixed"),
    "seed": Key("which random numbers; 0 where nothing is drawn"),
    "draws": Key("how many lives were drawn with them; 0 where nothing is drawn", unit="lives"),
    **PROVENANCE,
    "baseline": Key("id of the pathway compared with"),
    "household": Key("who lives together", NO_PLACE),
    "assumed": Key("dotted names of the assumed numbers that the answer rests on"),
    "old_figures": Key("figures more than three years older than the price year, by source", type=list[OldFigures]),
    "warnings": Key("sentences about the whole answer", type=list[str]),
}
"""The keys of every answer about pathways."""
OF_TERMS = (Terms, Provenance)
NOT_TERMS = ("provenance", "old", "client", "person_id")
"""Fields of those that the JSON has under other names or not at all."""
SHARED = Thing("Shared", "The keys of every answer about pathways.", TERMS, OF_TERMS, NOT_TERMS)
"""For the page alone; every answer has these among its own."""
HOUSEHOLD = {
    "adults": Key("the person included", unit="people"),
    "children": Key("their ages", unit="years"),
    "partner_earnings": Key("what the second adult earns"),
    "disability": Key("whether the one adult is entitled to SSI at low earnings"),
    "rules_year": Key("the year of the tax and benefit rules", unit="year"),
    "child_care": Key("what it costs now before any help"),
    "care": Key("who pays for it: `paid` by the family, `subsidized`, or `none`"),
    "health_plan": Key("from the `employer` or the `marketplace`"),
    "unmarried": Key("whether the two adults file their own tax returns"),
    "voucher": Key("whether it has a housing voucher"),
    "tanf": Key("whether it draws TANF"),
    "school_meals": Key("whether these are free at low earnings alone"),
}
"""The keys of a household."""
SOURCE = {
    "title": Key("of the publication"),
    "publisher": Key("who published it"),
    "address": Key("where it is found; a web address, a DOI or words"),
    "as_of": Key("the date that it is of"),
    "retrieved": Key("when it was read"),
    "licence": Key("what may be done with it"),
    "quality": Key("`verified`, `primary`, `secondary` or `judgement`"),
    "table": Key("which table of it", "where nothing is said"),
    "note": Key("what else there is to say", "where nothing is said"),
    "year": Key("that most of its figures are of", "for judgement", "year"),
    "label": Key("what its figures are, in a few words", "where nothing is said"),
}
"""The keys of a source."""

OBJECTS = (
    thing(
        OverrideUsed,
        "A value that was put over the bundled one.",
        {
            "name": Key("dotted name"),
            "value": Key("as it was given, in the unit of the name", "for what was taken away"),
            "from": Key("a flag, or file and line"),
            "price_year": Key(
                "the year of the dollars of the value; there for money alone",
                type=int | dict[int, int],
                unit="year",
                is_left_out=True,
            ),
        },
    ),
    thing(
        PlaceUsed,
        "A place. Codes are text.",
        {
            "state": Key("its name"),
            "postal": Key("its postal code"),
            "state_fips": Key("its FIPS code, two digits"),
            "county": Key("name of the county", "where none is given"),
            "county_fips": Key("FIPS code of the county, five digits", "where none is given"),
            "city": Key("what was asked for where a city stands for its county", "where none does"),
            "metro": Key("name of the metropolitan area", "where none is given"),
            "metro_code": Key("CBSA code of the metropolitan area", "where none is given"),
        },
    ),
    thing(
        OccupationUsed,
        "The occupation asked for, as BLS projects it for 2024 to 2034.",
        {
            "code": Key("SOC code"),
            "title": Key("of the detailed occupation"),
            "routes": Key("each kind of route into it, whether or not there is one"),
            "is_listed": Key("whether BLS lists it as usually entered through apprenticeship"),
            "entry_education": Key("usual entry", "where BLS projects nothing"),
            "on_the_job_training": Key("usual training on the job", "where BLS projects nothing"),
            "annual_openings": Key("openings in a year", "where BLS projects nothing", "people/year"),
            "growth": Key("of employment, over the ten years", "where BLS projects nothing"),
            "employment": Key("jobs in 2024", "where BLS projects nothing", "people"),
        },
    ),
    thing(
        Route,
        "A kind of route into an occupation.",
        {
            "kind": Key("`apprenticeship`, `certificate`, `degree` or `on-the-job`"),
            "pathway": Key("id of the pathway that it is", "where there is no such route"),
            "exists": Key("whether there is such a route"),
            "reason": Key("code of why there is one, or none", type=str),
            "entry_education": Key("what BLS lists as the usual entry", "where BLS projects nothing"),
            "associate": Key("share of its workers with an associate degree"),
            "after": Key("the occupation of the first step of a ladder", "where there is no first step"),
        },
    ),
    thing(
        LocalUsed,
        "A figure of a place or an occupation, in place of a national one. A value that you set takes its place and "
        "the figure is not listed, except for rents of which only some are your own.",
        {
            "name": Key("dotted name of what it stands for"),
            "value": Key("in `unit`"),
            "unit": Key("of the value"),
            "price_year": Key("the year of its dollars", "where it is not money", "year"),
            "area": Key("where it is of"),
            "period": Key("when it is of"),
            "rule": Key("how it was found, in a sentence"),
            "source": Key("its key in `assumptions sources`"),
            "factor": Key("what a national figure was multiplied with", "where none was"),
            "detail": Key("what the table says beside it; empty where it says nothing"),
        },
    ),
    thing(
        CaseUsed,
        "A case.",
        {
            "person": Key("what is known of the person and the household, by the names of `assumptions list person`"),
            "pathways": Key("ids asked for, `all` as it is written; empty where none was asked for"),
            "baseline": Key("id of the pathway compared with"),
            "discount_rate": Key("in force", unit="share/year"),
        },
    ),
    thing(
        SurveyUsed,
        "A file of your own wages or prices.",
        {
            "file": Key("as it was given"),
            "rows": Key("in it", unit="rows"),
            "used": Key("how many of them the answer rests on", unit="rows"),
            "figures": Key(
                "file and line of each of its figures by name; `place.rents.2` is the rent with two bedrooms"
            ),
            "instead_of": Key(
                "by the same names the smaller area whose published figure a row of a state or the country stands for"
            ),
            "above_larger": Key("numbers of bedrooms whose own rent lies above that for more bedrooms"),
            "dearer_care": Key("whether it prices the kind of child care that does not count, the other being cheaper"),
        },
    ),
    thing(
        HouseholdUsed,
        "Who lives together now.",
        HOUSEHOLD,
    ),
    thing(
        OldFigures,
        "Old figures of one source.",
        {
            "source": Key("its key in `assumptions sources`"),
            "label": Key("what they are, in a few words"),
            "years": Key("the years that they are of", unit="year"),
        },
    ),
    thing(
        TrainingYear,
        "A year with some training in it, for those still in training.",
        {
            "year": Key("1 for the first"),
            "age": Key("at its beginning", unit="years"),
            "paid_earnings": Key("what the person is paid"),
            "stipends": Key("paid while in training; not earnings"),
            "partner_earnings": Key("of the second adult"),
            "benefits": Key("cash and food benefits and credits"),
            "taxes": Key("before credits"),
            "net_resources": Key("pay, stipends, the partner's earnings and benefits less taxes"),
            "basic_needs": Key("what has to be paid for apart from taxes"),
            "needs_met_by_coverage": Key("health care among these that public coverage pays for"),
            "training_costs": Key("after grants and loans"),
            "left_over": Key("what remains; below zero where money is missing"),
            "help_needed": Key("what closes that; 0 where nothing is missing"),
        },
    ),
    thing(
        Source,
        "A source of numbers.",
        SOURCE,
    ),
)
"""The objects that several answers have."""
