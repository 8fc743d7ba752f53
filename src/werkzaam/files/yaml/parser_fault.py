"""A fault that the YAML parser reported, with the lines around it."""

from collections.abc import Iterator
from dataclasses import dataclass

from werkzaam.files.reading import Source

_FAR = 100
"""How many lines above a fault are searched for its cause."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault that the YAML parser reported in a text."""

    source: Source
    index: int
    """The index at which the parser noticed the fault."""
    start: int
    """The index at which the part that the parser was reading starts."""
    reason: str
    """The parser's message."""

    @property
    def text(self) -> str:
        """The whole text."""
        return self.source.text

    def says(self, *words: str) -> bool:
        """Return whether the parser's message contains one of these."""
        return any(part in self.reason for part in words)

    def line(self, index: int) -> str:
        """Return the line with the character at an index, without its line end."""
        start, end = self.source.line(index)
        return self.text[start:end]

    def before(self) -> str:
        """Return the text before the fault on its line."""
        return self.text[self.source.line(self.index)[0] : self.index]

    def first_sign(self, index: int) -> int:
        """Return the index of the first character that is no space, in the line of an index."""
        return self.source.line(index)[0] + depth(self.line(index))

    def line_beside(self, index: int) -> int:
        """Return the start of the nearest line above that is not indented deeper, else of the last one tried.

        As in `line_before`, blank lines and comments do not count; `index` if there is no line above.
        """
        above, most = index, depth(self.line(index))
        for above in self._above(index):
            if _counts(self.line(above)) and depth(self.line(above)) <= most:
                break
        return above

    def line_before(self, index: int) -> int:
        """Return the start of the nearest line above that is not blank or a comment; `index` if none is near."""
        return next((above for above in self._above(index) if _counts(self.line(above))), index)

    def _above(self, index: int) -> Iterator[int]:
        """Yield the starts of the lines above that of an index, the nearest first."""
        start = self.source.line(index)[0]
        for _step in range(_FAR):
            if start:
                start = self.source.line(start - 1)[0]
                yield start


def _counts(line: str) -> bool:
    return not line.lstrip().startswith("#") and bool(line.strip())


def depth(line: str) -> int:
    """Return by how many spaces a line is indented."""
    return len(line) - len(line.lstrip(" "))
