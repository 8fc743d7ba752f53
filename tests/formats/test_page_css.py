"""The colours of pages: readable in light, in dark and on paper."""

import re
from importlib.resources import files
from itertools import product

import pytest

from tests.contrast import contrast

CSS = (files("werkzaam.formats") / "templates" / "page.css").read_text(encoding="utf-8")
LIGHT, DARK, PRINT = (dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", found)) for found in re.findall(
    r":root \{(.*?)\}", CSS, re.DOTALL
))  # fmt: skip
SCHEMES = {"light": LIGHT, "dark": DARK, "print": LIGHT | PRINT}
"""On paper what is not said anew is as in light, also where the screen is dark."""
BARS = ("green", "yellow", "red", "blue", "magenta", "cyan", "plain")


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


def test_every_scheme_has_every_colour() -> None:
    assert LIGHT.keys() == DARK.keys() >= PRINT.keys()
    assert set(re.findall(r"var\(--(\w+)\)", CSS)) == LIGHT.keys()
    assert re.search(r"@media screen and \(prefers-color-scheme: dark\).*@media print \{\s*:root", CSS, re.DOTALL)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_can_be_read(scheme: str) -> None:
    colours = SCHEMES[scheme]
    found = {
        (text, ground): contrast(colours[text], colours[ground])
        for text, ground in product(("ink", "soft"), ("paper", "tint"))
    }
    assert {pair: value for pair, value in found.items() if value < 4.5} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_bars_and_lines_can_be_seen(scheme: str) -> None:
    colours = SCHEMES[scheme]
    found = {(name, ground): contrast(colours[name], colours[ground]) for name in (*BARS, "line")
             for ground in ("paper", "tint")}  # fmt: skip
    assert {pair: value for pair, value in found.items() if value < 3} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_end_of_a_bar_can_be_seen(scheme: str) -> None:
    colours = SCHEMES[scheme]
    assert {name: value for name in BARS if (value := contrast(colours[name], colours["track"])) < 3} == {}


def test_a_colour_of_text_is_one_of_those_that_can_be_read() -> None:
    assert set(re.findall(r"[^-]color: ([^;]+);", CSS)) <= {"var(--ink)", "var(--soft)"}


def test_every_colour_that_a_band_can_have_has_a_bar() -> None:
    assert set(re.findall(r"\.bar \.(\w+) \{ fill: var\(--(\w+)\)", CSS)) == {
        ("track", "track"), ("fill", "plain"), *((name, name) for name in BARS if name != "plain")
    }  # fmt: skip
