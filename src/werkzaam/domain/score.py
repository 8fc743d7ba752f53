"""The score: how answers become numbers that anyone can redo by hand."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import NOTHING, WHOLE, Category, Condition, Factor, FactorSet, Option, Special, Value


@dataclass(frozen=True, slots=True)
class ConditionCounts:
    """How many conditions are known to be in place, known to be missing, or not known about."""

    in_place: int = 0
    missing: int = 0
    unknown: int = 0

    def __add__(self, other: "ConditionCounts") -> "ConditionCounts":
        """Add up, sort by sort."""
        return ConditionCounts(
            self.in_place + other.in_place, self.missing + other.missing, self.unknown + other.unknown
        )

    @property
    def total(self) -> int:
        """All conditions that count: those of factors that do not apply are not among them."""
        return self.in_place + self.missing + self.unknown


class State(Enum):
    """How far it is known what a factor comes to."""

    ANSWERED = "answered"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"
    OPEN = "open"
    """Asked, and without an answer."""
    NOT_ASKED = "not-asked"


class ConditionState(Enum):
    """What is known of a condition."""

    IN_PLACE = "in-place"
    MISSING = "missing"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"
    NOT_ASKED = "not-asked"


class FactorResult(NamedTuple):
    """What the answer to one factor comes to."""

    factor: Factor
    answer: Answer
    value: Value | None
    """After the rule for wishes; None: without an answer."""
    missing: tuple[Condition, ...]
    """All conditions for value 0, the named ones for a partial answer, else none."""
    conditions: ConditionCounts
    is_asked: bool = True
    """False: it came with a later version of the set, and has no answer; it counts for nothing."""
    unasked: tuple[Condition, ...] = ()
    """Conditions that came with a later version than the answer: it says nothing of them, and they are not counted."""

    @property
    def state(self) -> State:
        """How far it is known what it comes to."""
        if isinstance(self.value, Special):
            return State(self.value.value)
        if self.value is not None:
            return State.ANSWERED
        return State.OPEN if self.is_asked else State.NOT_ASKED

    @property
    def is_open(self) -> bool:
        """Whether it was asked, and has no answer."""
        return self.state is State.OPEN

    @property
    def scored_value(self) -> Fraction | None:
        """The value that enters a score; None for a wish, and where the value is no number."""
        return self.value if isinstance(self.value, Fraction) and not self.factor.preferred else None

    @property
    def is_expected(self) -> bool:
        """Whether the factor should be scored before a score is complete: asked, no wish, and applicable."""
        return self.is_asked and not self.factor.preferred and self.value is not Special.NOT_APPLICABLE

    def condition_state(self, condition: Condition) -> ConditionState:
        """Return what is known of one of its conditions, by the rule that `conditions` follows."""
        if not self.is_asked or condition in self.unasked:
            return ConditionState.NOT_ASKED
        if self.value is Special.NOT_APPLICABLE:
            return ConditionState.NOT_APPLICABLE
        if condition in self.missing:
            return ConditionState.MISSING
        return ConditionState.IN_PLACE if self.missing or self.value == WHOLE else ConditionState.UNKNOWN

    def falls_short(self, missing_below: Fraction) -> bool:
        """Whether the value is known and below what counts as missing."""
        return isinstance(self.value, Fraction) and self.value < missing_below


class Tally(NamedTuple):
    """The sum over some factors: one category, or the whole set; each figure is worked out when it is asked for."""

    factor_set: FactorSet
    results: tuple[FactorResult, ...]

    @property
    def score(self) -> Fraction | None:
        """The exact mean of the scored values, 0 to 1; None under the minimum coverage or with nothing scored."""
        values = self._values
        return _mean(values) if is_covered(self.factor_set, len(values), self.expected) else None

    @property
    def scored(self) -> int:
        """How many factors have a value that counts."""
        return len(self._values)

    @property
    def expected(self) -> int:
        """How many should have one: required factors, less those that do not apply."""
        return sum([result.is_expected for result in self.results])

    @property
    def coverage(self) -> Fraction | None:
        """The share of the expected factors that is scored, 0 to 1; None where none is expected."""
        return Fraction(self.scored, self.expected) if self.expected else None

    @property
    def counts(self) -> Mapping[str, int]:
        """How often each option of the set was given, by its id, wishes included."""
        given = Counter(result.answer.option for result in self.results)
        return {option.id: given[option.id] for option in self.factor_set.options}

    @property
    def open(self) -> int:
        """How many factors were asked and have no answer, wishes included."""
        return sum(result.is_open for result in self.results)

    @property
    def not_asked(self) -> int:
        """How many factors came with a later version of the set, and have no answer, wishes included."""
        return sum(not result.is_asked for result in self.results)

    @property
    def conditions(self) -> ConditionCounts:
        """The conditions of all these factors, wishes included."""
        return sum((result.conditions for result in self.results), ConditionCounts())

    @property
    def _values(self) -> list[Fraction]:
        return [value for result in self.results if (value := result.scored_value) is not None]


class CategoryResult(NamedTuple):
    """One category, and its sum."""

    category: Category
    tally: Tally

    @property
    def factors(self) -> tuple[FactorResult, ...]:
        """What lies behind the sum, in the set's order."""
        return self.tally.results


class Result(NamedTuple):
    """A scored evaluation."""

    total: Tally
    """Over all factors alike: not the mean of the categories."""
    categories: tuple[CategoryResult, ...]


def score(factor_set: FactorSet, evaluation: Evaluation) -> Result:
    """Score an evaluation whose ids are those of the set."""
    categories = tuple(_category_result(factor_set, category, evaluation) for category in factor_set.categories)
    results = tuple(result for category in categories for result in category.factors)
    return Result(Tally(factor_set, results), categories)


def is_covered(factor_set: FactorSet, scored: int, expected: int) -> bool:
    """Whether enough of the factors that should have a value have one for there to be a score."""
    minimum = factor_set.minimum_coverage
    return scored > 0 and scored * minimum.denominator >= minimum.numerator * expected


def factor_result(factor: Factor, answer: Answer, version: int | None = None) -> FactorResult:
    """Work out one factor, answered with a version of the set; None: with its own.

    What came later was not asked, unless it has an answer: a factor an option, a condition that it is named. What is
    named and no condition of the factor, since others were not asked it, lowers the value as little as a wish.
    """
    if answer.option is None and version is not None and factor.since > version:
        return FactorResult(factor, answer, None, (), ConditionCounts(), is_asked=False)
    unasked = _unasked(factor, answer, version)
    asked = tuple(condition for condition in factor.conditions if condition not in unasked)
    if answer.option is None:
        return FactorResult(factor, answer, None, (), ConditionCounts(unknown=len(asked)), unasked=unasked)
    option = factor.option(answer.option)
    missing = _missing(asked, option, answer)
    lacks_wishes_alone = option.is_partial and answer.named and all(condition.preferred for condition in missing)
    value = WHOLE if lacks_wishes_alone else option.value
    counts = _condition_counts(len(asked), value, len(missing))
    return FactorResult(factor, answer, value, missing, counts, unasked=unasked)


def _unasked(factor: Factor, answer: Answer, version: int | None) -> tuple[Condition, ...]:
    """Return the conditions that came after the version; a factor that came later itself was answered with its own."""
    if version is None:
        return ()
    known = max(version, factor.since)
    return tuple(item for item in factor.conditions if item.since > known and item.id not in answer.named)


def _missing(asked: tuple[Condition, ...], option: Option, answer: Answer) -> tuple[Condition, ...]:
    if option.is_partial:
        return tuple(condition for condition in asked if condition.id in answer.named)
    return asked if option.value == NOTHING else ()


def _condition_counts(total: int, value: Value, missing: int) -> ConditionCounts:
    if value is Special.NOT_APPLICABLE:
        return ConditionCounts()
    if missing or value == WHOLE:
        return ConditionCounts(in_place=total - missing, missing=missing)
    return ConditionCounts(unknown=total)


def _category_result(factor_set: FactorSet, category: Category, evaluation: Evaluation) -> CategoryResult:
    results = tuple(
        factor_result(factor, evaluation.answer(factor.id), evaluation.version) for factor in category.factors
    )
    return CategoryResult(category, Tally(factor_set, results))


def change(old: Value | None, new: Value | None) -> Fraction | None:
    """Return how much a score or a value rose (or fell, below 0); None where one of the two is no number."""
    return new - old if isinstance(old, Fraction) and isinstance(new, Fraction) else None


def knows_less(old: Tally, new: Tally) -> bool:
    """Whether less is known behind a score, and the change in it, be it none, is not that of what counts in both.

    Factors that counted before are unknown, open or not applicable now.
    """
    before, after = (
        {result.factor.id: value for result in tally.results if (value := result.scored_value) is not None}
        for tally in (old, new)
    )
    both = before.keys() & after.keys()
    shown = change(old.score, new.score)
    if shown is None or len(both) == len(before):
        return False
    return not both or _mean([after[name] - before[name] for name in both]) != shown


def _mean(values: Collection[Fraction]) -> Fraction:
    """Return the exact mean, over one denominator: adding fractions one by one takes many times as long."""
    denominator = lcm(*[value.denominator for value in values])
    total = sum([value.numerator * (denominator // value.denominator) for value in values])
    return Fraction(total, denominator * len(values))
