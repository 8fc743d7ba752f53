"""Functions that make blocks for several documents."""

from collections.abc import Iterable
from itertools import groupby
from typing import Literal

from werkzaam.documents.blocks import Point, Points, Text
from werkzaam.documents.figures import MOST_ACROSS, Change, Row, Score, Series, Table
from werkzaam.domain.difference import ScoreDifference
from werkzaam.domain.factor_set import Category
from werkzaam.domain.score import Tally
from werkzaam.language import _
from werkzaam.visible import visible_lines
from werkzaam.wording.comparisons import category_name
from werkzaam.wording.differences import change_texts
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


def side_by_side(
    heads: tuple[str, str, str], labels: tuple[str, ...], rows: Iterable[Row], *, are_years: bool = False
) -> Table | Series:
    """Return scores as a table with a column for each label; as a series if they are of years, or if there are many.

    The heads are of the names of the rows, of the labels, and of the scores.
    """
    if are_years or len(labels) > MOST_ACROSS:
        return Series(heads, labels, tuple(rows), ticks=labels if are_years else ())
    return Table((heads[0], *labels), tuple((row.name, *row.scores) for row in rows), "partners")


def change_of(score: ScoreDifference) -> Change:
    """Return the change of a score, with an asterisk if less is known now; empty if it did not change from a score."""
    figure, said = change_texts(score.change, score.new.factor_set.display)
    if not score.knows_less:
        return Change(figure, said)
    return Change(f"{figure}*", _("{change}, but answers that counted no longer do").format(change=said))


def about_marks(scores: Iterable[ScoreDifference]) -> tuple[Text, ...]:
    """Return the meaning of the asterisk, with the names of the scores that have one; empty if none has."""
    names = dict.fromkeys(category_name(score.category) for score in scores if score.knows_less)
    message = _(
        "{names}: some answers that counted before no longer do: unknown, open or not applicable now. "
        "Over what counts both times the change is another."
    )
    return soft([message.format(names=", ".join(names)) if names else ""])


def soft(lines: Iterable[str]) -> tuple[Text, ...]:
    """Return each line that is not empty as an explanatory text."""
    return tuple(Text((line,), "soft") for line in lines if line)


def quoted(note: str | None) -> str:
    """Return a note in quotation marks; empty if there is none."""
    text = visible_lines(note or "").strip()
    return f"“{text}”" if text else ""
