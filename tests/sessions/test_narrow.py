from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sessions.steps import NEW
from tests.sessions.terminal import ENTER, LAST_OPTION, Terminal
from werkzaam.domain.factor_set import FactorSet

NUMBERS = range(1, 20)


@pytest.fixture(scope="module")
def screens(tmp_path_factory: pytest.TempPathFactory) -> dict[int, tuple[list[str], list[str]]]:
    """Every question on a screen of 40 columns, and on one where everything has room."""
    folder, other = tmp_path_factory.mktemp("narrow"), tmp_path_factory.mktemp("wide")
    found = {}
    with (
        Terminal(*NEW, folder=folder, columns=40, rows=24) as narrow,
        Terminal(*NEW, folder=other, columns=200, rows=60) as wide,
    ):
        for number in NUMBERS:
            for terminal in (narrow, wide):
                terminal.wait_for_question(number)
            found[number] = (narrow.screen, wide.screen)
            for terminal in (narrow, wide):
                terminal.press("o")
    return found


def _joined(lines: list[str]) -> str:
    """Return the text of some rows as it ran before it was wrapped."""
    return " ".join(" ".join(lines).split())


def _words(text: str) -> Iterator[str]:
    return (word for word in text.split() if any(character.isalpha() for character in word))


@pytest.mark.parametrize("number", NUMBERS)
def test_at_40_columns_place_factor_conditions_and_answers_are_visible_together(
    number: int, screens: dict[int, tuple[list[str], list[str]]], built_in: FactorSet
) -> None:
    factor = built_in.factors[number - 1]
    screen = screens[number][0]
    shown = _joined(screen).replace("• ", "")
    assert any(line.strip().startswith(f"{number}/19 ") for line in screen[-8:]), "the prompt line says where one is"
    assert shown.endswith(LAST_OPTION)
    assert built_in.category_of[factor.id].name in shown
    assert factor.text in shown
    for condition in factor.conditions:
        assert condition.text in shown or condition.help in shown, condition.id


@pytest.mark.parametrize("number", NUMBERS)
def test_at_40_columns_nothing_is_cut_in_the_middle_of_a_word(
    number: int, screens: dict[int, tuple[list[str], list[str]]], built_in: FactorSet
) -> None:
    narrow, wide = screens[number]
    top = next(index for index, line in enumerate(narrow) if line.startswith(f"{number}/19 "))
    short = " ".join(f"{condition.text} (een wens)" for condition in built_in.factors[number - 1].conditions)
    known = {*_words(" ".join(wide)), *_words(short)}
    assert set(_words(" ".join(narrow[top:]))) <= known


def test_at_40_columns_the_conditions_to_mark_stand_there_whole(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, folder=tmp_path, columns=40) as terminal:
        for number, factor in enumerate(built_in.factors, 1):
            terminal.answer(number, "d")
            if not factor.asks_conditions:
                continue
            terminal.wait_for_conditions(number)
            for condition in factor.conditions:
                terminal.wait_until(lambda text=condition.text: text in _joined(terminal.screen), condition.id)  # type: ignore[misc]
            terminal.press(ENTER)


def test_at_40_columns_help_leaves_the_prompt_and_every_word_whole(tmp_path: Path, built_in: FactorSet) -> None:
    # The factor whose conditions take most room, so that their full statements are on a help page.
    number, factor = max(
        enumerate(built_in.factors, 1), key=lambda item: sum(len(condition.help) for condition in item[1].conditions)
    )
    seen = ""
    with Terminal(*NEW, folder=tmp_path, columns=40) as terminal:
        for before in range(1, number):
            terminal.answer(before, "o")
        for _page in range(2):
            terminal.wait_for_question(number)
            shown = terminal.output
            terminal.press("?")
            terminal.wait_until(lambda shown=shown: len(terminal.output) > len(shown) + 400, "help")  # type: ignore[misc]
            terminal.wait_for_question(number)
            seen += f" {_joined(terminal.screen)}"
    for condition in factor.conditions:
        assert condition.help in seen
    for option in factor.scale:
        assert f"{option.name}: " in seen
