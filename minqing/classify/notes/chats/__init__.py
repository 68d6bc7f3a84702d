"""Messages copied out of a messenger: who sent what and when, and what the messages say to each other."""
