"""How lines are laid out, whatever they say: headings, bullets, and what hangs below them."""

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.rule import Rule
from rich.segment import Segment, SegmentLines
from rich.text import Text

from werkzaam.terminal.console import Signs

GAP = "  "
"""What stands between two columns."""


def ruled(heading: Text, signs: Signs) -> RenderableType:
    """Return a heading with a line behind it, up to the edge; one that leaves no room for a line stands whole."""
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
    """A text some columns in, behind a bullet if it has one; what is wrapped hangs below its first word.

    With `hang` it hangs further in by so many columns: that tells where the next text begins, without a bullet.
    """

    def __init__(self, text: str, bullet: str = "", *, indent: int, style: str = "", hang: int = 0) -> None:
        self._text = Text(text, style=style)
        self._start = " " * indent + (f"{bullet} " if bullet else "")
        self._hang = hang

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """Lay out the lines at the width that is there."""
        start = self._start
        for line in self._text.wrap(console, max(options.max_width - len(start) - self._hang, 1)):
            line.rstrip()
            yield Text(start, no_wrap=True, overflow="ignore").append_text(line)
            start = " " * (len(self._start) + self._hang)


def bulleted(lines: Iterable[str], bullet: str, indent: int = 2) -> RenderableType:
    """Return lines with a bullet each; without a bullet what is wrapped is two columns further in."""
    return Group(*(Hanging(line, bullet, indent=indent, hang=0 if bullet else 2) for line in lines))


def figures_line(cells: Sequence[Text], widths: Sequence[int], console: Console) -> Text:
    """Return cells side by side: the first to the left, folded where it has to be, figures to the right of theirs."""
    name, *figures = cells
    first, *below = name.wrap(console, widths[0])
    first.rstrip()
    first.pad_right(widths[0] - first.cell_len)
    for cell, width in zip(figures, widths[1:], strict=True):
        cell.pad_left(width - cell.cell_len)
    return Text("\n").join([Text(GAP).join([first, *figures]), *below])


def widths_of(rows: Iterable[Sequence[str]]) -> list[int]:
    """Return how wide each column has to be."""
    return [max(map(cell_len, column)) for column in zip(*rows, strict=True)]


def folded(rows: Sequence[Sequence[str]], console: Console) -> list[int]:
    """Return the same, the first as narrow as its longest word allows where the columns would not fit otherwise."""
    first, *others = widths_of(rows)
    words = max(cell_len(word) for name, *_figures in rows for word in name.split() or [""])
    room = console.width - sum(others) - len(GAP) * len(others)
    return [max(min(first, room), words), *others]


def fits(widths: Sequence[int], console: Console) -> bool:
    """Whether columns stand side by side on a console."""
    return sum(widths) + len(GAP) * (len(widths) - 1) <= console.width


def paged(parts: Iterable[RenderableType], console: Console, rows: int) -> list[RenderableType]:
    """Return parts put together on pages of some rows; one that has more rows goes on on the next page."""
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
