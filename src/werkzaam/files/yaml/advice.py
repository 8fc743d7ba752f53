"""Advice on a text that the YAML parser cannot read, by the mistakes that people make."""

import re

import yaml

from werkzaam.files.keys import GLUED, LIKE_A_COLON, TEXTS, WORDS, no_space
from werkzaam.files.yaml.parser_fault import Fault, depth
from werkzaam.files.yaml.scalars import APOSTROPHE
from werkzaam.language import _
from werkzaam.wording.signs import look_alike_named

_GLUED = re.compile(rf" *(?:- +)*{GLUED}")
_ALIKE = re.compile(rf" *(?:- +)*[\w-]+ *({LIKE_A_COLON})")
_NAMED = re.compile(r":(?:[ \t]|$)")
_CURLY = re.compile(r"""[^:"‘’‚“”„«]*(?:: *)?(?:[‘’‚“”„«]|"[^"]*[“”] *$)""")
"""Matches a line with curly quotation marks around its text, or one of them at the end."""
_BULLET = re.compile(r" *(?:-(?=[^\s\d-])|[–—−•·●▪◦‣]|(?:[*+]|\d{1,2}[.)]) )")
"""Matches a line with something else where “- ” should stand; not a negative number."""
_COMMENT = re.compile(r" *(?://|;|--(?!-)|<!--)")
"""Matches a comment as other languages write it."""
_ABOVE = re.compile(r" *- |(?! *note:)[^#]*: *(?:#|$)")
"""Matches a line below which no text goes on: a name alone, or an item of a list."""
_ITEM = re.compile(r" *- +(?P<name>[^\s:]+):(?P<alone> *$)?")
"""Matches an item of a list that starts with a key; `alone` if nothing stands behind it."""
_Advice = tuple[int, str] | None


def advice(fault: Fault) -> tuple[int, str]:
    """Return the index of the mistake, and a message that says what to do about it."""
    of_signs = (_tab, _dash, _behind_the_end, _quotes, _bracket, _first_sign)
    of_colons = (_colon_in_text, _like_a_colon, _missing_colon)
    for look in (*of_signs, *of_colons, _indentation):
        found = look(fault)
        if found:
            return found
    return fault.index, _("This is not valid YAML: compare it with the lines above, or put quotes around a text.")


def _tab(fault: Fault) -> _Advice:
    if fault.text[fault.index : fault.index + 1] != "\t":
        return None
    return fault.index, _("Here stands a tab (U+0009): indent with spaces.")


def _dash(fault: Fault) -> _Advice:
    """Find an item of a list without “- ”, which the parser notices on its line or the next; or a “- ” too many."""
    for at in (fault.line_before(fault.index), fault.index):
        if _BULLET.match(fault.line(at)) and _ABOVE.match(fault.line(fault.line_beside(at))):
            return fault.first_sign(at), _in_a_list()
    at = fault.start if fault.says("expected '-'") else fault.index
    item = _ITEM.match(fault.line(at))
    if not item or not fault.says("expected '-'", "expected key"):
        return None
    if item["alone"] is not None:
        return at, _("This is not a list: take the “- ” in front of the name away.")
    begins_a_line = at < fault.index == fault.first_sign(fault.index)
    is_like_first = fault.line(fault.index).partition(":")[0].endswith(item["name"])
    return (fault.index, _in_a_list()) if begins_a_line and is_like_first else None


def _behind_the_end(fault: Fault) -> _Advice:
    """Find text behind the quotation mark or the bracket that closes a value."""
    at = fault.start if fault.says("scanning an a", "scanning a block") else fault.index
    before = fault.text[fault.source.line(at)[0] : at].rstrip(" ")
    no_comma = fault.says("parsing a flow") and re.compile(r"[\"']|[\w-]+: ").match(fault.text, at)
    if no_comma or (fault.says("mapping values") and not _NAMED.search(before)):
        return None
    stops_there = fault.says("did not find expected", "cannot start any token", "not allowed")
    if not stops_there or not before.endswith(("'", '"', "]", "}")):
        return None
    if fault.text[fault.index : fault.source.line(fault.index)[1]].strip() in (",", ";"):
        return fault.index, _("No comma or semicolon belongs at the end of this line: take it away.")
    if before.endswith(("]", "}")):
        return at, _("Something stands behind the closing bracket: put quotes around the whole text.")
    opened = _last_quoted(fault.text)
    taken = None if opened is None else _taken_for_quoted(fault, opened)
    if opened is not None and not taken and opened < fault.source.line(fault.index)[0]:
        return opened, _("A quotation mark is opened here and closed on a later line: close it where the text ends.")
    message = _(
        "Something stands behind the closing quotation mark: put quotes of the other kind around the whole text "
        "('…' where it holds \", \"…\" where it holds ')."
    )
    return taken or (at, message)


def _taken_for_quoted(fault: Fault, opened: int) -> _Advice:
    """Return advice if the quote at `opened` is probably an apostrophe, or in a text in curly quotes; else None."""
    if re.compile(APOSTROPHE).match(fault.text, opened):
        return opened, _("Does the text begin with an apostrophe? Then put double quotes around the whole text.")
    return (opened, _curly()) if _CURLY.match(fault.line(opened)) else None


def _curly() -> str:
    return _('Put straight quotation marks (") around the whole text here, no curly ones.')


def _last_quoted(text: str) -> int | None:
    """Return the index of the last quoted scalar that the parser can read; None if there is none."""
    found = None
    loader = yaml.CSafeLoader(text)
    try:
        while loader.check_event():
            event = loader.get_event()
            if isinstance(event, yaml.ScalarEvent) and event.style in ("'", '"') and event.start_mark:
                found = event.start_mark.index
    except yaml.YAMLError:
        pass
    return found


def _quotes(fault: Fault) -> _Advice:
    if fault.says("end of stream"):
        message = _(
            "A quotation mark is opened here and never closed: close it, or put quotes of the other kind around the "
            "whole text."
        )
        return _taken_for_quoted(fault, fault.start) or (fault.start, message)
    if fault.says("escape c", "hexdecimal"):
        return fault.text.rfind("\\", 0, fault.index + 1), _(
            "Between double quotes a backslash has to stand twice, or put single quotes around the text."
        )
    return None


def _bracket(fault: Fault) -> _Advice:
    if not fault.says("parsing a flow"):
        return None
    start = fault.start
    if fault.says("flow node"):
        start = max(fault.text.rfind(bracket, 0, fault.index + 1) for bracket in "[{")
    message = _(
        "A bracket is opened here and not closed, or a comma is missing in it: mend that, or put quotes around a text."
    )
    return max(start, 0), message


def _first_sign(fault: Fault) -> _Advice:
    if fault.says("sequence entries"):
        message = _(
            "A list starts below its name, on a line of its own; put quotes around a text that starts with “- ”."
        )
        return fault.index, message
    message = _("A value cannot start with this character: put quotes around the text.")
    if fault.line(fault.index).lstrip(" ").startswith("```"):  # which chat programs put around a file
        message = _("This line is not part of the file: take it away.")
    if fault.says("scanning an alias", "scanning an anchor", "scanning a block scalar"):
        return fault.start, message
    if fault.says("cannot start any token", "mapping keys", "node content"):
        return fault.index, message
    return None


def _in_a_list() -> str:
    return _("In a list each item starts with “- ”, and with nothing else in its place.")


def _colon_in_text(fault: Fault) -> _Advice:
    before = fault.before()
    if not (fault.says("mapping values") and _NAMED.search(before)):
        return None
    name = before.split()[-1].lstrip("(")
    if name in (*TEXTS, *WORDS):
        message = _("“{name}” belongs on a line of its own; or else put quotes around the whole text.")
        return fault.index - len(name), message.format(name=name)
    message = _("In this text a space follows a colon: put quotes around the whole text.")
    if not fault.text[fault.index : fault.source.line(fault.index)[1]].strip(" \t:"):
        message = _("A colon stands at the end of this text: take it away, or put quotes around the whole text.")
    return fault.index, _curly() if _CURLY.match(fault.line(fault.index)) else message


def _like_a_colon(fault: Fault) -> _Advice:
    for at in (fault.start, fault.line_before(fault.index)):
        alike = _ALIKE.match(fault.line(at))
        if alike:
            return fault.source.line(at)[0] + alike.start(1), look_alike_named(alike[1], ":")
    return None


def _missing_colon(fault: Fault) -> _Advice:
    """Find a key without a colon and a space behind it; the parser notices that on its line or on the next."""
    if not fault.says("mapping values", "could not find expected ':'"):
        return None
    own = fault.says("could not find")
    at = fault.start if own else fault.line_before(fault.index)
    line, before = fault.line(at), fault.line(fault.line_before(at))
    if _COMMENT.match(line):
        return fault.first_sign(at), _("Is this a comment? Then start it with “#”.")
    glued = _GLUED.match(line)
    if glued:
        return fault.source.line(at)[0] + glued.end(), no_space()
    if own and before.lstrip().startswith("- ") and depth(line) == depth(before):
        return fault.first_sign(at), _in_a_list()
    if not _NAMED.search(line) and (own or not depth(line) or _ABOVE.match(fault.line(fault.line_beside(at)))):
        message = _("A colon is missing here: write “name: value”, or indent a line that goes on with the text above.")
        return fault.first_sign(at), message
    return None


def _indentation(fault: Fault) -> _Advice:
    message = _("The indentation is off here: names, and hyphens, that belong together start in the same column.")
    if fault.says("expected key", "expected '-'"):
        # The parser notices it where a line is right again: behind all that stands below the one that is off.
        line = fault.source.place(fault.line_beside(fault.index))[0]
        return fault.index, f"{message} " + _("Compare with line {line} and the one below it.").format(line=line)
    if fault.says("mapping values"):
        message = _(
            "The indentation is off here: names that belong together start in the same column. Or put quotes around "
            "the whole text if this is a part of it."
        )
        return fault.first_sign(fault.index), message
    if not fault.says("document start"):
        return None
    if fault.line(fault.line_before(fault.index)).startswith("..."):
        return fault.line_before(fault.index), _("Three dots end the file here: take this line away.")
    return (0, message) if fault.text.startswith(" ") else None
