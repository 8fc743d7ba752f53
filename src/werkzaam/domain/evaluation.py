"""An evaluation: what was answered about one collaboration, on one day, from one perspective."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from werkzaam.domain.factor_set import FactorSet, Option

NOTE_LIMIT = 4000
"""The longest note, in characters: a page of text."""
BLANKS = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""What `str.strip` takes away, spelled out: `\\s` means something else to every kind of regular expression."""


def tidy(text: str) -> str:
    """Return a text as it is kept: without blanks at the ends of its lines and around it."""
    return "\n".join(line.rstrip() for line in text.replace("\t", " ").split("\n")).strip()


class Answer(NamedTuple):
    """What was said about one factor."""

    option: str | None = None
    """The id of the option that was chosen; None: the factor is open."""
    missing: tuple[str, ...] | None = None
    """The ids of the conditions named as missing, in the set's order; empty: it was said, and none was named.

    None: it is not said yet, as always where the answer is not partial.
    """
    note: str | None = None

    @property
    def named(self) -> tuple[str, ...]:
        """The conditions named as missing: none where none was named, and none where it is not said yet."""
        return self.missing or ()

    def is_like(self, other: "Answer") -> bool:
        """Whether it says the same of the factor: “none was named” and “not said yet” are no difference."""
        return (self.option, self.named, self.note) == (other.option, other.named, other.note)

    def with_option(self, option: Option | None) -> "Answer":
        """Return the answer after an option was chosen, or none.

        What is named as missing stays after another partial one; that nothing was named was said of the old one only.
        """
        if option is None or not option.is_partial:
            return self._replace(option=option.id if option else None, missing=None)
        missing = self.missing if option.id == self.option else self.named or None
        return self._replace(option=option.id, missing=missing)


OPEN = Answer()


class ActionStatus(Enum):
    """What became of an action."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Action(NamedTuple):
    """Something that was agreed to be done."""

    what: str
    factor: str | None = None
    owner: str | None = None
    due: date | None = None
    status: ActionStatus = ActionStatus.OPEN

    @property
    def subject(self) -> tuple[str | None, str]:
        """What it is about: by this it is known again in another evaluation."""
        return self.factor, self.what

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been done before today, and is not."""
        return self.status is ActionStatus.OPEN and self.due is not None and self.due < today


class Evaluation(NamedTuple):
    """The answers of one file, checked against its factor set."""

    collaboration: str
    date: date
    perspective: str | None = None
    note: str | None = None
    answers: Mapping[str, Answer] = MappingProxyType({})
    """By factor id; a factor that is absent is open."""
    actions: tuple[Action, ...] = ()
    version: int | None = None
    """The version of the factor set that it was filled in with: what came later was not asked; None: the set's own."""

    def answer(self, factor_id: str) -> Answer:
        """Return what was said about a factor: an open answer where nothing was."""
        return self.answers.get(factor_id, OPEN)

    def with_answer(self, factor_id: str, answer: Answer) -> "Evaluation":
        """Return the evaluation after one factor was answered anew."""
        return self._replace(answers={**self.answers, factor_id: answer})


def is_joint(factor_set: FactorSet, evaluation: Evaluation) -> bool:
    """Whether partners make an evaluation together; so it is taken where nothing says from whose side it is."""
    named = factor_set.perspective_by_id.get(evaluation.perspective or "")
    return named is None or named.joint
