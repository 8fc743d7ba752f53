"""Text escaped for Markdown: nothing in it becomes markup, a link or a table."""

import re
from collections.abc import Iterable, Sequence

from werkzaam.visible import visible, visible_lines

_MARKUP = re.compile(r"[\\`*_{}\[\]<>|~&$#]")
_LINK_START = re.compile(r"(?P<before>:)(?=//)|(?P<www>(?<![^\W_])www)(?=\.)", re.IGNORECASE)
_BLOCK_START = re.compile(r"^(?=[+=:-])|^(?P<number>\d+)(?=[.)])")
"""The start of a list, a heading or a table; the colon because `:-` below another line would make a table."""
_BLANK_LINES = re.compile(r"\n{3,}")
_REFERENCE = re.compile(r"(?<=@)|(?<=#)(?=\w)|(?<=:)(?=[\w+-]+:)")
"""Git hosts make links of e-mail addresses, @names and #numbers and pictures of :names:, even where escaped."""
_WORD_JOINER = "\u2060"
"""An invisible character that is part of no address or name, and so breaks references."""


def escaped(text: str) -> str:
    """Return a text on one line, escaped so that Markdown shows it literally."""
    line = _REFERENCE.sub(_WORD_JOINER, visible(text).strip())
    line = _MARKUP.sub(r"\\\g<0>", line)
    line = _LINK_START.sub(lambda match: "\\:" if match["before"] else f"{match['www']}\\", line)
    return _BLOCK_START.sub(lambda match: f"{match['number'] or ''}\\", line)


def paragraphs(text: str, indent: int = 0) -> str:
    """Return an escaped text of several lines: line ends stay, blank lines separate paragraphs.

    All lines but the first are indented by `indent` spaces.
    """
    lines = [escaped(line) for line in visible_lines(text).split("\n")]
    kept: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if line:
            kept.append(f"{line}\\" if following else line)
        elif kept and kept[-1]:
            kept.append("")
    return f"\n{' ' * indent}".join(kept).replace(f"\n{' ' * indent}\n", "\n\n").rstrip()


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, of_figures: bool = True) -> list[str]:
    """Return the lines of a table of escaped cells; if `of_figures`, all columns but the first are right-aligned."""
    rule = ["---", *["---:" if of_figures else "---"] * (len(heads) - 1)]
    return [f"| {' | '.join(cells)} |" for cells in (heads, rule, *rows)]


def document(sections: Iterable[Iterable[str]]) -> str:
    """Return sections, each a series of lines, as one text; a single blank line separates them, never several."""
    text = "\n\n".join("\n".join(section).strip() for section in sections)
    return _BLANK_LINES.sub("\n\n", text) + "\n"
