"""Questions, conditions, lists and agreements whose every text tries to be more than text, in a real terminal."""

import re
from pathlib import Path

import pytest

from tests.endurance.texts import poisoned
from tests.endurance.texts.hostile_samples import SAMPLES
from tests.sessions.terminal import DOWN, ENTER, SPACE, Terminal

TEXT = " ".join(SAMPLES[kind] for kind in ("terminal", "direction", "unseen", "rich", "format", "shell", "lines"))
MARKS = "e" + "\u0301" * 50 + SAMPLES["signs"]
OURS = re.compile(r"\x1b\[\??[0-9;]*[ABCDHJKhlmn]|\r|\n")
"""What prompts move the cursor with, colour and erase."""
KEYS = (
    "o",  # what became of the agreement of last year
    "?", "?", "d", SPACE + ENTER, "b", "t", ENTER, "n", "o", "o", "j",
    SPACE + DOWN + SPACE + ENTER, "x" + ENTER, ENTER, ENTER, "y" + ENTER, ENTER,
)  # fmt: skip
LINES = ("o", "?", "d", "1", "b", "t Notitie", "n", "o", "o", "j", "1 2", "x", "", "", "y", "")
LAST = {True: "\n", False: ENTER}


@pytest.mark.parametrize("plain", [False, True], ids=["prompts", "plain"])
@pytest.mark.parametrize(("text", "columns"), [(TEXT, 40), (MARKS, 100)], ids=["that steer", "of any width"])
def test_nothing_in_a_text_steers_the_terminal(text: str, columns: int, plain: bool, tmp_path: Path) -> None:  # noqa: FBT001 (what differs)
    poisoned.poison(tmp_path, text)
    words = ["check", "b.yaml", "--factors", "set.yaml", "--previous", "c.yaml", "--beside", "a.yaml", "--review"]
    with Terminal(*words, *["--plain"] * plain, folder=tmp_path, columns=columns, rows=30) as terminal:
        terminal.wait_until(lambda: terminal.output.endswith(": ") or "\x1b[?2004h" in terminal.output, "question")
        for keys in [f"{line}\n" for line in LINES] if plain else KEYS:
            while terminal.read(0.15):
                pass
            assert terminal.child.isalive(), keys
            terminal.press(keys)
        while terminal.read(0.15):
            pass
        terminal.press(LAST[plain])
        assert terminal.finish() == 0
        terminal.assert_restored()
    left = OURS.sub("", terminal.output)
    assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", left) == []
    assert "31mrood" in left or text is MARKS
    assert not (tmp_path / "touched").exists()
