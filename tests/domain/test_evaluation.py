from datetime import date

import pytest

from tests.domain.building import DAY
from werkzaam.domain.evaluation import OPEN, Action, ActionStatus, Answer, Evaluation


def test_a_factor_that_is_absent_is_open() -> None:
    assert Evaluation("Lyceum Oost", DAY).answer("team") == OPEN


def test_a_new_answer_leaves_the_old_evaluation_alone() -> None:
    before = Evaluation("Lyceum Oost", DAY, "samen", "Notitie", {"team": Answer("ja"), "tijd": Answer("nee")})
    after = before.with_answer("team", Answer("deels", ("is-vast",), "Om beurten."))
    assert before.answers == {"team": Answer("ja"), "tijd": Answer("nee")}
    assert after == Evaluation(
        "Lyceum Oost",
        DAY,
        "samen",
        "Notitie",
        {"team": Answer("deels", ("is-vast",), "Om beurten."), "tijd": Answer("nee")},
    )


@pytest.mark.parametrize(
    ("due", "status", "overdue"),
    [
        (date(2026, 11, 22), ActionStatus.OPEN, True),
        (date(2026, 11, 23), ActionStatus.OPEN, False),
        (date(2026, 11, 24), ActionStatus.OPEN, False),
        (date(2026, 11, 22), ActionStatus.DONE, False),
        (date(2026, 11, 22), ActionStatus.DROPPED, False),
        (None, ActionStatus.OPEN, False),
    ],
)
def test_an_action_is_overdue_from_the_day_after_it_was_due(
    due: date | None, status: ActionStatus, *, overdue: bool
) -> None:
    assert Action("Iets doen", due=due, status=status).is_overdue(date(2026, 11, 23)) is overdue
