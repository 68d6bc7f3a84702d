"""What each command does, as plain functions of a ``Context`` and what was typed; each answers the exit code."""
