"""Differences between two evaluations, and comparisons of several, as JSON."""

from typing import Any

from werkzaam.domain.comparison import Column, Comparison, FactorRow
from werkzaam.domain.difference import ActionDifference, Difference, FactorDifference, ScoreDifference
from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import Category
from werkzaam.domain.versions import LeftOut
from werkzaam.formats.json_text import action_fields, json_text, number, ratio, signed_ratio, value_number


def difference_json(difference: Difference, old_file: str | None = None, new_file: str | None = None) -> str:
    """Return a difference as JSON text; a file name is None if there is no such evaluation."""
    return json_text(
        {
            "old": {**_evaluation(difference.old, old_file), "score": ratio(difference.total.old.score)},
            "new": {**_evaluation(difference.new, new_file), "score": ratio(difference.total.new.score)},
            "change": signed_ratio(difference.total.change),
            "knows_less": difference.total.knows_less,
            "note_changed": difference.note_changed,
            "categories": [_difference_category(category) for category in difference.categories],
            "factors": [_difference_factor(factor) for factor in difference.factors],
            "actions": [_action(action) for action in difference.actions],
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


def _evaluation(evaluation: Evaluation | None, file: str | None) -> dict[str, Any]:
    return {
        "file": file,
        "collaboration": evaluation.collaboration if evaluation else None,
        "date": evaluation.date.isoformat() if evaluation else None,
        "perspective": evaluation.perspective if evaluation else None,
    }


def _difference_category(difference: ScoreDifference) -> dict[str, Any]:
    return {
        **_category(difference.category),
        "old": ratio(difference.old.score),
        "new": ratio(difference.new.score),
        "change": signed_ratio(difference.change),
        "knows_less": difference.knows_less,
    }


def _category(category: Category | None) -> dict[str, Any]:
    return {"id": category.id, "name": category.name} if category else {"id": None, "name": None}


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


def _action(difference: ActionDifference) -> dict[str, Any]:
    return {**action_fields(difference.action), "became": difference.fate.value}


def comparison_json(comparison: Comparison) -> str:
    """Return a comparison as JSON text; scores, answers and values are in the order of the columns.

    `agreed` and `last` of an action are the indexes, from 0, of the first and the last column that have the action.
    """
    return json_text(
        {
            "by": comparison.axis.value,
            "columns": [
                {**_column(column), "change": rise, "knows_less": marked}
                for column, rise, marked in zip(comparison.columns, *_changes(comparison, None), strict=True)
            ],
            "categories": [_comparison_category(comparison, category) for category in comparison.factor_set.categories],
            "factors": [_comparison_factor(row) for row in comparison.factors],
            "actions": [
                {**action_fields(item.action), "agreed": item.agreed, "last": item.last, "became": item.outcome.value}
                for item in comparison.courses
            ],
            **_left_out(comparison.left_out),
        }
    )


def _column(column: Column) -> dict[str, Any]:
    total = column.result.total
    return {
        "label": column.label,
        **_evaluation(column.entry.evaluation, column.entry.file),
        "score": ratio(total.score),
        "coverage": ratio(total.coverage),
    }


def _comparison_category(comparison: Comparison, category: Category) -> dict[str, Any]:
    changes, marked = _changes(comparison, category)
    return {
        **_category(category),
        "scores": [ratio(tally.score) for tally in comparison.tallies(category)],
        "changes": changes,
        "knows_less": marked,
    }


def _changes(comparison: Comparison, category: Category | None) -> tuple[list[float | None], list[bool]]:
    """Return the change of each score since the column before, None if there is none, and the flags `knows_less`."""
    return [signed_ratio(rise) for rise in comparison.changes(category)], comparison.knows_less(category)


def _comparison_factor(row: FactorRow) -> dict[str, Any]:
    return {
        "category": row.category.id,
        "factor": row.factor.id,
        "answers": [result.answer.option for result in row.results],
        "values": [value_number(result.value) for result in row.results],
        "gap": number(row.gap),
        "kind": row.kind.value,
    }
