"""What other evaluations say of a factor: it lies beside the question, and is never taken for an answer by itself."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Self

from werkzaam.domain.evaluation import Action, Answer, Evaluation
from werkzaam.domain.factor_set import Factor
from werkzaam.domain.score import factor_result


class Aside(NamedTuple):
    """What one other evaluation says of a factor."""

    label: str
    """Whose it is, or of when."""
    factor: Factor
    answer: Answer
    actions: tuple[Action, ...] = ()
    """What was agreed about the factor."""
    is_asked: bool = True
    """False: the factor came with a later version of the set than that evaluation."""
    now: tuple[Action, ...] = ()
    """Those actions as they stand in the evaluation that is made now, where they do."""

    @classmethod
    def of(cls, label: str, evaluation: Evaluation, factor: Factor, present: Iterable[Action] = ()) -> Self:
        """Return what an evaluation says of a factor; an open answer where it says nothing.

        What became of its actions stands among the `present` ones.
        """
        actions = tuple(action for action in evaluation.actions if action.factor == factor.id)
        answer = evaluation.answer(factor.id)
        is_asked = factor_result(factor, answer, evaluation.version).is_asked
        subjects = {action.subject for action in actions}
        now = tuple(action for action in present if action.subject in subjects)
        return cls(label, factor, answer, actions, is_asked, now)


class Asides(NamedTuple):
    """All that lies beside a question."""

    previous: tuple[Aside, ...] = ()
    """What was said another year."""
    partners: tuple[Aside, ...] = ()
    """What partners say who filled it in apart, and who now look for one answer."""

    @property
    def common(self) -> Answer | None:
        """What all partners answered; None where they differ, or where there are fewer than two."""
        return common_answer([aside.answer for aside in self.partners])


NOTHING_BESIDE = Asides()


def common_answer(answers: Sequence[Answer]) -> Answer | None:
    """Return the option that all chose, with the missing conditions that all named.

    None where they chose otherwise, or where one of them left it open; one alone has agreed with nobody.
    """
    options = {answer.option for answer in answers}
    if len(answers) == 1 or len(options) != 1 or None in options:
        return None
    first, *others = answers
    named = tuple(name for name in first.named if all(name in other.named for other in others))
    return Answer(first.option, named or None)
