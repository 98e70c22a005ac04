"""Simulated lives worked out a second time: what docs/method.md says of luck, for one life at a time.

Averages over luck are those of `recompute`; here stands what makes lives of them, in plain Python. It was written from the
document without the source, but for ladders, percentiles, the luck of what a study measured and the years in which the
evidence may be off: there the document was silent and says now what the program does. Luck comes in as a dictionary: `pay` and `own` are standard normal, what lasts of the person's luck
and what is the pathway's own of it; `staying`, `moving` and `death` go from 0 to 1, `work` does so in each year.

Worked out a second time: lasting luck on both paths, leaving training, leaving the occupation, spells without work,
death, ladders, what a year is worth at the start, how far the evidence may be off, chances, percentiles and the age by which
8 of 10 are ahead. Not: what the household keeps, loans on a ladder, standard errors, and the random numbers themselves.
"""

import math
from itertools import accumulate, pairwise

from tests.independent.recompute import (
    SEXES,
    alive,
    at_work,
    by_wage_steps,
    completion,
    costs,
    differences,
    education_after,
    effect_path,
    employed,
    exits,
    gaps,
    held,
    kept,
    leavers_keep,
    part,
    share_in_occupation,
    study_correction,
    study_of,
    training_length,
    training_pay,
    without_training,
    worth_now,
    years,
)

# Luck


def lasting(s, z):
    """Lasting luck in pay, log-normal and 1 on average."""
    return math.exp(s * z - s * s / 2)


def on_path(correlation, z, own):
    """The luck of a path, standard normal as the person's own is."""
    return correlation * z + math.sqrt(1 - correlation**2) * own


def spread(n, sex, group):
    """s of a group."""
    return n[f"{group}.lasting_luck_{SEXES[sex]}"]


def spread_without(n, person, sex):
    """s of life without training."""
    return spread(n, sex, f"people.pay.{held(n, person)}")


def spread_of_finishers(n, person, sex, pathway):
    """s of those who finish: that of the occupation, or of the education, or of nothing else than before."""
    if share_in_occupation(n, pathway) > 0:
        return spread(n, sex, f"{pathway}.earnings.work_life")
    return spread(n, sex, f"people.pay.{education_after(n, person, pathway)}")


# The ways through a pathway, on average over luck


def ways(n, national, person, sex, pathway):
    """Every way through a pathway: those who leave by the time of leaving, and those who finish as the last."""
    length, found = training_length(n, pathway), []
    if is_ladder(n, pathway):
        return up_the_ladder(n, person, sex, pathway)
    if completion(n, sex, pathway) is not None:
        times = exits(n, completion(n, sex, pathway), length)
        leave, finish = (measured, measured) if is_measured(n, pathway) else (leaver, finisher)
        found = [leave(n, national, person, sex, pathway, float(left)) for left, _ in times]
        return [*found, finish(n, national, person, sex, pathway, float(length))]
    return [measured(n, national, person, sex, pathway, float(length))]


def is_measured(n, pathway):
    """Whether a pathway is of the kind `impact`."""
    return n[f"{pathway}.evidence"] == "impact"


def paid_in_training(n, pathway, pay):
    """What training pays by a scale, which no luck moves, and what it pays otherwise."""
    none = [0.0] * len(pay)
    return (
        {"scale": pay.tolist(), "training": none}
        if by_wage_steps(n, pathway)
        else {"scale": none, "training": pay.tolist()}
    )


def leaver(n, national, person, sex, pathway, left):
    """Who leaves at a time: the luck of life without training so far as little was stayed."""
    t, _ = years(person)
    x, base = left / training_length(n, pathway), without_training(n, person, sex)
    keeps, trains = leavers_keep(n, pathway) * x, part(t, 0.0, left)
    works = 1 - trains - part(t, left, left + min(n["careers.leaving_cost"], left))
    # Studies inform no ladder, so there is none of its first step's.
    correction = study_correction(n, national, person, sex, pathway) if national else 0.0
    _, counted = gaps(n, person, sex, pathway, left, correction)
    pay = trains * (training_pay(n, person, sex, pathway, left) + keeps * correction)
    return paid_in_training(n, pathway, pay) | {
        "after": (works * (base + keeps * counted)).tolist(),
        "gap": None,
        "keeps": keeps,
        "correlation": 1 - (1 - n["people.luck_correlation"]) * x,
        "spread": spread_without(n, person, sex),
        "flows": (-costs(n, person, pathway, left)).tolist(),
    }


def finisher(n, national, person, sex, pathway, length):
    """Who finishes: `after` is what would be earned without training, `gap` on top of it what staying decides about."""
    t, _ = years(person)
    trains, correction = part(t, 0.0, length), study_correction(n, national, person, sex, pathway)
    _, counted = gaps(n, person, sex, pathway, length, correction)
    pay = trains * (training_pay(n, person, sex, pathway, length) + correction)
    return paid_in_training(n, pathway, pay) | {
        "after": ((1 - trains) * without_training(n, person, sex)).tolist(),
        "gap": ((1 - trains) * counted).tolist(),
        "moving": moving(n, pathway, (t + 0.5 - length).clip(min=0.0)),
        "keeps": 1.0,
        "correlation": n["people.luck_correlation"],
        "spread": spread_of_finishers(n, person, sex, pathway),
        "flows": (-costs(n, person, pathway, length)).tolist(),
    }


def moving(n, pathway, since):
    """Each year the share still in the occupation, and what those in it and those out of it have of the average gap."""
    if share_in_occupation(n, pathway) == 0:
        return [(1.0, 1.0, 1.0)] * len(since)
    outside = n["careers.kept_outside"]
    average = kept(n, pathway, since).tolist()
    return [((k - outside) / (1 - outside) if outside < 1 else 1.0, 1 / k, outside / k) for k in average]


def measured(n, national, person, sex, pathway, end):
    """Who is in training until a time, of those of whom a study measured what they gain in each year, training included."""
    t, _ = years(person)
    length, c = training_length(n, pathway), completion(n, sex, pathway)
    x, keeps, full = end / length, 1.0, 1.0
    if c is not None:
        most = leavers_keep(n, pathway)
        mean = sum(chance * left / length for left, chance in exits(n, c, length))
        full, keeps = 1 / max(c + (1 - c) * most * mean, 0.01), 1.0 if x == 1 else most * x
    effect = effect_path(n, f"{pathway}.impact", t + 1) * full * keeps * at_work(person, t)
    stipend = n.get(f"{pathway}.stipend", 0.0) * part(t, 0.0, end)
    return {
        "scale": [0.0] * len(t),
        "training": [0.0] * len(t),
        "after": (without_training(n, person, sex) + effect).tolist(),
        "gap": None,
        "keeps": keeps,
        "correlation": 1 - (1 - n["people.luck_correlation"]) * x,
        "spread": spread_without(n, person, sex),
        "flows": (stipend - costs(n, person, pathway, end)).tolist(),
    }


def up_the_ladder(n, person, sex, pathway):
    """Every way through a ladder of two steps: out of the first, out of the second, and both finished.

    Luck goes by the share of the whole ladder that was stayed. No loan is worked out.
    """
    (first, begun), (own, whole) = steps(n, pathway), (training_length(n, pathway), length_of(n, pathway))
    c = completion(n, sex, first)
    found = [leaver(n, None, person, sex, first, float(left)) for left, _ in exits(n, c, begun)]
    rho = n["people.luck_correlation"]
    found = [
        way | {"correlation": 1 - (1 - rho) * float(left) / whole}
        for way, (left, _) in zip(found, exits(n, c, begun), strict=True)
    ]
    ends = [begun + float(left) for left, _ in exits(n, completion(n, sex, pathway), own)]
    return [*found, *(second_step(n, person, sex, pathway, end) for end in (*ends, whole))]


def second_step(n, person, sex, pathway, end):
    """Who leaves the second step of a ladder, or finishes it at its end."""
    t, _ = years(person)
    (first, begun), whole, base = steps(n, pathway), length_of(n, pathway), without_training(n, person, sex)
    one, two = part(t, 0.0, begun), part(t, begun, end)
    _, by_first = gaps(n, person, sex, first, begun, 0.0)
    _, by_both = gaps(n, person, sex, pathway, end, 0.0)
    keeps = 1.0 if end == whole else leavers_keep(n, pathway) * (end - begun) / (whole - begun)
    lost = 0.0 if end == whole else part(t, end, end + min(n["careers.leaving_cost"], end))
    studying = n[f"{pathway}.training.student_earnings_share"] * (base + by_first)
    dear = [float(costs(n, person, step, 1.0)[0]) for step in (first, pathway)]
    pay = paid_in_training(n, first, one * training_pay(n, person, sex, first, begun))
    return {
        "scale": pay["scale"],
        "training": [earned + more for earned, more in zip(pay["training"], (two * studying).tolist(), strict=True)],
        "after": ((1 - one - two - lost) * (base + by_first + keeps * (by_both - by_first))).tolist(),
        "gap": None,
        "keeps": keeps,
        "correlation": 1 - (1 - n["people.luck_correlation"]) * end / whole,
        "spread": spread_of_finishers(n, person, sex, pathway) if end == whole else spread_without(n, person, sex),
        "flows": (-one * dear[0] - two * dear[1]).tolist(),
    }


def steps(n, pathway):
    """The first step of a ladder, and when the second begins."""
    first = f"pathways.{n[f'{pathway}.after']}"
    return first, training_length(n, first)


def length_of(n, pathway):
    """How long a pathway takes, all its steps."""
    return training_length(n, pathway) + (steps(n, pathway)[1] if is_ladder(n, pathway) else 0.0)


def is_ladder(n, pathway):
    """Whether a pathway goes on from another."""
    return f"{pathway}.after" in n


def still_in(n, sex, pathway):
    """The share still in training at the end of each year of it, the last of them those who finish."""
    c = completion(n, sex, pathway)
    if c is None:
        return []
    if is_ladder(n, pathway):
        before = still_in(n, sex, steps(n, pathway)[0])
        shares, begun = before, before[-1]
    else:
        shares, begun = [], 1.0
    left = accumulate(float(chance) for _, chance in exits(n, c, training_length(n, pathway)))
    return [*shares, *(begun * (1 - (1 - c) * share) for share in left)]


def world(n, national, person, sex, pathway):
    """What lives of one sex in the same assumptions share, with a pathway and without."""
    t, ages = years(person)
    return {
        "spell": 1.0 if person["attachment"] == "population" else n["people.spell_length"],
        "spread": spread_without(n, person, sex),
        "alive": alive(n, person, sex).tolist(),
        "worth": worth_now(n, t).tolist(),
        "employed": employed(n, person, held(n, person), sex, ages).tolist(),
        "base": without_training(n, person, sex).tolist(),
        "after training": (at_work(person, t) * (1 - part(t, 0.0, length_of(n, pathway)))).tolist(),
        "still in": still_in(n, sex, pathway),
        "ways": ways(n, national, person, sex, pathway),
    }


def chances_of_ways(of):
    """How likely each way is."""
    shares = [1.0, *of["still in"], 0.0] if of["still in"] else [1.0, 0.0]
    return [before - then for before, then in pairwise(shares)]


def average(of, amount):
    """The mean of an amount of each way."""
    return sum(chance * amount(way) for chance, way in zip(chances_of_ways(of), of["ways"], strict=True))


def gain_of_year(of, year):
    """What all who start earn more on average in a year."""
    return average(of, lambda way: earned_in(way, year)) - of["base"][year]


def earned_in(way, year):
    """What is earned on a way in a year, on average over luck."""
    return way["scale"][year] + way["training"][year] + way["after"][year] + gap_of(way, year)


def gap_of(way, year):
    """What staying in the occupation decides about."""
    return way["gap"][year] if way["gap"] else 0.0


def mean_gain(of):
    """What all who start gain on average over luck."""

    def worth(way):
        """What a way is worth beyond life without training."""
        each = zip(way["flows"], of["base"], weights(of), strict=True)
        return sum((earned_in(way, year) + flow - base) * w for year, (flow, base, w) in enumerate(each))

    return average(of, worth)


def weights(of):
    """What a dollar of each year is worth on average over luck."""
    return [alive_then * worth for alive_then, worth in zip(of["alive"], of["worth"], strict=True)]


# What ranges leave out


def evidence_error(n, national, person, sex, pathway):
    """se: how far a year's gain of all who start may be off."""
    own = n.get(f"{pathway}.gain_error", n["careers.gain_error"])
    study = None if is_measured(n, pathway) else study_of(n, pathway)
    if study is None:
        return own
    w = n[f"{study}.weight"] * (n[f"{study}.weight_for_women"] if sex == "female" else 1.0)
    d = float(differences(national, study)[4:].mean())
    return math.sqrt((1 - w) ** 2 * own**2 + w**2 * n[f"{study}.error"] ** 2 + (1 - w) * w * d**2)


def spread_out(worlds, error, normals):
    """The worlds of all draws, off by a normal part that is the same in every year after the term of the training."""
    gains = [sum(gain_of_year(of, year) for year in range(4, 10)) / 6 for of in worlds]
    mean = sum(gains) / len(gains)
    rest = error**2 - sum((gain - mean) ** 2 for gain in gains) / len(gains)
    for of, normal in zip(worlds, normals, strict=True):
        whole = max(average(of, lambda way: way["keeps"]), 0.05)
        off = normal * math.sqrt(max(rest, 0.0)) / whole
        for way in of["ways"]:
            after = zip(way["after"], of["after training"], strict=True)
            way["after"] = [earned + way["keeps"] * off * share for earned, share in after]


# One life


def worth_of_years(of, luck):
    """What a dollar of each year is worth to somebody: nothing once dead."""
    each = zip(of["worth"], of["alive"], strict=True)
    return [worth if luck["death"] < alive_then else 0.0 for worth, alive_then in each]


def work(of, luck):
    """What somebody has of the average pay of each year, who is at work all of it or has a spell without."""
    found = []
    for share, number in zip(of["employed"], luck["work"], strict=True):
        lasts = max(of["spell"], 1 - share)
        spell = share < 1 and number < (1 - share) / lasts
        found.append((1 - lasts if spell else 1.0) / share)
    return found


def way_of(of, luck):
    """Which way somebody goes: the number of years of training that are stayed through."""
    return sum(luck["staying"] < share for share in of["still in"])


def is_in(of, luck):
    """Of each year, whether somebody who finishes is in the occupation."""
    return [luck["moving"] < stayed for stayed, _, _ in of["ways"][-1]["moving"]]


def without(of, luck):
    """What a life without training is worth at the start, year by year."""
    own = lasting(of["spread"], luck["pay"])
    each = zip(of["base"], work(of, luck), worth_of_years(of, luck), strict=True)
    return [earned * own * at_work_then * worth for earned, at_work_then, worth in each]


def with_training(of, luck):
    """What a life on the pathway is worth at the start, year by year."""
    way = of["ways"][way_of(of, luck)]
    before = lasting(of["spread"], luck["pay"])
    after = lasting(way["spread"], on_path(way["correlation"], luck["pay"], luck["own"]))
    found = []
    for year, (at_work_then, worth) in enumerate(zip(work(of, luck), worth_of_years(of, luck), strict=True)):
        trained, earned = way["training"][year], way["after"][year]
        if way["gap"]:
            stayed, if_in, if_out = way["moving"][year]
            earned += way["gap"][year] * (if_in if luck["moving"] < stayed else if_out)
        trained *= before * at_work_then
        found.append(worth * (way["scale"][year] + trained + earned * after * at_work_then + way["flows"][year]))
    return found


def gain_by_year(of, luck):
    """What a life gains by the pathway, year by year."""
    return [more - less for more, less in zip(with_training(of, luck), without(of, luck), strict=True)]


# Many lives


def chance(gains, sexes, least):
    """The part of the lives that gain so much, by the part of each sex."""
    return sum(m * sum(g >= least for g in gains[sex]) / len(gains[sex]) for sex, m in sexes.items())


def percentile(gains, sexes, share):
    """The value below which a share of the lives lies.

    Straight lines between neighbours: of one sex from the least, at 0, to the most, at 1; of both between the middles of
    what each life weighs.
    """
    rows = sorted((g, m / len(gains[sex])) for sex, m in sexes.items() for g in gains[sex])
    places, below = [], 0.0
    for order, (_, weight) in enumerate(rows):
        places.append(order / (len(rows) - 1) if len(sexes) == 1 else below + weight / 2)
        below += weight
    above = next((order for order, place in enumerate(places) if place >= share), len(rows) - 1)
    if above == 0 or places[above] < share:
        return rows[above][0]
    (low, _), (high, _) = rows[above - 1 : above + 1]
    return low + (high - low) * (share - places[above - 1]) / (places[above] - places[above - 1])


def ahead_in_8_of_10_from(by_year, sexes, start_age):
    """The age from which on at least 8 of 10 lives are ahead in the running sum, at every age to the end."""
    running = {sex: [list(accumulate(life)) for life in of] for sex, of in by_year.items()}
    count, age = len(next(iter(running.values()))[0]), None
    for year in reversed(range(count)):
        if chance({sex: [sums[year] for sums in of] for sex, of in running.items()}, sexes, 1.0) < 0.8:
            break
        age = start_age + year + 1
    return age
