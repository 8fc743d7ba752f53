"""Functions that make blocks for several documents."""

from collections.abc import Iterable
from itertools import groupby
from typing import Literal

from werkzaam.documents.blocks import Point, Points, Text
from werkzaam.documents.figures import Score
from werkzaam.domain.factor_set import Category
from werkzaam.domain.score import Tally
from werkzaam.visible import visible_lines
from werkzaam.wording.figures import coverage_text


def by_category(points: Iterable[tuple[Category, Point]]) -> tuple[Points, ...]:
    """Return a list for each category; the points have to come in the order of the factor set, and keep it."""
    groups = groupby(points, key=lambda pair: pair[0].id)
    lists = ([*group] for _id, group in groups)
    return tuple(Points(tuple(point for _category, point in pairs), pairs[0][0].name) for pairs in lists)


def listing(points: Iterable[Point], kind: Literal["", "names", "ranked"] = "") -> tuple[Points, ...]:
    """Return a tuple with one list; an empty tuple if there are no points."""
    listed = tuple(points)
    return (Points(listed, kind=kind),) if listed else ()


def score_of(tally: Tally) -> Score:
    """Return the score of a tally, with the number of factors that it is based on."""
    return Score(tally.score, coverage_text(tally), display=tally.factor_set.display)


def soft(lines: Iterable[str]) -> tuple[Text, ...]:
    """Return each line as an explanatory text."""
    return tuple(Text((line,), "soft") for line in lines)


def quoted(note: str | None) -> str:
    """Return a note in quotation marks; empty if there is none."""
    text = visible_lines(note or "").strip()
    return f"“{text}”" if text else ""
