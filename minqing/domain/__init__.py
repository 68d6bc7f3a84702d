"""Walk entries, issues, progress; folding and counting. Pure, standard library only."""
