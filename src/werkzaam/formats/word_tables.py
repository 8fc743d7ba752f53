"""Tables and figures in Word documents: heads that repeat on every page, tables that stay whole, shaded bars."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from werkzaam.documents import figures
from werkzaam.documents.blocks import Fields
from werkzaam.documents.figures import Card, Cards, Change, Row, Score, Series, Table
from werkzaam.formats.word_file import Place, add, keep_with_next
from werkzaam.visible import visible
from werkzaam.wording.figures import half_up

WIDTH = 9638
"""The width of the text on a page, in twentieths of a point, as are all widths and heights here."""
_BAR = 40
"""How many columns of a table a full bar spans: Word allows 63 columns in all."""
_FILLS = {
    "": "45423E",
    "green": "1A7F37",
    "yellow": "A67500",
    "red": "C4302B",
    "blue": "0B62C4",
    "magenta": "A626A4",
    "cyan": "0B7A85",
}
"""Fill colours (RGB in hexadecimal) by the colour of a band, the same as on pages."""
_SMALL = 16
"""The most rows of a table that is kept on one page."""
_TRACK = "E4E1DC"
_BARS = "Table with Bars"
_LINE_HEIGHT = 397
"""The height of a row to write in, in twentieths of a point."""


class Cell(NamedTuple):
    """The content and the look of a cell."""

    text: str = ""
    style: str | None = None
    """The name of its paragraph style; None for the style of the table."""
    stands_out: bool = False
    below: str = ""
    """A line below the text that explains it; empty if there is none."""
    span: int = 1
    """How many columns it spans."""
    fill: str = ""
    """The colour of its shading, RGB in hexadecimal; empty if it is not shaded."""


class Layout(NamedTuple):
    """The look of a table."""

    style: str
    widths: Sequence[int]
    """The widths of its columns."""
    height: int = 0
    """The minimum height of its rows, except a row of heads."""
    has_heads: bool = True
    """Whether the first row holds heads, which stand out and repeat on every page."""


def _figure(text: str) -> Cell:
    """Return a cell with a right-aligned figure."""
    return Cell(text, "Table Figure")


def _bar(score: Score, colour: str = "") -> Iterator[Cell]:
    """Return cells, `_BAR` columns in all, that draw a score as a bar; `colour` is that of a band."""
    if score.value is None:
        return iter([Cell(span=_BAR)])
    full = half_up(score.value * _BAR)
    cells = (Cell(span=full, fill=_FILLS[colour]), Cell(span=_BAR - full, fill=_TRACK))
    return (cell for cell in cells if cell.span)


def _bar_widths(width: int) -> tuple[int, ...]:
    """Return the widths of the columns of a bar."""
    return (width // _BAR,) * _BAR


def add_table(place: Place, layout: Layout, rows: Sequence[Iterable[Cell]]) -> None:
    """Add a table; the title above it and the texts of its first row describe it to screen readers."""
    document = place.document
    filled = [[*row] for row in rows]
    described = ", ".join(cell.text for cell in filled[0] if cell.text)
    table = _element(
        "tbl",
        _element(
            "tblPr",
            _element("tblStyle", val=document.styles[layout.style].style_id),
            _element("tblW", w=sum(layout.widths), type="dxa"),
            _element("tblLayout", type="fixed"),
            _look(layout),
            _element("tblCaption", val=visible(place.title)),
            _element("tblDescription", val=visible(described)),
        ),
        _element("tblGrid", *(_element("gridCol", w=width) for width in layout.widths)),
        *(_row(document, layout, row, is_head=layout.has_heads and not number) for number, row in enumerate(filled)),
    )
    if len(filled) <= _SMALL:
        keep_with_next(table.tr_lst[:-1])
    page = document.element.body[-1]  # the section properties, which have to stay last
    if isinstance(page.getprevious(), CT_Tbl):
        document.add_paragraph()  # to Word, two tables without anything between them are one
    page.addprevious(table)


def table(block: Table, place: Place) -> None:
    """Write a table of figures, or a sheet to write them on; its first column is half as wide again as the others."""
    rows = [[*map(_shown, row)] for row in (block.heads, *block.rows)]
    first = WIDTH * 3 // (2 * len(block.heads) + 1)
    widths = (first, *[(WIDTH - first) // (len(block.heads) - 1)] * (len(block.heads) - 1))
    is_sheet = block.kind == "sheet"
    layout = Layout("Table Grid" if is_sheet else "Plain Table 2", widths, height=_LINE_HEIGHT * is_sheet)
    of_figures: Callable[[str], Cell] = Cell if is_sheet else _figure
    add_table(place, layout, [(Cell(name), *map(of_figures, cells)) for name, *cells in rows])


def row_to_write(block: Fields, place: Place) -> None:
    """Write a row of fields to fill in, of which the first is the widest."""
    other = WIDTH // (len(block.fields) + 2)
    widths = (WIDTH - other * (len(block.fields) - 1), *[other] * (len(block.fields) - 1))
    labels = [Cell(label, "Table Note") for label, _names in block.fields]
    add_table(place, Layout("Table Grid", widths, height=_LINE_HEIGHT, has_heads=False), [labels])


def _shown(cell: figures.Cell) -> str:
    if isinstance(cell, Score):
        return cell.text()
    return cell.figure if isinstance(cell, Change) else cell


def cards(block: Cards, place: Place) -> None:
    """Write a table with a row and a bar for each card; a heading that is empty leaves out the column of conditions."""
    name, score, _of_bar, conditions = block.heads
    conditions_width = 2250 if conditions else 0
    widths = [3700, 1900, *_bar_widths(WIDTH - 5600 - conditions_width), conditions_width]
    rows = [[Cell(name), _figure(score), Cell(span=_BAR), Cell(conditions)], *map(_card, block.cards)]
    if not conditions:
        widths, rows = widths[:-1], [row[:-1] for row in rows]
    add_table(place, Layout(_BARS, widths), rows)


def _card(card: Card) -> list[Cell]:
    name = Cell(card.name, stands_out=card.is_total, below=card.counts)
    score = _figure(f"{card.score.figure()} {card.beside}")
    return [name, score, *_bar(card.score, card.colour), Cell(card.in_place, below=card.unknown)]


def series(block: Series, place: Place) -> None:
    """Write the scores of each category below each other, each with a bar, so that there is room for any number."""
    category, label, score, *change = block.heads
    label_width, bar_width, change_width = (1400, 2600, 1038) if change else (2438, 1900, 0)
    widths = (2800, label_width, *_bar_widths(bar_width), 1800 if change else 2500, *[change_width] * len(change))
    heads = (Cell(category), Cell(label), Cell(span=_BAR), _figure(score), *map(_figure, change))
    add_table(place, Layout(_BARS, widths), [heads, *(row for entry in block.rows for row in _entries(block, entry))])


def _entries(block: Series, row: Row) -> Iterable[Iterable[Cell]]:
    for number, (label, score) in enumerate(zip(block.labels, row.scores, strict=True)):
        name = Cell(row.name, "Table Note" if number else None, stands_out=not number)
        change = [_figure(row.changes[number].figure)] if row.changes else []
        yield name, Cell(label), *_bar(score, "blue"), _figure(score.text()), *change


def _look(layout: Layout) -> BaseOxmlElement:
    """Return which parts of the table style apply; `val` repeats them as a bit mask for older programs."""
    heads = int(layout.has_heads)
    mask = "06A0" if heads else "0680"
    return _element("tblLook", val=mask, firstRow=heads, lastRow=0, firstColumn=1, noHBand=1, noVBand=1)


def _row(document: Document, layout: Layout, cells: Iterable[Cell], *, is_head: bool) -> BaseOxmlElement:
    more = _element("tblHeader") if is_head else _element("trHeight", val=layout.height, hRule="atLeast")
    row = _element("tr", _element("trPr", _element("cantSplit"), more))
    start = 0
    for cell in cells:
        width = sum(layout.widths[start : start + cell.span])
        start += cell.span
        properties = _element("tcPr", _element("tcW", w=width, type="dxa"))
        if cell.span > 1:
            properties.append(_element("gridSpan", val=cell.span))
        if cell.fill:
            properties.append(_element("shd", val="clear", color="auto", fill=cell.fill))
        row.append(_element("tc", properties, *_lines(document, cell)))
    return row


def _lines(document: Document, cell: Cell) -> Iterator[BaseOxmlElement]:
    yield _line(document, cell.text, cell.style, "Strong" if cell.stands_out else None)
    if cell.below:
        yield _line(document, cell.below, "Table Note")


def _line(document: Document, text: str, style: str | None, of_text: str | None = None) -> BaseOxmlElement:
    element = _element("p")
    paragraph = Paragraph(element, document)
    if style:
        paragraph.style = style
    add(paragraph, text, of_text)
    return element


def _element(tag: str, *children: BaseOxmlElement, **values: object) -> BaseOxmlElement:
    """Return an element of WordprocessingML; its children have to come in the order of the schema."""
    element = OxmlElement(f"w:{tag}", attrs={qn(f"w:{name}"): str(value) for name, value in values.items()})
    element.extend(children)
    return element
