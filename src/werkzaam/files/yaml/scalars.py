"""The style in which a text is written in YAML: plain, between quotation marks, or as a block scalar.

The table STYLES decides, in regular expressions that mean the same in JavaScript (with the flag `u`): the form in the
browser gets this table, so that both write the same text. A text that YAML 1.1, YAML 1.2 or a lenient parser takes for
another type is quoted.
"""

import re

APOSTROPHE = r"(?<!\w)'(?:[kmnstKMNST] |[sS]-)"
"""An apostrophe with which a Dutch text may begin (’s ochtends, ’t); YAML takes it for a quotation mark."""
PLAIN, SINGLE, DOUBLE, BLOCK = None, "'", '"', "|"

_NUMBER = r"[-+]?([0-9_]+(\.[0-9_]*)?|\.[0-9_]+)([eE][-+]?[0-9]+)?"
_OTHER_BASE = r"[-+]?0([bB][01_]+|[oO][0-7_]+|[xX][0-9a-fA-F_]+)"
_BASE_60 = r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"
_TIME = r"([ \t]+|[tT])[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)?([ \t]*([zZ]|[-+][0-9]{1,2}(:?[0-9]{2})?))?"
_DATE = rf"[0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}}({_TIME})?"
_WORD = re.sub(  # in any case; a flag for that would mean other letters to Python than to JavaScript
    "[a-z]",
    lambda letter: f"[{letter[0]}{letter[0].upper()}]",
    r"~|null|true|false|yes|no|on|off|y|n|[-+]?\.inf|\.nan|=|<<",
)

_ESCAPED = r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
_BEGINS_OTHERWISE = r"""[-?:]( |$)|---|\.\.\.|[ ,\[\]{}#&*!|>'"%@`]"""

STYLES = (
    (DOUBLE, rf"{_ESCAPED}| \n|\n$|\n.* $"),
    (BLOCK, r"\n"),
    (SINGLE, rf"^$|^({_BEGINS_OTHERWISE})|:( |$)| #| $"),
    (SINGLE, rf"^({_WORD}|{_NUMBER}|{_OTHER_BASE}|{_BASE_60}|{_DATE})$"),
)
"""Style and pattern: the first row whose pattern is found in a text gives its style; plain if none is found."""
TO_ESCAPE = rf'{_ESCAPED}|[\n"\\]'
"""Matches a character that is escaped between double quotation marks."""
NAMED = dict(zip('\0\a\b\t\n\v\f\r\x1b"\\\x85\u2028\u2029', '0abtnvfre"\\NLP', strict=True))
"""By character, what follows the backslash of its short escape; other characters are escaped by number."""


def style_of(text: str) -> str | None:
    """Return the style of a text, as PyYAML calls it: PLAIN (None), SINGLE, DOUBLE or BLOCK."""
    return next((style for style, pattern in STYLES if re.search(pattern, text)), PLAIN)


def double_quoted(text: str) -> str:
    """Return a text between double quotation marks, on one line, with only the characters of TO_ESCAPE escaped."""
    return f'"{re.sub(TO_ESCAPE, _escaped, text)}"'


def _escaped(found: re.Match[str]) -> str:
    sign = found.group()
    code = f"x{ord(sign):02X}" if sign < "\u0100" else f"u{ord(sign):04X}"
    return "\\" + NAMED.get(sign, code)
