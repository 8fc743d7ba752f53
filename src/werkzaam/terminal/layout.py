"""Lay out lines, whatever they say: headings with a rule, bullets, hanging indents, columns and pages."""

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.rule import Rule
from rich.segment import Segment, SegmentLines
from rich.text import Text

from werkzaam.terminal.console import Signs

GAP = "  "
"""Separator of two columns."""


def ruled(heading: Text, signs: Signs) -> RenderableType:
    """Return a heading followed by a rule up to the right edge, or alone if there is no room or no sign for one."""
    if not signs.rule:
        return heading
    return _Ruled(heading, Rule(heading, align="left", characters=signs.rule, style="none"))


class _Ruled:
    def __init__(self, heading: Text, rule: Rule) -> None:
        self._heading = heading
        self._rule = rule

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        has_room = self._heading.cell_len + len(" ─") <= options.max_width
        yield self._rule if has_room else self._heading


class Hanging:
    """A text with an indent and an optional bullet; its wrapped lines start below its first word.

    `hang` indents the wrapped lines by that many more columns, which sets texts without bullets apart.
    """

    def __init__(self, text: str, bullet: str = "", *, indent: int, style: str = "", hang: int = 0) -> None:
        self._text = Text(text, style=style)
        self._start = " " * indent + (f"{bullet} " if bullet else "")
        self._hang = hang

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """Wrap the text to the available width and yield its lines."""
        start = self._start
        for line in self._text.wrap(console, max(options.max_width - len(start) - self._hang, 1)):
            line.rstrip()
            yield Text(start, no_wrap=True, overflow="ignore").append_text(line)
            start = " " * (len(self._start) + self._hang)


def bulleted(lines: Iterable[str], bullet: str, indent: int = 2) -> RenderableType:
    """Return lines with a bullet each; if `bullet` is empty, wrapped lines are indented two more columns instead."""
    return Group(*(Hanging(line, bullet, indent=indent, hang=0 if bullet else 2) for line in lines))


def in_columns(cells: Sequence[Text], widths: Sequence[int]) -> Text:
    """Return cells side by side, each padded to the width of its column."""
    for cell, width in zip(cells, widths, strict=True):
        cell.pad_right(width - cell.cell_len)
    return Text(GAP).join(cells)


def figures_line(cells: Sequence[Text], widths: Sequence[int], console: Console) -> Text:
    """Return cells as a table row: the first left-aligned and wrapped in its column, the others right-aligned."""
    name, *figures = cells
    first, *below = name.wrap(console, widths[0])
    first.rstrip()
    for cell, width in zip(figures, widths[1:], strict=True):
        cell.pad_left(width - cell.cell_len)
    return Text("\n").join([in_columns([first, *figures], widths), *below])


def widths_of(rows: Iterable[Sequence[str]]) -> list[int]:
    """Return the width of each column: that of its widest cell, in terminal columns."""
    return [max(map(cell_len, column)) for column in zip(*rows, strict=True)]


def folded(rows: Sequence[Sequence[str]], console: Console) -> list[int]:
    """Return the width of each column, with the first narrowed to fit the console, down to its longest word."""
    first, *others = widths_of(rows)
    words = max(cell_len(word) for name, *_figures in rows for word in name.split() or [""])
    room = console.width - sum(others) - len(GAP) * len(others)
    return [max(min(first, room), words), *others]


def fits(widths: Sequence[int], console: Console) -> bool:
    """Return whether columns of these widths, with the gaps between them, fit on the console."""
    return sum(widths) + len(GAP) * (len(widths) - 1) <= console.width


def paged(parts: Iterable[RenderableType], console: Console, rows: int) -> list[RenderableType]:
    """Return pages of at most `rows` rows with all parts; only a part with more rows than a page is split."""
    pages: list[list[list[Segment]]] = []
    for part in parts:
        lines = console.render_lines(part, pad=False)
        for start in range(0, len(lines), rows):
            piece = lines[start : start + rows]
            if pages and len(pages[-1]) + len(piece) <= rows:
                pages[-1] += piece
            else:
                pages.append(piece)
    return [SegmentLines(page, new_lines=True) for page in pages]
