"""What the pictures of the documents show is what the program shows; `--golden` makes them anew."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.contrast import contrast
from tests.documents.pages import ROOT
from tests.documents.pictures.drawing import COLOURS, GROUND
from tests.documents.pictures.pages import PAGE_SHOTS
from tests.documents.pictures.screens import SHOTS

PICTURES = ROOT / "docs" / "pictures"
SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {shot: PICTURES / f"{shot.name}.svg" for shot in SHOTS}
TAKEN = {shot: PICTURES / f"{shot.name}.png" for shot in PAGE_SHOTS}
ENOUGH, ENOUGH_FOR_BARS = 4.5, 3
"""What WCAG 2 asks between letters and their ground, and between what is drawn and its ground."""


@pytest.mark.long
def test_a_picture_shows_what_the_program_shows(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    anew, stale = request.config.getoption("--golden"), []
    for shot, file in DRAWN.items():
        picture = shot.drawn(tmp_path / shot.name)
        if anew:
            file.write_text(picture, encoding="utf-8")
        if file.read_text(encoding="utf-8") != picture:
            stale.append(file.name)
    for page_shot, file in TAKEN.items():  # drawn anew only where the page is another: each browser draws other bytes
        page = page_shot.page(tmp_path / page_shot.name)
        if anew and not (file.exists() and page_shot.shows(file.read_bytes(), page)):
            file.write_bytes(page_shot.drawn(page, tmp_path))
        if not page_shot.shows(file.read_bytes(), page):
            stale.append(file.name)
    assert stale == []


def test_every_picture_is_made_and_none_is_left_over() -> None:
    assert set(PICTURES.iterdir()) == {*DRAWN.values(), *TAKEN.values()}


def test_every_picture_is_small() -> None:
    limits = {".svg": 60_000, ".png": 300_000}
    assert [path.name for path in PICTURES.iterdir() if path.stat().st_size > limits[path.suffix]] == []


def test_a_picture_says_in_words_what_it_shows() -> None:
    for shot, file in DRAWN.items():
        picture = ET.parse(file).getroot()  # noqa: S314 (our own)
        assert (picture.get("role"), picture.get("lang")) == ("img", shot.language)
        assert picture.findtext(f"{SVG}title") == shot.title
        quoted = re.findall("“(.*?)”", picture.findtext(f"{SVG}desc") or "")
        assert len(quoted) >= 4
        shown = " ".join(text.text or "" for text in picture.findall(f"{SVG}text"))
        assert [words for words in quoted if words not in shown] == []


def test_every_colour_can_be_told_from_its_ground() -> None:
    for file in DRAWN.values():
        for text in ET.parse(file).getroot().findall(f"{SVG}text"):  # noqa: S314 (our own)
            ink, words = text.get("fill", ""), text.text or ""
            ratio = contrast(ink, COLOURS["default"] if ink == GROUND else GROUND)  # what is chosen is reversed
            assert ratio >= (ENOUGH if words.strip("█") else ENOUGH_FOR_BARS), words


def test_nothing_is_fetched_and_nothing_runs() -> None:
    for file in DRAWN.values():
        svg = file.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "", 1)
        assert not re.search(r"//|url\(|@import|@font-face|href|src=|<script|<style|<image|<foreignObject", svg)
