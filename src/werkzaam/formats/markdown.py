"""Documents as Markdown, with a function for each kind of block; no text in them becomes markup, a link or a table."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from werkzaam.documents import blocks
from werkzaam.documents.blocks import Block, Document, Medium, Point, shown
from werkzaam.documents.figures import Cell, Change, Row, Score, Series, Table
from werkzaam.visible import visible, visible_lines

_BOX = "☐"
_LINE = "…" * 40
"""Room to write."""
_MARKUP = re.compile(r"[\\`*_{}\[\]<>|~&$#]")
_LINK_START = re.compile(r"(?P<before>:)(?=//)|(?P<www>(?<![^\W_])www)(?=\.)", re.IGNORECASE)
_BLOCK_START = re.compile(r"^(?=[+=:-])|^(?P<number>\d+)(?=[.)])")
"""The start of a list, a heading or a table; the colon because `:-` below another line would make a table."""
_BLANK_LINES = re.compile(r"\n{3,}")
_REFERENCE = re.compile(r"(?<=@)|(?<=#)(?=\w)|(?<=:)(?=[\w+-]+:)")
"""Git hosts make links of e-mail addresses, @names and #numbers and pictures of :names:, even where escaped."""
_WORD_JOINER = "\u2060"
"""An invisible character that is part of no address or name, and so breaks references."""


def markdown(content: Document) -> str:
    """Return a document as Markdown text."""
    title = f"# {escaped(', '.join(content.titles))}"
    return document([[title], *_written((*content.head, *content.body), level=1)])


def _written(content: Iterable[Block], level: int) -> Iterator[Iterable[str]]:
    for block in shown(content, Medium.MARKUP):
        yield _KINDS[type(block)](block, level)


def _text(block: blocks.Text, _level: int) -> Iterator[str]:
    if block.kind == "note":
        yield from map(paragraphs, block.parts)
    else:
        yield ("> " if block.kind == "ask" else "") + escaped(" · ".join(block.parts))


def _section(block: blocks.Section, level: int) -> Iterator[str]:
    if Medium.MARKUP in block.titled:
        number = f"{block.number}. " if block.number else ""
        yield f"{'#' * (level + 1)} {number}{escaped(block.title)}"
    if block.beside:
        yield from ("", escaped(block.beside))
    for lines in _written(block.blocks, level + 1):
        yield from ("", *lines)


def _points(block: blocks.Points, level: int) -> Iterator[str]:
    if block.category:
        yield from (f"{'#' * (level + 1)} {escaped(block.category)}", "")
    for point in block.points:
        answer = f" \\[{escaped(point.answer)}\\]" if point.answer else ""
        box = f"{_BOX} " if block.kind == "boxes" else ""
        yield f"- {box}{escaped(point.line)}{answer}"
        yield from _below(point)


def _below(point: Point) -> Iterator[str]:
    yield from (f"  - {escaped(line)}" for line in (*point.missing, *point.parts, *point.lines))
    yield from (f"  - {paragraphs(note, indent=4)}" for note in point.quotes)
    if point.note:
        yield from ("", f"  {paragraphs(point.note, indent=2)}", "")


def _voices(block: blocks.Voices, _level: int) -> Iterator[str]:
    for voice in block.points:
        yield f"- **{escaped(voice.text)}**: {escaped(voice.answer) or paragraphs(voice.note, indent=2)}"
        yield from _below(voice._replace(note=""))


def _table(block: Table, _level: int) -> Iterator[str]:
    rows = [[*map(_cell, row)] for row in block.rows]
    if block.has_total:
        name, score, *others = rows[-1]
        rows[-1] = [f"**{name}**", f"**{score}**", *others]
    yield from table([*map(escaped, block.heads)], rows)


def _series(block: Series, _level: int) -> Iterator[str]:
    """Yield the lines of a table that has a column for each label or for each row, whichever are fewer."""
    names, kind, *_more = map(escaped, block.heads)
    lines = [[names, *map(escaped, block.labels)], *([escaped(row.name), *_changing(row)] for row in block.rows)]
    if len(block.labels) > len(block.rows):
        lines = [[*line] for line in zip(*lines, strict=True)]
        lines[0][0] = kind
    yield from table(lines[0], lines[1:])


def _changing(row: Row) -> list[str]:
    changes = row.changes or (Change(),) * len(row.scores)
    return [f"{score.text()} {change.figure}".rstrip() for score, change in zip(row.scores, changes, strict=True)]


def _cell(cell: Cell) -> str:
    if isinstance(cell, Score):
        return cell.text()
    return cell.figure if isinstance(cell, Change) else escaped(cell)


def _boxes(block: blocks.Boxes, _level: int) -> Iterator[str]:
    if block.heads:
        rows = [[_BOX, escaped(name)] for name in block.names]
        yield from table([*map(escaped, block.heads)], rows, of_figures=False)
    else:
        yield "  ".join(f"{_BOX} {escaped(name)}" for name in block.names)


def _fields(block: blocks.Fields, level: int) -> Iterator[str]:
    if block.kind == "row":
        yield " ".join(f"{escaped(label)}: {_LINE[: len(_LINE) // 2]}" for label, _names in block.fields)
        return
    for label, names in block.fields:
        yield from (f"{escaped(label)}: {''.join(_boxes(blocks.Boxes(names), level)) or _LINE}", "")


_KINDS: Mapping[type[Block], Callable[[Any, int], Iterable[str]]] = {
    blocks.Text: _text,
    blocks.Section: _section,
    blocks.Points: _points,
    blocks.Voices: _voices,
    Table: _table,
    Series: _series,
    blocks.Boxes: _boxes,
    blocks.Fields: _fields,
}


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
