"""Changing agreed actions: which action, which part of it, and to what."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Protocol

from werkzaam.domain.actions import ActionAsker, Also, Part, ask_actions, to_take_up, with_part
from werkzaam.domain.evaluation import Action, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import report


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
                keep(with_part(chosen, part, asker, keep, today))
        if chosen is None or not actions:
            return


def _keep(keeper: Keeper, place: int, action: Action, changed: Action) -> None:
    """Save a changed action; do not write the file if nothing changed."""
    if changed != action:
        keeper.change_action(place, changed)
