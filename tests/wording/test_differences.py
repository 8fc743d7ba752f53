"""What changed, in words: evaluations, changes, answers, actions, and what is not compared."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tests import examples
from tests.domain.building import evaluation, partly
from tests.formats.reports import AGREED, TODAY
from werkzaam import language
from werkzaam.domain.difference import ActionDifference, difference
from werkzaam.domain.evaluation import Action, ActionStatus, Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.wording.differences import (
    answer_change,
    change_text,
    change_words,
    collaborations,
    conditions_text,
    evaluation_name,
    fate_text,
    not_compared,
)

OVERDUE, DUE_TODAY, DONE, DROPPED, VAGUE = AGREED
OPEN, GONE = ActionStatus.OPEN, ActionStatus.DROPPED


@pytest.mark.parametrize(
    ("code", "found", "expected"),
    [
        ("nl", None, "niets"),
        ("en", None, "nothing"),
        ("nl", Evaluation("X", date(2026, 1, 2)), "02-01-2026"),
        ("en", Evaluation("X", date(2026, 1, 2)), "2026-01-02"),
        ("nl", Evaluation("X", date(2026, 1, 2), "samen"), "02-01-2026, Samen"),
        ("en", Evaluation("X", date(2026, 1, 2), "samen"), "2026-01-02, Together"),
    ],
)
def test_an_evaluation_is_called_by_its_day_and_its_side(code: str, found: Evaluation | None, expected: str) -> None:
    language.activate(code)
    assert evaluation_name(found, examples.small(code)) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (None, ""),
        (Fraction(0), "="),
        (Fraction(1), "+100"),
        (Fraction(-1), "-100"),
        (Fraction(1, 4), "+25"),
        (Fraction(5, 1000), "+1"),
        (Fraction(-5, 1000), "-1"),
        (Fraction(4999, 1_000_000), "+<1"),
        (Fraction(-1, 1_000_000), "-<1"),
        (Fraction(145, 1000), "+15"),
        (Fraction(-145, 1000), "-15"),
        (Fraction(1, 3), "+33"),
    ],
)
def test_a_change_has_a_sign_and_is_never_taken_for_none(change: Fraction | None, expected: str) -> None:
    assert change_text(change) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (None, ""),
        (Fraction(0), "gelijk"),
        (Fraction(1, 4), "25 hoger"),
        (Fraction(-1, 2), "50 lager"),
        (Fraction(1, 1000), "minder dan 1 hoger"),
        (Fraction(-1, 1000), "minder dan 1 lager"),
    ],
)
def test_a_change_is_said_in_words(change: Fraction | None, expected: str) -> None:
    assert change_words(change) == expected


def test_one_collaboration_is_named_once_and_two_are_both_named(small: FactorSet) -> None:
    oost, west = Evaluation("Oost\u202e", TODAY), Evaluation("West", TODAY)
    assert collaborations(difference(small, oost, replace(oost, date=date(2027, 1, 1)))) == ["Oost"]
    assert collaborations(difference(small, oost, west)) == ["Oost", "West"]
    assert collaborations(difference(small, None, west)) == ["West"]
    assert collaborations(difference(small, oost, None)) == ["Oost"]


def test_where_there_is_no_evaluation_the_set_is_named(small: FactorSet) -> None:
    assert collaborations(difference(small, None, None)) == ["Kleine lijst"]


@pytest.mark.parametrize(
    ("code", "old", "new", "expected"),
    [
        ("nl", "nee", "ja", "Nee, nu Ja"),
        ("en", "nee", "ja", "No, now Yes"),
        ("nl", Answer(), "weet-niet", "open, nu Weet niet"),
        ("en", "nvt", Answer(), "Not applicable, now open"),
        ("nl", partly("is-vast"), partly("is-deskundig"), "Nog steeds Deels"),
        ("en", partly("is-vast"), partly("is-deskundig"), "Still Partly"),
        ("nl", Answer(None, (), "Een vraag."), Answer(), "Nog steeds open"),
    ],
)
def test_an_answer_as_it_was_and_as_it_is(code: str, old: Answer | str, new: Answer | str, expected: str) -> None:
    language.activate(code)
    (found,) = difference(examples.small(code), evaluation({"team": old}), evaluation({"team": new})).factors
    assert answer_change(found) == expected


def test_conditions_stand_on_one_line(small: FactorSet) -> None:
    (found,) = difference(small, evaluation({"team": "nee"}), evaluation({"team": partly("is-vast")})).factors
    assert conditions_text(found.gained) == "Deskundig team, Team uit de wijk"
    assert conditions_text(found.lost) == ""
    assert conditions_text((replace(found.gained[0], text="a\n\u202eb"),)) == "a b"


@pytest.mark.parametrize(
    ("old", "new", "dutch", "english"),
    [
        (None, VAGUE, "nieuw: Gewoon doen", "new: Gewoon doen"),
        (VAGUE, VAGUE, "nog open: Gewoon doen", "still open: Gewoon doen"),
        (
            OVERDUE,
            replace(OVERDUE, status=ActionStatus.DONE),
            "gedaan: Ook op donderdag (jongerenwerk)",
            "done since: Ook op donderdag (jongerenwerk)",
        ),
        (VAGUE, replace(VAGUE, status=GONE), "vervallen: Gewoon doen",
         "dropped since: Gewoon doen"),
        (
            DONE,
            replace(DONE, status=OPEN),
            "weer open: Een sleutel (school, uiterlijk 01-03-2026, over tijd)",
            "open again: Een sleutel (school, by 2026-03-01, overdue)",
        ),
        (VAGUE, replace(VAGUE, owner="school"), "veranderd: Gewoon doen (school)", "changed: Gewoon doen (school)"),
        (
            DROPPED,
            None,
            "staat er niet meer: Een bord (uiterlijk 01-03-2026, vervallen)",
            "no longer there: Een bord (by 2026-03-01, dropped)",
        ),
        (
            DROPPED,
            DROPPED,
            "als voorheen: Een bord (uiterlijk 01-03-2026, vervallen)",
            "as it was: Een bord (by 2026-03-01, dropped)",
        ),
    ],
)  # fmt: skip
def test_what_became_of_an_action(old: Action | None, new: Action | None, dutch: str, english: str) -> None:
    assert fate_text(ActionDifference(old, new), TODAY) == dutch
    language.activate("en")
    assert fate_text(ActionDifference(old, new), TODAY) == english


def test_what_is_not_compared_is_named(small: FactorSet) -> None:
    assert not_compared([], []) == []
    assert not_compared(["oud", "ou\u202eder"], []) == ["Vervallen, en niet vergeleken: oud, ouder."]
    team, contact, *_others = small.factors
    assert not_compared([], [team, contact]) == ["Niet overal gevraagd, en niet vergeleken: team, contact."]
    language.activate("en")
    assert not_compared(["oud"], [team]) == [
        "Retired, and not compared: oud.",
        "Not asked everywhere, and not compared: team.",
    ]
