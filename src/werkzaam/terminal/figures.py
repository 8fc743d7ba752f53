"""Render figures in the terminal: in columns if they fit, else below each other; drawn, or in words."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.text import Text

from werkzaam.documents.figures import Card, Cards, Cell, Change, Score, Series, Table
from werkzaam.domain.factor_set import NOTHING, WHOLE
from werkzaam.terminal.console import Signs
from werkzaam.terminal.layout import GAP, Hanging, figures_line, fits, folded, in_columns, widths_of
from werkzaam.visible import visible
from werkzaam.wording.figures import half_up

Parts = Iterator[RenderableType]

_INDENT = 2
"""Columns before what stands below a name, and before what is wrapped of it as many again."""
_BAR = 10
"""Length of a full bar in characters."""
COLOURS = {
    "green": "color(28)",
    "yellow": "color(136)",
    "red": "color(196)",
    "blue": "color(33)",
    "magenta": "color(164)",
    "cyan": "color(30)",
}
"""Rich colour of a bar, by band colour: visible on light and dark, and the same in every terminal palette."""


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


def cards(block: Cards, screen: Screen) -> Parts:
    """Render scores with bars in columns; as a list if the columns do not fit or the signs are words."""
    bar = " " * (_BAR + 1 + max(_width(card.score) for card in block.cards))
    rows = ([visible(card.name), bar, card.beside, card.in_place] for card in block.cards)
    widths = widths_of([block.heads, *rows])
    has_room = fits(widths, screen.console) and not screen.signs.in_words
    if has_room:
        yield in_columns(list(map(bold, block.heads)), widths)
    for number, card in enumerate(block.cards):
        if number:
            yield ""
        yield from _card_in_columns(card, widths, screen.signs) if has_room else _card_in_lines(card, screen.signs)


def _card_in_columns(card: Card, widths: Sequence[int], signs: Signs) -> Parts:
    name = bold(card.name) if card.is_total else Text(visible(card.name))
    yield in_columns([name, _bar(card, signs), Text(card.beside), Text(card.in_place)], widths)
    yield Text(", ".join(filter(None, (visible(card.counts), card.unknown))))  # the last column has no room for it


def _card_in_lines(card: Card, signs: Signs) -> Parts:
    yield bold(card.name)
    score = Text(said(card.score, signs)) if signs.in_words else _bar(card, signs)
    yield Text.assemble(score, GAP, card.beside)
    yield Text(visible(card.counts))
    if card.explained:
        yield Text(card.explained)


def _bar(card: Card, signs: Signs) -> Text:
    score = card.score.value or NOTHING
    full = half_up(score * _BAR)
    bar = (signs.full * full, COLOURS.get(card.colour, "")), signs.empty * (_BAR - full)
    return Text.assemble(*bar, " ", (card.score.text(signs.dash).rjust(_width(card.score)), "bold"))


def _width(score: Score) -> int:
    """Return how many characters the text of `score` takes at most, whatever its value."""
    return max(len(score._replace(value=end).text()) for end in (NOTHING, WHOLE))
