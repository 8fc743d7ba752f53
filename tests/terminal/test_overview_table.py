"""Many evaluations summed up, as they are printed: whole texts, and no line wider than the console."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests import examples
from tests.domain.summing import filled_in, many_evaluations, overview_of
from tests.formats import hostile
from tests.formats.overviews import poisoned_overview
from tests.terminal.drawing import drawn, trimmed
from werkzaam import language
from werkzaam.domain.comparison import Axis
from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.overview import Overview
from werkzaam.terminal.console import ASCII, UNICODE, Signs
from werkzaam.terminal.overview_table import print_overview
from werkzaam.visible import visible

ALL_80 = """\
Kleine lijst

Alle evaluaties · 5 evaluaties ─────────────────────────────────────────────────
Hier zijn meerdere perspectieven samengenomen: Niet gezegd, School, Samen.
Categorie            Gemiddeld  Laagst  Hoogst  Met score
Mensen                    63 %    50 %    75 %    4 van 5
Plek                      50 %     0 %   100 %    3 van 5
Alle factoren samen       60 %    33 %    83 %    4 van 5

Wat het vaakst ontbreekt
• Vast team (Mensen): 2 van 4 (50 %)
• Deskundig team (Mensen): 2 van 4 (50 %)
• Eén aanspreekpunt (Mensen): 1 van 4 (25 %)

Elke evaluatie met een score telt in het gemiddelde even zwaar; een evaluatie
zonder score telt niet mee.
Een voorwaarde is geteld in de evaluaties die zeggen of ze op orde is. Wensen
blijven erbuiten.
"""

ENGLISH_80 = """\
Small list

All evaluations · 5 evaluations ────────────────────────────────────────────────
Several perspectives are taken together here: Not said, School, Together.
Category              Mean  Lowest  Highest  With a score
People                63 %    50 %     75 %        4 of 5
Place                 50 %     0 %    100 %        3 of 5
All factors together  60 %    33 %     83 %        4 of 5

What is missing most often
• Permanent team (People): 2 of 4 (50 %)
• Skilled team (People): 2 of 4 (50 %)
• One contact point (People): 1 of 4 (25 %)

Every evaluation with a score weighs the same in the mean; one without a score
stays out.
A condition is counted in the evaluations that say whether it is in place.
Wishes stay out.
"""

YEARS_40 = """\
Kleine lijst

2025 · 1 evaluatie ─────────────────────
Mensen
  gemiddeld 50 % (1 van 1)
  laagst 50 %, hoogst 50 %
Plek
  gemiddeld 50 % (1 van 1)
  laagst 50 %, hoogst 50 %
Alle factoren samen
  gemiddeld 50 % (1 van 1)
  laagst 50 %, hoogst 50 %

Wat het vaakst ontbreekt
• Vast team (Mensen): 1 van 1 (100 %)
• Deskundig team (Mensen): 1 van 1 (100
  %)

2026 · 4 evaluaties ────────────────────
Hier zijn meerdere perspectieven
samengenomen: Niet gezegd, School,
Samen.
Mensen
  gemiddeld 67 % (3 van 4)
  laagst 50 %, hoogst 75 %
Plek
  gemiddeld 50 % (2 van 4)
  laagst 0 %, hoogst 100 %
Alle factoren samen
  gemiddeld 64 % (3 van 4)
  laagst 33 %, hoogst 83 %

Wat het vaakst ontbreekt
• Vast team (Mensen): 1 van 3 (33 %)
• Deskundig team (Mensen): 1 van 3 (33
  %)
• Eén aanspreekpunt (Mensen): 1 van 3
  (33 %)

Elke evaluatie met een score telt in het
gemiddelde even zwaar; een evaluatie
zonder score telt niet mee.
Een voorwaarde is geteld in de
evaluaties die zeggen of ze op orde is.
Wensen blijven erbuiten.
"""

NAMES_80 = """\
Kleine lijst

Lyceum Noord · 1 evaluatie ─────────────────────────────────────────────────────
Categorie            Gemiddeld  Laagst  Hoogst  Met score
Mensen                    75 %    75 %    75 %    1 van 1
Plek                         –       –       –    0 van 1
Alle factoren samen       75 %    75 %    75 %    1 van 1

Wat het vaakst ontbreekt
• Vast team (Mensen): 1 van 1 (100 %)

Lyceum Oost · 2 evaluaties ─────────────────────────────────────────────────────
Hier zijn meerdere perspectieven samengenomen: School, Samen.
Categorie            Gemiddeld  Laagst  Hoogst  Met score
Mensen                    63 %    50 %    75 %    2 van 2
Plek                      75 %    50 %   100 %    2 van 2
Alle factoren samen       67 %    50 %    83 %    2 van 2

Wat het vaakst ontbreekt
• Deskundig team (Mensen): 2 van 2 (100 %)
• Vast team (Mensen): 1 van 2 (50 %)

Lyceum West · 2 evaluaties ─────────────────────────────────────────────────────
Hier zijn meerdere perspectieven samengenomen: Niet gezegd, Samen.
Categorie            Gemiddeld  Laagst  Hoogst  Met score
Mensen                    50 %    50 %    50 %    1 van 2
Plek                       0 %     0 %     0 %    1 van 2
Alle factoren samen       33 %    33 %    33 %    1 van 2

Wat het vaakst ontbreekt
• Eén aanspreekpunt (Mensen): 1 van 1 (100 %)

Elke evaluatie met een score telt in het gemiddelde even zwaar; een evaluatie
zonder score telt niet mee.
Een voorwaarde is geteld in de evaluaties die zeggen of ze op orde is. Wensen
blijven erbuiten.
"""

NOTHING_40 = """\
Kleine lijst

Alle evaluaties · 0 evaluaties ─────────
Mensen
  gemiddeld – (0 van 0)
Plek
  gemiddeld – (0 van 0)
Alle factoren samen
  gemiddeld – (0 van 0)

Elke evaluatie met een score telt in het
gemiddelde even zwaar; een evaluatie
zonder score telt niet mee.
Een voorwaarde is geteld in de
evaluaties die zeggen of ze op orde is.
Wensen blijven erbuiten.
"""


def printed(found: Overview, width: int = 80, *, signs: Signs = UNICODE, colours: bool = False) -> str:
    return drawn(lambda console: print_overview(console, signs, found), width, colours=colours)


def test_all_evaluations_in_dutch(small: FactorSet) -> None:
    assert printed(overview_of(small)) == ALL_80


def test_all_evaluations_in_english() -> None:
    language.activate("en")
    assert printed(overview_of(examples.small("en"))) == ENGLISH_80


def test_collaborations(small: FactorSet) -> None:
    assert printed(overview_of(small, Axis.COLLABORATION)) == NAMES_80


def test_years_where_a_table_does_not_fit(small: FactorSet) -> None:
    assert printed(overview_of(small, Axis.DATE), 40) == YEARS_40


def test_nothing_is_said_to_be_nothing(small: FactorSet) -> None:
    assert printed(overview_of(small, None, []), 40) == NOTHING_40
    assert printed(overview_of(small, Axis.DATE, []), 40).startswith("Kleine lijst\n0 evaluaties\n\nElke evaluatie")


@pytest.mark.parametrize("width", [40, 80])
def test_signs_that_every_terminal_has(small: FactorSet, width: int) -> None:
    for found in (overview_of(small), overview_of(small, Axis.PERSPECTIVE)):
        shown = printed(found, width, signs=ASCII)
        assert shown == printed(found, width).translate(str.maketrans("·─•–", "|---"))


def test_colours_change_nothing_in_the_text(small: FactorSet) -> None:
    coloured = printed(overview_of(small), colours=True)
    assert trimmed(re.sub(r"\x1b\[[\d;]*m", "", coloured)) == ALL_80
    assert coloured != ALL_80


@pytest.mark.parametrize("signs", [UNICODE, ASCII])
def test_a_long_name_is_whole_and_the_number_behind_it_too(small: FactorSet, signs: Signs) -> None:
    name = "Lyceum Oost en Stichting Straatwerk van het Noordoosten"
    shown = printed(overview_of(small, Axis.COLLABORATION, [filled_in(name, 2026, None)]), 40, signs=signs)
    heading = shown.splitlines()[2:4]
    assert " ".join(heading) == f"{name}{signs.between}1 evaluatie"


def test_no_more_than_ten_conditions_are_shown(built_in: FactorSet) -> None:
    nothing = {factor.id: "nee" for factor in built_in.factors}
    shown = printed(overview_of(built_in, None, [filled_in("Oost", 2026, None, nothing)]))
    assert shown.count("•") == 10


# --- text -------------------------------------------------------------------------------------------------------


def test_text_from_a_file_is_shown_as_text(small: FactorSet) -> None:
    name = "Oost [/nope] \x1b[31mrood\x1b[0m \u202eom\u202c\nen [bold] :warning:"
    shown = printed(overview_of(small, Axis.COLLABORATION, [filled_in(name, 2026, None)]))
    assert "\nOost [/nope] [31mrood[0m om en [bold] :warning: · 1 evaluatie ───" in shown


@pytest.mark.parametrize("text", hostile.TEXTS)
def test_no_text_steers_a_terminal(text: str) -> None:
    for by in (None, Axis.PERSPECTIVE, Axis.COLLABORATION):
        shown = printed(poisoned_overview(text, by))
        assert all(visible(line) == line for line in shown.split("\n"))


TEXTS = st.text(alphabet="ab é東😀-.", min_size=1, max_size=120).filter(str.strip)


@given(
    text=TEXTS, width=st.integers(40, 130), by=st.sampled_from([None, *Axis]), signs=st.sampled_from([UNICODE, ASCII])
)
def test_no_line_is_wider_than_the_console(text: str, width: int, by: Axis | None, signs: Signs) -> None:
    shown = printed(poisoned_overview(text, by), width, signs=signs)
    assert [line for line in shown.splitlines() if cell_len(line) > width] == []


@given(many=many_evaluations(), width=st.integers(40, 130), by=st.sampled_from([None, *Axis]))
def test_every_figure_is_there_at_any_width(
    many: tuple[FactorSet, list[Evaluation]], width: int, by: Axis | None
) -> None:
    found = overview_of(many[0], by, many[1])
    shown = " ".join(printed(found, width).split())
    for group in found.groups:
        for _category, scores in group.categories:
            assert f"{scores.n} van {group.n}" in shown
