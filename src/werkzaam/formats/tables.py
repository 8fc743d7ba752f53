"""The tables of an export: answers, conditions, scores, actions and factors."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import Enum, auto
from typing import Any, NamedTuple

from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.score import Result
from werkzaam.formats.json_text import action_fields, evaluation_fields, ratio, value_number


class Kind(Enum):
    """The type of the values in a column."""

    ID = auto()
    IDS = auto()
    """A list of ids."""
    TEXT = auto()
    """Free text on one line."""
    NOTE = auto()
    """Free text of several lines."""
    DAY = auto()
    """A date as text, YYYY-MM-DD."""
    NUMBER = auto()
    YES_NO = auto()


Row = Mapping[str, Any]
"""Values by the names of the columns; None if there is no value, as for the answer to an open factor."""
Columns = Mapping[str, Kind]
"""The kind of each column by its name, in the order of the columns."""


class ScoredFile(NamedTuple):
    """A scored evaluation, with what else is needed to make its rows."""

    file: str
    """The name of the file, as it was given or found in a folder."""
    factor_set: FactorSet
    evaluation: Evaluation
    result: Result
    today: date
    """An open action that was due before this day is overdue."""


class Table(NamedTuple):
    """A table to export: its columns, and functions that yield its rows for the factor set and for each evaluation."""

    columns: Columns
    of_set: Callable[[FactorSet], Iterator[Row]]
    of_evaluation: Callable[[ScoredFile], Iterator[Row]]

    def without_notes(self) -> "Table":
        """Return the table without its columns of notes."""
        columns = {name: kind for name, kind in self.columns.items() if kind is not Kind.NOTE}
        return Table(columns, self.of_set, self.of_evaluation)


_KINDS = {
    Kind.IDS: "missing",
    Kind.TEXT: "file collaboration category_name factor_text condition_text source what owner",
    Kind.NOTE: "note",
    Kind.DAY: "date due",
    Kind.NUMBER: "version file_version since value",
    Kind.YES_NO: "preferred overdue",
}
"""The names of the columns of each kind; all others hold ids, except that figures are numbers."""
_KIND_OF = {name: kind for kind, names in _KINDS.items() for name in names.split()}


def _columns(names: str, figures: str = "") -> Columns:
    kinds = {name: _KIND_OF.get(name, Kind.ID) for name in names.split()}
    return {**kinds, **dict.fromkeys(figures.split(), Kind.NUMBER)}


_EVALUATION = "file collaboration date perspective "
"""The columns that say for every row which evaluation it is about."""
ANSWER_COLUMNS = _columns(
    _EVALUATION + "factors version category factor preferred answer value missing note file_version state"
)
"""The columns of the answers: a row is one factor of one evaluation."""
_CONDITION_COLUMNS = _columns(_EVALUATION + "category factor condition preferred state")
_SCORE_COLUMNS = _columns(_EVALUATION + "category", "score scored expected coverage in_place missing unknown")
_ACTION_COLUMNS = _columns(_EVALUATION + "factor what owner due status overdue")
_FACTOR_COLUMNS = _columns(
    "factors version category category_name factor factor_text preferred since source condition condition_text"
)


def answer_rows(scored: ScoredFile) -> Iterator[Row]:
    """Yield a row for every factor, in the set's order; `value` is 1 if only preferred conditions are missing."""
    factor_set = scored.factor_set
    about = {
        **evaluation_fields(scored.evaluation, scored.file),
        "factors": factor_set.id,
        "version": factor_set.version,
    }
    for category in scored.result.categories:
        for factor in category.factors:
            yield {
                **about,
                "category": category.category.id,
                "factor": factor.factor.id,
                "preferred": factor.factor.preferred,
                "answer": factor.answer.option,
                "value": value_number(factor.value),
                "missing": [condition.id for condition in factor.missing],
                "note": factor.answer.note,
                "file_version": scored.evaluation.version or factor_set.version,
                "state": factor.state.value,
            }


def _condition_rows(scored: ScoredFile) -> Iterator[Row]:
    """Yield a row for every condition; `preferred` is true if the condition or its factor is preferred."""
    about = evaluation_fields(scored.evaluation, scored.file)
    for category in scored.result.categories:
        for factor in category.factors:
            for condition in factor.factor.conditions:
                yield {
                    **about,
                    "category": category.category.id,
                    "factor": factor.factor.id,
                    "condition": condition.id,
                    "preferred": factor.factor.preferred or condition.preferred,
                    "state": factor.condition_state(condition).value,
                }


def _score_rows(scored: ScoredFile) -> Iterator[Row]:
    """Yield a row for every category, and one without a category for all factors together."""
    about = evaluation_fields(scored.evaluation, scored.file)
    for category, tally in scored.result.tallies:
        yield {
            **about,
            "category": category.id if category else None,
            "score": ratio(tally.score),
            "scored": tally.scored,
            "expected": tally.expected,
            "coverage": ratio(tally.coverage),
            **tally.conditions._asdict(),
        }


def _action_rows(scored: ScoredFile) -> Iterator[Row]:
    about = evaluation_fields(scored.evaluation, scored.file)
    for action in scored.evaluation.actions:
        yield {**about, **action_fields(action), "overdue": action.is_overdue(scored.today)}


def _factor_rows(factor_set: FactorSet) -> Iterator[Row]:
    """Yield a row for every condition, and one for each factor that has no conditions."""
    for category in factor_set.categories:
        for factor in category.factors:
            for condition in factor.conditions or (None,):
                yield {
                    "factors": factor_set.id,
                    "version": factor_set.version,
                    "category": category.id,
                    "category_name": category.name,
                    "factor": factor.id,
                    "factor_text": factor.text,
                    "preferred": factor.preferred,
                    "since": max(factor.since, condition.since) if condition else factor.since,
                    "source": factor.source,
                    "condition": condition.id if condition else None,
                    "condition_text": condition.text if condition else None,
                }


def _none(_about: object) -> Iterator[Row]:
    return iter(())


TABLES = {
    "answers": Table(ANSWER_COLUMNS, _none, answer_rows),
    "conditions": Table(_CONDITION_COLUMNS, _none, _condition_rows),
    "scores": Table(_SCORE_COLUMNS, _none, _score_rows),
    "actions": Table(_ACTION_COLUMNS, _none, _action_rows),
    "factors": Table(_FACTOR_COLUMNS, _factor_rows, _none),
}
"""All tables of an export, by the value of `--what`."""
