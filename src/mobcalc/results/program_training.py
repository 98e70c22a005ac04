"""What is missing to live on while people train in a program."""

from msgspec import Struct

from mobcalc.results.amounts import MoneyPerYear


class TrainingGap(Struct, frozen=True):
    """What one kind of household is short of in the tightest year of training, a year, before and after help.

    `home` is its id. `missing` is what basic needs and training cost above what there is to live on; `without_training`
    the same of one who does not train; `help` what all supports of the program are worth to one who takes up every one
    of them, in each year of training, and `with_help` what is missing then.
    """

    home: str
    missing: MoneyPerYear
    without_training: MoneyPerYear
    help: MoneyPerYear
    with_help: MoneyPerYear
