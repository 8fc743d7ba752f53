"""Render figures in the terminal: in columns if they fit, else below each other; drawn, or in words."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.text import Text

from werkzaam.documents.figures import Cell, Change, Score, Series, Table
from werkzaam.terminal.console import Signs
from werkzaam.terminal.layout import GAP, Hanging, figures_line, fits, folded, in_columns, widths_of
from werkzaam.visible import visible

Parts = Iterator[RenderableType]

_INDENT = 2
"""Columns before what stands below a name, and before what is wrapped of it as many again."""


class Screen(NamedTuple):
    """Where blocks are rendered: the console, its signs, and how deep in sections."""

    console: Console
    signs: Signs
    level: int = 1
    """Nesting depth of titled sections; 1 outside any."""


def bold(text: str) -> Text:
    """Return a text in bold, on one line and without control characters."""
    return Text(visible(text), style="bold")


def table(block: Table, screen: Screen) -> Parts:
    """Render a table in columns; if they do not fit, or the signs are words, list cells below the name of each row."""
    rows = [[_plain(cell, screen.signs) for cell in row] for row in block.rows]
    widths = folded([block.heads, *rows], screen.console)
    if fits(widths, screen.console) and not screen.signs.in_words:
        yield figures_line(list(map(bold, block.heads)), widths, screen.console)
        yield from (figures_line(list(map(Text, row)), widths, screen.console) for row in rows)
        return
    lines = [[said(cell, screen.signs) for cell in line] for line in block.lines]
    heads = list(map(visible, block.heads))
    lines = lines or [_named(list(zip(heads, row, strict=True))[1:], screen) for row in rows]
    for row, below in zip(rows, lines, strict=True):
        yield bold(row[0])
        yield from (Hanging(line, indent=_INDENT, hang=0 if block.lines else _INDENT) for line in below)


def _named(lines: Sequence[Sequence[str]], screen: Screen) -> list[str]:
    """Return each name with its figures, aligned in columns unless in words; names without figures are left out.

    A name that leaves no room for its figures moves only its own.
    """
    filled = [line for line in lines if any(line[1:])]
    if screen.signs.in_words:
        return [f"{name}: {', '.join(filter(None, figures))}" for name, *figures in filled]
    _longest, *figures = widths_of(lines)
    room = screen.console.width - 2 * _INDENT - sum(figures) - len(GAP) * len(figures)
    names = max((length for name, *_figures in lines if (length := cell_len(name)) <= room), default=0)
    return [in_columns(list(map(Text, line)), [names, *figures]).plain.rstrip() for line in filled]


def _plain(cell: Cell, signs: Signs) -> str:
    if isinstance(cell, Score):
        return cell.text(signs.dash)
    if isinstance(cell, Change):
        return cell.words if signs.in_words else cell.figure
    return visible(cell)


def said(cell: Cell, signs: Signs) -> str:
    """Return a cell that stands without a column head: a score in its phrase, unless “no score” says enough."""
    text = _plain(cell, signs)
    if not isinstance(cell, Score) or (cell.value is None and signs.in_words):
        return text
    return cell.said.format(score=text)


def series(block: Series, screen: Screen) -> Parts:
    """Render the scores of each category below each other, so that any number of evaluations fits any width."""
    for number, row in enumerate(block.rows):
        if number:
            yield ""
        drawn = block.ticks and not screen.signs.in_words
        line = sparkline([score.value for score in row.scores], screen.signs) if drawn else ""
        yield Text.assemble((visible(row.name), "bold"), GAP if line else "", line)
        changes = row.changes or (Change(),) * len(block.labels)
        cells = zip(map(visible, block.labels), row.scores, changes, strict=True)
        lines = [(label, _plain(score, screen.signs), _plain(change, screen.signs)) for label, score, change in cells]
        yield from (Hanging(text, indent=_INDENT, hang=_INDENT) for text in _named(lines, screen))


def sparkline(scores: Sequence[Fraction | None], signs: Signs) -> str:
    """Return scores (0 to 1) as a row of small columns, one character each; a dash for None."""
    steps = signs.steps
    return "".join(
        signs.dash if score is None else steps[min(int(score * len(steps)), len(steps) - 1)] for score in scores
    )
