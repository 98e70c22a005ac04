"""What a roster of people comes to."""

from msgspec import Struct

from mobcalc.results.amounts import Money, ShareOf
from mobcalc.results.provenance import Provenance

FEWEST = 10
"""Of fewer people than this together nothing is shown."""


class GroupGain(Struct, frozen=True):
    """What people of a group gain from a pathway, the average of them.

    `group` are the values of the columns asked for, `people` how many have a weight, `weight` its sum. `gain` is at the
    values of all assumptions; `gain_mean` is over draws of the assumptions, the same for everybody, and `gain_mean_p10`
    and `gain_mean_p90` say within which range, None without draws. `kept_gain` is what the households of `kept_people`
    keep of what these gain at the values of all assumptions, `gain_of_kept`; None where that is known of too few.
    """

    group: list[str]
    pathway: str
    people: int
    weight: float
    gain: Money
    gain_mean: Money | None
    gain_mean_p10: Money | None
    gain_mean_p90: Money | None
    chance_well_ahead: ShareOf | None
    kept_people: int
    gain_of_kept: Money | None
    kept_gain: Money | None


class LeftOut(Struct, frozen=True):
    """A group of too few people to be shown, and their pathway."""

    group: list[str]
    pathway: str


class Roster(Struct, frozen=True):
    """A file of people: how many were answered and refused, and what groups of them gain.

    `by` are the columns that make a group. `left_out` groups were too small to be shown, `left_out_groups`, of
    `left_out_people`. `repeated_ids` are those that come more than once, None where there are too many rows to know.
    `low_wages` people had a wage below the minimum, `no_wages` none, `not_kept` a household of which is not known what
    it keeps, `babies` one child of age 0 and no other, `no_weights` no weight, so that they count as one.
    `assumed_draws` is how often the assumptions were drawn.
    `unread` are columns of the file that nothing was read from.
    """

    people: int
    refused: int
    low_wages: int
    not_kept: int
    no_wages: int
    babies: int
    no_weights: int
    repeated_ids: int | None
    unread: list[str]
    draws: int
    seed: int
    assumed_draws: int
    price_year: int
    discount_rate: ShareOf
    baseline: str
    by: list[str]
    groups: list[GroupGain]
    left_out: int
    left_out_people: int
    left_out_groups: list[LeftOut]
    provenance: Provenance
