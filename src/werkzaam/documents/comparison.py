"""Evaluations side by side, as a document."""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from werkzaam.documents.blocks import Document, Medium, Point, Points, Section, Text
from werkzaam.documents.building import about_marks, change_of, listing, quoted, score_of, soft
from werkzaam.documents.figures import Row, Series
from werkzaam.domain.comparison import Axis, Comparison, FactorRow
from werkzaam.domain.difference import ScoreDifference
from werkzaam.domain.outcomes import Course, Outcome
from werkzaam.language import _
from werkzaam.wording import comparisons as words
from werkzaam.wording.actions import action_details
from werkzaam.wording.differences import not_compared
from werkzaam.wording.factors import factor_text, listed, score_notes


def comparison_document(comparison: Comparison) -> Document:
    """Return a comparison as a document; one of years has changes of scores and outcomes of agreements as well."""
    names = [column.label for column in comparison.columns]
    labels = listed(names) if comparison.axis is Axis.PERSPECTIVE else ", ".join(names)
    scores = (_series(comparison), *about_marks(chain(*comparison.scores)), *soft(score_notes(comparison.factor_set)))
    answers = (Section(title, tuple(_answers(comparison, rows))) for title, rows in words.sections(comparison))
    return Document(
        comparison.factor_set,
        (words.heading(comparison),),
        head=(Text((labels,), on=Medium.TERMINAL), Text((labels, comparison.factor_set.title), on=Medium.PRINT)),
        body=(
            Section(_("Scores"), scores, titled=Medium.DOCUMENT),
            Section(_("What became of what was agreed"), tuple(_agreed(comparison))),
            *answers,
            *soft(not_compared(comparison.left_out)),
        ),
        day=comparison.day,
    )


def _series(comparison: Comparison) -> Series:
    labels = tuple(column.label for column in comparison.columns)
    rows = tuple(_row(comparison, scores) for scores in comparison.scores)
    if not comparison.is_through_time:
        return Series((_("Category"), _("Collaboration"), _("Score")), labels, rows)
    heads = (_("Category"), _("Date"), _("Score"), _("Change"))
    return Series(heads, labels, rows, ticks=tuple(words.short_dates(comparison)))


def _row(comparison: Comparison, scores: Sequence[ScoreDifference]) -> Row:
    category = scores[0].category
    name, figures = words.category_name(category), tuple(score_of(score.new) for score in scores)
    if not comparison.is_through_time:
        return Row(_("Category: {name}").format(name=name) if category else name, figures)
    return Row(name, figures, tuple(map(change_of, scores)))


def _agreed(comparison: Comparison) -> Iterator[Section]:
    """Yield a section for each evaluation in which actions were agreed, with their outcomes."""
    for place, made in groupby(comparison.courses, key=lambda course: course.agreed):
        points = (_agreement(comparison, course) for course in made)
        yield Section(comparison.columns[place].label, listing(points))


def _agreement(comparison: Comparison, course: Course) -> Point:
    return Point(
        words.outcome_text(comparison, course),
        details=tuple(action_details(words.as_it_stands(course), course.latest)),
        is_overdue=course.outcome is Outcome.OVERDUE,
    )


def _answers(comparison: Comparison, rows: Sequence[FactorRow]) -> Iterator[Points]:
    """Yield a list of factors with the answers and notes of all, then a list of shared answers with their factors."""
    alike = [row for row in rows if words.has_one_answer(comparison, row) and not _notes(comparison, row)]
    each = (
        Point(factor_text(row.factor), lines=(words.answers_text(comparison, row),), quotes=_notes(comparison, row))
        for row in rows
        if row not in alike
    )
    same = (
        Point(answer, parts=tuple(factor_text(row.factor) for row in those))
        for answer, those in words.by_answer(comparison, alike)
    )
    yield from (Points(points, kind="answers") for points in (tuple(each), tuple(same)) if points)


def _notes(comparison: Comparison, row: FactorRow) -> tuple[str, ...]:
    """Return the notes of partners on a factor; none for years and collaborations, which would have too many."""
    if comparison.axis is not Axis.PERSPECTIVE:
        return ()
    notes = (
        (column.label, quoted(result.answer.note))
        for column, result in zip(comparison.columns, row.results, strict=True)
    )
    return tuple(f"{label}: {note}" for label, note in notes if note)
