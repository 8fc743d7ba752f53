"""The agenda for a talk between partners, as a document to have on the table."""

from collections.abc import Iterator, Sequence
from itertools import count

from werkzaam.documents.blocks import Block, Document, Fields, Point, Section, Text, Voices, listing, quoted, soft
from werkzaam.documents.figures import Row, Series, Table, score_of, side_by_side
from werkzaam.domain.agenda import Agenda, SharedAction, TalkPoint, Topic, Voice
from werkzaam.domain.factor_set import Condition, Factor
from werkzaam.language import _, ngettext
from werkzaam.visible import visible
from werkzaam.wording.actions import action_details
from werkzaam.wording.agenda import TALKED_ABOUT, joined, opening_questions
from werkzaam.wording.comparisons import category_name, heading
from werkzaam.wording.differences import not_compared
from werkzaam.wording.factors import answer_name, condition_text, factor_text, listed, nothing_named, score_notes
from werkzaam.wording.figures import local_date


def agenda_document(agenda: Agenda) -> Document:
    """Return an agenda as a document: points to discuss, open agreements, factors to name only, and scores."""
    comparison, about = agenda.comparison, _about(agenda)
    welcome = _(
        "Everyone looks from their own position. Where we see something different, there is something to hear: "
        "ask, listen, and tell what you see."
    )
    actions = (Point(_action_text(agenda, action)) for action in agenda.actions)
    return Document(
        comparison.factor_set,
        (heading(comparison),),
        head=(Text(about), Text((welcome,), "soft"), *_remarks(agenda)),
        body=(
            *_talk(agenda),
            Section(_("Which agreements are still open?"), listing(actions)),
            *_names(agenda),
            Section(_("Scores side by side"), (_scores(agenda), *soft(score_notes(comparison.factor_set)))),
            *soft(not_compared(comparison.left_out)),
        ),
        about=about[0],
        kind="agenda",
        day=comparison.day,
    )


def _about(agenda: Agenda) -> tuple[str, ...]:
    """Return the kind of document, the labels of the partners, and the first and last date of their evaluations."""
    columns = agenda.comparison.columns
    days = [local_date(day) for day in sorted({column.entry.evaluation.date for column in columns})]
    return (
        _("Agenda for our talk"),
        listed([column.label for column in columns]),
        " – ".join(dict.fromkeys((days[0], days[-1]))),
    )


def _remarks(agenda: Agenda) -> tuple[Voices, ...]:
    """Return the partners' notes on the evaluation as a whole; empty if there are none."""
    remarks = ((column.label, quoted(column.entry.evaluation.note)) for column in agenda.comparison.columns)
    voices = tuple(Point(label, note=remark) for label, remark in remarks if remark)
    return (Voices(voices),) if voices else ()


def _talk(agenda: Agenda) -> Iterator[Section]:
    questions = opening_questions(agenda)
    numbers = count(1)
    for topic in TALKED_ABOUT:
        points = (_point(point, next(numbers), questions.get(point.factor.id)) for point in agenda.about(topic))
        yield Section(_topic_title(topic, agenda), tuple(points), "first" if topic is Topic.FIRST else "")


def _topic_title(topic: Topic, agenda: Agenda) -> str:
    """Return the title above the points of a topic, in the words of those at the table."""
    more = _("What else do we see differently?") if agenda.about(Topic.FIRST) else _("What do we see differently?")
    return {
        Topic.FIRST: _("To begin with"),
        Topic.DIFFERENT: more,
        Topic.MISSED: _("What do we all find missing?"),
        Topic.UNKNOWN: _("What do we not know yet?"),
        Topic.IN_PLACE: _("What do we all find in place?"),
        Topic.NOT_APPLICABLE: _("What applies to none of us?"),
    }[topic]


def _point(point: TalkPoint, number: int, question: str | None) -> Section:
    return Section(factor_text(point.factor), tuple(_to_talk_about(point, question)), "point", number)


def _to_talk_about(point: TalkPoint, question: str | None) -> Iterator[Block]:
    """Yield the blocks of a point: what partners answered, its opening question, and fields for an agreement."""
    if point.shared:
        yield Text(
            (_("Missing for all of us: {conditions}").format(conditions=_conditions(point.factor, point.shared)),)
        )
    yield Voices(tuple(_voice(point, voice) for voice in point.voices))
    if question:
        yield Text((question,), "ask")
    yield Fields(((_("Agreed"), ()), (_("Who"), ()), (_("When"), ())), "row")


def _voice(point: TalkPoint, voice: Voice) -> Point:
    """Return one partner's answer to a factor, without the missing conditions that all partners share."""
    message = _("Missing too: {conditions}") if point.shared else _("Missing: {conditions}")
    missing = [message.format(conditions=_conditions(point.factor, voice.named))] if voice.named else []
    answer, note = voice.result.answer, quoted(voice.result.answer.note)
    lines, quotes = (*missing, *nothing_named(point.factor, answer)), (note,) if note else ()
    return Point(voice.label, answer_name(point.factor, answer), lines=lines, quotes=quotes)


def _conditions(factor: Factor, conditions: Sequence[Condition]) -> str:
    """Return conditions on one line, separated by semicolons because many contain commas."""
    return "; ".join(condition_text(condition, factor, full=False) for condition in conditions)


def _action_text(agenda: Agenda, shared: SharedAction) -> str:
    """Return an action with each version of its details, and the partners whose files have that version."""
    day = agenda.comparison.day
    versions = (", ".join([*action_details(action, day), _files_of(labels)]) for action, labels in shared.versions)
    return f"{visible(shared.what)} ({'; '.join(versions)})"


def _names(agenda: Agenda) -> Iterator[Section]:
    """Yield sections with the factors that need no talk, so that nobody wonders whether they were forgotten."""
    for topic in (Topic.IN_PLACE, Topic.NOT_APPLICABLE):
        names = (Point(_name(point)) for point in agenda.about(topic))
        yield Section(_topic_title(topic, agenda), listing(names, "names"))


def _name(point: TalkPoint) -> str:
    """Return a factor with its preferred conditions, if any, that at least one partner misses."""
    lacking = {*point.shared, *point.named}
    named = [condition for condition in point.factor.conditions if condition in lacking]
    text, missing = factor_text(point.factor), _conditions(point.factor, named)
    return f"{text} {_('Missing: {conditions}').format(conditions=missing)}" if missing else text


def _scores(agenda: Agenda) -> Table | Series:
    """Return the scores of each partner; nothing is averaged."""
    labels = tuple(column.label for column in agenda.comparison.columns)
    rows = (
        Row(category_name(scores[0].category), tuple(score_of(score.new) for score in scores))
        for scores in agenda.comparison.scores
    )
    return side_by_side((_("Category"), _("Perspective"), _("Score")), labels, rows)


def _files_of(labels: Sequence[str]) -> str:
    said = ngettext("in the file of {names}", "in the files of {names}", len(labels))
    return said.format(names=joined(labels))
