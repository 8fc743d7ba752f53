"""Evaluations side by side, and what changed between two of them, as documents."""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from werkzaam.documents.blocks import Document, Medium, Point, Points, Section, Text, by_category, listing, quoted, soft
from werkzaam.documents.figures import Row, Series, Table, about_marks, change_of, score_of
from werkzaam.domain.comparison import Axis, Comparison, Course, FactorRow, Outcome
from werkzaam.domain.difference import Difference, FactorDifference, ScoreDifference
from werkzaam.language import _
from werkzaam.wording import comparisons, differences
from werkzaam.wording.actions import action_details
from werkzaam.wording.factors import factor_text, listed, scale_notes, score_notes


def comparison_document(comparison: Comparison) -> Document:
    """Return a comparison as a document; one of years has changes of scores and outcomes of agreements as well."""
    names = [column.label for column in comparison.columns]
    labels = listed(names) if comparison.axis is Axis.PERSPECTIVE else ", ".join(names)
    scores = (_series(comparison), *about_marks(chain(*comparison.scores)), *soft(score_notes(comparison.factor_set)))
    answers = (Section(title, tuple(_answers(comparison, rows))) for title, rows in comparisons.sections(comparison))
    return Document(
        comparison.factor_set,
        (comparisons.heading(comparison),),
        head=(Text((labels,), on=Medium.TERMINAL), Text((labels, comparison.factor_set.title), on=Medium.PRINT)),
        body=(
            Section(_("Scores"), scores, titled=Medium.DOCUMENT),
            Section(_("What became of what was agreed"), tuple(_agreed(comparison))),
            *answers,
            *soft(differences.not_compared(comparison.left_out)),
        ),
        day=comparison.day,
    )


def _series(comparison: Comparison) -> Series:
    labels = tuple(column.label for column in comparison.columns)
    rows = tuple(_row(comparison, scores) for scores in comparison.scores)
    if not comparison.is_through_time:
        return Series((_("Category"), _("Collaboration"), _("Score")), labels, rows)
    heads = (_("Category"), _("Date"), _("Score"), _("Change"))
    return Series(heads, labels, rows, ticks=tuple(comparisons.short_dates(comparison)))


def _row(comparison: Comparison, scores: Sequence[ScoreDifference]) -> Row:
    category = scores[0].category
    name, figures = comparisons.category_name(category), tuple(score_of(score.new) for score in scores)
    if category and comparison.axis is Axis.PERSPECTIVE:  # partners can have the names of categories
        name = _("Category: {name}").format(name=name)
    return Row(name, figures, tuple(map(change_of, scores)) if comparison.is_through_time else ())


def _agreed(comparison: Comparison) -> Iterator[Section]:
    """Yield a section for each evaluation in which actions were agreed, with their outcomes."""
    for place, made in groupby(comparison.courses, key=lambda course: course.agreed):
        points = (_agreement(comparison, course) for course in made)
        yield Section(comparison.columns[place].label, listing(points))


def _agreement(comparison: Comparison, course: Course) -> Point:
    return Point(
        comparisons.outcome_text(comparison, course),
        details=tuple(action_details(comparisons.as_it_stands(course), course.latest)),
        is_overdue=course.outcome is Outcome.OVERDUE,
    )


def _answers(comparison: Comparison, rows: Sequence[FactorRow]) -> Iterator[Points]:
    """Yield a list of factors with the answers and notes of all, then a list of shared answers with their factors."""
    alike = [row for row in rows if comparisons.has_one_answer(comparison, row) and not _notes(comparison, row)]
    each = (
        Point(
            factor_text(row.factor), lines=(comparisons.answers_text(comparison, row),), quotes=_notes(comparison, row)
        )
        for row in rows
        if row not in alike
    )
    same = (
        Point(answer, parts=tuple(factor_text(row.factor) for row in those))
        for answer, those in comparisons.by_answer(comparison, alike)
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


def difference_document(difference: Difference) -> Document:
    """Return a difference as a document."""
    names = tuple(differences.collaborations(difference))
    old, new = (differences.evaluation_name(item, difference.factor_set) for item in (difference.old, difference.new))
    changed = by_category((item.category, _point(item)) for item in difference.factors)
    scores = (_scores(difference), *about_marks(difference.scores), *soft(scale_notes(difference.factor_set)))
    notes = tuple(Text((line,), "note") for line in differences.note_changes(*difference.notes))
    agreed = (Point(differences.fate_text(action, difference.day)) for action in difference.actions)
    return Document(
        difference.factor_set,
        names,
        head=(Text((_("From {old} to {new}").format(old=old, new=new),)),),
        about=_("what changed from {old} to {new}").format(old=old, new=new),
        body=(
            Section(_("Scores"), scores, titled=Medium.PRINT),
            Section(_("Answers that changed"), changed or (Text((_("Nothing."),)),)),
            Section(_("Note on the whole"), notes),
            Section(_("What became of what was agreed"), listing(agreed)),
            *soft(differences.not_compared(difference.left_out)),
        ),
        day=difference.day,
    )


def _scores(difference: Difference) -> Table:
    rows = tuple(
        (comparisons.category_name(score.category), score_of(score.old), score_of(score.new), change_of(score))
        for score in difference.scores
    )
    return Table((_("Category"), _("Was"), _("Is"), _("Change")), rows, "partners")


def _point(difference: FactorDifference) -> Point:
    lines = differences.factor_changes(difference)
    notes = differences.note_changes(difference.old.answer.note, difference.new.answer.note)
    return Point(factor_text(difference.factor), lines=tuple(lines), quotes=tuple(notes))
