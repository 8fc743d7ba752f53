"""The question that opens a point of the talk: it follows from who said what, and judges nobody."""

from collections.abc import Sequence
from fractions import Fraction

from werkzaam.domain.agenda import Agenda, Point, Topic
from werkzaam.domain.comparison import Kind
from werkzaam.domain.factor_set import NOTHING, WHOLE, Special, Value
from werkzaam.language import _
from werkzaam.wording.factors import within_sentence

TALKED_ABOUT = (Topic.DIFFERENT, Topic.MISSED, Topic.UNKNOWN)
"""What gets time in the talk; the rest is only named."""


def talked_about(agenda: Agenda) -> list[Point]:
    """Return the points that get time in the talk, in its order."""
    return [point for topic in TALKED_ABOUT for point in agenda.about(topic)]


def joined(names: Sequence[str]) -> str:
    """Return names as they are said one after another within a sentence."""
    *others, last = map(within_sentence, names)
    return _("{names} and {name}").format(names=", ".join(others), name=last) if others else last


def opening_question(agenda: Agenda, point: Point) -> str:
    """Return the question that opens a point; it names partners where each has a name of its own."""
    question = _question(point, named=_have_names(agenda))
    return question[:1].upper() + question[1:]  # it may begin with a name


def _question(point: Point, *, named: bool) -> str:
    if point.topic is Topic.MISSED:
        return _about_what_is_missed(point)
    if point.row.kind is Kind.GAP:
        return _about_a_gap(point, named=named)
    if point.row.kind is Kind.NOT_APPLICABLE:
        return _about_applying(point, named=named)
    if point.row.kind is Kind.UNKNOWN:
        return _about_not_knowing(point, named=named)
    return _about_silence(point, named=named)


def _have_names(agenda: Agenda) -> bool:
    """Whether every partner can be addressed: each said who they are, and no two are the same."""
    perspectives = [column.entry.evaluation.perspective for column in agenda.comparison.columns]
    return None not in perspectives and len(set(perspectives)) == len(perspectives)


def _who(point: Point, *values: Value | None) -> str:
    """Return the names of those whose answer has one of these values."""
    return joined([voice.label for voice in point.voices if voice.result.value in values])


def _known(point: Point) -> list[Fraction]:
    return [voice.result.value for voice in point.voices if isinstance(voice.result.value, Fraction)]


def _about_a_gap(point: Point, *, named: bool) -> str:
    """Ask those who are furthest apart what they see; what lies between hears both."""
    if not named:
        return _("What do you see that the other does not?")
    low, high = min(_known(point)), max(_known(point))
    if (low, high) == (NOTHING, WHOLE):
        message = _("{high}, what tells you that this is there? And {low}, what tells you that it is not?")
    elif high == WHOLE and any(voice.named for voice in point.voices if voice.result.value == low):
        message = _("{low}, what would it look like if that were there too? And {high}, what do you see of it already?")
    elif high == WHOLE:
        message = _("{high}, what do you see going well? And {low}, what would make it complete for you?")
    else:
        message = _("{high}, what do you see of this already? And {low}, what would be a next step for you?")
    return message.format(high=_who(point, high), low=_who(point, low))


def _about_applying(point: Point, *, named: bool) -> str:
    if not named:
        return _("It applies to some of us and not to others: what does it mean to each of us?")
    message = _("It applies to {some}, and not to {others}: what does it mean to each of us?")
    return message.format(some=_who(point, *_known(point)), others=_who(point, Special.NOT_APPLICABLE))


def _about_what_is_missed(point: Point) -> str:
    if NOTHING in _known(point):
        return _("Suppose that this is there next year: what would tell us so?")
    if point.named and not point.shared:
        return _("We do not all miss the same: what would help the other most?")
    return _("What works already, and what would be a next step?")


def _about_not_knowing(point: Point, *, named: bool) -> str:
    """Let those who do not know ask those who do."""
    knowing = {voice.result.value for voice in point.voices} - {Special.UNKNOWN, None}
    if not knowing:
        return _("Who could tell us more about this?")
    if not named:
        return _("What would you like to hear about this from the other?")
    message = _("{unsure}, what would you like to hear about this from {others}?")
    return message.format(unsure=_who(point, Special.UNKNOWN), others=_who(point, *knowing))


def _about_silence(point: Point, *, named: bool) -> str:
    answered = [voice for voice in point.voices if voice.result.value is not None]
    if not named or not answered:
        return _("How does each of us look at this?")
    return _("{silent}, how do you look at this?").format(silent=_who(point, None))
