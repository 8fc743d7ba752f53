"""Names of collaborations, as people tell them apart and look them up."""

import re
import unicodedata

_HYPHENS = "[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]"
_APOSTROPHES = "[`\u00b4\u02b9\u02bb\u02bc\u02c8\u2018-\u201b\u2032\u2035\uff07]"


def plain_name(name: str) -> str:
    """Return the name of a collaboration without what does not count.

    That is capitals, spaces, the shape of hyphens and apostrophes, and how Unicode spells a character.
    """
    shaped = re.sub(_APOSTROPHES, "'", re.sub(_HYPHENS, "-", name))  # first: some of them would come apart
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", shaped).casefold())
    return "".join(folded.split())


def same_collaboration(one: str, other: str) -> bool:
    """Whether two names are of the same collaboration."""
    return plain_name(one) == plain_name(other)


def bare_name(name: str) -> str:
    """Return the plain name without punctuation, symbols and what cannot be seen.

    Where two are alike in this, one may be a slip of the pen.
    """
    return "".join(sign for sign in plain_name(name) if unicodedata.category(sign)[0] not in "PSC")


def alphabetical(name: str) -> tuple[list[tuple[str, int, str]], str]:
    """Return by what names are sorted: capitals and accents do not count, unless nothing else tells two apart.

    Digits count by their value. An article stays where it stands.
    """
    letters = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    numbers = ((text, digits.lstrip("0")) for text, digits in re.findall("([^0-9]*)([0-9]*)", letters.casefold()))
    return [(text, len(digits), digits) for text, digits in numbers], name  # int() would refuse very long ones
