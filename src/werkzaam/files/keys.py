"""The keys of both kinds of file, and what to do about one that is glued to its value."""

from werkzaam.language import LANGUAGES, _

OF_AN_ANSWER = ("answer", "missing", "note")
"""The keys below a factor's id, in their order."""
TRANSLATED = ("title", "introduction", "question", "name", "text", "help", "key")
"""The keys below which a value can be given per language."""
TEXTS = (*TRANSLATED, "note", "what", "owner", "collaboration", "source", "publisher", "url", *LANGUAGES)
"""The keys below which text stands, also in one language."""
WORDS = ("perspective", "answer", "missing", "factor", "due", "status", "date", "id", "value")
"""The keys below which a single word stands."""
GLUED = r"[^\s\d:#][^\s:#]* ?:(?!//)(?=[^\s:])"
"""Matches a key without a space behind its colon; not the start of a URL, nor a time."""

LIKE_A_COLON = "[\u02d0\u2236\ua789\ufe55\uff1a]"
"""Matches a character that is not a colon and looks like one."""


def no_space() -> str:
    """Return what to do about a colon with something right behind it."""
    return _("A space is missing behind the colon: write “name: value”.")


def indent_further(key: str) -> str:
    """Return what to do about a key of an answer that stands no deeper than the factor's id."""
    return _("“{key}” belongs to a factor: indent it further than the factor's name.").format(key=key)
