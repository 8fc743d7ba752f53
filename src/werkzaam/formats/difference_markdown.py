"""What changed between two evaluations, as Markdown."""

from collections.abc import Iterator

from werkzaam.domain.difference import Difference, FactorDifference
from werkzaam.formats.markdown_text import document, escaped, paragraphs, table
from werkzaam.language import _
from werkzaam.wording.comparisons import category_name
from werkzaam.wording.differences import (
    answer_change,
    change_text,
    collaborations,
    conditions_text,
    evaluation_name,
    fate_text,
    later_day,
    not_compared,
)
from werkzaam.wording.factors import factor_text
from werkzaam.wording.figures import score_text


def difference_markdown(found: Difference) -> str:
    """Return a difference as Markdown text."""
    sections: list[list[str]] = [_head(found), _scores(found), _factors(found)]
    if found.actions:
        agreed = (f"- {escaped(fate_text(action, later_day(found)))}" for action in found.actions)
        sections.append([f"## {_('What became of what was agreed')}", "", *agreed])
    sections += [[escaped(line)] for line in not_compared(found.retired, found.added)]
    return document(sections)


def _head(found: Difference) -> list[str]:
    names = [evaluation_name(item, found.factor_set) for item in (found.old, found.new)]
    period = _("From {old} to {new}").format(old=names[0], new=names[1])
    return [f"# {escaped(', '.join(collaborations(found)))}", "", escaped(period)]


def _scores(found: Difference) -> list[str]:
    rows = [
        [
            escaped(category_name(score.category)),
            score_text(score.old),
            score_text(score.new),
            change_text(score.change),
        ]
        for score in (*found.categories, found.total)
    ]
    return table([_("Category"), _("Was"), _("Is"), _("Change")], rows)


def _factors(found: Difference) -> list[str]:
    lines = [f"## {_('What is answered otherwise')}"]
    category = None
    for factor in found.factors:
        if factor.category is not category:
            category = factor.category
            lines += ["", f"### {escaped(category.name)}", ""]
        lines += _factor(factor)
    return lines if found.factors else [*lines, "", _("Nothing.")]


def _factor(found: FactorDifference) -> Iterator[str]:
    yield f"- {escaped(factor_text(found.factor))}"
    yield f"  - {escaped(answer_change(found))}"
    if found.no_longer_named:
        yield f"  - {_('Which conditions are missing is no longer said.')}"
    for message, conditions in (
        (_("In place now: {conditions}"), found.gained),
        (_("Missing now: {conditions}"), found.lost),
    ):
        if conditions:
            yield f"  - {escaped(message.format(conditions=conditions_text(conditions)))}"
    if found.note_changed:
        for message, note in (
            (_("Note was: {note}"), found.old.answer.note),
            (_("Note is: {note}"), found.new.answer.note),
        ):
            if note:
                yield f"  - {paragraphs(message.format(note=note), indent=4)}"
