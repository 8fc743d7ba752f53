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
from werkzaam.files.locations import beside, refuse_impossible
from werkzaam.files.locking import locked, take_turns
from werkzaam.files.obstacles import refuse_irreplaceable
from werkzaam.files.permissions import Losses, carry_over
from werkzaam.language import _
from werkzaam.system_errors import unwritable

if sys.platform != "win32":
    import fcntl

_NEW_FILE_MODE = 0o666
"""What a new file may be at most; the user's umask takes away from it."""
_PRIVATE_FILE_MODE = 0o600
_NAMES = 9
"""How many names an unfinished file may have: more than one only where something bars the way to the first."""
_LOST = {errno.EIO, errno.ENOSPC, errno.EDQUOT}
"""How a disk says that it could not keep something; all else means that it cannot be asked to."""


State = tuple[int, int, int] | None
"""What tells a file from what it was before: its number on the disk, its size, and when it was written."""


class ChangedError(OSError):
    """A file that somebody else wrote while we were about to."""


def state_of(path: Path) -> State:
    """Return what changes when somebody writes a file; None where there is none, or it cannot be seen."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def write_atomically(path: Path, content: bytes, over: State = None) -> Losses:
    """Replace a file, or make it, as `copy_atomically` does."""
    return copy_atomically(path, io.BytesIO(content), over)


def copy_atomically(path: Path, content: IO[bytes], over: State = None) -> Losses:
    """Replace a file, or make it, with what is left to read of a stream; return what of the old one could not be kept.

    A symbolic link is followed; mode, owner, access list and extended attributes of an old file are kept as far as
    the system allows.

    A crash at any moment leaves the old or the new file: the bytes reach the disk before the name points at them,
    and the name before this returns. Raises OSError, with the old file untouched, or the new one in its place where
    it cannot be said whether the name will last; ChangedError where the file is not as it was `over` which to write.
    """
    target = _target(path)
    like, at_most = _status(target), _NEW_FILE_MODE
    with _unfinished(target, content, like, at_most, alone=take_turns(target)) as (new, losses):
        if over is not None and state_of(target) != over:
            raise ChangedError(errno.EBUSY, os.strerror(errno.EBUSY))
        sharing.replace(new, target)
    _sync_folder(target.parent)
    return losses


def write_apart(paths: Iterable[Path], content: bytes, like: Path) -> Path:
    """Make a file under the first of some names that nobody has, and return which; OSError where that fails.

    Nothing is replaced, also where two processes do this at once, and nobody may read it who may not read the file
    that it is `like`: only its owner where there is no such file any more.
    """
    at_most = _PRIVATE_FILE_MODE
    with _unfinished(like, io.BytesIO(content), _status(like), at_most, alone=take_turns(like)) as (new, _losses):
        path = next(path for path in paths if _name(new, path))
    _sync_folder(path.parent)
    return path


def make(path: Path, content: bytes) -> None:
    """Make a file; UserError where that fails, or where there is one."""
    refuse_unwritable(path)
    try:
        with locked(path):
            if path.exists():
                raise UserError(_("{file}: somebody made this file just now; start again.").format(file=path))
            write_atomically(path, content)
    except OSError as error:
        raise UserError(unwritable(path, error)) from error


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
    if path.exists():  # which a pipe also does whose name leads nowhere: /dev/stdin
        if not target.is_file():
            raise IsADirectoryError(target)
        # A file without any write permission is meant to stay as it is, also where root could write it.
        if not os.access(target, os.W_OK) or not target.stat().st_mode & 0o222:
            raise PermissionError(target)
    if not target.parent.is_dir():
        raise FileNotFoundError(target.parent)
    if not os.access(target.parent, os.W_OK | os.X_OK):
        raise PermissionError(target.parent)
    refuse_irreplaceable(path, target)


def _target(path: Path) -> Path:
    """Return the file behind links; for links that lead round in a circle, one of them (Path.resolve would raise)."""
    return Path(os.path.realpath(path))


def _status(path: Path) -> os.stat_result | None:
    """Return the state of a file, behind links; None where there is none, or something else than a file."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status if stat.S_ISREG(status.st_mode) else None


@contextmanager
def _unfinished(
    target: Path, content: IO[bytes], like: os.stat_result | None, at_most: int, *, alone: bool
) -> Iterator[tuple[Path, Losses]]:
    """Write a file beside its target, and return its path and what it lacks; it is not left lying about.

    `like` is the state of the target, of which it gets what it can; without one `at_most` is its mode. `alone` says
    that nobody else can be at the same: then it has a name that the next one finds and takes away, should this process
    be killed.
    """
    new = _free(target, "" if alone else f".{os.getpid()}")
    try:
        # Until it has what the old file had it is private: who opens it, empty, reads what is written later.
        with _opened(new, at_most if like is None else _PRIVATE_FILE_MODE) as stream:
            losses = Losses() if like is None else carry_over(target, like, stream.fileno())
            shutil.copyfileobj(content, stream)
            stream.flush()
            _sync(stream.fileno())
        yield new, losses
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


def _opened(path: Path, mode: int) -> IO[bytes]:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    return open(descriptor, "wb")  # noqa: PTH123 (a descriptor, not a path)


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
