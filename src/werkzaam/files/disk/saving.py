"""Atomic writing: at every moment either the whole old file or the whole new file is there."""

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
from werkzaam.files.disk import sharing
from werkzaam.files.disk.locations import beside, refuse_impossible
from werkzaam.files.disk.locking import locked, was_locked
from werkzaam.files.disk.replacing import Losses, carry_over, refuse_irreplaceable
from werkzaam.language import _
from werkzaam.system_errors import unwritable

if sys.platform != "win32":
    import fcntl

_NEW_FILE_MODE = 0o666
"""The mode of a new file before the user's umask is applied."""
_PRIVATE_FILE_MODE = 0o600
_LOST = {errno.EIO, errno.ENOSPC, errno.EDQUOT}
"""The errors of fsync on a folder that mean lost data; any other means that the disk does not support it."""


State = tuple[int, int, int] | None
"""Inode number, size in bytes, and modification time in ns, by which a change is noticed; None if there is no file."""


class ChangedError(OSError):
    """A file that somebody else changed after it was read, right before we would have written it."""


def state_of(path: Path) -> State:
    """Return the state of a file, which changes whenever somebody writes it; None if it is absent or inaccessible."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def write_atomically(path: Path, content: bytes, over: State = None) -> Losses:
    """Replace or make a file with the bytes `content`, as `copy_atomically` does with a stream."""
    return copy_atomically(path, io.BytesIO(content), over)


def copy_atomically(path: Path, content: IO[bytes], over: State = None) -> Losses:
    """Replace or make a file with the rest of a stream; return what of the old file could not be kept.

    A symbolic link is followed; mode, owner, access list and extended attributes of an old file are kept as far as
    the system allows.

    A crash at any moment leaves the old or the new file: the bytes reach the disk before the name points at them,
    and the name reaches it before this returns. Raises OSError, with the old file untouched; or with the new file in
    its place, if it is uncertain whether that outlasts a crash. Raises ChangedError if the file is no longer in the
    state `over`, unless that is None.
    """
    target = _target(path)
    with _unfinished(target, content, _NEW_FILE_MODE) as (new, losses):
        if over is not None and state_of(target) != over:
            raise ChangedError(errno.EBUSY, os.strerror(errno.EBUSY))
        sharing.replace(new, target)
    _sync_folder(target.parent)
    return losses


def write_apart(paths: Iterable[Path], content: bytes, like: Path) -> Path:
    """Make a file at the first of `paths` that is free, and return that path. Raises OSError if that fails.

    No file is replaced, even if two processes do this at once on a disk with hard links. Only its owner may read and
    write the new file, and who may do so with the file `like`.
    """
    with _unfinished(like, io.BytesIO(content), _PRIVATE_FILE_MODE) as (new, _losses):
        with suppress(OSError):  # not every disk has modes
            new.chmod(new.stat().st_mode | _PRIVATE_FILE_MODE)  # also if the file `like` was locked
        path = next(path for path in paths if _takes_name(new, path))
    _sync_folder(path.parent)
    return path


def make_file(path: Path, content: bytes) -> None:
    """Make a new file. Raises UserError if that fails, or if the file exists."""
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
    if path.exists():  # also true of a pipe, whose real path leads nowhere: /dev/stdin
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
    """Return the path behind symbolic links; one of the links if they form a circle (Path.resolve would raise)."""
    return Path(os.path.realpath(path))


def _status(path: Path) -> os.stat_result | None:
    """Return the status of a regular file, symbolic links followed; None if there is no regular file."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status if stat.S_ISREG(status.st_mode) else None


@contextmanager
def _unfinished(target: Path, content: IO[bytes], at_most: int) -> Iterator[tuple[Path, Losses]]:
    """Write a temporary file beside its target, yield its path and what it lacks, and remove it after the block.

    It gets the permissions and attributes of the target; if there is no target, `at_most` is its mode.
    """
    like = _status(target)
    new = _free(target)
    # Private until it has the old permissions: whoever opens it while it is empty can read what comes later.
    mode = at_most if like is None else _PRIVATE_FILE_MODE
    try:
        with open(new, "xb", opener=lambda path, flags: os.open(path, flags, mode)) as stream:
            losses = Losses() if like is None else carry_over(target, like, stream.fileno())
            shutil.copyfileobj(content, stream)
            stream.flush()
            _sync(stream.fileno())
        yield new, losses
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def _free(target: Path) -> Path:
    """Return a free path for a temporary file. Raises OSError if what stands there cannot be removed.

    The name is fixed, so that the next save removes what a killed process left; or of this process alone, if others may
    save here at the same time, or if what has the fixed name cannot be removed.
    """
    if was_locked(target):
        fixed = beside(target, ".", ".new")
        with suppress(OSError):
            fixed.unlink(missing_ok=True)
            return fixed
    own = beside(target, ".", f".{os.getpid()}.new")
    own.unlink(missing_ok=True)
    return own


def _takes_name(new: Path, path: Path) -> bool:
    """Give the file `new` the name `path` unless that is taken; return whether it has it now."""
    try:
        os.link(new, path)
    except FileExistsError:
        return False
    except OSError:  # not every disk has hard links
        if os.path.lexists(path):
            return False
        new.rename(path)
    return True


def _sync(descriptor: int) -> None:
    """Make what was written reach the disk itself, also where fsync stops at the disk's cache (macOS)."""
    if sys.platform != "win32":
        command = getattr(fcntl, "F_FULLFSYNC", None)
        if command is not None:
            with suppress(OSError):  # not every disk supports it
                fcntl.fcntl(descriptor, command)
                return
    os.fsync(descriptor)


def _sync_folder(folder: Path) -> None:
    """Make a rename last, where the system can sync folders. Raises OSError if the disk may have lost it."""
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
