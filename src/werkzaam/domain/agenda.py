"""What partners who each filled in their own file can talk about: what to start with, and what needs no talk."""

from collections.abc import Iterable, Iterator
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from werkzaam.domain.comparison import Column, Comparison, FactorRow, Kind
from werkzaam.domain.evaluation import Action, ActionStatus
from werkzaam.domain.factor_set import Condition, Factor, Special
from werkzaam.domain.report import is_in_place
from werkzaam.domain.score import FactorResult


class Topic(Enum):
    """Why a factor is on the agenda, in the order of the talk."""

    FIRST = "first"
    """It is among the three that partners see most differently: a talk seldom comes to the end of its agenda."""
    DIFFERENT = "different"
    """Partners see it differently, it falls short for some alone, or it applies to some and not to others."""
    MISSED = "missed"
    """All of them say that it falls short."""
    UNKNOWN = "unknown"
    """Somebody does not know, or did not answer."""
    IN_PLACE = "in-place"
    """All of them say that it is in place."""
    NOT_APPLICABLE = "not-applicable"
    """It applies to none of them."""


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
    """The conditions that this partner names as missing, without those that all of them miss."""


class TalkPoint(NamedTuple):
    """One factor, with what every partner says of it."""

    topic: Topic
    row: FactorRow
    shared: tuple[Condition, ...]
    """The conditions that all of them miss, also where their answers differ."""
    voices: tuple[Voice, ...]
    """In the order of the columns."""

    @property
    def factor(self) -> Factor:
        """The factor itself."""
        return self.row.factor

    @property
    def named(self) -> tuple[Condition, ...]:
        """The conditions that some name as missing, in the set's order."""
        return tuple(item for item in self.factor.conditions if any(item in voice.named for voice in self.voices))


class SharedAction(NamedTuple):
    """Something agreed that is still open in the file of at least one partner."""

    versions: tuple[tuple[Action, tuple[str, ...]], ...]
    """How it stands, with the labels of those in whose files it stands so: details can differ, or one has it done."""

    @property
    def what(self) -> str:
        """What was agreed, which is the same in all of them."""
        return self.versions[0][0].what


class Agenda(NamedTuple):
    """What there is to talk about: nothing in it is averaged, and nobody is judged."""

    comparison: Comparison
    points: tuple[TalkPoint, ...]
    """Every factor that is compared, once: widest gap first, then by kind, then in the set's order."""
    actions: tuple[SharedAction, ...]

    def about(self, topic: Topic) -> list[TalkPoint]:
        """Return the points that are on the agenda for one reason."""
        return [point for point in self.points if point.topic is topic]


def agenda(comparison: Comparison) -> Agenda:
    """Return what the partners whose evaluations are compared can talk about."""
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
    """Return why a factor is on the agenda; where all values are the same, it is for whom it falls short."""
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
    """Return the conditions that were named one by one, as only a partial answer does."""
    option = result.answer.option
    return result.missing if option is not None and result.factor.option(option).is_partial else ()


def _actions(columns: Iterable[Column]) -> Iterator[SharedAction]:
    """Put together what is the same action in several files, and leave out what is open in none."""
    alike: dict[tuple[str | None, str], dict[Action, list[str]]] = {}
    for column in columns:
        for action in dict.fromkeys(column.entry.evaluation.actions):
            alike.setdefault(action.subject, {}).setdefault(action, []).append(column.label)
    for versions in alike.values():
        if any(action.status is ActionStatus.OPEN for action in versions):
            yield SharedAction(tuple((action, tuple(labels)) for action, labels in versions.items()))
