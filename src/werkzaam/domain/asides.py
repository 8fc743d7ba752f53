"""What other evaluations say of a factor: shown beside the question, and never taken for an answer by itself."""

from collections.abc import Iterable
from typing import NamedTuple, Self

from werkzaam.domain.evaluation import Action, Answer, Evaluation
from werkzaam.domain.factor_set import Factor
from werkzaam.domain.score import factor_result


class Aside(NamedTuple):
    """What one other evaluation says of a factor."""

    label: str
    """Whose evaluation it is, or of which day."""
    factor: Factor
    answer: Answer
    actions: tuple[Action, ...] = ()
    """The actions of the other evaluation that are about the factor."""
    is_asked: bool = True
    """False if the factor came with a later version of the set than that evaluation, which has no answer to it."""
    now: tuple[Action, ...] = ()
    """Those of `actions` that are also in the evaluation being filled in, as they stand there."""

    @classmethod
    def of(cls, label: str, evaluation: Evaluation, factor: Factor, present: Iterable[Action] = ()) -> Self:
        """Return what an evaluation says of a factor, with an open answer if it says nothing.

        `present` are the actions of the evaluation being filled in.
        """
        actions = tuple(action for action in evaluation.actions if action.factor == factor.id)
        answer = evaluation.answer(factor.id)
        is_asked = factor_result(factor, answer, evaluation.version).is_asked
        subjects = {action.subject for action in actions}
        now = tuple(action for action in present if action.subject in subjects)
        return cls(label, factor, answer, actions, is_asked, now)


class Asides(NamedTuple):
    """All that is shown beside a question."""

    previous: tuple[Aside, ...] = ()
    """What an earlier evaluation says."""
    partners: tuple[Aside, ...] = ()
    """What each partner said in an evaluation of their own, before they look for a joint answer."""

    @property
    def common(self) -> Answer | None:
        """The option that all partners chose, with the conditions that all of them name as missing.

        None if the options differ, if they are open, or if there are fewer than two partners: one agrees with nobody.
        """
        answers = [aside.answer for aside in self.partners]
        options = {answer.option for answer in answers}
        if len(answers) == 1 or len(options) != 1 or None in options:
            return None
        first, *others = answers
        named = tuple(name for name in first.named if all(name in other.named for other in others))
        return Answer(first.option, named or None)


NOTHING_BESIDE = Asides()
