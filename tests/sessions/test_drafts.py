"""What was typed and then closed with Escape: it stays where it is, comes again, or is told at the end."""

import shutil
from pathlib import Path

import pytest

from tests.examples import saved
from tests.sessions.steps import FILE, INTERRUPTED, NEW, behind, cut_sequence, finish_at_report, interrupted, text
from tests.sessions.terminal import CTRL_C, DOWN, ENTER, ESCAPE, SPACE, Terminal
from werkzaam.domain.factor_set import FactorSet
from werkzaam.language import _

UNUSABLE = 2
WHAT = "Een jongerenwerker komt ook op donderdag"


@pytest.mark.long
def test_escape_leaves_an_agreement_where_it_is_being_typed(tmp_path: Path, built_in: FactorSet) -> None:
    (tmp_path / FILE).write_text(text(built_in, ["ja"] * 18))
    with Terminal("check", FILE, folder=tmp_path) as terminal:
        terminal.answer(19, "n")
        terminal.wait_for("[ ]")
        cut_sequence(terminal)
        terminal.press(SPACE + ENTER)
        for asked, typed in (
            (_("What will you do?"), WHAT),
            (_("Who takes it up? An organisation or a role:"), "school"),
        ):
            terminal.wait_for_typing(asked)
            terminal.press(typed)
            terminal.wait_for(typed)
            cut_sequence(terminal)
            assert typed in terminal.cursor_line
            terminal.press(ENTER)
        terminal.wait_for_typing(_("By when? Day-month-year, such as 31-3-2027:"))
        terminal.settle()
        terminal.press(ENTER)
        assert finish_at_report(terminal) == 0
        terminal.assert_restored()
    (action,) = saved(tmp_path / FILE, built_in).actions
    assert (action.what, action.owner) == (WHAT, "school")


@pytest.mark.long
def test_enter_pressed_twice_skips_no_agreement(tmp_path: Path, built_in: FactorSet) -> None:
    (tmp_path / FILE).write_text(text(built_in, ["ja"] * 18))
    with Terminal("check", FILE, folder=tmp_path) as terminal:
        terminal.answer(19, "n")
        terminal.wait_for("[ ]")
        terminal.press(SPACE + ENTER * 2)
        terminal.wait_for_typing(_("What will you do?"))
        terminal.settle()
        terminal.press(WHAT)
        terminal.wait_for(WHAT)
        terminal.press(CTRL_C)
        assert terminal.finish() == INTERRUPTED
    assert [action.what for action in saved(tmp_path / FILE, built_in).actions] == [WHAT]


@pytest.mark.parametrize("key", ["q", CTRL_C])
def test_a_note_that_was_closed_and_left_is_told_beside_the_last_line(
    key: str, tmp_path: Path, built_in: FactorSet
) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "t")
        terminal.wait_for_note(1)
        terminal.press("eerste klad")
        terminal.wait_for("eerste klad")
        cut_sequence(terminal)
        terminal.answer(1, key)
        assert terminal.finish() == (0 if key == "q" else INTERRUPTED)
        terminal.assert_restored()
        told = _("Not saved is what you typed here: {asked}").partition("{")[0]
        shown = [line for line in terminal.scrollback if line]
        assert told in " ".join(shown[: shown.index("eerste klad")])
        assert _("Saved. Go on with:") in shown[shown.index("eerste klad") :]
    assert (tmp_path / FILE).read_text() == text(built_in, [])


def test_a_note_that_was_closed_is_told_where_a_save_fails(tmp_path: Path) -> None:
    folder = tmp_path / "weg"
    folder.mkdir()
    with Terminal(*NEW, folder=folder, rows=60) as terminal:
        terminal.answer(1, "t")
        terminal.wait_for_note(1)
        terminal.press("klad" + ESCAPE)
        terminal.wait_for_question(1)
        shutil.rmtree(folder)
        terminal.press("j")
        assert terminal.finish() == UNUSABLE
        assert "klad" in terminal.scrollback


def test_a_note_that_was_closed_is_told_below_the_report(tmp_path: Path, built_in: FactorSet) -> None:
    (tmp_path / FILE).write_text(text(built_in, ["ja"] * 18))
    with Terminal("check", FILE, folder=tmp_path) as terminal:
        terminal.answer(19, "t")
        terminal.wait_for_note(19)
        terminal.press("klad" + ESCAPE)
        terminal.answer(19, "j")
        assert finish_at_report(terminal) == 0
        shown = terminal.scrollback
        assert shown.index("klad") > max(
            number for number, line in enumerate(shown) if _("All factors together") in line
        )


def test_a_name_that_was_being_typed_stands_in_the_command_to_go_on(tmp_path: Path) -> None:
    with Terminal("check", FILE, "--perspective", "samen", folder=tmp_path) as terminal:
        terminal.wait_for_typing("?")
        terminal.press("Lyceum Oost en J")
        terminal.wait_for("en J")
        assert interrupted(terminal, CTRL_C)[-2:] == ["--perspective", "samen"]
        assert terminal.command_to_go_on()[2:4] == ["--collaboration", "Lyceum Oost en J"]


def test_who_filled_it_in_and_the_name_can_be_left_as_they_were_and_half_a_name_is_told(
    tmp_path: Path, built_in: FactorSet
) -> None:
    before = text(built_in, ["ja"] * 19)
    (tmp_path / FILE).write_text(before)
    with Terminal("check", FILE, folder=tmp_path) as terminal:
        terminal.wait_for(_("Change who filled this in"))
        terminal.press(DOWN * 2 + ENTER)
        terminal.wait_for(_("Who is filling this in?"))
        terminal.press(ESCAPE)
        terminal.wait_for(_("Change who filled this in"))
        terminal.press(DOWN + ENTER)
        terminal.wait_for_typing("Lyceum Oost")
        terminal.press(" en nog")
        terminal.wait_for("en nog")
        interrupted(terminal, CTRL_C)
        assert behind(terminal.scrollback, _("Which collaboration is this about?"), "Lyceum Oost en nog")
    assert (tmp_path / FILE).read_text() == before
