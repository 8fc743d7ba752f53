"""What became of agreed actions, through the years."""

from collections import Counter
from collections.abc import Sequence
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
    names = [plain_name(evaluation.collaboration) for evaluation in evaluations]
    latest = {name: evaluation.date for name, evaluation in zip(names, evaluations, strict=True)}
    found: dict[object, Course] = {}
    for number, (name, evaluation) in enumerate(zip(names, evaluations, strict=True)):
        alike: Counter[object] = Counter()
        for action in evaluation.actions:
            alike[action.subject] += 1
            known = name, action.subject, alike[action.subject]  # several with one subject are matched in their order
            agreed = found[known].agreed if known in found else number
            found[known] = Course(agreed, number, action, evaluation.date, latest[name])
    return tuple(found.values())
