"""The exit codes, on which scripts can rely."""

from enum import IntEnum


class ExitCode(IntEnum):
    """How a command ended."""

    DONE = 0
    NO = 1
    """The command worked and its answer is no; or piped input ended before the last question."""
    UNUSABLE = 2
    """The call, a file or a place cannot be used."""
    FAULT = 3
    """The program itself has a defect."""
    INTERRUPTED = 130
    """Ended by a key or a signal; every answer so far is saved."""
