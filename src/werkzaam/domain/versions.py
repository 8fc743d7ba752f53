"""Evaluations that were made with different versions of a set: what all of them were asked."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import Category, Condition, Factor, FactorSet
from werkzaam.domain.score import factor_result


class LeftOut(NamedTuple):
    """What is neither compared nor counted in compared scores, since not every evaluation was asked it."""

    retired: tuple[str, ...]
    """Ids of factors that some evaluations answered, and that the set no longer has."""
    factors: tuple[Factor, ...]
    """Factors that some evaluations were not asked, in the set's order."""
    conditions: tuple[tuple[Factor, Condition], ...]
    """Conditions that some evaluations were not asked, of factors that all were asked, in the set's order."""


def asked_in_all(
    factor_set: FactorSet, evaluations: Sequence[Evaluation], retired: Iterable[str]
) -> tuple[FactorSet, LeftOut]:
    """Return the part of a set that every evaluation was asked, and what was left out of the set."""
    categories: list[Category] = []
    factors: list[Factor] = []
    conditions: list[tuple[Factor, Condition]] = []
    for category in factor_set.categories:
        kept = []
        for factor in category.factors:
            results = [factor_result(factor, item.answer(factor.id), item.version) for item in evaluations]
            if all(result.is_asked for result in results):
                later = [item for item in factor.conditions if any(item in result.unasked for result in results)]
                conditions += [(factor, item) for item in later]
                kept.append(factor._replace(conditions=tuple(item for item in factor.conditions if item not in later)))
            else:
                factors.append(factor)
        if kept:
            categories.append(category._replace(factors=tuple(kept)))
    left_out = LeftOut(tuple(dict.fromkeys(retired)), tuple(factors), tuple(conditions))
    return replace(factor_set, categories=tuple(categories)), left_out
