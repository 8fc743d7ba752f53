"""The score: how answers become numbers that anyone can redo by hand."""

from collections import Counter
from collections.abc import Collection, Mapping
from enum import Enum
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import NOTHING, WHOLE, Category, Condition, Factor, FactorSet, Option, Special, Value


class ConditionCounts(NamedTuple):
    """The numbers of conditions that are known to be in place, known to be missing, and not known about."""

    in_place: int = 0
    missing: int = 0
    unknown: int = 0

    @property
    def total(self) -> int:
        """The number of conditions that count: not those of factors that do not apply or were not asked."""
        return self.in_place + self.missing + self.unknown


class State(Enum):
    """The state of the answer to a factor."""

    ANSWERED = "answered"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"
    OPEN = "open"
    """The factor was asked, and has no answer."""
    NOT_ASKED = "not-asked"


class ConditionState(Enum):
    """What is known of a condition."""

    IN_PLACE = "in-place"
    MISSING = "missing"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"
    NOT_ASKED = "not-asked"


class FactorResult(NamedTuple):
    """What follows from the answer to one factor."""

    factor: Factor
    answer: Answer
    value: Value | None
    """The option's value, or 1 if a partial answer names preferred conditions only; None if there is no answer."""
    missing: tuple[Condition, ...] = ()
    """The missing conditions: all for value 0, the named ones for a partial answer, else none."""
    is_asked: bool = True
    """False if the factor came with a later version of the set and has no answer: then it counts for nothing."""
    unasked: tuple[Condition, ...] = ()
    """Conditions that came with a later version of the set than the answer, and so are not counted."""

    @property
    def state(self) -> State:
        """The state of the answer, which follows from `value` and `is_asked`."""
        if isinstance(self.value, Special):
            return State(self.value.value)
        if self.value is not None:
            return State.ANSWERED
        return State.OPEN if self.is_asked else State.NOT_ASKED

    @property
    def is_open(self) -> bool:
        """Whether the factor was asked, and has no answer."""
        return self.state is State.OPEN

    @property
    def scored_value(self) -> Fraction | None:
        """The value (0 to 1) that enters a score; None for a preferred factor, and if the value is no number."""
        return self.value if isinstance(self.value, Fraction) and not self.factor.preferred else None

    @property
    def is_expected(self) -> bool:
        """Whether a complete score includes the factor: it was asked, is not preferred, and applies."""
        return self.is_asked and not self.factor.preferred and self.value is not Special.NOT_APPLICABLE

    def condition_state(self, condition: Condition) -> ConditionState:
        """Return what is known of a condition of the factor."""
        if not self.is_asked or condition in self.unasked:
            return ConditionState.NOT_ASKED
        if self.value is Special.NOT_APPLICABLE:
            return ConditionState.NOT_APPLICABLE
        if condition in self.missing:
            return ConditionState.MISSING
        return ConditionState.IN_PLACE if self.missing or self.value == WHOLE else ConditionState.UNKNOWN

    def falls_short(self, missing_below: Fraction) -> bool:
        """Return whether the value is a number below `missing_below` (0 to 1)."""
        return isinstance(self.value, Fraction) and self.value < missing_below


class Tally(NamedTuple):
    """The results of one category or of the whole set; each figure is computed from them when it is read."""

    factor_set: FactorSet
    results: tuple[FactorResult, ...]

    @property
    def score(self) -> Fraction | None:
        """The exact mean of the scored values, 0 to 1; None if there are none or the coverage is too low."""
        values = self._values
        return _mean(values) if is_covered(self.factor_set, len(values), self.expected) else None

    @property
    def scored(self) -> int:
        """The number of factors that have a scored value."""
        return len(self._values)

    @property
    def expected(self) -> int:
        """The number of factors that a complete score includes: required, asked and applicable ones."""
        return sum([result.is_expected for result in self.results])

    @property
    def coverage(self) -> Fraction | None:
        """The share of the expected factors that is scored, 0 to 1; None if no factor is expected."""
        return Fraction(self.scored, self.expected) if self.expected else None

    @property
    def counts(self) -> Mapping[str, int]:
        """How often each option of the set was chosen, by option id, also for preferred factors."""
        given = Counter(result.answer.option for result in self.results)
        return {option.id: given[option.id] for option in self.factor_set.options}

    @property
    def open(self) -> int:
        """The number of factors that were asked and have no answer, preferred factors included."""
        return sum(result.is_open for result in self.results)

    @property
    def not_asked(self) -> int:
        """The number of factors that came with a later version and were not asked, preferred factors included."""
        return sum(not result.is_asked for result in self.results)

    @property
    def conditions(self) -> ConditionCounts:
        """The counts of the conditions of all factors in this tally, preferred ones included."""
        states = Counter(
            result.condition_state(condition) for result in self.results for condition in result.factor.conditions
        )
        return ConditionCounts(
            states[ConditionState.IN_PLACE], states[ConditionState.MISSING], states[ConditionState.UNKNOWN]
        )

    @property
    def _values(self) -> list[Fraction]:
        return [value for result in self.results if (value := result.scored_value) is not None]


class CategoryResult(NamedTuple):
    """One category, and the tally of its factors."""

    category: Category
    tally: Tally

    @property
    def factors(self) -> tuple[FactorResult, ...]:
        """The results of the factors, in the set's order."""
        return self.tally.results


class Result(NamedTuple):
    """A scored evaluation."""

    total: Tally
    """The tally of all factors, each with the same weight: not the mean of the categories."""
    categories: tuple[CategoryResult, ...]

    @property
    def tallies(self) -> tuple[tuple[Category | None, Tally], ...]:
        """The tally of each category, then (None) that of all factors together."""
        return *self.categories, (None, self.total)


def score(factor_set: FactorSet, evaluation: Evaluation) -> Result:
    """Return the scores of an evaluation. Raises KeyError if a factor of the set lacks the option that was chosen."""
    categories = tuple(_category_result(factor_set, category, evaluation) for category in factor_set.categories)
    results = tuple(result for category in categories for result in category.factors)
    return Result(Tally(factor_set, results), categories)


def is_covered(factor_set: FactorSet, scored: int, expected: int) -> bool:
    """Return whether `scored` of `expected` factors are enough, by the minimum coverage, for there to be a score."""
    minimum = factor_set.minimum_coverage
    return scored > 0 and scored * minimum.denominator >= minimum.numerator * expected


def factor_result(factor: Factor, answer: Answer, version: int | None = None) -> FactorResult:
    """Return the result of one factor, answered with a version of the set; None means the set's own version.

    A factor that came later was not asked, unless it has an option; a condition, unless the answer names it. A named
    condition that `versions.asked_in_all` took out of the factor lowers the value no more than a preferred one does.
    """
    if answer.option is None and version is not None and factor.since > version:
        return FactorResult(factor, answer, None, is_asked=False)
    unasked = _unasked(factor, answer, version)
    if answer.option is None:
        return FactorResult(factor, answer, None, unasked=unasked)
    option = factor.option(answer.option)
    asked = tuple(condition for condition in factor.conditions if condition not in unasked)
    missing = _missing(asked, option, answer)
    lacks_wishes_alone = option.is_partial and answer.named and all(condition.preferred for condition in missing)
    return FactorResult(factor, answer, WHOLE if lacks_wishes_alone else option.value, missing, unasked=unasked)


def _unasked(factor: Factor, answer: Answer, version: int | None) -> tuple[Condition, ...]:
    """Return the conditions that were not asked; a factor newer than `version` was answered with its first version."""
    if version is None:
        return ()
    known = max(version, factor.since)
    return tuple(item for item in factor.conditions if item.since > known and item.id not in answer.named)


def _missing(asked: tuple[Condition, ...], option: Option, answer: Answer) -> tuple[Condition, ...]:
    if option.is_partial:
        return tuple(condition for condition in asked if condition.id in answer.named)
    return asked if option.value == NOTHING else ()


def _category_result(factor_set: FactorSet, category: Category, evaluation: Evaluation) -> CategoryResult:
    results = tuple(
        factor_result(factor, evaluation.answer(factor.id), evaluation.version) for factor in category.factors
    )
    return CategoryResult(category, Tally(factor_set, results))


def _mean(values: Collection[Fraction]) -> Fraction:
    """Return the exact mean, over one common denominator: adding Fractions one by one is many times slower."""
    denominator = lcm(*[value.denominator for value in values])
    total = sum([value.numerator * (denominator // value.denominator) for value in values])
    return Fraction(total, denominator * len(values))
