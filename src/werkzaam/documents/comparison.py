"""Evaluations side by side, as a document."""

from collections.abc import Sequence

from werkzaam.documents.blocks import Document, Medium, Point, Points, Section, Text
from werkzaam.documents.building import score_of, soft
from werkzaam.documents.changes import about_marks, change_of
from werkzaam.documents.figures import Change, Row, Series
from werkzaam.domain.comparison import Axis, Comparison, FactorRow, changes, knowing_less
from werkzaam.domain.factor_set import Category
from werkzaam.language import _
from werkzaam.wording.comparisons import answers_text, by_answer, category_name, has_one_answer, heading, sections
from werkzaam.wording.differences import not_compared
from werkzaam.wording.factors import factor_text, listed, score_notes


def comparison_document(comparison: Comparison) -> Document:
    """Return a comparison as a document; through the years with what rose and what fell."""
    names = [column.label for column in comparison.columns]
    labels = listed(names) if comparison.axis is Axis.PERSPECTIVE else ", ".join(names)
    scores = (_series(comparison), *_marks(comparison), *soft(score_notes(comparison.factor_set)))
    answers = (Section(title, _answers(comparison, rows)) for title, rows in sections(comparison))
    return Document(
        comparison.factor_set,
        (heading(comparison),),
        head=(Text((labels,), on=Medium.TERMINAL), Text((labels, comparison.factor_set.title), on=Medium.PAGE)),
        body=(
            Section(_("Scores"), scores, titled=Medium.DOCUMENT),
            *answers,
            *soft(not_compared(comparison.retired, comparison.added)),
        ),
    )


def _series(comparison: Comparison) -> Series:
    through_time = comparison.axis is Axis.DATE
    heads = [_("Category"), _("Date") if through_time else _("Collaboration"), _("Score")]
    return Series(
        (*heads, _("Change")) if through_time else tuple(heads),
        tuple(column.label for column in comparison.columns),
        tuple(_row(comparison, category, through_time=through_time) for category in comparison.categories),
        through_time,
    )


def _row(comparison: Comparison, category: Category | None, *, through_time: bool) -> Row:
    tallies = comparison.tallies(category)
    display = comparison.factor_set.display
    rises = (
        change_of(rise, display, knows_less=marked) if through_time else Change()
        for rise, marked in zip(changes(tallies), knowing_less(tallies), strict=True)
    )
    return Row(category_name(category), tuple(map(score_of, tallies)), tuple(rises))


def _marks(comparison: Comparison) -> tuple[Text, ...]:
    """Return what a mark behind a rise or a fall through the years means."""
    if comparison.axis is not Axis.DATE:
        return ()
    return about_marks(
        (category, marked)
        for category in comparison.categories
        for marked in knowing_less(comparison.tallies(category))
    )


def _answers(comparison: Comparison, rows: Sequence[FactorRow]) -> tuple[Points, ...]:
    """Return what is said of factors; where all agree a terminal shows each answer once, with its factors."""
    each = tuple(Point(factor_text(row.factor), lines=(answers_text(comparison, row),)) for row in rows)
    if not has_one_answer(rows[0]):
        return (Points(each, kind="answers"),)
    alike = (
        Point(answer, parts=tuple(factor_text(row.factor) for row in same))
        for answer, same in by_answer(comparison, rows)
    )
    return Points(each, kind="answers", on=Medium.DOCUMENT), Points(tuple(alike), kind="answers", on=Medium.TERMINAL)
