"""What `werkzaam check` does: who asks the questions, about which file, with which other evaluations beside them."""
