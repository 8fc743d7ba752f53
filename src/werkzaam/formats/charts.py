"""Charts laid out in units of their own: where lines, columns and figures stand, whoever draws them."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate, groupby
from math import ceil
from typing import NamedTuple

from werkzaam.documents.figures import Row

_WIDTH, _HEIGHT = 260.0, 132.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 42.0, 2.0, 20.0, 24.0
"""What the figures and labels of the axes take of it."""
_SIGN = 7.0
"""How wide a sign is at most, on average."""
_COLUMNS_WIDTH, _COLUMNS_HEIGHT, _COLUMNS_GAP = 100.0, 30.0, 1.0
_FADING = 0.7
"""What is left of its tone from one answer to the next."""

Placed = tuple[float, float, str]
"""A text, and where it stands."""


class LineChart(NamedTuple):
    """Scores from left to right, with the figures of its axes and of its points."""

    width: float
    height: float
    left: float
    right: float
    marks: tuple[Placed, ...]
    """The lowest score that there can be, the one halfway and the highest: at the right end of each text."""
    labels: tuple[Placed, ...]
    """What is below the points: at the middle of each text, as many as there is room for, the last among them."""
    points: tuple[tuple[float, float], ...]
    lines: tuple[str, ...]
    figures: tuple[Placed, ...]
    """The scores, likewise: at the middle of each text."""
    ranges: tuple[tuple[float, float, float], ...]
    """How far scores lie apart at a point: x, and y from above to below."""


def line_chart(row: Row, labels: Sequence[str]) -> LineChart:
    """Lay out the scores of a category, with a label for each."""
    figures, marks = [score.figure() for score in row.scores], row.scores[0].marks
    half = max(map(len, (*labels, *marks))) * _SIGN / 2  # of a text in the middle of the first and the last point
    step = (_WIDTH - _LEFT - _RIGHT - 2 * half) / max(len(labels) - 1, 1)
    across = [round(_LEFT + half + number * step, 2) for number in range(len(labels))]
    placed = [(x, _down(score.value)) for x, score in zip(across, row.scores, strict=True) if score.value is not None]
    return LineChart(
        _WIDTH,
        _HEIGHT,
        _LEFT,
        _WIDTH - _RIGHT,
        marks=tuple((_LEFT - 6, _down(Fraction(number, 2)) + 4, text) for number, text in enumerate(marks)),
        labels=tuple((across[place], _HEIGHT - 6, labels[place]) for place in _with_room(labels, step)),
        points=tuple(placed),
        lines=tuple(_lines(across, row)),
        figures=tuple(
            (across[place], _down(score) - 8, figures[place])
            for place in _with_room(figures, step)
            if (score := row.scores[place].value) is not None
        ),
        ranges=tuple(_ranges(across, row)),
    )


def _lines(across: Sequence[float], row: Row) -> Iterator[str]:
    """Return lines as SVG writes the points of a polyline; each ends where a score is missing."""
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
    """Return the places of as many texts as stand beside each other, evenly; the last one is always there."""
    every = ceil((max(map(len, texts)) + 1) * _SIGN / step)
    return [place for place in range(len(texts)) if (len(texts) - 1 - place) % every == 0]


def column_chart(bins: Sequence[int]) -> list[tuple[float, float, float, float]]:
    """Lay out how many scores lie in each range, from left to right: x, y, width and height of each column.

    They are in the chart's own units; the highest column is as high as the chart.
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
    """Lay out how often each answer was given, from left to right: its name, that number, x, width, and tone.

    The tone, from 1 down, is the same for an answer whatever was given beside it; what was never given is left out.
    """
    starts = accumulate((count for _name, count in shares), initial=0)
    scale = _COLUMNS_WIDTH / (sum(count for _name, count in shares) or 1)
    return [
        (name, count, round(start * scale, 2), round(count * scale, 2), round(_FADING**place, 2))
        for place, ((name, count), start) in enumerate(zip(shares, starts, strict=False))
        if count
    ]
