"""What `cliff` finds."""

from msgspec import Struct

from mobcalc.results.amounts import MoneyPerHour, MoneyPerYear, ShareOf
from mobcalc.results.household import HouseholdUsed
from mobcalc.results.notices import ReasonCode
from mobcalc.results.provenance import Provenance
from mobcalc.schema import Evidence

LEAST_LOSS = 100.0
"""Smaller losses are not listed [USD/year]."""
PROGRAM_SHARE = 0.1
"""A program is named where it makes at least this part of all that is lost."""
BEYOND_TABLE = "beyond_table"
"""The reason that something is not known: it lies beyond the last earnings of the table."""
NEVER_ENDS = "never_ends"
"""The reason that a benefit has no end: the household has it at the last earnings of the table too."""


class GridPoint(Struct, frozen=True):
    """What the household has at some earnings of the worker; `components` are taxes, positive where paid, and benefits.

    `marginal_rate` is the part of a raise to the next point that is lost, null at the last one. `is_beyond_table` is
    whether the household's earnings are above the last ones of the table, so that amounts go on with the last slope.
    """

    earnings: MoneyPerYear
    household_earnings: MoneyPerYear
    net_resources: MoneyPerYear
    marginal_rate: ShareOf | None
    is_beyond_table: bool
    components: dict[str, MoneyPerYear]


class Step(Struct, frozen=True):
    """A stretch of earnings over which net resources fall all the way."""

    from_earnings: MoneyPerYear
    to_earnings: MoneyPerYear
    loss: MoneyPerYear


class Cliff(Struct, frozen=True):
    """A rise in the worker's earnings that lowers net resources, in one step or in several of the same program.

    `lost` is what each of `programs` takes, the largest first, and `ends` are those of them of which nothing is left.
    Where `whole_again_at` is null, `why` gives the reason.
    """

    from_earnings: MoneyPerYear
    to_earnings: MoneyPerYear
    loss: MoneyPerYear
    programs: list[str]
    lost: dict[str, MoneyPerYear]
    ends: list[str]
    steps: list[Step]
    whole_again_at: MoneyPerYear | None
    why: str | None


class Kept(Struct, frozen=True):
    """What is kept of a rise in the worker's earnings, all cliffs in it."""

    from_earnings: MoneyPerYear
    to_earnings: MoneyPerYear
    kept: MoneyPerYear


class CoverageLoss(Struct, frozen=True):
    """A rise in earnings that costs more public health coverage than it brings.

    `loss` is what coverage by `programs` is worth less; `replaced_by` is other coverage that becomes worth more there.
    """

    from_earnings: MoneyPerYear
    to_earnings: MoneyPerYear
    loss: MoneyPerYear
    programs: list[str]
    ends: list[str]
    replaced_by: dict[str, MoneyPerYear]


class ProgramEnd(Struct, frozen=True):
    """A benefit that the household has at some earnings: where it begins, is largest, and ends."""

    program: str
    begins_at: MoneyPerYear
    largest: MoneyPerYear
    largest_at: MoneyPerYear
    ends_at: MoneyPerYear | None
    why: str | None


class Now(Struct, frozen=True):
    """Where a known wage puts the household, and what a raise of one dollar an hour would leave of itself.

    `shortfall` is how far net resources are below those at `better_at`, the lower earnings with the most; 0 and null
    where they are not. `next_cliff_from` is where the next cliff above begins.
    """

    wage: MoneyPerHour
    hours_per_week: float
    earnings: MoneyPerYear
    net_resources: MoneyPerYear
    raise_per_year: MoneyPerYear
    kept_of_raise: MoneyPerYear
    shortfall: MoneyPerYear
    better_at: MoneyPerYear | None
    next_cliff_from: MoneyPerYear | None


class OtherHelp(Struct, frozen=True):
    """Help that the household may get and that is not counted.

    `worth_now` is what it would add at the worker's earnings, null where these are not known. Who asks for it now gets
    it up to `asks_up_to`, who has it keeps it up to `kept_up_to`, null where it does not end. Less of it makes net
    resources fall most, by `most_lost`, at `most_lost_at`, null where it never does.
    """

    program: str
    worth_now: MoneyPerYear | None
    asks_up_to: MoneyPerYear | None
    kept_up_to: MoneyPerYear | None
    most_lost: MoneyPerYear
    most_lost_at: MoneyPerYear | None


class WorkingAndNot(Struct, frozen=True):
    """What the household has with the worker at work or at home; nobody is paid for child care then."""

    earnings: MoneyPerYear
    ssi: MoneyPerYear
    snap: MoneyPerYear
    other_benefits: MoneyPerYear
    taxes: MoneyPerYear
    child_care: MoneyPerYear
    health_plan: MoneyPerYear
    net_resources: MoneyPerYear
    has_medicaid: bool


class HouseholdThen(Struct, frozen=True):
    """Who lives together in a year: `children` are the ages of those below 18."""

    adults: int
    children: list[int]
    partner_earnings: MoneyPerYear


class CliffYear(Struct, frozen=True):
    """One year of a pathway, by that year's household and the rules of `rules_year`.

    `shortfall` is how far net resources are below those at `better_at`, the lower earnings with the most in the same
    year, and `lost_to` the programs that make it. `lost_by_raise` is what would have been kept more at the earnings of
    the year before, null where pay did not rise, and `raise_lost_to` the programs that take it. `changed_by_household`
    is the difference to what the household of the year before would have at the same earnings, null where it is of the
    same type and pays as much for child care.
    """

    age: int
    household: HouseholdThen
    earnings: MoneyPerYear
    household_earnings: MoneyPerYear
    net_resources: MoneyPerYear
    marginal_rate: ShareOf
    is_beyond_table: bool
    in_cliff: bool
    shortfall: MoneyPerYear
    better_at: MoneyPerYear | None
    lost_to: list[str]
    lost_by_raise: MoneyPerYear | None
    raise_lost_to: list[str]
    changed_by_household: MoneyPerYear | None


class CliffByAge(Struct, frozen=True):
    """The paid earnings of one group of a pathway, year by year. `why`: where another group was asked for.

    `is_average`: the group is of people who leave at different times or not at all, so its pay is no one person's.
    """

    id: str
    name: str
    evidence: Evidence
    group: str
    is_average: bool
    years: list[CliffYear]
    why: ReasonCode | None
    caution: str | None


class Cliffs(Struct, frozen=True):
    """The answer of `cliff`: the household now over its worker's earnings, and perhaps along a pathway.

    `other_help` is what is not counted and could be. `working_and_not` has no work and the wage asked about side by
    side. For a person on SSI `substantial_work` is what counts as substantial work [USD/month], and `able_limit` what
    may be saved in an ABLE account [USD/year]. `table_top` are the worker's earnings at which the table ends; `taxes`,
    `benefits` and `coverage` name components.
    """

    household: HouseholdUsed
    age: int
    provenance: Provenance
    is_with_coverage: bool
    hours_per_week: float
    minimum_wage: MoneyPerHour
    table_top: MoneyPerYear
    taxes: list[str]
    benefits: list[str]
    coverage: list[str]
    grid: list[GridPoint]
    cliffs: list[Cliff]
    least_kept: Kept | None
    coverage_losses: list[CoverageLoss]
    program_ends: list[ProgramEnd]
    now: Now | None
    other_help: list[OtherHelp]
    working_and_not: list[WorkingAndNot]
    substantial_work: float | None
    able_limit: float | None
    along: CliffByAge | None
