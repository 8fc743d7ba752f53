"""Many evaluations summed up, as a page with the scores of each category as a small chart."""

from collections.abc import Sequence
from dataclasses import dataclass

from werkzaam.domain.overview import Overview
from werkzaam.formats.html_page import html_page
from werkzaam.wording import overviews
from werkzaam.wording.comparisons import category_name

_WIDTH, _HEIGHT, _GAP = 100.0, 30.0, 1.0
"""Of a chart, in its own units."""


def overview_html(found: Overview) -> str:
    """Return an overview as a page."""
    return html_page(
        "overview.html.j2",
        set=found.factor_set,
        found=found,
        category_name=category_name,
        columns=columns,
        evaluations_text=overviews.evaluations_text,
        group_name=overviews.group_name,
        group_remarks=overviews.group_remarks,
        group_size=overviews.group_size,
        how_summed=overviews.how_summed,
        missing_text=overviews.missing_text,
        most_missing=overviews.most_missing,
        range_text=overviews.range_text,
        scored=overviews.scored,
        spread_text=overviews.spread_text,
    )


@dataclass(frozen=True, slots=True)
class Column:
    """Where one column of a chart stands, in the chart's own units."""

    x: float
    y: float
    width: float
    height: float


def columns(bins: Sequence[int]) -> list[Column]:
    """Lay out how many scores lie in each range, from left to right; the highest column is as high as the chart."""
    width, highest = _WIDTH / len(bins), max(bins)
    return [
        Column(
            round(number * width + _GAP / 2, 2),
            round(_HEIGHT * (1 - count / highest), 2),
            round(width - _GAP, 2),
            round(_HEIGHT * count / highest, 2),
        )
        for number, count in enumerate(bins)
        if count
    ]
