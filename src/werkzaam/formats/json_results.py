"""Reports, overviews and factor sets as JSON: the figures that people see, and the values that they follow from."""

from typing import Any

from werkzaam.domain.factor_set import Factor, FactorSet, Option, Special
from werkzaam.domain.overview import Group, MissingPoint, Overview
from werkzaam.domain.report import Report, Shortfall
from werkzaam.domain.score import CategoryResult, FactorResult, Tally
from werkzaam.formats.json_text import action_fields, fields_of, json_text, number, range_fields, ratio, value_number

FORMAT = 1
"""The version of the format, as the value of the key `werkzaam`: raised when the meaning of a key changes."""


def report_json(report: Report) -> str:
    """Return a report as JSON text."""
    evaluation, result = report.evaluation, report.result
    return json_text(
        {
            "werkzaam": FORMAT,
            "factors": fields_of(report.factor_set, "id version"),
            "file_version": evaluation.version or report.factor_set.version,
            "collaboration": evaluation.collaboration,
            "date": evaluation.date.isoformat(),
            "perspective": evaluation.perspective,
            "note": evaluation.note,
            "score": ratio(result.total.score),
            "coverage": ratio(result.total.coverage),
            "complete": not result.total.open,
            "counts": _counts(result.total),
            "conditions": result.total.conditions._asdict(),
            "categories": [_report_category(category) for category in result.categories],
            "missing": [_shortfall(shortfall) for shortfall in report.missing],
            "wishes": [_shortfall(shortfall) for shortfall in report.wishes],
            "actions": [action_fields(action) for action in evaluation.actions],
        }
    )


def _counts(tally: Tally) -> dict[str, int]:
    return {**tally.counts, "open": tally.open, "not_asked": tally.not_asked}


def _report_category(result: CategoryResult) -> dict[str, Any]:
    return {
        **fields_of(result.category, "id name"),
        "score": ratio(result.tally.score),
        "coverage": ratio(result.tally.coverage),
        "counts": _counts(result.tally),
        "conditions": result.tally.conditions._asdict(),
        "factors": [_report_factor(factor) for factor in result.factors],
    }


def _report_factor(result: FactorResult) -> dict[str, Any]:
    return {
        **fields_of(result.factor, "id text preferred"),
        "answer": result.answer.option,
        "state": result.state.value,
        "value": value_number(result.value),
        "missing": [condition.id for condition in result.missing],
        "note": result.answer.note,
    }


def _shortfall(shortfall: Shortfall) -> dict[str, Any]:
    return {
        "category": shortfall.category.id,
        "factor": shortfall.factor.id,
        "text": shortfall.factor.text,
        "answer": shortfall.answer.option,
        "note": shortfall.answer.note,
        "conditions": [fields_of(condition, "id text") for condition in shortfall.conditions],
    }


def overview_json(overview: Overview, valid: int, invalid: int) -> str:
    """Return an overview as JSON text, with the numbers of `valid` files, which it covers, and of `invalid` ones."""
    return json_text({"files": valid, "invalid": invalid, "groups": [_group(group) for group in overview.groups]})


def _group(group: Group) -> dict[str, Any]:
    *categories, (_all, score) = group.categories
    return {
        "key": group.key,
        "n": group.n,
        "score": range_fields(score),
        "categories": [{"id": category.id, **range_fields(scores)} for category, scores in categories if category],
        "most_missing": [_missing(item) for item in group.most_missing],
    }


def _missing(item: MissingPoint) -> dict[str, Any]:
    return {
        "category": item.category.id,
        "factor": item.factor.id,
        "condition": item.condition.id if item.condition else None,
        "count": item.count,
        "share": ratio(item.share),
    }


def factors_json(factor_set: FactorSet) -> str:
    """Return a factor set as JSON text."""
    source, display = factor_set.source, factor_set.display
    return json_text(
        {
            "werkzaam": FORMAT,
            "result": "factors",  # distinguishes it from a factor set, which it resembles
            **fields_of(factor_set, "id version language title introduction question"),
            "source": fields_of(source, "title publisher url") if source else None,
            "perspectives": [fields_of(item, "id name joint") for item in factor_set.perspectives],
            "bands": [{"from": number(band.start), "colour": band.colour} for band in factor_set.bands],
            "minimum_coverage": number(factor_set.minimum_coverage),
            "missing_below": number(factor_set.missing_below),
            "display": {"from": number(display.low), "to": number(display.high)} if display else None,
            "categories": [
                {**fields_of(category, "id name help"), "factors": [_factors_factor(item) for item in category.factors]}
                for category in factor_set.categories
            ],
        }
    )


def _factors_factor(factor: Factor) -> dict[str, Any]:
    return {
        **fields_of(factor, "id since source text help preferred"),
        "scale": [_option(option) for option in factor.scale],
        "conditions": [fields_of(condition, "id since text help preferred") for condition in factor.conditions],
    }


def _option(option: Option) -> dict[str, Any]:
    value = option.value.value if isinstance(option.value, Special) else number(option.value)
    return {**fields_of(option, "id key"), "value": value, **fields_of(option, "name help")}
