"""Blocks that several documents have."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import groupby
from typing import Literal

from werkzaam.documents.blocks import Point, Points, Text
from werkzaam.documents.figures import Change, Score
from werkzaam.domain.factor_set import Category, Display
from werkzaam.domain.score import Tally
from werkzaam.language import _
from werkzaam.wording.comparisons import category_name
from werkzaam.wording.differences import change_text, change_words
from werkzaam.wording.figures import coverage


def by_category(points: Iterable[tuple[Category, Point]]) -> tuple[Points, ...]:
    """Return a list for each category; the points come in the set's order, and stay in it."""
    groups = groupby(points, key=lambda pair: pair[0].id)
    lists = ([*group] for _id, group in groups)
    return tuple(Points(tuple(point for _category, point in pairs), pairs[0][0].name) for pairs in lists)


def listing(points: Iterable[Point], kind: Literal["", "names", "ranked"] = "") -> tuple[Points, ...]:
    """Return one list; none where there are no points."""
    listed = tuple(points)
    return (Points(listed, kind=kind),) if listed else ()


def score_of(tally: Tally) -> Score:
    """Return a score with how many factors are behind it."""
    return Score(tally.score, coverage(tally), display=tally.factor_set.display)


def soft(lines: Iterable[str]) -> tuple[Text, ...]:
    """Return lines that explain what stands above them."""
    return tuple(Text((line,), "soft") for line in lines)


def change_of(change: Fraction | None, display: Display | None, *, knows_less: bool) -> Change:
    """Return how much a score rose or fell, marked where that is also because answers that counted no longer do."""
    figure, said = change_text(change, display), change_words(change, display)
    if not knows_less:
        return Change(figure, said)
    return Change(f"{figure}*", _("{change}, partly because answers no longer count").format(change=said))


def about_marks(marked: Iterable[tuple[Category | None, bool]]) -> tuple[Text, ...]:
    """Return what the mark behind a change means, with the names of the scores that have one."""
    names = dict.fromkeys(category_name(category) for category, is_marked in marked if is_marked)
    message = _(
        "{names}: partly because answers that counted before no longer do: unknown, open or not applicable now."
    )
    return soft([message.format(names=", ".join(names))]) if names else ()
