"""A worker of an employer, and the household behind the worker."""

from msgspec import Struct

from mobcalc.schema.record import Care


class Worker(Struct, frozen=True):
    """Somebody at work: the wage [USD/hour], hours a week, and the household as in `Person`.

    `age` is None where it is not known. `partner_earnings` are in USD/year.
    """

    id: str
    wage: float
    hours: float
    adults: int = 1
    children: tuple[int, ...] = ()
    partner_earnings: float = 0.0
    disability: bool = False
    care: Care = "paid"
    age: int | None = None
