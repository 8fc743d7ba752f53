"""Actions: how they are agreed at the end of an evaluation, changed, and followed up in a later one."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import Enum, auto
from functools import partial
from typing import Any, Protocol

from werkzaam.domain.evaluation import Action, ActionStatus, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import Report, Shortfall, report
from werkzaam.errors import Interrupted


class Part(Enum):
    """A part of an action that can be changed, by the name of its field."""

    WHAT = "what"
    OWNER = "owner"
    DUE = "due"
    STATUS = "status"
    AWAY = "away"
    """The whole action: it is removed."""


class Also(Enum):
    """A choice besides the actions, where `ask_agreement` asks which one to change."""

    NEW = auto()
    """Take up another missing point."""


class ActionAsker(Protocol):
    """Interface for asking people about actions; a method raises Interrupted if something ends the program.

    `present` is the value to be changed, if there is one; a method returns it if it stays as it is.
    """

    def ask_status(self, action: Action, number: int, total: int) -> ActionStatus | None:
        """Ask what became of open action `number` (from 1) of `total`; None leaves it open. May raise Stopped."""

    def ask_points(self, points: Sequence[Shortfall]) -> Sequence[Shortfall]:
        """Ask which of the missing points will be taken up, and return those: none, or a few."""

    def ask_what(self, point: Shortfall | None, present: str | None = None) -> str | None:
        """Ask what will be done about a missing point; None if nothing will be done after all.

        `point` is None if the text of an existing action is changed.
        """

    def ask_owner(self, present: str | None = None) -> str | None:
        """Ask which organisation or role takes the action up; None if nobody is named, or is removed."""

    def ask_due(self, today: date, present: date | None = None) -> date | None:
        """Ask for a due date, again while `is_past` holds for it; None if none is given, or the present one is removed.

        The draft of an Interrupted is such a date too, in ISO 8601 format.
        """

    def ask_agreement(self, choices: Sequence[Action | Also]) -> Action | Also | None:
        """Ask which action to change, or for what else there is to choose; None if for nothing."""

    def ask_part(self, action: Action) -> Part | None:
        """Ask which part of an action to change; None if no part."""

    def ask_new_status(self, action: Action) -> ActionStatus | None:
        """Ask for the new status of an action; None if the status stays as it is."""


class Keeper(Protocol):
    """Interface of a store of the actions of an evaluation, which saves each change at once."""

    @property
    def evaluation(self) -> Evaluation:
        """The evaluation as it stands now."""

    def add_action(self, action: Action) -> None:
        """Save one more action."""

    def change_action(self, place: int, action: Action | None) -> None:
        """Replace the action at index `place` (from 0) in the evaluation, or remove it if `action` is None."""


def is_past(due: date, today: date, present: date | None = None) -> bool:
    """Return whether a due date is before today and is not the `present` one, which may stay in the past."""
    return due < today and due != present


def carried_over(previous: Iterable[Action], present: Iterable[Action]) -> list[Action]:
    """Return the open actions of the previous evaluation that are not in the present one yet.

    They are known by their subject; several with one subject are matched in their order.
    """
    known = [action.subject for action in present]
    left = []
    for action in previous:
        if action.status is ActionStatus.OPEN and action.subject in known:
            known.remove(action.subject)
        elif action.status is ActionStatus.OPEN:
            left.append(action)
    return left


def follow_up(actions: Sequence[Action], asker: ActionAsker, record: Callable[[Action], object]) -> None:
    """Ask what became of open actions, and save each one as soon as that is said; one that is left stays open."""
    for number, action in enumerate(actions, 1):
        status = asker.ask_status(action, number, len(actions))
        record(action._replace(status=status or action.status))


def to_take_up(present: Report) -> list[Shortfall]:
    """Return the shortfalls that can be taken up, one for each factor: missing factors first, then wishes.

    A factor that has an open action is left out.
    """
    taken = {action.factor for action in present.evaluation.actions if action.status is ActionStatus.OPEN}
    points: dict[str, Shortfall] = {}
    for shortfall in (*present.missing, *present.wishes):
        known = points.get(shortfall.factor.id)
        conditions = (*(known.conditions if known else ()), *shortfall.conditions)
        points[shortfall.factor.id] = shortfall._replace(conditions=conditions)
    return [point for factor_id, point in points.items() if factor_id not in taken]


def ask_actions(shortfalls: Sequence[Shortfall], asker: ActionAsker, keeper: Keeper, today: date) -> None:
    """Ask which shortfalls to take up and what will be done about each, and save each part as soon as it is said.

    Raises Interrupted if something ends the program, after saving what was typed of an action so far.
    """
    for point in asker.ask_points(shortfalls) if shortfalls else ():
        try:
            what = asker.ask_what(point)
        except Interrupted as interruption:
            if not interruption.draft:
                raise
            interruption.after(partial(keeper.add_action, Action(interruption.draft, point.factor.id)))
        if what:
            action = Action(what, point.factor.id)
            keeper.add_action(action)
            for part in (Part.OWNER, Part.DUE):
                action = change_part(action, part, asker, keeper, today)


def change_agreements(factor_set: FactorSet, keeper: Keeper, asker: ActionAsker, today: date) -> None:
    """Let actions be changed, removed and added until none is chosen; with no actions yet, let points be taken up."""
    while True:
        actions, left = keeper.evaluation.actions, to_take_up(report(factor_set, keeper.evaluation))
        more = [Also.NEW] if left else []
        chosen = asker.ask_agreement([*actions, *more]) if actions else Also.NEW
        if chosen is Also.NEW:
            ask_actions(left, asker, keeper, today)
        elif chosen is not None:
            part = asker.ask_part(chosen)
            if part is Part.AWAY:
                keeper.change_action(actions.index(chosen), None)
            elif part is not None:
                change_part(chosen, part, asker, keeper, today)
        if chosen is None or not actions:
            return


def change_part(action: Action, part: Part, asker: ActionAsker, keeper: Keeper, today: date) -> Action:
    """Ask for a new value of one part of an action, save it if it differs, and return the action as it is then.

    Raises Interrupted if something ends the program, after saving what was typed.
    """

    def keep(changed: Action) -> None:
        actions = keeper.evaluation.actions
        if changed != action and action in actions:
            keeper.change_action(actions.index(action), changed)
        elif changed != action:  # somebody else made something else of it
            keeper.add_action(changed)

    try:
        changed = _with_part(action, part, asker, today)
    except Interrupted as interruption:
        interruption.after(partial(keep, _drafted(action, part, interruption.draft)))
    keep(changed)
    return changed


def _with_part(action: Action, part: Part, asker: ActionAsker, today: date) -> Action:
    if part is Part.WHAT:
        return action._replace(what=asker.ask_what(None, action.what) or action.what)
    if part is Part.OWNER:
        return action._replace(owner=asker.ask_owner(action.owner))
    if part is Part.DUE:
        return action._replace(due=asker.ask_due(today, action.due))
    return action._replace(status=asker.ask_new_status(action) or action.status)


def _drafted(action: Action, part: Part, draft: str | None) -> Action:
    """Return an action with the typed draft of one part; None changes nothing."""
    if not draft:
        return action
    value: Any = date.fromisoformat(draft) if part is Part.DUE else draft
    return action._replace(**{part.value: value})
