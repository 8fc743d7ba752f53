"""Locks on folders, by flock; not imported on Windows, for which `werkzaam.windows` has the same function."""

import errno
import fcntl
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

assert sys.platform != "win32"  # noqa: S101 (for type checkers)

_PAUSE = 0.01


@contextmanager
def turn(folder: Path, patience: float) -> Iterator[bool]:
    """Lock a folder until the block ends, and yield True; yield False if the folder cannot be locked.

    Raises OSError if there is no such folder, or (EBUSY) if another process keeps the lock for `patience` seconds.
    """
    descriptor = _opened(folder)
    try:
        yield descriptor is not None and _lock(descriptor, patience)
    finally:
        if descriptor is not None:
            with suppress(OSError):  # what was saved in the block is saved
                os.close(descriptor)


def _opened(folder: Path) -> int | None:
    """Return a descriptor of a folder; None if it exists but cannot be opened, since files in it may be writable."""
    try:
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except (FileNotFoundError, NotADirectoryError):
        raise
    except OSError:
        return None


def _lock(descriptor: int, patience: float) -> bool:
    """Lock an open folder and return True; return False if it cannot be locked. Raises OSError (EBUSY) as in `turn`."""
    end = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() > end:
                raise OSError(errno.EBUSY, os.strerror(errno.EBUSY)) from error
            time.sleep(_PAUSE)
        except OSError:
            return False
        else:
            return True
