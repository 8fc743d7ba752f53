"""Many evaluations summed up, as Markdown."""

from collections.abc import Iterator

from werkzaam.domain.overview import Group, Overview
from werkzaam.formats.markdown_text import document, escaped, table
from werkzaam.language import _
from werkzaam.wording.comparisons import category_name
from werkzaam.wording.figures import percentage
from werkzaam.wording.overviews import (
    evaluations_text,
    group_name,
    group_remarks,
    group_size,
    how_summed,
    missing_text,
    most_missing,
    scored,
)


def overview_markdown(found: Overview) -> str:
    """Return an overview as Markdown text."""
    sections = [[f"# {escaped(found.factor_set.title)}"]]
    for group in found.groups:
        sections += _group(found, group)
    if not found.groups:
        sections.append([evaluations_text(0)])
    return document([*sections, [*how_summed()]])


def _group(found: Overview, group: Group) -> Iterator[list[str]]:
    yield [f"## {escaped(group_name(found, group))}", "", group_size(group)]
    yield from ([escaped(remark)] for remark in group_remarks(found, group))
    yield _scores(group)
    if group.most_missing:
        conditions = (f"- {escaped(missing_text(item))}" for item in most_missing(group))
        yield [f"### {_('What is missing most often')}", "", *conditions]


def _scores(group: Group) -> list[str]:
    rows = [
        [
            escaped(category_name(category)),
            *map(percentage, (scores.mean, scores.lowest, scores.highest)),
            scored(scores, group),
        ]
        for category, scores in group.categories
    ]
    return table([_("Category"), _("Mean"), _("Lowest"), _("Highest"), _("With a score")], rows)
