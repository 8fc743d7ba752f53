"""What became of agreed actions, through the years."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

from werkzaam.domain.evaluation import Action, ActionStatus, Evaluation
from werkzaam.domain.names import plain_name


class Outcome(Enum):
    """What became of an action by the latest evaluation."""

    DONE = "done"
    DROPPED = "dropped"
    OPEN = "open"
    OVERDUE = "overdue"
    REMOVED = "removed"
    """It was open in the last evaluation that has it, and a later evaluation lacks it."""


class Course(NamedTuple):
    """One action, from the first evaluation that has it to the last."""

    agreed: int
    """The index (from 0) of the first evaluation that has the action."""
    last: int
    """The index (from 0) of the last evaluation that has the action."""
    action: Action
    """The action as it stands in that last evaluation."""
    seen: date
    """The day of that last evaluation."""
    latest: date
    """The day of the latest evaluation of the collaboration, with the action or without it."""

    @property
    def outcome(self) -> Outcome:
        """What became of the action, as known on the `latest` day."""
        if self.action.status is not ActionStatus.OPEN:
            return Outcome(self.action.status.value)
        if self.seen < self.latest:
            return Outcome.REMOVED
        return Outcome.OVERDUE if self.action.is_overdue(self.latest) else Outcome.OPEN


def courses(evaluations: Sequence[Evaluation]) -> tuple[Course, ...]:
    """Follow every action through the evaluations of its collaboration, which come in the order of their days.

    The courses come in the order in which they were agreed; those of one evaluation in the order of its actions.
    """
    numbered: dict[str, list[tuple[int, Evaluation]]] = defaultdict(list)
    for number, evaluation in enumerate(evaluations):
        numbered[plain_name(evaluation.collaboration)].append((number, evaluation))
    return tuple(sorted((course for own in numbered.values() for course in _of_one(own)), key=lambda item: item.agreed))


def _of_one(evaluations: Sequence[tuple[int, Evaluation]]) -> Iterator[Course]:
    latest = max(evaluation.date for _number, evaluation in evaluations)
    for sightings in _sightings(evaluations):
        (agreed, _first), (last, action) = sightings[0], sightings[-1]
        yield Course(agreed, last, action, dict(evaluations)[last].date, latest)


def _sightings(evaluations: Iterable[tuple[int, Evaluation]]) -> list[list[tuple[int, Action]]]:
    """Return the numbered sightings of each action; several actions with one subject are matched in their order."""
    found: list[list[tuple[int, Action]]] = []
    for number, evaluation in evaluations:
        known: dict[object, list[list[tuple[int, Action]]]] = defaultdict(list)
        for sightings in found:
            known[sightings[0][1].subject].append(sightings)
        for action in evaluation.actions:
            if known[action.subject]:
                known[action.subject].pop(0).append((number, action))
            else:
                found.append([(number, action)])
    return found
