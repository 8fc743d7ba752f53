"""A lock per folder, so that only one process at a time saves files in it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    from werkzaam.windows import turn
else:
    from werkzaam.files.disk.folder_locks import turn

PATIENCE = 30.0
"""Seconds to wait for another saver: far longer than a slow disk takes, and not for ever."""

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
