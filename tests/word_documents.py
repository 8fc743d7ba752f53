"""Reads Word documents as another program does: their content as lines that can be compared, and their faults."""

import io
import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import docx
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

PART = "word/document.xml"
"""The part of a Word document that holds its text; other zip files have no part with this name."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ACTIVE = ("fldSimple", "fldChar", "instrText", "hyperlink", "object", "pict", "drawing", "altChunk", "sdt")
"""Elements that can do more than show text."""
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind jc outlineLvl",
    "pBdr": "top left bottom right between",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs lang",
    "numPr": "ilvl numId",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tcPr": "tcW gridSpan vMerge tcBorders shd",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "p": "pPr fldSimple r",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr",
    "tblStylePr": "pPr rPr tcPr",
    "docDefaults": "rPrDefault pPrDefault",
    "abstractNum": "multiLevelType lvl",
    "lvl": "start numFmt pStyle lvlText lvlJc pPr",
    "num": "abstractNumId lvlOverride",
    "numbering": "abstractNum num",
    "sectPr": "footerReference pgSz pgMar",
}
"""The children of each element, in the order that Word requires: it refuses a file with another order."""
DIRECT = {
    "rPr": {"rStyle"},
    "pPr": {"pStyle", "keepNext", "pageBreakBefore", "numPr"},
    "tcPr": {"tcW", "gridSpan", "shd"},
    "trPr": {"cantSplit", "trHeight", "tblHeader"},
}
"""Properties that the text itself may have beside its styles: structure, and of looks only the shade of a bar."""


def opened(content: bytes) -> Document:
    """Return a document as python-docx reads it."""
    return docx.Document(io.BytesIO(content))


def in_lines(content: bytes) -> str:
    """Return every paragraph and every row of a table as a line of JSON: its style, then its texts or cells.

    A text with a character style is an object {style: text}, and a shaded cell {colour: width in columns}.
    """
    rows = (row for block in opened(content).iter_inner_content() for row in _lines(block))
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _lines(block: Paragraph | Table) -> Iterator[list[object]]:
    if isinstance(block, Paragraph):
        yield [style_of(block), *_texts([block])]
        return
    assert block.style
    for row in block.rows:
        yield [block.style.name, *(_cell(cell) for cell in dict.fromkeys(row.cells))]


def style_of(paragraph: Paragraph) -> str:
    """Return the name of the style of a paragraph."""
    assert paragraph.style
    return paragraph.style.name or ""


def _texts(paragraphs: Iterable[Paragraph]) -> Iterator[object]:
    for paragraph in paragraphs:
        for run in paragraph.runs:
            own = run.style.name if run.style else ""
            yield run.text if own == "Default Paragraph Font" else {own: run.text}


def _cell(cell: Any) -> object:  # noqa: ANN401 (python-docx does not export the type)
    shades = cell._tc.xpath("w:tcPr/w:shd/@w:fill")  # noqa: SLF001 (it has no other way to them)
    if shades:
        return {shades[0]: cell.grid_span}
    return [*_texts(cell.paragraphs)]


def faults(content: bytes) -> list[str]:
    """Return a line for each fault: what Word may refuse, active elements, direct formatting, external targets."""
    with ZipFile(io.BytesIO(content)) as archive:
        parts = {name: ET.fromstring(archive.read(name)) for name in archive.namelist()}  # noqa: S314 (our own)
    text = parts[PART]
    return [
        *(f"{name}: {fault}" for name, part in parts.items() for fault in _out_of_order(part)),
        *_dangling(parts),
        *_odd_tables(text),
        *(f"{name} is active" for name in ACTIVE if text.find(f".//{W}{name}") is not None),
        *(
            f"{found.tag} by hand"
            for name, allowed in DIRECT.items()
            for found in (child for element in text.iter(f"{W}{name}") for child in element)
            if found.tag.removeprefix(W) not in allowed
        ),
        *("leads outside" for part in parts.values() for found in part.iter() if found.get("TargetMode")),
    ]


def _out_of_order(part: ET.Element) -> Iterator[str]:
    for element in part.iter():
        order = ORDER.get(element.tag.removeprefix(W), "").split()
        names = [child.tag.removeprefix(W) for child in element]
        if order and (unknown := set(names) - {*order}):
            yield f"{element.tag} holds {unknown}"
        elif order and any(order.index(one) > order.index(next_one) for one, next_one in pairwise(names)):
            yield f"{element.tag} is out of order: {names}"


def _dangling(parts: dict[str, ET.Element]) -> Iterator[str]:
    """Return a line for each style or list number that is used and not defined."""
    styles = {style.get(f"{W}styleId") for style in parts["word/styles.xml"].iter(f"{W}style")}
    numbers = {number.get(f"{W}numId") for number in parts["word/numbering.xml"].iter(f"{W}num")}
    for part in parts.values():
        for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
            used = {element.get(f"{W}val") for element in part.iter(f"{W}{name}")}
            yield from (f"no style {style}" for style in used - styles)
        of_lists = {element.get(f"{W}val") for element in part.iter(f"{W}numId")}
        yield from (f"no list {number}" for number in of_lists - numbers)


def _odd_tables(text: ET.Element) -> Iterator[str]:
    body = [*text[0]]
    if any(one.tag == two.tag == f"{W}tbl" for one, two in pairwise(body)):
        yield "two tables are one"
    if body[-2].tag != f"{W}p":
        yield "no paragraph stands last"
    for table in text.iter(f"{W}tbl"):
        columns = len([*table.iter(f"{W}gridCol")])
        for row in table.iter(f"{W}tr"):
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iter(f"{W}tc")]
            if sum(1 if span is None else int(span.get(f"{W}val", "")) for span in spans) != columns:
                yield "a row is not as wide as its table"
            if row.find(f"{W}trPr/{W}cantSplit") is None:
                yield "a row can break over two pages"
        if (table.find(f"{W}tr/{W}trPr/{W}tblHeader") is None) != (len([*table.iter(f"{W}tr")]) == 1):
            yield "the rows of a table have no head"
        if columns > 63:
            yield "a table has too many columns"
