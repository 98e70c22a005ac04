"""Who is projected to hold the good jobs of 2031, by education: for context, no part of any projection."""

from mobcalc.results.lookups import Figure
from mobcalc.store.reference import rows

SOURCE, PERIOD, AREA = "cew-good-jobs-2024", "2031", "United States"
BEYOND = ("bachelors_or_more", "middle_skills")
"""The kinds of education beyond high school."""


def future_jobs() -> list[Figure]:
    """How much of the good jobs of 2031 people of each education are projected to hold, first all past high school."""
    shares = {line["education"]: float(line["share_pct"]) / 100.0 for line in rows("SELECT * FROM good_jobs_2031")}
    beyond = _figure("good_jobs_beyond_high_school", sum(shares[one] for one in BEYOND))
    return [beyond, *(_figure(f"good_jobs_{name}", share) for name, share in shares.items())]


def _figure(name: str, share: float) -> Figure:
    return Figure(name, round(share, 4), "share", AREA, PERIOD, "projected", SOURCE)
