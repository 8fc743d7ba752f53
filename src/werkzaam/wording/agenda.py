"""The agenda for a talk between partners, in words."""

from collections.abc import Sequence

from werkzaam.domain.agenda import Agenda, Agreement, Point, Topic, Voice
from werkzaam.domain.factor_set import Condition, Factor
from werkzaam.language import _
from werkzaam.visible import visible, visible_lines
from werkzaam.wording.agreements import action_details
from werkzaam.wording.factors import answer_name, condition_text, factor_text
from werkzaam.wording.figures import local_date

TALKED_ABOUT = (Topic.DIFFERENT, Topic.MISSED, Topic.UNKNOWN)
"""What gets time in the talk; the rest is named, so that nobody wonders whether it was forgotten."""
NAMED_ONLY = (Topic.IN_PLACE, Topic.NOT_APPLICABLE)


def talked_about(found: Agenda) -> list[Point]:
    """Return the points that get time in the talk, in its order."""
    return [point for topic in TALKED_ABOUT for point in found.about(topic)]


def topic_title(topic: Topic) -> str:
    """Return what points have in common, as those at the table would say it."""
    return {
        Topic.DIFFERENT: _("What do we see differently?"),
        Topic.MISSED: _("What do we all miss?"),
        Topic.UNKNOWN: _("What do we not know yet?"),
        Topic.IN_PLACE: _("What do we all find in place?"),
        Topic.NOT_APPLICABLE: _("What applies to none of us?"),
    }[topic]


def agreements_title() -> str:
    """Return what open agreements are headed by."""
    return _("Which agreements are still open?")


def scores_title() -> str:
    """Return what the scores of the partners are headed by."""
    return _("Scores side by side")


def welcome() -> str:
    """Return in which spirit the agenda is meant."""
    return _(
        "Everyone looks from a place of their own. Where we see something different, there is something to hear: "
        "ask, listen, and tell what you see."
    )


def about(found: Agenda) -> list[str]:
    """Return what it is, of whom, and from when."""
    columns = found.comparison.columns
    days = [local_date(day) for day in sorted({column.entry.evaluation.date for column in columns})]
    return [
        _("Agenda for our talk"),
        ", ".join(column.label for column in columns),
        " – ".join(dict.fromkeys((days[0], days[-1]))),
    ]


def remarks_of_all(found: Agenda) -> list[tuple[str, str]]:
    """Return what partners noted about the evaluation as a whole, each with their label."""
    remarks = ((column.label, quoted(column.entry.evaluation.note)) for column in found.comparison.columns)
    return [(label, remark) for label, remark in remarks if remark]


def quoted(note: str | None) -> str:
    """Return a note as somebody's own words; empty where there is none."""
    text = visible_lines(note or "").strip()
    return f"“{text}”" if text else ""


def shared_text(point: Point) -> str:
    """Return which conditions all of them miss; empty where there are none."""
    if not point.shared:
        return ""
    return _("All of us miss: {conditions}").format(conditions=_conditions(point.factor, point.shared))


def voice_answer(voice: Voice) -> str:
    """Return what one partner answered."""
    return answer_name(voice.result.factor, voice.result.answer)


def voice_missing(point: Point, voice: Voice) -> str:
    """Return which conditions one partner names as missing, beside those that all of them miss; empty for none."""
    if not voice.named:
        return ""
    message = _("Missing too: {conditions}") if point.shared else _("Missing: {conditions}")
    return message.format(conditions=_conditions(point.factor, voice.named))


def name_of(point: Point) -> str:
    """Return a factor that needs no talk, with the wishes that somebody still has."""
    text = factor_text(point.factor)
    if not point.named:
        return text
    wishes = "; ".join(visible(condition.text) for condition in point.named)
    return _("{text} Left to wish for: {wishes}").format(text=text, wishes=wishes)


def agreement_text(found: Agenda, agreement: Agreement) -> str:
    """Return an agreement with how it stands and in whose file: once where all files say the same."""
    versions = (
        ", ".join([*action_details(action, found.day), _("in the file of {names}").format(names=joined(labels))])
        for action, labels in agreement.versions
    )
    return f"{visible(agreement.what)} ({'; '.join(versions)})"


def joined(names: Sequence[str]) -> str:
    """Return names as they are said one after another."""
    *others, last = names
    return _("{names} and {name}").format(names=", ".join(others), name=last) if others else last


def _conditions(factor: Factor, conditions: Sequence[Condition]) -> str:
    """Return conditions on one line; commas stand in many of them."""
    return "; ".join(condition_text(condition, factor, full=False) for condition in conditions)
