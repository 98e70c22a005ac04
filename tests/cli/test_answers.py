"""The answer's words against its figures and its table, for several hundred persons drawn at random."""

import json
import re
from random import Random

import pytest

from mobcalc.loader.bundle import bundled

BLOCK, PERSONS = 30, 240
IDS = sorted(set(bundled().pathways) - {"no-postsecondary"})
STATES = ("NY", "MS", "CA", "TX", "WV", "WA", "DC")
KNOWN = (1 / 20, 1 / 10, 1 / 5, 1 / 4, 1 / 3, 2 / 5, 1 / 2, 3 / 5, 2 / 3, 3 / 4, 4 / 5, 9 / 10, 19 / 20)
"""The fractions that chances are told in."""
MONEY = r"about (?:the same|\$[\d,]+ (?:more|less))"
ANSWER = re.compile(
    rf"(?P<disagreement>The evidence on .* disagrees, so none is recommended \(--show evidence\)\. )?"
    rf"Somebody starting at (?P<age>\d+) (?P<verdict>[a-z ,]+?(?: '(?P<even>[^:]+?)', (?:from|with))?) '(?P<best>[^:]+?)': "
    rf"(?P<gain>{MONEY}) by age (?P<until>\d+) (?:than|as) with '(?P<baseline>[^:]+?)' as the average of all who start"
    rf"(?: \((?P<finish>{MONEY}) if they finish, (?P<leave>{MONEY}) if they leave\))?, and (?P<decade>{MONEY}) in the "
    rf"first 10 years(?: \('(?P<leader>.+?)' is ahead of it over those years\))?\. "
    rf"The chance to end \$10,000 or more ahead is (?P<chance>[a-z0-9 ]+)\.(?P<rest>.*)"
)
SURE = re.compile(
    r"(?P<low>One in ten (?:loses more than \$[\d,]+|gains less than \$[\d,]+|gains nothing or loses)), "
    r"(?P<middle>half (?:lose more than \$[\d,]+|gain more than \$[\d,]+|gain nothing or lose)) and "
    r"(?P<high>one in ten gains more than \$[\d,]+|hardly one in ten gains anything)\."
    r"(?: The chance to end \$10,000 or more ahead of '(?P<next>.+?)' is (?P<pair>[a-z0-9 ]+)\.)?"
)


def person(number):
    """The flags of somebody drawn at random."""
    random = Random(number)
    age = random.randint(18, 60)
    words = ["--age", age, "--draws", 2000, "--seed", number]
    words += random.choice(([], ["--sex", "male"], ["--sex", "female"]))
    place = random.choice(([], ["--state", random.choice(STATES)]))
    # No lower than the minimum wage of any state, or what is refused without one.
    words += [*random.choice(([], [], ["--wage", round(random.uniform(18 if place else 10, 45), 2)])), *place]
    words += random.choice(([], ["--education", random.choice(("less-than-hs", "some-college", "associate"))]))
    words += random.choice(([], [], ["--discount-rate", random.choice((0, 0.05))]))
    for name in random.sample(IDS, random.choice((0, 1, 2, 3, 5))):
        words += ["-p", name]
    if random.random() < 0.15:
        words += ["--baseline", random.choice(("certificate", "associate-degree", "short-sectoral-training"))]
    if random.random() < 0.15:
        words += ["--set", f"studies.reed-2012.effect.factor={random.choice((0.2, 2, 4))}"]
    return list(map(str, words))


def amount(words):
    """The amount that `about $90,000 less` is."""
    if words == "about the same":
        return 0
    number = int(re.sub(r"\D", "", words))
    return -number if words.endswith("less") else number


def nearest(share):
    return min(KNOWN, key=lambda known: abs(known - share))


def holds(words, share, error):
    """Whether words for a chance are the nearest to all that lies within two standard errors of it, and no others."""
    said = [int(one) / int(of) for one, of in re.findall(r"(\d+) in (\d+)", words)]
    low, high = share - 2 * error, share + 2 * error
    if words.startswith("less than"):
        return high < 0.025 and said == [1 / 20]
    if words.startswith("more than"):
        return low > 0.975 and said == [19 / 20]
    return said == sorted({nearest(low), nearest(high)}) and words.startswith("about" if len(said) == 1 else "between")


def said_in_how_sure(low, middle, high):
    """The three parts of the spread in words, from the percentiles."""

    def told(value, gains, loses, nothing):
        if -500 < value < 500:
            return nothing
        return (gains if value > 0 else loses) + f"${abs(round(value / 1000) * 1000):,}"

    return (
        told(low, "One in ten gains less than ", "One in ten loses more than ", "One in ten gains nothing or loses"),
        told(middle, "half gain more than ", "half lose more than ", "half gain nothing or lose"),
        "hardly one in ten gains anything" if high < 500 else told(high, "one in ten gains more than ", "", ""),
    )


class Case:
    """What a comparison found, and the paragraphs that it shows."""

    def __init__(self, found, shown):
        self.found, self.by_chance = found, found["ranking"]["by_chance"]
        self.paragraphs = [" ".join(block.split()) for block in shown.split("\n\n")]
        self.results = {pathway["id"]: pathway for pathway in found["pathways"]}
        self.others = [name for name in found["ranking"]["to_retirement"] if name != found["baseline"]]
        self.versus = {name: self.results[name]["versus_baseline"] for name in self.others}

    def name(self, of):
        return self.results[of]["name"]

    def id(self, title):
        (found,) = (of for of in self.others if self.name(of) == title)
        return found

    def paragraph(self, start):
        (found,) = (paragraph for paragraph in self.paragraphs if paragraph.startswith(start))
        return found.removeprefix(start)


def check_amounts(case, said):
    """Which pathway is best, and by how much."""
    best, own, found = case.others[0], case.versus[case.others[0]], case.found
    gains = {name: of["gain_mean"] for name, of in case.versus.items()}
    assert (said["best"], said["baseline"]) == (case.name(best), case.name(found["baseline"]))
    assert gains[best] == max(gains.values())
    assert amount(said["gain"]) == pytest.approx(gains[best], abs=501)
    assert amount(said["decade"]) == pytest.approx(own["first_decade_gain_mean"], abs=501)
    for group, key in (("finish", "completer"), ("leave", "leaver")):
        mean = own[f"{key}_gain_mean"]
        assert (said[group] is None) == (mean is None) == (own[f"{key}_gain"] is None)
        assert said[group] is None or amount(said[group]) == pytest.approx(mean, abs=501)
    verb = "gain" if gains[best] > 0 else "lose"
    # Where the evidence disagrees the sentence says what it comes to, and gives no advice.
    assert said["verdict"].startswith(f"would {verb} " if said["disagreement"] else f"{verb}s ")
    leader = found["ranking"]["first_decade"][0]
    assert said["leader"] == (None if leader == best else case.name(leader))
    if len(case.others) == 1:
        assert said["even"] is None
        return
    second = case.others[1]
    error = sum(case.versus[name]["gain_standard_error"] ** 2 for name in (best, second)) ** 0.5
    assert said["even"] == (case.name(second) if gains[best] - gains[second] < 2 * error else None)


def check_chances(case, said):
    """How likely the best is to end well ahead, and whether another is likelier."""
    best, own, rest = case.others[0], case.versus[case.others[0]], said["rest"]
    share = own["chance_well_ahead"]
    assert holds(said["chance"], share, own["chance_standard_error"]), (said[0], share, own["chance_standard_error"])
    first = case.by_chance[0]
    chances = {name: of["chance_well_ahead"] for name, of in case.versus.items()} | {case.found["baseline"]: 0.5}
    assert chances[first] == max(chances.values())
    assert ("So no more than half of those who start" in rest) == (
        first == case.found["baseline"] and own["gain_mean"] > 0
    )
    likelier = re.search(r" But '(.+?)' is likelier to: ([a-z0-9 ]+)\.", rest)
    as_likely = re.search(r"^ '(.+?)' is as likely to\.", rest)
    assert bool(likelier or as_likely) == (first not in (best, case.found["baseline"]))
    if likelier:
        off = case.versus[first]["chance_standard_error"]
        assert case.id(likelier[1]) == first
        assert chances[first] - share >= 2 * off
        assert holds(likelier[2], chances[first], off)
    if as_likely:
        assert case.id(as_likely[1]) == first
        assert 0 <= chances[first] - share < 2 * case.versus[first]["chance_standard_error"]


def check_spread(case):
    """How far the gain spreads, and the chance against the next best."""
    own = case.versus[case.others[0]]
    parts = SURE.match(case.paragraph("How sure: "))
    told = said_in_how_sure(own["gain_p10"], own["gain_p50"], own["gain_p90"])
    assert (parts["low"], parts["middle"], parts["high"]) == told
    assert parts["next"] == (case.name(case.others[1]) if len(case.others) > 1 else None)
    if len(case.others) > 1:
        pair = case.found["pairwise_chance_ahead"][case.others[0]][case.others[1]]
        assert holds(parts["pair"], pair, own["chance_standard_error"])


def check_table(case):
    """The row of each pathway above the answer."""
    table = case.paragraph("What you gain or lose, as far")
    for name in case.others:
        mean = round(case.versus[name]["gain_mean"] / 100) * 100
        cell = f"{'+' if mean > 0 else '-' if mean < 0 else ''}${abs(mean):,}"
        title = re.escape(case.name(name))
        assert re.search(rf"{title} (?:\d+%\*? |n/a )?{re.escape(cell)}(?![\d,])", table), (name, cell, table)


def check(found, shown):
    """That the answer says what the figures say."""
    case = Case(found, shown)
    if not case.others:
        assert not any(paragraph.startswith("Answer:") for paragraph in case.paragraphs)
        return
    text = case.paragraph("Answer: ")
    said = ANSWER.fullmatch(text)
    assert said, text
    contradicted = [case.name(name) for name in case.others if not case.results[name]["evidence_agrees"]]
    assert bool(said["disagreement"]) == bool(contradicted)
    assert all(f"'{name}'" in said["disagreement"] for name in contradicted)
    check_amounts(case, said)
    check_chances(case, said)
    check_spread(case)
    check_table(case)


@pytest.mark.parametrize("first", range(0, PERSONS, BLOCK))
def test_the_answer_says_what_its_figures_and_its_table_say(first, run):
    answered = 0
    for number in range(first, first + BLOCK):
        flags = person(number)
        found = run("compare", *flags, "--json")
        if found.code != 0:
            assert "longer than the working life left" in found.err, (flags, found.err)
            continue
        case, screen = json.loads(found.out), run("compare", *flags).out.splitlines()
        check(case, run("compare", "--details", *flags).out)
        # Not whose rows fold: two steps into one occupation.
        assert len(screen) <= 23 + max(len(case["pathways"]) - 6, 0), (flags, len(screen))
        assert max(map(len, screen)) <= 80, flags
        answered += 1
    assert answered > BLOCK / 2


def test_the_persons_differ_in_what_is_said(run):
    """The scan reaches every kind of sentence that it checks."""
    unseen = {
        "if hardly more than with",
        "gains from",
        "loses least with",
        "loses with",
        "is likelier to",
        "is as likely to",
        "So no more than half of those who start",
        "disagrees, so none",
        "is ahead of it over those years",
    }
    for number in range(PERSONS):
        out = " ".join(run("compare", "--details", *person(number)).out.split())
        unseen = {words for words in unseen if words not in out}
        if not unseen:
            return
    assert not unseen
