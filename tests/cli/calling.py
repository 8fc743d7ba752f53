"""The program as somebody calls it in this process: what they say, and what comes of it."""

from dataclasses import dataclass
from typing import Protocol, TextIO


@dataclass(frozen=True, slots=True)
class Done:
    """How a call ended, and what it said."""

    code: int
    out: str
    err: str


class Call(Protocol):
    """Calls the program with some words, and with lines or a stream to read."""

    def __call__(self, *words: str, stdin: str | TextIO = "") -> Done: ...
