"""What changed between two evaluations, and what became of the agreed actions."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from werkzaam.domain.evaluation import Action, ActionStatus, Evaluation
from werkzaam.domain.factor_set import Category, Condition, Factor, FactorSet, Value
from werkzaam.domain.score import ConditionState, FactorResult, Tally, score
from werkzaam.domain.versions import LeftOut, asked_in_all


class Fate(Enum):
    """What became of an action between two evaluations."""

    ADDED = "added"
    DONE = "done"
    DROPPED = "dropped"
    REOPENED = "reopened"
    CHANGED = "changed"
    """The status is the same; the owner or the due date is not."""
    REMOVED = "removed"
    """No longer in the new evaluation."""
    UNCHANGED = "unchanged"


_NOTHING = Evaluation("", date.min)
"""Stands for an evaluation that is None."""
_FATES = {ActionStatus.OPEN: Fate.REOPENED, ActionStatus.DONE: Fate.DONE, ActionStatus.DROPPED: Fate.DROPPED}


class ActionDifference(NamedTuple):
    """One action, and what became of it."""

    action: Action
    """The new action, or the old one if it was removed."""
    fate: Fate


class FactorDifference(NamedTuple):
    """A factor whose option, named conditions or note differ."""

    category: Category
    old: FactorResult
    new: FactorResult

    @property
    def factor(self) -> Factor:
        """The factor that both results are about."""
        return self.new.factor

    @property
    def change(self) -> Fraction | None:
        """How much the value rose (negative if it fell); None if the old or the new value is no number."""
        return change(self.old.value, self.new.value)

    @property
    def gained(self) -> tuple[Condition, ...]:
        """The conditions that were missing and are in place now."""
        return _both(self.old.missing, _in_place(self.new))

    @property
    def lost(self) -> tuple[Condition, ...]:
        """The conditions that were in place and are missing now."""
        return _both(_in_place(self.old), self.new.missing)

    @property
    def no_longer_named(self) -> bool:
        """Whether the old answer named conditions as missing, and the new one has the same option and names none."""
        old, new = self.old.answer, self.new.answer
        return old.option == new.option and bool(old.named) and not new.named

    @property
    def note_changed(self) -> bool:
        """Whether the old and the new note differ."""
        return self.old.answer.note != self.new.answer.note


class ScoreDifference(NamedTuple):
    """How the score of a category, or of all factors, changed."""

    category: Category | None
    """None if the score is over all factors together."""
    old: Tally
    new: Tally

    @property
    def change(self) -> Fraction | None:
        """How much the score rose (negative if it fell); None if the old or the new score is missing."""
        return change(self.old.score, self.new.score)

    @property
    def knows_less(self) -> bool:
        """Whether factors left the score, and its change is not that of the factors that count in both tallies.

        Factors leave the score if they are unknown, open or not applicable now. False if `change` is None.
        """
        before, after = (
            {result.factor.id: value for result in tally.results if (value := result.scored_value) is not None}
            for tally in (self.old, self.new)
        )
        both = before.keys() & after.keys()
        if self.change is None or len(both) == len(before):
            return False
        return not both or sum(after[name] - before[name] for name in both) / len(both) != self.change


class Difference(NamedTuple):
    """Two evaluations side by side; None stands for an evaluation with nothing answered."""

    factor_set: FactorSet
    """The part of the set that both evaluations were asked: scores cover that part only."""
    old: Evaluation | None
    new: Evaluation | None
    scores: tuple[ScoreDifference, ...]
    """Those of the categories, in the set's order, then that of all factors together."""
    factors: tuple[FactorDifference, ...]
    """The factors with a difference, in the set's order."""
    actions: tuple[ActionDifference, ...]
    """The actions of the new evaluation in its order, then those that were removed."""
    left_out: LeftOut

    @property
    def total(self) -> ScoreDifference:
        """How the score of all factors together changed."""
        return self.scores[-1]

    @property
    def notes(self) -> tuple[str | None, str | None]:
        """The old and the new note on the whole evaluation; None for a note that is not there."""
        return (self.old or _NOTHING).note, (self.new or _NOTHING).note

    @property
    def note_changed(self) -> bool:
        """Whether the old and the new note on the whole evaluation differ."""
        old, new = self.notes
        return old != new

    @property
    def is_empty(self) -> bool:
        """Whether answers, missing conditions, notes and actions are all the same."""
        return not (self.factors or self.note_changed) and all(action.fate is Fate.UNCHANGED for action in self.actions)

    @property
    def day(self) -> date:
        """The day of the later evaluation: an open action that was due before this day is overdue."""
        return max((item.date for item in (self.old, self.new) if item), default=date.min)


def difference(
    factor_set: FactorSet,
    old: Evaluation | None,
    new: Evaluation | None,
    *,
    retired: Iterable[str] = (),
) -> Difference:
    """Compare two evaluations whose ids all occur in the set.

    `retired` are the ids of factors that they answered in another version of the set, and that the set no longer has.
    """
    both = (old or _NOTHING, new or _NOTHING)
    shared, left_out = asked_in_all(factor_set, both, retired)
    before, after = (score(shared, evaluation) for evaluation in both)
    return Difference(
        shared,
        old,
        new,
        tuple(
            ScoreDifference(category, was, now)
            for (category, was), (_same, now) in zip(before.tallies, after.tallies, strict=True)
        ),
        tuple(
            FactorDifference(first.category, was, now)
            for first, then in zip(before.categories, after.categories, strict=True)
            for was, now in zip(first.factors, then.factors, strict=True)
            if not was.answer.is_like(now.answer)
        ),
        tuple(_actions(*both)),
        left_out,
    )


def change(old: Value | None, new: Value | None) -> Fraction | None:
    """Return how much a score or value rose, -1 to 1 (negative if it fell); None if one of the two is no number."""
    return new - old if isinstance(old, Fraction) and isinstance(new, Fraction) else None


def _in_place(result: FactorResult) -> tuple[Condition, ...]:
    """Return the conditions that are known to be in place: none if it was not said which are missing."""
    return tuple(item for item in result.factor.conditions if result.condition_state(item) is ConditionState.IN_PLACE)


def _both(some: tuple[Condition, ...], others: tuple[Condition, ...]) -> tuple[Condition, ...]:
    return tuple(condition for condition in some if condition in others)


def _actions(old: Evaluation, new: Evaluation) -> Iterator[ActionDifference]:
    """Pair the old and new actions that have the same subject; if several have it, in their order.

    An evaluation of another day takes over open actions only, so a settled one that it lacks was not removed.
    """
    earlier: dict[tuple[str | None, str], list[Action]] = {}
    for action in old.actions:
        earlier.setdefault(action.subject, []).append(action)
    for action in new.actions:
        alike = earlier.get(action.subject)
        yield ActionDifference(action, _fate(alike.pop(0), action) if alike else Fate.ADDED)
    for left in earlier.values():
        for action in left:
            if action.status is ActionStatus.OPEN or old.date == new.date:
                yield ActionDifference(action, Fate.REMOVED)


def _fate(old: Action, new: Action) -> Fate:
    if old.status is not new.status:
        return _FATES[new.status]
    return Fate.UNCHANGED if old == new else Fate.CHANGED
