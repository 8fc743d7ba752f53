"""The questions for one answers file, from the actions agreed before to those agreed now."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial

from werkzaam.cli.interview.askers import DetailsAsker, Interviewer
from werkzaam.cli.interview.other_evaluations import OtherEvaluations
from werkzaam.cli.values import today
from werkzaam.domain.actions import ask_actions, carried_over, change_agreements, follow_up, to_take_up
from werkzaam.domain.evaluation import Action, Answer, Evaluation, is_joint
from werkzaam.domain.factor_set import Factor, FactorSet
from werkzaam.domain.questionnaire import Questionnaire
from werkzaam.domain.questions import Asides, Other
from werkzaam.domain.report import report
from werkzaam.errors import Stopped, UserError
from werkzaam.files.conflicts import ConflictError
from werkzaam.files.store import AnswersStore
from werkzaam.language import _
from werkzaam.wording.actions import action_text


def carry_over(store: AnswersStore, others: OtherEvaluations, asker: DetailsAsker) -> None:
    """Copy the previous evaluation's open actions into the file, when nobody can be asked what became of them."""
    _tell_of_others(store, others, asker)
    for action in _open_actions(store, others):
        store.add_action(action)


def _open_actions(store: AnswersStore, others: OtherEvaluations) -> list[Action]:
    return carried_over(others.previous.actions if others.previous else (), store.evaluation.actions)


def _tell_of_others(store: AnswersStore, others: OtherEvaluations, asker: DetailsAsker) -> None:
    for remark in others.remarks(store.evaluation.collaboration, store.evaluation.date.year):
        asker.tell(remark)


class Session:
    """Asks the questions for one answers file, with other evaluations shown beside them if there are any."""

    def __init__(
        self, factor_set: FactorSet, store: AnswersStore, others: OtherEvaluations, interviewer: Interviewer
    ) -> None:
        self._factor_set = factor_set
        self._store = store
        self._others = others
        self._interviewer = interviewer
        self._seen = None if sys.stdin.isatty() else store.evaluation.answers
        """The answers that the writer of piped lines knew of, with those of the lines added; None at a terminal."""

    def run(self, *, review: bool) -> None:
        """Ask all questions, and save every answer and action at once. Raises Stopped if somebody stops.

        Raises UserError if something cannot be saved, or in a pipe if somebody else changed the same meanwhile.
        """
        self._stop_without_terminal()
        self._follow_up()
        questionnaire = Questionnaire(
            self._factor_set,
            self._store.evaluation.answers,
            self._interviewer,
            self._record,
            others=self._others_to_change,
            asides=self._asides,
            version=self._store.evaluation.version,
            review=review,
            asks_again=sys.stdin.isatty(),
        )
        walked = questionnaire.walks
        questionnaire.run()
        if walked and sys.stdin.isatty() and self._is_joint():
            left = to_take_up(report(self._factor_set, self._store.evaluation))
            ask_actions(left, self._interviewer, self, today())

    @property
    def evaluation(self) -> Evaluation:
        """The evaluation in the file."""
        return self._store.evaluation

    def add_action(self, action: Action) -> None:
        """Save one more action."""
        with self._going_on():
            self._store.add_action(action)

    def change_action(self, place: int, action: Action | None) -> None:
        """Replace the action at index `place` (from 0) in the evaluation, or remove it if `action` is None.

        Nobody is asked whether it was meant to be removed: all of it is told, so that it can be agreed again.
        """
        before = self.evaluation.actions[place]
        with self._going_on():
            self._store.change_action(place, action)
        if action is None and before not in self.evaluation.actions:  # it stays if somebody else changed it
            self._interviewer.tell(_("Removed: {agreement}").format(agreement=action_text(before)))

    def _follow_up(self) -> None:
        if sys.stdin.isatty():
            _tell_of_others(self._store, self._others, self._interviewer)
            follow_up(_open_actions(self._store, self._others), self._interviewer, self.add_action)
        else:
            carry_over(self._store, self._others, self._interviewer)

    def _is_joint(self) -> bool:
        return is_joint(self._factor_set, self._store.evaluation)

    def _asides(self, factor: Factor) -> Asides:
        return self._others.asides(self._factor_set, factor, self._store.evaluation.actions)

    def _others_to_change(self) -> Mapping[Other, Callable[[], None]]:
        """Return the functions that change what is not an answer; agreements if there are any, or it is joint.

        In a pipe there are none, so that the numbers in its lines keep their meaning.
        """
        if not sys.stdin.isatty():
            return {}
        changes = {Other.COLLABORATION: self._change_collaboration}
        if self._factor_set.perspectives:
            changes[Other.PERSPECTIVE] = self._change_perspective
        if self._is_joint() or self._store.evaluation.actions:
            changes[Other.AGREEMENTS] = partial(change_agreements, self._factor_set, self, self._interviewer, today())
        return changes

    def _change_collaboration(self) -> None:
        """Let the name of the collaboration be corrected; the name of the file stays as it is."""
        present = self._store.evaluation.collaboration
        with suppress(Stopped), self._going_on():
            name = self._interviewer.ask_collaboration(present)
            if name != present:
                self._store.rename("collaboration", name)

    def _change_perspective(self) -> None:
        """Let the perspective be corrected."""
        with suppress(Stopped), self._going_on():
            present = self._store.evaluation.perspective
            chosen = self._interviewer.ask_perspective(self._factor_set.perspectives, present=present)
            if isinstance(chosen, str) and chosen != present:
                self._store.rename("perspective", chosen)

    def _record(self, factor: Factor, answer: Answer) -> Mapping[str, Answer]:
        with self._going_on():
            self._store.save({factor.id: answer}, self._seen)
        self._stop_without_terminal()
        if self._seen is None:
            return self._store.evaluation.answers
        self._seen = {**self._seen, factor.id: self._store.evaluation.answer(factor.id)}
        return self._seen

    @contextmanager
    def _going_on(self) -> Iterator[None]:
        """Report a conflict to a user at a terminal, who can go on and loses nothing; raise it in a pipe."""
        try:
            yield
        except ConflictError as conflict:
            if not sys.stdin.isatty():
                raise
            self._interviewer.tell(str(conflict))

    def _stop_without_terminal(self) -> None:
        if not self._store.holds_all and not sys.stdin.isatty():
            raise UserError(_("Stopped here: nobody is at a terminal to choose between the two."))
