"""Differences between two evaluations, and comparisons of several, as JSON."""

from collections.abc import Sequence
from typing import Any

from werkzaam.domain.comparison import Column, Comparison, FactorRow
from werkzaam.domain.difference import Difference, FactorDifference, ScoreDifference
from werkzaam.domain.versions import LeftOut
from werkzaam.formats.json_text import (
    action_fields,
    evaluation_fields,
    fields_of,
    json_text,
    number,
    ratio,
    signed_ratio,
    value_number,
)


def difference_json(difference: Difference, old_file: str | None = None, new_file: str | None = None) -> str:
    """Return a difference as JSON text; a file name is None if there is no such evaluation."""
    return json_text(
        {
            "old": {**evaluation_fields(difference.old, old_file), "score": ratio(difference.total.old.score)},
            "new": {**evaluation_fields(difference.new, new_file), "score": ratio(difference.total.new.score)},
            "change": signed_ratio(difference.total.change),
            "knows_less": difference.total.knows_less,
            "note_changed": difference.note_changed,
            "categories": [_difference_category(score) for score in difference.scores if score.category],
            "factors": [_difference_factor(factor) for factor in difference.factors],
            "actions": [{**action_fields(item.action), "became": item.fate.value} for item in difference.actions],
            **_left_out(difference.left_out),
        }
    )


def _left_out(left_out: LeftOut) -> dict[str, Any]:
    return {
        "retired": list(left_out.retired),
        "added": [factor.id for factor in left_out.factors],
        "added_conditions": [
            {"factor": factor.id, "condition": condition.id} for factor, condition in left_out.conditions
        ],
    }


def _difference_category(difference: ScoreDifference) -> dict[str, Any]:
    return {
        **fields_of(difference.category, "id name"),
        "old": ratio(difference.old.score),
        "new": ratio(difference.new.score),
        "change": signed_ratio(difference.change),
        "knows_less": difference.knows_less,
    }


def _difference_factor(difference: FactorDifference) -> dict[str, Any]:
    return {
        "category": difference.category.id,
        "factor": difference.factor.id,
        "old": difference.old.answer.option,
        "new": difference.new.answer.option,
        "change": signed_ratio(difference.change),
        "gained": [condition.id for condition in difference.gained],
        "lost": [condition.id for condition in difference.lost],
        "note_changed": difference.note_changed,
    }


def comparison_json(comparison: Comparison) -> str:
    """Return a comparison as JSON text; scores, answers and values are in the order of the columns.

    `agreed` and `last` of an action are the indexes, from 0, of the first and the last column that have the action.
    """
    *categories, total = comparison.scores
    return json_text(
        {
            "by": comparison.axis.value,
            "columns": [_column(*pair) for pair in zip(comparison.columns, total, strict=True)],
            "categories": [_comparison_category(scores) for scores in categories],
            "factors": [_comparison_factor(row) for row in comparison.factors],
            "actions": [
                {**action_fields(item.action), "agreed": item.agreed, "last": item.last, "became": item.outcome.value}
                for item in comparison.courses
            ],
            **_left_out(comparison.left_out),
        }
    )


def _column(column: Column, total: ScoreDifference) -> dict[str, Any]:
    return {
        "label": column.label,
        **evaluation_fields(column.entry.evaluation, column.entry.file),
        "score": ratio(total.new.score),
        "coverage": ratio(total.new.coverage),
        "change": signed_ratio(total.change),
        "knows_less": total.knows_less,
    }


def _comparison_category(scores: Sequence[ScoreDifference]) -> dict[str, Any]:
    return {
        **fields_of(scores[0].category, "id name"),
        "scores": [ratio(score.new.score) for score in scores],
        "changes": [signed_ratio(score.change) for score in scores],
        "knows_less": [score.knows_less for score in scores],
    }


def _comparison_factor(row: FactorRow) -> dict[str, Any]:
    return {
        "category": row.category.id,
        "factor": row.factor.id,
        "answers": [result.answer.option for result in row.results],
        "values": [value_number(result.value) for result in row.results],
        "gap": number(row.gap),
        "kind": row.kind.value,
    }
