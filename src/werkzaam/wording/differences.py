"""The differences between two evaluations, in words."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from werkzaam.domain.difference import ActionDifference, Difference, FactorDifference, Fate
from werkzaam.domain.evaluation import ActionStatus, Evaluation
from werkzaam.domain.factor_set import NOTHING, Condition, Display, Factor, FactorSet
from werkzaam.domain.names import distinct
from werkzaam.domain.versions import LeftOut
from werkzaam.language import _
from werkzaam.visible import visible
from werkzaam.wording.actions import action_text
from werkzaam.wording.factors import answer_name, quoted_factor, within_sentence
from werkzaam.wording.figures import least_points, local_date, points


def evaluation_name(evaluation: Evaluation | None, factor_set: FactorSet) -> str:
    """Return the date and the perspective of an evaluation; “nothing” if it is None."""
    if evaluation is None:
        return _("nothing")
    day = local_date(evaluation.date)
    if evaluation.perspective is None:
        return day
    return f"{day}, {within_sentence(visible(factor_set.perspective_name(evaluation.perspective)))}"


def change_texts(change: Fraction | None, display: Display | None = None) -> tuple[str, str]:
    """Return how many points a score rose or fell, with a sign or as “=”, and in words; empty if `change` is None.

    Points are percentage points, or points on the scale `display` unless that is None.
    """
    if change is None:
        return "", ""
    if not change:
        return "=", _("the same")
    figure = said = points(abs(change), display)
    if figure == points(NOTHING, display):
        least = least_points(display)
        figure, said = f"<{least}", _("less than {points}").format(points=least)
    if change > 0:
        return f"+{figure}", _("{points} higher").format(points=said)
    return f"-{figure}", _("{points} lower").format(points=said)


def collaborations(difference: Difference) -> list[str]:
    """Return the name of the collaboration, or both names if they differ; without any, the title of the factor set."""
    names = distinct(visible(item.collaboration) for item in (difference.old, difference.new) if item)
    return names or [visible(difference.factor_set.title)]


def factor_changes(difference: FactorDifference) -> Iterator[str]:
    """Yield sentences on what changed in a factor: its old and new answer, then its conditions."""
    old, new = (answer_name(difference.factor, result.answer) for result in (difference.old, difference.new))
    yield _("Still {answer}").format(answer=new) if old == new else _("{old}, now {new}").format(old=old, new=new)
    if difference.no_longer_named:
        yield _("Which conditions are missing is no longer said.")
    if difference.gained:
        yield _("In place now: {conditions}").format(conditions=_conditions_text(difference.gained))
    if difference.lost:
        yield _("Missing now: {conditions}").format(conditions=_conditions_text(difference.lost))


def note_changes(old: str | None, new: str | None) -> Iterator[str]:
    """Yield the old and the new note if they differ; the text of the notes is not sanitised."""
    if old and old != new:
        yield _("Note was: {note}").format(note=old)
    if new and old != new:
        yield _("Note is: {note}").format(note=new)


def _conditions_text(conditions: tuple[Condition, ...]) -> str:
    return ", ".join(visible(condition.text) for condition in conditions)


def fate_text(difference: ActionDifference, day: date) -> str:
    """Return an action and what became of it; `day` decides what is overdue."""
    fates = {
        Fate.ADDED: _("new"),
        Fate.DONE: _("done since"),
        Fate.DROPPED: _("dropped since"),
        Fate.REOPENED: _("open again"),
        Fate.CHANGED: _("changed"),
        Fate.REMOVED: _("no longer there"),
        Fate.UNCHANGED: _("still open") if difference.action.status is ActionStatus.OPEN else _("as it was"),
    }
    action = difference.action
    if difference.fate in (Fate.DONE, Fate.DROPPED):  # its status would say it a second time
        action = action._replace(status=ActionStatus.OPEN, due=None)
    return f"{fates[difference.fate]}: {action_text(action, day)}"


def not_compared(left_out: LeftOut) -> list[str]:
    """Return sentences on what is not compared, because the files have different versions of the factor set."""
    lines = []
    if left_out.retired:
        lines.append(_("Retired, and not compared: {ids}.").format(ids=", ".join(map(visible, left_out.retired))))
    later = [*map(quoted_factor, left_out.factors), *(_quoted_condition(*pair) for pair in left_out.conditions)]
    if later:
        message = _(
            "Not asked everywhere, and so neither compared nor counted in these scores: {names}. "
            "The report of one file can have another score."
        )
        lines.append(message.format(names=", ".join(later)))
    return lines


def _quoted_condition(factor: Factor, condition: Condition) -> str:
    message = _("“{condition}” under {factor}")
    return message.format(condition=visible(condition.text), factor=quoted_factor(factor))
