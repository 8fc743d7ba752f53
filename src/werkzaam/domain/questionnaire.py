"""The questionnaire: which question comes next, as pure code that works with any asker."""

from collections.abc import Callable, Mapping
from functools import partial

from werkzaam.domain.evaluation import OPEN, Answer
from werkzaam.domain.factor_set import Factor, FactorSet, Option
from werkzaam.domain.questions import NOTHING_BESIDE, Asides, Asker, Command, FactorQuestion, Other
from werkzaam.domain.score import factor_result
from werkzaam.errors import Interrupted

Record = Callable[[Factor, Answer], Mapping[str, Answer]]
"""A function that saves one answer, and returns all answers as they then stand, by factor id."""


class Questionnaire:
    """Asks the factors of a set one by one, and saves every answer the moment it is given.

    It asks the open factors in the set's order, then those that came with a later version of the set than `version`,
    that of the file. If none is open, factors are chosen from a list, together with what `others` returns each time:
    functions that change something else. With `review` it asks all factors, once. One can always go back to an earlier
    one.

    With `asks_again` it also asks which conditions are missing where an earlier answer did not say so, and at the end
    offers to go back to what was left open: that needs somebody who can answer more than once.
    """

    def __init__(  # noqa: PLR0913 (all that a questionnaire depends on)
        self,
        factor_set: FactorSet,
        answers: Mapping[str, Answer],
        asker: Asker,
        record: Record,
        *,
        others: Callable[[], Mapping[Other, Callable[[], None]]],
        asides: Callable[[Factor], Asides] = lambda _factor: NOTHING_BESIDE,
        version: int | None = None,
        review: bool = False,
        asks_again: bool = False,
    ) -> None:
        self._factor_set = factor_set
        self._factors = _in_order_of_asking(factor_set, answers, version)
        self._answers = answers
        self._asker = asker
        self._record = record
        self._others = others
        self._asides = asides
        self._review = review
        self._asks_again = asks_again
        self._answered: int | None = None
        """The position of the factor that was answered last."""

    @property
    def walks(self) -> bool:
        """Whether there are factors to ask one by one, before it has run; else they are chosen from a list."""
        return self._first is not None

    @property
    def _first(self) -> int | None:
        return 0 if self._review else self._next_unfinished(0)

    def run(self) -> None:
        """Ask until nothing is left to ask. Raises Stopped if somebody stops before that."""
        start = self._first
        if start is None:
            self._change_chosen()
            return
        self._walk(start)
        self._review = False  # all were asked: from an open one that one goes back to, only open ones follow
        while self._asks_again and (left := self._unfinished()):
            chosen = self._asker.ask_open(left)
            if chosen is None:
                return
            self._walk(chosen.number - 1)

    def _walk(self, position: int | None) -> None:
        """Ask one factor after another, starting at a position (from 0); None asks nothing."""
        while position is not None:
            back = self._put(position) is Command.BACK
            position = max(position - 1, 0) if back else self._following(position)

    def _change_chosen(self) -> None:
        """Let answered factors, or something else, be chosen from a list and changed, until nothing is chosen."""
        while True:
            everything = tuple(self._question(position) for position in range(len(self._factors)))
            others = self._others()
            chosen = self._asker.ask_which(everything, tuple(others))
            if chosen is None:
                return
            if isinstance(chosen, Other):
                others[chosen]()
            else:
                self._answer_factor(chosen.number - 1)

    def _put(self, position: int) -> Command | None:
        """Ask a factor, or only its missing conditions if only those were not said; return as `_answer_factor` does."""
        if not self._review and self._is_unsaid(position):
            reply = self._ask_conditions(position)
            if reply is not Command.BACK:
                return reply
        return self._answer_factor(position)

    def _answer_factor(self, position: int) -> Command | None:
        """Ask one factor until it is answered (return None) or left (return SKIP or BACK)."""
        while True:
            reply = self._asker.ask_factor(self._question(position))
            if reply is Command.NOTE:
                self._write_note(position)
            elif isinstance(reply, Command):
                if reply is Command.SKIP:
                    self._asker.show(self._question(position))
                return reply
            elif (left := self._keep(position, reply)) is not Command.BACK:
                return left

    def _keep(self, position: int, option: Option) -> Command | None:
        """Save an option at once, then ask what is missing; return BACK if the factor has to be asked again."""
        self._save(position, self._answer(position).with_option(option))
        question = self._question(position)
        self._asker.show(question)
        if question.answer.option != option.id:  # somebody else changed the file meanwhile, and their answer stays
            return Command.BACK
        self._answered = position
        return self._ask_conditions(position) if option.is_partial and question.factor.asks_conditions else None

    def _ask_conditions(self, position: int) -> Command | None:
        """Ask which conditions are missing after a partial answer; return BACK, or None once that is saved."""
        question = self._question(position)
        reply = self._asker.ask_conditions(self._with_common_conditions(question))
        if isinstance(reply, Command):
            return reply
        named = tuple(condition.id for condition in question.factor.conditions if condition.id in reply)
        self._save(position, question.answer._replace(missing=named))
        self._asker.show(self._question(position))
        return None

    def _with_common_conditions(self, question: FactorQuestion) -> FactorQuestion:
        """Propose the conditions that all partners named after this option, if this answer names none yet."""
        common, said = question.asides.common, question.answer
        if said.missing is not None or common is None or common.option != said.option:
            return question
        return question._replace(proposal=common)

    def _write_note(self, position: int) -> None:
        """Let a note be typed, and save it before pointing out any personal data in it."""
        question = self._question(position)
        before = self._question(self._answered) if self._answered not in (None, position) else None
        while note := self._asker.ask_note(question, before):
            keep = partial(self._save, note.question.number - 1, note.question.answer._replace(note=note.text or None))
            if note.interrupted:
                Interrupted().after(keep)
            keep()
            question, before = self._question(note.question.number - 1), None
            if question.answer.option is not None:
                self._asker.show(question)
            if self._asker.keeps_note(note):
                return

    def _save(self, position: int, answer: Answer) -> None:
        """Save an answer; do not write the file if nothing changed."""
        if answer != self._answer(position):
            self._answers = self._record(self._factors[position], answer)

    def _answer(self, position: int) -> Answer:
        return self._answers.get(self._factors[position].id, OPEN)

    def _question(self, position: int) -> FactorQuestion:
        factor, answer = self._factors[position], self._answer(position)
        asides = self._asides(factor)
        return FactorQuestion(
            number=position + 1,
            total=len(self._factors),
            category=self._factor_set.category_of[factor.id],
            factor=factor,
            answer=answer,
            asides=asides,
            asked=self._factor_set.question,
            proposal=asides.common if answer.option is None else None,
            display=self._factor_set.display,
        )

    def _following(self, position: int) -> int | None:
        if not self._review:
            return self._next_unfinished(position + 1)
        return position + 1 if position + 1 < len(self._factors) else None

    def _next_unfinished(self, start: int) -> int | None:
        """Return the first unfinished position (from 0) that is not before `start`; None if there is none."""
        return next((question.number - 1 for question in self._unfinished() if question.number > start), None)

    def _unfinished(self) -> tuple[FactorQuestion, ...]:
        """Return the questions that are open, or after which it was not said which conditions are missing."""
        return tuple(
            self._question(position)
            for position in range(len(self._factors))
            if self._answer(position).option is None or self._is_unsaid(position)
        )

    def _is_unsaid(self, position: int) -> bool:
        """Return whether it can still be asked which conditions are missing after a partial answer."""
        factor, answer = self._factors[position], self._answer(position)
        is_partial = answer.option is not None and factor.option(answer.option).is_partial
        return self._asks_again and is_partial and factor.asks_conditions and answer.missing is None


def _in_order_of_asking(
    factor_set: FactorSet, answers: Mapping[str, Answer], version: int | None
) -> tuple[Factor, ...]:
    """Return the factors in the set's order, except that those the file's version did not ask come last."""
    results = [factor_result(factor, answers.get(factor.id, OPEN), version) for factor in factor_set.factors]
    return tuple(result.factor for result in sorted(results, key=lambda result: not result.is_asked))
