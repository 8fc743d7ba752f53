"""Tables in Word documents: heads that repeat on every page, rows and small tables that stay whole, shaded bars."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from werkzaam.documents.figures import Score
from werkzaam.formats.word_text import Place, add, keep_with_next
from werkzaam.visible import visible
from werkzaam.wording.figures import half_up

WIDTH = 9638
"""The width of the text on a page, in twentieths of a point, as are all widths and heights here."""
BAR = 40
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


def figure(text: str) -> Cell:
    """Return a cell with a right-aligned figure."""
    return Cell(text, "Table Figure")


def bar(score: Score, colour: str = "") -> Iterator[Cell]:
    """Return cells, `BAR` columns in all, that draw a score as a bar; `colour` is that of a band."""
    if score.value is None:
        return iter([Cell(span=BAR)])
    full = half_up(score.value * BAR)
    cells = (Cell(span=full, fill=_FILLS[colour]), Cell(span=BAR - full, fill=_TRACK))
    return (cell for cell in cells if cell.span)


def bar_widths(width: int) -> tuple[int, ...]:
    """Return the widths of the columns of a bar."""
    return (width // BAR,) * BAR


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
