"""Summing up evaluations one by one, in memory that grows with the groups and the distinct scores only."""

from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import NamedTuple

from werkzaam.domain.comparison import Axis, key_of
from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import Condition, Factor, FactorSet
from werkzaam.domain.score import ConditionState, FactorResult, factor_result, is_covered

_REMEMBERED = 10_000
"""The number of different answers whose outcome is cached."""

Key = str | None
"""The value of `key_of` that the evaluations of a group share; None without groups, or without perspective."""


Spread = Counter[int]
"""How often each score occurs. Scores are counted in parts, whole numbers: `parts_of_one` of them make 1.

The memory for exact quartiles is limited by the number of scores that a set can have, not by that of evaluations.
"""


@dataclass(slots=True)
class Sums:
    """The sums over the evaluations of one group."""

    name: str | None
    """The name of the group, as its first evaluation spells it; None as for its key."""
    spreads: list[Spread]
    """The spread of the scores of each category, then that of all factors together."""
    known: list[int]
    """For each of `points`, the number of evaluations in which it is known whether the point is in place."""
    missing: list[int]
    """For each of `points`, the number of evaluations in which the point is missing."""
    n: int = 0
    """The number of evaluations."""
    factors_not_asked: Counter[int] = field(default_factory=Counter)
    """The number of evaluations that were not asked a factor, by the index of the factor in the set."""
    perspectives: set[str | None] = field(default_factory=set)


class _Outcome(NamedTuple):
    """What one answer adds to the sums."""

    value: int | None
    """The scored value, in parts; None if the answer enters no score."""
    is_expected: bool
    """Whether a complete score includes the factor."""
    is_asked: bool
    known: tuple[int, ...]
    """The indexes, in `points`, of points of which it is known whether they are in place."""
    missing: tuple[int, ...]
    """The indexes, in `points`, of points that are missing."""


class Summation:
    """Sums up evaluations whose ids all occur in a set, by group.

    Without `by` there is one group, else one for each year, perspective or collaboration (by `plain_name`).
    """

    def __init__(self, factor_set: FactorSet, by: Axis | None) -> None:
        self.groups: dict[Key, Sums] = {}
        self._factor_set = factor_set
        self._by = by
        self._whole = parts_of_one(factor_set)
        self._point_indexes = {
            (factor.id, condition): index for index, (factor, condition) in enumerate(points(factor_set))
        }
        self._outcome = lru_cache(_REMEMBERED)(self._worked_out)

    def add(self, evaluation: Evaluation) -> None:
        """Add one evaluation to the sums of its group."""
        sums = self._sums(evaluation)
        sums.n += 1
        sums.perspectives.add(evaluation.perspective)
        *spreads, spread_of_all = sums.spreads
        all_outcomes: list[_Outcome] = []
        for category, spread in zip(self._factor_set.categories, spreads, strict=True):
            outcomes = [self._outcome_of(evaluation, factor.id) for factor in category.factors]
            self._add_score(outcomes, spread)
            all_outcomes += outcomes
        self._add_score(all_outcomes, spread_of_all)
        for place, outcome in enumerate(all_outcomes):
            for index in outcome.known:
                sums.known[index] += 1
            for index in outcome.missing:
                sums.missing[index] += 1
            if not outcome.is_asked:
                sums.factors_not_asked[place] += 1

    def _sums(self, evaluation: Evaluation) -> Sums:
        """Return the sums of the group of an evaluation; a new one is named as the evaluation spells it."""
        key = None if self._by is None else key_of(self._by, evaluation)
        if key not in self.groups:
            name = evaluation.collaboration.strip() if self._by is Axis.COLLABORATION else key
            self.groups[key] = empty_sums(self._factor_set, name)
        return self.groups[key]

    def _outcome_of(self, evaluation: Evaluation, factor_id: str) -> _Outcome:
        answer = evaluation.answer(factor_id)
        return self._outcome(factor_id, answer.option, answer.named, evaluation.version)

    def _worked_out(
        self, factor_id: str, option: str | None, missing: tuple[str, ...], version: int | None
    ) -> _Outcome:
        result = factor_result(self._factor_set.factor_by_id[factor_id], Answer(option, missing), version)
        value, states = result.scored_value, self._states(result)
        return _Outcome(
            None if value is None else value.numerator * (self._whole // value.denominator),
            result.is_expected,
            result.is_asked,
            tuple(
                place for place, state in states.items() if state in (ConditionState.IN_PLACE, ConditionState.MISSING)
            ),
            tuple(place for place, state in states.items() if state is ConditionState.MISSING),
        )

    def _states(self, result: FactorResult) -> dict[int, ConditionState]:
        """Return the states of the points that an answer is about, by their index in `points`."""
        factor = result.factor
        if factor.preferred:
            return {}
        asked = [item for item in factor.conditions if not item.preferred and item not in result.unasked]
        if asked:
            return {self._point_indexes[factor.id, item]: result.condition_state(item) for item in asked}
        if not isinstance(result.value, Fraction):
            return {}
        falls_short = result.falls_short(self._factor_set.missing_below)
        state = ConditionState.MISSING if falls_short else ConditionState.IN_PLACE
        return {self._point_indexes[factor.id, None]: state}

    def _add_score(self, outcomes: list[_Outcome], spread: Spread) -> None:
        values = [outcome.value for outcome in outcomes if outcome.value is not None]
        if is_covered(self._factor_set, len(values), sum([outcome.is_expected for outcome in outcomes])):
            spread[sum(values) // len(values)] += 1  # exact: `parts_of_one` makes every mean a whole number


def empty_sums(factor_set: FactorSet, name: str | None) -> Sums:
    """Return the sums of a group without evaluations."""
    spreads: list[Spread] = [Counter() for _scores in range(len(factor_set.categories) + 1)]
    number = len(points(factor_set))
    return Sums(name, spreads, known=[0] * number, missing=[0] * number)


def parts_of_one(factor_set: FactorSet) -> int:
    """Return in how many parts to divide 1 so that every possible score of a set is a whole number of parts."""
    values = [option.value for factor in factor_set.factors for option in factor.scale]
    denominators = (value.denominator for value in values if isinstance(value, Fraction))
    return lcm(*denominators) * lcm(*range(1, len(factor_set.factors) + 1))


def points(factor_set: FactorSet) -> list[tuple[Factor, Condition | None]]:
    """Return what can be missing, in the set's order: conditions and (None) factors themselves, required ones only.

    A factor itself is counted only in evaluations in which none of its required conditions was asked.
    """
    return [
        (factor, point)
        for factor in factor_set.factors
        if not factor.preferred
        for point in (*(condition for condition in factor.conditions if not condition.preferred), None)
    ]
