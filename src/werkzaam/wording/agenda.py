"""The questions that open the points of an agenda: they depend on who answered what, and judge nobody."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from werkzaam.domain.agenda import Agenda, TalkPoint, Topic
from werkzaam.domain.comparison import Kind
from werkzaam.domain.evaluation import is_joint
from werkzaam.domain.factor_set import NOTHING, WHOLE, Special, Value
from werkzaam.language import _
from werkzaam.wording.factors import within_sentence

TALKED_ABOUT = (Topic.FIRST, Topic.DIFFERENT, Topic.MISSED, Topic.UNKNOWN)
"""The topics that get time in the talk, in its order; the other topics are only named."""


def talked_about(agenda: Agenda) -> list[TalkPoint]:
    """Return the points that get time in the talk, in the order of the talk."""
    return [point for topic in TALKED_ABOUT for point in agenda.about(topic)]


def joined(names: Sequence[str]) -> str:
    """Return one or more names as an enumeration within a sentence: “x, y and z”."""
    *others, last = map(within_sentence, names)
    return _("{names} and {name}").format(names=", ".join(others), name=last) if others else last


def opening_questions(agenda: Agenda) -> dict[str, str]:
    """Return the opening question of each point, by factor id; it names partners if each filled in one evaluation.

    No question is asked twice: a point gets the best one that no earlier point has, or none.
    """
    named, asked = _have_names(agenda), dict[str, str]()
    for point in talked_about(agenda):
        for question in _questions(point, named=named):
            if question not in asked:
                asked[question] = point.factor.id
                break
    return {factor: question[:1].upper() + question[1:] for question, factor in asked.items()}  # may begin with a name


def _questions(point: TalkPoint, *, named: bool) -> Iterable[str]:
    """Return the questions that can open a point, the best first."""
    if point.topic is Topic.MISSED:
        return _about_what_is_missed(point)
    about = {Kind.GAP: _about_a_gap, Kind.NOT_APPLICABLE: _about_applying, Kind.UNKNOWN: _about_not_knowing}
    return about.get(point.row.kind, _about_silence)(point, named=named)


def _have_names(agenda: Agenda) -> bool:
    """Return whether partners can be addressed: each evaluation is of one partner, and no two are of the same."""
    factor_set, columns = agenda.comparison.factor_set, agenda.comparison.columns
    perspectives = [column.entry.evaluation.perspective for column in columns]
    alone = not any(is_joint(factor_set, column.entry.evaluation) for column in columns)
    return alone and len(set(perspectives)) == len(perspectives)


def _who(point: TalkPoint, *values: Value | None) -> str:
    """Return the labels of the partners whose answer has one of the given values, as an enumeration."""
    return joined([voice.label for voice in point.voices if voice.result.value in values])


def _known(point: TalkPoint) -> list[Fraction]:
    return [voice.result.value for voice in point.voices if isinstance(voice.result.value, Fraction)]


def _about_a_gap(point: TalkPoint, *, named: bool) -> Iterator[str]:
    """Yield questions to the partners with the highest and the lowest value; those in between listen."""
    if not named:
        yield _("What do you see that the other does not?")
        return
    low, high = min(_known(point)), max(_known(point))
    # who misses a wish alone counts as whole, but did not say that all of it is there
    misses_a_wish = point.shared or any(voice.named for voice in point.voices if voice.result.value == high)
    whole = high == WHOLE and not misses_a_wish
    if whole and low == NOTHING:
        messages: tuple[str, ...] = (
            _("{high}, what tells you that this is there? And {low}, what tells you that it is not?"),
            _("{low}, when did you feel the lack of this? And {high}, when did you see it?"),
        )
    elif whole and any(voice.named for voice in point.voices if voice.result.value == low):
        messages = (
            _("{low}, what would it look like if that were there too? And {high}, what do you see of it already?"),
            _("{high}, how does this work for you? And {low}, when did you run into what is missing?"),
            _("{low}, what would help first? And {high}, what could you add to it?"),
        )
    elif whole:
        messages = (
            _("{high}, what do you see going well? And {low}, what would make it complete for you?"),
            _("{high}, can you give an example? And {low}, when did it not work out?"),
        )
    else:
        messages = (
            _("{high}, what do you see of this already? And {low}, what would be a next step for you?"),
            _("{low}, what did you find lacking here? And {high}, what is there already?"),
        )
    yield from (message.format(high=_who(point, high), low=_who(point, low)) for message in messages)


def _about_applying(point: TalkPoint, *, named: bool) -> Iterator[str]:
    if not named:
        yield _("It applies to some of us and not to others: what does it mean to each of us?")
        return
    message = _("It applies to {some}, and not to {others}: what does it mean to each of us?")
    yield message.format(some=_who(point, *_known(point)), others=_who(point, Special.NOT_APPLICABLE))


def _about_what_is_missed(point: TalkPoint) -> Iterator[str]:
    if NOTHING in _known(point):
        yield _("Suppose that this is there next year: what would tell us so?")
        yield _("Which of us could make a start with this?")
        return
    if point.named and not point.shared:
        yield _("Not the same is missing for all of us: what would help the other most?")
    yield _("What works already, and what would be a next step?")
    yield _("What went better here in the past year, and how did that come about?")


def _about_not_knowing(point: TalkPoint, *, named: bool) -> Iterator[str]:
    """Yield questions that let partners who do not know ask those who do."""
    knowing = {voice.result.value for voice in point.voices} - {Special.UNKNOWN, None}
    if not knowing:
        yield _("Who could tell us more about this?")
        return
    if not named:
        yield _("What would you like to hear about this from the other?")
        return
    unsure, others = _who(point, Special.UNKNOWN), _who(point, *knowing)
    yield _("{unsure}, what would you like to hear about this from {others}?").format(unsure=unsure, others=others)
    yield _("{others}, what could you tell {unsure} about this?").format(unsure=unsure, others=others)


def _about_silence(point: TalkPoint, *, named: bool) -> Iterator[str]:
    answered = [voice for voice in point.voices if voice.result.value is not None]
    if named and answered:
        yield _("{silent}, how do you look at this?").format(silent=_who(point, None))
    yield _("How does each of us look at this?")
