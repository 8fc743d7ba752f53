import pytest

from werkzaam.cli.main import MOST_CELLS, keep_sensible


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("80", 80),
        ("1", 1),
        ("0080", 80),
        (str(MOST_CELLS), MOST_CELLS),
        (str(MOST_CELLS + 1), MOST_CELLS),
        ("99999999", MOST_CELLS),
        ("9" * 5000, MOST_CELLS),  # more digits than Python makes a number of
        *((text, None) for text in ("0", "00000000", "-5", "", " ", "breed", "8.5", "²", "٨٠", "1e9")),
    ],
    ids=lambda value: str(value)[:10],
)
def test_what_the_environment_says_is_believed_within_reason(text: str, size: int | None) -> None:
    environment = {"COLUMNS": text, "LINES": text, "TERMINAL_WIDTH": text, "HOME": text}
    keep_sensible(environment)
    assert environment == {
        "HOME": text,
        **({} if size is None else dict.fromkeys(("COLUMNS", "LINES", "TERMINAL_WIDTH"), str(size))),
    }


def test_what_is_not_said_is_not_made_up() -> None:
    environment: dict[str, str] = {}
    keep_sensible(environment)
    assert environment == {}
