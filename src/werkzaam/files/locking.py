"""Savers of files in one folder take turns."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    from werkzaam import windows
else:
    import fcntl

PATIENCE = 30.0
"""Seconds to wait for another saver: far longer than a slow disk takes, and not for ever."""
_PAUSE = 0.01

_without_turns: set[Path] = set()
"""Folders that could not be locked when that was last tried."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep other savers of the same file out until the block ends; OSError where another one never ends.

    The lock is on the folder, so that no lock file is left lying about. Where a folder cannot be locked (some network
    drives, a folder that may be written and not read) savers rely on reading the file anew right before they write it.
    """
    folder = _folder(path)
    _without_turns.add(folder)
    with _turn(folder) as alone:
        if alone:
            _without_turns.remove(folder)
        yield


def take_turns(path: Path) -> bool:
    """Whether savers of a file keep each other out, as far as the last one in its folder knows."""
    return _folder(path) not in _without_turns


def _folder(path: Path) -> Path:
    return Path(os.path.realpath(path)).parent


@contextmanager
def _turn(folder: Path) -> Iterator[bool]:
    """Wait for one's turn in a folder, and keep it until the block ends; False: there are no turns."""
    if sys.platform == "win32":
        with windows.turn(folder, PATIENCE) as alone:
            yield alone
    else:
        descriptor = _opened(folder)
        try:
            yield descriptor is not None and _lock(descriptor)
        finally:
            if descriptor is not None:
                with suppress(OSError):  # what was saved in the meantime is saved
                    os.close(descriptor)


if sys.platform != "win32":

    def _opened(folder: Path) -> int | None:
        """Return the folder, open; None where it cannot be opened, which is no reason not to save in it."""
        try:
            return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        except (FileNotFoundError, NotADirectoryError):
            raise
        except OSError:
            return None

    def _lock(descriptor: int) -> bool:
        """Wait for one's turn; whether there are turns at all."""
        end = time.monotonic() + PATIENCE
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
