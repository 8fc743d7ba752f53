"""Text from files as it may be shown: what could steer a terminal or turn the reading order is dropped."""

import re

LINE_ENDS = r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]"
DROPPED = (
    r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"  # C0 and C1, without the line ends and the tab
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional marks, embeddings, overrides and isolates
    r"\ufeff\ufff9-\ufffb\ufffe\uffff"  # byte order mark, annotations, no characters
    "\U000e0000-\U000e007f]"  # tags
)
BYTES = r"[\ud800-\udfff]"
"""How Python holds bytes of a file's name that are no UTF-8, and YAML an escape that stands for no character."""
# JavaScript reads these three alike, with the flag `u`: the form is given them.

_LINE_ENDS, _DROPPED, _BYTES = map(re.compile, (LINE_ENDS, DROPPED, BYTES))


def visible(text: str) -> str:
    """Return a text on one line: line ends and tabs become spaces."""
    return _DROPPED.sub("", _LINE_ENDS.sub(" ", _BYTES.sub("?", text)).replace("\t", " "))


def visible_lines(text: str) -> str:
    """Return a text whose line ends, all written as LF, stay."""
    return "\n".join(map(visible, _LINE_ENDS.split(text)))
