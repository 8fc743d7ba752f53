from pathlib import Path

from tests.sessions.steps import FILE, HEAD, NEW, goes_on_at, options, read, text
from tests.sessions.terminal import ENTER, SPACE, Terminal
from werkzaam.domain.factor_set import FactorSet

RESCUE = f"{FILE}.rescue"
TOLD = "intussen"


def _started(folder: Path, built_in: FactorSet) -> tuple[Terminal, Terminal]:
    """Start two sessions on one file, at the first factor both."""
    (folder / FILE).write_text(text(built_in, []))
    pair = Terminal(*NEW, folder=folder), Terminal(*NEW, folder=folder)
    for terminal in pair:
        terminal.wait_for_question(1)
    return pair


def test_different_factors_answered_at_once_are_both_kept_and_the_second_is_told(
    tmp_path: Path, built_in: FactorSet
) -> None:
    one, other = _started(tmp_path, built_in)
    with one, other:
        one.press("j")
        one.wait_for_question(2)
        other.press("o")
        other.answer(2, "n")
        other.wait_for_question(3)
        other.wait_for(TOLD)
        assert TOLD not in "\n".join(one.scrollback)
        one.press("o")
        one.answer(3, "w")
        one.wait_for_question(4)
        assert TOLD in "\n".join(one.scrollback)
        for terminal, number in ((one, 4), (other, 3)):
            terminal.answer(number, "q")
            assert terminal.finish() == 0
            terminal.assert_restored()
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja", "nee", "weet-niet"])
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_of_two_answers_to_one_factor_the_first_stays_and_the_second_is_rescued_and_told(
    tmp_path: Path, built_in: FactorSet
) -> None:
    one, other = _started(tmp_path, built_in)
    with one, other:
        one.press("j")
        one.wait_for_question(2)
        other.press("n")
        other.wait_for(RESCUE)
        assert TOLD in "\n".join(other.scrollback)
        other.wait_for_question(1)
        assert options(tmp_path / FILE, built_in)[0] == "ja"
        assert options(tmp_path / RESCUE, built_in)[0] == "nee"
        other.press("o")
        other.answer(2, "v")
        other.answer(3, "q")
        assert other.finish() == 2
        other.assert_restored()
        one.answer(2, "q")
        assert one.finish() == 0
        goes_on_at(one, tmp_path, 3)
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja", "nvt"])
    assert sorted(path.name for path in tmp_path.iterdir()) == [FILE, RESCUE]


def test_the_same_answer_from_both_sides_is_no_conflict(tmp_path: Path, built_in: FactorSet) -> None:
    one, other = _started(tmp_path, built_in)
    with one, other:
        one.press("j")
        one.wait_for_question(2)
        other.press("j")
        for terminal in (one, other):
            terminal.answer(2, "q")
            assert terminal.finish() == 0
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja"])
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


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
    found = read(tmp_path / FILE, built_in).answer("vast-team")
    assert (found.option, found.missing, found.note) == ("deels", ("team-is-vast",), None)
    rescued = read(tmp_path / RESCUE, built_in).answer("vast-team")
    assert rescued.note == "Een notitie die niemand mag missen"


def test_a_file_that_became_unreadable_stays_and_the_answers_are_rescued(tmp_path: Path, built_in: FactorSet) -> None:
    broken = HEAD + "  <<<<<<< HEAD\n"
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "j")
        terminal.wait_for_question(2)
        (tmp_path / FILE).write_text(broken)
        terminal.press("n")
        assert terminal.finish() == 2
        terminal.assert_restored()
        assert RESCUE in "\n".join(terminal.screen)
    assert (tmp_path / FILE).read_text() == broken
    assert (tmp_path / RESCUE).read_text() == text(built_in, ["ja", "nee"])


def test_a_file_that_vanished_is_told_and_the_answers_are_rescued(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "j")
        terminal.wait_for_question(2)
        (tmp_path / FILE).unlink()
        terminal.press("n")
        assert terminal.finish() == 2
        terminal.assert_restored()
    assert (tmp_path / RESCUE).read_text() == text(built_in, ["ja", "nee"])
