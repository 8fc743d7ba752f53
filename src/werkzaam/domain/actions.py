"""What is agreed at the end of an evaluation, and what became of what was agreed before."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date
from enum import Enum, auto
from functools import partial
from typing import Protocol

from werkzaam.domain.evaluation import Action, ActionStatus
from werkzaam.domain.questions import Command, Ending
from werkzaam.domain.report import Report, Shortfall
from werkzaam.errors import Interrupted


class Part(Enum):
    """What of an action can be changed."""

    WHAT = auto()
    OWNER = auto()
    DUE = auto()
    STATUS = auto()
    AWAY = auto()
    """All of it: it is taken away."""


class Also(Enum):
    """What can be chosen where it is asked which action to change."""

    NEW = auto()
    """None of them: take up one more missing point."""


class ActionAsker(Protocol):
    """Whoever is asked about actions.

    Where something `present` is handed over, that is to be changed: it is returned where it stays as it is.
    """

    def ask_status(self, action: Action, number: int, total: int) -> ActionStatus | Command:
        """Ask what became of an open action; SKIP leaves it for another time, STOP ends."""

    def ask_points(self, points: Sequence[Shortfall]) -> Sequence[Shortfall]:
        """Ask which of the missing points will be taken up: none, or a few."""

    def ask_what(self, point: Shortfall | None, present: str | None = None) -> str | None:
        """Ask what will be done, about a point that is taken up (None: about what was agreed already).

        None: nothing after all.
        """

    def ask_owner(self, present: str | None = None) -> str | None:
        """Ask who takes it up: an organisation or a role; None: not said, or no longer."""

    def ask_due(self, today: date, present: date | None = None) -> date | None:
        """Ask by when, until that is no day for which `is_past` holds; None: not said, or no longer.

        The draft of an interruption is a date as ISO writes it.
        """

    def ask_agreement(self, actions: Sequence[Action], *, can_add: bool) -> Action | Also | None:
        """Ask which action to change, or with `can_add` to take up a point that is missing; None: neither."""

    def ask_part(self, action: Action) -> Part | None:
        """Ask what of an action to change; None: nothing."""

    def ask_new_status(self, action: Action) -> ActionStatus | None:
        """Ask what became of an action whose status is to be changed; None: it stays as it is."""


Record = Callable[[Action], object]
"""Keeps one action."""


def is_past(due: date, today: date, present: date | None = None) -> bool:
    """Whether nothing can be agreed for a day, since it is over; a day that stands there already may stay."""
    return due < today and due != present


def carried_over(previous: Iterable[Action], present: Iterable[Action]) -> list[Action]:
    """Return the open actions of the previous evaluation that do not stand in the present one yet."""
    known = {action.subject for action in present}
    return [action for action in previous if action.status is ActionStatus.OPEN and action.subject not in known]


def follow_up(actions: Sequence[Action], asker: ActionAsker, record: Record) -> Ending:
    """Ask what became of open actions, keeping each with its status the moment it is known."""
    for number, action in enumerate(actions, 1):
        status = asker.ask_status(action, number, len(actions))
        if status is Command.STOP:
            return Ending.STOPPED
        if isinstance(status, ActionStatus):
            record(action._replace(status=status))
    return Ending.FINISHED


def to_take_up(report: Report) -> list[Shortfall]:
    """Return what could be taken up, each factor once: missing points first, then wishes.

    What has an open action already is left out.
    """
    taken = {action.factor for action in report.evaluation.actions if action.status is ActionStatus.OPEN}
    points: dict[str, Shortfall] = {}
    for shortfall in (*report.missing, *report.wishes):
        known = points.get(shortfall.factor.id)
        conditions = (*(known.conditions if known else ()), *shortfall.conditions)
        points[shortfall.factor.id] = shortfall._replace(conditions=conditions)
    return [point for factor_id, point in points.items() if factor_id not in taken]


def ask_actions(shortfalls: Sequence[Shortfall], asker: ActionAsker, record: Record, today: date) -> None:
    """Ask which points will be taken up and what will be done about each, keeping every action as it is agreed.

    Where something ends the program, what was said so far is kept too.
    """
    for point in asker.ask_points(shortfalls) if shortfalls else ():
        try:
            what = asker.ask_what(point)
        except Interrupted as interruption:
            if not interruption.draft:
                raise
            interruption.after(partial(record, Action(interruption.draft, point.factor.id)))
        if what:
            record(_completed(Action(what, point.factor.id), asker, record, today))


def _completed(action: Action, asker: ActionAsker, record: Record, today: date) -> Action:
    """Ask who and when."""
    try:
        action = action._replace(owner=asker.ask_owner())
    except Interrupted as interruption:
        interruption.after(partial(record, action._replace(owner=interruption.draft)))
    try:
        return action._replace(due=asker.ask_due(today))
    except Interrupted as interruption:
        interruption.after(partial(record, action._replace(due=due_in(interruption.draft, today))))


def due_in(draft: str | None, today: date) -> date | None:
    """Return the date that a draft holds as ISO writes it; half a date is none, nor is a day that is past."""
    with suppress(ValueError):
        due = date.fromisoformat(draft or "")
        return None if is_past(due, today) else due
    return None
