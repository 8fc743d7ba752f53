"""Reads workbooks as another program does, as lines that can be compared."""

import io
import json

from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

START = b"PK\x03\x04"
"""The first bytes of a workbook, as of any zip file."""


def in_lines(content: bytes) -> str:
    """Return every row of every sheet as a line of JSON: the title of the sheet, then the values of the cells.

    A cell with a formula or a link is an object {"acts": text}, so that it differs from plain text.
    """
    rows = ([sheet.title, *map(_shown, row)] for sheet in load_workbook(io.BytesIO(content)) for row in sheet)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _shown(cell: object) -> object:
    value = getattr(cell, "value", None)
    if getattr(cell, "data_type", None) == "f" or getattr(cell, "hyperlink", None):
        return {"acts": str(value)}
    if isinstance(value, str):
        return unescape(value)
    return value if value is None or isinstance(value, bool | int | float) else {"day": str(value)}
