"""What changed between two evaluations, and what became of what was agreed."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from werkzaam.domain.evaluation import Action, ActionStatus, Evaluation
from werkzaam.domain.factor_set import Category, Condition, Factor, FactorSet
from werkzaam.domain.score import FactorResult, Tally, change, knows_less, score
from werkzaam.domain.versions import LeftOut, asked_in_all


class Fate(Enum):
    """What became of an action between two evaluations."""

    ADDED = "added"
    DONE = "done"
    DROPPED = "dropped"
    REOPENED = "reopened"
    CHANGED = "changed"
    """Of the same status, but by someone else or by another day."""
    REMOVED = "removed"
    """No longer in the file."""
    UNCHANGED = "unchanged"


_NOTHING = Evaluation("", date.min)
"""What stands for an evaluation that is not there."""
_FATES = {ActionStatus.OPEN: Fate.REOPENED, ActionStatus.DONE: Fate.DONE, ActionStatus.DROPPED: Fate.DROPPED}


class ActionDifference(NamedTuple):
    """One action, as it was and as it is; at least one of the two is there."""

    old: Action | None
    new: Action | None

    @property
    def action(self) -> Action:
        """The action as it is, or as it was before it was removed."""
        action = self.new or self.old
        if action is None:
            raise ValueError("an action that never was")
        return action

    @property
    def fate(self) -> Fate:
        """What became of it."""
        if self.old is None:
            return Fate.ADDED
        if self.new is None:
            return Fate.REMOVED
        if self.old.status is not self.new.status:
            return _FATES[self.new.status]
        return Fate.UNCHANGED if self.old == self.new else Fate.CHANGED


class FactorDifference(NamedTuple):
    """One factor of which something else is said."""

    category: Category
    old: FactorResult
    new: FactorResult

    @property
    def factor(self) -> Factor:
        """The factor itself."""
        return self.new.factor

    @property
    def change(self) -> Fraction | None:
        """How much the value rose (or fell, below 0); None where it was or is no number."""
        return change(self.old.value, self.new.value)

    @property
    def gained(self) -> tuple[Condition, ...]:
        """The conditions that were missing and are in place."""
        return _both(self.old.missing, _in_place(self.new))

    @property
    def lost(self) -> tuple[Condition, ...]:
        """The conditions that were in place and are missing."""
        return _both(_in_place(self.old), self.new.missing)

    @property
    def no_longer_named(self) -> bool:
        """Whether conditions were named as missing, and the answer is as partial as before with none named."""
        old, new = self.old.answer, self.new.answer
        return old.option == new.option and bool(old.named) and not new.named

    @property
    def note_changed(self) -> bool:
        """Whether the note is another one."""
        return self.old.answer.note != self.new.answer.note


class ScoreDifference(NamedTuple):
    """How a score changed."""

    category: Category | None
    """None: all factors together."""
    old: Tally
    new: Tally

    @property
    def change(self) -> Fraction | None:
        """How much it rose (or fell, below 0); None where there was or is no score."""
        return change(self.old.score, self.new.score)

    @property
    def knows_less(self) -> bool:
        """Whether answers that counted no longer do, and what counts in both changed otherwise."""
        return knows_less(self.old, self.new)


class Difference(NamedTuple):
    """Two evaluations side by side; an evaluation that is not there has nothing answered."""

    factor_set: FactorSet
    """What both were asked: scores are over that alone."""
    old: Evaluation | None
    new: Evaluation | None
    total: ScoreDifference
    categories: tuple[ScoreDifference, ...]
    """All of them, in the set's order."""
    factors: tuple[FactorDifference, ...]
    """Those of which something else is said, in the set's order."""
    actions: tuple[ActionDifference, ...]
    """Those of the new evaluation as they stand there, then those that are gone."""
    left_out: LeftOut

    @property
    def notes(self) -> tuple[str | None, str | None]:
        """The note on the whole evaluation as it was and as it is."""
        return (self.old or _NOTHING).note, (self.new or _NOTHING).note

    @property
    def note_changed(self) -> bool:
        """Whether that is another one."""
        old, new = self.notes
        return old != new

    @property
    def is_empty(self) -> bool:
        """Whether answers, missing conditions, notes and actions are all the same."""
        return not (self.factors or self.note_changed) and all(action.fate is Fate.UNCHANGED for action in self.actions)

    @property
    def day(self) -> date:
        """The day of the later evaluation: what was to be done before it, and is still open, is overdue."""
        return max((item.date for item in (self.old, self.new) if item), default=date.min)


def difference(
    factor_set: FactorSet,
    old: Evaluation | None,
    new: Evaluation | None,
    *,
    retired: Iterable[str] = (),
) -> Difference:
    """Compare two evaluations whose ids are those of the set.

    Where they were made with other versions of it, `retired` names factors that the set no longer has.
    """
    both = (old or _NOTHING, new or _NOTHING)
    shared, left_out = asked_in_all(factor_set, both, retired)
    before, after = (score(shared, evaluation) for evaluation in both)
    pairs = list(zip(before.categories, after.categories, strict=True))
    return Difference(
        shared,
        old,
        new,
        ScoreDifference(None, before.total, after.total),
        tuple(ScoreDifference(first.category, first.tally, then.tally) for first, then in pairs),
        tuple(
            FactorDifference(first.category, was, now)
            for first, then in pairs
            for was, now in zip(first.factors, then.factors, strict=True)
            if not was.answer.is_like(now.answer)
        ),
        tuple(_actions(*both)),
        left_out,
    )


def _in_place(result: FactorResult) -> tuple[Condition, ...]:
    """Return the conditions that are known to be in place: none where it was not said which are missing."""
    if not result.conditions.in_place:
        return ()
    elsewhere = (*result.missing, *result.unasked)
    return tuple(condition for condition in result.factor.conditions if condition not in elsewhere)


def _both(some: tuple[Condition, ...], others: tuple[Condition, ...]) -> tuple[Condition, ...]:
    return tuple(condition for condition in some if condition in others)


def _actions(old: Evaluation, new: Evaluation) -> Iterator[ActionDifference]:
    """Pair actions by factor and wording; where there are several alike, in their order.

    An evaluation of another day takes over only what was still open: what was settled then is not gone from it.
    """
    earlier: dict[tuple[str | None, str], list[Action]] = {}
    for action in old.actions:
        earlier.setdefault(action.subject, []).append(action)
    for action in new.actions:
        alike = earlier.get(action.subject)
        yield ActionDifference(alike.pop(0) if alike else None, action)
    for left in earlier.values():
        for action in left:
            if action.status is ActionStatus.OPEN or old.date == new.date:
                yield ActionDifference(action, None)
