"""Lives of the simulation against what docs/method.md says of the same luck: each by itself, and many counted.

Means alone do not show who it is that gains: whoever left the occupation once lost a quarter of all pay in place of a
quarter of the gain, those who stayed had more, and only lives one by one, chances and percentiles were wrong.
"""

import functools
from itertools import pairwise
from statistics import NormalDist

import numpy as np
import pytest

from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.projection.case import case_of
from mobcalc.sampling import given_names
from mobcalc.sampling.luck import Luck
from mobcalc.sampling.monte_carlo import even, lives, own_luck, rows_of_draws
from mobcalc.simulation.draws import ALONE, BLOCK, assumed_draws, drawn_for, drawn_in, rows_of, share_of_draws
from mobcalc.simulation.lives import lives_of, net
from mobcalc.store.ladders import goal_of, with_goal
from tests.conftest import MEASURED
from tests.independent import lives as by_hand
from tests.independent.recompute import shares_of_sexes
from tests.independent.test_independent import flags, mobcalc, numbers
from tests.simulation.worlds import certain

TRADES, ELECTRICIAN = "building-trades-apprenticeship", "electrician-apprenticeship"
ASSOCIATE, SHORT = "associate-degree", "short-sectoral-training"
AIDE, LADDER = "certificate-31-1131", "ladder-31-1131-29-2061"
AIDES = "CNA to LPN"
STUDENT = MEASURED.with_name("apprentice-then-student.yaml")
FILES = {file.stem: str(file) for file in (MEASURED, STUDENT)}
SEED, DRAWS = 5, 30
ALIKE = ("people.luck_correlation=0.98",)
UP_AND_DOWN = ("people.luck_correlation=1", f"pathways.{SHORT}.impact.participant={{1: 6000, 3: -9000, 6: 9000}}")

# A pathway, a person, and what is asked for besides.
PEOPLE = {
    "building trades, man of 18": (TRADES, {"sex": "male", "start_age": 18}),
    "electrician, man of 29, with a wage far above the usual": (
        ELECTRICIAN,
        {"sex": "male", "start_age": 29, "wage": 38},
    ),
    "electrician, woman of 25, among all of her education": (
        ELECTRICIAN,
        {"sex": "female", "start_age": 25, "attachment": "population"},
    ),
    "carpenter, woman of 35, 30 hours": (
        "carpenter-apprenticeship",
        {"sex": "female", "start_age": 35, "weekly_hours": 30},
    ),
    "certificate, woman of 25, with a wage, 30 hours": (
        "certificate",
        {"sex": "female", "start_age": 25, "wage": 15.25, "weekly_hours": 30},
    ),
    "certificate for aides, woman of 22": (AIDE, {"sex": "female", "start_age": 22}),
    "aide and then nurse, woman of 26": (LADDER, {"sex": "female", "start_age": 26}),
    "apprentice and then student, man of 20": (STUDENT.stem, {"sex": "male", "start_age": 20}),
    "associate degree, man of 30, out of work at 40 and 41": (
        ASSOCIATE,
        {"sex": "male", "start_age": 30, "planned_out": {40: 2}},
    ),
    "associate degree, woman of 45 who has none of high school": (
        ASSOCIATE,
        {"sex": "female", "start_age": 45, "education": "less-than-high-school"},
    ),
    "bachelor's degree, woman of 18, with a loan": (
        "bachelors-degree",
        {"sex": "female", "start_age": 18, "loan": 5000},
    ),
    "short training, man of 40": (SHORT, {"sex": "male", "start_age": 40}),
    "intensive training, woman of 19": ("intensive-youth-training", {"sex": "female", "start_age": 19}),
    "a measured apprenticeship that tells finishers apart, man of 25": (
        "measured-apprenticeship",
        {"sex": "male", "start_age": 25},
    ),
}


def set_by(settings):
    """What sets some assumptions, as typed."""
    return [word for setting in settings for word in ("--set", setting)]


@functools.cache
def numbers_of(pathway, settings=()):
    """The numbers in force where a pathway is asked about."""
    if pathway in (AIDE, LADDER):
        return numbers("--occupation", AIDES)
    if pathway in FILES:
        return numbers("--assumptions", FILES[pathway])
    return numbers(*set_by(settings))


def case(pathway, person, draws, settings=()):
    """The program's own case, without ranges where nothing is to be drawn."""
    given = [Flag("--set", f"person.{name}", str(value)) for name, value in person.items()]
    given += [Flag("--set", *setting.split("=")) for setting in settings]
    files = [FILES[pathway]] if pathway in FILES else []
    records = load(
        Layers(paths=files, flags=given), over_the_country if pathway in (AIDE, LADDER) else None
    ).assumptions
    return case_of(records if draws else certain(records), [pathway], None)


def over_the_country(records):
    """The assumptions with the ways of an aide and a nurse."""
    return with_goal(records, goal_of(AIDES, ""))


def worlds(pathway, person, of, run, draws, life_id="", settings=()):
    """What is worked out of a sex with every assumption at its value, or in each draw of the assumptions."""
    n, national, on = numbers_of(pathway, settings), numbers(), f"pathways.{pathway}"
    usual = {name.removeprefix("person."): value for name, value in n.items() if name.startswith("person.")}
    whom, sex = usual | person, run.arrays.person.sex
    if not draws:
        return [by_hand.world(n, national, whom, sex, on)]
    count = assumed_draws(draws if life_id else share_of_draws(of, draws), life_id)
    named, found = given_names(of.given, run.settled), []
    rows = rows_of_draws(run.settled, SEED, count, drawn_in(of, run, draws), named)
    for row in range(count):
        drawn = {named.get(name, name): float(values[row, 0]) for name, values in rows.items()}
        # The pathway that a study is held against is kept as it came.
        general = {name: value for name, value in drawn.items() if not name.startswith("pathways.")}
        own = {name.removeprefix("person."): value for name, value in drawn.items() if name.startswith("person.")}
        found.append(by_hand.world(n | drawn, national | general, whom | own, sex, on))
    normals = [NormalDist().inv_cdf(float(number)) for number in even(SEED, f"{on}: error", count)[:, 0]]
    by_hand.spread_out(found, by_hand.evidence_error(n, national, whom, sex, on), normals)
    return found


def luck_of_each(luck, own):
    """The luck of lives, one by one."""
    for row in range(len(own)):
        once = {kind: float(getattr(luck, kind)[row, 0]) for kind in ("pay", "moving", "staying", "death")}
        yield once | {"own": float(own[row, 0]), "work": luck.work[row].tolist()}


# One by one


def made(of):
    """Luck of every kind in all combinations: each way out of training, early and late ends, moves, spells and pay."""
    count = len(of["alive"])
    bounds = [1.0, *of["still in"], 0.0] if of["still in"] else [1.0, 0.0]
    deaths = [0.0, *((of["alive"][year - 1] + of["alive"][year]) / 2 for year in (4, count - 8))]
    spells = [np.zeros(count), np.ones(count), 0.9 * (np.arange(count) % 3 > 0), np.linspace(0.0, 0.8, count)]
    rows = [
        (pay, move, (high + low) / 2, death, own, spell)
        for high, low in pairwise(bounds)
        for death in deaths
        for spell in spells
        for pay, own, move in ((1.3, -0.8, 0.999), (-0.4, 1.7, 0.97), (0.2, 0.3, 0.7), (-1.1, -0.2, 0.01))
    ]
    *once, own, work = (np.array(column) for column in zip(*rows, strict=True))
    return Luck(*(part[:, None] for part in once), work=np.asfortranarray(work)), own[:, None]


@pytest.mark.parametrize("draws", [0, DRAWS], ids=["at their values", "in draws"])
@pytest.mark.parametrize("name", PEOPLE)
def test_each_life_is_worth_what_the_document_says(name, draws):
    """In each year to a cent, without training and with it."""
    pathway, person = PEOPLE[name]
    of = case(pathway, person, draws)
    found = worlds(pathway, person, of, of.runs[0], draws)
    luck, own = made(found[0])
    rows = np.arange(len(own)) % len(found)
    drawn = drawn_for(of, of.runs[0], max(draws, 1), SEED)
    assert rows_of(drawn) == len(found)
    these = lives_of(drawn.arrays, drawn.years, luck, rows)
    each = [(found[row], one) for row, one in zip(rows.tolist(), luck_of_each(luck, own), strict=True)]
    for place, worked_out in enumerate((by_hand.without, by_hand.with_training)):
        program = net(these, drawn.tables[place], own).earned
        np.testing.assert_allclose(program, [worked_out(*one) for one in each], rtol=0, atol=0.01)


def test_lives_that_are_made_go_every_way_and_differ_in_all_kinds_of_luck():
    """So none of the lives above agrees for want of the luck that it is about."""
    pathway, person = PEOPLE["building trades, man of 18"]
    of = case(pathway, person, 0)
    (found,) = worlds(pathway, person, of, of.runs[0], 0)
    ways = [(by_hand.way_of(found, one), one) for one in luck_of_each(*made(found))]
    assert {way for way, _ in ways} == set(range(len(found["ways"])))
    finishing = [one for way, one in ways if way == len(found["ways"]) - 1]
    years_in = {sum(by_hand.is_in(found, one)) for one in finishing}
    assert {len(found["alive"]), 0} < years_in | {0}
    assert any(5 < years < len(found["alive"]) for years in years_in)
    assert {by_hand.worth_of_years(found, one).count(0.0) for _, one in ways} == {0, 8, len(found["alive"]) - 4}
    assert {sum(share < 1 for share in by_hand.work(found, one)) for _, one in ways} >= {0, len(found["alive"])}


# Counted

# A pathway, a person, how many lives, the id whose luck they have, and what is set.
COUNTED = {
    "electrician, 25": (ELECTRICIAN, {"start_age": 25}, 600, "anna", ()),
    "associate degree, woman of 30": (ASSOCIATE, {"start_age": 30, "sex": "female"}, 400, "b-17", ()),
    "certificate, man of 40, nobody in particular": ("certificate", {"start_age": 40, "sex": "male"}, 300, "", ()),
    "apprentice and then student, man of 20": (STUDENT.stem, {"start_age": 20, "sex": "male"}, 300, "f", ()),
    "short training, 22, 30 hours": (SHORT, {"start_age": 22, "weekly_hours": 30}, 600, "c", ()),
    "bachelor's degree, 18, with luck that is much alike on both paths": (
        "bachelors-degree",
        {"start_age": 18},
        600,
        "d",
        ALIKE,
    ),
    "a trial whose gain turns into a loss and back, man of 40": (
        SHORT,
        {"start_age": 40, "sex": "male"},
        300,
        "e",
        UP_AND_DOWN,
    ),
}


def said(gains, sexes):
    """Chances and percentiles by the names of the JSON."""
    behind = {sex: [-gain for gain in of] for sex, of in gains.items()}
    chances = {
        "chance_ahead": by_hand.chance(gains, sexes, 1.0),
        "chance_well_ahead": by_hand.chance(gains, sexes, 10_000.0),
        "chance_behind": by_hand.chance(behind, sexes, 1.0),
    }
    return chances, {f"gain_p{share}": by_hand.percentile(gains, sexes, share / 100) for share in (10, 50, 90)}


def lived(pathway, found, count, life_id):
    """What each of so many lives gains year by year, in worlds that they share evenly, neighbours together."""
    gains, years = [], len(found[0]["base"])
    own = own_luck(SEED, pathway, count, BLOCK, life_id)
    for luck, on_path in zip(lives(SEED, years, count, BLOCK, life_id), own, strict=True):
        for one in luck_of_each(luck, on_path):
            gains.append(by_hand.gain_by_year(found[len(gains) * len(found) // count], one))
    return gains


def totals(by_year):
    return {sex: [sum(life) for life in of] for sex, of in by_year.items()}


def answered(pathways, person, draws, life_id, settings=()):
    """What compare says of these pathways."""
    asked = [*flags(person), f"--draws={draws}", f"--seed={SEED}", *(["--id", life_id] if life_id else [])]
    asked += [word for pathway in pathways for word in ("--pathway", pathway)] + set_by(settings)
    files = [word for pathway in pathways if pathway in FILES for word in ("--assumptions", FILES[pathway])]
    return mobcalc("compare", *asked, *files)


@pytest.mark.parametrize("name", COUNTED)
def test_compare_says_the_chances_and_percentiles_of_these_lives(name):
    pathway, person, draws, life_id, settings = COUNTED[name]
    answer = answered([pathway], person, draws, life_id, settings)["pathways"][1]["versus_baseline"]
    of = case(pathway, person, draws, settings)
    count, sexes = share_of_draws(of, draws), shares_of_sexes(numbers(), person, f"pathways.{pathway}")
    together, alone, means = {}, {}, {}
    for run in of.runs:
        sex = run.arrays.person.sex
        drawn = worlds(pathway, person, of, run, draws, life_id, settings)
        at_values = worlds(pathway, person, of, run, 0, settings=settings)
        together[sex] = lived(pathway, drawn, count, life_id)
        alone[sex] = lived(pathway, at_values, -(-count // ALONE), life_id)
        means[sex] = [by_hand.mean_gain(one) for one in drawn]
    layers = ((answer, totals(together)), (answer["parameter"], means), (answer["one_life"], totals(alone)))
    for found, gains in layers:
        chances, percentiles = said(gains, sexes)
        assert {key: found[key] for key in chances} == pytest.approx(chances, abs=1e-8, rel=0)
        # To half a dollar: normal numbers are not known to the last digit, and what the evidence is off by adds up.
        assert {key: found[key] for key in percentiles} == pytest.approx(percentiles, abs=0.5, rel=0)
    mean = sum(m * sum(means[sex]) / len(means[sex]) for sex, m in sexes.items())
    assert answer["gain_mean"] == pytest.approx(mean, abs=0.5, rel=0)
    age = by_hand.ahead_in_8_of_10_from(together, sexes, person["start_age"])
    assert answer["ahead_in_8_of_10_by_age"] == age
    assert (age is not None) == (settings in (ALIKE, UP_AND_DOWN))


def test_compare_says_how_often_one_pathway_ends_well_ahead_of_another():
    person, draws, pathways, gains = {"start_age": 30, "sex": "female"}, 400, (ASSOCIATE, "certificate"), []
    answer = answered(pathways, person, draws, "e")["pairwise_chance_ahead"]
    for pathway in pathways:
        of = case(pathway, person, draws)
        gains.append(
            totals({"female": lived(pathway, worlds(pathway, person, of, of.runs[0], draws, "e"), draws, "e")})
        )
    for one, other in ((0, 1), (1, 0)):
        apart = [a - b for a, b in zip(gains[one]["female"], gains[other]["female"], strict=True)]
        found = answer[pathways[one]][pathways[other]]
        assert found == pytest.approx(by_hand.chance({"female": apart}, {"female": 1.0}, 10_000.0), abs=1e-8, rel=0)
