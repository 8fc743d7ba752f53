"""Changing agreed actions: which action, which part of it, and to what."""

from datetime import date

from werkzaam.domain.actions import ActionAsker, Also, Keeper, Part, ask_actions, change_part, to_take_up
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import report


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
