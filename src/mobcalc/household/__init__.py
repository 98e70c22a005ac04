"""The household of one person over the years: what it needs, what it keeps of earnings, and where SNAP comes from.

Taxes and benefits are looked up in a table by state, type of household and earnings; basic needs are added up from
published prices.
"""
