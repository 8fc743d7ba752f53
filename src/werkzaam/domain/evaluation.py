"""An evaluation: what was answered about one collaboration, on one day, from one perspective."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

NOTE_LIMIT = 4000
"""The longest note, in characters: a page of text."""


def tidy(text: str) -> str:
    """Return a text as it is kept: without blanks at the ends of its lines and around it."""
    return "\n".join(line.rstrip() for line in text.replace("\t", " ").split("\n")).strip()


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said about one factor."""

    option: str | None = None
    """The id of the option that was chosen; None: the factor is open."""
    missing: tuple[str, ...] = ()
    """The ids of the conditions named as missing, in the set's order; only a partial answer names any."""
    note: str | None = None


OPEN = Answer()


class ActionStatus(Enum):
    """What became of an action."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Action:
    """Something that was agreed to be done."""

    what: str
    factor: str | None = None
    owner: str | None = None
    due: date | None = None
    status: ActionStatus = ActionStatus.OPEN

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been done before today, and is not."""
        return self.status is ActionStatus.OPEN and self.due is not None and self.due < today


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The answers of one file, checked against its factor set."""

    collaboration: str
    date: date
    perspective: str | None = None
    note: str | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """By factor id; a factor that is absent is open."""
    actions: tuple[Action, ...] = ()

    def answer(self, factor_id: str) -> Answer:
        """Return what was said about a factor: an open answer where nothing was."""
        return self.answers.get(factor_id, OPEN)

    def with_answer(self, factor_id: str, answer: Answer) -> "Evaluation":
        """Return the evaluation after one factor was answered anew."""
        return replace(self, answers={**self.answers, factor_id: answer})
