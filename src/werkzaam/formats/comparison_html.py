"""Evaluations side by side, as a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from werkzaam.domain.comparison import Axis, Comparison, changes
from werkzaam.domain.score import Tally
from werkzaam.formats.html_page import html_page
from werkzaam.wording.comparisons import answers_text, category_name, heading, sections
from werkzaam.wording.differences import change_text, not_compared

_WIDTH, _HEIGHT, _MARGIN = 100.0, 40.0, 4.0
"""Of a line chart, in its own units."""


def comparison_html(found: Comparison) -> str:
    """Return a comparison as a page."""
    return html_page(
        "comparison.html.j2",
        set=found.factor_set,
        found=found,
        heading=heading(found),
        through_time=found.axis is Axis.DATE,
        sections=sections(found),
        not_compared=not_compared(found.retired, found.added),
        answers_text=answers_text,
        category_name=category_name,
        change_text=change_text,
        changes=changes,
        chart=line_chart,
    )


@dataclass(frozen=True, slots=True)
class LineChart:
    """Where the points of a chart lie, in its own units; a line ends where a score is missing."""

    points: tuple[tuple[float, float], ...]
    lines: tuple[str, ...]
    """Each as SVG writes the points of a polyline."""


def line_chart(tallies: Sequence[Tally]) -> LineChart:
    """Lay out scores (0 to 1) from left to right."""
    placed = [_point(number, tally.score, len(tallies)) for number, tally in enumerate(tallies)]
    runs = [list(run) for there, run in groupby(placed, key=lambda point: point is not None) if there]
    lines = [" ".join(f"{x:g},{y:g}" for x, y in filter(None, run)) for run in runs if len(run) > 1]
    return LineChart(tuple(point for point in placed if point), tuple(lines))


def _point(number: int, score: Fraction | None, count: int) -> tuple[float, float] | None:
    if score is None:
        return None
    width, height = _WIDTH - 2 * _MARGIN, _HEIGHT - 2 * _MARGIN
    across = number / (count - 1) if count > 1 else 0.5
    return round(_MARGIN + across * width, 2), round(_MARGIN + float(1 - score) * height, 2)
