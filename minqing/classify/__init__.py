"""Suggestions for tier, category, place, owner and date; the reader of pasted notes."""
