"""Talk in lines of text: print a line, read a line, refuse a line that is no valid answer."""

import io
import re
import signal
import sys
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from typing import Any, TextIO, TypeVar

from rich.console import Console, RenderableType
from rich.text import Text

from werkzaam.domain.evaluation import tidy
from werkzaam.errors import EndOfInput, Interrupted, Stopped, UserError
from werkzaam.language import N_, _
from werkzaam.terminal.interruption import Interruptions
from werkzaam.terminal.typed_ahead import drop_typed_ahead
from werkzaam.visible import UNSEEN, beginning, visible, visible_lines
from werkzaam.wording.signs import odd_sign

T = TypeVar("T")
Other = TypeVar("Other")

BLANK = rf"\s{UNSEEN}"
"""Blanks and invisible characters at the ends of copied texts and files; for a character class in a regex."""
_SEPARATORS = re.compile(f"[,;{BLANK}]+")
_EDGES = re.compile(f"^[{BLANK}]+|[{BLANK}]+$")
_COMMANDS = ("o", "b", "t", "q", "?")
NOTHING = "-"
"""Typed for no text or day: it removes a note, an owner or a due date that is there."""
_PASSED_ON = {"linux": 4095, "darwin": 1023}
"""Bytes of a line that a terminal passes on, by platform; it silently drops the rest of a longer line."""


_CAME_BEFORE = N_(
    "What came before this question stood here is not an answer to it; nothing of it was kept. A note is one line."
)


class Lines:
    """Prints lines on a console and reads answers as lines from stdin.

    An invalid line is asked for again at a terminal; in a pipe it raises UserError, since the lines after it would
    answer the wrong questions.
    """

    reads_aloud = True
    """Whether all output is lines, one after another, as a screen reader needs them."""

    def __init__(
        self, console: Console, stdin: TextIO, interruptions: Interruptions, meanwhile: Callable[[], None]
    ) -> None:
        """Take the console, stdin and the signals; `meanwhile` is called before each wait for a line."""
        self._console = console
        self._stdin = stdin
        self._at_terminal = stdin.isatty()
        if isinstance(stdin, io.TextIOWrapper):
            stdin.reconfigure(errors="surrogateescape")  # so that a line that is not UTF-8 can be measured and refused
        self._interruptions = interruptions
        self._meanwhile = meanwhile
        self._line_number = 0
        self._said: list[tuple[RenderableType, dict[str, Any]]] = []
        """What was printed since the last line was read, and how."""
        self._unfinished: list[str] = []

    def ask_choice(self, message: str, choices: Mapping[str, T]) -> T:
        """Ask for one of `choices`, whose texts, the keys, are shown as a numbered list; return its value."""
        self._say(message)
        numbered = self._numbered((value, visible(text)) for text, value in choices.items())
        self._say(" ".join([_("Write a number."), _("q stops.")]))
        return self._one_of(numbered, _("write a number from the list"))

    def leave(self) -> None:
        """Do nothing: all lines stay on the screen anyway."""

    def not_kept(self) -> list[str]:
        """Return lines with what was typed without Enter when the input ended; else every line is saved or refused."""
        return self._unfinished

    def tell(self, lines: str) -> None:
        """Print a message that is no question; it may have several lines."""
        for line in visible_lines(lines).split("\n"):
            self._say(line)

    def _read(self, prompt: str, *, required: bool = True) -> str:
        """Return the next line, trimmed. At the end of input a terminal raises Interrupted, a pipe EndOfInput.

        If no line is `required`, the end of a pipe counts as an empty line. A last line without a line end counts in a
        pipe only: at a terminal nobody confirmed it with Enter.
        """
        line = None
        asked = prompt or _("Answer")
        self._meanwhile()
        with self._said_again() if self._at_terminal else nullcontext():
            while line is None:
                if self._at_terminal and drop_typed_ahead(self._stdin):
                    self._say(_(_CAME_BEFORE))
                self._print(Text(f"{asked}: "), end="", soft_wrap=True)
                line = self._next_line(asked)
        self._said.clear()
        self._line_number += 1
        if not self._at_terminal:
            self._say_back("")
        if line:
            return _EDGES.sub("", line)
        if required:
            raise EndOfInput
        return ""

    def _next_line(self, asked: str) -> str | None:
        """Return the next line; None if a user has to type it again. Raises UserError if a piped one is not UTF-8."""
        with self._interruptions.delivered():
            line = self._stdin.readline().removeprefix("\ufeff")
        if self._at_terminal and not line.endswith("\n"):
            if line.strip():
                self._unfinished = [_("Not saved is what you typed here: {asked}").format(asked=asked), line, ""]
            raise Interrupted
        problem = (self._cut_off(line) if self._at_terminal else None) or self._no_text(line)
        if problem is None:
            return line
        if not self._at_terminal:
            self._say_back("")
            raise UserError(problem)
        self._say(problem)
        return None

    @contextmanager
    def _said_again(self) -> Iterator[None]:
        """If the program is stopped (Ctrl+Z) and continued during the block, say anew what was said since a line."""

        def say(*_signal: object) -> None:
            said, self._said = self._said, []
            with suppress(OSError):  # where the terminal is gone, the read meets that
                for text, how in said:
                    self._print(text, **how)

        number = getattr(signal, "SIGCONT", None)  # not on Windows
        before = number and signal.signal(number, say)
        try:
            yield
        finally:
            if number:
                signal.signal(number, before)

    def _cut_off(self, line: str) -> str | None:
        """Return an error message if a line is so long that the terminal may have cut it off, else None."""
        limit = _PASSED_ON.get(sys.platform)
        typed = line.removesuffix("\n").encode(self._stdin.encoding or "utf-8", "surrogateescape")
        if limit is None or len(typed) < limit:
            return None
        return _(
            "This line is too long for a terminal, and nothing of it was kept: at most {limit} characters fit, fewer"
            " with letters such as é. Write it shorter; a longer text fits without --plain, or in the file itself."
        ).format(limit=limit - 1)

    def _no_text(self, line: str) -> str | None:
        """Return an error message if a line has bytes that are not UTF-8, else None."""
        try:
            line.encode()  # invalid bytes were read as lone surrogates
        except UnicodeError:
            return _("{option}: this text is not UTF-8.").format(option=f"<stdin>:{self._line_number + 1}")
        return None

    def _one_of(self, replies: Mapping[str, T], hint: str, *, required: bool = True) -> T:
        """Read one of the keys of `replies`, in any case, and return its value; say the `hint` after any other line.

        If q is no reply, it raises Stopped.
        """
        while True:
            line = self._read("", required=required)
            if line.lower() in replies:
                return replies[line.lower()]
            stop_at(line)
            self._refuse(line, hint)

    def _some_of(
        self, listed: Mapping[str, T], commands: Mapping[str, Other], hint: str, prompt: str = ""
    ) -> list[T] | Other:
        """Read keys of `listed` on one line, in any case; return their values, or that of a command.

        If q is no command, it raises Stopped.
        """
        while True:
            line = self._read(prompt)
            if line.lower() in commands:
                return commands[line.lower()]
            stop_at(line)
            words = [word for word in _SEPARATORS.split(line) if word]
            unknown = [word for word in words if word.lower() not in listed]
            if not unknown:
                return [listed[word.lower()] for word in words]
            self._refuse(unknown[0], hint, listed)

    def _one_or_none(self, replies: Mapping[str, T]) -> T | None:
        """Read a key of `replies` and return its value; None for an empty line or q."""
        hint = _("write a number from the list, or nothing")
        return self._one_of({"": None, "q": None, **replies}, hint, required=False)

    def _numbered(self, named: Iterable[tuple[T, str]], first: int = 1) -> dict[str, T]:
        """Show pairs of a value and its text as a list numbered from `first`; return the values by their number."""
        values: dict[str, T] = {}
        for number, (value, name) in enumerate(named, first):
            self._say(f"{number}. {name}")
            values[str(number)] = value
        return values

    def _text(self, *, stops: bool = False) -> str:
        """Read a text and refuse a command, such as a lone q; that one raises Stopped instead if q `stops`."""
        while True:
            line = tidy(visible(self._read("")))
            if stops:
                stop_at(line)
            if line.lower() not in _COMMANDS:
                return line
            self._refuse(line, _("write it in full, not as a single key"))

    def _refuse(self, line: str, hint: str, known: Container[str] = ()) -> None:
        """Say that a line is no answer, and why if a character in it looks like another in one of the `known` words."""
        line, hint, odd = beginning(line), hint.removesuffix("."), odd_sign(line, known)
        if not self._at_terminal:
            message = _("<stdin>:{number}: “{line}” is not an answer here: {hint}.")
            told = message.format(number=self._line_number, line=line, hint=hint)
            raise UserError(f"{told} {odd}".rstrip())
        told = _("“{line}” is not an answer here: {hint}.").format(line=visible(line), hint=hint)
        self._say(f"{told} {odd}".rstrip())

    def _say_back(self, text: str) -> None:
        """Echo how a line was understood; the answer counts even if printing the echo fails."""
        with suppress(Exception):
            self._say(text)

    def _say(self, text: str) -> None:
        self._print(Text(text))

    def _print(self, text: RenderableType, **how: Any) -> None:  # noqa: ANN401 (options of rich's `print`)
        """Print something; if the output's reader is gone, raise Interrupted at a terminal, and go on in a pipe."""
        self._said.append((text, how))
        try:
            self._console.print(text, **how)
        except BrokenPipeError as error:
            if self._at_terminal:
                raise Interrupted from error


def stop_at(line: str) -> None:
    """Raise Stopped if a line is the command for that."""
    if line.lower() == "q":
        raise Stopped
