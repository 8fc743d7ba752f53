"""Render a document in the terminal, with one function for each kind of block: drawn, or in words."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.text import Text

from werkzaam.documents import blocks
from werkzaam.documents.blocks import Block, Document, Medium, Point, shown
from werkzaam.documents.figures import Card, Cards, Cell, Change, Score, Series, Table
from werkzaam.domain.factor_set import NOTHING, WHOLE
from werkzaam.terminal.console import Signs
from werkzaam.terminal.layout import GAP, Hanging, bulleted, figures_line, fits, folded, in_columns, ruled, widths_of
from werkzaam.visible import visible, visible_lines
from werkzaam.wording.figures import half_up

_Parts = Iterator[RenderableType]

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


class _Screen(NamedTuple):
    """Where blocks are rendered: the console, its signs, and how deep in sections."""

    console: Console
    signs: Signs
    level: int = 1
    """Nesting depth of titled sections; 1 outside any."""


def print_document(console: Console, signs: Signs, document: Document) -> None:
    """Print the titles of a document and its blocks that are meant for a terminal."""
    for title in document.titles:
        console.print(_bold(title))
    for part in _parts((*document.head, *document.body), _Screen(console, signs)):
        console.print(part)


def _parts(content: Iterable[Block], screen: _Screen) -> _Parts:
    for block in shown(content, Medium.TERMINAL):
        yield from _KINDS[type(block)](block, screen)


def _text(block: blocks.Text, screen: _Screen) -> _Parts:
    if block.kind == "soft":
        yield ""
    shown_as = visible_lines if block.kind == "note" else visible
    yield Text(screen.signs.between.join(map(shown_as, block.parts)))


def _section(block: blocks.Section, screen: _Screen) -> _Parts:
    if Medium.TERMINAL in block.titled:
        yield ""
        title = _bold(screen.signs.between.join(filter(None, (block.title, block.beside))))
        yield ruled(title, screen.signs) if screen.level == 1 else title
        screen = screen._replace(level=screen.level + 1)
    elif not isinstance(block.blocks[0], blocks.Section):
        yield ""
    yield from _parts(block.blocks, screen)


def _points(block: blocks.Points, screen: _Screen) -> _Parts:
    """Render a list of points, indented below the category if it has one, with details further indented."""
    if block.category:
        yield _bold(block.category)
    is_marked = not block.category and block.kind != "answers"
    bullet = screen.signs.bullet if is_marked else ""
    indent = 2 if block.category else 0
    for point in block.points:
        start, answer = point.number or bullet, f" [{point.answer}]" if point.answer else ""
        hang = 2 if is_marked and not start else 0
        yield Hanging(visible(point.line + answer), start, indent=indent, hang=hang)
        yield from _below(point, screen.signs, indent + (len(point.number) + 1 if point.number else 2))


def _below(point: Point, signs: Signs, indent: int) -> _Parts:
    yield bulleted(map(visible, point.missing), signs.lacking, indent)
    yield bulleted(map(visible, point.parts), signs.bullet, indent)
    yield from (Hanging(visible(line), indent=indent) for line in point.lines)
    yield from (
        Hanging(visible_lines(note), indent=indent, style="italic") for note in (*point.quotes, point.note) if note
    )


def _bold(text: str) -> Text:
    """Return a text in bold, on one line and without control characters."""
    return Text(visible(text), style="bold")


def _table(block: Table, screen: _Screen) -> _Parts:
    """Render a table in columns; if they do not fit, or the signs are words, list cells below the name of each row."""
    rows = [[_plain(cell, screen.signs) for cell in row] for row in block.rows]
    widths = folded([block.heads, *rows], screen.console)
    if fits(widths, screen.console) and not screen.signs.in_words:
        yield figures_line(list(map(_bold, block.heads)), widths, screen.console)
        yield from (figures_line(list(map(Text, row)), widths, screen.console) for row in rows)
        return
    lines = [[_said(cell, screen.signs) for cell in line] for line in block.lines]
    heads = list(map(visible, block.heads))
    lines = lines or [_named(list(zip(heads, row, strict=True))[1:], screen) for row in rows]
    for row, below in zip(rows, lines, strict=True):
        yield _bold(row[0])
        yield from (Hanging(line, indent=_INDENT, hang=0 if block.lines else _INDENT) for line in below)


def _named(lines: Sequence[Sequence[str]], screen: _Screen) -> list[str]:
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


def _said(cell: Cell, signs: Signs) -> str:
    """Return a cell that stands without a column head: a score in its phrase, unless “no score” says enough."""
    text = _plain(cell, signs)
    if not isinstance(cell, Score) or (cell.value is None and signs.in_words):
        return text
    return cell.said.format(score=text)


def _series(block: Series, screen: _Screen) -> _Parts:
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


def _cards(block: Cards, screen: _Screen) -> _Parts:
    """Render scores with bars in columns; as a list if the columns do not fit or the signs are words."""
    bar = " " * (_BAR + 1 + max(_width(card.score) for card in block.cards))
    rows = ([visible(card.name), bar, card.beside, card.in_place] for card in block.cards)
    widths = widths_of([block.heads, *rows])
    has_room = fits(widths, screen.console) and not screen.signs.in_words
    if has_room:
        yield in_columns(list(map(_bold, block.heads)), widths)
    for number, card in enumerate(block.cards):
        if number:
            yield ""
        yield from _card_in_columns(card, widths, screen.signs) if has_room else _card_in_lines(card, screen.signs)


def _card_in_columns(card: Card, widths: Sequence[int], signs: Signs) -> _Parts:
    name = _bold(card.name) if card.is_total else Text(visible(card.name))
    yield in_columns([name, _bar(card, signs), Text(card.beside), Text(card.in_place)], widths)
    yield Text(", ".join(filter(None, (visible(card.counts), card.unknown))))  # the last column has no room for it


def _card_in_lines(card: Card, signs: Signs) -> _Parts:
    yield _bold(card.name)
    score = Text(_said(card.score, signs)) if signs.in_words else _bar(card, signs)
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


_KINDS: Mapping[type[Block], Callable[[Any, _Screen], _Parts]] = {
    blocks.Text: _text,
    blocks.Section: _section,
    blocks.Points: _points,
    Table: _table,
    Cards: _cards,
    Series: _series,
}
