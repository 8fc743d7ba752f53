"""A lock per folder, so that only one process at a time saves files in it."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    from werkzaam.windows import turn
else:
    import fcntl

PATIENCE = 30.0
"""Seconds to wait for another saver: far longer than a slow disk takes, and not for ever."""
_PAUSE = 0.01

_without_turns: set[Path] = set()
"""The folders whose lock was not obtained at the last attempt: it is impossible there, or another saver kept it."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep other savers of the same file out until the block ends.

    The lock is on the folder, so that no lock file is left behind. If the folder cannot be locked (some network drives,
    a folder that may be written but not read), savers rely on reading the file again right before they write it.
    Raises OSError if there is no such folder, or (EBUSY) if another saver keeps the lock for PATIENCE seconds.
    """
    folder = _folder(path)
    _without_turns.add(folder)
    with turn(folder, PATIENCE) as alone:
        if alone:
            _without_turns.remove(folder)
        yield


def was_locked(path: Path) -> bool:
    """Return whether the folder of a file could be locked at the last attempt: if not, others may save there too."""
    return _folder(path) not in _without_turns


def _folder(path: Path) -> Path:
    return Path(os.path.realpath(path)).parent


if sys.platform != "win32":

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
        """Return a descriptor of a folder; None if it is there but cannot be opened: files in it may be writable."""
        try:
            return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        except (FileNotFoundError, NotADirectoryError):
            raise
        except OSError:
            return None

    def _lock(descriptor: int, patience: float) -> bool:
        """Lock an open folder and return True; return False if it cannot be locked. Raises OSError as `turn`."""
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
