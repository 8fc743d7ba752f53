"""Problems with characters that are invisible or look like a space; the messages give their code point."""

import re

import yaml

from werkzaam.files.problems import Problem
from werkzaam.files.reading import BOM, Source
from werkzaam.language import _
from werkzaam.wording.signs import ODD, sign_named

_LINE_ENDS = "\x85\u2028\u2029"
"""Line ends in YAML 1.1 and some editors, but not in YAML 1.2, git and other editors."""
_LONE_CR = r"\r(?!\n)"
_ONE = f"[{ODD}]"
_KEY = rf" *(?:- +)*(?:(?!{_ONE})[\w-])"
# In or around a name; behind its colon, if not in a text; around the hyphen of a list; alone on a line.
_IN_STRUCTURE = (
    rf"{_KEY}*(?P<name>{_ONE})[\w {ODD}-]*:"
    rf"|{_KEY}+ *:(?P<colon>{_ONE})"
    rf"|{_KEY}+ *:[ \t]+(?P<value>{_ONE})[ {ODD}]*(?:$|[\"'\[{{|>])"
    rf"| *(?P<indent>{_ONE})[ {ODD}]*- "
    rf"| *-(?P<hyphen>{_ONE})"
    rf"| *(?P<blank>{_ONE})[ {ODD}]*$"
)
_HIDES = rf"(?s:{_ONE}[ {ODD}]*(?:([\"']).*\1|[|>][-+0-9]*[ \t]*[\r\n].*))"
_GLUED = rf"(?:[\w-]+:|-){_ONE}|{_ONE}[ {ODD}]*(?:- |[\[{{]|$)"


def second_mark(source: Source) -> Problem | None:
    """Return a problem if a second byte order mark follows the first, since parsers drop it; else None."""
    return _problem(source, 0, BOM) if source.text.startswith(BOM) else None


def odd_line_end(source: Source) -> Problem | None:
    """Return a problem with the first line end that only some programs see; None if there is none.

    To the others the text behind it belongs to the same line, to a comment, say.
    """
    found = [index for index in map(source.text.find, _LINE_ENDS) if index >= 0]
    lone = re.search(_LONE_CR, source.text)
    if lone and "\n" in source.text:  # else all lines end so, as on an old Macintosh
        found.append(lone.start())
    if not found:
        return None
    index = min(found)
    message = _(
        "Here stands U+{code:04X}, a line end that only some programs see: put an ordinary line end or a space."
    )
    return source.problem(index, message.format(code=ord(source.text[index])))


def in_word(source: Source, index: int, word: str) -> Problem | None:
    """Return a problem with the first invisible character in a word that starts at `index`; None if it has none."""
    match = re.search(_ONE, word)
    if match is None:
        return None
    at = source.text.find(match.group(), index, index + 2 * len(word) + 2)
    return _problem(source, at, match.group()) if at >= 0 else None  # an escape, such as \xA0, can be seen


def glued(source: Source, index: int, word: str) -> Problem | None:
    """Return a problem with an invisible character between a key or a hyphen and what belongs to it; else None."""
    return in_word(source, index, word) if re.match(_GLUED, word) else None


def in_structure(source: Source, start: int, end: int) -> Problem | None:
    """Return a problem with the first invisible character between two indexes that disturbs the structure; else None.

    Such a character stands in or next to a key, before what gives a value its style, next to the hyphen of an item, or
    alone on a line.
    """
    for line in source.text[start:end].splitlines(keepends=True):
        match = re.match(_IN_STRUCTURE, line.rstrip("\r\n"))
        if match:
            at = match.start(match.lastgroup or 0)
            return _problem(source, start + at, line[at])
        start += len(line)
    return None


def before_style(source: Source, value: yaml.ScalarNode) -> Problem | None:
    """Return a problem with an invisible character before the quotation marks, “|” or “>” of a value; else None.

    With it before them they are part of the text, and the value has no style.
    """
    start, end = value.start_mark.index, value.end_mark.index
    is_hidden = not value.style and re.fullmatch(_HIDES, source.text[start:end])
    return _problem(source, start, source.text[start]) if is_hidden else None


def at_one_of(source: Source, *indexes: int) -> Problem | None:
    """Return a problem with the first invisible character at one of these indexes; None if there is none."""
    return next(
        (_problem(source, index, sign) for index in indexes if re.match(_ONE, sign := source.text[index : index + 1])),
        None,
    )


def _problem(source: Source, index: int, sign: str) -> Problem:
    return source.problem(index, sign_named(sign))
