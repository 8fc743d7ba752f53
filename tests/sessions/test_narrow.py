"""A whole sitting on screens that are too small for it: nothing that is needed is off the screen, or cut."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import examples
from tests.examples import saved
from tests.sessions.steps import FILE, NEW, joined
from tests.sessions.terminal import DOWN, ENTER, SPACE, Terminal
from werkzaam.domain.factor_set import FactorSet
from werkzaam.language import _, ngettext
from werkzaam.wording.factors import condition_text, option_text

LAY_BESIDE = "This is how one partner sees it. Lay it beside what the others say; put their files behind this command:"


def help_pages(terminal: Terminal) -> str:
    """Return what the help of a question shows, from page to page, each in place of the one before."""
    shown: list[str] = []
    for _page in range(12):
        terminal.press("?")
        terminal.settle(0.1)  # a page that is late is seen at the next key: they come round more than once
        shown += terminal.screen
    return joined(shown)


def test_on_a_screen_of_40_by_12_everything_can_be_read_answered_and_noted(tmp_path: Path, built_in: FactorSet) -> None:
    first, second = built_in.factors[:2]
    with Terminal(*NEW, folder=tmp_path, columns=40, rows=12) as terminal:
        terminal.wait_for_question(1)
        shown = joined(terminal.scrollback)
        for part in (first.text, "1/19", _("? help")):
            assert part in shown
        assert all(f"{option.key} {option.name}" in shown for option in first.scale[:4])  # the others scroll
        help_shown = help_pages(terminal)
        for part in (
            *(condition.help for condition in first.conditions),
            *(f"{option_text(option)}:" for option in first.scale),
        ):
            assert part in help_shown
        terminal.press("d")
        terminal.wait_for_conditions(1)
        for step, condition in enumerate(first.conditions):
            terminal.press(DOWN if step else "")
            terminal.wait_until(lambda text=condition.text: text in joined(terminal.screen), condition.id)  # type: ignore[misc]
        terminal.press(DOWN)
        terminal.press(SPACE + ENTER)
        terminal.answer(2, "t")
        terminal.wait_for_note(2)
        terminal.press("een notitie die niet op één regel past")
        terminal.wait_until(lambda: "regel past" in joined(terminal.screen), "end of the note")
        terminal.press(ENTER)
        terminal.wait_for_question(2)
        assert re.search(r"\b2/19\b", joined(terminal.screen))
        terminal.press("q")
        assert terminal.finish() == 0
        terminal.assert_restored()
    filled_in = saved(tmp_path / FILE, built_in)
    assert filled_in.answer(first.id).missing == (first.conditions[0].id,)
    assert filled_in.answer(second.id).note == "een notitie die niet op één regel past"


@pytest.mark.long
def test_at_40_columns_nothing_is_cut_in_the_middle_of_a_word(tmp_path: Path, built_in: FactorSet) -> None:
    folders = tmp_path / "narrow", tmp_path / "wide"
    for folder in folders:
        folder.mkdir()
    with (
        Terminal(*NEW, folder=folders[0], columns=40, rows=24) as narrow,
        Terminal(*NEW, folder=folders[1], columns=200, rows=60) as wide,
    ):
        for number, factor in enumerate(built_in.factors, 1):
            for terminal in (narrow, wide):
                terminal.wait_for_question(number)
            top = next(index for index, line in enumerate(narrow.screen) if line.startswith(f"{number}/19 "))
            short = " ".join(condition_text(condition, factor, full=False) for condition in factor.conditions)
            known = {
                *_words(" ".join(wide.screen)),
                *_words(short),
                *_words(ngettext("{count} condition: ? shows it", "{count} conditions: ? shows them", 2)),
            }
            assert set(_words(" ".join(narrow.screen[top:]))) <= known
            for terminal in (narrow, wide):
                terminal.press("o")


def test_what_comes_next_is_folded_between_words_and_a_command_is_whole(tmp_path: Path) -> None:
    (tmp_path / "klein.yaml").write_text(examples.SMALL_SET)
    (tmp_path / "a.yaml").write_text(examples.SMALL_ANSWERS.replace("samen", "school"))
    with Terminal("check", "a.yaml", "--factors", "klein.yaml", folder=tmp_path, columns=40) as terminal:
        terminal.wait_for(_("? help"))
        terminal.press("j")
        assert terminal.finish() == 0
        shown = terminal.scrollback
        assert _(LAY_BESIDE) in " ".join(shown)
        joint = ["check", "--perspective", "samen", "--beside", "a.yaml", "--factors", "klein.yaml"]
        assert terminal.command_to_go_on() == joint


def _words(text: str) -> Iterator[str]:
    return (word for word in text.split() if any(character.isalpha() for character in word))
