"""Changing agreed actions: which action, which part of it, and to what."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Protocol

from werkzaam.domain.actions import ActionAsker, Also, Part, ask_actions, due_in, to_take_up
from werkzaam.domain.evaluation import Action, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import report
from werkzaam.errors import Interrupted


class Keeper(Protocol):
    """Interface of a store of the actions of an evaluation, which saves each change at once."""

    @property
    def evaluation(self) -> Evaluation:
        """The evaluation as it stands now."""

    def add_action(self, action: Action) -> None:
        """Save one more action."""

    def change_action(self, place: int, action: Action | None) -> None:
        """Replace the action at index `place` (from 0) in the evaluation, or remove it if `action` is None."""


def change_agreements(
    factor_set: FactorSet, keeper: Keeper, asker: ActionAsker, today: date, say_removed: Callable[[Action], object]
) -> None:
    """Let actions be changed, removed and added until none is chosen; with no actions yet, let points be taken up.

    `say_removed` is called with an action that was removed, since nobody is asked whether that was meant.
    """
    while True:
        actions, left = keeper.evaluation.actions, to_take_up(report(factor_set, keeper.evaluation))
        chosen = asker.ask_agreement(actions, can_add=bool(left)) if actions else Also.NEW
        if chosen is Also.NEW:
            ask_actions(left, asker, keeper.add_action, today)
        elif chosen is not None:
            part = asker.ask_part(chosen)
            if part is Part.AWAY:
                keeper.change_action(actions.index(chosen), None)
                if chosen not in keeper.evaluation.actions:  # it stays if somebody else changed it
                    say_removed(chosen)
            elif part is not None:
                keep = partial(_keep, keeper, actions.index(chosen), chosen)
                _change(chosen, part, asker, keep, today)
        if chosen is None or not actions:
            return


def _change(action: Action, part: Part, asker: ActionAsker, keep: Callable[[Action], object], today: date) -> None:
    try:
        changed = _changed(action, part, asker, today)
    except Interrupted as interruption:
        interruption.after(partial(keep, _drafted(action, part, interruption.draft, today)))
    keep(changed)


def _keep(keeper: Keeper, place: int, action: Action, changed: Action) -> None:
    """Save a changed action; do not write the file if nothing changed."""
    if changed != action:
        keeper.change_action(place, changed)


def _changed(action: Action, part: Part, asker: ActionAsker, today: date) -> Action:
    """Return an action with a new value of one part, which is asked."""
    if part is Part.WHAT:
        return action._replace(what=asker.ask_what(None, action.what) or action.what)
    if part is Part.OWNER:
        return action._replace(owner=asker.ask_owner(action.owner))
    if part is Part.DUE:
        return action._replace(due=asker.ask_due(today, action.due))
    return action._replace(status=asker.ask_new_status(action) or action.status)


def _drafted(action: Action, part: Part, draft: str | None, today: date) -> Action:
    """Return an action with the typed draft of one part; an incomplete date changes nothing."""
    if part is Part.WHAT and draft:
        return action._replace(what=draft)
    if part is Part.OWNER and draft:
        return action._replace(owner=draft)
    return action._replace(due=due_in(draft, today) or action.due) if part is Part.DUE else action
