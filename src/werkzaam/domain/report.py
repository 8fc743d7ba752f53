"""What a report on one evaluation holds, whatever it will look like."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import Category, Condition, Factor, FactorSet, Special
from werkzaam.domain.score import FactorResult, Result, score


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A factor that is not wholly in place, with the conditions that are missing."""

    category: Category
    factor: Factor
    answer: Answer
    conditions: tuple[Condition, ...]
    """Empty where none was named."""


@dataclass(frozen=True, slots=True)
class Report:
    """An evaluation with all that follows from it."""

    factor_set: FactorSet
    evaluation: Evaluation
    result: Result
    missing: tuple[Shortfall, ...]
    """Required factors below 1, with their required conditions."""
    wishes: tuple[Shortfall, ...]
    """Preferred factors below 1, and preferred conditions that are missing elsewhere."""
    unknown: tuple[FactorResult, ...]
    """Factors of which nobody knows yet."""
    open: tuple[FactorResult, ...]
    """Factors without an answer."""
    noted: tuple[FactorResult, ...]
    """Factors with a note that are in no list above."""


def report(factor_set: FactorSet, evaluation: Evaluation) -> Report:
    """Work out the report on an evaluation whose ids are those of the set."""
    result = score(factor_set, evaluation)
    missing, wishes = (tuple(_shortfalls(result, lacking)) for lacking in (_required_shortfall, _wish))
    listed = {shortfall.factor.id for shortfall in (*missing, *wishes)}
    rest = [item for item in _factor_results(result) if item.factor.id not in listed]
    return Report(
        factor_set,
        evaluation,
        result,
        missing=missing,
        wishes=wishes,
        unknown=tuple(item for item in rest if item.value is Special.UNKNOWN),
        open=tuple(item for item in rest if item.value is None),
        noted=tuple(item for item in rest if item.answer.note and item.value not in (Special.UNKNOWN, None)),
    )


def _factor_results(result: Result) -> Iterator[FactorResult]:
    for category in result.categories:
        yield from category.factors


def _shortfalls(
    result: Result, conditions_of: Callable[[FactorResult], tuple[Condition, ...] | None]
) -> Iterator[Shortfall]:
    for category in result.categories:
        for item in category.factors:
            conditions = conditions_of(item)
            if conditions is not None:
                yield Shortfall(category.category, item.factor, item.answer, conditions)


def _required_shortfall(result: FactorResult) -> tuple[Condition, ...] | None:
    """Return the required conditions that a required factor lacks; None where it does not fall short."""
    if result.factor.preferred or not result.falls_short:
        return None
    return tuple(condition for condition in result.missing if not condition.preferred)


def _wish(result: FactorResult) -> tuple[Condition, ...] | None:
    """Return what is missing of a wish; None where no wish is unfulfilled."""
    if result.factor.preferred and result.falls_short:
        return result.missing
    return tuple(condition for condition in result.missing if condition.preferred) or None
