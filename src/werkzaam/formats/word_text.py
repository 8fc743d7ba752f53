"""Text in Word documents: sanitised, in styles by their names, and kept on one page if it belongs together."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from werkzaam.visible import visible, visible_lines

_DEEPEST = 3
"""The deepest level of a heading."""


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
