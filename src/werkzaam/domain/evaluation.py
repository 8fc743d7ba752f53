"""An evaluation: what was answered about one collaboration, on one day, from one perspective."""

import re
from collections.abc import Mapping
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from werkzaam.domain.factor_set import FactorSet, Option
from werkzaam.visible import NOTHING

NOTE_LIMIT = 4000
"""The longest note, in characters: a page of text."""
BLANKS = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""The characters that `str.strip` removes, for a set of a regular expression: `\\s` differs between dialects."""
SOMETHING = f"[^{BLANKS}{NOTHING}]"
"""Matches a character that can be seen: a text without one is empty to whoever reads it."""


def tidy(text: str) -> str:
    """Return a text as it is saved: without tabs, and without blanks at the ends of its lines and around it.

    A text in which nothing can be seen is empty.
    """
    if not re.search(SOMETHING, text):
        return ""
    return "\n".join(line.rstrip() for line in text.replace("\t", " ").split("\n")).strip()


class Answer(NamedTuple):
    """What was said about one factor."""

    option: str | None = None
    """The id of the option that was chosen; None if the factor is open."""
    missing: tuple[str, ...] | None = None
    """The ids of the conditions named as missing, in the set's order; empty if it was said that none is named.

    None if nothing was said of them yet, and always if the option is not partial.
    """
    note: str | None = None

    @property
    def named(self) -> tuple[str, ...]:
        """The ids of the conditions named as missing; empty also if nothing was said of them yet."""
        return self.missing or ()

    def is_like(self, other: "Answer") -> bool:
        """Return whether both answers say the same: “none was named” and “nothing said yet” count as equal."""
        return (self.option, self.named, self.note) == (other.option, other.named, other.note)

    def with_option(self, option: Option | None) -> "Answer":
        """Return the answer with this option, or without any if it is None.

        Conditions named as missing stay with another partial option; that none is missing was said of the old one only.
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
        """The id of the factor and the text: by these an action is recognised in another evaluation."""
        return self.factor, self.what

    def is_overdue(self, today: date) -> bool:
        """Return whether the action is open and was due before today."""
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
    """The version of the factor set that was filled in: what came later was not asked; None if it is the set's own."""

    def answer(self, factor_id: str) -> Answer:
        """Return the answer to a factor: an open answer if the evaluation has none."""
        return self.answers.get(factor_id, OPEN)

    def with_answer(self, factor_id: str, answer: Answer) -> "Evaluation":
        """Return the evaluation with a new answer to one factor."""
        return self._replace(answers={**self.answers, factor_id: answer})


def is_joint(factor_set: FactorSet, evaluation: Evaluation) -> bool:
    """Return whether partners make an evaluation together, as is assumed if it has no perspective of the set."""
    named = factor_set.perspective_by_id.get(evaluation.perspective or "")
    return named is None or named.joint
