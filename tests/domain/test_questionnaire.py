"""The questionnaire, driven by a script that notes down what it was asked."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests import examples
from tests.domain.asking import ALL, BACK, NOTE, SKIP, STOP, UNSAID, Answers, Reply, Run, Script, Typed, runs_to_its_end
from werkzaam.domain.evaluation import OPEN, Answer
from werkzaam.domain.factor_set import Factor, FactorSet, Option
from werkzaam.domain.questionnaire import Questionnaire
from werkzaam.domain.questions import Command, FactorQuestion, Note, Other
from werkzaam.errors import Interrupted

# --- going through ----------------------------------------------------------------------------------------------


def test_every_factor_is_asked_and_every_answer_kept_and_shown_at_once() -> None:
    run = Run(["ja", "nee", "deels", ("is-eigen",), "weet-niet"])
    assert run.ask()
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
    assert run.shown == [f"{name}: {answer}" for name, answer in run.saves]


def came_later(*names: str) -> FactorSet:
    """Return the small set in which some factors came with version 2."""
    small = examples.small()
    categories = (
        each._replace(factors=tuple(item._replace(since=1 + (item.id in names)) for item in each.factors))
        for each in small.categories
    )
    return replace(small, categories=tuple(categories))


@pytest.mark.parametrize("review", [False, True])
def test_what_was_not_asked_in_an_older_file_is_asked_last(*, review: bool) -> None:
    run = Run(["ja", "ja", "nee", "weet-niet"], factor_set=came_later("team", "contact"))
    assert run.ask(version=1, review=review)
    assert run.asked == ["1/4 ruimte: open", "2/4 tijd: open", "3/4 team: open", "4/4 contact: open"]
    assert [name for name, _answer in run.saves] == ["ruimte", "tijd", "team", "contact"]


def test_what_was_not_asked_and_has_an_answer_has_its_own_place_again() -> None:
    answers = {"team": Answer("ja"), "tijd": Answer("nee")}
    run = Run(["ja", Command.BACK, Command.SKIP, "nee"], answers, came_later("team", "contact"))
    assert run.ask(version=1)
    assert run.asked == ["2/4 ruimte: open", "4/4 contact: open", "3/4 tijd: nee", "4/4 contact: open"]


def test_a_question_says_where_one_is(small: FactorSet) -> None:
    questions: list[FactorQuestion] = []

    class Keeper(Script):
        def ask_factor(self, question: FactorQuestion) -> Option | Command:
            questions.append(question)
            return super().ask_factor(question)

    answer = Answer(note="Navragen.")
    answers = {"team": Answer("ja"), "contact": answer}
    runs_to_its_end(Questionnaire(small, answers, Keeper([STOP]), Answers({}).record, others=dict))
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
    assert run.ask() is (STOP not in replies)
    assert (run.asked, run.saves) == (asked, saves)


def test_what_was_left_is_shown_as_it_stands() -> None:
    run = Run([SKIP, BACK, SKIP, STOP], {"contact": Answer("ja")})
    run.ask()
    assert run.shown == ["team: open", "contact: ja"]


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
    run = Run([1, NOTE, Typed("Om beurten."), option, None], {**ALL, "team": Answer("deels", ("is-vast",))})
    run.ask()
    assert run.saves == [("team", "deels -is-vast (Om beurten.)"), ("team", f"{option} (Om beurten.)")]


@pytest.mark.parametrize("number", [2, 4])
def test_conditions_are_not_asked_where_there_are_fewer_than_two(number: int) -> None:
    run = Run([number, "deels", None], ALL)
    assert run.ask(asks_again=True)
    assert not [line for line in run.asked if line.startswith("conditions")]


# --- what was not said, and what was left -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("replies", "asked", "saves"),
    [
        pytest.param(
            [("is-vast",), STOP], ["2/4 contact: open"], [("team", "deels -is-vast")], id="said after all"
        ),
        pytest.param([(), STOP], ["2/4 contact: open"], [("team", "deels -")], id="nothing is named, and that is said"),
        pytest.param([STOP], [], [], id="stopped there"),
        pytest.param(
            [BACK, "ja", STOP], ["1/4 team: deels", "2/4 contact: open"], [("team", "ja")], id="answered anew"
        ),
        pytest.param([BACK, SKIP, STOP], ["1/4 team: deels", "2/4 contact: open"], [], id="left"),
        pytest.param(
            [BACK, "deels", BACK, SKIP, BACK, ("is-vast",), STOP],
            ["1/4 team: deels", "conditions of team: deels", "1/4 team: deels", "2/4 contact: open",
             "conditions of team: deels", "2/4 contact: open"],
            [("team", "deels -is-vast")],
            id="asked for as often as one passes without saying it",
        ),
    ],
)  # fmt: skip
def test_what_is_missing_is_asked_again_where_that_was_not_said(
    replies: list[Reply], asked: list[str], saves: list[tuple[str, str]]
) -> None:
    run = Run(replies, {"team": UNSAID})
    assert not run.ask(asks_again=True)
    assert (run.asked, run.saves) == (["conditions of team: deels", *asked], saves)


def test_an_evaluation_is_taken_up_for_no_more_than_what_was_not_said() -> None:
    answers = {**ALL, "team": Answer("deels", ()), "contact": UNSAID, "ruimte": UNSAID, "tijd": UNSAID}
    run = Run([("is-eigen",)], answers)  # `contact` and `tijd` have too few conditions to ask for
    assert run.ask(asks_again=True)
    assert run.asked == ["conditions of ruimte: deels"]


def test_a_pipe_is_asked_as_it_always_was() -> None:
    run = Run([SKIP, "deels", (), SKIP], {"team": UNSAID})
    assert run.ask()
    assert run.asked == ["2/4 contact: open", "3/4 ruimte: open", "conditions of ruimte: deels", "4/4 tijd: open"]
    answered = Run([None], {**ALL, "team": UNSAID})
    assert answered.ask()
    assert answered.asked == ["which of team deels, contact ja, ruimte ja, tijd ja"]


@pytest.mark.parametrize("review", [False, True])
def test_at_the_end_the_open_ones_are_named_until_one_goes_on(*, review: bool) -> None:
    run = Run([SKIP, "ja", "deels", BACK, SKIP, SKIP, 4, "nee", 1, SKIP, (), None])
    assert run.ask(review=review, asks_again=True)
    left = [line for line in run.asked if line.startswith("left")]
    assert left == [
        "left: team None, ruimte deels, tijd None",
        "left: team None, ruimte deels",
        "left: team None",
    ]
    assert run.asked[run.asked.index(left[0]) + 1] == "4/4 tijd: open"
    assert run.asked[run.asked.index(left[1]) + 1 :][:2] == ["1/4 team: open", "conditions of ruimte: deels"]


@pytest.mark.parametrize("replies", [["ja", "ja", "ja", "ja"], ["ja", STOP]])
def test_nothing_is_named_where_nothing_is_open_or_somebody_stops(replies: list[Reply]) -> None:
    run = Run(replies)
    run.ask(asks_again=True)
    assert not [line for line in run.asked if line.startswith("left")]


def test_one_can_stop_at_a_factor_that_one_went_back_to() -> None:
    run = Run([SKIP] * 4 + [2, STOP])
    assert not run.ask(asks_again=True)
    assert run.asked[-1] == "2/4 contact: open"


# --- notes ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "typed", "saves"),
    [
        (None, Typed("Om beurten."), [("team", "open (Om beurten.)")]),
        ("Om beurten.", Typed("Samen."), [("team", "open (Samen.)")]),
        ("Om beurten.", Typed(""), [("team", "open")]),
        ("Om beurten.", None, []),
        ("Om beurten.", Typed("Om beurten."), []),
        (None, Typed(""), []),
    ],
)
def test_a_note_is_kept_removed_or_left_and_the_factor_asked_again(
    before: str | None, typed: Typed | None, saves: list[tuple[str, str]]
) -> None:
    run = Run([NOTE, typed, STOP], {"team": Answer(note=before)})
    assert not run.ask()
    assert run.asked[1] == f"note on team: {before}"
    assert run.asked[-1].startswith("1/4 team: open")
    assert (run.saves, run.shown) == (saves, [])


def test_a_note_can_be_on_the_factor_that_was_answered_just_before() -> None:
    run = Run(["nee", NOTE, Typed("Dit jaar niet.", on_before=True), "ja", STOP])
    run.ask()
    assert run.asked == [
        "1/4 team: open",
        "2/4 contact: open",
        "note on contact: None, or on team: None",
        "keep Dit jaar niet.?",
        "2/4 contact: open",
        "3/4 ruimte: open",
    ]
    assert run.saves == [("team", "nee"), ("team", "nee (Dit jaar niet.)"), ("contact", "ja")]
    assert run.shown == [f"{name}: {answer}" for name, answer in run.saves]


@pytest.mark.parametrize(
    ("replies", "asked"),
    [
        (["nee", SKIP, NOTE, None, STOP], "note on ruimte: None, or on team: None"),  # answered, not left
        (["nee", BACK, NOTE, None, STOP], "note on team: None"),  # the same one is no other
        ([SKIP, NOTE, None, STOP], "note on contact: None"),
    ],
)
def test_which_other_factor_a_note_can_be_on(replies: list[Reply], asked: str) -> None:
    run = Run(replies)
    run.ask()
    assert [line for line in run.asked if line.startswith("note")] == [asked]


def test_a_note_is_saved_before_anything_is_said_of_it_and_is_changed_where_it_stands(small: FactorSet) -> None:
    answers = Answers({})

    class Saved(Script):
        def keeps_note(self, note: Note) -> bool:
            assert answers.saves[-1] == (note.question.factor.id, f"ja ({note.text})")
            return super().keeps_note(note)

    bel, said = Typed("Bel Jan.", on_before=True, kept=False), Typed("Bel de school.")
    script = Saved(["ja", NOTE, bel, said, STOP])
    runs_to_its_end(Questionnaire(small, {}, script, answers.record, others=dict))
    assert script.asked[2:] == [
        "note on contact: None, or on team: None",
        "keep Bel Jan.?",
        "note on team: Bel Jan.",
        "keep Bel de school.?",
        "2/4 contact: open",
    ]
    assert answers.saves[1:] == [("team", "ja (Bel Jan.)"), ("team", "ja (Bel de school.)")]


@pytest.mark.parametrize(
    ("typed", "saves"),
    [
        (Typed("Half gety", interrupted=True), [("contact", "open (Half gety)")]),
        (Typed("Half gety", on_before=True, interrupted=True), [("team", "nee (Half gety)")]),
        (Typed("Om beurten.", interrupted=True), []),
    ],
)
def test_a_note_that_was_interrupted_is_saved_and_still_interrupts(typed: Typed, saves: list[tuple[str, str]]) -> None:
    run = Run(["nee", NOTE, typed], {"contact": Answer(note="Om beurten.")})
    with pytest.raises(Interrupted):
        run.ask()
    assert run.saves[1:] == saves
    assert not run.asked[-1].startswith("keep")


# --- review and the list ----------------------------------------------------------------------------------------


def test_a_review_walks_through_all_with_the_present_answers() -> None:
    run = Run([SKIP, "nee", BACK, SKIP, "deels", ("is-eigen",), SKIP], {**ALL, "team": UNSAID, "ruimte": OPEN})
    assert run.ask(review=True)
    assert run.asked == [
        "1/4 team: deels",
        "2/4 contact: ja",
        "3/4 ruimte: open",
        "2/4 contact: nee",
        "3/4 ruimte: open",
        "conditions of ruimte: deels",
        "4/4 tijd: ja",
    ]
    assert run.saves == [("contact", "nee"), ("ruimte", "deels"), ("ruimte", "deels -is-eigen")]
    assert not Run([SKIP, STOP], ALL).ask(review=True)


def test_with_nothing_open_one_is_chosen_from_a_list_that_comes_back() -> None:
    run = Run([2, "nee", 1, SKIP, 4, BACK, None], ALL)
    assert run.ask()
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
    assert not Run([2, STOP], ALL).ask()


def test_what_else_is_chosen_from_the_list_is_changed_and_the_list_comes_back() -> None:
    run = Run([Other.COLLABORATION, Other.AGREEMENTS, 1, SKIP, None], ALL)
    assert run.ask()
    assert run.changed == [Other.COLLABORATION, Other.AGREEMENTS]
    assert [line.split()[0] for line in run.asked] == ["which", "which", "which", "1/4", "which"]


def test_the_answer_that_stands_given_again_saves_nothing() -> None:
    run = Run([1, "deels", ("is-vast",), None], {**ALL, "team": Answer("deels", ("is-vast",), "Om beurten.")})
    assert run.ask()
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

    runs_to_its_end(Questionnaire(small, {}, script, record, others=dict))
    assert script.asked == ["1/4 team: open", "1/4 team: nee (Van een ander.)", "2/4 contact: open"]
    assert offered == [Answer("deels"), Answer("ja", note="Van een ander.")]
    assert script.shown[0] == "team: nee (Van een ander.)"


def test_what_somebody_else_answered_meanwhile_is_not_asked(small: FactorSet) -> None:
    script = Script(["ja", STOP])

    def record(factor: Factor, answer: Answer) -> Mapping[str, Answer]:
        return {factor.id: answer, "contact": Answer("nee"), "ruimte": Answer("ja")}

    runs_to_its_end(Questionnaire(small, {}, script, record, others=dict))
    assert script.asked == ["1/4 team: open", "4/4 tijd: open"]
