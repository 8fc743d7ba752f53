"""What was given to be saved and is not in the file: it waits, or it is lost to what somebody else made of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from werkzaam.domain.evaluation import Action, Answer, Evaluation


class Change(NamedTuple):
    """A change of one action."""

    place: int
    """Where it stood, from 0, among those of the evaluation that was shown."""
    old: Action
    new: Action | None
    """None: it is taken away."""


class Naming(NamedTuple):
    """Another name for the collaboration, or another perspective."""

    old: str | None
    new: str


@dataclass(slots=True)
class Unsaved:
    """What was given, by what it changes."""

    answers: dict[str, Answer] = field(default_factory=dict)
    waiting: set[str] = field(default_factory=set)
    """Ids of the factors among these that were not yet held against what the file says of them."""
    actions: list[Action] = field(default_factory=list)
    """Those to be added."""
    changes: list[Change] = field(default_factory=list)
    names: dict[str, Naming] = field(default_factory=dict)
    """By the key in the file."""
    lost_changes: list[Change] = field(default_factory=list)
    """Those that are held against the file no more: somebody else changed the same."""
    lost_names: dict[str, Naming] = field(default_factory=dict)

    def __bool__(self) -> bool:
        added = self.answers or self.actions
        return bool(added or self.changes or self.names or self.lost_changes or self.lost_names)

    def put_into(self, evaluation: Evaluation) -> Evaluation:
        """Return an evaluation with all of it."""
        actions = (*evaluation.actions, *self.actions)
        evaluation = evaluation._replace(answers={**evaluation.answers, **self.answers}, actions=actions)
        return _changed(evaluation, self._all_changes())._replace(**self._all_names())

    def as_typed(self) -> str:
        """Return it as plain lines, for where the text of a file can no longer be made."""
        said = [
            f"{factor_id}: {' '.join([answer.option or '', *answer.named])}\n{answer.note or ''}"
            for factor_id, answer in self.answers.items()
        ]
        actions = [*self.actions, *(change.new for change in self._all_changes() if change.new)]
        agreed = [f"{action.what}\n{action.owner or ''} {action.due or ''}" for action in actions]
        return "\n".join([*said, *agreed, *self._all_names().values()])

    def _all_changes(self) -> list[Change]:
        return [*self.lost_changes, *self.changes]

    def _all_names(self) -> dict[str, Any]:
        return {key: naming.new for key, naming in (self.lost_names | self.names).items()}


def with_action_at(evaluation: Evaluation, place: int, action: Action | None) -> Evaluation:
    """Return an evaluation with another action at a place, from 0, or none."""
    before, behind = evaluation.actions[:place], evaluation.actions[place + 1 :]
    return evaluation._replace(actions=(*before, *([action] if action else []), *behind))


def place_of(change: Change, evaluation: Evaluation) -> int | None:
    """Return where the action that is to be changed stands: the nearest that is the same; None where none is."""
    places = [place for place, action in enumerate(evaluation.actions) if action == change.old]
    return min(places, key=lambda place: abs(place - change.place), default=None)


def _changed(evaluation: Evaluation, changes: Iterable[Change]) -> Evaluation:
    """Return an evaluation after changes of its actions; what was to be changed and is not there is added."""
    for change in changes:
        place = place_of(change, evaluation)
        if place is not None:
            evaluation = with_action_at(evaluation, place, change.new)
        elif change.new is not None:
            evaluation = evaluation._replace(actions=(*evaluation.actions, change.new))
    return evaluation
