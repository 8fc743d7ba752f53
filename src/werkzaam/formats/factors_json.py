"""A factor set as JSON, in one language, with every default filled in."""

from typing import Any

from werkzaam.domain.factor_set import Condition, Factor, FactorSet, Option, Special
from werkzaam.formats.json_text import json_text, number

FORMAT = 1
"""The value of `werkzaam`: raised when the meaning of a key changes."""


def factors_json(factor_set: FactorSet) -> str:
    """Return a factor set as JSON text."""
    source = factor_set.source
    return json_text(
        {
            "werkzaam": FORMAT,
            "id": factor_set.id,
            "version": factor_set.version,
            "language": factor_set.language,
            "title": factor_set.title,
            "introduction": factor_set.introduction,
            "source": {"title": source.title, "publisher": source.publisher, "url": source.url} if source else None,
            "perspectives": [{"id": item.id, "name": item.name} for item in factor_set.perspectives],
            "bands": [{"from": number(band.start), "colour": band.colour} for band in factor_set.bands],
            "minimum_coverage": number(factor_set.minimum_coverage),
            "categories": [
                {"id": category.id, "name": category.name, "factors": [_factor(item) for item in category.factors]}
                for category in factor_set.categories
            ],
        }
    )


def _factor(factor: Factor) -> dict[str, Any]:
    return {
        "id": factor.id,
        "source": factor.source,
        "text": factor.text,
        "preferred": factor.preferred,
        "scale": [_option(option) for option in factor.scale],
        "conditions": [_condition(condition) for condition in factor.conditions],
    }


def _option(option: Option) -> dict[str, Any]:
    value = option.value.value if isinstance(option.value, Special) else number(option.value)
    return {"id": option.id, "key": option.key, "value": value, "name": option.name}


def _condition(condition: Condition) -> dict[str, Any]:
    return {
        "id": condition.id,
        "text": condition.text,
        "help": condition.help,
        "preferred": condition.preferred,
    }
