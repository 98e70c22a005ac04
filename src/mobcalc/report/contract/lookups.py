"""The JSON of `occupations` and `places`."""

from mobcalc.report.contract.basis import HEAD
from mobcalc.report.contract.keys import WHY, Key, Thing, thing
from mobcalc.results.lookups import Figure, OccupationFound, OccupationSearch, OccupationShown, PlaceFound, PlaceShown
from mobcalc.results.provenance import PlaceUsed
from mobcalc.schema import Source

SOURCES = {"sources": Key("those of the figures, by their keys", type=dict[str, Source])}
SEARCHED = {
    "words": Key("that were looked for", type=str),
    "nearest": Key("a name like the words", "where something has them, or nothing is like them", type=str | None),
}
NO_NOTE = "where nothing is said"

OCCUPATIONS_SEARCH = Thing(
    "OccupationSearch",
    "The answer of occupations search.",
    {
        **HEAD,
        **SEARCHED,
        "occupations": Key("one object for each; empty where nothing is found", type=list[OccupationFound]),
        **SOURCES,
    },
    (OccupationSearch,),
    ("found",),
)
OCCUPATIONS_SHOW = Thing(
    "OccupationShown",
    "The answer of occupations show.",
    {
        **HEAD,
        "code": Key("SOC code"),
        "title": Key("of the detailed occupation"),
        "everyday_names": Key("other names that are found"),
        "is_listed": Key("whether BLS lists it as usually entered through apprenticeship"),
        "pathway": Key("id of the bundled pathway of the occupation", "where there is none", type=str | None),
        "state": Key("its name", "for the country"),
        "figures": Key(
            "by name: `national_wages_per_year`, `national_wages_per_hour`, with a place also `state_wages_per_year` "
            "and `state_wages_per_hour`, with a county or a metropolitan area `area_wages_per_year` and "
            "`area_wages_per_hour` of its area of the wage survey (each with `p10`, `p25`, `p50`, `p75`, `p90`), "
            "`entry_education`, `experience`, `on_the_job_training`, `usually_entered_through_apprenticeship`, "
            "`employment`, `annual_openings` and `growth` (over the ten years)",
            type=dict[str, Figure],
        ),
        **SOURCES,
    },
    (OccupationShown,),
)
PLACES_SEARCH = Thing(
    "PlaceSearch",
    "The answer of places search.",
    {**HEAD, **SEARCHED, "places": Key("one object for each; empty where nothing is found", type=list[PlaceFound])},
)
PLACES_SHOW = Thing(
    "PlaceShown",
    "The answer of places show.",
    {
        **HEAD,
        "place": Key("the place", type=PlaceUsed),
        "figures": Key(
            "by name: `earnings_levels.high_school`, `minimum_wage`, `unemployment_rate`, `price_parity`, "
            "`goods_parity`, `rents` (by the number of bedrooms, `0` to `4`; of a state the mean of its counties), "
            "`infant_care_center`, `infant_care_family`, `tuition_two_year`, `tuition_four_year`, "
            "`occupations_in_state` (of how many detailed occupations the median wage in the state is published) and, "
            "for a county or a metropolitan area, `occupations_in_area` (the same of its area of the wage survey) and "
            "`pay_over_state` (its median pay of all occupations over the state's), for a county "
            "`low_income_child_rank`, from 0 to 100 (how far people born from 1978 to 1983 with low-income parents "
            "there got by 2014-15; null where none is published or too few children make it unsure), and "
            "`low_income_child_rank_us`, the same of the country",
            type=dict[str, Figure],
        ),
        "notes": Key("what must be known to read them", type=list[str]),
        **SOURCES,
    },
    (PlaceShown,),
    ("city_note", "has_namesakes"),
)
OBJECTS = (
    thing(
        Figure,
        "A published figure.",
        {
            "value": Key(
                "a number, words, true or false, or numbers by a name; never 0 for what is not published", WHY, "`unit`"
            ),
            "unit": Key("of the value", "for words"),
            "area": Key("where it is of; empty where nothing is published"),
            "period": Key("when it is of", "where there is no table at all", type=str | None),
            "rule": Key("how it is known, in a sentence", "where `value` is null", type=str | None),
            "source": Key("its key under `sources`", "where there is no table at all", type=str | None),
            "price_year": Key("whose dollars money is in: a look-up restates nothing", "where it is not money", "year"),
            "note": Key("what else there is to say", NO_NOTE),
            "why": Key("the reason where `value` is null", "where it is known"),
        },
        ("name",),
    ),
    thing(
        OccupationFound,
        "An occupation that was found.",
        {
            "code": Key("SOC code"),
            "title": Key("of the detailed occupation"),
            "everyday_name": Key("the everyday name that holds the words", "where the title does"),
            "is_exact": Key(
                "whether a name is exactly the words, but for singular and plural; these come first, then most jobs"
            ),
            "median_per_year": Key(
                "national median wage, May 2025 (`oews-2025`)", "where only an hourly one is published", "USD/year"
            ),
            "median_per_hour": Key(
                "national median wage by the hour, May 2025", "where only a yearly one is published", "USD/hour"
            ),
            "entry_education": Key("usual entry as BLS assigns it, 2024 (`bls-projections-2024`)"),
            "on_the_job_training": Key("usual training on the job, likewise"),
            "annual_openings": Key("projected for 2024 to 2034", unit="people/year"),
            "employment": Key("jobs, 2024", unit="people"),
        },
    ),
    thing(
        PlaceFound,
        "A place that was found.",
        {
            "kind": Key("`state`, `county`, `city` or `metro`"),
            "name": Key("its name"),
            "code": Key(
                "FIPS code of a state or county, that of its county for a city, CBSA code of a metropolitan area; text"
            ),
            "county": Key("of a city", "for other kinds"),
            "is_exact": Key("whether its name is exactly the words; these come first"),
            "states": Key("postal codes", type=list[str]),
        },
        ("postals",),
    ),
)
"""The objects of these answers."""
