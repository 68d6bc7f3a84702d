"""How long the program takes and how much memory, measured against bare Python. ``make bench`` runs it."""
