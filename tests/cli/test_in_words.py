"""Results where TERM says that lines are all there can be: said whole, with nothing in them that is only drawn."""

import re
import sys
from pathlib import Path

import pytest

from tests.cli.calling import SMALL, Call

OUTPUTS = Path(__file__).parents[1] / "golden" / "outputs"
DRAWN = re.compile("[^\\w\\s.,:;?!()\\[\\]%'“”/+-]|  *[-–]  *")
"""What a screen reader spells out, or passes over where it means something."""


@pytest.mark.parametrize("name", sorted(path.name for path in OUTPUTS.glob("*.words.txt")))
def test_no_result_in_words_has_a_sign_that_is_only_drawn(name: str) -> None:
    assert DRAWN.findall((OUTPUTS / name).read_text(encoding="utf-8")) == []


def test_a_terminal_that_shows_lines_gets_words_and_what_it_does_not_show_is_drawn_as_ever(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    for words in (("report", "a.yaml"), ("diff", "a.yaml", "a.yaml")):
        shown = call(*words, *SMALL, "--lang", "en")
        assert (shown.code, DRAWN.findall(shown.out)) == (0, [])
    assert call("report", "a.yaml", *SMALL, "--output", "verslag.txt").code == 0
    assert {found.strip() for found in DRAWN.findall(Path("verslag.txt").read_text())} == set("·█░–─✗•")
