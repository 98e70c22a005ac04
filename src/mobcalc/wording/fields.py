"""What the numbers are called, in one place: one name for each, singular, to be read with or without an article."""

NAMES = {
    "adults": "adults in the household",
    "careers.position_shift": "shift of finishers' standing among workers' wages",
    "careers.unemployment_rate": "unemployment of apprentices and leavers",
    "child_care_ages": "ages at which care gets cheaper",
    "child_care_shares": "price of care by age",
    "children_per_bedroom": "children who share a bedroom",
    "completion.rate": "chance to finish",
    "completion.rate_men": "chance of men to finish",
    "completion.rate_women": "chance of women to finish",
    "costs.books_and_supplies": "price of books and supplies",
    "costs.full_time_years": "number of full-time years to pay for",
    "costs.grants": "grant",
    "costs.tools": "price of tools",
    "costs.tuition_and_fees": "tuition",
    "causal_share": "part of a lead in earnings that counts",
    "employment_ratio": "part of people at work",
    "male_share": "share of men",
    "earnings.unemployment_rate": "unemployment rate after training",
    "earnings.weekly_median": "median wage",
    "earnings_ratio_men": "men's earnings over everybody's",
    "earnings_ratio_women": "women's earnings over everybody's",
    "economy.discount_rate": "discount rate",
    "economy.minimum_wage": "minimum wage",
    "economy.real_wage_growth": "growth of wages beyond prices",
    "food_young_child_ratio": "food of young children",
    "fringe_rate": "employer-paid benefits",
    "health_adult": "health care of adults",
    "health_child": "health care of children",
    "impact.before_first": "gain before the first measured year",
    "impact.factor": "part of the measured gain that counts",
    "impact.fade_out": "yearly fade-out of the gain",
    "impact.zero_by_year": "year in which the gain is gone",
    "infant_care_center": "infant care",
    "infant_care_family": "infant care in a home",
    "leaver_gain_share": "leavers' part of the gain",
    "leaving_front_loading": "how early people leave",
    "living_wage.child_care": "household's cost of child care",
    "living_wage.food": "household's cost of food",
    "living_wage.health": "household's cost of health care",
    "living_wage.housing": "household's cost of housing",
    "living_wage.other": "household's other costs in all",
    "living_wage.transport": "household's cost of transport",
    "other_share": "other needs",
    "participant_cost": "person's cost in all",
    "participants_age": "age of the people studied",
    "return_loss": "loss of pay for each year out of work",
    "trade_pay_ratio_women": "ratio of women's pay in trades",
    "permanent_shock": "how far pay moves for good in a year",
    "person.child_care": "child care while in training",
    "person.loan": "loan",
    "person.loan_rate": "interest on the loan",
    "person.loan_term": "time of repayment",
    "person.partner_earnings": "what the partner earns",
    "person.retire_age": "age at retirement",
    "person.start_age": "age at the start",
    "person.transport": "transport to training",
    "person.wage": "current wage",
    "person.weekly_hours": "working week",
    "person.years_out": "time out of work until now",
    "position": "where finishers stand among workers' wages",
    "position_years": "years at which finishers' standing changes",
    "return_phase_in": "years until pay has caught up after time out",
    "spell_length": "length of a spell without work",
    "step_starts": "when pay steps start",
    "stipend": "stipend",
    "training.length": "length of training",
    "training.paid_hours": "number of paid hours a year in training",
    "training.student_earnings_share": "students' part of full earnings",
    "training.term_hours": "number of required training hours",
    "transitory_shock": "how far pay moves for one year",
    "transport_other": "transport of others",
    "transport_worker": "transport of who works",
    "wage_steps": "pay steps in training",
}
"""By the last two parts of a dotted name, or the last alone where it means the same everywhere."""


def name_of(dotted: str) -> str | None:
    """What the number of a dotted name is called; None where it has no name but that."""
    *_, part, last = ("", *dotted.split("."))
    return NAMES.get(f"{part}.{last}") or NAMES.get(last)


def with_article(dotted: str) -> str:
    """The name with its article, for a sentence; the dotted name where there is no other."""
    said = name_of(dotted)
    if said is None:
        return dotted
    return said if said.split()[0] in NO_ARTICLE else f"the {said}"


NO_ARTICLE = ("what", "how", "when", "where", "men's", "women's")


def words_for(dotted: str) -> str:
    """The same, or the last part of the dotted name as words."""
    return name_of(dotted) or dotted.rsplit(".", 1)[-1].replace("_", " ")
