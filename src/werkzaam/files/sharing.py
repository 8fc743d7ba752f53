"""A file that another program has open: Windows lets nobody else have it, so it is waited for."""

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
"""Seconds: longer than a virus scanner or a synchronised folder looks at a file, short for somebody who waits."""
_DOUBT = 0.5 if sys.platform == "win32" else 0.0
"""Seconds in which a refusal may come from programs that look at a file one after another, none of which is seen."""
_PAUSE = 0.05


def replace(new: Path, target: Path) -> None:
    """Give a file the name of another, which is replaced; OSError (EBUSY) where a program does not let go of one."""
    _when_free(
        lambda: new.replace(target), lambda: _is_taken(target, to_replace=True) or _is_taken(new, to_replace=True)
    )


def read(path: str | Path, reading: Callable[[], Result]) -> Result:
    """Return what reading a file gives; OSError (EBUSY) where a program does not let go of it."""
    return _when_free(reading, lambda: _is_taken(path, to_replace=False))


def _when_free(action: Callable[[], Result], is_taken: Callable[[], bool]) -> Result:
    start = doubted = time.monotonic()
    while True:
        try:
            return action()
        except PermissionError as error:
            now = time.monotonic()
            if is_taken():
                if now > start + PATIENCE:
                    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY)) from error
                doubted = now
            elif now > doubted + _DOUBT:
                raise
        time.sleep(_PAUSE)


def _is_taken(path: str | Path, *, to_replace: bool) -> bool:
    """Whether another program has a file open; elsewhere that forbids nothing."""
    if sys.platform == "win32":
        return windows.is_open_elsewhere(str(path), windows.REPLACE if to_replace else windows.READ)
    else:  # noqa: RET505 (for whoever checks types elsewhere)
        return False
