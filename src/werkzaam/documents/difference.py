"""What changed between two evaluations, as a document."""

from werkzaam.documents.blocks import Document, Medium, Point, Section, Text
from werkzaam.documents.building import about_marks, by_category, change_of, listing, score_of, soft
from werkzaam.documents.figures import Table
from werkzaam.domain.difference import Difference, FactorDifference
from werkzaam.language import _
from werkzaam.wording import differences as words
from werkzaam.wording.comparisons import category_name
from werkzaam.wording.factors import factor_text, scale_notes


def difference_document(difference: Difference) -> Document:
    """Return a difference as a document."""
    names = tuple(words.collaborations(difference))
    old, new = (words.evaluation_name(item, difference.factor_set) for item in (difference.old, difference.new))
    changed = by_category((item.category, _point(item)) for item in difference.factors)
    scores = (_scores(difference), *about_marks(difference.scores), *soft(scale_notes(difference.factor_set)))
    notes = tuple(Text((line,), "note") for line in words.note_changes(*difference.notes))
    agreed = (Point(words.fate_text(action, difference.day)) for action in difference.actions)
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
            *soft(words.not_compared(difference.left_out)),
        ),
        day=difference.day,
    )


def _scores(difference: Difference) -> Table:
    rows = tuple(
        (category_name(score.category), score_of(score.old), score_of(score.new), change_of(score))
        for score in difference.scores
    )
    return Table((_("Category"), _("Was"), _("Is"), _("Change")), rows, "partners")


def _point(difference: FactorDifference) -> Point:
    lines = words.factor_changes(difference)
    notes = words.note_changes(difference.old.answer.note, difference.new.answer.note)
    return Point(factor_text(difference.factor), lines=tuple(lines), quotes=tuple(notes))
