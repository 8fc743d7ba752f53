"""Sessions that are broken off, by a key, a signal or a window that closes: nothing is lost, all is given back."""

import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.examples import saved
from tests.sessions.steps import FILE, INTERRUPTED, NEW, behind, interrupted, options, text
from tests.sessions.terminal import CTRL_C, CTRL_D, ENTER, PATIENCE, SPACE, Terminal
from tests.terminal.pressing import pasted
from werkzaam.domain.factor_set import FactorSet
from werkzaam.language import _

WINDOW = "the window"
WAYS: dict[str, Callable[[Terminal], None]] = {
    "Ctrl-C": lambda terminal: terminal.press(CTRL_C),
    "SIGTERM": lambda terminal: terminal.send_signal(signal.SIGTERM),
    "SIGHUP": lambda terminal: terminal.send_signal(signal.SIGHUP),
    "Ctrl-D": lambda terminal: terminal.press(CTRL_D),
    "SIGINT": lambda terminal: terminal.send_signal(signal.SIGINT),
}
in_other_ways = [pytest.param(way, marks=pytest.mark.long) for way in ("Ctrl-D", "SIGINT", "SIGHUP", WINDOW)]


def _interrupt(terminal: Terminal, way: str) -> None:
    """Interrupt a session and see it end as it should, with the command that goes on."""
    if way == WINDOW:
        assert terminal.hang_up() == INTERRUPTED
        return
    WAYS[way](terminal)
    assert terminal.finish() == INTERRUPTED
    terminal.assert_restored()


@pytest.mark.parametrize("way", ["Ctrl-C", "SIGTERM", *in_other_ways])
def test_interrupted_at_a_question_and_in_the_midst_of_a_note_nothing_is_lost(
    way: str, tmp_path: Path, built_in: FactorSet
) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "j")
        terminal.wait_for_question(2)
        _interrupt(terminal, way)
        on = ["check", FILE] if way == WINDOW else terminal.command_to_go_on()
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja"])
    with Terminal(*on, folder=tmp_path) as terminal:
        terminal.answer(2, "t")
        terminal.wait_for_note(2)
        terminal.press("Half geschr")
        terminal.wait_for("Half geschr")
        _interrupt(terminal, way)
        assert way == WINDOW or terminal.command_to_go_on() == ["check", FILE]
    kept = text(built_in, ["ja", "HALF"]).replace("answer: HALF\n", "answer:\n      note: Half geschr\n")
    assert (tmp_path / FILE).read_text() == kept
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


@pytest.mark.long
@pytest.mark.parametrize("way", ["SIGTERM", "Ctrl-C"])
def test_interrupted_at_the_conditions_the_partial_answer_is_kept(
    way: str, tmp_path: Path, built_in: FactorSet
) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "d")
        terminal.wait_for_conditions(1)
        terminal.press(SPACE)
        terminal.wait_for("[x]")
        _interrupt(terminal, way)
        assert terminal.command_to_go_on() == ["check", FILE]
    assert options(tmp_path / FILE, built_in) == ["deels", *[None] * 18]


def test_interrupted_before_the_first_question_nothing_is_written_and_the_command_holds_what_was_given(
    tmp_path: Path,
) -> None:
    with Terminal("check", FILE, "--date", "2026-11-23", folder=tmp_path) as terminal:
        terminal.wait_for_typing("?")
        terminal.press("Lyceum Oost" + ENTER)
        terminal.wait_until(lambda: "Samen" in "\n".join(terminal.screen) and not terminal.shows_cursor, "choice")
        _interrupt(terminal, "SIGHUP")
        _check, *told = terminal.command_to_go_on()
        assert sorted(told) == sorted([FILE, "--date", "2026-11-23", "--collaboration", "Lyceum Oost"])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.long
@pytest.mark.parametrize("way", ["SIGTERM", "SIGHUP"])
def test_interrupted_in_plain_mode_the_answers_are_kept_and_the_command_stays_plain(
    way: str, tmp_path: Path, built_in: FactorSet
) -> None:
    with Terminal(*NEW, "--plain", folder=tmp_path) as terminal:
        terminal.wait_for_typing("1/19:")
        terminal.press("ja\n")
        terminal.wait_for_typing("2/19:")
        _interrupt(terminal, way)
        assert sorted(terminal.command_to_go_on()) == ["--plain", FILE, "check"]
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja"])


@pytest.mark.long
def test_a_note_being_changed_survives_as_far_as_it_came(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "t")
        terminal.wait_for_note(1)
        terminal.press("Eerste regel." + ENTER)
        terminal.answer(1, "t")
        terminal.wait_for_typing("Eerste regel.")
        terminal.press("\x1b\r")
        terminal.wait_until(lambda: "Eerste" not in terminal.cursor_line, "second line")
        terminal.press("Tweede")
        terminal.wait_for("Tweede")
        interrupted(terminal, CTRL_C)
    assert saved(tmp_path / FILE, built_in).answer("vast-team").note == "Eerste regel.\nTweede"


@pytest.mark.parametrize("way", ["Ctrl-C", pytest.param(WINDOW, marks=pytest.mark.long)])
def test_an_interrupted_note_that_is_too_long_is_kept_beside_the_file(
    way: str, tmp_path: Path, built_in: FactorSet
) -> None:
    note = "lang " * 900
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "j")
        terminal.answer(2, "t")
        terminal.wait_for_note(2)
        terminal.press(f"{pasted(note)}einde")
        terminal.wait_for("einde")
        if way == WINDOW:
            terminal.hang_up()
        else:
            assert interrupted(terminal, CTRL_C) == ["check", FILE]
            rescue = _("What is not in {file} is in {rescue}.").format(file=FILE, rescue=f"{FILE}.rescue")
            assert behind(terminal.scrollback, _("This text has {length} characters; at most {limit} fit.")[:9], rescue)
    assert options(tmp_path / FILE, built_in)[0] == "ja"
    assert [path.name for path in tmp_path.iterdir() if f"{note}einde" in path.read_text()]


def test_more_signals_after_the_first_change_nothing(tmp_path: Path, built_in: FactorSet) -> None:
    """A window that closes sends SIGHUP more than once, a machine that shuts down SIGTERM and SIGHUP."""
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "j")
        terminal.wait_for_question(2)
        terminal.send_signal(signal.SIGTERM)
        end = time.monotonic() + PATIENCE
        while terminal.child.isalive() and time.monotonic() < end:
            terminal.send_signal(signal.SIGHUP)
            terminal.read(0.002)
        assert terminal.finish() == INTERRUPTED
        terminal.assert_restored()
        assert terminal.command_to_go_on() == ["check", FILE]
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja"])


@pytest.mark.long
def test_a_signal_right_after_an_answer_keeps_that_answer(tmp_path: Path, built_in: FactorSet) -> None:
    name = built_in.factors[0].scale[0].name
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "j")
        terminal.wait_until(lambda: f"1/19 {name}" in "\n".join(terminal.screen), "chosen answer")
        _interrupt(terminal, "SIGTERM")
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja"])


def test_neither_what_is_pasted_nor_what_is_typed_ahead_answers_but_it_ends(
    tmp_path: Path, built_in: FactorSet
) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, pasted("jnjnjnjn\r"))
        terminal.press("n")
        terminal.answer(2, "jnwv" + CTRL_C)
        assert terminal.finish() == INTERRUPTED
        terminal.assert_restored()
        assert "jnjn" not in "\n".join(terminal.scrollback)
    assert (tmp_path / FILE).read_text() == text(built_in, ["nee", "ja"])
