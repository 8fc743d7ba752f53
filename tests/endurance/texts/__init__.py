"""Texts and names that try to be more than text."""
