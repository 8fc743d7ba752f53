"""What the pictures of the documents show is what the program shows."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.documents.pictures.__main__ import MADE, PICTURES
from tests.documents.pictures.drawing import CELL, LEFT, LINE, TOP
from tests.documents.pictures.pages import PAGE_SHOTS, PageShot
from tests.documents.pictures.screens import SHOTS, Shot
from tests.documents.pictures.seen import contrasts, lines

SVG = "{http://www.w3.org/2000/svg}"
MAKE_ANEW = "run: python -m tests.documents.pictures"
ENOUGH, ENOUGH_FOR_BARS = 4.5, 3
"""What WCAG 2 asks between letters and their ground, and between what is drawn and its ground."""

shots = pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
page_shots = pytest.mark.parametrize("shot", PAGE_SHOTS, ids=lambda shot: shot.name)


def text_of(shot: Shot) -> str:
    return (PICTURES / f"{shot.name}.svg").read_text(encoding="utf-8")


def picture_of(shot: Shot) -> ET.Element:
    return ET.fromstring(text_of(shot))  # noqa: S314 (our own)


def test_every_picture_is_made_and_none_is_left_over() -> None:
    assert {path.name for path in PICTURES.iterdir()} == MADE, MAKE_ANEW


@shots
def test_a_picture_of_a_terminal_shows_what_the_program_shows(shot: Shot, tmp_path: Path) -> None:
    assert text_of(shot) == shot.drawn(tmp_path), MAKE_ANEW


@page_shots
def test_a_picture_of_a_page_was_made_from_the_page_that_the_program_makes(shot: PageShot, tmp_path: Path) -> None:
    assert shot.shows((PICTURES / f"{shot.name}.png").read_bytes(), shot.page(tmp_path)), MAKE_ANEW


@page_shots
def test_another_page_is_noticed(shot: PageShot, tmp_path: Path) -> None:
    page = shot.page(tmp_path).replace("Jongerenwerk", "Jongerenwerk!")
    assert not shot.shows((PICTURES / f"{shot.name}.png").read_bytes(), page)


def test_what_becomes_overdue_one_day_changes_no_picture(tmp_path: Path) -> None:
    for number, shot in enumerate(PAGE_SHOTS):
        (tmp_path / str(number)).mkdir()
        page = shot.page(tmp_path / str(number))
        assert "Lyceum Oost en Stichting Straatwerk" in page
        assert "donderdag in de pauze" not in page


@shots
def test_a_picture_says_in_words_what_it_shows(shot: Shot) -> None:
    picture = picture_of(shot)
    described = picture.findtext(f"{SVG}desc") or ""
    assert (picture.get("role"), picture.get("lang")) == ("img", shot.language)
    assert picture.findtext(f"{SVG}title") == shot.title
    shown = " ".join(" ".join(lines(picture)).split())
    quoted = re.findall("“(.*?)”", described)
    assert len(quoted) >= 4
    assert [words for words in quoted if words not in shown] == []


@shots
def test_the_letters_are_on_the_columns_of_the_terminal(shot: Shot) -> None:
    texts = picture_of(shot).findall(f"{SVG}text")
    assert texts[0].text == shot.command
    for text in texts[1:]:
        column, row = (float(text.get("x", "")) - LEFT) / CELL, (float(text.get("y", "")) - TOP) / LINE
        assert (column % 1, row % 1) == (0, 0)
        assert float(text.get("textLength", "")) == len(text.text or "") * CELL
        assert column + len(text.text or "") <= 80


def test_the_rows_of_a_picture_are_those_of_the_screen() -> None:
    shown = {shot.name: lines(picture_of(shot)) for shot in SHOTS}
    assert shown["vraag"] == VRAAG.splitlines()
    assert shown["verslag"][4:7] == [
        "Categorie                    Score                          Voorwaarden op orde",
        "Jongerenwerk                 █████████░  88 %  (4 van 4)    9 van 11",
        "Ja: 2, Deels: 2",
    ]
    assert shown["report"][26] == "The number of factors behind a score stands in brackets; below 50 % of them"
    assert {name: len(rows) for name, rows in shown.items()} == {
        "vraag": 17, "voorwaarden": 17, "verslag": 42, "naast-elkaar": 19, "question": 17, "report": 42,
    }  # fmt: skip


VRAAG = """\
2/19 · Jongerenwerk ────────────────────────────────────────────────────────────
Jongerenwerkers zijn genoeg aanwezig op school, goed zichtbaar en goed
benaderbaar.
  • De jongerenwerkers zijn genoeg aanwezig op school.
  • De jongerenwerkers zijn goed zichtbaar op school.
  • De jongerenwerkers zijn goed benaderbaar op school.
Op 23-11-2026: Deels; ontbreekt: Jongerenwerkers die genoeg aanwezig zijn op
school
Op 23-11-2026, afgesproken: Een jongerenwerker is ook op donderdag in de pauze
op school. (jongerenwerk, uiterlijk 01-03-2027)
o laten staan · t notitie · b terug · q stoppen · ? uitleg
 2/19 Is dit op orde?
 » j  Ja
   d  Deels
   n  Nee
   w  Weet niet
   v  Niet van toepassing
"""


@shots
def test_every_colour_can_be_told_from_its_ground(shot: Shot) -> None:
    found = contrasts(picture_of(shot))
    assert len(found) > 20
    assert [(words, ratio) for words, ratio in found if ratio < (ENOUGH if words.strip("█") else ENOUGH_FOR_BARS)] == []


def test_colours_bold_and_what_is_chosen_are_drawn() -> None:
    report, question = text_of(SHOTS[2]), text_of(SHOTS[0])
    bars = re.findall(r'fill="(#\w+)" textLength="[\d.]+" lengthAdjust="spacingAndGlyphs">█+<', report)
    assert len(bars) == 7
    assert len(set(bars)) == 2
    assert re.search(r'font-weight="bold"[^>]*>Categorie<', report)
    assert re.search(
        r'font-style="italic"[^>]*>Notitie: Op papier de zorgcoördinator, maar de conciërge vangt het nog op.<', report
    )
    assert re.search(r'<rect [^>]*fill="(#\w+)"></rect>\n<text [^>]*fill="(?!\1)#\w+"[^>]*>j<', question)


@shots
def test_nothing_is_fetched_and_nothing_runs(shot: Shot) -> None:
    svg = text_of(shot).replace('xmlns="http://www.w3.org/2000/svg"', "", 1)
    assert re.findall(r"https?:|//|url\(|@import|@font-face|href|src=|<script|<style|<image|<foreignObject", svg) == []


def test_every_picture_is_small() -> None:
    sizes = {path.name: path.stat().st_size for path in PICTURES.iterdir()}
    limits = {".svg": 60_000, ".png": 150_000}
    assert {name: size for name, size in sizes.items() if size > limits[Path(name).suffix]} == {}
