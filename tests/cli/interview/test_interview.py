"""`werkzaam check` with lines from a pipe: what it asks, what it keeps, and how to go on."""

import shlex
from datetime import date
from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import SMALL, Call, places, told
from tests.examples import saved
from tests.files.by_hand import BY_HAND
from werkzaam.domain.evaluation import Answer
from werkzaam.language import _

NEW = ("--collaboration", "Lyceum Oost", "--perspective", "samen", "--date", "2026-11-23", *SMALL)
AGAIN = "Saved. Go on with:"


def given(path: str) -> list[str | None]:
    return [saved(path).answer(factor.id).option for factor in examples.small().factors]


def test_a_pipe_answers_everything(call: Call) -> None:
    ended = call("check", "b.yaml", *NEW, stdin="ja\nd\nnee\nnvt\n")
    assert (ended.code, given("b.yaml")) == (0, ["ja", "deels", "nee", "nvt"])
    assert ended.out == call("report", "b.yaml", *SMALL).out
    said = told("Saved in {file}. See this report again with:", file="b.yaml")
    assert ended.err.endswith(f"\n{said}werkzaam report b.yaml --factors klein.yaml\n")


def test_input_that_ends_early_keeps_what_it_gave(call: Call) -> None:
    ended = call("check", "b.yaml", *NEW, stdin="ja\n")
    assert (ended.code, ended.out, given("b.yaml")) == (1, "", ["ja", None, None, None])
    said = told("The input ended before the last question; what it gave is saved. Go on with:")
    assert ended.err.endswith(f"{said}werkzaam check b.yaml --factors klein.yaml\n")


def test_everything_in_a_file_that_has_no_effect_is_told_before_the_questions(call: Call) -> None:
    without_effect = "      answer: ja\n      missing: [een-punt]\n"
    text = (
        examples.SMALL_ANSWERS.replace("      answer: ja\n", without_effect)
        .replace("      answer:\n", "      answer:\n      missing: []\n")
        .replace("      answer: nee\n", "      answer: nee\n      missing: [is-eigen]\n")
    )
    Path("a.yaml").write_text(text)
    ended = call("check", "a.yaml", *SMALL, stdin="ja\n")
    assert ended.code == 0
    asked = told("Question {number} of {total}, {category}", number=4, total=4, category="Plek")
    for remarks in (ended.err, ended.err.partition(asked)[0]):
        assert [place for place in places(remarks) if place.startswith("a.yaml:")] == ["a.yaml:16:7", "a.yaml:20:7"]


def test_input_that_ends_before_the_first_question_leaves_nothing_behind(call: Call) -> None:
    before = sorted(Path.cwd().iterdir())
    ended = call("check", *SMALL, "--lang", "en", "--plain")
    assert (ended.code, ended.out) == (1, "")
    said = "There was nothing to save yet. Start again with:\n"
    assert ended.err.endswith(f"{said}werkzaam check --plain --factors klein.yaml --lang en\n")
    assert sorted(Path.cwd().iterdir()) == before


def test_a_bad_line_ends_it_and_keeps_what_came_before(call: Call) -> None:
    ended = call("check", "b.yaml", *NEW, stdin="ja\nmisschien\nnee\n")
    assert (ended.code, ended.out, given("b.yaml")) == (2, "", ["ja", None, None, None])
    ids = "ja, deels, nee, weet-niet, nvt"
    hint = _("write one of {ids}, or o, b, q, a question mark, or t with a note").format(ids=ids)
    message = "<stdin>:{number}: “{line}” is not an answer here: {hint}."
    assert ended.err.endswith(told(message, number=2, line="misschien", hint=hint))


@pytest.mark.parametrize("name", ["met spatie.yaml", "./-b.yaml"])
def test_stopping_ends_well_and_shows_how_to_go_on(call: Call, name: str) -> None:
    ended = call("check", name, *NEW, "--review", stdin="ja\nq\n")
    assert (ended.code, ended.out) == (0, "")
    command = f"werkzaam check {shlex.quote(name)} --review --factors klein.yaml\n"
    assert ended.err.endswith(f"\n{told(AGAIN)}{command}")


def test_what_it_is_about_is_asked_where_it_is_not_given(call: Call) -> None:
    ended = call("check", "--date", "23-11-2026", *SMALL, stdin="Lyceum Oost\n2\nq\n")
    assert ended.code == 0
    details = saved("werkzaam-2026-samen.yaml")
    assert (details.collaboration, details.perspective, details.date) == ("Lyceum Oost", "samen", date(2026, 11, 23))


def test_a_set_without_perspectives_asks_for_none(call: Call) -> None:
    scale = ("--factors", "schaal.yaml", "--date", "2026-11-23")
    ended = call("check", *scale, "--collaboration", "X", stdin="4\n0\ndone\n")
    assert ended.code == 0
    written = Path("werkzaam-2026.yaml").read_text()
    assert "answer: '4'\n    second:\n      answer: '0'\n    third:\n      answer: done\n" in written
    assert "perspective" not in written


def test_an_existing_file_is_taken_up_where_it_was_left(call: Call) -> None:
    ended = call("check", "a.yaml", *SMALL, stdin="ja\n")
    assert ended.code == 0
    text = examples.SMALL_ANSWERS.replace("tijd:\n      answer:", "tijd:\n      answer: ja")
    assert Path("a.yaml").read_text() == text
    asked = [
        told("Question {number} of {total}, {category}", number=number, total=4, category=category) in ended.err
        for number, category in enumerate(("Mensen", "Mensen", "Plek", "Plek"), 1)
    ]
    assert asked == [False, False, False, True]


def test_how_far_a_file_has_come_is_said(call: Call) -> None:
    assert "3 of 4 questions are answered.\n" in call("check", "a.yaml", *SMALL, "--lang", "en", stdin="q\n").err
    assert call("check", "b.yaml", *NEW, "--lang", "en", "--answer", "team=ja", stdin="q\n").code == 0
    assert "1 of 4 questions is answered.\n" in call("check", "b.yaml", *SMALL, "--lang", "en", stdin="q\n").err


def test_a_default_file_that_is_there_already_is_taken_up(call: Call) -> None:
    Path("a.yaml").rename("werkzaam-2026-samen.yaml")
    name = "Lyceum Oost en Stichting Straatwerk"
    ended = call("check", "--date", "2026-11-23", *SMALL, stdin=f"{name}\nsamen\nja\n")
    assert (ended.code, given("werkzaam-2026-samen.yaml")) == (0, ["deels", "ja", "nee", "ja"])


@pytest.mark.parametrize("words", [(), ("--no-input",)])
def test_a_default_file_of_another_collaboration_is_left_alone(call: Call, words: tuple[str, ...]) -> None:
    Path("a.yaml").rename("werkzaam-2026-samen.yaml")
    about = ("--collaboration", "Lycée West", "--perspective", "samen", "--date", "2026-11-23")
    for _time in range(2):  # made, then taken up
        assert call("check", *about, *words, *SMALL, stdin="q\n").code == 0
    assert saved("werkzaam-2026-samen-lycee-west.yaml").collaboration == "Lycée West"
    assert Path("werkzaam-2026-samen.yaml").read_text() == examples.SMALL_ANSWERS
    assert len(list(Path.cwd().glob("werkzaam-*"))) == 2


def test_a_name_that_only_looks_otherwise_is_the_same_collaboration(call: Call) -> None:
    Path("a.yaml").write_text(
        examples.SMALL_ANSWERS.replace("Lyceum Oost en Stichting Straatwerk", "Lyce\u0301e 't Hof")
    )
    about = ("--collaboration", "LYC\u00c9E  \u2019t Hof")
    assert call("check", "a.yaml", *about, "--no-input", *SMALL).code == 0
    assert call("check", "a.yaml", "--collaboration", "Lycee 't Hof", "--no-input", *SMALL).code == 2


def test_options_may_repeat_what_a_file_says_and_fill_in_the_perspective_that_it_lacks(call: Call) -> None:
    same = ("--collaboration", "Lyceum Oost en Stichting Straatwerk", "--perspective", "samen", "--date", "2026-11-23")
    for text in (examples.SMALL_ANSWERS, examples.SMALL_ANSWERS.replace("perspective: samen\n", "")):
        Path("a.yaml").write_text(text)
        assert call("check", "a.yaml", *same, *SMALL, stdin="q\n").code == 0
        assert Path("a.yaml").read_text() == examples.SMALL_ANSWERS


def test_without_stdin_there_is_nobody_to_ask(call: Call) -> None:
    ended = call("check", "b.yaml", *NEW, stdin=None)  # type: ignore[arg-type]
    assert (ended.code, ended.out, Path("b.yaml").exists()) == (1, "", False)


# --- the command to go on -------------------------------------------------------------------------------------------


def test_the_command_to_start_again_holds_all_that_the_call_said(call: Call) -> None:
    given_words = ("--answer", "team=deels", "--missing", "team=is-vast", "--note", "team=Zie 'a' & b")
    ended = call("check", "b.yaml", "--date", "1-3-2026", *SMALL, *given_words, stdin="Lyceum Oost\n")
    assert (ended.code, Path("b.yaml").exists()) == (1, False)
    again = ended.err.rstrip("\n").rsplit("\n", 1)[1]
    assert again == (
        "werkzaam check b.yaml --collaboration 'Lyceum Oost' --date 2026-03-01 --answer team=deels "
        "--missing team=is-vast --note 'team=Zie '\"'\"'a'\"'\"' & b' --factors klein.yaml"
    )
    assert call(*shlex.split(again)[1:], stdin="samen\nq\n").code == 0
    assert saved("b.yaml").answer("team") == Answer("deels", ("is-vast",), "Zie 'a' & b")


def test_the_command_to_go_on_does_not_repeat_what_is_in_the_file(call: Call) -> None:
    ended = call("check", "b.yaml", *NEW, "--answer", "team=ja", "--note", "tijd=Later", stdin="q\n")
    assert (ended.code, ended.err.splitlines()[-1]) == (0, "werkzaam check b.yaml --factors klein.yaml")
    assert saved("b.yaml").answers["team"] == Answer("ja")


def test_the_command_to_go_on_does_not_repeat_what_the_environment_says(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WERKZAAM_FACTORS", "klein.yaml")
    monkeypatch.setenv("WERKZAAM_LANG", "en")
    assert call("check", "a.yaml", stdin="q\n").err.splitlines()[-1] == "werkzaam check a.yaml"
    ended = call("check", "a.yaml", "--lang", "nl", stdin="q\n")
    assert ended.err.splitlines()[-1] == "werkzaam check a.yaml --lang nl"


# --- what came with the call ----------------------------------------------------------------------------------------


def test_with_everything_given_nothing_is_asked_but_whether_to_change_something(call: Call) -> None:
    words = [word for factor in examples.small().factors for word in ("--answer", f"{factor.id}=ja")]
    ended = call("check", "b.yaml", *NEW, *words)
    assert (ended.code, given("b.yaml")) == (0, ["ja"] * 4)
    assert told("Every question is answered.") in ended.err
    ended = call("check", "b.yaml", *SMALL, stdin="2\nnee\n\n")
    assert (ended.code, given("b.yaml")) == (0, ["ja", "nee", "ja", "ja"])


def test_a_review_asks_what_was_given_too(call: Call) -> None:
    ended = call("check", "b.yaml", *NEW, "--review", "--answer", "team=ja", stdin="nee\nja\nja\nja\n")
    assert (ended.code, given("b.yaml")) == (0, ["nee", "ja", "ja", "ja"])


def test_a_note_that_came_with_the_call_is_shown_at_its_question(call: Call) -> None:
    note = "Vraag het [bold]aan[/] de school"
    ended = call("check", "b.yaml", *NEW, "--note", f"contact={note}", stdin="ja\nq\n")
    assert (ended.code, f"{note}\n" in ended.err) == (0, True)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_review_of_a_file_by_hand_changes_two_blocks_and_nothing_else(call: Call, line_end: str) -> None:
    Path("hand.yaml").write_text(BY_HAND.replace("\n", line_end), newline="")
    replies = ["", "nee", "", "t Anders.", "ja"]  # team; contact; ruimte; tijd gets a note, then an answer
    assert call("check", "hand.yaml", "--review", *SMALL, stdin="\n".join(replies) + "\n").code == 0
    expected = BY_HAND.replace("answer: weet-niet", "answer: nee").replace("answer: nee   # zei", "answer: ja   # zei")
    expected = expected.replace("note: >-\n              Gevouwen\n              tekst.\n", "note: Anders.\n")
    assert expected != BY_HAND
    assert Path("hand.yaml").read_bytes().decode() == expected.replace("\n", line_end)
