"""Problems with characters that are invisible or look like a space; the messages give their code point."""

import re

from werkzaam.files.problems import Problem
from werkzaam.files.reading import BOM, Source
from werkzaam.language import _

_LINE_ENDS = "\x85\u2028\u2029"
"""Line ends in YAML 1.1 and some editors, but not in YAML 1.2, git and other editors."""
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_NOTHING = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
"""Characters that have no width, or change the reading direction."""
_UNSEEN = f"[{_SPACES}{_NOTHING}]"
# In or around a name, or right behind its colon; around the hyphen of a list; alone on a line.
_IN_STRUCTURE = (
    rf" *(?:- +)*[\w-]*(?P<name>{_UNSEEN})[\w {_SPACES}{_NOTHING}-]*:"
    rf"| *(?:- +)*[\w-]+:(?P<colon>{_UNSEEN})"
    rf"| *(?P<indent>{_UNSEEN})[ {_SPACES}{_NOTHING}]*- "
    rf"| *-(?P<hyphen>{_UNSEEN})"
    rf"| *(?P<blank>{_UNSEEN})[ {_SPACES}{_NOTHING}]*$"
)
_GLUED = rf"(?:[\w-]+:|-){_UNSEEN}|{_UNSEEN}[ {_SPACES}{_NOTHING}]*- "


def second_mark(source: Source) -> Problem | None:
    """Return a problem if a second byte order mark follows the first, since parsers drop it; else None."""
    return _problem(source, 0, BOM) if source.text.startswith(BOM) else None


def odd_line_end(source: Source) -> Problem | None:
    """Return a problem with the first line end that only some programs see; None if there is none.

    To the others the text behind it belongs to the same line, to a comment, say.
    """
    found = [index for index in map(source.text.find, _LINE_ENDS) if index >= 0]
    if not found:
        return None
    index = min(found)
    message = _(
        "Here stands U+{code:04X}, a line end that only some programs see: put an ordinary line end or a space."
    )
    return source.problem(index, message.format(code=ord(source.text[index])))


def in_word(source: Source, index: int, word: str) -> Problem | None:
    """Return a problem with the first invisible character in a word that starts at `index`; None if it has none."""
    match = re.search(_UNSEEN, word)
    if match is None or not word.strip():
        return None
    at = source.text.find(match.group(), index, index + 2 * len(word) + 2)
    return _problem(source, at, match.group()) if at >= 0 else None  # an escape, such as \xA0, can be seen


def glued(source: Source, index: int, word: str) -> Problem | None:
    """Return a problem with an invisible character between a key and its value, or a hyphen and its item; else None."""
    return in_word(source, index, word) if re.match(_GLUED, word) else None


def in_structure(source: Source, start: int, end: int) -> Problem | None:
    """Return a problem with the first invisible character between two indexes that disturbs the structure; else None.

    Such a character stands in or next to a key, next to the hyphen of an item, or alone on a line.
    """
    for line in source.text[start:end].splitlines(keepends=True):
        match = re.match(_IN_STRUCTURE, line.rstrip("\r\n"))
        if match:
            at = match.start(match.lastgroup or 0)
            return _problem(source, start + at, line[at])
        start += len(line)
    return None


def _problem(source: Source, index: int, sign: str) -> Problem:
    if re.match(f"[{_SPACES}]", sign):
        message = _(
            "Here stands U+{code:04X}, which looks like a space and is none: put an ordinary space, or nothing."
        )
    else:
        message = _("Here stands U+{code:04X}, which cannot be seen: take it away.")
    return source.problem(index, message.format(code=ord(sign)))
