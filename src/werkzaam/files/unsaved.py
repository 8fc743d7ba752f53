"""What was given to be saved and is not in the file: it waits, was overruled, or is put aside in a rescue file."""

from dataclasses import dataclass, field
from functools import reduce
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from werkzaam.domain.evaluation import Action, Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files.disk.locations import beside
from werkzaam.files.disk.saving import State, state_of, write_apart, write_atomically
from werkzaam.files.writing import answers_text
from werkzaam.language import _


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
class Given:
    """Answers, changes of actions, and names that were given to be saved; false if there are none."""

    answers: dict[str, Answer] = field(default_factory=dict)
    """By factor id."""
    changes: list[Change] = field(default_factory=list)
    names: dict[str, Naming] = field(default_factory=dict)
    """The changes by the key in the file, `collaboration` or `perspective`."""

    def __bool__(self) -> bool:
        return bool(self.answers or self.changes or self.names)

    def and_then(self, later: "Given") -> "Given":
        """Return this and what was given later; a later answer keeps what only the earlier one to its factor says."""
        answers = {name: _with_both(self.answers.get(name), answer) for name, answer in later.answers.items()}
        return Given(self.answers | answers, [*self.changes, *later.changes], self.names | later.names)

    def forget_if_said(self, factor_id: str, answer: Answer, known: Answer) -> None:
        """Forget the answer to a factor if `answer`, which is saved, says all of it, or chose anew over `known`."""
        earlier = self.answers.get(factor_id)
        if earlier is None or earlier.note not in (None, answer.note):
            return
        is_said = (earlier.option, earlier.named) in ((None, ()), (answer.option, answer.named))
        if is_said or answer.option != known.option:
            del self.answers[factor_id]

    def put_into(self, evaluation: Evaluation) -> Evaluation:
        """Return an evaluation with all of this in it."""
        names: dict[str, Any] = {key: naming.new for key, naming in self.names.items()}
        evaluation = evaluation._replace(answers={**evaluation.answers, **self.answers}, **names)
        return reduce(with_change, self.changes, evaluation)

    def as_typed(self) -> str:
        """Return all of this as plain lines, for when the text of an answers file cannot be made."""
        said = [
            f"{factor_id}: {' '.join([answer.option or '', *answer.named])}\n{answer.note or ''}"
            for factor_id, answer in self.answers.items()
        ]
        actions = [change.new for change in self.changes if change.new]
        agreed = [f"{action.what}\n{action.owner or ''} {action.due or ''}" for action in actions]
        return "\n".join([*said, *agreed, *(naming.new for naming in self.names.values())])


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


class Rescue:
    """A rescue file, made when something first has to be put aside, and overwritten each time after that.

    If somebody else changed or removed it, a new one is made beside it.
    """

    def __init__(self, path: Path, factor_set: FactorSet) -> None:
        self._path = path
        self._factor_set = factor_set
        self.file: Path | None = None
        """The path of the rescue file; None if nothing was put aside yet."""
        self._state: State = None

    def take(self, given: Given, evaluation: Evaluation) -> list[str]:
        """Write an evaluation with what was given in it to the rescue file; return lines that say where it is.

        If that fails, the lines hold the text itself, or what was given as plain lines if the text cannot be made.
        """
        content = given.as_typed()
        try:
            content = answers_text(self._factor_set, given.put_into(evaluation))
            if self.file is None or state_of(self.file) != self._state:
                # Without end: earlier ones, and those of others, must not be overwritten.
                names = (beside(self._path, "", f".rescue{f'-{number}' * (number > 1)}") for number in count(1))
                self.file = write_apart(names, content.encode(), like=self._path)
            else:
                write_atomically(self.file, content.encode(), over=self._state)
            self._state = state_of(self.file)
        except Exception:  # noqa: BLE001 (no failure is a reason to lose the answers)
            said = _("Your answers could not be saved anywhere; here they are, to be copied:")
            return [said, *content.split("\n"), _("Copy what stands above: it is in no file.")]
        return [_("Your answers are in {file}.").format(file=self.file)]
