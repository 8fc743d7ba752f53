"""Text from files made safe to show: characters that control a terminal or change the reading order are dropped."""

import re

LINE_ENDS = r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]"
DROPPED = (
    r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"  # C0 and C1, without the line ends and the tab
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional marks, embeddings, overrides and isolates
    r"\ufeff\ufff9-\ufffb\ufffe\uffff"  # byte order mark, annotations, no characters
    "\U000e0000-\U000e007f]"  # tags
)
NOTHING = (
    r"\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
)
"""Characters up to U+FFFF that draw nothing by themselves, for a set of a regular expression."""
UNSEEN = f"{NOTHING}\U000e0000-\U000e0fff"
"""With these the ones beyond U+FFFF; schemas have `NOTHING`, since not every validator reads patterns beyond it."""
SPACES = r"\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Characters that look like a space, for a set of a regular expression."""
BYTES = r"[\ud800-\udfff]"
"""Surrogates: bytes of a file name that are not UTF-8, as Python holds them, or YAML escapes of no character."""
# The form gets these patterns: JavaScript reads them as Python does, with the flag `u`.

_ECHOED = 60
"""The most characters of a refused text that are repeated: enough to know it by."""

_LINE_ENDS, _DROPPED, _BYTES = map(re.compile, (LINE_ENDS, DROPPED, BYTES))


def visible(text: str) -> str:
    """Return a text on one line and safe to show: line ends and tabs become spaces, surrogates question marks.

    The line end that YAML leaves behind a text below `|` or `>` becomes nothing.
    """
    return _DROPPED.sub("", _LINE_ENDS.sub(" ", _BYTES.sub("?", text.strip("\n"))).replace("\t", " "))


def beginning(text: str) -> str:
    """Return a text of any length as it is repeated where it is refused: cut off, unless it is short."""
    return text if len(text) <= _ECHOED else f"{text[:_ECHOED].rstrip()}…"


def visible_lines(text: str) -> str:
    """Return a text safe to show whose line ends stay, all of them as LF."""
    return "\n".join(map(visible, _LINE_ENDS.split(text)))
