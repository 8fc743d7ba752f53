"""What is behind: a line for each factor that was answered, above the question that is asked now."""

from rich.console import Console
from rich.text import Text

from werkzaam.visible import visible


class AnsweredLines:
    """The lines that stand above a prompt and are drawn with it, as many as there is room for.

    Those that there is no room for any more are printed, and so stay where the terminal scrolls them.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._lines: dict[object, str] = {}

    def put(self, name: object, line: str) -> None:
        """Add a line, in place of that of the same name where this is still in view."""
        self._lines[name] = line

    def last(self, rows: int) -> list[Text]:
        """Return the last lines that fit in some rows, none in part."""
        return [line for lines in self._fitting(rows)[1] for line in lines]

    def leave(self, rows: int = 0) -> None:
        """Print what does not fit in some rows; with none, all of it."""
        gone, _left = self._fitting(rows)
        for name in list(self._lines)[: len(gone)]:
            self._console.print(Text(self._lines.pop(name)))

    def _fitting(self, rows: int) -> tuple[list[list[Text]], list[list[Text]]]:
        """Return the lines that do not fit and those that do, each wrapped."""
        wrapped = [list(Text(visible(line)).wrap(self._console, self._console.width)) for line in self._lines.values()]
        first = len(wrapped)
        while first and len(wrapped[first - 1]) <= rows:
            first -= 1
            rows -= len(wrapped[first])
        return wrapped[:first], wrapped[first:]
