"""What is agreed at the end of an evaluation, and what became of what was agreed before."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Protocol

from werkzaam.domain.evaluation import Action, ActionStatus
from werkzaam.domain.questionnaire import Command, Ending
from werkzaam.domain.report import Report, Shortfall
from werkzaam.errors import Interrupted


class ActionAsker(Protocol):
    """Whoever is asked about actions."""

    def ask_status(self, action: Action, number: int, total: int) -> ActionStatus | Command:
        """Ask what became of an open action; SKIP leaves it for another time, STOP ends."""

    def ask_points(self, points: Sequence[Shortfall]) -> Sequence[Shortfall]:
        """Ask which of the missing points will be taken up: none, or a few."""

    def ask_what(self, point: Shortfall) -> str | None:
        """Ask what will be done about a point; None: nothing after all."""

    def ask_owner(self) -> str | None:
        """Ask who takes it up: an organisation or a role; None: not said."""

    def ask_due(self) -> date | None:
        """Ask by when; None: not said. The draft of an interruption is a date as ISO writes it."""


Record = Callable[[Action], object]
"""Keeps one action."""


def carried_over(previous: Iterable[Action], present: Iterable[Action]) -> list[Action]:
    """Return the open actions of the previous evaluation that do not stand in the present one yet."""
    known = {(action.factor, action.what) for action in present}
    return [
        action
        for action in previous
        if action.status is ActionStatus.OPEN and (action.factor, action.what) not in known
    ]


def follow_up(actions: Sequence[Action], asker: ActionAsker, record: Record) -> Ending:
    """Ask what became of open actions, keeping each with its status the moment it is known."""
    for number, action in enumerate(actions, 1):
        status = asker.ask_status(action, number, len(actions))
        if status is Command.STOP:
            return Ending.STOPPED
        if isinstance(status, ActionStatus):
            record(replace(action, status=status))
    return Ending.FINISHED


def points(report: Report) -> list[Shortfall]:
    """Return what could be taken up, each factor once: missing points first, then wishes.

    What has an open action already is left out.
    """
    taken = {action.factor for action in report.evaluation.actions if action.status is ActionStatus.OPEN}
    points: dict[str, Shortfall] = {}
    for shortfall in (*report.missing, *report.wishes):
        known = points.get(shortfall.factor.id)
        conditions = (*(known.conditions if known else ()), *shortfall.conditions)
        points[shortfall.factor.id] = replace(shortfall, conditions=conditions)
    return [point for factor_id, point in points.items() if factor_id not in taken]


def ask_actions(shortfalls: Sequence[Shortfall], asker: ActionAsker, record: Record) -> None:
    """Ask which points will be taken up and what will be done about each, keeping every action as it is agreed.

    Where something ends the program, what was said so far is kept too.
    """
    for point in asker.ask_points(shortfalls) if shortfalls else ():
        try:
            what = asker.ask_what(point)
        except Interrupted as interruption:
            if interruption.draft:
                record(Action(interruption.draft, point.factor.id))
            raise
        if what:
            record(_completed(Action(what, point.factor.id), asker, record))


def _completed(action: Action, asker: ActionAsker, record: Record) -> Action:
    """Ask who and when."""
    try:
        action = replace(action, owner=asker.ask_owner())
    except Interrupted as interruption:
        record(replace(action, owner=interruption.draft))
        raise
    try:
        return replace(action, due=asker.ask_due())
    except Interrupted as interruption:
        record(replace(action, due=_due(interruption.draft)))
        raise


def _due(draft: str | None) -> date | None:
    """Return the date that a draft holds as ISO writes it; half a date is none."""
    with suppress(ValueError):
        return date.fromisoformat(draft or "")
    return None
