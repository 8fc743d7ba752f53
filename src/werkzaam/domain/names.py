"""Names of collaborations: when two are the same, and how they are sorted."""

import re
import unicodedata
from collections.abc import Iterable

from werkzaam.visible import UNSEEN

_HYPHENS = "[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]"
_APOSTROPHES = "[`\u00b4\u02b9\u02bb\u02bc\u02c8\u2018-\u201b\u2032\u2035\uff07]"

_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"})
"""Letters that Unicode does not decompose, and the ones under which people look for them."""


def plain_name(name: str) -> str:
    """Return the name of a collaboration in the form in which names are compared.

    Letter case, spaces, what cannot be seen, the shape of hyphens and apostrophes, and how Unicode encodes a character
    make no difference.
    """
    seen = re.sub(f"[{UNSEEN}]", "", name)  # first: NFKC would decompose some of these
    shaped = re.sub(_APOSTROPHES, "'", re.sub(_HYPHENS, "-", seen))
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", shaped).casefold())
    return "".join(folded.split())


def same_collaboration(one: str, other: str) -> bool:
    """Return whether two names are the same collaboration: whether their plain names are equal."""
    return plain_name(one) == plain_name(other)


def distinct(names: Iterable[str]) -> list[str]:
    """Return each name once, in its first spelling; names with the same plain name are the same."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(plain_name(name), name)
    return list(first.values())


def bare_name(name: str) -> str:
    """Return the plain name without punctuation, symbols and invisible characters.

    If two different names have the same bare name, one may be misspelt.
    """
    return "".join(sign for sign in plain_name(name) if unicodedata.category(sign)[0] not in "PSC")


def alphabetical(name: str) -> tuple[list[tuple[str, int, str]], str]:
    """Return the sort key of a name: letter case and accents count only if two names are equal without them.

    Digits are compared by their numeric value. A leading article counts like any other word; punctuation before the
    first letter or digit does not count.
    """
    bare = re.sub(r"^[\W_]+(?=\w)", "", name)
    letters = "".join(sign for sign in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(sign))
    plain = letters.casefold().translate(_LETTERS)
    numbers = ((text, digits.lstrip("0")) for text, digits in re.findall("([^0-9]*)([0-9]*)", plain))
    return [(text, len(digits), digits) for text, digits in numbers], name  # int() refuses very long digits
