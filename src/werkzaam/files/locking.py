"""Savers of files in one folder take turns."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    from werkzaam.windows import turn
else:
    from werkzaam.files.folder_locks import turn

PATIENCE = 30.0
"""Seconds to wait for another saver: far longer than a slow disk takes, and not for ever."""

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
    with turn(folder, PATIENCE) as alone:
        if alone:
            _without_turns.remove(folder)
        yield


def take_turns(path: Path) -> bool:
    """Whether savers of a file keep each other out, as far as the last one in its folder knows."""
    return _folder(path) not in _without_turns


def _folder(path: Path) -> Path:
    return Path(os.path.realpath(path)).parent
