"""What changed, in words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from werkzaam.domain.difference import ActionDifference, Difference, FactorDifference, Fate
from werkzaam.domain.evaluation import ActionStatus, Evaluation
from werkzaam.domain.factor_set import Condition, Factor, FactorSet
from werkzaam.language import _
from werkzaam.visible import visible
from werkzaam.wording.agreements import action_text
from werkzaam.wording.factors import answer_name
from werkzaam.wording.figures import half_up, local_date


def evaluation_name(evaluation: Evaluation | None, factor_set: FactorSet) -> str:
    """Return which evaluation it is: its day, and from whose side."""
    if evaluation is None:
        return _("nothing")
    day = local_date(evaluation.date)
    if evaluation.perspective is None:
        return day
    return f"{day}, {visible(factor_set.perspective_name(evaluation.perspective))}"


def change_text(change: Fraction | None) -> str:
    """Return how many points of a hundred a score rose or fell, always with a sign; empty where that is unknown."""
    if change is None:
        return ""
    if not change:
        return "="
    sign, points = "+" if change > 0 else "-", half_up(abs(change) * 100)
    return f"{sign}{points}" if points else f"{sign}<1"


def change_words(change: Fraction | None) -> str:
    """Return how many points of a hundred a score rose or fell, for those who hear it; empty where that is unknown."""
    if change is None:
        return ""
    if not change:
        return _("the same")
    points = half_up(abs(change) * 100) or _("less than 1")
    message = _("{points} higher") if change > 0 else _("{points} lower")
    return message.format(points=points)


def collaborations(found: Difference) -> list[str]:
    """Return what the two evaluations are about: one name, unless they differ; without any the title of the set."""
    names = dict.fromkeys(visible(item.collaboration) for item in (found.old, found.new) if item)
    return list(names) or [visible(found.factor_set.title)]


def answer_change(found: FactorDifference) -> str:
    """Return an answer as it was and as it is."""
    old, new = (answer_name(found.factor, result.answer) for result in (found.old, found.new))
    return _("Still {answer}").format(answer=new) if old == new else _("{old}, now {new}").format(old=old, new=new)


def conditions_text(conditions: tuple[Condition, ...]) -> str:
    """Return conditions on one line."""
    return ", ".join(visible(condition.text) for condition in conditions)


def later_day(found: Difference) -> date:
    """Return the day of the later evaluation: what was to be done before it, and is still open, is overdue."""
    return max((item.date for item in (found.old, found.new) if item), default=date.min)


def fate_text(found: ActionDifference, day: date) -> str:
    """Return an action and what became of it; `day` decides what is overdue."""
    fates = {
        Fate.ADDED: _("new"),
        Fate.DONE: _("done since"),
        Fate.DROPPED: _("dropped since"),
        Fate.REOPENED: _("open again"),
        Fate.CHANGED: _("changed"),
        Fate.REMOVED: _("no longer there"),
        Fate.UNCHANGED: _("still open") if found.action.status is ActionStatus.OPEN else _("as it was"),
    }
    action = found.action
    if found.fate in (Fate.DONE, Fate.DROPPED):  # its status would say it a second time
        action = replace(action, status=ActionStatus.OPEN, due=None)
    return f"{fates[found.fate]}: {action_text(action, day)}"


def not_compared(retired: Sequence[str], added: Sequence[Factor]) -> list[str]:
    """Return which factors are not compared, because not every file has the same version of the set."""
    lines = []
    if retired:
        lines.append(_("Retired, and not compared: {ids}.").format(ids=", ".join(map(visible, retired))))
    if added:
        ids = ", ".join(factor.id for factor in added)
        lines.append(_("Not asked everywhere, and not compared: {ids}.").format(ids=ids))
    return lines
