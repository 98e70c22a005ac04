"""The JSON of `roster`."""

from mobcalc.report.contract.basis import HEAD
from mobcalc.report.contract.keys import NO_DRAWS, Key, Thing, thing
from mobcalc.results.roster import GroupGain, Roster

ROSTER = Thing(
    "Roster",
    "The summary of a roster; its rows go to the file of `--output`.",
    {
        **HEAD,
        "people": Key("how many were answered", unit="people"),
        "refused": Key("how many could not be", unit="people"),
        "low_wages": Key("how many have a wage below the minimum", unit="people"),
        "not_kept": Key("of how many it is not known what their household keeps", unit="people"),
        "draws": Key("lives drawn for each person; 0 where nothing is drawn", unit="lives"),
        "seed": Key("which random numbers; 0 where nothing is drawn"),
        "price_year": Key("the year whose dollars all money is in", unit="year"),
        "baseline": Key("id of the pathway compared with"),
        "by": Key("the columns of `--summary` that make a group; empty where all are one"),
        "groups": Key("one object for each group and pathway of 10 people or more"),
        "left_out": Key("how many groups are too small to be shown", unit="groups"),
        "left_out_people": Key("how many people these have", unit="people"),
    },
    (Roster,),
)
OBJECTS = (
    thing(
        GroupGain,
        "What the people of a group gain from a pathway; averages by `weight`.",
        {
            "group": Key("the values of the columns in `by`"),
            "pathway": Key("id of the pathway"),
            "people": Key("how many have this pathway", unit="people"),
            "weight": Key("what they count together", unit="as in the column"),
            "gain": Key("of all who start, to retirement, at the values of all assumptions"),
            "gain_mean": Key("on average over draws of the assumptions, which all people share", NO_DRAWS),
            "gain_p10": Key("in one draw of the assumptions out of ten the group gains less", NO_DRAWS),
            "gain_p90": Key("in one draw of the assumptions out of ten the group gains more", NO_DRAWS),
            "chance_well_ahead": Key("the part of their lives that end 10,000 dollars or more ahead", NO_DRAWS),
            "kept_people": Key("of how many it is known what their household keeps", unit="people"),
            "kept_gain": Key("what these keep of it after taxes and benefits", "where that is known of too few"),
        },
    ),
)
"""The objects of this answer."""
