"""The program as somebody calls it in this process: what they say, and what comes of it."""

from dataclasses import dataclass
from typing import Protocol, TextIO

from werkzaam.language import _

SMALL = ("--factors", "klein.yaml")
"""The words with which a call takes the small set of its folder."""


@dataclass(frozen=True, slots=True)
class Done:
    """How a call ended, and what it said."""

    code: int
    out: str
    err: str


class Call(Protocol):
    """Calls the program with some words, and with lines or a stream to read."""

    def __call__(self, *words: str, stdin: str | TextIO = "") -> Done: ...


def told(message: str, /, **named: object) -> str:
    """Return a line of the program in the language that it spoke last; what it says there stands in the catalogue."""
    return _(message).format(**named) + "\n"


def refused(message: str, /, **named: object) -> Done:
    """Return how a call ends that cannot be used: with one line, and no result."""
    return Done(2, "", told(message, **named))


def written(path: object) -> Done:
    """Return how a call ends whose result went to a file."""
    return Done(0, "", told("Written: {file}", file=path))


def places(text: str) -> list[str]:
    """Return where in which files the problems are, line by line; what is wrong there stands behind it."""
    return [":".join(line.split(":")[:3]) for line in text.splitlines()]
