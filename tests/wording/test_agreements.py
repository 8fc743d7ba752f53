from datetime import date

import pytest

from tests.formats.reports import AGREED, TODAY
from werkzaam import language
from werkzaam.domain.evaluation import Action, ActionStatus
from werkzaam.wording.agreements import action_details, action_text

DUTCH = [
    "Ook op donderdag (jongerenwerk, uiterlijk 22-11-2026, over tijd)",
    "Overleg (uiterlijk 23-11-2026)",
    "Een sleutel (school, uiterlijk 01-03-2026, gedaan)",
    "Een bord (uiterlijk 01-03-2026, vervallen)",
    "Gewoon doen",
]
ENGLISH = [
    "Ook op donderdag (jongerenwerk, by 2026-11-22, overdue)",
    "Overleg (by 2026-11-23)",
    "Een sleutel (school, by 2026-03-01, done)",
    "Een bord (by 2026-03-01, dropped)",
    "Gewoon doen",
]


@pytest.mark.parametrize(("code", "expected"), [("nl", DUTCH), ("en", ENGLISH)])
def test_an_action_says_who_and_when_and_what_became_of_it(code: str, expected: list[str]) -> None:
    language.activate(code)
    assert [action_text(action, TODAY) for action in AGREED] == expected


def test_only_what_is_known_is_among_the_details() -> None:
    assert [action_details(action, TODAY) for action in AGREED] == [
        ["jongerenwerk", "uiterlijk 22-11-2026", "over tijd"],
        ["uiterlijk 23-11-2026"],
        ["school", "uiterlijk 01-03-2026", "gedaan"],
        ["uiterlijk 01-03-2026", "vervallen"],
        [],
    ]


@pytest.mark.parametrize(
    ("today", "overdue"), [(date(2026, 11, 22), False), (date(2026, 11, 23), False), (date(2026, 11, 24), True)]
)
def test_an_action_is_overdue_from_the_day_after_the_one_that_was_agreed(today: date, *, overdue: bool) -> None:
    action = Action("Overleg", due=date(2026, 11, 23))
    assert ("over tijd" in action_details(action, today)) is overdue


@pytest.mark.parametrize("status", [ActionStatus.DONE, ActionStatus.DROPPED])
def test_what_is_settled_is_never_overdue(status: ActionStatus) -> None:
    assert "over tijd" not in action_text(Action("Overleg", due=date(2020, 1, 1), status=status), TODAY)


def test_text_from_a_file_is_shown_as_text_on_one_line() -> None:
    action = Action("Ook\n\x1b[2Jdonderdag", owner="jongeren\u2066werk\t!")
    assert action_text(action, TODAY) == "Ook [2Jdonderdag (jongerenwerk !)"
