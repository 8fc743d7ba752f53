"""Putting bytes in a file so that at every moment either the old or the new file is there, whole."""

import errno
import io
import os
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

if sys.platform != "win32":
    import fcntl

_NEW_FILE_MODE = 0o666
"""What a new file may be at most; the user's umask takes away from it."""


def write_atomically(path: Path, content: bytes) -> None:
    """Replace a file, or make it, as `copy_atomically` does."""
    copy_atomically(path, io.BytesIO(content))


def copy_atomically(path: Path, content: IO[bytes]) -> None:
    """Replace a file, or make it, with what is left to read of a stream.

    A symbolic link is followed and the mode of an old file kept.

    A crash at any moment leaves the old or the new file: the bytes reach the disk before the name points at them,
    and the name before this returns. Raises OSError, with the old file untouched.
    """
    target = _target(path)
    new = target.with_name(f".{target.name}.new")
    new.unlink(missing_ok=True)  # what a crash left behind
    try:
        _write_through(new, content, _mode(target))
        new.replace(target)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep other savers of the same file out until the block ends.

    The lock is on the folder, so that no lock file is left lying about. Where a folder cannot be locked (Windows,
    some network drives) savers rely on reading the file anew right before they write it.
    """
    if sys.platform == "win32":
        yield
        return
    folder = os.open(_target(path).parent, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def check_writable(path: Path) -> None:
    """Raise OSError if it can be seen beforehand that a file cannot be written at this path."""
    target = _target(path)
    if target.is_symlink():  # followed to the end, and still a link
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    if target.exists():
        if not target.is_file():
            raise IsADirectoryError(target)
        # A file without any write permission is meant to stay as it is, also where root could write it.
        if not os.access(target, os.W_OK) or not target.stat().st_mode & 0o222:
            raise PermissionError(target)
    if not target.parent.is_dir():
        raise FileNotFoundError(target.parent)
    if not os.access(target.parent, os.W_OK | os.X_OK):
        raise PermissionError(target.parent)


def _target(path: Path) -> Path:
    """Return the file behind links; for links that lead round in a circle, one of them (Path.resolve would raise)."""
    return Path(os.path.realpath(path))


def _mode(target: Path) -> int | None:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return None


def _write_through(path: Path, content: IO[bytes], mode: int | None) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _NEW_FILE_MODE)
    with open(descriptor, "wb") as stream:  # noqa: PTH123 (a descriptor, not a path)
        if mode is not None:
            path.chmod(mode)
        shutil.copyfileobj(content, stream)
        stream.flush()
        os.fsync(stream.fileno())


def _sync_folder(folder: Path) -> None:
    """Make a rename last; folders cannot be synced everywhere, and there the rename has to do."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
