"""Rows as JSON Lines: one object a line, for whoever reads them one by one."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from werkzaam.formats.json_text import json_line
from werkzaam.formats.rows import Row

_NAMES = tuple(field.name for field in fields(Row))


def jsonl_rows(rows: Iterable[Row]) -> str:
    """Return rows, each as an object with the names of the columns; every text is exact."""
    return "".join(json_line(_object(row)) for row in rows)


def _object(row: Row) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _NAMES} | {"date": row.date.isoformat(), "missing": list(row.missing)}
