"""Agreements, driven by a script that notes down what it was asked."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.domain.building import evaluation, partly
from werkzaam.domain.agreements import agree, carried_over, follow_up, points
from werkzaam.domain.evaluation import Action, ActionStatus, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.questionnaire import Command, Ending
from werkzaam.domain.report import Shortfall, report
from werkzaam.errors import Interrupted

OPEN, DONE, DROPPED = ActionStatus.OPEN, ActionStatus.DONE, ActionStatus.DROPPED
TALK, LOOK = Action("Praten", "tijd", "school", date(2027, 3, 1)), Action("Kijken")
ANSWERED = evaluation({"team": partly("is-vast", "woont-dichtbij"), "contact": "nee", "ruimte": "nee", "tijd": "ja"})


class Script:
    """Gives replies in turn and keeps what was asked, as a line each."""

    def __init__(self, *replies: Any) -> None:  # noqa: ANN401 (whatever the script says)
        self._replies = iter(replies)
        self.asked: list[str] = []
        self.kept: list[Action] = []

    def ask_status(self, action: Action, number: int, total: int) -> ActionStatus | Command:
        reply: ActionStatus | Command = self._next(f"{number}/{total} {action.what}")
        return reply

    def ask_points(self, points: Sequence[Shortfall]) -> Sequence[Shortfall]:
        reply = self._next("points " + " ".join(point.factor.id for point in points))
        return [point for point in points if point.factor.id in reply]

    def ask_what(self, point: Shortfall) -> str | None:
        reply: str | None = self._next(f"what about {point.factor.id}")
        return reply

    def ask_owner(self) -> str | None:
        reply: str | None = self._next("who")
        return reply

    def ask_due(self) -> date | None:
        reply: date | None = self._next("when")
        return reply

    def _next(self, line: str) -> Any:  # noqa: ANN401 (whatever the script says)
        self.asked.append(line)
        reply = next(self._replies)
        if isinstance(reply, Interrupted):
            raise reply
        return reply


def open_points(small: FactorSet, found: Evaluation = ANSWERED) -> list[Shortfall]:
    return points(report(small, found))


def test_open_actions_that_are_not_there_yet_are_carried_over() -> None:
    earlier = [TALK, replace(LOOK, status=DONE), Action("Bellen", status=DROPPED), Action("Lezen", "team")]
    assert carried_over(earlier, []) == [TALK, Action("Lezen", "team")]
    assert carried_over(earlier, [replace(TALK, status=DONE, owner=None)]) == [Action("Lezen", "team")]


def test_every_status_is_kept_the_moment_it_is_known() -> None:
    script = Script(DONE, OPEN, DROPPED)
    third = Action("Bellen")
    assert follow_up([TALK, LOOK, third], script, script.kept.append) is Ending.FINISHED
    assert script.asked == ["1/3 Praten", "2/3 Kijken", "3/3 Bellen"]
    assert script.kept == [replace(TALK, status=DONE), LOOK, replace(third, status=DROPPED)]


def test_an_action_can_be_left_for_another_time() -> None:
    script = Script(Command.SKIP, DONE)
    assert follow_up([TALK, LOOK], script, script.kept.append) is Ending.FINISHED
    assert script.kept == [replace(LOOK, status=DONE)]


def test_stopping_leaves_the_rest() -> None:
    script = Script(DONE, Command.STOP)
    assert follow_up([TALK, LOOK, TALK], script, script.kept.append) is Ending.STOPPED
    assert script.kept == [replace(TALK, status=DONE)]


def test_nothing_to_follow_up_asks_nothing() -> None:
    script = Script()
    assert follow_up([], script, script.kept.append) is Ending.FINISHED


def test_missing_points_come_before_wishes_and_each_factor_once(small: FactorSet) -> None:
    assert [point.factor.id for point in open_points(small)] == ["team", "contact", "ruimte"]


def test_a_point_shows_what_is_missing_and_then_what_is_wished_for(small: FactorSet) -> None:
    (team, *_others) = open_points(small)
    assert [condition.id for condition in team.conditions] == ["is-vast", "woont-dichtbij"]


def test_what_is_taken_up_already_is_no_point_any_more(small: FactorSet) -> None:
    taken = replace(ANSWERED, actions=(Action("Zoeken", "contact"), Action("Klaar", "team", status=DONE)))
    assert [point.factor.id for point in open_points(small, taken)] == ["team", "ruimte"]


def test_of_each_chosen_point_is_asked_what_who_and_when(small: FactorSet) -> None:
    script = Script(["team", "ruimte"], "Zoeken", "gemeente", date(2027, 3, 1), "Vragen", None, None)
    agree(open_points(small), script, script.kept.append)
    assert script.asked == [
        "points team contact ruimte",
        "what about team",
        "who",
        "when",
        "what about ruimte",
        "who",
        "when",
    ]
    assert script.kept == [Action("Zoeken", "team", "gemeente", date(2027, 3, 1)), Action("Vragen", "ruimte")]


def test_no_point_chosen_and_nothing_said_agrees_nothing(small: FactorSet) -> None:
    script = Script([])
    agree(open_points(small), script, script.kept.append)
    assert script.kept == []
    script = Script(["team"], None)
    agree(open_points(small), script, script.kept.append)
    assert script.kept == []
    assert script.asked[-1] == "what about team"


def test_where_nothing_is_missing_nothing_is_asked() -> None:
    script = Script()
    agree([], script, script.kept.append)
    assert script.asked == []


@pytest.mark.parametrize(
    ("replies", "kept"),
    [
        ([Interrupted()], []),
        ([Interrupted("Zoek")], [Action("Zoek", "team")]),
        (["Zoeken", Interrupted()], [Action("Zoeken", "team")]),
        (["Zoeken", Interrupted("gem")], [Action("Zoeken", "team", "gem")]),
        (["Zoeken", "gemeente", Interrupted("1-")], [Action("Zoeken", "team", "gemeente")]),
    ],
)
def test_what_was_said_before_an_interruption_is_kept(
    small: FactorSet, replies: Iterable[object], kept: list[Action]
) -> None:
    script = Script(["team", "contact"], *replies)
    with pytest.raises(Interrupted):
        agree(open_points(small), script, script.kept.append)
    assert script.kept == kept
