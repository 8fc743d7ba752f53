"""What figures, answers and actions are called in words: the same on a terminal, on a page and in a document."""
