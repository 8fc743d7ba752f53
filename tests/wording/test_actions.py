from datetime import date

import pytest

from tests.domain.building import evaluation, partly
from tests.formats.reports import AGREED, TODAY
from tests.terminal.saying import HOSTILE, SHOWN, saying
from werkzaam.domain.actions import to_take_up
from werkzaam.domain.evaluation import Action, ActionStatus
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import report
from werkzaam.wording.actions import action_details, action_text
from werkzaam.wording.agreements import due_hint, point_text


def test_an_action_says_as_far_as_it_is_known_who_and_when_and_what_became_of_it() -> None:
    assert [action_text(action, TODAY) for action in AGREED] == [
        "Ook op donderdag (jongerenwerk, by 2026-11-22, overdue)",
        "Overleg (by 2026-11-23)",
        "Een sleutel (school, by 2026-03-01, done)",
        "Een bord (by 2026-03-01, dropped)",
        "Gewoon doen",
    ]


def test_an_action_is_overdue_from_the_day_after_the_one_that_was_agreed() -> None:
    action = Action("Overleg", due=date(2026, 11, 23))
    days = (date(2026, 11, 23), date(2026, 11, 24), None)
    assert ["overdue" in action_details(action, today) for today in days] == [False, True, False]


def test_what_is_settled_is_never_overdue() -> None:
    for status in (ActionStatus.DONE, ActionStatus.DROPPED):
        assert "overdue" not in action_text(Action("Overleg", due=date(2020, 1, 1), status=status), TODAY)


def test_text_from_a_file_is_shown_as_text_on_one_line() -> None:
    action = Action("Ook\n\x1b[2Jdonderdag", owner="jongeren\u2066werk\t!")
    assert action_text(action, TODAY) == "Ook [2Jdonderdag (jongerenwerk !)"


def test_a_point_says_what_is_missing_and_not_how_it_should_be(small: FactorSet) -> None:
    some, unsaid = partly("is-vast", "woont-dichtbij"), partly()
    found = to_take_up(report(small, evaluation({"team": some, "contact": "nee", "ruimte": unsaid, "tijd": "nee"})))
    assert {point.factor.id: point_text(point) for point in found} == {
        "team": "Permanent team, Local team (good to have)",
        "contact": "One contact point",
        "tijd": "Not in place yet: There is enough time.",
        "ruimte": "Not in place yet: There is a room of their own. (good to have)",
    }
    assert all(SHOWN in point_text(saying(point, HOSTILE)) for point in found)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("", None), (" ", None), ("23-11-2026", None), (" 2026-11-24 ", None), ("1-3-2026", None),
        ("2026-11-22", "that day is past"), ("31-2-2027", "write a day"), ("morgen", "write a day"),
    ],
)  # fmt: skip
def test_by_when_is_a_day_that_is_still_to_come_or_stood_there_already(text: str, begins: str | None) -> None:
    hint = due_hint(text, date(2026, 11, 23), date(2026, 3, 1))
    assert hint is begins if begins is None or hint is None else hint.startswith(begins)
