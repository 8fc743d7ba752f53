"""What `werkzaam check` does: who sits at the table, on which file, with what beside it."""
