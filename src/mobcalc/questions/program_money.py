"""What a program costs and who pays, for one who enrolls."""

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from mobcalc.questions.program_sums import GOVERNMENTS, Costs
from mobcalc.results.lookups import Figure
from mobcalc.results.program import FundUsed, OwnNumber, Served, SupportUsed
from mobcalc.schema import Assumption
from mobcalc.schema.program import ProgramRecords


class Facts(Struct, frozen=True):
    """A program as it was read: its id and file, and its money in dollars of the price year.

    `cost` is in all without the supports, which have theirs for one who takes them up in `support_costs`; `funds` are
    in all. `names` are what supports are called, `in_hand` the part of a dollar of each that people have in hand.
    `medicaid_of_state` is the part of Medicaid that the state pays, None without a place. `context` is what is
    published of the place and of future jobs. `left_out` are supports that pay a bill which is in no gain, so that what
    they pay is none either.
    """

    id: str
    file: str
    program: ProgramRecords
    cost: float
    funds: Mapping[str, float]
    support_costs: Mapping[str, float]
    names: Mapping[str, str]
    in_hand: Mapping[str, float]
    own_numbers: Sequence[OwnNumber]
    medicaid_of_state: float | None
    context: Sequence[Figure] = ()
    left_out: Collection[str] = ()


def number(record: Assumption) -> float:
    """The single number of a record."""
    assert isinstance(record.value, float)
    return record.value


class Money:
    """What a program costs and who pays, for one who enrolls."""

    def __init__(self, facts: Facts, finishing: float | None, finishers: float | None) -> None:
        """Add up the money.

        Args:
            facts: the program.
            finishing: the share that finishes, where it is known.
            finishers: the part of all who enroll that is known to finish; None where that is not known for most.
        """
        self.facts, self.finishers = facts, finishers
        people = facts.program.people
        enrolled = number(people.enrolled)
        self.people = Served(
            enrolled=enrolled,
            reached=None if people.reached is None else number(people.reached),
            finished=None if people.finished is None else number(people.finished),
            finishing=finishing,
        )
        taken = {name: number(one.share) for name, one in facts.program.supports.items()}
        self.of_support = {name: share * facts.support_costs[name] for name, share in taken.items()}
        self.in_hand = sum(self._counted(name) for name in taken)
        self.cost = facts.cost / enrolled + sum(self.of_support.values())
        self.spent: dict[str, float] = {}
        for name, fund in facts.program.funding.items():
            self.spent[fund.level] = self.spent.get(fund.level, 0.0) + facts.funds[name] / enrolled
        self.unfunded = max(self.cost - sum(self.spent.values()), 0.0)

    def _counted(self, name: str) -> float:
        """What people have in hand of a support, for one who enrolls; nothing where gains leave its bill out."""
        return 0.0 if name in self.facts.left_out else self.of_support[name] * self.facts.in_hand[name]

    def per_finisher(self, amount: float) -> float | None:
        """An amount for one who enrolls as one for each who finishes."""
        return amount / self.finishers if self.finishers else None

    @property
    def leverage(self) -> float | None:
        """Dollars of others for each local dollar."""
        local = self.spent.get("local", 0.0)
        return (sum(self.spent.values()) - local) / local if local else None

    def totals(self) -> Costs:
        """The cost of one who enrolls, what governments pay of it, and what people have in hand."""
        public = sum(amount for level, amount in self.spent.items() if level in GOVERNMENTS)
        return Costs(self.cost, public, self.in_hand)

    def help_taken(self) -> dict[str, float]:
        """What one who takes up each support has of it in hand [USD]."""
        return {name: cost * self.facts.in_hand[name] for name, cost in self.facts.support_costs.items()}

    def funding(self) -> list[FundUsed]:
        """Every source of money."""
        return [
            FundUsed(
                id=name,
                label=fund.label,
                level=fund.level,
                amount=self.facts.funds[name],
                per_enrollee=self.facts.funds[name] / self.people.enrolled,
                per_finisher=self.per_finisher(self.facts.funds[name] / self.people.enrolled),
            )
            for name, fund in self.facts.program.funding.items()
        ]

    def supports(self) -> list[SupportUsed]:
        """Every support."""
        return [
            SupportUsed(
                id=name,
                name=self.facts.names[name],
                share=number(taken.share),
                cost=self.facts.support_costs[name],
                per_enrollee=self.of_support[name],
                in_hand=self._counted(name),
                is_in_gains=name not in self.facts.left_out,
            )
            for name, taken in self.facts.program.supports.items()
        ]
