"""What simulated lives say of a pathway: how often it ends ahead, and how far gains spread."""

from msgspec import Struct

from mobcalc.results.amounts import Money, ShareOf, Years

WELL_AHEAD = 10_000.0
"""Dollars of the price year from which on a gain over a working life is more than a little."""


class Chances(Struct, frozen=True):
    """Draws of one pathway's gain over the baseline.

    `chance_well_ahead` is the part of the draws that ends ahead by `WELL_AHEAD` or more, of which
    `chance_standard_error` is; `chance_ahead` and `chance_behind` are those ahead or behind by a dollar or more. The
    gain has its 10th, 50th (the median) and 90th percentile and its mean, which `gain_standard_error` is of. From
    `ahead_in_8_of_10_by_age` on 8 of 10 draws are ahead at every age; null where that never is so, and where it is not
    computed.
    """

    draws: int
    chance_ahead: ShareOf
    chance_well_ahead: ShareOf
    chance_standard_error: ShareOf
    chance_behind: ShareOf
    gain_p10: Money
    gain_p50: Money
    gain_p90: Money
    gain_mean: Money
    gain_standard_error: Money
    ahead_in_8_of_10_by_age: Years | None


TOGETHER = tuple(name for name in Chances.__struct_fields__ if name != "draws")
"""The keys that stand with the comparison itself for both layers of uncertainty together."""


class MeanGain(Struct, frozen=True):
    """The gain over the baseline, each figure the mean over draws of the assumptions, of averages over lives.

    To all who start, to those who finish and to those who leave, over the working life; null where nobody tells them
    apart. `first_decade` is of earnings, undiscounted. `standard_error` is that of `expected`.
    """

    expected: Money
    completer: Money | None
    leaver: Money | None
    first_decade: Money
    standard_error: Money


class Layers(Struct, frozen=True):
    """The chances of a pathway: uncertain assumptions and one life's luck together, and each of them alone.

    `net_resources` is of both together, for what the household keeps, and `net_resources_one_life` of luck alone; null
    without a place.
    """

    together: Chances
    parameter: Chances
    one_life: Chances
    net_resources: Chances | None
    net_resources_one_life: Chances | None


LAYERS = ("parameter", "one_life", "net_resources", "net_resources_one_life")
"""The layers that stand under their own names."""
