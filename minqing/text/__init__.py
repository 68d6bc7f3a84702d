"""Diary text to domain and back, with positions, minimal edits and named problems."""
