"""One sitting at a terminal that shows lines: what was agreed before, the questions, what is agreed now."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests import examples
from tests.cli.calling import Call, Done, refused, told
from tests.cli.interview.test_which_file import CARRIED, NEW, OLD, SMALL, Terminal, choices, new_file
from tests.domain.building import evaluation
from werkzaam.cli.interview.interview import Session
from werkzaam.cli.interview.other_evaluations import OtherEvaluations
from werkzaam.domain.actions import ask_actions, points
from werkzaam.domain.evaluation import Action, ActionStatus
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import report
from werkzaam.errors import Interrupted
from werkzaam.files import answers, reading
from werkzaam.files.store import AnswersStore
from werkzaam.language import _

ENDED = "tijd:\n      answer:"
SOME = ("nee", "ja", "ja", "nee")
"""Answers after which there is something to take up: team and tijd."""
TAKE_UP = "Which of the missing points will you take up?"
FIRST = {"number": 1, "total": 4, "category": "Mensen"}


def typed(call: Call, *lines: str, words: Sequence[str] = NEW) -> Done:
    return call(*words, stdin=Terminal("".join(f"{line}\n" for line in lines)))


def with_previous(call: Call, *lines: str) -> Done:
    Path("oud.yaml").write_text(OLD.replace("Lyceum Oost en Stichting Straatwerk", "X"))
    before = Path("oud.yaml").read_bytes()
    ended = typed(call, *lines, words=(*NEW, "--previous", "oud.yaml"))
    assert Path("oud.yaml").read_bytes() == before
    return ended


def text(path: str = "b.yaml") -> str:
    return Path(path).read_text()


def again(*words: str) -> str:
    """Return how a sitting ends that is to be gone on with."""
    return told("Saved. Go on with:") + " ".join(("werkzaam check", *words, "--factors klein.yaml\n"))


# --- what was agreed before ---------------------------------------------------------------------------------------


def before_question(number: int, total: int, details: str) -> str:
    return told("Agreed before ({number} of {total}):", number=number, total=total) + details


def test_open_actions_are_asked_before_the_first_question_and_copied_with_their_status(call: Call) -> None:
    ended = with_previous(call, "1", "3", "q")
    assert ended.code == 0
    asked = [
        before_question(1, 2, "Praten (school, "),
        before_question(2, 2, f"Kijken\n{_('What became of it?')}\n"),
        told("Question {number} of {total}, {category}", **FIRST),
    ]
    assert [ended.err.count(question) for question in asked] == [1, 1, 1]
    assert asked == sorted(asked, key=ended.err.index)
    done = CARRIED.replace("status: open", "status: done", 1).replace("status: open", "status: dropped")
    assert text() == new_file("X") + done


@pytest.mark.parametrize(("status", "kept"), [("1", "done"), ("2", "open"), ("3", "dropped")])
def test_an_action_with_a_status_is_not_asked_again(call: Call, status: str, kept: str) -> None:
    with_previous(call, status, status, "q")
    written = new_file("X") + CARRIED.replace("status: open", f"status: {kept}")
    assert text() == written
    ended = with_previous(call, "q")
    assert _("What became of it?") not in ended.err
    assert text() == written


def test_an_action_that_was_left_is_asked_again_the_next_time(call: Call) -> None:
    with_previous(call, "o", "1", "q")
    assert text() == new_file("X") + "actions:\n  - what: Kijken\n    status: done\n"
    ended = with_previous(call, "2", "q")
    assert before_question(1, 1, "Praten") in ended.err
    assert text().endswith(
        "status: done\n  - factor: tijd\n    what: Praten\n    owner: school\n    due: 2027-03-01\n    status: open\n"
    )


@pytest.mark.parametrize(("lines", "code"), [(("1", "q"), 0), (("1",), 130)], ids=["stopped", "interrupted"])
def test_an_end_at_an_action_keeps_the_ones_before_it_and_asks_no_question(
    call: Call, lines: tuple[str, ...], code: int
) -> None:
    ended = with_previous(call, *lines)
    assert (ended.code, ended.out) == (code, "")
    assert ended.err.endswith(again("b.yaml --previous oud.yaml"))
    assert told("Question {number} of {total}, {category}", **FIRST) not in ended.err
    kept = CARRIED.replace("status: open", "status: done").removesuffix("  - what: Kijken\n    status: done\n")
    assert text() == new_file("X") + kept


# --- what is agreed now -------------------------------------------------------------------------------------------


def test_an_empty_line_agrees_nothing_and_goes_on_to_the_report(call: Call) -> None:
    ended = typed(call, *SOME, "")
    assert (ended.code, text()) == (0, new_file("X", *SOME))
    assert ended.out == call("report", "b.yaml", *SMALL).out
    assert f"{told(TAKE_UP)}1. Er is een vast team.\n2. Er is genoeg tijd.\n" in ended.err


def test_of_a_point_that_is_taken_up_what_who_and_when_go_into_the_file_and_the_report(call: Call) -> None:
    ended = typed(call, *SOME, "2 1", "Zoeken", "gemeente", "1-3-2028", "Praten", "", "")
    assert ended.code == 0
    assert text() == new_file("X", *SOME) + (
        "actions:\n  - factor: team\n    what: Zoeken\n    owner: gemeente\n    due: 2028-03-01\n    status: open\n"
        "  - factor: tijd\n    what: Praten\n    status: open\n"
    )
    assert "Zoeken" in ended.out


def test_a_point_of_which_nothing_is_said_is_passed_over(call: Call) -> None:
    assert typed(call, *SOME, "1 2", "", "Praten", "", "").code == 0
    assert text() == new_file("X", *SOME) + "actions:\n  - factor: tijd\n    what: Praten\n    status: open\n"


@pytest.mark.parametrize(
    ("lines", "options", "code"), [(("ja",) * 4, ("ja",) * 4, 0), (("nee", "q"), ("nee",), 0)], ids=["all", "stopped"]
)
def test_with_nothing_missing_or_after_stopping_nothing_is_asked_about_agreements(
    call: Call, lines: tuple[str, ...], options: tuple[str, ...], code: int
) -> None:
    ended = typed(call, *lines)
    assert (ended.code, text(), _(TAKE_UP) in ended.err) == (code, new_file("X", *options), False)
    assert bool(ended.out) == (len(options) == 4)


def test_a_pipe_is_asked_nothing_about_agreements(call: Call) -> None:
    ended = call(*NEW, stdin="\n".join((*SOME, "1\n")))
    assert (ended.code, text(), _(TAKE_UP) in ended.err) == (0, new_file("X", *SOME), False)


def test_what_was_carried_over_as_open_is_no_point_to_take_up(call: Call) -> None:
    ended = with_previous(call, "2", "2", *SOME, "")
    assert ended.code == 0
    asked = ended.err.split(_(TAKE_UP))[1]
    assert ("1. Er is een vast team.\n" in asked, "Er is genoeg tijd." in asked) == (True, False)
    assert text() == new_file("X", *SOME) + CARRIED


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ((), ""),
        (("1",), ""),
        (("1", "Zoeken"), "actions:\n  - factor: team\n    what: Zoeken\n    status: open\n"),
        (
            ("1", "Zoeken", "gemeente"),
            "actions:\n  - factor: team\n    what: Zoeken\n    owner: gemeente\n    status: open\n",
        ),
    ],
)
def test_the_end_of_the_terminal_keeps_what_was_agreed_so_far(call: Call, lines: tuple[str, ...], kept: str) -> None:
    ended = typed(call, *SOME, *lines)
    assert (ended.code, ended.out) == (130, "")
    assert ended.err.endswith(again("b.yaml"))
    assert text() == new_file("X", *SOME) + kept


@pytest.mark.parametrize(
    ("owner", "due", "kept"),
    [
        (None, Interrupted("1-3-2027"), Action("Zoeken", "team")),
        (None, Interrupted("2027-03-01"), Action("Zoeken", "team", None, date(2027, 3, 1))),
        ("gemeente", Interrupted("2027-03-01"), Action("Zoeken", "team", "gemeente", date(2027, 3, 1))),
        (Interrupted("2027-03-01"), None, Action("Zoeken", "team", "2027-03-01")),
    ],
)
def test_an_interrupted_date_is_kept_as_a_date_and_never_as_who_takes_it_up(
    small: FactorSet, owner: object, due: object, kept: Action
) -> None:
    def replied(reply: object) -> object:
        if isinstance(reply, Interrupted):
            raise reply
        return reply

    asker = SimpleNamespace(
        ask_points=lambda found: found[:1],
        ask_what=lambda _point: "Zoeken",
        ask_owner=lambda: replied(owner),
        ask_due=lambda: replied(due),
    )
    actions: list[Action] = []
    with pytest.raises(Interrupted):
        ask_actions(points(report(small, evaluation({"team": "nee"}))), asker, actions.append)
    assert actions == [kept]


@pytest.mark.usefixtures("folder")
def test_an_agreement_goes_behind_what_somebody_else_agreed_meanwhile(small: FactorSet) -> None:
    path, lines = Path("a.yaml"), list[str]()
    store = AnswersStore.open(path, small, lines.append)
    AnswersStore.open(path, small, lines.append).add_action(Action("Eerst"))
    earlier = replace(store.evaluation, actions=(Action("Praten"), Action("Klaar", status=ActionStatus.DONE)))
    Session(small, store, OtherEvaluations(earlier)).carry_over(SimpleNamespace(tell=lines.append))
    written = answers.read(reading.read_file(path), small).evaluation
    assert written.actions == (Action("Eerst"), Action("Praten"))
    kept = told("{file} was changed elsewhere meanwhile; those changes are kept.", file=path)
    assert [f"{line}\n" for line in lines] == [kept]


# --- last year's file, where the call names none -------------------------------------------------------------------

WITHOUT_FILE = ("check", "--date", "2027-11-23", *SMALL)
LAST_YEAR = "werkzaam-2026-samen.yaml"
NOW = "werkzaam-2027-samen.yaml"


def offer() -> str:
    lines = [f"{number}. {name}\n" for number, name in enumerate(choices(LAST_YEAR), 1)]
    return told("There is an evaluation of last year. What now?") + "".join(lines)


@pytest.mark.parametrize("named", [True, False])
def test_beside_last_years_file_a_new_one_takes_over_what_it_is_about(call: Call, *, named: bool) -> None:
    old = LAST_YEAR if named else "werkzaam-2026.yaml"
    Path(old).write_text(OLD if named else OLD.replace("perspective: samen\n", ""))
    ended = typed(call, "1", *(() if named else ("2",)), "2", "2", "q", words=WITHOUT_FILE)
    assert ended.code == 0
    assert ended.err.startswith(offer().replace(LAST_YEAR, old))
    assert text(NOW) == new_file("Lyceum Oost en Stichting Straatwerk") + CARRIED
    assert not Path("werkzaam-2027.yaml").exists()
    assert ended.err.endswith("\n" + again(f"{NOW} --previous {old}"))


def test_last_years_file_can_be_gone_on_with(call: Call) -> None:
    name = f"werkzaam-{date.today().year - 1}-samen.yaml"  # noqa: DTZ011 (the program goes by the day on the wall too)
    Path(name).write_text(examples.SMALL_ANSWERS)
    ended = typed(call, "2", "ja", "", words=("check", *SMALL))
    assert ended.code == 0
    assert text(name) == examples.SMALL_ANSWERS.replace(ENDED, f"{ENDED} ja")


def test_a_new_file_can_be_begun_without_last_years(call: Call) -> None:
    Path(LAST_YEAR).write_text(OLD)
    ended = typed(call, "3", "X", "2", "q", words=WITHOUT_FILE)
    assert (ended.code, text(NOW), text(LAST_YEAR)) == (0, new_file("X"), OLD)
    assert ended.err.endswith("\n" + again(NOW))


def test_to_go_on_with_last_years_file_on_another_day_is_refused(call: Call) -> None:
    Path(LAST_YEAR).write_text(OLD)
    ended = typed(call, "2", words=WITHOUT_FILE)
    message = "{file} says “{found}”, and {option} says “{given}”: leave the option out, or name another file."
    why = refused(message, file=LAST_YEAR, found="2026-11-23", option="--date", given="2027-11-23")
    assert (ended.code, ended.out, text(LAST_YEAR)) == (2, "", OLD)
    assert ended.err.endswith(why.err)


def test_this_years_file_goes_before_last_years(call: Call) -> None:
    Path(LAST_YEAR).write_text(OLD)
    Path(NOW).write_text(new_file("X"))
    ended = typed(call, "1", "q", words=WITHOUT_FILE)
    assert (ended.code, LAST_YEAR in ended.err) == (0, False)
    assert ended.err.endswith("\n" + again(NOW))


@pytest.mark.parametrize("words", [("b.yaml",), ("--previous", "oud.yaml")])
def test_with_a_file_or_an_earlier_one_named_last_years_is_not_offered(call: Call, words: tuple[str, ...]) -> None:
    Path("oud.yaml").write_text(examples.SMALL_ANSWERS)
    Path(LAST_YEAR).write_text(OLD)
    ended = typed(call, "q", words=(*WITHOUT_FILE, "--collaboration", "X", "--perspective", "samen", *words))
    assert (ended.code, LAST_YEAR in ended.err) == (0, False)


@pytest.mark.parametrize(("lines", "code"), [(("1",), 2), ((), 130)], ids=["broken", "interrupted"])
def test_an_end_at_the_offer_writes_nothing(call: Call, lines: tuple[str, ...], code: int) -> None:
    Path(LAST_YEAR).write_text("werkzaam: [")
    before = sorted(Path.cwd().iterdir())
    ended = typed(call, *lines, words=WITHOUT_FILE)
    assert (ended.code, ended.out) == (code, "")
    last = ended.err.splitlines()[-1]
    if lines:
        assert f"{LAST_YEAR}:1:11: " in last
    else:
        assert last == "werkzaam check --date 2027-11-23 --factors klein.yaml"
        assert told("Nothing was to be saved yet. Start again with:") in ended.err
    assert sorted(Path.cwd().iterdir()) == before
