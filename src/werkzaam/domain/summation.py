"""Summing up evaluations one by one, in memory that does not grow with them."""

from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import NamedTuple

from werkzaam.domain.comparison import Axis, key_of
from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import Factor, FactorSet
from werkzaam.domain.score import FactorResult, factor_result, is_covered

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
    """For each factor of the set, in how many evaluations it is known which of its conditions are in place.

    Of one without conditions, in how many it has a number.
    """
    missing: list[int]
    """For each point of the set, in how many evaluations it is missing."""
    n: int = 0
    """How many evaluations there are."""
    factors_not_asked: Counter[int] = field(default_factory=Counter)
    """In how many evaluations a factor was not asked, by its place in the set."""
    points_not_asked: Counter[int] = field(default_factory=Counter)
    """In how many of those in which its factor is known a condition was not asked, by its place among the points."""
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
    is_known: bool
    """Whether it is known which conditions are in place; without any, whether it has a number."""
    missing: tuple[int, ...]
    """The places of the points that are missing."""
    unasked: tuple[int, ...]
    """The places of the conditions that were not asked."""


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
        self._point_indexes = point_indexes(factor_set)
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
            if outcome.is_known:
                sums.known[outcome.factor] += 1
                for index in outcome.missing:
                    sums.missing[index] += 1
                for index in outcome.unasked:
                    sums.points_not_asked[index] += 1
            elif not outcome.is_asked:
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
        value = result.scored_value
        return _Outcome(
            None if value is None else value.numerator * (self._whole // value.denominator),
            result.is_expected,
            self._factor_indexes[factor_id],
            result.is_asked,
            _is_known(result),
            tuple(self._point_indexes[factor_id, point] for point in self._missing(result)),
            tuple(self._point_indexes[factor_id, condition.id] for condition in result.unasked),
        )

    def _missing(self, result: FactorResult) -> list[str | None]:
        """Return the conditions that are missing; of a factor without conditions, whether that itself is."""
        if result.factor.conditions:
            return [condition.id for condition in result.missing]
        return [None] if result.falls_short(self._factor_set.missing_below) else []

    def _add_score(self, outcomes: list[_Outcome], spread: Spread) -> None:
        values = [outcome.value for outcome in outcomes if outcome.value is not None]
        if is_covered(self._factor_set, len(values), sum([outcome.is_expected for outcome in outcomes])):
            spread[sum(values) // len(values)] += 1  # a whole number, as every mean of values is


def empty_sums(factor_set: FactorSet, name: str | None) -> Sums:
    """Return the sums of a group in which nothing is yet."""
    spreads: list[Spread] = [Counter() for _scores in range(len(factor_set.categories) + 1)]
    return Sums(name, spreads, known=[0] * len(factor_set.factors), missing=[0] * len(point_indexes(factor_set)))


def parts_of_one(factor_set: FactorSet) -> int:
    """Return a number of parts such that every score of a set is a whole number of them: sums of those are exact."""
    values = [option.value for factor in factor_set.factors for option in factor.scale]
    denominators = (value.denominator for value in values if isinstance(value, Fraction))
    return lcm(*denominators) * lcm(*range(1, len(factor_set.factors) + 1))


def point_indexes(factor_set: FactorSet) -> dict[tuple[str, str | None], int]:
    """Return where each point that can be missing stands in a list of all of them.

    That is each condition, by the ids of its factor and its own; a factor without conditions is one itself (None).
    """
    pairs = ((factor.id, point) for factor in factor_set.factors for point in _points(factor))
    return {pair: index for index, pair in enumerate(pairs)}


def _points(factor: Factor) -> list[str | None]:
    return [condition.id for condition in factor.conditions] or [None]


def _is_known(result: FactorResult) -> bool:
    if not result.factor.conditions:
        return isinstance(result.value, Fraction)
    return bool(result.conditions.in_place or result.conditions.missing)


def _group(by: Axis | None, evaluation: Evaluation) -> tuple[Key, str | None]:
    """Return to which group an evaluation belongs, and how it calls that group."""
    if by is None:
        return None, None
    key = key_of(by, evaluation)
    return key, evaluation.collaboration.strip() if by is Axis.COLLABORATION else key
