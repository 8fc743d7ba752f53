"""The questionnaire: which question comes next, as pure code that any asker can drive."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Protocol

from werkzaam.domain.asides import NOTHING_BESIDE, Asides
from werkzaam.domain.evaluation import OPEN, Answer
from werkzaam.domain.factor_set import Category, Factor, FactorSet, Option
from werkzaam.errors import Interrupted


class Command(Enum):
    """What can be said instead of an answer."""

    BACK = auto()
    """To the question before this one."""
    SKIP = auto()
    """Leave the answer as it stands and go on."""
    NOTE = auto()
    """Write a note on this factor, then ask again."""
    STOP = auto()
    """Enough for now."""


class Ending(Enum):
    """How a questionnaire ended."""

    FINISHED = auto()
    STOPPED = auto()


@dataclass(frozen=True, slots=True)
class FactorQuestion:
    """One factor as it is asked."""

    number: int
    """From 1, in the set's order."""
    total: int
    category: Category
    factor: Factor
    answer: Answer
    """As it stands now."""
    asides: Asides = NOTHING_BESIDE
    """What other evaluations say of it."""
    proposal: Answer | None = None
    """What partners have in common, where nothing is said here yet: an answer, or what is missing after one."""

    @property
    def preselected(self) -> Answer:
        """What is taken where nothing else is chosen."""
        return self.proposal or self.answer

    @property
    def needs_choice(self) -> bool:
        """Whether it is open and partners have no answer in common: then a mere Enter may take none."""
        return self.answer.option is None and self.proposal is None and bool(self.asides.partners)


class Asker(Protocol):
    """Whoever puts the questions: a terminal, lines of text, or a script in a test."""

    def ask_factor(self, question: FactorQuestion) -> Option | Command:
        """Ask how a factor stands."""

    def ask_conditions(self, question: FactorQuestion) -> tuple[str, ...] | Command:
        """Ask which conditions are missing after a partial answer: their ids, in any order; or BACK or STOP."""

    def ask_note(self, question: FactorQuestion) -> str | None:
        """Ask for a note: None leaves the present one, an empty text removes it."""

    def keeps_note(self, question: FactorQuestion, note: str) -> bool:
        """Point out what looks like personal data in a note that was kept; whether it stays, or is asked for again."""

    def ask_which(self, questions: tuple[FactorQuestion, ...]) -> FactorQuestion | None:
        """Ask which of the answered factors to change; None: none of them."""


Record = Callable[[Factor, Answer], Mapping[str, Answer]]
"""Keeps one answer and returns all answers as they then stand, by factor id."""


class Questionnaire:
    """Walks through the factors of a set, keeping every answer the moment it is given.

    Asked are the factors that are open, in the set's order; with none open, those that are chosen from a list;
    with `review`, all of them. One can always go back to any factor before the present one.
    """

    def __init__(  # noqa: PLR0913 (what is asked, of whom, with what beside it, and where it goes)
        self,
        factor_set: FactorSet,
        answers: Mapping[str, Answer],
        asker: Asker,
        record: Record,
        *,
        asides: Mapping[str, Asides] | None = None,
        review: bool = False,
    ) -> None:
        self._factor_set = factor_set
        self._answers = answers
        self._asker = asker
        self._record = record
        self._asides = asides or {}
        self._review = review
        self._unsaid: set[str] = set()
        """Ids of factors that were answered anew, and of which it is not said yet what is missing."""

    def run(self) -> Ending:
        """Ask until there is nothing left to ask or somebody stops."""
        if not self._review and self._next_open(0) is None:
            return self._change_chosen()
        position: int | None = 0 if self._review else self._next_open(0)
        while position is not None:
            reply = self._answer_factor(position)
            if reply is Command.STOP:
                return Ending.STOPPED
            position = max(position - 1, 0) if reply is Command.BACK else self._following(position)
        return Ending.FINISHED

    def _change_chosen(self) -> Ending:
        """Let answered factors be picked from a list until none is picked."""
        while True:
            everything = tuple(self._question(position) for position in range(len(self._factor_set.factors)))
            chosen = self._asker.ask_which(everything)
            if chosen is None:
                return Ending.FINISHED
            if self._answer_factor(chosen.number - 1) is Command.STOP:
                return Ending.STOPPED

    def _answer_factor(self, position: int) -> Command | None:
        """Ask one factor until it is answered or left: None, or the command that leads elsewhere."""
        while True:
            reply = self._asker.ask_factor(self._question(position))
            if reply is Command.NOTE:
                self._write_note(position)
            elif isinstance(reply, Command):
                return reply
            elif (left := self._keep(position, reply)) is not Command.BACK:
                return left

    def _keep(self, position: int, option: Option) -> Command | None:
        """Keep an option at once, then ask what is missing: BACK asks the factor again."""
        question = self._question(position)
        if option.id != question.answer.option:
            self._unsaid.add(question.factor.id)
        missing = question.answer.missing if option.is_partial else ()
        self._save(position, replace(question.answer, option=option.id, missing=missing))
        question = self._question(position)
        if question.answer.option != option.id:  # somebody else answered meanwhile, and theirs stands
            return Command.BACK
        if not (option.is_partial and question.factor.asks_conditions):
            return None
        reply = self._asker.ask_conditions(self._with_common_conditions(question))
        if isinstance(reply, Command):
            return reply
        self._unsaid.discard(question.factor.id)
        named = tuple(condition.id for condition in question.factor.conditions if condition.id in reply)
        self._save(position, replace(question.answer, missing=named))
        return None

    def _with_common_conditions(self, question: FactorQuestion) -> FactorQuestion:
        """Propose the conditions that all partners named after this answer, unless here some were named or unnamed."""
        common, said = question.asides.common, question.answer
        if question.factor.id not in self._unsaid or said.missing or common is None or common.option != said.option:
            return question
        return replace(question, proposal=common)

    def _write_note(self, position: int) -> None:
        """Keep a note first, and only then look at what stands in it."""
        while True:
            question = self._question(position)
            try:
                note = self._asker.ask_note(question)
            except Interrupted as interruption:
                if interruption.draft:
                    self._save(position, replace(question.answer, note=interruption.draft))
                raise
            if note is not None:
                self._save(position, replace(question.answer, note=note or None))
            if not note or self._asker.keeps_note(self._question(position), note):
                return

    def _save(self, position: int, answer: Answer) -> None:
        """Keep an answer; one that changes nothing is no reason to write."""
        factor = self._factor_set.factors[position]
        if answer != self._answers.get(factor.id, OPEN):
            self._answers = self._record(factor, answer)

    def _question(self, position: int) -> FactorQuestion:
        factors = self._factor_set.factors
        factor = factors[position]
        answer, asides = self._answers.get(factor.id, OPEN), self._asides.get(factor.id, NOTHING_BESIDE)
        return FactorQuestion(
            number=position + 1,
            total=len(factors),
            category=self._factor_set.category_of[factor.id],
            factor=factor,
            answer=answer,
            asides=asides,
            proposal=asides.common if answer.option is None else None,
        )

    def _following(self, position: int) -> int | None:
        if not self._review:
            return self._next_open(position + 1)
        return position + 1 if position + 1 < len(self._factor_set.factors) else None

    def _next_open(self, start: int) -> int | None:
        for position in range(start, len(self._factor_set.factors)):
            if self._answers.get(self._factor_set.factors[position].id, OPEN).option is None:
                return position
        return None
