"""Signs that nobody can see, or tell from others by looking at them: they are named by their code point."""

import re
from collections.abc import Container

from werkzaam.domain.names import plain_name
from werkzaam.language import _
from werkzaam.visible import DROPPED, SPACES, UNSEEN

ODD = f"{SPACES}{UNSEEN}"
"""Characters that look like a space or draw nothing, for a set of a regular expression."""
# Cyrillic, and at the end a Greek and a Turkish letter.
_LIKE_LATIN = str.maketrans("асеорхуіјѕһԁԛԝӏοı", "aceopxyijshdqwloi")


def sign_named(sign: str) -> str:
    """Return a message that names a character which cannot be seen, or looks like a space."""
    if re.match(f"[{SPACES}]", sign):
        message = _(
            "Here stands U+{code:04X}, which looks like a space but is not one: put an ordinary space, or nothing."
        )
    else:
        message = _("Here stands U+{code:04X}, which cannot be seen: take it away.")
    return message.format(code=ord(sign))


def look_alike_named(sign: str, word: str) -> str:
    """Return a message that names a character that looks like another one; `word` is what should be typed."""
    message = _("Here stands U+{code:04X}, which looks like another sign: type “{word}” anew.")
    return message.format(code=ord(sign), word=word)


def look_alike(word: str, known: Container[str] | None = None) -> str:
    """Return a message that names the first character in a word that looks like another in ASCII; else “”.

    A character does so if with that other the word is one of the `known` ones; None means all words in ASCII.
    """
    meant = plain_name(word).translate(_LIKE_LATIN)
    sign = next((sign for sign in word if not sign.isascii() and not re.match(f"[{ODD}]", sign)), None)
    is_known = meant.isascii() if known is None else meant in known
    return look_alike_named(sign, meant) if sign is not None and is_known else ""


def odd_sign(word: str, known: Container[str] | None = None) -> str:
    """Return a message that names the first character in a word that cannot be seen, or else as `look_alike` does."""
    unseen = re.search(f"[{ODD}]|{DROPPED}", word)
    return sign_named(unseen.group()) if unseen else look_alike(word, known)
