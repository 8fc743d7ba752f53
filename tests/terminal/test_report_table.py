"""The printed report, as whole texts: scores, what is missing, wishes, what is not known, what was agreed."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests import examples
from tests.domain.building import answers_to, evaluation
from tests.terminal.drawing import drawn, trimmed
from werkzaam import language
from werkzaam.domain.evaluation import Action, ActionStatus, Answer, Evaluation
from werkzaam.domain.factor_set import Category, FactorSet
from werkzaam.domain.report import report
from werkzaam.files import answers, reading
from werkzaam.terminal.console import ASCII, UNICODE, Signs
from werkzaam.terminal.report_table import print_report

TODAY = date(2026, 11, 23)

DUTCH_80 = """\
Lyceum Oost en Stichting Straatwerk
23-11-2026 · Samen · Kleine lijst

Categorie            Score                        Voorwaarden op orde
Mensen               ████████░░  75 %  (2 van 2)  3 van 4
Ja: 1, Deels: 1

Plek                 ░░░░░░░░░░     –  (0 van 1)  0 van 2
Nee: 1, open: 1

Alle factoren samen  ████████░░  75 %  (2 van 3)  3 van 6
Ja: 1, Deels: 1, Nee: 1, open: 1

Tussen haakjes staat hoeveel factoren in de score meetellen; bij minder dan 50 %
is er geen score.

Wat er ontbreekt ───────────────────────────────────────────────────────────────
Mensen
  Er is een vast team. [Deels]
    ✗ Deskundig team
    Notitie: Sinds maart zijn er twee mensen.

Wensen: die verlagen de score niet ─────────────────────────────────────────────
Plek
  Er is een eigen ruimte. [Nee]
    ✗ Eigen ruimte
    ✗ Centrale ruimte

Nog open ───────────────────────────────────────────────────────────────────────
• Er is genoeg tijd.
"""

DUTCH_40 = """\
Lyceum Oost en Stichting Straatwerk
23-11-2026 · Samen · Kleine lijst

Mensen
████████░░  75 %  (2 van 2)
Ja: 1, Deels: 1
Voorwaarden op orde: 3 van 4

Plek
░░░░░░░░░░     –  (0 van 1)
Nee: 1, open: 1
Voorwaarden op orde: 0 van 2

Alle factoren samen
████████░░  75 %  (2 van 3)
Ja: 1, Deels: 1, Nee: 1, open: 1
Voorwaarden op orde: 3 van 6

Tussen haakjes staat hoeveel factoren in
de score meetellen; bij minder dan 50 %
is er geen score.

Wat er ontbreekt ───────────────────────
Mensen
  Er is een vast team. [Deels]
    ✗ Deskundig team
    Notitie: Sinds maart zijn er twee
    mensen.

Wensen: die verlagen de score niet ─────
Plek
  Er is een eigen ruimte. [Nee]
    ✗ Eigen ruimte
    ✗ Centrale ruimte

Nog open ───────────────────────────────
• Er is genoeg tijd.
"""

ENGLISH_80 = """\
Lyceum Oost en Stichting Straatwerk
2026-11-23 · Together · Small list

Category              Score                       Conditions in place
People                ████████░░  75 %  (2 of 2)  3 of 4
Yes: 1, Partly: 1

Place                 ░░░░░░░░░░     –  (0 of 1)  0 of 2
No: 1, open: 1

All factors together  ████████░░  75 %  (2 of 3)  3 of 6
Yes: 1, Partly: 1, No: 1, open: 1

The number of factors behind a score stands in brackets; below 50 % of them
there is no score.

What is missing ────────────────────────────────────────────────────────────────
People
  There is a permanent team. [Partly]
    ✗ Skilled team
    Note: Sinds maart zijn er twee mensen.

Wishes: they lower no score ────────────────────────────────────────────────────
Place
  There is a room of their own. [No]
    ✗ Own room
    ✗ Central room

Still open ─────────────────────────────────────────────────────────────────────
• There is enough time.
"""

DUTCH_120 = (
    re.sub("─+", lambda rule: rule.group() + "─" * 40, DUTCH_80)
    .replace("bij minder dan 50 %\nis er geen score.", "bij minder dan 50 % is er geen score.")
)  # fmt: skip
"""Wider, only the rules and the one long line change: short texts stay together."""

WITHOUT_CONDITIONS_80 = """\
Lyceum Oost
23-11-2026 · Another scale

Categorie            Score                        Voorwaarden op orde
All of it            ███████░░░  67 %  (3 van 3)
1: 1, 3: 1, Done: 1

Alle factoren samen  ███████░░░  67 %  (3 van 3)
1: 1, 3: 1, Done: 1

Tussen haakjes staat hoeveel factoren in de score meetellen; bij minder dan 50 %
is er geen score.

Wat er ontbreekt ───────────────────────────────────────────────────────────────
All of it
  The first thing. [3]
  The second thing. [1]
"""

WITHOUT_CONDITIONS_40 = """\
Lyceum Oost
23-11-2026 · Another scale

All of it
███████░░░  67 %  (3 van 3)
1: 1, 3: 1, Done: 1

Alle factoren samen
███████░░░  67 %  (3 van 3)
1: 1, 3: 1, Done: 1

Tussen haakjes staat hoeveel factoren in
de score meetellen; bij minder dan 50 %
is er geen score.

Wat er ontbreekt ───────────────────────
All of it
  The first thing. [3]
  The second thing. [1]
"""

NOTHING_MISSING = """\
Lyceum Oost
23-11-2026 · Kleine lijst

Categorie            Score                        Voorwaarden op orde
Mensen               ██████████ 100 %  (2 van 2)  4 van 4
Ja: 2

Plek                 ██████████ 100 %  (1 van 1)  2 van 2
Ja: 2

Alle factoren samen  ██████████ 100 %  (3 van 3)  6 van 6
Ja: 4

Tussen haakjes staat hoeveel factoren in de score meetellen; bij minder dan 50 %
is er geen score.

Wat er ontbreekt ───────────────────────────────────────────────────────────────
Er is niets bekend dat ontbreekt.
"""

HOSTILE = """\
Oost [/nope] [31mrood[0m om
02-01-2026 · School · Kleine lijst
Eerste regel [bold]
tweede ]0;x regel

Categorie            Score                        Voorwaarden op orde
Mensen               █████░░░░░  50 %  (1 van 2)  0 van 4
Deels: 1, Weet niet: 1, voorwaarden onbekend: 4

Plek                 ░░░░░░░░░░     –  (0 van 1)  0 van 2
Weet niet: 1, open: 1, voorwaarden onbekend: 2

Alle factoren samen  ░░░░░░░░░░     –  (1 van 3)  0 van 6
Deels: 1, Weet niet: 2, open: 1, voorwaarden onbekend: 6

Tussen haakjes staat hoeveel factoren in de score meetellen; bij minder dan 50 %
is er geen score.

Wat er ontbreekt ───────────────────────────────────────────────────────────────
Mensen
  Er is een vast team. [Deels]
    Welke voorwaarden ontbreken is niet genoemd.
    Notitie: Een
    Twee :warning:

Wat nog niemand weet ───────────────────────────────────────────────────────────
• Er is één aanspreekpunt.
  Notitie: Navragen [/]
• Er is een eigen ruimte. (een wens)

Nog open ───────────────────────────────────────────────────────────────────────
• Er is genoeg tijd.
  Notitie: Geen idee

Afgesproken ────────────────────────────────────────────────────────────────────
• Ook op donderdag [link=x] [2Jen vrijdag (jongerenwerk)
"""

ON_ANOTHER_SCALE = evaluation({"first": "3", "second": "1", "third": "done"})

ACTIONS = """\
Afgesproken ────────────────────────────────────────────────────────────────────
• Ook op donderdag (jongerenwerk, uiterlijk 22-11-2026, over tijd)
• Overleg (uiterlijk 23-11-2026)
• Een sleutel (school, uiterlijk 01-03-2026, gedaan)
• Een bord (uiterlijk 01-03-2026, vervallen)
• Gewoon doen
"""

ACTIONS_40 = """\
Afgesproken ────────────────────────────
• Ook op donderdag (jongerenwerk,
  uiterlijk 22-11-2026, over tijd)
• Overleg (uiterlijk 23-11-2026)
• Een sleutel (school, uiterlijk
  01-03-2026, gedaan)
• Een bord (uiterlijk 01-03-2026,
  vervallen)
• Gewoon doen
"""


def printed(
    factor_set: FactorSet, found: Evaluation, width: int = 80, *, signs: Signs = UNICODE, colours: bool = False
) -> str:
    whole = report(factor_set, found)
    return drawn(lambda console: print_report(console, signs, whole, TODAY), width, colours=colours)


def small_answers(factor_set: FactorSet) -> Evaluation:
    return answers.read(reading.Source("klein.yaml", examples.SMALL_ANSWERS), factor_set).evaluation


# --- whole reports ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("width", "expected"),
    [(40, DUTCH_40), (80, DUTCH_80), (120, DUTCH_120)],
)
def test_a_report_in_dutch(small: FactorSet, width: int, expected: str) -> None:
    assert printed(small, small_answers(small), width) == expected


def test_a_report_in_english() -> None:
    language.activate("en")
    english = examples.small("en")
    assert printed(english, small_answers(english)) == ENGLISH_80


def test_a_report_in_signs_that_every_terminal_has(small: FactorSet) -> None:
    ascii_only = str.maketrans("█░•✗·─–", "#.-x|--")
    assert printed(small, small_answers(small), signs=ASCII) == DUTCH_80.translate(ascii_only)


def test_a_report_on_another_scale() -> None:
    assert printed(examples.other_scale(), ON_ANOTHER_SCALE) == WITHOUT_CONDITIONS_80


def test_a_set_without_conditions_prints_no_line_about_them_where_there_is_no_table() -> None:
    assert printed(examples.other_scale(), ON_ANOTHER_SCALE, 40) == WITHOUT_CONDITIONS_40


def test_a_report_says_when_nothing_is_known_to_be_missing(small: FactorSet) -> None:
    assert printed(small, evaluation(dict.fromkeys(("team", "contact", "ruimte", "tijd"), "ja"))) == NOTHING_MISSING


def test_a_note_on_what_is_in_place_is_shown_with_its_answer(small: FactorSet) -> None:
    text = printed(small, evaluation({"team": Answer("ja", note="Sinds maart.\nMet twee mensen."), "tijd": "ja"}))
    assert (
        "Verder genoteerd ───────────────────────────────────────────────────────────────\n"
        "• Er is een vast team. [Ja]\n"
        "  Notitie: Sinds maart.\n"
        "  Met twee mensen.\n"
    ) in text


def test_text_from_a_file_is_shown_as_text(small: FactorSet) -> None:
    hostile = Evaluation(
        "Oost [/nope] \x1b[31mrood\x1b[0m \u202eom\u202c",
        date(2026, 1, 2),
        "school",
        "Eerste regel [bold]\r\ntweede \x1b]0;x\x07 regel",
        {
            "team": Answer("deels", (), "Een\nTwee :warning:"),
            "contact": Answer("weet-niet", (), "Navragen [/]"),
            "ruimte": Answer("weet-niet"),
            "tijd": Answer(None, (), "Geen\x07 idee"),
        },
        (Action("Ook op donderdag [link=x]\n\x1b[2Jen vrijdag", owner="jongeren\u2066werk"),),
    )
    assert printed(small, hostile) == HOSTILE


@pytest.mark.parametrize(("width", "expected"), [(80, ACTIONS), (40, ACTIONS_40)])
def test_actions_say_who_and_when_and_what_became_of_them(small: FactorSet, width: int, expected: str) -> None:
    agreed = replace(
        small_answers(small),
        actions=(
            Action("Ook op donderdag", "team", "jongerenwerk", date(2026, 11, 22)),
            Action("Overleg", "tijd", None, TODAY),
            Action("Een sleutel", "ruimte", "school", date(2026, 3, 1), ActionStatus.DONE),
            Action("Een bord", None, None, date(2026, 3, 1), ActionStatus.DROPPED),
            Action("Gewoon doen"),
        ),
    )
    before = {40: DUTCH_40, 80: DUTCH_80}[width]
    assert printed(small, agreed, width) == f"{before}\n{expected}"


# --- colours ----------------------------------------------------------------------------------------------------


def test_colours_change_nothing_in_the_text(small: FactorSet) -> None:
    coloured = printed(small, small_answers(small), colours=True)
    assert trimmed(re.sub(r"\x1b\[[\d;]*m", "", coloured)) == DUTCH_80
    assert coloured != DUTCH_80


@pytest.mark.parametrize(
    ("answered", "bar"),
    [
        ({"team": "ja", "contact": "ja", "tijd": "ja"}, "\x1b[38;5;28m██████████\x1b[0m \x1b[1m100 %\x1b[0m"),
        ({"team": "ja", "contact": "deels", "tijd": "ja"}, "\x1b[38;5;28m████████\x1b[0m░░ \x1b[1m 83 %\x1b[0m"),
        ({"team": "ja", "contact": "deels", "tijd": "nee"}, "\x1b[38;5;136m█████\x1b[0m░░░░░ \x1b[1m 50 %\x1b[0m"),
        ({"team": "ja", "contact": "nee", "tijd": "nee"}, "\x1b[38;5;196m███\x1b[0m░░░░░░░ \x1b[1m 33 %\x1b[0m"),
        ({"team": "nee", "contact": "nee", "tijd": "nee"}, "░░░░░░░░░░ \x1b[1m  0 %\x1b[0m"),
        ({}, "░░░░░░░░░░ \x1b[1m    –\x1b[0m"),
    ],
)
def test_a_bar_has_the_colour_of_its_band(small: FactorSet, answered: dict[str, Answer | str], bar: str) -> None:
    total = next(
        line
        for line in printed(small, evaluation(answered), colours=True).splitlines()
        if line.startswith("\x1b[1mAlle factoren samen")
    )
    assert bar in total


def test_a_set_without_bands_has_no_colours() -> None:
    other = examples.other_scale()
    coloured = printed(other, ON_ANOTHER_SCALE, colours=True)
    assert set(re.findall(r"\x1b\[([\d;]*)m", coloured)) == {"0", "1"}  # bold and its end


# --- width ------------------------------------------------------------------------------------------------------

TEXTS = st.text(alphabet="ab é東😀-.", min_size=1, max_size=120).filter(str.strip)


@settings(max_examples=60, deadline=None)
@given(data=st.data(), width=st.integers(40, 130))
def test_no_line_is_wider_than_the_console(data: st.DataObject, width: int) -> None:
    small = examples.small()

    def renamed(category: Category) -> Category:
        factors = tuple(
            replace(
                factor,
                text=data.draw(TEXTS),
                conditions=tuple(replace(condition, text=data.draw(TEXTS)) for condition in factor.conditions),
            )
            for factor in category.factors
        )
        return replace(category, name=data.draw(TEXTS), factors=factors)

    other = replace(small, title=data.draw(TEXTS), categories=tuple(map(renamed, small.categories)))
    given_answers = {
        factor.id: replace(data.draw(answers_to(factor)), note=data.draw(TEXTS)) for factor in other.factors
    }
    found = Evaluation(
        data.draw(TEXTS), TODAY, "samen", data.draw(TEXTS), given_answers, (Action(data.draw(TEXTS), due=TODAY),)
    )
    lines = printed(other, found, width).splitlines()
    assert [line for line in lines if cell_len(line) > width] == []


@settings(max_examples=30, deadline=None)
@given(width=st.integers(40, 200))
def test_every_word_of_the_built_in_set_stays_whole_at_every_width(width: int) -> None:
    built_in = BUILT_IN
    nothing = evaluation({factor.id: "nee" for factor in built_in.factors})
    shown = printed(built_in, nothing, width)
    words = {word for factor in built_in.factors for text in (factor.text, *(c.text for c in factor.conditions))
             for word in text.split()}  # fmt: skip
    assert words - set(shown.split()) == set()


BUILT_IN = examples.built_in()
