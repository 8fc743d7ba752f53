"""Changing agreed actions: which action, which part of it, and to what."""

from collections.abc import Callable
from datetime import date

from werkzaam.domain.actions import ActionAsker, Also, Keeper, Part, ask_actions, change_part, to_take_up
from werkzaam.domain.evaluation import Action
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import report


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
            ask_actions(left, asker, keeper, today)
        elif chosen is not None:
            part = asker.ask_part(chosen)
            if part is Part.AWAY:
                keeper.change_action(actions.index(chosen), None)
                if chosen not in keeper.evaluation.actions:  # it stays if somebody else changed it
                    say_removed(chosen)
            elif part is not None:
                change_part(chosen, part, asker, keeper, today)
        if chosen is None or not actions:
            return
