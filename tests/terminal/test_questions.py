from dataclasses import replace

import pytest

from tests.domain.building import partly
from tests.terminal.drawing import console, drawn
from werkzaam.domain.evaluation import OPEN, Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.questionnaire import FactorQuestion
from werkzaam.terminal.console import ASCII, UNICODE
from werkzaam.terminal.questions import answer_text, fitting_block, place, question_block


def question(factor_set: FactorSet, factor_id: str, answer: Answer = OPEN) -> FactorQuestion:
    factor = factor_set.factor_by_id[factor_id]
    number = factor_set.factors.index(factor) + 1
    return FactorQuestion(number, len(factor_set.factors), factor_set.category_of[factor_id], factor, answer)


def test_the_place_is_told_in_a_few_characters(small: FactorSet) -> None:
    assert place(question(small, "ruimte")) == "3/4"


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (OPEN, None),
        (Answer(note="Navragen."), None),
        (Answer("ja"), "Ja"),
        (partly(), "Deels"),
        (partly("is-vast"), "Deels; ontbreekt: Vast team"),
        (partly("is-vast", "woont-dichtbij"), "Deels; ontbreekt: Vast team, Team uit de wijk"),
    ],
)
def test_the_present_answer_is_told_in_words(small: FactorSet, answer: Answer, text: str | None) -> None:
    assert answer_text(small.factor_by_id["team"], answer) == text


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
    block = question_block(question(small, "team"), UNICODE, full=True)
    assert drawn(lambda on: on.print(block), 40) == OPEN_TEAM


def test_a_question_shows_short_texts_where_that_is_asked(small: FactorSet) -> None:
    block = question_block(question(small, "team"), UNICODE, full=False)
    assert drawn(lambda on: on.print(block), 40) == OPEN_TEAM.replace("Het team is vast.", "Vast team")


def test_a_question_shows_what_was_said_before(small: FactorSet) -> None:
    answer = Answer("deels", ("is-eigen",), "Op maandag [bezet].\r\nOp \x1bdinsdag vrij.")
    block = question_block(question(small, "ruimte", answer), ASCII, full=True)
    assert drawn(lambda on: on.print(block), 40) == ANSWERED_ROOM


def test_a_question_without_conditions_is_only_its_text(small: FactorSet) -> None:
    block = question_block(question(small, "tijd"), UNICODE, full=True)
    assert drawn(lambda on: on.print(block), 40) == BARE


@pytest.mark.parametrize(("rows", "complete"), [(5, True), (6, True), (4, False), (0, False)])
def test_whole_statements_are_shown_where_they_fit(small: FactorSet, rows: int, *, complete: bool) -> None:
    on, stream = console(40)
    block, whole = fitting_block(question(small, "team"), on, UNICODE, rows)
    assert whole is complete
    assert stream.getvalue() == ""
    expected = OPEN_TEAM if complete else OPEN_TEAM.replace("Het team is vast.", "Vast team")
    assert drawn(lambda on: on.print(block), 40) == expected


ANSWERED_TEAM = """\
1/4 · Mensen ───────────────────────────
Er is een vast team.
3 voorwaarden: ? toont ze
Nu: Deels; ontbreekt: Vast team
"""


@pytest.mark.parametrize(("rows", "conditions"), [(7, True), (6, True), (5, False), (0, False)])
def test_conditions_make_room_for_what_was_said_before(small: FactorSet, rows: int, *, conditions: bool) -> None:
    answered = question(small, "team", partly("is-vast"))
    block, whole = fitting_block(answered, console(40)[0], UNICODE, rows)
    shown = drawn(lambda on: on.print(block), 40)
    assert (shown == ANSWERED_TEAM) is not conditions
    assert ("Deskundig team" in shown) is conditions
    assert whole is conditions


def test_hostile_text_is_shown_as_text(small: FactorSet) -> None:
    before = question(small, "tijd")
    hostile = replace(before, factor=replace(before.factor, text="x [/nope]\x1b[31m\n\u202ey"))
    block = question_block(hostile, UNICODE, full=True)
    assert drawn(lambda on: on.print(block), 40) == BARE.replace("Er is genoeg tijd.", "x [/nope][31m y")
