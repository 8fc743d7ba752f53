"""The questionnaire, whatever is replied: exactly that is kept, and it ends with nothing left unnoticed."""

from collections.abc import Collection, Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests import examples
from tests.domain.asking import ALL, BACK, NOTE, SKIP, STOP, UNSAID, Answers, runs_to_its_end
from tests.domain.building import LAW
from werkzaam.domain.evaluation import OPEN, Answer
from werkzaam.domain.factor_set import Option
from werkzaam.domain.questionnaire import Questionnaire
from werkzaam.domain.questions import Command, FactorQuestion, Note, Other
from werkzaam.errors import Stopped


def nothing() -> None:
    """Change nothing."""


class Obeyed:
    """Gives drawn replies and works out by itself, as simply as can be, what has to be kept."""

    def __init__(self, data: st.DataObject, length: int, answers: Mapping[str, Answer], *, asks_again: bool) -> None:
        self._data = data
        self._left = length
        self._asks_again = asks_again
        self._partly_answered: str | None = None
        self.expected = dict(answers)
        self.goes_on = False

    def ask_factor(self, question: FactorQuestion) -> Option | Command:
        factor, answer = question.factor, self._answer(question)
        replies: list[Option | Command] = [*factor.scale, *[factor.option("deels")] * 4, BACK, SKIP, NOTE]
        reply: Option | Command = self._draw(st.sampled_from(replies) | st.just(STOP), SKIP)
        if isinstance(reply, Option):
            missing = answer.missing if reply.id == "deels" else None
            self.expected[factor.id] = Answer(reply.id, missing, answer.note)
            self._partly_answered = factor.id if reply.id == "deels" else None
        return reply

    def ask_conditions(self, question: FactorQuestion) -> tuple[str, ...] | Command:
        answer = self._answer(question)
        again = self._asks_again and answer.missing is None
        assert answer.option == "deels"
        assert again or self._partly_answered == question.factor.id
        self._partly_answered = None
        ids = [condition.id for condition in question.factor.conditions]
        drawn = st.just(BACK) | st.just(STOP) | st.lists(st.sampled_from(ids), unique=True).map(tuple)
        reply: tuple[str, ...] | Command = self._draw(drawn, ())
        if not isinstance(reply, Command):
            named = tuple(name for name in ids if name in reply)
            self.expected[question.factor.id] = Answer(answer.option, named, answer.note)
        return reply

    def ask_note(self, question: FactorQuestion, before: FactorQuestion | None) -> Note | None:
        about = self._draw(st.sampled_from([item for item in (question, before) if item]), question)
        answer = self._answer(about)
        text: str | None = self._draw(st.sampled_from([None, "", "Om beurten.", "Samen."]), None)
        if text is None:
            return None
        self.expected[about.factor.id] = Answer(answer.option, answer.missing, text or None)
        return Note(about, text)

    def keeps_note(self, note: Note) -> bool:
        del note
        kept: bool = self._draw(st.booleans(), at_the_end=True)
        return kept

    def show(self, question: FactorQuestion) -> None:
        self._answer(question)

    def ask_open(self, questions: tuple[FactorQuestion, ...]) -> FactorQuestion | None:
        assert self._asks_again
        assert [item.factor.id for item in questions] == self.unfinished
        reply: FactorQuestion | None = self._draw(st.sampled_from([None, *questions]), None)
        self.goes_on = reply is None
        return reply

    def ask_which(
        self,
        questions: tuple[FactorQuestion, ...],
        others: Collection[Other],  # noqa: ARG002 (all can be chosen)
    ) -> FactorQuestion | Other | None:
        self.goes_on = True
        reply: FactorQuestion | Other | None = self._draw(st.sampled_from([None, *Other, *questions]), None)
        return reply

    @property
    def unfinished(self) -> list[str]:
        answers = {name: self.expected.get(name, OPEN) for name in ALL}
        unsaid = {name for name in ("team", "ruimte") if answers[name] == Answer("deels", None, answers[name].note)}
        return [name for name, answer in answers.items() if answer.option is None or name in unsaid]

    def _answer(self, question: FactorQuestion) -> Answer:
        answer = self.expected.get(question.factor.id, OPEN)
        assert question.answer == answer
        return answer

    def _draw(self, replies: st.SearchStrategy[Any], at_the_end: object) -> Any:  # noqa: ANN401 (whatever is drawn)
        """Draw a reply, or stop; when the script is over, give the one that leads on."""
        self._left -= 1
        assert self._left > -20, "the questionnaire does not end"
        reply = self._data.draw(replies) if self._left >= 0 else at_the_end
        if isinstance(reply, Stopped):
            raise reply
        return reply


ANSWERED = [Answer("ja"), UNSAID, UNSAID._replace(note="Samen."), Answer("deels", (), "Om beurten.")]


@settings(LAW, max_examples=200)  # a partial answer, what is missing, and a way back make several replies in a row
@given(
    data=st.data(),
    length=st.integers(0, 25),
    start=st.fixed_dictionaries({}, optional=dict.fromkeys(ALL, st.sampled_from(ANSWERED))),
    review=st.booleans(),
    asks_again=st.booleans(),
)
def test_what_is_kept_is_exactly_what_was_replied_and_it_ends_with_nothing_left_unnoticed(
    data: st.DataObject, length: int, start: dict[str, Answer], *, review: bool, asks_again: bool
) -> None:
    asker, answers = Obeyed(data, length, start, asks_again=asks_again), Answers(start)
    questionnaire = Questionnaire(
        examples.small(),
        start,
        asker,
        answers.record,
        others=lambda: dict.fromkeys(Other, nothing),
        review=review,
        asks_again=asks_again,
    )
    came_to_its_end = runs_to_its_end(questionnaire)
    assert {name: answer for name, answer in answers.now.items() if answer != OPEN} == {
        name: answer for name, answer in asker.expected.items() if answer != OPEN
    }
    if asks_again and came_to_its_end:
        assert asker.goes_on or not asker.unfinished
