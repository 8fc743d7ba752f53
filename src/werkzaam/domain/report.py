"""What a report on one evaluation holds, whatever it will look like."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial
from typing import NamedTuple

from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import WHOLE, Category, Condition, Factor, FactorSet, Special
from werkzaam.domain.score import FactorResult, Result, score


class Shortfall(NamedTuple):
    """A factor that is not wholly in place, with the conditions that are missing."""

    category: Category
    factor: Factor
    answer: Answer
    conditions: tuple[Condition, ...]
    """Empty where none was named."""


class Report(NamedTuple):
    """An evaluation with all that follows from it."""

    factor_set: FactorSet
    evaluation: Evaluation
    result: Result
    missing: tuple[Shortfall, ...]
    """Required factors below what counts as missing, or with a required condition that is, and these conditions."""
    wishes: tuple[Shortfall, ...]
    """Likewise preferred factors with all that they lack, and preferred conditions that are missing elsewhere."""
    in_place: tuple[FactorResult, ...]
    """Factors with a number that are in neither list for themselves, wishes included."""
    unknown: tuple[FactorResult, ...]
    """Factors of which nobody knows yet."""
    open: tuple[FactorResult, ...]
    """Factors that were asked and have no answer."""
    not_asked: tuple[FactorResult, ...]
    """Factors that came with a later version of the set, and answered ones of which conditions did."""
    not_applicable: tuple[FactorResult, ...]
    """Factors that do not apply."""
    noted: tuple[FactorResult, ...]
    """Factors in place with a note: all others have theirs in a list above."""


def report(factor_set: FactorSet, evaluation: Evaluation) -> Report:
    """Work out the report on an evaluation whose ids are those of the set."""
    result = score(factor_set, evaluation)
    missing, wishes = (
        tuple(_shortfalls(result, partial(lacking, factor_set.missing_below)))
        for lacking in (_required_shortfall, _wish)
    )
    listed = {shortfall.factor.id for shortfall in (*missing, *wishes)}
    unfulfilled = {wish.factor.id for wish in wishes if wish.factor.preferred}
    everything = result.total.results
    rest = [item for item in everything if item.factor.id not in listed]
    return Report(
        factor_set,
        evaluation,
        result,
        missing=missing,
        wishes=wishes,
        in_place=tuple(
            item
            for item in everything
            if is_in_place(item, factor_set.missing_below) and item.factor.id not in unfulfilled
        ),
        unknown=tuple(item for item in rest if item.value is Special.UNKNOWN),
        open=tuple(item for item in rest if item.is_open),
        not_asked=tuple(item for item in everything if not item.is_asked or (item.unasked and not item.is_open)),
        not_applicable=tuple(item for item in rest if item.value is Special.NOT_APPLICABLE),
        noted=tuple(item for item in rest if item.answer.note and isinstance(item.value, Fraction)),
    )


def _shortfalls(
    result: Result, conditions_of: Callable[[FactorResult], tuple[Condition, ...] | None]
) -> Iterator[Shortfall]:
    for category in result.categories:
        for item in category.factors:
            conditions = conditions_of(item)
            if conditions is not None:
                yield Shortfall(category.category, item.factor, item.answer, conditions)


def is_in_place(result: FactorResult, missing_below: Fraction) -> bool:
    """Whether a factor has a number, and neither that nor a condition that it needs makes it fall short."""
    if not isinstance(result.value, Fraction) or result.falls_short(missing_below):
        return False
    return result.value == WHOLE or not _own_conditions(result)


def _own_conditions(result: FactorResult) -> tuple[Condition, ...]:
    """Return what is missing of that which a factor needs: of a wish everything, else what is required."""
    if result.factor.preferred:
        return result.missing
    return tuple(condition for condition in result.missing if not condition.preferred)


def _required_shortfall(missing_below: Fraction, result: FactorResult) -> tuple[Condition, ...] | None:
    """Return the required conditions that a required factor lacks; None where it does not fall short."""
    if result.factor.preferred or not (result.falls_short(missing_below) or _own_conditions(result)):
        return None
    return _own_conditions(result)


def _wish(missing_below: Fraction, result: FactorResult) -> tuple[Condition, ...] | None:
    """Return what is missing of a wish; None where no wish is unfulfilled."""
    if result.factor.preferred:
        return result.missing if result.missing or result.falls_short(missing_below) else None
    return tuple(condition for condition in result.missing if condition.preferred) or None
