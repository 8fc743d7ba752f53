"""Word files: each starts from the template and is filled with sanitised text in styles, which are used by their names.

The same document gives the same bytes.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import IO, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from werkzaam.visible import visible, visible_lines

_TEMPLATE = Path(__file__).parent / "templates" / "word"
"""The template, whose parts are kept as files that can be read and compared."""
_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
"""The tags by which spell checkers know a language, by its code."""
_LONGEST_TITLE = 255
_FIRST_YEAR = 1900
"""The first year of which Word knows dates."""
_DEEPEST = 3
"""The deepest level of a heading."""


def new_document(language: str) -> Document:
    """Return an empty document with the styles of the template, marked for spell checkers as being in a language."""
    parts = (path for path in _TEMPLATE.rglob("*") if path.is_file())
    document = docx.Document(_zipped((path.relative_to(_TEMPLATE).as_posix(), path.read_bytes()) for path in parts))
    (of_styles,) = document.styles.element.xpath("w:docDefaults//w:lang")
    of_styles.set(qn("w:val"), _LANGUAGES.get(language, language))
    return document


def save(document: Document, stream: IO[bytes], title: str, day: date | None) -> None:
    """Write a document; its properties are the title and `day`, if Word knows it, but no author and no current time."""
    properties = document.core_properties
    properties.title = visible(title)[:_LONGEST_TITLE]
    properties.revision = 1
    if day is not None and day.year >= _FIRST_YEAR:
        properties.created = properties.modified = datetime.combine(day, datetime.min.time())
    saved = BytesIO()
    document.save(saved)
    with ZipFile(saved) as parts:
        stream.write(_zipped((name, parts.read(name)) for name in parts.namelist()).getbuffer())


def add(paragraph: Paragraph, text: str, style: str | None = None) -> None:
    """Add a text to a paragraph, in the named character style if there is one; an empty text adds nothing."""
    if text:
        paragraph.add_run(visible(text), style)


def add_note(paragraph: Paragraph, text: str, style: str | None = None) -> None:
    """Add a text to a paragraph, with its line ends, in the named character style if there is one."""
    paragraph.add_run(visible_lines(text).strip("\n"), style)


def keep_with_next(parts: Iterable[BaseOxmlElement]) -> None:
    """Keep each paragraph and row of a table on one page with whatever follows it."""
    for paragraph in (found for part in parts for found in part.iter(qn("w:p"))):
        paragraph.get_or_add_pPr().keepNext_val = True


class Place(NamedTuple):
    """The document that blocks are added to, and the section that they belong to."""

    document: Document
    title: str
    """The title of the section, which screen readers get as the title of its tables."""
    level: int
    """The level of a heading here, from 1; 0 in the head of the document, above all sections."""

    def paragraph(self, style: str, text: str = "", text_style: str | None = None) -> Paragraph:
        """Add a paragraph in a named style; its text may have a character style of its own, `text_style`."""
        paragraph = self.document.add_paragraph(style=style)
        add(paragraph, text, text_style)
        return paragraph

    def heading(self, text: str) -> Paragraph:
        """Add a heading of this place's level, but no deeper than `_DEEPEST`."""
        return self.paragraph(f"Heading {min(self.level, _DEEPEST)}", text)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Keep everything that is added inside the `with` block on one page, if it fits."""
        before = self.document.element.body[-1].getprevious()  # [-1] is the section properties, [0] a title
        yield
        *others, _last, _page = before.itersiblings()
        keep_with_next(others)

    def keep_last_with_next(self) -> None:
        """Keep what was added last on one page with what is added next."""
        keep_with_next([self.document.element.body[-1].getprevious()])

    def new_numbers(self) -> int:
        """Return the id of a new numbering from 1: without one, every list of a style goes on from the list before."""
        style = self.document.styles["List Number"].element.pPr.numPr.numId.val
        numbering = self.document.part.numbering_part.element
        new = numbering.add_num(numbering.num_having_numId(style).abstractNumId.val)
        new.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(new.numId)


def _zipped(parts: Iterator[tuple[str, bytes]]) -> BytesIO:
    """Return parts as a zip file that does not say when and on which system it was made."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in parts:
            part = ZipInfo(name)
            part.create_system = 0
            archive.writestr(part, content, ZIP_DEFLATED)
    stream.seek(0)
    return stream
