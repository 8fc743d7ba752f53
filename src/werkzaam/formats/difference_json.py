"""What changed between two evaluations, as JSON."""

from fractions import Fraction
from typing import Any

from werkzaam.domain.difference import ActionDifference, Difference, FactorDifference, ScoreDifference
from werkzaam.domain.evaluation import Evaluation
from werkzaam.formats.json_text import json_text, ratio, signed_ratio
from werkzaam.formats.report_json import action_fields


def difference_json(found: Difference) -> str:
    """Return a difference as JSON text."""
    return json_text(
        {
            "old": _evaluation(found.old, found.total.old.score),
            "new": _evaluation(found.new, found.total.new.score),
            "change": signed_ratio(found.total.change),
            "categories": [_category(category) for category in found.categories],
            "factors": [_factor(factor) for factor in found.factors],
            "actions": [_action(action) for action in found.actions],
            "retired": list(found.retired),
            "added": [factor.id for factor in found.added],
        }
    )


def _evaluation(evaluation: Evaluation | None, score: Fraction | None) -> dict[str, Any]:
    return {
        "date": evaluation.date.isoformat() if evaluation else None,
        "perspective": evaluation.perspective if evaluation else None,
        "score": ratio(score),
    }


def _category(found: ScoreDifference) -> dict[str, Any]:
    return {
        "id": found.category.id if found.category else None,
        "old": ratio(found.old.score),
        "new": ratio(found.new.score),
        "change": signed_ratio(found.change),
    }


def _factor(found: FactorDifference) -> dict[str, Any]:
    return {
        "category": found.category.id,
        "factor": found.factor.id,
        "old": found.old.answer.option,
        "new": found.new.answer.option,
        "change": signed_ratio(found.change),
        "gained": [condition.id for condition in found.gained],
        "lost": [condition.id for condition in found.lost],
        "note_changed": found.note_changed,
    }


def _action(found: ActionDifference) -> dict[str, Any]:
    return {**action_fields(found.action), "became": found.fate.value}
