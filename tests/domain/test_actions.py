"""Agreements, driven by a script that notes down what it was asked."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import pytest

from tests.domain.building import evaluation, partly
from werkzaam.domain.actions import Also, Part, ask_actions, carried_over, change_part, follow_up, is_past, to_take_up
from werkzaam.domain.evaluation import Action, ActionStatus, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import Shortfall, report
from werkzaam.errors import Interrupted, UserError

TODAY = date(2026, 11, 23)
OPEN, DONE, DROPPED = ActionStatus.OPEN, ActionStatus.DONE, ActionStatus.DROPPED
TALK, LOOK = Action("Praten", "tijd", "school", date(2027, 3, 1)), Action("Kijken")
ANSWERED = evaluation({"team": partly("is-vast", "woont-dichtbij"), "contact": "nee", "ruimte": "nee", "tijd": "ja"})


class Kept:
    """Keeps actions in memory."""

    def __init__(self, *actions: Action, found: Evaluation = ANSWERED) -> None:
        self.evaluation = found._replace(actions=actions)
        self.changes = 0

    def add_action(self, action: Action) -> None:
        self._keep(*self.evaluation.actions, action)

    def change_action(self, place: int, action: Action | None) -> None:
        actions = self.evaluation.actions
        self._keep(*actions[:place], *([action] if action else []), *actions[place + 1 :])

    def _keep(self, *actions: Action) -> None:
        self.evaluation = self.evaluation._replace(actions=actions)
        self.changes += 1


class Script:
    """Gives replies in turn and keeps what was asked, as a line each."""

    def __init__(self, *replies: Any) -> None:  # noqa: ANN401 (whatever the script says)
        self._replies = iter(replies)
        self.asked: list[str] = []

    def ask_status(self, action: Action, number: int, total: int) -> ActionStatus | None:
        reply: ActionStatus | None = self._next(f"{number}/{total} {action.what}")
        return reply

    def ask_points(self, points: Sequence[Shortfall]) -> Sequence[Shortfall]:
        reply = self._next("points " + " ".join(point.factor.id for point in points))
        return [point for point in points if point.factor.id in reply]

    def ask_what(self, point: Shortfall | None, present: str | None = None) -> str | None:
        reply: str | None = self._next(f"what about {point.factor.id}" if point else f"what, for {present}")
        return reply

    def ask_owner(self, present: str | None = None) -> str | None:
        reply: str | None = self._next(f"who, for {present}" if present else "who")
        return reply

    def ask_due(self, today: date, present: date | None = None) -> date | None:
        assert today == TODAY
        reply: date | None = self._next(f"when, for {present}" if present else "when")
        return reply

    def ask_agreement(self, choices: Sequence[Action | Also]) -> Action | Also | None:
        names = [choice.what if isinstance(choice, Action) else "new" for choice in choices]
        reply = self._next("which of " + ", ".join(names))
        chosen: Action | Also | None = choices[reply] if isinstance(reply, int) else reply
        return chosen

    def ask_part(self, action: Action) -> Part | None:
        reply: Part | None = self._next(f"what of {action.what}")
        return reply

    def ask_new_status(self, action: Action) -> ActionStatus | None:
        reply: ActionStatus | None = self._next(f"status of {action.what}")
        return reply

    def _next(self, line: str) -> Any:  # noqa: ANN401 (whatever the script says)
        self.asked.append(line)
        reply = next(self._replies)
        if isinstance(reply, Interrupted):
            raise reply
        return reply


def open_points(small: FactorSet, found: Evaluation = ANSWERED) -> list[Shortfall]:
    return to_take_up(report(small, found))


def test_open_actions_that_are_not_there_yet_are_carried_over() -> None:
    earlier = [TALK, LOOK._replace(status=DONE), Action("Bellen", status=DROPPED), Action("Lezen", "team")]
    assert carried_over(earlier, []) == [TALK, Action("Lezen", "team")]
    assert carried_over(earlier, [TALK._replace(status=DONE, owner=None)]) == [Action("Lezen", "team")]


def test_of_two_with_one_text_for_two_owners_the_second_is_carried_over_where_only_the_first_is_there() -> None:
    theirs = TALK._replace(owner="gemeente")
    assert carried_over([TALK, theirs], [TALK._replace(status=DONE)]) == [theirs]
    assert carried_over([TALK, theirs], [TALK, theirs]) == []


def test_every_status_is_kept_the_moment_it_is_known() -> None:
    script, third, kept = Script(DONE, OPEN, None, DROPPED), Action("Bellen"), list[Action]()
    follow_up([TALK, LOOK, LOOK, third], script, kept.append)
    assert script.asked == ["1/4 Praten", "2/4 Kijken", "3/4 Kijken", "4/4 Bellen"]
    assert kept == [TALK._replace(status=DONE), LOOK, LOOK, third._replace(status=DROPPED)]


def test_missing_points_come_before_wishes_and_each_factor_once(small: FactorSet) -> None:
    found = open_points(small)
    assert [point.factor.id for point in found] == ["team", "contact", "ruimte"]
    assert [condition.id for condition in found[0].conditions] == ["is-vast", "woont-dichtbij"]


def test_what_is_taken_up_already_is_no_point_any_more(small: FactorSet) -> None:
    taken = ANSWERED._replace(actions=(Action("Zoeken", "contact"), Action("Klaar", "team", status=DONE)))
    assert [point.factor.id for point in open_points(small, taken)] == ["team", "ruimte"]


def test_of_each_chosen_point_is_asked_what_who_and_when(small: FactorSet) -> None:
    script, kept = Script(["team", "ruimte"], "Zoeken", "gemeente", date(2027, 3, 1), "Vragen", None, None), Kept()
    ask_actions(open_points(small), script, kept, TODAY)
    assert script.asked == [
        "points team contact ruimte",
        "what about team",
        "who",
        "when",
        "what about ruimte",
        "who",
        "when",
    ]
    assert kept.evaluation.actions == (
        Action("Zoeken", "team", "gemeente", date(2027, 3, 1)),
        Action("Vragen", "ruimte"),
    )
    assert kept.changes == 4, "each part was saved once it was said"


def test_what_somebody_else_made_of_it_meanwhile_stays_beside_it(small: FactorSet) -> None:
    class Overruled(Kept):
        def change_action(self, place: int, action: Action | None) -> None:
            assert (place, action) == (0, Action("Zoeken", "team", "gemeente"))
            self._keep(TALK)

    kept = Overruled()
    ask_actions(open_points(small), Script(["team"], "Zoeken", "gemeente", date(2027, 3, 1)), kept, TODAY)
    assert kept.evaluation.actions == (TALK, Action("Zoeken", "team", "gemeente", date(2027, 3, 1)))


def test_no_point_chosen_and_nothing_said_agrees_nothing(small: FactorSet) -> None:
    for replies, last in (([[]], "points team contact ruimte"), ([["team"], None], "what about team")):
        script, kept = Script(*replies), Kept()
        ask_actions(open_points(small), script, kept, TODAY)
        assert (kept.changes, script.asked[-1]) == (0, last)
    script = Script()
    ask_actions([], script, Kept(), TODAY)
    assert script.asked == []


class Full(Kept):
    """Can keep nothing more."""

    fault = UserError("vol")

    def _keep(self, *_actions: Action) -> None:
        raise self.fault


def test_an_interruption_ends_it_also_where_what_was_said_cannot_be_kept(small: FactorSet) -> None:
    with pytest.raises(Interrupted) as raised:
        ask_actions(open_points(small), Script(["team"], Interrupted("Zoek")), Full(), TODAY)
    assert raised.value.__cause__ is Full.fault
    with pytest.raises(Interrupted) as raised:
        change_part(TALK, Part.OWNER, Script(Interrupted("gemeente")), Full(TALK), TODAY)
    assert raised.value.__cause__ is Full.fault


@pytest.mark.parametrize(
    ("replies", "kept"),
    [
        ([Interrupted()], []),
        ([Interrupted("Zoek")], [Action("Zoek", "team")]),
        (["Zoeken", Interrupted()], [Action("Zoeken", "team")]),
        (["Zoeken", Interrupted("gem")], [Action("Zoeken", "team", "gem")]),
        (["Zoeken", Interrupted("2026-11-23")], [Action("Zoeken", "team", "2026-11-23")]),
        (["Zoeken", None, Interrupted()], [Action("Zoeken", "team")]),
        (["Zoeken", "gemeente", Interrupted("2026-11-23")], [Action("Zoeken", "team", "gemeente", TODAY)]),
    ],
)
def test_what_was_said_before_an_interruption_is_kept(
    small: FactorSet, replies: Iterable[object], kept: list[Action]
) -> None:
    keeper = Kept()
    with pytest.raises(Interrupted):
        ask_actions(open_points(small), Script(["team", "contact"], *replies), keeper, TODAY)
    assert [*keeper.evaluation.actions] == kept


def test_a_day_is_past_the_day_after_unless_it_stands_there_already() -> None:
    yesterday = date(2026, 11, 22)
    assert [is_past(day, TODAY) for day in (yesterday, TODAY, date(2026, 11, 24))] == [True, False, False]
    assert [is_past(yesterday, TODAY, present) for present in (yesterday, TODAY)] == [False, True]
