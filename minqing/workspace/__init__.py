"""Finding the workspace, settings, loading entries, locks, atomic writes."""
