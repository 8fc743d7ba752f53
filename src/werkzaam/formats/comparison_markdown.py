"""Evaluations side by side, as Markdown."""

from collections.abc import Iterator

from werkzaam.domain.comparison import Axis, Comparison, changes
from werkzaam.domain.factor_set import Category
from werkzaam.formats.markdown_text import document, escaped, table
from werkzaam.language import _
from werkzaam.wording.comparisons import answers_text, category_name, heading, sections
from werkzaam.wording.differences import change_text, not_compared
from werkzaam.wording.factors import bracket_note, factor_text
from werkzaam.wording.figures import score_text


def comparison_markdown(found: Comparison) -> str:
    """Return a comparison as Markdown text."""
    heads = [_("Category"), *(escaped(column.label) for column in found.columns)]
    rows = [[escaped(category_name(category)), *_scores(found, category)] for category in found.categories]
    return document(
        [
            [f"# {escaped(heading(found))}"],
            [f"## {_('Scores')}", "", *table(heads, rows), "", bracket_note(found.factor_set)],
            *_factors(found),
            *([escaped(line)] for line in not_compared(found.retired, found.added)),
        ]
    )


def _scores(found: Comparison, category: Category | None) -> Iterator[str]:
    """Return the scores of a category; through the years with how much they rose or fell."""
    tallies = found.tallies(category)
    for tally, change in zip(tallies, changes(tallies), strict=True):
        risen = change_text(change) if found.axis is Axis.DATE else ""
        yield f"{score_text(tally)} {risen}".rstrip()


def _factors(found: Comparison) -> Iterator[list[str]]:
    for title, rows in sections(found):
        lines = [f"## {title}", ""]
        for row in rows:
            lines += [f"- {escaped(factor_text(row.factor))}", f"  - {escaped(answers_text(found, row))}"]
        yield lines
