"""Why the system refused something, in the user's language."""

import errno
import os
import re
import sys
from pathlib import Path

from werkzaam.language import N_, _

_REASONS = {
    errno.ENOSPC: N_("the disk is full"),
    errno.EFBIG: N_("the file would be larger than is allowed"),
    errno.EDQUOT: N_("the disk space that you may use is full"),
    errno.EROFS: N_("nothing can be written on this disk"),
    errno.EIO: N_("the disk or the connection to it fails"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.ELOOP: N_("the links lead round in a circle"),
    errno.ENOTDIR: N_("a part of the path is not a folder"),
    errno.EACCES: N_("you have no permission"),
    errno.EPERM: N_("you have no permission"),
    errno.EMFILE: N_("too many files are open"),
    errno.ENFILE: N_("too many files are open"),
    errno.EBUSY: N_("another program is using it"),
    errno.EINVAL: N_("no file can have this name, or the disk or the cloud cannot be reached"),
}
_ON_WINDOWS = {
    19: errno.EROFS,  # ERROR_WRITE_PROTECT
    21: errno.EIO,  # ERROR_NOT_READY
    32: errno.EBUSY,  # ERROR_SHARING_VIOLATION
    33: errno.EBUSY,  # ERROR_LOCK_VIOLATION
    39: errno.ENOSPC,  # ERROR_HANDLE_DISK_FULL
    53: errno.EIO,  # ERROR_BAD_NETPATH
    59: errno.EIO,  # ERROR_UNEXP_NET_ERR
    64: errno.EIO,  # ERROR_NETNAME_DELETED
    206: errno.ENAMETOOLONG,  # ERROR_FILENAME_EXCED_RANGE
    1295: errno.EDQUOT,  # ERROR_DISK_QUOTA_EXCEEDED
    1921: errno.ELOOP,  # ERROR_CANT_RESOLVE_FILENAME
}
"""Windows error codes for which Python has a less precise errno, and the errno to take instead."""
_LONGEST_ON_WINDOWS = 259
"""The longest full path by default, in characters; Windows reports a longer one as not found."""


def reason(error: OSError) -> str:
    """Return why the system refused, as part of a sentence; rare errors are in the system's own words."""
    known = _REASONS.get(_as_elsewhere(error).errno or 0)
    return _(known) if known else os.strerror(error.errno or 0)


def reader_left(error: OSError) -> bool:
    """Return whether an output failed because nobody reads it any more; Windows reports that as EINVAL."""
    if sys.platform == "win32" and error.errno == errno.EINVAL:
        return error.filename is None
    return isinstance(error, BrokenPipeError)


def unreadable(name: str, error: OSError) -> str:
    """Return the message that a file or folder cannot be read, and why."""
    error = _as_elsewhere(error, name)
    is_pattern = error.errno == errno.EINVAL and re.search(r"[*?]", name)  # Windows: one that matches nothing
    if isinstance(error, FileNotFoundError) or is_pattern:
        return _("{file}: there is no such file.").format(file=name)
    if isinstance(error, IsADirectoryError):
        return is_folder(name)
    if isinstance(error, PermissionError) and os.path.isdir(name):  # noqa: PTH112 (`name` is a string)
        return _("{file}: you are not allowed to look into this folder.").format(file=name)
    if isinstance(error, PermissionError):
        return _("{file}: you are not allowed to read this file.").format(file=name)
    if error.errno == errno.EBUSY:
        return _in_use(name)
    return _("{file}: cannot be read ({reason}).").format(file=name, reason=reason(error))


def unwritable(path: Path, error: OSError) -> str:
    """Return the message that a file cannot be written, why, and what to do."""
    error = _as_elsewhere(error, path)
    if isinstance(error, FileNotFoundError):
        return _("{file}: the folder does not exist; make it first.").format(file=path)
    if isinstance(error, IsADirectoryError) and path.is_dir():
        return is_folder(path)
    if isinstance(error, IsADirectoryError):
        return is_no_file(path)
    if isinstance(error, PermissionError):
        return _("{file}: you are not allowed to write here; choose another place.").format(file=path)
    if error.errno == errno.EBUSY:
        return _in_use(path)
    return _("{file}: cannot be saved ({reason}).").format(file=path, reason=reason(error))


def refused(error: OSError) -> str:
    """Return the message that the system refused something, with the file if the error names one."""
    if error.filename is not None:
        return _("{file}: cannot be used ({reason}).").format(file=error.filename, reason=reason(error))
    if isinstance(error, FileNotFoundError):  # only an error about the current folder has no name
        return _("The folder that you are in does not exist any more; go to another one.")
    return _("This cannot be written ({reason}).").format(reason=reason(error))


def is_folder(path: str | Path) -> str:
    """Return the message that a folder stands where a file is meant."""
    return _("{file}: this is a folder; name a file in it.").format(file=path)


def is_no_file(path: str | Path) -> str:
    """Return the message that something else than a file or a folder stands where a file is meant."""
    return _("{file}: this is not a file; name another one.").format(file=path)


def _in_use(file: str | Path) -> str:
    return _("{file}: another program has this file open; close it there and try again.").format(file=file)


def _as_elsewhere(error: OSError, path: str | Path = "") -> OSError:
    """Return an error of Windows with the errno of other systems, and any other error as it is."""
    number = _ON_WINDOWS.get(getattr(error, "winerror", None) or 0)
    if sys.platform == "win32" and isinstance(error, FileNotFoundError):
        number = errno.ENAMETOOLONG if len(str(Path(path).absolute())) > _LONGEST_ON_WINDOWS else number
    return OSError(number, os.strerror(number)) if number else error
