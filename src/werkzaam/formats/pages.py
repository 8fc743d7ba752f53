"""Results as pages that stand on their own: no script, nothing fetched from anywhere, every text escaped."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from werkzaam.documents.blocks import Document, Medium, shown
from werkzaam.visible import visible, visible_lines
from werkzaam.wording import factors, figures

if TYPE_CHECKING:
    from jinja2 import Environment

_CHART_WIDTH, _LINES_HEIGHT, _LINES_MARGIN = 100.0, 40.0, 4.0
_COLUMNS_HEIGHT, _COLUMNS_GAP = 30.0, 1.0
"""Of charts, in their own units."""
_FADING = 0.7
"""What is left of its tone from one answer to the next."""


def page(document: Document) -> str:
    """Return a document as a page; the templates beside this module lay it out."""
    return _environment().get_template("page.html.j2").render(document=document)


@cache
def _environment() -> "Environment":
    """Return what fills in the templates, which it keeps ready for the next page."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # slow to load, and no other format needs it
    from markupsafe import escape

    environment = Environment(
        loader=PackageLoader("werkzaam.formats"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    environment.globals |= {
        "lines": lambda text: escape(visible_lines(text)),
        "shown": lambda blocks: shown(blocks, Medium.PAGE),
        "kind": lambda block: type(block).__name__,
        "line_chart": line_chart,
        "column_chart": column_chart,
        "share_chart": share_chart,
        "no_score": figures.no_score,
        "source_text": factors.source_text,
    }
    return environment


def _shown(value: object) -> object:
    """Return what stands on a page; what templates made of a text already is of another type, and stays."""
    return visible(value) if type(value) is str else value


def line_chart(scores: Sequence[Fraction | None]) -> tuple[list[tuple[float, float]], list[str]]:
    """Lay out scores (0 to 1) from left to right: points, and lines as SVG writes the points of a polyline.

    Both are in the chart's own units; a line ends where a score is missing.
    """
    placed = [_point(number, score, len(scores)) for number, score in enumerate(scores)]
    runs = [list(run) for there, run in groupby(placed, key=lambda point: point is not None) if there]
    lines = [" ".join(f"{x:g},{y:g}" for x, y in filter(None, run)) for run in runs if len(run) > 1]
    return [point for point in placed if point], lines


def _point(number: int, score: Fraction | None, count: int) -> tuple[float, float] | None:
    if score is None:
        return None
    width, height = _CHART_WIDTH - 2 * _LINES_MARGIN, _LINES_HEIGHT - 2 * _LINES_MARGIN
    across = number / (count - 1) if count > 1 else 0.5
    return round(_LINES_MARGIN + across * width, 2), round(_LINES_MARGIN + float(1 - score) * height, 2)


def column_chart(bins: Sequence[int]) -> list[tuple[float, float, float, float]]:
    """Lay out how many scores lie in each range, from left to right: x, y, width and height of each column.

    They are in the chart's own units; the highest column is as high as the chart.
    """
    width, highest = _CHART_WIDTH / len(bins), max(bins)
    heights = [(number, _COLUMNS_HEIGHT * count / highest) for number, count in enumerate(bins) if count]
    return [
        (
            round(number * width + _COLUMNS_GAP / 2, 2),
            round(_COLUMNS_HEIGHT - height, 2),
            round(width - _COLUMNS_GAP, 2),
            round(height, 2),
        )
        for number, height in heights
    ]


def share_chart(shares: Sequence[tuple[str, int]]) -> list[tuple[str, int, float, float, float]]:
    """Lay out how often each answer was given, from left to right: its name, that number, x, width, and tone.

    The tone, from 1 down, is the same for an answer whatever was given beside it; what was never given is left out.
    """
    starts = accumulate((count for _name, count in shares), initial=0)
    scale = _CHART_WIDTH / (sum(count for _name, count in shares) or 1)
    return [
        (name, count, round(start * scale, 2), round(count * scale, 2), round(_FADING**place, 2))
        for place, ((name, count), start) in enumerate(zip(shares, starts, strict=False))
        if count
    ]
