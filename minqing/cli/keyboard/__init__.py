"""How a person is asked in a terminal: with an editable line where that works, else plainly."""
