"""The person in front of the counselor, and the household."""

# Types are made when somebody asks for them, which most runs do not: half of the time of making these classes.
from __future__ import annotations

from typing import Annotated, Generic

from msgspec import Struct

from mobcalc.schema.record import Attachment, Care, Education, HealthPlan, M, N, Sex, limits

LOWEST_OF_MINIMUM = 0.95
"""The part of a year's mean minimum wage that some of its months may have had."""


class Person(Struct, Generic[N, M], frozen=True):
    """The person in front of the counselor; what may be None has no default.

    `weekly_hours`: 0 for somebody who is out of work now and will work full time. `attachment`: whether the person is
    in the labour market throughout, or as often as people of that education are. `years_out`: out of work until now.
    `planned_out`: years out of work, by the age at which they begin. `training_cost` is the whole price to the person
    and `training_length` the length of the training asked about; `without_aid`: no grants; `quit_after`: leaving then
    is shown apart. `adults`, `children` (their ages now) and `partner_earnings` describe the household, the person
    included. `care`: whether the family pays for all child care, the state for a part, or nobody is paid.
    `health_plan`: whether it comes with the job or is bought on the marketplace. `unmarried`:
    on tax returns of their own. `voucher` and `tanf`: they have it; `school_meals`: these depend on earnings.
    """

    start_age: Annotated[N, limits("years", 16, 90, whole=True, personal=True)]
    retire_age: Annotated[N, limits("years", 17, 100, whole=True, personal=True)]
    weekly_hours: Annotated[N, limits("hours/week", 0, 112, personal=True)]
    transport: Annotated[N, limits("USD/year", personal=True)]
    child_care: Annotated[N, limits("USD/year", personal=True)]
    adults: Annotated[N, limits("people", 1, 20, whole=True, personal=True)]
    loan_rate: Annotated[N, limits("share/year", 0, 0.5, personal=True)]
    loan_term: Annotated[N, limits("years", 1, 40, personal=True)]
    attachment: Attachment
    wage: Annotated[N, limits("USD/hour", 1, 500, personal=True)] | None = None
    sex: Sex | None = None
    education: Education | None = None
    disability: bool = False
    care: Care = "paid"
    health_plan: HealthPlan = "employer"
    unmarried: bool = False
    voucher: bool = False
    tanf: bool = False
    school_meals: bool = False
    years_out: Annotated[N, limits("years", 0, 60, personal=True)] | None = None
    planned_out: Annotated[M, limits("years", 0.05, 60, form="by_year", personal=True)] | None = None
    training_cost: Annotated[N, limits("USD", 0, 1e6, personal=True)] | None = None
    training_length: Annotated[N, limits("years", 0.01, 20, personal=True)] | None = None
    without_aid: bool = False
    quit_after: Annotated[N, limits("years", 0.01, 20, personal=True)] | None = None
    loan: Annotated[N, limits("USD", 0, 1e6, personal=True)] | None = None
    children: Annotated[N, limits("years", -150, 150, form="list", whole=True, personal=True)] | None = None
    partner_earnings: Annotated[N, limits("USD/year", 0, 1e6, personal=True)] | None = None
