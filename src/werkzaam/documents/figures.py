"""Blocks with figures: tables, scores of one evaluation or of many, and scores side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

from werkzaam.documents.blocks import Block, Text, soft
from werkzaam.domain.difference import ScoreDifference
from werkzaam.domain.factor_set import Display
from werkzaam.domain.score import Tally
from werkzaam.language import _
from werkzaam.wording.comparisons import category_name
from werkzaam.wording.differences import change_texts
from werkzaam.wording.figures import axis_texts, coverage_text, score_text

MOST_ACROSS = 6
"""The most evaluations or groups that have room as columns of a table; more are listed below each other."""


class Score(NamedTuple):
    """A score of 0 to 1, or None if there is none, and how to show it."""

    value: Fraction | None
    behind: str = ""
    """Shown in brackets: how many factors or evaluations it is based on, or where the middle half of a group lies."""
    said: str = "{score}"
    """The phrase to show it in if no column heading says what it is; `{score}` is filled in."""
    display: Display | None = None
    """The scale on which it is shown; None if it is shown as a percentage."""

    @property
    def marks(self) -> tuple[str, str, str]:
        """The lowest possible score, the one halfway and the highest, as shown on an axis."""
        return axis_texts(self.display)

    def figure(self, dash: str = "–") -> str:
        """Return the score as shown, without `behind`; `dash` if there is no score."""
        return score_text(self.value, self.display, dash)

    def text(self, dash: str = "–") -> str:
        """Return the score as shown, followed by `behind` in brackets; `dash` if there is no score."""
        return self.figure(dash) + (f" ({self.behind})" if self.behind else "")


class Change(NamedTuple):
    """How much a score rose or fell, as a figure and in words for screen readers; both empty if it is unknown."""

    figure: str = ""
    words: str = ""


Cell = str | Score | Change


@dataclass(frozen=True)
class Table(Block):
    """A table; each row is a name and figures."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    kind: Literal["", "partners", "sheet"] = ""
    has_total: bool = False
    """Whether the last row is a total, which stands out; only in Markdown, since elsewhere totals are cards."""
    lines: tuple[tuple[Cell, ...], ...] = ()
    """What a terminal without room for columns shows below the name of each row; if empty, the figures of the row."""


class Card(NamedTuple):
    """The score of one category, or of all factors together (`is_total`); parts that it does not have are empty."""

    name: str
    score: Score
    beside: str
    """How many factors or evaluations the score is based on, in words."""
    is_total: bool
    colour: str = ""
    shares: tuple[tuple[str, int], ...] = ()
    """The name of each possible answer, open and not asked included, and how often it occurs."""
    in_place: str = ""
    """How many conditions are in place, in words; `unknown` says for how many this is not known."""
    unknown: str = ""
    explained: str = ""
    """`in_place` and `unknown` as a sentence, or how the scores of many evaluations are spread."""
    bins: tuple[int, ...] = ()
    """How many evaluations have a score in each of the equal ranges from 0 to 1; `bins_text` says it in words."""
    bins_text: str = ""

    @property
    def counts(self) -> str:
        """How often each answer was given, in words, without the answers that were never given."""
        return ", ".join(f"{name}: {count}" for name, count in self.shares if count)


@dataclass(frozen=True)
class Cards(Block):
    """The score of each category: in one evaluation, with `heads` for columns, or in many, without `heads`."""

    cards: tuple[Card, ...]
    heads: tuple[str, ...] = ()


class Row(NamedTuple):
    """The scores of one category in several evaluations, or their medians in several groups of evaluations."""

    name: str
    scores: tuple[Score, ...]
    changes: tuple[Change, ...] = ()
    """How much each score rose or fell; empty if changes are not shown."""
    ranges: tuple[tuple[Fraction, Fraction] | None, ...] = ()
    """The first and third quartile (0 to 1) of each group, None if it has no scores; empty if there are no groups."""


@dataclass(frozen=True)
class Series(Block):
    """Scores side by side; scores of successive years are drawn as a line."""

    heads: tuple[str, ...]
    """Headings of the columns: names, labels, scores, and changes if these are shown."""
    labels: tuple[str, ...]
    rows: tuple[Row, ...]
    ticks: tuple[str, ...] = ()
    """Short labels below the line; empty if no line is drawn, since the scores do not follow each other in time."""


def score_of(tally: Tally) -> Score:
    """Return the score of a tally, with the number of factors that it is based on."""
    return Score(tally.score, coverage_text(tally), display=tally.factor_set.display)


def change_of(score: ScoreDifference) -> Change:
    """Return the change of a score, with an asterisk if less is known now; empty if it did not change from a score."""
    figure, said = change_texts(score.change, score.new.factor_set.display)
    if not score.knows_less:
        return Change(figure, said)
    return Change(f"{figure}*", _("{change}, but answers that counted no longer do").format(change=said))


def side_by_side(
    heads: tuple[str, str, str], labels: tuple[str, ...], rows: Iterable[Row], *, are_years: bool = False
) -> Table | Series:
    """Return scores as a table with a column for each label; as a series if they are of years, or if there are many.

    The heads are of the names of the rows, of the labels, and of the scores.
    """
    if are_years or len(labels) > MOST_ACROSS:
        return Series(heads, labels, tuple(rows), ticks=labels if are_years else ())
    return Table((heads[0], *labels), tuple((row.name, *row.scores) for row in rows), "partners")


def about_marks(scores: Iterable[ScoreDifference]) -> tuple[Text, ...]:
    """Return the meaning of the asterisk, with the names of the scores that have one; empty if none has."""
    names = dict.fromkeys(category_name(score.category) for score in scores if score.knows_less)
    message = _(
        "{names}: some answers that counted before no longer do: unknown, open or not applicable now. "
        "Over what counts both times the change is another."
    )
    return soft([message.format(names=", ".join(names)) if names else ""])
