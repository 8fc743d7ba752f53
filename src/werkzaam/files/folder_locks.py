"""Whose turn it is in a folder, where the system can lock one; not imported on Windows, which has a way of its own."""

import errno
import fcntl
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

assert sys.platform != "win32"  # noqa: S101 (for whoever checks types)

_PAUSE = 0.01


@contextmanager
def turn(folder: Path, patience: float) -> Iterator[bool]:
    """Wait some seconds for one's turn in a folder, and keep it until the block ends; False: there are none.

    Raises OSError where there is no such folder, or where the one whose turn it is never ends.
    """
    descriptor = _opened(folder)
    try:
        yield descriptor is not None and _lock(descriptor, patience)
    finally:
        if descriptor is not None:
            with suppress(OSError):  # what was saved in the meantime is saved
                os.close(descriptor)


def _opened(folder: Path) -> int | None:
    """Return the folder, open; None where it cannot be opened, which is no reason not to save in it."""
    try:
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except (FileNotFoundError, NotADirectoryError):
        raise
    except OSError:
        return None


def _lock(descriptor: int, patience: float) -> bool:
    """Wait for one's turn; whether there are turns at all."""
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
