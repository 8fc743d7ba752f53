"""What bash takes apart is put together again; what Tab then offers is seen in tests/sessions/test_completion.py."""

import pytest

from werkzaam.cli import completion

FACTOR = "_WERKZAAM_BEFORE_EQUALS_SIGN"


@pytest.mark.parametrize(
    ("words", "position", "expected"),
    [
        ("werkzaam check --answer ", 3, ("werkzaam check --answer ", 3, None)),
        ("werkzaam check --answer te", 3, ("werkzaam check --answer te", 3, None)),
        ("werkzaam check --answer team =", 4, ("werkzaam check --answer ", 3, "team")),
        ("werkzaam check --answer team = d", 5, ("werkzaam check --answer d", 3, "team")),
        ("werkzaam check --answer =", 3, ("werkzaam check --answer ", 3, None)),
        ("werkzaam check --answer = te", 4, ("werkzaam check --answer te", 3, None)),
        ("werkzaam check --answer = team = d", 6, ("werkzaam check --answer d", 3, "team")),
        ("werkzaam report --format =", 3, ("werkzaam report --format ", 3, None)),
        (
            "werkzaam check --factors = a.yaml --answer x = ja --missing y = p,q",
            12,
            ("werkzaam check --factors=a.yaml --answer x=ja --missing p,q", 6, "y"),
        ),
        ("werkzaam check --note x = --answer y", 6, ("werkzaam check --note x= --answer y", 5, None)),
        ("werkzaam report", 1, ("werkzaam report", 1, None)),
        ("werkzaam", 1, ("werkzaam ", 1, None)),
    ],
)
def test_words_that_bash_split_are_joined(words: str, position: int, expected: tuple[str, int, str | None]) -> None:
    environment = {
        "_WERKZAAM_COMPLETE": "complete_bash",
        "COMP_WORDS": words.replace(" ", "\n"),
        "COMP_CWORD": str(position),
    }
    completion.prepare(environment)
    line, place, factor = expected
    assert environment["COMP_WORDS"].replace("\n", " ") == line
    assert environment["COMP_CWORD"] == str(place)
    assert environment.get(FACTOR) == factor


@pytest.mark.parametrize("variables", [{}, {"_WERKZAAM_COMPLETE": "source_zsh", "COMP_WORDS": "a\n=\nb"}])
def test_nothing_else_is_touched(variables: dict[str, str]) -> None:
    environment = dict(variables)
    completion.prepare(environment)
    assert environment == variables
