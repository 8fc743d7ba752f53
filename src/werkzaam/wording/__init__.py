"""Figures, answers and actions in words, which are the same in a terminal, on a page and in a document."""
