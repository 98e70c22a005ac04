"""Who is projected to hold the good jobs of 2031."""

from mobcalc.store.future_jobs import future_jobs


def test_85_of_100_are_projected_to_go_beyond_high_school():
    """66 with a bachelor's degree or more and 19 with middle skills; 15 with high school or less."""
    shares = {one.name: one.value for one in future_jobs()}
    assert shares == {
        "good_jobs_beyond_high_school": 0.85,
        "good_jobs_bachelors_or_more": 0.66,
        "good_jobs_middle_skills": 0.19,
        "good_jobs_high_school_or_less": 0.15,
    }
    assert {(one.unit, one.period, one.area, one.source) for one in future_jobs()} == {
        ("share", "2031", "United States", "cew-good-jobs-2024")
    }
