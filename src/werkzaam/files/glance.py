"""What can be seen of a file without parsing it."""

import re

from werkzaam.files.reading import Source

_LANGUAGE_LINE = re.compile(r"^language:[ ]*[\"']?(?P<language>[A-Za-z-]+)", re.MULTILINE)


def own_language(source: Source) -> str | None:
    """Return the language that a factor set says it is in; None where none is seen.

    For choosing the language of the help, at no cost; reading the set settles it.
    """
    line = _LANGUAGE_LINE.search(source.text)
    return line["language"] if line else None
