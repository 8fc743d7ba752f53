"""Render a document in the terminal, with one function for each kind of block."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from rich.console import Console
from rich.text import Text

from werkzaam.documents import blocks, figures
from werkzaam.documents.blocks import Block, Document, Medium, Point, shown
from werkzaam.terminal.console import Signs
from werkzaam.terminal.figures import Parts, Screen, bold, cards, series, table
from werkzaam.terminal.layout import Hanging, bulleted, ruled
from werkzaam.visible import visible, visible_lines


def print_document(console: Console, signs: Signs, document: Document) -> None:
    """Print the titles of a document and its blocks that are meant for a terminal."""
    for title in document.titles:
        console.print(bold(title))
    for part in _parts((*document.head, *document.body), Screen(console, signs)):
        console.print(part)


def _parts(content: Iterable[Block], screen: Screen) -> Parts:
    for block in shown(content, Medium.TERMINAL):
        yield from _KINDS[type(block)](block, screen)


def _text(block: blocks.Text, screen: Screen) -> Parts:
    if block.kind == "soft":
        yield ""
    shown_as = visible_lines if block.kind == "note" else visible
    yield Text(screen.signs.between.join(map(shown_as, block.parts)))


def _section(block: blocks.Section, screen: Screen) -> Parts:
    if Medium.TERMINAL in block.titled:
        yield ""
        title = bold(screen.signs.between.join(filter(None, (block.title, block.beside))))
        yield ruled(title, screen.signs) if screen.level == 1 else title
        screen = screen._replace(level=screen.level + 1)
    elif not isinstance(block.blocks[0], blocks.Section):
        yield ""
    yield from _parts(block.blocks, screen)


def _points(block: blocks.Points, screen: Screen) -> Parts:
    """Render a list of points, indented below the category if it has one, with details further indented."""
    if block.category:
        yield bold(block.category)
    is_marked = not block.category and block.kind != "answers"
    bullet = screen.signs.bullet if is_marked else ""
    indent = 2 if block.category else 0
    for point in block.points:
        start, answer = point.number or bullet, f" [{point.answer}]" if point.answer else ""
        hang = 2 if is_marked and not start else 0
        yield Hanging(visible(point.line + answer), start, indent=indent, hang=hang)
        yield from _below(point, screen.signs, indent + (len(point.number) + 1 if point.number else 2))


def _below(point: Point, signs: Signs, indent: int) -> Parts:
    yield bulleted(map(visible, point.missing), signs.lacking, indent)
    yield bulleted(map(visible, point.parts), signs.bullet, indent)
    yield from (Hanging(visible(line), indent=indent) for line in point.lines)
    yield from (
        Hanging(visible_lines(note), indent=indent, style="italic") for note in (*point.quotes, point.note) if note
    )


_KINDS: Mapping[type[Block], Callable[[Any, Screen], Parts]] = {
    blocks.Text: _text,
    blocks.Section: _section,
    blocks.Points: _points,
    figures.Table: table,
    figures.Cards: cards,
    figures.Series: series,
}
