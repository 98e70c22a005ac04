"""Who works in an occupation, and how pay in it goes over a working life."""

import sqlite3
from typing import NamedTuple

import msgspec

from mobcalc.schema import Assumption, WorkLife
from mobcalc.store.codes import Occupation
from mobcalc.store.reference import WHERE, row

AGES = (27.5, 32.5, 37.5, 42.5, 47.5, 52.5, 57.5, 62.5)
"""Middles of the age bands of the survey; those under 25, often apprentices and helpers, are left out."""
SPREAD = 0.10
"""How far the pay of one sex over everybody's may lie from that of the survey (assumed)."""
SOURCE = "acs-2024-occupations"


class Workers(NamedTuple):
    """Who works in an occupation, 25 to 64: shares of women, of the self-employed, and by education.

    `title` is what the survey calls the occupation, which may hold several of the wage survey's; None without one.
    """

    title: str | None
    women: float | None
    self_employed: float | None
    associate: float | None
    below_associate: float | None


def workers_of(occupation: Occupation) -> Workers:
    """Who works in an occupation, as far as the survey knows."""
    line = _line(occupation)
    return Workers(line["acs_title"], line["women"], line["self_employed"], line["associate"], line["below_associate"])


def work_life_of(occupation: Occupation) -> WorkLife[Assumption]:
    """Pay over a working life in an occupation, for people below a bachelor's degree."""
    line = _line(occupation)
    title = line["acs_title"]
    who = f"{(title or f'{occupation.title}, by its group').lower()}, below a bachelor's degree, full-time, 2024"
    note = (
        "Median pay by age over that of 25 to 64, drawn toward the group of occupations by its standard error (ages "
        "are assumed to lie 5 percent from the group). California and Texas are not in it."
    )

    def by_age(prefix: str) -> list[float]:
        """The figures of the age bands."""
        return [float(line[f"{prefix}_{int(age - 2.5)}"]) for age in AGES]

    def record(value: float | list[float], unit: str, note: str) -> Assumption:
        """A figure of the survey."""
        return Assumption(value, unit, "derived", SOURCE, WHERE, population=who, note=note, period=2024)

    def ratio(sex: str) -> Assumption:
        """The pay of one sex over everybody's."""
        value = float(line[f"ratio_{sex}"])
        made = record(value, "ratio", "Their median over that of all, 25 to 64; the range is assumed.")
        return msgspec.structs.replace(made, range=(value - SPREAD, value + SPREAD))

    employed = "Mean pay of the labor force in the occupation over that of full-time, year-round workers."
    luck = (
        "ln(p75 / p25) / 1.349 of their pay at 25 to 64, squared, less 0.20^2 for what passes with the year; the root."
    )
    return WorkLife(
        ages=Assumption(list(AGES), "years", "observed", SOURCE, WHERE, note="Middles of the age bands.", period=2024),
        profile=record(by_age("profile"), "ratio", note),
        ratio_men=ratio("men"),
        ratio_women=ratio("women"),
        employed_men=record(by_age("employed_men"), "share", employed),
        employed_women=record(by_age("employed_women"), "share", employed),
        lasting_luck_men=record(float(line["luck_men"]), "ratio", luck),
        lasting_luck_women=record(float(line["luck_women"]), "ratio", luck),
        transfer_rate=_transfer_rate(occupation),
    )


def _transfer_rate(occupation: Occupation) -> Assumption:
    """How many leave the occupation for another in a year; that of all occupations where there is none."""
    line = row(
        "SELECT occ_transfer_rate_pct FROM bls_separations_2024_2034_table1_10 WHERE occ_code = ?", occupation.code
    )
    who, source = f"{occupation.title} ({occupation.code})", "bls-separations-2024"
    if line is None:
        note = "Of all occupations, since none is published for this one; the range holds most of them."
        return Assumption(ALL_TRANSFERS, "share/year", "assumed", source, WHERE, range=(0.03, 0.10), note=note)
    note = "Occupational transfers a year, 2024 to 2034."
    return Assumption(line[0] / 100, "share/year", "observed", source, WHERE, population=who, note=note, period=2024)


ALL_TRANSFERS = 0.059
"""The rate of all occupations in table 1.10."""


def male_share_of(occupation: Occupation) -> Assumption:
    """The share of men among those who work in an occupation; half where it is not known."""
    women = workers_of(occupation).women
    if women is None:
        note = "No count of men and women in this occupation is at hand, so half."
        return Assumption(0.5, "share", "assumed", "judgement", WHERE, range=(0.1, 0.9), note=note)
    note = f"1 - {women:g}, the share of women among those of 25 to 64 who work in it."
    return Assumption(round(1 - women, 4), "share", "derived", SOURCE, WHERE, note=note, period=2024)


def _line(occupation: Occupation) -> sqlite3.Row:
    line = row("SELECT * FROM occupation_profiles WHERE occ_code = ?", occupation.code)
    assert line is not None  # the table has every occupation of the wage survey
    return line
