"""A comparison as JSON."""

from typing import Any

from werkzaam.domain.comparison import Column, Comparison, FactorRow
from werkzaam.formats.json_text import json_text, number, ratio, value_number


def comparison_json(found: Comparison) -> str:
    """Return a comparison as JSON text; scores, answers and values stand in the order of the columns."""
    return json_text(
        {
            "by": found.axis.value,
            "columns": [_column(column) for column in found.columns],
            "categories": [
                {
                    "id": category.id,
                    "scores": [ratio(tally.score) for tally in found.tallies(category)],
                }
                for category in found.factor_set.categories
            ],
            "factors": [_factor(row) for row in found.factors],
            "retired": list(found.retired),
            "added": [factor.id for factor in found.added],
        }
    )


def _column(column: Column) -> dict[str, Any]:
    total = column.result.total
    return {
        "label": column.label,
        "file": column.entry.file,
        "score": ratio(total.score),
        "coverage": ratio(total.coverage),
    }


def _factor(row: FactorRow) -> dict[str, Any]:
    return {
        "category": row.category.id,
        "factor": row.factor.id,
        "answers": [result.answer.option for result in row.results],
        "values": [value_number(result.value) for result in row.results],
        "gap": number(row.gap),
        "kind": row.kind.value,
    }
