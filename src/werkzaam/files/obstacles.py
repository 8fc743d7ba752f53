"""Checks, before the first question, for what keeps a writable file from being replaced."""

import os
import stat
import struct
import sys
from contextlib import suppress
from pathlib import Path

from werkzaam.errors import UserError
from werkzaam.language import _

if sys.platform == "linux":
    import fcntl

_GET_FLAGS = 0x80006601 | struct.calcsize("l") << 16
"""FS_IOC_GETFLAGS; on systems where it has another number, or disks without flags, the call raises OSError."""
_APPEND_ONLY = 0x20
_MOUNTS = Path("/proc/self/mountinfo")


def refuse_irreplaceable(path: Path, target: Path) -> None:
    """Raise PermissionError, or UserError for a mount point, if `target`, to which `path` leads, cannot be replaced."""
    if _is_append_only(target.parent) or _is_append_only(target) or _is_somebody_elses(target):
        raise PermissionError(target)
    if _is_mounted(target):
        message = _("{file}: this file is mounted by itself and cannot be replaced; work on a copy of it.")
        raise UserError(message.format(file=path))


def _is_somebody_elses(target: Path) -> bool:
    """Return whether only somebody else may replace a file, in a folder with the sticky bit (such as /tmp)."""
    if sys.platform != "win32" and target.exists():
        folder, file = target.parent.stat(), target.stat()
        return bool(folder.st_mode & stat.S_ISVTX) and os.geteuid() not in (0, file.st_uid, folder.st_uid)
    return False


def _is_append_only(path: Path) -> bool:
    """Return whether a file or folder is append-only; os.access shows already that an immutable one is not writable."""
    if sys.platform == "linux":
        with suppress(OSError):
            descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
            try:
                flags = fcntl.ioctl(descriptor, _GET_FLAGS, bytes(struct.calcsize("l")))
            finally:
                os.close(descriptor)
            return bool(int.from_bytes(flags, sys.byteorder) & _APPEND_ONLY)
    return False


def _is_mounted(target: Path) -> bool:
    """Return whether a file is in Linux's list of mount points; single files are mounted into containers."""
    try:
        lines = _MOUNTS.read_bytes().splitlines()
    except OSError:
        return False
    name = os.fsencode(target)
    for sign in (b"\\", b" ", b"\t", b"\n"):
        name = name.replace(sign, b"\\%03o" % ord(sign))
    return any(line.split(b" ")[4] == name for line in lines)
