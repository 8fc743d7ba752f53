"""Agreeing on actions, and changing them, in words."""

from datetime import date

from werkzaam.domain.actions import Part, is_past
from werkzaam.domain.report import Shortfall
from werkzaam.language import _
from werkzaam.wording.factors import condition_text, factor_text
from werkzaam.wording.figures import read_date


def point_text(point: Shortfall) -> str:
    """Return what is missing of a factor, on one line; where nothing was named, that it is not there yet."""
    if point.conditions:
        return ", ".join(condition_text(condition, point.factor, full=False) for condition in point.conditions)
    return _("Not in place yet: {factor}").format(factor=factor_text(point.factor))


def due_hint(text: str, today: date, present: date | None = None) -> str | None:
    """Return what to write where a text is no day by which something can be done; None: it is, or it is empty."""
    due = read_date(text)
    if due is None:
        return _("write a date as 1-3-2027, or nothing") if text.strip() else None
    if is_past(due, today, present):
        return _("that day is past; write one that is still to come, or nothing")
    return None


def part_names() -> dict[Part, str]:
    """Return what of an action can be changed, in the order in which it stands in a file."""
    return {
        Part.WHAT: _("What will be done"),
        Part.OWNER: _("Who takes it up"),
        Part.DUE: _("When it is to be done"),
        Part.STATUS: _("What became of it"),
        Part.AWAY: _("Take it away"),
    }
