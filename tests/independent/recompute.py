"""docs/method.md worked out a second time: plain functions that import nothing of mobcalc.

Written from the document alone, without the source. Numbers come in as `assumptions list --json` prints them; a person
is a dictionary by the names that `assumptions list person` prints, without `person.` in front. What comes out are the
amounts of one pathway with every assumption at its value. Names follow the document.
"""

import numpy as np

SEXES = {"male": "men", "female": "women"}
EDUCATIONS = ["less-than-high-school", "high-school", "some-college", "associate", "bachelors"]
SHARES = [0.10, 0.25, 0.50, 0.75, 0.90]
FULL_TIME = 2080


def in_force(listing):
    """Name and value of every number, money in dollars of the price year."""
    rows = {row["name"]: row for row in listing["assumptions"]}
    prices = rows["economy.consumer_prices"]["value"]
    to = prices[str(rows["economy.price_year"]["value"])]

    def restated(value, year):
        if year is None:
            return value
        if isinstance(value, dict):
            return {at: restated(amount, year[at] if isinstance(year, dict) else year) for at, amount in value.items()}
        if isinstance(value, list):
            return [restated(amount, year) for amount in value]
        return value * to / prices[str(year)]

    return {name: restated(row["value"], row["price_year"]) for name, row in rows.items()}


# The clock


def years(person):
    """Each year's number and the age in its middle."""
    t = np.arange(round(person["retire_age"] - person["start_age"]))
    return t, person["start_age"] + t + 0.5


def growth(n, t):
    """Growth of real wages since the start."""
    return (1 + n["economy.real_wage_growth"]) ** t


def point(n):
    """The point of a year at which its money counts."""
    return {"begin": 0.0, "mid": 0.5, "end": 1.0}[n["economy.timing"]]


def worth_now(n, t):
    """What a dollar of each year is worth at the start."""
    return (1 + n["economy.discount_rate"]) ** -(t + point(n))


def alive(n, person, sex):
    """Share of those who start that is alive at that point of each year."""
    table = np.array(n[f"people.survivors.{sex}"])
    ages = np.arange(len(table))
    then = person["start_age"] + years(person)[0] + point(n)
    return np.interp(then, ages, table) / np.interp(person["start_age"], ages, table)


def part(t, begin, end):
    """Part of each year that lies between two times."""
    return np.clip(np.minimum(t + 1, end) - np.maximum(t, begin), 0.0, 1.0)


# Time out of work


def planned(person):
    """When each planned time out begins, in years since the start, and how long it is."""
    return [(float(age) - person["start_age"], out) for age, out in person.get("planned_out", {}).items()]


def at_work(person, t):
    """Part of each year that is not planned time out."""
    return 1.0 - sum(part(t, begin, begin + out) for begin, out in planned(person))


def after_return(n, person, t):
    """Pay after time out over what it would be without, read in the middle of each year from the return on."""
    factor = np.ones(len(t))
    for back, out in [(0.0, person.get("years_out") or 0.0)] + [(begin + out, out) for begin, out in planned(person)]:
        loss = 1 - (1 - n["people.return_loss"]) ** out
        caught_up = np.clip((t + 0.5 - back) / n["people.return_phase_in"], 0.0, 1.0)
        factor *= np.where(t + 1 > back, 1 - loss * (1 - caught_up), 1.0)
    return factor


# Pay


def hours(person):
    """Weekly hours outside training; somebody out of work has full-time work once there is any."""
    return person["weekly_hours"] or 40.0


def held(n, person):
    """The education that somebody has at the start."""
    return person.get("education") or n["pathways.no-postsecondary.earnings.education"]


def full_time_pay(n, education, sex, ages):
    """Full-time pay of an education in the place, of today."""
    pay, level = f"people.pay.{education}", f"place.earnings_levels.{education.replace('-', '_')}"
    return n.get(level, 1.0) * np.interp(ages, n[f"{pay}.ages"], n[f"{pay}.full_time_{SEXES[sex]}"])


def employed(n, person, education, sex, ages):
    """Average earnings over full-time pay: of the labor force, or of everybody of the education held."""
    population = person["attachment"] == "population"
    pay, which = (
        f"people.pay.{held(n, person) if population else education}",
        "population" if population else "employed",
    )
    share = np.interp(ages, n[f"{pay}.ages"], n[f"{pay}.{which}_{SEXES[sex]}"])
    return at_own_hours(n, person, sex, share)


def at_own_hours(n, person, sex, share):
    """Part-time work that average earnings hold is not taken off again for hours below 40."""
    if hours(person) >= 40:
        return share
    usual = n[f"people.hours_of_workers_{SEXES[sex]}"]
    return np.minimum(1, share / max(hours(person) / 40, usual))


def floored(n, pay):
    """Full-time pay, but no less than the minimum wage, which does not grow."""
    return np.maximum(pay, FULL_TIME * n["economy.minimum_wage"])


def drift(n, person, sex, carried):
    """What a wage that is given makes of pay in each year; `carried` of it stays where pay is another."""
    t, ages = years(person)
    if person.get("wage") is None:
        return np.ones(len(t))
    least = n["economy.minimum_wage"]
    usual = (full_time_pay(n, held(n, person), sex, ages) * after_return(n, person, t))[0] / FULL_TIME
    d = np.log(max(person["wage"], least) / max(usual, least))
    return np.exp(carried * d * n["people.wage_persistence"] ** t)


def without_training(n, person, sex):
    """base_t."""
    t, ages = years(person)
    pay = full_time_pay(n, held(n, person), sex, ages) * growth(n, t) * drift(n, person, sex, 1.0)
    works = hours(person) / 40 * at_work(person, t) * employed(n, person, held(n, person), sex, ages)
    return floored(n, pay * after_return(n, person, t)) * works


# Finishers


def standing(n, pathway, since):
    """At which share of all workers of the occupation somebody stands so long after finishing."""
    if n[f"{pathway}.family"] == "apprenticeship":
        return np.full(len(since), n["careers.finisher_standing"])
    entry, settled = n["careers.entry_standing"], n["careers.settled_standing"]
    return entry + (settled - entry) * np.clip(since / n["careers.settling_years"], 0.0, 1.0)


def education_after(n, person, pathway):
    """The education of finishers: never less than what they had."""
    gained = n[f"{pathway}.earnings.education"]
    return max(held(n, person) if gained == "held" else gained, held(n, person), key=EDUCATIONS.index)


def level(n, person, sex, pathway, since, occupation):
    """level_t, in the occupation or else by education: full-time pay so long after finishing."""
    t, ages = years(person)
    w = n["careers.age_weight"]
    at = np.minimum(np.maximum(ages, 27.5), w * ages + (1 - w) * (n["careers.experience_age"] + since))
    if occupation:
        life = f"{pathway}.earnings.work_life"
        wages = np.exp(np.interp(standing(n, pathway, since), SHARES, np.log(n[f"{pathway}.earnings.percentiles"])))
        pay = wages * np.interp(at, n[f"{life}.ages"], n[f"{life}.profile"]) * n[f"{life}.ratio_{SEXES[sex]}"]
        carried = n["careers.wage_carried_to_occupation"]
    else:
        education = education_after(n, person, pathway)
        pay = full_time_pay(n, education, sex, ages if education == held(n, person) else at)
        pay = pay * n.get(f"{pathway}.earnings.premium", 1.0)
        carried = n["careers.wage_carried"]
    return floored(n, pay * growth(n, t) * drift(n, person, sex, carried) * after_return(n, person, t))


def employed_level(n, person, sex, pathway, occupation):
    """What finishers earn on average over their pay in work; attachment is the person's."""
    ages = years(person)[1]
    if not occupation:
        return employed(n, person, education_after(n, person, pathway), sex, ages)
    if person["attachment"] == "population":
        return employed(n, person, held(n, person), sex, ages)
    life = f"{pathway}.earnings.work_life"
    share = np.interp(ages, n[f"{life}.ages"], n[f"{life}.employed_{SEXES[sex]}"])
    return at_own_hours(n, person, sex, share)


def share_in_occupation(n, pathway):
    """The share of finishers who come to work in the occupation that the pathway is for."""
    if f"{pathway}.earnings.percentiles" not in n:
        return 0.0
    return n["careers.field_share"] if f"{pathway}.earnings.education" in n else 1.0


def kept(n, pathway, since):
    """kept(y)."""
    rate, early = n[f"{pathway}.earnings.work_life.transfer_rate"], n["careers.transfer_years"]
    moved = rate * np.minimum(since, early) + n["careers.later_transfers"] * rate * np.maximum(since - early, 0.0)
    return n["careers.kept_outside"] + (1 - n["careers.kept_outside"]) * np.exp(-moved)


def gaps(n, person, sex, pathway, finished, correction):
    """The gap that is paid and the one that counts, of somebody who finished at that time."""
    t, _ = years(person)
    since = np.maximum(t + 0.5 - finished, 0.0)
    there, base, works = share_in_occupation(n, pathway), without_training(n, person, sex), hours(person) / 40
    gap = np.zeros(len(t))
    for share, occupation in ((there, True), (1 - there, False)):
        if share > 0:
            earned = level(n, person, sex, pathway, since, occupation) * works * at_work(person, t)
            more = earned * employed_level(n, person, sex, pathway, occupation) - base
            gap += share * (kept(n, pathway, since) if occupation else 1.0) * more
    causal = n.get(f"{pathway}.earnings.causal_share_{SEXES[sex]}", n[f"{pathway}.earnings.causal_share"])
    counted = np.where(gap > 0, causal * gap, gap) + correction
    return gap, np.where(since >= 2, np.maximum(counted, 0.0), counted)


# Training


def by_wage_steps(n, pathway):
    """Whether training is paid by wage steps."""
    return f"{pathway}.training.wage_steps" in n


def training_length(n, pathway):
    """D."""
    if f"{pathway}.training.term_hours" in n:
        return n[f"{pathway}.training.term_hours"] / n[f"{pathway}.training.paid_hours"]
    return n[f"{pathway}.training.length"]


def mean_step(n, pathway, begin, end):
    """The mean wage step between two shares of the term."""
    starts, steps = n[f"{pathway}.training.step_starts"], n[f"{pathway}.training.wage_steps"]
    ends = np.append(starts[1:], 1.0)
    return np.clip(np.minimum(ends, end) - np.maximum(starts, begin), 0.0, None) @ np.array(steps) / (end - begin)


def training_pay(n, person, sex, pathway, until):
    """What training pays in a year of it, by the steps before `until`.

    The full wage is that of somebody who finishes at the start; from there on it grows as wages do. It has in it what a
    wage given at the start moves, but nothing that time out has cost.
    """
    t, _ = years(person)
    if not by_wage_steps(n, pathway):
        return n[f"{pathway}.training.student_earnings_share"] * without_training(n, person, sex)
    length = training_length(n, pathway)
    full = level(n, person, sex, pathway, np.zeros(len(t)), occupation=True)[0] / after_return(n, person, t)[0]
    steps = [mean_step(n, pathway, k / length, min(k + 1, until) / length) if k < until else 0.0 for k in t]
    wage = np.maximum(np.array(steps) * full * growth(n, t) / FULL_TIME, n["economy.minimum_wage"])
    return wage * n[f"{pathway}.training.paid_hours"]


def completion(n, sex, pathway):
    """c of one sex; None where a study does not tell finishers from leavers."""
    rate = f"{pathway}.completion.rate"
    return n.get(f"{rate}_{SEXES[sex]}", n.get(rate))


def exits(n, c, length):
    """Time of each exit and its chance, of those who leave."""
    k = n["careers.leaving_front_loading"]
    begins = np.arange(int(np.ceil(length)))
    ends = np.minimum(begins + 1, length)

    def still_in(x):
        return c ** ((1 - np.exp(-k * x)) / (1 - np.exp(-k)))

    chances = (still_in(begins / length) - still_in(ends / length)) / (1 - c)
    return list(zip((begins + ends) / 2, chances, strict=True))


def leavers_keep(n, pathway):
    """lambda."""
    general = "careers.apprentice_leavers_keep" if by_wage_steps(n, pathway) else "careers.student_leavers_keep"
    return n.get(f"{pathway}.leavers_keep", n[general])


# What each group is paid, and what of it counts


def finishers(n, person, sex, pathway, correction):
    """Paid earnings and earnings of those who finish."""
    length = training_length(n, pathway)
    trains = part(years(person)[0], 0.0, length)
    base, pay = without_training(n, person, sex), training_pay(n, person, sex, pathway, length)
    gap, counted = gaps(n, person, sex, pathway, length, correction)
    counts = trains * (pay + correction) + (1 - trains) * (base + counted)
    return trains * pay + (1 - trains) * (base + gap), counts


def leavers(n, person, sex, pathway, correction):
    """The same of those who leave, the mean over the times of leaving."""
    t, _ = years(person)
    base, length = without_training(n, person, sex), training_length(n, pathway)
    paid, counts = np.zeros(len(t)), np.zeros(len(t))
    for left, chance in exits(n, completion(n, sex, pathway), length):
        keeps, trains = leavers_keep(n, pathway) * left / length, part(t, 0.0, left)
        works = 1 - trains - part(t, left, left + min(n["careers.leaving_cost"], left))
        pay = training_pay(n, person, sex, pathway, left)
        gap, counted = gaps(n, person, sex, pathway, left, correction)
        paid += chance * (trains * pay + works * (base + keeps * gap))
        counts += chance * (trains * (pay + keeps * correction) + works * (base + keeps * counted))
    return paid, counts


# What studies measured


def effect_path(n, effect, k):
    """A measured effect in years since enrolment."""
    points = {float(year): amount for year, amount in n[f"{effect}.participant"].items()}
    first, last = min(points), max(points)
    path = np.interp(k, sorted(points), [points[year] for year in sorted(points)])
    path = np.where(k < first, n.get(f"{effect}.before_first", 0.0) * points[first], path)
    beyond = np.maximum(k - last, 0.0)
    if f"{effect}.zero_by_year" in n:
        lasts = np.clip(1 - beyond / (n[f"{effect}.zero_by_year"] - last), 0.0, 1.0)
    else:
        lasts = (1 - n[f"{effect}.fade_out"]) ** beyond
    return n.get(f"{effect}.factor", 1.0) * path * lasts


def study_of(n, pathway):
    """The study that corrects what pay says of a pathway, if there is one."""
    occupation = n.get(f"{pathway}.occupation") or ""
    for study in sorted({".".join(name.split(".")[:2]) for name in n if name.startswith("studies.")}):
        codes = tuple(n[f"{study}.informs"].split())
        if n[f"{study}.family"] == n[f"{pathway}.family"] and occupation.startswith(codes):
            return study
    return None


def differences(national, study):
    """d_k: what a study found less what pay says of its own people, a year."""
    sex, pathway = national[f"{study}.sex"], f"pathways.{national[f'{study}.measured_on']}"
    person = {"start_age": national[f"{study}.start_age"], "retire_age": national["person.retire_age"]}
    person |= {"weekly_hours": 40.0, "attachment": "attached"}
    c, none = completion(national, sex, pathway), np.zeros(len(years(person)[0]))
    finish, leave = (group(national, person, sex, pathway, none)[1] for group in (finishers, leavers))
    pay = c * finish + (1 - c) * leave - without_training(national, person, sex)
    k = np.arange(1, round(national[f"{study}.effect.last_observed_year"]) + 1)
    return effect_path(national, f"{study}.effect", k) - pay[: len(k)]


def study_correction(n, national, person, sex, pathway):
    """correction_k of those who finish."""
    t, _ = years(person)
    study = study_of(n, pathway)
    if study is None:
        return np.zeros(len(t))
    d, on, c = differences(national, study), f"pathways.{n[f'{study}.measured_on']}", n[f"{study}.completion.rate"]
    length = training_length(national, on)
    stayed = sum(chance * left / length for left, chance in exits(national, c, length))
    w = n[f"{study}.weight"] * (n[f"{study}.weight_for_women"] if sex == "female" else 1.0)
    last = len(d)
    fades = (1 - n[f"{study}.effect.fade_out"]) ** np.maximum(t + 1 - last, 0)
    dose = c + (1 - c) * leavers_keep(national, on) * stayed
    return w * d[np.minimum(t + 1, last) - 1] * fades / dose * at_work(person, t)


# Costs


def costs(n, person, pathway, left):
    """Costs of each year, repayments in place of what is borrowed, of somebody in training until `left`."""
    t, _ = years(person)
    prices = {of: n.get(f"{pathway}.costs.{of}", 0.0) for of in ("tuition_and_fees", "books_and_supplies", "tools")}
    net = sum(prices.values()) - n.get(f"{pathway}.costs.grants", 0.0)
    net = net * n.get(f"{pathway}.costs.full_time_share", 1.0) + n["person.transport"] + n["person.child_care"]
    length, i = training_length(n, pathway), person["loan_rate"]
    drawn = min(person.get("loan") or 0.0, max(net * length, 0.0)) / length
    term = min(person["loan_term"], len(t) - left)
    repaid = drawn * (((1 + i) ** left - 1) / (1 - (1 + i) ** -term) if i else left / term)
    return (net - drawn) * part(t, 0.0, left) + repaid * part(t, left, left + term)


# Outcomes


def outcomes(n, person, sex, earnings, paid, paid_out, first):
    """The amounts of one group of one sex, `first` the first full year after training."""
    lives, worth = alive(n, person, sex), worth_now(n, years(person)[0])
    return {
        "net_present_value": (lives * worth * (earnings - paid_out)).sum(),
        "first_decade_earnings": (lives * earnings)[:10].sum(),
        "pay": paid[first],
    }


def of_one_sex(n, national, person, sex, pathway):
    """Outcomes of every group of one sex, the life without training among them."""
    t, _ = years(person)
    base, length = without_training(n, person, sex), training_length(n, pathway)
    first = int(np.argmax((part(t, 0.0, length) == 0) & (at_work(person, t) == 1)))
    groups = {"baseline": outcomes(n, person, sex, base, base, 0.0, first)}
    if n[f"{pathway}.evidence"] == "impact":
        earned = base + effect_path(n, f"{pathway}.impact", t + 1) * at_work(person, t)
        paid_out = costs(n, person, pathway, length) - n.get(f"{pathway}.stipend", 0.0) * part(t, 0.0, length)
        return groups | {"expected": outcomes(n, person, sex, earned, earned, paid_out, first)}
    correction = study_correction(n, national, person, sex, pathway)
    paid, earned = finishers(n, person, sex, pathway, correction)
    groups["completer"] = outcomes(n, person, sex, earned, paid, costs(n, person, pathway, length), first)
    paid, earned = leavers(n, person, sex, pathway, correction)
    left = exits(n, completion(n, sex, pathway), length)
    paid_out = sum(chance * costs(n, person, pathway, time) for time, chance in left)
    return groups | {"leaver": outcomes(n, person, sex, earned, paid, paid_out, first)}


def shares_of_sexes(n, person, pathway):
    """Who starts a pathway, by sex."""
    if person.get("sex"):
        return {person["sex"]: 1.0}
    holders = f"people.pay.{n.get(f'{pathway}.earnings.education')}.male_share"
    m = n.get(f"{pathway}.earnings.male_share", n.get(holders, 0.5))
    return {"male": m, "female": 1 - m}


def recompute(n, national, person, pathway):
    """The amounts of one pathway for one person.

    `n` are the numbers in force; `national` those without a place, a file or a change over the pathway and the minimum
    wage, since what pay says of a study's own people rests on these.
    """
    sexes = shares_of_sexes(n, person, pathway)
    one = {sex: of_one_sex(n, national, person, sex, pathway) for sex in sexes}

    def mean(group, key, weights):
        return sum(weight * one[sex][group][key] for sex, weight in weights.items()) / sum(weights.values())

    def gain(group, weights):
        return mean(group, "net_present_value", weights) - mean("baseline", "net_present_value", weights)

    if n[f"{pathway}.evidence"] == "impact":
        amounts = {
            "gain": gain("expected", sexes),
            "first_decade_earnings": mean("expected", "first_decade_earnings", sexes),
            "expected_pay": mean("expected", "pay", sexes),
        }
    else:
        rates = {sex: completion(n, sex, pathway) for sex in sexes}
        finish = {sex: share * rates[sex] for sex, share in sexes.items()}
        leave = {sex: share * (1 - rates[sex]) for sex, share in sexes.items()}
        c, decade = sum(finish.values()), "first_decade_earnings"
        amounts = {
            "gain": c * gain("completer", finish) + (1 - c) * gain("leaver", leave),
            "completer_gain": gain("completer", finish),
            "leaver_gain": gain("leaver", leave),
            "first_decade_earnings": c * mean("completer", decade, finish) + (1 - c) * mean("leaver", decade, leave),
            "completer_pay": mean("completer", "pay", finish),
        }
    return {name: float(amount) for name, amount in amounts.items()}
