"""民情日记: walk diaries of a residents' committee, followed up, counted and reported."""

__version__ = "0.1.0"
