"""The installed program in a real pseudo-terminal, with a screen that shows what a person would see."""

import os
import re
import shlex
import signal
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pexpect
import pyte

from werkzaam.language import _

PROGRAM = (os.environ.get("WERKZAAM_PYTHON", sys.executable), "-m", "werkzaam")
"""WERKZAAM_PYTHON names the interpreter of another environment, to try what is installed there."""
STARTED_WITH = shlex.join(PROGRAM) + " "
"""What a command to go on with starts with."""
PATIENCE = 30.0
"""Seconds before something that did not appear counts as missing; a busy machine is no bug."""
_POLL = 0.05
_SETTINGS = ("WERKZAAM_FACTORS", "WERKZAAM_LANG", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "LC_ALL", "LANGUAGE")

ENTER, SPACE, ESCAPE, DOWN, UP = "\r", " ", "\x1b", "\x1b[B", "\x1b[A"
CTRL_C, CTRL_D = "\x03", "\x04"


def with_modules_of(folder: Path) -> dict[str, str]:
    """Return the variables of a program that looks for its modules in a folder first, and then where the tests do."""
    return {"PYTHONPATH": os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH")]))}


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a session: the caller's, without what would change the program's behaviour."""
    kept = {name: value for name, value in os.environ.items() if name not in _SETTINGS}
    return {**kept, "TERM": "xterm-256color", "LANG": "C.UTF-8", **more}


class Terminal:
    """One run of the program in a pseudo-terminal of a given size; as a context it never outlives its block."""

    def __init__(  # noqa: PLR0913 (all but the folder can be left out)
        self,
        *arguments: str,
        folder: Path,
        columns: int = 80,
        rows: int = 24,
        variables: Mapping[str, str] | None = None,
        redirection: str = "",
        script: str = "",
    ) -> None:
        """Start the program; or a script for bash, in which "$@" is the program with its arguments."""
        self._screen = pyte.HistoryScreen(columns, rows, history=10_000)
        self._stream = pyte.Stream(self._screen)
        command = [*PROGRAM, *arguments]
        if redirection:
            command = ["/bin/sh", "-c", f'exec "$@" {redirection}', "sh", *command]
        if script:
            command = ["/bin/bash", "-c", script, "bash", *command]
        self.child = pexpect.spawn(
            command[0],
            command[1:],
            cwd=str(folder),
            env=environment(**(variables or {})),
            dimensions=(rows, columns),
            encoding="utf-8",
        )
        self.child.delaybeforesend = None
        self._pty: Any = vars(self.child)["ptyproc"]
        self._pty.delayafterclose = 0
        self._attributes = termios.tcgetattr(self.child.child_fd)
        self._shown: list[str] | None = None
        self.output = ""
        """Everything that was written to the terminal, as it came."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.child.isalive():
            self.child.kill(signal.SIGKILL)
        self.child.close(force=True)

    @property
    def screen(self) -> list[str]:
        """What the screen shows now, a string per row."""
        if self._shown is None:
            self._shown = [line.rstrip() for line in self._screen.display]
        return self._shown

    @property
    def cells(self) -> list[list[Any]]:
        """What the screen shows now with its colours: a row of pyte's characters each."""
        columns = range(self._screen.columns)
        return [[self._screen.buffer[row][column] for column in columns] for row in range(self._screen.lines)]

    @property
    def columns(self) -> int:
        return int(self._screen.columns)

    @property
    def scrollback(self) -> list[str]:
        """What has left the screen at its top, then what it shows."""
        columns = range(self._screen.columns)
        gone = ["".join(row[column].data for column in columns).rstrip() for row in self._screen.history.top]
        return [*gone, *self.screen]

    @property
    def cursor_line(self) -> str:
        """The row of the screen that the cursor is on."""
        return self.screen[self._screen.cursor.y]

    @property
    def typed_below(self) -> list[str]:
        """The row of the screen that the cursor is on, and those above it that say what is typed there."""
        return self.screen[max(self._screen.cursor.y - 4, 0) : self._screen.cursor.y + 1]

    @property
    def shows_cursor(self) -> bool:
        return not self._screen.cursor.hidden

    @property
    def cursor_column(self) -> int:
        return int(self._screen.cursor.x)

    def read(self, seconds: float = _POLL) -> bool:
        """Take in what has been written; whether there was anything, or False at once when nothing can come."""
        try:
            chunk = self.child.read_nonblocking(65536, seconds)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self.output += chunk
        self._stream.feed(chunk)
        self._shown = None
        return True

    def wait_until(self, condition: Callable[[], bool], what: str) -> None:
        """Poll until a condition holds; AssertionError with the screen's content where it never does."""
        end = time.monotonic() + PATIENCE
        while not condition():
            if not self.read() and not self.child.isalive() and not self.read() and not condition():
                raise AssertionError(f"the program ended before {what}:\n{self._picture()}")
            if time.monotonic() > end:
                raise AssertionError(f"no {what}:\n{self._picture()}")

    def wait_for(self, text: str) -> None:
        """Wait until the screen shows a text."""
        self.wait_until(lambda: text in "\n".join(self.screen), repr(text))

    def wait_for_question(self, number: int) -> None:
        """Wait until a factor is asked: its prompt line, and below it the options and the keys."""
        self.wait_until(
            lambda: any(_("? help") in line for line in self._below(number)) and not self.shows_cursor,
            f"question {number}",
        )

    def wait_for_conditions(self, number: int) -> None:
        """Wait until the missing conditions of a factor are asked."""
        self.wait_until(
            lambda: any(re.search(r"\[[ x]\]", line) for line in self._below(number)) and not self.shows_cursor,
            f"conditions of question {number}",
        )

    def wait_for_typing(self, text: str) -> None:
        """Wait until a text can be typed behind some words: the cursor shows there."""
        self.wait_until(
            lambda: self.shows_cursor and text in " ".join(self.typed_below), f"line to type on with {text!r}"
        )

    def wait_for_note(self, number: int) -> None:
        """Wait until a note on a factor can be typed."""
        asked = _("{place} Note on: {factor}").format(place=f"{number}/19", factor="").strip()
        self.wait_for_typing(asked)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal's window another size, and take in what comes of it."""
        self._screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)
        self._shown = None
        self.settle(_POLL)

    def settle(self, seconds: float = 0.3) -> None:
        """Take in what comes until nothing has come for some time."""
        end = time.monotonic() + PATIENCE
        while self.read(seconds):
            if time.monotonic() > end:
                raise AssertionError(f"the program draws on and on:\n{self._picture()}")

    def press(self, keys: str) -> None:
        """Press keys, one after another."""
        self.child.send(keys)

    def answer(self, number: int, key: str) -> None:
        """Wait for a factor and press one key."""
        self.wait_for_question(number)
        self.press(key)

    @staticmethod
    def send_to(process: int, number: signal.Signals) -> None:
        os.kill(process, number)

    def send_signal(self, number: signal.Signals) -> None:
        self.child.kill(number)

    def hang_up(self) -> int:
        """Close the terminal's window, wait for the end of the program and return its exit code."""
        self._pty.fileobj.close()
        self._pty.closed = self.child.closed = True
        end = time.monotonic() + PATIENCE
        while self.child.isalive():
            if time.monotonic() > end:
                raise AssertionError("the program goes on without a terminal")
            time.sleep(_POLL)
        return self._exit_code()

    def finish(self) -> int:
        """Wait for the end of the program and return its exit code, negative where a signal ended it."""
        end = time.monotonic() + PATIENCE
        while self.read() or self.child.isalive():
            if time.monotonic() > end:
                raise AssertionError(f"the program goes on and on:\n{self._picture()}")
        self.settle(_POLL)
        return self._exit_code()

    def _exit_code(self) -> int:
        status = self.child.exitstatus
        return -int(self.child.signalstatus or 0) if status is None else int(status)

    def assert_restored(self) -> None:
        """Assert that whoever uses the terminal next finds it as it was."""
        attributes = termios.tcgetattr(self.child.child_fd)
        assert attributes[3] & termios.ECHO, "the terminal no longer shows what is typed"
        assert attributes[3] & termios.ICANON, "the terminal no longer edits lines"
        assert attributes == self._attributes
        assert self._last_of("\x1b[?25l", "\x1b[?25h") != "\x1b[?25l", "the cursor stays hidden"
        assert self._last_of("\x1b[?2004h", "\x1b[?2004l") != "\x1b[?2004h", "bracketed paste stays on"
        assert self.cursor_column == 0, f"the shell's prompt would start in mid-line:\n{self._picture()}"

    def command_to_go_on(self) -> list[str]:
        """Return the arguments of the last command that the program told to give next."""
        told = [line for line in self.output.splitlines() if line.startswith(STARTED_WITH)]
        assert told, f"no command to go on:\n{self._picture()}"
        return shlex.split(told[-1].removeprefix(STARTED_WITH))

    def _below(self, number: int) -> Sequence[str]:
        """Return the rows below the last one that names a place in the questionnaire, if it names this one."""
        lines = self.screen
        for index in reversed(range(len(lines))):
            place = re.search(r"(?<!\d)(\d+)/19\b", lines[index])
            if place:
                return lines[index + 1 :] if int(place[1]) == number else ()
        return ()

    def _last_of(self, *sequences: str) -> str | None:
        written = [sequence for sequence in sequences if sequence in self.output]
        return max(written, key=self.output.rfind, default=None)

    def _picture(self) -> str:
        edge = "-" * self._screen.columns
        return "\n".join([edge, *self.screen, edge])
