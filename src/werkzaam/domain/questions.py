"""Questions about factors, what is shown beside them, the replies to them, and the interface for asking them.

What other evaluations say of a factor is shown beside its question, and never taken for an answer by itself.
"""

from collections.abc import Collection, Iterable
from enum import Enum, auto
from typing import NamedTuple, Protocol, Self

from werkzaam.domain.evaluation import Action, Answer, Evaluation
from werkzaam.domain.factor_set import Category, Display, Factor, Option
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


class Command(Enum):
    """A reply other than an answer."""

    BACK = auto()
    """Go back to the question before this one."""
    SKIP = auto()
    """Leave the answer as it stands and go on."""
    NOTE = auto()
    """Write a note on this factor, then ask again."""


class Other(Enum):
    """What can be changed besides answers, once no factor is open."""

    COLLABORATION = auto()
    """The name of the collaboration."""
    PERSPECTIVE = auto()
    AGREEMENTS = auto()


class FactorQuestion(NamedTuple):
    """A question about one factor, with all that is shown of it."""

    number: int
    """The number of the question, from 1, in the order of asking."""
    total: int
    category: Category
    factor: Factor
    answer: Answer
    """The answer as it stands now."""
    asides: Asides = NOTHING_BESIDE
    """What other evaluations say of the factor."""
    asked: str | None = None
    """The question in the words of the set; None if the set has none."""
    proposal: Answer | None = None
    """The common answer of partners while this answer has no option, or does not yet say what is missing; else None."""
    display: Display | None = None
    """The scale on which people see the value of an option; None if they see it as it is (0 to 1)."""

    @property
    def preselected(self) -> Answer:
        """The answer that is taken if nothing else is chosen."""
        return self.proposal or self.answer


class Note(NamedTuple):
    """A note that was typed, and has to be saved."""

    question: FactorQuestion
    """The question that the note is about: the one being asked, or the one answered just before."""
    text: str
    """Empty if the present note is to be removed."""
    interrupted: bool = False
    """Whether something ended the program while it was being typed."""


class Asker(Protocol):
    """Interface for asking the questions: prompts, lines of text, or a script in a test.

    Whatever is asked, Stopped is raised if somebody chooses to stop for now.
    """

    def ask_factor(self, question: FactorQuestion) -> Option | Command:
        """Ask for the answer to a factor: an option of its scale, or a command instead."""

    def ask_conditions(self, question: FactorQuestion) -> tuple[str, ...] | Command:
        """Ask which conditions are missing after a partial answer: their ids, in any order; or BACK."""

    def ask_note(self, question: FactorQuestion, before: FactorQuestion | None) -> Note | None:
        """Ask for a note on `question`, or on `before`, which was answered just before it; None if none is written."""

    def keeps_note(self, note: Note) -> bool:
        """Point out what in a saved note looks like personal data; return False if the note is to be changed."""

    def show(self, question: FactorQuestion) -> None:
        """Show the answer to a factor after it was changed or left as it is."""

    def ask_open(self, questions: tuple[FactorQuestion, ...]) -> FactorQuestion | None:
        """Show the questions that are unfinished at the end, and ask which to go back to; None if none."""

    def ask_which(
        self, questions: tuple[FactorQuestion, ...], others: Collection[Other]
    ) -> FactorQuestion | Other | None:
        """Ask which of the answered factors to change, or what else; None if nothing."""
