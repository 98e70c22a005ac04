"""Cases of what public money is worth, through the equations of `program`."""

import numpy as np

from mobcalc.model import public_value
from mobcalc.questions.validate_arithmetic import Computed, effect_sum
from mobcalc.schema import Records
from mobcalc.schema.validation import EffectSum, PublicBudget, PublicFunds, Variant


def public_funds(given: PublicFunds, records: Records) -> dict[str, Computed]:
    """What people keep of a measured effect, what comes back in tax, and the marginal value of the cost."""
    variants = {
        "gain after tax": Variant(discount_rate=given.discount_rate, kept=1.0 - given.tax_rate),
        "extra tax": Variant(discount_rate=given.discount_rate, kept=given.tax_rate),
    }
    path = EffectSum(effects=given.effects, years=given.years, timing=given.timing, variants=variants)
    found = effect_sum(path, records)
    gain, tax = (found[name].value for name in variants)
    net_cost = given.cost - tax - given.saved
    return found | {
        "net cost": Computed(net_cost, {"cost": given.cost, "extra tax": tax, "saved": given.saved}),
        "MVPF": _marginal_value(gain, net_cost),
        "MVPF if worth its cost": _marginal_value(given.cost, net_cost),
    }


def _marginal_value(willingness: float, net_cost: float) -> Computed:
    value = public_value.marginal_value(np.array([[willingness]]), np.array([[net_cost]]))
    return Computed(float(value[0, 0]), {"gain of those served": willingness, "net cost": net_cost})


def public_budget(given: PublicBudget, _: Records) -> dict[str, Computed]:
    """What a benefit costs before and after the taxes of those whom it moves to earn more."""
    gross, revenue = given.benefit * given.served, given.moved * given.gain * given.tax_rate
    return {
        "gross cost": Computed(gross),
        "extra revenue": Computed(revenue),
        "net cost": Computed(gross - revenue, {"gross cost": gross, "extra revenue": revenue}),
        "MVPF": _marginal_value(gross, gross - revenue),
    }
