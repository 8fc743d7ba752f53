"""Figures in Word documents: tables, and bars beside scores."""

from collections.abc import Callable, Iterable

from werkzaam.documents import figures
from werkzaam.documents.blocks import Fields
from werkzaam.documents.figures import Card, Cards, Change, Row, Score, Series, Table
from werkzaam.formats.word_tables import BAR, WIDTH, Cell, Layout, add_table, bar, bar_widths, figure
from werkzaam.formats.word_text import Place

_BARS = "Table with Bars"
_LINE_HEIGHT = 397
"""The height of a row to write in, in twentieths of a point."""


def table(block: Table, place: Place) -> None:
    """Write a table of figures, or a sheet to write them on; its first column is half as wide again as the others."""
    rows = [[*map(_figure, row)] for row in (block.heads, *block.rows)]
    first = WIDTH * 3 // (2 * len(block.heads) + 1)
    widths = (first, *[(WIDTH - first) // (len(block.heads) - 1)] * (len(block.heads) - 1))
    is_sheet = block.kind == "sheet"
    layout = Layout("Table Grid" if is_sheet else "Plain Table 2", widths, height=_LINE_HEIGHT * is_sheet)
    of_figures: Callable[[str], Cell] = Cell if is_sheet else figure
    add_table(place, layout, [(Cell(name), *map(of_figures, cells)) for name, *cells in rows])


def row_to_write(block: Fields, place: Place) -> None:
    """Write a row of fields to fill in, of which the first is the widest."""
    other = WIDTH // (len(block.fields) + 2)
    widths = (WIDTH - other * (len(block.fields) - 1), *[other] * (len(block.fields) - 1))
    labels = [Cell(label, "Table Note") for label, _names in block.fields]
    add_table(place, Layout("Table Grid", widths, height=_LINE_HEIGHT, has_heads=False), [labels])


def _figure(cell: figures.Cell) -> str:
    if isinstance(cell, Score):
        return cell.text()
    return cell.figure if isinstance(cell, Change) else cell


def cards(block: Cards, place: Place) -> None:
    """Write a table with a row and a bar for each card; a heading that is empty leaves out the column of conditions."""
    name, score, _bar, conditions = block.heads
    conditions_width = 2250 if conditions else 0
    widths = [3700, 1900, *bar_widths(WIDTH - 5600 - conditions_width), conditions_width]
    rows = [[Cell(name), figure(score), Cell(span=BAR), Cell(conditions)], *map(_card, block.cards)]
    if not conditions:
        widths, rows = widths[:-1], [row[:-1] for row in rows]
    add_table(place, Layout(_BARS, widths), rows)


def _card(card: Card) -> list[Cell]:
    name = Cell(card.name, stands_out=card.is_total, below=card.counts)
    score = figure(f"{card.score.figure()} {card.beside}")
    return [name, score, *bar(card.score, card.colour), Cell(card.in_place, below=card.unknown)]


def series(block: Series, place: Place) -> None:
    """Write the scores of each category below each other, each with a bar, so that there is room for any number."""
    category, label, score, *change = block.heads
    label_width, bar_width, change_width = (1400, 2600, 1038) if change else (2438, 1900, 0)
    widths = (2800, label_width, *bar_widths(bar_width), 1800 if change else 2500, *[change_width] * len(change))
    heads = (Cell(category), Cell(label), Cell(span=BAR), figure(score), *map(figure, change))
    add_table(place, Layout(_BARS, widths), [heads, *(row for entry in block.rows for row in _entries(block, entry))])


def _entries(block: Series, row: Row) -> Iterable[Iterable[Cell]]:
    for number, (label, score) in enumerate(zip(block.labels, row.scores, strict=True)):
        name = Cell(row.name, "Table Note" if number else None, stands_out=not number)
        change = [figure(row.changes[number].figure)] if row.changes else []
        yield name, Cell(label), *bar(score, "blue"), figure(score.text()), *change
