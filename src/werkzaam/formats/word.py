"""Documents as Word files, with a function for each kind of block; the template's styles are used by their names."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import nullcontext
from typing import IO, Any

from docx.text.paragraph import Paragraph

from werkzaam.documents import blocks
from werkzaam.documents.blocks import Block, Document, Medium, Point, shown
from werkzaam.documents.figures import Cards, Series, Table
from werkzaam.formats.word_file import Place, add, add_note, new_document, save
from werkzaam.formats.word_tables import WIDTH, Cell, Layout, add_table, cards, row_to_write, series, table
from werkzaam.visible import visible
from werkzaam.wording.factors import source_text

_TEXTS = {"": "Normal", "soft": "Caption", "note": "Quote", "ask": "Intense Quote"}
_LISTS = {"ranked": "List Number", "boxes": "List of Boxes"}
_TOGETHER = ("group", "point", "factor")
"""Kinds of sections that stay on one page."""
_BOUND = "\N{NO-BREAK SPACE}"
_BOX = "☐"
_SHORT = 60
"""The most characters of a text that is not broken across lines."""


def write_word(content: Document, stream: IO[bytes]) -> None:
    """Write a document as a Word file; the same document gives the same bytes."""
    document = new_document(content.factor_set.language)
    title = ", ".join(content.titles)
    place = Place(document, title, 0)
    place.paragraph("Title", title)
    _write(content.head, place)
    _write(content.body, place._replace(level=1))
    if content.factor_set.source:
        place.keep_last_with_next()
        place.paragraph("Caption", source_text(content.factor_set.source))
    save(document, stream, ", ".join(filter(None, (title, content.about))), content.day)


def _write(content: Iterable[Block], place: Place) -> None:
    for block in shown(content, Medium.WORD):
        _KINDS[type(block)](block, place)


def _text(block: blocks.Text, place: Place) -> None:
    text, style = " · ".join(block.parts), _TEXTS[block.kind]
    if block.kind == "note":
        add_note(place.paragraph(style), text)
    else:
        are_facts = place.level == 0 and len(block.parts) > 1
        place.paragraph("Subtitle" if are_facts else style, text)


def _section(block: blocks.Section, place: Place) -> None:
    with place.together() if block.kind in _TOGETHER else nullcontext():
        if Medium.WORD in block.titled:
            heading = place.heading(f"{block.number}. {block.title}" if block.number else block.title)
            if block.kind == "supplement":
                heading.paragraph_format.page_break_before = True
        if block.beside:
            place.paragraph("Caption", block.beside)
        inside = place._replace(title=block.title, level=place.level + 1)
        first, others = block.blocks[:1], block.blocks[1:]
        _write(first, inside)
        if others and isinstance(first[0], blocks.Text):  # what explains a heading stays with what it is about
            place.keep_last_with_next()
        _write(others, inside)


def _points(block: blocks.Points, place: Place) -> None:
    if block.category:
        place.heading(block.category)
    if block.kind == "boxes":
        place.keep_last_with_next()  # the instruction above stays with the first box
    number = place.new_numbers() if block.kind == "ranked" else None
    for point in block.points:
        with place.together():
            paragraph = place.paragraph(_LISTS.get(block.kind, "List Bullet"), point.text)
            if number is not None:
                paragraph.paragraph_format.element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number
            _behind(point, paragraph)
            _below(point, place)


def _behind(point: Point, paragraph: Paragraph) -> None:
    """Add the answer and the details of a point to the paragraph with its text."""
    if point.answer:
        add(paragraph, f" [{point.answer}]", "Strong")
    if point.details:
        add(paragraph, f" ({', '.join(point.details)})", "Strong" if point.is_overdue else None)


def _below(point: Point, place: Place) -> None:
    for part in (*point.missing, *point.parts):
        place.paragraph("List Bullet 2", part)
    for line in point.lines:
        place.paragraph("List Continue", line)
    for note in filter(None, (*point.quotes, point.note)):
        add_note(place.paragraph("List Continue"), note, "Emphasis")


def _voices(block: blocks.Voices, place: Place) -> None:
    for voice in block.points:
        paragraph = place.paragraph("List Bullet", voice.text, "Strong")
        add(paragraph, f": {voice.answer}")
        if not voice.answer:
            add_note(paragraph, voice.note, "Emphasis")
        _below(voice._replace(note=""), place)


def _boxes(block: blocks.Boxes, place: Place) -> None:
    if block.heads:
        rows = ((Cell(_BOX, "Boxes"), Cell(name, "Boxes")) for name in block.names)
        add_table(place, Layout("Plain Table 2", (1100, WIDTH - 1100)), [map(Cell, block.heads), *rows])
    else:
        place.paragraph("Boxes", _ticked(block.names))


def _ticked(names: Iterable[str]) -> str:
    """Return names, each behind a box; a short name is not broken across lines."""
    texts = map(visible, names)
    bound = (text.replace(" ", _BOUND) if len(text) <= _SHORT else text for text in texts)
    return "    ".join(f"{_BOX}{_BOUND}{text}" for text in bound)


def _fields(block: blocks.Fields, place: Place) -> None:
    if block.kind == "row":
        row_to_write(block, place)
        return
    for label, names in block.fields:
        place.paragraph("Room to Write", f"{label}: {_ticked(names)}")
    if block.kind == "note":
        place.paragraph("Room to Write")


_KINDS: Mapping[type[Block], Callable[[Any, Place], None]] = {
    blocks.Text: _text,
    blocks.Section: _section,
    blocks.Points: _points,
    blocks.Voices: _voices,
    blocks.Boxes: _boxes,
    blocks.Fields: _fields,
    Table: table,
    Cards: cards,
    Series: series,
}
