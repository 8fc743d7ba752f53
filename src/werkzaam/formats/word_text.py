"""Text in Word documents: harmless, in styles by their names, and on one page where it belongs together."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from werkzaam.visible import visible, visible_lines

_DEEPEST = 3
"""How deep headings go."""


def add(paragraph: Paragraph, text: str, style: str | None = None) -> None:
    """Add a text to a paragraph, in a style of its own if that is named."""
    if text:
        paragraph.add_run(visible(text), style)


def add_note(paragraph: Paragraph, text: str, style: str | None = None) -> None:
    """Add a text whose lines stay lines."""
    paragraph.add_run(visible_lines(text).strip("\n"), style)


def keep_with_next(parts: Iterable[BaseOxmlElement]) -> None:
    """Keep paragraphs and rows of tables on one page, with what follows them."""
    for paragraph in (found for part in parts for found in part.iter(qn("w:p"))):
        paragraph.get_or_add_pPr().keepNext_val = True


class Place(NamedTuple):
    """Where blocks are written."""

    document: Document
    title: str
    """The title that stands above: it names the tables below it."""
    level: int
    """How deep in sections it is; 0: above all of them."""

    def paragraph(self, style: str, text: str = "", text_style: str | None = None) -> Paragraph:
        """Add a paragraph, with a text in it that may have a style of its own."""
        paragraph = self.document.add_paragraph(style=style)
        add(paragraph, text, text_style)
        return paragraph

    def heading(self, text: str) -> Paragraph:
        """Add a heading as deep as this place is."""
        return self.paragraph(f"Heading {min(self.level, _DEEPEST)}", text)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Keep what is written on one page, as far as it fits one."""
        before = self.document.element.body[-1].getprevious()  # last stands what describes the page, first a title
        yield
        *others, _last, _page = before.itersiblings()
        keep_with_next(others)

    def keep_last_with_next(self) -> None:
        """Keep what was written last on one page with what is written next."""
        keep_with_next([self.document.element.body[-1].getprevious()])

    def new_numbers(self) -> int:
        """Return what numbers a list from 1 on: without it all lists of a style go on counting."""
        style = self.document.styles["List Number"].element.pPr.numPr.numId.val
        numbering = self.document.part.numbering_part.element
        new = numbering.add_num(numbering.num_having_numId(style).abstractNumId.val)
        new.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(new.numId)
