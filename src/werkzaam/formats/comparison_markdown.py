"""Evaluations side by side as Markdown; between partners as the agenda for their talk."""

from collections.abc import Iterator

from werkzaam.domain.agenda import Agenda, Point, agenda
from werkzaam.domain.comparison import Axis, Comparison, changes
from werkzaam.domain.factor_set import Category
from werkzaam.formats.markdown_text import document, escaped, paragraphs, table
from werkzaam.language import _
from werkzaam.wording import agenda as words
from werkzaam.wording.agenda import opening_question
from werkzaam.wording.comparisons import answers_text, category_name, heading, sections
from werkzaam.wording.differences import change_text, not_compared
from werkzaam.wording.factors import bracket_note, factor_text
from werkzaam.wording.figures import score_text


def comparison_markdown(comparison: Comparison) -> str:
    """Return a comparison as Markdown text; between partners it is an agenda for their talk."""
    if comparison.axis is Axis.PERSPECTIVE:
        return agenda_markdown(agenda(comparison))
    heads = [_("Category"), *(escaped(column.label) for column in comparison.columns)]
    rows = [
        [escaped(category_name(category)), *_comparison_scores(comparison, category)]
        for category in comparison.categories
    ]
    return document(
        [
            [f"# {escaped(heading(comparison))}"],
            [f"## {_('Scores')}", "", *table(heads, rows), "", bracket_note(comparison.factor_set)],
            *_factors(comparison),
            *([escaped(line)] for line in not_compared(comparison.retired, comparison.added)),
        ]
    )


def _comparison_scores(comparison: Comparison, category: Category | None) -> Iterator[str]:
    """Return the scores of a category; through the years with how much they rose or fell."""
    tallies = comparison.tallies(category)
    for tally, change in zip(tallies, changes(tallies), strict=True):
        risen = change_text(change) if comparison.axis is Axis.DATE else ""
        yield f"{score_text(tally)} {risen}".rstrip()


def _factors(comparison: Comparison) -> Iterator[list[str]]:
    for title, rows in sections(comparison):
        lines = [f"## {title}", ""]
        for row in rows:
            lines += [f"- {escaped(factor_text(row.factor))}", f"  - {escaped(answers_text(comparison, row))}"]
        yield lines


def agenda_markdown(agenda: Agenda) -> str:
    """Return an agenda as Markdown text."""
    comparison = agenda.comparison
    return document(
        [
            _head(agenda),
            *_talk(agenda),
            *_actions(agenda),
            *_names(agenda),
            _agenda_scores(agenda),
            *([escaped(line)] for line in not_compared(comparison.retired, comparison.added)),
        ]
    )


def _head(agenda: Agenda) -> list[str]:
    title, about = escaped(heading(agenda.comparison)), escaped(" · ".join(words.about(agenda)))
    lines = [f"# {title}", "", about, "", words.welcome(), ""]
    for label, remark in words.remarks_of_all(agenda):
        lines.append(f"- **{escaped(label)}**: {paragraphs(remark, indent=2)}")
    return lines


def _talk(agenda: Agenda) -> Iterator[list[str]]:
    number = 0
    for topic in words.TALKED_ABOUT:
        points = agenda.about(topic)
        if points:
            yield [f"## {words.topic_title(topic)}"]
        for point in points:
            number += 1
            yield [f"### {number}. {escaped(factor_text(point.factor))}", "", *_point(agenda, point)]


def _point(agenda: Agenda, point: Point) -> Iterator[str]:
    if point.shared:
        yield from (escaped(words.shared_text(point)), "")
    for voice in point.voices:
        yield f"- **{escaped(voice.label)}**: {escaped(words.voice_answer(voice))}"
        if voice.named:
            yield f"  - {escaped(words.voice_missing(point, voice))}"
        note = words.quoted(voice.result.answer.note)
        if note:
            yield f"  - {paragraphs(note, indent=4)}"
    yield from ("", f"> {escaped(opening_question(agenda, point))}")


def _actions(agenda: Agenda) -> Iterator[list[str]]:
    lines = [f"- {escaped(words.shared_action_text(agenda, action))}" for action in agenda.actions]
    if lines:
        yield [f"## {words.actions_title()}", "", *lines]


def _names(agenda: Agenda) -> Iterator[list[str]]:
    for topic in words.NAMED_ONLY:
        lines = [f"- {escaped(words.name_of(point))}" for point in agenda.about(topic)]
        if lines:
            yield [f"## {words.topic_title(topic)}", "", *lines]


def _agenda_scores(agenda: Agenda) -> list[str]:
    """Return the scores of the partners side by side; nothing is averaged across them."""
    comparison = agenda.comparison
    heads = [_("Category"), *(escaped(column.label) for column in comparison.columns)]
    rows = [
        [escaped(category_name(category)), *map(score_text, comparison.tallies(category))]
        for category in comparison.categories
    ]
    return [f"## {words.scores_title()}", "", *table(heads, rows), "", bracket_note(comparison.factor_set)]
