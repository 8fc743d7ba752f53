"""What documents are made of; text in it may be as the files have it, and whoever shows it makes it harmless."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Flag, auto
from typing import Literal, NamedTuple

from werkzaam.domain.factor_set import FactorSet


class Medium(Flag):
    """Where a block is shown: what one draws is a table in another, and a terminal shows no more than is asked for."""

    TERMINAL = auto()
    MARKUP = auto()
    """Text with headings, lists and tables, in which nothing is drawn: Markdown."""
    PAGE = auto()
    WORD = auto()
    """A document in which cells of tables can be shaded, and nothing else is drawn."""
    TEXT = TERMINAL | MARKUP | WORD
    PRINT = PAGE | WORD
    DOCUMENT = MARKUP | PRINT
    ANY = TERMINAL | DOCUMENT


@dataclass(frozen=True, kw_only=True)
class Block:
    """One part of a document."""

    on: Medium = Medium.ANY


@dataclass(frozen=True)
class Text(Block):
    """A text that flows, or short facts on one line."""

    parts: tuple[str, ...]
    kind: Literal["", "soft", "note", "ask"] = ""
    """`soft` explains what stands above it, `note` is in somebody's own words and lines, `ask` asks the reader."""


@dataclass(frozen=True)
class Section(Block):
    """Blocks below a title of their own; where none of them is shown it is left out."""

    title: str
    blocks: tuple[Block, ...]
    kind: Literal["", "group", "point", "factor", "first", "supplement"] = ""
    """`first` gets the most room, and a `supplement`, which need not lie on the table, a page of its own."""
    number: int = 0
    """Its place in an agenda or a questionnaire; 0: it has none."""
    beside: str = ""
    titled: Medium = Medium.ANY
    """Where the title is shown; elsewhere it goes without saying."""


class Point(NamedTuple):
    """An item of a list, with what stands below it; what it has not is empty."""

    text: str
    answer: str = ""
    details: tuple[str, ...] = ()
    is_overdue: bool = False
    number: str = ""
    missing: tuple[str, ...] = ()
    """The conditions that are missing."""
    parts: tuple[str, ...] = ()
    """What it consists of."""
    lines: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    """Notes that are one of the things said of it."""
    note: str = ""

    @property
    def line(self) -> str:
        """The text with its details, which stand in brackets."""
        return f"{self.text} ({', '.join(self.details)})" if self.details else self.text


@dataclass(frozen=True)
class Points(Block):
    """A list, in a category if that has a name."""

    points: tuple[Point, ...]
    category: str = ""
    kind: Literal["", "answers", "names", "ranked", "boxes"] = ""
    """`answers` where these stand below each, `names` where nothing does, `ranked` where the order counts.

    `boxes` where some of them are to be ticked.
    """


@dataclass(frozen=True)
class Voices(Points):
    """What partners say, each for themselves: the text of a point is who it is."""


@dataclass(frozen=True)
class Boxes(Block):
    """Boxes to tick, side by side; with heads they stand in a column, and their texts beside it."""

    names: tuple[str, ...]
    heads: tuple[str, ...] = ()
    """What stands above the boxes, which says what a tick means, and above the texts."""


@dataclass(frozen=True)
class Fields(Block):
    """What is asked on paper: each with boxes to tick, or without any with room to write."""

    fields: tuple[tuple[str, tuple[str, ...]], ...]
    kind: Literal["", "note", "row"] = ""
    """`note` has room for several lines, and a `row` for one of which the fields are parts."""


class Document(NamedTuple):
    """A result, whole."""

    factor_set: FactorSet
    titles: tuple[str, ...]
    """What it is about: one name, or several."""
    head: tuple[Block, ...]
    body: tuple[Block, ...]
    about: str = ""
    """What sets it apart from others with that title, on the tab of a browser."""
    kind: Literal["", "agenda", "report"] = ""
    day: date | None = None
    """Of the evaluation, the last one where there are several; None: it is about no day."""


def shown(blocks: Iterable[Block], medium: Medium) -> list[Block]:
    """Return the blocks that are shown somewhere."""
    there = (block for block in blocks if medium in block.on)
    return [block for block in there if not isinstance(block, Section) or shown(block.blocks, medium)]
