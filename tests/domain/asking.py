"""A script that answers the questionnaire and notes down what it was asked."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from tests import examples
from werkzaam.domain.evaluation import Answer
from werkzaam.domain.factor_set import Factor, FactorSet, Option
from werkzaam.domain.questionnaire import Questionnaire
from werkzaam.domain.questions import Command, FactorQuestion, Note, Other
from werkzaam.errors import Stopped

BACK, SKIP, NOTE = Command.BACK, Command.SKIP, Command.NOTE
STOP = Stopped()


@dataclass(frozen=True)
class Typed:
    """A note, as a script gives it."""

    text: str
    on_before: bool = False
    interrupted: bool = False
    kept: bool = True
    """Whether it stays as it is once it is saved."""


Reply = str | Command | Stopped | Other | tuple[str, ...] | int | Typed | None
"""An option; a command; stopping; what else to change; conditions; the number of a factor; a note; or nothing."""


class Script:
    """Gives replies in turn and keeps what was asked, as a line each."""

    def __init__(self, replies: Iterable[Reply]) -> None:
        self._replies = iter(replies)
        self.asked: list[str] = []
        self.shown: list[str] = []
        self._typed = Typed("")

    def ask_factor(self, question: FactorQuestion) -> Option | Command:
        reply = self._next(f"{question.number}/{question.total} {question.factor.id}: {shown(question.answer)}")
        return question.factor.option(reply) if isinstance(reply, str) else command(reply)

    def ask_conditions(self, question: FactorQuestion) -> tuple[str, ...] | Command:
        reply = self._next(f"conditions of {question.factor.id}: {shown(question.answer)}")
        return reply if isinstance(reply, tuple) else command(reply)

    def ask_note(self, question: FactorQuestion, before: FactorQuestion | None) -> Note | None:
        other = f", or on {before.factor.id}: {before.answer.note}" if before else ""
        reply = self._next(f"note on {question.factor.id}: {question.answer.note}{other}")
        if reply is None:
            return None
        assert isinstance(reply, Typed)
        self._typed = reply
        about = before if reply.on_before else question
        assert about is not None
        return Note(about, reply.text, reply.interrupted)

    def keeps_note(self, note: Note) -> bool:
        assert note.text == self._typed.text
        self.asked.append(f"keep {note.text}?")
        return self._typed.kept

    def show(self, question: FactorQuestion) -> None:
        self.shown.append(f"{question.factor.id}: {shown(question.answer)}")

    def ask_open(self, questions: tuple[FactorQuestion, ...]) -> FactorQuestion | None:
        picked = self._picked("left: ", questions)
        assert not isinstance(picked, Other)
        return picked

    def ask_which(
        self,
        questions: tuple[FactorQuestion, ...],
        others: Collection[Other],  # noqa: ARG002 (all can be chosen)
    ) -> FactorQuestion | Other | None:
        return self._picked("which of ", questions)

    def _picked(self, what: str, questions: tuple[FactorQuestion, ...]) -> FactorQuestion | Other | None:
        reply = self._next(what + ", ".join(f"{item.factor.id} {item.answer.option}" for item in questions))
        if isinstance(reply, int):
            return next(item for item in questions if item.number == reply)
        assert reply is None or isinstance(reply, Other)
        return reply

    def _next(self, line: str) -> Reply:
        self.asked.append(line)
        reply = next(self._replies)
        if isinstance(reply, Stopped):
            raise reply
        return reply


def shown(answer: Answer) -> str:
    named = ["-"] if answer.missing == () else [f"-{condition}" for condition in answer.named]
    words = [answer.option or "open", *named]
    return " ".join([*words, f"({answer.note})"] if answer.note else words)


def command(reply: Reply) -> Command:
    assert isinstance(reply, Command)
    return reply


class Answers:
    """Keeps answers as a file would, and every save in its order."""

    def __init__(self, answers: Mapping[str, Answer]) -> None:
        self.now = dict(answers)
        self.saves: list[tuple[str, str]] = []

    def record(self, factor: Factor, answer: Answer) -> Mapping[str, Answer]:
        self.saves.append((factor.id, shown(answer)))
        self.now[factor.id] = answer
        return dict(self.now)


def runs_to_its_end(questionnaire: Questionnaire) -> bool:
    """Let it ask; return whether it came to its end before somebody stopped."""
    try:
        questionnaire.run()
    except Stopped:
        return False
    return True


class Run:
    """One run of a script over the small set."""

    def __init__(
        self,
        replies: Iterable[Reply],
        answers: Mapping[str, Answer] | None = None,
        factor_set: FactorSet | None = None,
    ) -> None:
        self._factor_set = factor_set or examples.small()
        self._script = Script(replies)
        self._answers = Answers(answers or {})
        self.changed: list[Other] = []

    def ask(self, *, version: int | None = None, review: bool = False, asks_again: bool = False) -> bool:
        return runs_to_its_end(
            Questionnaire(
                self._factor_set,
                dict(self._answers.now),
                self._script,
                self._answers.record,
                others=lambda: {other: partial(self.changed.append, other) for other in Other},
                version=version,
                review=review,
                asks_again=asks_again,
            )
        )

    @property
    def asked(self) -> list[str]:
        return self._script.asked

    @property
    def shown(self) -> list[str]:
        return self._script.shown

    @property
    def saves(self) -> list[tuple[str, str]]:
        return self._answers.saves


ALL = {name: Answer("ja") for name in ("team", "contact", "ruimte", "tijd")}
UNSAID = Answer("deels")
"""A partial answer after which nobody said what is missing."""
