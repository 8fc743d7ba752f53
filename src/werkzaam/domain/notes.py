"""Notes and agreements as they are kept: what people type is tidied up first."""

NOTE_LIMIT = 4000
"""The longest note, in characters: a page of text."""


def tidy(text: str) -> str:
    """Return a text as it is kept: without blanks at the ends of its lines and around it."""
    return "\n".join(line.rstrip() for line in text.replace("\t", " ").split("\n")).strip()
