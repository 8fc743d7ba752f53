"""Putting bytes in a file so that at every moment either the old or the new file is there, whole."""

import errno
import io
import os
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from werkzaam.errors import UserError
from werkzaam.files import sharing
from werkzaam.files.locations import beside
from werkzaam.files.locking import take_turns
from werkzaam.files.names import refuse_impossible
from werkzaam.system_errors import unwritable

if sys.platform != "win32":
    import fcntl

_NEW_FILE_MODE = 0o666
"""What a new file may be at most; the user's umask takes away from it."""
_NAMES = 9
"""How many names an unfinished file may have: more than one only where something bars the way to the first."""
_LOST = {errno.EIO, errno.ENOSPC, errno.EDQUOT}
"""How a disk says that it could not keep something; all else means that it cannot be asked to."""


def write_atomically(path: Path, content: bytes) -> None:
    """Replace a file, or make it, as `copy_atomically` does."""
    copy_atomically(path, io.BytesIO(content))


def copy_atomically(path: Path, content: IO[bytes]) -> None:
    """Replace a file, or make it, with what is left to read of a stream.

    A symbolic link is followed; mode and owner of an old file are kept.

    A crash at any moment leaves the old or the new file: the bytes reach the disk before the name points at them,
    and the name before this returns. Raises OSError, with the old file untouched, or the new one in its place where
    it cannot be said whether the name will last.
    """
    target = _target(path)
    with _unfinished(target, content, _status(target), alone=take_turns(target)) as new:
        sharing.replace(new, target)
    _sync_folder(target.parent)


def write_apart(paths: Iterable[Path], content: bytes, like: Path) -> Path:
    """Make a file under the first of some names that nobody has, and return which; OSError where that fails.

    Nothing is replaced, also where two processes do this at once, and nobody may read it who may not read the file
    that it is `like`.
    """
    with _unfinished(like, io.BytesIO(content), _status(like), alone=take_turns(like)) as new:
        path = next(path for path in paths if _name(new, path))
    _sync_folder(path.parent)
    return path


def refuse_unwritable(path: Path) -> None:
    """Raise UserError if it can be seen beforehand that a file cannot be written at this path."""
    refuse_impossible(path)
    try:
        _check_writable(path)
    except OSError as error:
        raise UserError(unwritable(path, error)) from error


def _check_writable(path: Path) -> None:
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


def _status(target: Path) -> os.stat_result | None:
    try:
        return target.stat()
    except FileNotFoundError:
        return None


@contextmanager
def _unfinished(target: Path, content: IO[bytes], like: os.stat_result | None, *, alone: bool) -> Iterator[Path]:
    """Write a file beside its target and return its path; whatever ends the block, it is not left lying about.

    `alone` says that nobody else can be at the same: then it has a name that the next one finds and takes away, should
    this process be killed.
    """
    new = _free(target, "" if alone else f".{os.getpid()}")
    try:
        _write_through(new, content, like)
        yield new
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def _free(target: Path, whose: str) -> Path:
    """Return a name for an unfinished file, free of what a crash left behind; what stays in the way is passed by."""
    number = 1
    while True:
        new = beside(target, ".", f"{whose}.new{f'-{number}' * (number > 1)}")
        try:
            new.unlink(missing_ok=True)
        except OSError:
            if number == _NAMES:
                raise
            number += 1
        else:
            return new


def _write_through(path: Path, content: IO[bytes], like: os.stat_result | None) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _NEW_FILE_MODE)
    with open(descriptor, "wb") as stream:  # noqa: PTH123 (a descriptor, not a path)
        if like is not None:
            path.chmod(_mode(descriptor, like))  # while it is empty
        shutil.copyfileobj(content, stream)
        stream.flush()
        _sync(stream.fileno())


def _mode(descriptor: int, like: os.stat_result) -> int:
    """Give a file the owner and group of another as far as one may, and return the mode that suits it."""
    mode = stat.S_IMODE(like.st_mode)
    if sys.platform != "win32":
        own = os.fstat(descriptor)
        if own.st_uid != like.st_uid:
            with suppress(OSError):
                os.fchown(descriptor, like.st_uid, -1)
        if own.st_gid != like.st_gid:
            try:
                os.fchown(descriptor, -1, like.st_gid)
            except OSError:
                return mode & ~0o070 | (mode & 0o007) << 3  # another group gets what everybody has
    return mode


def _name(new: Path, path: Path) -> bool:
    """Give a file a name, unless there is one of that name already; whether it has it now."""
    try:
        os.link(new, path)
    except FileExistsError:
        return False
    except OSError:  # not every disk knows a second name for a file
        if os.path.lexists(path):
            return False
        new.rename(path)
    return True


def _sync(descriptor: int) -> None:
    """Let what was written reach the disk itself, also where fsync stops at the disk's own memory (macOS)."""
    if sys.platform != "win32":
        command = getattr(fcntl, "F_FULLFSYNC", None)
        if command is not None:
            with suppress(OSError):  # not every disk knows it
                fcntl.fcntl(descriptor, command)
                return
    os.fsync(descriptor)


def _sync_folder(folder: Path) -> None:
    """Make a rename last; folders cannot be synced everywhere, and there the rename has to do."""
    if sys.platform != "win32":
        try:
            descriptor = os.open(folder, os.O_RDONLY)
        except OSError:
            return
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno in _LOST:
                raise
        finally:
            with suppress(OSError):
                os.close(descriptor)
