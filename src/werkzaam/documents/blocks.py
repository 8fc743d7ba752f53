"""The blocks that documents consist of; their texts may come raw from files, so every renderer has to sanitise them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Flag, auto
from itertools import groupby
from typing import Literal, NamedTuple

from werkzaam.domain.factor_set import Category, FactorSet
from werkzaam.visible import visible, visible_lines


class Medium(Flag):
    """The media in which a block is shown: a chart on a page, for instance, is a table in Markdown."""

    TERMINAL = auto()
    MARKUP = auto()
    """Markdown: headings, lists and tables, without drawings."""
    PAGE = auto()
    WORD = auto()
    """A Word document, in which the only drawings are shaded table cells."""
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
    """A paragraph (one part), or short facts on one line (several parts, shown with separators)."""

    parts: tuple[str, ...]
    kind: Literal["", "soft", "note", "ask"] = ""
    """`soft` is an explanation, `note` a user's note with its line ends, `ask` a question to the reader."""


@dataclass(frozen=True)
class Section(Block):
    """Blocks below a title; left out of a medium in which none of the blocks is shown."""

    title: str
    blocks: tuple[Block, ...]
    kind: Literal["", "group", "point", "factor", "first", "supplement"] = ""
    """`first` is set with more room than other sections; a `supplement` begins on a new page."""
    number: int = 0
    """The number in an agenda or a questionnaire, from 1; 0 if the section has none."""
    beside: str = ""
    titled: Medium = Medium.ANY
    """The media in which the title is shown; elsewhere it would be superfluous."""


class Point(NamedTuple):
    """An item of a list, with the lines below it; parts that it does not have are empty."""

    text: str
    answer: str = ""
    details: tuple[str, ...] = ()
    is_overdue: bool = False
    number: str = ""
    missing: tuple[str, ...] = ()
    """The conditions that are missing."""
    parts: tuple[str, ...] = ()
    """Sub-items: the conditions and options of a factor, or the factors that have the same answer."""
    lines: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    """Notes that are sub-items; `note` is a paragraph below the item."""
    note: str = ""

    @property
    def line(self) -> str:
        """The text with its details, which stand in brackets."""
        text = visible(self.text)
        return f"{text} ({', '.join(self.details)})" if self.details else text


@dataclass(frozen=True)
class Points(Block):
    """A list; `category` is the heading above it, empty if it has none."""

    points: tuple[Point, ...]
    category: str = ""
    kind: Literal["", "answers", "names", "ranked", "boxes"] = ""
    """`answers` have answers below each item, `names` nothing; `ranked` is numbered, `boxes` are to be ticked."""


@dataclass(frozen=True)
class Voices(Points):
    """What each partner says; the text of a point is the label of the partner."""


@dataclass(frozen=True)
class Boxes(Block):
    """Boxes to tick, side by side; with `heads`, a table with the boxes in one column and their texts in the other."""

    names: tuple[str, ...]
    heads: tuple[str, ...] = ()
    """The headings of the two columns: what a tick means, and what to tick."""


@dataclass(frozen=True)
class Fields(Block):
    """Fields to fill in on paper: each is a label with the names of its boxes to tick; without boxes, room to write."""

    fields: tuple[tuple[str, tuple[str, ...]], ...]
    kind: Literal["", "note", "row"] = ""
    """`note` has room for several lines; `row` is one line that is divided over the fields."""


class Document(NamedTuple):
    """A complete result."""

    factor_set: FactorSet
    titles: tuple[str, ...]
    """What it is about: the names of collaborations, or the title of the factor set."""
    head: tuple[Block, ...]
    body: tuple[Block, ...]
    about: str = ""
    """What distinguishes it from documents with the same titles, for a browser tab and the properties of a file."""
    kind: Literal["", "agenda", "report"] = ""
    day: date | None = None
    """The date of the evaluation, or of the latest of several; None if the document has no date."""


def shown(blocks: Iterable[Block], medium: Medium) -> list[Block]:
    """Return the blocks that are shown in a medium, without sections of which nothing is shown there."""
    there = (block for block in blocks if medium in block.on)
    return [block for block in there if not isinstance(block, Section) or shown(block.blocks, medium)]


def by_category(points: Iterable[tuple[Category, Point]]) -> tuple[Points, ...]:
    """Return a list for each category; the points have to come in the order of the factor set, and keep it."""
    groups = groupby(points, key=lambda pair: pair[0].id)
    lists = ([*group] for _id, group in groups)
    return tuple(Points(tuple(point for _category, point in pairs), pairs[0][0].name) for pairs in lists)


def listing(points: Iterable[Point], kind: Literal["", "names", "ranked"] = "") -> tuple[Points, ...]:
    """Return a tuple with one list; an empty tuple if there are no points."""
    listed = tuple(points)
    return (Points(listed, kind=kind),) if listed else ()


def soft(lines: Iterable[str]) -> tuple[Text, ...]:
    """Return each line that is not empty as an explanatory text."""
    return tuple(Text((line,), "soft") for line in lines if line)


def quoted(note: str | None) -> str:
    """Return a note in quotation marks; empty if there is none."""
    text = visible_lines(note or "").strip()
    return f"“{text}”" if text else ""
