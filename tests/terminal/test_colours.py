"""Colours in the terminal: on bars alone, where they stand out on any ground; all that is read has the reader's own."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from rich.color import Color
from rich.console import Console

from tests import examples
from tests.contrast import contrast
from tests.domain.building import partly
from tests.terminal.drawing import drawn
from tests.terminal.pressing import ENTER, pressed
from tests.terminal.questions import question
from werkzaam.terminal.console import PROGRESS_COLOUR, progress_bar
from werkzaam.terminal.document import COLOURS
from werkzaam.terminal.prompts import PromptAsker

GROUNDS = {
    "xterm": "#ffffff", "xterm, reversed": "#000000", "VS Code, dark": "#1e1e1e", "GNOME, dark": "#171421",
    "Ubuntu": "#300a24", "Campbell": "#0c0c0c", "Solarized dark": "#002b36", "Solarized light": "#fdf6e3",
}  # fmt: skip


@pytest.mark.parametrize("colour", [*COLOURS.values(), PROGRESS_COLOUR])
def test_a_bar_stands_out_on_every_ground_whatever_the_palette(colour: str) -> None:
    parsed = Color.parse(colour)
    shown = parsed.get_truecolor().hex
    assert {name for name, ground in GROUNDS.items() if contrast(shown, ground) < 3} == set()
    assert (parsed.number or 0) >= 16  # below that a palette decides what it looks like


def test_every_band_has_a_colour() -> None:
    assert set(COLOURS) == {"red", "green", "yellow", "blue", "magenta", "cyan"}


@pytest.mark.parametrize("done", [50, 100])
def test_the_figure_of_a_bar_that_moves_has_no_colour(done: int) -> None:
    def draw(on: Console) -> None:
        with progress_bar(on, 100) as advance:
            advance(done)

    shown = re.findall(r"\x1b\[([\d;]+)m([^\x1b]*)", drawn(draw, colours=True))
    painted = {code: signs for code, signs in shown if code != "0"}
    assert painted[f"38;5;{Color.parse(PROGRESS_COLOUR).number}"]
    assert set("".join(painted.values())) <= set("━╸╺")


SMALL = examples.small()
PROMPTS: dict[str, tuple[tuple[str, ...], Callable[[PromptAsker], object]]] = {
    "factor": ((ENTER, "j"), lambda asker: asker.ask_factor(question(SMALL, "team"))),
    "conditions": ((" ", ENTER), lambda asker: asker.ask_conditions(question(SMALL, "team", partly("is-deskundig")))),
    "note": (("Een notitie.", ENTER), lambda asker: asker.ask_note(question(SMALL, "team"), None)),
    "bad date": (("31-2-2027" + ENTER, "\x15" + ENTER), lambda asker: asker.ask_due(date(2026, 11, 23))),
}


@pytest.mark.parametrize("name", PROMPTS)
def test_prompts_are_in_the_colours_of_the_terminal(name: str) -> None:
    keys, ask = PROMPTS[name]
    screen = pressed(ask, keys).written
    codes = {code for shown in re.findall(r"\x1b\[([\d;]*)m", screen) for code in shown.split(";")}
    assert "1" in codes
    assert codes <= {"0", "1", "7"}, "bold and reversed, no more"
    assert "arrow" not in screen, "the instructions are ours, and no English ones"
