"""An overview as JSON."""

from typing import Any

from werkzaam.domain.overview import Group, MissingCondition, Overview, ScoreRange
from werkzaam.formats.json_text import json_text, ratio


def overview_json(found: Overview, valid: int, invalid: int) -> str:
    """Return an overview as JSON text, with how many files could be used and how many could not."""
    return json_text({"files": valid, "invalid": invalid, "groups": [_group(group) for group in found.groups]})


def _group(group: Group) -> dict[str, Any]:
    *categories, (_all, score) = group.categories
    return {
        "key": group.key,
        "n": group.n,
        "score": _range(score),
        "categories": [{"id": category.id, **_range(scores)} for category, scores in categories if category],
        "most_missing": [_missing(item) for item in group.most_missing],
    }


def _range(scores: ScoreRange) -> dict[str, Any]:
    return {
        "n": scores.n,
        "mean": ratio(scores.mean),
        "min": ratio(scores.lowest),
        "max": ratio(scores.highest),
    }


def _missing(item: MissingCondition) -> dict[str, Any]:
    return {
        "category": item.category.id,
        "factor": item.factor.id,
        "condition": item.condition.id,
        "count": item.count,
        "share": ratio(item.share),
    }
