"""One sitting at the table: what was agreed before, the questions, what is agreed now."""

import sys
from collections.abc import Mapping

from werkzaam.cli.interview.askers import Host, Table
from werkzaam.cli.interview.others import Others
from werkzaam.domain.agreements import agree, carried_over, follow_up, points
from werkzaam.domain.evaluation import Action, Answer
from werkzaam.domain.factor_set import Factor, FactorSet
from werkzaam.domain.questionnaire import Ending, Questionnaire
from werkzaam.domain.report import report
from werkzaam.errors import UserError
from werkzaam.files.store import AnswersStore
from werkzaam.language import _


class Sitting:
    """Works on one answers file, with other evaluations at hand if there are any."""

    def __init__(self, factor_set: FactorSet, store: AnswersStore, others: Others) -> None:
        self._factor_set = factor_set
        self._store = store
        self._others = others

    def hold(self, table: Table, *, review: bool) -> Ending:
        """Ask everything there is to ask; every answer and every agreement is kept at once."""
        self._stop_without_terminal()
        ending = self._follow_up(table)
        if ending is Ending.FINISHED:
            asides = self._others.asides(self._factor_set)
            answers = self._store.evaluation.answers
            ending = Questionnaire(self._factor_set, answers, table, self._record, asides=asides, review=review).run()
        if ending is Ending.FINISHED and sys.stdin.isatty():
            agree(points(report(self._factor_set, self._store.evaluation)), table, self._store.add_action)
        return ending

    def carry_over(self, host: Host) -> Ending:
        """Keep what was agreed before and is still open, where nobody can be asked what became of it."""
        self._tell_of_other(host)
        for action in self._open_actions():
            self._store.add_action(action)
        return Ending.FINISHED

    def _follow_up(self, table: Table) -> Ending:
        if sys.stdin.isatty():
            self._tell_of_other(table)
            return follow_up(self._open_actions(), table, self._store.add_action)
        return self.carry_over(table)

    def _open_actions(self) -> list[Action]:
        earlier = self._others.earlier
        return carried_over(earlier.actions if earlier else (), self._store.evaluation.actions)

    def _tell_of_other(self, host: Host) -> None:
        for remark in self._others.remarks(self._store.evaluation.collaboration):
            host.tell(remark)

    def _record(self, factor: Factor, answer: Answer) -> Mapping[str, Answer]:
        evaluation = self._store.save({factor.id: answer})
        self._stop_without_terminal()
        return evaluation.answers

    def _stop_without_terminal(self) -> None:
        if not self._store.holds_all and not sys.stdin.isatty():
            raise UserError(_("Stopped here: nobody is at a terminal to choose between the two answers."))
