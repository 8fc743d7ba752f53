"""What `werkzaam check` does: who asks the questions, for which file, and with which other evaluations shown."""
