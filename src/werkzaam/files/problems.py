"""Problems in a file, each with its place."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from werkzaam.errors import UserError
from werkzaam.language import _
from werkzaam.wording.signs import odd_sign

GUESSED = 25
"""How many problems of a file get a suggestion: for long, similar ids finding it takes a tenth of a second each."""


class Severity(Enum):
    """How bad a problem is."""

    ERROR = "error"
    """The file cannot be used."""
    WARNING = "warning"
    """The file can be used; something in it has no effect or deserves a look."""


class Problem(NamedTuple):
    """One thing that is wrong in a file."""

    file: str
    """The path as it was given."""
    line: int
    """From 1; 0 if the problem has no place inside the file."""
    column: int
    """From 1, in characters."""
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Return one line as compilers write it, so that editors can jump to the place."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        if self.severity is Severity.WARNING:
            return _("{place}: warning: {message}").format(place=place, message=self.message)
        return f"{place}: {self.message}"


class UnusableFileError(UserError):
    """A file with at least one error; the message has a line for each problem, in the order of the file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: (problem.line, problem.column)))
        super().__init__(*map(str, self.problems))


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return “Did you mean …?” with the nearest known word, to append to a message; empty if no word is near.

    If the word looks like a known one, or has a sign that cannot be seen, a message that names the sign comes instead.
    """
    from difflib import get_close_matches  # needed only where something is wrong

    words = sorted(known)
    odd = odd_sign(word, words)
    if odd:
        return f" {odd}"
    near = get_close_matches(word.lower(), words, n=1)
    return " " + _("Did you mean “{word}”?").format(word=near[0]) if near else ""
