"""Colours in the terminal: on bars alone, where they stand out on any ground; all that is read has the reader's own."""

import re
from collections.abc import Callable

import pytest
from rich.color import Color
from rich.console import Console

from tests import examples
from tests.domain.building import partly
from tests.domain.summing import overview_of
from tests.formats.agendas import two_partners
from tests.formats.reports import TODAY, full_report
from tests.formats.test_comparison_json import three_years
from tests.formats.test_difference_json import small_difference
from tests.formats.test_page_css import contrast
from tests.terminal.drawing import drawn
from tests.terminal.pressing import ENTER, drawn_between
from tests.terminal.test_prompts import question
from werkzaam.terminal import progress
from werkzaam.terminal.comparison_table import print_comparison
from werkzaam.terminal.console import UNICODE
from werkzaam.terminal.difference_table import print_difference
from werkzaam.terminal.factor_table import print_factors
from werkzaam.terminal.overview_table import print_overview
from werkzaam.terminal.prompts import PromptAsker
from werkzaam.terminal.report_table import print_report
from werkzaam.terminal.score_table import COLOURS

GROUNDS = {
    "xterm": "#ffffff", "xterm, reversed": "#000000", "VS Code, dark": "#1e1e1e", "VS Code, light": "#ffffff",
    "GNOME, dark": "#171421", "GNOME, light": "#ffffff", "Ubuntu": "#300a24", "Campbell": "#0c0c0c",
    "macOS Basic": "#ffffff", "macOS Basic, dark": "#1e1e1e", "Solarized dark": "#002b36", "Solarized light": "#fdf6e3",
}  # fmt: skip
NAMES = ("red", "green", "yellow", "blue", "magenta", "cyan")
OWN = {
    "xterm": ("#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd"),
    "VS Code, dark": ("#cd3131", "#0dbc79", "#e5e510", "#2472c8", "#bc3fbc", "#11a8cd"),
    "VS Code, light": ("#cd3131", "#00bc00", "#949800", "#0451a5", "#bc05bc", "#0598bc"),
    "GNOME, dark": ("#c01c28", "#26a269", "#a2734c", "#12488b", "#a347ba", "#2aa1b3"),
    "Campbell": ("#c50f1f", "#13a10e", "#c19c00", "#0037da", "#881798", "#3a96dd"),
    "macOS Basic": ("#990000", "#00a600", "#999900", "#0000b2", "#b200b2", "#00a6b2"),
    "Solarized light": ("#dc322f", "#859900", "#b58900", "#268bd2", "#d33682", "#2aa198"),
}
"""The six colours of a terminal as these palettes have them."""


def shown(name: str) -> str:
    return Color.parse(name).get_truecolor().hex


@pytest.mark.parametrize("colour", [*COLOURS.values(), progress.COLOUR])
def test_a_bar_stands_out_on_every_ground(colour: str) -> None:
    assert {name: shown(colour) for name, ground in GROUNDS.items() if contrast(shown(colour), ground) < 3} == {}


def test_every_band_has_a_colour_that_no_palette_changes() -> None:
    assert set(COLOURS) == set(NAMES)
    assert all((Color.parse(colour).number or 0) >= 16 for colour in COLOURS.values())


def test_the_own_colours_of_terminals_would_not_do() -> None:
    faint = {palette: {name for name, colour in zip(NAMES, colours, strict=True)
                       if contrast(colour, GROUNDS[palette]) < 3} for palette, colours in OWN.items()}  # fmt: skip
    assert faint == {
        "xterm": {"green", "yellow", "cyan"},
        "VS Code, dark": set(),
        "VS Code, light": {"green"},
        "GNOME, dark": {"red", "blue"},
        "Campbell": {"blue", "magenta"},
        "macOS Basic": {"cyan"},
        "Solarized light": {"green", "yellow", "cyan"},
    }


SMALL = examples.small()
TABLES: dict[str, Callable[[Console], None]] = {
    "report": lambda on: print_report(on, UNICODE, full_report(SMALL), TODAY),
    "difference": lambda on: print_difference(on, UNICODE, small_difference(SMALL)),
    "years": lambda on: print_comparison(on, UNICODE, three_years(SMALL)),
    "partners": lambda on: print_comparison(on, UNICODE, two_partners(SMALL).comparison),
    "overview": lambda on: print_overview(on, UNICODE, overview_of(SMALL)),
    "factors": lambda on: print_factors(on, UNICODE, SMALL),
}


@pytest.mark.parametrize("name", TABLES)
def test_nothing_that_is_read_has_a_colour_or_is_faint(name: str) -> None:
    text = drawn(TABLES[name], colours=True)
    for codes, painted in re.findall(r"\x1b\[([\d;]*)m([^\x1b]*)", text):
        assert set(codes.split(";")) <= {"0", "1", "3"} or set(painted) == {"█"}
    assert "\x1b[1m" in text


def test_the_figure_of_a_bar_that_moves_has_no_colour() -> None:
    def draw(on: Console) -> None:
        with progress.progress_bar(on, 100) as advance:
            advance(50)

    found = re.findall(r"\x1b\[([\d;]+)m([^\x1b]*)", drawn(draw, colours=True))
    assert {codes for codes, _painted in found if codes != "0"}
    assert {sign for codes, painted in found if codes != "0" for sign in painted} <= set("━╸╺")


PROMPTS: dict[str, tuple[str, str, Callable[[PromptAsker], object]]] = {
    "factor": ("", "j", lambda asker: asker.ask_factor(question(SMALL, "team"))),
    "conditions": (" ", ENTER, lambda asker: asker.ask_conditions(question(SMALL, "team", partly("is-deskundig")))),
    "note": ("Een notitie.", ENTER, lambda asker: asker.ask_note(question(SMALL, "team"))),
    "owner": ("gemeente", ENTER, lambda asker: asker.ask_owner()),
    "bad date": ("31-2-2027" + ENTER, "\x15" + ENTER, lambda asker: asker.ask_due()),
    "name": ("Lyceum Oost", ENTER, lambda asker: asker.ask_collaboration()),
    "choice": ("", "1", lambda asker: asker.ask_perspective(SMALL.perspectives)),
}


@pytest.mark.parametrize("name", PROMPTS)
def test_prompts_are_in_the_colours_of_the_terminal(name: str) -> None:
    first, later, ask = PROMPTS[name]
    _reply, screen = drawn_between(first, later, ask)
    codes = {code for found in re.findall(r"\x1b\[([\d;]*)m", screen) for code in found.split(";")}
    assert "1" in codes
    assert codes <= {"0", "1", "7"}, "bold and reversed, no more"
