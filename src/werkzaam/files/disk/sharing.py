"""Waiting for a file that another program has open: Windows may then let nobody else read or replace it."""

import errno
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

if sys.platform == "win32":
    from werkzaam import windows

Result = TypeVar("Result")

PATIENCE = 5.0
"""The longest wait, in seconds: a virus scanner or a synchronised folder is done with a file sooner."""
_DOUBTS = 20 if sys.platform == "win32" else 0
"""Retries in a row if no program has the file open: it may have been closed, or replaced, before we looked."""
_PAUSE = 0.05


def replace(new: Path, target: Path) -> None:
    """Replace the file `target` with `new`. Raises OSError (EBUSY) if another program keeps one of them open."""
    _when_free(
        lambda: new.replace(target), lambda: _is_taken(target, to_replace=True) or _is_taken(new, to_replace=True)
    )


def read(path: str | Path, reading: Callable[[], Result]) -> Result:
    """Return the result of `reading`. Raises OSError (EBUSY) if another program keeps the file open."""
    return _when_free(reading, lambda: _is_taken(path, to_replace=False))


def _when_free(action: Callable[[], Result], is_taken: Callable[[], bool]) -> Result:
    start, doubts = time.monotonic(), 0
    while True:
        try:
            return action()
        except PermissionError as error:
            if is_taken():
                if time.monotonic() > start + PATIENCE:
                    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY)) from error
                doubts = 0
            elif doubts == _DOUBTS:
                raise
            else:
                doubts += 1
        time.sleep(_PAUSE)


def _is_taken(path: str | Path, *, to_replace: bool) -> bool:
    """Return whether another program has a file open on Windows; on other systems that forbids nothing."""
    if sys.platform == "win32":
        return windows.is_open_elsewhere(str(path), windows.REPLACE if to_replace else windows.READ)
    else:  # noqa: RET505 (for type checkers on other systems)
        return False
