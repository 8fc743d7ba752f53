"""Summing up evaluations one by one, in memory that does not grow with them."""

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
"""Of how many different answers it is remembered what they come to."""

Key = str | None
"""What sets the evaluations of one group apart from others; None: nothing does, or it was not said."""


Spread = Counter[int]
"""How often there is which score, in parts of which a set says how many make up 1.

A set has only so many scores, however many evaluations there are: this is what quartiles cost that are exact.
"""


@dataclass(slots=True)
class Sums:
    """What is kept of the evaluations of one group."""

    name: str | None
    """How the group is called: as its first evaluation has it."""
    spreads: list[Spread]
    """One for each category, and behind them one for all factors together."""
    known: list[int]
    """For each point of the set, in how many evaluations it is known whether it is in place."""
    missing: list[int]
    """Likewise, in how many it is missing."""
    n: int = 0
    """How many evaluations there are."""
    factors_not_asked: Counter[int] = field(default_factory=Counter)
    """In how many evaluations a factor was not asked, by its place in the set."""
    perspectives: set[str | None] = field(default_factory=set)


class _Outcome(NamedTuple):
    """What an answer adds to the sums."""

    value: int | None
    """Its value in parts, where it enters a score."""
    is_expected: bool
    """Whether its factor should have a value."""
    factor: int
    """The place of its factor in the set."""
    is_asked: bool
    known: tuple[int, ...]
    """The places of the points of which it is known whether they are in place."""
    missing: tuple[int, ...]
    """The places of those that are missing."""


class Summation:
    """Takes in evaluations whose ids are those of a set.

    What is kept grows with the groups: one without `by`, else one for each year, perspective or collaboration.
    Collaborations are told apart as `plain_name` has them.
    """

    def __init__(self, factor_set: FactorSet, by: Axis | None) -> None:
        self.groups: dict[Key, Sums] = {}
        self._factor_set = factor_set
        self._by = by
        self._whole = parts_of_one(factor_set)
        self._factor_indexes = {factor.id: index for index, factor in enumerate(factor_set.factors)}
        self._point_indexes = {
            (factor.id, condition): index for index, (factor, condition) in enumerate(points(factor_set))
        }
        self._outcome = lru_cache(_REMEMBERED)(self._worked_out)

    def add(self, evaluation: Evaluation) -> None:
        """Take in one evaluation."""
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
        for outcome in all_outcomes:
            for index in outcome.known:
                sums.known[index] += 1
            for index in outcome.missing:
                sums.missing[index] += 1
            if not outcome.is_asked:
                sums.factors_not_asked[outcome.factor] += 1

    def _sums(self, evaluation: Evaluation) -> Sums:
        key, name = _group(self._by, evaluation)
        if key not in self.groups:
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
            self._factor_indexes[factor_id],
            result.is_asked,
            tuple(
                place for place, state in states.items() if state in (ConditionState.IN_PLACE, ConditionState.MISSING)
            ),
            tuple(place for place, state in states.items() if state is ConditionState.MISSING),
        )

    def _states(self, result: FactorResult) -> dict[int, ConditionState]:
        """Return what is known of the points that an answer is about, by their places."""
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
            spread[sum(values) // len(values)] += 1  # a whole number, as every mean of values is


def empty_sums(factor_set: FactorSet, name: str | None) -> Sums:
    """Return the sums of a group in which nothing is yet."""
    spreads: list[Spread] = [Counter() for _scores in range(len(factor_set.categories) + 1)]
    number = len(points(factor_set))
    return Sums(name, spreads, known=[0] * number, missing=[0] * number)


def parts_of_one(factor_set: FactorSet) -> int:
    """Return a number of parts such that every score of a set is a whole number of them: sums of those are exact."""
    values = [option.value for factor in factor_set.factors for option in factor.scale]
    denominators = (value.denominator for value in values if isinstance(value, Fraction))
    return lcm(*denominators) * lcm(*range(1, len(factor_set.factors) + 1))


def points(factor_set: FactorSet) -> list[tuple[Factor, Condition | None]]:
    """Return what can be missing, in the set's order: required conditions, and required factors themselves (None).

    A factor counts itself where there is none of its conditions that it needs and that was asked.
    """
    return [
        (factor, point)
        for factor in factor_set.factors
        if not factor.preferred
        for point in (*(condition for condition in factor.conditions if not condition.preferred), None)
    ]


def _group(by: Axis | None, evaluation: Evaluation) -> tuple[Key, str | None]:
    """Return to which group an evaluation belongs, and how it calls that group."""
    if by is None:
        return None, None
    key = key_of(by, evaluation)
    return key, evaluation.collaboration.strip() if by is Axis.COLLABORATION else key
