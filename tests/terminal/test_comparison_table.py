"""Evaluations side by side, as they are printed: whole texts, and no line wider than the console."""

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests import examples
from tests.domain.building import answers_to, evaluation, partly
from tests.formats import hostile
from tests.formats.test_comparison_json import compared, three_partners, three_years
from tests.terminal.drawing import drawn, trimmed
from werkzaam import language
from werkzaam.domain.comparison import Axis, Comparison, Entry
from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.terminal.comparison_table import print_comparison, sparkline
from werkzaam.terminal.console import ASCII, UNICODE, Signs
from werkzaam.visible import visible

YEARS_80 = """\
Lyceum Oost en Stichting Straatwerk
2025, 2026, 2027

Mensen  ▅▇▃
  2025  50 % (2 van 2)
  2026  75 % (2 van 2)  +25
  2027  25 % (2 van 2)  -50

Plek  ––█
  2025  – (0 van 0)
  2026  – (0 van 1)
  2027  100 % (1 van 1)

Alle factoren samen  ▅▇▅
  2025  50 % (2 van 2)
  2026  75 % (2 van 3)  +25
  2027  50 % (3 van 3)  -25

Tussen haakjes staat hoeveel factoren in de score meetellen; bij minder dan 50 %
is er geen score.

Waar de antwoorden verschillen ─────────────────────────────────────────────────
Er is één aanspreekpunt.
  2025: Ja; 2026: Ja; 2027: Nee
Er is een vast team.
  2025: Nee; 2026: Deels; 2027: Deels

Wat in een van de jaren niet bekend was ────────────────────────────────────────
Er is een eigen ruimte. (een wens)
  2025: Weet niet; 2026: Nee; 2027: Nee

Wat in een van de jaren niet is beantwoord ─────────────────────────────────────
Er is genoeg tijd.
  2025: Niet van toepassing; 2026: open; 2027: Ja

Vervallen, en niet vergeleken: oud-lokaal.
"""

YEARS_40 = """\
Lyceum Oost en Stichting Straatwerk
2025, 2026, 2027

Mensen  ▅▇▃
  2025  50 % (2 van 2)
  2026  75 % (2 van 2)  +25
  2027  25 % (2 van 2)  -50

Plek  ––█
  2025  – (0 van 0)
  2026  – (0 van 1)
  2027  100 % (1 van 1)

Alle factoren samen  ▅▇▅
  2025  50 % (2 van 2)
  2026  75 % (2 van 3)  +25
  2027  50 % (3 van 3)  -25

Tussen haakjes staat hoeveel factoren in
de score meetellen; bij minder dan 50 %
is er geen score.

Waar de antwoorden verschillen ─────────
Er is één aanspreekpunt.
  2025: Ja; 2026: Ja; 2027: Nee
Er is een vast team.
  2025: Nee; 2026: Deels; 2027: Deels

Wat in een van de jaren niet bekend was
Er is een eigen ruimte. (een wens)
  2025: Weet niet; 2026: Nee; 2027: Nee

Wat in een van de jaren niet is
beantwoord
Er is genoeg tijd.
  2025: Niet van toepassing; 2026: open;
  2027: Ja

Vervallen, en niet vergeleken:
oud-lokaal.
"""

ENGLISH_80 = """\
Lyceum Oost en Stichting Straatwerk
2025, 2026, 2027

People  ▅▇▃
  2025  50 % (2 of 2)
  2026  75 % (2 of 2)  +25
  2027  25 % (2 of 2)  -50

Place  ––█
  2025  – (0 of 0)
  2026  – (0 of 1)
  2027  100 % (1 of 1)

All factors together  ▅▇▅
  2025  50 % (2 of 2)
  2026  75 % (2 of 3)  +25
  2027  50 % (3 of 3)  -25

The number of factors behind a score stands in brackets; below 50 % of them
there is no score.

Where the answers differ ───────────────────────────────────────────────────────
There is one contact point.
  2025: Yes; 2026: Yes; 2027: No
There is a permanent team.
  2025: No; 2026: Partly; 2027: Partly

Where it was not known in one of the years ─────────────────────────────────────
There is a room of their own. (a wish)
  2025: Don't know; 2026: No; 2027: No

Where it was not answered in one of the years ──────────────────────────────────
There is enough time.
  2025: Not applicable; 2026: open; 2027: Yes

Retired, and not compared: oud-lokaal.
"""

PARTNERS_80 = """\
Lyceum Oost en Stichting Straatwerk
Niet gezegd, School, Samen

Mensen
  Niet gezegd  – (0 van 1)
  School       50 % (2 van 2)
  Samen        100 % (2 van 2)

Plek
  Niet gezegd  100 % (1 van 1)
  School       – (0 van 1)
  Samen        100 % (1 van 1)

Alle factoren samen
  Niet gezegd  100 % (1 van 2)
  School       50 % (2 van 3)
  Samen        100 % (3 van 3)

Tussen haakjes staat hoeveel factoren in de score meetellen; bij minder dan 50 %
is er geen score.

Waar de antwoorden verschillen ─────────────────────────────────────────────────
Er is een vast team.
  Niet gezegd: Niet van toepassing; School: Nee; Samen: Ja

Waar iemand het niet weet ──────────────────────────────────────────────────────
Er is één aanspreekpunt.
  Niet gezegd: Weet niet; School: Ja; Samen: Ja

Waar iemand niet heeft geantwoord ──────────────────────────────────────────────
Er is genoeg tijd.
  Niet gezegd: Ja; School: open; Samen: Ja

Waar alle antwoorden hetzelfde zijn ────────────────────────────────────────────
Ja
  • Er is een eigen ruimte. (een wens)
"""

PARTNERS_40 = """\
Lyceum Oost en Stichting Straatwerk
Niet gezegd, School, Samen

Mensen
  Niet gezegd  – (0 van 1)
  School       50 % (2 van 2)
  Samen        100 % (2 van 2)

Plek
  Niet gezegd  100 % (1 van 1)
  School       – (0 van 1)
  Samen        100 % (1 van 1)

Alle factoren samen
  Niet gezegd  100 % (1 van 2)
  School       50 % (2 van 3)
  Samen        100 % (3 van 3)

Tussen haakjes staat hoeveel factoren in
de score meetellen; bij minder dan 50 %
is er geen score.

Waar de antwoorden verschillen ─────────
Er is een vast team.
  Niet gezegd: Niet van toepassing;
  School: Nee; Samen: Ja

Waar iemand het niet weet ──────────────
Er is één aanspreekpunt.
  Niet gezegd: Weet niet; School: Ja;
  Samen: Ja

Waar iemand niet heeft geantwoord ──────
Er is genoeg tijd.
  Niet gezegd: Ja; School: open; Samen:
  Ja

Waar alle antwoorden hetzelfde zijn ────
Ja
  • Er is een eigen ruimte. (een wens)
"""


def printed(found: Comparison, width: int = 80, *, signs: Signs = UNICODE, colours: bool = False) -> str:
    return drawn(lambda console: print_comparison(console, signs, found), width, colours=colours)


@pytest.mark.parametrize(("width", "expected"), [(40, YEARS_40), (80, YEARS_80)])
def test_years_in_dutch(small: FactorSet, width: int, expected: str) -> None:
    assert printed(three_years(small), width) == expected


def test_years_in_english() -> None:
    language.activate("en")
    assert printed(three_years(examples.small("en"))) == ENGLISH_80


@pytest.mark.parametrize(("width", "expected"), [(40, PARTNERS_40), (80, PARTNERS_80)])
def test_partners_in_dutch(small: FactorSet, width: int, expected: str) -> None:
    assert printed(three_partners(small), width) == expected


def test_years_in_signs_that_every_terminal_has(small: FactorSet) -> None:
    ascii_only = str.maketrans("─–▃▅▇█", "--.:=#")
    assert printed(three_years(small), signs=ASCII) == YEARS_80.translate(ascii_only)


def test_colours_change_nothing_in_the_text(small: FactorSet) -> None:
    coloured = printed(three_years(small), colours=True)
    assert trimmed(re.sub(r"\x1b\[[\d;]*m", "", coloured)) == YEARS_80
    assert coloured != YEARS_80


def test_several_collaborations_are_headed_by_the_set(small: FactorSet) -> None:
    entries = [Entry(name, Evaluation(name, date(2026, 11, 23))) for name in ("Lyceum Oost", "West")]
    shown = printed(compared(small, Axis.COLLABORATION, entries))
    assert shown.startswith(
        "Kleine lijst\nLyceum Oost, West\n\nMensen\n  Lyceum Oost  – (0 van 2)\n  West         – (0 van 2)\n\n"
    )


def test_what_all_agree_on_is_short_whoever_they_are(small: FactorSet) -> None:
    first = evaluation({"team": partly(), "contact": "ja", "ruimte": "nvt", "tijd": "nee"})
    entries = [Entry("a.yaml", first), Entry("b.yaml", replace(first, date=date(2027, 11, 22)))]
    for axis in Axis:
        _scores, same = printed(compared(small, axis, entries)).split("Waar alle antwoorden hetzelfde zijn ─")
        assert same.lstrip("─") == AGREED


AGREED = """
Ja
  • Er is één aanspreekpunt.
Deels
  • Er is een vast team.
Nee
  • Er is genoeg tijd.
Niet van toepassing
  • Er is een eigen ruimte. (een wens)
"""


def test_what_is_the_same_in_other_words_is_not_said_to_be_the_same_answer(small: FactorSet) -> None:
    first = evaluation({"team": "ja", "contact": "ja", "ruimte": "ja", "tijd": "ja"})
    other = replace(first, answers={**first.answers, "team": partly("woont-dichtbij")}, date=date(2027, 11, 22))
    shown = printed(compared(small, Axis.DATE, [Entry("a.yaml", first), Entry("b.yaml", other)]))
    assert shown.endswith(
        "Waar de antwoorden verschillen en even zwaar tellen ────────────────────────────\n"
        "Er is een vast team.\n  2026: Ja; 2027: Deels\n"
        "\n"
        "Waar alle antwoorden hetzelfde zijn ────────────────────────────────────────────\n"
        "Ja\n  • Er is één aanspreekpunt.\n  • Er is een eigen ruimte. (een wens)\n  • Er is genoeg tijd.\n"
    )


@pytest.mark.parametrize(
    ("scores", "line", "ascii_line"),
    [
        ([], "", ""),
        ([None], "–", "-"),
        ([Fraction(0), Fraction(1)], "▁█", "_#"),
        ([Fraction(number, 8) for number in range(9)], "▁▂▃▄▅▆▇██", "__..:==##"),
        ([Fraction(1, 2), None, Fraction(999, 1000)], "▅–█", ":-#"),
    ],
)
def test_scores_are_a_row_of_small_columns(scores: list[Fraction | None], line: str, ascii_line: str) -> None:
    assert sparkline(scores, UNICODE) == line
    assert sparkline(scores, ASCII) == ascii_line


def test_text_from_a_file_is_shown_as_text(small: FactorSet) -> None:
    name = "Oost [/nope] \x1b[31mrood\x1b[0m \u202eom\u202c\nen [bold]"
    entries = [
        Entry("\x1b[2Jeen.yaml", Evaluation(name, date(2026, 1, 2)), retired=("\x1b]0;x\x07weg [b]",)),
        Entry("[red]twee.yaml", Evaluation(name, date(2026, 1, 2))),
    ]
    shown = printed(compared(small, Axis.DATE, entries))
    assert shown.startswith(
        "Oost [/nope] [31mrood[0m om en [bold]\n2026 (02-01-2026, [2Jeen.yaml), 2026 (02-01-2026, [red]twee.yaml)\n"
    )
    assert "  2026 (02-01-2026, [red]twee.yaml)  – (0 van 2)\n" in shown
    assert shown.endswith("\nVervallen, en niet vergeleken: ]0;xweg [b].\n")


@pytest.mark.parametrize("text", hostile.TEXTS)
def test_no_text_steers_a_terminal(small: FactorSet, text: str) -> None:
    entries = [Entry(text, hostile.poisoned_answers(text), retired=(text,)), Entry(text, evaluation({}))]
    for axis in Axis:
        shown = printed(compared(hostile.poisoned_set(small, text), axis, entries))
        assert all(visible(line) == line for line in shown.split("\n"))


TEXTS = st.text(alphabet="ab é東😀-.", min_size=1, max_size=120).filter(str.strip)


@settings(max_examples=60, deadline=None)
@given(data=st.data(), width=st.integers(40, 130), axis=st.sampled_from(Axis))
def test_no_line_is_wider_than_the_console(data: st.DataObject, width: int, axis: Axis) -> None:
    small = hostile.poisoned_set(examples.small(), data.draw(TEXTS))
    entries = [
        Entry(
            data.draw(TEXTS),
            replace(
                evaluation({factor.id: data.draw(answers_to(factor)) for factor in small.factors}),
                collaboration=data.draw(TEXTS),
                perspective="samen",
            ),
            retired=tuple(data.draw(st.lists(TEXTS, max_size=2))),
        )
        for _number in range(data.draw(st.integers(2, 4)))
    ]
    shown = printed(compared(small, axis, entries), width)
    assert [line for line in shown.splitlines() if cell_len(line) > width] == []
