"""What can be seen of a file without parsing it: enough to choose what to do with it, at no cost."""

import re

from werkzaam.files.reading import Source

_OURS = re.compile(rb"^(?:\xef\xbb\xbf)?werkzaam:", re.MULTILINE)
_LANGUAGE_LINE = re.compile(r"^language:[ ]*[\"']?(?P<language>[A-Za-z-]+)", re.MULTILINE)
_FACTOR_SET_LINE = re.compile(r"^[\"']?(?:scale|categories)[\"']?[ ]*:", re.MULTILINE)
_FACTORS_LINE = re.compile(
    r"^[\"']?factors[\"']?[ ]*:[ \t]+[\"']?(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)[\"']?[ \t]*(?:[ \t]#.*)?\r?$", re.MULTILINE
)


def is_ours(content: bytes) -> bool:
    """Whether a file says of itself that it belongs to this program, be it answers or a factor set."""
    return bool(_OURS.search(content))


def is_factor_set(source: Source) -> bool:
    """Whether a file of ours is a factor set: the other kind has no scale and no list of categories."""
    return bool(_FACTOR_SET_LINE.search(source.text))


def factor_set_of(source: Source) -> str | None:
    """Return the id of the factor set that an answers file says it was filled in with.

    None where no id is seen: whatever else stands there is a mistake to tell, not another set.
    """
    line = _FACTORS_LINE.search(source.text)
    return line["id"] if line else None


def own_language(source: Source) -> str | None:
    """Return the language that a factor set says it is in; None where none is seen.

    For choosing the language of the help; reading the set settles it.
    """
    line = _LANGUAGE_LINE.search(source.text)
    return line["language"] if line else None
