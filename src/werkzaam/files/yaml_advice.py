"""Advice on a text that the YAML parser cannot read, by the mistakes that people make."""

import re
from dataclasses import dataclass

import yaml

from werkzaam.files.reading import Source
from werkzaam.files.scalars import APOSTROPHE
from werkzaam.language import _

_GLUED = re.compile(r" *(?:- +)*[^\s:#]+ ?:(?!//)(?=[^\s:])")
"""Matches a key without a space behind its colon; not the start of a URL."""
_NAMED = re.compile(r":(?: |$)")
_CURLY = re.compile(r"""[^:"‘’‚“”„«]*(?:: *)?(?:[‘’‚“”„«]|"[^"]*[“”] *$)""")
"""Matches a line with curly quotation marks around its text, or one of them at the end."""
_BULLET = re.compile(r" *\* ")
_FAR = 100
"""How many lines above a fault are searched for its cause."""
_Advice = tuple[int, str] | None


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault that the YAML parser reported in a text."""

    source: Source
    index: int
    """The index at which the parser noticed the fault."""
    start: int
    """The index at which the part that the parser was reading starts."""
    reason: str
    """The parser's message."""

    @property
    def text(self) -> str:
        """The whole text."""
        return self.source.text

    def says(self, *words: str) -> bool:
        """Return whether the parser's message contains one of these."""
        return any(part in self.reason for part in words)

    def line(self, index: int) -> str:
        """Return the line with the character at an index, without its line end."""
        start, end = self.source.line(index)
        return self.text[start:end]

    def before(self) -> str:
        """Return the text before the fault on its line."""
        return self.text[self.source.line(self.index)[0] : self.index]

    def first_sign(self, index: int) -> int:
        """Return the index of the first character that is no space, in the line of an index."""
        line = self.line(index)
        return self.source.line(index)[0] + len(line) - len(line.lstrip(" "))

    def line_beside(self, index: int) -> int:
        """Return the start of the nearest filled line above that is not indented deeper, else of the last one tried."""
        above = start = self.source.line(index)[0]
        depth = self.first_sign(index) - start
        for _step in range(min(_FAR, start)):
            above = self.source.line(max(above - 1, 0))[0]
            if self.line(above).strip() and self.first_sign(above) - above <= depth:
                break
        return above

    def line_before(self, index: int) -> int:
        """Return the start of the nearest line above that is not blank or a comment; `index` if none is near."""
        above = self.source.line(index)[0]
        for _step in range(min(_FAR, above)):
            above = self.source.line(max(above - 1, 0))[0]
            if self.line(above).strip() and not self.line(above).lstrip().startswith("#"):
                return above
        return index


def advice(fault: Fault) -> tuple[int, str]:
    """Return the index of the mistake, and a message that says what to do about it."""
    for look in (_tab, _behind_the_end, _quotes, _bracket, _first_sign, _colon_in_text, _missing_colon, _indentation):
        found = look(fault)
        if found:
            return found
    return fault.index, _("This is not valid YAML: compare it with the lines above, or put quotes around a text.")


def _tab(fault: Fault) -> _Advice:
    if fault.text[fault.index : fault.index + 1] != "\t":
        return None
    return fault.index, _("Here stands a tab (U+0009): indent with spaces.")


def _behind_the_end(fault: Fault) -> _Advice:
    """Find text behind the quotation mark or the bracket that closes a value."""
    before = fault.before().rstrip(" ")
    if not (fault.says("did not find expected") or (fault.says("mapping values") and ": " in before)):
        return None
    if before.endswith(("]", "}")):
        return fault.index, _("Something stands behind the closing bracket: put quotes around the whole text.")
    if not before.endswith(("'", '"')):
        return None
    opened = _last_quoted(fault.text)
    taken = None if opened is None else _taken_for_quoted(fault, opened)
    if opened is not None and not taken and opened < fault.source.line(fault.index)[0]:
        return opened, _("A quotation mark is opened here and closed on a later line: close it where the text ends.")
    message = _(
        "Something stands behind the closing quotation mark: put quotes of the other kind around the whole text "
        "('…' where it holds \", \"…\" where it holds ')."
    )
    return taken or (fault.index, message)


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
    if fault.says("escape character"):
        return fault.index, _(
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
    if fault.says("scanning an alias", "scanning an anchor", "scanning a block scalar"):
        is_bullet = _BULLET.match(fault.line(fault.start))
        return fault.start, _in_a_list() if is_bullet else message
    if fault.says("cannot start any token", "mapping keys", "node content"):
        return fault.index, message
    return None


def _in_a_list() -> str:
    return _("In a list each item starts with “- ”.")


def _colon_in_text(fault: Fault) -> _Advice:
    if fault.says("mapping values") and ": " in fault.before():
        message = _("In this text a space follows a colon: put quotes around the whole text.")
        return fault.index, _curly() if _CURLY.match(fault.line(fault.index)) else message
    return None


def _missing_colon(fault: Fault) -> _Advice:
    """Find a key without a colon and a space behind it; the parser notices that on its line or on the next."""
    if not fault.says("mapping values", "could not find expected ':'"):
        return None
    own = fault.says("could not find")
    at = fault.start if own else fault.line_before(fault.index)
    line, before = fault.line(at), fault.line(fault.line_before(at))
    glued = _GLUED.match(line)
    if glued:
        return fault.source.line(at)[0] + glued.end(), _("A space is missing behind the colon: write “name: value”.")
    if own and before.lstrip().startswith("- "):
        return fault.first_sign(at), _in_a_list()
    if not _NAMED.search(line):
        message = _("A colon is missing here: write “name: value”, or indent a line that goes on with the text above.")
        return fault.first_sign(at), message
    return None


def _indentation(fault: Fault) -> _Advice:
    if fault.says("expected key", "expected '-'"):
        return fault.index, _("The indentation is off here: line it up with the lines above.")
    if fault.says("mapping values"):
        return fault.first_sign(fault.index), _("The indentation is off here: line it up with the lines above.")
    return None
