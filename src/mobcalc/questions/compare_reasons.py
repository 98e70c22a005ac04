"""Why figures of the comparison with the baseline are null, as codes."""

from collections.abc import Iterator

from mobcalc.projection.outcomes import Subject
from mobcalc.questions import notices
from mobcalc.results.chances import LAYERS, Layers
from mobcalc.results.notices import ReasonCode
from mobcalc.results.pathways import BY_AGE, GROUPS, SUMS, Outcomes, VersusBaseline
from mobcalc.sampling import Arrays
from mobcalc.schema import informs

Reasons = dict[str, ReasonCode]
GAINS = {group: "gain" if group == GROUPS[0] else f"{group}_gain" for group in (*GROUPS, "quitter")}
"""What the gains of each group are called."""
AHEAD_AGE = "ahead_in_8_of_10_by_age"
BOTH_LAYERS = "net_resources"
"""The layer besides that of the pathway itself that holds both kinds of uncertainty."""


def reasons(arrays: Arrays, subject: Subject, versus: VersusBaseline) -> Reasons:
    """For each key of a pathway that is null, the code of the reason; by the end of its path where groups differ."""
    own = notices.why(subject)
    return own | _of_gains(subject, versus, own) | _of_versus(arrays, subject, versus, own) | _of_draws(versus, own)


def _of_versus(arrays: Arrays, subject: Subject, versus: VersusBaseline, own: Reasons) -> Reasons:
    """Why single figures of the comparison are null."""
    is_studied = subject.pathway.impact is not None or any(
        informs(study, subject.pathway) for study in arrays.studies.values()
    )
    own_forgone = subject.expected.forgone_earnings is not None
    missing: dict[tuple[str, ...], tuple[bool, ReasonCode]] = {
        ("completer_gain", "leaver_gain"): (versus.completer_gain is None, _ungrouped(own)),
        ("gain.forgone_earnings",): (versus.gain.forgone_earnings is None and own_forgone, "in_the_effect"),
        ("internal_rate_of_return",): (versus.internal_rate_of_return is None, "no_single_rate"),
        ("share_beyond_evidence",): (versus.share_beyond_evidence is None, "no_gain" if is_studied else "levels"),
    }
    quitters: Reasons = {}
    if subject.quitter is None:
        quitters = dict.fromkeys(("quitter", "quitter_gain"), _without_quitters(arrays, subject))
    return {key: reason for keys, (is_null, reason) in missing.items() if is_null for key in keys} | quitters


def _ungrouped(own: Reasons) -> ReasonCode:
    """Why finishers and leavers are not told apart."""
    return own.get("completer", "all_offered")


def _without_quitters(arrays: Arrays, subject: Subject) -> ReasonCode:
    """Why there is nobody who leaves after so long as was asked about."""
    if arrays.person.quit_after is None:
        return "not_asked"
    return "all_offered" if subject.completer is None else "finished_by_then"


def _of_gains(subject: Subject, versus: VersusBaseline, own: Reasons) -> Reasons:
    """Why outcomes of a gain are null: for the reason of the group's own, or as it is not known of the baseline."""
    found: Reasons = {}
    for group, name in GAINS.items():
        gain, mine = getattr(versus, name), getattr(subject, group)
        if gain is None or mine is None:
            continue
        known = dict(_figures(mine))
        for key in (key for key, figure in _figures(gain) if figure is None):
            if known[key] is not None:
                found[f"{name}.{key}"] = "unknown_of_baseline"
            elif f"{group}.{key}" in own:
                found[f"{name}.{key}"] = own[f"{group}.{key}"]
    return found


def _figures(outcomes: Outcomes) -> Iterator[tuple[str, float | None]]:
    """The single amounts of outcomes, and those at some ages under the name and the age."""
    for name in SUMS:
        yield name, getattr(outcomes, name)
    for name in BY_AGE:
        yield from ((f"{name}.{age}", figure) for age, figure in getattr(outcomes, name).items())


def _of_draws(versus: VersusBaseline, own: Reasons) -> Reasons:
    """Why chances and mean gains are null, where something else than that nothing was drawn may be the reason."""
    layers, means = versus.chances, versus.mean_gain
    kept = ("versus_baseline.net_resources", "net_resources_one_life")
    no_place: Reasons = dict.fromkeys(kept, "no_place")
    if layers is None or means is None:
        found: Reasons = dict.fromkeys(("completer_gain_mean", "leaver_gain_mean", AHEAD_AGE, *kept), "not_drawn")
        return found | no_place if BOTH_LAYERS in own else found
    found = no_place if layers.net_resources is None else {}
    for group, mean in (("completer", means.completer), ("leaver", means.leaver)):
        if mean is None:
            # Where all finish, or none does, there is a group that nobody is in.
            found[f"{group}_gain_mean"] = own.get(group, "nobody_drawn")
    return found | _of_ages(layers)


def _of_ages(layers: Layers) -> Reasons:
    """Why there is no age from which on most lives are ahead."""
    found: Reasons = {AHEAD_AGE: "never_ahead"} if layers.together.ahead_in_8_of_10_by_age is None else {}
    for name in LAYERS:
        layer = getattr(layers, name)
        if layer is not None and layer.ahead_in_8_of_10_by_age is None:
            found[f"{name}.{AHEAD_AGE}"] = "never_ahead" if name == BOTH_LAYERS else "not_of_one_layer"
    return found
