"""The sentences of `roster`."""

from mobcalc.language import say, say_count
from mobcalc.results.roster import FEWEST, Roster


def title(answer: Roster) -> str:
    """How many people were answered, and how many not."""
    people = say_count(answer.people, "{count} person was answered.", "{count} people were answered.")
    if not answer.refused:
        return people
    refused = say_count(answer.refused, "{count} row was refused.", "{count} rows were refused.")
    return f"{people} {refused}"


def notes(answer: Roster) -> list[str]:
    """What must be known of these people and figures."""
    said = []
    if answer.low_wages:
        said.append(
            say_count(
                answer.low_wages,
                "{count} person has a wage below the minimum; it is kept and marked, and the minimum is paid.",
                "{count} people have a wage below the minimum; it is kept and marked, and the minimum is paid.",
            )
        )
    if answer.not_kept:
        said.append(
            say_count(
                answer.not_kept,
                "For {count} person it is not known what the household keeps; the row says why.",
                "For {count} people it is not known what the household keeps; the rows say why.",
            )
        )
    if answer.left_out:
        said.append(
            say_count(
                answer.left_out,
                "{count} group of fewer than {fewest} people is not shown.",
                "{count} groups of fewer than {fewest} people are not shown.",
                fewest=FEWEST,
            )
        )
    return said


def more(groups: int) -> str:
    """That not all groups are shown."""
    return say_count(groups, "{count} more group: --json", "{count} more groups: --json")


def basis(answer: Roster) -> str:
    """Which dollars these are."""
    said = [
        say(
            "Gains over a working life in dollars of {year}, on average over the people of a group, of all who start.",
            year=answer.price_year,
        )
    ]
    if answer.draws:
        said.append(say("In 8 of 10 draws of what is assumed the average lies in the range."))
    return " ".join(said)
