"""How a command ends: its exit code, and the exceptions and signals that end it early."""

import signal
from collections.abc import Callable
from enum import IntEnum
from typing import NoReturn

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
ENDING_SIGNALS = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
"""The signals that ask the program to end; on Windows SIGBREAK takes the place of SIGHUP."""


class ExitCode(IntEnum):
    """The exit codes, on which scripts can rely."""

    DONE = 0
    NO = 1
    """The command worked and its answer is no; or piped input ended before the last question."""
    UNUSABLE = 2
    """The call, a file or a place cannot be used."""
    FAULT = 3
    """The program itself has a defect."""
    INTERRUPTED = 130
    """Ended by a key or a signal; every answer so far is saved."""


class UserError(Exception):
    """A problem that the user can solve: its lines say what is wrong, where, and what to do, in the user's language."""

    def __str__(self) -> str:
        return "\n".join(map(str, self.args))


class Interrupted(BaseException):
    """A person or a signal asked the program to end; like KeyboardInterrupt this is no error."""

    def __init__(self, draft: str | None = None) -> None:
        super().__init__()
        self.draft = draft
        """The text that was being typed, so that it can be saved; None if there was none."""

    def after(self, keep: Callable[[], object]) -> NoReturn:
        """Call `keep` to save the draft, then raise this exception; a UserError of `keep` becomes its cause."""
        try:
            keep()
        except UserError as error:
            raise self from error
        raise self


class Stopped(Exception):  # noqa: N818 (no error: somebody chose it)
    """Somebody chose to stop, or to change nothing, instead of answering what was asked."""


class EndOfInput(Exception):  # noqa: N818 (no error: a script may end its input on purpose)
    """Standard input was closed, or ended, before the last required answer; a terminal raises Interrupted instead."""
