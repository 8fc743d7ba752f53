"""Answers that nobody gave, and words that would be lost, at a real terminal: neither comes to be."""

import re
import signal
from pathlib import Path

import pytest

from tests.examples import saved
from tests.sessions.steps import FILE, NEW, cut_sequence, interrupted, joined, options, text
from tests.sessions.terminal import CTRL_C, ENTER, SPACE, Terminal
from werkzaam.domain.factor_set import FactorSet
from werkzaam.language import _

TAB = "\t"
KEYPAD_ENTER = "\x1bOM"
CONTROLS = "".join(chr(code) for code in range(32) if chr(code) not in "\x03\x04\x11\x1a\x1b")
"""Every control key but those that end or stop the program, and Escape, which begins others."""
ALTS = tuple(f"\x1b{chr(code)}" for code in range(33, 127) if chr(code) not in "[OPX]^_")
"""Alt with every sign but those that begin what terminals say by themselves."""


def test_enter_and_every_stray_key_answer_nothing_and_one_key_answers(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.wait_for_question(1)
        for _time in range(25):
            terminal.press(ENTER)
        terminal.settle()
        told = _("Nothing is chosen yet: press a key of the list, choose with the arrows, or skip with o.")
        assert told in joined(terminal.screen)
        terminal.press(CONTROLS)
        for keys in ALTS:
            terminal.press(keys)
        terminal.settle()
        terminal.wait_for_question(1)
        assert options(tmp_path / FILE, built_in) == [None] * 19
        terminal.press("j")
        terminal.answer(2, "q")
        assert terminal.finish() == 0
        terminal.assert_restored()
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja"])


@pytest.mark.long
def test_no_word_of_a_library_stands_on_the_screen_where_a_terminal_does_not_say_where_its_cursor_is(
    tmp_path: Path,
) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        for number in range(1, 4):
            terminal.answer(number, "n")
        terminal.settle(2.5)  # longer than a library waits for an answer
        terminal.wait_for_question(4)
        assert "CPR" not in terminal.output
        assert "\x1b[6n" not in terminal.output
        interrupted(terminal, CTRL_C)


@pytest.mark.parametrize("number", [signal.SIGTSTP, signal.SIGSTOP])
def test_stopped_from_outside_and_continued_the_question_stands_there_again(
    number: signal.Signals, tmp_path: Path, built_in: FactorSet
) -> None:
    job = 'set -m; "$@" & echo "pid $!"; fg >/dev/null; echo "away $?"; read -r line; fg; echo "end $?"'
    with Terminal(*NEW, folder=tmp_path, script=job, rows=60) as terminal:
        terminal.wait_for_question(1)
        found = re.search(r"pid (\d+)", terminal.output)
        assert found
        terminal.send_to(int(found[1]), number)
        terminal.wait_for("away ")
        drawn = terminal.output.count("1/19")
        terminal.press("\n")
        terminal.wait_until(lambda: terminal.output.count("1/19") > drawn, "the question again")
        terminal.answer(1, "j")
        terminal.answer(2, "q")
        terminal.wait_for("end 0")
    assert options(tmp_path / FILE, built_in) == ["ja", *[None] * 18]


@pytest.mark.long
def test_enter_of_the_numeric_keypad_is_enter(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, KEYPAD_ENTER)
        terminal.settle()
        terminal.answer(1, "t")
        terminal.wait_for_note(1)
        terminal.press("Hoi" + KEYPAD_ENTER)
        terminal.answer(1, "d")
        terminal.wait_for_conditions(1)
        terminal.press(SPACE + KEYPAD_ENTER)
        terminal.answer(2, "q")
        assert terminal.finish() == 0
    answer = saved(tmp_path / FILE, built_in).answer("vast-team")
    assert (answer.option, answer.named, answer.note) == ("deels", ("team-is-vast",), "Hoi")


@pytest.mark.parametrize(
    "tail", ["[D", *[pytest.param(tail, marks=pytest.mark.long) for tail in ("OD", "OM", "[1;5C")]]
)
def test_the_late_rest_of_an_escape_sequence_answers_nothing_and_what_was_typed_is_there_again(
    tail: str, tmp_path: Path, built_in: FactorSet
) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "t")
        terminal.wait_for_note(1)
        terminal.press("Om beurten")
        terminal.wait_for_typing("Om beurten")
        cut_sequence(terminal, tail)
        terminal.answer(1, "t")
        terminal.wait_for_typing("Om beurten")
        terminal.press("." + ENTER)
        terminal.answer(1, "q")
        assert terminal.finish() == 0
    answer = saved(tmp_path / FILE, built_in).answer("vast-team")
    assert (answer.option, answer.note) == (None, "Om beurten.")


@pytest.mark.long
def test_a_note_goes_with_tab_to_the_question_that_was_answered_just_before(
    tmp_path: Path, built_in: FactorSet
) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "n")
        terminal.answer(2, "t")
        terminal.wait_for_note(2)
        terminal.press("Te weinig mensen." + TAB)
        terminal.wait_for_note(1)
        terminal.wait_for_typing("Te weinig mensen.")
        terminal.press(ENTER)
        terminal.answer(2, "q")
        assert terminal.finish() == 0
    kept = saved(tmp_path / FILE, built_in)
    assert (kept.answer("vast-team").note, kept.answer("aanwezig-op-school").note) == ("Te weinig mensen.", None)


@pytest.mark.parametrize("marked", [SPACE, pytest.param("", marks=pytest.mark.long)])
def test_what_is_missing_is_asked_again_until_it_was_said(marked: str, tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "d")
        terminal.wait_for_conditions(1)
        on = interrupted(terminal, CTRL_C)
    assert (tmp_path / FILE).read_text() == text(built_in, ["deels"])
    with Terminal(*on, folder=tmp_path) as terminal:
        terminal.wait_for_conditions(1)
        terminal.press(marked + ENTER)
        terminal.answer(2, "q")
        assert terminal.finish() == 0
    assert saved(tmp_path / FILE, built_in).answer("vast-team").missing == (("team-is-vast",) if marked else ())
    with Terminal(*on, folder=tmp_path) as terminal:
        terminal.answer(2, "q")
        assert terminal.finish() == 0


@pytest.mark.long
def test_at_the_end_what_was_left_open_is_named_and_can_be_gone_back_to(tmp_path: Path, built_in: FactorSet) -> None:
    (tmp_path / FILE).write_text(text(built_in, ["ja"] * 17))
    with Terminal("check", FILE, folder=tmp_path) as terminal:
        terminal.answer(18, "o")
        terminal.answer(19, "j")
        terminal.wait_for("18. ")
        terminal.press("\x1b[B" + ENTER)
        terminal.answer(18, "n")
        terminal.wait_for(_("Which of the missing points will you take up? Choose a few."))
        terminal.press(ENTER)
        assert terminal.finish() == 0
    assert options(tmp_path / FILE, built_in) == [*["ja"] * 17, "nee", "ja"]
