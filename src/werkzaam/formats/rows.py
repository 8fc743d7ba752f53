"""An evaluation as rows, one for each factor: for whoever goes on counting in another program."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.score import Result
from werkzaam.formats.json_text import value_number


@dataclass(frozen=True, slots=True)
class Row:
    """One factor of one evaluation; the fields are the columns, in this order."""

    file: str
    """The path as it was given."""
    collaboration: str
    date: date
    perspective: str | None
    factors: str
    """The id of the factor set."""
    version: int
    category: str
    factor: str
    preferred: bool
    answer: str | None
    """None: the factor is open."""
    value: float | None
    """0 to 1, after the rule for wishes; None: unknown, not applicable or open."""
    missing: tuple[str, ...]
    """The ids of the conditions that are missing."""
    note: str | None


def rows(file: str, factor_set: FactorSet, evaluation: Evaluation, result: Result) -> Iterator[Row]:
    """Return a row for every factor of the set, in its order."""
    for category in result.categories:
        for found in category.factors:
            yield Row(
                file=file,
                collaboration=evaluation.collaboration,
                date=evaluation.date,
                perspective=evaluation.perspective,
                factors=factor_set.id,
                version=factor_set.version,
                category=category.category.id,
                factor=found.factor.id,
                preferred=found.factor.preferred,
                answer=found.answer.option,
                value=value_number(found.value),
                missing=tuple(condition.id for condition in found.missing),
                note=found.answer.note,
            )
