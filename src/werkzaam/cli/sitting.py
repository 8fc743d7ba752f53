"""One sitting at the table: what was agreed before, the questions, what is agreed now."""

import sys
from collections.abc import Mapping

from werkzaam.cli.earlier import beside, same_collaboration
from werkzaam.cli.table import Host, Table
from werkzaam.domain.agreements import agree, carried_over, follow_up, points
from werkzaam.domain.evaluation import Action, Answer, Evaluation
from werkzaam.domain.factor_set import Factor, FactorSet
from werkzaam.domain.questionnaire import Ending, Questionnaire
from werkzaam.domain.report import report
from werkzaam.errors import UserError
from werkzaam.files.store import AnswersStore
from werkzaam.language import _


class Sitting:
    """Works on one answers file, with an earlier evaluation at hand if there is one."""

    def __init__(self, factor_set: FactorSet, store: AnswersStore, earlier: Evaluation | None) -> None:
        self._factor_set = factor_set
        self._store = store
        self._earlier = earlier

    def hold(self, table: Table, *, review: bool) -> Ending:
        """Ask everything there is to ask; every answer and every agreement is kept at once."""
        self._stop_without_terminal()
        ending = self._follow_up(table)
        if ending is Ending.FINISHED:
            asides = beside(self._factor_set, self._earlier)
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
        earlier = self._earlier.actions if self._earlier else ()
        return carried_over(earlier, self._store.evaluation.actions)

    def _tell_of_other(self, host: Host) -> None:
        """Say so where the earlier evaluation is of another collaboration: that may be a mistake."""
        if self._earlier is None:
            return
        ours, theirs = self._store.evaluation.collaboration, self._earlier.collaboration
        if not same_collaboration(ours, theirs):
            message = _("The earlier evaluation is about another collaboration: “{theirs}”, not “{ours}”.")
            host.tell(message.format(theirs=theirs, ours=ours))

    def _record(self, factor: Factor, answer: Answer) -> Mapping[str, Answer]:
        evaluation = self._store.save({factor.id: answer})
        self._stop_without_terminal()
        return evaluation.answers

    def _stop_without_terminal(self) -> None:
        if self._store.rescue and not sys.stdin.isatty():
            raise UserError(_("Stopped here: nobody is at a terminal to choose between the two answers."))
