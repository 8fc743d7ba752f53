"""Messages for text that is not the YAML we accept; those of the parser help only people who know YAML well."""

import re
from typing import Any

import yaml

from werkzaam.files.keys import GLUED, no_space
from werkzaam.files.problems import Problem
from werkzaam.files.reading import Source
from werkzaam.files.yaml.unseen import at_one_of, in_structure
from werkzaam.language import _

_START = "<<<<<<<"
_MARKS = (_START, ">>>>>>>", "|||||||")
"""The marks with which git starts the lines around a conflict. A line of “=” may underline a heading, and counts only
next to one of these."""
_MARK = re.compile(r"(?:^|(?<=\r))(?:<{7}|>{7}|\|{7}|={7})(?=[ \r]|$)", re.MULTILINE)
_HALF_A_CONFLICT = "======="
_BEFORE_COMMA = "(-?[0-9]{1,7}),$"
_NEAR = 100
"""How many characters next to a key are searched: before it for a number, behind it for a comma or brace."""


def refusal(event: Any) -> str:  # noqa: ANN401 (YAML)
    """Return why an alias, an anchor or a tag is refused."""
    if isinstance(event, yaml.AliasEvent):
        return _("An alias (*…) is not allowed here: write the value itself, or put quotes around it.")
    if event.anchor is not None:
        return _("An anchor (&…) is not allowed here: leave it out, or put quotes around the value.")
    return _("A tag (!…) is not allowed here: leave it out, or put quotes around the value.")


def without_value(source: Source, index: int, name: str) -> str | None:
    """Return advice if `name` is a key glued to its value, or one without a value between braces; else None."""
    if re.match(GLUED, name):
        return no_space()
    end = index + len(name)
    if not source.text[end : end + _NEAR].lstrip().startswith((",", "}")):
        return None
    whole = re.search(_BEFORE_COMMA, source.text[max(index - _NEAR, 0) : index])
    if whole and name.isdecimal():
        return _("Write this number with a point, such as {number}.").format(number=f"{whole[1]}.{name}")
    message = _("“{name}” stands here without a value: between braces, put quotes around a text with a comma in it.")
    return message.format(name=name)


def forbidden_character(source: Source, error: yaml.reader.ReaderError) -> Problem:
    """Return a problem that names the character that the parser refused."""
    message = _("The character U+{code:04X} is not allowed in a YAML file: take it away.")
    if not error.character:
        message = _("This is not text in UTF-8: save the file in that encoding, or put back a copy if it was damaged.")
    before = source.text.encode()[: error.position].decode()  # the parser counts in bytes
    return source.problem(len(before), message.format(code=error.character))


def conflict(source: Source) -> Problem | None:
    """Return a problem at the first conflict mark of git at the start of a line, also inside a text; else None."""
    if not any(mark in source.text for mark in _MARKS):
        return None
    before = None
    for match in _MARK.finditer(source.text):
        if match.group() != _HALF_A_CONFLICT:
            half = before if match.group() != _START else None  # what stands before a whole conflict is no part of it
            return source.problem((half or match).start(), _conflict())
        before = match
    return None


def syntax_problem(source: Source, error: Any) -> Problem:  # noqa: ANN401 (YAML)
    """Return a problem for an error of the parser, with its probable place and what to do about it."""
    from werkzaam.files.yaml.advice import advice  # only for files with a fault
    from werkzaam.files.yaml.parser_fault import Fault

    mark = error.problem_mark
    start = error.context_mark.index if error.context_mark else mark.index
    fault = Fault(source, mark.index, start, f"{error.context} {error.problem}")
    for index in (fault.start, fault.index):
        if fault.line(index).rstrip() == _HALF_A_CONFLICT:
            return source.problem(source.line(index)[0], _conflict())
    first = min(fault.line_before(fault.index), fault.line_beside(fault.index))
    unseen = in_structure(source, source.line(first)[0], source.line(fault.index)[1])
    begins = map(fault.first_sign, (fault.start, fault.index))
    return unseen or at_one_of(source, fault.index, *begins) or source.problem(*advice(fault))


def _conflict() -> str:
    return _(
        "Git left a conflict here: keep one of the two versions, and remove the lines that start with <<<<<<<, "
        "=======, ||||||| or >>>>>>>."
    )
