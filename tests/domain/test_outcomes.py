"""What became of what was agreed: each action is followed through the years, to how it stands in the last."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.building import LAW
from werkzaam.domain.comparison import Outcome, courses
from werkzaam.domain.evaluation import Action, ActionStatus, Evaluation

BOARD, CLOCK = Action("Een bord", "team"), Action("Een klok")
DONE, DROPPED = ActionStatus.DONE, ActionStatus.DROPPED


def years(*actions: Sequence[Action], name: str = "Lyceum Oost") -> list[Evaluation]:
    """Return evaluations of a collaboration, one a year from 2024 on, each with what is agreed in it."""
    return [
        Evaluation(name, date(2024 + number, 11, 23), actions=tuple(agreed)) for number, agreed in enumerate(actions)
    ]


def followed(evaluations: Sequence[Evaluation]) -> list[tuple[str, int, int, Outcome]]:
    return [(item.action.what, item.agreed, item.last, item.outcome) for item in courses(evaluations)]


@pytest.mark.parametrize(
    ("actions", "last", "outcome"),
    [
        pytest.param([[BOARD], [BOARD._replace(status=DONE)], []], 1, Outcome.DONE, id="done a year later"),
        pytest.param([[BOARD._replace(status=DONE)], [], []], 0, Outcome.DONE, id="done when it was written down"),
        pytest.param([[BOARD], [BOARD], [BOARD._replace(status=DROPPED)]], 2, Outcome.DROPPED, id="dropped in the end"),
        pytest.param([[BOARD], [BOARD], [BOARD]], 2, Outcome.OPEN, id="open all the time"),
        pytest.param([[BOARD], [BOARD], []], 1, Outcome.REMOVED, id="open, and gone"),
        pytest.param([[BOARD], [], [BOARD]], 2, Outcome.OPEN, id="gone, and back"),
        pytest.param([[BOARD._replace(status=DONE)], [BOARD]], 1, Outcome.OPEN, id="open again"),
        pytest.param([[BOARD], [BOARD._replace(owner="school")]], 1, Outcome.OPEN, id="taken up by others"),
        pytest.param([[BOARD], [BOARD._replace(due=date(2025, 11, 22))]], 1, Outcome.OVERDUE, id="overdue by then"),
        pytest.param([[BOARD], [BOARD._replace(due=date(2025, 11, 23))]], 1, Outcome.OPEN, id="to be done that day"),
        pytest.param([[BOARD._replace(due=date(2025, 1, 1))], []], 0, Outcome.REMOVED, id="overdue, and gone"),
    ],
)
def test_an_action_is_followed_to_the_last_year_that_has_it(
    actions: Sequence[Sequence[Action]], last: int, outcome: Outcome
) -> None:
    assert followed(years(*actions)) == [("Een bord", 0, last, outcome)]


def test_those_of_each_year_come_in_their_order() -> None:
    found = followed(years([CLOCK], [BOARD, CLOCK], [Action("Een sleutel"), BOARD]))
    assert found == [
        ("Een klok", 0, 1, Outcome.REMOVED),
        ("Een bord", 1, 2, Outcome.OPEN),
        ("Een sleutel", 2, 2, Outcome.OPEN),
    ]


def test_about_another_factor_it_is_another_one() -> None:
    found = followed(years([BOARD], [BOARD._replace(factor="contact")]))
    assert found == [("Een bord", 0, 0, Outcome.REMOVED), ("Een bord", 1, 1, Outcome.OPEN)]


def test_two_alike_are_followed_in_their_order() -> None:
    found = followed(years([CLOCK, CLOCK], [CLOCK._replace(status=DONE), CLOCK]))
    assert found == [("Een klok", 0, 1, Outcome.DONE), ("Een klok", 0, 1, Outcome.OPEN)]


def test_each_collaboration_has_its_own() -> None:
    (oost, _later), (west, west_later) = years([CLOCK], []), years([CLOCK], [CLOCK], name="Lyceum West")
    assert followed([oost, west, west_later._replace(collaboration=" lyceum  WEST")]) == [
        ("Een klok", 0, 0, Outcome.OPEN),  # of Oost there is no later year
        ("Een klok", 1, 2, Outcome.OPEN),
    ]


ACTIONS = st.builds(
    Action,
    st.sampled_from(["Een bord", "Een klok"]),
    st.sampled_from([None, "team"]),
    owner=st.none(),
    due=st.none() | st.dates(date(2024, 1, 1), date(2028, 1, 1)),
    status=st.sampled_from(ActionStatus),
)


@LAW
@given(st.lists(st.lists(ACTIONS, max_size=5), min_size=1, max_size=4))
def test_every_action_is_part_of_one_course(actions: list[list[Action]]) -> None:
    evaluations = years(*actions)
    found = courses(evaluations)
    subjects = {action.subject for agreed in actions for action in agreed}
    for subject in subjects:
        most = max(sum(action.subject == subject for action in agreed) for agreed in actions)
        assert sum(course.action.subject == subject for course in found) == most
    for course in found:
        assert course.action in evaluations[course.last].actions
        assert course.agreed <= course.last
        settled = course.action.status is not ActionStatus.OPEN
        assert settled == (course.outcome in (Outcome.DONE, Outcome.DROPPED))
