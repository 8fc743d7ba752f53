"""The agenda of partners who each filled in their own file: what to talk about first, and what needs no talk."""

from collections.abc import Iterable, Iterator
from enum import Enum, auto
from fractions import Fraction
from typing import NamedTuple

from werkzaam.domain.comparison import Column, Comparison, FactorRow, Kind
from werkzaam.domain.evaluation import Action, ActionStatus
from werkzaam.domain.factor_set import NOTHING, Condition, Factor, Special
from werkzaam.domain.report import is_in_place
from werkzaam.domain.score import FactorResult


class Topic(Enum):
    """Why a factor is on the agenda, in the order of the talk."""

    FIRST = auto()
    """It is one of the three factors with the widest gap: a talk seldom comes to the end of its agenda."""
    DIFFERENT = auto()
    """Its values differ, it is in place for some partners only, or it applies to some partners only."""
    MISSED = auto()
    """All partners give it the same value, and it is in place for none of them."""
    UNKNOWN = auto()
    """At least one partner does not know, or did not answer."""
    IN_PLACE = auto()
    """It is in place for all partners."""
    NOT_APPLICABLE = auto()
    """It applies to none of the partners."""


_TO_BEGIN_WITH = 3
_TOPICS = {
    Kind.GAP: Topic.DIFFERENT,
    Kind.NOT_APPLICABLE: Topic.DIFFERENT,
    Kind.UNKNOWN: Topic.UNKNOWN,
    Kind.OPEN: Topic.UNKNOWN,
}


class Voice(NamedTuple):
    """What one partner says of a factor."""

    label: str
    result: FactorResult
    named: tuple[Condition, ...]
    """The conditions that this partner names as missing, without those that all partners miss."""


class TalkPoint(NamedTuple):
    """One factor, with what every partner says of it."""

    topic: Topic
    row: FactorRow
    shared: tuple[Condition, ...]
    """The conditions that all partners miss, even if their answers differ."""
    voices: tuple[Voice, ...]
    """One for each partner, in the order of the columns."""

    @property
    def factor(self) -> Factor:
        """The factor to talk about."""
        return self.row.factor

    @property
    def named(self) -> tuple[Condition, ...]:
        """The conditions that at least one voice names, in the set's order."""
        return tuple(item for item in self.factor.conditions if any(item in voice.named for voice in self.voices))


class SharedAction(NamedTuple):
    """An action that is still open in the file of at least one partner."""

    versions: tuple[tuple[Action, tuple[str, ...]], ...]
    """The different versions of the action (owner, due date or status), each with the labels of the files it is in."""

    @property
    def what(self) -> str:
        """The text of the action, which all versions share."""
        return self.versions[0][0].what


class Agenda(NamedTuple):
    """What partners can talk about: no answers are averaged, and nobody is judged."""

    comparison: Comparison
    points: tuple[TalkPoint, ...]
    """One for every compared factor: widest gap first, then by kind, then in the set's order."""
    actions: tuple[SharedAction, ...]

    def about(self, topic: Topic) -> list[TalkPoint]:
        """Return the points of one topic."""
        return [point for point in self.points if point.topic is topic]


def agenda(comparison: Comparison) -> Agenda:
    """Return the agenda of the partners whose evaluations are compared."""
    points = (_point(comparison, place, row) for place, row in enumerate(comparison.factors))
    return Agenda(comparison, tuple(points), tuple(_actions(comparison.columns)))


def _point(comparison: Comparison, place: int, row: FactorRow) -> TalkPoint:
    is_first = row.kind is Kind.GAP and place < _TO_BEGIN_WITH
    topic = Topic.FIRST if is_first else _topic(row, comparison.factor_set.missing_below)
    shared = _missed_by_all(row)
    voices = (
        Voice(column.label, result, tuple(item for item in _named(result) if item not in shared))
        for column, result in zip(comparison.columns, row.results, strict=True)
    )
    return TalkPoint(topic, row, shared, tuple(voices))


def _topic(row: FactorRow, missing_below: Fraction) -> Topic:
    """Return why a factor is on the agenda; if all values are equal, it depends on for whom it is in place."""
    if row.kind in _TOPICS:
        return _TOPICS[row.kind]
    if row.results[0].value is Special.NOT_APPLICABLE:
        return Topic.NOT_APPLICABLE
    in_place = {is_in_place(result, missing_below) for result in row.results}
    if len(in_place) > 1:
        return Topic.DIFFERENT
    return Topic.IN_PLACE if True in in_place else Topic.MISSED


def _missed_by_all(row: FactorRow) -> tuple[Condition, ...]:
    return tuple(item for item in row.factor.conditions if all(item in result.missing for result in row.results))


def _named(result: FactorResult) -> tuple[Condition, ...]:
    """Return the conditions that a partial answer names as missing: if the value is 0 all are, and none was named."""
    return () if result.value == NOTHING else result.missing


def _actions(columns: Iterable[Column]) -> Iterator[SharedAction]:
    """Group the actions of all files by their subject, and leave out those that are open in no file."""
    alike: dict[tuple[str | None, str], dict[Action, list[str]]] = {}
    for column in columns:
        for action in dict.fromkeys(column.entry.evaluation.actions):
            alike.setdefault(action.subject, {}).setdefault(action, []).append(column.label)
    for versions in alike.values():
        if any(action.status is ActionStatus.OPEN for action in versions):
            yield SharedAction(tuple((action, tuple(labels)) for action, labels in versions.items()))
