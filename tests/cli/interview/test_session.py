"""One sitting at a terminal that shows lines: what was agreed before, the questions, what is agreed now."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import SMALL, Call, Done, refused, told
from tests.cli.interview.earlier import CARRIED, NEW, OLD, Terminal, choices, new_file, text
from werkzaam.cli.interview.askers import NoInput
from werkzaam.cli.interview.other_evaluations import OtherEvaluations
from werkzaam.cli.interview.session import carry_over
from werkzaam.cli.values import today
from werkzaam.domain.evaluation import Action, ActionStatus
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.questions import Other
from werkzaam.files.store import AnswersStore
from werkzaam.language import _
from werkzaam.terminal.question_layout import other_names

ENDED = "tijd:\n      answer:"
SOME = ("nee", "ja", "ja", "nee")
"""Answers after which there is something to take up: team and tijd."""
ALL_ANSWERED = "Every question is answered."
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


@pytest.mark.parametrize("line", ["o", ""])
def test_an_action_that_was_left_stands_as_open(call: Call, line: str) -> None:
    with_previous(call, line, line, "q")
    assert text() == new_file("X") + CARRIED


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
    assert told(TAKE_UP) in ended.err
    assert "\n1. Vast team, Deskundig team, Team uit de wijk (" in ended.err
    assert f"\n2. {told('Not in place yet: {factor}', factor='Er is genoeg tijd.')}" in ended.err


def test_of_a_point_that_is_taken_up_what_who_and_when_go_into_the_file_and_the_report(call: Call) -> None:
    ended = typed(call, *SOME, "2 1", "Zoeken", "gemeente", "1-3-2999", "Praten", "", "")
    assert ended.code == 0
    assert text() == new_file("X", *SOME) + (
        "actions:\n  - factor: team\n    what: Zoeken\n    owner: gemeente\n    due: 2999-03-01\n    status: open\n"
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
    assert ("\n1. Vast team, " in asked, "Er is genoeg tijd." in asked) == (True, False)
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


@pytest.mark.usefixtures("folder")
def test_an_agreement_goes_behind_what_somebody_else_agreed_meanwhile(small: FactorSet) -> None:
    path, lines = Path("a.yaml"), list[str]()
    store = AnswersStore.open(path, small, lines.append)
    AnswersStore.open(path, small, lines.append).add_action(Action("Eerst"))
    earlier = store.evaluation._replace(actions=(Action("Praten"), Action("Klaar", status=ActionStatus.DONE)))
    carry_over(store, OtherEvaluations(earlier), NoInput())
    written = examples.saved(path, small)
    assert written.actions == (Action("Eerst"), Action("Praten"))
    kept = told("{file} was changed elsewhere meanwhile; those changes are kept.", file=path)
    assert [f"{line}\n" for line in lines] == [kept]


# --- who agrees, and when ------------------------------------------------------------------------------------------

ALONE = ("check", "b.yaml", "--collaboration", "X", "--perspective", "school", "--date", "2027-11-23", *SMALL)
LAY_BESIDE = "This is how one partner sees it. Lay it beside what the others say; put their files behind this command:"
JOINTLY = "Then agree on joint answers, and on what you will do; add --beside for each of their files:"


def test_a_partner_alone_agrees_on_nothing_and_is_told_the_next_step(call: Call) -> None:
    ended = typed(call, *SOME, words=ALONE)
    assert (ended.code, _(TAKE_UP) in ended.err) == (0, False)
    assert text() == new_file("X", *SOME).replace("samen", "school")
    assert ended.err.endswith(
        f"\n{told(LAY_BESIDE)}werkzaam compare b.yaml --factors klein.yaml\n"
        f"{told(JOINTLY)}werkzaam check --perspective samen --beside b.yaml --factors klein.yaml\n"
    )
    joint = typed(call, "q", words=("check", "--perspective", "samen", "--beside", "b.yaml", *SMALL))
    assert joint.code == 0


def test_where_no_perspective_is_joint_only_the_comparison_is_told(call: Call) -> None:
    Path("klein.yaml").write_text(examples.SMALL_SET.replace(", joint: true", ""))
    ended = typed(call, *SOME, words=ALONE)
    assert (told(LAY_BESIDE) in ended.err, told(JOINTLY) in ended.err, _(TAKE_UP) in ended.err) == (True, False, False)


@pytest.mark.parametrize("lines", [(*SOME, ""), ("q",)], ids=["together", "stopped"])
def test_whoever_evaluates_together_or_stops_is_told_no_next_step(call: Call, lines: tuple[str, ...]) -> None:
    words = NEW if len(lines) > 1 else ALONE
    assert told(LAY_BESIDE) not in typed(call, *lines, words=words).err


def test_a_pipe_gets_no_line_on_a_next_step(call: Call) -> None:
    assert told(LAY_BESIDE) not in call(*ALONE, stdin="\n".join((*SOME, ""))).err
    assert told(LAY_BESIDE) not in call("check", "b.yaml", *SMALL, "--no-input").err


@pytest.mark.parametrize(
    "text_of_it",
    [
        new_file("X", "nee", "ja", "ja").replace("perspective: samen\n", ""),
        new_file("X", "nee", "ja", "ja"),
    ],
    ids=["no perspective", "joint"],
)
def test_agreements_are_asked_once_at_the_end_of_a_walk(call: Call, text_of_it: str) -> None:
    Path("b.yaml").write_text(text_of_it)
    words = ("check", "b.yaml", *SMALL)
    assert _(TAKE_UP) in typed(call, "ja", "", words=words).err
    assert _(TAKE_UP) not in typed(call, "", words=words).err
    assert _(TAKE_UP) in typed(call, *("o",) * 4, "", words=(*words, "--review")).err


def test_agreements_are_asked_after_conditions_that_were_left(call: Call) -> None:
    Path("b.yaml").write_text(new_file("X", "deels", "ja", "ja", "ja"))
    ended = typed(call, "1", "", words=("check", "b.yaml", *SMALL))
    assert (ended.code, _(TAKE_UP) in ended.err) == (0, True)
    assert "      missing:\n        - is-vast\n" in text()


def test_agreements_are_offered_as_soon_as_the_evaluation_is_made_together(call: Call) -> None:
    Path("b.yaml").write_text(new_file("X", *SOME).replace("samen", "school"))
    ended = typed(call, "6", "samen", "7", "1", "Zoeken", "", "", "", words=("check", "b.yaml", *SMALL))
    offered = [f"\n7. {other_names()[Other.AGREEMENTS]}\n" in part for part in ended.err.split(_(ALL_ANSWERED))]
    assert (ended.code, offered) == (0, [False, False, True, True])
    assert "what: Zoeken" in text()


@pytest.mark.parametrize("perspective", ["samen", "school"])
def test_with_nothing_open_name_perspective_and_agreements_can_be_put_right(call: Call, perspective: str) -> None:
    before = new_file("q", *SOME).replace("samen", perspective)
    Path("b.yaml").write_text(before + CARRIED)
    name, side, agreements = ("5", "Lyceum Oost"), ("6", "1"), "7"
    owner, status, away = ("1", "2", "team"), ("1", "4", "1"), ("2", "5")
    more = ("2", "1", "Zoeken", "", "")
    ended = typed(
        call, *name, *side, agreements, *owner, *status, *away, *more, "", "", words=("check", "b.yaml", *SMALL)
    )
    assert ended.code == 0
    assert told("Removed: {agreement}", agreement="Kijken") in ended.err
    assert text() == new_file("Lyceum Oost", *SOME).replace("samen", "school") + (
        "actions:\n  - factor: tijd\n    what: Praten\n    owner: team\n    due: 2027-03-01\n    status: done\n"
        "  - factor: team\n    what: Zoeken\n    status: open\n"
    )
    assert ended.out == call("report", "b.yaml", *SMALL).out


def test_a_name_and_a_perspective_that_stay_are_not_written(call: Call) -> None:
    Path("b.yaml").write_text(new_file("X", *SOME) + CARRIED)
    before = Path("b.yaml").stat().st_ino
    assert typed(call, "5", "", "6", "2", "7", "", "", words=("check", "b.yaml", *SMALL)).code == 0
    assert Path("b.yaml").stat().st_ino == before


# --- a file that `new` made ----------------------------------------------------------------------------------------


def made_new(call: Call, *words: str) -> None:
    assert call("new", "b.yaml", *words, *SMALL).code == 0


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ((), ("Lyceum Oist", "b", "X", "samen")),
        (("--perspective", "samen"), ("X",)),
        (("--collaboration", "X"), ("samen",)),
        (("--collaboration", "X", "--perspective", "samen"), ()),
    ],
)
def test_what_a_new_file_is_about_is_asked_first_as_far_as_it_does_not_say(
    call: Call, words: tuple[str, ...], lines: tuple[str, ...]
) -> None:
    made_new(call, *words)
    ended = typed(call, *lines, "ja", "q", words=("check", "b.yaml", *SMALL))
    assert (ended.code, "\ncollaboration: X\n" in text(), "\nperspective: samen\n" in text()) == (0, True, True)
    assert text().count("answer: ja\n") == 1


def test_what_was_typed_of_it_stands_in_the_command_to_start_again(call: Call) -> None:
    made_new(call)
    before = text()
    ended = typed(call, "X", "q", words=("check", "b.yaml", "--answer", "team=ja", *SMALL))
    begin = told("There was nothing to save yet. Start again with:")
    assert ended.err.endswith(f"{begin}werkzaam check b.yaml --collaboration X --answer team=ja --factors klein.yaml\n")
    assert (ended.code, text()) == (0, before)


def test_of_a_new_file_a_pipe_is_asked_nothing_more_and_with_no_input_nobody_is(call: Call) -> None:
    made_new(call)
    before = text()
    ended = call("check", "b.yaml", *SMALL, stdin="q\n")
    assert (ended.code, _("Which collaboration is this about?") in ended.err, text()) == (0, False, before)
    assert typed(call, words=("check", "b.yaml", "--no-input", *SMALL)).code == 0
    assert text() == before


# --- last year's file, where the call names none -------------------------------------------------------------------

WITHOUT_FILE = ("check", "--date", "2027-11-23", *SMALL)
LAST_YEAR = "werkzaam-2026-samen.yaml"
NOW = "werkzaam-2027-samen.yaml"


def offer(old: str, side: str) -> str:
    about = f"Lyceum Oost en Stichting Straatwerk, {side}, 23-11-2026, {_('{count} of {total} answered')}"
    names = choices(old, about.format(count=3, total=4))
    lines = [f"{number}. {name}" for number, name in enumerate(names, 1)]
    return " ".join([_("There is an evaluation of last year. What now?"), *lines])


@pytest.mark.parametrize("named", [True, False])
def test_beside_last_years_file_a_new_one_takes_over_what_it_is_about(call: Call, *, named: bool) -> None:
    old = LAST_YEAR if named else "werkzaam-2026.yaml"
    Path(old).write_text(OLD if named else OLD.replace("perspective: samen\n", ""))
    ended = typed(call, "1", *(() if named else ("2",)), "2", "2", "q", words=WITHOUT_FILE)
    assert ended.code == 0
    unsaid = _("Not said")
    assert " ".join(ended.err.split()).startswith(offer(old, "Samen" if named else unsaid))
    assert text(NOW) == new_file("Lyceum Oost en Stichting Straatwerk") + CARRIED
    assert not Path("werkzaam-2027.yaml").exists()
    assert ended.err.endswith("\n" + again(f"{NOW} --previous {old}"))


def test_last_years_file_can_be_gone_on_with(call: Call) -> None:
    name = f"werkzaam-{today().year - 1}-samen.yaml"
    old = examples.SMALL_ANSWERS.replace("date: 2026", f"date: {name[9:13]}")
    Path(name).write_text(old)
    ended = typed(call, "2", "ja", "", words=("check", *SMALL))
    assert ended.code == 0
    assert text(name) == old.replace(ENDED, f"{ENDED} ja")


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


def test_a_complete_one_of_last_year_can_lie_beside_but_is_not_gone_on_with(call: Call) -> None:
    Path(LAST_YEAR).write_text(OLD.replace(f"{ENDED}\n", f"{ENDED} ja\n"))
    ended = typed(call, "2", "Lyceum West", "2", "q", words=WITHOUT_FILE)
    assert (ended.code, _("Go on with {file}").format(file=LAST_YEAR) in ended.err) == (0, False)
    assert text(NOW) == new_file("Lyceum West")


@pytest.mark.parametrize(("name", "offered"), [("LYCEUM OOST EN STICHTING STRAATWERK", True), ("Lyceum West", False)])
def test_only_last_years_file_of_the_same_collaboration_is_offered(call: Call, name: str, *, offered: bool) -> None:
    Path(LAST_YEAR).write_text(OLD)
    about = ("--collaboration", name, "--perspective", "samen")
    ended = typed(call, *("3",) * offered, "q", words=(*WITHOUT_FILE, *about))
    assert (ended.code, told("There is an evaluation of last year. What now?") in ended.err) == (0, offered)
    ended = typed(call, "q", words=(*WITHOUT_FILE, "--collaboration", name, "--perspective", "school"))
    assert (ended.code, LAST_YEAR in ended.err) == (0, False)


def test_this_years_file_goes_before_last_years(call: Call) -> None:
    Path(LAST_YEAR).write_text(OLD)
    Path(NOW).write_text(new_file("X"))
    ended = typed(call, "1", "q", words=WITHOUT_FILE)
    assert (ended.code, LAST_YEAR in ended.err) == (0, False)
    assert ended.err.endswith("\n" + again(NOW))


@pytest.mark.parametrize(("name", "is_told"), [("Lyceum Oost en Stichting Straatwerk", True), ("Lyceum West", False)])
def test_who_goes_on_with_this_years_file_is_told_of_last_years(call: Call, name: str, *, is_told: bool) -> None:
    Path(LAST_YEAR).write_text(OLD)
    Path(NOW).write_text(new_file(name, "ja"))
    ended = typed(call, "1", "q", words=WITHOUT_FILE)
    message = _("{file} is from last year: with --previous {file} it stands beside the questions.")
    assert (message.format(file=LAST_YEAR) in " ".join(ended.err.split())) is is_told
    ended = typed(call, "1", "q", words=(*WITHOUT_FILE, "--previous", LAST_YEAR))
    assert message.format(file=LAST_YEAR) not in " ".join(ended.err.split())


def test_of_this_years_files_one_sees_what_they_are_and_another_collaboration_gets_a_name_of_its_own(
    call: Call,
) -> None:
    Path("werkzaam-2027-school.yaml").write_text(new_file("X", "ja", "nee").replace("samen", "school"))
    Path("werkzaam-2027-stuk.yaml").write_text("werkzaam: [")
    ended = typed(call, "3", "Lyceum Oost", "1", "q", words=WITHOUT_FILE)
    progress = _("{count} of {total} answered").format(count=2, total=4)
    broken = _("cannot be used: look at line {line}").format(line=1)
    shown = [f"werkzaam-2027-school.yaml (X, School, 23-11-2027, {progress})", f"werkzaam-2027-stuk.yaml ({broken})"]
    assert f"1. {shown[0]} 2. {shown[1]} 3. {_('No, start a new one')}" in " ".join(ended.err.split())
    assert ended.code == 0
    made = text("werkzaam-2027-school-lyceum-oost.yaml")
    assert made == new_file("Lyceum Oost").replace("samen", "school")
    assert text("werkzaam-2027-school.yaml") == new_file("X", "ja", "nee").replace("samen", "school")


def test_a_name_can_be_put_right_before_the_first_question(call: Call) -> None:
    ended = typed(call, "Lyceum Oist", "b", "", "b", "Lyceum Oost", "2", "q", words=WITHOUT_FILE)
    assert (ended.code, text(NOW)) == (0, new_file("Lyceum Oost"))
    assert _("An empty line takes over: {answer}").format(answer="Lyceum Oist") in ended.err


@pytest.mark.parametrize("lines", [("q",), ("Lyceum Oost", "q")])
def test_q_before_the_first_question_leaves_nothing_behind(call: Call, lines: tuple[str, ...]) -> None:
    before = sorted(Path.cwd().iterdir())
    ended = typed(call, *lines, words=WITHOUT_FILE)
    name = "".join(f"--collaboration '{line}' " for line in lines[:-1])
    start = told("There was nothing to save yet. Start again with:")
    assert ended.err.endswith(f"\n{start}werkzaam check {name}--date 2027-11-23 --factors klein.yaml\n")
    assert (ended.code, ended.out, sorted(Path.cwd().iterdir())) == (0, "", before)


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
        assert told("There was nothing to save yet. Start again with:") in ended.err
    assert sorted(Path.cwd().iterdir()) == before


# --- a file of which somebody else made something else ----------------------------------------------------------------


def last_year(path: str = "b.yaml") -> str:
    return text(path).replace("2026-11-23", "2025-11-23").replace("collaboration: X", "collaboration: Y")


@pytest.mark.parametrize("method", ["save", pytest.param("add_action", marks=pytest.mark.long)])
def test_at_a_terminal_one_goes_on_and_everything_is_beside_the_file(
    call: Call, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    original, theirs = getattr(AnswersStore, method), list[str]()

    def after_somebody_else(store: AnswersStore, *given: object) -> object:
        if not theirs:
            theirs.append(last_year())
            Path("b.yaml").write_text(theirs[0])
        return original(store, *given)

    monkeypatch.setattr(AnswersStore, method, after_somebody_else)
    Path("oud.yaml").write_text(OLD.replace("Lyceum Oost en Stichting Straatwerk", "X"))
    lines = ("1", "3", *SOME, "2", "Zoeken", "", "")
    ended = typed(call, *lines, words=(*NEW, "--previous", "oud.yaml"))
    assert (ended.code, text()) == (2, theirs[0])
    still = told("{file} cannot take your answers yet; they are in {rescue}.", file="b.yaml", rescue="b.yaml.rescue")
    assert ended.err.count(still) == (len(SOME) if method == "save" else len(SOME) + 2)
    assert text("b.yaml.rescue").startswith(new_file("X", *SOME))
    assert [word in text("b.yaml.rescue") for word in ("Praten", "Kijken", "Zoeken")] == [True] * 3
    assert ended.out == call("report", "b.yaml.rescue", *SMALL).out
    assert ended.err.endswith(
        f"{_('See this report again with:')}\nwerkzaam report b.yaml.rescue --factors klein.yaml\n"
    )


@pytest.mark.parametrize(
    ("answered", "code", "kept"),
    [
        ({"contact": "ja"}, 2, ["ja", "ja", "", ""]),
        ({"tijd": "ja"}, 2, ["ja", "nee", "nvt", "ja"]),
        ({"contact": "nee", "tijd": "nvt"}, 0, ["ja", "nee", "nvt", "nvt"]),
    ],
    ids=["the next one", "the last one", "as the lines say"],
)
def test_lines_are_for_the_questions_they_were_written_for_whatever_others_answer_meanwhile(
    call: Call, monkeypatch: pytest.MonkeyPatch, answered: dict[str, str], code: int, kept: list[str]
) -> None:
    assert call("check", "b.yaml", *SMALL, "--no-input", "--collaboration", "X", "--perspective", "samen").code == 0
    original: Callable[..., object] = AnswersStore.save
    done = list[str]()

    def before_somebody_else(store: AnswersStore, *given: object) -> object:
        saved = original(store, *given)
        if not done:
            done.append("by somebody else")
            for factor, answer in answered.items():
                changed = text().replace(f"{factor}:\n      answer:", f"{factor}:\n      answer: {answer}")
                Path("b.yaml").write_text(changed)
        return saved

    monkeypatch.setattr(AnswersStore, "save", before_somebody_else)
    ended = call("check", "b.yaml", *SMALL, stdin="ja\nnee\nnvt\nnvt\n")
    assert (ended.code, re.findall("answer: ?(.*)", text())) == (code, kept)
    assert Path("b.yaml.rescue").exists() is (code == 2)


def test_in_a_pipe_a_finished_file_lets_no_name_be_changed(call: Call) -> None:
    words = ("check", "b.yaml", *SMALL, "--collaboration", "X", "--perspective", "samen")
    assert call(*words, stdin="nee\nja\nja\nnee\n").code == 0
    before = text()
    assert call("check", "b.yaml", *SMALL, stdin="5\nY\n").code == 2
    assert text() == before
