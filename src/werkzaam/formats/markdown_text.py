"""Text in Markdown that stays text: nothing in it becomes markup, a link or a table."""

import re
from collections.abc import Iterable, Sequence

from werkzaam.visible import visible, visible_lines

_MARKUP = re.compile(r"[\\`*_{}\[\]<>|~&$#]")
_LINK_START = re.compile(r"(?P<before>:)(?=//)|(?P<www>(?<![^\W_])www)(?=\.)", re.IGNORECASE)
_BLOCK_START = re.compile(r"^(?=[+=:-])|^(?P<number>\d+)(?=[.)])")
"""The colon: under another line `:-` would make a table."""
_BLANK_LINES = re.compile(r"\n{3,}")
_REFERENCE = re.compile(r"(?<=@)|(?<=#)(?=\w)|(?<=:)(?=[\w+-]+:)")
"""Git hosts make links of e-mail addresses, @names and #numbers and pictures of :names:, even where escaped."""
_WORD_JOINER = "\u2060"
"""Invisible, and no part of an address or a name."""


def escaped(text: str) -> str:
    """Return a text on one line, as it has to be written to be read as it stands."""
    line = _REFERENCE.sub(_WORD_JOINER, visible(text).strip())
    line = _MARKUP.sub(r"\\\g<0>", line)
    line = _LINK_START.sub(lambda match: "\\:" if match["before"] else f"{match['www']}\\", line)
    return _BLOCK_START.sub(lambda match: f"{match['number'] or ''}\\", line)


def paragraphs(text: str, indent: int = 0) -> str:
    """Return a text of several lines: line ends stay, and blank lines part paragraphs."""
    lines = [escaped(line) for line in visible_lines(text).split("\n")]
    kept: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if line:
            kept.append(f"{line}\\" if following else line)
        elif kept and kept[-1]:
            kept.append("")
    return f"\n{' ' * indent}".join(kept).replace(f"\n{' ' * indent}\n", "\n\n").rstrip()


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, of_figures: bool = True) -> list[str]:
    """Return the lines of a table; the first column is text, and the others are figures, to the right, or text too."""
    rule = ["---", *["---:" if of_figures else "---"] * (len(heads) - 1)]
    return [f"| {' | '.join(cells)} |" for cells in (heads, rule, *rows)]


def document(sections: Iterable[Iterable[str]]) -> str:
    """Return sections, each of some lines, as one text with a single blank line wherever there is any."""
    text = "\n\n".join("\n".join(section).strip() for section in sections)
    return _BLANK_LINES.sub("\n\n", text) + "\n"
