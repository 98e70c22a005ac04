"""What the numbers are called, in one place: one name for each, singular, to be read with or without an article."""

from mobcalc.language import mark, say

NAMES = {
    "adults": mark("adults in the household"),
    "age_weight": mark("weight of age beside experience in pay"),
    "careers.experience_age": mark("age at which experience begins"),
    "careers.wage_carried": mark("part of one's own wage level that is kept"),
    "causal_share": mark("part of a pay lead that is the training's doing"),
    "causal_share_men": mark("part of men's pay lead that is the training's doing"),
    "causal_share_women": mark("part of women's pay lead that is the training's doing"),
    "child_care_ages": mark("ages at which care gets cheaper"),
    "child_care_shares": mark("price of care by age"),
    "children_per_bedroom": mark("children who share a bedroom"),
    "completion.rate": mark("chance to finish"),
    "completion.rate_men": mark("chance of men to finish"),
    "completion.rate_women": mark("chance of women to finish"),
    "costs.books_and_supplies": mark("price of books and supplies"),
    "costs.full_time_share": mark("part of a full-time year of tuition paid for in a year"),
    "costs.grants": mark("grant"),
    "costs.tools": mark("price of tools"),
    "costs.tuition_and_fees": mark("tuition"),
    "earnings.premium": mark("pay over that of people with the same education"),
    "earnings.percentiles": mark("pay in the occupation"),
    "earnings_levels.associate": mark("earnings level with an associate degree"),
    "earnings_levels.bachelors": mark("earnings level with a bachelor's degree"),
    "earnings_levels.high_school": mark("earnings level with a high school diploma"),
    "earnings_levels.less_than_high_school": mark("earnings level without a high school diploma"),
    "earnings_levels.some_college": mark("earnings level with some college"),
    "economy.discount_rate": mark("discount rate"),
    "economy.minimum_wage": mark("minimum wage"),
    "economy.real_wage_growth": mark("growth of wages beyond prices"),
    "employer.gain_after": mark("what a finisher's work is worth above pay"),
    "employer.hire_cost": mark("cost of finding a skilled worker"),
    "employer.instruction_cost": mark("what an employer pays for classes"),
    "employer.mentor_hours_end": mark("mentor's hours at the end"),
    "employer.mentor_hours_start": mark("mentor's hours at the start"),
    "employer.output_end": mark("an apprentice's work at the end"),
    "employer.output_start": mark("an apprentice's work at the start"),
    "employer.reference_return": mark("published return to employers"),
    "employer.start_cost": mark("cost of finding and equipping an apprentice"),
    "employer.stay": mark("finishers who stay a year"),
    "employer.stay_of_hired": mark("hired workers who stay a year"),
    "employer.years_after": mark("years counted after the program"),
    "employed_men": mark("part of full-time pay that men earn on average"),
    "employed_women": mark("part of full-time pay that women earn on average"),
    "entry_standing": mark("where those new to an occupation stand"),
    "field_share": mark("part of those trained for an occupation who work in it"),
    "finisher_standing": mark("part of a trade's workers who earn less than its finishers"),
    "food_young_child_ratio": mark("food of young children"),
    "fringe_rate": mark("employer-paid benefits"),
    "full_time_men": mark("men's full-time pay by age"),
    "full_time_women": mark("women's full-time pay by age"),
    "health_premium_one": mark("health premium of one person"),
    "health_premium_two": mark("health premium of two people"),
    "health_premium_family": mark("health premium of a family"),
    "goods_parity": mark("price level of goods"),
    "price_parity": mark("price level"),
    "marketplace_incomes": mark("incomes over the poverty guideline, for the credit for a health plan"),
    "marketplace_shares": mark("part of income that the benchmark health plan costs"),
    "benchmark_premiums": mark("premiums of the benchmark health plan"),
    "family_premiums": mark("premiums of all children together"),
    "health_out_of_pocket_adult": mark("what an adult pays for health care besides premiums"),
    "health_out_of_pocket_child": mark("what is paid for a child's health care besides premiums"),
    "impact.before_first": mark("gain before the first measured year"),
    "impact.factor": mark("part of the measured gain that counts"),
    "impact.fade_out": mark("yearly fade-out of the gain"),
    "impact.zero_by_year": mark("year in which the gain is gone"),
    "infant_care_center": mark("infant care"),
    "infant_care_family": mark("infant care in a home"),
    "kept_outside": mark("part of the gain kept in another occupation"),
    "later_transfers": mark("later moves to other occupations over early ones"),
    "leavers_keep": mark("part of the gain kept by who leaves near the end"),
    "apprentice_leavers_keep": mark("part of the gain kept by apprentices who leave near the end"),
    "student_leavers_keep": mark("part of the gain kept by students who leave near the end"),
    "leaving_cost": mark("time without work after leaving training"),
    "leaving_front_loading": mark("how early people leave"),
    "living_wage.child_care": mark("household's cost of child care"),
    "living_wage.food": mark("household's cost of food"),
    "living_wage.health": mark("household's cost of health care"),
    "living_wage.housing": mark("household's cost of housing"),
    "living_wage.other": mark("household's other costs in all"),
    "living_wage.transport": mark("household's cost of transport"),
    "male_share": mark("share of men"),
    "other_share": mark("other needs"),
    "participant_cost": mark("person's cost in all"),
    "start_age": mark("age of the people studied"),
    "person.child_care": mark("child care while in training"),
    "person.loan": mark("loan"),
    "person.loan_rate": mark("interest on the loan"),
    "person.loan_term": mark("time of repayment"),
    "person.partner_earnings": mark("what the partner earns"),
    "person.retire_age": mark("age at retirement"),
    "person.start_age": mark("age at the start"),
    "person.training_cost": mark("price of training"),
    "person.training_length": mark("length of training"),
    "person.quit_after": mark("time until leaving"),
    "person.transport": mark("transport to training"),
    "person.wage": mark("current wage"),
    "person.weekly_hours": mark("working week"),
    "person.years_out": mark("time out of work until now"),
    "population_men": mark("part of full-time pay that all men earn on average"),
    "population_women": mark("part of full-time pay that all women earn on average"),
    "ratio_men": mark("men's pay as a multiple of everybody's"),
    "ratio_women": mark("women's pay as a multiple of everybody's"),
    "hours_of_workers_men": mark("hours of all men at work over full-time ones"),
    "hours_of_workers_women": mark("hours of all women at work over full-time ones"),
    "return_loss": mark("loss of pay for each year out of work"),
    "return_phase_in": mark("years until pay has caught up after time out"),
    "settled_standing": mark("part of an occupation's workers who earn less than those settled in it"),
    "settling_years": mark("number of years until somebody is settled"),
    "spell_length": mark("length of a spell without work"),
    "step_starts": mark("when pay steps start"),
    "stipend": mark("living allowance"),
    "trained_causal_share": mark("part of an occupation's pay lead that is the training's doing"),
    "trainee_completion": mark("part of trainees on the job who stay"),
    "trainee_pay": mark("pay while trained on the job"),
    "training.length": mark("length of training"),
    "training.paid_hours": mark("number of paid hours a year in training"),
    "training.student_earnings_share": mark("students' part of full earnings"),
    "training.term_hours": mark("number of required training hours"),
    "transfer_rate": mark("part of workers who leave for another occupation in a year"),
    "transfer_years": mark("number of years with frequent moves to other occupations"),
    "lasting_luck_men": mark("how far lasting pay of men differs"),
    "lasting_luck_women": mark("how far lasting pay of women differs"),
    "luck_correlation": mark("how much alike luck is on two paths"),
    "gain_error": mark("how far a year's gain may be off"),
    "effect.before_first": mark("gain before the first measured year"),
    "effect.factor": mark("part of the measured gain that counts"),
    "effect.fade_out": mark("yearly fade-out of the measured gain"),
    "effect.last_observed_year": mark("last year that was observed"),
    "effect.participant": mark("measured gain"),
    "weight": mark("weight of the study beside pay figures"),
    "weight_for_women": mark("weight of the study for women over that for men"),
    "error": mark("how far the study may be off"),
    "transport_other": mark("transport of others"),
    "transport_worker": mark("transport of who works"),
    "wage_carried_to_occupation": mark("part of one's own wage level that shows in an occupation"),
    "wage_persistence": mark("part of one's own wage level left after a year"),
    "wage_steps": mark("pay steps in training"),
    "work_life.profile": mark("pay by age in the occupation"),
}
"""By the last two parts of a dotted name, or the last alone where it means the same everywhere."""


def name_of(dotted: str) -> str | None:
    """What the number of a dotted name is called; None where it has no name but that."""
    name = _message(dotted)
    return None if name is None else say(name)


def _message(dotted: str) -> str | None:
    *_, part, last = ("", *dotted.split("."))
    return NAMES.get(f"{part}.{last}") or NAMES.get(last)


def with_article(dotted: str) -> str:
    """The name with its article, for a sentence; the dotted name where there is no other."""
    name = _message(dotted)
    if name is None:
        return dotted
    return say(name) if name.split()[0] in NO_ARTICLE else say("the {name}", name=say(name))


NO_ARTICLE = ("what", "how", "when", "where", "men's", "women's")


def words_for(dotted: str) -> str:
    """The same, or the last part of the dotted name as words."""
    name = _message(dotted) or dotted.rsplit(".", 1)[-1].replace("_", " ")
    of_study = dotted.startswith("studies.") and "stud" not in name
    return say("the study's {name}", name=say(name)) if of_study else say(name)
