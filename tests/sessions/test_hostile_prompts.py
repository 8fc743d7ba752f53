"""Questions, conditions, lists and agreements whose every text tries to be more than text, in a real terminal."""

import re
from pathlib import Path

import pytest

from tests.endurance.texts import poisoned
from tests.endurance.texts.hostile_samples import SAMPLES
from tests.sessions.terminal import DOWN, ENTER, SPACE, Terminal

TEXT = " ".join(SAMPLES[kind] for kind in ("terminal", "direction", "unseen", "rich", "format", "shell", "lines"))
MARKS = "e" + "\u0301" * 50 + SAMPLES["signs"]
OURS = re.compile(r"\x1b\[\??[0-9;]*[ABCDHJKhlmn]|\r|\n|\x08")
"""What prompts move the cursor with, colour and erase."""
STEERING = "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]"
KEYS = (
    "o",  # what became of the agreement of last year
    "??d", SPACE + ENTER, "b", "t", ENTER, "n", "o", ENTER,
    SPACE + DOWN + SPACE + ENTER, "x" + ENTER, ENTER, ENTER, "y" + ENTER, ENTER,
)  # fmt: skip
LINES = ("o", "?", "d", "1", "b", "t Notitie", "n", "o", "o", "j", "", "1 2", "x", "", "", "y", "")
LAST = {True: "\n", False: ENTER}


@pytest.mark.parametrize(
    ("text", "columns", "plain"),
    [
        pytest.param(TEXT, 40, False, marks=pytest.mark.long),
        pytest.param(TEXT, 40, True, marks=pytest.mark.long),
        pytest.param(MARKS, 100, False, marks=pytest.mark.long),
        pytest.param(MARKS, 100, True, marks=pytest.mark.long),
    ],
    ids=["prompts", "lines", "marks in prompts", "marks in lines"],
)
def test_nothing_in_a_text_steers_the_terminal(text: str, columns: int, plain: bool, tmp_path: Path) -> None:  # noqa: FBT001 (what differs)
    poisoned.poison(tmp_path, text)
    words = ["check", "a.yaml", "--factors", "set.yaml", "--previous", "c.yaml", "--beside", "b.yaml", "--review"]
    with Terminal(*words, *["--plain"] * plain, folder=tmp_path, columns=columns, rows=30) as terminal:
        seen = 0
        for keys in [*([f"{line}\n" for line in LINES] if plain else KEYS), LAST[plain]]:
            asked = ": " if plain else "\x1b[?2004h"
            terminal.wait_until(lambda seen=seen, asked=asked: asked in terminal.output[seen:], f"place for {keys!r}")  # type: ignore[misc]
            terminal.settle()  # until all that is asked stands there, and Enter is no double press
            assert terminal.child.isalive(), keys
            seen = len(terminal.output)
            terminal.press(keys)
        assert terminal.finish() == 0
        terminal.assert_restored()
    assert re.findall(STEERING, OURS.sub("", terminal.output)) == []
    assert "31mrood" in terminal.output or text is MARKS
    assert not (tmp_path / "touched").exists()
