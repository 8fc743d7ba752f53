"""Agreeing on actions, and changing them, in words."""

from collections.abc import Iterable
from datetime import date

from werkzaam.domain.actions import Also, Part, is_past
from werkzaam.domain.evaluation import Action
from werkzaam.domain.report import Shortfall
from werkzaam.language import _
from werkzaam.wording.actions import action_text
from werkzaam.wording.factors import condition_text, factor_text
from werkzaam.wording.figures import read_date


def point_text(point: Shortfall) -> str:
    """Return the missing conditions of a factor on one line; if none was named, that the factor is not in place yet."""
    if point.conditions:
        return ", ".join(condition_text(condition, point.factor, full=False) for condition in point.conditions)
    return _("Not in place yet: {factor}").format(factor=factor_text(point.factor))


def due_hint(text: str, today: date, present: date | None = None) -> str | None:
    """Return what to write instead of a text that is no date or one that is past; None if it is valid or empty.

    `present` is the due date that the action has already, which may be past; None if it has none.
    """
    due = read_date(text)
    if due is None:
        return _("write a day that exists, such as 1-3-2027, or nothing") if text.strip() else None
    if is_past(due, today, present):
        return _("that day is past; write one that is still to come, or nothing")
    return None


def agreement_names(choices: Iterable[Action | Also]) -> list[tuple[Action | Also, str]]:
    """Return each choice of what to change with its text."""
    return [
        (choice, _("Take up one more missing point") if choice is Also.NEW else action_text(choice))
        for choice in choices
    ]


def part_names() -> dict[Part, str]:
    """Return the names of the parts of an action that can be changed, in their order in a file, and of its removal."""
    return {
        Part.WHAT: _("What will be done"),
        Part.OWNER: _("Who takes it up"),
        Part.DUE: _("When it is to be done"),
        Part.STATUS: _("What became of it"),
        Part.AWAY: _("Take it away"),
    }
