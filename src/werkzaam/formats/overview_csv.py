"""The scores of an overview as CSV: a line for each group and category."""

from collections.abc import Iterator

from werkzaam.domain.overview import Overview
from werkzaam.formats.csv_text import csv_lines, defused
from werkzaam.formats.json_text import ratio
from werkzaam.visible import visible

_HEADER = ("group", "category", "n", "mean", "min", "max")


def overview_csv(found: Overview) -> str:
    """Return scores under a header; a line without a category is about all factors together."""
    return csv_lines([_HEADER, *_lines(found)])


def _lines(found: Overview) -> Iterator[tuple[object, ...]]:
    for group in found.groups:
        key = defused(group.key, visible(group.key)) if group.key else None
        for category, scores in group.categories:
            figures = map(ratio, (scores.mean, scores.lowest, scores.highest))
            yield key, category.id if category else None, scores.n, *figures
