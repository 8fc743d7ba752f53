"""Lines that somebody types, or that come through a pipe: what an asker makes of them, and what it writes."""

import io
import re
from collections.abc import Callable
from typing import TypeVar

from tests.terminal.drawing import console, trimmed
from tests.terminal.questions import WIDE
from werkzaam.language import _
from werkzaam.terminal.interruption import Interruptions
from werkzaam.terminal.lines import LineAsker

T = TypeVar("T")


class Terminal(io.StringIO):
    """Lines that somebody types; of what a terminal echoes, only the ends of the lines are shown."""

    def __init__(self, lines: str, screen: io.StringIO) -> None:
        super().__init__(lines)
        self._screen = screen

    def isatty(self) -> bool:
        return True

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        line = super().readline(size)
        self._screen.write("\n" if line else "")
        return line


def asked(lines: str, ask: Callable[[LineAsker], T], *, typed: bool = False) -> tuple[T, str]:
    """Return what an asker makes of some lines, and what it writes."""
    on, stream = console(WIDE)
    stdin = Terminal(lines, stream) if typed else io.StringIO(lines)
    reply = ask(LineAsker(on, stdin, Interruptions(), lambda: None))
    return reply, trimmed(stream.getvalue())


def refused(line: str, hint: str) -> str:
    """Return what is said at a terminal of a line that is no answer."""
    return _("“{line}” is not an answer here: {hint}.").format(line=line, hint=_(hint)) + "\n"


def refusal(line: str, number: int = 1) -> str:
    """Return what the error begins with that such a line in a pipe comes to."""
    begins = _("<stdin>:{number}: “{line}” is not an answer here: {hint}.").partition("{hint}")[0]
    return "^" + re.escape(begins.format(number=number, line=line))
