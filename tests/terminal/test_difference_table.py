"""What changed, as it is printed: whole texts, and no line wider than the console."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests import examples
from tests.domain.building import answered_sets, answers_to, evaluation
from tests.formats import hostile
from tests.formats.test_difference_json import small_difference
from tests.terminal.drawing import drawn, trimmed
from werkzaam import language
from werkzaam.domain.difference import Difference, difference
from werkzaam.domain.evaluation import Action, Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.terminal.console import ASCII, UNICODE, Signs
from werkzaam.terminal.difference_table import print_difference
from werkzaam.visible import visible

TODAY = date(2027, 11, 24)

DUTCH_80 = """\
Lyceum Oost en Stichting Straatwerk
Van 23-11-2026, Samen naar 22-11-2027, School

Categorie                       Was           Is nu  Verschil
Mensen               75 % (2 van 2)  75 % (2 van 2)         =
Plek                    – (0 van 1)   0 % (1 van 1)
Alle factoren samen  75 % (2 van 3)  50 % (3 van 3)       -25

Wat er anders is beantwoord ────────────────────────────────────────────────────
Mensen
  Er is een vast team.
    Nog steeds Deels
    Nu op orde: Deskundig team
    Ontbreekt nu: Vast team
    Notitie was: Sinds maart zijn er twee mensen.
    Notitie is nu: Eerst dit.
    Dan dat.
Plek
  Er is een eigen ruimte. (een wens)
    Nee, nu Deels
    Nu op orde: Eigen ruimte
  Er is genoeg tijd.
    open, nu Nee

Wat er van de afspraken is geworden ────────────────────────────────────────────
• gedaan: Ook op donderdag (jongerenwerk)
• weer open: Een sleutel (school, uiterlijk 01-03-2026, over tijd)
• veranderd: Overleg (gemeente, uiterlijk 23-11-2026, over tijd)
• nog open: Gewoon doen
• nieuw: Een klok
• staat er niet meer: Een bord (uiterlijk 01-03-2026, over tijd)

Vervallen, en niet vergeleken: oud-lokaal.
"""

DUTCH_40 = """\
Lyceum Oost en Stichting Straatwerk
Van 23-11-2026, Samen naar 22-11-2027,
School

Mensen
  75 % (2 van 2)  75 % (2 van 2)  =
Plek
  – (0 van 1)  0 % (1 van 1)
Alle factoren samen
  75 % (2 van 3)  50 % (3 van 3)  -25

Wat er anders is beantwoord ────────────
Mensen
  Er is een vast team.
    Nog steeds Deels
    Nu op orde: Deskundig team
    Ontbreekt nu: Vast team
    Notitie was: Sinds maart zijn er
    twee mensen.
    Notitie is nu: Eerst dit.
    Dan dat.
Plek
  Er is een eigen ruimte. (een wens)
    Nee, nu Deels
    Nu op orde: Eigen ruimte
  Er is genoeg tijd.
    open, nu Nee

Wat er van de afspraken is geworden ────
• gedaan: Ook op donderdag
  (jongerenwerk)
• weer open: Een sleutel (school,
  uiterlijk 01-03-2026, over tijd)
• veranderd: Overleg (gemeente,
  uiterlijk 23-11-2026, over tijd)
• nog open: Gewoon doen
• nieuw: Een klok
• staat er niet meer: Een bord
  (uiterlijk 01-03-2026, over tijd)

Vervallen, en niet vergeleken:
oud-lokaal.
"""

ENGLISH_80 = """\
Lyceum Oost en Stichting Straatwerk
From 2026-11-23, Together to 2027-11-22, School

Category                        Was             Is  Change
People                75 % (2 of 2)  75 % (2 of 2)       =
Place                    – (0 of 1)   0 % (1 of 1)
All factors together  75 % (2 of 3)  50 % (3 of 3)     -25

What is answered otherwise ─────────────────────────────────────────────────────
People
  There is a permanent team.
    Still Partly
    In place now: Skilled team
    Missing now: Permanent team
    Note was: Sinds maart zijn er twee mensen.
    Note is: Eerst dit.
    Dan dat.
Place
  There is a room of their own. (a wish)
    No, now Partly
    In place now: Own room
  There is enough time.
    open, now No

What became of what was agreed ─────────────────────────────────────────────────
• done since: Ook op donderdag (jongerenwerk)
• open again: Een sleutel (school, by 2026-03-01, overdue)
• changed: Overleg (gemeente, by 2026-11-23, overdue)
• still open: Gewoon doen
• new: Een klok
• no longer there: Een bord (by 2026-03-01, overdue)

Retired, and not compared: oud-lokaal.
"""

NOTHING = """\
Kleine lijst
Van niets naar niets

Categorie                    Was        Is nu  Verschil
Mensen               – (0 van 2)  – (0 van 2)
Plek                 – (0 van 1)  – (0 van 1)
Alle factoren samen  – (0 van 3)  – (0 van 3)

Wat er anders is beantwoord ────────────────────────────────────────────────────
Niets.
"""


def printed(found: Difference, width: int = 80, *, signs: Signs = UNICODE, colours: bool = False) -> str:
    return drawn(lambda console: print_difference(console, signs, found), width, colours=colours)


@pytest.mark.parametrize(("width", "expected"), [(40, DUTCH_40), (80, DUTCH_80)])
def test_a_difference_in_dutch(small: FactorSet, width: int, expected: str) -> None:
    assert printed(small_difference(small), width) == expected


def test_a_difference_in_english() -> None:
    language.activate("en")
    assert printed(small_difference(examples.small("en"))) == ENGLISH_80


def test_a_difference_in_signs_that_every_terminal_has(small: FactorSet) -> None:
    ascii_only = str.maketrans("•─–", "---")
    assert printed(small_difference(small), signs=ASCII) == DUTCH_80.translate(ascii_only)


def test_colours_change_nothing_in_the_text(small: FactorSet) -> None:
    coloured = printed(small_difference(small), colours=True)
    assert trimmed(re.sub(r"\x1b\[[\d;]*m", "", coloured)) == DUTCH_80
    assert coloured != DUTCH_80


def test_where_there_is_no_evaluation_at_all_the_set_gives_its_name(small: FactorSet) -> None:
    assert printed(difference(small, None, None)) == NOTHING


def test_two_collaborations_stand_below_each_other(small: FactorSet) -> None:
    found = difference(small, Evaluation("Oost", TODAY), Evaluation("West", date(2028, 1, 2), "school"))
    assert printed(found).startswith("Oost\nWest\nVan 24-11-2027 naar 02-01-2028, School\n")


def test_text_from_a_file_is_shown_as_text(small: FactorSet) -> None:
    old = Evaluation(
        "Oost [/nope] \x1b[31mrood\x1b[0m \u202eom\u202c",
        date(2026, 1, 2),
        None,
        None,
        {"team": Answer("ja", (), "Een\nTwee :warning: [bold]\x9b2J")},
        (Action("Ook op donderdag [link=x]\n\x1b[2Jen vrijdag", owner="jongeren\u2066werk"),),
    )
    shown = printed(difference(small, old, replace(old, answers={}, actions=()), retired=["\x1b]0;x\x07weg [b]"]))
    assert shown.startswith("Oost [/nope] [31mrood[0m om\nVan 02-01-2026 naar 02-01-2026\n")
    assert "    Ja, nu open\n    Notitie was: Een\n    Twee :warning: [bold]2J\n" in shown
    assert "• staat er niet meer: Ook op donderdag [link=x] [2Jen vrijdag (jongerenwerk)\n" in shown
    assert shown.endswith("\nVervallen, en niet vergeleken: ]0;xweg [b].\n")


@pytest.mark.parametrize("text", hostile.TEXTS)
def test_no_text_steers_a_terminal(small: FactorSet, text: str) -> None:
    found = difference(
        hostile.poisoned_set(small, text), None, hostile.poisoned_answers(text), retired=[text], added=["contact"]
    )
    shown = printed(found)
    assert all(visible(line) == line for line in shown.split("\n"))


# --- width ------------------------------------------------------------------------------------------------------

TEXTS = st.text(alphabet="ab é東😀-.", min_size=1, max_size=120).filter(str.strip)


@settings(max_examples=60, deadline=None)
@given(data=st.data(), width=st.integers(40, 130))
def test_no_line_is_wider_than_the_console(data: st.DataObject, width: int) -> None:
    small = hostile.poisoned_set(examples.small(), data.draw(TEXTS))

    def drawn_evaluation() -> Evaluation:
        given_answers = {
            factor.id: replace(data.draw(answers_to(factor)), note=data.draw(TEXTS)) for factor in small.factors
        }
        actions = (Action(data.draw(TEXTS), due=date(2027, 1, 1)),)
        return Evaluation(data.draw(TEXTS), TODAY, "samen", data.draw(TEXTS), given_answers, actions)

    retired = data.draw(st.lists(TEXTS, max_size=2))
    found = difference(small, drawn_evaluation(), drawn_evaluation(), retired=retired)
    assert [line for line in printed(found, width).splitlines() if cell_len(line) > width] == []


def test_figures_that_do_not_fit_on_a_line_stay_under_their_category(built_in: FactorSet) -> None:
    old, new = (evaluation(dict.fromkeys(built_in.factor_by_id, answer)) for answer in ("nee", "ja"))
    shown = printed(difference(built_in, old, new), 40)
    assert "\nAlle factoren samen\n  0 % (18 van 18)  100 % (18 van 18)\n  +100\n\n" in shown


@pytest.mark.parametrize("width", [40, 80])
def test_every_word_of_the_built_in_set_stays_whole(built_in: FactorSet, width: int) -> None:
    old, new = (evaluation(dict.fromkeys(built_in.factor_by_id, answer)) for answer in ("nee", "ja"))
    shown = printed(difference(built_in, old, new), width)
    words = {word for factor in built_in.factors for text in (factor.text, *(item.text for item in factor.conditions))
             for word in text.replace(",", "").split()}  # fmt: skip
    assert words - set(shown.replace(",", "").split()) == set()
    assert max(map(cell_len, shown.splitlines())) <= width


@given(answered=answered_sets())
def test_every_answer_that_is_new_is_told(answered: tuple[FactorSet, Evaluation]) -> None:
    factor_set, new = answered
    shown = [
        line for line in printed(difference(factor_set, None, new)).splitlines() if line.startswith("    open, nu ")
    ]
    given_answers = [(item, new.answer(item.id).option) for item in factor_set.factors]
    assert shown == [f"    open, nu {item.option(option).name}" for item, option in given_answers if option]
