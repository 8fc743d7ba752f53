"""What changed between two evaluations, as Markdown."""

from collections.abc import Iterator

from werkzaam.domain.difference import Difference, FactorDifference
from werkzaam.formats.markdown_text import document, escaped, paragraphs, table
from werkzaam.language import _
from werkzaam.wording import differences as words
from werkzaam.wording.comparisons import category_name
from werkzaam.wording.factors import factor_text
from werkzaam.wording.figures import score_text


def difference_markdown(difference: Difference) -> str:
    """Return a difference as Markdown text."""
    sections: list[list[str]] = [_head(difference), _scores(difference), _factors(difference)]
    if difference.actions:
        agreed = (f"- {escaped(words.fate_text(action, words.later_day(difference)))}" for action in difference.actions)
        sections.append([f"## {_('What became of what was agreed')}", "", *agreed])
    sections += [[escaped(line)] for line in words.not_compared(difference.retired, difference.added)]
    return document(sections)


def _head(difference: Difference) -> list[str]:
    names = [words.evaluation_name(item, difference.factor_set) for item in (difference.old, difference.new)]
    period = _("From {old} to {new}").format(old=names[0], new=names[1])
    return [f"# {escaped(', '.join(words.collaborations(difference)))}", "", escaped(period)]


def _scores(difference: Difference) -> list[str]:
    rows = [
        [
            escaped(category_name(score.category)),
            score_text(score.old),
            score_text(score.new),
            words.change_text(score.change),
        ]
        for score in (*difference.categories, difference.total)
    ]
    return table([_("Category"), _("Was"), _("Is"), _("Change")], rows)


def _factors(difference: Difference) -> list[str]:
    lines = [f"## {_('What is answered otherwise')}"]
    category = None
    for factor in difference.factors:
        if factor.category is not category:
            category = factor.category
            lines += ["", f"### {escaped(category.name)}", ""]
        lines += _factor(factor)
    return lines if difference.factors else [*lines, "", _("Nothing.")]


def _factor(difference: FactorDifference) -> Iterator[str]:
    yield f"- {escaped(factor_text(difference.factor))}"
    for line in words.factor_changes(difference):
        yield f"  - {escaped(line)}"
    for note in words.note_changes(difference):
        yield f"  - {paragraphs(note, indent=4)}"
