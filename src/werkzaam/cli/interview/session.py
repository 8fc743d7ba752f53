"""The questions for one answers file, from the actions agreed before to those agreed now."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial

from werkzaam.cli.interview.askers import DetailsAsker, Interviewer
from werkzaam.cli.interview.other_evaluations import OtherEvaluations
from werkzaam.cli.values import today
from werkzaam.domain.actions import ask_actions, carried_over, follow_up, to_take_up
from werkzaam.domain.agreements import change_agreements
from werkzaam.domain.asides import Asides
from werkzaam.domain.evaluation import Action, Answer, is_joint
from werkzaam.domain.factor_set import Factor, FactorSet
from werkzaam.domain.questionnaire import Questionnaire
from werkzaam.domain.questions import Ending, Other
from werkzaam.domain.report import report
from werkzaam.errors import Stopped, UserError
from werkzaam.files.conflicts import ConflictError
from werkzaam.files.store import AnswersStore
from werkzaam.language import _
from werkzaam.wording.actions import action_text


class Session:
    """Asks the questions for one answers file, with other evaluations shown beside them if there are any."""

    def __init__(self, factor_set: FactorSet, store: AnswersStore, others: OtherEvaluations) -> None:
        self._factor_set = factor_set
        self._store = store
        self._others = others
        self._seen: Mapping[str, Answer] | None = None
        """The answers that the writer of piped lines knew of, with those of the lines added; None at a terminal."""

    def run(self, interviewer: Interviewer, *, review: bool) -> Ending:
        """Ask all questions, and save every answer and action at once; return how it ended.

        Raises UserError if one cannot be saved, or in a pipe if somebody else changed the same meanwhile.
        """
        self._stop_without_terminal()
        self._seen = None if sys.stdin.isatty() else self._store.evaluation.answers
        if self._follow_up(interviewer) is Ending.STOPPED:
            return Ending.STOPPED
        questionnaire = Questionnaire(
            self._factor_set,
            self._store.evaluation.answers,
            interviewer,
            partial(self._record, interviewer),
            others=partial(self._others_to_change, interviewer),
            asides=self._asides,
            version=self._store.evaluation.version,
            review=review,
            asks_again=sys.stdin.isatty(),
        )
        walked, ending = questionnaire.walks, questionnaire.run()
        if walked and ending is Ending.FINISHED and sys.stdin.isatty() and self.is_joint:
            left = to_take_up(report(self._factor_set, self._store.evaluation))
            ask_actions(left, interviewer, partial(self._add_action, interviewer), today())
        return ending

    @property
    def is_joint(self) -> bool:
        """Whether the partners make this evaluation together."""
        return is_joint(self._factor_set, self._store.evaluation)

    def _asides(self, factor: Factor) -> Asides:
        return self._others.asides(self._factor_set, factor, self._store.evaluation.actions)

    def _others_to_change(self, interviewer: Interviewer) -> Mapping[Other, Callable[[], None]]:
        """Return the functions that change what is not an answer; agreements if there are any, or it is joint.

        In a pipe there are none, so that the numbers in its lines keep their meaning.
        """
        if not sys.stdin.isatty():
            return {}
        changes = {Other.COLLABORATION: lambda: self._change_collaboration(interviewer)}
        if self._factor_set.perspectives:
            changes[Other.PERSPECTIVE] = lambda: self._change_perspective(interviewer)
        if self.is_joint or self._store.evaluation.actions:
            changes[Other.AGREEMENTS] = lambda: self._change_agreements(interviewer)
        return changes

    def _change_agreements(self, interviewer: Interviewer) -> None:
        with _going_on(interviewer):
            change_agreements(self._factor_set, self._store, interviewer, today(), partial(_say_removed, interviewer))

    def _change_collaboration(self, interviewer: Interviewer) -> None:
        """Let the name of the collaboration be corrected; the name of the file stays as it is."""
        present = self._store.evaluation.collaboration
        with suppress(Stopped), _going_on(interviewer):
            name = interviewer.ask_collaboration(present)
            if name != present:
                self._store.rename("collaboration", name)

    def _change_perspective(self, interviewer: Interviewer) -> None:
        """Let the perspective be corrected."""
        with suppress(Stopped), _going_on(interviewer):
            present = self._store.evaluation.perspective
            chosen = interviewer.ask_perspective(self._factor_set.perspectives, present=present)
            if isinstance(chosen, str) and chosen != present:
                self._store.rename("perspective", chosen)

    def carry_over(self, asker: DetailsAsker) -> Ending:
        """Copy the previous evaluation's open actions into the file, when nobody can be asked what became of them."""
        self._tell_of_other(asker)
        for action in self._open_actions():
            self._store.add_action(action)
        return Ending.FINISHED

    def _follow_up(self, interviewer: Interviewer) -> Ending:
        if sys.stdin.isatty():
            self._tell_of_other(interviewer)
            return follow_up(self._open_actions(), interviewer, partial(self._add_action, interviewer))
        return self.carry_over(interviewer)

    def _open_actions(self) -> list[Action]:
        previous = self._others.previous
        return carried_over(previous.actions if previous else (), self._store.evaluation.actions)

    def _tell_of_other(self, asker: DetailsAsker) -> None:
        ours = self._store.evaluation
        for remark in self._others.remarks(ours.collaboration, ours.date.year):
            asker.tell(remark)

    def _record(self, asker: DetailsAsker, factor: Factor, answer: Answer) -> Mapping[str, Answer]:
        with _going_on(asker):
            self._store.save({factor.id: answer}, self._seen)
        self._stop_without_terminal()
        if self._seen is None:
            return self._store.evaluation.answers
        self._seen = {**self._seen, factor.id: self._store.evaluation.answer(factor.id)}
        return self._seen

    def _add_action(self, asker: DetailsAsker, action: Action) -> None:
        with _going_on(asker):
            self._store.add_action(action)

    def _stop_without_terminal(self) -> None:
        if not self._store.holds_all and not sys.stdin.isatty():
            raise UserError(_("Stopped here: nobody is at a terminal to choose between the two."))


def _say_removed(asker: DetailsAsker, action: Action) -> None:
    """Say which agreement was removed, with all of its text, so that it can be made again."""
    asker.tell(_("Removed: {agreement}").format(agreement=action_text(action)))


@contextmanager
def _going_on(asker: DetailsAsker) -> Iterator[None]:
    """Report a conflict of the file to a user at a terminal, who can go on and loses nothing; raise it in a pipe."""
    try:
        yield
    except ConflictError as conflict:
        if not sys.stdin.isatty():
            raise
        asker.tell(str(conflict))
