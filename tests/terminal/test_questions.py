from dataclasses import replace

import pytest

from tests.domain.building import partly
from tests.terminal.drawing import console, drawn
from werkzaam.domain.asides import Aside, Asides
from werkzaam.domain.evaluation import OPEN, Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.questionnaire import FactorQuestion
from werkzaam.terminal.console import ASCII, UNICODE
from werkzaam.terminal.questions import VIEWS, Conditions, View, fitting_view, left_out, place, question_block


def question(factor_set: FactorSet, factor_id: str, answer: Answer = OPEN) -> FactorQuestion:
    factor = factor_set.factor_by_id[factor_id]
    number = factor_set.factors.index(factor) + 1
    return FactorQuestion(number, len(factor_set.factors), factor_set.category_of[factor_id], factor, answer)


def test_the_place_is_told_in_a_few_characters(small: FactorSet) -> None:
    assert place(question(small, "ruimte")) == "3/4"


OPEN_TEAM = """\
1/4 · Mensen ───────────────────────────
Er is een vast team.
  • Het team is vast.
  • Deskundig team
  • Team uit de wijk (een wens)
"""

ANSWERED_ROOM = """\
3/4 | Plek -----------------------------
Er is een eigen ruimte.
Dit is een wens: die telt niet mee in de
score.
  - Eigen ruimte
  - Centrale ruimte
Nu: Deels; ontbreekt: Eigen ruimte
Notitie: Op maandag [bezet].
Op dinsdag vrij.
"""

BARE = """\
4/4 · Plek ─────────────────────────────
Er is genoeg tijd.
"""


def test_an_open_question_shows_its_conditions_in_full(small: FactorSet) -> None:
    block = question_block(question(small, "team"), UNICODE, View())
    assert drawn(lambda on: on.print(block), 40) == OPEN_TEAM


def test_a_question_shows_short_texts_where_that_is_asked(small: FactorSet) -> None:
    block = question_block(question(small, "team"), UNICODE, View(Conditions.SHORT))
    assert drawn(lambda on: on.print(block), 40) == OPEN_TEAM.replace("Het team is vast.", "Vast team")


def test_a_question_shows_what_was_said_before(small: FactorSet) -> None:
    answer = Answer("deels", ("is-eigen",), "Op maandag [bezet].\r\nOp \x1bdinsdag vrij.")
    block = question_block(question(small, "ruimte", answer), ASCII, View())
    assert drawn(lambda on: on.print(block), 40) == ANSWERED_ROOM


def test_a_question_without_conditions_is_only_its_text(small: FactorSet) -> None:
    block = question_block(question(small, "tijd"), UNICODE, View())
    assert drawn(lambda on: on.print(block), 40) == BARE


@pytest.mark.parametrize(("rows", "complete"), [(5, True), (6, True), (4, False), (0, False)])
def test_whole_statements_are_shown_where_they_fit(small: FactorSet, rows: int, *, complete: bool) -> None:
    on, stream = console(40)
    view = fitting_view(question(small, "team"), on, UNICODE, rows)
    assert view == View(Conditions.WHOLE if complete else Conditions.SHORT)
    assert stream.getvalue() == ""


ANSWERED_TEAM = """\
1/4 · Mensen ───────────────────────────
Er is een vast team.
3 voorwaarden: ? toont ze
Nu: Deels; ontbreekt: Vast team
"""


@pytest.mark.parametrize(("rows", "conditions"), [(7, True), (6, True), (5, False), (0, False)])
def test_conditions_make_room_for_what_was_said_before(small: FactorSet, rows: int, *, conditions: bool) -> None:
    answered = question(small, "team", partly("is-vast"))
    view = fitting_view(answered, console(40)[0], UNICODE, rows)
    shown = drawn(lambda on: on.print(question_block(answered, UNICODE, view)), 40)
    assert (shown == ANSWERED_TEAM) is not conditions
    assert ("Deskundig team" in shown) is conditions


# --- partners -----------------------------------------------------------------------------------------------------


def of_partners(factor_set: FactorSet) -> FactorQuestion:
    """Return a question on which three partners agree, with different conditions, and two of them with a note."""
    put = question(factor_set, "team")
    said = {
        "School": Answer("deels", ("is-vast", "is-deskundig"), "Wisselende gezichten, ook dit jaar."),
        "Gemeente": partly("is-vast"),
        "Jongerenwerk": Answer("deels", ("is-vast",), "Een van de twee kent de wijk nog niet."),
    }
    asides = Asides(partners=tuple(Aside(label, put.factor, answer) for label, answer in said.items()))
    return replace(put, asides=asides, proposal=asides.common)


HEAD = """\
1/4 · Mensen ───────────────────────────
Er is een vast team.
"""
WHOLE = """\
  • Het team is vast.
  • Deskundig team
  • Team uit de wijk (een wens)
"""
SHORT = WHOLE.replace("Het team is vast.", "Vast team")
COUNTED = "3 voorwaarden: ? toont ze\n"
EVERYTHING = """\
Iedereen antwoordde: Deels
School, ontbreekt: Vast team, Deskundig
team
School, notitie: Wisselende gezichten,
ook dit jaar.
Gemeente, ontbreekt: Vast team
Jongerenwerk, ontbreekt: Vast team
Jongerenwerk, notitie: Een van de twee
kent de wijk nog niet.
"""
ANSWERS = """\
Iedereen antwoordde: Deels
School, ontbreekt: Vast team, Deskundig
team
Gemeente, ontbreekt: Vast team
Jongerenwerk, ontbreekt: Vast team
"""
MORE, TAKES = "? toont wat er nog meer is gezegd\n", "Enter neemt over: Deels\n"
LEVELS = [
    HEAD + WHOLE + EVERYTHING + TAKES,
    HEAD + SHORT + EVERYTHING + TAKES,
    HEAD + COUNTED + EVERYTHING + TAKES,
    HEAD + SHORT + ANSWERS + MORE + TAKES,
    HEAD + COUNTED + ANSWERS + MORE + TAKES,
    HEAD + COUNTED + "Iedereen antwoordde: Deels\n" + MORE + TAKES,
]


@pytest.mark.parametrize(("view", "shown"), list(zip(VIEWS, LEVELS, strict=True)))
def test_answers_stay_where_notes_and_conditions_go(small: FactorSet, view: View, shown: str) -> None:
    assert drawn(lambda on: on.print(question_block(of_partners(small), UNICODE, view)), 40) == shown


@pytest.mark.parametrize(("rows", "level"), [(15, 0), (14, 2), (13, 2), (12, 3), (11, 4), (10, 4), (9, 5), (0, 5)])
def test_as_much_is_shown_as_fits(small: FactorSet, rows: int, level: int) -> None:
    view = fitting_view(of_partners(small), console(40)[0], UNICODE, rows)
    assert view == VIEWS[level]
    assert len(LEVELS[level].splitlines()) <= max(rows, 6)


@pytest.mark.parametrize("view", VIEWS)
def test_what_is_left_out_waits_behind_the_help_key(small: FactorSet, view: View) -> None:
    parts = [drawn(lambda on, part=part: on.print(part), 80) for part in left_out(of_partners(small), UNICODE, view)]  # type: ignore[misc]
    conditions = [] if view.conditions is Conditions.WHOLE else [WHOLE]
    said = [
        "School: Deels; ontbreekt: Vast team, Deskundig team\nSchool, notitie: Wisselende gezichten, ook dit jaar.\n",
        "Gemeente: Deels; ontbreekt: Vast team\n",
        "Jongerenwerk: Deels; ontbreekt: Vast team\nJongerenwerk, notitie: Een van de twee kent de wijk nog niet.\n",
    ]
    assert parts == conditions + (said if view in VIEWS[3:] else [])


def test_a_note_of_ones_own_that_leaves_no_room_waits_behind_the_help_key_too(small: FactorSet) -> None:
    noted = question(small, "tijd", Answer("ja", note="Om beurten. " * 20))
    view = fitting_view(noted, console(40)[0], UNICODE, 5)
    assert drawn(lambda on: on.print(question_block(noted, UNICODE, view)), 40) == BARE + "Nu: Ja\n" + MORE
    (note,) = left_out(noted, UNICODE, view)
    assert drawn(lambda on: on.print(note), 400) == "Notitie: " + "Om beurten. " * 19 + "Om beurten.\n"


def test_hostile_text_is_shown_as_text(small: FactorSet) -> None:
    before = question(small, "tijd")
    hostile = replace(before, factor=replace(before.factor, text="x [/nope]\x1b[31m\n\u202ey"))
    block = question_block(hostile, UNICODE, View())
    assert drawn(lambda on: on.print(block), 40) == BARE.replace("Er is genoeg tijd.", "x [/nope][31m y")
