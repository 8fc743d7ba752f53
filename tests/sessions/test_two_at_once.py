"""Two who fill in one file at once, and files that change or go while somebody fills them in."""

import os
from pathlib import Path

import pytest

from tests.examples import saved
from tests.sessions.steps import FILE, INTERRUPTED, NEW, finish_with_report, joined, options, text
from tests.sessions.terminal import CTRL_C, CTRL_D, ENTER, SPACE, Terminal
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
    kept = saved(tmp_path / FILE, built_in).answer("vast-team")
    assert (kept.option, kept.missing, kept.note) == ("deels", ("team-is-vast",), None)
    assert saved(tmp_path / RESCUE, built_in).answer("vast-team").note == "Een notitie die niemand mag missen"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2026-11-23", "2025-11-23"),
        pytest.param("    vast-team:", "<<<<<<< HEAD\n", marks=long),
        pytest.param("", None, marks=long),
    ],
    ids=["another evaluation", "unreadable", "gone"],
)
def test_a_file_that_somebody_made_something_else_of_stays_so_and_one_can_go_on_until_it_is_back(
    old: str, new: str | None, tmp_path: Path, built_in: FactorSet
) -> None:
    path = tmp_path / FILE
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "j")
        terminal.wait_for_question(2)
        before = path.read_text()
        theirs = None if new is None else before.replace(old, new)
        path.unlink()
        if theirs is not None:
            path.write_text(theirs)
        terminal.press("n")
        terminal.wait_for_question(3)
        terminal.answer(3, "w")
        terminal.wait_for_question(4)
        still = _("{file} cannot take your answers yet; they are in {rescue}.").format(file=FILE, rescue=RESCUE)
        assert joined(terminal.scrollback).count(still) == 1
        assert (tmp_path / RESCUE).read_text() == text(built_in, ["ja", "nee", "weet-niet"])
        assert (path.read_text() if path.exists() else None) == theirs
        terminal.press("b")  # what was given shows, though the file does not have it
        terminal.wait_for_question(3)
        assert "» w" in "\n".join(terminal.screen)
        path.write_text(before)
        terminal.press("v")
        terminal.wait_for_question(4)
        assert path.read_text() == text(built_in, ["ja", "nee", "nvt"])
        terminal.press("q")
        assert terminal.finish() == 0
        assert terminal.command_to_go_on() == ["check", FILE]


def test_whoever_stops_while_it_lasts_is_told_where_everything_is(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "j")
        terminal.wait_for_question(2)
        (tmp_path / FILE).unlink()
        (tmp_path / FILE).mkdir()
        terminal.press("n")
        terminal.answer(3, "q")
        assert terminal.finish() == 2
        terminal.assert_restored()
        shown = joined(terminal.scrollback)
        assert _("Saved. Go on with:") not in shown
        where = _("What is not in {file} is in {rescue}.").format(file=FILE, rescue=RESCUE)
        assert f"{where} {_('Go on with:')}" in shown
    assert (tmp_path / RESCUE).read_text() == text(built_in, ["ja", "nee"])


@long
def test_where_the_file_is_gone_it_is_told_what_to_do_with_the_other(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "j")
        terminal.wait_for_question(2)
        (tmp_path / FILE).unlink()
        terminal.press("n")
        terminal.answer(3, "q")
        assert terminal.finish() == 2
        message = _("{file} is gone; all of it is in {rescue}: give that file the name of the other.")
        assert message.format(file=FILE, rescue=RESCUE) in joined(terminal.scrollback)
    assert (tmp_path / RESCUE).read_text() == text(built_in, ["ja", "nee"])


@long
@pytest.mark.parametrize("keys", [CTRL_C, CTRL_D])
def test_whoever_interrupts_it_while_it_lasts_is_told_so_too(keys: str, tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.wait_for_question(1)
        (tmp_path / FILE).unlink()
        os.mkfifo(tmp_path / FILE)
        terminal.press("j")
        terminal.wait_for_question(2)
        terminal.press(keys)
        assert terminal.finish() == INTERRUPTED
        terminal.assert_restored()
        assert _("Saved. Go on with:") not in joined(terminal.scrollback)
        assert RESCUE in joined(terminal.screen)
    assert (tmp_path / RESCUE).read_text() == text(built_in, ["ja"])


@long
def test_a_report_of_what_is_beside_the_file_can_be_seen_again(tmp_path: Path, built_in: FactorSet) -> None:
    (tmp_path / FILE).write_text(text(built_in, ["ja"] * 18))
    with Terminal("check", FILE, folder=tmp_path) as terminal:
        terminal.wait_for_question(19)
        (tmp_path / FILE).write_text(text(built_in, ["nee"] * 18).replace("2026-11-23", "2025-11-23"))
        terminal.press("j")
        assert finish_with_report(terminal) == 2
        assert terminal.command_to_go_on() == ["report", RESCUE]
    assert (tmp_path / RESCUE).read_text() == text(built_in, ["ja"] * 19)
