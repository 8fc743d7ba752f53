"""What ends a command early."""

import signal
from collections.abc import Callable
from typing import NoReturn

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
ENDING_SIGNALS = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
"""What ends the program from outside; SIGBREAK is what Windows has for SIGHUP."""


class UserError(Exception):
    """Something a user can mend: its lines say what, where and what to do, in their language."""

    def __init__(self, *lines: object) -> None:
        super().__init__(*lines)

    def __str__(self) -> str:
        return "\n".join(map(str, self.args))


class Interrupted(BaseException):
    """Somebody or something asked the program to end; like KeyboardInterrupt, it is no error."""

    def __init__(self, draft: str | None = None) -> None:
        super().__init__()
        self.draft = draft
        """What was being typed, so that it is not lost: a note, or a part of an action; None: nothing was."""

    def after(self, keep: Callable[[], object]) -> NoReturn:
        """Keep what was being typed, then go on ending the program, whatever became of that: the cause says it."""
        try:
            keep()
        except UserError as error:
            raise self from error
        raise self


class Stopped(Exception):  # noqa: N818 (it is what somebody chose)
    """Somebody had enough before there was anything to save."""


class EndOfInput(Exception):  # noqa: N818 (a script may mean it)
    """Piped input ended before the last question."""
