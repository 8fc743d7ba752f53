"""How lines are laid out, whatever they say: headings, bullets, and what hangs below them."""

from collections.abc import Iterable, Iterator

from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.rule import Rule
from rich.text import Text

from werkzaam.terminal.console import Signs


def ruled(heading: Text, signs: Signs) -> Rule:
    """Return a heading with a line behind it, up to the edge."""
    return Rule(heading, align="left", characters=signs.rule, style="none")


class Hanging:
    """A text some columns in, behind a bullet if it has one; what is wrapped hangs below its first word."""

    def __init__(self, text: str, bullet: str = "", *, indent: int, style: str = "") -> None:
        self._text = Text(text, style=style)
        self._start = " " * indent + (f"{bullet} " if bullet else "")

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """Lay out the lines at the width that is there."""
        start = self._start
        for line in self._text.wrap(console, max(options.max_width - len(start), 1)):
            line.rstrip()
            yield Text(start, no_wrap=True, overflow="ignore").append_text(line)
            start = " " * len(start)


def bulleted(lines: Iterable[str], bullet: str, indent: int = 2) -> RenderableType:
    """Return lines with a bullet each."""
    return Group(*(Hanging(line, bullet, indent=indent) for line in lines))
