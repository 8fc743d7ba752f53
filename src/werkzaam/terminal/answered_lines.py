"""Lines about answers given so far, and messages, shown above the current prompt."""

from rich.console import Console
from rich.text import Text

from werkzaam.visible import visible


class AnsweredLines:
    """The lines that are drawn above a prompt, as many as there is room for.

    Lines that no longer fit are printed once, so that they stay in the terminal's scrollback.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._lines: dict[object, str] = {}

    def put(self, name: object, line: str) -> None:
        """Add a line under a name, which replaces a line with an equal name unless that was printed already."""
        self._lines[name] = line

    def last(self, rows: int) -> list[Text]:
        """Return the most recent lines that fit in `rows` rows, wrapped; no line is shown in part."""
        return [line for lines in self._fitting(rows)[1] for line in lines]

    def leave(self, rows: int = 0) -> None:
        """Print and forget the lines that do not fit in `rows` rows: all of them if `rows` is 0."""
        gone, _left = self._fitting(rows)
        for name in list(self._lines)[: len(gone)]:
            self._console.print(Text(self._lines.pop(name)))

    def _fitting(self, rows: int) -> tuple[list[list[Text]], list[list[Text]]]:
        """Return the lines that do not fit in `rows` rows and those that do, each as a list of wrapped rows."""
        wrapped = [list(Text(visible(line)).wrap(self._console, self._console.width)) for line in self._lines.values()]
        first = len(wrapped)
        while first and len(wrapped[first - 1]) <= rows:
            first -= 1
            rows -= len(wrapped[first])
        return wrapped[:first], wrapped[first:]
