"""What was said of a factor, as lines."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from tests.domain.building import partly
from tests.terminal.test_questions import question
from werkzaam.domain.asides import Aside, Asides
from werkzaam.domain.evaluation import OPEN, Action, ActionStatus, Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.questionnaire import FactorQuestion
from werkzaam.wording.asides import Extent, answer_text, conditions_text, said_before


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


def test_conditions_are_named_in_the_order_of_the_set(small: FactorSet) -> None:
    team = small.factor_by_id["team"]
    assert conditions_text(team, partly("woont-dichtbij", "is-vast")) == "Vast team, Team uit de wijk"
    assert conditions_text(team, Answer("ja")) == ""


def beside(factor_set: FactorSet, said: Mapping[str, Answer], answer: Answer = OPEN) -> FactorQuestion:
    put = question(factor_set, "team", answer)
    return replace(put, asides=Asides(partners=tuple(Aside(name, put.factor, item) for name, item in said.items())))


VAST, BOTH = partly("is-vast"), partly("is-vast", "is-deskundig")


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ([], []),
        ([Answer("ja")], ["School: Ja"]),
        ([OPEN], ["School: open"]),
        ([Answer("ja"), Answer("ja")], ["Iedereen antwoordde: Ja"]),
        ([Answer("weet-niet")] * 3, ["Iedereen antwoordde: Weet niet"]),
        ([OPEN, OPEN], ["Niemand gaf hier antwoord."]),
        ([Answer("ja"), Answer("nee"), OPEN], ["School: Ja", "Gemeente: Nee", "Jongerenwerk: open"]),
        ([VAST, VAST], ["Iedereen antwoordde: Deels; ontbreekt: Vast team"]),
        (
            [VAST, BOTH, partly()],
            [
                "Iedereen antwoordde: Deels",
                "School, ontbreekt: Vast team",
                "Gemeente, ontbreekt: Vast team, Deskundig team",
            ],
        ),
        ([VAST, Answer("nee")], ["School: Deels; ontbreekt: Vast team", "Gemeente: Nee"]),
    ],
)
def test_partners_share_a_line_where_they_say_the_same(small: FactorSet, said: list[Answer], lines: list[str]) -> None:
    named = dict(zip(("School", "Gemeente", "Jongerenwerk"), said, strict=False))
    assert said_before(beside(small, named)) == lines


NOTED = {"School": replace(VAST, note="Om [beurten].\nOp \x1bdinsdag."), "Gemeente": VAST}
DIFFERENT = {**NOTED, "Gemeente": Answer("nee", note="Nee.")}


@pytest.mark.parametrize(
    ("said", "extent", "lines"),
    [
        (
            NOTED,
            Extent.EVERYTHING,
            ["Iedereen antwoordde: Deels; ontbreekt: Vast team", "School, notitie: Om [beurten].\nOp dinsdag."],
        ),
        (NOTED, Extent.ANSWERS, ["Iedereen antwoordde: Deels; ontbreekt: Vast team"]),
        (NOTED, Extent.OPTIONS, ["Iedereen antwoordde: Deels"]),
        (
            DIFFERENT,
            Extent.EVERYTHING,
            [
                "School: Deels; ontbreekt: Vast team",
                "School, notitie: Om [beurten].\nOp dinsdag.",
                "Gemeente: Nee",
                "Gemeente, notitie: Nee.",
            ],
        ),
        (DIFFERENT, Extent.ANSWERS, ["School: Deels; ontbreekt: Vast team", "Gemeente: Nee"]),
        (DIFFERENT, Extent.OPTIONS, ["School: Deels", "Gemeente: Nee"]),
        ({"School": VAST, "Gemeente": BOTH}, Extent.OPTIONS, ["Iedereen antwoordde: Deels"]),
    ],
)
def test_with_less_room_notes_go_first_and_then_what_is_missing(
    small: FactorSet, said: Mapping[str, Answer], extent: Extent, lines: list[str]
) -> None:
    assert said_before(beside(small, said), extent) == lines


def test_all_stands_in_its_order_last_year_partners_and_now(small: FactorSet) -> None:
    put = beside(small, {"School": Answer("ja"), "Gemeente": Answer("ja")}, Answer("nee", note="Nog niet."))
    before = Aside("Op 23-11-2025", put.factor, Answer("deels"))
    agreed = Action("Zoeken", "team", "school", date(2027, 3, 1), ActionStatus.OPEN)
    school, other = put.asides.partners
    put = replace(put, asides=Asides((before,), (replace(school, actions=(agreed,)), other)))
    assert said_before(put) == [
        "Op 23-11-2025: Deels",
        "Iedereen antwoordde: Ja",
        "School, afgesproken: Zoeken (school, uiterlijk 01-03-2027)",
        "Nu: Nee",
        "Notitie: Nog niet.",
    ]
    assert said_before(put, Extent.OPTIONS) == ["Op 23-11-2025: Deels", "Iedereen antwoordde: Ja", "Nu: Nee"]
