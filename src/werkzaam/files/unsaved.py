"""What was given to be saved and is not in the file: it waits, or was overruled by what somebody else wrote."""

from dataclasses import dataclass, field
from functools import reduce
from typing import Any, NamedTuple

from werkzaam.domain.evaluation import Action, Answer, Evaluation


class Change(NamedTuple):
    """A change of one action."""

    place: int
    """The index of the action in the evaluation that was shown."""
    old: Action | None
    """None if the action is added."""
    new: Action | None
    """None if the action is removed."""


class Naming(NamedTuple):
    """A change of the collaboration or the perspective."""

    old: str | None
    new: str


@dataclass(slots=True)
class Unsaved:
    """What was given and is not in the file; false if empty."""

    answers: dict[str, Answer] = field(default_factory=dict)
    """The answers that wait to be saved, by factor id."""
    lost_answers: dict[str, Answer] = field(default_factory=dict)
    """The answers that are not tried again, since somebody else answered the same factor."""
    changes: list[Change] = field(default_factory=list)
    names: dict[str, Naming] = field(default_factory=dict)
    """The changes by the key in the file, `collaboration` or `perspective`."""
    lost_changes: list[Change] = field(default_factory=list)
    """The changes that are not tried again, since somebody else changed the same action."""
    lost_names: dict[str, Naming] = field(default_factory=dict)

    def __bool__(self) -> bool:
        waiting = self.answers or self.changes or self.names
        return bool(waiting or self.lost_answers or self.lost_changes or self.lost_names)

    def overruled(self, factor_id: str, answer: Answer) -> None:
        """Keep an answer that is not tried again, together with what was lost of the same factor before."""
        self.lost_answers[factor_id] = _with_both(self.lost_answers.get(factor_id), answer)

    def saved(self, factor_id: str, answer: Answer, known: Answer) -> None:
        """Forget what was lost of a factor if `answer`, which is saved, says all of it, or chose anew over `known`."""
        lost = self.lost_answers.get(factor_id)
        if lost is None or lost.note not in (None, answer.note):
            return
        if answer.option != known.option or (lost.option, lost.named) in ((None, ()), (answer.option, answer.named)):
            del self.lost_answers[factor_id]

    def put_into(self, evaluation: Evaluation) -> Evaluation:
        """Return an evaluation with everything unsaved in it."""
        answers = {**evaluation.answers, **self._all_answers()}
        evaluation = evaluation._replace(answers=answers, **self._all_names())
        return reduce(with_change, self._all_changes(), evaluation)

    def as_typed(self) -> str:
        """Return everything unsaved as plain lines, for when the text of an answers file cannot be made."""
        said = [
            f"{factor_id}: {' '.join([answer.option or '', *answer.named])}\n{answer.note or ''}"
            for factor_id, answer in self._all_answers().items()
        ]
        actions = [change.new for change in self._all_changes() if change.new]
        agreed = [f"{action.what}\n{action.owner or ''} {action.due or ''}" for action in actions]
        return "\n".join([*said, *agreed, *self._all_names().values()])

    def _all_answers(self) -> dict[str, Answer]:
        waiting = {name: _with_both(self.lost_answers.get(name), answer) for name, answer in self.answers.items()}
        return self.lost_answers | waiting

    def _all_changes(self) -> list[Change]:
        return [*self.lost_changes, *self.changes]

    def _all_names(self) -> dict[str, Any]:
        return {key: naming.new for key, naming in (self.lost_names | self.names).items()}


def _with_both(lost: Answer | None, answer: Answer) -> Answer:
    """Return an answer with what only an earlier one says: its option if there is none now, and its note."""
    if lost is None:
        return answer
    chosen = lost if answer.option is None else answer
    notes = dict.fromkeys(note for note in (lost.note, answer.note) if note)
    return chosen._replace(note="\n\n".join(notes) or None)


def place_of(change: Change, evaluation: Evaluation) -> int | None:
    """Return the index of the action equal to the old one and nearest to its place; None if there is none."""
    places = [place for place, action in enumerate(evaluation.actions) if action == change.old]
    return min(places, key=lambda place: abs(place - change.place), default=None)


def with_change(evaluation: Evaluation, change: Change) -> Evaluation:
    """Return an evaluation after a change of its actions; the new action is added if the old one is not there."""
    place = place_of(change, evaluation)
    behind = () if place is None else evaluation.actions[place + 1 :]
    present = () if change.new is None else (change.new,)
    return evaluation._replace(actions=(*evaluation.actions[:place], *present, *behind))
