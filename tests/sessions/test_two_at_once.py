"""Two who fill in one file at once, and files that change or go while somebody fills them in."""

from pathlib import Path

import pytest

from tests.sessions.steps import FILE, HEAD, NEW, options, read, text
from tests.sessions.terminal import ENTER, SPACE, Terminal
from werkzaam.domain.factor_set import FactorSet
from werkzaam.language import _

RESCUE = f"{FILE}.rescue"
long = pytest.mark.long


def told(terminal: Terminal) -> bool:
    """Whether a session said that the file was changed elsewhere."""
    line = _("{file} was changed elsewhere meanwhile; those changes are kept.").format(file=FILE)
    return line in " ".join(" ".join(terminal.scrollback).split())


def _started(folder: Path, built_in: FactorSet) -> tuple[Terminal, Terminal]:
    """Start two sessions on one file, at the first factor both."""
    (folder / FILE).write_text(text(built_in, []))
    pair = Terminal(*NEW, folder=folder), Terminal(*NEW, folder=folder)
    for terminal in pair:
        terminal.wait_for_question(1)
    return pair


def test_different_answers_are_both_kept_and_of_two_to_one_factor_the_second_is_rescued_and_told(
    tmp_path: Path, built_in: FactorSet
) -> None:
    one, other = _started(tmp_path, built_in)
    with one, other:
        one.press("j")
        one.wait_for_question(2)
        other.press("o")
        other.answer(2, "n")
        other.wait_for_question(3)
        other.wait_until(lambda: told(other), "what somebody else did")
        assert not told(one)
        one.press("o")
        one.answer(3, "w")
        one.wait_for_question(4)
        assert told(one)
        assert [path.name for path in tmp_path.iterdir()] == [FILE]
        other.press("n")
        other.wait_for(RESCUE)
        other.wait_for_question(3)
        assert options(tmp_path / RESCUE, built_in)[2] == "nee"
        other.press("o")
        other.answer(4, "v")
        other.answer(5, "q")
        assert other.finish() == 2
        other.assert_restored()
        one.answer(4, "q")
        assert one.finish() == 0
        one.assert_restored()
        assert one.command_to_go_on() == ["check", FILE]
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja", "nee", "weet-niet", "nvt"])
    assert sorted(path.name for path in tmp_path.iterdir()) == [FILE, RESCUE]


@long
def test_a_note_on_a_factor_that_was_answered_meanwhile_is_rescued(tmp_path: Path, built_in: FactorSet) -> None:
    one, other = _started(tmp_path, built_in)
    with one, other:
        other.press("t")
        other.wait_for_note(1)
        one.press("d")
        one.wait_for_conditions(1)
        one.press(SPACE + ENTER)
        one.wait_for_question(2)
        other.press("Een notitie die niemand mag missen" + ENTER)
        other.wait_for(RESCUE)
        other.answer(1, "q")
        assert other.finish() == 2
    kept = read(tmp_path / FILE, built_in).answer("vast-team")
    assert (kept.option, kept.missing, kept.note) == ("deels", ("team-is-vast",), None)
    assert read(tmp_path / RESCUE, built_in).answer("vast-team").note == "Een notitie die niemand mag missen"


@pytest.mark.parametrize(
    "broken", ["", pytest.param(HEAD + "  <<<<<<< HEAD\n", marks=long)], ids=["gone", "unreadable"]
)
def test_a_file_that_is_gone_or_became_unreadable_stays_as_it_is_and_the_answers_are_rescued(
    broken: str, tmp_path: Path, built_in: FactorSet
) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "j")
        terminal.wait_for_question(2)
        (tmp_path / FILE).unlink()
        if broken:
            (tmp_path / FILE).write_text(broken)
        terminal.press("n")
        assert terminal.finish() == 2
        terminal.assert_restored()
        assert RESCUE in "\n".join(terminal.screen)
    assert ((tmp_path / FILE).read_text() if broken else "") == broken
    assert (tmp_path / RESCUE).read_text() == text(built_in, ["ja", "nee"])
