"""Many evaluations summed up, as Markdown."""

from collections.abc import Iterator

from werkzaam.domain.overview import Group, Overview
from werkzaam.formats.markdown_text import document, escaped, table
from werkzaam.language import _
from werkzaam.wording import overviews as words
from werkzaam.wording.comparisons import category_name
from werkzaam.wording.figures import percentage


def overview_markdown(overview: Overview) -> str:
    """Return an overview as Markdown text."""
    sections = [[f"# {escaped(overview.factor_set.title)}"]]
    for group in overview.groups:
        sections += _group(overview, group)
    if not overview.groups:
        sections.append([words.evaluations_text(0)])
    return document([*sections, [*words.how_summed()]])


def _group(overview: Overview, group: Group) -> Iterator[list[str]]:
    yield [f"## {escaped(words.group_name(overview, group))}", "", words.evaluations_text(group.n)]
    yield from ([escaped(remark)] for remark in words.group_remarks(overview, group))
    yield _scores(group)
    if group.most_missing:
        conditions = (f"- {escaped(words.missing_text(item))}" for item in words.most_missing(group))
        yield [f"### {_('What is missing most often')}", "", *conditions]


def _scores(group: Group) -> list[str]:
    rows = [
        [
            escaped(category_name(category)),
            *map(percentage, (scores.mean, scores.lowest, scores.highest)),
            words.scored(scores, group),
        ]
        for category, scores in group.categories
    ]
    return table([_("Category"), _("Mean"), _("Lowest"), _("Highest"), _("With a score")], rows)
