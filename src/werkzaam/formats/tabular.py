"""Results as tables for other programs: CSV, in which no text can act as a formula, and JSON Lines."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.overview import Overview
from werkzaam.domain.score import Result
from werkzaam.formats.json_text import json_line, ratio, value_number
from werkzaam.visible import visible, visible_lines

Row = Mapping[str, Any]
"""One factor of one evaluation, by the names of the columns; None where nothing is said, as in an open factor."""
COLUMNS = (
    *("file", "collaboration", "date", "perspective", "factors", "version", "category", "factor"),
    *("preferred", "answer", "value", "missing", "note"),
)
_FREE_TEXT = ("file", "collaboration", "group")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that starts with one of these to be something to work out."""
_OVERVIEW_COLUMNS = ("group", "category", "n", "mean", "min", "max")


def rows(file: str, factor_set: FactorSet, evaluation: Evaluation, result: Result) -> Iterator[Row]:
    """Return a row for every factor of the set, in its order; `value` is after the rule for wishes."""
    for category in result.categories:
        for factor in category.factors:
            yield {
                "file": file,
                "collaboration": evaluation.collaboration,
                "date": evaluation.date.isoformat(),
                "perspective": evaluation.perspective,
                "factors": factor_set.id,
                "version": factor_set.version,
                "category": category.category.id,
                "factor": factor.factor.id,
                "preferred": factor.factor.preferred,
                "answer": factor.answer.option,
                "value": value_number(factor.value),
                "missing": [condition.id for condition in factor.missing],
                "note": factor.answer.note,
            }


def jsonl_rows(rows: Iterable[Row]) -> str:
    """Return rows, each as an object with the names of the columns; every text is exact."""
    return "".join(map(json_line, rows))


def csv_text(rows: Iterable[Row], columns: Sequence[str] = COLUMNS) -> str:
    """Return rows under a header: commas, decimal points, LF."""
    return csv_header(columns) + csv_rows(rows)


def csv_header(columns: Sequence[str] = COLUMNS) -> str:
    """Return the line that names the columns."""
    return _lines([columns])


def csv_rows(rows: Iterable[Row]) -> str:
    """Return rows without a header; None is an empty cell, and free text can be no formula."""
    return _lines([_cell(name, value) for name, value in row.items()] for row in rows)


def overview_csv(overview: Overview) -> str:
    """Return scores under a header; a line without a category is about all factors together."""
    lines = (
        (
            group.key,
            category.id if category else None,
            scores.n,
            *map(ratio, (scores.mean, scores.lowest, scores.highest)),
        )
        for group in overview.groups
        for category, scores in group.categories
    )
    return csv_text((dict(zip(_OVERVIEW_COLUMNS, line, strict=True)) for line in lines), _OVERVIEW_COLUMNS)


def _lines(lines: Iterable[Sequence[object]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(lines)
    return text.getvalue()


def _cell(name: str, value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return " ".join(value)
    if isinstance(value, str) and (name == "note" or name in _FREE_TEXT):
        return _defused(value, visible_lines(value) if name == "note" else visible(value))
    return value


def _defused(text: str, shown: str) -> str:
    """Return what is shown of a text, with an apostrophe before it where a spreadsheet could take it for a formula."""
    return f"'{shown}" if text.startswith(_FORMULA_STARTS) or shown.startswith(_FORMULA_STARTS) else shown
