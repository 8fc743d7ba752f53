"""Documents as Markdown, with a function for each kind of block."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from werkzaam.documents import blocks, figures
from werkzaam.documents.blocks import Block, Document, Medium, Point, shown
from werkzaam.documents.figures import Cell, Change, Score
from werkzaam.formats.markdown_text import document, escaped, paragraphs, table

_BOX = "☐"
_LINE = "…" * 40
"""Room to write."""


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


def _table(block: figures.Table, _level: int) -> Iterator[str]:
    rows = [[*map(_cell, row)] for row in block.rows]
    if block.has_total:
        name, score, *others = rows[-1]
        rows[-1] = [f"**{name}**", f"**{score}**", *others]
    yield from table([*map(escaped, block.heads)], rows)


def _series(block: figures.Series, _level: int) -> Iterator[str]:
    """Yield the lines of a table that has a column for each label or for each row, whichever are fewer."""
    names, kind, *_more = map(escaped, block.heads)
    lines = [[names, *map(escaped, block.labels)], *([escaped(row.name), *_changing(row)] for row in block.rows)]
    if len(block.labels) > len(block.rows):
        lines = [[*line] for line in zip(*lines, strict=True)]
        lines[0][0] = kind
    yield from table(lines[0], lines[1:])


def _changing(row: figures.Row) -> list[str]:
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
    figures.Table: _table,
    figures.Series: _series,
    blocks.Boxes: _boxes,
    blocks.Fields: _fields,
}
