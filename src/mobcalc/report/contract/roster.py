"""The JSON of `roster`."""

from mobcalc.report.contract.basis import HEAD, OVERRIDES, SHA, TIMES
from mobcalc.report.contract.keys import NO_DRAWS, Key, Thing, thing
from mobcalc.results.provenance import Provenance
from mobcalc.results.roster import GroupGain, LeftOut, Roster

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
        "no_weights": Key("how many have no weight, and count as one", unit="people"),
        "repeated_ids": Key(
            "how many ids come more than once in the file; each of their rows is answered",
            "of more than 1,048,576 rows, where it is not looked for",
            unit="ids",
        ),
        "unread": Key("columns of the file that nothing is read from"),
        "draws": Key("lives drawn for each person; 0 where nothing is drawn", unit="lives"),
        "seed": Key("which random numbers; 0 where nothing is drawn"),
        "assumed_draws": Key("how often the assumptions were drawn; 0 where nothing is drawn", unit="draws"),
        "price_year": TIMES["price_year"],
        "discount_rate": TIMES["discount_rate"],
        "baseline": Key("id of the pathway compared with"),
        "by": Key("the columns of `--summary` that make a group; empty where all are one"),
        "groups": Key("one object for each group and pathway of 10 different ids or more that weigh something"),
        "left_out": Key("how many groups are too small to be shown", unit="groups"),
        "left_out_people": Key("how many people these have", unit="people"),
        "left_out_groups": Key("which these are"),
        **SHA,
        **OVERRIDES,
    },
    (Roster, Provenance),
    (
        *("provenance", "place", "occupation", "local_figures", "case", "surveys"),
        *("supports", "supports_left_out", "client"),
    ),
)
FEW = "where that is known of fewer than 10 people, or not known of fewer than 10"
OBJECTS = (
    thing(
        GroupGain,
        "What the people of a group gain from a pathway; averages by `weight`.",
        {
            "group": Key("the values of the columns in `by`"),
            "pathway": Key("id of the pathway"),
            "people": Key("how many have this pathway and weigh something", unit="people"),
            "weight": Key("what they count together", unit="as in the column"),
            "gain": Key("of all who start, to retirement, at the values of all assumptions"),
            "gain_mean": Key("on average over draws of the assumptions, which all people share", NO_DRAWS),
            "gain_mean_p10": Key(
                "in one draw of the assumptions out of ten the average is less: how sure it is, not how people differ",
                NO_DRAWS,
            ),
            "gain_mean_p90": Key("in one draw of the assumptions out of ten the average is more", NO_DRAWS),
            "chance_well_ahead": Key("the part of their lives that end 10,000 dollars or more ahead", NO_DRAWS),
            "kept_people": Key("of how many it is known what their household keeps", unit="people"),
            "gain_of_kept": Key("what these gain at the values of all assumptions", FEW),
            "kept_gain": Key("what these keep of that after taxes and benefits", FEW),
        },
    ),
    thing(
        LeftOut,
        "A group and pathway of fewer than 10 different ids that weigh something.",
        {"group": Key("the values of the columns in `by`"), "pathway": Key("id of the pathway")},
    ),
)
"""The objects of this answer."""
