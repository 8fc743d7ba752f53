"""Results as tables for other programs: CSV, in which no text can act as a formula, and JSON Lines."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

from werkzaam.domain.overview import Overview
from werkzaam.formats.json_text import json_line, ratio
from werkzaam.formats.tables import COLUMNS, Columns, Kind, Row
from werkzaam.visible import visible, visible_lines

_FIGURES = dict.fromkeys(("n", "mean", "min", "max", "q1", "median", "q3"), Kind.NUMBER)
_OVERVIEW_COLUMNS = {"group": Kind.TEXT, "category": Kind.ID, **_FIGURES}
_STARTS = re.compile(r"(?:^|(?<=;))(?=[=+\-@])", re.MULTILINE)
"""Where a cell starts, for whom a semicolon or a line end parts cells, with what a spreadsheet takes for a formula."""
_UNSEEN_STARTS = ("\t", "\r")
"""A spreadsheet may drop these, and then see what stands behind them."""


def jsonl_rows(rows: Iterable[Row], columns: Columns = COLUMNS) -> str:
    """Return rows, each as an object with the names of the columns; every text is exact."""
    return "".join(json_line({name: row[name] for name in columns}) for row in rows)


def csv_text(rows: Iterable[Row], columns: Columns = COLUMNS) -> str:
    """Return rows under a header: commas, decimal points, LF."""
    return csv_header(columns) + csv_rows(rows, columns)


def csv_header(columns: Iterable[str] = COLUMNS) -> str:
    """Return the line that names the columns."""
    return _lines([columns])


def csv_rows(rows: Iterable[Row], columns: Columns = COLUMNS) -> str:
    """Return rows without a header; None is an empty cell, and free text can be no formula."""
    return _lines([_cell(kind, row[name]) for name, kind in columns.items()] for row in rows)


def overview_csv(overview: Overview) -> str:
    """Return scores under a header; a line without a category is about all factors together."""
    return csv_text(_overview_rows(overview), _OVERVIEW_COLUMNS)


def _overview_rows(overview: Overview) -> Iterator[Row]:
    for group in overview.groups:
        for category, scores in group.categories:
            low, middle, high = scores.quartiles or (None,) * 3
            yield {
                "group": group.key,
                "category": category.id if category else None,
                "n": scores.n,
                "mean": ratio(scores.mean),
                "min": ratio(scores.lowest),
                "max": ratio(scores.highest),
                "q1": ratio(low),
                "median": ratio(middle),
                "q3": ratio(high),
            }


def _lines(lines: Iterable[Iterable[object]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(lines)
    return text.getvalue()


def _cell(kind: Kind, value: Any) -> object:  # noqa: ANN401 (what the kind says)
    if value is None:
        return None
    if kind is Kind.YES_NO:
        return "true" if value else "false"
    if kind is Kind.IDS:
        return " ".join(value)
    if kind in (Kind.TEXT, Kind.NOTE):
        return _defused(value, visible(value) if kind is Kind.TEXT else visible_lines(value))
    return value


def _defused(text: str, shown: str) -> str:
    """Return what is shown of a text, with an apostrophe wherever a spreadsheet could take it for a formula.

    That is at its start, and behind whatever another separator than the comma would make the start of a cell.
    """
    lead = "'" if text.startswith(_UNSEEN_STARTS) else ""
    return lead + _STARTS.sub("'", shown)
