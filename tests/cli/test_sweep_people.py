"""Scenarios that are rows of one calculation: every row is to the byte what one scenario alone would give."""

import random

import pytest

from mobcalc.cli import sweep_rows, sweep_workers
from mobcalc.cli.memory import Memory
from mobcalc.cli.options import Values
from mobcalc.cli.sweep_axes import FIELDS
from mobcalc.cli.sweep_people import Crowd
from mobcalc.cli.sweep_rows import Batch, Layout, batch_of
from mobcalc.cli.sweep_scenarios import Common
from mobcalc.report.compare_columns import SHORT

PERSONS = (
    {},
    {"age": "27", "sex": "female", "wage": "17.25", "kids": "3"},
    {"age": "34", "sex": "male", "education": "associate", "hours": "30", "years_out": "2"},
    {
        "age": "45",
        "education": "less-than-hs",
        "hours": "0",
        "adults": "2",
        "partner_earnings": "25000",
        "kids": "0,5,17",
    },
    {"age": "58", "wage": "40", "disability": True},
    {"age": "22", "wage": "8.50", "child": ("4",)},
)
PLACES = (
    {},
    {"state": "MS"},
    {"state": "California"},
    {"state": "NY", "county": "Jamestown, NY"},
    {"county": "Tacoma, WA"},
    {"metro": "Tulsa, OK"},
)
QUESTIONS = (
    {},
    {"occupation": "electrician"},
    {"occupation": "CNA to LPN"},
    {"occupation": "29-1141", "discount_rate": "0.01", "loan": "5000"},
    {"pathway": ("all",), "retire_age": "67"},
    {"pathway": ("certificate",), "cost": "9000", "length": "1.5", "no_aid": True},
    {"pathway": ("bachelors-degree",), "baseline": "certificate", "out": ("60:2",)},
    {"pathway": ("intensive-youth-training",), "set": ("economy.real_wage_growth=0.01", "person.transport=600")},
)
OTHERS = (
    {"state": "OH", "kids": "2", "child_care": "subsidized"},
    {"state": "OH", "kids": "2", "child_care": "none", "tanf": True},
    {"state": "OH", "voucher": True},
    {"state": "OH", "health_plan": "marketplace", "rules": "2026"},
    {"state": "OH", "adults": "2", "unmarried": True},
    {"attachment": "population"},
    {"quit_after": "0.5"},
    {"set": ("pathways.certificate.completion.rate=1",)},
    {"set": ("living_wage.child_care=9000",), "state": "OH", "kids": "2"},
    {"set": ("person.wage={value: 12, price_year: 2020}",), "state": "OH"},
    {"age": "64"},
    {"age": "70"},
    {"age": "17", "kids": "19"},
    {"wage": "5", "state": "OH"},
    {"wage": "7.50"},
    {"state": "ZZ"},
    {"adults": "3", "kids": "1"},
    {"education": "bachelors", "baseline": "certificate", "pathway": ("associate-degree",)},
    {"education": "bachelors", "pathway": ("associate-degree",), "state": "TX"},
    {"tanf": True},
    {"occupation": "no such work"},
    {"out": ("19:3",), "pathway": ("associate-degree",)},
)
"""What rows do not carry, or what is refused."""


def scenarios():
    """Each with its name; every person, place and question some times, in no order."""
    whole = [person | place | question for person in PERSONS for place in PLACES for question in QUESTIONS]
    mixed = [*random.Random(5).sample(whole, 210), *OTHERS]
    return [(str(k), {field: said[field] for field in FIELDS if field in said}) for k, said in enumerate(mixed)]


def layout_of(drawn=(0, 0), columns=tuple(SHORT), client=None, values=None):
    return Layout(Common(values or Values(), client, drawn), FIELDS, columns, "csv")


@pytest.fixture
def alone(monkeypatch):
    """The rows of scenarios, each answered by itself."""

    def answered(layout, some):
        with monkeypatch.context() as changed:
            changed.setattr(sweep_rows, "goes_together", lambda _: False)
            return batch_of(layout, some, Memory())

    return answered


def test_rows_are_those_of_each_scenario_alone(alone):
    some, layout = scenarios(), layout_of()
    together, one_by_one = batch_of(layout, some, Memory()), alone(layout, some)
    for mine, theirs in zip(together.text.splitlines(), one_by_one.text.splitlines(), strict=True):
        assert mine == theirs
    assert together.text == one_by_one.text
    assert (together.refused, one_by_one.together) == (one_by_one.refused, 0)
    assert together.refused >= 10
    assert 140 <= together.together <= 232 - len(OTHERS) + 3


def test_a_scenario_file_lies_below_what_rows_carry(alone, tmp_path):
    file = tmp_path / "ana.yaml"
    file.write_text(
        "person: {age: 30, sex: female, wage: 18, children: [3]}\nplace: NY\nset: {economy.discount_rate: 0.02}\n"
    )
    some = [
        ("a", {}),
        ("b", {"age": "40"}),
        ("c", {"state": "TX"}),
        ("d", {"state": "TX", "wage": "25", "kids": "5,7"}),
    ]
    layout = layout_of(client=str(file))
    together = batch_of(layout, some, Memory())
    assert together.text == alone(layout, some).text
    assert together.together == 4


def test_rows_do_not_depend_on_their_company():
    some, layout = [(name, said) for name, said in scenarios() if "occupation" not in said][:40], layout_of()
    whole, memory = batch_of(layout, some, Memory()).text, Memory()
    assert "".join(batch_of(layout, some[k : k + 7], memory).text for k in range(0, 40, 7)) == whole
    backwards = batch_of(layout, some[::-1], Memory()).text.splitlines()
    assert sorted(backwards) == sorted(whole.splitlines())


@pytest.mark.parametrize(
    "layout",
    [
        layout_of(drawn=(100, 0)),
        layout_of(columns=("gain", "expected.earnings_percentile.40")),
        layout_of(values=Values(wages="wages.csv")),
        layout_of(values=Values(prices="prices.csv")),
    ],
)
def test_what_rows_cannot_say_goes_alone(layout):
    assert not sweep_rows.goes_together(layout)
    assert sweep_rows.goes_together(layout_of())


def test_places_and_persons_that_were_met_are_not_kept_without_end(monkeypatch):
    monkeypatch.setattr("mobcalc.cli.sweep_people.MOST_SETTINGS", 2)
    monkeypatch.setattr("mobcalc.cli.sweep_people.MOST_PERSONS", 2)
    crowd = Crowd(Common(Values(), None, (0, 0)), Memory())
    few = [{"state": "NY", "age": "20"}, {"state": "TX", "age": "20"}]
    assert len(crowd.answers(few)) == 2
    assert (len(crowd.peers), len(crowd.persons)) == (1, 1)
    first = crowd.answers([*few, {"state": "OH", "age": "30"}, {"age": "40"}])
    assert (len(crowd.peers), len(crowd.persons)) == (0, 0)
    assert crowd.answers([*few, {"state": "OH", "age": "30"}, {"age": "40"}]) == first


def test_batches_grow_where_scenarios_are_answered_together_and_shrink_where_they_are_not(monkeypatch):
    told = iter([True, True, False, True, *[True] * 20])

    def answered(_layout, part, _memory):
        return Batch("", len(part), 0, len(part) if next(told) else 0)

    monkeypatch.setattr(sweep_workers, "batch_of", answered)
    some = [(str(k), {}) for k in range(64 + 256 + 1024 + 16 + 256 + 10)]
    assert [b.scenarios for b in sweep_workers.batches(layout_of(), some, 1)] == [64, 256, 1024, 16, 256, 10]
    drawn = [b.scenarios for b in sweep_workers.batches(layout_of(drawn=(100, 0)), some[:9], 1)]
    assert drawn == [4, 4, 1]
