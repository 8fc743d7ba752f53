"""What is said around a note: what not to write in it, and what looks as if it should not be there."""

from werkzaam.language import _


def request() -> str:
    """Return what to keep in mind before writing."""
    return _("Write no names here, and nothing about a single pupil.")


def tidy(text: str) -> str:
    """Return a note as it is kept: without blanks at the ends of its lines and around it."""
    return "\n".join(line.rstrip() for line in text.replace("\t", " ").split("\n")).strip()


def too_long(text: str, limit: int) -> str:
    """Return what to say of a note that has more characters than fit."""
    return _("This text has {length} characters; at most {limit} fit.").format(length=len(text), limit=limit)
