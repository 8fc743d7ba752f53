"""A report as JSON: the figures of the table, and what they follow from."""

from typing import Any

from werkzaam.domain.evaluation import Action
from werkzaam.domain.report import Report, Shortfall
from werkzaam.domain.score import CategoryResult, ConditionCounts, FactorResult, Tally
from werkzaam.formats.json_text import json_text, ratio, value_number

FORMAT = 1
"""The value of `werkzaam`: raised when the meaning of a key changes."""


def report_json(report: Report) -> str:
    """Return a report as JSON text."""
    evaluation, result = report.evaluation, report.result
    return json_text(
        {
            "werkzaam": FORMAT,
            "factors": {"id": report.factor_set.id, "version": report.factor_set.version},
            "collaboration": evaluation.collaboration,
            "date": evaluation.date.isoformat(),
            "perspective": evaluation.perspective,
            "note": evaluation.note,
            "score": ratio(result.total.score),
            "coverage": ratio(result.total.coverage),
            "complete": not result.total.open,
            "counts": _counts(result.total),
            "conditions": _conditions(result.total.conditions),
            "categories": [_category(category) for category in result.categories],
            "missing": [_shortfall(shortfall) for shortfall in report.missing],
            "wishes": [_shortfall(shortfall) for shortfall in report.wishes],
            "actions": [action_fields(action) for action in evaluation.actions],
        }
    )


def _counts(tally: Tally) -> dict[str, int]:
    return {**tally.counts, "open": tally.open}


def _conditions(counts: ConditionCounts) -> dict[str, int]:
    return {"in_place": counts.in_place, "missing": counts.missing, "unknown": counts.unknown}


def _category(found: CategoryResult) -> dict[str, Any]:
    return {
        "id": found.category.id,
        "name": found.category.name,
        "score": ratio(found.tally.score),
        "coverage": ratio(found.tally.coverage),
        "counts": _counts(found.tally),
        "conditions": _conditions(found.tally.conditions),
        "factors": [_factor(factor) for factor in found.factors],
    }


def _factor(found: FactorResult) -> dict[str, Any]:
    return {
        "id": found.factor.id,
        "text": found.factor.text,
        "preferred": found.factor.preferred,
        "answer": found.answer.option,
        "value": value_number(found.value),
        "missing": [condition.id for condition in found.missing],
        "note": found.answer.note,
    }


def _shortfall(shortfall: Shortfall) -> dict[str, Any]:
    return {
        "category": shortfall.category.id,
        "factor": shortfall.factor.id,
        "text": shortfall.factor.text,
        "answer": shortfall.answer.option,
        "note": shortfall.answer.note,
        "conditions": [{"id": condition.id, "text": condition.text} for condition in shortfall.conditions],
    }


def action_fields(action: Action) -> dict[str, Any]:
    """Return an action as it stands in every JSON result."""
    return {
        "factor": action.factor,
        "what": action.what,
        "owner": action.owner,
        "due": action.due.isoformat() if action.due else None,
        "status": action.status.value,
    }
