"""The report as JSON: what there is not, and its numbers redone by hand on any set."""

import json
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given, settings

from tests.domain.building import answered_sets, evaluation
from tests.formats.reports import full_report, other_report, small_report
from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import Factor, FactorSet, Special
from werkzaam.domain.report import report
from werkzaam.formats.json_results import report_json


def test_what_is_missing_and_wished_for_is_told_with_its_conditions(small: FactorSet) -> None:
    found = json.loads(report_json(small_report(small)))
    assert [(item["factor"], item["conditions"]) for item in found["missing"]] == [
        ("team", [{"id": "is-deskundig", "text": "Skilled team"}])
    ]
    assert [(item["factor"], [condition["id"] for condition in item["conditions"]]) for item in found["wishes"]] == [
        ("ruimte", ["is-eigen", "is-centraal"])
    ]


def test_a_partial_answer_that_names_nothing_has_an_empty_list(small: FactorSet) -> None:
    found = json.loads(report_json(full_report(small)))
    assert [(item["factor"], item["conditions"]) for item in found["missing"]] == [("team", []), ("tijd", [])]
    assert found["complete"] is True


def test_where_nothing_is_required_there_is_neither_score_nor_coverage(small: FactorSet) -> None:
    found = json.loads(report_json(report(small, evaluation(dict.fromkeys(("team", "contact", "tijd"), "nvt")))))
    assert [found[key] for key in ("score", "coverage", "perspective", "note", "actions")] == [*[None] * 4, []]


def test_another_scale_counts_its_own_answers() -> None:
    found = json.loads(report_json(other_report()))
    given = {"0": 0, "1": 1, "2": 0, "3": 1, "4": 0, "done": 1, "not-done": 0}
    assert found["counts"] == {**given, "open": 0, "not_asked": 0}
    assert found["score"] == 0.6667
    assert [factor["value"] for factor in found["categories"][0]["factors"]] == [0.75, 0.25, 1]


@given(answered=answered_sets())
@settings(max_examples=30)
def test_the_numbers_are_those_of_a_sheet_of_paper(answered: tuple[FactorSet, Evaluation]) -> None:
    factor_set, found = answered
    written = json.loads(report_json(report(factor_set, found)))
    assert sums(written) == by_hand(list(factor_set.factors), found, factor_set)
    for category, part in zip(factor_set.categories, written["categories"], strict=True):
        assert sums(part) == by_hand(list(category.factors), found, factor_set)
    assert written["complete"] == (written["counts"]["open"] == 0)


def sums(part: dict[str, Any]) -> dict[str, Any]:
    return {key: part[key] for key in ("score", "coverage", "counts", "conditions")}


def by_hand(factors: list[Factor], found: Evaluation, factor_set: FactorSet) -> dict[str, Any]:
    """Redo the figures by the rules of the score, a line of it at a time."""
    numbers, required = [], 0
    counts: Counter[str] = Counter()
    in_place = missing = unknown = 0
    for factor in factors:
        answer = found.answers[factor.id]
        counts[answer.option or "open"] += 1
        value = None if answer.option is None else factor.option(answer.option).value
        wishes = {condition.id for condition in factor.conditions if condition.preferred}
        size = len(factor.conditions)
        if value is None or value is Special.UNKNOWN:
            unknown += size
        elif value == 1:
            in_place += size
        elif value == 0:
            missing += size
        elif value is not Special.NOT_APPLICABLE:
            in_place += size - len(answer.named) if answer.named else 0
            missing += len(answer.named)
            unknown += 0 if answer.named else size
            if answer.named and set(answer.named) <= wishes:
                value = Fraction(1)
        if factor.preferred or value is Special.NOT_APPLICABLE:
            continue
        required += 1
        if isinstance(value, Fraction):
            numbers.append(value)
    enough = bool(numbers) and len(numbers) >= factor_set.minimum_coverage * required
    return {
        "score": four_decimals(sum(numbers, Fraction(0)) / len(numbers)) if enough else None,
        "coverage": four_decimals(Fraction(len(numbers), required)) if required else None,
        "counts": {key: counts[key] for key in (*(option.id for option in factor_set.options), "open", "not_asked")},
        "conditions": {"in_place": in_place, "missing": missing, "unknown": unknown},
    }


def four_decimals(number: Fraction) -> float:
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return float(exact.quantize(Decimal("0.0001"), ROUND_HALF_UP))


@given(answered=answered_sets())
@settings(max_examples=30)
def test_what_is_missing_follows_from_the_answers(answered: tuple[FactorSet, Evaluation]) -> None:
    factor_set, found = answered
    written = json.loads(report_json(report(factor_set, found)))
    preferred = {factor.id: {item.id for item in factor.conditions if item.preferred} for factor in factor_set.factors}
    short, wishes = {}, {}
    for category in written["categories"]:
        for factor in category["factors"]:
            name, missing = factor["id"], factor["missing"]
            below = factor["value"] is not None and factor["value"] < 1
            if preferred[name] & set(missing):
                wishes[name] = [item for item in missing if item in preferred[name]]
            if below and factor["preferred"]:
                wishes[name] = missing
            elif below:
                short[name] = [item for item in missing if item not in preferred[name]]
    assert {item["factor"]: [found["id"] for found in item["conditions"]] for item in written["missing"]} == short
    assert {item["factor"]: [found["id"] for found in item["conditions"]] for item in written["wishes"]} == wishes
