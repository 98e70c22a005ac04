"""What the numbers are called, in one place: one name for each, singular, to be read with or without an article."""

NAMES = {
    "adults": "adults in the household",
    "age_weight": "weight of age beside experience in pay",
    "careers.experience_age": "age at which experience begins",
    "careers.wage_carried": "part of one's own wage level that is kept",
    "causal_share": "part of a lead in earnings that counts",
    "causal_share_men": "part of men's lead in earnings that counts",
    "causal_share_women": "part of women's lead in earnings that counts",
    "child_care_ages": "ages at which care gets cheaper",
    "child_care_shares": "price of care by age",
    "children_per_bedroom": "children who share a bedroom",
    "completion.rate": "chance to finish",
    "completion.rate_men": "chance of men to finish",
    "completion.rate_women": "chance of women to finish",
    "costs.books_and_supplies": "price of books and supplies",
    "costs.full_time_share": "part of a full-time year of tuition paid for in a year",
    "costs.grants": "grant",
    "costs.tools": "price of tools",
    "costs.tuition_and_fees": "tuition",
    "earnings.premium": "pay over that of people with the same education",
    "earnings_levels.associate": "earnings level with an associate degree",
    "earnings_levels.bachelors": "earnings level with a bachelor's degree",
    "earnings_levels.high_school": "earnings level with a high school diploma",
    "earnings_levels.less_than_high_school": "earnings level without a high school diploma",
    "earnings_levels.some_college": "earnings level with some college",
    "economy.discount_rate": "discount rate",
    "economy.minimum_wage": "minimum wage",
    "economy.real_wage_growth": "growth of wages beyond prices",
    "employed_men": "part of full-time pay that men earn on average",
    "employed_women": "part of full-time pay that women earn on average",
    "entry_standing": "where those new to an occupation stand",
    "field_share": "part of those trained for an occupation who work in it",
    "finisher_standing": "where those who finish an apprenticeship stand",
    "food_young_child_ratio": "food of young children",
    "fringe_rate": "employer-paid benefits",
    "full_time_men": "men's full-time pay by age",
    "full_time_women": "women's full-time pay by age",
    "health_premium_one": "health premium of one person",
    "health_premium_two": "health premium of two people",
    "health_premium_family": "health premium of a family",
    "health_out_of_pocket_adult": "what an adult pays for health care besides premiums",
    "health_out_of_pocket_child": "what is paid for a child's health care besides premiums",
    "impact.before_first": "gain before the first measured year",
    "impact.factor": "part of the measured gain that counts",
    "impact.fade_out": "yearly fade-out of the gain",
    "impact.zero_by_year": "year in which the gain is gone",
    "infant_care_center": "infant care",
    "infant_care_family": "infant care in a home",
    "kept_outside": "part of the gain kept in another occupation",
    "later_transfers": "later moves to other occupations over early ones",
    "leavers_keep": "leavers' part of the gain for a whole term",
    "apprentice_leavers_keep": "leavers' part of the gain for a whole term of apprenticeship",
    "student_leavers_keep": "leavers' part of the gain for a whole term of classes",
    "leaving_cost": "time without work after leaving training",
    "leaving_front_loading": "how early people leave",
    "living_wage.child_care": "household's cost of child care",
    "living_wage.food": "household's cost of food",
    "living_wage.health": "household's cost of health care",
    "living_wage.housing": "household's cost of housing",
    "living_wage.other": "household's other costs in all",
    "living_wage.transport": "household's cost of transport",
    "male_share": "share of men",
    "other_share": "other needs",
    "participant_cost": "person's cost in all",
    "start_age": "age of the people studied",
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
    "population_men": "part of full-time pay that all men earn on average",
    "population_women": "part of full-time pay that all women earn on average",
    "ratio_men": "men's pay over everybody's",
    "ratio_women": "women's pay over everybody's",
    "return_loss": "loss of pay for each year out of work",
    "return_phase_in": "years until pay has caught up after time out",
    "settled_standing": "where those settled in an occupation stand",
    "settling_years": "number of years until somebody is settled",
    "spell_length": "length of a spell without work",
    "step_starts": "when pay steps start",
    "stipend": "stipend",
    "trained_causal_share": "part of a lead in an occupation's earnings that counts",
    "trainee_completion": "part of trainees on the job who stay",
    "trainee_pay": "pay while trained on the job",
    "training.length": "length of training",
    "training.paid_hours": "number of paid hours a year in training",
    "training.student_earnings_share": "students' part of full earnings",
    "training.term_hours": "number of required training hours",
    "transfer_rate": "part of workers who leave for another occupation in a year",
    "transfer_years": "number of years with frequent moves to other occupations",
    "lasting_luck_men": "how far lasting pay of men differs",
    "lasting_luck_women": "how far lasting pay of women differs",
    "luck_correlation": "how much alike luck is on two paths",
    "gain_error": "how far a year's gain may be off",
    "effect.before_first": "gain before the first measured year",
    "effect.factor": "part of the measured gain that counts",
    "effect.fade_out": "yearly fade-out of the measured gain",
    "effect.last_observed_year": "last year that was observed",
    "effect.participant": "measured gain",
    "weight": "weight of the study",
    "weight_for_women": "weight of the study for women over that for men",
    "error": "how far the study may be off",
    "transport_other": "transport of others",
    "transport_worker": "transport of who works",
    "wage_carried_to_occupation": "part of one's own wage level that shows in an occupation",
    "wage_persistence": "part of one's own wage level left after a year",
    "wage_steps": "pay steps in training",
    "work_life.profile": "pay by age in the occupation",
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
    said = name_of(dotted) or dotted.rsplit(".", 1)[-1].replace("_", " ")
    return f"the study's {said}" if dotted.startswith("studies.") and "stud" not in said else said
