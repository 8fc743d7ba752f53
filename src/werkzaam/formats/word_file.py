"""Making and writing Word files: each starts from the template, and the same document gives the same bytes."""

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.oxml.ns import qn

from werkzaam.visible import visible

_TEMPLATE = Path(__file__).parent / "templates" / "word"
"""The template, whose parts are kept as files that can be read and compared."""
_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
"""The tags by which spell checkers know a language, by its code."""
_LONGEST_TITLE = 255
_FIRST_YEAR = 1900
"""The first year of which Word knows dates."""


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
