"""How a text is written in a file: plain, between quotation marks, or as a block of lines.

One table says it, in regular expressions that JavaScript reads alike (with the flag `u`), so that whatever writes
these files writes the same: the form is given the table as it stands here. What YAML 1.1 or YAML 1.2, or a program that
reads it loosely, takes for something other than a text is quoted.
"""

import re

APOSTROPHE = r"(?<!\w)'(?:[kmnstKMNST] |[sS]-)"
"""With which a Dutch text may begin (’s ochtends, ’t), and which is a quotation mark to YAML."""
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
"""Of these rows the first whose expression is found in a text says how it is written; none: plain."""
TO_ESCAPE = rf'{_ESCAPED}|[\n"\\]'
"""What is escaped between double quotation marks."""
NAMED = dict(zip('\0\a\b\t\n\v\f\r\x1b"\\\x85\u2028\u2029', '0abtnvfre"\\NLP', strict=True))
"""The short name that some of it has, to stand behind the backslash; all else has its number there."""


def style_of(text: str) -> str | None:
    """Return the sign with which a text begins that is written as it should be; None: plain."""
    return next((style for style, pattern in STYLES if re.search(pattern, text)), PLAIN)


def double_quoted(text: str) -> str:
    """Return a text between double quotation marks, on one line; what can be seen stands there as it is."""
    return f'"{re.sub(TO_ESCAPE, _escaped, text)}"'


def _escaped(found: re.Match[str]) -> str:
    sign = found.group()
    code = f"x{ord(sign):02X}" if sign < "\u0100" else f"u{ord(sign):04X}"
    return "\\" + NAMED.get(sign, code)
