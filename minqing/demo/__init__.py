"""Eleven invented years of a community: the sample that ``minqing init --demo`` writes, with its history.

Everything in it is made by a seeded generator from tables of words: no line is taken from a real diary. What
is taken from the published account of the method are its totals, the dates of its Mondays and two sentences.
"""

__all__: list[str] = []
