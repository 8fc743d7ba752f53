"""Why a text is no YAML of ours, in words: what the parser says helps only those who know it."""

import re
from typing import Any

import yaml

from werkzaam.files.problems import Problem
from werkzaam.files.reading import Source
from werkzaam.language import _

_CONFLICT = re.compile(r"^<{7}(?: |$)", re.MULTILINE)
"""How git marks what two branches changed."""
_TOLD_WHERE_IT_STARTS = ("end of stream", "could not find expected ':'")
"""The parser notices these at the end of the text or on the next line, where nothing is wrong."""


def refusal(event: Any) -> str:  # noqa: ANN401 (YAML)
    """Return why an alias, an anchor or a tag is refused."""
    if isinstance(event, yaml.AliasEvent):
        return _("An alias (*…) is not allowed here: write the value itself, or put quotes around it.")
    if event.anchor is not None:
        return _("An anchor (&…) is not allowed here: leave it out, or put quotes around the value.")
    return _("A tag (!…) is not allowed here: leave it out, or put quotes around the value.")


def forbidden_character(source: Source, error: yaml.reader.ReaderError) -> Problem:
    """Return which character the parser refused, and where."""
    message = _("The character U+{code:04X} is not allowed in a YAML file.")
    before = source.text.encode()[: error.position].decode()  # the parser counts in bytes
    return source.problem(len(before), message.format(code=error.character))


def syntax_problem(source: Source, error: Any) -> Problem:  # noqa: ANN401 (YAML)
    """Return what the parser could not make sense of, where that starts, and what to do about it."""
    conflict = _CONFLICT.search(source.text)
    if conflict:
        message = _("Here starts a conflict that git left: keep one of the two versions, and remove the marks.")
        return source.problem(conflict.start(), message)
    start, mark, reason = error.context_mark, error.problem_mark, f"{error.context} {error.problem}"
    if start and any(known in reason for known in _TOLD_WHERE_IT_STARTS):
        mark = start
    message = next((text for known, text in _syntax_hints() if known in reason), _("This is not valid YAML."))
    return source.problem(mark.index, message)


def _syntax_hints() -> tuple[tuple[str, str], ...]:
    """Return what the parser says, each with what a user can do about it."""
    return (
        (
            "mapping values are not allowed",
            _("A colon is out of place here: put quotes around the text, or line it up with the lines above."),
        ),
        (
            "cannot start any token",
            _("A value cannot start with this character: put quotes around the text."),
        ),
        ("end of stream", _("A quotation mark is opened here and never closed.")),
        ("expected key", _("The indentation is off here: line it up with the lines above.")),
        ("expected '-'", _("The indentation is off here: line it up with the lines above.")),
        ("flow node did not find", _("A bracket is opened before this place and not closed.")),
        ("expected ','", _("A bracket is opened before this place and not closed.")),
        ("could not find expected ':'", _("A colon is missing: write “name: value”.")),
    )
