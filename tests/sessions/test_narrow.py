from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sessions.steps import NEW
from tests.sessions.terminal import LAST_OPTION, Terminal
from werkzaam.domain.factor_set import FactorSet

NUMBERS = range(1, 20)


def _screens(folder: Path, columns: int, rows: int) -> dict[int, list[str]]:
    screens = {}
    with Terminal(*NEW, folder=folder, columns=columns, rows=rows) as terminal:
        for number in NUMBERS:
            terminal.wait_for_question(number)
            screens[number] = terminal.screen
            terminal.press("o")
    return screens


@pytest.fixture(scope="module")
def narrow(tmp_path_factory: pytest.TempPathFactory) -> dict[int, list[str]]:
    return _screens(tmp_path_factory.mktemp("narrow"), 40, 24)


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> dict[int, list[str]]:
    return _screens(tmp_path_factory.mktemp("wide"), 200, 60)


def _words(text: str) -> Iterator[str]:
    return (word for word in text.split() if any(character.isalpha() for character in word))


@pytest.mark.parametrize("number", NUMBERS)
def test_at_40_columns_place_factor_conditions_and_answers_are_visible_together(
    number: int, narrow: dict[int, list[str]], built_in: FactorSet
) -> None:
    factor = built_in.factors[number - 1]
    screen = narrow[number]
    shown = " ".join(" ".join(screen).split()).replace("• ", "")
    assert f"{number}/19 " in shown.removesuffix(LAST_OPTION)
    assert any(line.strip().startswith(f"{number}/19 ") for line in screen[-8:]), "the prompt line says where one is"
    assert shown.endswith(LAST_OPTION)
    assert built_in.category_of[factor.id].name in shown
    assert factor.text in shown
    for condition in factor.conditions:
        assert condition.text in shown or condition.help in shown, condition.id


@pytest.mark.parametrize("number", NUMBERS)
def test_at_40_columns_nothing_is_cut_in_the_middle_of_a_word(
    number: int, narrow: dict[int, list[str]], wide: dict[int, list[str]], built_in: FactorSet
) -> None:
    short = " ".join(f"{condition.text} (een wens)" for condition in built_in.factors[number - 1].conditions)
    before = narrow[number][: next(i for i, line in enumerate(narrow[number]) if line.startswith(f"{number}/19 "))]
    known = {*_words(" ".join(wide[number])), *_words(short), *_words(" ".join(before))}
    assert set(_words(" ".join(narrow[number]))) <= known
    assert all(len(line) <= 40 for line in narrow[number])
