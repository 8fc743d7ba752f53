"""Evaluations that were made with different versions of a set: what all of them were asked."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import Condition, Factor, FactorSet
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
    results = [
        factor_result(factor, evaluation.answer(factor.id), evaluation.version)
        for evaluation in evaluations
        for factor in factor_set.factors
    ]
    later = {result.factor.id for result in results if not result.is_asked}
    named_later = {(result.factor.id, condition.id) for result in results for condition in result.unasked}
    left_out = LeftOut(
        tuple(dict.fromkeys(retired)),
        tuple(factor for factor in factor_set.factors if factor.id in later),
        tuple(
            (factor, condition)
            for factor in factor_set.factors
            for condition in factor.conditions
            if factor.id not in later and (factor.id, condition.id) in named_later
        ),
    )

    def asked(factor: Factor) -> Factor:
        kept = (condition for condition in factor.conditions if (factor.id, condition.id) not in named_later)
        return factor._replace(conditions=tuple(kept))

    categories = (
        category._replace(factors=tuple(asked(factor) for factor in category.factors if factor.id not in later))
        for category in factor_set.categories
    )
    return replace(factor_set, categories=tuple(category for category in categories if category.factors)), left_out
