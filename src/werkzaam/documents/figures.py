"""Figures in documents: tables, scores of one evaluation or of many, and scores side by side."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

from werkzaam.documents.blocks import Block
from werkzaam.domain.factor_set import Display
from werkzaam.wording.figures import axis_texts, end_texts, score_text

MOST_ACROSS = 6
"""How many evaluations or groups have room beside each other in a table; more are listed below each other."""


class Score(NamedTuple):
    """A score of 0 to 1, with how many factors or evaluations are behind it; None where there is none."""

    value: Fraction | None
    behind: str = ""
    said: str = "{score}"
    """What makes a sentence of it, where no head of a column says what it is."""
    display: Display | None = None
    """On which scale it is shown; None: in percents."""

    @property
    def ends(self) -> tuple[str, str]:
        """The lowest and the highest that it can be."""
        return end_texts(self.display)

    @property
    def marks(self) -> tuple[str, str, str]:
        """The same, and between them what is halfway."""
        return axis_texts(self.display)

    def figure(self, dash: str = "–") -> str:
        """Return the score alone; `dash` stands for one that is not there."""
        return score_text(self.value, self.display, dash)

    def text(self, dash: str = "–") -> str:
        """Return it with what is behind it."""
        return self.figure(dash) + (f" ({self.behind})" if self.behind else "")


class Change(NamedTuple):
    """How much a score rose or fell, as a figure and for those who hear it; empty where that is unknown."""

    figure: str = ""
    words: str = ""


Cell = str | Score | Change


@dataclass(frozen=True)
class Table(Block):
    """Rows of a name and figures."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    kind: Literal["", "partners", "sheet"] = ""
    has_total: bool = False
    """Whether the last row stands out."""
    lines: tuple[tuple[Cell, ...], ...] = ()
    """What stands below the name of each row where columns have no room; empty: its figures."""


class Card(NamedTuple):
    """How one category scores, or all factors together; what it has not is empty."""

    name: str
    score: Score
    beside: str
    """How many factors or evaluations are behind the score."""
    is_total: bool
    colour: str = ""
    shares: tuple[tuple[str, int], ...] = ()
    """Each answer that there can be, and how often it was given."""
    in_place: str = ""
    """How many conditions are in place; `unknown` says of how many nobody knows it."""
    unknown: str = ""
    explained: str = ""
    """Both as a sentence, or how far scores lie apart."""
    bins: tuple[int, ...] = ()
    """How many evaluations have a score in each part of the way from 0 to 1, and the same in words."""
    bins_text: str = ""

    @property
    def counts(self) -> str:
        """How often each answer was given, in words; one that never was is left out."""
        return ", ".join(f"{name}: {count}" for name, count in self.shares if count)


@dataclass(frozen=True)
class Cards(Block):
    """How each category scores: in one evaluation, with heads for where it stands in columns, or in many."""

    cards: tuple[Card, ...]
    heads: tuple[str, ...] = ()


class Row(NamedTuple):
    """How one category scores in several evaluations."""

    name: str
    scores: tuple[Score, ...]
    changes: tuple[Change, ...] = ()
    """How much each rose or fell; empty where that is not told."""
    ranges: tuple[tuple[Fraction, Fraction] | None, ...] = ()
    """Between which scores the middle half lies, where each stands for many evaluations."""


@dataclass(frozen=True)
class Series(Block):
    """Scores side by side; those through the years are drawn as a line."""

    heads: tuple[str, ...]
    """Of the names, of the evaluations, of the scores, and of the changes where these are told."""
    labels: tuple[str, ...]
    rows: tuple[Row, ...]
    ticks: tuple[str, ...] = ()
    """What stands below a line, short; empty: none is drawn, since nothing passes from one to the next."""
