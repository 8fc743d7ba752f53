import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sessions.steps import FILE, NEW, options, read, text
from tests.sessions.terminal import CTRL_C, CTRL_D, ENTER, SPACE, Terminal
from werkzaam.domain.factor_set import FactorSet

INTERRUPTED = 130
WAYS: dict[str, Callable[[Terminal], None]] = {
    "Ctrl-C": lambda terminal: terminal.press(CTRL_C),
    "Ctrl-D": lambda terminal: terminal.press(CTRL_D),
    "SIGTERM": lambda terminal: terminal.send_signal(signal.SIGTERM),
    "SIGHUP": lambda terminal: terminal.send_signal(signal.SIGHUP),
    "SIGINT": lambda terminal: terminal.send_signal(signal.SIGINT),
}
in_every_way = pytest.mark.parametrize("way", WAYS)


def _interrupt(terminal: Terminal, way: str) -> None:
    """Interrupt a session and see it end as it should."""
    WAYS[way](terminal)
    assert terminal.finish() == INTERRUPTED
    terminal.assert_restored()


@in_every_way
def test_interrupted_at_a_factor_the_conditions_and_a_note_nothing_is_lost_and_each_command_goes_on(
    way: str, tmp_path: Path, built_in: FactorSet
) -> None:
    file = tmp_path / FILE
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "j")
        terminal.answer(2, "n")
        terminal.wait_for_question(3)
        _interrupt(terminal, way)
        on = terminal.command_to_go_on()
    assert file.read_text() == text(built_in, ["ja", "nee"])
    with Terminal(*on, folder=tmp_path) as terminal:
        terminal.answer(3, "d")
        terminal.wait_for_conditions(3)
        terminal.press(SPACE)
        terminal.wait_for("●")
        _interrupt(terminal, way)
        on = terminal.command_to_go_on()
    assert options(file, built_in)[:4] == ["ja", "nee", "deels", None]
    with Terminal(*on, folder=tmp_path) as terminal:
        terminal.answer(4, "t")
        terminal.wait_for_note(4)
        terminal.press("Half geschr")
        terminal.wait_for("Half geschr")
        _interrupt(terminal, way)
        on = terminal.command_to_go_on()
    left = read(file, built_in).answer("aanspreekpunt-jongerenwerk")
    assert (left.option, left.note) == (None, "Half geschr")
    with Terminal(*on, folder=tmp_path) as terminal:
        terminal.answer(4, "j")
        terminal.answer(5, "q")
        assert terminal.finish() == 0
    answered = text(built_in, ["ja", "nee", "deels", "JA"])
    assert file.read_text() == answered.replace("JA\n", "ja\n      note: Half geschr\n")


@in_every_way
def test_interrupted_before_the_first_question_nothing_is_written(way: str, tmp_path: Path) -> None:
    with Terminal("check", FILE, folder=tmp_path) as terminal:
        terminal.wait_for_typing("?")
        terminal.press("Lyc")
        terminal.wait_for_typing("Lyc")
        _interrupt(terminal, way)
    assert list(tmp_path.iterdir()) == []


def test_interrupted_before_the_first_question_the_command_to_go_on_holds_all_that_was_given(
    tmp_path: Path, built_in: FactorSet
) -> None:
    with Terminal("check", FILE, "--perspective", "samen", "--date", "2026-11-23", folder=tmp_path) as terminal:
        terminal.wait_for_typing("?")
        _interrupt(terminal, "SIGTERM")
        on = terminal.command_to_go_on()
    with Terminal(*on, folder=tmp_path) as terminal:
        terminal.wait_for_typing("?")
        terminal.press("Lyceum Oost" + ENTER)
        terminal.answer(1, "j")
        terminal.answer(2, "q")
        assert terminal.finish() == 0
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja"])


def test_interrupted_at_the_choice_of_a_perspective_nothing_is_written(tmp_path: Path) -> None:
    with Terminal("check", FILE, folder=tmp_path) as terminal:
        terminal.wait_for_typing("?")
        terminal.press("Lyceum Oost" + ENTER)
        terminal.wait_until(lambda: "Samen" in "\n".join(terminal.screen) and not terminal.shows_cursor, "choice")
        _interrupt(terminal, "SIGHUP")
    assert list(tmp_path.iterdir()) == []


@in_every_way
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


def test_interrupted_at_the_list_of_answered_factors_nothing_changes(tmp_path: Path, built_in: FactorSet) -> None:
    whole = text(built_in, ["ja"] * 19)
    (tmp_path / FILE).write_text(whole)
    with Terminal("check", FILE, folder=tmp_path) as terminal:
        terminal.wait_for("2. ")
        _interrupt(terminal, "SIGTERM")
        assert terminal.command_to_go_on() == ["check", FILE]
    assert (tmp_path / FILE).read_text() == whole


def test_a_note_being_changed_survives_as_far_as_it_came(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "t")
        terminal.wait_for_note(1)
        terminal.press("Eerste regel." + ENTER)
        terminal.answer(1, "t")
        terminal.wait_for_typing("Eerste regel.")
        terminal.press("\x1b\r")
        terminal.wait_until(lambda: "1/19" not in terminal.cursor_line, "second line")
        terminal.press("Tweede")
        terminal.wait_for("Tweede")
        terminal.press(CTRL_C)
        assert terminal.finish() == INTERRUPTED
        terminal.assert_restored()
    assert read(tmp_path / FILE, built_in).answer("vast-team").note == "Eerste regel.\nTweede"


def test_an_interrupted_note_that_is_too_long_is_not_lost(tmp_path: Path, built_in: FactorSet) -> None:
    note = "lang " * 900
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "j")
        terminal.answer(2, "t")
        terminal.wait_for_note(2)
        terminal.press(f"\x1b[200~{note}\x1b[201~einde")
        terminal.wait_for("einde")
        terminal.press(CTRL_C)
        terminal.finish()
        terminal.assert_restored()
    assert options(tmp_path / FILE, built_in)[0] == "ja"
    texts = [path.read_text() for path in tmp_path.iterdir()]
    assert any(f"{note}einde" in found for found in texts), [len(found) for found in texts]


def test_more_signals_after_the_first_change_nothing(tmp_path: Path, built_in: FactorSet) -> None:
    """A window that closes sends SIGHUP more than once, a machine that shuts down SIGTERM and SIGHUP."""
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "j")
        terminal.wait_for_question(2)
        terminal.send_signal(signal.SIGTERM)
        while terminal.child.isalive():
            terminal.send_signal(signal.SIGHUP)
            terminal.read(0.002)
        assert terminal.finish() == INTERRUPTED
        terminal.assert_restored()
        assert terminal.command_to_go_on() == ["check", FILE]
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja"])


def test_a_signal_right_after_an_answer_keeps_that_answer(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "j")
        terminal.wait_until(lambda: "1/19 Ja" in "\n".join(terminal.screen), "chosen answer")
        terminal.send_signal(signal.SIGTERM)
        assert terminal.finish() == INTERRUPTED
        terminal.assert_restored()
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja"])


def test_keys_typed_ahead_all_count(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.wait_for_question(1)
        terminal.press("jnwvjn" + CTRL_C)
        assert terminal.finish() == INTERRUPTED
        terminal.assert_restored()
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja", "nee", "weet-niet", "nvt", "ja", "nee"])


def test_a_terminal_that_is_closed_ends_the_program_with_the_answers_kept(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "j")
        terminal.wait_for_question(2)
        assert terminal.hang_up() >= 0
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja"])


def test_pasted_text_answers_nothing(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.wait_for_question(1)
        terminal.press("\x1b[200~jnjnjnjn\r\x1b[201~")
        terminal.press("n")
        terminal.answer(2, "q")
        assert terminal.finish() == 0
        assert "jnjn" not in "\n".join(terminal.scrollback)
    assert (tmp_path / FILE).read_text() == text(built_in, ["nee"])
