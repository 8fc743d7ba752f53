"""The agenda for a talk between partners, as Markdown."""

from collections.abc import Iterator

from werkzaam.domain.agenda import Agenda, Point
from werkzaam.formats.markdown_text import document, escaped, paragraphs, table
from werkzaam.language import _
from werkzaam.wording import agenda as words
from werkzaam.wording.comparisons import category_name, heading
from werkzaam.wording.differences import not_compared
from werkzaam.wording.factors import bracket_note, factor_text
from werkzaam.wording.figures import score_text
from werkzaam.wording.opening_questions import opening_question


def agenda_markdown(found: Agenda) -> str:
    """Return an agenda as Markdown text."""
    comparison = found.comparison
    return document(
        [
            _head(found),
            *_talk(found),
            *_agreements(found),
            *_names(found),
            _scores(found),
            *([escaped(line)] for line in not_compared(comparison.retired, comparison.added)),
        ]
    )


def _head(found: Agenda) -> list[str]:
    lines = [
        f"# {escaped(heading(found.comparison))}", "", escaped(" · ".join(words.about(found))), "", words.welcome(), ""
    ]  # fmt: skip
    for label, remark in words.remarks_of_all(found):
        lines.append(f"- **{escaped(label)}**: {paragraphs(remark, indent=2)}")
    return lines


def _talk(found: Agenda) -> Iterator[list[str]]:
    number = 0
    for topic in words.TALKED_ABOUT:
        points = found.about(topic)
        if points:
            yield [f"## {words.topic_title(topic)}"]
        for point in points:
            number += 1
            yield [f"### {number}. {escaped(factor_text(point.factor))}", "", *_point(found, point)]


def _point(found: Agenda, point: Point) -> Iterator[str]:
    if point.shared:
        yield from (escaped(words.shared_text(point)), "")
    for voice in point.voices:
        yield f"- **{escaped(voice.label)}**: {escaped(words.voice_answer(voice))}"
        if voice.named:
            yield f"  - {escaped(words.voice_missing(point, voice))}"
        note = words.quoted(voice.result.answer.note)
        if note:
            yield f"  - {paragraphs(note, indent=4)}"
    yield from ("", f"> {escaped(opening_question(found, point))}")


def _agreements(found: Agenda) -> Iterator[list[str]]:
    lines = [f"- {escaped(words.agreement_text(found, agreement))}" for agreement in found.agreements]
    if lines:
        yield [f"## {words.agreements_title()}", "", *lines]


def _names(found: Agenda) -> Iterator[list[str]]:
    for topic in words.NAMED_ONLY:
        lines = [f"- {escaped(words.name_of(point))}" for point in found.about(topic)]
        if lines:
            yield [f"## {words.topic_title(topic)}", "", *lines]


def _scores(found: Agenda) -> list[str]:
    """Return the scores of the partners side by side; nothing is averaged across them."""
    comparison = found.comparison
    heads = [_("Category"), *(escaped(column.label) for column in comparison.columns)]
    rows = [
        [escaped(category_name(category)), *map(score_text, comparison.tallies(category))]
        for category in comparison.categories
    ]
    return [f"## {words.scores_title()}", "", *table(heads, rows), "", bracket_note(comparison.factor_set)]
