"""Actions in words."""

from datetime import date

from werkzaam.domain.evaluation import Action, ActionStatus
from werkzaam.language import _
from werkzaam.visible import visible
from werkzaam.wording.figures import local_date


def action_details(action: Action, today: date | None = None) -> list[str]:
    """Return the owner, due date and status of an action, if there are any to tell; without `today` none is overdue."""
    details = [visible(action.owner)] if action.owner else []
    if action.due:
        details.append(_("by {date}").format(date=local_date(action.due)))
    if today is not None and action.is_overdue(today):
        details.append(_("overdue"))
    elif action.status is ActionStatus.DONE:
        details.append(_("done"))
    elif action.status is ActionStatus.DROPPED:
        details.append(_("dropped"))
    return details


def action_text(action: Action, today: date | None = None) -> str:
    """Return an action on one line, its details in brackets."""
    what, details = visible(action.what), action_details(action, today)
    return f"{what} ({', '.join(details)})" if details else what


def status_names() -> dict[ActionStatus, str]:
    """Return the names of the statuses that an action can have, the likeliest first."""
    return {ActionStatus.DONE: _("Done"), ActionStatus.OPEN: _("Still open"), ActionStatus.DROPPED: _("Dropped")}
