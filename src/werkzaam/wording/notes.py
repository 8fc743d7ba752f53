"""What is said around a note: what not to write in it, and when it is too long."""

from werkzaam.language import _


def request() -> str:
    """Return what to keep in mind before writing."""
    return _("Write no names here, and nothing about a single pupil.")


def too_long(text: str, limit: int) -> str:
    """Return what to say of a note that has more characters than fit."""
    return _("This text has {length} characters; at most {limit} fit.").format(length=len(text), limit=limit)
