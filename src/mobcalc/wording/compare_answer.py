"""The answer of `compare --details` in sentences, and how sure it is."""

from mobcalc.language import mark, say
from mobcalc.results.compare import Comparison
from mobcalc.results.pathways import PathwayResult, VersusBaseline
from mobcalc.wording import chances
from mobcalc.wording.compare import beyond_evidence, gain, is_even, of_group, unusual
from mobcalc.wording.household import kept
from mobcalc.wording.lists import chained
from mobcalc.wording.numbers import is_same, more_or_less
from mobcalc.wording.pathways import pathway_name, pathway_text


def answer(comparison: Comparison) -> list[tuple[str, str]]:
    """The answer and how sure it is, with lead-in words; nothing where there is the baseline alone."""
    by_id = {result.id: result for result in comparison.pathways}
    ranked = [by_id[name] for name in comparison.ranking["to_retirement"] if name != comparison.baseline]
    if not ranked:
        return []
    paragraphs = [(say("Answer"), _sentences(comparison, ranked, by_id))]
    if sure := _how_sure(comparison, ranked):
        paragraphs.append((say(chances.HOW_SURE), sure))
    return paragraphs


def _sentences(comparison: Comparison, ranked: list[PathwayResult], by_id: dict[str, PathwayResult]) -> str:
    """What the best pathway gains over the baseline, how likely it is to, and what speaks against it."""
    best = ranked[0]
    versus = best.versus_baseline
    assert versus is not None
    sentences = (
        _disagreement(ranked),
        _gained(comparison, ranked, by_id),
        chances.likely(versus.chances.together) if versus.chances else "",
        _by_chance(comparison, best, by_id),
        _kept(versus),
        _footing(comparison, best, by_id[comparison.baseline]),
        unusual(comparison, best),
        _reservations(comparison, best),
        # What a study of one program says of itself may decide whether it is for this person at all.
        pathway_text(best.caution) if best.evidence == "impact" and best.caution else "",
    )
    return " ".join(sentence for sentence in sentences if sentence)


def _disagreement(ranked: list[PathwayResult]) -> str:
    """That pay and a study contradict each other on a pathway; empty where they do not."""
    names = [say("'{name}'", name=pathway_name(result.name)) for result in ranked if not result.evidence_agrees]
    if not names:
        return ""
    return say(
        "The evidence on {pathways} disagrees, so none is recommended (--show evidence).", pathways=chained(names)
    )


VERDICTS = {
    ("alone", True, True): mark("Somebody starting at {age} gains from '{pathway}': {amounts}."),
    ("alone", True, False): mark("Somebody starting at {age} would gain from '{pathway}': {amounts}."),
    ("alone", False, True): mark("Somebody starting at {age} loses with '{pathway}': {amounts}."),
    ("alone", False, False): mark("Somebody starting at {age} would lose with '{pathway}': {amounts}."),
    ("most", True, True): mark("Somebody starting at {age} gains most from '{pathway}': {amounts}."),
    ("most", True, False): mark("Somebody starting at {age} would gain most from '{pathway}': {amounts}."),
    ("most", False, True): mark("Somebody starting at {age} loses least with '{pathway}': {amounts}."),
    ("most", False, False): mark("Somebody starting at {age} would lose least with '{pathway}': {amounts}."),
    ("hardly", True, True): mark(
        "Somebody starting at {age} gains most, if hardly more than with '{next}', from '{pathway}': {amounts}."
    ),
    ("hardly", True, False): mark(
        "Somebody starting at {age} would gain most, if hardly more than with '{next}', from '{pathway}': {amounts}."
    ),
    ("hardly", False, True): mark(
        "Somebody starting at {age} loses least, if hardly less than with '{next}', with '{pathway}': {amounts}."
    ),
    ("hardly", False, False): mark(
        "Somebody starting at {age} would lose least, if hardly less than with '{next}', with '{pathway}': {amounts}."
    ),
}
"""How the best pathway does, by whether there are others, whether it gains, and whether all evidence agrees.

Where the evidence disagrees, this is what it comes to and no advice.
"""
AMOUNTS = {
    (True, True): mark(
        "{total} by age {to} as with '{baseline}' as the average of all who start{groups}, and {decade} in the first "
        "10 years ('{leader}' is ahead of it over those years)"
    ),
    (True, False): mark(
        "{total} by age {to} as with '{baseline}' as the average of all who start{groups}, and {decade} in the first "
        "10 years"
    ),
    (False, True): mark(
        "{total} by age {to} than with '{baseline}' as the average of all who start{groups}, and {decade} in the "
        "first 10 years ('{leader}' is ahead of it over those years)"
    ),
    (False, False): mark(
        "{total} by age {to} than with '{baseline}' as the average of all who start{groups}, and {decade} in the "
        "first 10 years"
    ),
}
"""How much it is, by whether that is about the same as the baseline, and whether another leads in ten years."""


def _gained(comparison: Comparison, ranked: list[PathwayResult], by_id: dict[str, PathwayResult]) -> str:
    """What the best pathway gains or loses, as the best of several or alone."""
    best, *others = ranked
    versus = best.versus_baseline
    assert versus is not None
    total, leader = gain(versus), comparison.ranking["first_decade"][0]
    rivals = "alone" if not others else "hardly" if is_even(versus, others[0]) else "most"
    amounts = say(
        AMOUNTS[is_same(total), leader != best.id],
        total=more_or_less(total),
        to=comparison.retire_age,
        baseline=pathway_name(by_id[comparison.baseline].name),
        groups=_groups(versus),
        decade=more_or_less(gain(versus, "first_decade")),
        leader=pathway_name(by_id[leader].name),
    )
    return say(
        VERDICTS[rivals, total > 0, all(result.evidence_agrees for result in ranked)],
        age=comparison.start_age,
        pathway=pathway_name(best.name),
        next=pathway_name(others[0].name) if others else "",
        amounts=amounts,
    )


def _groups(versus: VersusBaseline) -> str:
    """What finishers and leavers gain, where the study tells them apart."""
    finish, leave = of_group(versus, "completer"), of_group(versus, "leaver")
    if finish is None or leave is None:
        return ""
    return say(
        " ({finish} if they finish, {leave} if they leave)", finish=more_or_less(finish), leave=more_or_less(leave)
    )


def _by_chance(comparison: Comparison, best: PathwayResult, by_id: dict[str, PathwayResult]) -> str:
    """That another pathway is likelier to end ahead, or that more end behind than ahead in spite of the average."""
    order, versus = comparison.ranking["by_chance"], best.versus_baseline
    assert versus is not None
    if not order or versus.chances is None or order[0] == best.id:
        return ""
    likeliest = by_id[order[0]]
    other = likeliest.versus_baseline
    if other is None:
        if gain(versus) <= 0.0:
            return ""
        return say("So no more than half of those who start end that far ahead; those who gain most lift the average.")
    assert other.chances is not None
    ours, theirs = versus.chances.together, other.chances.together
    if theirs.chance_well_ahead - ours.chance_well_ahead < chances.SURE * theirs.chance_standard_error:
        return say("'{pathway}' is as likely to.", pathway=pathway_name(likeliest.name))
    said = chances.in_words(theirs.chance_well_ahead, theirs.chance_standard_error)
    return say("But '{pathway}' is likelier to: {chance}.", pathway=pathway_name(likeliest.name), chance=said)


def _how_sure(comparison: Comparison, ranked: list[PathwayResult]) -> str:
    """The range of the best pathway's gain, and its chance against the next best; empty without draws."""
    best, *others = ranked
    pairs, versus = comparison.pairwise_chance_ahead, best.versus_baseline
    if pairs is None or versus is None or versus.chances is None:
        return ""
    next_best = (pathway_name(others[0].name), pairs[best.id][others[0].id] or 0.0) if others else None
    return chances.how_sure(versus.chances, next_best)


def _kept(versus: VersusBaseline) -> str:
    """What the household keeps of the gain, where that is known."""
    amount = versus.gain.net_resources_present_value
    return "" if amount is None else kept(amount).strip()


def _footing(comparison: Comparison, best: PathwayResult, baseline: PathwayResult) -> str:
    """That a pathway and a baseline with training are known from different kinds of evidence."""
    is_noted = any(notice.code == "other_footing" for notice in comparison.warnings)
    return say("The two are not on the same footing.") if is_noted and best.evidence != baseline.evidence else ""


def _reservations(comparison: Comparison, best: PathwayResult) -> str:
    """What the answer rests on besides training: years that nobody observed, or the person's own hours."""
    if said := beyond_evidence(best):
        return said
    has_hours = any(notice.code == "hours" for notice in comparison.warnings)
    return say("Part of it is hours, since training pays its own.") if has_hours else ""
