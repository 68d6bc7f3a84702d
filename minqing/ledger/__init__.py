"""Ledgers that others made (台账): read whatever their columns are called, and made into matters of the diary."""
