"""What became of what was agreed, through the years."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

from werkzaam.domain.evaluation import Action, ActionStatus, Evaluation
from werkzaam.domain.names import plain_name


class Outcome(Enum):
    """How an action stands in the latest evaluation."""

    DONE = "done"
    DROPPED = "dropped"
    OPEN = "open"
    OVERDUE = "overdue"
    REMOVED = "removed"
    """It was open when it was last seen, and a later evaluation does not have it."""


class Course(NamedTuple):
    """One action, from the evaluation in which it was agreed to the last that has it."""

    agreed: int
    """The place of the first, from 0, in the order of the evaluations."""
    last: int
    action: Action
    """As it stands in the last."""
    seen: date
    """The day of the last that has it."""
    latest: date
    """The day of the latest evaluation of this collaboration."""

    @property
    def outcome(self) -> Outcome:
        """What became of it."""
        if self.action.status is not ActionStatus.OPEN:
            return Outcome(self.action.status.value)
        if self.seen < self.latest:
            return Outcome.REMOVED
        return Outcome.OVERDUE if self.action.is_overdue(self.latest) else Outcome.OPEN


def courses(evaluations: Sequence[Evaluation]) -> tuple[Course, ...]:
    """Follow every action through evaluations that come in the order of their days, each collaboration by itself.

    They come back in the order in which they were agreed; those of one evaluation as they stand in it.
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
    """Return where each action stands; those about the same are one, where there are several in their order."""
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
