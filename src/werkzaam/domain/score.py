"""The score: how answers become numbers that anyone can redo by hand."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import NOTHING, WHOLE, Category, Condition, Factor, FactorSet, Special, Value


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


@dataclass(frozen=True, slots=True)
class FactorResult:
    """What the answer to one factor comes to."""

    factor: Factor
    answer: Answer
    value: Value | None
    """After the rule for wishes; None: open."""
    missing: tuple[Condition, ...]
    """All conditions for value 0, the named ones for a partial answer, else none."""
    conditions: ConditionCounts

    @property
    def scored_value(self) -> Fraction | None:
        """The value that enters a score; None for a wish, and where the value is no number."""
        return self.value if isinstance(self.value, Fraction) and not self.factor.preferred else None

    @property
    def is_expected(self) -> bool:
        """Whether the factor should be scored before a score is complete: neither a wish nor not applicable."""
        return not self.factor.preferred and self.value is not Special.NOT_APPLICABLE

    @property
    def falls_short(self) -> bool:
        """Whether the value is known and below 1."""
        return isinstance(self.value, Fraction) and self.value < WHOLE


@dataclass(frozen=True, slots=True)
class Tally:
    """The sum over some factors: one category, or the whole set."""

    score: Fraction | None
    """The exact mean of the scored values, 0 to 1; None under the minimum coverage or with nothing scored."""
    scored: int
    """How many factors have a value that counts."""
    expected: int
    """How many should have one: required factors, less those that do not apply."""
    counts: Mapping[str, int]
    """How often each option of the set was given, by its id, wishes included."""
    open: int
    """How many factors have no answer, wishes included."""
    conditions: ConditionCounts

    @property
    def coverage(self) -> Fraction | None:
        """The share of the expected factors that is scored, 0 to 1; None where none is expected."""
        return Fraction(self.scored, self.expected) if self.expected else None


@dataclass(frozen=True, slots=True)
class CategoryResult:
    """One category: its sum and what lies behind it."""

    category: Category
    tally: Tally
    factors: tuple[FactorResult, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """A scored evaluation."""

    total: Tally
    """Over all factors alike: not the mean of the categories."""
    categories: tuple[CategoryResult, ...]


def score(factor_set: FactorSet, evaluation: Evaluation) -> Result:
    """Score an evaluation whose ids are those of the set."""
    categories = tuple(_category_result(factor_set, category, evaluation) for category in factor_set.categories)
    total = _tally(factor_set, [result for category in categories for result in category.factors])
    return Result(total, categories)


def factor_result(factor: Factor, answer: Answer) -> FactorResult:
    """Work out one factor."""
    if answer.option is None:
        return FactorResult(factor, answer, None, (), ConditionCounts(unknown=len(factor.conditions)))
    option = factor.option(answer.option)
    named = frozenset(answer.missing) if option.is_partial else frozenset[str]()
    missing = factor.conditions if option.value == NOTHING else _named(factor, named)
    only_wishes_missing = bool(missing) and all(condition.preferred for condition in missing)
    value = WHOLE if option.is_partial and only_wishes_missing else option.value
    return FactorResult(factor, answer, value, missing, _condition_counts(factor, option.value, len(missing)))


def _named(factor: Factor, ids: frozenset[str]) -> tuple[Condition, ...]:
    return tuple(condition for condition in factor.conditions if condition.id in ids)


def _condition_counts(factor: Factor, value: Value, missing: int) -> ConditionCounts:
    total = len(factor.conditions)
    if value is Special.NOT_APPLICABLE:
        return ConditionCounts()
    if value == WHOLE or missing:
        return ConditionCounts(in_place=total - missing, missing=missing)
    return ConditionCounts(unknown=total)


def _category_result(factor_set: FactorSet, category: Category, evaluation: Evaluation) -> CategoryResult:
    results = tuple(factor_result(factor, evaluation.answer(factor.id)) for factor in category.factors)
    return CategoryResult(category, _tally(factor_set, results), results)


def _tally(factor_set: FactorSet, results: Iterable[FactorResult]) -> Tally:
    values: list[Fraction] = []
    expected = 0
    given: Counter[str | None] = Counter()
    conditions = ConditionCounts()
    for result in results:
        if result.scored_value is not None:
            values.append(result.scored_value)
        expected += result.is_expected
        given[result.answer.option] += 1
        conditions += result.conditions
    covered = bool(values) and Fraction(len(values), expected) >= factor_set.minimum_coverage
    return Tally(
        score=sum(values, NOTHING) / len(values) if covered else None,
        scored=len(values),
        expected=expected,
        counts={option.id: given[option.id] for option in factor_set.options},
        open=given[None],
        conditions=conditions,
    )
