"""Filling in broken off and taken up again, and walked through once more."""

from datetime import date
from pathlib import Path

import pytest

from tests.examples import saved
from tests.sessions.steps import FILE, NEW, finish_with_report, goes_on_at, options, text
from tests.sessions.terminal import DOWN, ENTER, SPACE, UP, Terminal
from werkzaam.domain.factor_set import FactorSet

ALL = ["ja"] * 19


def test_after_q_the_next_start_asks_what_is_open_and_goes_back_to_the_rest(
    tmp_path: Path, built_in: FactorSet
) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "j")
        terminal.answer(2, "o")
        terminal.answer(3, "d")
        terminal.wait_for_conditions(3)
        terminal.press(SPACE + ENTER)
        terminal.answer(4, "q")
        assert terminal.finish() == 0
        terminal.assert_restored()
        named = saved(tmp_path / FILE, built_in).answer(built_in.factors[2].id).missing
        assert named == (built_in.factors[2].conditions[0].id,)
        on = terminal.command_to_go_on()
    with Terminal(*on, folder=tmp_path) as terminal:
        terminal.answer(2, "n")
        terminal.answer(4, "b")
        terminal.answer(3, "d")
        terminal.wait_for_conditions(3)
        terminal.press(SPACE)
        terminal.wait_until(lambda: "[x]" not in "\n".join(terminal.screen), "mark that is gone")
        terminal.press("q")
        assert terminal.finish() == 0
        terminal.assert_restored()
    kept = options(tmp_path / FILE, built_in)
    assert kept == ["ja", "nee", "deels", *[None] * 16]


@pytest.mark.long
def test_with_everything_answered_a_list_lets_one_answer_be_changed_and_enter_goes_to_the_report(
    tmp_path: Path, built_in: FactorSet
) -> None:
    (tmp_path / FILE).write_text(text(built_in, ALL))
    with Terminal("check", FILE, folder=tmp_path, columns=40) as terminal:
        terminal.wait_for("2. ")
        terminal.press(UP)
        terminal.wait_for("19. ")
        terminal.press(ENTER)
        terminal.answer(19, "n")
        terminal.wait_until(lambda: "1. " in "\n".join(terminal.screen) and not terminal.shows_cursor, "list")
        terminal.press(ENTER)
        assert finish_with_report(terminal) == 0
        terminal.assert_restored()
    assert (tmp_path / FILE).read_text() == text(built_in, [*ALL[:18], "nee"])


THIS_YEAR = date.today().year  # noqa: DTZ011 (the program goes by the day on the wall too)


@pytest.mark.long
def test_without_a_file_name_one_of_this_year_is_offered(tmp_path: Path, built_in: FactorSet) -> None:
    old = tmp_path / f"werkzaam-{THIS_YEAR}-samen.yaml"
    old.write_text(text(built_in, ["ja", "ja"]))
    with Terminal("check", folder=tmp_path) as terminal:
        terminal.wait_for(old.name)
        terminal.press("1")
        terminal.answer(3, "n")
        terminal.answer(4, "q")
        assert terminal.finish() == 0
        terminal.assert_restored()
        assert terminal.command_to_go_on() == ["check", old.name]
    assert old.read_text() == text(built_in, ["ja", "ja", "nee"])


@pytest.mark.long
def test_the_offered_file_can_be_left_for_a_new_one(tmp_path: Path, built_in: FactorSet) -> None:
    old, new = tmp_path / f"werkzaam-{THIS_YEAR}-samen.yaml", tmp_path / f"werkzaam-{THIS_YEAR}-gemeente.yaml"
    old.write_text(text(built_in, ["ja", "ja"]))
    with Terminal("check", folder=tmp_path) as terminal:
        terminal.wait_for(old.name)
        terminal.press("2")
        terminal.wait_for_typing("?")
        terminal.press("Lyceum Oost" + ENTER)
        terminal.wait_for("De gemeente")
        terminal.press("3")
        terminal.answer(1, "n")
        terminal.answer(2, "q")
        assert terminal.finish() == 0
    assert old.read_text() == text(built_in, ["ja", "ja"])
    assert options(new, built_in)[:3] == ["nee", None, None]


@pytest.mark.long
def test_review_walks_through_all_enter_keeps_every_answer_and_stopped_it_reviews_again(
    tmp_path: Path, built_in: FactorSet
) -> None:
    before = text(built_in, ["ja", "nee", "weet-niet", "nvt", *["nee"] * 13, "ja", "nvt"])
    before = before.replace("answer: ja\n", "answer: deels\n      missing:\n        - team-is-vast\n", 1)
    (tmp_path / FILE).write_text(before)
    with Terminal("check", FILE, "--review", folder=tmp_path) as terminal:
        terminal.answer(1, ENTER)
        terminal.wait_for_conditions(1)
        assert sum("[x]" in line for line in terminal.screen) == 1
        terminal.settle()
        terminal.press(ENTER)
        for number in range(2, 20):
            terminal.answer(number, ENTER)
        assert finish_with_report(terminal) == 0
    assert (tmp_path / FILE).read_text() == before
    with Terminal("check", FILE, "--review", folder=tmp_path) as terminal:
        terminal.answer(1, DOWN + ENTER)
        terminal.answer(2, "q")
        assert terminal.finish() == 0
        goes_on_at(terminal, tmp_path, 1)
    assert options(tmp_path / FILE, built_in)[:2] == ["nee", "nee"]
