"""What an employer spends on apprentices and has of them."""

# Types are made when somebody asks for them, which most runs do not: half of the time of making these classes.
from __future__ import annotations

from typing import Annotated, Generic

from msgspec import Struct

from mobcalc.schema.record import Dollars, DollarsPerYear, N, SharePerYear, limits


class Employer(Struct, Generic[N], frozen=True):
    """What an employer spends on an apprentice, and has of one.

    Mentors' hours and output, which is the part of a journeyworker's work that an apprentice does, go from those at the
    start to those at the end in a straight line. After the program, for `years_after`, a finisher's work is worth
    `gain_after` of pay and benefits more than these; `stay` of the finishers are still there a year on, and
    `stay_of_hired` of skilled workers hired otherwise, each of whom costs `hire_cost`. `reference_return` is a
    published figure that stands beside the answer.
    """

    mentor_hours_start: Annotated[N, limits("hours/week", 0, 60)]
    mentor_hours_end: Annotated[N, limits("hours/week", 0, 60)]
    output_start: Annotated[N, limits("ratio", 0, 2)]
    output_end: Annotated[N, limits("ratio", 0, 2)]
    instruction_cost: DollarsPerYear[N]
    start_cost: Dollars[N]
    gain_after: Annotated[N, limits("ratio", 0, 2)]
    stay: SharePerYear[N]
    stay_of_hired: SharePerYear[N]
    hire_cost: Dollars[N]
    years_after: Annotated[N, limits("years", 1, 30, whole=True)]
    reference_return: Annotated[N, limits("ratio", 0, 10)]
