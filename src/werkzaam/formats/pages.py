"""Documents as HTML pages that need no other file: nothing is fetched, and every text is escaped.

Templates draw their SVG charts from coordinates of lines, columns and texts in user units, which are reckoned here.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import accumulate, groupby
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from werkzaam.documents.blocks import Document, Medium, shown
from werkzaam.documents.figures import Row
from werkzaam.visible import visible, visible_lines
from werkzaam.wording import factors, figures

if TYPE_CHECKING:
    from jinja2 import Environment

_WIDTH, _HEIGHT = 260.0, 132.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 42.0, 2.0, 20.0, 24.0
"""The margins of a line chart, with room for the figures and labels of its axes."""
_SIGN = 7.0
"""The average width of a character, at most."""
_COLUMNS_WIDTH, _COLUMNS_HEIGHT, _COLUMNS_GAP = 100.0, 30.0, 1.0
_FADING = 0.7
"""The ratio of the opacity of an answer to that of the answer before it."""

Placed = tuple[float, float, str]
"""The x and y of a text, and the text."""


def page(document: Document) -> str:
    """Return a document as an HTML page, laid out by the templates beside this module."""
    return environment().get_template("page.html.j2").render(document=document)


@cache
def environment() -> "Environment":
    """Return the Jinja environment for all templates, which sanitises and escapes every text; it is made once."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # slow to load, and no other format needs it
    from markupsafe import escape

    made = Environment(
        loader=PackageLoader("werkzaam.formats"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    made.globals |= {
        "lines": lambda text: escape(visible_lines(text)),
        "shown": lambda blocks: shown(blocks, Medium.PAGE),
        "kind": lambda block: type(block).__name__,
        "line_chart": line_chart,
        "column_chart": column_chart,
        "share_chart": share_chart,
        "no_score": figures.no_score,
        "source_text": factors.source_text,
    }
    return made


def _shown(value: object) -> object:
    """Return a plain text sanitised, and any other value unchanged: what is safe already has the type Markup."""
    return visible(value) if type(value) is str else value


class LineChart(NamedTuple):
    """A line chart of scores from left to right, with axes; y runs downwards, as in SVG."""

    marks: tuple[Placed, ...]
    """The lowest possible score, the one halfway and the highest, along the y axis; x is the right end of the text."""
    labels: tuple[Placed, ...]
    """The labels along the x axis, as many as fit, the last one included; x is the middle of the text."""
    points: tuple[tuple[float, float], ...]
    lines: tuple[str, ...]
    figures: tuple[Placed, ...]
    """The scores above the points, as many as fit; x is the middle of the text."""
    ranges: tuple[tuple[float, float, float], ...]
    """The middle half of the scores of a group: x, and the upper and lower y."""
    width: float = _WIDTH
    height: float = _HEIGHT
    left: float = _LEFT
    right: float = _WIDTH - _RIGHT


def line_chart(row: Row, labels: Sequence[str]) -> LineChart:
    """Lay out the scores of a category, with a label for each."""
    written, marks = [score.figure() for score in row.scores], row.scores[0].marks
    half = max(map(len, (*labels, *marks))) * _SIGN / 2  # of the widest text, which is centred on its point
    step = (_WIDTH - _LEFT - _RIGHT - 2 * half) / max(len(labels) - 1, 1)
    across = [round(_LEFT + half + number * step, 2) for number in range(len(labels))]
    placed = [(x, _down(score.value)) for x, score in zip(across, row.scores, strict=True) if score.value is not None]
    return LineChart(
        marks=tuple((_LEFT - 6, _down(Fraction(number, 2)) + 4, text) for number, text in enumerate(marks)),
        labels=tuple((across[place], _HEIGHT - 6, labels[place]) for place in _with_room(labels, step)),
        points=tuple(placed),
        lines=tuple(_lines(across, row)),
        figures=tuple(
            (across[place], _down(score) - 8, written[place])
            for place in _with_room(written, step)
            if (score := row.scores[place].value) is not None
        ),
        ranges=tuple(_ranges(across, row)),
    )


def _lines(across: Sequence[float], row: Row) -> Iterator[str]:
    """Yield the `points` attribute of an SVG polyline for each run of scores without a gap."""
    for there, run in groupby(zip(across, row.scores, strict=True), key=lambda pair: pair[1].value is not None):
        points = [f"{x:g},{_down(score.value):g}" for x, score in run if there and score.value is not None]
        if len(points) > 1:
            yield " ".join(points)


def _ranges(across: Sequence[float], row: Row) -> Iterator[tuple[float, float, float]]:
    for x, ends in zip(across, row.ranges, strict=False):
        if ends and ends[0] != ends[1]:
            yield x, _down(ends[1]), _down(ends[0])


def _down(score: Fraction) -> float:
    return round(_TOP + float(1 - score) * (_HEIGHT - _TOP - _BOTTOM), 2)


def _with_room(texts: Sequence[str], step: float) -> list[int]:
    """Return the indexes of as many texts as fit side by side, evenly spaced; the last one is always included."""
    every = ceil((max(map(len, texts)) + 1) * _SIGN / step)
    return [place for place in range(len(texts)) if (len(texts) - 1 - place) % every == 0]


def column_chart(bins: Sequence[int]) -> list[tuple[float, float, float, float]]:
    """Lay out a histogram: x, y, width and height of the column of each range that has scores, from left to right.

    The chart is 100 by 30 units; its highest column is as high as the chart.
    """
    width, highest = _COLUMNS_WIDTH / len(bins), max(bins)
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
    """Lay out a stacked bar, 100 units wide, of the answers that were given: name, count, x, width and opacity of each.

    The opacity, from 1 down, follows from the place of an answer in `shares`, so it is the same in every bar.
    """
    starts = accumulate((count for _name, count in shares), initial=0)
    scale = _COLUMNS_WIDTH / (sum(count for _name, count in shares) or 1)
    return [
        (name, count, round(start * scale, 2), round(count * scale, 2), round(_FADING**place, 2))
        for place, ((name, count), start) in enumerate(zip(shares, starts, strict=False))
        if count
    ]
