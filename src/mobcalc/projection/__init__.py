"""What one person earns on each pathway, year by year, and what comes of it: the heart of every answer.

`case` says whom and which pathways; `person_years` and `pay_path` what all pathways share; `levels` and `effect_paths`
project the two kinds of evidence, `ladder` one training after another; `pathway` puts finishers and leavers together;
`outcomes` and `measures` sum up.
"""
