"""CSV that spreadsheets and pandas read, in which no text can act as a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import fields

from werkzaam.formats.rows import Row
from werkzaam.visible import visible, visible_lines

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that starts with one of these to be something to work out."""

HEADER = tuple(field.name for field in fields(Row))


def csv_text(rows: Iterable[Row]) -> str:
    """Return rows under a header: commas, decimal points, LF."""
    return csv_header() + csv_rows(rows)


def csv_header() -> str:
    """Return the line that names the columns."""
    return csv_lines([HEADER])


def csv_rows(rows: Iterable[Row]) -> str:
    """Return rows without a header."""
    return csv_lines(map(_cells, rows))


def csv_lines(lines: Iterable[Sequence[object]]) -> str:
    """Return lines of cells; None is an empty cell. Free text in them has to be defused before."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(lines)
    return text.getvalue()


def _cells(row: Row) -> Sequence[object]:
    return (
        defused(row.file, visible(row.file)),
        defused(row.collaboration, visible(row.collaboration)),
        row.date.isoformat(),
        row.perspective,
        row.factors,
        row.version,
        row.category,
        row.factor,
        "true" if row.preferred else "false",
        row.answer,
        row.value,
        " ".join(row.missing),
        defused(row.note, visible_lines(row.note)) if row.note else None,
    )


def defused(text: str, shown: str) -> str:
    """Return what is shown of a text, with an apostrophe before it where a spreadsheet could take it for a formula."""
    return f"'{shown}" if text.startswith(_FORMULA_STARTS) or shown.startswith(_FORMULA_STARTS) else shown
