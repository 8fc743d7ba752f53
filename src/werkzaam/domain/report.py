"""The content of a report on one evaluation, whatever its format."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import WHOLE, Category, Condition, Factor, FactorSet, Special
from werkzaam.domain.score import FactorResult, Result, score


class Shortfall(NamedTuple):
    """A factor that is not fully in place, with the conditions that are missing."""

    category: Category
    factor: Factor
    answer: Answer
    conditions: tuple[Condition, ...]
    """The missing conditions; empty if none was named."""


class Report(NamedTuple):
    """An evaluation, its scores, and its factors sorted by how they stand."""

    factor_set: FactorSet
    evaluation: Evaluation
    result: Result
    missing: tuple[Shortfall, ...]
    """Required factors that fall short or for which a required condition was named, with those that they lack."""
    wishes: tuple[Shortfall, ...]
    """Preferred factors that fall short or lack any condition, and preferred conditions that other factors lack."""
    in_place: tuple[FactorResult, ...]
    """Factors for which `is_in_place` holds, without preferred factors that are in `wishes`."""
    unknown: tuple[FactorResult, ...]
    """Factors whose value is Special.UNKNOWN."""
    open: tuple[FactorResult, ...]
    """Factors that were asked and have no answer."""
    not_asked: tuple[FactorResult, ...]
    """Factors that came with a later version and were not asked, and answered factors with a condition like that."""
    not_applicable: tuple[FactorResult, ...]
    """Factors whose value is Special.NOT_APPLICABLE."""
    noted: tuple[FactorResult, ...]
    """Factors in place that have a note and are in no list above that shows it: neither `missing` nor `wishes`."""


def report(factor_set: FactorSet, evaluation: Evaluation) -> Report:
    """Return the report on an evaluation. Raises KeyError if a factor of the set lacks the option that was chosen."""
    result = score(factor_set, evaluation)
    missing = tuple(_shortfalls(result, _required_shortfall, factor_set.missing_below))
    wishes = tuple(_shortfalls(result, _wish, factor_set.missing_below))
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
    result: Result, lacking: Callable[[FactorResult, Fraction], tuple[Condition, ...] | None], missing_below: Fraction
) -> Iterator[Shortfall]:
    for category in result.categories:
        for item in category.factors:
            conditions = lacking(item, missing_below)
            if conditions is not None:
                yield Shortfall(category.category, item.factor, item.answer, conditions)


def is_in_place(result: FactorResult, missing_below: Fraction) -> bool:
    """Return whether the value is a number that does not fall short, and is 1 or no needed condition is named."""
    if not isinstance(result.value, Fraction) or result.falls_short(missing_below):
        return False
    return result.value == WHOLE or not _names_its_own(result)


def _own_conditions(result: FactorResult) -> tuple[Condition, ...]:
    """Return the missing conditions that a factor needs: for a preferred factor all, for another the required ones."""
    if result.factor.preferred:
        return result.missing
    return tuple(condition for condition in result.missing if not condition.preferred)


def _names_its_own(result: FactorResult) -> bool:
    """Return whether a condition that a factor needs was named as missing; to a “no” without a name none was."""
    return any(condition.id in result.answer.named for condition in _own_conditions(result))


def _required_shortfall(result: FactorResult, missing_below: Fraction) -> tuple[Condition, ...] | None:
    """Return the required conditions that a required factor lacks; None if the factor does not belong in `missing`."""
    if result.factor.preferred or not (result.falls_short(missing_below) or _names_its_own(result)):
        return None
    return _own_conditions(result)


def _wish(result: FactorResult, missing_below: Fraction) -> tuple[Condition, ...] | None:
    """Return the missing conditions of a wish; None if the factor does not belong in `wishes`."""
    if result.factor.preferred:
        return result.missing if result.missing or result.falls_short(missing_below) else None
    return tuple(condition for condition in result.missing if condition.preferred) or None
