from datetime import date

from tests.formats.reports import AGREED, TODAY
from werkzaam.domain.evaluation import Action, ActionStatus
from werkzaam.wording.actions import action_details, action_text


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
