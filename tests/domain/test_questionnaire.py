"""The questionnaire, driven by a script that notes down what it was asked."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import examples
from tests.domain.building import LAW
from werkzaam.domain.evaluation import OPEN, Answer
from werkzaam.domain.factor_set import Factor, FactorSet, Option
from werkzaam.domain.questionnaire import Command, Ending, FactorQuestion, Questionnaire
from werkzaam.errors import Interrupted

BACK, SKIP, NOTE, STOP = Command.BACK, Command.SKIP, Command.NOTE, Command.STOP

Reply = str | Command | tuple[str, ...] | int | None | Interrupted
"""An option or a note; a command; conditions; the number of a factor to change; nothing; or an interruption."""


class Script:
    """Gives replies in turn and keeps what was asked, as a line each."""

    def __init__(self, replies: Iterable[Reply]) -> None:
        self._replies = iter(replies)
        self.asked: list[str] = []

    def ask_factor(self, question: FactorQuestion) -> Option | Command:
        reply = self._next(f"{question.number}/{question.total} {question.factor.id}: {shown(question.answer)}")
        return question.factor.option(reply) if isinstance(reply, str) else command(reply)

    def ask_conditions(self, question: FactorQuestion) -> tuple[str, ...] | Command:
        reply = self._next(f"conditions of {question.factor.id}: {shown(question.answer)}")
        return reply if isinstance(reply, tuple) else command(reply)

    def ask_note(self, question: FactorQuestion) -> str | None:
        reply = self._next(f"note on {question.factor.id}: {question.answer.note}")
        assert reply is None or isinstance(reply, str)
        return reply

    def keeps_note(self, question: FactorQuestion, note: str) -> bool:
        """Ask again where a note ends in a question mark, once it is kept."""
        assert question.answer.note == note
        return not note.endswith("?")

    def ask_which(self, questions: tuple[FactorQuestion, ...]) -> FactorQuestion | None:
        reply = self._next("which of " + ", ".join(f"{item.factor.id} {item.answer.option}" for item in questions))
        assert reply is None or isinstance(reply, int)
        return None if reply is None else questions[reply - 1]

    def _next(self, line: str) -> Reply:
        self.asked.append(line)
        reply = next(self._replies)
        if isinstance(reply, Interrupted):
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


class Run:
    """One run of a script over the small set."""

    def __init__(self, replies: Iterable[Reply], answers: Mapping[str, Answer] | None = None) -> None:
        self._script = Script(replies)
        self._answers = Answers(answers or {})

    def ask(self, *, review: bool = False) -> Ending:
        return Questionnaire(
            examples.small(), dict(self._answers.now), self._script, self._answers.record, review=review
        ).run()

    @property
    def asked(self) -> list[str]:
        return self._script.asked

    @property
    def saves(self) -> list[tuple[str, str]]:
        return self._answers.saves


ALL = {name: Answer("ja") for name in ("team", "contact", "ruimte", "tijd")}


# --- going through ----------------------------------------------------------------------------------------------


def test_every_factor_is_asked_and_every_answer_kept_at_once() -> None:
    run = Run(["ja", "nee", "deels", ("is-eigen",), "weet-niet"])
    assert run.ask() is Ending.FINISHED
    assert run.asked == [
        "1/4 team: open",
        "2/4 contact: open",
        "3/4 ruimte: open",
        "conditions of ruimte: deels",
        "4/4 tijd: open",
    ]
    assert run.saves == [
        ("team", "ja"),
        ("contact", "nee"),
        ("ruimte", "deels"),
        ("ruimte", "deels -is-eigen"),
        ("tijd", "weet-niet"),
    ]


def test_a_question_says_where_one_is(small: FactorSet) -> None:
    questions: list[FactorQuestion] = []

    class Keeper(Script):
        def ask_factor(self, question: FactorQuestion) -> Option | Command:
            questions.append(question)
            return super().ask_factor(question)

    answer = Answer(note="Navragen.")
    Questionnaire(small, {"team": Answer("ja"), "contact": answer}, Keeper([STOP]), Answers({}).record).run()
    assert questions == [FactorQuestion(2, 4, small.categories[0], small.factors[1], answer)]


@pytest.mark.parametrize(
    ("answers", "replies", "asked", "saves"),
    [
        pytest.param(
            {"team": Answer("ja"), "contact": Answer(note="Navragen."), "ruimte": Answer("nvt")},
            ["nee", SKIP],
            ["2/4 contact: open (Navragen.)", "4/4 tijd: open"],  # the answered ones are passed over
            [("contact", "nee (Navragen.)")],
            id="on at the first open factor",
        ),
        pytest.param(
            {},
            [SKIP, SKIP, SKIP, SKIP],
            ["1/4 team: open", "2/4 contact: open", "3/4 ruimte: open", "4/4 tijd: open"],
            [],
            id="leaving all of them",
        ),
        pytest.param(
            {},
            ["ja", BACK, BACK, "nee", "deels", STOP],
            [
                "1/4 team: open",
                "2/4 contact: open",
                "1/4 team: ja",
                "1/4 team: ja",
                "2/4 contact: open",
                "3/4 ruimte: open",
            ],
            [("team", "ja"), ("team", "nee"), ("contact", "deels")],
            id="back to the answer just given, and no further than the first",
        ),
        pytest.param(
            {"team": Answer("ja"), "contact": Answer("nee")},
            [BACK, BACK, SKIP, STOP],
            ["3/4 ruimte: open", "2/4 contact: nee", "1/4 team: ja", "3/4 ruimte: open"],
            [],
            id="back to factors answered earlier",
        ),
        pytest.param(
            {},
            ["deels", STOP],
            ["1/4 team: open", "conditions of team: deels"],
            [("team", "deels")],
            id="a partial answer is saved before its conditions are asked",
        ),
    ],
)
def test_the_way_through(
    answers: Mapping[str, Answer], replies: list[Reply], asked: list[str], saves: list[tuple[str, str]]
) -> None:
    run = Run(replies, answers)
    assert run.ask() is (Ending.STOPPED if STOP in replies else Ending.FINISHED)
    assert (run.asked, run.saves) == (asked, saves)


# --- conditions -------------------------------------------------------------------------------------------------


def test_conditions_are_kept_in_the_order_of_the_set() -> None:
    run = Run(["deels", ("woont-dichtbij", "is-vast"), STOP])
    run.ask()
    assert run.saves == [("team", "deels"), ("team", "deels -is-vast -woont-dichtbij")]


def test_back_in_the_conditions_asks_the_factor_again() -> None:
    run = Run(["deels", BACK, "ja", STOP])
    run.ask()
    assert run.asked == ["1/4 team: open", "conditions of team: deels", "1/4 team: deels", "2/4 contact: open"]
    assert run.saves == [("team", "deels"), ("team", "ja")]


def test_the_conditions_named_before_are_offered_again_and_can_be_unnamed() -> None:
    run = Run([1, "deels", (), None], {**ALL, "team": Answer("deels", ("is-vast",))})
    run.ask()
    assert run.asked[1:3] == ["1/4 team: deels -is-vast", "conditions of team: deels -is-vast"]
    assert run.saves == [("team", "deels -")]


@pytest.mark.parametrize("option", ["ja", "nee", "weet-niet", "nvt"])
def test_an_answer_that_is_not_partial_drops_the_conditions_and_keeps_the_note(option: str) -> None:
    run = Run([1, NOTE, "Om beurten.", option, None], {**ALL, "team": Answer("deels", ("is-vast",))})
    run.ask()
    assert run.saves == [("team", "deels -is-vast (Om beurten.)"), ("team", f"{option} (Om beurten.)")]


@pytest.mark.parametrize("number", [2, 4])
def test_conditions_are_not_asked_where_there_are_fewer_than_two(number: int) -> None:
    run = Run([number, "deels", None], ALL)
    assert run.ask() is Ending.FINISHED
    assert not [line for line in run.asked if line.startswith("conditions")]


# --- notes ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "typed", "saves"),
    [
        (None, "Om beurten.", [("team", "open (Om beurten.)")]),
        ("Om beurten.", "Samen.", [("team", "open (Samen.)")]),
        ("Om beurten.", "", [("team", "open")]),
        ("Om beurten.", None, []),
        ("Om beurten.", "Om beurten.", []),
        (None, "", []),
    ],
)
def test_a_note_is_kept_removed_or_left_and_the_factor_asked_again(
    before: str | None, typed: str | None, saves: list[tuple[str, str]]
) -> None:
    run = Run([NOTE, typed, STOP], {"team": Answer(note=before)})
    assert run.ask() is Ending.STOPPED
    assert run.asked[1] == f"note on team: {before}"
    assert run.asked[2].startswith("1/4 team: open")
    assert run.saves == saves


def test_a_note_is_kept_before_it_is_looked_at_and_then_asked_again_where_it_does_not_stay() -> None:
    run = Run([NOTE, "Echt?", "Echt.", NOTE, "Nu?", None, STOP])
    assert run.ask() is Ending.STOPPED
    assert [line for line in run.asked if line.startswith("note")] == [
        "note on team: None",
        "note on team: Echt?",
        "note on team: Echt.",
        "note on team: Nu?",
    ]
    assert run.saves == [("team", "open (Echt?)"), ("team", "open (Echt.)"), ("team", "open (Nu?)")]


@pytest.mark.parametrize(("draft", "saves"), [("Half gety", [("contact", "open (Half gety)")]), (None, [])])
def test_an_interruption_while_a_note_is_typed_keeps_the_draft_and_still_interrupts(
    draft: str | None, saves: list[tuple[str, str]]
) -> None:
    run = Run([NOTE, Interrupted(draft)], {"team": Answer("ja"), "contact": Answer(note="Om beurten.")})
    with pytest.raises(Interrupted):
        run.ask()
    assert run.saves == saves


# --- review and the list ----------------------------------------------------------------------------------------


def test_a_review_walks_through_all_with_the_present_answers() -> None:
    run = Run([SKIP, "nee", BACK, SKIP, "deels", ("is-eigen",), SKIP], {**ALL, "ruimte": OPEN})
    assert run.ask(review=True) is Ending.FINISHED
    assert run.asked == [
        "1/4 team: ja",
        "2/4 contact: ja",
        "3/4 ruimte: open",
        "2/4 contact: nee",
        "3/4 ruimte: open",
        "conditions of ruimte: deels",
        "4/4 tijd: ja",
    ]
    assert run.saves == [("contact", "nee"), ("ruimte", "deels"), ("ruimte", "deels -is-eigen")]
    assert Run([SKIP, STOP], ALL).ask(review=True) is Ending.STOPPED


def test_with_nothing_open_one_is_chosen_from_a_list_that_comes_back() -> None:
    run = Run([2, "nee", 1, SKIP, 4, BACK, None], ALL)
    assert run.ask() is Ending.FINISHED
    assert run.asked == [
        "which of team ja, contact ja, ruimte ja, tijd ja",
        "2/4 contact: ja",
        "which of team ja, contact nee, ruimte ja, tijd ja",
        "1/4 team: ja",
        "which of team ja, contact nee, ruimte ja, tijd ja",
        "4/4 tijd: ja",
        "which of team ja, contact nee, ruimte ja, tijd ja",
    ]
    assert run.saves == [("contact", "nee")]
    assert Run([2, STOP], ALL).ask() is Ending.STOPPED


def test_the_answer_that_stands_given_again_saves_nothing() -> None:
    run = Run([1, "deels", ("is-vast",), None], {**ALL, "team": Answer("deels", ("is-vast",), "Om beurten.")})
    assert run.ask() is Ending.FINISHED
    assert run.saves == []


# --- somebody else at the same file -----------------------------------------------------------------------------


def test_a_factor_is_asked_again_when_the_answer_of_somebody_else_stands(small: FactorSet) -> None:
    script = Script(["deels", "ja", STOP])
    theirs: dict[str, Answer] = {"team": Answer("nee", note="Van een ander.")}
    offered: list[Answer] = []

    def record(factor: Factor, answer: Answer) -> Mapping[str, Answer]:
        offered.append(answer)
        if len(offered) > 1:
            theirs[factor.id] = answer
        return dict(theirs)

    Questionnaire(small, {}, script, record).run()
    assert script.asked == ["1/4 team: open", "1/4 team: nee (Van een ander.)", "2/4 contact: open"]
    assert offered == [Answer("deels"), Answer("ja", note="Van een ander.")]


def test_what_somebody_else_answered_meanwhile_is_not_asked(small: FactorSet) -> None:
    script = Script(["ja", STOP])

    def record(factor: Factor, answer: Answer) -> Mapping[str, Answer]:
        return {factor.id: answer, "contact": Answer("nee"), "ruimte": Answer("ja")}

    Questionnaire(small, {}, script, record).run()
    assert script.asked == ["1/4 team: open", "4/4 tijd: open"]


# --- the law ----------------------------------------------------------------------------------------------------


T = TypeVar("T")


class Obeyed:
    """Gives drawn replies and works out by itself, as simply as can be, what has to be kept."""

    def __init__(self, data: st.DataObject, length: int, answers: Mapping[str, Answer]) -> None:
        self._data = data
        self._left = length
        self.expected = dict(answers)

    def ask_factor(self, question: FactorQuestion) -> Option | Command:
        factor, answer = question.factor, self.expected.get(question.factor.id, OPEN)
        assert question.answer == answer
        replies: list[Option | Command] = [*factor.scale, BACK, SKIP, NOTE, STOP]
        reply = self._draw(st.sampled_from(replies), SKIP)
        if isinstance(reply, Option):
            missing = answer.missing if reply.id == "deels" else None
            self.expected[factor.id] = Answer(reply.id, missing, answer.note)
        return reply

    def ask_conditions(self, question: FactorQuestion) -> tuple[str, ...] | Command:
        answer = self.expected[question.factor.id]
        assert question.answer == answer
        ids = [condition.id for condition in question.factor.conditions]
        drawn = st.one_of(st.sampled_from([BACK, STOP]), st.permutations(ids).map(tuple), st.just(()))
        reply: tuple[str, ...] | Command = self._draw(drawn, ())
        if not isinstance(reply, Command):
            named = tuple(name for name in ids if name in reply)
            self.expected[question.factor.id] = Answer(answer.option, named, answer.note)
        return reply

    def ask_note(self, question: FactorQuestion) -> str | None:
        answer = self.expected.get(question.factor.id, OPEN)
        reply: str | None = self._draw(st.sampled_from([None, "", "Om beurten.", "Samen."]), None)
        if reply is not None:
            self.expected[question.factor.id] = Answer(answer.option, answer.missing, reply or None)
        return reply

    def keeps_note(self, question: FactorQuestion, note: str) -> bool:
        assert question.answer.note == note
        return bool(self._draw(st.booleans(), at_the_end=True))

    def ask_which(self, questions: tuple[FactorQuestion, ...]) -> FactorQuestion | None:
        reply: FactorQuestion | None = self._draw(st.sampled_from([None, *questions]), None)
        return reply

    def _draw(self, replies: st.SearchStrategy[T], at_the_end: T) -> T:
        """Draw a reply; when the script is over, give the one that leads on."""
        self._left -= 1
        assert self._left > -20, "the questionnaire does not end"
        return self._data.draw(replies) if self._left >= 0 else at_the_end


@LAW
@given(
    data=st.data(),
    length=st.integers(0, 25),
    answered=st.sets(st.sampled_from(sorted(ALL))),
    review=st.booleans(),
)
def test_what_is_kept_is_exactly_what_was_replied_and_it_ends(
    data: st.DataObject, length: int, answered: set[str], *, review: bool
) -> None:
    start = {name: ALL[name] for name in answered}
    asker, answers = Obeyed(data, length, start), Answers(start)
    Questionnaire(examples.small(), start, asker, answers.record, review=review).run()
    assert {name: answer for name, answer in answers.now.items() if answer != OPEN} == {
        name: answer for name, answer in asker.expected.items() if answer != OPEN
    }
