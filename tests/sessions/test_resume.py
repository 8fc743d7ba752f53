from datetime import date
from pathlib import Path

from tests.sessions.steps import FILE, NEW, finish_with_report, goes_on_at, options, text
from tests.sessions.terminal import DOWN, ENTER, SPACE, UP, Terminal
from werkzaam.domain.factor_set import FactorSet

ALL = ["ja"] * 19


def test_after_q_the_next_start_asks_the_first_open_factor(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "j")
        terminal.answer(2, "o")
        terminal.answer(3, "n")
        terminal.answer(4, "q")
        assert terminal.finish() == 0
        terminal.assert_restored()
        assert (tmp_path / FILE).read_text() == text(built_in, ["ja", "", "nee"])
        goes_on_at(terminal, tmp_path, 2)
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja", "", "nee"])


def test_answered_factors_are_passed_over_on_the_way_and_reached_by_going_back(
    tmp_path: Path, built_in: FactorSet
) -> None:
    (tmp_path / FILE).write_text(text(built_in, ["", "ja", "ja"]))
    with Terminal("check", FILE, folder=tmp_path) as terminal:
        terminal.answer(1, "n")
        terminal.answer(4, "b")
        terminal.answer(3, "v")
        terminal.answer(4, "q")
        assert terminal.finish() == 0
    assert (tmp_path / FILE).read_text() == text(built_in, ["nee", "ja", "nvt"])


def test_q_on_the_conditions_keeps_the_partial_answer(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "d")
        terminal.wait_for_conditions(1)
        terminal.press("q")
        assert terminal.finish() == 0
        terminal.assert_restored()
    assert (tmp_path / FILE).read_text() == text(built_in, ["deels"])


def test_with_everything_answered_a_list_lets_one_answer_be_changed_and_enter_goes_to_the_report(
    tmp_path: Path, built_in: FactorSet
) -> None:
    (tmp_path / FILE).write_text(text(built_in, ALL))
    with Terminal("check", FILE, folder=tmp_path) as terminal:
        terminal.wait_for("2. ")
        terminal.press(DOWN + DOWN + ENTER)
        terminal.answer(2, "n")
        terminal.wait_for("[Nee]")
        terminal.press(ENTER)
        assert finish_with_report(terminal) == 0
        terminal.assert_restored()
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja", "nee", *ALL[2:]])


def test_the_end_of_the_list_is_reached_on_a_small_screen(tmp_path: Path, built_in: FactorSet) -> None:
    (tmp_path / FILE).write_text(text(built_in, ALL))
    with Terminal("check", FILE, folder=tmp_path, columns=40) as terminal:
        terminal.wait_for("2. ")
        terminal.press(UP)
        terminal.wait_for("19. ")
        terminal.press(ENTER)
        terminal.answer(19, "n")
        terminal.wait_for("1. ")
        terminal.press(ENTER)
        assert finish_with_report(terminal) == 0
    assert (tmp_path / FILE).read_text() == text(built_in, [*ALL[:18], "nee"])


def test_review_walks_through_all_and_enter_keeps_every_answer(tmp_path: Path, built_in: FactorSet) -> None:
    before = text(built_in, ["ja", "nee", "weet-niet", "nvt", *["nee"] * 13, "ja", "nvt"])
    before = before.replace("answer: ja\n", "answer: deels\n      missing:\n        - team-is-vast\n", 1)
    (tmp_path / FILE).write_text(before)
    with Terminal("check", FILE, "--review", folder=tmp_path) as terminal:
        terminal.answer(1, ENTER)
        terminal.wait_for_conditions(1)
        assert sum("●" in line for line in terminal.screen) == 1
        terminal.press(ENTER)
        for number in range(2, 20):
            terminal.answer(number, ENTER)
        assert finish_with_report(terminal) == 0
    assert (tmp_path / FILE).read_text() == before


def test_a_review_can_be_stopped_and_the_command_to_go_on_reviews_again(tmp_path: Path, built_in: FactorSet) -> None:
    (tmp_path / FILE).write_text(text(built_in, ALL))
    with Terminal("check", FILE, "--review", folder=tmp_path) as terminal:
        terminal.answer(1, "n")
        terminal.answer(2, "q")
        assert terminal.finish() == 0
        goes_on_at(terminal, tmp_path, 1)
    assert options(tmp_path / FILE, built_in)[:2] == ["nee", "ja"]


def test_a_marked_condition_can_be_unmarked_again(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "d")
        terminal.wait_for_conditions(1)
        terminal.press(SPACE + ENTER)
        terminal.answer(2, "b")
        terminal.answer(1, "d")
        terminal.wait_for_conditions(1)
        terminal.press(SPACE + ENTER)
        terminal.answer(2, "q")
        assert terminal.finish() == 0
    assert (tmp_path / FILE).read_text() == text(built_in, ["deels"])


def test_without_a_file_name_one_of_this_year_in_the_folder_is_offered(tmp_path: Path, built_in: FactorSet) -> None:
    name = f"werkzaam-{date.today().year}-samen.yaml"  # noqa: DTZ011 (the program goes by the day on the wall too)
    (tmp_path / name).write_text(text(built_in, ["ja", "ja"]))
    with Terminal("check", folder=tmp_path) as terminal:
        terminal.wait_for(name)
        terminal.press("1")
        terminal.answer(3, "n")
        terminal.answer(4, "q")
        assert terminal.finish() == 0
        terminal.assert_restored()
        assert terminal.command_to_go_on() == ["check", name]
    assert (tmp_path / name).read_text() == text(built_in, ["ja", "ja", "nee"])


def test_the_offered_file_can_be_left_for_a_new_one(tmp_path: Path, built_in: FactorSet) -> None:
    year = date.today().year  # noqa: DTZ011
    old, new = tmp_path / f"werkzaam-{year}-samen.yaml", tmp_path / f"werkzaam-{year}-gemeente.yaml"
    old.write_text(text(built_in, ["ja", "ja"]))
    with Terminal("check", folder=tmp_path) as terminal:
        terminal.wait_for(old.name)
        terminal.press("2")
        terminal.wait_for_typing("?")
        terminal.press("Lyceum Oost" + ENTER)
        terminal.wait_for("Gemeente")
        terminal.press("3")
        terminal.answer(1, "n")
        terminal.answer(2, "q")
        assert terminal.finish() == 0
    assert old.read_text() == text(built_in, ["ja", "ja"])
    assert options(new, built_in)[:3] == ["nee", None, None]
