"""The JSON of `roster`."""

from mobcalc.report.contract.basis import HEAD, TIMES
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
        "no_wages": Key("how many have no wage, so that what people like them are paid is taken", unit="people"),
        "babies": Key("how many have one child, of age 0, and no other", unit="people"),
        "unread": Key("columns of the file that nothing is read from"),
        "draws": Key("lives drawn for each person; 0 where nothing is drawn", unit="lives"),
        "seed": Key("which random numbers; 0 where nothing is drawn"),
        "assumed_draws": Key("how often the assumptions were drawn; 0 where nothing is drawn", unit="draws"),
        "price_year": TIMES["price_year"],
        "discount_rate": TIMES["discount_rate"],
        "baseline": Key("id of the pathway compared with"),
        "by": Key("the columns of `--summary` that make a group; empty where all are one"),
        "groups": Key("one object for each group and pathway of 10 people or more"),
        "left_out": Key("how many groups are too small to be shown", unit="groups"),
        "left_out_people": Key("how many people these have", unit="people"),
    },
    (Roster,),
)
FEW = "where that is known of fewer than 10 people, or not known of fewer than 10"
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
            "gain_of_kept": Key("what these gain at the values of all assumptions", FEW),
            "kept_gain": Key("what these keep of that after taxes and benefits", FEW),
        },
    ),
)
"""The objects of this answer."""
