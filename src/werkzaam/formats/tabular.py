"""Results as tables for other programs: CSV, in which no text can act as a formula, and JSON Lines."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

from werkzaam.domain.overview import Overview
from werkzaam.formats.json_text import json_line, range_fields
from werkzaam.formats.tables import ANSWER_COLUMNS, Columns, Kind, Row
from werkzaam.visible import visible, visible_lines

_FIGURES = dict.fromkeys(("n", "mean", "min", "max", "q1", "median", "q3"), Kind.NUMBER)
_OVERVIEW_COLUMNS = {"group": Kind.TEXT, "category": Kind.ID, **_FIGURES}
_STARTS = re.compile(r"(?:^|(?<=;))(?=[=+\-@])", re.MULTILINE)
"""The start of a formula, where a cell starts: also behind a semicolon or a line end, which some programs split at."""
_UNSEEN_STARTS = ("\t", "\r")
"""A spreadsheet may drop these, and take the text behind them for a formula."""


def jsonl_rows(rows: Iterable[Row], columns: Columns = ANSWER_COLUMNS) -> str:
    """Return rows as JSON Lines: each an object with the names of the columns as keys; every text is exact."""
    return "".join(json_line({name: row[name] for name in columns}) for row in rows)


def csv_text(rows: Iterable[Row], columns: Columns = ANSWER_COLUMNS) -> str:
    """Return a header and rows as CSV with commas, decimal points and LF."""
    return csv_header(columns) + csv_rows(rows, columns)


def csv_header(columns: Iterable[str] = ANSWER_COLUMNS) -> str:
    """Return the line of a CSV file that names the columns."""
    return _lines([columns])


def csv_rows(rows: Iterable[Row], columns: Columns = ANSWER_COLUMNS) -> str:
    """Return rows as CSV without a header; None is an empty cell, and free text cannot act as a formula."""
    return _lines([_cell(kind, row[name]) for name, kind in columns.items()] for row in rows)


def overview_csv(overview: Overview) -> str:
    """Return the scores of an overview as CSV; a row without a category is about all factors together."""
    return csv_text(_overview_rows(overview), _OVERVIEW_COLUMNS)


def _overview_rows(overview: Overview) -> Iterator[Row]:
    for group in overview.groups:
        for category, scores in group.categories:
            yield {"group": group.key, "category": category.id if category else None, **range_fields(scores)}


def _lines(lines: Iterable[Iterable[object]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(lines)
    return text.getvalue()


def _cell(kind: Kind, value: Any) -> object:  # noqa: ANN401 (its type follows from the kind)
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
    """Return `shown`, made of `text`, with an apostrophe wherever a spreadsheet could see the start of a formula.

    That is at its start, and wherever a program that splits at another separator than the comma would start a cell.
    """
    lead = "'" if text.startswith(_UNSEEN_STARTS) else ""
    return lead + _STARTS.sub("'", shown)
