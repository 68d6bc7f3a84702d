"""Tables, forms, cards and registers: what their columns hold, and their rows as lines of a paste."""
